"""Errors in the form of dates: order, commas, spelling of months and days."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import is_free
from reslint.citations.dates import write_date
from reslint.citations.finder import citations
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.citations.grammar import Grammar
    from reslint.citations.model import DateMention


def grammar_of(view: View) -> Grammar:
    """How the draft's language writes citations."""
    grammar = citations(view.draft).grammar
    assert grammar is not None
    return grammar


def _dates(view: View) -> Iterator[DateMention]:
    """Find dates in the draft's own text, written in the usual form of the language."""
    grammar = grammar_of(view)
    for date in citations(view.draft).dates:
        if date.paragraph.part not in (PREAMBLE, OPERATIVE) or date.late or not date.date[0]:
            continue
        if not is_free(view, date.paragraph, date.start, date.end):
            continue
        if " ".join(date.text.split()) == write_date(grammar, date.date):
            yield date


def _part(view: View, date: DateMention, part: str, text: str) -> InjectedError:
    """Replace the day, month or year."""
    edit = Edit(*date.paragraph.source_span(*date.parts[part]), text)
    whole = date.paragraph.source_span(date.start, date.end)
    return InjectedError([edit], [whole], paragraph=date.paragraph.place)


def _gaps(date: DateMention) -> tuple[str, str]:
    text = date.paragraph.text
    return text[date.parts["month"][0] - 1], text[date.parts["year"][0] - 1]


@error_kind("CITE005", "month-first")
def month_first(view: View, _: Random) -> Iterator[InjectedError]:
    if "other" not in grammar_of(view).settings:
        return  # no rule checks the order of these dates
    whole = [d for d in citations(view.draft).dates if not d.late and "year" in d.parts]
    habits = Counter(map(_gaps, whole)).most_common(2)
    for date in _dates(view):
        text, parts = date.paragraph.text, date.parts
        one, two = _gaps(date)
        month, year = (text[slice(*parts[part])] for part in ("month", "year"))
        edit = Edit(
            *date.paragraph.source_span(date.start, date.end),
            f"{month}{one}{date.date[2]},{two}{year}",
        )
        # The wrong date no longer shows which spaces are no-break ones; the draft's others do.
        second = habits[1][1] if habits[1:] else 0
        restores = (one, two) == habits[0][0] and habits[0][1] > second + 1
        gaps = text[date.start : parts["month"][0]], text[parts["month"][1] : date.end]
        restores = restores and not any(
            set(filter(str.isspace, gap)) - {kind}
            for gap, kind in zip(gaps, (one, two), strict=True)
        )
        yield InjectedError([edit], [edit], paragraph=date.paragraph.place, restores=restores)


@error_kind("CITE005", "comma")
def comma_before_year(view: View, random: Random) -> Iterator[InjectedError]:
    commas = sorted({",", view.mark("comma")})
    for date in _dates(view):
        month = date.paragraph.text[slice(*date.parts["month"])]
        if month[-1:].isalpha() and date.parts["month"] < date.parts["year"]:
            yield _part(view, date, "month", month + random.choice(commas))


@error_kind("CITE005", "first-letter-of-month")
def month_letter(view: View, _: Random) -> Iterator[InjectedError]:
    for date in _dates(view):
        month = date.paragraph.text[slice(*date.parts["month"])]
        if month[0].swapcase() != month[0]:
            yield _part(view, date, "month", month[0].swapcase() + month[1:])


@error_kind("CITE005", "leading-zero")
def leading_zero(view: View, random: Random) -> Iterator[InjectedError]:
    for date in _dates(view):
        parts = [
            part
            for part in ("day", "month")
            if len(date.paragraph.text[slice(*date.parts[part])]) == 1
        ]
        if parts:
            part = random.choice(parts)
            yield _part(view, date, part, "0" + date.paragraph.text[slice(*date.parts[part])])


@error_kind("CITE005", "one-name-of-two")
def one_name(view: View, random: Random) -> Iterator[InjectedError]:
    """Leave out one name of a month where the language writes both."""
    for date in _dates(view):
        names = date.paragraph.text[slice(*date.parts["month"])].split("/")
        if len(names) == 2:
            yield _part(view, date, "month", random.choice(names).strip())


@error_kind("CITE005", "short-month")
def short_month(view: View, random: Random) -> Iterator[InjectedError]:
    grammar = grammar_of(view)
    for date in _dates(view):
        month = date.paragraph.text[slice(*date.parts["month"])]
        short = [
            name
            for name, number in grammar.settings.get("short", {}).items()
            if number == date.date[1] and name.isascii() == month.isascii()
        ]
        if short:
            name = random.choice(short)
            name = name.capitalize() if month.istitle() else name
            # Some languages abbreviate without a full stop, or only have other spellings.
            stops = ("", ".") if "dot" in grammar.dates.groupindex else ("",)
            yield _part(view, date, "month", name + random.choice(stops))


@error_kind("CITE005", "first-of-the-month")
def first_of_month(view: View, _: Random) -> Iterator[InjectedError]:
    for date in _dates(view):
        if date.date[2] == 1 and "ordinal" in date.parts:
            yield _part(view, date, "ordinal", "")
