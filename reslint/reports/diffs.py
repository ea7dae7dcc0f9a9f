"""What fixes would change, for people: a unified diff with codes, or word by word in colour."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.reports.excerpts import reads_right_to_left
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
_RIGHT_TO_LEFT, _POP = "\u202b", "\u202c"


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


def word_by_word(path: str, diff: str, codes: Codes, paint: Paint) -> str:
    """Return the changes of a unified diff line by line, with what is taken out and put in."""
    parts = [paint(escaped(path), "path") + "\n"]
    for number, old, new in _changes(diff):
        found = _codes_in(codes, number, number + max(1, len(old)))
        parts += _change(number, old, new, found, paint)
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


def _change(number: int, old: list[str], new: list[str], codes: str, paint: Paint) -> Iterator[str]:
    """Yield the lines on one change, the codes behind the last."""
    shown: list[tuple[str, str]] = []
    if len(old) == len(new):
        for offset, (before, after) in enumerate(zip(old, new, strict=True)):
            shown.append((str(number + offset), _merged(before, after, paint)))
    else:
        shown += [
            (str(number + at), paint(displayed(one), "removed")) for at, one in enumerate(old)
        ]
        shown += [("", paint(displayed(one), "added")) for one in new]
    for place, (label, text) in enumerate(shown):
        last = place == len(shown) - 1
        behind = "  " + paint(codes, "code") if codes and last else ""
        yield f"{paint(f'{label:>{_NUMBER}} | ', 'gutter')}{text}{behind}\n"


def _merged(before: str, after: str, paint: Paint) -> str:
    """Return one line with what goes and what comes, each in its colour."""
    made = compared(before, after)
    parts = []
    old, new = list(made.old), list(made.new)
    while old or new:
        if old and old[0][1]:
            parts.append(paint(old.pop(0)[0], "removed"))
        elif new and new[0][1]:
            parts.append(paint(new.pop(0)[0], "added"))
        else:
            parts.append((new or old)[0][0])
            old, new = old[1:], new[1:]
    text = "".join(parts)
    return f"{_RIGHT_TO_LEFT}{text}{_POP}" if reads_right_to_left(before) else text
