"""Tell headings with automatic numbers from paragraphs with automatic numbers.

Word has heading styles whose numbers are automatic (`1. General`), and drafters take the same
styles for operative paragraphs. What all paragraphs of a style look like tells them apart: the
headings are short, of one look, and none ends as a paragraph does.
"""

from __future__ import annotations

from reslint.documents.line_breaks import ends
from reslint.documents.pieces import TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.pieces import Paragraph

_LONGEST = 100
"""Characters of a heading with an automatic number."""


class NumberedHeadings:
    """The paragraphs with an automatic number whose style has an outline level."""

    def __init__(self) -> None:
        self._of_styles: dict[str, list[tuple[Paragraph, int]]] = {}

    def add(self, paragraph: Paragraph, style: str, heading: int) -> None:
        """Remember a paragraph, and the level of the heading that it may be."""
        self._of_styles.setdefault(style, []).append((paragraph, heading))

    def settle(self) -> None:
        """Make headings of the paragraphs of each style all of which look like headings."""
        for found in self._of_styles.values():
            if all(_looks_like_heading(paragraph) for paragraph, _ in found):
                for paragraph, heading in found:
                    paragraph.heading = heading
        self._of_styles.clear()


def _looks_like_heading(paragraph: Paragraph) -> bool:
    words = [piece for piece in paragraph.pieces if piece.kind == TEXT and piece.text.strip()]
    if not words or ends(paragraph.pieces):
        return False
    length = sum(len(piece.text) for piece in words)
    return length <= _LONGEST and len({piece.look for piece in words}) == 1
