"""Dates, session and number of a resolution that cannot go together."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import DatedPlace, Draft
    from reslint.text.diagnostics import Finding

    Date = tuple[int, int, int]


def dates(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Dates of masthead and closing that disagree."""
    return map(_disagreement, date_faults(draft))


def session(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Session, number and date of a resolution that cannot go together."""
    return map(_disagreement, session_faults(draft))


def _disagreement(fault: Disagreement) -> Finding:
    place = fault.dated
    return place.paragraph.finding(
        place.start, place.end, fault.values, variant=fault.kind, related=fault.related
    )


class Disagreement:
    """Two statements that disagree: at which place, what the two say, where the other stands."""

    __slots__ = ("dated", "kind", "related", "values")

    def __init__(
        self, kind: str, dated: DatedPlace, one: str, other: str, place: DatedPlace | None
    ) -> None:
        self.kind = kind
        self.dated = dated
        self.values = {"one": one, "other": other}
        self.related: tuple[tuple[int, int, str], ...] = ()
        if place is not None:
            span = place.paragraph.source_span(place.start, place.end)
            self.related = ((*span, "other"),)


def written(place: DatedPlace) -> str:
    """The words at a place."""
    return place.paragraph.text[place.start : place.end]


def date_faults(draft: Draft) -> Iterator[Disagreement]:
    """Dates of adoption that differ, or a distribution before the adoption."""
    masthead = draft.masthead
    adoption, closing, distribution = masthead.adoption, masthead.closing, masthead.distribution
    if adoption and closing and adoption.date != closing.date:
        yield Disagreement("adoption", closing, written(closing), written(adoption), adoption)
    adopted = adoption or closing
    if adopted and distribution and distribution.date < adopted.date:
        yield Disagreement(
            "distribution", distribution, written(distribution), written(adopted), adopted
        )


def session_faults(draft: Draft) -> Iterator[Disagreement]:
    """A session in words that is not that of the number, a date outside the session."""
    masthead = draft.masthead
    adopted = masthead.adoption or masthead.closing
    number = masthead.number.split("/")[0] if "/" in masthead.number else ""
    said = masthead.session_span
    if number.isdigit() and draft.organ in ("GA", "HRC") and int(number) < 1000:
        if said is not None and masthead.session and masthead.session != int(number):
            yield Disagreement("number", said, written(said), masthead.number, None)
        elif (
            adopted is not None
            and draft.organ == "GA"
            and not _in_session(adopted.date, int(number))
        ):
            yield Disagreement("date", adopted, written(adopted), masthead.number, None)
    elif number.isdigit() and draft.organ == "ECOSOC" and int(number) > 1000:
        if adopted is not None and not _in_year(adopted.date, int(number)):
            yield Disagreement("date", adopted, written(adopted), masthead.number, None)
    elif draft.organ == "SC" and adopted is not None and "(" in masthead.number:
        year = masthead.number.partition("(")[2].rstrip(")")
        if year.isdigit() and int(year) != adopted.date[0]:
            yield Disagreement("date", adopted, written(adopted), masthead.number, None)


def _in_session(date: Date, session: int) -> bool:
    """Whether the General Assembly's session sat on a date (resumed sittings included)."""
    opens = 1945 + session
    return (opens, 9, 1) <= date <= (opens + 1, 10, 15)


def _in_year(date: Date, year: int) -> bool:
    """Whether a date lies in the Economic and Social Council's session of a year."""
    return (year - 1, 7, 1) <= date <= (year, 12, 31)
