"""Settings files are read strictly: every error has its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reslint.settings.finding import read_config
from reslint.settings.table import SETTINGS
from tests.settings.files import KNOWN, errors, write

LANGUAGES = "ar, en, es, fr, ru, zh"
LEVELS = "error, warning, info, hint, off"
KEYS = (
    "select, ignore, severity, language, organ, profile, rules, registry, message_language, "
    "vocabulary, changes, require_drafts, extends, exclude, force_exclude, fail_on, format, "
    "versions, overrides"
)
OVERRIDE_KEYS = (
    "files, select, ignore, severity, language, organ, profile, message_language, vocabulary, "
    "changes, require_drafts, fail_on"
)


def test_every_setting(tmp_path: Path) -> None:
    path = write(
        tmp_path / "reslint.yaml",
        "select: [LEAD, NUM001]\nignore: LEAD001\nseverity: {LEAD002: info, NUM001: off}\n"
        "language: fr\norgan: SC\nprofile: strict\nrules: [house]\nregistry: own.tsv\n"
        "message_language: fr\n"
        "vocabulary: [e-participation, Haelth]\nchanges: original\nrequire_drafts: true\n",
    )
    config = read_config(path)
    assert config.values == {
        "select": {"LEAD", "NUM001"},
        "ignore": {"LEAD001"},
        "severity": {"LEAD002": "info", "NUM001": "off"},
        "language": "fr",
        "organ": "SC",
        "profile": "strict",
        "rules": (str(tmp_path / "house"),),
        "registry": (str(tmp_path / "own.tsv"),),
        "message_language": "fr",
        "vocabulary": {"e-participation", "Haelth"},
        "changes": "original",
        "require_drafts": True,
    }
    of_lint = {setting.name for setting in SETTINGS if setting.in_file}
    assert set(config.values) == of_lint
    lines = {name: int(origin.removeprefix(f"{path}:")) for name, origin in config.origins.items()}
    assert lines == {name: number for number, name in enumerate(config.values, 1)}
    assert config.positions == {
        "LEAD": (path, 1, 10),
        "NUM001": (path, 1, 16),
        "LEAD001": (path, 2, 9),
        "severity of LEAD002": (path, 3, 12),
        "severity of NUM001": (path, 3, 27),
    }
    assert config.check_codes(KNOWN) == []


def test_the_same_in_toml(tmp_path: Path) -> None:
    path = write(
        tmp_path / "pyproject.toml",
        '[project]\nname = "texts"\n\n[tool.reslint]\nselect = ["LEAD"]\n'
        'severity = {LEAD002 = "hint", NUM001 = false}\n',
    )
    config = read_config(path)
    assert config.values == {
        "select": {"LEAD"},
        "severity": {"LEAD002": "hint", "NUM001": "off"},
    }
    assert config.origins == {"select": f"{path}:5", "severity": f"{path}:6"}


@pytest.mark.parametrize("text", ["select: []\n", "ignore: []\n", "rules: []\n", "severity: {}\n"])
def test_a_setting_may_be_empty(tmp_path: Path, text: str) -> None:
    config = read_config(write(tmp_path / "reslint.yaml", text))
    name = text.partition(":")[0]
    assert list(config.values) == [name]
    assert not config.values[name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("selct: [LEAD]\n", [(1, 1, 'unknown key "selct"; did you mean select?')]),
        ("report_from: hint\n", [(1, 1, f'unknown key "report_from" (known: {KEYS})')]),
        ("files: a\n", [(1, 1, 'unknown key "files"; did you mean profile?')]),
        ("select: {a: b}\n", [(1, 9, '"select" must be a list ([…, …])')]),
        ("select:\n", [(1, 8, '"select" must be a list ([…, …])')]),
        ("ignore: [LEAD, 1]\n", [(1, 16, '"ignore" must hold nothing but text')]),
        ('vocabulary: [a, " "]\n', [(1, 17, '"vocabulary" must hold nothing but text')]),
        ("rules: 1\n", [(1, 8, '"rules" must be a list ([…, …])')]),
        ("rules:\n  - [a]\n", [(2, 5, '"rules" must hold nothing but text')]),
        ("language: xx\n", [(1, 11, f'"language" must be one of {LANGUAGES}')]),
        ("language: [fr]\n", [(1, 11, f'"language" must be one of {LANGUAGES}')]),
        (
            "organ: ga\n",
            [(1, 8, '"organ" must be one of GA, SC, ECOSOC, HRC, other; did you mean GA?')],
        ),
        (
            "profile: strickt\n",
            [(1, 10, '"profile" must be one of standard, strict, mun; did you mean strict?')],
        ),
        ("message_language: es\n", [(1, 19, '"message_language" must be one of en, fr')]),
        (
            "severity: [LEAD]\n",
            [(1, 11, '"severity" must give each code its level (LEAD003: info)')],
        ),
        (
            "severity:\n  LEAD001: info\n  NUM001: bad\n",
            [(3, 11, f'"severity" of NUM001 must be one of {LEVELS}')],
        ),
        (
            "severity: {NUM001: true}\n",
            [(1, 20, f'"severity" of NUM001 must be one of {LEVELS}')],
        ),
        ("- a\n- b\n", [(1, 1, "the settings must be keys with values (select: …)")]),
        ("just text\n", [(1, 1, "the settings must be keys with values (select: …)")]),
        ("overrides: {files: a}\n", [(1, 12, '"overrides" must be a list (- files: […])')]),
        (
            "overrides: [{language: fr}]\n",
            [(1, 13, 'each of "overrides" must name its files (- files: ["fr/*.md"])')],
        ),
        (
            "overrides:\n  - a\n",
            [(2, 5, 'each of "overrides" must name its files (- files: ["fr/*.md"])')],
        ),
        (
            "overrides:\n  - files: [a]\n    langage: fr\n",
            [(3, 5, 'unknown key "langage"; did you mean language?')],
        ),
        (
            "overrides:\n  - files: [a]\n    rules: 1\n",
            [(3, 5, 'unknown key "rules"; did you mean files?')],
        ),
        (
            "overrides:\n  - files: [a]\n    xyz: [b]\n",
            [(3, 5, f'unknown key "xyz" (known: {OVERRIDE_KEYS})')],
        ),
        (
            "overrides: [{files: [a], language: xx}]\n",
            [(1, 36, f'"language" must be one of {LANGUAGES}')],
        ),
        ("overrides: [{files: [1]}]\n", [(1, 22, '"files" must hold nothing but text')]),
        ("overrides: [{files: {}}]\n", [(1, 21, '"files" must be a list ([…, …])')]),
        # All errors, in the order of their places.
        (
            "profile: x\nselct: a\nignore: 1\n",
            [
                (1, 10, '"profile" must be one of standard, strict, mun'),
                (2, 1, 'unknown key "selct"; did you mean select?'),
                (3, 9, '"ignore" must be a list ([…, …])'),
            ],
        ),
    ],
)
def test_errors(tmp_path: Path, text: str, found: list[tuple[int, int, str]]) -> None:
    assert errors(write(tmp_path / "reslint.yaml", text)) == found


def test_a_pattern_that_cannot_be_used(tmp_path: Path) -> None:
    path = write(tmp_path / "reslint.yaml", 'overrides:\n  - files: ["!"]\n')
    ((line, column, message),) = errors(path)
    assert (line, column) == (2, 12)
    assert message.startswith('"files": ')


@pytest.mark.parametrize("text", ["a: [\n", "a: &x b\nc: *x\n", "select: [LEAD]\nselect: []\n"])
def test_broken_yaml_is_an_error_with_a_place(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "reslint.yaml", text)
    assert all(line > 0 for line, _, _ in errors(path))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[tool.reslint]\norgn = "GA"\n', [(2, 1, 'unknown key "orgn"; did you mean organ?')]),
        ("[tool.reslint]\nignore = 1\n", [(2, 1, '"ignore" must be a list ([…, …])')]),
        (
            '[tool.reslint]\n[tool.reslint.severity]\nNUM001 = "bad"\n',
            [(3, 1, f'"severity" of NUM001 must be one of {LEVELS}')],
        ),
        ("[tool]\nreslint = 1\n", [(2, 1, "the settings must be keys with values (select: …)")]),
    ],
)
def test_errors_in_toml(tmp_path: Path, text: str, found: list[tuple[int, int, str]]) -> None:
    path = write(tmp_path / "pyproject.toml", text)
    assert [message for _, _, message in errors(path)] == [message for _, _, message in found]
    if "tool.reslint" in text:
        assert errors(path) == found


def test_broken_toml(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", "[tool.reslint\n")
    ((line, column, message),) = errors(path)
    assert (line, column) == (0, 0)
    assert message.startswith("broken TOML: ")


def test_a_number_in_toml_that_python_refuses(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", f"[tool.reslint]\nnumber = {'9' * 5000}\n")
    ((line, column, message),) = errors(path)
    assert (line, column) == (0, 0)
    assert message.startswith("broken TOML: Exceeds the limit")


def test_missing_file(tmp_path: Path) -> None:
    for name in ("none.yaml", "none.toml"):
        ((_, _, message),) = errors(str(tmp_path / name))
        assert message == "cannot be read (No such file or directory)"


@pytest.mark.parametrize("text", ["", "# language: fr\n"])
def test_a_file_of_comments_sets_nothing(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "reslint.yaml", text)
    config = read_config(path)
    assert (config.path, config.values, config.overrides) == (path, {}, ())


def test_a_key_of_too_many_parts_is_refused_before_the_parser_sees_it(tmp_path: Path) -> None:
    long = ".".join(["a"] * 20_000)
    path = write(tmp_path / "pyproject.toml", f"[tool.reslint]\norgan = 'GA'\n{long} = 1\n")
    assert errors(path) == [(3, 1, "a key has more than 64 parts")]
    quoted = ' . "b"' * 64
    path = write(tmp_path / "pyproject.toml", f"[tool.reslint]\n[x{quoted}]\n")
    assert errors(path) == [(2, 2, "a key has more than 64 parts")]


def test_long_texts_with_full_stops_are_no_keys(tmp_path: Path) -> None:
    names = ", ".join(f'"package-{number}>=1.2.3"' for number in range(200))
    text = f"[project]\ndependencies = [{names}]\n[tool.reslint]\norgan = 'GA'\n"
    assert read_config(write(tmp_path / "pyproject.toml", text)).values == {"organ": "GA"}


def test_a_toml_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    text = "[tool.reslint]\norgan = 'GA'\n" + "#" * 1_000_000
    path = write(tmp_path / "pyproject.toml", text)
    assert errors(path) == [(0, 0, "the file is larger than 1,000,000 bytes")]


def test_of_many_unknown_keys_the_first_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "reslint.yaml", "".join(f"k{n:03}: 1\n" for n in range(50)))
    found = errors(path)
    assert len(found) == 21
    assert found[-1] == (21, 1, "30 more keys are unknown")


def test_of_many_unknown_codes_the_first_are_named(tmp_path: Path) -> None:
    codes = ", ".join(f"XX{number:03}" for number in range(50))
    config = read_config(write(tmp_path / "reslint.yaml", f"ignore: [{codes}]\n"))
    messages = [problem.message for problem in config.check_codes({"LEAD001"})]
    assert len(messages) == 21
    assert messages[0] == "No rule has the code XX000."
    assert messages[-1] == "30 more codes are unknown."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_as_settings_or_rules_is_refused(tmp_path: Path) -> None:
    pipe = str(tmp_path / "reslint.yaml")
    os.mkfifo(pipe)
    assert errors(pipe) == [(0, 0, "is no regular file")]


def test_settings_of_the_run(tmp_path: Path) -> None:
    path = write(
        tmp_path / "reslint.yaml",
        "exclude:\n  - archive/\n  - '*.old.md'\nforce_exclude: true\nfail_on: error\n"
        "format: json\noverrides:\n  - files: a.md\n    fail_on: hint\n",
    )
    config = read_config(path)
    patterns = config.values.pop("exclude")
    assert [(one.text, one.path, one.line) for one in patterns] == [
        ("archive/", path, 2),
        ("*.old.md", path, 3),
    ]
    assert config.values == {"force_exclude": True, "fail_on": "error", "format": "json"}
    (override,) = config.overrides
    assert override.config.values == {"fail_on": "hint"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("exclude: ['a\\\\b']\n", (1, 10, "write / between folders")),
        ("fail_on: serious\n", (1, 10, "must be one of error, warning, info, hint")),
        ("format: pdf\n", (1, 9, "must be one of text, concise")),
        ("force_exclude: 1\n", (1, 16, "must be true or false")),
        ("overrides: [{files: a, format: json}]\n", (1, 24, 'unknown key "format"')),
    ],
)
def test_wrong_settings_of_the_run(tmp_path: Path, text: str, found: tuple[int, int, str]) -> None:
    ((line, column, message),) = errors(write(tmp_path / "reslint.yaml", text))
    assert (line, column) == found[:2]
    assert found[2] in message


def test_patterns_of_versions_are_whole_paths(tmp_path: Path) -> None:
    text = "versions: {en: original/*.docx, fr: ./trad/**/*_tr.docx}\n"
    base = tmp_path.as_posix()
    assert read_config(write(tmp_path / "reslint.yaml", text)).values["versions"] == {
        "en": f"{base}/original/*.docx",
        "fr": f"{base}/trad/**/*_tr.docx",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("versions: [a/*.md]\n", (1, 11, '"versions" must give each language its pattern')),
        ("versions: {xx: a/*.md}\n", (1, 16, '"xx" is no language that reslint knows')),
        ("versions: {en: a.md}\n", (1, 16, '"a.md" must have one star at least, and 8 at most')),
        ("versions: {en: '**/a/**/*.md'}\n", (1, 16, '"**/a/**/*.md" must not have ** twice')),
    ],
)
def test_wrong_patterns_of_versions(tmp_path: Path, text: str, found: tuple[int, int, str]) -> None:
    assert errors(write(tmp_path / "reslint.yaml", text)) == [found]
