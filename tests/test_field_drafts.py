"""Read drafts as people write them, and texts that are none, as their authors meant them.

Beside each draft of `drafts/field` and `drafts/bodies` a JSON file says what is meant: whether it
is a draft, its organ, the numbers of its paragraphs and notes, and where its parts begin and end.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source

FOLDERS = [Path(__file__).parent / "drafts" / name for name in ("field", "bodies")]
_COUNTS = ("preambular", "operative", "sub", "notes")

NOT_READ = {
    "a24_messy_unnumbered.md": "the organ line names the Assembly; the author meant another body",
    "a33_oas_es.md": "the organ line is that of the Assembly; another organization has one, too",
}
"""Drafts that are read in another way than meant, each with the reason."""


def meant(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def read(path: Path) -> Draft:
    return read_draft(Source(path.read_bytes().decode("utf-8"), path.name))


def drafts() -> list[Path]:
    return sorted(
        path for folder in FOLDERS for path in folder.iterdir() if path.suffix in (".md", ".txt")
    )


def is_right(draft: Draft, expected: dict[str, Any]) -> bool:
    """Tell whether a draft is read as it is meant; an organ of its own is one of no known name."""
    organ = draft.organ if draft.organ in ("GA", "SC", "ECOSOC", "HRC") else "other"
    return (
        draft.is_resolution
        and organ == expected["organ"]
        and counts_of(draft) == tuple(expected[name] for name in _COUNTS)
    )


def words(text: str) -> str:
    """Return the letters and figures of a text: marks, spaces and brackets count for nothing."""
    return re.sub(r"[\W_]+", "", text).casefold()


@pytest.mark.parametrize("path", drafts(), ids=lambda path: path.name)
def test_a_draft_is_read_as_it_is_meant(path: Path) -> None:
    draft, expected = read(path), meant(path)
    if not expected["draft"]:
        assert not draft.is_resolution
    elif path.name in NOT_READ:
        assert not is_right(draft, expected), "it is read right now: take it off the list"
    else:
        assert draft.is_resolution
        assert draft.language == expected["language"]
        assert counts_of(draft) == tuple(expected[name] for name in _COUNTS)
        assert is_right(draft, expected)


@pytest.mark.parametrize("path", drafts(), ids=lambda path: path.name)
def test_the_parts_begin_and_end_where_they_are_meant_to(path: Path) -> None:
    draft, expected = read(path), meant(path)
    if not expected["draft"] or path.name in NOT_READ:
        return
    resolution = draft.resolutions[0]
    for paragraphs, at, key in (
        (resolution.preamble, 0, "first_preambular"),
        (resolution.operative, -1, "last_operative"),
    ):
        opening = expected.get(key)
        if opening:
            start = paragraphs[at].start
            written = words(draft.source.text[start : start + 200])
            assert words(paragraphs[at].text).startswith(words(opening)) or (
                words(opening) in written
            )


def test_the_list_of_drafts_that_are_not_read_names_drafts() -> None:
    assert {path.name for path in drafts()} >= NOT_READ.keys()
