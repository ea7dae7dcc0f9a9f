"""Watch the numbers of an open draft, so that references follow their paragraphs.

Kept for each document: the last text in which the paragraphs were numbered in order, before the
present run of typing, and the changes since. With these, the fix that numbers the paragraphs again
knows what references meant.
References that only a reader can settle are findings once the numbers are in order again, until
they are edited or accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.draft.reader import read_draft
from reslint.linting.standing import Move
from reslint.server.diagnostics import item_of
from reslint.text.moves import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from reslint.draft.model import Draft
    from reslint.server.client import ClientCapabilities
    from reslint.server.positions import Place
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.moves import Change
    from reslint.text.source import Source


_MOST_CHANGES = 2_000
IN_ORDER, BROKEN = "in order", "broken"


class NumbersSeen:
    """The numbers of a checked snapshot: whether in order, and what is found because of that.

    `state` is "" for a text that is no draft, or in which no rule looks at the numbers. `error` is
    the first finding on a number that is not in order; `to_check` are references to look at.
    """

    __slots__ = ("error", "state", "to_check")

    def __init__(
        self, state: str, error: Diagnostic | None = None, to_check: Iterable[Diagnostic] = ()
    ) -> None:
        self.state = state
        self.error = error
        self.to_check = list(to_check)


class Earlier:
    """An earlier text of a draft, the changes since, and the error in its numbers meanwhile."""

    __slots__ = ("changes", "error", "source")

    def __init__(
        self, source: Source, changes: tuple[Change, ...], error: Diagnostic | None
    ) -> None:
        self.source = source
        self.changes = changes
        self.error = error

    def draft(self, lint: Settings) -> Draft:
        """Read the earlier draft."""
        return read_draft(
            self.source,
            path_format=lint.text_format,
            language=lint.language,
            organ=lint.organ,
            habits=lint.house,
        )


class NumberingWatch:
    """What is known of the numbers of one open document; used by the event loop."""

    __slots__ = (
        "_base",
        "_changes",
        "_error",
        "_from_order",
        "_in_order",
        "_run",
        "_to_check",
    )

    def __init__(self, source: Source) -> None:
        self._base = source
        self._in_order = False  # whether the text as it is was checked, and is in order
        self._from_order = False  # whether it was so before the present run of typing
        self._run: tuple[int, int] | None = None  # what was typed in one go, up to now
        self._changes: list[Change] = []
        self._error: Diagnostic | None = None
        self._to_check: list[Diagnostic] = []

    def before_changes(self, source: Source, start: int | None, end: int) -> None:
        """Take note that a text is about to change, in one place or in several (None).

        A paragraph typed before another is for a moment one with it, and the numbers are in order:
        so the earlier text is one that no run of typing has touched.
        """
        run = self._run
        goes_on = (
            run is not None and start is not None and run[0] <= start + 1 and end <= run[1] + 1
        )
        if not goes_on:
            self._run = None if start is None else (start, start)
            unchecked = source is self._base and self._error is None
            self._from_order = (self._in_order or unchecked) and start is not None
            if self._in_order:
                self._base, self._changes = source, []
        self._in_order = False

    def changed(self, start: int, end: int, added: int) -> None:
        """Take note of a change of the text; references that it touches are settled."""
        if self._run is not None:
            first, last = self._run
            self._run = min(first, start), max(last, end) + added - (end - start)
        joined(self._changes, (start, end, added))
        if self._to_check:
            move = Move(start, end, added - (end - start))
            standing = [one for one in self._to_check if one.end < start or one.start > end]
            self._to_check = move.moved(standing)

    def replaced(self, source: Source) -> None:
        """Begin with another text: nothing can be followed to it."""
        self._base, self._changes, self._to_check = source, [], []
        self._run = self._error = None

    def earlier(self) -> Earlier:
        """Return the earlier text as it is known now."""
        return Earlier(self._base, tuple(self._changes), self._error)

    def checked(self, source: Source, seen: NumbersSeen) -> None:
        """Take note of the numbers of the text as it is now."""
        if seen.state == BROKEN:
            self._error = seen.error
        self._in_order = seen.state == IN_ORDER
        if len(self._changes) > _MOST_CHANGES:
            self._base, self._changes = source, []
        if not self._in_order:
            return
        if self._error is not None and not self._from_order:
            self._base, self._changes = source, []
            places = {one.start for one in seen.to_check}
            self._to_check = [one for one in self._to_check if one.start not in places]
            self._to_check += seen.to_check
        self._error = None

    def accept(self, start: int) -> bool:
        """Take back the finding on the reference at an offset; tell whether there was one."""
        before = len(self._to_check)
        self._to_check = [one for one in self._to_check if one.start != start]
        return len(self._to_check) < before

    def findings(self) -> list[Diagnostic]:
        """Return the references to check, where they stand now."""
        return list(self._to_check)

    def items(
        self,
        uri: str,
        place: Place,
        capabilities: ClientCapabilities,
        page_of: Callable[[str], str],
    ) -> list[tuple[Diagnostic, dict[str, Any]]]:
        """Return the references to check, each with its form in the protocol."""
        return [
            (one, item_of(one, uri, place, capabilities, page_of(one.code)))
            for one in self._to_check
        ]
