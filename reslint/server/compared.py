"""What a comparison with other versions found in an open document, kept while it is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.linting.standing import Move
from reslint.server.positions import range_of

if TYPE_CHECKING:
    from typing import Any

    from reslint.server.positions import Place
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source


class Compared:
    """What a comparison with other versions found in a document that had the text of `source`.

    Each finding has its form in the protocol beside it.
    """

    __slots__ = ("found", "source")

    def __init__(self, source: Source, found: list[tuple[Diagnostic, dict[str, Any]]]) -> None:
        self.source = source
        self.found = found

    def at(self, source: Source, place: Place) -> list[tuple[Diagnostic, dict[str, Any]]]:
        """The findings where they stand in a later text; those touched by edits are left out."""
        if source is self.source or not self.found:
            return self.found
        move = Move.between(self.source.text, source.text)
        placed = []
        for one, item in self.found:
            if one.end <= move.start:
                placed.append((one, item))
            elif one.start >= move.end:
                [later] = move.moved([one])
                where = range_of(place, later.start, later.end)
                placed.append((later, {**item, "range": where}))
        return placed
