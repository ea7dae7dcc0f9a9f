"""What the general kinds share: which paragraphs a rule looks at, and findings with their edits."""

from __future__ import annotations

from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.draft_text import draft_text
from reslint.facts.exempt_zones import in_zone
from reslint.facts.phrase_search import find_phrases
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from reslint.draft.model import Draft, Paragraph
    from reslint.text.diagnostics import Safety


PARTS = (
    "preamble",
    "operative",
    "heading",
    "note",
    "title",
    "annex",
    "closing",
    "masthead",
    "table",
    "quotation",
)
"""The parts of a draft that a rule may choose from."""
USUAL_PARTS = PARTS[:6]
"""The parts that a rule looks at unless it says otherwise."""
SPACES = " \u00a0\u202f"
LEVELS = ("all", "paragraphs", "items")
"""All paragraphs, those without the items of lists, or the items alone."""
_PHRASE = {"type": "string", "minLength": 1, "maxLength": 300}
PHRASES: dict[str, Any] = {
    "type": "array",
    "description": "a list of words or phrases",
    "items": _PHRASE,
    "minItems": 1,
    "maxItems": 5000,
}
SELECTION: dict[str, dict[str, Any]] = {
    "parts": {
        "type": "array",
        "description": "a list of parts such as [preamble, operative]",
        "items": {"type": "string", "enum": list(PARTS)},
        "minItems": 1,
        "default": list(USUAL_PARTS),
    },
    "levels": {"type": "string", "enum": list(LEVELS), "default": "all"},
}
"""Parameters of every general kind: where it looks."""
WORDING: dict[str, dict[str, Any]] = {
    **SELECTION,
    "exceptions": {**PHRASES, "minItems": 0, "default": []},
    "ignore_case": {"type": "boolean", "default": True},
    "in_quotes": {"type": "boolean", "default": False},
}
"""Parameters of the kinds that look for phrases."""


class Hit:
    """A phrase found: its paragraph, plain span, text as written, and the phrase of the rule."""

    __slots__ = ("end", "paragraph", "phrase", "start", "written")

    def __init__(self, paragraph: Paragraph, start: int, end: int, phrase: str) -> None:
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.phrase = phrase
        self.written = paragraph.text[start:end]

    @property
    def span(self) -> tuple[int, int]:
        """The span in the source."""
        return self.paragraph.source_span(self.start, self.end)


def selected(draft: Draft, parameters: dict[str, Any]) -> list[Paragraph]:
    """The paragraphs that a rule looks at."""
    levels = parameters["levels"]
    return [
        paragraph for paragraph in draft.part(*parameters["parts"]) if _on_level(paragraph, levels)
    ]


def is_selected(paragraph: Paragraph, parameters: dict[str, Any]) -> bool:
    """Whether a rule looks at this paragraph."""
    return paragraph.part in parameters["parts"] and _on_level(paragraph, parameters["levels"])


def _on_level(paragraph: Paragraph, levels: str) -> bool:
    if levels == "all":
        return True
    return (paragraph.level > 0) == (levels == "items")


def hits(
    draft: Draft,
    phrases: Iterable[str],
    parameters: dict[str, Any],
    *,
    in_any_capitals: bool = False,
) -> Iterator[Hit]:
    """The phrases found where a rule looks, exceptions and exempt zones left out.

    An acronym is found in its own capitals only (WHO is not "who") unless `in_any_capitals`.
    """
    text = draft_text(draft)
    for first, last, phrase in find_phrases(
        draft,
        phrases,
        ignore_case=parameters["ignore_case"],
        exceptions=parameters["exceptions"],
    ):
        if not in_any_capitals and _is_word(text.text[first:last], phrase):
            continue
        paragraph, start = text.place(first)
        if not is_selected(paragraph, parameters):
            continue
        end = start + last - first
        if parameters["in_quotes"] or not in_zone(paragraph, draft, start, end):
            yield Hit(paragraph, start, end, phrase)


def _is_word(written: str, phrase: str) -> bool:
    """Whether a phrase is an acronym and what is written in its place is a word."""
    return phrase.isupper() and len(phrase) > 1 and not written.isupper()


def like(written: str, replacement: str) -> str:
    """A replacement with the capitals of what it replaces.

    A capital at the start is kept, and so are capitals throughout; what the replacement itself
    writes in capitals stays so.
    """
    letters = [each for each in written if each.isalpha()]
    if len(letters) > 1 and all(each.isupper() for each in letters):
        return replacement.upper()
    if letters and letters[0].isupper() and written[:1] == letters[0]:
        return replacement[:1].upper() + replacement[1:]
    return replacement


def replace(
    draft: Draft, paragraph: Paragraph, start: int, end: int, text: str
) -> tuple[Edit, ...]:
    """The edit that puts `text` in place of the plain span; none where mark-up stands inside.

    What both have in common at either end is left alone where that keeps mark-up out of the edit.
    """
    written = paragraph.text[start:end]
    if written == text:
        return ()
    if _is_plain(draft, paragraph, start, end):
        return (paragraph.edit(start, end, text),)
    shortest = min(len(written), len(text))
    same = 0
    while same < shortest and written[same] == text[same]:
        same += 1
    tail = 0
    while tail < shortest - same and written[-1 - tail] == text[-1 - tail]:
        tail += 1
    start, end = start + same, end - tail
    new = text[same : len(text) - tail]
    if start < end and _is_plain(draft, paragraph, start, end):
        return (paragraph.edit(start, end, new),)
    if start == end and new:
        # Between two characters: before what follows, so that it stays out of a mark that closes.
        place = paragraph.plain.source_start(end)
        return (Edit(place, place, new),)
    return ()


def delete(draft: Draft, paragraph: Paragraph, start: int, end: int) -> tuple[Edit, ...]:
    """The edit that deletes a plain span with one space beside it; none where mark-up is inside."""
    text = paragraph.text
    if start and text[start - 1] in SPACES and (end == len(text) or not text[end].isalnum()):
        start -= 1
    elif end < len(text) and text[end] in SPACES:
        end += 1
    return replace(draft, paragraph, start, end, "")


def _is_plain(draft: Draft, paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the span stands in the source as it does in the plain text, line breaks apart."""
    first, last = paragraph.source_span(start, end)
    source = draft.source.plain_text(first, last)
    written = paragraph.text[start:end]
    if source == written:
        return True
    return len(source) == len(written) and source.replace("\n", " ") == written


def same_words(written: str, other: str) -> bool:
    """Whether two texts are the same but for the kinds of their apostrophes, hyphens, spaces."""
    return fold_in_place(written) == fold_in_place(other)


def is_running(paragraph: Paragraph) -> bool:
    """Whether it is a paragraph of the preamble or the operative part."""
    return paragraph.part in (PREAMBLE, OPERATIVE)


def finding(
    hit: Hit,
    values: dict[str, str],
    edits: tuple[Edit, ...] = (),
    *,
    variant: str | None = None,
    related: tuple[tuple[int, int, str], ...] = (),
    others: tuple[tuple[str, tuple[Edit, ...]], ...] = (),
    safety: Safety | None = None,
) -> Finding:
    """The finding of a hit."""
    return Finding(
        *hit.span,
        hit.paragraph.place,
        values,
        edits,
        variant=variant,
        related=related,
        others=others,
        safety=safety,
    )
