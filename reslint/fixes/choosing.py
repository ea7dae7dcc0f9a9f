"""Apply edits to a text, and choose fixes that can be applied together. Pure: no files."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.text.diagnostics import Diagnostic, Edit
    from reslint.text.source import Source


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with every edit made; offsets are those of `text` before.

    Insertions at one point keep the order in which they are given (one at the start of a
    replacement comes before it); an edit given twice is made once. Raises ValueError for edits
    that overlap or lie outside the text.
    """
    ordered = sorted(dict.fromkeys(edits), key=lambda edit: (edit.start, edit.end))
    pieces = []
    position = 0
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit!r} lies outside the text of {len(text)} characters")
        if edit.start < position:
            raise ValueError(f"{edit!r} overlaps the edit before it")
        pieces.append(text[position : edit.start])
        pieces.append(edit.text)
        position = edit.end
    pieces.append(text[position:])
    return "".join(pieces)


def choose(diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> list[Diagnostic]:
    """Return the diagnostics whose fixes can be applied together, in the order given.

    A fix is taken whole or not at all, and the fixes of one group all together or none. A fix
    that would touch what an earlier one changes is left for a later round. Two insertions of
    different fixes at one point exclude each other, since their order would be arbitrary; the very
    same edit in two fixes is no conflict. `unsafe` takes unsafe fixes too.
    """
    units: dict[object, list[Diagnostic]] = {}
    for number, diagnostic in enumerate(diagnostics):
        fix = diagnostic.fix
        if fix is not None and fix.edits:
            units.setdefault(number if fix.group is None else fix.group, []).append(diagnostic)
    taken = _Taken()
    chosen: list[Diagnostic] = []
    for unit in units.values():
        fixes = [diagnostic.fix for diagnostic in unit if diagnostic.fix is not None]
        if not unsafe and any(fix.safety != "safe" for fix in fixes):
            continue
        # One diagnostic's own edits may touch; a group's repeat (each may carry all of them).
        carried = {id(fix.edits): fix.edits for fix in fixes}
        edits = list(dict.fromkeys(edit for edits in carried.values() for edit in edits))
        if _are_disjoint(edits) and not any(taken.conflicts(edit) for edit in edits):
            for edit in edits:
                taken.add(edit)
            chosen.extend(unit)
    return chosen


def writable(
    source: Source, proposed: list[Diagnostic]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Part diagnostics into those whose fixes can be written into their file, and the others."""
    origin = source.origin
    if origin is None:
        return proposed, []
    refused_groups = set()
    refused: list[Diagnostic] = []
    kept: list[Diagnostic] = []
    for diagnostic in proposed:
        fix = diagnostic.fix
        if fix is None or not fix.edits or origin.allows(source.text, fix.edits):
            kept.append(diagnostic)
        else:
            refused.append(diagnostic)
            refused_groups.add(fix.group)
    refused_groups.discard(None)
    if refused_groups:
        refused += [one for one in kept if one.fix and one.fix.group in refused_groups]
        kept = [one for one in kept if not (one.fix and one.fix.group in refused_groups)]
    return kept, refused


def edits_of(diagnostics: Iterable[Diagnostic]) -> list[Edit]:
    """Return all edits of the diagnostics' fixes, each once, ready for `apply`."""
    return list(
        dict.fromkeys(
            edit
            for diagnostic in diagnostics
            if diagnostic.fix is not None
            for edit in diagnostic.fix.edits
        )
    )


def _are_disjoint(edits: list[Edit]) -> bool:
    """Return whether no two of the edits overlap. A fix whose own edits overlap is ignored."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    return all(a.end <= b.start for a, b in pairwise(ordered))


class _Taken:
    """The edits taken so far, which never overlap, ordered by place."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []
        self._edits: set[Edit] = set()

    def conflicts(self, edit: Edit) -> bool:
        """Return whether `edit` shares a character or an insertion point with an edit taken."""
        if edit in self._edits:
            return False
        # Only the neighbours in order can touch: the spans taken are disjoint.
        index = bisect_left(self._spans, (edit.start, edit.end))
        neighbours = self._spans[max(0, index - 1) : index + 2]
        return any(_touch(edit.start, edit.end, *span) for span in neighbours)

    def add(self, edit: Edit) -> None:
        if edit not in self._edits:
            self._edits.add(edit)
            insort(self._spans, (edit.start, edit.end))


def _touch(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Return whether two spans overlap, or one is an insertion at a point of the other."""
    if start == end or other_start == other_end:
        return start <= other_end and other_start <= end
    return start < other_end and other_start < end
