"""A draft on the HTML page as a reader would see it, its findings beside it."""

from __future__ import annotations

import os

from reslint.draft import model
from reslint.reports.html_marks import by_paragraph, pieces
from reslint.reports.html_words import LANGUAGES, RIGHT_TO_LEFT, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reslint.draft.model import Draft, Paragraph
    from reslint.reports.html_cards import Findings
    from reslint.reports.html_marks import Span
    from reslint.reports.result import FileResult, Reported
    from reslint.source import Source

_MAX_SIZE = 20_000_000
"""Bytes of a draft that is shown as a whole: no browser shows a larger one usefully."""


def source_again(result: FileResult) -> Source | None:
    """The source that was checked, read again; None where it cannot be had or is another now.

    A result is small and may come from another process or machine: it does not carry the text.
    """
    from reslint.source import Source, UnreadableText, decode

    # A FIFO would wait for ever; only a plain file can be read twice.
    if result.errors and not result.language:
        return None
    if result.text:
        return Source(result.text, result.path)
    try:
        if not os.path.isfile(result.path) or os.path.getsize(result.path) > _MAX_SIZE:
            return None
        with open(result.path, "rb") as stream:
            source = decode(stream.read(), result.path)
    except (OSError, ValueError, UnreadableText):
        return None
    return source if all(_is_of(source, reported) for reported in result.reported) else None


def _is_of(source: Source, reported: Reported) -> bool:
    """Whether a finding's line stands in the source as it did when it was checked."""
    line = reported.line
    return (
        reported.diagnostic.end <= len(source.text)
        and line <= len(source.line_starts)
        and source.line_starts[line - 1] + reported.column - 1 == reported.diagnostic.start
        and source.line_text(line) == reported.line_text
    )


def draft_again(source: Source, result: FileResult) -> Draft | None:
    """The draft in a source, read as it was for the check; None for what is no resolution."""
    from reslint.draft.reading import read_draft

    plain = os.path.splitext(source.path)[1].lower() == ".txt"
    try:
        draft = read_draft(
            source,
            path_format="plain" if plain else "markdown",
            language=result.language if result.language in LANGUAGES else None,
        )
    except Exception:  # what broke the reader was said as an error of the file
        return None
    return draft if draft.paragraphs else None


def draft_rows(draft: Draft, findings: Findings, words: Mapping[str, str]) -> str:
    """A draft: its paragraphs in order, each with the cards of its findings, its notes last."""
    spans, whole = by_paragraph(draft, findings.spans(of_the_draft=False))
    carded: set[int] = set()
    rows: list[str] = []
    notes: list[str] = []
    numbers = {id(note.paragraph): (note.number, *note.number_span) for note in draft.notes}
    for index, paragraph in enumerate(draft.paragraphs):
        row = _row(paragraph, spans.get(index, []), findings, carded, numbers)
        (notes if paragraph.part == model.NOTE else rows).append(row)
    pages = "".join(rows)
    if notes:
        label = safe(words["notes"])
        pages += f'<section class="notes" aria-label="{label}">{"".join(notes)}</section>'
    direction = "rtl" if draft.language in RIGHT_TO_LEFT else "ltr"
    left = findings.spans(of_the_draft=True) + whole
    return (
        whole_rows([span[0] for span in left], findings, words)
        + f'<div class="draft" lang="{safe(draft.language)}" dir="{direction}">{pages}</div>'
    )


def whole_rows(numbers: list[int], findings: Findings, words: Mapping[str, str]) -> str:
    """The findings on the draft as a whole."""
    if not numbers:
        return ""
    badges = "".join(findings.badge(number) for number in numbers)
    return (
        f'<div class="row whole"><p>{safe(words["whole"])} {badges}</p>'
        f"{findings.cards(numbers)}</div>"
    )


def _row(
    paragraph: Paragraph,
    spans: list[Span],
    findings: Findings,
    carded: set[int],
    notes: dict[int, tuple[str, int, int]],
) -> str:
    """A paragraph and the cards of the findings that stand in no paragraph before it."""
    label = notes.get(id(paragraph))
    if label is None and paragraph.label is not None:
        label = (paragraph.label.text, paragraph.label.start, paragraph.label.end)
    shown = "".join(findings.piece(piece) for piece in pieces(paragraph, spans, label))
    numbers = [span[0] for span in spans if span[0] not in carded]
    carded.update(numbers)
    return f'<div class="row">{_element(paragraph, shown)}{findings.cards(numbers)}</div>'


def _element(paragraph: Paragraph, shown: str) -> str:
    """A paragraph in the element and class of its part."""
    part = paragraph.part
    heading = part in (model.TITLE, model.HEADING) or paragraph.blocks[0].kind == "heading"
    classes = ["p", part.replace(" ", "-")]
    if heading and part not in (model.TITLE, model.HEADING):
        classes.append("heading")
    if paragraph.level:
        classes.append(f"level-{min(paragraph.level, 4)}")
    if paragraph.label is not None:
        classes.append("labelled")
    role = ' role="heading" aria-level="3"' if heading else ""
    return f'<p class="{" ".join(classes)}"{role}>{shown}</p>'


def line_rows(result: FileResult, findings: Findings, words: Mapping[str, str]) -> str:
    """The lines with findings, where the draft itself cannot be shown."""
    if not result.reported:
        return ""
    whole = [span[0] for span in findings.spans(of_the_draft=True)]
    numbers = [span[0] for span in findings.spans(of_the_draft=False)]
    rows = [whole_rows(whole, findings, words)]
    if numbers:
        rows.append(f'<p class="unread">{safe(words["unread"])}</p>')
    for number in numbers:
        reported = result.reported[number - 1]
        line = reported.line_text
        start = reported.column - 1
        end = reported.end_column - 1 if reported.end_line == reported.line else len(line)
        marked = findings.marked(safe(line[start:end]), (number,), point=end <= start)
        rows.append(
            f'<div class="row"><p class="p raw" dir="auto"><span class="label" dir="ltr">'
            f"{reported.line}</span> {safe(line[:start])}{marked}{findings.badge(number)}"
            f"{safe(line[end:])}</p>{findings.cards([number])}</div>"
        )
    return f'<div class="draft lines">{"".join(rows)}</div>'
