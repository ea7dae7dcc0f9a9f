"""Verbs further on in a paragraph that are not of its part: `Noting …, and stresses …`."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.capitals import folded_text
from reslint.facts.exempt_zones import in_zone
from reslint.facts.openings import GRAMMAR_PART, openings
from reslint.language.organ_names import OTHER
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft


_JOINED = 60  # characters from the conjunction to the ending of a participle
_NEXT_WORD = 12  # characters in which the word after it stands
_PHRASE = 40  # characters of a leading phrase after its first word


def later_verb(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A verb joined to the first one of its paragraph in the form of the other part.

    Not after a word that opens a clause with a subject of its own (that, which, who), nor in an
    operative paragraph after another participle, to which it may belong.
    """
    forms = draft.vocabulary.forms.get("later_verbs")
    if not forms:
        return
    for opening in openings(draft):
        paragraph, phrase = opening.paragraph, opening.phrase
        if phrase is None:
            continue
        part = paragraph.part
        other = GRAMMAR_PART[OPERATIVE if part == PREAMBLE else PREAMBLE]
        if GRAMMAR_PART[part] not in phrase.parts or other in phrase.parts:
            continue
        text = folded_text(paragraph)
        matches = _joined if part == PREAMBLE else _participles
        for match in matches(forms, text, phrase.end):
            start, end = match.span("verb")
            # Few words are verbs of the other part: what stands before them is looked at last.
            if not _opens(draft, text, start, end, other):
                continue
            before = match.start()
            if expression(forms["clause"]).search(text, phrase.start, before):
                continue
            if part == OPERATIVE:
                if expression(forms["participle"]).search(text, phrase.end, before):
                    continue
            if not in_zone(paragraph, draft, start, end):
                variant = None if part == PREAMBLE else "operative"
                values = {"verb": paragraph.text[start:end]}
                yield paragraph.finding(start, end, values, variant=variant)


def _joined(forms: dict[str, Any], text: str, start: int) -> Iterator[re.Match[str]]:
    """The verbs after a comma or a conjunction in a preambular paragraph."""
    for pattern in forms["joined"]:
        yield from expression(pattern).finditer(text, start)


def _participles(forms: dict[str, Any], text: str, start: int) -> Iterator[re.Match[str]]:
    """The participles after a conjunction in an operative paragraph, found by their endings."""
    for ending in forms["endings"]:
        at = text.find(ending, start)
        while at >= 0:
            since, upto = max(at - _JOINED, start), at + len(ending) + _NEXT_WORD
            for joint in forms["joints"]:
                place = text.rfind(joint, since, at)
                if place >= 0:
                    match = expression(forms["participles"]).match(text, place, upto)
                    if match is not None and match.end("verb") == at + len(ending) - 1:
                        yield match
                        break
            at = text.find(ending, at + 1)


def _opens(draft: Draft, text: str, start: int, end: int, part: str) -> bool:
    """Whether a word is the verb of a leading phrase of this part only."""
    word = text[start:end]
    if draft.vocabulary.forms.get("capitals"):
        word = word[:1].upper() + word[1:]
    found = draft.vocabulary.phrases.match(word + text[end : end + _PHRASE], part=part)
    return found is not None and found.parts == frozenset([part])


def semicolon(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A semicolon in a preambular paragraph that does not part items with commas of their own."""
    forms = draft.vocabulary.forms.get("marks", {})
    mark, comma = forms.get("semicolon", ";"), forms.get("comma", ",")
    for opening in openings(draft):
        paragraph, text = opening.paragraph, opening.paragraph.text
        if paragraph.part != PREAMBLE or mark not in text or paragraph.children:
            continue
        if text.count(mark) > 1 or not text[text.index(mark) + 1 :].strip():
            continue
        at = text.index(mark)
        before, rest = text[:at], text[at + len(mark) :].strip()
        if not _is_misplaced(draft, before, rest, comma):
            continue
        if not in_zone(paragraph, draft, at, at + len(mark)):
            edits = (paragraph.edit(len(before.rstrip()), at + len(mark), comma),)
            yield paragraph.finding(at, at + len(mark), {"mark": mark, "right": comma}, edits)


def _is_misplaced(draft: Draft, before: str, rest: str, comma: str) -> bool:
    """Whether a single semicolon stands before another verb, or parts what holds no commas."""
    forms = draft.vocabulary.forms
    relative: str = forms.get("relative_words", "")
    if relative and expression(relative).match(rest):
        return True
    joints: list[str] = forms.get("item_conjunctions", [])
    joint = next((each for each in joints if rest.startswith(f"{each} ")), "")
    if joint:
        rest = rest.removeprefix(f"{joint} ")
    clause = rest[:1].upper() + rest[1:] if forms.get("capitals") else rest
    found = draft.vocabulary.phrases.match(clause, part=GRAMMAR_PART[PREAMBLE])
    if found is not None and GRAMMAR_PART[PREAMBLE] in found.parts:
        # Long paragraphs part their halves so in some languages.
        return bool(joint) or not forms.get("semicolon_parts_preamble")
    if draft.organ == OTHER or ":" in before or not rest[:1].islower():
        return False  # reasons of another body, a list, numbers of resolutions, titles
    return comma not in before or comma not in rest.rstrip(comma)
