"""Errors in the dates of resolutions: wording, wrong and impossible dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.errors.citations_date_forms import grammar_of
from benchmarks.errors.citations_numbers import cited
from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import is_free
from benchmarks.errors.view import cut, put
from reslint.citations.dates import write_date
from reslint.citations.finder import citations
from reslint.citations.model import LIST, OWN, SESSION, YEAR
from reslint.data.registry import SHIPPED
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.citations.model import Citation, DateMention

_SEPTEMBER = 9  # one session ends and the next begins in this month
_GA_BEGINS = 1945
_LONG_JOINT = 30  # characters; a date further away belongs to something else


# Joints -----------------------------------------------------------------------------------------


def _dated(view: View, *forms: str) -> Iterator[tuple[Citation, DateMention]]:
    for citation in cited(view, *forms):
        date = citation.date
        if date is not None and citation.dated and date.date[1] and not date.late:
            if is_free(view, citation.paragraph, citation.number.start, date.end):
                yield citation, date


def _joined(view: View, citation: Citation, before: str, after: str = "") -> InjectedError:
    date = citation.date
    assert date is not None
    paragraph = citation.paragraph
    gap = Edit(*paragraph.source_span(*citation.gap), before)
    edits = [gap, put(paragraph.plain.source_end(date.end), after)] if after else [gap]
    grammar = grammar_of(view)
    right = grammar.forms["date_write_after" if citation.after_organ else "date_write"]
    restores = paragraph.text[slice(*citation.gap)] == right
    place = paragraph.source_span(*citation.gap)[0], paragraph.source_span(0, date.end)[1]
    return InjectedError(edits, [place], paragraph=paragraph.place, restores=restores)


def _dated_after(view: View) -> Iterator[Citation]:
    """Citations whose date follows the number, in languages that write it there."""
    if "date_before" not in grammar_of(view).forms:
        for citation, _date in _dated(view, SESSION, YEAR):
            yield citation


@error_kind("CITE004", "parentheses")
def in_parentheses(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in _dated_after(view):
        yield _joined(view, citation, " (", ")")


@error_kind("CITE004", "comma")
def comma_before_date(view: View, random: Random) -> Iterator[InjectedError]:
    commas = sorted({",", view.mark("comma")})
    for citation in _dated_after(view):
        yield _joined(view, citation, f"{random.choice(commas)} ")


@error_kind("CITE004", "nothing")
def nothing_before_date(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in _dated_after(view):
        yield _joined(view, citation, " ")


@error_kind("CITE004", "after-the-number")
def after_number(view: View, random: Random) -> Iterator[InjectedError]:
    """Put the date in parentheses after the number, in languages that write it before."""
    grammar = grammar_of(view)
    if "date_before" not in grammar.forms:
        return
    wrong = re.compile(grammar.forms["date_wrong"])
    for citation, date in _dated(view, SESSION, YEAR):
        if citation.list is None or len(citation.list.items) > 1 or date.end > citation.start:
            continue
        text, paragraph = citation.paragraph.text, citation.paragraph
        # If the word for resolution follows the number, the bracket would come between them.
        match = wrong.match(text[: citation.number.end + 3] + "(", citation.number.end)
        if match is None or text[date.end : citation.head].strip():
            continue
        first, last = random.choice(("()", "（）"))
        new = put(paragraph.plain.source_end(citation.number.end + 3), first + date.text + last)
        edits = [cut(*_whole(date)), new]
        yield InjectedError(edits, [new], paragraph=paragraph.place)


# Wrong dates ------------------------------------------------------------------------------------


def _groups(view: View) -> dict[tuple[str, str], list[tuple[Citation, DateMention]]]:
    """Citations by organ and number, those with a date."""
    groups: dict[tuple[str, str], list[tuple[Citation, DateMention]]] = {}
    for citation, date in _dated(view, SESSION, YEAR):
        groups.setdefault((citation.organ, citation.number.text), []).append((citation, date))
    return groups


def _another_day(date: DateMention, random: Random) -> str:
    """Another plausible day of the month (in French the first has an ending)."""
    days = [day for day in range(2, 29) if day != date.date[2]]
    return str(random.choice(days))


def _whole(date: DateMention) -> tuple[int, int]:
    return date.paragraph.source_span(date.start, date.end)


def _redated(view: View, date: DateMention, part: str, text: str) -> InjectedError:
    edits = [Edit(*date.paragraph.source_span(*date.parts[part]), text)]
    if part == "day" and "ordinal" in date.parts:
        edits.append(cut(*date.paragraph.source_span(*date.parts["ordinal"])))
    return InjectedError(edits, [_whole(date)], paragraph=date.paragraph.place)


@error_kind("CITE006", "one-of-several")
def one_of_several(view: View, random: Random) -> Iterator[InjectedError]:
    """Give one of two citations another date. The finding may be at either of them.

    The registry decides which date is wrong; without it, the first is assumed to be correct.
    """
    for (organ, _number), group in _groups(view).items():
        if len(group) < 2 or not organ:
            continue
        _citation, date = random.choice(group)
        error = _redated(view, date, "day", _another_day(date, random))
        moved = [_whole(other) for _c, other in group]
        yield InjectedError(error.edits, moved, paragraph=date.paragraph.place)


@error_kind("CITE006", "second-mention-dated")
def second_dated(view: View, random: Random) -> Iterator[InjectedError]:
    """Add a date that is one day off to a later citation without one."""
    grammar = grammar_of(view)
    groups = _groups(view)
    for citation in cited(view, SESSION, YEAR):
        group = groups.get((citation.organ, citation.number.text), [])
        if not group or citation.date is not None or not citation.organ:
            continue
        # In a list or before another date, the date would belong to several numbers.
        if citation.list is None or len(citation.list.items) > 1 or citation.after_organ:
            continue
        if group[0][0].start >= citation.start and group[0][0].paragraph is citation.paragraph:
            continue
        year, month, day = group[0][1].date
        wrong = (year, month, day - 1 if day > 2 else day + 1)
        if "date_before" in grammar.forms:
            edit = put(
                citation.paragraph.plain.source_start(citation.head), write_date(grammar, wrong)
            )
        else:
            place = citation.paragraph.plain.source_end(citation.number.end)
            edit = put(place, grammar.forms["date_write"] + write_date(grammar, wrong))
        places: list[Edit | tuple[int, int]] = [edit, *(_whole(other) for _c, other in group)]
        yield InjectedError([edit], places, paragraph=citation.paragraph.place)


def _single(view: View) -> Iterator[tuple[Citation, DateMention]]:
    """Citations of resolutions that have one date in the draft, so that CITE006 does not apply."""
    for (organ, _number), group in _groups(view).items():
        if organ and len(group) == 1:
            yield group[0]


@error_kind("CITE007", "other-year")
def other_year(view: View, random: Random) -> Iterator[InjectedError]:
    """Write a year outside the session, where the organ is certain."""
    for citation, date in _single(view):
        number = citation.number
        # Special sessions meet when called; before 31/1 sessions have other numbers.
        if not citation.certain or number.prefix or citation.how == LIST:
            continue
        by = random.choice((-3, -2, 2) if number.form == SESSION else (-2, -1, 1))
        yield _redated(view, date, "year", str(date.date[0] + by))


@error_kind("CITE008", "other-day")
def other_day(view: View, random: Random) -> Iterator[InjectedError]:
    """Write another day of the month, where the registry's evidence is strong."""
    for citation, date in _single(view):
        entry = SHIPPED.find(citation.organ, citation.number.text)
        if entry is None or not entry.firm or entry.date != date.date:
            continue
        if date.date[1] != _SEPTEMBER:
            yield _redated(view, date, "day", _another_day(date, random))


@error_kind("CITE014", "first-mention-undated")
def undated(view: View, _: Random) -> Iterator[InjectedError]:
    seen: set[tuple[str, str]] = set()
    grammar = grammar_of(view)
    dated = {id(citation): date for citation, date in _dated(view, SESSION)}
    for citation in citations(view.draft).citations:
        key = (citation.organ, citation.number.text)
        date = dated.get(id(citation))
        first = key not in seen
        seen.add(key)
        if not first or date is None or citation.list is None or len(citation.list.items) > 1:
            continue
        if view.organ(citation.paragraph) not in ("GA", "ECOSOC", "HRC"):
            continue
        start = date.start if "date_before" in grammar.forms else citation.gap[0]
        if start >= date.start - _LONG_JOINT:
            edit = cut(*citation.paragraph.source_span(start, date.end))
            yield InjectedError([edit], [citation.span()], paragraph=citation.paragraph.place)


@error_kind("CITE016", "of-a-later-session")
def later_session(view: View, random: Random) -> Iterator[InjectedError]:
    """Cite a resolution of the next session, with a date that fits its number."""
    masthead = view.draft.masthead
    adopted = masthead.adoption or masthead.closing
    if adopted is None or view.draft.organ != "GA":
        return
    for citation, date in _dated(view, SESSION):
        if citation.how != OWN or citation.organ != "GA" or citation.number.prefix:
            continue
        # In a list, the number would also be out of order.
        if citation.list is None or len(citation.list.items) > 1:
            continue
        opens = adopted.date[0] + (1 if adopted.date[1] >= _SEPTEMBER else 0)
        number = f"{opens - _GA_BEGINS}/{random.randrange(300, 340)}"
        if SHIPPED.find("GA", number) is not None:
            continue
        when = write_date(grammar_of(view), (opens, 12, random.randrange(2, 24)))
        one = Edit(*citation.span(), number)
        two = Edit(*_whole(date), when)
        yield InjectedError([one, two], [one, two], paragraph=citation.paragraph.place)
