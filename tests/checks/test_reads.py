"""Kinds of draft scope find the same while the groups that they read stay the same.

Noise is typed into paragraphs. Wherever that changes no group that a kind declares in `reads`, nor
the structure of the draft, its findings must be those of before, moved by the noise.
"""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from reslint.checks.kinds import DRAFT, Rule, all_kinds, find_kind
from reslint.checks.reads import READINGS, readings
from reslint.draft.model import ANNEX, NOTE, OPERATIVE, PREAMBLE, Draft, Paragraph
from reslint.draft.reader import read_draft
from reslint.draft.rereading.signature import structure
from reslint.facts.typing_style import style_of
from reslint.rulebook.book import rulebook_of
from reslint.text.source import Source
from tests.conftest import ROOT

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
NOISE = (
    "x", " yw", " 7", "12", "70/1", " (UNX)", " UNX", "ABC", "[^9]", "[^1]", "²", " “a”", "«", "»",
    '"', "’", "'", ";", ",", ":", ".", "*y*", "**", "_", " 2015", " 25 September 2015", "%", "-",
    "（", "The Committee", "结", "قرار", "резолюция 70/1", " résolution 70/1 du 25 septembre 2015",
    " resolution 1325 (2000)", " resolution 55/1 of 1 May 1999", " paragraph 3 above", " and",
    "\u00a0", "; and", " resolution 1325 ", "(", ")", "[",
)  # fmt: skip
PLACES = 25


def wide_rules(language: str) -> list[Rule]:
    """The rules of draft scope whose kinds say what they read, for drafts of any organ."""
    book = rulebook_of(language, ())
    found: dict[str, Rule] = {}
    for organ in ("GA", "SC", "other"):
        for rule in book.rules_for(language=language, organ=organ, profile="strict"):
            kind = find_kind(rule.check)
            if kind.scope_of(rule) == DRAFT and kind.reads is not None:
                found[rule.code] = rule
    return list(found.values())


@cache
def text_of(name: str) -> str:
    return (ROOT / "tests" / "drafts" / name).read_text(encoding="utf-8")


def found_by(rule: Rule, draft: Draft, at: int = 0, shift: int = 0) -> list[tuple[object, ...]]:
    """What a rule finds, places from `at` on moved by `shift`."""

    def moved(place: int) -> int:
        return place + shift if place >= at else place

    return sorted(
        (
            (
                moved(one.start), moved(one.end), one.place, one.variant or "", one.safety or "",
                sorted(one.values.items()),
                [(moved(each.start), moved(each.end), each.text) for each in one.edits],
                sorted((moved(start), moved(end), what) for start, end, what in one.related),
            )
            for one in find_kind(rule.check).run(draft, rule)
        ),
        key=repr,
    )  # fmt: skip


def touches(found: list[tuple[object, ...]], at: int) -> bool:
    """Whether a finding speaks of the place of the noise: its rule is run again then."""
    spans: list[tuple[int, int]] = []
    for start, end, _, _, _, _, edits, related in found:
        spans += [(start, end), *((a, b) for a, b, _ in (*edits, *related))]  # type: ignore[list-item,misc]
    return any(start <= at <= end for start, end in spans)


def typed(text: str, chance: Random) -> tuple[str, int, str] | None:
    """A text with noise in a paragraph, where, and the noise."""
    draft = read_draft(Source(text))
    parts = (PREAMBLE, OPERATIVE, ANNEX, NOTE)
    paragraph = chance.choice([one for one in draft.paragraphs if one.part in parts])
    if not paragraph.text:
        return None
    at = paragraph.plain.source_start(chance.randrange(len(paragraph.text)))
    noise = chance.choice(NOISE)
    return text[:at] + noise + text[at:], at, noise


def at_place(draft: Draft, at: int) -> tuple[int, Paragraph]:
    return [(i, one) for i, one in enumerate(draft.paragraphs) if one.start <= at][-1]


def differing(name: str, seed: int, reads: dict[str, tuple[str, ...]] | None = None) -> set[str]:
    """The codes of rules whose findings changed though nothing that they read did."""
    chance = Random(f"{name} {seed}")
    rules = wide_rules(name.rpartition(".")[0].rpartition(".")[2])
    text, wrong = text_of(name), set[str]()
    found = typed(text, chance)
    if found is None:
        return wrong
    after, at, noise = found
    one, other = read_draft(Source(text)), read_draft(Source(after))
    if structure(one) != structure(other) or style_of(one) != style_of(other):
        return wrong
    index, paragraph = at_place(one, at)
    before, now = readings(paragraph, one), readings(other.paragraphs[index], other)
    changed = {group for group in READINGS if before[group] != now[group]}
    for rule in rules:
        declared = (reads or {}).get(rule.code, find_kind(rule.check).reads)
        assert declared is not None
        if not changed.isdisjoint(declared) or touches(found_by(rule, one), at):
            continue
        if found_by(rule, one, at, len(noise)) != found_by(rule, other):
            wrong.add(rule.code)
    return wrong


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["clean", "errors"])
def test_findings_stand_while_nothing_changes_that_their_kind_reads(
    kind: str, language: str
) -> None:
    wrong = {
        seed: codes for seed in range(PLACES) if (codes := differing(f"{kind}.{language}.md", seed))
    }
    assert wrong == {}


def test_noise_shows_what_a_kind_reads_and_does_not_say() -> None:
    # Without what these declare, noise must be seen to change their findings.
    silent: dict[str, tuple[str, ...]] = dict.fromkeys(("NOTE001", "TYPO008", "TYPO004"), ())
    seen: set[str] = set()
    for seed in range(500):
        seen |= differing("errors.en.md", seed, silent)
        if seen == set(silent):
            break
    assert seen == set(silent)


def test_kinds_read_groups_that_there_are() -> None:
    for kind in all_kinds().values():
        assert kind.reads is None or set(kind.reads) <= READINGS.keys()
        assert kind.reads is None or kind.scope == DRAFT


@pytest.mark.parametrize(
    ("words", "other", "same"),
    [
        ("to row;", "to row home;", True),
        ("to row;[^1]", "to row home;[^1]", True),
        ("to row;", "to row,", False),
        ("to row; and", "to row; an", False),
        ("to row", "to row home", False),
    ],
)
def test_words_before_the_last_mark_do_not_count(words: str, other: str, same: bool) -> None:
    def ending(last: str) -> object:
        text = f"*The General Assembly*,\n\n1. *Decides* {last}\n\n2. *Requests* a report.\n"
        draft = read_draft(Source(text, "draft.md"))
        return readings(draft.part(OPERATIVE)[0], draft)["ending"]

    assert (ending(words) == ending(other)) is same
