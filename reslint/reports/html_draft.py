"""What the HTML page shows of one draft: its paragraphs, and the findings beside them.

The classes here hold what the templates read; the templates write the HTML and escape every text.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft import model
from reslint.reports.html_pieces import POINT, TEXT, Piece, by_paragraph, pieces
from reslint.reports.places import place_in
from reslint.text.diagnostics import SEVERITIES, place_in_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.draft.model import Draft, Paragraph
    from reslint.reports.html_pieces import Span
    from reslint.text.diagnostics import Diagnostic


_LONGEST_CHANGE = 90
"""Characters: a longer change is better read in the draft."""
# Words of Hebrew, Arabic and similar scripts, with the marks that emphasize them.
_STRONG = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RIGHT_TO_LEFT_WORDS = expression(
    rf"([(*_]*[{_STRONG}](?:[^“”«»\"(),:A-Za-z]*[{_STRONG}])?[)*_…]*)"
)


# Findings -----------------------------------------------------------------------------------------


class ShownFinding:
    """A finding as its badge and its card show it.

    `number` counts the findings of a file from 1; `mark_id` and `card_id` are the ids of badge and
    card. `change` is the short text that the fix edits, before and after, None where there is none.
    """

    __slots__ = (
        "card_id",
        "change",
        "code",
        "column",
        "fix",
        "has_line",
        "line",
        "mark_id",
        "message",
        "message_pieces",
        "number",
        "paragraph",
        "related",
        "severity",
    )

    def __init__(
        self, file: int, number: int, diagnostic: Diagnostic, language: str, text: str | None
    ) -> None:
        self.number = number
        self.card_id = f"f{file}-{number}"
        self.mark_id = f"m{file}-{number}"
        self.code = diagnostic.code
        self.severity = diagnostic.severity
        self.message = diagnostic.message
        # Every second piece is what the pattern found: it keeps its place in the line.
        self.message_pieces = [
            (piece, index % 2 == 1)
            for index, piece in enumerate(_RIGHT_TO_LEFT_WORDS.split(diagnostic.message))
        ]
        self.line, self.column = place_in_file(diagnostic)[:2]
        self.has_line = diagnostic.origin is None or "line" in diagnostic.origin
        self.paragraph = place_in(diagnostic.paragraph, language)
        self.related = [(other.message, other.line, other.column) for other in diagnostic.related]
        self.fix = diagnostic.fix
        self.change = None if self.fix is None or text is None else _change(text, diagnostic)

    def place(self, word_for_line: str) -> str:
        """Where it is: line and column, and the paragraph as a drafter names it.

        A Word file has no lines: there the paragraph says it all.
        """
        if self.paragraph and not self.has_line:
            return self.paragraph
        line = f"{word_for_line} {self.line}:{self.column}"
        return f"{line} · {self.paragraph}" if self.paragraph else line


class Mark:
    """The mark on a piece of text: its most serious severity, and the cards it belongs to."""

    __slots__ = ("cards", "is_point", "severity", "title")

    def __init__(self, found: Sequence[ShownFinding], *, is_point: bool) -> None:
        self.severity = min((one.severity for one in found), key=SEVERITIES.index)
        self.cards = " ".join(one.card_id for one in found)
        self.title = "\n".join(f"{one.code}: {one.message}" for one in found)
        self.is_point = is_point


class Findings:
    """The findings of a file, numbered from 1; `text` is the source, None where it is unknown.

    Those `on_the_whole` are reslint's own on the draft as such, without a place; `spans` has the
    number and source span of all others.
    """

    __slots__ = ("_all", "on_the_whole", "spans")

    def __init__(
        self, file: int, diagnostics: Sequence[Diagnostic], language: str, text: str | None = None
    ) -> None:
        self._all = [
            ShownFinding(file, number, one, language, text)
            for number, one in enumerate(diagnostics, 1)
        ]
        self.on_the_whole: list[ShownFinding] = []
        self.spans: list[Span] = []
        for diagnostic, shown in zip(diagnostics, self._all, strict=True):
            if diagnostic.code.startswith("TOOL") and diagnostic.start == diagnostic.end == 0:
                self.on_the_whole.append(shown)
            else:
                self.spans.append((shown.number, diagnostic.start, diagnostic.end))

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, number: int) -> ShownFinding:
        """The finding with this number, from 1."""
        return self._all[number - 1]

    def mark(self, piece: Piece) -> Mark | None:
        """The mark on a piece, None for a piece without findings."""
        if not piece.findings:
            return None
        found = [self[number] for number in piece.findings]
        return Mark(found, is_point=piece.kind == POINT)


class Change:
    """A stretch of source text before and after a fix, white space squeezed; either may be ""."""

    __slots__ = ("after", "before")

    def __init__(self, before: str, after: str) -> None:
        self.before = before
        self.after = after


def _change(text: str, diagnostic: Diagnostic) -> Change | None:
    """The stretch that the fix of a finding edits; None if it is long or seems unchanged."""
    assert diagnostic.fix is not None
    edits = sorted(diagnostic.fix.edits, key=lambda edit: (edit.start, edit.end))
    if not edits:
        return None
    start = min(edits[0].start, max(diagnostic.start, edits[0].start - 30))
    end = max(edits[-1].end, min(diagnostic.end, edits[-1].end + 30))
    if end - start > _LONGEST_CHANGE or sum(len(edit.text) for edit in edits) > _LONGEST_CHANGE:
        return None
    parts, at = [], start
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    parts.append(text[at:end])
    before, after = (" ".join(part.split()) for part in (text[start:end], "".join(parts)))
    return None if before == after else Change(before, after)


# Drafts -------------------------------------------------------------------------------------------


class Row:
    """A paragraph and the findings whose cards are beside it."""

    __slots__ = ("classes", "findings", "is_heading", "pieces")

    def __init__(
        self, paragraph: Paragraph, shown: list[Piece], findings: list[ShownFinding]
    ) -> None:
        part = paragraph.part
        self.is_heading = (
            part in (model.TITLE, model.HEADING) or paragraph.blocks[0].kind == "heading"
        )
        classes = ["p", part.replace(" ", "-")]
        if self.is_heading and part not in (model.TITLE, model.HEADING):
            classes.append("heading")
        if paragraph.level:
            classes.append(f"level-{min(paragraph.level, 4)}")
        if paragraph.label is not None:
            classes.append("labelled")
        self.classes = " ".join(classes)
        self.pieces = shown
        self.findings = findings


def rows_of(draft: Draft, findings: Findings) -> tuple[dict[Paragraph, Row], list[ShownFinding]]:
    """Return the paragraphs of a draft as they are shown, and the findings in none of them.

    A finding that spans several paragraphs has its card beside the first.
    """
    spans, without_paragraph = by_paragraph(draft, findings.spans)
    numbers = {id(note.paragraph): (note.number, *note.number_span) for note in draft.notes}
    with_card: set[int] = set()
    rows: dict[Paragraph, Row] = {}
    for index, paragraph in enumerate(draft.paragraphs):
        label = numbers.get(id(paragraph))
        if label is None and paragraph.label is not None:
            label = (paragraph.label.text, paragraph.label.start, paragraph.label.end)
        here = spans.get(index, [])
        new = [number for number, _, _ in here if number not in with_card]
        with_card.update(new)
        found = [findings[one] for one in new]
        rows[paragraph] = Row(paragraph, pieces(paragraph, here, label), found)
    return rows, [findings[one[0]] for one in without_paragraph]


class ShownDraft:
    """A draft: its paragraphs in order, its notes, and the findings that belong to neither."""

    __slots__ = ("direction", "language", "notes", "on_the_whole", "rows")

    def __init__(self, draft: Draft, findings: Findings) -> None:
        self.language = draft.language
        self.direction = draft.vocabulary.direction
        self.rows: list[Row] = []
        self.notes: list[Row] = []
        rows, without_paragraph = rows_of(draft, findings)
        self.on_the_whole = findings.on_the_whole + without_paragraph
        for paragraph, row in rows.items():
            (self.notes if paragraph.part == model.NOTE else self.rows).append(row)


class Line:
    """A source line with one finding, for files whose draft cannot be shown."""

    __slots__ = ("after", "before", "finding", "piece")

    def __init__(self, diagnostic: Diagnostic, finding: ShownFinding) -> None:
        line = diagnostic.line_text
        start = diagnostic.column - 1
        end = diagnostic.end_column - 1 if diagnostic.end_line == diagnostic.line else len(line)
        self.before = line[:start]
        self.piece = Piece(POINT if end <= start else TEXT, line[start:end], (finding.number,))
        self.after = line[end:]
        self.finding = finding


def lines_of(diagnostics: Sequence[Diagnostic], findings: Findings) -> list[Line]:
    """The lines of all findings that have a place."""
    return [Line(diagnostics[number - 1], findings[number]) for number, _, _ in findings.spans]
