"""Wordings that a language's tables of patterns know, each with what to write for it.

A table is a list of entries in `patterns.yaml` of the vocabulary: `gate` (a word, or a list of
words or marks, one of which each match holds), `pattern` (a regular expression over the text in
plain spaces, straight apostrophes and plain hyphens; a group `wrong` in it is what is reported)
and `right` (what to write, groups as in `re`; without it nothing is offered). `organs`,
`not_organs` and `parts` say where it holds, `variant` which message is used, `severity` and
`safety` are those of the finding and its fix, `before` is a pattern of what stands right before a
match, `part` the beginning of the match that is wrong, `unless` is a text that excuses a
paragraph. `begins` are the texts with one of which each match begins: finding them is faster than
searching for the pattern.
"""

from __future__ import annotations

from reslint.checks.selection import replace
from reslint.data.patterns import expression
from reslint.facts.capitals import folded_text
from reslint.facts.draft_text import RUNNING, draft_text, places
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


_BEFORE = 250  # characters in which the words before a match may stand
_NONE: dict[str, Any] = {}


def patterns(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The wordings of a table of the vocabulary (`list`): at one place, the first entry counts."""
    tables: dict[str, list[dict[str, Any]]] = draft.vocabulary.forms.get("patterns", _NONE)
    text = draft_text(draft)
    reported: set[int] = set()
    for entry in tables.get(rule.parameters["list"], ()):
        if _applies(entry, draft.organ) and _may_occur(entry, text):
            for match in _matches(entry, text):
                start = _start(entry, text.folded, match)
                if start < 0 or start in reported:
                    continue
                for finding in _found(draft, entry, match, start):
                    reported.add(start)
                    yield finding


def _matches(entry: dict[str, Any], text: DraftText) -> Iterator[re.Match[str]]:
    """The matches of the pattern of an entry, in the paragraphs of its parts if it names some."""
    folded = text.folded
    if "parts" in entry:
        # A pattern that begins with figures is slow in a long text, and closing lines are short.
        for start, paragraph in zip(text.starts, text.paragraphs, strict=True):
            if paragraph.part in entry["parts"]:
                end = start + len(paragraph.text)
                yield from expression(entry["pattern"]).finditer(folded, start, end)
    elif "begins" in entry:
        pattern = expression(entry["pattern"])
        for begin in entry["begins"]:
            for at in places(folded, begin):
                match = pattern.match(folded, at)
                if match is not None:
                    yield match
    else:
        yield from expression(entry["pattern"]).finditer(folded)


def _start(entry: dict[str, Any], text: str, match: re.Match[str]) -> int:
    """The offset at which the finding starts, -1 if the words before the match do not fit `before`.

    Patterns begin with letters, so that they are found fast; `before` is looked for after them.
    """
    start = match.start("wrong" if "wrong" in match.groupdict() else 0)
    before = entry.get("before")
    if before is None:
        return start
    found = expression(before).search(text, max(match.start() - _BEFORE, 0), match.start())
    if found is None:
        return -1
    return found.start("wrong") if "wrong" in found.groupdict() else start


def _applies(entry: dict[str, Any], organ: str) -> bool:
    if "organs" in entry:
        return organ in entry["organs"]
    return organ not in entry.get("not_organs", ())


def _may_occur(entry: dict[str, Any], text: DraftText) -> bool:
    """Whether the draft has one of the words, or marks, that every match of the pattern holds."""
    gate = entry["gate"]
    for each in [gate] if isinstance(gate, str) else gate:
        if each in text.words or (not each.isalpha() and each in text.folded):
            return True
    return False


def _found(
    draft: Draft, entry: dict[str, Any], match: re.Match[str], start: int
) -> Iterator[Finding]:
    # Only the group `wrong` is reported; the rest of the match is its context.
    end = match.end("wrong" if "wrong" in match.groupdict() else 0)
    if "part" in entry:
        end = match.start() + len(entry["part"])
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
        kept = draft_text(draft).folded[start : match.start()] if start < match.start() else ""
        new = as_typed(draft, kept + match.expand(right), written)
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
