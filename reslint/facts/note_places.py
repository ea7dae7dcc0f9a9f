"""Where note markers stand beside punctuation, and where they ought to stand."""

from __future__ import annotations

from reslint.diagnostics import Edit
from reslint.draft.signs import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.blocks.model import Marker
    from reslint.draft.model import Draft, Paragraph

_QUOTES_CLOSING = "”’\"'»"


class Placing:
    """A group of markers on the wrong side of a punctuation mark, and the edits that move it."""

    __slots__ = ("edits", "mark")

    def __init__(self, mark: str, edits: tuple[Edit, ...]) -> None:
        self.mark = mark
        self.edits = edits


def misplaced(draft: Draft, paragraph: Paragraph, group: list[Marker]) -> Placing | None:
    """How a group of markers is to be moved across a punctuation mark, None where it stands well.

    A marker in mid-sentence stands well, as does one after a quotation mark or bracket.
    """
    forms: dict[str, Any] = draft.vocabulary.forms.get("notes", {})
    if draft.organ in forms.get("side_free", ()):
        return None
    beside: str = forms.get("beside", "")
    if forms.get("side") == "before":
        return _after_its_mark(draft, paragraph, group, beside)
    return _before_its_mark(draft, paragraph, group, beside)


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
    while end < len(text) and text[end] in _QUOTES_CLOSING:
        end += 1
    before = len(text[: group[0].at].rstrip(INVISIBLE))
    where = paragraph.plain.source_end(end)
    return Placing(mark, _moved(draft, paragraph, group, before, where))


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
    return word not in draft.vocabulary.forms.get("abbreviations", ())


def _moved(
    draft: Draft, paragraph: Paragraph, group: list[Marker], end: int, where: int
) -> tuple[Edit, ...]:
    """The edits that put a group at `where`; the spaces from plain `end` to it go, too."""
    source = draft.source.text
    first, last = group[0].start, group[-1].end
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
