"""Renumber a series of operative paragraphs, and the references to them."""

from __future__ import annotations

import re

from reslint.citations.finder import citations
from reslint.facts.numbering import label_of, value_span, written, written_value
from reslint.facts.references import bare_references, references, targets
from reslint.text.diagnostics import LEFT_BY_FIX, Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph, Resolution
    from reslint.facts.numbering import LabelError, Series
    from reslint.facts.references import Reference


def is_struck(draft: Draft, series: Series, error: LabelError) -> bool:
    """Whether the numbers that are missing stand in text above that was struck out or deleted."""
    place = series.items.index(error.paragraph)
    if not place or not label_of(error.paragraph).part:
        return False
    between = draft.source.text[series.items[place - 1].end : error.paragraph.start]
    written = {int(number) for number in re.findall(r"(?<!\w)[^\W\d]{0,3}([0-9]{1,3})\b", between)}
    return written.issuperset(range(error.before + 1, label_of(error.paragraph).value))


def renumbering(
    draft: Draft, resolution: Resolution, series: Series, *, less: int = 0
) -> tuple[tuple[Edit, ...], tuple[tuple[int, int, str], ...]]:
    """The edits that renumber a series, and the references that are left to the drafter.

    `less` is taken from all numbers of the series.
    """
    edits: list[Edit] = []
    doubtful: list[tuple[int, int, str]] = []
    changed: dict[Paragraph, int] = {}
    for paragraph, right in zip(series.items, series.numbers, strict=True):
        label, number = label_of(paragraph), right - less
        if label.value != number or (label.suffix and series.errors):
            if label.suffix and label.value == number:
                continue
            changed[paragraph] = number
            start, end = value_span(paragraph, with_suffix=True)
            text = written(label, number, written_value(paragraph))
            if not text:
                return (), ()
            edits.append(Edit(start, end, text))
    named = {label_of(paragraph).value for paragraph in changed} | set(changed.values())
    sure: set[tuple[int, int]] = set()
    for reference in references(draft):
        if reference.paragraph.resolution is not resolution or reference.number not in named:
            continue
        start, end = reference.paragraph.source_span(*reference.number_span)
        sure.add((start, end))
        target = targets(draft).resolved(reference)
        if target is None:
            doubtful.append((start, end, LEFT_BY_FIX))
        elif changed.get(target, reference.number) != reference.number:
            edits.append(Edit(start, end, str(changed[target])))
    for reference in _bare_references(draft, resolution):
        span = reference.paragraph.source_span(*reference.number_span)
        if reference.number in named and span not in sure:
            doubtful.append((*span, LEFT_BY_FIX))
    return tuple(edits), tuple(sorted(doubtful))


def _bare_references(draft: Draft, resolution: Resolution) -> Iterator[Reference]:
    """References that do not say whose they are, where no other text is cited beside them."""
    citing = {citation.paragraph for citation in citations(draft).citations}
    for paragraph in draft.paragraphs:
        if paragraph.resolution is resolution and paragraph not in citing:
            yield from bare_references(draft, paragraph)
