"""Split a file into lines and classify each one, without knowing its language.

Real drafts come wrapped or not, with or without blank lines between paragraphs, indented, with page
breaks directly above the text. Therefore four rules differ from CommonMark: indentation never
means code (only a fence does, and fenced text is not part of the draft); a line of dashes never
turns the line above into a heading; a line after a note does not always belong to the note; text
before and after a comment on its lines is text. All kinds of lines stay in one module, since the
first test that a line passes decides.
"""

from __future__ import annotations

import re
from itertools import count, islice

from reslint.blocks.accepted import accepted_line, may_have_marks
from reslint.blocks.comments import OPENING, Comments, without_comments
from reslint.blocks.envelope import after_front_matter, is_quoted_whole
from reslint.blocks.furniture import (
    LONGEST,
    STRAY_MARKS,
    is_furniture,
    is_job_number,
    is_list_of_links,
    without_stray_marks,
)
from reslint.blocks.label_words import label_words
from reslint.blocks.labels import WHITE_SPACE, find_label
from reslint.blocks.margin import find_margin
from reslint.blocks.markers import note_start
from reslint.blocks.possible_labels import find_possible_label
from reslint.data.patterns import expression
from reslint.text.folding import SPACES
from reslint.text.letters import is_unusual, plain_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.text.source import Source

    Shape = tuple[int, int, int, str, bool]
    """All of a line but its place: kind, number of leading blanks, length without blanks, text as
    it is read, `breaks`."""


_BLANK = SPACES + "\t\u200e\u200f\u202a\u202c"
_RULE = expression(r"(?:\\?[-*_=][ \t]*){3,}\Z|(?:[.…·][ \t]*){5,}\Z")
_FENCE = expression(r"(`{3,})[^`]*\Z|(~{3,})")
_HEADING = expression(r"#{1,6}(?=\s|\Z)")
_BLOCK_HTML = expression(r"<(/?)(table|thead|tbody|tr|t[dh]|img)\b", re.IGNORECASE)
_EMPHASIS = expression(r"[\s\\]*(?:\*{1,3}|_{1,3}|<(?:u|i|b|em|strong)>)(?=\S)")
_DELIMITER = expression(r"[|: \t-]*-[|: \t-]*\Z")
_DIV = ":::"  # Pandoc's mark around paragraphs of a style: `::: {custom-style="Body"}`
_BEFORE_LABEL = WHITE_SPACE + "\u200e\u200f*_\\[［"
_LABEL_STARTS = frozenset(
    (
        *"0123456789(（abcdefghijklmnopqrstuvwxyz’‘'•·–—+−○■□➢►❖✓\uf0a7\uf0b7§¶№一二三四五六七八九十IVX-",
        *(
            chr(code)
            for first, last in ("ая", "\u0621\u064a", "㈠㈩", "①⒇", "０９", "٠٩", "۰۹")
            for code in range(ord(first), ord(last) + 1)
        ),
    )
)
_LONGEST_LABEL = 40
_AFTER_OFFICE = frozenset(".0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")  # `V.24-12345`, `GE.24-12345`
_AFTER_CAPITAL = (".", ")")  # after the letter of `B.`
# Kinds of lines. LABEL is a line that begins with a paragraph label, EMPHASIS one that begins with
# emphasis, FENCE any line of a fenced code block, its fences included.
BLANK, RULE, HEADING, TABLE, QUOTE, COMMENT, NOTE, LABEL, EMPHASIS, TEXT, FENCE = range(11)
UNCLOSED = 11  # a line of a comment that is never closed
FURNITURE = 12  # a page number, a word of a web page: no part of the draft
_STARTS = (LABEL, EMPHASIS, HEADING)  # lines that end a comment that is never closed


class Line:
    """A line without surrounding white space: its kind, source span and text as it is read.

    The text is that of the source span, or its reading in plain letters. `breaks` tells that it
    ends with two spaces, a hard line break of Markdown: the next line belongs to the same block.
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
    """Return the lines of a source, each with its kind. A form feed splits a line in two.

    `shapes` is a cache of line shapes by line text; new shapes are added to it.
    """
    if shapes is None:
        shapes = {}
    texts = source.line_texts()
    starts = source.line_starts
    lines: list[Line] = []
    add = lines.append
    comments = Comments(source.text) if OPENING in source.text else None
    fence = ""
    in_table = 0
    first = after_front_matter(source)
    feeds = "\f" in source.text
    quoted = is_quoted_whole(source)
    careful = source.may_be_unusual or may_have_marks(source.text)
    shape_of = _careful_shape if careful else _shape
    margin = find_margin(source)
    for index, at, whole in islice(zip(count(), starts, texts), first, None):
        if margin is not None and margin[index]:
            at += margin[index]
            whole = whole[margin[index] :]
        if not whole and not (comments is not None and comments.is_open):
            add(Line(BLANK, at, at, ""))
            continue
        start = at
        for piece in whole.split("\f") if feeds else (whole,):
            if at > start:
                add(Line(RULE, at - 1, at, ""))
            tail: Line | None = None
            if quoted and not piece.startswith(("    ", "\t")):  # that of a note is deeper
                bare = piece.lstrip("> \t")
                at += len(piece) - len(bare)
                piece = bare
            if comments is not None and not fence and (comments.is_open or OPENING in piece):
                used, piece, tail = _cut_comments(comments, lines, piece, at)
                at += used
                if not piece.strip():
                    if tail is not None:
                        add(tail)
                    at += len(piece) + 1 + (tail.end - tail.start if tail is not None else 0)
                    continue
            shape = shapes.get(piece)
            if shape is None:
                shape = shapes[piece] = shape_of(piece)
            kind, lead, length, text, breaks = shape
            begin = at + lead
            at += len(piece) + 1
            if fence:
                kind = kind if kind == BLANK else FENCE
                if text.startswith(fence) and not text.strip(fence[0]):
                    fence = ""
            elif kind == FENCE:
                fence = _fence_of(text)
            elif kind == TABLE or in_table:
                lowered = text.lower()
                in_table += lowered.count("<table") - lowered.count("</table")
                in_table = max(in_table, 0)
                if kind != BLANK:
                    kind = TABLE
            add(Line(kind, begin, begin + length, text, breaks))
            if tail is not None:
                add(tail)
                at += tail.end - tail.start
    return lines


def _cut_comments(
    comments: Comments, lines: list[Line], piece: str, at: int
) -> tuple[int, str, Line | None]:
    """Cut comments that go over several lines off a piece of a line at offset `at`.

    The end of such a comment is added to `lines`. Return its length, the text after it, and the
    line of a comment that opens behind that text.
    """
    used = 0
    if comments.is_open:
        if not comments.closes and (not piece.strip() or _shape(piece)[0] in _STARTS):
            comments.leave()
            if not piece.strip():
                lines.append(Line(BLANK, at, at, ""))
        else:
            used = comments.take_end(piece)
            kind = COMMENT if comments.closes else UNCLOSED
            lines.append(Line(kind, at, at + used, piece[:used]))
            if comments.is_open:
                return used, "", None
    rest = piece[used:]
    opening = comments.take_opening(rest, at + used)
    if opening == len(rest):
        return used, rest, None
    place = at + used + opening
    kind = COMMENT if comments.closes else UNCLOSED
    return used, rest[:opening], Line(kind, place, place + len(rest) - opening, rest[opening:])


def lines_of(text: str, at: int, shapes: dict[str, Shape]) -> list[Line]:
    """Return the lines of a piece of text that starts at offset `at`, each read by itself.

    The piece must not contain a form feed or CR, nor lie in a comment, table or fence. `shapes`
    is a cache as in `read_lines`.
    """
    lines: list[Line] = []
    for piece in text.split("\n"):
        shape = shapes.get(piece)
        if shape is None:
            shape = shapes[piece] = _careful_shape(piece)
        kind, lead, length, stripped, breaks = shape
        begin = at + lead
        lines.append(Line(kind, begin, begin + length, stripped, breaks))
        at += len(piece) + 1
    return lines


def is_complete(line: Line) -> bool:
    """Tell whether the line opens no comment, table or fence that affects the lines after it."""
    return line.kind not in (FENCE, UNCLOSED) and (line.kind != TABLE or line.text[0] in "|-:")


def _careful_shape(piece: str) -> Shape:
    """Return the shape of a line whose text may not be read as it is written."""
    shape = _shape(piece)
    kind, lead, length, written, breaks = shape
    text = written
    quoted = kind == QUOTE
    if text and is_unusual(text):
        text = plain_letters(text)[0].strip(_BLANK)
        kind = _kind(text) if text else BLANK
    if text and kind not in (TABLE, COMMENT, FENCE) and may_have_marks(text):
        accepted = accepted_line(text).strip(_BLANK)
        # A line that is struck altogether is like a comment.
        kind, text = (_kind(accepted), accepted) if accepted else (COMMENT, text)
    if quoted and kind not in (BLANK, COMMENT):
        kind = QUOTE
    return kind, lead, length, text, breaks


def _shape(piece: str) -> Shape:
    """Return the shape of a line, read by itself."""
    stripped = piece.lstrip(_BLANK)
    lead = len(piece) - len(stripped)
    stripped = stripped.rstrip(_BLANK)
    if not stripped:
        return BLANK, lead, 0, "", False
    if OPENING in stripped:
        cut, stripped = without_comments(stripped)
        if not stripped:
            return BLANK, lead, 0, "", False
        lead += cut
    if stripped[-1] in STRAY_MARKS or stripped[0] in STRAY_MARKS:
        cut, stripped = without_stray_marks(stripped)
        lead += cut
    breaks = piece.endswith("  ")
    if stripped[-1] == "\\" and len(stripped) > 1 and stripped[-2] != "\\":
        # A line break of Markdown belongs to no paragraph: its mark stands before it.
        stripped, breaks = stripped[:-1].rstrip(_BLANK), True
    kind = _kind(stripped)
    if kind == QUOTE:
        bare = stripped.lstrip("> \t")
        lead += len(stripped) - len(bare)
        stripped = bare
        if not stripped:
            kind = BLANK  # between two quoted paragraphs
    return kind, lead, len(stripped), stripped, breaks


def _kind(text: str) -> int:
    """Return the kind of a line, given its text without surrounding white space."""
    first = text[0]
    if len(text) <= LONGEST and is_furniture(text):
        return FURNITURE
    if (first in "*0123456789" or text[1:2] in _AFTER_OFFICE) and is_job_number(text):
        return FURNITURE
    if (
        first in "-*_=\\.…·"
        and text[-1] in "-*_=.…·"
        and not text[1:2].isalpha()  # emphasis
        and _RULE.match(text)
    ):
        return RULE
    if first == ":" and text.startswith(_DIV):
        return FURNITURE
    if first in "-:" and "|" in text and _DELIMITER.match(text):
        return TABLE  # under the header of a table without outer pipes
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
            return COMMENT
        if not text.startswith("<sup>") and _BLOCK_HTML.match(text):
            return TABLE
    if first in "[<^⁰¹²³⁴⁵⁶⁷⁸⁹⁽":
        if note_start(text) is not None:
            return NOTE
    if "](" in text and is_list_of_links(text):
        return FURNITURE
    if _may_be_label(text):
        label = label_of(text) or possible_label_of(text)
        if label is not None and (label.style != "x." or _is_first_dotted(label)):
            if not (first == "*" and label.kind == "bullet" and text[1:2] not in " \t"):
                return LABEL
    return EMPHASIS if _EMPHASIS.match(text) else TEXT


def _may_be_label(text: str) -> bool:
    """Tell quickly whether a line may open with a label, by its first characters."""
    if text.lstrip(_BEFORE_LABEL)[:1] in _LABEL_STARTS or text[1:2] in _AFTER_CAPITAL:
        return True
    return text.startswith(("* ", "*\t")) or label_words().may_open(text)


def _fence_of(text: str) -> str:
    """Return the fence characters that open a line; the closing fence has at least as many."""
    return text[: len(text) - len(text.lstrip(text[0]))]


def label_of(text: str) -> Label | None:
    """Return the label at the start of a line, ignoring emphasis around it, or None."""
    return find_label(_start_of(text))


def possible_label_of(text: str) -> Label | None:
    """Return what may be the label of a line (`II.`, `1.2`, `1 *Urges*`), or None.

    A number without a full stop is a label only before emphasis; a letter with a dash is no label.
    Elsewhere they begin lines of running text.
    """
    label = find_possible_label(_start_of(text))
    if label is not None and label.style == "x -":
        return None
    closes = text[0] != "*" and text.lstrip("0123456789")[:1] == "*"  # `*Supplement No.`, `48* …`
    if label is not None and label.style == "N" and (closes or "*" not in text[: label.body + 1]):
        return None
    return label


def _start_of(text: str) -> str:
    """Return the start of a line without marks of emphasis and escapes; a bullet `* ` stays."""
    start = text[:_LONGEST_LABEL]
    if start[0] == "*" and start[1:2] in " \t":
        return start
    if "*" in start or "\\" in start or "_" in start:
        start = start.replace("*", "").replace("_", "").replace("\\", "").lstrip()
    return start


def indent_of(text: str, start: int) -> int:
    """Return the columns of white space before the first character of a line, at `start`.

    The marks of a block quote count as white space.
    """
    lead = text[text.rfind("\n", 0, start) + 1 : start].replace(">", " ")
    return len(lead.expandtabs(4)) if lead and lead.isspace() else 0


def _is_first_dotted(label: Label) -> bool:
    """Tell whether a label such as `a.`, `i.` or `- c.` may begin a list.

    Later letters only continue one: `p. 12` is not an item.
    """
    return label.value == 1 or label.roman_value == 1 or not label.text[0].isalpha()
