"""Where the markers of notes stand: beside punctuation, after spaces, numbers or letters."""

from __future__ import annotations

from reslint.blocks.model import Marker
from reslint.data.patterns import expression
from reslint.draft.model import ANNEX, NOTE, OPERATIVE, PREAMBLE, QUOTATION
from reslint.draft.roles.final_marks import is_ended
from reslint.facts.endings import doubled_end, ends_with_abbreviation
from reslint.facts.notes import groups
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import CLOSING_QUOTES, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.text.diagnostics import Safety, Severity


_ROMAN_BEFORE = expression(r"\b[IVXLC]+$")
_CAPITAL = "capital"  # beside the marks of a title that begins with one
_CALLED = 16  # characters from the word for “entitled” to the title
_OPENING = '«“‘"([（「『'


def position(draft: Draft, _: Rule) -> Iterator[Finding]:
    for paragraph, group in _groups(draft):
        placing = misplaced(draft, paragraph, group)
        if placing is not None:
            start, end = group[0].start, group[-1].end
            values = {"number": _numbers(group), "mark": placing.mark}
            yield Finding(
                start,
                end,
                paragraph.place,
                values,
                placing.edits,
                variant=placing.variant,
                safety=placing.safety,
            )


def spacing(draft: Draft, _: Rule) -> Iterator[Finding]:
    for paragraph, group in _groups(draft):
        text = paragraph.text
        first = group[0]
        before = len(text[: first.at].rstrip(INVISIBLE))
        if before and text[before - 1] not in _OPENING:
            gap = space_before(draft, paragraph, first, before)
            if gap is not None and misplaced(draft, paragraph, group) is None:
                edits = (Edit(*gap, ""),)
                yield finding_at(draft, paragraph, first, {"number": first.number}, edits)
        for one, other in zip(group, group[1:], strict=False):
            # `<sup>1,2</sup>` is one piece of mark-up, its numbers parted already.
            if one.start == other.start or paragraph.text[one.at : other.at].strip():
                continue
            gap_text = draft.source.text[one.end : other.start]
            values = {"number": other.number, "before": one.number}
            parted = () if gap_text.strip() else (Edit(one.end, other.start, ","),)
            yield finding_at(draft, paragraph, other, values, parted, variant="together")


def marker_kind(draft: Draft, _: Rule) -> Iterator[Finding]:
    """Letters and asterisks; a heading of an annex may have one, as a title may."""
    for paragraph in draft.part(PREAMBLE, OPERATIVE, ANNEX):
        if paragraph.blocks[0].kind == "heading":
            continue
        for marker in paragraph.markers:
            if is_letter(marker) and not _may_be_else(paragraph, marker):
                yield finding_at(draft, paragraph, marker, {"number": marker.number})


def _may_be_else(paragraph: Paragraph, marker: Marker) -> bool:
    """Whether a superscript letter can be an ordinal (XXIe) or be of a table's flattened cell."""
    before = paragraph.text[: marker.at]
    if _ROMAN_BEFORE.search(before[-8:]):
        return True
    return paragraph.label is None and not is_ended(paragraph.text)


class Placing:
    """A group of markers on the wrong side of a punctuation mark, and the edits that move it.

    `variant` is that of the message: None where the group belongs before the mark; `safety` that
    of the fix, None for the rule's own.
    """

    __slots__ = ("edits", "mark", "safety", "variant")

    def __init__(
        self,
        mark: str,
        edits: tuple[Edit, ...],
        variant: str | None = None,
        safety: Safety | None = None,
    ) -> None:
        self.mark = mark
        self.edits = edits
        self.variant = variant
        self.safety = safety


def misplaced(draft: Draft, paragraph: Paragraph, group: list[Marker]) -> Placing | None:
    """How a group of markers is to be moved across a punctuation mark, None where it stands well.

    A marker in mid-sentence stands well, as does one after a quotation mark or bracket.
    """
    forms: dict[str, Any] = draft.vocabulary.forms.get("notes", {})
    if draft.organ in forms.get("side_free", ()):
        return None
    doubled = doubled_end(draft, paragraph)
    if doubled is not None and group[-1].at > doubled.start:
        return None  # TYPO007: one of the marks goes
    quoted = _before_closing_quote(draft, paragraph, group)
    if quoted is not None:
        return quoted
    beside: str = forms.get("beside", "")
    if forms.get("side") == "before":
        return _after_its_mark(draft, paragraph, group, beside)
    return _before_its_mark(draft, paragraph, group, beside)


def _before_closing_quote(
    draft: Draft, paragraph: Paragraph, group: list[Marker]
) -> Placing | None:
    """A marker between a quoted title and the mark that closes it."""
    text = paragraph.text
    after = group[-1].at
    place = len(text) - len(text[after:].lstrip(INVISIBLE))
    of_titles: list[list[str]] = draft.vocabulary.forms.get("notes", {}).get("titles", [])
    pairs = [*draft.vocabulary.forms.get("quotation", ())[:1], *of_titles]
    closed = [pair for pair in pairs if text.startswith(pair[1], place)]
    if not closed:
        return None
    before = text[: group[0].at].rstrip(INVISIBLE)
    opening = max(before.rfind(pair[0]) for pair in closed)
    # Only a title is cited whole; in a quotation the note may be on its last words.
    if opening < 0:
        return None
    called = _is_called_title(draft, before[:opening])
    held = [
        pair for pair in closed if pair in of_titles and _holds_title(pair, before[opening + 1 :])
    ]
    if not called and not held:
        return None
    where = paragraph.plain.source_end(place + 1)
    edits = _moved(draft, paragraph, group, len(before), where)
    certain = called or all(_CAPITAL not in pair for pair in held)
    return Placing(text[place], edits, "quotation", None if certain else "unsafe")


def _is_called_title(draft: Draft, before: str) -> bool:
    """Whether the word for “entitled” stands right before a quotation."""
    titles = draft.vocabulary.forms.get("citations", {}).get("titles", {})
    return bool(titles) and titles["gate"] in before[-_CALLED:]


def _holds_title(pair: list[str], quoted: str) -> bool:
    """Whether marks hold a title; where `capital` stands with them, it begins with a capital."""
    return _CAPITAL not in pair or quoted[:1].isupper()


def _after_its_mark(
    draft: Draft, paragraph: Paragraph, group: list[Marker], beside: str
) -> Placing | None:
    text = paragraph.text
    end = len(text[: group[0].at].rstrip(INVISIBLE))
    place = end - 1  # of the mark
    if place < 1 or text[place] not in beside:
        return None
    following = text[group[-1].at :].lstrip(INVISIBLE)[:1]
    if following and following in _closing_quotes(draft):
        return None  # the note belongs to the quoted sentence
    if text[place] == "." and not _is_stop(draft, text[:end]):
        return None
    target = len(text[:place].rstrip(INVISIBLE))
    where = paragraph.plain.source_start(target)
    return Placing(text[place], _moved(draft, paragraph, group, end, where))


def _before_its_mark(
    draft: Draft, paragraph: Paragraph, group: list[Marker], beside: str
) -> Placing | None:
    text = paragraph.text
    after = group[-1].at
    place = len(text) - len(text[after:].lstrip(INVISIBLE))
    mark = text[place : place + 1]
    if not mark or mark not in beside:
        return None
    following = text[place + 1 : place + 2]
    if following.isdigit() or (mark == "." and (following.isalnum() or following == ".")):
        return None
    end = place + 1
    while end < len(text) and text[end] in CLOSING_QUOTES:
        end += 1
    before = len(text[: group[0].at].rstrip(INVISIBLE))
    where = paragraph.plain.source_end(end)
    return Placing(mark, _moved(draft, paragraph, group, before, where), "after")


def _closing_quotes(draft: Draft) -> str:
    pairs = draft.vocabulary.forms.get("quotation", ())
    return "".join(pair[1] for pair in pairs) + '"'


def _is_stop(draft: Draft, text: str) -> bool:
    """Whether the point at the end of a text ends a sentence: no abbreviation, no ellipsis."""
    if text.endswith(".."):
        return False
    # `I.` may be a numeral or an initial: nobody can tell whether its point ends a sentence.
    words = text.split()
    word = words[-1].lstrip("([«“\"'") if words else ""
    if len(word) == 2 and word[0].isalpha():
        return False
    return not ends_with_abbreviation(draft, text, len(text))


def _moved(
    draft: Draft, paragraph: Paragraph, group: list[Marker], end: int, where: int
) -> tuple[Edit, ...]:
    """The edits that put a group at `where`; the spaces from plain `end` to it go, too.

    None where it would be no marker any more: `[1](a)` is a link, and ` [1] a` is text.
    """
    source = draft.source.text
    if source[max(where - 1, 0)].isspace():
        return ()
    first, last = group[0].start, group[-1].end
    following = source[where : where + 1]
    if source[last - 1] == "]" and following and where != first:
        if following in "([" or (following.isalnum() and not source.startswith("[^", first)):
            return ()
    gap = space_before(draft, paragraph, group[0], end)
    return (
        Edit(where, where, source[first:last]),
        Edit(gap[0] if gap else first, last, ""),
    )


def space_before(
    draft: Draft, paragraph: Paragraph, marker: Marker, end: int
) -> tuple[int, int] | None:
    """The source span of the spaces between plain offset `end` and a marker, None for none.

    Mark-up between them (an emphasis that closes) is never part of it.
    """
    if marker.at <= end:
        return None
    source = draft.source.text
    start = marker.start
    first = paragraph.plain.source_start(end)
    while start > first and source[start - 1].isspace():
        start -= 1
    return (start, marker.start) if start < marker.start else None


def _groups(draft: Draft) -> Iterator[tuple[Paragraph, list[Marker]]]:
    """The groups of markers in all paragraphs of the draft's own text."""
    for paragraph in draft.paragraphs:
        if paragraph.markers and paragraph.part not in (NOTE, QUOTATION):
            for group in groups(paragraph):
                yield paragraph, group


def is_letter(marker: Marker) -> bool:
    """Whether the marker is a letter or asterisks, no number and no name of a note."""
    number = marker.number
    return not number.strip("*\\") or (len(number) == 1 and number.isalpha())


def _numbers(group: list[Marker]) -> str:
    return ", ".join(marker.number for marker in group)


def marker_span(draft: Draft, marker: Marker) -> tuple[int, int]:
    """The marker with its mark-up; the number alone where the mark-up holds several."""
    inside = draft.source.text[marker.start : marker.end]
    if marker.notation == "superscript" and any(mark in inside for mark in ",،、;"):
        return marker.digits
    return marker.start, marker.end


def finding_at(
    draft: Draft,
    paragraph: Paragraph,
    marker: Marker,
    values: dict[str, str],
    edits: tuple[Edit, ...] = (),
    *,
    variant: str | None = None,
    severity: Severity | None = None,
    related: tuple[tuple[int, int, str], ...] = (),
    group: str | None = None,
) -> Finding:
    """A finding at a marker."""
    return Finding(
        *marker_span(draft, marker),
        paragraph.place,
        values,
        edits,
        variant=variant,
        severity=severity,
        related=related,
        group=group if edits else None,
    )
