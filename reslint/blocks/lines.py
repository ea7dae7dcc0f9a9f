"""The lines of a file and how they belong together, found without knowing any language.

Real drafts come wrapped or not, with blank lines between paragraphs or without, indented, with
page breaks glued to the text. Indentation never means code (a fence does: what stands in one is no
text of a draft), a line of dashes is never a heading's underlining, and a line after a note need
not be the note's.
"""

from __future__ import annotations

import re
from itertools import islice

from reslint.blocks.labels import find_label
from reslint.blocks.markers import NOTE_START
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Label
    from reslint.text.source import Source

    Shape = tuple[int, int, str, bool]
    """Of a line: its kind, how many blanks it begins with, its text without them, `breaks`."""


_BLANK = " \t\u00a0\u200e\u200f\u202a\u202c\u3000\v"
_RULE = expression(r"(?:\\?[-*_=][ \t]*){3,}\Z")
_FENCE = expression(r"(`{3,})[^`]*\Z|(~{3,})")
_HEADING = expression(r"#{1,6}(?=[ \t\u00a0]|\Z)")
_BLOCK_HTML = expression(r"<(/?)(table|thead|tbody|tr|t[dh]|img)\b", re.IGNORECASE)
_EMPHASIS = expression(r"[\s\\]*(?:\*{1,3}|_{1,3}|<(?:u|i|b|em|strong)>)(?=\S)")
_MARKS = str.maketrans("", "", "*_\\")
_LABEL_HINT = expression(r"[\s\u00a0\u200e\u200f*_\\]*[0-9(（a-zа-яا-ي㈠-㈩①-⑳’‘'•·–—+-]")
_LONGEST_LABEL = 40
# What a line is; a "label" or "note" line starts a block of its own wherever it stands; "fence"
# lines are those that open and close one and all between.
BLANK, RULE, HEADING, TABLE, QUOTE, COMMENT, NOTE, LABEL, EMPHASIS, TEXT, FENCE = range(11)


class Line:
    """A line: its kind, the source span of its text without surrounding white space.

    `breaks` says that it ends with two spaces: what follows belongs to the same block.
    """

    __slots__ = ("breaks", "end", "kind", "start", "text")

    def __init__(
        self,
        kind: int,
        start: int,
        end: int,
        text: str,
        breaks: bool = False,
    ) -> None:
        self.breaks = breaks
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text


def read_lines(source: Source, shapes: dict[str, Shape] | None = None) -> list[Line]:
    """The lines of a source, each with its kind; a form feed cuts a line in two.

    `shapes` holds the shapes of lines that are known already, by their text, and takes up those
    of the others.
    """
    if shapes is None:
        shapes = {}
    starts = source.line_starts
    lines: list[Line] = []
    add = lines.append
    in_comment = False
    fence = ""
    in_table = 0
    first = _after_front_matter(source)
    feeds = "\f" in source.text
    for at, whole in islice(zip(starts, source.line_texts(), strict=True), first, None):
        if not whole and not in_comment:
            add(Line(BLANK, at, at, ""))
            continue
        start = at
        for piece in whole.split("\f") if feeds else (whole,):
            if at > start:
                add(Line(RULE, at - 1, at, ""))
            shape = shapes.get(piece)
            if shape is None:
                shape = shapes[piece] = _shape(piece)
            kind, lead, text, breaks = shape
            begin = at + lead
            at += len(piece) + 1
            if in_comment:
                kind = COMMENT
                in_comment = "-->" not in text
            elif fence:
                kind = kind if kind == BLANK else FENCE
                if text.startswith(fence) and not text.strip(fence[0]):
                    fence = ""
            elif kind == FENCE:
                fence = _fence_of(text)
            elif kind == COMMENT:
                in_comment = "-->" not in text
            elif kind == TABLE or in_table:
                lowered = text.lower()
                in_table += lowered.count("<table") - lowered.count("</table")
                in_table = max(in_table, 0)
                if kind != BLANK:
                    kind = TABLE
            add(Line(kind, begin, begin + len(text), text, breaks))
    return lines


def lines_of(text: str, at: int, shapes: dict[str, Shape]) -> list[Line]:
    """The lines of a piece of text that starts at offset `at`, each read by itself.

    The piece has no form feed and no CR; it does not lie in a comment, table or fence.
    """
    lines: list[Line] = []
    for piece in text.split("\n"):
        shape = shapes.get(piece)
        if shape is None:
            shape = shapes[piece] = _shape(piece)
        kind, lead, stripped, breaks = shape
        begin = at + lead
        lines.append(Line(kind, begin, begin + len(stripped), stripped, breaks))
        at += len(piece) + 1
    return lines


def is_complete(line: Line) -> bool:
    """Whether the line says nothing of the lines after it: no comment, table or fence opens."""
    if line.kind == COMMENT:
        return "-->" in line.text
    return line.kind != FENCE and (line.kind != TABLE or line.text[:1] == "|")


def _after_front_matter(source: Source) -> int:
    """The index of the first line after YAML front matter, 0 where there is none."""
    if source.line_text(1).rstrip() != "---":
        return 0
    for line in range(2, min(len(source.line_starts), 60) + 1):
        text = source.line_text(line).rstrip()
        if text in ("---", "..."):
            return line if line > 2 else 0
        if text and not re.match(r"[\w.-]+\s*:|\s+\S|- |#", text):
            return 0
    return 0


def _shape(piece: str) -> Shape:
    stripped = piece.lstrip(_BLANK)
    lead = len(piece) - len(stripped)
    stripped = stripped.rstrip(_BLANK)
    if not stripped:
        return BLANK, lead, "", False
    return _kind(stripped), lead, stripped, piece.endswith("  ")


def _kind(text: str) -> int:
    first = text[0]
    if first in "-*_=\\" and _RULE.match(text):
        return RULE
    if first in "`~" and _FENCE.match(text):
        return FENCE
    if first == "#":
        return HEADING if _HEADING.match(text) else TEXT
    if first == "|":
        return TABLE
    if first == ">":
        return QUOTE
    if first == "<":
        if text.startswith("<!--"):
            return COMMENT if text.rstrip().endswith("-->") or "-->" not in text else TEXT
        if _BLOCK_HTML.match(text):
            return TABLE
    if first in "[<^⁰¹²³⁴⁵⁶⁷⁸⁹⁽":
        note = NOTE_START.match(text)
        # A note's number is followed by its text; `¹²` alone is one whose text was lost.
        if note is not None:
            return NOTE
    if _LABEL_HINT.match(text):
        label = label_of(text)
        if label is not None and (label.style != "x." or _is_first_dotted(label)):
            if not (first == "*" and label.kind == "bullet" and text[1:2] not in " \t"):
                return LABEL
    return EMPHASIS if _EMPHASIS.match(text) else TEXT


def _fence_of(text: str) -> str:
    """The marks of the fence that a line opens; as many or more of them close it."""
    return text[: len(text) - len(text.lstrip(text[0]))]


def label_of(text: str) -> Label | None:
    """The label a line begins with, emphasis around it set aside."""
    start = text[:_LONGEST_LABEL]
    return find_label(start.translate(_MARKS).lstrip() if start[0] in "*_\\" else start)


def _is_first_dotted(label: Label) -> bool:
    """Whether `a.` or `i.` begins a list; others only go on with one: `p. 12` is no item."""
    return label.value == 1 or label.roman_value == 1
