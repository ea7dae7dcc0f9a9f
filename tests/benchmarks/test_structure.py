"""Test the comparison of the structure read with the structure meant."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks import structure

_DRAFT = """*The General Assembly*,

*Recalling* the report,[^1]

1. *Decides* to open rooms:

    (a) In the east;

    (b) In the west;

2. *Requests* the Secretary-General to report.

[^1]: A/79/1.
"""
_MEANT = {
    "draft": True,
    "language": "en",
    "organ": "GA",
    "preambular": 1,
    "operative": 2,
    "sub": 2,
    "notes": 1,
}


def _write(folder: Path, name: str, text: str, meant: dict[str, object]) -> None:
    (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(meant), encoding="utf-8")


def test_a_draft_read_as_meant_is_exact(tmp_path: Path) -> None:
    _write(tmp_path, "a", _DRAFT, _MEANT)
    [read] = structure.read_folder(str(tmp_path))
    assert read.counts == (1, 2, 2, 1)
    assert read.exact and read.right_organ and not read.harms


def test_other_numbers_and_another_organ_are_told(tmp_path: Path) -> None:
    _write(tmp_path, "a", _DRAFT, _MEANT | {"operative": 3, "organ": "SC"})
    _write(tmp_path, "b", "A letter about rooms.\n", {"draft": False})
    first, second = structure.read_folder(str(tmp_path))
    assert first.recognized and not first.exact and not first.right_organ
    assert not second.is_draft and not second.recognized
    assert structure.table([first, second]) == [
        ["en", "1", "1", "0", "0", "0", "0.00"],
        ["all", "1", "1", "0", "0", "0", "0.00"],
    ]


def test_texts_without_a_meant_structure_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(_DRAFT, encoding="utf-8")
    assert structure.read_folder(str(tmp_path)) == []
