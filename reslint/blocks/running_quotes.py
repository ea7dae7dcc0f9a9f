"""Find the quotation marks that open each paragraph of a quoted text.

Newspapers, reports and letters quote a draft so: “The Council, / “Recalling …, / “1. Urges ….” Only
the last paragraph is closed. The marks before the paragraphs are left out of the text, as line
numbers in a margin are.
"""

from __future__ import annotations

from reslint.text.folding import OPENING_QUOTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


_CLOSING = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』"}
# In French and Spanish the closing mark may stand before the paragraphs below the first.
_STARTS = OPENING_QUOTES + "»"
QUOTES = "".join((_STARTS, *_CLOSING.values()))
_FIRST = frozenset(_STARTS)
_BEFORE = " \t>\u00a0\u3000"  # indents, and marks of block quotes
_BEFORE_MARK = ("\n", "  ", "\t", "> ", "\u3000")
_EMPHASIS = ("*", "_", "<i>", "<u>")
_FEWEST = 2  # paragraphs


def find_running_quotes(lines: list[str]) -> list[int] | None:
    """Return the width of the mark before each line with its blanks, None for a text without.

    What a draft with emphasized lines quotes so is no draft of its own: it stays a quotation.
    """
    if not _may_have(lines):
        return None
    widths = [0] * len(lines)
    run: list[int] = []
    for start, end in _paragraphs(lines):
        bare = lines[start].lstrip(_BEFORE)
        if bare[0] not in _STARTS:
            _set_widths(widths, run, lines)
            run = []
            if bare.startswith(_EMPHASIS):
                break
            continue
        run.append(start)
        if not _is_open("\n".join(lines[start:end]), bare[0]):
            _set_widths(widths, run, lines)
            run = []
    _set_widths(widths, run, lines)
    return widths if any(widths) else None


def _may_have(lines: list[str]) -> bool:
    """Tell quickly whether two lines may begin with a quotation mark."""
    if sum([line.lstrip(_BEFORE)[:1] in _FIRST for line in lines]) < _FEWEST:
        return False
    # A single space before the mark is no indent.
    text = "".join([f"\n{line}" for line in lines])
    marked = sum(text.count(before + mark) for mark in _STARTS for before in _BEFORE_MARK)
    return marked >= _FEWEST


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines between blank lines and lines that begin with a quotation mark."""
    start = None
    for index, line in enumerate(lines):
        first = line.lstrip(_BEFORE)[:1]
        if start is not None and (not first or first in _STARTS):
            yield start, index
            start = None
        if first and start is None:
            start = index
    if start is not None:
        yield start, len(lines)


def _is_open(text: str, mark: str) -> bool:
    """Tell whether the quotation that opens a paragraph with a mark does not end in it."""
    closing = _CLOSING.get(mark)
    if closing is None:
        return text.count(mark) % 2 == 1
    return text.count(mark) > sum(map(text.count, closing))


def _set_widths(widths: list[int], run: list[int], lines: list[str]) -> None:
    """Set the widths of the marks before the paragraphs of a run, if there are enough."""
    if len(run) >= _FEWEST:
        for index in run:
            line = lines[index]
            widths[index] = len(line) - len(line.lstrip(_BEFORE)) + 1
