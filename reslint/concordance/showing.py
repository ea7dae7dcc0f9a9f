"""A comparison as rows of paragraphs, for the page that shows the versions side by side."""

from __future__ import annotations

from itertools import zip_longest

from reslint.draft.model import CLOSING, MASTHEAD, TITLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row
    from reslint.concordance.running import GroupOutcome
    from reslint.draft.model import Draft, Paragraph
    from reslint.linting.results import FileResult


def versions_of(
    outcome: GroupOutcome, comparison: Comparison
) -> list[tuple[str, FileResult, Draft]]:
    """The name, result and draft of each version that was compared."""
    results = {result.path: result for result in outcome.results}
    return [(version.name, results[version.path], version.draft) for version in comparison.versions]


def rows_of(comparison: Comparison) -> list[list[Paragraph | None]]:
    """The paragraphs row by row, one of each version or None: masthead, text, closing, notes."""
    return [
        *_beside(comparison, MASTHEAD, TITLE),
        *(_row(comparison, row) for row in comparison.body),
        *_beside(comparison, CLOSING),
        *(_row(comparison, row) for row in comparison.notes),
    ]


def _row(comparison: Comparison, row: Row) -> list[Paragraph | None]:
    found: list[Paragraph | None] = []
    for version in comparison.versions:
        unit = row.cells.get(version)
        found.append(None if unit is None else unit.paragraph)
    return found


def _beside(comparison: Comparison, *parts: str) -> list[list[Paragraph | None]]:
    columns = [version.draft.part(*parts) for version in comparison.versions]
    return [list(row) for row in zip_longest(*columns)]
