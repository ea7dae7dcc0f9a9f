"""The label of the next paragraph, proposed when somebody presses Enter after one.

What follows is renumbered in the same step, with the references to it, so that one undo takes all
back. Enter after a label without a text takes the label away again, and what follows is counted
back. In doubt nothing is proposed: an edit that nobody asked for must never break a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.draft.model import OPERATIVE
from reslint.editor.next_label import (
    counted_on,
    is_named_by_letter,
    label_like,
    ordered_series,
)
from reslint.editor.places import paragraph_at
from reslint.editor.renaming import numbers_that_name
from reslint.facts.numbering import label_of, value_span
from reslint.text.diagnostics import Edit
from reslint.text.folding import COLONS, COMMAS, FULL_STOPS

if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.numbering import Series


_NEVER_FOLLOWED = tuple(FULL_STOPS + COLONS + COMMAS)
"""After the last full stop Enter ends the file."""
_KINDS = ("number", "letter", "roman")


def after_enter(draft: Draft, offset: int) -> list[Edit]:
    """Return the edits after a line end was typed; `offset` is the cursor, on the new line."""
    source = draft.source
    line = source.position(offset)[0]
    if not draft.is_resolution or draft.doubts or line < 2 or source.line_text(line).strip():
        return []
    end_of_line = source.line_span(line - 1)[1]
    before = source.text[source.line_span(line - 1)[0] : end_of_line].rstrip()
    if not before:
        return []
    paragraph = paragraph_at(draft, source.line_span(line - 1)[0] + len(before))
    if paragraph is None or not _is_counted(draft, paragraph, line - 1):
        return []
    series = ordered_series(draft, paragraph)
    if series is None:
        return []
    label = label_of(paragraph)
    following = _following(series, paragraph)
    if label.kind != "number" and following and is_named_by_letter(draft, paragraph):
        return []
    if not any(map(str.isalnum, paragraph.text)):
        return _without_label(draft, paragraph, following, offset)
    if paragraph.text.rstrip().endswith(_NEVER_FOLLOWED) or paragraph.children:
        return []  # its items would become those of the new paragraph
    if _would_take_in(draft, line, following):
        return []
    new_label = label_like(draft, paragraph, label.value + 1)
    if not new_label:
        return []
    edits = counted_on(draft, following, 1)
    if edits is None:
        return []
    gap = _line_end(draft) if _has_blank_lines(draft, paragraph) else ""
    start = source.line_span(line)[0]
    edits.append(Edit(start, offset, gap + new_label))
    return sorted(edits, key=lambda edit: edit.start)


def _would_take_in(draft: Draft, line: int, following: list[Paragraph]) -> bool:
    """Tell whether the text right below a line would belong to a paragraph that begins on it."""
    source = draft.source
    if line >= len(source.line_starts) or not source.line_text(line + 1).strip():
        return False
    return not following or source.position(value_span(following[0])[0])[0] != line + 1


def _without_label(
    draft: Draft, paragraph: Paragraph, following: list[Paragraph], offset: int
) -> list[Edit]:
    """Return the edits that take away a label without a text, and the line end typed after it."""
    if paragraph.text.strip() or paragraph.markers or numbers_that_name(draft, {paragraph}):
        return []
    edits = counted_on(draft, following, -1)
    if edits is None:
        return []
    start = draft.source.line_span(draft.source.position(paragraph.start)[0])[0]
    return sorted([*edits, Edit(start, offset, "")], key=lambda edit: edit.start)


def _is_counted(draft: Draft, paragraph: Paragraph, line: int) -> bool:
    """Tell whether a paragraph has a label that may be counted on from, and ends on a line."""
    label = paragraph.label
    if paragraph.part != OPERATIVE or label is None or label.kind not in _KINDS:
        return False
    if label.suffix or not label.certain or paragraph.stray:
        return False  # emphasis that is open goes on below
    return draft.source.position(paragraph.end)[0] == line


def _following(series: Series, paragraph: Paragraph) -> list[Paragraph]:
    return series.items[series.items.index(paragraph) + 1 :]


def _has_blank_lines(draft: Draft, paragraph: Paragraph) -> bool:
    """Tell whether a blank line stands between a paragraph and the one before it."""
    lines = draft.source.text[: paragraph.start].replace("\r\n", "\n").split("\n")
    return len(lines) < 2 or not lines[-2].strip()


def _line_end(draft: Draft) -> str:
    return "\r\n" if "\r\n" in draft.source.text[:10_000] else "\n"
