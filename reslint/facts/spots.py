"""From a place in the whole text of a draft to a place that rules on wording may speak of."""

from __future__ import annotations

from reslint.draft.model import ANNEX, CLOSING, HEADING, NOTE, OPERATIVE, PREAMBLE, TITLE
from reslint.facts.words import draft_text
from reslint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph

RUNNING = frozenset((PREAMBLE, OPERATIVE, HEADING, TITLE, ANNEX, NOTE))
"""The parts in which a drafter writes sentences; mastheads, voting records and tables apart."""
WITH_CLOSING = RUNNING | {CLOSING}


def spot(
    draft: Draft, start: int, end: int, parts: frozenset[str] = RUNNING
) -> tuple[Paragraph, int, int] | None:
    """The paragraph and plain span of a span of the whole text.

    None where the part is another one or an exempt zone holds it.
    """
    paragraph, at = draft_text(draft).place(start)
    if paragraph.part not in parts:
        return None
    last = at + end - start
    if in_zone(paragraph, draft, at, last):
        return None
    return paragraph, at, last


def places(text: str, sought: str) -> Iterator[int]:
    """Every place at which a text stands in another, overlapping ones included."""
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + 1)


def word_before(text: str, at: int) -> str:
    """The word that ends right before an offset, spaces apart, in small letters, stop left out."""
    end = at
    while end and text[end - 1] in " \u00a0\u202f":
        end -= 1
    start = end
    while start and not text[start - 1].isspace() and text[start - 1] not in "([«“\u00a0":
        start -= 1
    return text[start:end].lower().rstrip(".,;:°")


def word_after(text: str, at: int) -> str:
    """The word that starts at an offset, after spaces, as written, marks after it left out."""
    while at < len(text) and text[at] in " \u00a0\u202f":
        at += 1
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[at:end].rstrip(".,;:)»”")
