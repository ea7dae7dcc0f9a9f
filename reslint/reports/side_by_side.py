"""The HTML page of `reslint concordance`: the versions of a draft side by side, row by row.

It is the page of `html.py`, with a group of versions in the place of a draft.
"""

from __future__ import annotations

from reslint.draft.model import TABLE
from reslint.language.language import language as find_language
from reslint.language.loading import languages
from reslint.reports import html
from reslint.reports.html_draft import Findings, Row, rows_of
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.draft.model import Draft, Paragraph
    from reslint.linting.results import FileResult


class Cell:
    """A paragraph of one version in a row; `row` is None where the version has none.

    `table` has the rows of a table, each a list of texts; [] for another paragraph.
    """

    __slots__ = ("row", "table", "version")

    def __init__(self, version: Column, row: Row | None, table: list[list[str]]) -> None:
        self.version = version
        self.row = row
        self.table = table


class Column:
    """A version: what stands at the head of its column, and its findings."""

    __slots__ = (
        "_shown",
        "_source",
        "by_severity",
        "direction",
        "findings",
        "language",
        "name",
        "path",
    )

    def __init__(
        self, number: int, name: str, result: FileResult, draft: Draft, language: str
    ) -> None:
        self.path = escaped(result.path)
        self.language = draft.language
        self.direction = draft.vocabulary.direction
        own = find_language(draft.language).name if draft.language in languages() else name
        self.name = own if name == draft.language else f"{own} ({name})"
        self.by_severity = html.counts(result.diagnostics)
        self.findings = Findings(number, result.diagnostics, language, draft.source.text)
        self._shown, _ = rows_of(draft, self.findings)
        self._source = draft.source.text

    def cell(self, paragraph: Paragraph | None) -> Cell:
        """A paragraph as it is shown."""
        if paragraph is None:
            return Cell(self, None, [])
        table: list[list[str]] = []
        if paragraph.part == TABLE and not paragraph.text:
            lines = self._source[paragraph.start : paragraph.end].splitlines()
            table = [
                [cell.strip() for cell in line.strip().strip("|").split("|")]
                for line in lines
                if line.strip("|-: \t")
            ]
        return Cell(self, self._shown.get(paragraph), table)


class Report(html.Report):
    """Format `html` of a comparison."""

    title = "concordance"

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
            [column.cell(one) for column, one in zip(columns, row, strict=True)] for row in rows
        ]
        return self.begun() + self.templates.get_template("group.html.j2").render(
            key=key,
            number=len(columns) and self.number - len(columns) + 1,
            columns=columns,
            rows=shown,
            total=sum(len(column.findings) for column in columns),
        )
