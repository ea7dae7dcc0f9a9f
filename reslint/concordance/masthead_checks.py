"""Checks of the masthead, the titles and the tables."""

from __future__ import annotations

from reslint.concordance.differences import start_of, who, whole
from reslint.concordance.figures import figures_in
from reslint.concordance.model import Difference
from reslint.draft.model import MASTHEAD, TABLE, TITLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Version
    from reslint.draft.model import DatedPlace, Draft, Paragraph

    Field = Callable[[Draft], tuple[str, tuple[int, int]] | None]


def masthead(comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Symbols, sessions, numbers, dates of masthead and closing that differ."""
    for read in _FIELDS:
        found: dict[Version, tuple[str, tuple[int, int]]] = {}
        for version in comparison.versions:
            value = read(version.draft)
            if value is not None:
                found[version] = value
        values: dict[str, list[Version]] = {}
        for version, (text, _) in found.items():
            values.setdefault(text, []).append(version)
        if len(values) < 2:
            continue
        right = max(values, key=lambda one: (len(values[one]), comparison.reference in values[one]))
        agreeing = values[right]
        for text, versions in values.items():
            for version in versions if text != right else ():
                said = {"here": text, "there": right, **who(agreeing, comparison)}
                others = [(one, found[one][1]) for one in agreeing]
                yield Difference(version, found[version][1], "masthead", said, others)


def _symbol(draft: Draft) -> tuple[str, tuple[int, int]] | None:
    symbol = draft.masthead.symbol
    if not symbol:
        return None
    for paragraph in draft.part(MASTHEAD, TITLE):
        if paragraph.text.strip() == symbol or symbol in paragraph.text:
            return symbol.replace(" ", ""), paragraph.source_span(0, len(paragraph.text))
    return None


def _number(draft: Draft) -> tuple[str, tuple[int, int]] | None:
    title = draft.masthead.title
    if not draft.masthead.number or title is None:
        return None
    at = max(title.text.find(draft.masthead.number), 0)
    return draft.masthead.number, title.source_span(at, at + len(draft.masthead.number))


def _session(draft: Draft) -> tuple[str, tuple[int, int]] | None:
    place = draft.masthead.session_span
    if place is None:
        return None
    return str(draft.masthead.session), place.paragraph.source_span(place.start, place.end)


def _agenda(draft: Draft) -> tuple[str, tuple[int, int]] | None:
    pattern = draft.vocabulary.pattern("agenda")
    if pattern is None:
        return None
    for paragraph in draft.part(MASTHEAD):
        text = paragraph.text.strip()
        if len(text) < 200 and pattern.match(text):
            figures = [one.value for one in figures_in(text, draft.language, [])]
            if figures:
                return ", ".join(figures), paragraph.source_span(0, len(paragraph.text))
    return None


def _date_of(name: str) -> Field:
    def read(draft: Draft) -> tuple[str, tuple[int, int]] | None:
        place: DatedPlace | None = getattr(draft.masthead, name)
        if place is None or not place.date[0]:
            return None
        year, month, day = place.date
        span = place.paragraph.source_span(place.start, place.end)
        return f"{year}-{month:02}-{day:02}", span

    return read


_FIELDS: tuple[Field, ...] = (
    _symbol,
    _number,
    _session,
    _agenda,
    _date_of("distribution"),
    _date_of("adoption"),
    _date_of("closing"),
)


def table(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Tables with another number of rows, or with other figures in a row."""
    if row.first().part != TABLE:
        return
    shapes = {version: _figures(version, unit.paragraph) for version, unit in row.cells.items()}
    counts: dict[_Shape, list[Version]] = {}
    for version, shape in shapes.items():
        counts.setdefault(shape, []).append(version)
    if len(counts) < 2:
        return
    right = max(counts, key=lambda one: (len(counts[one]), comparison.reference in counts[one]))
    agreeing = counts[right]
    if len(row) > 2 and 2 * len(agreeing) <= len(row):
        return
    for version, shape in shapes.items():
        if shape != right:
            here, there = _first_difference(shape, right)
            unit = row.cells[version]
            said = {"here": here, "there": there, **who(agreeing, comparison)}
            others = [whole(row.cells[one]) for one in agreeing]
            yield Difference(version, start_of(unit), unit.place, said, others)


_Shape = tuple[tuple[str, ...], ...]


def _figures(version: Version, paragraph: Paragraph) -> _Shape:
    """The figures of each row of a table, in order of value: cells may be in another order."""
    text = version.draft.source.text[paragraph.start : paragraph.end]
    return tuple(
        tuple(sorted(one.value for one in figures_in(line, version.language, [])))
        for line in text.splitlines()
        if line.strip("|-: \t")
    )


def _first_difference(here: _Shape, there: _Shape) -> tuple[str, str]:
    """What the first rows that differ have alone; the numbers of rows where those differ."""
    if len(here) != len(there):
        return str(len(here)), str(len(there))
    for mine, its in zip(here, there, strict=True):
        if mine != its:
            alone = [one for one in mine if one not in its]
            others = [one for one in its if one not in mine]
            return ", ".join(alone[:4]) or "–", ", ".join(others[:4]) or "–"
    return "", ""
