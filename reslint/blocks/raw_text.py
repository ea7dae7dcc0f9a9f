"""The text of a block before inline mark-up is parsed: its lines as one, each place known.

"Raw" offsets count code points of that one line. A line break becomes a space, or nothing between
Chinese characters; letters are read by `plain_letters`, marks of changes by `accepted`. The source
may have another length: an `origin` then maps each raw character to its place.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from operator import itemgetter

from reslint.blocks.accepted import accepted, may_have_marks
from reslint.blocks.anchor import Place
from reslint.blocks.lines import QUOTE
from reslint.blocks.model import PlainText
from reslint.text.letters import is_unusual, plain_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.blocks.anchor import Anchored
    from reslint.blocks.lines import Line
    from reslint.blocks.model import Block, Inline
    from reslint.text.letters import Runs


class RawText:
    """The lines of a block joined to one line, and the way back to the source.

    `joints` are (raw start, source start) of each line. `origin` is the raw text with its runs
    where raw and source differ within a line, and None where they do not: most blocks.
    """

    __slots__ = ("joints", "origin", "protected", "text")

    def __init__(
        self, text: str, joints: list[tuple[int, int]], origin: PlainText | None = None
    ) -> None:
        self.text = text
        self.joints = joints
        self.origin = origin
        self.protected: list[tuple[int, int]] = []  # source spans that no fix may touch

    def span(self, raw: tuple[int, int], shift: int) -> tuple[int, int]:
        """Return the source span of a raw span to which `shift` must be added first."""
        return self.place(raw[0] + shift), self.place(raw[1] + shift, end=True)

    def place(self, raw: int, *, end: bool = False) -> int:
        """Return the source offset of a raw offset.

        With `end`, the raw offset is the end of a span: at a joint of two lines this gives the end
        of the first line, not the start of the second.
        """
        if self.origin is not None:
            return self.origin.source_end(raw) if end else self.origin.source_start(raw)
        if len(self.joints) == 1:
            return raw + self.joints[0][1]
        at = raw - 1 if end else raw
        start, source = self.joints[max(bisect_right(self.joints, at, key=itemgetter(0)) - 1, 0)]
        return source + raw - start

    def pieces(self) -> list[tuple[int, int, int, int]]:
        """Return the pieces in step with the source: (raw start, raw end, source start, length).

        A piece of one character may stand for a stretch of another length.
        """
        if self.origin is not None:
            runs = self.origin.runs
            if not runs:
                return []  # a change that deletes all there is
            # Spaces at the end of the text may have been taken off: they still count here.
            ends = [*(start for start, _, _ in runs[1:]), len(self.origin.text)]
            return [
                (start, end, source, length)
                for (start, source, length), end in zip(runs, ends, strict=True)
            ]
        joints = self.joints
        ends = [*(start for start, _ in joints[1:]), len(self.text)]
        return [
            (start, end, source, end - start)
            for (start, source), end in zip(joints, ends, strict=True)
        ]


def join_lines(block: Block, lines: list[Line], text: str, *, markdown: bool) -> RawText:
    """Join the lines of a block: a line break becomes a space, or nothing if the lines stick."""
    if len(lines) == 1 and block.kind != "quote":
        start = block.start
        written = text[start : block.end]
        raw = RawText(written, [(0, start)])
        return raw if written == lines[0].text else _as_read(raw, markdown=markdown)
    pieces: list[str] = []
    joints: list[tuple[int, int]] = []
    length = 0
    as_written = True
    for line in lines:
        start, end = line.start, line.end
        piece = text[start:end]
        as_written = as_written and piece == line.text
        if block.kind == "quote" or line.kind == QUOTE:
            stripped = piece.lstrip("> \t")
            start += len(piece) - len(stripped)
            piece = stripped
        if pieces:
            before = pieces[-1]
            if not joins_unspaced(before, piece):
                pieces.append(" ")
                length += 1
        joints.append((length, start))
        pieces.append(piece)
        length += len(piece)
    raw = RawText("".join(pieces), joints)
    return raw if as_written and not may_have_marks(raw.text) else _as_read(raw, markdown=markdown)


def _as_read(raw: RawText, *, markdown: bool) -> RawText:
    """Return a raw text in plain letters, its changes accepted."""
    if is_unusual(raw.text):
        raw = replaced(raw, *plain_letters(raw.text))
    found = accepted(raw.text, markdown=markdown) if may_have_marks(raw.text) else None
    if found is None:
        return raw
    text, runs, protected = found
    read = replaced(raw, text, runs)
    read.protected = [raw.span(span, 0) for span in protected]
    return read


def replaced(raw: RawText, text: str, runs: Runs) -> RawText:
    """Return the raw text that replaces another; `runs` map it to the one replaced."""
    placed = place_runs(text, runs, raw, 0)
    return RawText(text, raw.joints, PlainText(text, placed))


def joins_unspaced(before: str, after: str) -> bool:
    """Whether two lines join without a space: Chinese text, or a word cut at its hyphen."""
    if not before or not after:
        return True
    last, first = before[-1], after[0]
    if last >= "\u2e80" and (first >= "\u2e80" or first in "“”*([（"):
        return True
    if first >= "\u2e80" and last >= "\u2019":
        return True
    if last not in "-\u2011" or len(before) < 2 or not before[-2].isalpha():
        return False
    # `high-, middle-` before a line break is a list of first halves, no word cut in two.
    return first.isalpha() and not before.rpartition(" ")[0].endswith("-,")


def anchor_marks(block: Block) -> None:
    """Count the places of the marks in a block from its anchor."""
    marks: tuple[Iterable[Anchored], ...] = (
        block.emphases, block.markers, block.links, block.codes
    )  # fmt: skip
    for mark in chain.from_iterable(marks):
        mark.anchor = block.anchor


def place_inline(block: Block, inline: Inline, raw: RawText, body: int) -> None:
    """Convert the raw offsets of inline text that spans several lines to source offsets."""
    anchor = block.anchor
    placed = place_runs(inline.plain, inline.runs, raw, body)
    block.plain = PlainText(inline.plain, placed, anchor)
    strays = [raw.place(at + body) for at in inline.stray]
    block.stray = [Place(at, at + 1, anchor) for at in strays]
    anchor_marks(block)
    for emphasis in block.emphases:
        emphasis.opening = raw.span(emphasis.opening, body)
        emphasis.closing = raw.span(emphasis.closing, body)
    for marker in block.markers:
        marker.start, marker.end = raw.span((marker.start, marker.end), body)
        marker.digits = raw.span(marker.digits, body)
    for link in block.links:
        link.source = raw.span(link.source, body)
    for code in block.codes:
        code.source = raw.span(code.source, body)


def place_runs(
    plain: str, runs: list[tuple[int, int, int]], raw: RawText, body: int
) -> list[tuple[int, int, int]]:
    """Convert runs over the raw text to runs over the source, split where the raw text is."""
    placed: list[tuple[int, int, int]] = []
    pieces = raw.pieces()
    starts = [piece[0] for piece in pieces]
    for index, (start, at, length) in enumerate(runs):
        end = runs[index + 1][0] if index + 1 < len(runs) else len(plain)
        at += body
        if length != end - start:
            first, last = raw.place(at), raw.place(at + length, end=True)
            placed.append((start, first, max(last - first, 0)))
            continue
        stop = at + length
        piece = max(bisect_right(starts, at) - 1, 0)
        while piece < len(pieces) and starts[piece] < stop:
            piece_start, piece_end, source, source_length = pieces[piece]
            low, high = max(at, piece_start), min(stop, piece_end)
            if low < high and source_length == piece_end - piece_start:
                placed.append((start + low - at, source + low - piece_start, high - low))
            elif low < high:
                placed.append((start + low - at, source, source_length))
            piece += 1
    return placed
