"""Patterns of files match as those of git do, in time linear in the path."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest

from reslint.settings.file_patterns import FilePatterns, PatternError

_NAMES = ("a", "b", "ab", "abc", "ba")
_FILES = ("a.md", "b.md", "x.y.md", "fr")
_PIECES = ("a", "b", "*", "?", "[ab]", "[!a]", "[^b]", "\\a", "\\*", ".md", "*.md", "fr")


def _paths(chance: random.Random, folder: Path) -> list[str]:
    """Make files in a folder; return their paths."""
    found = set()
    for _ in range(60):
        above = [chance.choice(_NAMES) for _ in range(chance.randint(0, 3))]
        path = folder.joinpath(*above, chance.choice(_FILES))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        found.add(path.relative_to(folder).as_posix())
    return sorted(found)


def _pattern(chance: random.Random) -> str:
    names = []
    for _ in range(chance.randint(1, 3)):
        whole = chance.random() < 0.2
        pieces = [chance.choice(_PIECES) for _ in range(chance.randint(1, 3))]
        names.append("**" if whole else "".join(pieces))
    before = chance.choice(("", "", "", "!", "/", "!/"))
    pattern = before + "/".join(names) + chance.choice(("", "", "", "/"))
    # Versions of git differ on two stars that are not a whole name.
    return re.sub(r"\*{2,}", _stars, pattern)


def _stars(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    whole = text[start - 1 : start] in ("", "/", "!") and text[end : end + 1] in ("", "/")
    return "**" if whole else "*"


def test_patterns_match_as_in_git(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    chance = random.Random(1)
    paths = _paths(chance, tmp_path)
    for _ in range(150):
        lines = [_pattern(chance) for _ in range(chance.randint(1, 3))]
        (tmp_path / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
        git = subprocess.run(
            ["git", "-C", str(tmp_path), "check-ignore", "--no-index", "--stdin"],
            input="\n".join(paths),
            capture_output=True,
            text=True,
            check=False,
        )
        patterns = FilePatterns(lines)
        taken = [path for path in paths if patterns.verdict(path)]
        assert taken == [line for line in git.stdout.split("\n") if line], lines


@pytest.mark.parametrize(
    ("line", "path", "folder", "verdict"),
    [
        ("fr/", "fr", True, True),
        ("fr/", "fr", False, None),
        ("fr/", "fr/a.md", False, True),
        ("# a.md", "a.md", False, None),
        ("\\#a.md", "#a.md", False, True),
        ("!a.md", "a.md", False, False),
        ("\\!a.md", "!a.md", False, True),
        ("a.md  ", "a.md", False, True),
        ("a\\ ", "a ", False, True),
        ("[a-c].md", "b.md", False, True),
        ("проект-*.md", "ru/проект-1.md", False, True),
        ("/a.md", "fr/a.md", False, None),
        ("**", "a.md", False, True),
    ],
)
def test_one_pattern(line: str, path: str, folder: bool, verdict: bool | None) -> None:
    assert FilePatterns([line]).verdict(path, folder=folder) is verdict


@pytest.mark.parametrize("line", ["[ab", "a\\", "/", "!", "a" * 1_001])
def test_a_wrong_pattern_is_refused_or_skipped(line: str) -> None:
    with pytest.raises(PatternError):
        FilePatterns([line])
    assert FilePatterns([line, "a.md"], skip_wrong=True).verdict("a.md") is True


def test_many_stars_do_not_backtrack() -> None:
    """A translation that backtracks would need more than 10^40 steps for each of these."""
    name = "a" * 250
    assert FilePatterns(["*a" * 100 + "*b"]).verdict(name) is None
    deep = "/".join(["a"] * 200)
    assert FilePatterns(["**/a/" * 60 + "b"]).verdict(deep) is None
