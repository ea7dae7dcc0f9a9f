"""How paragraphs end: with a comma, semicolon, colon or full stop, and where that stands.

All offsets are plain offsets of the paragraph unless said otherwise.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts import fact
from reslint.facts.end_remarks import before_tags
from reslint.facts.notes import separates_markers
from reslint.language.habits import ITEMS, LAST
from reslint.text.folding import (
    BRACKETS,
    CLOSERS,
    CLOSING_QUOTES,
    COLONS,
    COMMAS,
    DASHES,
    END_MARKS,
    FULL_STOPS,
    INVISIBLE,
    LIST_COMMAS,
    OPENING_QUOTES,
    SEMICOLONS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph, Resolution


_FAMILIES = {
    "comma": LIST_COMMAS,
    "semicolon": SEMICOLONS,
    "colon": COLONS,
    "stop": FULL_STOPS,
    "question": "?!？！؟…",
}
_KIND_OF = {mark: kind for kind, marks in reversed(_FAMILIES.items()) for mark in marks}
_LONGEST_ENTITY = 24  # characters of `&hellip;` and its like
_BEFORE_NUMBER = expression(r"[^\W0-9_][)）]?[”’»》」]?(?P<mark>[,;.،؛，；。])\s?[0-9]{1,2}\Z")
_ENTITY = expression(r"&(?:#[0-9]{1,6}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});\Z")
_LIST_MARKS = frozenset(COMMAS + SEMICOLONS)
_BEFORE_CONJUNCTION = (",", ";")
_LONGEST_CONJUNCTION = 3  # characters
_PAUSES = LIST_COMMAS + SEMICOLONS + COLONS
_INITIALS = expression(r"(?<!\w)(?:\w\.)+\w\Z")
_BRACKETS = {closing: opening for opening, closing in BRACKETS.items()}
_CLOSERS_AND_MARKS = CLOSERS + END_MARKS
_AT_END = frozenset(_CLOSERS_AND_MARKS)
_NO_BRACKETS = str.maketrans("", "", "".join(_BRACKETS))
_ELLIPSIS = 3  # so many full stops in a row are one mark


class Ending:
    """How a paragraph ends.

    `kind` is comma, semicolon, colon, stop, question (or a character written as `&hellip;`, which
    may be any mark) or "" for none; `start` and `end` the mark's
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
    """The ending of a paragraph; notes, spaces, invisible marks and editorial tags set aside."""
    text = paragraph.text
    stripped = text.rstrip(INVISIBLE)
    stripped = stripped[: before_tags(paragraph)]
    # `report;¹,²`: the comma belongs to the markers.
    if paragraph.markers:
        while stripped and separates_markers(paragraph, len(stripped) - 1):
            stripped = stripped[:-1].rstrip(INVISIBLE)
    kind = _kind(stripped[-1:])
    if kind == "semicolon" and ends_with_entity(stripped, len(stripped)):
        return Ending("question", ";", len(stripped) - 1, len(stripped), False)
    if kind:
        start = len(stripped.rstrip(stripped[-1]))
        if len(stripped) - start < _ELLIPSIS:
            start = len(stripped) - 1
        return Ending(kind, stripped[start:], start, len(stripped), False)
    if stripped[-1:] in DASHES and _kind(stripped[-2:-1]):
        return Ending(_kind(stripped[-2]), stripped[-2:], len(stripped) - 2, len(stripped), False)
    inside = stripped.rstrip(CLOSERS)
    kind = _kind(inside[-1:])
    if kind:
        quotes = any(quote in stripped[len(inside) :] for quote in CLOSING_QUOTES)
        return Ending(kind, inside[-1], len(inside) - 1, len(inside), quotes)
    glued = _BEFORE_NUMBER.search(stripped) if stripped[-1:].isdecimal() else None
    if glued is not None:  # `report,1`, `report, 1`: a note whose marker is plain text
        return Ending(_kind(glued["mark"]), glued["mark"], *glued.span("mark"), False)
    return Ending("", "", len(stripped), len(stripped), False)


def _kind(character: str) -> str:
    return _KIND_OF.get(character, "")


class DoubledEnd:
    """Marks in a row at the end of a paragraph, of which one is enough: `.;`, `,,`, `,”.`.

    `marks` are the plain offsets of the marks, in order. `enclosed` tells whether a closing
    quotation mark or bracket stands between them or after them. `abbreviated`: the mark before
    them is that of an abbreviation (`etc..`), and stays.
    """

    __slots__ = ("abbreviated", "enclosed", "marks")

    def __init__(self, marks: list[int], *, enclosed: bool, abbreviated: bool) -> None:
        self.marks = marks
        self.enclosed = enclosed
        self.abbreviated = abbreviated

    @property
    def start(self) -> int:
        """Return the plain offset of the first mark, that of an abbreviation included."""
        return self.marks[0] - self.abbreviated

    @property
    def end(self) -> int:
        """Return the plain offset after the last mark."""
        return self.marks[-1] + 1


def doubled_end(draft: Draft, paragraph: Paragraph) -> DoubledEnd | None:
    """Two or more marks in a row at the end of a paragraph, None where one or none stands there.

    Note markers, spaces and invisible marks may stand between them. The full stop of an
    abbreviation, a question mark, an ellipsis and the full stop of a quotation or a bracket belong
    to the words before them: `etc.;`, `U.N.;` and `(see above.);` end with one mark.
    """
    text = paragraph.text
    if text[-2:-1] not in _AT_END:
        return None  # one such character at most: nearly all paragraphs
    place = len(text.rstrip(_CLOSERS_AND_MARKS))
    tail = text[place:]
    if len(tail) < 2 or sum(map(END_MARKS.__contains__, tail)) < 2:
        return None
    marks: list[int] = []
    enclosed = abbreviated = False
    at = place
    while at < len(text):
        character = text[at]
        run = len(text) - at - len(text[at:].lstrip(character))
        if character in FULL_STOPS and run >= _ELLIPSIS:
            at += run
            continue
        if character in CLOSING_QUOTES or character in _BRACKETS:
            # A mark before the quote or bracket belongs to the words inside, unless it is a comma,
            # semicolon or colon.
            marks = [mark for mark in marks if text[mark] in _PAUSES]
            enclosed = enclosed or bool(marks)
        elif character in _PAUSES:
            marks.append(at)
        elif character in FULL_STOPS:
            if not marks and at == place and ends_with_abbreviation(draft, text, at + 1):
                abbreviated = True
            else:
                marks.append(at)
        at += 1
    if len(marks) > 1 and paragraph.markers:
        marks = [mark for mark in marks if not separates_markers(paragraph, mark)]
    if abbreviated and len(marks) == 1 and text[marks[0]] in FULL_STOPS:
        return DoubledEnd(marks, enclosed=enclosed, abbreviated=True)
    if len(marks) < 2:
        return None
    return DoubledEnd(marks, enclosed=enclosed, abbreviated=abbreviated)


def ends_with_abbreviation(draft: Draft, text: str, end: int) -> bool:
    """Whether the full stop before plain offset `end` is that of an abbreviation or of initials."""
    if text[end - 1 : end] != ".":
        return False
    before = text[max(end - 30, 0) : end - 1]
    if _INITIALS.search(before):
        return True
    # A whole last word: «эмбарго.» is not the abbreviation «о.».
    words = before.split()
    # `2006г.`: written without the space, it is the abbreviation all the same.
    word = words[-1].lstrip(OPENING_QUOTES + "([0123456789") if words else ""
    return f"{word}." in draft.vocabulary.forms.get("abbreviations", ())


def ends_with_entity(text: str, end: int) -> bool:
    """Whether the semicolon before plain offset `end` ends a character written as `&amp;`."""
    first = max(end - _LONGEST_ENTITY, 0)
    return text.find("&", first, end) >= 0 and _ENTITY.search(text, first, end) is not None


def ends_before_bracket(paragraph: Paragraph) -> bool:
    """Whether a bracket closes a paragraph and a mark stands right before that bracket opens."""
    text = paragraph.text.rstrip(CLOSERS.translate(_NO_BRACKETS))
    opening = _BRACKETS.get(text[-1:])
    if opening is None:
        return False
    return bool(_kind(text[: text.rfind(opening)].rstrip(INVISIBLE)[-1:]))


def has_open_bracket(paragraph: Paragraph) -> bool:
    """Whether a bracket of a paragraph is not closed in it."""
    text = paragraph.text
    return any(text.count(one) > text.count(BRACKETS[one]) for one in BRACKETS)


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


def joins_before_mark(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether the word that joins the next paragraph stands before the mark: VISTO: …, y;

    Without a mark no comma is needed before it: VISTO … y, above CONSIDERANDO.
    """
    ending = ending_of(paragraph)
    text = paragraph.text[: ending.start] if ending.kind else paragraph.text
    words = text.split()[-2:]
    return (
        len(words) > 1
        and (words[0][-1] in _BEFORE_CONJUNCTION or not ending.kind)
        and words[1] in draft.vocabulary.forms.get("item_conjunctions", ())
    )


@fact
def positions(draft: Draft) -> dict[Paragraph, int]:
    """Where each paragraph stands among all: its index in `draft.paragraphs`."""
    return {paragraph: place for place, paragraph in enumerate(draft.paragraphs)}


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


def is_last_of_list(paragraph: Paragraph) -> bool:
    """Whether a sub-paragraph is the last of its list, where many houses end the whole."""
    return paragraph.parent is not None and paragraph.parent.children[-1] is paragraph


def ends_with_conjunction(text: str) -> bool:
    """Whether a text ends with `; and` or a similar end."""
    # By hand: an expression with these marks takes as long to compile as a rule to run.
    text = text.removesuffix(",")
    start = len(text)
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    if not 0 < len(text) - start <= _LONGEST_CONJUNCTION:
        return False
    return text[:start].rstrip()[-1:] in _LIST_MARKS


def right_marks(draft: Draft, paragraph: Paragraph, following: Paragraph | None) -> tuple[str, ...]:
    """The kinds of marks that may end an operative paragraph or item, the usual one first.

    In a house whose items have marks of their own, the last item of a paragraph may as well end
    that paragraph.
    """
    habits = draft.habits
    endings = habits.endings if habits is not None else {}
    if following is None:
        return endings.get(LAST, ("stop",))
    usual = endings.get(OPERATIVE, ("semicolon",))
    if not paragraph.level or ITEMS not in endings:
        return usual
    return endings[ITEMS] if following.level else (*usual, *endings[ITEMS])
