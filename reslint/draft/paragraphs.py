"""Paragraphs from blocks: pieces that a page break or a note parted become one text again."""

from __future__ import annotations

from reslint.blocks.model import PlainText
from reslint.draft.model import Paragraph
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block, Label


def start_paragraph(part: str, block: Block, label: Label | None) -> Paragraph:
    """A paragraph made of one block, its label (None to leave it in the text) taken off."""
    cut = label.body if label else 0
    paragraph = Paragraph(part, _from(block.plain, cut), [block])
    paragraph.label = label
    _take_marks(paragraph, block, cut, 0)
    return paragraph


def continue_paragraph(paragraph: Paragraph, block: Block) -> None:
    """Joins a further block to a paragraph."""
    text = paragraph.text
    stuck = bool(text) and _sticks(text, block.plain.text)
    stripped = text.rstrip(SPACES)
    runs = paragraph.plain.runs if len(paragraph.blocks) > 1 else list(paragraph.plain.runs)
    while runs and runs[-1][0] >= len(stripped):
        runs.pop()
    if runs:
        start, source, length = runs[-1]
        following = len(stripped) - start
        runs[-1] = (start, source, min(length, following) if following < length else length)
    shift = len(stripped)
    joined = stripped
    if not stuck and stripped:
        # The space between the pieces stands nowhere in the source: an empty run at the seam.
        runs.append((shift, runs[-1][1] + runs[-1][2] if runs else 0, 0))
        shift += 1
        joined += " "
    runs.extend((start + shift, source, length) for start, source, length in block.plain.runs)
    joined += block.plain.text
    paragraph.plain = PlainText(joined, runs)
    paragraph.text = joined
    paragraph.joints.append(shift)
    paragraph.blocks.append(block)
    _take_marks(paragraph, block, 0, shift)


def _from(plain: PlainText, cut: int) -> PlainText:
    """The plain text from offset `cut` on."""
    if not cut:
        return plain
    runs: list[tuple[int, int, int]] = []
    for index, (start, source, length) in enumerate(plain.runs):
        end = plain.runs[index + 1][0] if index + 1 < len(plain.runs) else len(plain.text)
        if end <= cut:
            continue
        if start >= cut:
            runs.append((start - cut, source, length))
        elif length == end - start:
            runs.append((0, source + cut - start, end - cut))
        else:
            runs.append((0, source, length))
    if not runs:
        runs = [(0, plain.source_end(len(plain.text)), 0)]
    return PlainText(plain.text[cut:], runs)


def _take_marks(paragraph: Paragraph, block: Block, cut: int, shift: int) -> None:
    """Takes over emphasis, markers and links of a block whose text lies at `shift`."""
    by = shift - cut
    for emphasis in block.emphases:
        if emphasis.end > cut:
            moved = emphasis.shifted(by)
            moved.start = max(moved.start, shift)
            paragraph.emphases.append(moved)
    for marker in block.markers:
        moved_marker = marker.shifted(by)
        moved_marker.at = max(moved_marker.at, shift)
        paragraph.markers.append(moved_marker)
    for link in block.links:
        if link.end > cut:
            moved_link = link.shifted(by)
            moved_link.start = max(moved_link.start, shift)
            paragraph.links.append(moved_link)
    paragraph.stray.extend(block.stray)


def _sticks(before: str, after: str) -> bool:
    """Whether two pieces join without a space: Chinese text."""
    return bool(after) and before[-1] >= "\u2e80" and after[0] >= "\u2e80"
