"""Leading phrases: known, of the right part, in agreement; all kinds of the family.

Opening phrases are read once (`facts.openings`); each kind picks one verdict. Emphasis,
agreement and the adverbs of repetition have modules of their own. Some 400 lines: the kinds share
the verdicts on how a phrase is written.
"""

from __future__ import annotations

from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.checks.later_verbs import later_verb
from reslint.checks.leading_phrase_agreement import gender
from reslint.checks.leading_phrase_emphasis import emphasized, overrun, short, sub_paragraph
from reslint.checks.leading_phrase_repetition import (
    repetition_missing,
    repetition_order,
    repetition_position,
)
from reslint.checks.throughout import FindingGroup, has_unknown_style, joined, reported
from reslint.data.patterns import expression
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE
from reslint.facts.numbered_headings import is_numbered_heading
from reslint.facts.openings import GRAMMAR_PART, lacks_opening, may_follow_others, openings
from reslint.facts.speakers import writes_in_plural
from reslint.language.organ_names import OTHER
from reslint.language.phrase_number import in_plural
from reslint.names.misspellings import distance
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.openings import Opening
    from reslint.language.phrases import PhraseMatch


_LONGEST_RARE = 60  # characters in which opening words stand
_LEAST_LETTERS = 5
_LETTERS_FOR_TWO = 8
_WORDS_BEHIND = expression(r"\W*\w{1,20}\W{1,3}\w{1,20}")
_WORD = expression(r"\w+")
_COMMA = expression(rf"[{COMMAS}]\s*")
_FURTHER_ON = 200  # characters behind a phrase in which another verb may decide


def known(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A paragraph that opens with no head known for any part."""
    in_plural_forms = draft.vocabulary.phrases.in_plural
    for opening in openings(draft):
        paragraph = opening.paragraph
        text = paragraph.text
        if opening.phrase is not None or not text.strip(INVISIBLE):
            continue
        if paragraph.stray or (paragraph.part == OPERATIVE and paragraph.label is None):
            continue
        first = text[opening.start : opening.start + 1]
        if first.islower() and not opening.run and draft.vocabulary.forms.get("capitals"):
            continue  # a fragment: FORM012 reports it
        small = paragraph.label is None and text.lstrip(INVISIBLE)[:1].islower()
        if paragraph.children or small:
            draft.look_beyond(paragraph)  # at its items, or at the first paragraph of its part
        if lacks_opening(paragraph, draft):
            continue  # so is this one, in a language whose phrases have no capitals
        if is_numbered_heading(paragraph, draft):
            continue
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
        from reslint.language.phrase_rewriting import nearest

        near = nearest(draft.vocabulary.phrases, text[start:end], GRAMMAR_PART[paragraph.part])
        if has_unknown_style(draft) or draft.habits is not None:
            unmarked = text[start:end].casefold()
            inflected = any(unmarked.startswith(one.casefold()) for one in near)
            inflected = inflected or not in_plural_forms.isdisjoint(unmarked.split())
            inflected = inflected or _is_infinitive(draft, paragraph, start)
            if inflected or not _misspells_any(text[start:end], near):
                continue  # the leading phrases of such an organ are not known
        # Without emphasis nothing shows where the opening words end.
        shown = text[start:end] if opening.run else text[start : start + _LONGEST_RARE]
        rare = _is_rare(draft, paragraph, shown, near)
        yield paragraph.finding(
            start,
            end,
            {"phrase": text[start:end], "nearest": ", ".join(f"“{phrase}”" for phrase in near)},
            variant="nearest" if near else None,
            severity="info" if rare else None,
        )


def _is_infinitive(draft: Draft, paragraph: Paragraph, start: int) -> bool:
    """Whether an operative paragraph names what is to be done: «Recomendar que …»."""
    pattern = draft.vocabulary.pattern("infinitive") if paragraph.part == OPERATIVE else None
    return pattern is not None and pattern.match(paragraph.text, start) is not None


def _is_rare(draft: Draft, paragraph: Paragraph, phrase: str, near: list[str]) -> bool:
    """Whether unknown opening words have the form of their part and misspell no known phrase."""
    part = GRAMMAR_PART[paragraph.part]
    forms = draft.vocabulary.forms.get("opening_forms", {})
    form = forms.get(part)
    end = "" if draft.vocabulary.phrases.by_character else r"(?![\w-])"
    if form is None or expression(rf"(?:{form}){end}").match(phrase) is None:
        return False
    return not _misspells_any(phrase, near)


def _misspells_any(phrase: str, near: list[str]) -> bool:
    """Whether the first word of a phrase misspells that of one of several known phrases."""
    word = phrase.split()[0].casefold()
    return any(_misspells(word, known.split()[0].casefold()) for known in near)


def _misspells(word: str, known: str) -> bool:
    """Whether a word is a letter or two off a known one; short words are too often others."""
    if word[:1] != known[:1] or min(len(word), len(known)) < _LEAST_LETTERS:
        return False
    most = 1 if len(word) < _LETTERS_FOR_TWO else 2
    return 0 < distance(word, known, most) <= most


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
            continue  # a preambular paragraph among operative ones: FORM002 reports it
        if paragraph.section is not None and paragraph.section.announces == OPERATIVE:
            continue  # it goes on with the verb above it: «يقرر المؤتمر:» above «بناء جسر»
        if paragraph.part == OPERATIVE and _decides_later(draft, paragraph, phrase):
            continue
        gender = draft.vocabulary.gender(organ) or None
        written = paragraph.text[phrase.start : phrase.end]
        from reslint.language.phrase_rewriting import counterpart

        other = counterpart(draft.vocabulary.phrases, phrase, GRAMMAR_PART[paragraph.part], gender)
        if other and writes_in_plural(draft, resolution):
            other = in_plural(draft.vocabulary.phrases, other) or other
        if other and resolution and paragraph in resolution.preamble[:1]:
            other = _unjoined(other, draft)
        edits = (
            (paragraph.edit(phrase.start, phrase.end, other),)
            if other and _is_one_piece(draft, paragraph, phrase)
            else ()
        )
        yield paragraph.finding(
            phrase.start,
            phrase.end,
            {"phrase": written, "other": other or ""},
            edits,
            variant=("preamble" if paragraph.part == PREAMBLE else "operative")
            + ("" if other else "-alone"),
        )


def _decides_later(draft: Draft, paragraph: Paragraph, phrase: PhraseMatch) -> bool:
    """Whether an operative verb comes further on: `Recalling …, having …, decides …`.

    It is emphasized, or stands right behind a comma.
    """
    capitals = draft.vocabulary.forms.get("capitals")
    behind = paragraph.text[: phrase.end + _FURTHER_ON]
    for comma in _COMMA.finditer(behind, phrase.end):
        verb = behind[comma.end() :]
        if capitals and verb[:1].islower():
            verb = verb[:1].upper() + verb[1:]
        found = draft.vocabulary.phrases.match(verb, part=GRAMMAR_PART[OPERATIVE])
        if found is not None and not found.start and found.parts == {GRAMMAR_PART[OPERATIVE]}:
            if verb[found.end : found.end + 1] not in tuple(COMMAS):
                return True
    for emphasis in paragraph.emphases:
        if emphasis.start <= phrase.end:
            continue
        verb = paragraph.text[emphasis.start : emphasis.end].strip(INVISIBLE)
        if verb[:1].islower() and draft.vocabulary.forms.get("capitals"):
            verb = verb[:1].upper() + verb[1:]
        found = draft.vocabulary.phrases.match(verb, part=GRAMMAR_PART[OPERATIVE])
        if found is not None and GRAMMAR_PART[OPERATIVE] in found.parts:
            return True
    return False


def _unjoined(phrase: str, draft: Draft) -> str:
    """A phrase as it opens the first paragraph of the preamble: in Arabic without conjunction."""
    forms = draft.vocabulary.forms.get("conjunction", {})
    for word in forms.get("words", ()):
        if phrase.startswith(f"{forms['prefix']}{word} "):
            return phrase.removeprefix(forms["prefix"])
    return phrase


def _is_one_piece(draft: Draft, paragraph: Paragraph, phrase: PhraseMatch) -> bool:
    """Whether the phrase stands in the source without mark-up inside it."""
    written = draft.source.plain_text(*paragraph.source_span(phrase.start, phrase.end))
    return len(written) == phrase.end - phrase.start


def capitals(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A capital within the phrase, or a wrong first letter; all of a part as one finding."""
    by_part: dict[str, list[Finding | None]] = {}
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is not None and phrase.end - phrase.start > 1 and not _is_alone(paragraph):
            if draft.habits is not None and paragraph.part in draft.habits.capitals:
                finding = _not_in_capitals(draft, paragraph, phrase)
            else:
                finding = _wrong_case(opening, phrase, draft)
            by_part.setdefault(paragraph.part, []).append(finding)
    single: list[Finding] = []
    whole: list[Finding] = []
    for part, judged in by_part.items():
        if draft.organ == OTHER and (len(judged) == 1 or _is_headed_in_capitals(draft, part)):
            continue  # one verb tells nothing of the habits of another body: REQUESTS
        findings = [finding for finding in judged if finding is not None]
        (whole if len(findings) == len(judged) else single).extend(findings)
    yield from reported(
        draft,
        [
            FindingGroup(whole, "throughout", throughout=True),
            FindingGroup(single, "", throughout=False),
        ],
    )


def _is_headed_in_capitals(draft: Draft, part: str) -> bool:
    """Whether a phrase in capitals stands above paragraphs of a part: CONSIDERANDO above Que …"""
    return any(
        paragraph.part == HEADING and paragraph.announces == part and paragraph.text.isupper()
        for paragraph in draft.paragraphs
    )


def _is_alone(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the whole preamble and no organ line stands above it.

    It opens the sentence then: «Рассмотрев доклад, Совет решил:».
    """
    resolution = paragraph.resolution
    return (
        resolution is not None
        and resolution.organ_line in (None, resolution.late_line)
        and len(resolution.preamble) == 1
        and resolution.preamble[0] is paragraph
    )


def _wrong_case(opening: Opening, phrase: PhraseMatch, draft: Draft) -> Finding | None:
    """The finding on the capitals of a leading phrase, None where they are right."""
    capital = bool(draft.vocabulary.forms.get("capitals"))
    paragraph = opening.paragraph
    written = paragraph.text[phrase.start : phrase.end]
    right = written.lower()
    if capital and not opening.adverbial:
        right = right[:1].upper() + right[1:]
    elif capital:
        right = written[:1] + right[1:]
    if right == written or not _differs_in_case(written, right):
        return None
    following = _WORDS_BEHIND.match(paragraph.text, phrase.end)
    behind = following[0] if following is not None else paragraph.text[phrase.end :]
    if written.isupper() and behind.isupper():
        return None  # the whole paragraph is in capitals
    first = next(i for i, (a, b) in enumerate(zip(written, right, strict=True)) if a != b)
    last = max(i for i, (a, b) in enumerate(zip(written, right, strict=True)) if a != b)
    start, end = phrase.start + first, phrase.start + last + 1
    while start > phrase.start and paragraph.text[start - 1].isalpha():
        start -= 1
    while end < phrase.end and paragraph.text[end].isalpha():
        end += 1
    span = paragraph.source_span(start, end)
    replacement = right[start - phrase.start : end - phrase.start]
    one_piece = len(draft.source.plain_text(*span)) == end - start
    return Finding(
        *span,
        paragraph.place,
        {"phrase": written, "right": right},
        (Edit(*span, replacement),) if one_piece else (),
    )


def _not_in_capitals(draft: Draft, paragraph: Paragraph, phrase: PhraseMatch) -> Finding | None:
    """The finding on a phrase whose verb is not in capitals, for an organ that writes it so.

    What follows the verb may be in capitals or not: NOTES with concern.
    """
    verb = paragraph.text[phrase.head_start : phrase.head_end]
    first = _WORD.search(verb)
    if first is None or first[0] == first[0].upper():
        return None
    written = paragraph.text[phrase.start : phrase.end]
    right = written.upper()
    span = paragraph.source_span(phrase.start, phrase.end)
    safe = len(right) == len(written) == len(draft.source.plain_text(*span))
    return Finding(
        *span,
        paragraph.place,
        {"phrase": written, "right": right},
        (Edit(*span, right),) if safe else (),
        safety="unsafe",
    )


def _differs_in_case(one: str, other: str) -> bool:
    return len(one) == len(other) and one.casefold() == other.casefold()


def council_only(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A phrase that only the Security Council uses, in another organ's draft."""
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or phrase.organs is None:
            continue
        organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
        if organ in phrase.organs or "SC" not in phrase.organs:
            continue
        if paragraph.text[phrase.end : phrase.end + 1] == ",":
            continue  # the phrase goes on after what is put in (Calls, in particular, for)
        yield paragraph.finding(
            phrase.head_start,
            phrase.head_end,
            {"phrase": paragraph.text[phrase.head_start : phrase.head_end]},
        )


def conjunction(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The conjunction before the first preambular paragraph, or none before a later one."""
    forms = draft.vocabulary.forms.get("conjunction")
    if not forms:
        return
    prefix: str = forms["prefix"]
    later: list[Finding] = []  # without the conjunction
    has_it = False  # whether a later paragraph has it
    for resolution in draft.resolutions:
        for place, paragraph in enumerate(resolution.preamble):
            text = paragraph.text
            word = _WORD.search(text)
            if word is None or text[: word.start()].strip(INVISIBLE):
                continue
            if place == 0 and word[0] in [prefix + one for one in forms["words"]]:
                if may_follow_others(paragraph):
                    continue
                end = word.start() + len(prefix)
                edit = paragraph.edit(word.start(), end, "")
                right = word[0].removeprefix(prefix)
            elif place and word[0] in forms["words"]:
                right = prefix + word[0]
                start = paragraph.source_span(word.start(), word.end())[0]
                edit = Edit(start, start, prefix)
            else:
                has_it = has_it or (place > 0 and word[0].startswith(prefix))
                continue
            values = {"word": word[0], "right": right}
            if place:
                later.append(paragraph.finding(*word.span(), values, (edit,), variant="later"))
            else:
                yield paragraph.finding(*word.span(), values, (edit,))
    if len(later) > 1 and not has_it:
        yield joined(later, "later")  # the draft never has it
    else:
        yield from later


KINDS = {
    "later-verb": Kind(later_verb, placeholders=("verb",), scope=PARAGRAPH),
    "known": Kind(known, placeholders=("phrase", "nearest"), scope=PARAGRAPH, structural=True),
    "emphasis": Kind(
        emphasized,
        placeholders=("marked",),
        needs_emphasis=True,
        structural=True,
        reads=("opening",),
    ),
    "overrun": Kind(
        overrun, placeholders=("phrase", "excess"), scope=PARAGRAPH, needs_emphasis=True
    ),
    "short": Kind(
        short,
        placeholders=("phrase", "missing"),
        scope=PARAGRAPH,
        needs_emphasis=True,
        structural=True,
    ),
    "part": Kind(
        part,
        parameters={"council_heads": {"type": "array", "items": {"type": "string"}, "default": []}},
        placeholders=("phrase", "other"),
        structural=True,
        reads=("opening",),
    ),
    "gender": Kind(
        gender, placeholders=("word", "other", "organ"), structural=True, reads=("opening",)
    ),
    "capitals": Kind(
        capitals,
        placeholders=("phrase", "right"),
        structural=True,
        reads=("opening", "complement"),
    ),
    "sub-paragraph": Kind(
        sub_paragraph,
        placeholders=("phrase",),
        scope=PARAGRAPH,
        needs_emphasis=True,
        structural=True,
    ),
    "repetition-order": Kind(
        repetition_order,
        placeholders=("phrase", "right", "adverb"),
        structural=True,
        reads=("opening", "complement"),
    ),
    "repetition-missing": Kind(
        repetition_missing,
        parameters={
            "often_bare": {
                "type": "object",
                "additionalProperties": {"type": "array", "items": {"type": "string"}},
                "default": {},
                "description": "By language: phrases of the operative part that are repeated "
                "without an adverb.",
            },
            "later_adverb": {
                "type": "object",
                "additionalProperties": {"type": "string"},
                "default": {},
                "description": "By language: a pattern of an adverb among the words after "
                "the phrase.",
            },
        },
        placeholders=("phrase", "right"),
        structural=True,
        reads=("opening", "complement"),
    ),
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
        scope=PARAGRAPH,
        structural=True,
    ),
    "conjunction": Kind(
        conjunction, placeholders=("word", "right"), structural=True, reads=("opening",)
    ),
    "council-only": Kind(council_only, placeholders=("phrase",), scope=PARAGRAPH, structural=True),
}
