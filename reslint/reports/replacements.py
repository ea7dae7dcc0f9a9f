"""What a fix writes in the place of what: the phrase before and after, word by word.

A phrase is the text that the edits of a fix touch on the line of its finding, with the words of
which they touch a part. It comes as pieces, each with whether it changes; a longer stretch that
stays is cut out.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.reports.excerpts import shown_character

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from reslint.text.diagnostics import Diagnostic, Edit

    Piece = tuple[str, bool]


# A character of a script that writes no spaces, a space, or a word. (A set of all such characters
# would take as long to compile as a short draft to check.)
_TOKEN = expression(r"(?![\0-\u2e7f])[\s\S]|\s|(?:(?=[\0-\u2e7f])\S)+")
_SPACED_TOKEN = expression(r"\s|\S+")  # the same in a text without such characters
_FIRST_UNSPACED = "\u2e80"
_MOST_AROUND = 40  # characters of a word that is touched
_STAYS = 24  # characters between two changes that are shown
_MOST_TOKENS = 3_000  # of a phrase; beyond, it is shown as changed as a whole
_ELLIPSIS = "…"
_VISIBLE = {" ": "␣", "\u00a0": "⍽", "\u202f": "⍽", "\u2007": "⍽", "\t": "→", "\n": "⏎"}
"""How a space is shown that is all there is of a change."""


class Replacement:
    """The phrase before a fix and after it, each in pieces `(text, whether it changes)`."""

    __slots__ = ("new", "old")

    def __init__(self, old: Sequence[Piece], new: Sequence[Piece]) -> None:
        self.old = tuple(old)
        self.new = tuple(new)


def replacement_of(diagnostic: Diagnostic) -> Replacement | None:
    """Return what the fix of a diagnostic changes on its line; None if nothing there changes."""
    if diagnostic.fix is None or not diagnostic.line:
        return None
    line = diagnostic.line_text
    line_start = diagnostic.start - (diagnostic.column - 1)
    edits = _edits_on_line(diagnostic, line_start, line_start + len(line))
    if not edits:
        return None
    start, end = _words_around(line, edits[0].start - line_start, _last(edits) - line_start)
    new = _applied(line, line_start, edits, start, end)
    if new == line[start:end]:
        return None
    return compared(line[start:end], new)


def compared(old: str, new: str) -> Replacement:
    """Return two texts word by word; what both have is no change."""
    from difflib import SequenceMatcher

    before, after = _token(old).findall(old), _token(new).findall(new)
    if len(before) + len(after) > _MOST_TOKENS:
        return Replacement([(_shown(old), True)], [(_shown(new), True)])
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return Replacement(
        _pieces((kind != "equal", "".join(before[a:b])) for kind, a, b, _, _ in codes),
        _pieces((kind != "equal", "".join(after[c:d])) for kind, _, _, c, d in codes),
    )


def _token(text: str) -> re.Pattern[str]:
    """Return the expression of the tokens of a text."""
    return _SPACED_TOKEN if max(text, default="") < _FIRST_UNSPACED else _TOKEN


def _edits_on_line(diagnostic: Diagnostic, first: int, last: int) -> list[Edit]:
    """Return the edits on a line, in order; of a group only those at the finding itself."""
    assert diagnostic.fix is not None
    edits = [one for one in diagnostic.fix.edits if first <= one.start and one.end <= last]
    if diagnostic.fix.group is not None or len(diagnostic.fix.edits) > len(edits):
        start, end = diagnostic.start, diagnostic.end
        edits = [one for one in edits if one.start <= end and start <= one.end] or edits
    return sorted(edits, key=lambda one: (one.start, one.end))


def _last(edits: Iterable[Edit]) -> int:
    return max(one.end for one in edits)


def _words_around(line: str, start: int, end: int) -> tuple[int, int]:
    """Return a span with the rest of the words at its ends."""
    floor, ceiling = max(0, start - _MOST_AROUND), min(len(line), end + _MOST_AROUND)
    spaces = line[start:end].isspace()
    first, last = start, end
    if spaces:  # of spaces alone one sees nothing
        first, last = max(floor, first - 1), min(ceiling, last + 1)
    before = [match.span() for match in _token(line).finditer(line, floor, ceiling)]
    for begin, stop in before:
        if not line[begin:stop].isspace():
            if begin < first <= stop:
                first = begin
                break
    for begin, stop in before:
        if not line[begin:stop].isspace() and begin <= last < stop:
            last = stop
            break
    return first, last


def _applied(line: str, line_start: int, edits: Iterable[Edit], start: int, end: int) -> str:
    """Return the part of a line from `start` to `end` with the edits made."""
    parts = []
    at = start
    for one in edits:
        parts += [line[at : one.start - line_start], one.text]
        at = max(at, one.end - line_start)
    return "".join([*parts, line[at:end]])


def _pieces(parts: Iterable[tuple[bool, str]]) -> list[Piece]:
    """Return the pieces that are not empty, those that stay cut in the middle."""
    kept = [(changes, text) for changes, text in parts if text]
    pieces = []
    for number, (changes, text) in enumerate(kept):
        if changes:
            pieces.append((_shown(text), True))
        else:
            pieces.append((_cut(text, number == 0, number == len(kept) - 1), False))
    return pieces


def _cut(text: str, first: bool, last: bool) -> str:
    """Return a stretch that stays, its middle (at an end of the phrase: its far end) cut out."""
    shown = "".join(map(shown_character, text))
    if len(shown) <= _STAYS:
        return shown
    half = _STAYS // 2
    before = "" if first else _first_words(shown, half)
    after = "" if last else _first_words(shown[::-1], half)[::-1]
    return f"{before}{_ELLIPSIS}{after}"


def _first_words(text: str, count: int) -> str:
    """Return about the first `count` characters of a text, to the end of a word."""
    end = text.find(" ", count)
    return text[: end + 1] if 0 <= end < count + _STAYS else text[:count]


def _shown(text: str) -> str:
    """Return a text that changes; spaces are made visible where nothing else is in it."""
    if text.isspace():
        return "".join(_VISIBLE.get(character, "␣") for character in text)
    return "".join(_code(character) for character in text)


def _code(character: str) -> str:
    """Return a character, or the code of one that cannot be seen."""
    if character in ("\u00a0", "\u202f"):
        return " "
    return shown_character(character) or f"<U+{ord(character):04X}>"
