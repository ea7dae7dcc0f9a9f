"""The parts of a draft that an editor can fold, as spans of the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft

REGION = "region"
COMMENT = "comment"

_APART = ("note", "comment", "front matter")


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines that fold into the first of them; both are 1-based, the last is folded, too."""

    first: int
    last: int
    kind: str


def folds(draft: Draft) -> list[Fold]:
    """What folds: parts, headings, paragraphs, comments, and notes that stand together."""
    source = draft.source
    found: dict[tuple[int, int], Fold] = {}
    for start, end, kind in _spans(draft):
        first, last = source.position(start)[0], source.position(max(start, end - 1))[0]
        if last > first:
            found.setdefault((first, last), Fold(first, last, kind))
    return [found[key] for key in sorted(found, key=lambda key: (key[0], -key[1]))]


def _spans(draft: Draft) -> Iterator[tuple[int, int, str]]:
    notes = [(note.paragraph.start, note.paragraph.end) for note in draft.notes]
    for root in outline(draft):
        for node in root.walk():
            # A part that ends with its last paragraph leaves the notes after it alone.
            yield node.start, node.end, REGION
    yield from ((*run, REGION) for run in _runs(draft, notes))
    for block in draft.blocks:
        if block.kind == "comment":
            yield block.start, block.end, COMMENT
        elif block.kind in _APART:
            yield block.start, block.end, REGION


def _runs(draft: Draft, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans between which nothing but white space stands, as one each."""
    text = draft.source.text
    run: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if run is not None and not text[run[1] : start].strip():
            run = (run[0], max(run[1], end))
            continue
        if run is not None:
            yield run
        run = (start, end)
    if run is not None:
        yield run
