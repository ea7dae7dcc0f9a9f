"""Capitals that the United Nations writes: Member States, the Government of a State."""

from __future__ import annotations

from reslint.checks.text_selection import Hit, finding, is_running, replace
from reslint.checks.wording_swaps import wording_forms
from reslint.facts.habits import as_typed
from reslint.facts.literals import find_phrases
from reslint.facts.spots import RUNNING, spot
from reslint.facts.words import draft_text, fold_kinds, lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.diagnostics import Finding
    from reslint.draft.model import Draft
    from reslint.rulebook.rule import Rule


def member_states(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Member States of the United Nations in small letters, and the Government of a State.

    States members of another body keep their small letters: the body is named after them, or
    before them with a possessive.
    """
    forms = wording_forms(draft, "member_states")
    if forms:
        yield from _members(draft, forms)
    forms = wording_forms(draft, "government")
    if forms:
        yield from _governments(draft, forms)


def _members(draft: Draft, forms: dict[str, Any]) -> Iterator[Finding]:
    phrases: dict[str, str] = forms["phrases"]
    for start, end, phrase in find_phrases(draft, phrases):
        right = phrases[phrase]
        if draft_text(draft).folded[start:end] == right:
            continue
        found = spot(draft, start, end)
        # Rules of procedure and terms of reference in annexes speak of their own body's members.
        if found is None or not is_running(found[0]):
            continue
        hit = Hit(*found, phrase)
        if not _of_another_body(hit, forms):
            yield _capitals(draft, hit, right, "members")


def _of_another_body(hit: Hit, forms: dict[str, Any]) -> bool:
    text = hit.paragraph.text
    after = fold_kinds(text[hit.end : hit.end + 80])
    lowered = lower(after)
    if not lowered.startswith(tuple(forms["of_the_organization"])):
        if lowered.startswith(tuple(forms["of_another"])):
            return True
        if any(
            lowered.startswith(each) and after[len(each) : len(each) + 1].isupper()
            for each in forms["of_name"]
        ):
            return True
    words = text[: hit.start].split()
    if not words:
        return False
    last = words[-1]
    if last.lower().strip("(,") in forms["possessives"]:
        return True
    # European Union member States, IGAD member States
    return len(words) > 1 and last[:1].isupper() and last[-1:].isalnum()


def _governments(draft: Draft, forms: dict[str, Any]) -> Iterator[Finding]:
    phrases: dict[str, str] = forms["phrases"]
    text = draft_text(draft)
    for start, end, phrase in find_phrases(draft, phrases):
        written = text.folded[start:end]
        right = phrases[phrase]
        if written == right or (written[1:] == right[1:] and written[:1].lower() == right[:1]):
            continue
        following = text.folded[end : end + 40].partition("\n")[0].lstrip()
        for article in forms["articles"]:
            if following.startswith(article):
                following = following[len(article) :].lstrip()
                break
        if not following[:1].isupper() or following.startswith(tuple(forms["not_states"])):
            continue
        found = spot(draft, start, end, RUNNING)
        if found is None:
            continue
        hit = Hit(*found, phrase)
        if hit.written[:1].isupper():
            right = right[:1].upper() + right[1:]
        yield _capitals(draft, hit, right, "government")


def _capitals(draft: Draft, hit: Hit, right: str, variant: str) -> Finding:
    new = as_typed(draft, right, hit.written)
    edits = replace(draft, hit.paragraph, hit.start, hit.end, new)
    return finding(hit, {"match": hit.written, "replacement": new}, edits, variant=variant)
