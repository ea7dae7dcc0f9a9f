"""How paragraphs end and how they should: comma, semicolon, colon or full stop, and where.

All offsets are plain offsets of the paragraph unless said otherwise.
"""

from __future__ import annotations

from reslint.diagnostics import Edit
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.signs import CLOSERS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph, Resolution

_FAMILIES = {
    "comma": ",，،、",
    "semicolon": ";；؛",
    "colon": ":：",
    "stop": ".。",
    "question": "?!？！؟…",
}
_QUOTES = '”»"“’'
_BEFORE_CONJUNCTION = (",", ";")


class Ending:
    """How a paragraph ends.

    `kind` is comma, semicolon, colon, stop, question or "" for none; `start` and `end` the mark's
    place (both at the end of the text where there is none). `inside_quotes`: a closing quotation
    mark follows the mark.
    """

    __slots__ = ("end", "inside_quotes", "kind", "mark", "start")

    def __init__(self, kind: str, mark: str, start: int, end: int, inside_quotes: bool) -> None:
        self.kind = kind
        self.mark = mark
        self.start = start
        self.end = end
        self.inside_quotes = inside_quotes


def ending_of(paragraph: Paragraph) -> Ending:
    """The ending of a paragraph, notes, spaces and invisible marks set aside."""
    found = paragraph.facts.get("ending")
    if found is None:
        found = _read(paragraph.text)
        paragraph.facts["ending"] = found
    assert isinstance(found, Ending)
    return found


def _read(text: str) -> Ending:
    stripped = text.rstrip(INVISIBLE)
    kind = _kind(stripped[-1:])
    if kind:
        # A doubled mark is one ending, in need of mending as a whole.
        start = len(stripped) - 1
        return Ending(kind, stripped[-1], start, len(stripped), False)
    inside = text.rstrip(CLOSERS)
    kind = _kind(inside[-1:])
    if kind:
        quotes = any(quote in stripped[len(inside) :] for quote in _QUOTES)
        return Ending(kind, inside[-1], len(inside) - 1, len(inside), quotes)
    return Ending("", "", len(stripped), len(stripped), False)


def _kind(character: str) -> str:
    if character:
        for kind, marks in _FAMILIES.items():
            if character in marks:
                return kind
    return ""


def conjoined_end(draft: Draft, paragraph: Paragraph) -> tuple[int, int] | None:
    """The plain span of `; and` at the end of a paragraph, or None."""
    if ending_of(paragraph).kind:
        return None
    end = len(paragraph.text.rstrip(INVISIBLE))
    words: list[str] = draft.vocabulary.forms.get("item_conjunctions", [])
    for word in words:
        before = paragraph.text[:end].removesuffix(word)
        bare = before.rstrip(INVISIBLE)
        if len(bare) < len(before) < end and bare[-1:] in _BEFORE_CONJUNCTION:
            return len(bare) - 1, end
    return None


def mend_ending(draft: Draft, paragraph: Paragraph, kind: str) -> tuple[Edit, ...]:
    """Edits that end the paragraph with the mark of this kind."""
    ending = ending_of(paragraph)
    mark = draft.vocabulary.marks[kind]
    written = conjoined_end(draft, paragraph)
    if ending.kind and not ending.inside_quotes:
        written = ending.start, ending.end
    if written is not None:
        start, end = paragraph.source_span(*written)
        if draft.vocabulary.forms.get("spaced_marks"):
            before = paragraph.text[: written[0]].rstrip(" \u00a0\u202f")
            if len(before) < written[0] and mark not in draft.vocabulary.forms["spaced_marks"]:
                start = paragraph.source_span(len(before), written[1])[0]
            elif len(before) == written[0]:
                mark = _space_before(draft, mark) + mark
        return (Edit(start, end, mark),)
    return (Edit(*_place_at_end(draft, paragraph), _space_before(draft, mark) + mark),)


def _place_at_end(draft: Draft, paragraph: Paragraph) -> tuple[int, int]:
    """The source place right after the last word, before or after markers as the language has it.

    Marks of emphasis and of links that end there stay closed before it.
    """
    text = paragraph.text
    end = len(text.rstrip(INVISIBLE))
    place = paragraph.plain.source_end(end)
    for emphasis in paragraph.emphases:
        if emphasis.end >= end:
            place = max(place, emphasis.closing[1])
    for link in paragraph.links:
        if link.end >= end:
            place = max(place, link.source[1])
    markers = [marker for marker in paragraph.markers if marker.at >= end]
    if markers and draft.vocabulary.forms["notes"]["side"] == "before":
        place = max(place, max(marker.end for marker in markers))
    return place, place


def _space_before(draft: Draft, mark: str) -> str:
    """The space that this draft writes before a mark (French: no-break, plain or none)."""
    if mark not in draft.vocabulary.forms.get("spaced_marks", ""):
        return ""
    found = draft.facts.get("space before marks")
    if found is None:
        text = draft.source.text
        counts = {space: text.count(f"{space};") for space in ("\u00a0", "\u202f", " ")}
        # Only semicolons tell: colons stand in web addresses and in note labels, too.
        counts[""] = text.count(";") - sum(counts.values()) - text.count("&")
        found = max(counts, key=lambda space: counts[space])
        if not counts[found]:
            found = "\u00a0"
        draft.facts["space before marks"] = found
    assert isinstance(found, str)
    return found


def operative_paragraphs(draft: Draft) -> list[tuple[Resolution, list[Paragraph]]]:
    """Each resolution with its operative paragraphs and sub-paragraphs, in order."""
    found = draft.facts.get("operative paragraphs")
    if found is None:
        by_resolution: dict[int, list[Paragraph]] = {
            id(resolution): [] for resolution in draft.resolutions
        }
        for paragraph in draft.paragraphs:
            if paragraph.part == OPERATIVE and paragraph.resolution is not None:
                by_resolution[id(paragraph.resolution)].append(paragraph)
        found = [(resolution, by_resolution[id(resolution)]) for resolution in draft.resolutions]
        draft.facts["operative paragraphs"] = found
    assert isinstance(found, list)
    return found


def preambular_paragraphs(draft: Draft) -> list[Paragraph]:
    """The preambular paragraphs of all resolutions, sub-paragraphs left out."""
    return [
        paragraph
        for paragraph in draft.paragraphs
        if paragraph.part == PREAMBLE and paragraph.parent is None
    ]
