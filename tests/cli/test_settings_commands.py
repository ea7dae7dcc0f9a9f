"""`reslint init`, `reslint config`, settings for some of the files."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.run import command, environment, reslint
from tests.texts import DRAFT

FRENCH = """*L’Assemblée générale*,

Rappelant sa résolution 70/1 du 25 septembre 2015,

1. *Prie* le Secrétaire général de faire rapport ;

2. *Décide* de rester saisie de la question.
"""

INIT = """\
# Settings of reslint, for the drafts in this folder and below it.

# The language and the organ of the drafts. If not set, they are detected in each draft.
# language: fr
# organ: GA

# standard, strict with more rules, or mun for Model United Nations.
# profile: strict

# Only these rules, or all but these: codes or their beginnings (reslint rules lists them).
# select: [LEAD, NUM, NOTE]
# ignore: [TYPO006]

# The severity of the findings of a rule: error, warning, info, hint, or "off".
# severity: {FORM009: hint}

# Words and names of your own, which are never reported as errors.
# vocabulary: [e-participation]

# Folders with your own rules, relative to this file.
# rules: [house-rules]

# Registries of your own (see reslint registry add), relative to this file.
# registry: [reslint-registry.tsv]

# Whether a file that is not read as a draft is an error.
# require_drafts: true

# Settings files that this one builds on: paths from this file, or package:NAME/path for a file in
# an installed Python package. The later ones, then this file, are stronger.
# extends: [../reslint.yaml]

# Files and folders that are not checked: patterns as in .gitignore, from this file. A file that
# is named is checked all the same, unless with force_exclude.
# exclude: ["archive/", "*.old.md"]
# force_exclude: true

# The lowest severity that makes the exit code 1.
# fail_on: error

# The format of the report.
# format: concise

# Which files are language versions of one draft, for concordance: a pattern for each language,
# from this file. Files are versions where the stars stand for the same.
# versions: {en: "original/*.docx", fr: "traduction/*_tr.docx"}

# Other settings for some files, with patterns as in .gitignore. The last match counts.
# overrides:
#   - files: ["fr/*.md"]
#     language: fr
"""


def test_init_writes_a_file_that_says_nothing_unasked(tmp_path: Path) -> None:
    outcome = reslint(tmp_path, "init")
    assert (outcome.code, outcome.err) == (0, "")
    text = (tmp_path / "reslint.yaml").read_text()
    assert yaml.safe_load(text) is None
    assert text == INIT
    (tmp_path / "draft.md").write_text(DRAFT)
    assert reslint(tmp_path, "check").code == 0
    again = reslint(tmp_path, "init")
    assert (again.code, "exists already" in again.err) == (2, True)
    assert reslint(tmp_path, "init", "--force", "--organ", "SC").code == 0
    assert yaml.safe_load((tmp_path / "reslint.yaml").read_text()) == {"organ": "SC"}
    assert reslint(tmp_path, "init", "nowhere").code == 2


def test_init_and_config_speak_the_language_of_the_user(tmp_path: Path) -> None:
    french = {"LANG": "fr_FR.UTF-8"}
    outcome = reslint(tmp_path, "init", "--organ", "GA", variables=french)
    assert outcome.out == "reslint.yaml écrit.\n"
    lines = (tmp_path / "reslint.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[0] == (
        "# Paramètres de reslint, pour les projets de ce dossier et des dossiers qu’il contient."
    )
    assert "organ: GA" in lines
    assert not any("drafts" in line and "require" not in line for line in lines)
    lines = reslint(tmp_path, "config", variables=french).out.splitlines()
    assert lines[0] == "fichier de paramètres : reslint.yaml"
    assert lines[3].split() == ["severity", "(celle", "de", "chaque", "règle)", "par", "défaut"]
    again = reslint(tmp_path, "init", "--message-language", "en", variables=french)
    assert again.err == "reslint init: reslint.yaml exists already (--force replaces it)\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals")
def test_init_asks_on_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command("init"),
        cwd=tmp_path,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(),
    ) as process:
        os.close(theirs)
        os.write(ours, b"klingon\nfr\nhrc\n")
        assert process.wait(timeout=60) == 0
    os.close(ours)
    assert yaml.safe_load((tmp_path / "reslint.yaml").read_text()) == {
        "language": "fr",
        "organ": "HRC",
    }


def test_init_says_what_is_wrong_before_it_asks(tmp_path: Path) -> None:
    outcome = reslint(tmp_path, "init", "nowhere")
    said = "reslint init: there is no folder nowhere\n"
    assert (outcome.code, outcome.out, outcome.err) == (2, "", said)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "a.md").write_text(FRENCH)
    (tmp_path / "b.md").write_text(FRENCH)
    (tmp_path / "reslint.yaml").write_text(
        "ignore: [TYPO]\nseverity: {LEAD002: info}\n"
        'overrides:\n  - files: ["fr/*.md"]\n    language: fr\n    ignore: [LEAD002]\n'
        '  - files: "*.txt"\n    profile: strict\n'
    )
    return tmp_path


def test_settings_for_some_of_the_files(folder: Path) -> None:
    for where, arguments in ((folder, ["fr", "b.md"]), (folder / "fr", ["a.md", "../b.md"])):
        files = json.loads(reslint(where, "check", "--format", "json", *arguments).out)["files"]
        found = {
            os.path.basename(one["path"]): [each["code"] for each in one["diagnostics"]]
            for one in files
        }
        assert found == {"a.md": [], "b.md": ["LEAD002"]}


def test_config_says_what_holds_and_why(folder: Path) -> None:
    outcome = reslint(folder, "config", "fr/a.md")
    assert (outcome.code, outcome.err) == (0, "")
    lines = [line.split() for line in outcome.out.splitlines()]
    assert lines[0] == ["settings", "file:", "reslint.yaml"]
    assert ["ignore", "[LEAD002,", "TYPO]", "reslint.yaml:1,", "reslint.yaml:6"] in lines
    assert ["language", "fr", "reslint.yaml:5"] in lines
    assert ["severity", "{LEAD002:", "info}", "reslint.yaml:2"] in lines
    assert ["profile", "(standard)", "default"] in lines
    outcome = reslint(folder, "config", "b.md")
    assert "override for fr/*.md: does not apply here" in outcome.out
    assert reslint(folder, "config", "none.md").code == 2
    assert reslint(folder, "config", "--config", "none.yaml").code == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("overrides: {files: a}", "must be a list"),
        ("overrides: [{language: fr}]", "must name its files"),
        ("overrides: [{files: [a], langage: fr}]", "did you mean language?"),
        ("overrides: [{files: [a], language: xx}]", "must be one of"),
        ("overrides: [{files: [a], rules: [b]}]", 'unknown key "rules"'),
        ("overrides: [{files: [1]}]", "nothing but text"),
        ("overrides: [{files: [a], ignore: [NOPE001]}]", "No rule has the code NOPE001"),
    ],
)
def test_wrong_overrides(folder: Path, text: str, words: str) -> None:
    (folder / "reslint.yaml").write_text(text + "\n")
    (folder / "a").write_text(FRENCH)
    outcome = reslint(folder, "check", "a")
    assert outcome.code == 2
    assert words in outcome.err
    assert outcome.err.startswith("reslint: reslint.yaml:1:")
