"""The mark that ends a text: which one, and what it may end."""

from __future__ import annotations

from reslint.text.editorial_tags import TAG_ENDS, end_before_tags
from reslint.text.folding import CLOSERS, COLONS, DASHES, END_MARKS, INVISIBLE, LIST_COMMAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block


_ENDINGS = frozenset(END_MARKS)
_STOPS = ";.:!?…；。：！？؛؟"
_LONGEST_JOINING = 5  # characters of "; and"


def last_mark(text: str) -> str:
    """Return the last character of a paragraph, ignoring spaces, brackets and quotation marks.

    An editorial tag after the mark is ignored, too, and a short word that joins the next paragraph
    after a semicolon: "…; and". Return "" for a text without any other character.
    """
    last = text[-1:]
    if last in _ENDINGS:
        return last
    stripped = text.rstrip(INVISIBLE)
    if stripped[-1:] in END_MARKS:
        return stripped[-1:]
    if stripped[-1:] in DASHES and stripped[-2:-1] in _ENDINGS:
        return stripped[-2]  # «Comuníquese.-»
    tail = stripped[-_LONGEST_JOINING:]
    if ";" in tail or "؛" in tail:
        at = max(tail.rfind(";"), tail.rfind("؛"))
        if tail[at + 1 :].strip(INVISIBLE).isalpha():
            return tail[at]
    if stripped[-1:] in TAG_ENDS and (end := end_before_tags(stripped)) < len(stripped):
        return stripped[:end].rstrip(CLOSERS)[-1:]
    stripped = text.rstrip(CLOSERS)
    return stripped[-1:]


def is_ended(text: str) -> bool:
    """Tell whether a text ends with a mark that may end a paragraph."""
    return last_mark(text) in END_MARKS and bool(text.strip())


def is_stopped(text: str) -> bool:
    """Tell whether a text ends with a mark that may end an operative paragraph (not a comma)."""
    return last_mark(text) in _STOPS and bool(text.strip())


def ends_with_colon(text: str) -> bool:
    """Tell whether a text ends with a colon, which announces items, or is empty."""
    last = text[-1:]
    return (last if last in _ENDINGS else last_mark(text)) in COLONS


def text_before_markers(block: Block) -> str:
    """Return the plain text of a block without marks between note markers at its end.

    The comma of `wells;¹,²` belongs to the markers, not to the paragraph.
    """
    text = block.plain.text
    if len(block.markers) < 2:
        return text
    places = {marker.at for marker in block.markers}
    end = len(text.rstrip(INVISIBLE))
    while end > 1 and text[end - 1] in LIST_COMMAS:
        before = len(text[: end - 1].rstrip(INVISIBLE))
        if not any(before <= place < end for place in places):
            break
        if not any(place >= end for place in places):
            break
        end = before
    return text[:end]
