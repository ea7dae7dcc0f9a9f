"""An injected error, and the registry of kinds of error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from random import Random

    from benchmarks.errors.view import View

    Make = Callable[[View, Random], Iterator["InjectedError"]]

Span = tuple[int, int]


class InjectedError:
    """Edits that put an error into a text, and the places where a finding is expected.

    `places` are source spans in the text with the error; a finding must overlap one of them.
    `goal` are the edits that give the text a fix must restore, None if that is the original text.
    `restores` is False if the text with the error no longer shows what the original was.
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
        """Map an offset of the original text; with `after`, behind what is inserted there."""
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
    """A kind of error: the code that must find it, its name, and the function that makes it.

    With `whole`, the error gives several findings, whose fixes together restore the text.
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


def error_kind(code: str, name: str, *, whole: bool = False) -> Callable[[Make], Make]:
    """Register a function that yields every error of a kind that can be made in a text."""

    def register(make: Make) -> Make:
        assert (code, name) not in _KINDS, (code, name)
        _KINDS[code, name] = Kind(code, name, make, whole=whole)
        return make

    return register


def kinds(select: Sequence[str] = ()) -> list[Kind]:
    """The kinds of error, sorted by code; only those whose code begins with one of `select`."""
    chosen = [kind for kind in _KINDS.values() if not select or kind.code.startswith(tuple(select))]
    return sorted(chosen, key=lambda kind: kind.code)
