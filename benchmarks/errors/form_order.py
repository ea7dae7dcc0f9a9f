"""Errors in the order of parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import cut, put
from reslint.draft.model import CLOSING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View


@error_kind("FORM002", "preambular-after-operative")
def preambular_late(view: View, _: Random) -> Iterator[InjectedError]:
    """Move a preambular paragraph after the first operative paragraph."""
    for resolution in view.draft.resolutions:
        preamble, operative = resolution.preamble, resolution.operative
        if len(preamble) < 3 or len(operative) < 2 or not view.is_single(operative[0]):
            continue
        for paragraph, following in zip(preamble[1:], preamble[2:], strict=False):
            phrase, next_phrase = view.phrase(paragraph), view.phrase(following)
            if phrase is None or next_phrase is None or not view.is_single(paragraph):
                continue
            if phrase.repetition or next_phrase.repetition or "operative" in phrase.parts:
                continue
            moved = view.text[paragraph.start : paragraph.end]
            where = put(operative[0].end, view.text[slice(*view.gap_after(operative[0]))] + moved)
            away = cut(paragraph.start, view.gap_after(paragraph)[1])
            yield InjectedError([away, where], [where], paragraph=paragraph.place)


@error_kind("FORM002", "closing-before-last")
def closing_early(view: View, _: Random) -> Iterator[InjectedError]:
    """Move the closing line before the last operative paragraph."""
    closing = view.draft.part(CLOSING)
    operative = view.draft.resolutions[-1].operative
    if len(closing) != 1 or len(operative) < 2 or len(view.draft.resolutions) > 1:
        return
    last, line = operative[-1], closing[0]
    if last.children or len(last.blocks) > 1 or operative[-2].children or line.markers:
        return
    gap = view.gap_after(operative[-2])
    where = put(gap[1], view.text[line.start : line.end] + view.text[slice(*gap)])
    away = cut(line.start, view.gap_after(line)[1])
    if where.start <= last.start < away.start:
        yield InjectedError([where, away], [where], paragraph=line.place)
