"""Verbs further on in a preambular paragraph that are not of its part: `…, and stresses …`."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.exempt_zones import in_zone
from reslint.facts.openings import GRAMMAR_PART, openings
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft


def later_verb(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An operative verb joined to the participle that opens a preambular paragraph.

    Not after a word that opens a clause with a subject of its own (that, which, who).
    """
    forms = draft.vocabulary.forms.get("later_verbs")
    if not forms:
        return
    joined, clause = expression(forms["joined"]), expression(forms["clause"])
    phrases = draft.vocabulary.phrases
    for opening in openings(draft):
        paragraph, phrase = opening.paragraph, opening.phrase
        if paragraph.part != PREAMBLE or phrase is None:
            continue
        if GRAMMAR_PART[PREAMBLE] not in phrase.parts or GRAMMAR_PART[OPERATIVE] in phrase.parts:
            continue
        text = paragraph.text
        for match in joined.finditer(text, phrase.end):
            if clause.search(text, phrase.start, match.start()):
                break
            start, end = match.span("verb")
            word = text[start:end]
            if draft.vocabulary.forms.get("capitals"):
                word = word[:1].upper() + word[1:]
            found = phrases.match(word + text[end : end + 40], part=GRAMMAR_PART[OPERATIVE])
            if found is None or found.parts != frozenset([GRAMMAR_PART[OPERATIVE]]):
                continue
            if not in_zone(paragraph, draft, start, end):
                yield paragraph.finding(start, end, {"verb": text[start:end]})


def semicolon(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A semicolon in a preambular paragraph before another verb of the preamble."""
    forms = draft.vocabulary.forms.get("marks", {})
    mark, comma = forms.get("semicolon", ";"), forms.get("comma", ",")
    joints: list[str] = draft.vocabulary.forms.get("item_conjunctions", [])
    for opening in openings(draft):
        paragraph, text = opening.paragraph, opening.paragraph.text
        if paragraph.part != PREAMBLE or mark not in text or paragraph.children:
            continue
        if text.count(mark) > 1 or not text[text.index(mark) + 1 :].strip():
            continue
        at = text.index(mark)
        rest = text[at + len(mark) :].lstrip()
        joint = next((each for each in joints if rest.startswith(f"{each} ")), "")
        if not joint and draft.vocabulary.forms.get("semicolon_parts_preamble"):
            continue  # long paragraphs part their halves so in this language
        if joint:
            rest = rest.removeprefix(f"{joint} ")
        if draft.vocabulary.forms.get("capitals"):
            rest = rest[:1].upper() + rest[1:]
        found = draft.vocabulary.phrases.match(rest, part=GRAMMAR_PART[PREAMBLE])
        if found is None or GRAMMAR_PART[PREAMBLE] not in found.parts:
            continue
        if not in_zone(paragraph, draft, at, at + len(mark)):
            edits = (paragraph.edit(at, at + len(mark), comma),)
            yield paragraph.finding(at, at + len(mark), {"mark": mark, "right": comma}, edits)
