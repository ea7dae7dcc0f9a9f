"""`--no-cache`, `--cache-dir`, `reslint cache`; compiled house rules stay few."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reslint.data import cache_care
from tests.cli.run import reslint
from tests.texts import DRAFT

RULE = """code: HOUSE001
name: no-gizmos
check: text.forbidden
languages: [en]
parameters: {words: [%s]}
severity: warning
message: {en: 'Not "{match}".', fr: 'Pas « {match} ».'}
why: {en: So it is., fr: C’est ainsi.}
source: {title: House}
examples: [{language: en, bad: "The %s.", at: "%s", good: "The report."}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(DRAFT)
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.yaml").write_text(RULE % (("gizmos",) * 3))
    (tmp_path / "reslint.yaml").write_text("rules: [rules]\n")
    return tmp_path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_a_cache_of_ones_own(folder: Path) -> None:
    place = folder / "kept"
    for _ in range(2):
        assert reslint(folder, "check", "draft.md", ".", "--cache-dir", "kept").code == 0
    assert "compiled" in names(place / "reslint")
    outcome = reslint(folder, "cache", "info", "--cache-dir", "kept")
    lines = outcome.out.splitlines()
    assert lines[0] == f"cache: {place / 'reslint'}"
    assert lines[1].startswith("compiled rules: ")
    assert lines[1].endswith(" MB")
    french = reslint(folder, "cache", "info", "--cache-dir", "kept", "--message-language", "fr")
    assert french.out.splitlines()[1].startswith("règles compilées : ")
    outcome = reslint(folder, "cache", "clean", "--cache-dir", "kept")
    assert (outcome.code, outcome.out) == (0, f"{place / 'reslint'} emptied.\n")
    assert names(place / "reslint") == set()
    assert reslint(folder, "cache", "info", "--cache-dir", "kept").out.count("\n") == 1


def test_no_cache_means_none_of_any_kind(folder: Path) -> None:
    (folder / "second.md").write_text(DRAFT)
    outcome = reslint(folder, "check", ".", "--cache-dir", "kept", "--no-cache")
    assert outcome.code == 0
    assert names(folder / "kept") == set()
    said = "cache: none (RESLINT_NO_CACHE is set, or the folder is not yours alone)\n"
    assert reslint(folder, "cache", "info", variables={"RESLINT_NO_CACHE": "1"}).out == said


def test_a_rule_file_of_the_same_size_and_time_is_read_again(folder: Path) -> None:
    text = DRAFT.replace("*Requests*", "*Requests* gizmos,")
    (folder / "draft.md").write_text(text)
    rule = folder / "rules" / "a.yaml"
    assert "HOUSE001" in reslint(folder, "check", "draft.md").out
    status = rule.stat()
    rule.write_text(RULE % (("wizmos",) * 3))
    os.utime(rule, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (rule.stat().st_size, rule.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    for arguments in (["--no-cache"], []):
        assert "HOUSE001" not in reslint(folder, "check", "draft.md", *arguments).out


def test_compiled_groups_are_trimmed_to_the_newest(tmp_path: Path) -> None:
    for number in range(8):
        group = tmp_path / f"house-{number}"
        group.mkdir()
        (group / "a.bin").write_bytes(b"x")
        os.utime(group, ns=(number, number))
    cache_care.trim_groups(str(tmp_path), str(tmp_path / "house-0"), most=3)
    assert names(tmp_path) == {"house-0", "house-6", "house-7"}
