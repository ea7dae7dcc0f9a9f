"""How the lines of a file belong together: where one block ends and the next one starts.

Lines may be wrapped or not, and blank lines part paragraphs or do not.
"""

from __future__ import annotations

from reslint.blocks.lines import (
    BLANK,
    EMPHASIS,
    FENCE,
    HEADING,
    LABEL,
    NOTE,
    RULE,
    TABLE,
    TEXT,
    Line,
    label_of,
)
from reslint.blocks.markers import NOTE_START
from reslint.data.patterns import expression

_NOT_WRAPPED = (BLANK, RULE, HEADING, TABLE, FENCE)
_SHORTEST_WRAPPED = 40
_LONGEST_WRAPPED = 140
_LONGEST_ABBREVIATION = 5
_LONGEST_NOTES = 120
_RAGGED = 16  # how much shorter than the longest a full line may be
_CLOSING_MARKS = ",;.:!?，；。：、！？،؛؟…"
_AFTER_CLOSING = '*_ \t\u00a0\u200e\u200f)]»”"’'
_ENDING_NOTES = expression(
    r"(?:\[\^[^\]\s]*\]|<sup>[^<]*</sup>|[⁰¹²³⁴-⁹]+|<!--.*?-->|[*_\s\u00a0\u200e\u200f])+\Z"
)
_CLOSING_WORD = expression(r"[;；؛,，،]\s*(?:and|or|et|ou|y|e|o|и|или)\Z")


def _goes_on_dotted(before: Line, line: Line) -> bool:
    """Whether a line that begins with `b.` or `ii.` is the next item of a list."""
    if line.kind != TEXT or line.text[1:2] not in ".ivx":
        return False
    label = label_of(line.text)
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
    label = label_of(line.text)
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
    one = label_of(before.text) if before.kind == LABEL or line.kind == TEXT else None
    other = label_of(line.text)
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
            len(line.text)
            for line in lines
            if line.kind not in (BLANK, RULE, HEADING, TABLE, FENCE)
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
