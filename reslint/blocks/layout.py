"""Decide which lines of a file form a block, whatever its layout.

Real drafts have wrapped or unwrapped lines, with or without blank lines between paragraphs.
No language is known yet, so the punctuation marks and the words "and", "or" of all six official
languages count. Some 460 lines: each sign of a new block is a few of them, weighed together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from reslint.blocks.furniture import is_running_head
from reslint.blocks.label_words import label_words
from reslint.blocks.lines import (
    BLANK,
    EMPHASIS,
    FENCE,
    FURNITURE,
    HEADING,
    LABEL,
    NOTE,
    RULE,
    TABLE,
    TEXT,
    Line,
    label_of,
    possible_label_of,
)
from reslint.blocks.markers import note_start
from reslint.blocks.numerals import chinese_value, letter_value, roman_value
from reslint.blocks.possible_labels import find_possible_label
from reslint.data.patterns import expression
from reslint.text.editorial_tags import TAG_ENDS, end_before_tags
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, SEMICOLONS, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.label import Label


_SHORTEST_WRAPPED = 40
_LONGEST_WRAPPED = 140
_LONGEST_ABBREVIATION = 5
_LONGEST_ARTICLE = 6
_FIRST_BEYOND_LATIN = "\u0370"
_FURTHER_IN = 3  # a line end and two spaces of a hard break
_LONGEST_ITEM = 12  # lines of the first item of a list
_LONGEST_NOTES = 120  # characters of note markers and comments at the end of a line
_RAGGED = 16  # a wrapped line is full if it is at most this much shorter than the longest
_CLOSING_MARKS = ",;.:!?，；。：、！？،؛؟…"
_AFTER_CLOSING = SPACES + '*_\t\u200e\u200f)]»”"’'
_ENDING_NOTES = expression(
    r"(?:\[\^[^\]\s]*\]|<sup>[^<]*</sup>|[⁰¹²³⁴-⁹]+|<!--.*?-->|[*_\s\u200e\u200f])+\Z"
)
_ENDS_OF_NOTES = tuple("]>*_⁰¹²³⁴⁵⁶⁷⁸⁹\u200e\u200f")
_AFTER_LETTER = frozenset(".) -–—/")  # what follows the letter of an item
_LETTERS = ("letter", "roman")
_ONLY_IN_LIST = ("X.", "I.", "x -")  # styles of labels
_MOST_ITEMS = 8  # blocks between two items of a list: those of the list below the first
_DASH_BULLETS = "-–—"
_LIKE_LABEL = expression(r"\w{1,4}[.):]")  # `a.100` has lost its space
_DASHES = ("-", "–", "—", "/")  # behind the letter of an item: `a -`, `a /`
_BEFORE_JOINING = frozenset(COMMAS + SEMICOLONS)  # before the "and" or "or" that ends an item
_BRACKETS_END = frozenset(")）")
_LONGEST_REFERENCE = 9  # characters of `s (viii),`
# A letter in brackets with a word before it, and one with another close behind it.
_ENDS_WITH_LETTER = expression(r"(?:\w|\w\s|[)）]\s?)[(（]\w{1,4}[)）][,，、،]?\Z")
_TWO_LETTERS = expression(
    r"[(（]\w{1,4}[)）]\s?、?(?P<word>\w{1,3}\s?)?[(（](?P<second>\w{1,4})[)）]"
)


def starts_labelled(before: Line, line: Line) -> bool:
    """Tell whether a line of a block quote starts another paragraph with a label."""
    return label_of(line.text) is not None and ends_paragraph(before.text)


def _is_next_dotted_item(before: Line, line: Line) -> bool:
    """Tell whether a line that begins with `b.` or `ii.` is the next item of a list."""
    if line.kind != TEXT or line.text[1:2] not in ".ivx":
        return False
    label = label_of(line.text)
    if label is None or label.style != "x.":
        return False
    ended = _without_closing(before.text)
    if ended[-1:] in ";:" or _ends_with_joining_word(ended):
        return True
    first = label_of(before.text) if before.kind in (LABEL, TEXT) else None
    if first is not None and first.style == "x." and ended[-1:] in COMMAS:
        return True
    return _same_series(before, line)


def _is_next_dashed_item(before: Line, line: Line) -> bool:
    """Tell whether a line that begins with `a -` is the first or next item of a list."""
    text = line.text
    if text[1:2] != " " or text[2:3] not in _DASHES or not text[0].isalpha():
        return False
    label = find_possible_label(text)
    if label is None or label.style != "x -":
        return False
    return _without_closing(before.text)[-1:] in (COLONS if label.value == 1 else _BEFORE_JOINING)


def ends_paragraph(text: str) -> bool:
    """Tell whether a line ends like a paragraph, ignoring note markers, mark-up and tags."""
    stripped = _without_closing(text)
    if stripped and stripped[-1] in _CLOSING_MARKS:
        return True
    if _ends_with_joining_word(stripped):
        return True
    tail = text[-_LONGEST_NOTES:].rstrip("*_ ")
    return tail.endswith(TAG_ENDS) and end_before_tags(tail) < len(tail)


def _may_follow(before: Line, line: Line) -> bool:
    """Tell whether the label of `line` may start a paragraph after `before`.

    After a comma only the number 1 may, or a letter. A number after an abbreviation (`par.` before
    a line break) is not a label.
    """
    label = label_of(line.text)
    if label is None or label.kind != "number" or label.part:
        return True
    text = _without_closing(before.text)
    if text.endswith(".") and _is_short(text):
        return False
    return label.value == 1 or text[-1:] not in COMMAS


def _ends_with_joining_word(text: str) -> bool:
    """Tell whether a text ends with a mark and a word that leads to the next item: `…; and`."""
    joining = label_words().joining
    if not text.endswith(joining):
        return False
    befores = (text[: -len(word)].rstrip() for word in joining if text.endswith(word))
    return any(before[-1:] in _BEFORE_JOINING for before in befores)


def _without_closing(text: str) -> str:
    """Cut note markers, closing brackets, quotation marks and spaces off the end of a line."""
    # Only the end is searched: the pattern is slow on a long line, and note markers are short.
    tail = text[-_LONGEST_NOTES:]
    if tail[-1:] in _ENDS_OF_NOTES or tail[-1:].isspace():
        tail = _ENDING_NOTES.sub("", tail)
    return text[:-_LONGEST_NOTES] + tail.rstrip(_AFTER_CLOSING)


def _is_short(text: str) -> bool:
    """Tell whether the last word before a full stop is short enough for an abbreviation."""
    return len(text.rstrip(".").rpartition(" ")[2]) <= _LONGEST_ABBREVIATION


def _same_series(before: Line, line: Line) -> bool:
    """Tell whether two lines are successive items of one list, whatever mark ends the first."""
    first = label_of(before.text) if before.kind == LABEL or line.kind == TEXT else None
    second = label_of(line.text)
    if first is second is None and before.kind == line.kind == LABEL:
        first, second = possible_label_of(before.text), possible_label_of(line.text)
    if first is None or second is None or first.style != second.style:
        return False
    if first.roman_value and second.roman_value == first.roman_value + 1:
        return True
    return first.kind == "bullet" or second.value == first.value + 1


def _leaves_list(before: Line, line: Line) -> bool:
    """Tell whether a number before emphasis follows an item without: `2. *Decides*` below it.

    The item may lack its mark, and its number may be the same: `1.` nested under `1.`.
    """
    item, label = label_of(before.text), label_of(line.text)
    if item is None or label is None or label.kind != "number":
        return False
    emphasized = [
        one.text[known.body : known.body + 1] in ("*", "_")
        for one, known in ((before, item), (line, label))
    ]
    return emphasized == [False, True]


def _is_first(label: str) -> bool:
    """Tell whether a series of labels may begin with a letter or number."""
    return label == "1" or 1 in (letter_value(label), roman_value(label), chinese_value(label))


def _touches_dash(text: str) -> bool:
    """Tell whether a text opens with a dash right before a letter."""
    return text[:1] in _DASH_BULLETS and text[1:2].isalpha()


def _same_dash(line: Line, below: list[Line]) -> bool:
    """Tell whether the line below opens with the same dash right before a letter."""
    return any(one.text[:1] == line.text[0] and _touches_dash(one.text) for one in below)


def _is_list_of_letters(before: Line, line: Line) -> bool:
    """Tell whether a list of letters runs over two lines: `paragraphs (c), / (d) and (e) of …`.

    These are references, so the line begins no item.
    """
    if before.text[-1:] not in _BRACKETS_END and before.text[-2:-1] not in _BRACKETS_END:
        return False
    letters = _TWO_LETTERS.match(line.text)
    if letters is None or (letters["word"] is None and _is_first(letters["second"])):
        return False  # `(b) (i)` are the labels of an item and of its first item
    start = max(len(before.text) - _LONGEST_REFERENCE, 0)
    return _ENDS_WITH_LETTER.search(before.text, start) is not None


def _is_whole_sentence(before: Line, line: Line) -> bool:
    """Tell whether a full line ends a sentence.

    A paragraph of a resolution is one sentence, so the next line starts another paragraph.
    """
    text = _without_closing(before.text)
    if text[-1:] not in CLAUSE_ENDS or line.text[0].islower():
        return False
    return text[-1] != "." or not _is_short(text)


def _is_article(line: Line) -> bool:
    """Tell whether a line holds only the article before the name of the organ: « - Le »."""
    return line.text.lstrip("-–— ") in label_words().articles


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether a line in small letters goes on with the one above it, however short that is.

    Pages break the line behind a phrase or an article in italics: « Réaffirmant », « La ». In
    Cyrillic letters paragraphs open with small ones.
    """
    text = line.text
    return (
        before.kind in (TEXT, LABEL, EMPHASIS)
        and text[0].islower()
        and text[0] < _FIRST_BEYOND_LATIN
        and not before.text.isupper()
        and _LIKE_LABEL.match(text) is None
    )


def _label_in_list(text: str) -> Label | None:
    """Return the label of a line, also `A.`, `I.` and `a -`, which are labels only in a list."""
    if not text:
        return None
    label = label_of(text)
    if label is None:
        label = find_possible_label(text)
        if label is not None and label.style not in _ONLY_IN_LIST:
            return None
    return label


def _is_further_in(lines: list[Line], index: int) -> bool:
    """Tell whether a line begins some spaces in, more than those of a hard break above it."""
    return lines[index].start - lines[index - 1].end > _FURTHER_IN


def _is_only_note_start(text: str) -> bool:
    """Tell whether a text is the number of a note and nothing else."""
    found = note_start(text)
    return found is not None and found.end() == len(text)


def _lengths_of(lines: list[Line]) -> list[int]:
    """Return the lengths of the lines that may be wrapped."""
    return [
        len(line.text) for line in lines if line.kind not in (BLANK, RULE, HEADING, TABLE, FENCE)
    ]


def _longest(lengths: list[int]) -> int:
    """Return the length of the longest line, a few far longer ones apart; all are in order."""
    return lengths[min(int(len(lengths) * 0.98), len(lengths) - 1)] if lengths else 0


def _width(lengths: list[int]) -> int:
    """Return the length of the longest line of a wrapped text from all lengths in order, or 0."""
    longest = _longest(lengths)
    # In a wrapped text many lines are nearly as long as the longest.
    full = len(lengths) - bisect_right(lengths, longest - _RAGGED)
    wrapped = (
        _SHORTEST_WRAPPED <= longest <= _LONGEST_WRAPPED and full >= 3 and full * 4 > len(lengths)
    )
    return longest if wrapped else 0


class Layout:
    """The layout of a file, measured over all its lines.

    `dense` tells that paragraphs follow each other without blank lines. `width` is the length of
    the longest line of a wrapped text in code points, 0 for a text that is not wrapped. `spaced`
    tells that most lines end with two spaces: then these are no hard breaks within paragraphs.
    """

    __slots__ = ("_hard_breaks", "_lengths", "dense", "spaced", "width")

    def __init__(self, lines: list[Line]) -> None:
        self._lengths = sorted(_lengths_of(lines))
        self.width = _width(self._lengths)
        self._hard_breaks = sum(line.breaks for line in lines)
        self.spaced = self._hard_breaks * 2 > len(self._lengths)
        openings = without_blank = blanks = last_blanks = 0
        before = BLANK
        for line in lines:
            if line.kind == FURNITURE:
                continue
            if line.kind == BLANK:
                last_blanks += 1
            else:
                blanks += last_blanks
                last_blanks = 0
            if line.kind in (LABEL, EMPHASIS):
                openings += 1
                without_blank += before in (TEXT, LABEL, EMPHASIS)
            before = line.kind
        if openings >= 2:
            self.dense = without_blank * 2 > openings
        else:
            # Blank lines at the end do not count, but one of a text that may be wrapped.
            ends = min(last_blanks, 1) if _longest(self._lengths) <= _LONGEST_WRAPPED else 0
            self.dense = (blanks + ends) * 6 < len(lines) - last_blanks + ends

    def takes(self, before: list[Line], now: list[Line]) -> bool:
        """Replace some lines by others of the same kinds; tell whether the layout stays the same.

        If it does not, the layout is left as it was.
        """
        lengths = self._lengths.copy()
        for length in _lengths_of(before):
            del lengths[bisect_left(lengths, length)]
        for length in _lengths_of(now):
            insort(lengths, length)
        longest, was = _longest(lengths), _longest(self._lengths)
        if (longest > _LONGEST_WRAPPED) != (was > _LONGEST_WRAPPED) or _width(
            lengths
        ) != self.width:
            return False
        hard_breaks = self._hard_breaks + sum(line.breaks for line in now)
        hard_breaks -= sum(line.breaks for line in before)
        if (hard_breaks * 2 > len(lengths)) != self.spaced:
            return False
        self._lengths, self._hard_breaks = lengths, hard_breaks
        return True

    def same_as(self, other: Layout) -> bool:
        """Tell whether two files have the same layout."""
        return (self.dense, self.spaced, self.width) == (other.dense, other.spaced, other.width)

    def starts_block(self, before: Line, line: Line, *, first: bool) -> bool:
        """Tell whether `line`, directly below `before`, starts a new block.

        `first` tells that `before` is itself the first line of its block.
        """
        if line.kind in (HEADING, NOTE):
            return True
        if is_running_head(line.text) or is_running_head(before.text):
            return True
        if before.kind == NOTE and line.kind == TEXT and _is_only_note_start(before.text):
            return False  # the number of a note stands on its own line above its text
        if before.kind == HEADING:
            if line.kind != TEXT or not self._is_full(before, line):
                return True
            return self.dense and not line.text[0].islower()
        if len(before.text) <= _LONGEST_ARTICLE and line.text[0].isupper() and _is_article(before):
            return False
        if line.kind == LABEL and _is_list_of_letters(before, line):
            return False
        ended = ends_paragraph(before.text)
        if not ended and _touches_dash(line.text) and before.text[0] != line.text[0]:
            return False  # an aside: “—including Kenya—”
        if _is_next_dashed_item(before, line):
            return True
        if line.kind == LABEL or _is_next_dotted_item(before, line):
            if (ended and _may_follow(before, line)) or (first and _same_series(before, line)):
                return True
            if first and before.kind == LABEL and _leaves_list(before, line):
                return True
            return self.dense and not self._is_full(before, line)
        if self.dense:
            if line.kind == TEXT and not ended:
                if (before.breaks and not self.spaced) or _goes_on(before, line):
                    return False
            if not self.width:
                return True
            if not self._is_full(before, line):
                return True
            return (line.kind == EMPHASIS and ended) or _is_whole_sentence(before, line)
        # A note whose first line ends a sentence ends there, unless lines are wrapped.
        return before.kind == NOTE and first and ended and not self._is_full(before, line)

    def opens_list(self, lines: list[Line], index: int) -> bool:
        """Tell whether a line begins the first item of a list, whatever mark ends the line above.

        Its label is the first of a series (`(a)`, `A.`, a dash), the next one stands on a line
        below, and the line above has room for its first word: `Invites the fund -`, `asks them to`.
        """
        line = lines[index]
        if line.kind != LABEL and line.text[1:2] not in _AFTER_LETTER:
            return False
        if _touches_dash(line.text) and not _same_dash(line, lines[index + 1 : index + 2]):
            return False
        label = _label_in_list(line.text)
        if label is None or label.part or self._is_full(lines[index - 1], line):
            return False
        if label.kind != "bullet" and 1 not in (label.value, label.roman_value):
            return False
        numbered = label.style == "N."  # as paragraphs are: only one further in is an item
        if numbered and not _is_further_in(lines, index):
            return False
        for place in range(index + 1, min(index + _LONGEST_ITEM, len(lines))):
            below = lines[place]
            if below.kind == BLANK:
                return False
            following = _label_in_list(below.text) if below.kind in (LABEL, TEXT) else None
            if following is not None:
                if following.style != label.style or (
                    numbered and not _is_further_in(lines, place)
                ):
                    return False
                return (
                    label.kind == "bullet"
                    or following.value == label.value + 1
                    or following.roman_value == label.roman_value + 1 > 1
                )
        return False

    def takes_up_list(
        self, lines: list[Line], index: int, groups: Sequence[tuple[object, int, int]], first: int
    ) -> bool:
        """Tell whether a line begins the next item of a list, whatever mark ends the line above.

        `groups` are the blocks above (kind, first line, line after the last), `first` is the first
        line of the open one. One of them has the label before, and the line above has room for the
        first word: `b)` below `ii)` and `a)`.
        """
        line = lines[index]
        if line.kind != LABEL and line.text[1:2] not in _AFTER_LETTER:
            return False
        label = _label_in_list(line.text)
        if label is None or label.kind not in _LETTERS or self._is_full(lines[index - 1], line):
            return False
        for start in (first, *(start for _, start, _ in groups[-_MOST_ITEMS:])):
            above = _label_in_list(lines[start].text)
            if above is not None and above.style == label.style:
                if above.value == label.value - 1 or above.roman_value == label.roman_value - 1 > 0:
                    return True
        return False

    def _is_full(self, before: Line, line: Line) -> bool:
        """Tell whether the first word of `line` would not have fitted at the end of `before`.

        If so, `before` was wrapped and `line` may continue it.
        """
        if not self.width:
            return False
        # Words joined by a no-break space are wrapped as one word.
        word = line.text.split(" ", 1)[0]
        needed = min(len(word), 3) if word and word[0] >= "\u2e80" else len(word)
        return len(before.text) + 1 + needed > self.width - 1
