"""Dates in a text, however written: `25 September 2015`, `September 25, 2015`, `1er janvier`."""

from __future__ import annotations

from reslint.citations.model import DateMention
from reslint.facts import fact
from reslint.facts.capitals import folded_text, has_figures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.citations.grammar import Grammar
    from reslint.draft.model import Paragraph


_NOT_BEFORE = "/.,"
_YEARS = (" 19", " 20")
_PARTS = ("day", "ordinal", "of", "gap", "month", "dot", "comma", "year_gap", "year", "tail")


@fact
def find_dates(paragraph: Paragraph, grammar: Grammar) -> list[DateMention]:
    """The dates in a paragraph, in order; one without a year has the year 0."""
    if not has_figures(paragraph):
        return []
    found = list(_dates(grammar, paragraph))
    # Years are counted much faster than late dates are searched for.
    years = sum(map(folded_text(paragraph).count, _YEARS))
    if years <= sum(1 for date in found if date.date[0]):
        return found
    late = list(_late_dates(grammar, paragraph))
    if late:
        found = sorted([*found, *late], key=lambda date: date.start)
    return found


def _dates(grammar: Grammar, paragraph: Paragraph) -> Iterator[DateMention]:
    """The dates whose day comes first."""
    text = paragraph.text
    for match in grammar.dates.finditer(text):
        name = match["month"]
        number = grammar.month(name)
        if not number:
            continue
        start, end = match.span()
        # Part of a longer number is no day of its own.
        if start and (grammar.joined(text[start - 1]) or text[start - 1] in _NOT_BEFORE):
            continue
        # Groups that a language's pattern lacks are simply not there.
        groups = match.groupdict()
        day, year = int(groups["day"]), int(groups.get("year") or 0)
        if not 1 <= number <= 12 or not 1 <= day <= 31:
            continue
        if not year and name in grammar.settings.get("words", ()):
            continue  # `15 may`: the verb
        parts = {part: match.span(part) for part in _PARTS if groups.get(part)}
        yield DateMention(paragraph, (year, number, day), start, end, parts, False)


def _late_dates(grammar: Grammar, paragraph: Paragraph) -> Iterator[DateMention]:
    """The dates whose month comes first."""
    text = paragraph.text
    for match in grammar.late_dates.finditer(text):
        start, end = match.span()
        before = grammar.month_before.search(text, max(start - 14, 0), start)
        number = grammar.months.get(before["month"].casefold(), 0) if before else 0
        if before is None or not number:
            continue
        groups = match.groupdict()
        parts = {part: match.span(f"late_{part}") for part in _PARTS if groups.get(f"late_{part}")}
        parts["month"] = before.span("month")
        if before["dot"]:
            parts["dot"] = before.span("dot")
        date = (int(groups["late_year"]), number, int(groups["late_day"]))
        yield DateMention(paragraph, date, before.start("month"), end, parts, True)


def write_date(grammar: Grammar, date: tuple[int, int, int]) -> str:
    """A date as the language writes it."""
    settings = grammar.settings
    year, month, day = date
    names = grammar.right_names
    if not settings.get("write") or not 1 <= month <= len(names):
        return f"{year}-{month:02}-{day:02}"
    first = settings.get("first", "") if day == 1 else ""
    written: str = settings["write"]
    return written.format(day=f"{day}{first}", month=names[month - 1], year=year)


def raised_marks(text: str, suffix: str) -> tuple[int, int, int]:
    """How often a text has the first of a month with a raised suffix, with a plain one, others."""
    return text.count(f"1<sup>{suffix}</sup>"), text.count(f"1{suffix}"), text.count("<sup>")


def spaces_in(dates: Iterable[DateMention]) -> list[tuple[str, str]]:
    """The spaces after the day and after the month in each date."""
    return [
        (date.paragraph.text[parts["month"][0] - 1], date.paragraph.text[parts["year"][0] - 1])
        for date in dates
        if not date.late and "year" in (parts := date.parts)
    ]
