"""Edits that turn a written name into the right one, in the draft's own kinds of sign."""

from __future__ import annotations

from reslint.diagnostics import Edit
from reslint.names.folding import fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph

_CURLY = "’"
_NO_BREAK_HYPHEN = "\u2011"


def rewriting(
    draft: Draft, paragraph: Paragraph, start: int, end: int, right: str
) -> tuple[Edit, ...]:
    """The edit that makes the plain text from `start` to `end` read `right`; none where it cannot.

    Only what differs is replaced, so that a note marker or a line break inside stays. Apostrophes
    and hyphens are of the kind that the draft has.
    """
    written = fold_in_place(paragraph.text[start:end])
    if len(written) == len(right) and written.lower() == right.lower():
        return tuple(_letters(paragraph, start, written, right))
    if start and fold_in_place(paragraph.text[start - 1]) == "'" and written[0] != right[0]:
        return ()  # the article before it was shortened for the first letter
    first = 0
    while first < min(len(written), len(right)) and written[first] == right[first]:
        first += 1
    last = 0
    while (
        last < min(len(written), len(right)) - first
        and written[len(written) - 1 - last] == right[len(right) - 1 - last]
    ):
        last += 1
    place = (start + first, end - last)
    span = paragraph.source_span(*place)
    between = draft.source.text[span[0] : span[1]]
    # What mark-up or a page break has parted is for the drafter to mend.
    if len(between) != place[1] - place[0] or "\n" in between.strip():
        return ()
    return (Edit(*span, _in_kind(draft, right[first : len(right) - last])),)


def _letters(paragraph: Paragraph, start: int, written: str, right: str) -> list[Edit]:
    """One edit for each run of letters that only differ in being small or capital."""
    edits: list[Edit] = []
    place = 0
    while place < len(right):
        following = place
        while following < len(right) and written[following] != right[following]:
            following += 1
        if following > place:
            span = paragraph.source_span(start + place, start + following)
            edits.append(Edit(*span, right[place:following]))
        place = following + 1
    return edits


def _in_kind(draft: Draft, text: str) -> str:
    """A text with the apostrophes and hyphens that the draft itself has."""
    if "'" in text and _CURLY in draft.source.text:
        text = text.replace("'", _CURLY)
    if "-" in text and draft.source.text.count(_NO_BREAK_HYPHEN) > draft.source.text.count("-"):
        text = text.replace("-", _NO_BREAK_HYPHEN)
    return text
