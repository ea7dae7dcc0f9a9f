"""Make paragraphs of blocks, and join blocks that a page break or a note separated."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from reslint.blocks.model import Block, JoinedText, PlainText
from reslint.draft.model import Paragraph
from reslint.text.folding import INVISIBLE, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.draft.model import Part


_START = itemgetter(0)


def start_paragraph(part: Part, block: Block, label: Label | None) -> Paragraph:
    """Make a paragraph of one block without its label; None leaves the label in the text."""
    cut = label.body if label else 0
    paragraph = Paragraph(part, _cut_start(block.plain, cut), [block])
    paragraph.label = label
    _add_marks(paragraph, block, cut, 0)
    return paragraph


def paragraph_of(part: Part, blocks: list[Block], label: Label | None) -> Paragraph:
    """Make a paragraph of one block or of several, the first without its label."""
    paragraph = start_paragraph(part, blocks[0], label)
    for block in blocks[1:]:
        continue_paragraph(paragraph, block)
    return paragraph


def continue_paragraph(paragraph: Paragraph, block: Block) -> None:
    """Join another block to the end of a paragraph, with a space unless both are Chinese."""
    text = paragraph.text
    # Chinese text goes on without a space.
    unspaced = text[-1:] >= "\u2e80" and block.plain.text[:1] >= "\u2e80"
    stripped = text.rstrip(SPACES)
    added = block.plain
    runs, parts = paragraph.plain.parts()
    while runs and runs[-1][0] >= len(stripped):
        runs.pop()
    while parts and parts[-1][0] >= max(len(runs), 1):
        parts.pop()
    if runs:
        start, source, length = runs[-1]
        if length == len(text) - start:  # else one character of another length in the source
            runs[-1] = (start, source, len(stripped) - start)
    shift = len(stripped)
    joined = stripped
    if not unspaced and stripped:
        # The space between the texts is not in the source: an empty run maps it to the joint.
        runs.append((shift, runs[-1][1] + runs[-1][2] if runs else 0, 0))
        shift += 1
        joined += " "
    parts.append((len(runs), added.anchor, added.anchor.offset))
    runs.extend((start + shift, source, length) for start, source, length in added.runs)
    joined += added.text
    paragraph.plain = JoinedText(joined, runs, parts)
    paragraph.text = joined
    paragraph.joints.append(shift)
    paragraph.blocks.append(block)
    _add_marks(paragraph, block, 0, shift)


def _cut_start(plain: PlainText, cut: int) -> PlainText:
    """Return the plain text from offset `cut` on."""
    if not cut:
        return plain
    # A block of many paragraphs is cut once for each: no step of Python for a run that stays.
    before = plain.runs
    first = bisect_right(before, cut, key=_START) - 1  # the run in which the cut lies
    runs = [(start - cut, source, length) for start, source, length in before[first:]]
    if cut >= len(plain.text):
        runs = []
    elif runs and runs[0][0] < 0:
        start, source, length = before[first]
        end = before[first + 1][0] if first + 1 < len(before) else len(plain.text)
        inside = length == end - start  # else one character of another length in the source
        runs[0] = (0, source + cut - start, end - cut) if inside else (0, source, length)
    if not runs:
        runs = [(0, plain.source_end(len(plain.text)), 0)]
    return PlainText(plain.text[cut:], runs, plain.anchor)


def divide_block(block: Block, at: int) -> tuple[Block, Block]:
    """Divide a block of text at a plain offset, without the white space before it.

    Emphasis belongs to the block in which it begins, the label to the first block.
    """
    text = block.plain.text
    end = len(text[:at].rstrip(INVISIBLE))
    first = Block(block.kind, block.start, block.end, block.anchor)
    second = Block("text", block.start, block.end, block.anchor)
    first.level, first.indent = block.level, block.indent
    possible, label = block.possible_label, block.label
    first.possible_label = possible.read_as(possible.kind, possible.value) if possible else None
    if label is not None:
        copied = label.read_as(label.kind, label.value)
        first.label = first.possible_label if label is possible else copied
    first.plain = _cut_end(block.plain, end)
    second.plain = _cut_start(block.plain, at)
    first.end = block.plain.source_end(end)
    second.start = block.plain.source_start(at)
    for emphasis in block.emphases:
        if emphasis.start < end:
            first.emphases.append(emphasis.shifted(0))
            first.emphases[-1].end = min(emphasis.end, end)
            if emphasis.end <= end:
                first.end = max(first.end, emphasis.closing[1])
        else:
            second.emphases.append(emphasis.shifted(-at))
            if emphasis.start == at:
                second.start = min(second.start, emphasis.opening[0])
    for marker in block.markers:
        if marker.at <= end:
            first.markers.append(marker.shifted(0))
            first.end = max(first.end, marker.end)
        else:
            second.markers.append(marker.shifted(-at))
    for link in block.links:
        later = link.start >= at
        (second.links if later else first.links).append(link.shifted(-at if later else 0))
    for code in block.codes:
        later = code.start >= at
        (second.codes if later else first.codes).append(code.shifted(-at if later else 0))
    for stray in block.stray:
        (second.stray if stray.start >= second.start else first.stray).append(stray)
    return first, second


def _cut_end(plain: PlainText, end: int) -> PlainText:
    """Return the plain text up to offset `end`."""
    runs = [run for run in plain.runs if run[0] < end]
    if runs:
        start, source, length = runs[-1]
        following = plain.runs[len(runs)][0] if len(runs) < len(plain.runs) else len(plain.text)
        if length == following - start:  # else one character of another length in the source
            runs[-1] = (start, source, end - start)
    return PlainText(plain.text[:end], runs, plain.anchor)


def _add_marks(paragraph: Paragraph, block: Block, cut: int, start: int) -> None:
    """Add copies of the emphases, markers, links and code of a block to a paragraph.

    The text of the block from plain offset `cut` on stands at offset `start` of the paragraph.
    """
    shift = start - cut
    for emphasis in block.emphases:
        if emphasis.end > cut:
            new_emphasis = emphasis.shifted(shift)
            new_emphasis.start = max(new_emphasis.start, start)
            paragraph.emphases.append(new_emphasis)
    for marker in block.markers:
        new_marker = marker.shifted(shift)
        new_marker.at = max(new_marker.at, start)
        paragraph.markers.append(new_marker)
    for link in block.links:
        if link.end > cut:
            new_link = link.shifted(shift)
            new_link.start = max(new_link.start, start)
            paragraph.links.append(new_link)
    for code in block.codes:
        if code.end > cut:
            new_code = code.shifted(shift)
            new_code.start = max(new_code.start, start)
            paragraph.codes.append(new_code)
    paragraph.stray.extend(block.stray)
