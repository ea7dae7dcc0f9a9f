"""What is said of files that are not read as drafts, and how drafts are required."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.run import reslint
from tests.draft.organ_texts import OPERATIVES

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = (
    "*The General Assembly*,\n\n*Stressing* that bridges serve every village,\n\n"
    "1. *Decides* to go on;\n\n2. *Requests* a report.\n"
)
SPANISH = f"*La Asamblea General*,\n\n*Subrayando* los puentes,\n\n{OPERATIVES['es']}"
NOTES = "# Notes\n\nThe wells are deep.\n"
NO_PHRASES = "no opening words of a resolution in any of the six languages"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(DRAFT)
    (tmp_path / "notes.md").write_text(NOTES)
    (tmp_path / "draft.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "page.html").write_text("<html></html>")
    (tmp_path / "program.py").write_text("1\n")
    return tmp_path


def test_a_folder_says_how_many_files_it_passed_over_and_why(folder: Path) -> None:
    outcome = reslint(folder, "check")
    assert outcome.code == 0
    assert outcome.out == (
        "1 draft checked: nothing to report.\n"
        f"3 files were not read as drafts: a PDF file (1); an HTML file (1); {NO_PHRASES} (1).\n"
    )


def test_verbose_names_each_with_its_reason(folder: Path) -> None:
    lines = reslint(folder, "check", "--verbose").out.splitlines()
    named = [
        "  draft.pdf: a PDF file",
        "  page.html: an HTML file",
        f"  notes.md: {NO_PHRASES}",
    ]
    assert lines[-3:] == named
    outcome = reslint(folder, "check", "--verbose", "--format", "json")
    assert outcome.err.splitlines() == named
    assert [one["path"] for one in json.loads(outcome.out)["files"]] == ["draft.md"]


def test_in_french(folder: Path) -> None:
    outcome = reslint(folder, "check", "notes.md", "--message-language", "fr")
    reason = "aucune formule initiale de résolution dans aucune des six langues"
    assert outcome.out.splitlines()[-1] == (f"1 fichier n’a pas été lu comme un projet : {reason}.")


@pytest.mark.parametrize(
    ("text", "options", "reason"),
    [
        ("", [], "empty"),
        (" \n\n", [], "empty"),
        (NOTES, [], NO_PHRASES),
        (
            "<!DOCTYPE html>\n<p>Recalling it,</p>\n",
            [],
            "only 1 paragraph opens like one of a resolution",
        ),
        (
            "Recalling our meeting, I write to you.\n",
            [],
            "only 1 paragraph opens like one of a resolution",
        ),
        (
            "Subrayando los puentes, escribo.\n\nNada.\n",
            ["--language", "fr"],
            "looks Spanish, settings say fr",
        ),
    ],
)
def test_the_reason(tmp_path: Path, text: str, options: list[str], reason: str) -> None:
    (tmp_path / "text.md").write_text(text)
    outcome = reslint(tmp_path, "check", "text.md", "--format", "json", *options)
    (one,) = json.loads(outcome.out)["files"]
    (found,) = one["diagnostics"]
    assert (outcome.code, found["code"], found["line"], found["column"]) == (0, "TOOL006", 1, 1)
    assert found["message"] == (
        f"This text was not recognized as a resolution ({reason}): nothing was checked."
    )


def test_required_drafts(folder: Path) -> None:
    outcome = reslint(folder, "check", "--require-drafts", "--format", "json")
    assert outcome.code == 2
    files = {one["path"]: one for one in json.loads(outcome.out)["files"]}
    assert sorted(files) == ["draft.md", "notes.md"]
    assert files["draft.md"]["errors"] == []
    (error,) = files["notes.md"]["errors"]
    assert error["code"] == "TOOL006"
    assert NO_PHRASES in error["message"]
    assert files["notes.md"]["diagnostics"] == []


def test_required_drafts_of_the_settings_and_with_fix(folder: Path) -> None:
    (folder / "reslint.yaml").write_text(
        "overrides:\n  - files: [notes.md]\n    require_drafts: true\n"
    )
    assert reslint(folder, "check", "draft.md").code == 0
    outcome = reslint(folder, "check", "notes.md", "--fix")
    assert outcome.code == 2
    assert outcome.out.startswith("notes.md: error TOOL006 ")
    assert (folder / "notes.md").read_text() == NOTES


def test_a_required_draft_is_a_yes_or_no(tmp_path: Path) -> None:
    (tmp_path / "reslint.yaml").write_text("require_drafts: maybe\n")
    (tmp_path / "draft.md").write_text(DRAFT)
    outcome = reslint(tmp_path, "check", "draft.md")
    assert outcome.code == 2
    assert '"require_drafts" must be true or false' in outcome.err


def test_the_counts_count_drafts(folder: Path) -> None:
    outcome = reslint(folder, "check", "draft.md", "notes.md")
    assert "1 draft checked: 1 finding (1 info)." in outcome.out
