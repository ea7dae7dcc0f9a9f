"""`reslint init`, `reslint config`, settings for some of the files, schemas for editors."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from reslint.settings.config import ConfigError
from reslint.settings.finding import read_config
from tests.cli.run import command, environment, reslint
from tests.conftest import ROOT
from tests.texts import DRAFT

FRENCH = """*L’Assemblée générale*,

Rappelant sa résolution 70/1 du 25 septembre 2015,

1. *Prie* le Secrétaire général de faire rapport ;

2. *Décide* de rester saisie de la question.
"""


def test_init_writes_a_file_that_says_nothing_unasked(tmp_path: Path) -> None:
    outcome = reslint(tmp_path, "init")
    assert (outcome.code, outcome.err) == (0, "")
    text = (tmp_path / "reslint.yaml").read_text()
    assert yaml.safe_load(text) is None
    # Every setting that it explains is one: without the marks, it is read.
    lines = [
        line[2:]
        for line in text.split("\n")
        if line.startswith("#   ") or (line.startswith("# ") and ":" in line[:14])
    ]
    (tmp_path / "all.yaml").write_text("\n".join(lines))
    config = read_config(str(tmp_path / "all.yaml"))
    assert (config.language, config.organ, config.profile) == ("fr", "GA", "strict")
    assert config.overrides_for(str(tmp_path / "fr" / "a.md")) == (0,)
    (tmp_path / "draft.md").write_text(DRAFT)
    assert reslint(tmp_path, "check").code == 0
    again = reslint(tmp_path, "init")
    assert (again.code, "is there already" in again.err) == (2, True)
    assert reslint(tmp_path, "init", "--force", "--organ", "SC").code == 0
    assert yaml.safe_load((tmp_path / "reslint.yaml").read_text()) == {"organ": "SC"}
    assert reslint(tmp_path, "init", "nowhere").code == 2


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
    assert "override for fr/*.md: does not hold here" in outcome.out
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


def test_schemas_are_current() -> None:
    subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_schemas.py"), "--check"],
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(
    "path",
    [*(ROOT / "rules" / "standard").glob("*.yaml"), *(ROOT / "examples").glob("*/[!r]*.yaml")],
    ids=lambda path: path.name,
)
def test_rule_files_fit_their_schema(path: Path) -> None:
    document = yaml.load(path.read_text(), Loader=yaml.BaseLoader)

    def numbers(value: object) -> object:
        # A loader without types gives text; where the schema wants others, they are read as such.
        if isinstance(value, list):
            return [numbers(one) for one in value]
        if isinstance(value, dict):
            return {
                key: yaml.safe_load(one) if key in ("line", "fix") and one else numbers(one)
                for key, one in value.items()
            }
        return value

    assert [
        error.message for error in validator("rules.schema.json").iter_errors(numbers(document))
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "select: LEAD",
        "select: [LEAD]\nignore: [X]\nlanguage: fr\norgan: GA\nprofile: strict\nrules: [a]\n"
        'message_language: en\nseverity: {LEAD001: "off", LEAD002: hint}\n'
        "overrides: [{files: a, severity: {LEAD001: info}}]",
        "selct: [LEAD]",
        "language: xx",
        "severity: {LEAD001: grave}",
        "overrides: [{language: fr}]",
        "rules: 1",
    ],
)
def test_the_schema_of_settings_and_reslint_agree(tmp_path: Path, text: str) -> None:
    path = tmp_path / "reslint.yaml"
    path.write_text(text)
    try:
        read_config(str(path))
        sound = True
    except ConfigError:
        sound = False
    assert validator("settings.schema.json").is_valid(yaml.safe_load(text)) == sound
