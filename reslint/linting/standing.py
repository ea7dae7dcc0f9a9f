"""Findings that stand while somebody types, moved by one rule.

A place at or behind the end of a change moves with the text. What touches the change itself does
not stand: its rule is run again.
"""

from __future__ import annotations

from reslint.text.changed_span import changed_span
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Move:
    """A change of a text from `start` to `end`, `shift` longer now, and what it does to findings.

    Edits and related places that findings share stay shared.
    """

    __slots__ = ("_edits", "_related", "end", "shift", "start")

    def __init__(self, start: int, end: int, shift: int) -> None:
        self.start = start
        self.end = end
        self.shift = shift
        self._edits: dict[int, tuple[Edit, ...]] = {}
        self._related: dict[int, tuple[Related, ...]] = {}

    @classmethod
    def between(cls, old: str, new: str) -> Move:
        """Return the change that makes one text of another."""
        start, end = changed_span(old, new)
        return cls(start, end, len(new) - len(old))

    def touches(self, diagnostics: Iterable[Diagnostic]) -> bool:
        """Tell whether a place of a finding, its edits or related places touches the change."""
        return any(
            first <= self.end and self.start <= last
            for one in diagnostics
            for first, last in _places(one)
        )

    def moved(self, diagnostics: list[Diagnostic], place: str | None = None) -> list[Diagnostic]:
        """Return findings that do not touch the change as they stand in the text now.

        With `place`, they are those of one paragraph, which has this place now.
        """
        named = place is None or not diagnostics or diagnostics[0].paragraph == place
        if named and (
            not self.shift
            or all(last < self.end for one in diagnostics for _, last in _places(one))
        ):
            return diagnostics
        return [self._moved(one, place) for one in diagnostics]

    def _at(self, place: int) -> int:
        return place + self.shift if place >= self.end else place

    def _moved(self, one: Diagnostic, place: str | None) -> Diagnostic:
        return Diagnostic(
            one.code,
            one.name,
            one.severity,
            one.message,
            self._at(one.start),
            self._at(one.end),
            paragraph=one.paragraph if place is None else place,
            url=one.url,
            fix=one.fix and self._moved_fix(one.fix),
            related=self._moved_places(one.related),
        )

    def _moved_fix(self, fix: Fix) -> Fix:
        others = tuple((title, self._moved_edits(edits)) for title, edits in fix.others)
        edits = self._moved_edits(fix.edits)
        return Fix(fix.safety, fix.title, edits, fix.group, others, apart=fix.apart)

    def _moved_edits(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        found = self._edits.get(id(edits))
        if found is None:
            found = self._edits[id(edits)] = tuple(
                Edit(self._at(edit.start), self._at(edit.end), edit.text) for edit in edits
            )
        return found

    def _moved_places(self, related: tuple[Related, ...]) -> tuple[Related, ...]:
        found = self._related.get(id(related))
        if found is None:
            found = self._related[id(related)] = tuple(
                one
                if one.path  # a place in another file
                else Related(
                    self._at(one.start),
                    self._at(one.end),
                    one.message,
                    left_by_fix=one.left_by_fix,
                )
                for one in related
            )
        return found


def _places(one: Diagnostic) -> Iterator[tuple[int, int]]:
    """Yield the spans of which a finding speaks."""
    yield one.start, one.end
    for other in one.related:
        yield other.start, other.end
    if one.fix is not None:
        for edits in (one.fix.edits, *(edits for _, edits in one.fix.others)):
            for edit in edits:
                yield edit.start, edit.end
