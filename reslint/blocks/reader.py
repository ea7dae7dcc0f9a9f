"""Read the blocks of a source: group lines, parse inline text, find labels and notes."""

from __future__ import annotations

from reslint.blocks.inline import parse_markdown, parse_plain
from reslint.blocks.labels import find_label
from reslint.blocks.layout import Layout
from reslint.blocks.lines import (
    BLANK,
    COMMENT,
    FENCE,
    HEADING,
    NOTE,
    QUOTE,
    RULE,
    TABLE,
    UNCLOSED,
    Line,
    read_lines,
)
from reslint.blocks.markers import NOTATIONS, NOTE_START, TO_DIGITS
from reslint.blocks.model import NOT_TEXT, UNCLOSED_COMMENT, Block, Inline, PlainText
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.block_cache import BlockCache, Group
    from reslint.blocks.model import BlockKind
    from reslint.text.source import Source


_TEXTUAL = ("text", "heading", "note", "quote")
_KINDS: dict[int, BlockKind] = {
    RULE: "rule",
    TABLE: "table",
    QUOTE: "quote",
    COMMENT: "comment",
    UNCLOSED: UNCLOSED_COMMENT,
    FENCE: "code",
    NOTE: "note",
    HEADING: "heading",
}
_SEPARATE = (*NOT_TEXT, "table", "quote")


def read_blocks(
    source: Source, path_format: str = "markdown", cache: BlockCache | None = None
) -> list[Block]:
    """Return the blocks of a source, in order. `path_format` is `markdown` or `plain`.

    With a `cache` of an earlier reading of the same format, the blocks of unchanged lines are
    reused, and the cache is updated for the next reading. Blocks of text, headings and quotes that
    turn out to be empty are left out.
    """
    text = source.text
    if cache is not None:
        blocks = cache.read(
            source, _group_lines, lambda kind, lines: _read_block(kind, lines, text, path_format)
        )
    else:
        lines = read_lines(source)
        blocks = [
            _read_block(kind, lines[first:end], text, path_format)
            for kind, first, end in _group_lines(lines, Layout(lines))
        ]
    return [
        block
        for block in blocks
        if block.plain.text or block.kind not in _TEXTUAL or block.kind == "note"
    ]


def _read_block(kind: BlockKind, lines: list[Line], text: str, path_format: str) -> Block:
    """Make a block of these lines of `text`."""
    block = Block(kind, lines[0].start, lines[-1].end)
    if kind in _TEXTUAL:
        _read_text(block, lines, text, path_format)
    return block


def _group_lines(lines: list[Line], layout: Layout) -> list[Group]:
    """Group lines into blocks: (kind of block, first line, line after the last), by index."""
    groups: list[Group] = []
    kind: BlockKind = "text"
    first = -1  # the first line of the open group; -1 if none is open
    for index, line in enumerate(lines):
        if line.kind == BLANK:
            if first >= 0:
                groups.append((kind, first, index))
                first = -1
            continue
        new_kind = _KINDS.get(line.kind, "text")
        if new_kind == "text" and "|" in line.text and _is_row(lines, index, kind, first):
            new_kind = "table"
        if first >= 0:
            if line.kind in (RULE, HEADING) or new_kind in _SEPARATE or kind in _SEPARATE:
                continues = new_kind == kind and line.kind not in (RULE, HEADING)
            else:
                first_line = index - first == 1
                continues = not layout.starts_block(lines[index - 1], line, first=first_line)
            if continues:
                continue
            groups.append((kind, first, index))
        kind, first = new_kind, index
    if first >= 0:
        groups.append((kind, first, len(lines)))
    return groups


def _is_row(lines: list[Line], index: int, kind: BlockKind, first: int) -> bool:
    """Tell whether a line with a pipe is a row of a table without pipes at the ends of its rows.

    `kind` and `first` are those of the open group of lines.
    """
    if first >= 0 and kind == "table":
        return lines[first].text[0] != "<"
    following = lines[index + 1] if index + 1 < len(lines) else None
    return following is not None and following.kind == TABLE and following.text[0] in "-:"


class _Raw:
    """The lines of a block joined to one line, with the source offset of each."""

    __slots__ = ("joints", "text")

    def __init__(self, text: str, joints: list[tuple[int, int]]) -> None:
        self.text = text
        self.joints = joints  # (raw start, source start) of each line

    def span(self, raw: tuple[int, int], shift: int) -> tuple[int, int]:
        """Return the source span of a raw span to which `shift` must be added first."""
        return self.place(raw[0] + shift), self.place(raw[1] + shift, end=True)

    def place(self, raw: int, *, end: bool = False) -> int:
        """Return the source offset of a raw offset.

        With `end`, the raw offset is the end of a span: at a joint of two lines this gives the end
        of the first line, not the start of the second.
        """
        if len(self.joints) == 1:
            return raw + self.joints[0][1]
        at = raw - 1 if end else raw
        for start, source in reversed(self.joints):
            if start <= at:
                return source + raw - start
        return raw + self.joints[0][1]


def _join_lines(block: Block, lines: list[Line], text: str) -> _Raw:
    """Join the lines of a block: a line break becomes a space, or nothing if the lines stick."""
    if len(lines) == 1 and block.kind != "quote":
        return _Raw(text[block.start : block.end], [(0, block.start)])
    pieces: list[str] = []
    joints: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        start, end = line.start, line.end
        piece = text[start:end]
        if block.kind == "quote":
            stripped = piece.lstrip("> \t")
            start += len(piece) - len(stripped)
            piece = stripped
        if len(lines) > 1 and piece.endswith("\\") and end != block.end:
            piece = piece[:-1]
        if pieces:
            before = pieces[-1]
            if not _joins_unspaced(before, piece):
                pieces.append(" ")
                length += 1
        joints.append((length, start))
        pieces.append(piece)
        length += len(piece)
    return _Raw("".join(pieces), joints)


def _joins_unspaced(before: str, after: str) -> bool:
    """Whether two lines join without a space: Chinese text, or a word cut at its hyphen."""
    if not before or not after:
        return True
    last, first = before[-1], after[0]
    if last >= "\u2e80" and (first >= "\u2e80" or first in "“”*([（"):
        return True
    if first >= "\u2e80" and last >= "\u2019":
        return True
    if last not in "-\u2011" or len(before) < 2 or not before[-2].isalpha():
        return False
    # `high-, middle-` before a line break is a list of first halves, no word cut in two.
    return first.isalpha() and not before.rpartition(" ")[0].endswith("-,")


def _read_text(block: Block, lines: list[Line], text: str, path_format: str) -> None:
    """Parse the text of a block: inline text, number of a note, label."""
    raw = _join_lines(block, lines, text)
    body = 0
    if block.kind == "heading":
        marks = len(raw.text) - len(raw.text.lstrip("#"))
        block.level = marks
        trimmed = raw.text.rstrip(SPACES + "#\t")
        raw.text = trimmed
        body = len(raw.text) - len(raw.text[marks:].lstrip(SPACES + "\t"))
    elif block.kind == "note":
        match = NOTE_START.match(raw.text)
        assert match is not None and match.lastgroup is not None
        block.notation = NOTATIONS[match.lastgroup]
        block.number = match[match.lastgroup].translate(TO_DIGITS)
        start, end = match.span(match.lastgroup)
        block.number_span = (raw.place(start), raw.place(end, end=True))
        body = match.end()
    inside = raw.text[body:] if body else raw.text
    inline = parse_markdown(inside) if path_format == "markdown" else parse_plain(inside)

    block.emphases, block.markers, block.links = inline.emphases, inline.markers, inline.links
    block.codes = inline.codes
    if len(raw.joints) == 1:
        shift = raw.joints[0][1] + body
        block.plain = PlainText(inline.plain, [(at, to + shift, n) for at, to, n in inline.runs])
        block.stray = inline.stray
        block.move_marks(shift)
    else:
        _place_inline(block, inline, raw, body)
    if block.kind == "text":
        _read_label(block)


def _place_inline(block: Block, inline: Inline, raw: _Raw, body: int) -> None:
    """Convert the raw offsets of inline text that spans several lines to source offsets."""
    block.plain = PlainText(inline.plain, _place_runs(inline.plain, inline.runs, raw, body))
    block.stray = [raw.place(at + body) for at in inline.stray]
    for emphasis in block.emphases:
        emphasis.opening = raw.span(emphasis.opening, body)
        emphasis.closing = raw.span(emphasis.closing, body)
    for marker in block.markers:
        marker.start, marker.end = raw.span((marker.start, marker.end), body)
        marker.digits = raw.span(marker.digits, body)
    for link in block.links:
        link.source = raw.span(link.source, body)
    for code in block.codes:
        code.source = raw.span(code.source, body)


def _place_runs(
    plain: str, runs: list[tuple[int, int, int]], raw: _Raw, body: int
) -> list[tuple[int, int, int]]:
    """Convert runs over the raw text to runs over the source, split where lines join."""
    placed: list[tuple[int, int, int]] = []
    for index, (start, at, length) in enumerate(runs):
        end = runs[index + 1][0] if index + 1 < len(runs) else len(plain)
        at += body
        if length != end - start:
            placed.append((start, raw.place(at), length))
            continue
        stop = at + length
        for joint, (joint_start, source) in enumerate(raw.joints):
            following = raw.joints[joint + 1][0] if joint + 1 < len(raw.joints) else len(raw.text)
            low, high = max(at, joint_start), min(stop, following)
            if low < high:
                placed.append((start + low - at, source + low - joint_start, high - low))
    return placed


def _read_label(block: Block) -> None:
    """Find the label of a block and its source offsets."""
    label = find_label(block.plain.text)
    if label is None:
        return
    written = block.plain.text[: label.body].rstrip(SPACES + "\t")
    first = len(written) - len(written.lstrip(SPACES + "\u200e\u200f"))
    label.start, label.end = block.plain.source_span(first, len(written))
    block.label = label
