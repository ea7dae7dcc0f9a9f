"""Judge edits by the lints before and after them: what do they bring that they must not?"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate

from reslint.draft.model import NOTE, OPERATIVE, PREAMBLE
from reslint.fixes.composing import Moved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reslint.draft.model import Draft
    from reslint.linting.linter import LintResult
    from reslint.text.diagnostics import Diagnostic, Edit


STRUCTURE = ("FORM", "NUM", "NOTE")
"""A fix may never add a finding whose code starts with one of these, not even where it edits."""
READING = "reading"
MARKER = "marker"
LEADING = "LEAD"


def counted_as(code: str) -> str:
    """Return what findings of a code are counted as: the code, or the family of leading phrases.

    Of several rules on one leading phrase only the strongest reports it; where that finding is
    fixed, the next one shows.
    """
    return LEADING if code.startswith(LEADING) else code


def codes_with_more(before: LintResult, after: LintResult) -> set[str]:
    """Return the codes (see `counted_as`) that have more findings after than before."""
    return set(_counts(after) - _counts(before))


def _counts(result: LintResult) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in result.diagnostics:
        counts[counted_as(one.code)] += len(_places(one))
    return counts


def _places(diagnostic: Diagnostic) -> list[tuple[int, int]]:
    """Return the spans of a finding: those of all places that it stands for."""
    here = (diagnostic.start, diagnostic.end)
    if diagnostic.fix is None or not diagnostic.fix.apart:
        return [here]
    return [here, *((one.start, one.end) for one in diagnostic.related)]


def brought(
    before: LintResult,
    after: LintResult,
    edits: Sequence[Edit],
    capped: set[str],
    *,
    reshapes: bool = False,
) -> tuple[str, str] | None:
    """Return what edits bring that they must not: a code with its message, READING or MARKER.

    None of the codes in `capped` may have more findings after than before, and the draft must keep
    the number of its note markers. The number of paragraphs of each part and level stays, too,
    unless the fixes are unsafe ones, which may reshape the draft: where a safe fix changes it, the
    draft was read in another way than the fix supposed.
    """
    old, new = before.draft, after.draft
    if (old.is_resolution, old.language, old.organ) != (new.is_resolution, new.language, new.organ):
        return READING, ""
    if not reshapes and _outline(old) != _outline(new):
        return READING, ""
    if _note_markers(new) < _note_markers(old):
        return MARKER, ""  # changed letters beside it can make a raised number plain text
    if len(after.errors) > len(before.errors):
        return after.errors[-1].code, after.errors[-1].message
    if capped:
        too_many = capped & codes_with_more(before, after)
        for diagnostic in after.diagnostics:
            if counted_as(diagnostic.code) in too_many:
                return diagnostic.code, diagnostic.message
    moved = Moved(edits)
    found: dict[str, list[tuple[int, int]]] = {}
    for diagnostic in before.diagnostics:
        spans = [moved.span(*span) for span in _places(diagnostic)]
        found.setdefault(diagnostic.code, []).extend(spans)
    known = {code: _Spans(spans) for code, spans in found.items()}
    nothing = _Spans(())
    edited: _Spans | None = None
    for diagnostic in after.diagnostics:
        start, end, code = diagnostic.start, diagnostic.end, diagnostic.code
        if known.get(code, nothing).reach(end, start):
            continue  # it touches one that was there before
        if code.startswith(STRUCTURE):
            return code, diagnostic.message
        if edited is None:
            edited = _Spans(moved.span(*span) for span in _edited_blocks(before, edits))
        if not edited.reach(start, end):
            return code, diagnostic.message
    return None


class _Spans:
    """Spans that may overlap, asked without looking at each of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))

    def reach(self, start: int, end: int) -> bool:
        """Tell whether one of them starts at `start` or before, and ends at `end` or behind."""
        index = bisect_right(self._starts, start)
        return index > 0 and self._reached[index - 1] >= end


def _outline(draft: Draft) -> Counter[tuple[str, int]]:
    """Return the number of paragraphs of each part and level of a draft, and of its notes."""
    return Counter((each.part, each.level) for each in draft.part(PREAMBLE, OPERATIVE, NOTE))


def _note_markers(draft: Draft) -> int:
    return sum(len(paragraph.markers) for paragraph in draft.paragraphs)


def _edited_blocks(before: LintResult, edits: Iterable[Edit]) -> list[tuple[int, int]]:
    """Return the spans of all blocks of the paragraphs that the edits touch."""
    places = sorted((edit.start, edit.end) for edit in edits)
    starts = [start for start, _ in places]
    spans = []
    for paragraph in before.draft.paragraphs:
        blocks = [(block.start, block.end) for block in paragraph.blocks]
        for start, end in blocks:
            # Edits do not overlap: only the last one that starts before the end can reach in.
            index = bisect_right(starts, end)
            if index and places[index - 1][1] >= start:
                spans.extend(blocks)
                break
    return spans
