"""Read the blocks of a source: group lines, parse inline text, find labels and notes."""

from __future__ import annotations

from reslint.blocks.anchor import Place
from reslint.blocks.furniture import is_note_at_foot, is_running_head, may_be_foot_note
from reslint.blocks.inline import parse_markdown, parse_plain
from reslint.blocks.labels import find_label
from reslint.blocks.layout import Layout, ends_paragraph, starts_labelled
from reslint.blocks.lines import (
    BLANK,
    COMMENT,
    FENCE,
    FURNITURE,
    HEADING,
    LABEL,
    NOTE,
    QUOTE,
    RULE,
    TABLE,
    TEXT,
    UNCLOSED,
    Line,
    indent_of,
    read_lines,
)
from reslint.blocks.markers import NOTATIONS, TO_DIGITS, note_start
from reslint.blocks.model import NOT_TEXT, UNCLOSED_COMMENT, Block, PlainText
from reslint.blocks.possible_labels import find_possible_label
from reslint.blocks.raw_text import anchor_marks, join_lines, place_inline
from reslint.data.patterns import expression
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.block_cache import BlockCache, Group, RetypedBlock
    from reslint.blocks.model import BlockKind
    from reslint.text.source import Source


_TEXTUAL = ("text", "heading", "note", "quote")
_KINDS: dict[int, BlockKind] = {
    RULE: "rule",
    TABLE: "table",
    QUOTE: "quote",
    COMMENT: "comment",
    UNCLOSED: UNCLOSED_COMMENT,
    FURNITURE: "furniture",
    FENCE: "code",
    NOTE: "note",
    HEADING: "heading",
}
_UNCERTAIN = ("I.", "N", "N.N", "X.", "x -", "一、")  # styles that may be part of the text
_SQUARE = "[［"
_ATTRIBUTES = expression(r"\s*\{[#.][^{}]*\}\Z")  # of a heading: `# Bridges {#bridges}`
_MOST_NOTE_LINES = 8  # lines of the notes at the foot of a page
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


def retyped_block(source: Source, path_format: str, cache: BlockCache) -> RetypedBlock | None:
    """Return the one block of the last reading in which the text changed, None if more did.

    It must still be a block of text or a note. The cache is left as it is.
    """
    text = source.text
    return cache.retyped(
        source, _group_lines, lambda kind, lines: _read_block(kind, lines, text, path_format)
    )


def _read_block(kind: BlockKind, lines: list[Line], text: str, path_format: str) -> Block:
    """Make a block of these lines of `text`."""
    block = Block(kind, lines[0].start, lines[-1].end)
    block.indent = indent_of(text, lines[0].start)
    if kind in _TEXTUAL or (kind == "furniture" and may_be_foot_note(lines[0].text)):
        _read_text(block, lines, text, path_format)
    return block


def _group_lines(lines: list[Line], layout: Layout) -> list[Group]:
    """Group lines into blocks: (kind of block, first line, line after the last), by index."""
    groups: list[Group] = []
    kind: BlockKind = "text"
    first = -1  # the first line of the open group; -1 if none is open
    at_foot = False  # below a rule with the notes of a page
    for index, line in enumerate(lines):
        if line.kind == BLANK:
            at_foot = False
            if first >= 0:
                groups.append((kind, first, index))
                first = -1
            continue
        new_kind = _KINDS.get(line.kind, "text")
        if new_kind == "text" and "|" in line.text and _is_row(lines, index, kind, first):
            new_kind = "table"
        at_foot = at_foot or (
            kind == "rule" and first >= 0 and is_note_at_foot(lines[index - 1].text, line.text)
        )
        if at_foot and kind == "furniture" and _goes_on_above_foot(lines[index - 1], line):
            at_foot = False
        if at_foot:
            new_kind = "furniture"
        if kind == "note" and first >= 0 and _is_quoted_note(lines[index - 1], line):
            continue
        if first >= 0:
            if line.kind in (RULE, HEADING) or new_kind in _SEPARATE or kind in _SEPARATE:
                continues = new_kind == kind and line.kind not in (RULE, HEADING)
                if continues and kind == "quote":
                    continues = not starts_labelled(lines[index - 1], line)
                elif continues and at_foot:
                    continues = not (may_be_foot_note(line.text) or is_running_head(line.text))
            else:
                first_line = index - first == 1
                continues = not layout.starts_block(lines[index - 1], line, first=first_line)
                if continues and (
                    layout.opens_list(lines, index)
                    or layout.takes_up_list(lines, index, groups, first)
                ):
                    continues = False
                elif continues and layout.dense and may_be_foot_note(line.text):
                    continues = not _ends_page(lines, index)
            if continues:
                continue
            groups.append((kind, first, index))
        kind, first = new_kind, index
    if first >= 0:
        groups.append((kind, first, len(lines)))
    return groups


def _ends_page(lines: list[Line], index: int) -> bool:
    """Tell whether the lines from `index` on are the last ones of a page, above its foot."""
    for line in lines[index + 1 : index + _MOST_NOTE_LINES]:
        if line.kind in (FURNITURE, BLANK, RULE) or is_running_head(line.text):
            return True
        if line.kind not in (TEXT, NOTE) and not may_be_foot_note(line.text):
            return False
    return index + _MOST_NOTE_LINES >= len(lines)


def _goes_on_above_foot(before: Line, line: Line) -> bool:
    """Tell whether a line below a note at the foot of a page is the next paragraph: `2. Requests`.

    A note has its number without a stop.
    """
    return line.kind == LABEL and line.text[0].isdigit() and ends_paragraph(before.text)


def _is_quoted_note(before: Line, line: Line) -> bool:
    """Tell whether a quoted line is the text of the note begun above, as Pandoc writes notes.

    `before` is the line above it in the note: only the number of the note (`[^1]:`), or quoted.
    """
    if line.kind != QUOTE:
        return False
    bare = before.text.startswith("[^") and before.text.endswith("]:")
    return before.kind == QUOTE or bare


def _is_row(lines: list[Line], index: int, kind: BlockKind, first: int) -> bool:
    """Tell whether a line with a pipe is a row of a table without pipes at the ends of its rows.

    `kind` and `first` are those of the open group of lines.
    """
    if first >= 0 and kind == "table":
        return lines[first].text[0] != "<"
    following = lines[index + 1] if index + 1 < len(lines) else None
    return following is not None and following.kind == TABLE and following.text[0] in "-:"


def _read_text(block: Block, lines: list[Line], text: str, path_format: str) -> None:
    """Parse the text of a block: inline text, number of a note, label."""
    markdown = path_format == "markdown"
    raw = join_lines(block, lines, text, markdown=markdown)
    body = 0
    if block.kind == "heading":
        marks = len(raw.text) - len(raw.text.lstrip("#"))
        block.level = marks
        if raw.text.endswith("}"):
            raw.text = _ATTRIBUTES.sub("", raw.text)
        trimmed = raw.text.rstrip(SPACES + "#\t")
        raw.text = trimmed
        body = len(raw.text) - len(raw.text[marks:].lstrip(SPACES + "\t"))
    elif block.kind == "note":
        match = note_start(raw.text)
        if match is None or match.lastgroup is None:
            block.kind = "text"  # tags cut its mark in pieces: only its line read like a note
        else:
            block.notation = NOTATIONS[match.lastgroup]
            block.number = match[match.lastgroup].translate(TO_DIGITS)
            start, end = match.span(match.lastgroup)
            block.number_span = (raw.place(start), raw.place(end, end=True))
            body = match.end()
    if raw.origin is not None:
        raw.text = raw.text.rstrip(SPACES)
        body += len(raw.text) - body - len(raw.text[body:].lstrip(SPACES))
    inside = raw.text[body:] if body else raw.text
    inline = parse_markdown(inside) if markdown else parse_plain(inside)

    block.emphases, block.markers, block.links = inline.emphases, inline.markers, inline.links
    block.codes = inline.codes
    anchor = block.anchor
    if len(raw.joints) == 1 and raw.origin is None:
        block.count_from(raw.joints[0][1] + body)
        shift = anchor.offset
        block.plain = PlainText(
            inline.plain, [(at, to + shift, n) for at, to, n in inline.runs], anchor
        )
        if inline.stray:
            block.stray = [Place(at + shift, at + shift + 1, anchor) for at in inline.stray]
        anchor_marks(block)
    else:
        place_inline(block, inline, raw, body)
    if raw.protected:
        block.protected = [Place(start, end, anchor) for start, end in raw.protected]
    if block.kind in ("text", "heading", "quote"):
        read_label(block)


def read_label(block: Block) -> None:
    """Find the label of a block and its offsets; a heading or quote has only a possible one."""
    text = block.plain.text
    label = find_label(text) or find_possible_label(text)
    if label is None:
        return
    written = text[: label.body].rstrip(SPACES + "\t")
    before = SPACES + "\u200e\u200f"
    if label.text[0] not in _SQUARE:
        before += _SQUARE  # that of the whole paragraph: `[1. Urges …;]`
    first = len(written) - len(written.lstrip(before))
    label.anchor = block.anchor
    label.start, label.end = block.plain.source_span(first, len(written))
    if block.kind == "text" and label.certain and label.style not in _UNCERTAIN:
        block.label = label
    else:
        block.possible_label = label
