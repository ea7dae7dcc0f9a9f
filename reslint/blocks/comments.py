"""Find HTML comments in the lines of a file, whatever else stands on these lines.

Text before and after a comment is text of the draft. A comment that is never closed ends with its
paragraph: what follows is read as usual, since nobody can tell what the author meant to hide.
"""

from __future__ import annotations

from reslint.data.patterns import expression

OPENING = "<!--"
CLOSING = "-->"
_BLANK_LINE = expression(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r|\n)")


class Comments:
    """The comments of a text, taken from its lines one after the other.

    `is_open` tells that the present line starts within a comment; `closes`, that this comment has
    its end. Offsets are those of the text.
    """

    __slots__ = ("_end", "_text", "closes", "is_open")

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1  # the end of the last comment looked for, the length of the text for none
        self.is_open = False
        self.closes = True

    def take_end(self, piece: str) -> int:
        """Close the open comment, if `piece` holds its end; return the length of its part here."""
        end = piece.find(CLOSING) if self.closes else -1
        if end < 0:
            return len(piece)
        self.is_open = False
        return end + len(CLOSING)

    def take_opening(self, piece: str, at: int) -> int:
        """Return where in `piece` a comment opens that goes on in later lines, its length for none.

        `at` is the offset of `piece`.
        """
        position = 0
        while (opening := piece.find(OPENING, position)) >= 0:
            end = piece.find(CLOSING, opening + len(OPENING))
            if end < 0:
                self.is_open = True
                self.closes = self._is_closed(at + opening)
                return opening
            position = end + len(CLOSING)
        return len(piece)

    def leave(self) -> None:
        """End a comment that is never closed."""
        self.is_open = False

    def _is_closed(self, opening: int) -> bool:
        """Tell whether the comment that opens here has its end.

        An end that belongs to another comment, opened in a later paragraph, is not its end.
        """
        text = self._text
        inside = opening + len(OPENING)
        if self._end < inside:
            found = text.find(CLOSING, inside)
            self._end = len(text) if found < 0 else found
        if self._end == len(text):
            return False
        other = text.rfind(OPENING, inside, self._end)
        return other < 0 or _BLANK_LINE.search(text, inside, other) is None


def without_comments(text: str) -> tuple[int, str]:
    """Cut whole comments off both ends of a line; return what was cut in front, and the rest.

    A line of comments alone is returned as it is.
    """
    start, end = 0, len(text)
    while text.startswith(OPENING, start):
        closing = text.find(CLOSING, start + len(OPENING))
        if closing < 0:
            break
        start = closing + len(CLOSING)
        while text[start : start + 1].isspace():
            start += 1
    if start >= end:
        return 0, text
    while text.endswith(CLOSING, start, end):
        opening = text.rfind(OPENING, start, end)
        if opening < 0:
            break
        end = opening
        while end > start and text[end - 1].isspace():
            end -= 1
    return start, text[start:end]
