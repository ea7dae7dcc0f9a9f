"""Note markers written as text, taken out of a block's plain text and kept beside it."""

from __future__ import annotations

import re

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
    for marker in inline.markers[: len(inline.markers) - len(cuts)]:
        marker.at -= _cut_before(cuts, marker.at)
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
    for marker in inline.markers:
        marker.at -= _cut_before(cuts, marker.at)
    _cut_out(inline, cuts)


def _cut_out(inline: Inline, cuts: list[tuple[int, int]]) -> None:
    """Takes spans of the plain text out of it and moves what lies behind them."""
    text = inline.plain
    for emphasis in inline.emphases:
        emphasis.start -= _cut_before(cuts, emphasis.start)
        emphasis.end -= _cut_before(cuts, emphasis.end)
    for link in inline.links:
        link.start -= _cut_before(cuts, link.start)
        link.end -= _cut_before(cuts, link.end)
    inline.plain = "".join(
        text[start:end]
        for start, end in zip(
            [0, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), len(text)], strict=True
        )
    )
    inline.runs = _without(inline.runs, cuts, len(text))


def _cut_before(cuts: list[tuple[int, int]], offset: int) -> int:
    """How many characters are cut before a plain offset."""
    gone = 0
    for start, end in cuts:
        if start >= offset:
            break
        gone += min(end, offset) - start
    return gone


def _without(
    runs: list[tuple[int, int, int]], cuts: list[tuple[int, int]], length: int
) -> list[tuple[int, int, int]]:
    """The runs of a text of `length` characters after `cuts` are taken out."""
    kept: list[tuple[int, int, int]] = []
    for index, (start, raw, raw_length) in enumerate(runs):
        end = runs[index + 1][0] if index + 1 < len(runs) else length
        one_to_one = raw_length == end - start
        at = start
        for cut_start, cut_end in [*cuts, (end, end)]:
            if cut_end <= at or (cut_start >= end and cut_start != end):
                continue
            upto = min(max(cut_start, at), end)
            if upto > at:
                new_start = at - _cut_before(cuts, at)
                if one_to_one:
                    kept.append((new_start, raw + at - start, upto - at))
                else:
                    kept.append((new_start, raw, raw_length))
            at = max(at, min(cut_end, end))
    return kept
