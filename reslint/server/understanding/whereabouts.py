"""From an offset of the source to the paragraph that stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph

Span = tuple[int, int]
"""Start and end of a place in the source, in code points; the end is exclusive."""


def paragraph_at(draft: Draft, offset: int) -> Paragraph | None:
    """The paragraph in one of whose pieces an offset lies, its very end included, or None.

    Where one paragraph ends and the next starts at the offset, the one that starts there.
    """
    found = None
    for paragraph in draft.paragraphs:
        for block in paragraph.blocks:
            if block.start <= offset < block.end:
                return paragraph
            if block.end == offset:
                found = paragraph
    return found


def touches(span: Span, offset: int) -> bool:
    """Whether an offset lies in a span or right after it, where a cursor stands after typing."""
    return span[0] <= offset <= span[1]
