"""Kinds of paragraph scope find the same whatever the other paragraphs hold.

Every bad example of every rule stands in one draft of its language: whatever a check looks for
before it reads paragraphs is there. Each paragraph alone must then give the same findings.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from reslint.authoring.runner import framed, sample
from reslint.checks.kinds import PARAGRAPH, Rule, find_kind
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.rulebook.book import full_rules, standard
from reslint.text.diagnostics import Finding
from reslint.text.source import Source

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
BEFORE = ("$", "(", "“", "«", "/", "-", "°", "€", "\u00a0", "№", "'", "a", "5", ".", "‘", "[")
"""What stands before a trigger in another draft than the example."""


@cache
def local_rules(language: str) -> list[Rule]:
    return [
        rule for rule in standard(language) if find_kind(rule.check).scope_of(rule) == PARAGRAPH
    ]


def bad_paragraphs(language: str, part: str) -> list[str]:
    """The bad paragraphs of a part in all examples, and each with its trigger touched."""
    found: list[str] = []
    for rule in full_rules():
        for example in rule.examples:
            if (example.get("language"), example.get("in")) != (language, part):
                continue
            if "bad" not in example:
                continue
            bad, at = framed(example, "bad").fragment, example.get("at")
            at = at[0] if isinstance(at, list) else at
            found.append(bad)
            if isinstance(at, str) and at and at in bad:
                number = len(found)
                found.append(bad.replace(at, BEFORE[number % len(BEFORE)] + at, 1))
    return found


def found_in(rules: list[Rule], draft: Draft) -> Counter[tuple[object, ...]]:
    def key(rule: Rule, finding: Finding) -> tuple[object, ...]:
        edits = tuple(edit.key() for edit in finding.edits)
        said = (finding.variant, finding.severity, finding.safety, finding.related)
        values = tuple(sorted(finding.values.items()))
        return (rule.code, finding.start, finding.end, finding.place, values, edits, said)

    return Counter(
        key(rule, finding) for rule in rules for finding in find_kind(rule.check).run(draft, rule)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paragraph_alone_gives_the_same(language: str) -> None:
    organ_line = framed(
        {"language": language, "in": "preamble", "bad": "", "organ": "GA"}, "bad"
    ).before
    text = organ_line + "\n\n".join(
        [
            sample(language, "GA", "preamble"),
            *bad_paragraphs(language, "preamble"),
            sample(language, "GA", "operative"),
            *bad_paragraphs(language, "operative"),
        ]
    )
    rules = local_rules(language)
    source = Source(text + "\n", "draft.md")
    whole = read_draft(source)
    assert whole.language == language
    together = found_in(rules, whole)
    assert len({code for code, *_ in together}) > 20
    alone: Counter[tuple[object, ...]] = Counter()
    again = read_draft(source)
    for paragraph in again.paragraphs:
        alone += found_in(rules, again.only([paragraph]))
    assert together - alone == Counter()
    assert alone - together == Counter()


@pytest.mark.parametrize("other", ["12500 shelves", "shelves"])
@pytest.mark.parametrize("before", ["", "$", "€", "(", "“", "["])
def test_a_sum_is_reported_whatever_stands_in_other_paragraphs(other: str, before: str) -> None:
    text = (
        "*The General Assembly*,\n\n*Recalling* the Charter,\n\n"
        f"1. *Approves* the sum of {before}25000 for books;\n\n2. *Decides* to buy {other}.\n"
    )
    rules = [rule for rule in local_rules("en") if rule.code == "TYPO003"]
    at = text.index("25000")
    draft = read_draft(Source(text, "draft.md"))
    assert (at, at + 5) in [key[1:3] for key in found_in(rules, draft)]


@pytest.mark.parametrize("twice", ["(of of", "“of of", "of of,", "[of of]", "(of of)", "d'of of"])
def test_a_word_twice_is_reported_whatever_stands_around(twice: str) -> None:
    text = (
        "*The General Assembly*,\n\n*Recalling* the Charter,\n\n"
        f"1. *Decides* that the use {twice} books goes on.\n"
    )
    rules = [rule for rule in local_rules("en") if rule.code == "WORD008"]
    at = text.index("of of")
    draft = read_draft(Source(text, "draft.md"))
    assert [key[1:3] for key in found_in(rules, draft)] == [(at, at + 5)]
