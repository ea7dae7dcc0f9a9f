"""A label that lost its stop, taken off its paragraph."""

from __future__ import annotations

from reslint.blocks.model import Label
from reslint.draft.joining import start_paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Paragraph


def take_lost_label(paragraph: Paragraph, digits: str) -> None:
    """Turns the number a paragraph opens with (`5 Encourages`) into its label."""
    block = paragraph.blocks[0]
    text = block.plain.text
    at = text.index(digits)
    end = at + len(digits)
    body = end + len(text[end:]) - len(text[end:].lstrip(" \u00a0"))
    label = Label("number", digits, int(digits), "N", body=body, value_span=(at, end))
    label.start, label.end = block.plain.source_span(at, end)
    again = start_paragraph(paragraph.part, block, label)
    paragraph.label = label
    paragraph.plain = again.plain
    paragraph.text = again.text
    paragraph.emphases = again.emphases
    paragraph.markers = again.markers
    paragraph.links = again.links
