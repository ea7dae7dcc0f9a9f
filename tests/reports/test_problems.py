"""Problems with files and settings in French."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.reports.problems import in_language
from tests.cli.run import reslint

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
