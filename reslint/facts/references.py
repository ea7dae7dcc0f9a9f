"""Cross-references within a draft: `paragraph 4 (b) above`, `paragraph 3 of this resolution`.

Only wordings that tie the number to this very text are read (`references` of a language's
forms); a bare `paragraph 4` is mostly another text's.
"""

from __future__ import annotations

import re

from reslint.blocks.numerals import letter_value, roman_value
from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts import fact
from reslint.facts.draft_text import draft_text
from reslint.facts.exempt_zones import spans_between
from reslint.facts.numbering import RESTART, SECTIONS, label_of, numbering
from reslint.language.replacements import words_that_replace
from reslint.text.folding import COLONS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from reslint.draft.model import Draft, Paragraph, Resolution
    from reslint.facts.numbering import Numbering
    from reslint.language.language import Language

    _Patterns: TypeAlias = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


ABOVE = "above"
BELOW = "below"

_BEFORE = 80  # characters in which the owner of a number may stand before it
_TOKEN = expression(r"(?P<number>[0-9]+)|[(（]?(?P<letter>[^\W\d_]{1,5})[)）]")
_compiled: dict[tuple[str, str], _Patterns] = {}


class Reference:
    """One number (with its letters) that a reference names.

    `start` to `end` is the plain span of number and letters (of the letters alone where they
    follow others' number), `number_span` that of the number. `direction` is above, below or "".
    """

    __slots__ = (
        "direction",
        "end",
        "letters",
        "number",
        "number_span",
        "paragraph",
        "start",
        "text",
    )

    def __init__(
        self,
        paragraph: Paragraph,
        number: int,
        number_span: tuple[int, int],
        direction: str,
        span: tuple[int, int],
        letters: tuple[str, ...] = (),
    ) -> None:
        self.paragraph = paragraph
        self.number = number
        self.number_span = number_span
        self.direction = direction
        self.start, self.end = span
        self.letters = letters
        self.text = paragraph.text[self.start : self.end]


@fact
def references(draft: Draft) -> list[Reference]:
    """The references of a draft to its own operative paragraphs, in order."""
    return list(_find(draft))


def bare_references(draft: Draft, paragraph: Paragraph) -> list[Reference]:
    """The references of one paragraph that do not say whose they are (`paragraph 4 (b)`), in order.

    No finding rests on them alone: a renumbering names them, and whoever asks where one leads is
    better served by a likely answer than by none. Those that surely are another text's
    (`paragraph 4 of the report`) are left out.
    """
    forms = draft.vocabulary.forms.get("references", {})
    gates: list[str] = forms.get("gates", [])
    if "bare" not in forms or not any(gate in paragraph.text for gate in gates):
        return []
    if paragraph.part not in (PREAMBLE, OPERATIVE):
        return []
    marks = draft.vocabulary.forms.get("quotation", ())
    return list(_find_in(paragraph, gates, "bare", draft.vocabulary, marks))


def _find(draft: Draft) -> Iterator[Reference]:
    forms = draft.vocabulary.forms.get("references")
    if forms and any(map(draft_text(draft).text.__contains__, forms["gates"])):
        for paragraph in draft.paragraphs:
            yield from references_in(paragraph, draft)


def references_in(paragraph: Paragraph, draft: Draft) -> list[Reference]:
    """The references of one paragraph to the draft's own operative paragraphs, in order."""
    forms = draft.vocabulary.forms.get("references")
    if not forms or paragraph.part not in (PREAMBLE, OPERATIVE):
        return []
    gates: list[str] = forms["gates"]
    if not any(map(paragraph.text.__contains__, gates)):
        return []
    replaced = _replacement(draft, paragraph)
    if replaced == 0:
        return []
    marks = draft.vocabulary.forms.get("quotation", ())
    found = _find_in(paragraph, gates, "pattern", draft.vocabulary, marks)
    return [each for each in found if replaced < 0 or each.start < replaced]


def _replacement(draft: Draft, paragraph: Paragraph) -> int:
    """The offset from which a paragraph states new words for another text, -1 if it states none."""
    above = paragraph.parent
    while above is not None:
        if announces_replacement(above, draft):
            return 0
        above = above.parent
    match = None
    if any(map(paragraph.text.__contains__, COLONS)):
        match = words_that_replace(paragraph.text, draft.vocabulary)
    return match.end() if match else -1


def announces_replacement(paragraph: Paragraph, draft: Draft) -> bool:
    """Whether a paragraph ends with words that its items replace those of another text."""
    ends = paragraph.text.rstrip(INVISIBLE)[-1:] in COLONS
    return ends and words_that_replace(f"{paragraph.text} ", draft.vocabulary) is not None


def _find_in(
    paragraph: Paragraph,
    gates: Iterable[str],
    name: str,
    vocabulary: Language,
    marks: Iterable[list[str]],
) -> Iterator[Reference]:
    text = paragraph.text
    pattern, inside_pattern, owner = _patterns(vocabulary, name)
    quoted: list[tuple[int, int]] | None = None
    end = 0
    for at in _places_of(text, gates):
        match = pattern.match(text, at) if at >= end else None
        if match is None:
            continue
        end = match.end()
        first = max(at - _BEFORE, 0)
        # Letters stand with a bracket: most texts have none right before the word.
        lettered = text.find(")", first, at) >= 0
        inside = inside_pattern.search(text, first, at) if lettered else None
        # A letter of the word may stand before the gate: it may be small or capital.
        word = at - text[at - 1 : at].isalpha()
        last = inside.start() if inside else word
        if vocabulary.may_match("owner", text[first:last]) and owner.search(text, first, last):
            continue
        if quoted is None:
            quoted = spans_between(text, marks, unclosed=True)
        if not any(start < at < close for start, close in quoted):
            yield from _read(paragraph, match, inside)


def _places_of(text: str, gates: Iterable[str]) -> list[int]:
    """The offsets at which one of the gates stands, in order."""
    places = set()
    for gate in gates:
        at = text.find(gate)
        while at >= 0:
            places.add(at)
            at = text.find(gate, at + 1)
    return sorted(places)


def _patterns(vocabulary: Language, name: str) -> _Patterns:
    key = (vocabulary.code, name)
    if key not in _compiled:
        forms = vocabulary.forms["references"]
        # `{item}` and `{joint}` in a pattern stand for the entries of that name.
        pattern: str = forms[name]
        for entry in ("list", "joint", "item"):
            pattern = pattern.replace("{" + entry + "}", forms.get(entry, ""))
        _compiled[key] = (
            expression(pattern, re.IGNORECASE),
            expression(rf"(?:{forms['inside']})\Z", re.IGNORECASE),
            expression(rf"(?:{forms['owner']})\Z", re.IGNORECASE),
        )
    return _compiled[key]


def _read(
    paragraph: Paragraph, match: re.Match[str], inside: re.Match[str] | None
) -> Iterator[Reference]:
    """The numbers of one match, each with its letters."""
    groups = match.groupdict()
    direction = ABOVE if groups.get(ABOVE) else BELOW if groups.get(BELOW) else ""
    start, end = match.span("list")
    text = match.string
    number, number_span = 0, (0, 0)
    span, letters = (0, 0), list[str]()
    read: list[Reference] = []

    def close() -> None:
        if number:
            read.append(Reference(paragraph, number, number_span, direction, span, tuple(letters)))

    for token in _TOKEN.finditer(text, start, end):
        if token["number"]:
            close()
            number, number_span, letters = int(token["number"]), token.span(), []
            span = token.span()
        elif not letters or not text[span[1] : token.start()].strip():
            letters.append(token["letter"].lower())
            span = (span[0], token.end())
        else:
            # `4 (a) and (b)`: the same number again, another letter at the same level.
            close()
            letters = [*letters[:-1], token["letter"].lower()]
            span = token.span()
    close()
    # `subparagraph (b) of paragraph 4 above`: the letters stand before the number.
    if inside and len(read) == 1 and not read[0].letters:
        for token in _TOKEN.finditer(text, *inside.span("inside")):
            if token["letter"]:
                yield Reference(
                    paragraph, number, number_span, direction, token.span(), (token["letter"],)
                )
        return
    yield from read


class Targets:
    """Finds the paragraphs that references name."""

    __slots__ = ("_aliases", "_by_number", "_draft", "_order", "_own")

    def __init__(self, draft: Draft, found: Numbering) -> None:
        self._draft = draft
        self._order = {paragraph: place for place, paragraph in enumerate(draft.paragraphs)}
        self._aliases: dict[Paragraph, int] = {}
        self._by_number: dict[tuple[Resolution | None, int], list[Paragraph]] = {}
        self._own: set[Resolution | None] = set()
        for series in found.lists:
            self._aliases.update(series.aliases)
        for resolution, series in zip(draft.resolutions, found.operative, strict=True):
            self._aliases.update(series.aliases)
            if series.items:
                self._own.add(resolution)
            # Wrong numbers are another rule's findings. A reference to a mistyped number, or past
            # a restart, finds its paragraph by the number written and by the number meant.
            renumbered = any(error.kind in (RESTART, SECTIONS) for error in series.errors)
            for paragraph, right in zip(series.items, series.numbers, strict=True):
                value = label_of(paragraph).value
                meant = right if renumbered else series.aliases.get(paragraph, value)
                for number in {value, meant}:
                    self._by_number.setdefault((resolution, number), []).append(paragraph)
            for paragraph, number in series.missing:
                if number:
                    self._by_number.setdefault((resolution, number), []).append(paragraph)

    def judged(self, reference: Reference) -> bool:
        """Whether the resolution in which the reference stands has numbers at all."""
        return reference.paragraph.resolution in self._own

    def tops(self, reference: Reference) -> list[Paragraph]:
        """The operative paragraphs of this number."""
        return self._by_number.get((reference.paragraph.resolution, reference.number), [])

    def items(self, reference: Reference, tops: list[Paragraph]) -> list[Paragraph]:
        """The paragraphs or sub-paragraphs that the reference names among those under `tops`."""
        letters = reference.letters
        found = self._under(tops, letters)
        if not found and len(letters) > 1:
            # After `4 (a) (i) and (b)` the last letter stands one level further out.
            found = self._under(tops, (*letters[:-2], letters[-1]))
        return found

    def _under(self, tops: list[Paragraph], letters: tuple[str, ...]) -> list[Paragraph]:
        found = tops
        for letter in letters:
            found = [child for top in found for child in top.children if self._bears(child, letter)]
        return found

    def _bears(self, paragraph: Paragraph, letter: str) -> bool:
        label = paragraph.label
        if label is None or not label.value:
            return False
        values = {label.value, self._aliases.get(paragraph, label.value)}
        number = roman_value(letter) if label.kind == "roman" else letter_value(letter)
        return number in values

    def stands(self, reference: Reference, target: Paragraph) -> bool:
        """Whether the target stands where the reference says: above or below it."""
        if not reference.direction:
            return True
        here, there = self._order[reference.paragraph], self._order[target]
        if _top(reference.paragraph) is target:
            return True  # of its own paragraph, an item may say either
        return there <= here if reference.direction == ABOVE else there >= here

    def resolved(self, reference: Reference) -> Paragraph | None:
        """The one operative paragraph that the reference means, None where several may be."""
        tops = self.tops(reference)
        if len(tops) > 1:
            tops = [top for top in tops if self.stands(reference, top)]
        return tops[0] if len(tops) == 1 else None


@fact
def targets(draft: Draft) -> Targets:
    """The targets of a draft's references."""
    return Targets(draft, numbering(draft))


def _top(paragraph: Paragraph) -> Paragraph:
    while paragraph.parent is not None:
        paragraph = paragraph.parent
    return paragraph
