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
from reslint.data.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Label
    from reslint.source import Source

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
_SHORTEST_WRAPPED = 40
_LONGEST_WRAPPED = 140
_LONGEST_ABBREVIATION = 5
_LONGEST_LABEL = 40
_LONGEST_NOTES = 120
_RAGGED = 16  # how much shorter than the longest a full line may be
_CLOSING_MARKS = ",;.:!?，；。：、！？،؛؟…"
_AFTER_CLOSING = '*_ \t\u00a0\u200e\u200f)]»”"’'
_ENDING_NOTES = expression(
    r"(?:\[\^[^\]\s]*\]|<sup>[^<]*</sup>|[⁰¹²³⁴-⁹]+|<!--.*?-->|[*_\s\u00a0\u200e\u200f])+\Z"
)
_CLOSING_WORD = expression(r"[;；؛,，،]\s*(?:and|or|et|ou|y|e|o|и|или)\Z")

# What a line is; a "label" or "note" line starts a block of its own wherever it stands. A fence
# and what it holds is read as a comment.
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
                kind = kind if kind == BLANK else COMMENT
                if text.startswith(fence) and not text.strip(fence[0]):
                    fence = ""
            elif kind == FENCE:
                kind = COMMENT
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
        label = _label_of(text)
        if label is not None and (label.style != "x." or _is_first_dotted(label)):
            if not (first == "*" and label.kind == "bullet" and text[1:2] not in " \t"):
                return LABEL
    return EMPHASIS if _EMPHASIS.match(text) else TEXT


def _fence_of(text: str) -> str:
    """The marks of the fence that a line opens; as many or more of them close it."""
    return text[: len(text) - len(text.lstrip(text[0]))]


def _label_of(text: str) -> Label | None:
    """The label a line begins with, emphasis around it set aside."""
    start = text[:_LONGEST_LABEL]
    return find_label(start.translate(_MARKS).lstrip() if start[0] in "*_\\" else start)


def _is_first_dotted(label: Label) -> bool:
    """Whether `a.` or `i.` begins a list; others only go on with one: `p. 12` is no item."""
    return label.value == 1 or label.roman_value == 1


def _goes_on_dotted(before: Line, line: Line) -> bool:
    """Whether a line that begins with `b.` or `ii.` is the next item of a list."""
    if line.kind != TEXT or line.text[1:2] not in ".ivx":
        return False
    label = _label_of(line.text)
    if label is None or label.style != "x.":
        return False
    ended = _without_closing(before.text)
    if ended[-1:] in ";:" or _CLOSING_WORD.search(ended) is not None:
        return True
    return _same_series(before, line)


def ends_paragraph(text: str) -> bool:
    """Whether a line ends as a paragraph does, notes and mark-up set aside."""
    stripped = _without_closing(text)
    if stripped and stripped[-1] in _CLOSING_MARKS:
        return True
    return _CLOSING_WORD.search(stripped) is not None


def _may_follow(before: Line, line: Line) -> bool:
    """Whether a label may stand here: after a comma only the first number, or a letter.

    A number after an abbreviation (`par.` before a line break) is none either.
    """
    label = _label_of(line.text)
    if label is None or label.kind != "number":
        return True
    text = _without_closing(before.text)
    if text.endswith(".") and _is_short(text):
        return False
    return label.value == 1 or text[-1:] not in ",，،"


def _without_closing(text: str) -> str:
    """A line's text up to its last mark: notes, closing brackets and quotation marks cut off."""
    # Notes at the end are short; a search over the whole of a long line would cost.
    return text[:-_LONGEST_NOTES] + _ENDING_NOTES.sub("", text[-_LONGEST_NOTES:]).rstrip(
        _AFTER_CLOSING
    )


def _is_short(text: str) -> bool:
    """Whether the last word before a full stop is as short as abbreviations are."""
    return len(text.rstrip(".").rpartition(" ")[2]) <= _LONGEST_ABBREVIATION


def _same_series(before: Line, line: Line) -> bool:
    """Whether two lines are items of one list whose items have no mark at their end."""
    one = _label_of(before.text) if before.kind == LABEL or line.kind == TEXT else None
    other = _label_of(line.text)
    if one is None or other is None or one.style != other.style:
        return False
    if one.roman_value and other.roman_value == one.roman_value + 1:
        return True
    return one.kind == "bullet" or other.value == one.value + 1


def _is_whole_sentence(before: Line, line: Line) -> bool:
    """Whether a full line ends a sentence: a paragraph of a resolution holds but one."""
    text = _without_closing(before.text)
    if text[-1:] not in ".;。；؛" or line.text[0].islower():
        return False
    return text[-1] != "." or not _is_short(text)


class Layout:
    """How a file is laid out: whether blank lines part its paragraphs, how wide its lines are.

    `width` is the longest line of a wrapped text, 0 for a text that is not wrapped.
    """

    __slots__ = ("dense", "width")

    def __init__(self, lines: list[Line]) -> None:
        lengths = sorted(
            len(line.text) for line in lines if line.kind not in (BLANK, RULE, HEADING, TABLE)
        )
        longest = lengths[min(int(len(lengths) * 0.98), len(lengths) - 1)] if lengths else 0
        # In a wrapped text many lines are nearly as long as the longest.
        full = sum(length > longest - _RAGGED for length in lengths)
        wrapped = (
            _SHORTEST_WRAPPED <= longest <= _LONGEST_WRAPPED
            and full >= 3
            and full * 4 > len(lengths)
        )
        self.width = longest if wrapped else 0
        openings = glued = blanks = 0
        before = BLANK
        for line in lines:
            if line.kind == BLANK:
                blanks += 1
            elif line.kind in (LABEL, EMPHASIS):
                openings += 1
                glued += before in (TEXT, LABEL, EMPHASIS)
            before = line.kind
        if openings >= 2:
            self.dense = glued * 2 > openings
        else:
            self.dense = blanks * 6 < len(lines)

    def is_as(self, other: Layout) -> bool:
        """Whether two files are laid out alike."""
        return self.dense == other.dense and self.width == other.width

    def parts(self, before: Line, line: Line, *, first: bool) -> bool:
        """Whether `line`, right below `before`, starts a new block.

        `first` says that `before` is itself the first line of its block.
        """
        if line.kind in (HEADING, NOTE):
            return True
        if before.kind == NOTE and line.kind == TEXT and NOTE_START.fullmatch(before.text):
            return False  # the number of a note on a line of its own, its text below
        if before.kind == HEADING:
            if line.kind != TEXT or not self._filled(before, line):
                return True
            return self.dense and not line.text[0].islower()
        ended = ends_paragraph(before.text)
        if line.kind == LABEL or _goes_on_dotted(before, line):
            if (ended and _may_follow(before, line)) or (first and _same_series(before, line)):
                return True
            return self.dense and not self._filled(before, line)
        if self.dense:
            if line.kind == TEXT and before.breaks and not ended:
                return False
            if not self.width:
                return True
            if not self._filled(before, line):
                return True
            return (line.kind == EMPHASIS and ended) or _is_whole_sentence(before, line)
        # A note that says all it has to say ends there, unless lines are wrapped.
        return before.kind == NOTE and first and ended and not self._filled(before, line)

    def _filled(self, before: Line, line: Line) -> bool:
        """Whether `before` is as long as lines get, so that `line` may continue it."""
        if not self.width:
            return False
        # A no-break space breaks no line: what it joins moves as one word.
        word = line.text.split(" ", 1)[0]
        needs = min(len(word), 3) if word and word[0] >= "\u2e80" else len(word)
        return len(before.text) + 1 + needs > self.width - 1
