"""Wordings that a language's tables of patterns know, each with what to write for it.

A table is a list of entries in `patterns.yaml` of the vocabulary: `gate` (a word, or a list of
words or marks, one of which each match holds), `pattern` (a regular expression over the text in
plain spaces, straight apostrophes and plain hyphens; a group `wrong` in it is what is reported)
and `right` (what to write, groups as in `re`; without it nothing is offered). `organs`,
`not_organs` and `parts` say where it holds, `variant` which message speaks, `severity` and
`safety` are those of the finding and its fix, `unless` is a text that excuses a paragraph.
"""

from __future__ import annotations

from reslint.checks.selection import replace
from reslint.data.patterns import expression
from reslint.facts.capitals import folded_text
from reslint.facts.draft_text import RUNNING, draft_text
from reslint.facts.exempt_zones import in_zone
from reslint.facts.typing_style import as_typed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft
    from reslint.facts.draft_text import DraftText
    from reslint.text.diagnostics import Edit, Finding


_NONE: dict[str, Any] = {}


def patterns(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The wordings of a table of the vocabulary (`list`)."""
    tables: dict[str, list[dict[str, Any]]] = draft.vocabulary.forms.get("patterns", _NONE)
    text = draft_text(draft)
    for entry in tables.get(rule.parameters["list"], ()):
        if _applies(entry, draft.organ) and _may_occur(entry, text):
            for match in expression(entry["pattern"]).finditer(text.folded):
                yield from _found(draft, entry, match)


def _applies(entry: dict[str, Any], organ: str) -> bool:
    if "organs" in entry:
        return organ in entry["organs"]
    return organ not in entry.get("not_organs", ())


def _may_occur(entry: dict[str, Any], text: DraftText) -> bool:
    """Whether the draft has one of the words, or marks, that every match of the pattern holds."""
    gate = entry["gate"]
    for each in [gate] if isinstance(gate, str) else gate:
        if each in text.words or (not each.isalpha() and each in text.lowered):
            return True
    return False


def _found(draft: Draft, entry: dict[str, Any], match: re.Match[str]) -> Iterator[Finding]:
    # A group of this name is what is wrong; what stands around it only tells.
    start, end = match.span("wrong" if "wrong" in match.groupdict() else 0)
    paragraph, first = draft_text(draft).place(start)
    last = first + end - start
    if paragraph.part not in entry.get("parts", RUNNING) or last > len(paragraph.text):
        return
    if in_zone(paragraph, draft, first, last):
        return
    if entry.get("unless", "\n") in folded_text(paragraph):
        return
    written = paragraph.text[first:last]
    right = entry.get("right")
    values = {"match": written, "replacement": ""}
    edits: tuple[Edit, ...] = ()
    if right is not None:
        new = as_typed(draft, match.expand(right), written)
        if new == written:
            return
        values["replacement"] = new
        edits = replace(draft, paragraph, first, last, new)
    yield paragraph.finding(
        first,
        last,
        values,
        edits,
        variant=entry.get("variant"),
        severity=entry.get("severity"),
        safety=entry.get("safety") if edits else None,
    )
