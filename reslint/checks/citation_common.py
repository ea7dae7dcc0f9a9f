"""What the checks of citations share: quoted pieces, spans, the draft's own numbers and dates."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph

Date = tuple[int, int, int]

_FACT = "quoted pieces"
_STRAIGHT = '"'


def quoted(draft: Draft, paragraph: Paragraph) -> list[tuple[int, int]]:
    """The plain spans between quotation marks, found once a paragraph."""
    found = paragraph.facts.get(_FACT)
    if isinstance(found, list):
        return found
    text = paragraph.text
    spans: list[tuple[int, int]] = []
    for opening, closing in (*draft.vocabulary.forms.get("quotation", ()), (_STRAIGHT, _STRAIGHT)):
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start + 1)
            if end < 0:
                break
            spans.append((start, end))
            start = text.find(opening, end + 1)
    paragraph.facts[_FACT] = spans
    return spans


def is_quoted(draft: Draft, paragraph: Paragraph, place: int) -> bool:
    """Whether a place of the plain text stands between quotation marks."""
    return any(start < place < end for start, end in quoted(draft, paragraph))


def adopted(draft: Draft) -> Date | None:
    """The date of the draft itself, where it says one."""
    place = draft.masthead.adoption or draft.masthead.closing
    return place.date if place is not None else None


def around_raised(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """A source span with the marks of raised letters (`<sup>er</sup>`) at its edges, if any."""
    text = draft.source.text
    inside = text[start:end]
    opened = inside.count("<sup>") > inside.count("</sup>")
    if not opened and text.endswith("<sup>", 0, start) and text.startswith("</sup>", end):
        return start - len("<sup>"), end + len("</sup>")
    if opened and text.startswith("</sup>", end):
        return start, end + len("</sup>")
    return start, end
