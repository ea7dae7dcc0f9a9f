"""The check of the masthead and the closing."""

from __future__ import annotations

from reslint.concordance.checks.differences import who
from reslint.concordance.languages.beside_figures import letter_behind
from reslint.concordance.languages.counterparts import part
from reslint.concordance.languages.figures import figures_in
from reslint.concordance.languages.number_words import single_words_in
from reslint.concordance.model import Difference
from reslint.draft.model import MASTHEAD, TITLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Version
    from reslint.draft.model import DatedPlace, Draft

    Field = Callable[[Draft], tuple[str, tuple[int, int]] | None]


_COMMITTEES = frozenset(range(1, 7))  # the Main Committees
_LONGEST_COMMITTEE = 40  # characters of the line that names one


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
            found = list(figures_in(text, draft.language, []))
            figures = [one.value + _letter(letter_behind(text, one)[0]) for one in found]
            if figures:
                return ", ".join(figures), paragraph.source_span(0, len(paragraph.text))
    return None


def _letter(place: int) -> str:
    """The letter of a sub-item, which each language writes in its own script."""
    return f" ({chr(96 + place)})" if 0 < place <= 26 else ""


def _committee(draft: Draft) -> tuple[str, tuple[int, int]] | None:
    words: list[str] = part("files")["committees"].get(draft.language, [])
    for paragraph in draft.part(MASTHEAD):
        text = paragraph.text.strip()
        if len(text) <= _LONGEST_COMMITTEE and any(word in text for word in words):
            numbers = sorted(single_words_in(text, draft.language) & _COMMITTEES)
            if len(numbers) == 1:
                return str(numbers[0]), paragraph.source_span(0, len(paragraph.text))
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
    _committee,
    _date_of("distribution"),
    _date_of("adoption"),
    _date_of("closing"),
)
