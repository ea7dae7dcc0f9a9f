"""Find note markers and the beginnings of notes, in the notations that real texts use.

The notations, marker and beginning of the note, by the name in `Marker.notation`:

- `bracket`: `[^1]` and `[^1]: …`
- `superscript`: `<sup>1</sup>` and `<sup>1</sup> …`
- `letter`: `¹` and `¹ …`
- `square`: `[1]` and `[1] …`, from word processors. The marker directly follows a word: text still
  under negotiation is bracketed by itself (`by [2030]`, `20[30]`).
- `caret`: `^1^`, written by converters.

Arabic texts put the number in parentheses. Ordinals (`1<sup>er</sup>`), abbreviations
(`n<sup>o</sup>`) and units (`m²`) are not markers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from reslint.blocks.comments import CLOSING, OPENING
from reslint.blocks.label_words import label_words
from reslint.blocks.model import Inline, Marker, PlainText
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Notation


NOTATIONS: dict[str, Notation] = {
    "bracket": "bracket",
    "square": "square",
    "caret": "caret",
    "superscript": "superscript",
    "letter": "letter",
}
"""The notation by the name of a group of the patterns below."""
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT_STARTS = "⁽" + SUPERSCRIPTS
_RAISED_IN_UTF8 = b"\xe2\x81"
TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
TO_SUPERSCRIPTS = str.maketrans("0123456789", SUPERSCRIPTS)
_REFERENCE = r"\[\^(?P<bracket>[^\]\s]{1,12})\]"
_IN_TEXT = expression(
    rf"""{_REFERENCE}
    | (?<=[^\s\[(])(?<!\s[0-9])(?<!\s[0-9]{{2}})
      \[(?P<square>[0-9]{{1,3}})\](?![\w(])
    | \^(?P<caret>[0-9]{{1,3}})\^
    | [⁽]?(?<![{SUPERSCRIPTS}])(?P<letter>[{SUPERSCRIPTS}]{{1,4}})(?![{SUPERSCRIPTS}])[⁾]?""",
    re.VERBOSE,
)
"""A marker written in the text: in brackets, between carets or in superscript characters."""
# Most markers are `[^1]`: their own expression is compiled in a fraction of the time.
_REFERENCE_IN_TEXT = expression(_REFERENCE)
IN_TEXT_FIRST = expression(rf"\[(?=[\^0-9])|\^(?=[0-9])|[⁽{SUPERSCRIPTS}]")
"""The first character of a marker written in the text."""
_EMPTY_PARENTHESES = r"(?:\*{0,3}[(][\s\u200e\u200f]*[)]\*{0,3}[\s\u200e\u200f]*)?"
"""What an Arabic number leaves over that was converted to mark-up."""
_NOTE_START = expression(
    rf"""[\s\u200e\u200f]*(?:
      {_REFERENCE}:?
    | \[(?P<square>[0-9]{{1,3}})\](?=\s+[^\W\d_])
    | \^(?P<caret>[0-9]{{1,3}})\^
    | <sup>[\s\u200e\u200f]*
      [(]?(?P<superscript>[0-9]{{1,4}}|[a-z]|\*{{1,3}})[)]?[\s\u200e\u200f]*</sup>
    | [⁽]?(?P<letter>[{SUPERSCRIPTS}]{{1,4}})(?![{SUPERSCRIPTS}])[⁾]?
    )[\s\u200e\u200f]*{_EMPTY_PARENTHESES}""",
    re.VERBOSE,
)
_REFERENCE_AT_START = expression(rf"{_REFERENCE}:?[\s\u200e\u200f]*{_EMPTY_PARENTHESES}")
SUPERSCRIPT_NUMBER = expression(r"[\s\u200e\u200f]*[(]?([0-9]{1,4}|\*{1,3})[)]?[\s\u200e\u200f]*")
SUPERSCRIPT_LETTER = expression(r"[\s\u200e\u200f]*[(]?([a-z])[)]?[\s\u200e\u200f]*")
INLINE_NOTE = "^["
_BRACKET = expression(r"[\[\]]")
_ROMAN = expression(r"[IVXLCDM]+")
_YEAR_BEFORE = expression(r"(?<!\w)(?:19|20)[0-9]{2}\Z")
_CLAUSE_ENDS = ",;:.)，；。،؛"
_LETTERS_AT_END = expression(r"[^\W\d_]*\Z")
_LONGEST_UNIT = 4  # letters
_OPENING_BRACKETS = "(⁽"
_BRACKET_BEFORE = expression(r"[(⁽][\u200e\u200f]*\Z")
_BRACKET_AFTER = expression(r"[\u200e\u200f]*[)⁾]")


def note_start(text: str) -> re.Match[str] | None:
    """Match the beginning of a note at the start of a text: `[^1]:`, `^1^`, `<sup>1</sup>`, `¹`.

    The group that matched is a key of `NOTATIONS`.
    """
    if text.startswith("["):
        if text.startswith("[^"):
            return _REFERENCE_AT_START.match(text)
        if not text[1:2].isdecimal():
            return None
    return _NOTE_START.match(text)


def is_unit_power(before: str, number: str) -> bool:
    """Tell whether a superscript 2 or 3 after `before` is the power of a unit (m², km³)."""
    if number not in ("2", "3"):
        return False
    word = _LETTERS_AT_END.search(before, max(len(before) - _LONGEST_UNIT, 0))
    return word is not None and word[0] in label_words().units


def is_letter_marker(before: str, after: str) -> bool:
    """Tell whether a single superscript letter between `before` and `after` can be a marker.

    After a digit or a lone letter it is an ordinal or an abbreviation (8744ª, n<sup>o</sup>),
    except after a year at the end of a clause.
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


def cut_comments(inline: Inline) -> None:
    """Take HTML comments out of the plain text of a block of plain text."""
    text = inline.plain
    cuts: list[tuple[int, int]] = []
    opening = text.find(OPENING)
    while opening >= 0 and (end := text.find(CLOSING, opening)) >= 0:
        cuts.append((opening, end + len(CLOSING)))
        opening = text.find(OPENING, end)
    if cuts:
        _cut_out(inline, _Cuts(cuts))


def cut_inline_notes(inline: Inline) -> None:
    """Take notes written in the text (`^[See A/79/1.]`, as in Pandoc) out of the plain text."""
    text = inline.plain
    found: list[tuple[int, int]] = []
    open_brackets: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            open_brackets.append(bracket.start())
        elif open_brackets:
            opening = open_brackets.pop() - 1
            if text.startswith(INLINE_NOTE, max(opening, 0)):
                found.append((opening, bracket.end()))
    cuts: list[tuple[int, int]] = []
    for span in sorted(found):
        if not cuts or span[0] >= cuts[-1][1]:
            cuts.append(span)  # a note within a note goes with it
    if cuts:
        removed = _Cuts(cuts)
        for marker in inline.markers:
            marker.at -= removed.before(marker.at)
        _cut_out(inline, removed)


def cut_markers(inline: Inline) -> None:
    """Move markers written in the text from the plain text to `inline.markers`."""
    text = inline.plain
    plain = PlainText(text, inline.runs)
    cuts: list[tuple[int, int]] = []
    known = sorted(marker.start for marker in inline.markers)
    removed = 0
    for match in _written_markers(text):
        bracket = match["bracket"] or match["square"]
        number = bracket or match["caret"] or match["letter"].translate(TO_DIGITS)
        if not bracket and is_unit_power(
            text[max(match.start() - _LONGEST_UNIT, 0) : match.start()], number
        ):
            continue
        start, end = plain.source_span(match.start(), match.end())
        if bisect_right(known, start) < bisect_left(known, end):
            continue  # `¹<sup>2</sup>³`: what is left around another marker is no number
        group = match.lastgroup or ""
        digits = plain.source_span(*match.span(group))
        notation = NOTATIONS[group]
        inline.markers.append(Marker(match.start() - removed, number, start, end, digits, notation))
        cuts.append(match.span())
        removed += match.end() - match.start()
    if not cuts:
        return
    written = _Cuts(cuts)
    if known:
        for marker in inline.markers[: len(known)]:
            marker.at -= written.before(marker.at)
        inline.markers.sort(key=lambda marker: marker.start)
    _cut_out(inline, written)


def _written_markers(text: str) -> Iterator[re.Match[str]]:
    """Yield the markers written in a text.

    Searching for their first characters alone is several times faster than for whole markers.
    """
    if text.count("[") == text.count("^") == text.count("[^") and not has_superscripts(text):
        # Nearly always all markers are `[^1]`: nothing else is looked for then.
        references = list(_REFERENCE_IN_TEXT.finditer(text))
        if len(references) == text.count("["):
            yield from references
            return
    elif not (
        "^" in text
        or has_superscripts(text)
        or any(after[:1].isdecimal() for after in text.split("[")[1:])
    ):
        return  # brackets around words alone
    position = 0
    while first := IN_TEXT_FIRST.search(text, position):
        reference = text.startswith("[^", first.start())
        match = (_REFERENCE_IN_TEXT if reference else _IN_TEXT).match(text, first.start())
        if match is None:
            position = first.end()
        else:
            position = match.end()
            yield match


def has_superscripts(text: str) -> bool:
    """Tell whether a text has a raised figure or opening parenthesis.

    All but three begin with the same two bytes in UTF-8. Python looks for `⁴` by the last byte of
    its number, which is that of `t`: this takes ten times as long.
    """
    if text.isascii():
        return False
    if "¹" in text or "²" in text or "³" in text:
        return True
    if _RAISED_IN_UTF8 not in text.encode("utf-8", "surrogatepass"):
        return False
    return any(map(text.__contains__, _SUPERSCRIPT_STARTS))


def include_parentheses(inline: Inline, raw: str) -> None:
    """Make the parentheses around a marker part of it, as in Arabic `<sup>(</sup>¹<sup>)</sup>`.

    If each parenthesis has its own `<sup>` tags, these become part of the marker too. Parentheses
    around two markers belong to neither.
    """
    text = inline.plain
    if not any(map(text.__contains__, _OPENING_BRACKETS)):
        return
    plain = PlainText(text, inline.runs)
    cuts: list[tuple[int, int]] = []
    places = sorted(marker.at for marker in inline.markers)
    for marker in inline.markers:
        before = text[max(marker.at - 4, 0) : marker.at]
        if not any(map(before.__contains__, _OPENING_BRACKETS)):
            continue
        opening = _BRACKET_BEFORE.search(text, max(marker.at - 4, 0), marker.at)
        closing = _BRACKET_AFTER.match(text, marker.at)
        if opening is None or closing is None or (cuts and opening.start() < cuts[-1][1]):
            continue
        if bisect_right(places, closing.end()) - bisect_left(places, opening.start()) > 1:
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
    removed = _Cuts(cuts)
    for marker in inline.markers:
        marker.at -= removed.before(marker.at)
    _cut_out(inline, removed)


def _cut_out(inline: Inline, cuts: _Cuts) -> None:
    """Remove spans from the plain text and shift what stands after them."""
    text = inline.plain
    removed_before = cuts.before
    for emphasis in inline.emphases:
        emphasis.start -= removed_before(emphasis.start)
        emphasis.end -= removed_before(emphasis.end)
    for link in inline.links:
        link.start -= removed_before(link.start)
        link.end -= removed_before(link.end)
    for code in inline.codes:
        code.start -= removed_before(code.start)
        code.end -= removed_before(code.end)
    kept: list[str] = []
    at = 0
    for start, end in cuts.spans:
        kept.append(text[at:start])
        at = end
    inline.plain = "".join([*kept, text[at:]])
    inline.runs = _cut_runs(inline.runs, cuts, len(text))


class _Cuts:
    """Removed spans in ascending order, with the number of characters removed before an offset."""

    __slots__ = ("_removed", "_starts", "spans")

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = spans
        self._starts = [start for start, _ in spans]
        self._removed = [0, *accumulate(end - start for start, end in spans)]

    def before(self, offset: int) -> int:
        """Return how many characters are removed before a plain offset."""
        index = bisect_left(self._starts, offset)
        if not index:
            return 0
        start, end = self.spans[index - 1]
        return self._removed[index - 1] + min(end, offset) - start


def _cut_runs(
    runs: list[tuple[int, int, int]], cuts: _Cuts, length: int
) -> list[tuple[int, int, int]]:
    """Return the runs of a text of `length` characters after the spans of `cuts` are removed."""
    cut_runs: list[tuple[int, int, int]] = []
    removed_before = cuts.before
    ends = [end for _, end in cuts.spans]
    starts = [start for start, _ in cuts.spans]
    for index, (start, raw, raw_length) in enumerate(runs):
        end = runs[index + 1][0] if index + 1 < len(runs) else length
        one_to_one = raw_length == end - start
        at = start
        within = cuts.spans[bisect_right(ends, at) : bisect_right(starts, end)]
        for cut_start, cut_end in [*within, (end, end)]:
            if cut_end <= at or (cut_start >= end and cut_start != end):
                continue
            upto = min(max(cut_start, at), end)
            if upto > at:
                new_start = at - removed_before(at)
                if one_to_one:
                    cut_runs.append((new_start, raw + at - start, upto - at))
                else:
                    cut_runs.append((new_start, raw, raw_length))
            at = max(at, min(cut_end, end))
    return cut_runs
