"""Dates of citations: against each other, against the number, against the registry."""

from __future__ import annotations

from reslint.checks.citation_dates import redate
from reslint.citations.dates import write_date
from reslint.citations.finder import citations
from reslint.citations.model import LIST, ROMAN, SESSION, YEAR
from reslint.facts import fact
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.citations.model import Citation, DateMention
    from reslint.data.registry import Entry
    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Edit


Date = tuple[int, int, int]
_RESOLUTION = "resolution"
_REGISTERED = (_RESOLUTION, "decision")  # they share their numbers: no decision has that of another
_GA_BEGINS = 1945  # session s opens in September of 1945 + s
_GA_ENDS = 25  # of September, at the latest: the next session opens before that
_HRC_BEGINS = 2006
_FIRST_SESSION = 31  # of the General Assembly with numbers like 31/1


class Verdict:
    """What is wrong with the date of a citation: `kind` disagree, impossible or wrong.

    `other` is the citation that gives another date, `entry` what the registry has.
    """

    __slots__ = ("citation", "entry", "kind", "other")

    def __init__(
        self, kind: str, citation: Citation, entry: Entry | None, other: Citation | None = None
    ) -> None:
        self.kind = kind
        self.citation = citation
        self.entry = entry
        self.other = other


@fact
def verdicts(draft: Draft) -> list[Verdict]:
    """What is wrong with the dates of a draft's citations: one verdict a citation."""
    return list(_judge(draft))


def _judge(draft: Draft) -> Iterator[Verdict]:
    dated = [(citation, citation.date) for citation in citations(draft).citations if citation.date]
    by_number: dict[tuple[str, str, str], list[Citation]] = {}
    for citation, _ in dated:
        if citation.organ != "other":
            key = (citation.kind, citation.number.text, _organ(citation))
            by_number.setdefault(key, []).append(citation)
    disagreeing: dict[int, Verdict] = {}
    for group in by_number.values():
        for verdict in _disagreeing(draft, group):
            disagreeing[id(verdict.citation)] = verdict
    for citation, date in dated:
        if id(citation) in disagreeing:
            yield disagreeing[id(citation)]
            continue
        if citation.organ == "other" or not date.date[1]:
            continue
        entry = _entry(draft, citation, date.date)
        if entry is not None and entry.date == date.date:
            continue
        if entry is None and _only_the_year(draft, citation, date.date):
            yield Verdict(
                "impossible", citation, draft.registry.find(_organ(citation), citation.number.key)
            )
            continue
        if citation.certain and _impossible(citation, date.date):
            if citation.how == LIST and _is_another_body(citation):
                continue
            yield Verdict("impossible", citation, entry)
        elif entry is not None and entry.firm and not _impossible(citation, date.date):
            yield Verdict("wrong", citation, entry)


def _organ(citation: Citation) -> str:
    """The organ for which a number is looked up: the one that it can only mean, if not named."""
    number = citation.number
    if citation.organ or number.form != SESSION:
        return citation.organ
    return "GA" if _FIRST_SESSION <= number.first < 1946 or number.prefix else ""


def _entry(draft: Draft, citation: Citation, date: Date) -> Entry | None:
    """What the registry has of the resolution that a citation surely means."""
    if citation.kind not in _REGISTERED:
        return None
    organ = _organ(citation)
    if not organ:
        return None
    number = citation.number
    if not citation.organ and _impossible_for(
        organ, number.form, number.first, number.second, date
    ):
        return None  # another body's: its sessions are counted otherwise
    return draft.registry.find(organ, number.key)


def _only_the_year(draft: Draft, citation: Citation, date: Date) -> bool:
    """Whether the registry has day and month of a date whose year the number excludes.

    Then the number is the organ's own, and the year is an error.
    """
    organ = _organ(citation)
    if citation.kind != _RESOLUTION or citation.organ or not organ:
        return False
    entry = draft.registry.find(organ, citation.number.key)
    return entry is not None and entry.firm and entry.date[1:] == date[1:]


def _disagreeing(draft: Draft, group: list[Citation]) -> Iterator[Verdict]:
    """Of citations of one resolution, those that give another date than the rest."""
    dates = {citation.date.date for citation in group if citation.date}
    if len(dates) < 2:
        return
    first = group[0]
    assert first.date is not None
    entry = _entry(draft, first, first.date.date)
    # The registry decides which is right; else the date given more often, or first.
    counted: dict[Date, int] = {}
    for citation in group:
        assert citation.date is not None
        counted[citation.date.date] = counted.get(citation.date.date, 0) + 1
    right = max(counted, key=lambda date: counted[date])
    if entry is not None and entry.date in dates:
        right = entry.date
    other = next(each for each in group if each.date and each.date.date == right)
    for citation in group:
        if citation.date and citation.date.date != right:
            yield Verdict("disagree", citation, entry, other)


def _impossible(citation: Citation, date: Date) -> bool:
    number = citation.number
    if number.prefix or not citation.organ:
        return False  # special sessions meet when they are called
    return _impossible_for(citation.organ, number.form, number.first, number.second, date)


def _is_another_body(citation: Citation) -> bool:
    """Whether an item of a list is likely not of the organ that the list began with.

    Its date fits another organ's numbers, or that of another item cannot be either.
    """
    assert citation.list is not None
    number = citation.number
    if citation.date and not _impossible_for(
        "HRC", number.form, number.first, number.second, citation.date.date
    ):
        return True
    faults = [
        item for item in citation.list.items if item.date and _impossible(item, item.date.date)
    ]
    return len(faults) > 1


def _impossible_for(organ: str, form: str, first: int, second: int, date: Date) -> bool:
    """Whether a number and a date cannot go together."""
    year = date[0]
    if form == YEAR:
        return organ == "SC" and second != year
    if form == ROMAN:
        opens = _GA_BEGINS + second
        return organ == "GA" and second <= 30 and not opens <= year <= opens + 1
    if form != SESSION:
        return False
    if organ == "GA":
        opens = _GA_BEGINS + first
        return not (opens, 9, 1) <= date <= (opens + 1, 9, _GA_ENDS)
    if organ == "ECOSOC":
        return first >= 1946 and not (first - 1, 7, 1) <= date <= (first, 12, 31)
    if organ == "HRC":
        # Three sessions a year, the first three in 2006.
        return year != _HRC_BEGINS + (first - 1) // 3
    return False


def disagree(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """One resolution cited with two dates."""
    for verdict in verdicts(draft):
        if verdict.kind != "disagree":
            continue
        other = verdict.other
        assert other is not None and other.date is not None
        yield _finding(
            draft,
            verdict,
            {"other": other.date.text},
            variant="known" if _confirmed(verdict, other.date) else None,
            related=(
                (*other.date.paragraph.source_span(other.date.start, other.date.end), "other"),
            ),
        )


def _confirmed(verdict: Verdict, date: DateMention) -> bool:
    return verdict.entry is not None and verdict.entry.date == date.date


def impossible(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A date that cannot go with the session or year of the number."""
    for verdict in verdicts(draft):
        if verdict.kind != "impossible":
            continue
        number = verdict.citation.number
        kind = {YEAR: "year", ROMAN: None}.get(number.form)
        if number.form == SESSION and number.first >= 1946:
            kind = "economic"
        elif verdict.citation.organ == "HRC":
            kind = "rights"
        opens = _GA_BEGINS + (number.second if number.form == ROMAN else number.first)
        years = {
            "year": str(number.second if number.form == YEAR else number.first),
            "opens": str(opens),
            "closes": str(opens + 1),
        }
        if kind == "rights":
            years["year"] = str(_HRC_BEGINS + (number.first - 1) // 3)
        entry = verdict.entry
        if entry is not None and entry.firm:
            yield _finding(draft, verdict, years, variant=f"{kind or 'session'}-known")
        else:
            yield _finding(draft, verdict, years, variant=kind)


def wrong(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A date that is not the one that the registry has."""
    grammar = citations(draft).grammar
    for verdict in verdicts(draft):
        entry, date = verdict.entry, verdict.citation.date
        if verdict.kind != "wrong" or entry is None or date is None or grammar is None:
            continue
        yield _finding(
            draft,
            verdict,
            {},
            redate(draft, grammar, date, entry.date),
            variant=_evidence(verdict.citation, entry),
        )


def _evidence(citation: Citation, entry: Entry) -> str | None:
    """The message that names the evidence for a date."""
    if citation.kind != _RESOLUTION:
        return "decision"
    return None if entry.published else "cited"


def _finding(
    draft: Draft,
    verdict: Verdict,
    values: dict[str, str],
    edits: tuple[Edit, ...] = (),
    *,
    variant: str | None = None,
    related: tuple[tuple[int, int, str], ...] = (),
) -> Finding:
    citation, entry = verdict.citation, verdict.entry
    grammar, date = citations(draft).grammar, citation.date
    assert grammar is not None and date is not None
    agreeing, total = entry.counted if entry is not None else (0, 0)
    return citation.paragraph.finding(
        date.start,
        date.end,
        {
            "number": citation.number.text,
            "written": date.text,
            "right": write_date(grammar, entry.date) if entry is not None else "",
            "agreeing": str(agreeing),
            "total": str(total),
            **values,
        },
        edits,
        variant=variant,
        related=related,
    )
