"""General kinds of check on the text of paragraphs, for anybody's house rules."""

from __future__ import annotations

import time

from reslint.checks import Kind, OverBudget
from reslint.diagnostics import Edit, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from reslint.draft.model import Draft, Paragraph
    from reslint.rulebook.rule import Rule

PARTS = ("preamble", "operative", "heading", "note", "title", "annex")
"""The parts of a draft that a rule may choose from."""

_SECONDS = 0.05
_SECONDS_PER_CHARACTER = 1e-6
_MOST_SECONDS = 2.0

_compiled: dict[tuple[str, bool], regex.Pattern[str]] = {}


def _pattern(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Every match of a pattern in the parts chosen; a match of no characters says nothing.

    Raises OverBudget where the matching takes longer than the length of the draft allows.
    """
    parameters = rule.parameters
    pattern = _compile(parameters["pattern"], bool(parameters["ignore_case"]))
    replacement: str | None = parameters["replacement"]
    budget = _Budget(len(draft.source.text))
    for paragraph in draft.part(*parameters["parts"]):
        position = 0
        while position <= len(paragraph.text):
            match = budget.search(pattern, paragraph.text, position)
            if match is None:
                break
            start, end = match.span()
            if end > start:
                yield _finding(draft, paragraph, match, replacement)
            position = max(end, position + 1) if end > start else end + 1


class _Budget:
    """The time one rule has for one draft: some at once, more for a longer text, never much."""

    def __init__(self, length: int) -> None:
        self._left = min(_SECONDS + length * _SECONDS_PER_CHARACTER, _MOST_SECONDS)

    def search(
        self, pattern: regex.Pattern[str], text: str, position: int
    ) -> regex.Match[str] | None:
        """The first match from `position` on. Raises OverBudget when the time is used up."""
        # `timeout` counts the process's time, and so does this clock: a busy machine or another
        # thread waiting for the disk does not use up a rule's budget.
        began = time.process_time()
        if self._left <= 0:
            raise OverBudget
        try:
            found = pattern.search(text, position, timeout=self._left)
        except TimeoutError:
            raise OverBudget from None
        except (MemoryError, RecursionError):
            raise OverBudget from None
        self._left -= time.process_time() - began
        return found


def _finding(
    draft: Draft, paragraph: Paragraph, match: regex.Match[str], replacement: str | None
) -> Finding:
    """The finding of a match, with an edit where a replacement is given."""
    start, end = paragraph.source_span(*match.span())
    text = "" if replacement is None else match.expand(replacement)
    edits: tuple[Edit, ...] = ()
    # Where mark-up, a note marker or a line end stands inside the match, an edit would lose it.
    whole = draft.source.text[start:end] == match[0]
    if replacement is not None and whole and text != match[0]:
        edits = (Edit(start, end, text),)
    values = {"match": match[0], "replacement": text}
    return Finding(start, end, paragraph.place, values, edits)


def _compile(pattern: str, ignore_case: bool) -> regex.Pattern[str]:
    found = _compiled.get((pattern, ignore_case))
    if found is None:
        import regex

        flags = regex.IGNORECASE if ignore_case else 0
        found = _compiled[pattern, ignore_case] = regex.compile(pattern, flags)
    return found


KINDS = {
    "pattern": Kind(
        _pattern,
        parameters={
            "pattern": {"type": "string", "format": "regex", "minLength": 1},
            "parts": {
                "type": "array",
                "description": "a list of parts such as [preamble, operative]",
                "items": {"type": "string", "enum": list(PARTS)},
                "minItems": 1,
                "default": list(PARTS),
            },
            "replacement": {
                "type": ["string", "null"],
                "format": "regex-replacement",
                "default": None,
            },
            "ignore_case": {"type": "boolean", "default": False},
        },
        required=("pattern",),
        placeholders=("match", "replacement"),
    ),
}
