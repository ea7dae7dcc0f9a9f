"""Slips in the form of dates: order, commas, months and days in another spelling."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from benchmarks.slips.kinds import Slip, slip_kind
from benchmarks.slips.typography_places import is_free
from reslint.citations.dates import write_date
from reslint.citations.finder import citations
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.slips.view import View
    from reslint.citations.grammar import Grammar
    from reslint.citations.model import DateMention


def grammar_of(view: View) -> Grammar:
    """How the language of the draft cites."""
    grammar = citations(view.draft).grammar
    assert grammar is not None
    return grammar


def _dates(view: View) -> Iterator[DateMention]:
    """The dates of the draft's own text that stand as the language writes them."""
    grammar = grammar_of(view)
    for date in citations(view.draft).dates:
        if date.paragraph.part not in (PREAMBLE, OPERATIVE) or date.late or not date.date[0]:
            continue
        if not is_free(view, date.paragraph, date.start, date.end):
            continue
        if " ".join(date.text.split()) == write_date(grammar, date.date):
            yield date


def _part(view: View, date: DateMention, part: str, text: str) -> Slip:
    """The slip of another day, month or year."""
    edit = Edit(*date.paragraph.source_span(*date.parts[part]), text)
    whole = date.paragraph.source_span(date.start, date.end)
    return Slip([edit], [whole], paragraph=date.paragraph.place)


def _gaps(date: DateMention) -> tuple[str, str]:
    text = date.paragraph.text
    return text[date.parts["month"][0] - 1], text[date.parts["year"][0] - 1]


@slip_kind("CITE005", "month-first")
def month_first(view: View, _: Random) -> Iterator[Slip]:
    if "other" not in grammar_of(view).settings:
        return  # the order of these dates is nobody's question
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
        # Which spaces are no-break ones the faulty date no longer tells; the draft's others do.
        second = habits[1][1] if habits[1:] else 0
        restores = (one, two) == habits[0][0] and habits[0][1] > second + 1
        gaps = text[date.start : parts["month"][0]], text[parts["month"][1] : date.end]
        restores = restores and not any(
            set(filter(str.isspace, gap)) - {kind}
            for gap, kind in zip(gaps, (one, two), strict=True)
        )
        yield Slip([edit], [edit], paragraph=date.paragraph.place, restores=restores)


@slip_kind("CITE005", "comma")
def comma_before_year(view: View, random: Random) -> Iterator[Slip]:
    commas = sorted({",", view.mark("comma")})
    for date in _dates(view):
        month = date.paragraph.text[slice(*date.parts["month"])]
        if month[-1:].isalpha() and date.parts["month"] < date.parts["year"]:
            yield _part(view, date, "month", month + random.choice(commas))


@slip_kind("CITE005", "first-letter-of-month")
def month_letter(view: View, _: Random) -> Iterator[Slip]:
    for date in _dates(view):
        month = date.paragraph.text[slice(*date.parts["month"])]
        if month[0].swapcase() != month[0]:
            yield _part(view, date, "month", month[0].swapcase() + month[1:])


@slip_kind("CITE005", "leading-zero")
def leading_zero(view: View, random: Random) -> Iterator[Slip]:
    for date in _dates(view):
        parts = [
            part
            for part in ("day", "month")
            if len(date.paragraph.text[slice(*date.parts[part])]) == 1
        ]
        if parts:
            part = random.choice(parts)
            yield _part(view, date, part, "0" + date.paragraph.text[slice(*date.parts[part])])


@slip_kind("CITE005", "one-name-of-two")
def one_name(view: View, random: Random) -> Iterator[Slip]:
    """One name of a month where the language writes both."""
    for date in _dates(view):
        names = date.paragraph.text[slice(*date.parts["month"])].split("/")
        if len(names) == 2:
            yield _part(view, date, "month", random.choice(names).strip())


@slip_kind("CITE005", "short-month")
def short_month(view: View, random: Random) -> Iterator[Slip]:
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
            # Some languages write short forms without a stop, or have none but other spellings.
            stops = ("", ".") if "dot" in grammar.dates.groupindex else ("",)
            yield _part(view, date, "month", name + random.choice(stops))


@slip_kind("CITE005", "first-of-the-month")
def first_of_month(view: View, _: Random) -> Iterator[Slip]:
    for date in _dates(view):
        if date.date[2] == 1 and "ordinal" in date.parts:
            yield _part(view, date, "ordinal", "")
