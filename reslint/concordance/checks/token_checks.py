"""Checks of numbers, dates, symbols, references: what one version says and others not."""

from __future__ import annotations

from reslint.concordance.checks.differences import start_of, who, whole
from reslint.concordance.checks.majority import (
    NUMBERS,
    Odd,
    odd_dates,
    odd_letters,
    odd_units,
    replaced_figures,
)
from reslint.concordance.checks.odd_words import odd_words
from reslint.concordance.languages.number_words import numbers_in
from reslint.concordance.model import (
    CITATION,
    ITEM,
    LETTER,
    MONTH,
    REFERENCE,
    SYMBOL,
    Difference,
    Row,
    Token,
    Unit,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Version
    from reslint.text.diagnostics import Severity


_LETTERED = {CITATION: LETTER, REFERENCE: ITEM}
_MOST_SHOWN = 4  # figures that a message names


def tokens(row: Row, comparison: Comparison, rule: Rule) -> Iterator[Difference]:
    """Citations, symbols, figures or references that differ, as the rule's parameter says."""
    kinds = tuple(rule.parameters["kinds"])
    compared = NUMBERS if kinds[0] in NUMBERS else kinds
    for odd in odd_units(row, comparison, compared):
        if compared is not NUMBERS or not _is_date(odd):
            yield _difference(odd, row, comparison)
    if compared is NUMBERS:
        yield from _replaced(row, comparison)
        yield from _in_words(row, comparison)
    for kind in kinds:
        if kind in _LETTERED:
            for odd in odd_letters(row, comparison, _LETTERED[kind]):
                yield _difference(odd, row, comparison)


def _replaced(row: Row, comparison: Comparison) -> Iterator[Difference]:
    """Figures wrong in one place that stand rightly in another place of the paragraph."""
    found = replaced_figures(row, comparison)
    if not found:
        return
    kinds = (*NUMBERS, CITATION, SYMBOL, REFERENCE)
    said = {odd.unit for kind in kinds for odd in odd_units(row, comparison, (kind,))}
    for one in found:
        if one.unit in said:
            continue
        version = one.unit.version
        agreeing = [other for other in row.cells if other is not version]
        values = {"here": one.written, "there": one.right, **who(agreeing, comparison)}
        others = [whole(row.cells[other]) for other in agreeing]
        span = one.unit.paragraph.source_span(one.start, one.end)
        yield Difference(version, span, one.unit.place, values, others)


def _in_words(row: Row, comparison: Comparison) -> Iterator[Difference]:
    """Numbers that differ though no version has them in figures."""
    for one in odd_words(row, comparison):
        version = one.unit.version
        values = {
            "here": one.unit.text[one.here.start : one.here.end],
            "there": one.other.text[one.there.start : one.there.end],
            **who(one.agreeing, comparison),
        }
        span = one.unit.paragraph.source_span(one.here.start, one.here.end)
        places = [_number_place(row.cells[other], one.there.value) for other in one.agreeing]
        yield Difference(version, span, one.unit.place, values, places)


def _number_place(unit: Unit, value: int) -> tuple[Version, tuple[int, int]]:
    """Where a unit says a number in words, else its start."""
    for one in numbers_in(unit.text, unit.version.language):
        if one.value == value:
            return unit.version, unit.paragraph.source_span(one.start, one.end)
    return whole(unit)


def date(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Dates that differ: in a figure of the day or year, in the month, or of one citation."""
    said: set[Unit] = set()
    for odd in odd_units(row, comparison, NUMBERS):
        if _is_date(odd):
            said.add(odd.unit)
            yield _difference(odd, row, comparison)
    for odd in odd_units(row, comparison, (MONTH,)):
        if odd.unit not in said and odd.lacking and odd.extra:
            said.add(odd.unit)
            yield _difference(odd, row, comparison)
    for odd in odd_dates(row, comparison):
        if odd.unit not in said:
            said.add(odd.unit)
            yield _difference(odd, row, comparison)
    for unit, citation, there in _odd_citation_dates(row, comparison):
        if unit not in said:
            said.add(unit)
            yield _of_citation(unit, citation, there, comparison)


def _is_date(odd: Odd) -> bool:
    """Whether what is odd is part of a date here or there."""
    return any(token.date is not None for token in (*odd.extra, *odd.lacking))


def _difference(odd: Odd, row: Row, comparison: Comparison) -> Difference:
    unit = odd.unit
    kinds = {token.kind for token in (*odd.lacking, *odd.extra)}
    others = []
    quoted = ""
    for version in odd.agreeing:
        other = row.cells[version]
        equal = _equals(other, odd.lacking)
        if equal:
            quoted = quoted or shown(other, equal)
            others.append((version, other.paragraph.source_span(*equal[0].span)))
        else:
            others.append(whole(other))
    values = {
        "here": shown(unit, odd.extra),
        "there": quoted or ", ".join(token.key for token in odd.lacking[:_MOST_SHOWN]),
        "citation": "",
        **who(odd.agreeing, comparison),
    }
    if odd.extra:
        span = unit.paragraph.source_span(*odd.extra[0].span)
        variant = None if odd.lacking else "extra"
    else:
        span, variant = _where_due(unit, odd, row, kinds), "lacking"
    severity: Severity | None = None if odd.certain or len(row) == 2 else "info"
    return Difference(
        unit.version, span, unit.place, values, others, variant=variant, severity=severity
    )


def _where_due(unit: Unit, odd: Odd, row: Row, kinds: set[str]) -> tuple[int, int]:
    """The place of what is missing: the token of its kind at the same position, else the start."""
    first = odd.lacking[0]
    for version in odd.agreeing:
        other = row.cells[version]
        there = other.of(*kinds)
        for position, token in enumerate(there):
            if token.key == first.key:
                mine = unit.of(*kinds)
                if mine and len(mine) >= len(there):
                    near = mine[min(position, len(mine) - 1)]
                    return unit.paragraph.source_span(near.start, near.end)
                break
    return start_of(unit)


def _equals(unit: Unit, wanted: list[Token]) -> list[Token]:
    keys = {token.key for token in wanted}
    kinds = {token.kind for token in wanted}
    if kinds & set(NUMBERS):
        kinds |= set(NUMBERS)
    return [token for token in unit.tokens if token.key in keys and token.kind in kinds]


def shown(unit: Unit, found: list[Token]) -> str:
    """What a message quotes of tokens: whole dates, once each."""
    texts: list[str] = []
    for token in found:
        start, end = token.span
        text = " ".join(unit.text[start:end].split())
        if text not in texts:
            texts.append(text)
    return ", ".join(texts[:_MOST_SHOWN]) + (" …" if len(texts) > _MOST_SHOWN else "")


# Citations with another date ----------------------------------------------------------------------


def _odd_citation_dates(
    row: Row, comparison: Comparison
) -> Iterator[tuple[Unit, Token, dict[Version, Token]]]:
    """The citations whose date is another one in most other versions."""
    dated: dict[str, dict[Version, Token]] = {}
    for version, unit in row.cells.items():
        seen: set[str] = set()
        for token in unit.of(CITATION):
            if token.dated and token.key not in seen:
                seen.add(token.key)
                dated.setdefault(token.key, {})[version] = token
    for by_version in dated.values():
        values: dict[str, list[Version]] = {}
        for version, token in by_version.items():
            values.setdefault(token.dated, []).append(version)
        if len(values) < 2:
            continue
        right = max(values, key=lambda one: (len(values[one]), comparison.reference in values[one]))
        if len(row) > 2 and 2 * len(values[right]) <= len(by_version):
            continue
        there = {version: by_version[version] for version in values[right]}
        for value, versions in values.items():
            if value != right:
                for version in versions:
                    yield row.cells[version], by_version[version], there


def _of_citation(
    unit: Unit, citation: Token, there: dict[Version, Token], comparison: Comparison
) -> Difference:
    assert citation.date is not None
    paragraph = unit.paragraph
    others = []
    quoted = ""
    for version, token in there.items():
        assert token.date is not None and token.owner is not None
        quoted = quoted or token.owner.text[slice(*token.date)]
        others.append((version, token.owner.paragraph.source_span(*token.date)))
    values = {
        "here": unit.text[slice(*citation.date)],
        "there": quoted,
        "citation": unit.text[citation.start : citation.end],
        **who(list(there), comparison),
    }
    return Difference(
        unit.version,
        paragraph.source_span(*citation.date),
        unit.place,
        values,
        others,
        variant="citation",
    )
