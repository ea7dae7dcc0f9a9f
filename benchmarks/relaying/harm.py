"""What a fix must never do to a draft, as properties that hold for any text."""

from __future__ import annotations

from collections import Counter

from reslint.draft.model import MASTHEAD, NOTE, OPERATIVE, OUTSIDE, PREAMBLE, Draft, Paragraph
from reslint.draft.reader import read_draft
from reslint.facts.endings import doubled_end, ending_of
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.budget import Budget
from reslint.linting.linter import Linter, active_rules
from reslint.linting.rule_run import run_rules
from reslint.rulebook.book import standard
from reslint.text.source import Source

ENDED = (PREAMBLE, OPERATIVE, NOTE)


def harm(text: str, path: str) -> list[str]:
    """What the safe fixes do to a text that no fix may do; empty for a text left in good order."""
    linter = Linter()
    first = linter.lint(Source(text, path))
    if not first.draft.is_resolution:
        return []
    fixed = fix_in_rounds(first, linter)
    harms = harms_between(read_draft(Source(text, path)), read_draft(Source(fixed.text, path)))
    again = fix_in_rounds(linter.lint(Source(fixed.text, path)), linter).text
    if again != fixed.text:
        harms.append("a second run changes the text again")
    return harms


def harms_between(before: Draft, after: Draft) -> list[str]:
    """What fixes have done to a draft that no fix may do, but for words and emphasis."""
    harms = []
    if shape(before) != shape(after):
        harms.append(f"the structure changes: {difference(shape(before), shape(after))}")
    else:
        for old, new in zip(within(before), within(after), strict=True):
            harms += ends(before, old, after, new)
    new_codes = codes(after) - codes(before)
    if new_codes:
        harms.append(f"new findings: {sorted(new_codes)}")
    return harms


def shape(draft: Draft) -> list[tuple[object, ...]]:
    """All parts, paragraphs, levels and notes in order; whether a label stands, not which one.

    A preambular paragraph has none: NUM003 takes it away.
    """
    return [
        (draft.language, draft.organ, len(draft.resolutions), len(draft.notes)),
        *(
            (
                one.part,
                one.level,
                one.label is not None and (one.part != PREAMBLE or one.parent is not None),
                len(one.markers),
            )
            for one in within(draft)
        ),
    ]


def within(draft: Draft) -> list[Paragraph]:
    """The paragraphs of a draft without the lines around it, which may stand alone or together."""
    return [one for one in draft.paragraphs if one.part not in (MASTHEAD, OUTSIDE)]


def difference(old: list[tuple[object, ...]], new: list[tuple[object, ...]]) -> str:
    """The first place at which two shapes differ."""
    for number, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return f"paragraph {number}: {one} becomes {other}"
    return f"{len(old)} paragraphs become {len(new)}"


def ends(before: Draft, old: Paragraph, after: Draft, new: Paragraph) -> list[str]:
    """What is wrong with the end of a paragraph after the fix that was right before."""
    if old.part not in ENDED:
        return []
    if ending_of(old).kind and not ending_of(new).kind:
        return [f"{old.place}: the mark at its end is gone"]
    if doubled_end(after, new) is not None and doubled_end(before, old) is None:
        return [f"{old.place}: a mark stands beside another one: {new.text[-8:]!r}"]
    return []


def codes(draft: Draft) -> set[str]:
    """The codes of all rules that find something, those that yield to another one included."""
    settings = Linter().settings
    rules = active_rules(standard(draft.language), draft, settings)
    found = run_rules(rules, draft, settings, Budget(len(draft.source.text))).diagnostics
    return set(Counter(each.code for each in found))
