"""Errors in quotation marks, apostrophes, dashes, mark-up, look-alike and hidden letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import is_free, is_plain, text_place
from benchmarks.errors.view import cut, put
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

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph

_BLANKS = " \u00a0\u202f"
_TITLE_REACH = 24  # characters before a title in which words introduce it
_TOO_FEW = 3  # with fewer apostrophes, a draft has no usual form
# Letters of two scripts with the same shape, for all languages.
_LOOK_ALIKE = dict(zip("aceopxy", "асеорху", strict=True))
_HIDDEN = ("\u200b", "\u00ad", "\u200e")


def typography(view: View) -> dict[str, Any]:
    """The typography section of the vocabulary."""
    found: dict[str, Any] = view.forms.get("typography", {})
    return found


# Quotation marks --------------------------------------------------------------------------------


def _quotations(view: View) -> Iterator[tuple[Paragraph, int, int]]:
    """Text between the language's first pair of quotation marks, not nested.

    Titles with an introducing word are left out: they belong to CITE011.
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


@error_kind("TYPO004", "unclosed")
def unclosed(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph, start, end in _quotations(view):
        inner = len(paragraph.text[:end].rstrip(_BLANKS))  # the space is part of the mark
        edit = cut(*paragraph.source_span(inner, end + 1))
        place = paragraph.source_span(start, start + 1)
        yield InjectedError([edit], [place], paragraph=paragraph.place, restores=False)


@error_kind("TYPO004", "unopened")
def unopened(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph, start, end in _quotations(view):
        inner = start + 1
        while paragraph.text[inner] in _BLANKS:
            inner += 1
        edit = cut(*paragraph.source_span(start, inner))
        place = paragraph.source_span(end, end + 1)
        yield InjectedError([edit], [place], paragraph=paragraph.place, restores=False)


@error_kind("TYPO004", "straight", whole=True)
def straight(view: View, _: Random) -> Iterator[InjectedError]:
    if view.text.count(view.forms["quotation"][0][0]) < _TOO_FEW:
        return  # with few marks, straight ones would be the draft's usual ones
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
        yield InjectedError(
            edits, [edits[0], edits[1]], paragraph=paragraph.place, restores=restores
        )


# Apostrophes and dashes -------------------------------------------------------------------------


@error_kind("TYPO006", "apostrophe")
def apostrophe(view: View, _: Random) -> Iterator[InjectedError]:
    own = own_apostrophe(view.draft)
    text = draft_text(view.draft).text
    if text.count(own) < _TOO_FEW:
        return
    for at in places(text, own):
        if text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha():
            place = text_place(view, at, at + 1)
            if place is not None:
                yield place.rewritten(STRAIGHT if own == CURLY else CURLY)


@error_kind("TYPO006", "dash")
def dash(view: View, random: Random) -> Iterator[InjectedError]:
    """Write another language's dash between two words."""
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


@error_kind("TYPO006", "dashes-of-an-aside", whole=True)
def aside(view: View, random: Random) -> Iterator[InjectedError]:
    """Write both dashes of an aside as in another language, if opening and closing differ."""
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
            yield InjectedError(edits, list(edits), paragraph=one.paragraph.place)


# Mark-up ----------------------------------------------------------------------------------------


@error_kind("TYPO008", "unclosed")
def unclosed_emphasis(view: View, _: Random) -> Iterator[InjectedError]:
    """Drop the closing mark of an italic title. Leading phrases belong to LEAD codes."""
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
                yield InjectedError([edit], [emphasis.opening], paragraph=place, restores=False)


def _gaps(view: View) -> Iterator[tuple[Paragraph, int]]:
    """Offsets of single spaces between two words of the draft's own text."""
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for at in places(text, " "):
            around = text[at - 2 : at], text[at + 1 : at + 3]
            if all(len(each) == 2 and each.isalpha() and each.islower() for each in around):
                if is_free(view, paragraph, at - 2, at + 3):
                    yield paragraph, at


@error_kind("TYPO008", "stray")
def stray(view: View, _: Random) -> Iterator[InjectedError]:
    """Put a single emphasis mark after a word."""
    for paragraph, at in _gaps(view):
        if "*" not in paragraph.text:
            edit = put(paragraph.plain.source_end(at), "*")
            yield InjectedError([edit], [edit], paragraph=paragraph.place)


def _between(view: View, block: str) -> Iterator[InjectedError]:
    """Put a separate block between two paragraphs."""
    for paragraph in view.draft.part(OPERATIVE):
        following = view.after(paragraph)
        if following is None or following.part != OPERATIVE or paragraph.children:
            continue
        gap = view.gap_after(paragraph)
        if gap[1] == following.start and view.text[slice(*gap)] == "\n\n":
            edit = put(gap[1], f"{block}\n\n")
            yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("TYPO008", "escaped-rule")
def escaped_rule(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _between(view, "\\_\\_\\_\\_\\_\\_")


@error_kind("TYPO008", "image")
def image(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _between(view, "<!-- image -->")


# Letters ----------------------------------------------------------------------------------------


def _letters(view: View, wanted: str) -> Iterator[tuple[Paragraph, int]]:
    """Offsets of letters in the middle of words."""
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for at in range(1, len(text) - 1):
            # Letters of a script without capitals are neither upper nor lower case.
            if (text[at] in wanted) if wanted else text[at].lower() == text[at]:
                if text[at - 1].isalpha() and text[at + 1].isalpha():
                    if is_free(view, paragraph, at - 1, at + 2):
                        yield paragraph, at


@error_kind("TYPO011", "cyrillic")
def cyrillic(view: View, _: Random) -> Iterator[InjectedError]:
    if typography(view).get("script") != "latin":
        return
    for paragraph, at in _letters(view, "".join(_LOOK_ALIKE)):
        edit = Edit(*paragraph.source_span(at, at + 1), _LOOK_ALIKE[paragraph.text[at]])
        yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("TYPO011", "latin")
def latin(view: View, _: Random) -> Iterator[InjectedError]:
    """Put a Latin letter into a Cyrillic word."""
    if typography(view).get("script") != "cyrillic":
        return
    to_latin = {right: wrong for wrong, right in _LOOK_ALIKE.items()}
    for paragraph, at in _letters(view, "".join(to_latin)):
        edit = Edit(*paragraph.source_span(at, at + 1), to_latin[paragraph.text[at]])
        yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("TYPO009", "latin-mark")
def latin_mark(view: View, random: Random) -> Iterator[InjectedError]:
    """Write a Latin punctuation mark for the script's own, between words."""
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
                yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("TYPO011", "modifier")
def modifier(view: View, _: Random) -> Iterator[InjectedError]:
    if draft_text(view.draft).text.count(CURLY) < _TOO_FEW:
        return  # the draft would no longer show its kind of apostrophe
    if typography(view).get("script") == "latin" and own_apostrophe(view.draft) == CURLY:
        for paragraph, at in _letters(view, CURLY):
            edit = Edit(*paragraph.source_span(at, at + 1), "ʼ")
            yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("TYPO012", "hidden")
def hidden(view: View, random: Random) -> Iterator[InjectedError]:
    if not typography(view).get("no_invisible"):
        return
    for paragraph, at in _letters(view, ""):
        edit = put(paragraph.source_span(at, at + 1)[0], random.choice(_HIDDEN))
        yield InjectedError([edit], [edit], paragraph=paragraph.place)
