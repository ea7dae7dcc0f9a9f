"""From a source to its blocks: lines put together, inline text parsed, labels and notes found."""

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
    Line,
    read_lines,
)
from reslint.blocks.markers import NOTE_START, TO_DIGITS
from reslint.blocks.model import Block, Inline, PlainText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.block_cache import Group, KnownBlocks
    from reslint.text.source import Source


_TEXTUAL = ("text", "heading", "note", "quote")
_KINDS = {
    RULE: "rule",
    TABLE: "table",
    QUOTE: "quote",
    COMMENT: "comment",
    FENCE: "code",
    NOTE: "note",
    HEADING: "heading",
}
_SEPARATE = ("rule", "table", "quote", "comment", "code")


def read_blocks(
    source: Source, path_format: str = "markdown", known: KnownBlocks | None = None
) -> list[Block]:
    """The blocks of a source, in order. `path_format` is `markdown` or `plain`.

    What is `known` from an earlier reading is taken over, and known to the next one.
    """
    text = source.text
    if known is not None:
        blocks = known.read(
            source, _grouped, lambda kind, lines: _read_block(kind, lines, text, path_format)
        )
    else:
        lines = read_lines(source)
        blocks = [
            _read_block(kind, lines[first:end], text, path_format)
            for kind, first, end in _grouped(lines, Layout(lines))
        ]
    return [
        block
        for block in blocks
        if block.plain.text or block.kind not in _TEXTUAL or block.kind == "note"
    ]


def _read_block(kind: str, lines: list[Line], text: str, path_format: str) -> Block:
    block = Block(kind, lines[0].start, lines[-1].end)
    if kind in _TEXTUAL:
        _read_text(block, lines, text, path_format)
    return block


def _grouped(lines: list[Line], layout: Layout) -> list[Group]:
    """Lines that belong together, by index, with the kind of block they make."""
    groups: list[Group] = []
    kind = ""
    first = -1  # of the open group
    for index, line in enumerate(lines):
        if line.kind == BLANK:
            if first >= 0:
                groups.append((kind, first, index))
                first = -1
            continue
        new_kind = _KINDS.get(line.kind, "text")
        if first >= 0:
            if line.kind in (RULE, HEADING) or new_kind in _SEPARATE or kind in _SEPARATE:
                goes_on = new_kind == kind and line.kind not in (RULE, HEADING)
            else:
                goes_on = not layout.parts(lines[index - 1], line, first=index - first == 1)
            if goes_on:
                continue
            groups.append((kind, first, index))
        kind, first = new_kind, index
    if first >= 0:
        groups.append((kind, first, len(lines)))
    return groups


class _Raw:
    """The text of a block on one line, and where its pieces lie in the source."""

    __slots__ = ("joints", "text")

    def __init__(self, text: str, joints: list[tuple[int, int]]) -> None:
        self.text = text
        self.joints = joints  # (raw start, source start) of each line

    def span(self, raw: tuple[int, int], shift: int) -> tuple[int, int]:
        """The source span of a raw span that is `shift` characters further on."""
        return self.place(raw[0] + shift), self.place(raw[1] + shift, end=True)

    def place(self, raw: int, *, end: bool = False) -> int:
        """The source offset of a raw offset (of the end of what stands before it, for an end)."""
        if len(self.joints) == 1:
            return raw + self.joints[0][1]
        at = raw - 1 if end else raw
        for start, source in reversed(self.joints):
            if start <= at:
                return source + raw - start
        return raw + self.joints[0][1]


def _joined(block: Block, lines: list[Line], text: str) -> _Raw:
    """The block's lines as one: a line break is a space, none between Chinese characters."""
    if len(lines) == 1 and block.kind != "quote":
        return _Raw(text[block.start : block.end], [(0, block.start)])
    pieces: list[str] = []
    joints: list[tuple[int, int]] = []
    length = 0
    for each in lines:
        start, end = each.start, each.end
        line = text[start:end]
        if block.kind == "quote":
            stripped = line.lstrip("> \t")
            start += len(line) - len(stripped)
            line = stripped
        if len(lines) > 1 and line.endswith("\\") and end != block.end:
            line = line[:-1]
        if pieces:
            before = pieces[-1]
            if not _sticks(before, line):
                pieces.append(" ")
                length += 1
        joints.append((length, start))
        pieces.append(line)
        length += len(line)
    return _Raw("".join(pieces), joints)


def _sticks(before: str, after: str) -> bool:
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
    raw = _joined(block, lines, text)
    body = 0
    if block.kind == "heading":
        marks = len(raw.text) - len(raw.text.lstrip("#"))
        block.level = marks
        trimmed = raw.text.rstrip("# \t\u00a0")
        raw.text = trimmed
        body = len(raw.text) - len(raw.text[marks:].lstrip(" \t\u00a0"))
    elif block.kind == "note":
        match = NOTE_START.match(raw.text)
        assert match is not None and match.lastgroup is not None
        block.notation = match.lastgroup
        block.number = match[match.lastgroup].translate(TO_DIGITS)
        start, end = match.span(match.lastgroup)
        block.number_span = (raw.place(start), raw.place(end, end=True))
        body = match.end()
    inside = raw.text[body:] if body else raw.text
    inline = parse_markdown(inside) if path_format == "markdown" else parse_plain(inside)

    block.emphases, block.markers, block.links = inline.emphases, inline.markers, inline.links
    if len(raw.joints) == 1:
        shift = raw.joints[0][1] + body
        block.plain = PlainText(inline.plain, [(at, to + shift, n) for at, to, n in inline.runs])
        block.stray = inline.stray
        block.move_marks(shift)
    else:
        _place(block, inline, raw, body)
    if block.kind == "text":
        _read_label(block)


def _place(block: Block, inline: Inline, raw: _Raw, body: int) -> None:
    """Finds where in the source lies what the inline text of several lines holds."""
    block.plain = PlainText(inline.plain, _placed_runs(inline.plain, inline.runs, raw, body))
    block.stray = [raw.place(at + body) for at in inline.stray]
    for emphasis in block.emphases:
        emphasis.opening = raw.span(emphasis.opening, body)
        emphasis.closing = raw.span(emphasis.closing, body)
    for marker in block.markers:
        marker.start, marker.end = raw.span((marker.start, marker.end), body)
        marker.digits = raw.span(marker.digits, body)
    for link in block.links:
        link.source = raw.span(link.source, body)


def _placed_runs(
    plain: str, runs: list[tuple[int, int, int]], raw: _Raw, body: int
) -> list[tuple[int, int, int]]:
    """Runs over the raw text as runs over the source, cut where lines join."""
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
    """Finds the block's label and where it stands in the source."""
    label = find_label(block.plain.text)
    if label is None:
        return
    written = block.plain.text[: label.body].rstrip(" \t\u00a0")
    first = len(written) - len(written.lstrip(" \u00a0\u200e\u200f"))
    label.start, label.end = block.plain.source_span(first, len(written))
    block.label = label
