"""Labels like those of a draft with another number, and what follows counted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.data.patterns import expression
from reslint.editor.renaming import numbers_that_name
from reslint.facts.numbering import label_of, numbering, value_span, written, written_value
from reslint.facts.references import references, targets
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.numbering import Series


_AFTER_LABEL = expression(r"(?P<marks>\*{0,3}|_{0,3})(?P<gap>[ \t\u00a0\u3000]+)")


def ordered_series(draft: Draft, paragraph: Paragraph) -> Series | None:
    """Return the series in which a paragraph counts, None if it has errors."""
    found = numbering(draft)
    for series in (*found.operative, *found.lists):
        if paragraph in series.items:
            return None if series.errors else series
    return None


def label_like(draft: Draft, paragraph: Paragraph, number: int) -> str:
    """Return the start of a line with a label like that of a paragraph, with another number.

    It holds the indent, the marks of emphasis and the space; "" if one of them is not known.
    """
    label, text = label_of(paragraph), draft.source.text
    start, end = value_span(paragraph)
    value = written(label, number, written_value(paragraph))
    after = _AFTER_LABEL.match(text, label.end)
    opened = text[paragraph.start : label.start].strip()
    if not value or after is None or opened != after["marks"]:
        return ""
    line_start = draft.source.line_span(draft.source.position(paragraph.start)[0])[0]
    return text[line_start:start] + value + text[end : after.end()]


def counted_on(draft: Draft, following: list[Paragraph], by: int) -> list[Edit] | None:
    """Return the edits that add `by` to the numbers of paragraphs and of references to them.

    None if one cannot be written.
    """
    edits = []
    for paragraph in following:
        label = label_of(paragraph)
        value = written(label, label.value + by, written_value(paragraph))
        if not value:
            return None
        edits.append(Edit(*value_span(paragraph), value))
    if following and label_of(following[0]).kind == "number" and not following[0].level:
        named = numbers_that_name(draft, set(following))
        edits += [Edit(*span, str(label_of(one).value + by)) for span, one in named.items()]
    return edits


def is_named_by_letter(draft: Draft, paragraph: Paragraph) -> bool:
    """Tell whether a reference names an item under the numbered paragraph that holds this one."""
    top = paragraph
    while top.parent is not None:
        top = top.parent
    where = targets(draft)
    return any(one.letters and where.resolved(one) in (top, None) for one in references(draft))
