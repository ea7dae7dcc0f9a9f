"""The HTML page of `reslint concordance`: the versions of a draft side by side, row by row.

It is the page of `html.py`, with a group of versions in the place of a draft.
"""

from __future__ import annotations

from reslint.language.language import language as find_language
from reslint.language.loading import languages
from reslint.reports import html
from reslint.reports.html_draft import Findings, Row, rows_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.draft.model import Draft, Paragraph
    from reslint.linting.results import FileResult


class Cell:
    """A paragraph of one version in a row; `row` is None where the version has none."""

    __slots__ = ("row", "version")

    def __init__(self, version: Column, row: Row | None) -> None:
        self.version = version
        self.row = row


class Column:
    """A version: what stands at the head of its column, and its findings."""

    __slots__ = ("_shown", "by_severity", "direction", "findings", "language", "name", "path")

    def __init__(
        self, number: int, name: str, result: FileResult, draft: Draft, language: str
    ) -> None:
        self.path = result.path
        self.language = draft.language
        self.direction = draft.vocabulary.direction
        own = find_language(draft.language).name if draft.language in languages() else name
        self.name = own if name == draft.language else f"{own} ({name})"
        self.by_severity = html.counts(result.diagnostics)
        self.findings = Findings(number, result.diagnostics, language, draft.source.text)
        self._shown, _ = rows_of(draft, self.findings)

    def row(self, paragraph: Paragraph | None) -> Row | None:
        """A paragraph as it is shown."""
        return None if paragraph is None else self._shown.get(paragraph)


class Report(html.Report):
    """Format `html` of a comparison."""

    def group(
        self,
        key: str,
        versions: Sequence[tuple[str, FileResult, Draft]],
        rows: Sequence[Sequence[Paragraph | None]],
    ) -> str:
        """One group: `versions` are names, results and drafts; each row has a paragraph of each."""
        columns = []
        for name, result, draft in versions:
            number = self.count(result)
            columns.append(Column(number, name, result, draft, self.language))
        shown = [
            [Cell(column, column.row(one)) for column, one in zip(columns, row, strict=True)]
            for row in rows
        ]
        return self.begun() + self.templates.get_template("group.html.j2").render(
            key=key,
            number=len(columns) and self.number - len(columns) + 1,
            columns=columns,
            rows=shown,
            total=sum(len(column.findings) for column in columns),
        )
