"""A comparison of versions: its rows, and what was found in them."""

from __future__ import annotations

from reslint.concordance.lengths import Lengths
from reslint.draft.model import TABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.concordance.memory import Details, Memory
    from reslint.concordance.model import Difference, Moves, Row, Version


class Comparison:
    """The versions of one draft, aligned.

    `reference` is the version that is right where no majority tells; `body` and `notes` are the
    rows of text and of notes; `in_doubt` says that too little of the text was aligned for details
    to be compared; `unlike` are versions that have too little in common with the others, and
    are not among the `versions`; `memory` keeps what an edit does not touch.
    """

    __slots__ = (
        "_details",
        "_lengths",
        "body",
        "differences",
        "in_doubt",
        "memory",
        "moves",
        "notes",
        "reference",
        "unlike",
        "versions",
    )

    def __init__(self, versions: list[Version], reference: Version, memory: Memory) -> None:
        self.versions = versions
        self.unlike: list[Version] = []
        self.reference = reference
        self.memory = memory
        self.body: list[Row] = []
        self.notes: list[Row] = []
        self.in_doubt = False
        self.differences: dict[str, list[Difference]] = {}  # by the code of the rule
        self.moves: Moves | None = None  # see `moves.moves`
        self._details: list[tuple[Row, Details]] | None = None
        self._lengths: Lengths | None = None

    def details(self) -> list[tuple[Row, Details]]:
        """The rows whose details are compared, with what is known of those."""
        if self._details is None:
            self._details = []
            if not self.in_doubt:
                # The place of a table tells its counterpart, whatever its figures.
                self._details = [
                    (row, self.memory.details(row))
                    for row in self.rows()
                    if len(row) > 1 and (not row.doubtful or row.first().part == TABLE)
                ]
        return self._details

    def lengths(self) -> Lengths:
        """The lengths of the rows whose details are compared."""
        if self._lengths is None:
            self._lengths = Lengths(row for row, _ in self.details())
        return self._lengths

    def rows(self) -> list[Row]:
        """The rows of text, then those of the notes."""
        return [*self.body, *self.notes]
