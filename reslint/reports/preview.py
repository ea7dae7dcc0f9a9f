"""A draft as it is printed: emphasis, numbers, notes at the foot, findings where the mouse rests.

`reslint preview` writes it as a page; editors show the same markup with the same style.
"""

from __future__ import annotations

from markupsafe import Markup

from reslint.draft.model import NOTE
from reslint.reports.html import digest, environment, own_file
from reslint.reports.html_draft import Findings, Row, rows_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Diagnostic


class Preview:
    """What the template shows of a draft.

    rows      its paragraphs, each with its line (from 0)
    notes     its notes, each with its line and number
    findings  the findings, for the marks on them
    """

    __slots__ = ("direction", "findings", "language", "notes", "rows")

    def __init__(self, draft: Draft, findings: Findings) -> None:
        self.language = draft.language
        self.direction = draft.vocabulary.direction
        self.findings = findings
        self.rows: list[tuple[Row, int]] = []
        self.notes: list[tuple[Row, int, str]] = []
        numbers = {id(note.paragraph): note.number for note in draft.notes}
        for paragraph, row in rows_of(draft, findings)[0].items():
            line = draft.source.position(paragraph.start)[0] - 1
            if paragraph.part == NOTE:
                self.notes.append((row, line, numbers.get(id(paragraph), "")))
            else:
                self.rows.append((row, line))


def preview(draft: Draft, diagnostics: Sequence[Diagnostic], language: str) -> str:
    """Return the markup of a draft; `language` is that of the messages.

    The diagnostics have lines and columns already.
    """
    shown = Preview(draft, Findings(1, diagnostics, language, draft.source.text))
    return environment(language).get_template("preview.html.j2").render(draft=shown)


def preview_page(draft: Draft, diagnostics: Sequence[Diagnostic], language: str, title: str) -> str:
    """Return a whole page with the markup and its style; nothing is loaded from elsewhere."""
    style = own_file("preview.css")
    return (
        environment(language)
        .get_template("preview_page.html.j2")
        .render(
            draft=draft_facts(draft),
            title=title,
            style=Markup(style),
            digest=digest(style),
            body=Markup(preview(draft, diagnostics, language)),
        )
    )


def draft_facts(draft: Draft) -> dict[str, str]:
    """Return the language and direction of a page."""
    return {"language": draft.language, "direction": draft.vocabulary.direction}
