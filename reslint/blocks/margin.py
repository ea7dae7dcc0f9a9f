"""Find what stands before the lines of a pasted text: line numbers, quotation marks, bullets.

Numbers stand on every line, or on every fifth. They are left out of the text only where they are
certain: they count without a gap over all lines but a few, the heads and feet of pages, and some of
the lines are wrapped in the middle of a sentence, or the empty lines have numbers, too.
"""

from __future__ import annotations

import re

from reslint.blocks.labels_in_bullets import find_labels_in_bullets
from reslint.blocks.running_quotes import QUOTES, find_running_quotes
from reslint.data.patterns import expression
from reslint.text.folding import CLOSERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.text.source import Source


# Before the number of the line that of the page may stand, `2-14`, and a break of the page.
_MARGIN = expression(r"[ \t\f]*(?:[0-9]{1,2}-)?([0-9]{1,3})(?:[ \t]|\Z)")
_START = expression(r"^[ \t]*(?:[0-9]{1,2}-)?([0-9]{1,3})(?:[ \t]|$)", re.MULTILINE)
# The number on every line may have lost the space behind it: `12That the Union`.
_GLUED = expression(r"[ \t\f]*([0-9]{1,3})(?:[ \t]|\Z|(?=[^\W\d_])(?!(?:st|nd|rd|th|er?)\b))")
_GLUED_START = expression(r"^[ \t]*([0-9]{1,3})(?:[ \t]|$|(?=[^\W\d_]))", re.MULTILINE)
_LOOKED_AT = 2500  # characters of the start of a text that are searched for numbers in a margin
_ODD_START = expression(r"[ \t]*(?:>|[-*•–][ \t])")  # of a line that may have a mark or bullet
_OF_LINES = frozenset(f"\n\r\f{QUOTES}")
_SETTLED = 4  # visible characters at the start of a line, with which no emphasis can begin there
_ENDS = ",;.:!?，；。：！？،؛؟"
_STEPS = {1: 8, 5: 3}  # by how much the numbers grow, and how many of them are enough
_TWO = 2
_NUMBERS_OF_PAGE = 5  # numbers on every fifth line for each break of a page between two of them
_FIGURES = "0123456789"
_BEFORE_TEXT = " \t\f" + _FIGURES
_ENOUGH_WRAPPED = 2  # lines that end within a sentence
_ENOUGH_EMPTY = 2  # lines between two others that hold nothing but their number
_MOST_ABOVE = 4  # lines above the first number, if every line has one
_LINES_OF_PAGE = 10  # lines with numbers for each head or foot of a page that has none, at least


def may_have_margin(source: Source) -> bool:
    """Tell whether a text has such marks or bullets or, quickly, may have line numbers."""
    return _may_have_numbers(source.text) or _find_marks(source) is not None


def keeps_margin(source: Source, start: int, before: str, now: str) -> bool:
    """Tell whether a text without margin surely has none after words in one line have changed.

    `before` was the text at `start`, `now` is what stands there.
    """
    text = source.text
    if not _OF_LINES.isdisjoint(before) or not _OF_LINES.isdisjoint(now):
        return False
    head = text[text.rfind("\n", 0, start) + 1 : start]
    return (
        len(head.lstrip()) >= _SETTLED
        and _ODD_START.match(head) is None
        and (start >= _LOOKED_AT or not _may_have_numbers(text))
    )


def _may_have_numbers(text: str) -> bool:
    """Tell quickly whether a text may have line numbers in its margin."""
    for start in (_START, _GLUED_START):
        numbers = [int(number) for number in start.findall(text, 0, _LOOKED_AT)]
        pairs = zip(numbers, numbers[1:], strict=False)
        if any(later - earlier in _STEPS for earlier, later in pairs):
            return True
    return False


def find_margin(source: Source) -> list[int] | None:
    """Return the width of the margin of each line, None for a text without one."""
    return _find_numbers(source) or _find_marks(source)


def _find_marks(source: Source) -> list[int] | None:
    """Return the width of the mark or bullet before each line, None for a text without them."""
    lines = source.line_texts()
    return find_running_quotes(lines) or find_labels_in_bullets(lines)


def _find_numbers(source: Source) -> list[int] | None:
    """Return the width of the number before each line, None for a text without line numbers."""
    if not _may_have_numbers(source.text):
        return None
    lines = list(source.line_texts())
    found = [_MARGIN.match(line) for line in lines]
    glued = [_GLUED.match(line) for line in lines]
    counted = [int(match[1]) for match in glued if match is not None]
    if len(counted) > sum(map(bool, found)) and counted == [*range(1, len(counted) + 1)]:
        return _margin_of(lines, glued, 1, _STEPS[1])
    for step, enough in _STEPS.items():
        widths = _margin_of(lines, found, step, enough)
        if widths is not None:
            return widths
    return None


def _margin_of(
    lines: list[str], found: list[re.Match[str] | None], step: int, enough: int
) -> list[int] | None:
    """Return the widths of a margin whose numbers grow by `step`, None if there is none.

    `found` are the numbers before the lines, `enough` how many tell a margin by themselves.
    """
    numbered = [
        index
        for index, match in enumerate(found)
        if match is not None
        and (step == 1 or (int(match[1]) % step == 0 and _is_set_apart(lines[index])))
    ]
    if step == 1:
        numbered = _without_page_numbers(lines, found, numbered)
    if len(numbered) < enough and not _stands_apart(lines, numbered):
        return None
    numbers = [int(match[1]) for index in numbered if (match := found[index]) is not None]
    if _counts(numbers, step) and _is_regular(lines, numbered, step):
        widths = [0] * len(lines)
        for index in numbered:
            match = found[index]
            widths[index] = match.end(1) if match is not None else 0
        return widths
    return None


def _without_page_numbers(
    lines: list[str], found: list[re.Match[str] | None], numbered: list[int]
) -> list[int]:
    """Return the numbered lines without numbers that stand alone and interrupt the count."""
    kept: list[int] = []
    before = 0
    for index in numbered:
        match = found[index]
        number = int(match[1]) if match is not None else 0
        alone = not lines[index].strip(_BEFORE_TEXT)
        if not (kept and alone) or number in (before + 1, 1):
            kept.append(index)
            before = number
    return kept


def _stands_apart(lines: list[str], numbered: list[int]) -> bool:
    """Tell whether all lines but the two with the numbers 5 and 10 leave the margin empty."""
    if len(numbered) != _TWO:
        return False
    width = min(len(lines[index]) - len(lines[index].lstrip(_BEFORE_TEXT)) for index in numbered)
    others = {*range(len(lines))} - {*numbered}
    return all(not lines[index][:width].strip() for index in others)


def _counts(numbers: Sequence[int], step: int) -> bool:
    """Tell whether numbers grow by `step`; on a new page they may start again."""
    if numbers[0] != step:
        return False
    return all(
        later in (earlier + step, step)
        for earlier, later in zip(numbers, numbers[1:], strict=False)
    )


def _is_regular(lines: list[str], numbered: list[int], step: int) -> bool:
    """Tell whether the numbers stand where a margin has them and number no paragraphs."""
    first, last = numbered[0], numbered[-1]
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if step == 1:
        if filled.index(first) > _MOST_ABOVE:
            return False
        within = sum(first <= index <= last for index in filled)
        if (within - len(numbered)) * _LINES_OF_PAGE > len(numbered):
            return False
        if not _all_between_are_of_pages(lines, numbered):
            return False
        texts = [lines[index].lstrip(_BEFORE_TEXT) for index in numbered]
    else:
        places = {index: place for place, index in enumerate(filled)}
        steady = [
            step in (later - earlier, places[later] - places[earlier])
            for earlier, later in zip(numbered, numbered[1:], strict=False)
        ]
        if steady.count(False) * _NUMBERS_OF_PAGE > len(steady):
            return False
        texts = [lines[index] for index in filled]
    wrapped = sum(text.rstrip(CLOSERS)[-1:] not in _ENDS for text in texts if text.strip())
    return wrapped >= _ENOUGH_WRAPPED or (step == 1 and _has_empty_lines(texts))


def _has_empty_lines(texts: list[str]) -> bool:
    """Tell whether lines without text have numbers, too, each between two lines with text."""
    around = zip(texts, texts[1:], texts[2:], strict=False)
    empty = sum(bool(before and after and not line) for before, line, after in around)
    return empty >= _ENOUGH_EMPTY


def _all_between_are_of_pages(lines: list[str], numbered: list[int]) -> bool:
    """Tell whether the number of a page or its break stands wherever lines have no number.

    Where a title or the second line of a paragraph stands there, the paragraphs have the numbers.
    """
    for before, after in zip(numbered, numbered[1:], strict=False):
        between = "".join(lines[before + 1 : after])
        if between.strip() and "\f" not in between and not any(map(str.isdecimal, between)):
            return False
    return True


def _is_set_apart(line: str) -> bool:
    """Tell whether two blanks or a tab separate the number of a line from its text."""
    rest = line.lstrip().lstrip(_FIGURES)
    return not rest.strip() or rest.startswith(("  ", "\t"))
