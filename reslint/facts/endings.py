"""How paragraphs end: with a comma, semicolon, colon or full stop, and where that stands.

All offsets are plain offsets of the paragraph unless said otherwise.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts import fact
from reslint.text.folding import CLOSERS, CLOSING_QUOTES, INVISIBLE

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
_BEFORE_CONJUNCTION = (",", ";")
_CONJUNCTION = expression(r"[;,；،؛]\s*\w{1,3},?\Z")


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


@fact
def ending_of(paragraph: Paragraph) -> Ending:
    """The ending of a paragraph, notes, spaces and invisible marks set aside."""
    text = paragraph.text
    stripped = text.rstrip(INVISIBLE)
    kind = _kind(stripped[-1:])
    if kind:
        start = len(stripped) - 1
        return Ending(kind, stripped[-1], start, len(stripped), False)
    inside = text.rstrip(CLOSERS)
    kind = _kind(inside[-1:])
    if kind:
        quotes = any(quote in stripped[len(inside) :] for quote in CLOSING_QUOTES)
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


@fact
def operative_paragraphs(draft: Draft) -> list[tuple[Resolution, list[Paragraph]]]:
    """Each resolution with its operative paragraphs and sub-paragraphs, in order."""
    by_resolution: dict[Resolution, list[Paragraph]] = {each: [] for each in draft.resolutions}
    for paragraph in draft.paragraphs:
        if paragraph.part == OPERATIVE and paragraph.resolution is not None:
            by_resolution[paragraph.resolution].append(paragraph)
    return list(by_resolution.items())


def preambular_paragraphs(draft: Draft) -> list[Paragraph]:
    """The preambular paragraphs of all resolutions, sub-paragraphs left out."""
    return [
        paragraph
        for paragraph in draft.paragraphs
        if paragraph.part == PREAMBLE and paragraph.parent is None
    ]


def ends_with_conjunction(text: str) -> bool:
    """Whether a text ends with `; and` or its like."""
    return _CONJUNCTION.search(text) is not None
