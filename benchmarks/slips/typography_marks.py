"""Slips of marks: quotation marks, apostrophes, dashes, mark-up, look-alike and hidden letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from benchmarks.slips.kinds import Slip, slip_kind
from benchmarks.slips.typography_places import is_free, is_plain, text_place
from benchmarks.slips.view import cut, put
from reslint.citations.finder import citations
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.draft_text import draft_text, places
from reslint.facts.exempt_zones import ITALIC, zones
from reslint.facts.typing_style import (
    CURLY,
    STRAIGHT,
    has_straight_quotes,
    own_apostrophe,
    own_space,
)
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.slips.view import View
    from reslint.draft.model import Paragraph

_BLANKS = " \u00a0\u202f"
_TITLE_REACH = 24  # characters of the words that introduce a title
_TOO_FEW = 3  # apostrophes that show no habit
# Letters of two scripts that look alike: the same in every language.
_LOOK_ALIKE = dict(zip("aceopxy", "асеорху", strict=True))
_HIDDEN = ("\u200b", "\u00ad", "\u200e")


def typography(view: View) -> dict[str, Any]:
    """What the vocabulary says of typography."""
    found: dict[str, Any] = view.forms.get("typography", {})
    return found


# Quotation marks --------------------------------------------------------------------------------


def _quotations(view: View) -> Iterator[tuple[Paragraph, int, int]]:
    """Pieces between the first pair of marks of the language, none inside another.

    Titles that a word introduces are left to CITE011.
    """
    opening, closing = view.forms["quotation"][0]
    grammar = citations(view.draft).grammar
    title = grammar.pattern("title") if grammar is not None else None
    if has_straight_quotes(view.draft) or opening == closing:
        return
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for start in places(text, opening):
            end = text.find(closing, start)
            if (
                end < 0
                or opening in text[start + 1 : end]
                or text.count(opening, 0, end) != (text.count(closing, 0, end) + 1)
            ):
                continue
            introduced = title is not None and any(
                title.fullmatch(text, at, start)
                for at in range(max(start - _TITLE_REACH, 0), start)
            )
            if not introduced and is_plain(view, paragraph, start, end + 1):
                yield paragraph, start, end


@slip_kind("TYPO004", "unclosed")
def unclosed(view: View, _: Random) -> Iterator[Slip]:
    for paragraph, start, end in _quotations(view):
        inner = len(paragraph.text[:end].rstrip(_BLANKS))  # the space that belongs to the mark
        edit = cut(*paragraph.source_span(inner, end + 1))
        place = paragraph.source_span(start, start + 1)
        yield Slip([edit], [place], paragraph=paragraph.place, restores=False)


@slip_kind("TYPO004", "unopened")
def unopened(view: View, _: Random) -> Iterator[Slip]:
    for paragraph, start, end in _quotations(view):
        inner = start + 1
        while paragraph.text[inner] in _BLANKS:
            inner += 1
        edit = cut(*paragraph.source_span(start, inner))
        place = paragraph.source_span(end, end + 1)
        yield Slip([edit], [place], paragraph=paragraph.place, restores=False)


@slip_kind("TYPO004", "straight", whole=True)
def straight(view: View, _: Random) -> Iterator[Slip]:
    if view.text.count(view.forms["quotation"][0][0]) < _TOO_FEW:
        return  # with few marks, straight ones would be the draft's habit
    space = own_space(view.draft)
    for paragraph, start, end in _quotations(view):
        text = paragraph.text
        after, before = start + 1, end
        while text[after] in _BLANKS:
            after += 1
        while text[before - 1] in _BLANKS:
            before -= 1
        edits = [
            Edit(*paragraph.source_span(start, after), '"'),
            Edit(*paragraph.source_span(before, end + 1), '"'),
        ]
        inner = {text[start + 1 : after], text[before:end]}
        restores = inner in ({""}, {space})
        yield Slip(edits, [edits[0], edits[1]], paragraph=paragraph.place, restores=restores)


# Apostrophes and dashes -------------------------------------------------------------------------


@slip_kind("TYPO006", "apostrophe")
def apostrophe(view: View, _: Random) -> Iterator[Slip]:
    own = own_apostrophe(view.draft)
    text = draft_text(view.draft).text
    if text.count(own) < _TOO_FEW:
        return
    for at in places(text, own):
        if text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha():
            place = text_place(view, at, at + 1)
            if place is not None:
                yield place.rewritten(STRAIGHT if own == CURLY else CURLY)


@slip_kind("TYPO006", "dash")
def dash(view: View, random: Random) -> Iterator[Slip]:
    """A dash of another language between two words."""
    wrong = typography(view).get("dashes", {})
    folded = draft_text(view.draft).folded
    for right in sorted({each for each in wrong.values() if isinstance(each, str)}):
        forms = [form for form in wrong if wrong[form] == right and form[0] == right[0]]
        for at in places(folded, right):
            end = at + len(right)
            if not (folded[at - 1 : at].isalpha() and folded[end : end + 1].isalpha()):
                continue
            place = text_place(view, at + 1, end - 1) if right[0] == " " else None
            if place is not None and forms:
                yield place.rewritten(random.choice(forms).strip())


@slip_kind("TYPO006", "dashes-of-an-aside", whole=True)
def aside(view: View, random: Random) -> Iterator[Slip]:
    """Both dashes of an aside as another language has them, where opening and closing differ."""
    wrong = typography(view).get("dashes", {})
    pairs = sorted({tuple(each) for each in wrong.values() if not isinstance(each, str)})
    folded = draft_text(view.draft).folded
    for opening, closing in pairs:
        forms = sorted(form for form in wrong if wrong[form] == [opening, closing])
        for at in places(folded, opening):
            first, last = at + len(opening), folded.find(closing, at + len(opening))
            if last < 0 or not (folded[first].isalpha() and folded[last - 1].isalpha()):
                continue
            one, two = text_place(view, at, first), text_place(view, last, last + len(closing))
            if one is None or two is None or one.paragraph is not two.paragraph:
                continue
            if opening in one.paragraph.text[one.end : two.start]:
                continue
            form = random.choice(forms)
            edits = [Edit(*one.span, form), Edit(*two.span, form)]
            yield Slip(edits, list(edits), paragraph=one.paragraph.place)


# Mark-up ----------------------------------------------------------------------------------------


@slip_kind("TYPO008", "unclosed")
def unclosed_emphasis(view: View, _: Random) -> Iterator[Slip]:
    """An italic title without its closing mark; the opening words are left to LEAD codes."""
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        for start, end, kind in zones(paragraph, view.draft):
            if kind != ITALIC:
                continue
            emphasis = next(
                (e for e in paragraph.emphases if (e.start, e.end) == (start, end)), None
            )
            if emphasis is not None and emphasis.kind == "italic":
                edit = cut(*emphasis.closing)
                place = paragraph.place
                yield Slip([edit], [emphasis.opening], paragraph=place, restores=False)


def _gaps(view: View) -> Iterator[tuple[Paragraph, int]]:
    """Plain offsets of single spaces between two words of the draft's own text."""
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for at in places(text, " "):
            around = text[at - 2 : at], text[at + 1 : at + 3]
            if all(len(each) == 2 and each.isalpha() and each.islower() for each in around):
                if is_free(view, paragraph, at - 2, at + 3):
                    yield paragraph, at


@slip_kind("TYPO008", "stray")
def stray(view: View, _: Random) -> Iterator[Slip]:
    """A lone mark of emphasis behind a word."""
    for paragraph, at in _gaps(view):
        if "*" not in paragraph.text:
            edit = put(paragraph.plain.source_end(at), "*")
            yield Slip([edit], [edit], paragraph=paragraph.place)


def _between(view: View, block: str) -> Iterator[Slip]:
    """A block of its own between two paragraphs."""
    for paragraph in view.draft.part(OPERATIVE):
        following = view.after(paragraph)
        if following is None or following.part != OPERATIVE or paragraph.children:
            continue
        gap = view.gap_after(paragraph)
        if gap[1] == following.start and view.text[slice(*gap)] == "\n\n":
            edit = put(gap[1], f"{block}\n\n")
            yield Slip([edit], [edit], paragraph=paragraph.place)


@slip_kind("TYPO008", "escaped-rule")
def escaped_rule(view: View, _: Random) -> Iterator[Slip]:
    yield from _between(view, "\\_\\_\\_\\_\\_\\_")


@slip_kind("TYPO008", "image")
def image(view: View, _: Random) -> Iterator[Slip]:
    yield from _between(view, "<!-- image -->")


# Letters ----------------------------------------------------------------------------------------


def _letters(view: View, wanted: str) -> Iterator[tuple[Paragraph, int]]:
    """Plain offsets of letters in the middle of words."""
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for at in range(1, len(text) - 1):
            # Letters of a script without capitals are neither small nor great.
            if (text[at] in wanted) if wanted else text[at].lower() == text[at]:
                if text[at - 1].isalpha() and text[at + 1].isalpha():
                    if is_free(view, paragraph, at - 1, at + 2):
                        yield paragraph, at


@slip_kind("TYPO011", "cyrillic")
def cyrillic(view: View, _: Random) -> Iterator[Slip]:
    if typography(view).get("script") != "latin":
        return
    for paragraph, at in _letters(view, "".join(_LOOK_ALIKE)):
        edit = Edit(*paragraph.source_span(at, at + 1), _LOOK_ALIKE[paragraph.text[at]])
        yield Slip([edit], [edit], paragraph=paragraph.place)


@slip_kind("TYPO011", "latin")
def latin(view: View, _: Random) -> Iterator[Slip]:
    """A Latin letter within a Cyrillic word."""
    if typography(view).get("script") != "cyrillic":
        return
    to_latin = {right: wrong for wrong, right in _LOOK_ALIKE.items()}
    for paragraph, at in _letters(view, "".join(to_latin)):
        edit = Edit(*paragraph.source_span(at, at + 1), to_latin[paragraph.text[at]])
        yield Slip([edit], [edit], paragraph=paragraph.place)


@slip_kind("TYPO009", "latin-mark")
def latin_mark(view: View, random: Random) -> Iterator[Slip]:
    """A mark of the Latin script for the script's own, after a letter and before other words."""
    forms = typography(view).get("script_punctuation")
    if not forms:
        return
    own = {right: wrong for wrong, right in forms["marks"].items()}
    letter = re.compile(f"[{forms['letters']}]")
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for at in range(1, len(text) - 2):
            if text[at] not in own or not letter.match(text[at - 1]):
                continue
            if text[at + 1 :].strip() and is_free(view, paragraph, at - 1, at + 2):
                wrong = own[text[at]]
                if forms.get("closed_up"):
                    wrong += random.choice(("", " "))
                edit = Edit(*paragraph.source_span(at, at + 1), wrong)
                yield Slip([edit], [edit], paragraph=paragraph.place)


@slip_kind("TYPO011", "modifier")
def modifier(view: View, _: Random) -> Iterator[Slip]:
    if draft_text(view.draft).text.count(CURLY) < _TOO_FEW:
        return  # nothing would tell the draft's apostrophe any more
    if typography(view).get("script") == "latin" and own_apostrophe(view.draft) == CURLY:
        for paragraph, at in _letters(view, CURLY):
            edit = Edit(*paragraph.source_span(at, at + 1), "ʼ")
            yield Slip([edit], [edit], paragraph=paragraph.place)


@slip_kind("TYPO012", "hidden")
def hidden(view: View, random: Random) -> Iterator[Slip]:
    if not typography(view).get("no_invisible"):
        return
    for paragraph, at in _letters(view, ""):
        edit = put(paragraph.source_span(at, at + 1)[0], random.choice(_HIDDEN))
        yield Slip([edit], [edit], paragraph=paragraph.place)
