"""Problems with files and settings in French."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reslint.documents import read_source
from reslint.reports.problems import in_language
from reslint.text.source import UnreadableText
from tests.cli.run import reslint
from tests.documents.word_files import docx, p, packed

FRENCH = {"LANG": "fr_FR.UTF-8"}


@pytest.mark.parametrize(
    ("message", "french"),
    [
        ("there is no such file or folder", "ce fichier ou dossier n’existe pas"),
        (
            "the file cannot be read (Permission denied)",
            "le fichier ne peut être lu (Permission denied)",
        ),
        (
            "the fixes were not written: the folder /a {b} is read-only",
            "les corrections n’ont pas été écrites : le dossier /a {b} est en lecture seule",
        ),
        (
            'unknown key "langage"; did you mean language?',
            "clé inconnue « langage » ; vouliez-vous dire language ?",
        ),
        (
            'unknown key "x" (known: files, select)',
            "clé inconnue « x » (clés connues : files, select)",
        ),
        (
            '"profile" must be one of standard, strict; did you mean strict?',
            "« profile » doit être l’une de ces valeurs : standard, strict ;"
            " vouliez-vous dire strict ?",
        ),
        ("something else", "something else"),
    ],
)
def test_each_kind_of_sentence(message: str, french: str) -> None:
    assert in_language(message, "fr") == french
    assert in_language(message, "en") == message


def _table(*rows: tuple[str, str]) -> str:
    """A table with a text in both columns."""
    cells = ["".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{\\rtf1 text}",
        b"%PDF-1.7 text",
        b"\\documentclass{article} \\begin{document} text",
        b"MIME-Version: 1.0\r\n",
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>',
        b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"),
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        b"\xd0\xcf\x11\xe0" + b"x" * 99,
        docx(p("x"))[:200],
        docx("", root="<x/>"),
        docx("", root="<x>"),
        docx("", root="<!DOCTYPE x><x/>"),
        docx('<w:altChunk r:id="r9"/>'),
        docx(_table(("The first text,", "Le premier texte,"), ("It ends so;", "Il finit ainsi;"))),
        packed({"a.txt": "x"}),
    ],
)
def test_files_that_cannot_be_read(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # no LibreOffice
    with pytest.raises(UnreadableText) as raised:
        read_source(data, "a.docx")
    english = str(raised.value)
    french = in_language(english, "fr")
    assert french != english
    assert not re.search(r"\b(the|is|it|of|and)\b", french)


def test_on_the_command_line(tmp_path: Path) -> None:
    outcome = reslint(tmp_path, "check", "none.md", variables=FRENCH)
    assert outcome.out.splitlines()[0] == (
        "none.md: erreur TOOL005 ce fichier ou dossier n’existe pas"
    )
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "reslint.yaml").write_text("langage: fr\n")
    outcome = reslint(tmp_path, "check", "a.md", variables=FRENCH)
    assert outcome.err == (
        "reslint: reslint.yaml:1:1: clé inconnue « langage » ; vouliez-vous dire language ?\n"
    )
    assert "unknown key" in reslint(tmp_path, "check", "a.md").err
    # Programs read one and the same wording.
    assert (
        "there is no such file"
        in reslint(tmp_path, "check", "none.md", "--format", "json", variables=FRENCH).out
    )
