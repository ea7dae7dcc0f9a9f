"""Settings files for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.settings.config import ConfigError
from reslint.settings.finding import read_config

KNOWN = frozenset({"LEAD001", "LEAD002", "NUM001", "TOOL001"})
"""The codes of some rules."""


def write(path: Path, text: str) -> str:
    """Write a file and the folders above it; its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def errors(path: str) -> list[tuple[int, int, str]]:
    """Line, column and message of every error in a settings file."""
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    for problem in caught.value.problems:
        assert (problem.path, problem.code) == (path, "TOOL008")
    return [(one.line, one.column, one.message) for one in caught.value.problems]
