"""Errors in spaces and figures: per cent, thousands and decimals, ordinals, ranges of years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_marks import typography
from benchmarks.errors.typography_places import (
    Place,
    is_free,
    is_plain,
    phrase_places,
    text_place,
)
from benchmarks.errors.view import cut, put
from reslint.checks.typography_numbers import numbers
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.draft_text import draft_text, places, word_after
from reslint.facts.typing_style import NO_BREAK, own_space
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph

_SPACES = " \u00a0\u202f"
_TOO_FEW = 4  # with fewer spaced marks, a draft has no usual form


# Spaces -----------------------------------------------------------------------------------------


def _spaced(view: View) -> Iterator[tuple[Paragraph, int, int, str]]:
    """Marks with a no-break space: the offset of the mark, of the space, the kind of space."""
    forms = typography(view).get("spaced")
    if not forms:
        return
    marks = [*forms["before"], *forms["after"]]
    if sum(map(draft_text(view.draft).text.count, marks)) < _TOO_FEW:
        return  # one mark of two without a space is not an inconsistency
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for at, mark in enumerate(text):
            space = at - 1 if mark in forms["before"] else at + 1 if mark in forms["after"] else -1
            if space < 0 or text[space : space + 1] != own_space(view.draft):
                continue
            if is_free(view, paragraph, min(at, space), max(at, space) + 1):
                yield paragraph, at, space, text[space]


@error_kind("TYPO001", "no-space")
def no_space(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph, at, space, _kind in _spaced(view):
        edit = cut(*paragraph.source_span(space, space + 1))
        mark = paragraph.source_span(at, at + 1)
        yield InjectedError([edit], [mark], paragraph=paragraph.place)


@error_kind("TYPO001", "plain-space")
def plain_space(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph, at, space, kind in _spaced(view):
        if kind == NO_BREAK:
            edit = Edit(*paragraph.source_span(space, space + 1), " ")
            place = paragraph.source_span(min(at, space), max(at, space) + 1)
            yield InjectedError([edit], [place], paragraph=paragraph.place)


def _between_words(view: View) -> Iterator[tuple[Paragraph, int]]:
    """Offsets of ordinary spaces between two words."""
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for at in places(text, " "):
            if text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha():
                if is_free(view, paragraph, at - 1, at + 2):
                    yield paragraph, at


@error_kind("TYPO007", "double")
def double(view: View, random: Random) -> Iterator[InjectedError]:
    for paragraph, at in _between_words(view):
        span = paragraph.source_span(at, at + 1)
        edit = put(span[1], random.choice((" ", " ", "  ")))
        yield InjectedError([edit], [edit, span], paragraph=paragraph.place)


def _marks(view: View, marks: str) -> Iterator[tuple[Paragraph, int]]:
    """Offsets of marks after a word and before a space and a word."""
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        noted = {marker.at for marker in paragraph.markers}
        for at in range(1, len(text) - 2):
            if text[at] in marks and text[at - 1].isalpha() and text[at + 1] == " ":
                if text[at + 2].isalpha() and is_free(view, paragraph, at - 1, at + 3):
                    if not noted.intersection((at, at + 1)):
                        yield paragraph, at


@error_kind("TYPO007", "space-before")
def space_before(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph, at in _marks(view, typography(view)["spacing"].get("none_before", "")):
        span = paragraph.source_span(at, at + 1)
        edit = put(span[0], " ")
        yield InjectedError([edit], [edit, span], paragraph=paragraph.place)


@error_kind("TYPO007", "none-after")
def none_after(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph, at in _marks(view, typography(view)["spacing"].get("some_after", "")):
        edit = cut(*paragraph.source_span(at + 1, at + 2))
        place = paragraph.source_span(at, at + 3)
        yield InjectedError([edit], [place], paragraph=paragraph.place)


@error_kind("TYPO007", "mark-twice")
def mark_twice(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph, at in _marks(view, typography(view)["spacing"].get("some_after", "")):
        span = paragraph.source_span(at, at + 1)
        edit = put(span[1], paragraph.text[at])
        yield InjectedError([edit], [edit, span], paragraph=paragraph.place)


@error_kind("TYPO007", "inside-brackets")
def inside_brackets(view: View, _: Random) -> Iterator[InjectedError]:
    if not typography(view)["spacing"].get("brackets", True):
        return  # this language has no rule for brackets
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        for at in places(paragraph.text, "("):
            if paragraph.text[at + 1 : at + 2].isalpha() and is_free(view, paragraph, at, at + 2):
                edit = put(paragraph.source_span(at, at + 1)[1], " ")
                place = paragraph.source_span(at, at + 2)
                yield InjectedError([edit], [place], paragraph=paragraph.place)


@error_kind("TYPO007", "inside-emphasis")
def inside_emphasis(view: View, _: Random) -> Iterator[InjectedError]:
    """Put the space after the opening words inside their emphasis."""
    for opening in view.openings():
        emphasis, text = opening.emphasis, opening.paragraph.text
        end = emphasis.closing[1]
        if text[emphasis.end : emphasis.end + 1] == " " and view.text[end : end + 1] == " ":
            edits = [put(emphasis.closing[0], " "), cut(end, end + 1)]
            place = (emphasis.closing[0], end)
            yield InjectedError(edits, [place], paragraph=opening.paragraph.place)


# Figures ----------------------------------------------------------------------------------------


def _per_cent(view: View) -> Iterator[tuple[Place, str]]:
    forms = typography(view).get("per_cent", {})
    if not forms or view.draft.organ in forms.get("silent", ()):
        return
    for place in phrase_places(view, [forms["right"]]):
        text = place.paragraph.text
        space = text[place.start - 1 : place.start]
        if space in _SPACES and text[place.start - 2 : place.start - 1].isdigit():
            if is_plain(view, place.paragraph, place.start - 2, place.end):
                yield place, space


@error_kind("TYPO002", "sign")
def per_cent_sign(view: View, _: Random) -> Iterator[InjectedError]:
    right = typography(view).get("per_cent", {}).get("right")
    for place, _space in _per_cent(view):
        if place.written != "%":
            yield place.rewritten("%", restores=place.written == right)


@error_kind("TYPO002", "sign-closed-up")
def per_cent_closed_up(view: View, _: Random) -> Iterator[InjectedError]:
    right = typography(view).get("per_cent", {}).get("right")
    for place, space in _per_cent(view):
        whole = Place(place.paragraph, place.start - 1, place.end)
        yield whole.rewritten("%", restores=space == " " and place.written == right)


@error_kind("TYPO002", "words")
def per_cent_words(view: View, random: Random) -> Iterator[InjectedError]:
    forms = typography(view).get("per_cent", {})
    if not forms.get("wrong"):
        return
    for place, _space in _per_cent(view):
        wrong = random.choice(forms["wrong"])
        yield place.rewritten(wrong, restores=place.written == forms["right"])


def _counts(forms: dict[str, Any], text: str, end: int) -> bool:
    """Whether a number counts the word after it (not so in `5 000 of which`, `2 000 to 3 000`)."""
    if forms.get("unspaced"):
        return re.match(forms["units"], text[end : end + 8].lstrip(_SPACES)) is not None
    word = word_after(text, end)
    return word[:1].islower() and word not in forms["no_units"]


def _thousands(view: View) -> Iterator[Place]:
    """Grouped numbers of five or more digits, or of four before a counted word."""
    forms = typography(view).get("numbers", {})
    text = draft_text(view.draft).text
    for start, end in numbers(view.draft):
        written = text[start:end]
        marks = re.findall(r"\D", written)
        if not marks or set(marks) - set(_SPACES if forms["thousands"] == " " else ",."):
            continue
        if not re.fullmatch(r"[1-9][0-9]{0,2}(\D[0-9]{3})+", written) or len(set(marks)) > 1:
            continue
        if forms["thousands"] not in (marks[0], " ") or not _counts(forms, text, end):
            continue
        place = text_place(view, start, end)
        if place is not None:
            yield place


@error_kind("TYPO003", "no-mark")
def no_mark(view: View, _: Random) -> Iterator[InjectedError]:
    """Ungroup a number of five or more digits. Four may be a year or a resolution."""
    for place in _thousands(view):
        digits = re.sub(r"\D", "", place.written)
        if len(digits) > 4:
            yield place.rewritten(digits)


@error_kind("TYPO003", "wrong-mark")
def wrong_mark(view: View, random: Random) -> Iterator[InjectedError]:
    forms = typography(view).get("numbers", {})
    right = forms.get("thousands")
    for place in _thousands(view):
        wrong = random.choice([mark for mark in (",", ".", " ") if mark != right])
        if wrong == forms["decimal"] and _may_be_decimal(view, place):
            continue
        yield place.rewritten(re.sub(r"\D", wrong, place.written))


def _may_be_decimal(view: View, place: Place) -> bool:
    """Whether a decimal mark would give a valid number of another value: 1.800 dollars."""
    forms = typography(view)["numbers"]
    after = place.paragraph.text[place.end : place.end + 8]
    once = len(re.findall(r"\D", place.written)) == 1
    return once and bool(forms.get("unspaced")) and re.match(forms["counted"], after) is None


@error_kind("TYPO003", "decimal")
def decimal(view: View, _: Random) -> Iterator[InjectedError]:
    forms = typography(view).get("numbers", {})
    text = draft_text(view.draft).text
    for start, end in numbers(view.draft):
        whole, mark, rest = text[start:end].partition(forms["decimal"])
        # Before other words, a number with a point may be that of a target or a paragraph.
        if not (mark and whole.isdigit() and rest.isdigit() and len(rest) < 3):
            continue
        place = text_place(view, start, end)
        if forms.get("unspaced"):
            after = text[end : end + 8].lstrip(_SPACES)
            measured = re.match(f"{forms['units']}|{forms['percent']}", after) is not None
        else:
            measured = word_after(text, end).lower() in forms["units"]
        if place is not None and measured:
            yield place.rewritten(f"{whole}{forms['wrong_decimal']}{rest}")


@error_kind("TYPO005", "ending")
def ordinal_ending(view: View, random: Random) -> Iterator[InjectedError]:
    table: dict[str, str] = typography(view).get("ordinals", {})
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        for right in sorted(set(table.values())):
            wrong = [form for form in table if table[form] == right and form.isalpha()]
            pattern = rf"(?<![\w/.])([0-9]+|[XVI]+)({right})(?!\w)"
            for match in re.finditer(pattern, paragraph.text):
                ending = match.span(2)
                if wrong and is_free(view, paragraph, *ending):
                    edit = Edit(*paragraph.source_span(*ending), random.choice(wrong))
                    place = paragraph.source_span(*match.span())
                    yield InjectedError([edit], [place, edit], paragraph=paragraph.place)


@error_kind("TYPO010", "dash")
def range_dash(view: View, _: Random) -> Iterator[InjectedError]:
    right = typography(view).get("range_dash")
    text = draft_text(view.draft).text
    for start, end in numbers(view.draft):
        one, dash, two = text[start : start + 4], text[start + 4 : start + 5], text[start + 5 : end]
        if dash != right or not "1900" <= one < two <= "2100" or len(two) != 4:
            continue
        place = text_place(view, start, end)
        if place is not None:
            yield place.rewritten(f"{one}{'–' if right == '-' else '-'}{two}")
