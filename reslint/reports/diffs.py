"""What fixes would change, for people: a unified diff with codes, or word by word in colour."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.reports.excerpts import TURNED, columns, reads_right_to_left
from reslint.reports.replacements import compared
from reslint.text.display import displayed, escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reslint.reports.colour import Paint

    Codes = Sequence[tuple[int, str]]
    """Lines of the old text, each with the code of a finding whose fix changes it."""


_HUNK = expression(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n")
_NUMBER = 5  # columns of a line number


def with_codes(diff: str, codes: Codes) -> str:
    """Return a unified diff with the codes of the fixes behind each `@@`: `patch` skips them."""
    return "".join(_with_codes(line, codes) for line in _lines(diff))


def _lines(text: str) -> list[str]:
    return [line + "\n" for line in text.split("\n")[:-1]]


def _with_codes(line: str, codes: Codes) -> str:
    hunk = _HUNK.fullmatch(line)
    if hunk is None:
        return line
    first = int(hunk[1])
    found = _codes_in(codes, first, first + int(hunk[2] or 1))
    return f"{line[:-1]} {found}\n" if found else line


def _codes_in(codes: Codes, first: int, end: int) -> str:
    """Return the codes of the lines from `first` to before `end`, each once, in order."""
    return ", ".join(dict.fromkeys(code for line, code in codes if first <= line < end))


def word_by_word(path: str, diff: str, codes: Codes, paint: Paint, width: int = 100) -> str:
    """Return the changes of a unified diff line by line, with what is taken out and put in.

    The codes stand behind a change, or below it where the width leaves no room.
    """
    parts = [paint(escaped(path), "path") + "\n"]
    for number, old, new in _changes(diff):
        found = _codes_in(codes, number, number + max(1, len(old)))
        parts += _change(number, old, new, found, paint, width)
    return "".join(parts) + "\n"


def _changes(diff: str) -> Iterator[tuple[int, list[str], list[str]]]:
    """Yield the changes of a unified diff: line of the old text, its lines, the new lines."""
    number = 0
    old: list[str] = []
    new: list[str] = []
    for line in _lines(diff)[2:]:
        hunk = _HUNK.fullmatch(line)
        if hunk is None and line[0] in "-+":
            (old if line[0] == "-" else new).append(line[1:-1])
            continue
        if line[0] == "\\":
            continue
        if old or new:
            yield number, old, new
            number += len(old)
            old, new = [], []
        number = int(hunk[1]) if hunk else number + 1
    if old or new:
        yield number, old, new


def _change(
    number: int, old: list[str], new: list[str], codes: str, paint: Paint, width: int
) -> Iterator[str]:
    """Yield the lines on one change, the codes behind the last or below it."""
    shown: list[tuple[str, str, int]] = []
    if len(old) == len(new):
        for offset, (before, after) in enumerate(zip(old, new, strict=True)):
            shown.append((str(number + offset), *_merged(before, after, paint)))
    else:
        lines = [(one, "removed", number + at) for at, one in enumerate(old)]
        lines += [(one, "added", 0) for one in new]
        for one, style, line in lines:
            text = displayed(one)
            shown.append((str(line or ""), paint(text, style), columns(text)))
    for place, (label, text, used) in enumerate(shown):
        bar = paint(f"{label:>{_NUMBER}} | ", "gutter")
        if not codes or place < len(shown) - 1:
            yield f"{bar}{text}\n"
        elif _NUMBER + 3 + used + 2 + len(codes) <= width:
            yield f"{bar}{text}  {paint(codes, 'code')}\n"
        else:
            yield f"{bar}{text}\n"
            yield f"{paint(' ' * _NUMBER + ' | ', 'gutter')}{paint(codes, 'code')}\n"


def _merged(before: str, after: str, paint: Paint) -> tuple[str, int]:
    """Return one line with what goes and what comes, each in its colour, and its columns."""
    made = compared(before, after)
    parts: list[tuple[str, str]] = []
    old, new = list(made.old), list(made.new)
    while old or new:
        if old and old[0][1]:
            parts.append((old.pop(0)[0], "removed"))
        elif new and new[0][1]:
            parts.append((new.pop(0)[0], "added"))
        else:
            parts.append(((new or old)[0][0], ""))
            old, new = old[1:], new[1:]
    text = "".join(paint(part, style) if style else part for part, style in parts)
    begin, end = TURNED if reads_right_to_left(before) else ("", "")
    return f"{begin}{text}{end}", sum(columns(part) for part, _ in parts)
