"""Read a version: its paragraphs as units, with the tokens that all languages share."""

from __future__ import annotations

from math import log
from operator import attrgetter

from reslint.blocks.numerals import letter_value
from reslint.citations.document_site import other_symbol, symbols_in
from reslint.citations.finder import citations
from reslint.citations.model import YEAR as YEAR_FORM
from reslint.concordance.aligning.openings import known_phrase
from reslint.concordance.languages.beside_figures import letter_behind, month_beside
from reslint.concordance.languages.counterparts import habits
from reslint.concordance.languages.figures import figures_in, written_in
from reslint.concordance.languages.named_terms import (
    STATE,
    WEAK,
    names_of_terms,
    terms_by_text,
    terms_in,
)
from reslint.concordance.languages.phrases import key_of
from reslint.concordance.model import (
    ANCHORS,
    CITATION,
    DATE,
    DAY,
    FIGURE,
    ITEM,
    LETTER,
    MONTH,
    NAME,
    REFERENCE,
    SYMBOL,
    TERM,
    WEAK_TERM,
    YEAR,
    Token,
    Unit,
    Version,
)
from reslint.draft.model import CLOSING, MASTHEAD, NOTE, OPERATIVE, OUTSIDE, PREAMBLE, TITLE
from reslint.facts.openings import opening_of
from reslint.facts.references import references
from reslint.names.mentions import READ, mentions_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.citations.model import Citation, DateMention, Number
    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.references import Reference


_PASSED_OVER = (MASTHEAD, TITLE, CLOSING, OUTSIDE)
_LONGEST_LETTER = 4  # characters of one letter of a resolution: A, ألف
_STEP = 1.05  # see `_scale`
_start = attrgetter("start")


def read_version(path: str, draft: Draft) -> Version:
    """The version in a draft: its units of text and of notes, with their tokens."""
    version = Version(path, draft)
    update_version(version, draft)
    return version


def update_version(version: Version, draft: Draft) -> None:
    """Read a version again from another reading of its draft.

    The unit of a paragraph stays the same object if the paragraph, its text and all that is found
    in it do: while a draft is edited, other paragraphs are kept (`draft/rereading`).
    """
    # Of a text that was not read yet, most states and terms are in no paragraph.
    found = _Found(draft, draft.source.text if not version.units else "")
    before, version.units = version.units, {}
    version.draft, version.language = draft, draft.language
    body: list[Paragraph] = []
    notes: list[Paragraph] = []
    for paragraph in draft.paragraphs:
        if paragraph.part == NOTE:
            notes.append(paragraph)
        elif paragraph.part not in _PASSED_OVER:
            body.append(paragraph)
    scales = _scale(body), _scale(notes)
    if scales != version.scales:
        version.scales, before = scales, {}
    version.body = [_kept(version, one, found, before, scales[0]) for one in body]
    version.notes = [_kept(version, one, found, before, scales[1]) for one in notes]
    version.markers_of = {
        note.paragraph: [
            (version.units[paragraph], marker)
            for paragraph, marker in note.markers
            if paragraph in version.units and paragraph.part != NOTE
        ]
        for note in draft.notes
    }


def _scale(paragraphs: list[Paragraph]) -> float:
    """The length of the text in steps: a few characters more change no unit's size."""
    total = sum(len(one.text) for one in paragraphs) or 1
    return _STEP ** round(log(total, _STEP))


def _kept(
    version: Version,
    paragraph: Paragraph,
    found: _Found,
    before: dict[Paragraph, Unit],
    scale: float,
) -> Unit:
    """The unit of a paragraph: the one it had, if all that is known of it is the same."""
    unit = before.get(paragraph)
    known = found.known(paragraph)
    if unit is None or unit.known != known:
        unit = _unit(version, paragraph, found)
        unit.known = known
        unit.size = log(1000 * len(unit.text) / scale + 1)
    version.units[paragraph] = unit
    return unit


class _Found:
    """What the finders of a draft found, by paragraph."""

    def __init__(self, draft: Draft, text: str) -> None:
        self.draft = draft
        self._names = names_of_terms(draft.language, text)
        self._terms: dict[Paragraph, list[tuple[str, int, int]]] = {}
        if text:
            read = draft.part(*READ)
            texts = [one.text for one in read]
            terms = terms_by_text(texts, draft.language, self._names)
            self._terms = dict(zip(read, terms, strict=True))
        self.longer_names: list[str] = [
            name for name in habits()["longer_names"] if not text or name.split()[0] in text
        ]
        said = citations(draft)
        self.citations: dict[Paragraph, list[Citation]] = {}
        self.dates: dict[Paragraph, list[DateMention]] = {}
        self.references: dict[Paragraph, list[Reference]] = {}
        for citation in said.citations:
            self.citations.setdefault(citation.paragraph, []).append(citation)
        for date in said.dates:
            self.dates.setdefault(date.paragraph, []).append(date)
        for reference in references(draft):
            self.references.setdefault(reference.paragraph, []).append(reference)

    def terms(self, paragraph: Paragraph) -> list[tuple[str, int, int]]:
        """The states and terms that a paragraph names: key, plain span."""
        if paragraph not in self._terms:
            self._terms[paragraph] = terms_in(paragraph.text, self.draft.language, self._names)
        return self._terms[paragraph]

    def known(self, paragraph: Paragraph) -> tuple[object, ...]:
        """What decides on the unit of a paragraph; a text typed in has a plain text of its own."""
        return (
            paragraph.plain,
            paragraph.context(),
            *self.citations.get(paragraph, ()),
            *self.dates.get(paragraph, ()),
            *self.references.get(paragraph, ()),
        )


def _unit(version: Version, paragraph: Paragraph, found: _Found) -> Unit:
    unit = Unit(version, paragraph)
    text = paragraph.text
    draft = found.draft
    has_figures = any(map(text.__contains__, "0123456789"))
    if has_figures:
        _add_numbers(unit, found)
        unit.written = written_in(text)
    if paragraph.part in READ:
        longer = _places_of(found.longer_names, text)
        for mention in mentions_in(paragraph, draft):
            if mention.entity and not any(a <= mention.start < b for a, b in longer):
                unit.tokens.append(Token(NAME, str(mention.entity), mention.start, mention.end))
        # The English name of a month also says what may be done.
        longer += [(one.start, one.end) for one in unit.tokens if one.kind in (DATE, MONTH)]
        for key, start, end in found.terms(paragraph):
            if not any(first <= start < last for first, last in longer):
                kind = NAME if key.startswith(STATE) else WEAK_TERM if key.endswith(WEAK) else TERM
                unit.tokens.append(Token(kind, key.removesuffix(WEAK), start, end))
        unit.names = frozenset(token.key for token in unit.tokens if token.kind == NAME)
    unit.tokens.sort(key=_start)
    unit.anchors = frozenset(
        f"{FIGURE if token.kind == DAY else token.kind} {token.key}"
        for token in unit.tokens
        if token.kind in ANCHORS and (token.kind != FIGURE or len(token.key) > 1)
    )
    if paragraph.part in (PREAMBLE, OPERATIVE) and paragraph.parent is None:
        phrase = opening_of(paragraph, draft).phrase
        if phrase is not None:
            unit.opening = phrase
            key = key_of(draft.phrases, phrase)
            unit.head = phrase.first_key
            unit.phrase = known_phrase(key, unit.head, draft.language, unit.part)
            unit.cut = unit.phrase != key
            unit.whole_phrase = key
    return unit


def _places_of(names: list[str], text: str) -> list[tuple[int, int]]:
    """The spans of some names in a text."""
    found = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            found.append((at, at + len(name)))
            at = text.find(name, at + 1)
    return found


def _key(number: Number) -> str:
    """The part of a resolution number that is the same in every language: no letters or session."""
    first = number.key.partition(" ")[0]
    return f"{first} ({number.second})" if number.form == YEAR_FORM else first


def _add_numbers(unit: Unit, found: _Found) -> None:
    """The citations, symbols, dates, references and figures of a unit."""
    paragraph = unit.paragraph
    text = unit.text
    tokens = unit.tokens
    taken: list[tuple[int, int]] = []
    for citation in found.citations.get(paragraph, ()):
        number = citation.number
        token = Token(CITATION, _key(number), number.start, number.end)
        if citation.date is not None and citation.date.date[0]:
            token.date = (citation.date.start, citation.date.end)
            if not number.letters:
                token.dated = "-".join(map(str, citation.date.date))
            token.owner = unit
        tokens.append(token)
        letter = number.key.split(" ")[1:2]
        if letter and len(letter[0]) == 1 and len(number.letters) <= _LONGEST_LETTER:
            tokens.append(Token(LETTER, f"{token.key}/{letter[0]}", number.start, number.end))
        taken.append((number.start, number.end))
    for start, end, symbol in symbols_in(text):
        if not any(first < end and start < last for first, last in taken):
            # `(Part I)` is written with a space or without, in each language's words.
            tokens.append(Token(SYMBOL, symbol.partition("(")[0], start, end))
            other = other_symbol(text[start:end])
            if other:
                tokens.append(Token(SYMBOL, other.partition("(")[0], start, end))
            taken.append((start, end))
    for date in found.dates.get(paragraph, ()):
        if any(first < date.end and date.start < last for first, last in taken):
            continue
        year, month, day = date.date
        span = (date.start, date.end)
        parts = date.parts
        tokens.append(Token(DAY, str(day), *parts.get("day", span), span))
        tokens.append(Token(MONTH, str(month), *parts.get("month", span), span))
        if year:
            tokens.append(Token(YEAR, str(year), *parts.get("year", span), span))
            _add_date(unit, (year, month, day), span)
        taken.append(span)
    for reference in found.references.get(paragraph, ()):
        key = "/".join((str(reference.number), *map(_place_of, reference.letters)))
        tokens.append(Token(REFERENCE, key, reference.start, reference.end))
        taken.append((reference.start, reference.end))
    taken.sort()
    for figure in figures_in(text, unit.version.language, taken):
        kind = YEAR if figure.is_year() else FIGURE
        tokens.append(Token(kind, figure.value, figure.start, figure.end))
        if kind == YEAR:
            month, start, end = month_beside(text, figure, unit.version.draft.vocabulary)
            if month:
                _add_date(unit, (int(figure.value), month, 0), (start, end))
        else:
            place, end = letter_behind(text, figure)
            if place:
                tokens.append(Token(ITEM, f"{figure.value}/{place}", figure.start, end))


def _place_of(letter: str) -> str:
    """The place of a letter in its series, which all alphabets share; a roman number as written."""
    return str(letter_value(letter) or letter)


def _add_date(unit: Unit, date: tuple[int, int, int], span: tuple[int, int]) -> None:
    unit.tokens.append(Token(DATE, "-".join(map(str, date)), *span, span))
