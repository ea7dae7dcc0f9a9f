"""Note markers and the beginnings of notes, in the notations that real texts use.

`[^1]` with `[^1]: …`, `<sup>1</sup>` with `<sup>1</sup> …`, superscript letters `¹` with `¹ …`,
and `[1]` with `[1] …` as word processors have it in plain text: closed up to what it follows, for
what a negotiation leaves open stands in brackets by itself (`by [2030]`, `20[30]`).
Converters write `^1^` for a raised number. Arabic texts put the number in parentheses. Ordinals
(`1<sup>er</sup>`), abbreviations (`n<sup>o</sup>`) and units (`m²`) are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from reslint.blocks.model import Inline, Marker, PlainText
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
TO_SUPERSCRIPTS = str.maketrans("0123456789", SUPERSCRIPTS)
IN_TEXT = expression(
    rf"""\[\^(?P<bracket>[^\]\s]{{1,12}})\]
    | (?<=[^\s\[(\u00a0])(?<![\s\u00a0][0-9])(?<![\s\u00a0][0-9]{{2}})
      \[(?P<square>[0-9]{{1,3}})\](?![\w(])
    | \^(?P<caret>[0-9]{{1,3}})\^
    | [⁽]?(?P<letter>[{SUPERSCRIPTS}]+)[⁾]?""",
    re.VERBOSE,
)
"""A marker written as text: in brackets or in superscript letters."""
IN_TEXT_FIRST = expression(rf"\[(?=[\^0-9])|\^(?=[0-9])|[⁽{SUPERSCRIPTS}]")
"""The first character of a marker written as text."""
NOTE_START = expression(
    rf"""[\s\u00a0\u200e\u200f]*(?:
      \[\^(?P<bracket>[^\]\s]{{1,12}})\]:?
    | \[(?P<square>[0-9]{{1,3}})\](?=[\s\u00a0]+[^\W\d_])
    | \^(?P<caret>[0-9]{{1,3}})\^
    | <sup>[\s\u200e\u200f]*
      [(]?(?P<superscript>[0-9]{{1,4}}|[a-z]|\*{{1,3}})[)]?[\s\u200e\u200f]*</sup>
    | [⁽]?(?P<letter>[{SUPERSCRIPTS}]+)[⁾]?
    )[\s\u00a0\u200e\u200f]*
    # What is left of the parentheses around an Arabic number that became mark-up.
    (?:\*{{0,3}}[(][\s\u200e\u200f]*[)]\*{{0,3}}[\s\u00a0\u200e\u200f]*)?""",
    re.VERBOSE,
)
"""The beginning of a block that is a note."""
SUPERSCRIPT_NUMBER = expression(r"[\s\u200e\u200f]*[(]?([0-9]{1,4}|\*{1,3})[)]?[\s\u200e\u200f]*")
SUPERSCRIPT_LETTER = expression(r"[\s\u200e\u200f]*[(]?([a-z])[)]?[\s\u200e\u200f]*")
_ROMAN = expression(r"[IVXLCDM]+")
_YEAR_BEFORE = expression(r"(?<!\w)(?:19|20)[0-9]{2}\Z")
_CLAUSE_ENDS = ",;:.)，；。،؛"
_UNIT_BEFORE = expression(r"(?:^|[\W\d])(?:[kcd]?m|[кс]?м)$")
_BRACKET_BEFORE = expression(r"[(⁽][\u200e\u200f]*\Z")
_BRACKET_AFTER = expression(r"[\u200e\u200f]*[)⁾]")


def is_unit_power(before: str, number: str) -> bool:
    """Whether a superscript 2 or 3 after `before` is a power (m², km³), no marker."""
    return number in ("2", "3") and _UNIT_BEFORE.search(before[-4:]) is not None


def is_letter_marker(before: str, after: str) -> bool:
    """Whether a single superscript letter between `before` and `after` can be a marker.

    After a digit or a lone letter it is an ordinal or an abbreviation (8744ª, n<sup>o</sup>), but
    for a year at the end of a clause.
    """
    before = before.rstrip()
    if _YEAR_BEFORE.search(before[-5:]) is not None and after[:1] in _CLAUSE_ENDS:
        return True
    if not before or before[-1].isdigit():
        return False
    word = re.search(r"\w+$", before)
    if word is None:
        return True
    return len(word[0]) > 2 and _ROMAN.fullmatch(word[0]) is None  # XXI<sup>e</sup>


def cut_markers(inline: Inline) -> None:
    """Takes markers written as text out of the plain text and keeps them beside it."""
    text = inline.plain
    plain = PlainText(text, inline.runs)
    cuts: list[tuple[int, int]] = []
    gone = 0
    for match in _written_markers(text):
        bracket = match["bracket"] or match["square"]
        number = bracket or match["caret"] or match["letter"].translate(TO_DIGITS)
        if not bracket and is_unit_power(text[: match.start()], number):
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
    while first := IN_TEXT_FIRST.search(text, position):
        match = IN_TEXT.match(text, first.start())
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
