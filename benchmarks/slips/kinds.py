"""What a slip is, and the registry of the kinds of slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from random import Random

    from benchmarks.slips.view import View

    Make = Callable[[View, Random], Iterator["Slip"]]

Span = tuple[int, int]


class Slip:
    """Edits that put a fault into a text, and where a drafter would look for it.

    `places` are source spans of the text with the fault; a finding that overlaps one of them is
    at the place. `goal` are the edits that give the text a fix has to restore, None where that is
    the text as it was; `restores` is False where the faulty text no longer tells what it was.
    """

    __slots__ = ("edits", "goal", "paragraph", "places", "restores")

    def __init__(
        self,
        edits: Sequence[Edit],
        places: Iterable[Edit | Span],
        *,
        paragraph: str = "",
        goal: Sequence[Edit] | None = None,
        restores: bool = True,
    ) -> None:
        self.edits = sorted(edits, key=lambda edit: (edit.start, edit.end))
        self.places = [self._landed(place) for place in places]
        self.paragraph = paragraph
        self.goal = goal
        self.restores = restores

    def moved(self, offset: int, *, after: bool) -> int:
        """Where an offset of the text as it was lies now; `after` what is inserted there."""
        moved = offset
        for edit in self.edits:
            if edit.start > offset or (edit.start == offset == edit.end and not after):
                break
            if edit.end <= offset:
                moved += len(edit.text) - (edit.end - edit.start)
            else:
                return moved - (offset - edit.start) + (len(edit.text) if after else 0)
        return moved

    def _landed(self, place: Edit | Span) -> Span:
        if not isinstance(place, Edit):
            return self.moved(place[0], after=False), self.moved(place[1], after=True)
        start = place.start
        for edit in self.edits:
            if edit is place:
                break
            start += len(edit.text) - (edit.end - edit.start)
        return start, start + len(place.text)


class Kind:
    """A kind of slip: the code that must find it, its name, what makes it in a text.

    `whole` says that several findings make up the slip, whose fixes together restore the text.
    """

    __slots__ = ("code", "make", "name", "whole")

    def __init__(self, code: str, name: str, make: Make, *, whole: bool) -> None:
        self.code = code
        self.name = name
        self.make = make
        self.whole = whole

    def __repr__(self) -> str:
        return f"{self.code} {self.name}"


_KINDS: dict[tuple[str, str], Kind] = {}


def slip_kind(code: str, name: str, *, whole: bool = False) -> Callable[[Make], Make]:
    """Registers a function that gives every slip of a kind that a text has a place for."""

    def register(make: Make) -> Make:
        assert (code, name) not in _KINDS, (code, name)
        _KINDS[code, name] = Kind(code, name, make, whole=whole)
        return make

    return register


def kinds(select: Sequence[str] = ()) -> list[Kind]:
    """The kinds of slip, by code; those alone whose code begins with one of `select`."""
    chosen = [kind for kind in _KINDS.values() if not select or kind.code.startswith(tuple(select))]
    return sorted(chosen, key=lambda kind: kind.code)
