"""Find editorial tags at the end of a paragraph: `…, [agreed]`, `…; (US, EU: delete)`.

A tag says who proposed a paragraph or what became of it. It stands in brackets after the mark that
ends the paragraph, so that mark counts and not what the tag ends with. The number of a note that
lost its mark-up (`schools,1`) stands there, too, and the one of a typewriter (`schools, 1/`).
"""

from __future__ import annotations

from reslint.text.folding import (
    BRACKETS,
    CLOSING_QUOTES,
    END_MARKS,
    INVISIBLE,
    LIST_COMMAS,
    SEMICOLONS,
)

_PAIRS = {closing: opening for opening, closing in BRACKETS.items()}
TAG_ENDS = (*_PAIRS, *"0123456789*_/")
"""The characters that may end a tag; in a plain text the marks of its emphasis stand behind it."""
_CLOSING = "".join(_PAIRS)
_DIGITS = "0123456789"
_YEAR = 4  # digits
_SEPARATING = LIST_COMMAS + SEMICOLONS  # marks that end text in brackets, never a tag
_SET_ASIDE = INVISIBLE + "*_"
_LONGEST = 160  # characters of a tag


def end_before_tags(text: str) -> int:
    """Return the offset after the mark before the tags that end a text; its length for no tag."""
    end = len(text.rstrip(_SET_ASIDE))
    if text[end - 1 : end] == "/":
        return _end_before_number(text, end - 1, apart=True)
    if text[end - 1 : end] in _DIGITS:
        return _end_before_number(text, end)
    tagged = False
    while end and text[end - 1] in _PAIRS:
        if tagged and text[:end].rstrip(_CLOSING)[-1:] in END_MARKS:
            return end  # `[… the parties;] [US]`: the whole paragraph is in brackets before the tag
        opening = _opening(text, end - 1)
        if opening < 0:
            return len(text)
        inside = text[opening + 1 : end - 1].rstrip(_SET_ASIDE)
        if inside[-1:] in _SEPARATING:
            # The paragraph itself stands in brackets: `[Noting …,] (EU)`.
            if inside and end < len(text.rstrip(_SET_ASIDE)):
                return opening + 1 + len(inside)
            return len(text)
        before = len(text[:opening].rstrip(_SET_ASIDE))
        if not before:
            return len(text)
        if text[before - 1] in END_MARKS:
            return before
        end = before
        tagged = True
    return len(text)


def _end_before_number(text: str, end: int, *, apart: bool = False) -> int:
    """Return the end before the number of a note that lost its mark-up: `schools,1`, `2015,12`.

    With `apart`, a space may stand before it.
    """
    first = len(text[:end].rstrip(_DIGITS))
    before = len(text[:first].rstrip(INVISIBLE)) if apart else first
    word = text[: before - 1].rstrip(INVISIBLE) if before else ""  # « ponts ;2 »
    if not 0 < end - first <= 2 or text[before - 1] not in END_MARKS or not word:
        return len(text)
    figures = len(word) - len(word.rstrip(_DIGITS))
    if figures == _YEAR or word[-1].isalpha() or word[-1] in CLOSING_QUOTES:
        return before
    return len(text)


def _opening(text: str, closing: int) -> int:
    """Return the offset of the bracket that the one at `closing` closes, -1 for none nearby."""
    opens, closes = _PAIRS[text[closing]], text[closing]
    depth = 0
    for place in range(closing, max(closing - _LONGEST, -1), -1):
        if text[place] == closes:
            depth += 1
        elif text[place] == opens:
            depth -= 1
            if not depth:
                return place
    return -1
