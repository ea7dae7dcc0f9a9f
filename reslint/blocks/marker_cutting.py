"""Note markers written as text, taken out of a block's plain text and kept beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from reslint.blocks import markers as notation
from reslint.blocks.model import Inline, Marker, PlainText
from reslint.data.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKET_BEFORE = expression(r"[(⁽][\u200e\u200f]*\Z")
_BRACKET_AFTER = expression(r"[\u200e\u200f]*[)⁾]")


def cut_markers(inline: Inline) -> None:
    """Takes markers written as text out of the plain text and keeps them beside it."""
    text = inline.plain
    plain = PlainText(text, inline.runs)
    cuts: list[tuple[int, int]] = []
    gone = 0
    for match in _written_markers(text):
        bracket = match["bracket"] or match["square"]
        number = bracket or match["caret"] or match["letter"].translate(notation.TO_DIGITS)
        if not bracket and notation.is_unit_power(text[: match.start()], number):
            continue
        start, end = plain.source_span(match.start(), match.end())
        group = match.lastgroup or ""
        digits = plain.source_span(*match.span(group))
        inline.markers.append(Marker(match.start() - gone, number, start, end, digits, group))
        cuts.append(match.span())
        gone += match.end() - match.start()
    if not cuts:
        return
    gone_before = _Cuts(cuts).before
    for marker in inline.markers[: len(inline.markers) - len(cuts)]:
        marker.at -= gone_before(marker.at)
    inline.markers.sort(key=lambda marker: marker.start)
    _cut_out(inline, cuts)


def _written_markers(text: str) -> Iterator[re.Match[str]]:
    """The markers in a text. A search for their first characters alone is several times faster."""
    position = 0
    while first := notation.IN_TEXT_FIRST.search(text, position):
        match = notation.IN_TEXT.match(text, first.start())
        if match is None:
            position = first.end()
        else:
            position = match.end()
            yield match


def take_brackets(inline: Inline, raw: str) -> None:
    """Makes the parentheses around a marker part of it: Arabic writes `<sup>(</sup>¹<sup>)</sup>`.

    They may be superscript by themselves; the empty tags go with them.
    """
    text = inline.plain
    plain = PlainText(text, inline.runs)
    cuts: list[tuple[int, int]] = []
    for marker in inline.markers:
        opening = _BRACKET_BEFORE.search(text, max(marker.at - 4, 0), marker.at)
        closing = _BRACKET_AFTER.match(text, marker.at)
        if opening is None or closing is None or (cuts and opening.start() < cuts[-1][1]):
            continue
        start, end = plain.source_start(opening.start()), plain.source_end(closing.end())
        if raw.startswith("<sup>", start - 5) and start >= 5:
            start -= 5
        if raw.startswith("</sup>", end):
            end += 6
        marker.start, marker.end = min(start, marker.start), max(end, marker.end)
        cuts.append((opening.start(), closing.end()))
    if not cuts:
        return
    gone_before = _Cuts(cuts).before
    for marker in inline.markers:
        marker.at -= gone_before(marker.at)
    _cut_out(inline, cuts)


def _cut_out(inline: Inline, cuts: list[tuple[int, int]]) -> None:
    """Takes spans of the plain text out of it and moves what lies behind them."""
    text = inline.plain
    gone_before = _Cuts(cuts).before
    for emphasis in inline.emphases:
        emphasis.start -= gone_before(emphasis.start)
        emphasis.end -= gone_before(emphasis.end)
    for link in inline.links:
        link.start -= gone_before(link.start)
        link.end -= gone_before(link.end)
    inline.plain = "".join(
        text[start:end]
        for start, end in zip(
            [0, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), len(text)], strict=True
        )
    )
    inline.runs = _without(inline.runs, cuts, len(text))


class _Cuts:
    """Cuts in order of place, and how much they take out before each offset."""

    __slots__ = ("_gone", "_spans", "_starts")

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self._gone = [0, *accumulate(end - start for start, end in spans)]

    def before(self, offset: int) -> int:
        """How many characters are cut before a plain offset."""
        index = bisect_left(self._starts, offset)
        if not index:
            return 0
        start, end = self._spans[index - 1]
        return self._gone[index - 1] + min(end, offset) - start


def _without(
    runs: list[tuple[int, int, int]], cuts: list[tuple[int, int]], length: int
) -> list[tuple[int, int, int]]:
    """The runs of a text of `length` characters after `cuts` are taken out."""
    kept: list[tuple[int, int, int]] = []
    gone_before = _Cuts(cuts).before
    ends = [end for _, end in cuts]
    starts = [start for start, _ in cuts]
    for index, (start, raw, raw_length) in enumerate(runs):
        end = runs[index + 1][0] if index + 1 < len(runs) else length
        one_to_one = raw_length == end - start
        at = start
        within = cuts[bisect_right(ends, at) : bisect_right(starts, end)]
        for cut_start, cut_end in [*within, (end, end)]:
            if cut_end <= at or (cut_start >= end and cut_start != end):
                continue
            upto = min(max(cut_start, at), end)
            if upto > at:
                new_start = at - gone_before(at)
                if one_to_one:
                    kept.append((new_start, raw + at - start, upto - at))
                else:
                    kept.append((new_start, raw, raw_length))
            at = max(at, min(cut_end, end))
    return kept
