"""Errors in wording: spelling, house style, capitals, fixed phrases, repeated words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import (
    Place,
    holds,
    is_free,
    phrase_places,
    reversed_table,
    text_place,
    typed,
)
from benchmarks.errors.view import put
from reslint.checks.selection import Hit
from reslint.checks.wording import _of_another_body
from reslint.checks.wording_swaps import year_of
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.draft_text import draft_text, places, word_after
from reslint.text.folding import fold_in_place, lower

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View

_LEAST_STEM = 3


def _wording(view: View, name: str) -> dict[str, Any]:
    found: dict[str, Any] = view.forms.get("wording", {}).get(name, {})
    return found


def _swapped(view: View, code: str, name: str, random: Random) -> Iterator[tuple[Place, str]]:
    """Places of right words from a vocabulary list, each with a wrong word for it."""
    forms = _wording(view, name)
    if not forms:
        return
    table = reversed_table(forms["swaps"])
    ignore_case = forms.get("ignore_case", True)
    since: dict[str, int] = forms.get("since", {})
    elsewhere: dict[str, list[str]] = forms.get("not_in_organs", {})
    for place in phrase_places(
        view, table, ignore_case=ignore_case, exceptions=forms.get("exceptions", ())
    ):
        if not holds(view, code, place.paragraph):
            continue
        choices = [
            wrong
            for wrong in table[place.phrase]
            if view.draft.organ not in elsewhere.get(wrong, ())
            and not (
                since.get(wrong) and year_of(view.draft) and year_of(view.draft) < since[wrong]
            )
        ]
        if choices:
            yield place, random.choice(choices)


@error_kind("WORD001", "word")
def spelling(view: View, random: Random) -> Iterator[InjectedError]:
    for place, wrong in _swapped(view, "WORD001", "spelling", random):
        # Words with a capital may be part of a name, whose spelling is its own.
        if place.written[:1].islower() or place.phrase[:1].isupper():
            yield place.rewritten(
                wrong if place.phrase[:1].isupper() else typed(place.written, wrong)
            )


@error_kind("WORD001", "ending")
def ending(view: View, _: Random) -> Iterator[InjectedError]:
    forms = _wording(view, "spelling")
    right = {value: key for key, value in forms.get("endings", {}).items()}
    text = draft_text(view.draft)
    for word in sorted(text.words):
        found = next(
            (each for each in sorted(right, key=len, reverse=True) if word.endswith(each)), ""
        )
        stem = word[: -len(found)] if found else ""
        if len(stem) < _LEAST_STEM or not word.isalpha():
            continue
        for start in text.occurrences(word):
            place = text_place(view, start, start + len(word))
            if place is None or not holds(view, "WORD001", place.paragraph):
                continue
            if place.written.islower():
                yield place.rewritten(stem + right[found])


@error_kind("WORD002", "word")
def house(view: View, random: Random) -> Iterator[InjectedError]:
    for place, wrong in _swapped(view, "WORD002", "house_spelling", random):
        same = place.phrase[:1].isupper() and wrong[:1].islower()
        yield place.rewritten(wrong if same else typed(place.written, wrong))


def _tied(view: View, place: Place, forms: dict[str, Any]) -> bool:
    """Whether a body named nearby may be the one whose members are meant (small letters then)."""
    return _of_another_body(Hit(place.paragraph, place.start, place.end, place.phrase), forms)


@error_kind("WORD003", "members")
def members(view: View, random: Random) -> Iterator[InjectedError]:
    forms = _wording(view, "member_states")
    for place in phrase_places(view, set(forms.get("phrases", {}).values()), ignore_case=False):
        if not _tied(view, place, forms):
            one, _space, two = place.written.partition(place.written[len(place.phrase.split()[0])])
            wrong = random.choice(
                ((one.lower(), two.lower()), (one, two.lower()), (one.lower(), two))
            )
            yield place.rewritten(_space.join(wrong))


@error_kind("WORD003", "government")
def government(view: View, _: Random) -> Iterator[InjectedError]:
    forms = _wording(view, "government")
    if not forms:
        return
    not_states = tuple(forms["not_states"])
    for place in phrase_places(view, set(forms["phrases"].values()), ignore_case=False):
        rest = fold_in_place(place.paragraph.text[place.end :]).lstrip()
        for article in forms["articles"]:
            if rest.startswith(article):
                rest = rest[len(article) :].lstrip()
                break
        if rest[:1].isupper() and not rest.startswith(not_states):
            yield place.rewritten(place.written.lower())


@error_kind("WORD005", "this")
def this_resolution(view: View, _: Random) -> Iterator[InjectedError]:
    forms = _wording(view, "this_resolution")
    if not forms:
        return
    table = reversed_table(forms["phrases"])
    for place in phrase_places(view, table):
        before, above = place.paragraph.text[: place.start], place.paragraph.parent
        while above is not None:
            before, above = f"{above.text} {before}", above.parent
        # If another resolution is named before, `this` may mean that one.
        if forms["word"] in lower(before) or not holds(view, "WORD005", place.paragraph):
            continue
        yield place.rewritten(typed(place.written, table[place.phrase][0]))


@error_kind("WORD004", "gendered")
def gendered(view: View, random: Random) -> Iterator[InjectedError]:
    for place, wrong in _swapped(view, "WORD004", "gendered", random):
        yield place.rewritten(typed(place.written, wrong), restores=False)


@error_kind("WORD006", "on")
def calls_on(view: View, random: Random) -> Iterator[InjectedError]:
    forms = _wording(view, "calls_on")
    for place, wrong in _swapped(view, "WORD006", "calls_on", random):
        following = word_after(place.paragraph.text, place.end)
        # `On a day` and `on behalf of` have another meaning.
        if following[:1].isdigit() or following.lower() in forms["not_before"]:
            continue
        yield place.rewritten(typed(place.written, wrong))


@error_kind("WORD007", "country")
def country(view: View, random: Random) -> Iterator[InjectedError]:
    for place, wrong in _swapped(view, "WORD007", "country_names", random):
        yield place.rewritten(wrong)


@error_kind("WORD008", "twice")
def twice(view: View, _: Random) -> Iterator[InjectedError]:
    """Repeat a small word, where the language never repeats it."""
    forms = _wording(view, "repeated")
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        text = paragraph.text
        for at in places(text, " "):
            end = text.find(" ", at + 1)
            word = text[at + 1 : end]
            if end < 0 or len(word) < 2 or not word.isalpha() or word.lower() != word:
                continue
            if forms.get("conjunction") and word.startswith(forms["conjunction"]):
                continue  # part of a repeated expression
            # The word beside it may already be the same, in capitals or not.
            if word in forms.get("right", ()) or word_after(text, end).lower() == word:
                continue
            if word_after(text, end).lower() in forms.get("right_before", {}).get(word, ()):
                continue
            if is_free(view, paragraph, at, end + 1):
                edit = put(paragraph.source_span(at + 1, end)[1], f" {word}")
                span = paragraph.source_span(at + 1, end)
                yield InjectedError([edit], [edit, span], paragraph=paragraph.place)
