"""Leading phrases: known, emphasized as the language does it, of the right part, in agreement.

Opening phrases are read once (`facts.openings`); each kind here picks one verdict.
"""

from __future__ import annotations

import re

from reslint.checks import Kind
from reslint.diagnostics import Edit, Finding
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.signs import INVISIBLE
from reslint.facts.emphasis import (
    add_emphasis,
    mark_of,
    move_emphasis,
    preferred_kind,
    remove_emphasis,
)
from reslint.facts.openings import GRAMMAR_PART, lacks_opening, openings
from reslint.facts.repetition import (
    adverb_positions,
    missing_adverbs,
    order_breaks,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.openings import Opening
    from reslint.rulebook.rule import Rule
    from reslint.vocabulary.phrases import PhraseMatch

_CITATION = re.compile(r"[0-9]+[/(]\s?[0-9IVXL]+")
_WORD = re.compile(r"\w+")


def known(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A paragraph that opens with no head known for any part."""
    for opening in openings(draft):
        paragraph = opening.paragraph
        text = paragraph.text
        if opening.phrase is not None or not text.strip(INVISIBLE):
            continue
        if paragraph.stray or (paragraph.part == OPERATIVE and paragraph.label is None):
            continue
        first = text[opening.start : opening.start + 1]
        if first.islower() and not opening.run and draft.vocabulary.forms.get("capitals"):
            continue  # a fragment: FORM012 says so
        if lacks_opening(paragraph, draft):
            continue  # so is this one, in a language whose phrases have no capitals
        if not first.isalpha():
            continue
        if opening.run:
            start, end = opening.run_start, opening.run_end
            words = text[start:end].split()
            if len(words) > 4 or start > opening.start:
                end = start + len(words[0])
        else:
            start = opening.start
            word = _WORD.match(text, start)
            end = word.end() if word else start + 1
            if draft.vocabulary.phrases.by_character:
                end = min(start + 2, len(text))
        near = draft.vocabulary.phrases.nearest(text[start:end], GRAMMAR_PART[paragraph.part])
        yield Finding(
            *paragraph.source_span(start, end),
            paragraph.place,
            {"phrase": text[start:end], "nearest": ", ".join(f"“{phrase}”" for phrase in near)},
            variant="nearest" if near else None,
        )


def emphasized(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A leading phrase without emphasis, or with emphasis of the wrong kind."""
    if not draft.emphasis_known:
        return
    kinds = draft.vocabulary.forms["emphasis"]
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or _is_broken(paragraph):
            continue
        kind = preferred_kind(draft)
        if not opening.run:
            start, end = phrase.start, phrase.end
            edits = add_emphasis(paragraph, start, end, kind)
            variant = None
        elif any(emphasis.kind not in kinds for emphasis in opening.run):
            if _overruns(opening, draft, rule):
                continue
            start, end = min(opening.run_start, phrase.start), opening.run_end
            edits = move_emphasis(paragraph, opening.run, start, end, kind)
            variant = "kind"
        elif opening.run_start > phrase.start and not _may_start_late(opening, draft):
            start, end = phrase.start, max(opening.run_end, phrase.end)
            edits = move_emphasis(paragraph, opening.run, start, end, kind)
            variant = "late"
        else:
            continue
        yield Finding(
            *paragraph.source_span(start, end),
            paragraph.place,
            {"marked": mark_of(kind) + paragraph.text[start:end] + mark_of(kind)},
            edits,
            variant=variant,
        )


def _may_start_late(opening: Opening, draft: Draft) -> bool:
    """Whether plain words may stand before the emphasis: an adverbial; in Chinese, any adverb.

    An adverb of repetition is always part of the phrase.
    """
    phrase = opening.phrase
    if opening.adverbial or phrase is None:
        return True
    if not draft.vocabulary.phrases.by_character or opening.run_start > phrase.head_start:
        return False
    return all(start >= opening.run_start for start, *_ in phrase.repetition)


def overrun(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Emphasis that runs on beyond the leading phrase."""
    if not draft.emphasis_known:
        return
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or not opening.run or not _overruns(opening, draft, rule):
            continue
        end = _kept_end(phrase, opening)
        yield Finding(
            *paragraph.source_span(end, opening.run_end),
            paragraph.place,
            {
                "phrase": paragraph.text[phrase.start : end],
                "excess": _shortened(paragraph.text[end : opening.run_end].strip()),
            },
            move_emphasis(
                paragraph,
                opening.run,
                min(phrase.start, opening.run_start),
                end,
                preferred_kind(draft),
            ),
        )


def _kept_end(phrase: PhraseMatch, opening: Opening) -> int:
    """Where the emphasis should end: after the preferred phrase."""
    return min(phrase.end, opening.run_end)


def _overruns(opening: Opening, draft: Draft, rule: Rule) -> bool:
    """Whether the emphasis goes too far. A preposition or a free complement more is right."""
    phrase = opening.phrase
    if phrase is None or opening.run_end <= phrase.longest:
        return False
    text = opening.paragraph.text
    forms = draft.vocabulary.forms.get("overrun", {})
    excess = text[phrase.longest : opening.run_end]
    words = _WORD.findall(excess.casefold())
    if draft.vocabulary.phrases.by_character:
        if opening.run_end - opening.run_start > 16:
            return True
        return any(mark in excess for mark in "，；,") or any(
            word in excess for word in forms.get("addressees", ())
        )
    if len(text[opening.run_start : opening.run_end].split()) > 12:
        return True
    if any(mark in excess for mark in ",;،؛") or _CITATION.search(excess):
        return True
    if any(phrase.longest < marker.at < opening.run_end for marker in opening.paragraph.markers):
        return True
    if any(
        phrase.longest < emphasis.start and emphasis.end < opening.run_end
        for emphasis in opening.paragraph.emphases
        if emphasis not in opening.run
    ):
        return True
    if len(words) > 6 or (words and words[0] in forms.get("clauses", ())):
        return True
    stripped = [word for word in words if word not in forms.get("prepositions", ())]
    return bool(stripped) and not set(stripped[:2]).isdisjoint(forms.get("addressees", ()))


def short(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Emphasis that stops inside a fixed expression or before the adverb of repetition."""
    if not draft.emphasis_known:
        return
    grammar = draft.vocabulary.phrases
    kinds = draft.vocabulary.forms["emphasis"]
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or not opening.run or opening.run_end >= phrase.end:
            continue
        if opening.run_start > phrase.start and not _may_start_late(opening, draft):
            continue
        if any(emphasis.kind not in kinds for emphasis in opening.run):
            continue
        organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
        # The Security Council leaves the adverb out of the emphasis as often as not.
        if organ == "SC" or not _leaves_adverb(phrase, opening.run_end):
            covered = paragraph.text[opening.run_start : opening.run_end]
            if opening.run_end in phrase.ends:
                continue
            # `*принимает* к сведению`: a verb that is a phrase of its own is none within a longer
            # one, in languages that emphasize their verbs whole.
            inside = opening.run_end < phrase.head_end and draft.vocabulary.forms.get("whole_verbs")
            if not inside and grammar.is_phrase(
                covered, part=GRAMMAR_PART[paragraph.part], organ=organ
            ):
                continue
        end = phrase.end
        yield Finding(
            *paragraph.source_span(opening.run_end, end),
            paragraph.place,
            {
                "phrase": paragraph.text[phrase.start : end],
                "missing": paragraph.text[opening.run_end : end].strip(INVISIBLE),
            },
            move_emphasis(paragraph, opening.run, opening.run_start, end, preferred_kind(draft)),
        )


def _leaves_adverb(phrase: PhraseMatch, end: int) -> bool:
    """Whether emphasis that ends at `end` leaves an adverb of repetition out."""
    return any(
        start >= end and stop <= phrase.end
        for start, stop, _, before in phrase.repetition
        if not before
    )


def part(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An operative verb in the preamble, a participle in the operative part."""
    allowed = rule.parameters["council_heads"]
    placed = {id(paragraph) for each in draft.resolutions for paragraph in each.preamble}
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or GRAMMAR_PART[paragraph.part] in phrase.parts or opening.adverbial:
            continue
        resolution = paragraph.resolution
        organ = resolution.organ if resolution else draft.organ
        if organ == "SC" and phrase.head_text.casefold() in allowed:
            continue
        if paragraph.part == OPERATIVE and paragraph.label is None:
            continue
        if paragraph.part == PREAMBLE and id(paragraph) not in placed:
            continue  # a preambular paragraph among operative ones: FORM002 says so
        gender = draft.vocabulary.gender(organ) or None
        written = paragraph.text[phrase.start : phrase.end]
        other = draft.vocabulary.phrases.counterpart(phrase, GRAMMAR_PART[paragraph.part], gender)
        if other and resolution and paragraph in resolution.preamble[:1]:
            other = _unjoined(other, draft)
        span = paragraph.source_span(phrase.start, phrase.end)
        edits = (Edit(*span, other),) if other and _is_one_piece(paragraph, phrase) else ()
        yield Finding(
            *span,
            paragraph.place,
            {"phrase": written, "other": other or ""},
            edits,
            variant=("preamble" if paragraph.part == PREAMBLE else "operative")
            + ("" if other else "-alone"),
        )


def _unjoined(phrase: str, draft: Draft) -> str:
    """A phrase as it opens the first paragraph of the preamble: in Arabic without conjunction."""
    forms = draft.vocabulary.forms.get("conjunction", {})
    for word in forms.get("words", ()):
        if phrase.startswith(f"{forms['prefix']}{word} "):
            return phrase.removeprefix(forms["prefix"])
    return phrase


def _is_one_piece(paragraph: Paragraph, phrase: PhraseMatch) -> bool:
    """Whether the phrase stands in the source without mark-up inside it."""
    start, end = paragraph.source_span(phrase.start, phrase.end)
    return end - start == phrase.end - phrase.start


def gender(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A word of the phrase that does not agree with the organ."""
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or not phrase.gendered:
            continue
        organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
        wanted = draft.vocabulary.gender(organ)
        if not wanted:
            continue
        for start, end, found, other in phrase.gendered:
            if found == wanted:
                continue
            span = paragraph.source_span(start, end)
            yield Finding(
                *span,
                paragraph.place,
                {
                    "word": paragraph.text[start:end],
                    "other": other,
                    "organ": draft.vocabulary.organ_line(organ),
                },
                (Edit(*span, other),),
            )


def capitals(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A capital within the phrase, or a wrong first letter."""
    capital = bool(draft.vocabulary.forms.get("capitals"))
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or phrase.end - phrase.start < 2:
            continue
        written = paragraph.text[phrase.start : phrase.end]
        right = written.lower()
        if capital and not opening.adverbial:
            right = right[:1].upper() + right[1:]
        elif capital:
            right = written[:1] + right[1:]
        if right == written or not _differs_in_case(written, right):
            continue
        first = next(i for i, (a, b) in enumerate(zip(written, right, strict=True)) if a != b)
        last = max(i for i, (a, b) in enumerate(zip(written, right, strict=True)) if a != b)
        start, end = phrase.start + first, phrase.start + last + 1
        while start > phrase.start and paragraph.text[start - 1].isalpha():
            start -= 1
        while end < phrase.end and paragraph.text[end].isalpha():
            end += 1
        span = paragraph.source_span(start, end)
        replacement = right[start - phrase.start : end - phrase.start]
        one_piece = span[1] - span[0] == end - start
        yield Finding(
            *span,
            paragraph.place,
            {"phrase": written, "right": right},
            (Edit(*span, replacement),) if one_piece else (),
        )


def _differs_in_case(one: str, other: str) -> bool:
    return len(one) == len(other) and one.casefold() == other.casefold()


def sub_paragraph(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An emphasized verb at the start of a sub-paragraph."""
    if not draft.emphasis_known:
        return
    for paragraph in draft.part(OPERATIVE, PREAMBLE):
        if paragraph.parent is None or paragraph.label is None or not paragraph.emphases:
            continue
        organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
        if organ == "SC":
            continue
        first = paragraph.emphases[0]
        lead = len(paragraph.text) - len(paragraph.text.lstrip(INVISIBLE))
        if first.start > lead:
            continue
        phrase = draft.vocabulary.phrases.match(paragraph.text, lead)
        covered = paragraph.text[first.start : first.end].rstrip(INVISIBLE + ",")
        if phrase is None:
            continue
        if first.start + len(covered) not in phrase.ends:
            continue
        yield Finding(
            *paragraph.source_span(first.start, first.start + len(covered)),
            paragraph.place,
            {"phrase": covered},
            remove_emphasis([first]),
        )


def repetition_order(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Also, further, none: out of order in consecutive paragraphs."""
    for found in order_breaks(draft):
        paragraph, phrase = found.paragraph, found.phrase
        start, end = phrase.start, phrase.end
        span = paragraph.source_span(start, end)
        right = draft.vocabulary.phrases.with_degree(phrase, paragraph.text, found.wanted)
        written = paragraph.text[start:end]
        one_piece = span[1] - span[0] == end - start and right != written
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
    """Two consecutive paragraphs that open alike without an adverb."""
    for found in missing_adverbs(draft):
        paragraph, phrase = found.paragraph, found.phrase
        span = paragraph.source_span(phrase.start, phrase.end)
        right = draft.vocabulary.phrases.with_degree(phrase, paragraph.text, found.wanted)
        written = paragraph.text[phrase.start : phrase.end]
        one_piece = span[1] - span[0] == phrase.end - phrase.start
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
        right = draft.vocabulary.phrases.with_degree(phrase, paragraph.text, phrase.degree)
        written = paragraph.text[phrase.start : phrase.end]
        if right == written:
            continue
        one_piece = span[1] - span[0] == phrase.end - phrase.start
        yield Finding(
            *paragraph.source_span(*adverb),
            paragraph.place,
            {"phrase": written, "right": right, "adverb": paragraph.text[slice(*adverb)]},
            (Edit(*span, right),) if one_piece else (),
        )


def council_only(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A phrase that only the Security Council uses, in another organ's draft."""
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or phrase.organs is None:
            continue
        organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
        if organ in phrase.organs or "SC" not in phrase.organs:
            continue
        yield Finding(
            *paragraph.source_span(phrase.head_start, phrase.head_end),
            paragraph.place,
            {"phrase": paragraph.text[phrase.head_start : phrase.head_end]},
        )


def conjunction(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The conjunction before the first preambular paragraph, or none before a later one."""
    forms = draft.vocabulary.forms.get("conjunction")
    if not forms:
        return
    prefix: str = forms["prefix"]
    for resolution in draft.resolutions:
        for place, paragraph in enumerate(resolution.preamble):
            text = paragraph.text
            word = _WORD.search(text)
            if word is None or text[: word.start()].strip(INVISIBLE):
                continue
            if place == 0 and word[0] in [prefix + one for one in forms["words"]]:
                end = word.start() + len(prefix)
                span = paragraph.source_span(word.start(), end)
                edit = Edit(*span, "")
                right = word[0].removeprefix(prefix)
            elif place and word[0] in forms["words"]:
                right = prefix + word[0]
                start = paragraph.source_span(word.start(), word.end())[0]
                edit = Edit(start, start, prefix)
            else:
                continue
            yield Finding(
                *paragraph.source_span(*word.span()),
                paragraph.place,
                {"word": word[0], "right": right},
                (edit,),
                variant="later" if place else None,
            )


def _is_broken(paragraph: Paragraph) -> bool:
    """Whether a mark of emphasis at the opening closes nothing: another rule reports that."""
    return (
        bool(paragraph.stray)
        and not paragraph.emphases
        and any(place < paragraph.start + 80 for place in paragraph.stray)
    )


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


KINDS = {
    "known": Kind(known, placeholders=("phrase", "nearest")),
    "emphasis": Kind(emphasized, placeholders=("marked",)),
    "overrun": Kind(overrun, placeholders=("phrase", "excess")),
    "short": Kind(short, placeholders=("phrase", "missing")),
    "part": Kind(
        part,
        parameters={"council_heads": {"type": "array", "items": {"type": "string"}, "default": []}},
        placeholders=("phrase", "other"),
    ),
    "gender": Kind(gender, placeholders=("word", "other", "organ")),
    "capitals": Kind(capitals, placeholders=("phrase", "right")),
    "sub-paragraph": Kind(sub_paragraph, placeholders=("phrase",)),
    "repetition-order": Kind(repetition_order, placeholders=("phrase", "right", "adverb")),
    "repetition-missing": Kind(repetition_missing, placeholders=("phrase", "right")),
    "repetition-position": Kind(
        repetition_position,
        parameters={
            "free_organs": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": {"type": "string"}},
                "default": {},
            }
        },
        placeholders=("phrase", "right", "adverb"),
    ),
    "conjunction": Kind(conjunction, placeholders=("word", "right")),
    "council-only": Kind(council_only, placeholders=("phrase",)),
}
