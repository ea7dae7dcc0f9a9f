"""The kind `text.pattern`: regular expressions of rule files, which nobody has vetted."""

from __future__ import annotations

import time

from reslint.checks.kinds import PARAGRAPH, Kind, OverBudget
from reslint.checks.selection import SELECTION, selected
from reslint.facts import fact
from reslint.facts.draft_text import draft_text, stands_alone
from reslint.facts.exempt_zones import in_zone
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import fold_in_place, lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_SECONDS = 0.05
_SECONDS_PER_CHARACTER = 1e-6
_MOST_SECONDS = 2.0
_PATTERNS = 10
"""So many times the seconds of one rule are for all patterns on a draft together."""
_COMPILING = 5.0
"""Seconds in which patterns are compiled for one draft: a usual one takes a thousandth."""
_MOST_KEPT = 1000
_compiled: dict[tuple[str, bool], regex.Pattern[str]] = {}


def pattern(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Every match of a pattern where the rule looks; a match of no characters says nothing.

    Raises OverBudget where the matching takes longer than the length of the draft allows.
    """
    parameters = rule.parameters
    needed: list[str] = parameters["needs"]
    if needed and not _any_occurs(draft, needed):
        return
    ignore_case = bool(parameters["ignore_case"])
    together = _budget_of_all(draft)
    compiled = together.compiled(parameters["pattern"], ignore_case)
    exceptions = [together.compiled(each, ignore_case) for each in parameters["exceptions"]]
    budget = Budget(together)
    for paragraph in selected(draft, parameters):
        text = paragraph.text
        position = 0
        excepted: list[tuple[int, int]] | None = None
        while position <= len(text):
            match = budget.search(compiled, text, position)
            if match is None:
                break
            start, end = match.span()
            if end <= start:
                position = end + 1
                continue
            if parameters["whole_words"] and _cuts_a_word(text, start, end):
                position = start + 1
                continue
            position = end
            if not parameters["in_quotes"] and in_zone(paragraph, draft, start, end):
                continue
            if exceptions and excepted is None:
                excepted = [span for each in exceptions for span in budget.spans(each, text)]
            if any(first < end and start < last for first, last in excepted or ()):
                continue
            yield _finding(draft, paragraph, match, parameters["replacement"])


@fact
def _budget_of_all(draft: Draft) -> AllPatterns:
    return AllPatterns(len(draft.source.text))


class AllPatterns:
    """The time that all patterns have together for one draft.

    However many of them a folder holds, the other rules have their time, too.
    """

    __slots__ = ("_compiling", "each", "left")

    def __init__(self, length: int) -> None:
        self.each = min(_SECONDS + length * _SECONDS_PER_CHARACTER, _MOST_SECONDS)
        self.left = _PATTERNS * self.each
        self._compiling = _COMPILING

    def compiled(self, pattern: str, ignore_case: bool) -> regex.Pattern[str]:
        """Return a pattern compiled. Raises OverBudget when no time is left."""
        found = _compiled.get((pattern, ignore_case))
        if found is None:
            if self.left <= 0 or self._compiling <= 0:
                raise OverBudget
            began = time.process_time()
            found = compile_pattern(pattern, ignore_case)
            self._compiling -= time.process_time() - began
        return found


class Budget:
    """The time one rule has for one draft: some at once, more for a longer text, never much."""

    __slots__ = ("_all", "_left")

    def __init__(self, together: AllPatterns) -> None:
        self._all = together
        self._left = together.each

    def search(
        self, pattern: regex.Pattern[str], text: str, position: int
    ) -> regex.Match[str] | None:
        """The first match from `position` on. Raises OverBudget when the time is used up."""
        # `timeout` counts the process's time, and so does this clock: a busy machine or another
        # thread waiting for the disk does not use up a rule's budget.
        began = time.process_time()
        left = min(self._left, self._all.left)
        if left <= 0:
            raise OverBudget
        try:
            return pattern.search(text, position, timeout=left)
        except (TimeoutError, MemoryError, RecursionError):
            raise OverBudget from None
        finally:
            taken = time.process_time() - began
            self._left -= taken
            self._all.left -= taken

    def spans(self, pattern: regex.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
        """The spans of all matches that are not empty."""
        position = 0
        while position <= len(text):
            match = self.search(pattern, text, position)
            if match is None:
                return
            start, end = match.span()
            if end > start:
                yield start, end
            position = end if end > start else end + 1


def compile_pattern(pattern: str, ignore_case: bool) -> regex.Pattern[str]:
    """A pattern compiled, once a process."""
    found = _compiled.get((pattern, ignore_case))
    if found is None:
        import regex

        if len(_compiled) >= _MOST_KEPT:
            _compiled.clear()
        flags = regex.IGNORECASE if ignore_case else 0
        found = _compiled[pattern, ignore_case] = regex.compile(pattern, flags)
    return found


def _any_occurs(draft: Draft, literals: list[str]) -> bool:
    """Whether one of the texts stands in the draft at all, in any capitals."""
    lowered = draft_text(draft).lowered
    return any(lower(fold_in_place(literal)) in lowered for literal in literals)


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether the span begins or ends inside a word; each Chinese character is a word."""
    return (start > 0 and _joins(text[start - 1], text[start])) or (
        end < len(text) and _joins(text[end - 1], text[end])
    )


def _joins(one: str, next_one: str) -> bool:
    letters = one.isalnum() and next_one.isalnum()
    return letters and not stands_alone(one) and not stands_alone(next_one)


def _finding(
    draft: Draft, paragraph: Paragraph, match: regex.Match[str], replacement: str | None
) -> Finding:
    """The finding of a match, with an edit where a replacement is given."""
    start, end = paragraph.source_span(*match.span())
    text = "" if replacement is None else match.expand(replacement)
    edits: tuple[Edit, ...] = ()
    # Where mark-up, a note marker or a line end stands inside the match, an edit would lose it.
    whole = draft.source.plain_text(start, end) == match[0]
    if replacement is not None and whole and text != match[0]:
        edits = (Edit(start, end, text),)
    values = {"match": match[0], "replacement": text}
    return Finding(start, end, paragraph.place, values, edits)


_REGEX = {"type": "string", "format": "regex", "minLength": 1}
PATTERN = Kind(
    pattern,
    parameters={
        "pattern": _REGEX,
        **SELECTION,
        "replacement": {
            "type": ["string", "null"],
            "format": "regex-replacement",
            "default": None,
        },
        "exceptions": {
            "type": "array",
            "description": "a list of patterns",
            "items": _REGEX,
            "maxItems": 100,
            "default": [],
        },
        "needs": {
            "type": "array",
            "description": "a list of texts",
            "items": {"type": "string", "minLength": 1},
            "maxItems": 100,
            "default": [],
        },
        "ignore_case": {"type": "boolean", "default": False},
        "whole_words": {"type": "boolean", "default": True},
        "in_quotes": {"type": "boolean", "default": False},
    },
    required=("pattern",),
    placeholders=("match", "replacement"),
    scope=PARAGRAPH,
    draft_scope_with=("needs",),
)
