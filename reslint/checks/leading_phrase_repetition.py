"""The adverbs of repetition in leading phrases: their order, their lack, their place."""

from __future__ import annotations

from reslint.checks.throughout import has_unknown_style
from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts import fact
from reslint.facts.draft_text import first_word
from reslint.facts.motions import is_motion
from reslint.facts.openings import GRAMMAR_PART, may_follow_others, openings
from reslint.language.phrases import PARTS
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.openings import Opening
    from reslint.language.phrases import PhraseMatch
    from reslint.text.diagnostics import Severity


MISSING = "missing"
LAST = 2
"""The degree of the last adverb of a series: after it, the series starts again."""
_LONGEST_PRONOUN = 3  # characters of « Se » before a verb, with the space
_FIRST_WORDS = 60  # characters after a phrase in which an adverb still belongs to it
_MARKS = ",;:.，；：。،؛“”«»"
# What stands wrongly after what: (degree before, degree now) -> (kind, the degree it should have).
_BREAKS = {
    (1, 1): ("also-twice", 2),
    (2, 2): ("further-twice", 0),
    (2, 1): ("also-after-further", 0),
    (0, 2): ("further-before-also", 1),
}


class Break:
    """A paragraph whose adverb is not the one its place in the series asks for."""

    __slots__ = ("adverb", "before", "kind", "paragraph", "phrase", "severity", "wanted", "word")

    def __init__(
        self, opening: Opening, kind: str, wanted: int, before: Opening | None = None
    ) -> None:
        assert opening.phrase is not None
        self.paragraph: Paragraph = opening.paragraph
        self.phrase: PhraseMatch = opening.phrase
        self.kind = kind
        self.wanted = wanted
        self.severity: Severity | None = None
        first = self.phrase.repetition[0] if self.phrase.repetition else None
        self.adverb = (first[0], first[1]) if first else None
        self.word = self.paragraph.text[first[0] : first[1]] if first else ""
        self.before: tuple[int, int] | None = None
        if before is not None and before.phrase is not None:
            self.before = before.paragraph.source_span(before.phrase.start, before.phrase.end)


def order_breaks(draft: Draft) -> Iterator[Break]:
    """Adverbs out of order; silent in the Security Council, which keeps no order."""
    return (found for found in _breaks(draft) if found.kind != MISSING)


def missing_adverbs(draft: Draft, often_bare: list[str], later_adverb: str) -> Iterator[Break]:
    """Paragraphs that open like the one before and lack the adverb of repetition.

    `often_bare` are the phrases of the operative part that adopted texts repeat without one,
    `later_adverb` is a pattern of an adverb that stands among the words after the phrase.
    """
    bare = tuple(phrase.casefold() for phrase in often_bare)
    for found in _breaks(draft):
        paragraph, phrase = found.paragraph, found.phrase
        if found.kind != MISSING or (paragraph.part == OPERATIVE and _opens_with(phrase, bare)):
            continue
        first_words = paragraph.text[phrase.end : phrase.end + _FIRST_WORDS]
        if not later_adverb or expression(later_adverb).search(first_words) is None:
            yield found


@fact
def _breaks(draft: Draft) -> list[Break]:
    """The paragraphs of all series whose adverb is missing or out of order.

    Each is judged by the adverb that the paragraph before has, and by the one that it should have:
    where both are wrong, that of the first decides what the second takes.
    """
    found: list[Break] = []
    for run in _runs(draft):
        heads: set[str] = set()
        before: Opening | None = None
        right = 0  # the degree that the paragraph before should have
        for opening in run:
            phrase = opening.phrase
            if phrase is None:
                before = opening
                continue
            broken = _break(opening, before, right, heads)
            if broken is not None:
                found.append(broken)
            right = phrase.degree if broken is None else broken.wanted
            heads.update((phrase.first_key, phrase.head_text))
            before = opening
    return found


def _break(opening: Opening, before: Opening | None, right: int, heads: set[str]) -> Break | None:
    """What is wrong with the adverb of a paragraph, or with its lack."""
    phrase, first = opening.phrase, before.phrase if before is not None else None
    assert phrase is not None
    degree = phrase.degree
    if before is None or first is None or _key(first) != _key(phrase):
        if may_follow_others(opening.paragraph):
            return None
        if degree and not _is_known(phrase, heads) and _is_of_its_part(opening):
            return Break(opening, "first", 0)
        return None
    if not degree:
        if first.degree == LAST or right == LAST:
            return None
        if opening.paragraph.part == OPERATIVE and not _same_complement(before, opening):
            return None
        return Break(opening, MISSING, right + 1, before)
    if (first.degree, degree) not in _BREAKS or (right, degree) not in _BREAKS:
        return None
    return Break(opening, *_BREAKS[right, degree], before)


def _is_of_its_part(opening: Opening) -> bool:
    """Whether a phrase stands in a part that it opens; else LEAD005 says what it should be."""
    phrase = opening.phrase
    return phrase is not None and GRAMMAR_PART[opening.paragraph.part] in phrase.parts


def _is_known(phrase: PhraseMatch, heads: set[str]) -> bool:
    """Whether an earlier paragraph opens with the same verb or auxiliary, whatever follows it."""
    if phrase.first_key in heads or phrase.head_text in heads:
        return True
    verb = f"{phrase.head_text} "
    first = verb[: verb.index(" ") + 1]  # "Having also noted" may follow "Having heard"
    participle = phrase.parts == {GRAMMAR_PART[PREAMBLE]} and len(first) > _LONGEST_PRONOUN
    if participle and any(one.startswith(first) for one in heads):
        return True
    return any(one.startswith(verb) or verb.startswith(f"{one} ") for one in heads)


def _opens_with(phrase: PhraseMatch, heads: tuple[str, ...]) -> bool:
    """Whether a phrase is one of `heads`, also with more words before or after the verb."""
    return phrase.head_text.casefold().startswith(heads) or phrase.key.replace(" ", "").startswith(
        tuple(head.replace(" ", "") for head in heads)
    )


def adverb_positions(
    draft: Draft, free_organs: dict[str, list[str]]
) -> Iterator[tuple[Paragraph, PhraseMatch, tuple[int, int]]]:
    """Adverbs of repetition on the other side of the verb than the part has them.

    `free_organs` maps a language (or `all`) to the organs that use both places.
    """
    free = {*free_organs.get("all", ()), *free_organs.get(draft.language, ())}
    usual = draft.vocabulary.phrases.adverb_before
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if (
            phrase is None
            or not phrase.repetition
            or GRAMMAR_PART[paragraph.part] not in phrase.parts
        ):
            continue
        if _organ(paragraph, draft) in free:
            continue
        start, end, _, before = phrase.repetition[0]
        if _is_inside(draft, paragraph, phrase, start):
            continue
        if before != usual[GRAMMAR_PART[paragraph.part]]:
            yield paragraph, phrase, (start, end)


def _is_inside(draft: Draft, paragraph: Paragraph, phrase: PhraseMatch, at: int) -> bool:
    """Whether an adverb stands inside a head that has its place there: "Be it further resolved"."""
    if not phrase.head_start < at < phrase.head_end:
        return False
    phrases = draft.vocabulary.phrases
    form = phrases.rows[phrase.head][PARTS.index(GRAMMAR_PART[paragraph.part])]
    return form >= 0 and "+" in phrases.forms[form][3]


def _runs(draft: Draft) -> Iterator[list[Opening]]:
    """Consecutive openings of one part, resolution and section, the Security Council left out."""
    run: list[Opening] = []
    key: object = None
    if is_motion(draft.whole):
        return  # "Be it further resolved" follows "Be it resolved"
    for opening in openings(draft):
        paragraph = opening.paragraph
        if _organ(paragraph, draft) == "SC":
            continue
        its_key = (paragraph.part, paragraph.resolution, paragraph.section)
        if its_key != key and run:
            yield run
            run = []
        key = its_key
        run.append(opening)
    if run:
        yield run


def _key(phrase: PhraseMatch) -> str:
    """The phrase as it is compared: without adverbs, every word in the masculine."""
    key = phrase.key
    for start, end, gender, other in phrase.gendered:
        if gender == "f":
            key = key.replace(phrase.source[start:end].casefold(), other.casefold())
    return key


def _organ(paragraph: Paragraph, draft: Draft) -> str:
    return paragraph.resolution.organ if paragraph.resolution else draft.organ


def _same_complement(one: Opening, other: Opening) -> bool:
    """Whether the same words follow both phrases (Requests the Secretary-General …)."""
    first, second = (
        _next_words(each.paragraph.text, each.phrase.end)
        for each in (one, other)
        if each.phrase is not None
    )
    return bool(first[0]) and first == second


def _next_words(text: str, place: int) -> list[str]:
    """The next two words, without the marks that touch them or stand before them."""
    words = []
    place += len(text) - place - len(text[place:].lstrip(_MARKS + INVISIBLE))
    for _ in range(2):
        start, place = first_word(text, place)
        words.append(text[start:place].strip(_MARKS))
    return words


def repetition_order(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Also, further, none: out of order in consecutive paragraphs."""
    for found in order_breaks(draft):
        if found.adverb and has_unknown_style(draft):
            continue  # another body has its own order: « Rappelant en outre » may come second
        paragraph, phrase = found.paragraph, found.phrase
        start, end = phrase.start, phrase.end
        span = paragraph.source_span(start, end)
        from reslint.language.phrase_rewriting import with_degree

        right = with_degree(draft.vocabulary.phrases, phrase, paragraph.text, found.wanted)
        written = paragraph.text[start:end]
        one_piece = len(draft.source.plain_text(*span)) == end - start and right != written
        yield Finding(
            *(paragraph.source_span(*found.adverb) if found.adverb else span),
            paragraph.place,
            {"phrase": written, "right": right, "adverb": found.word},
            (Edit(*span, right),) if one_piece else (),
            variant=found.kind,
            severity=found.severity,
            related=((*found.before, "before"),) if found.before else (),
        )


def repetition_missing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Two consecutive paragraphs that open with the same words without an adverb."""
    often_bare, later = rule.parameters["often_bare"], rule.parameters["later_adverb"]
    for found in missing_adverbs(
        draft, often_bare.get(draft.language, []), later.get(draft.language, "")
    ):
        paragraph, phrase = found.paragraph, found.phrase
        span = paragraph.source_span(phrase.start, phrase.end)
        from reslint.language.phrase_rewriting import with_degree

        right = with_degree(draft.vocabulary.phrases, phrase, paragraph.text, found.wanted)
        written = paragraph.text[phrase.start : phrase.end]
        one_piece = len(draft.source.plain_text(*span)) == phrase.end - phrase.start
        yield Finding(
            *span,
            paragraph.place,
            {"phrase": written, "right": right},
            (Edit(*span, right),) if one_piece and right != written else (),
        )


def repetition_position(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An adverb of repetition on the wrong side of the verb."""
    for paragraph, phrase, adverb in adverb_positions(draft, rule.parameters["free_organs"]):
        span = paragraph.source_span(phrase.start, phrase.end)
        from reslint.language.phrase_rewriting import with_degree

        right = with_degree(draft.vocabulary.phrases, phrase, paragraph.text, phrase.degree)
        written = paragraph.text[phrase.start : phrase.end]
        if right == written:
            continue
        one_piece = len(draft.source.plain_text(*span)) == phrase.end - phrase.start
        yield paragraph.finding(
            *adverb,
            {"phrase": written, "right": right, "adverb": paragraph.text[slice(*adverb)]},
            (Edit(*span, right),) if one_piece else (),
        )
