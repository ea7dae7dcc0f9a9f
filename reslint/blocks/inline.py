"""The inline text of one block: CommonMark mark-up taken off, every character's place kept.

The parser sees the block's text on one line behind two characters, so that nothing in it can be
block mark-up (`1.` no list, `---` no heading); then events come with exact byte ranges.
"""

from __future__ import annotations

import re
from itertools import islice

from pyromark import Markdown

from reslint.blocks import markers
from reslint.blocks.markers import cut_markers, take_brackets
from reslint.blocks.model import Emphasis, Inline, Link, Marker
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


_PREFIX = "x "
_MARKUP = "*_`<&\\]"
_OPENING_ONLY = expression(
    r"(?P<before>(?:[0-9]{1,3}\.[ \u00a0])?)(?P<marks>\*{1,3})"
    r"(?P<inside>[^\W_](?:[^*_`<&\\\]]*[^\W_])?)(?P=marks)"
    r"(?P<rest>[^*_`<&\\\]]*+(?:\](?!\()[^*_`<&\\\]]*+)*+)"
)
_OPENING_LINE = expression(
    r"^[ \t]*(?:[(（]?\w{1,4}[.)）][ \t]+)?(?P<marks>\*{1,3}|_{1,3})(?![\s*_])"
    r"[^*_\n]{1,120}(?<!\s)(?P=marks)(?=[\s,，،:：.]|\Z)",
    re.MULTILINE,
)
_ENOUGH_LINES = 2  # that open with emphasis: one may be a star that stands for something else
_KINDS_BY_MARKS = {1: "italic", 2: "bold", 3: "bold italic"}
_NOTES_IN_TEXT = ("[", "^", *markers.SUPERSCRIPTS)
_TAG = expression(r"<(/?)([a-z]+[0-6]?)\b[^>]*>", re.IGNORECASE)
_TAG_KINDS = {
    "em": "italic",
    "i": "italic",
    "b": "bold",
    "strong": "bold",
    "u": "underline",
    "ins": "underline",
}
_MARKDOWN = Markdown()


def _holds(text: str, signs: Iterable[str]) -> bool:
    """Whether a text holds one of the signs: many quick searches beat one over a class."""
    for sign in signs:  # noqa: SIM110 - a generator costs more than the searches
        if sign in text:
            return True
    return False


def shows_emphasis(text: str) -> bool:
    """Whether a text that calls itself plain has lines that open with emphasis as Markdown does."""
    if "*" not in text and "_" not in text:
        return False
    return sum(1 for _ in islice(_OPENING_LINE.finditer(text), _ENOUGH_LINES)) == _ENOUGH_LINES


def parse_plain(raw: str) -> Inline:
    """The inline text of a block of plain text: only note markers are mark-up there."""
    inline = Inline(raw, [(0, 0, len(raw))] if raw else [])
    if _holds(raw, _NOTES_IN_TEXT):
        cut_markers(inline)
        take_brackets(inline, raw)
    return inline


def parse_markdown(raw: str) -> Inline:
    """The inline text of a block of Markdown."""
    if not _holds(raw, _MARKUP):
        return parse_plain(raw)
    inline = _opening_only(raw) or _Walk(raw).inline()
    if _holds(raw, _NOTES_IN_TEXT):
        cut_markers(inline)
    if inline.markers:
        take_brackets(inline, raw)
    return inline


def _opening_only(raw: str) -> Inline | None:
    """The inline text of a block whose only mark-up is emphasis on its opening words.

    Most paragraphs of a resolution are so; None for any that might be more, which is the
    parser's business. The pattern asks for what CommonMark does of marks that open and close.
    """
    match = _OPENING_ONLY.fullmatch(raw)
    if match is None:
        return None
    before, marks = match.end("before"), len(match["marks"])
    inside, end, rest = match.start("inside"), match.end("inside"), match.start("rest")
    stop = before + end - inside
    runs = [(before, inside, end - inside)]
    if before:
        runs.insert(0, (0, 0, before))
    if rest < len(raw):
        runs.append((stop, rest, len(raw) - rest))
    inline = Inline(raw[:before] + raw[inside:end] + raw[rest:], runs)
    kind = _KINDS_BY_MARKS[marks]
    inline.emphases = [Emphasis(kind, before, stop, (before, inside), (end, rest))]
    return inline


class _Walk:
    """One pass over the parser's events; byte offsets become raw offsets on the way."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pieces: list[str] = []
        self.length = 0
        self.runs: list[tuple[int, int, int]] = []
        self.open: list[tuple[str, int, int]] = []  # kind, plain start, raw start
        self.tags: list[tuple[str, int, int, int]] = []  # name, plain start, raw start, raw end
        self.emphases: list[tuple[str, int, int, int, int, int, int]] = []
        self.links: list[Link] = []
        self.markers: list[Marker] = []
        self.stray: list[int] = []
        self._bytes = b"" if raw.isascii() else (_PREFIX + raw).encode()
        self._at_byte = 0
        self._at_raw = -len(_PREFIX)

    def _place(self, byte: int) -> int:
        """The raw offset of a byte offset; asked for in ascending order."""
        if not self._bytes:
            return byte - len(_PREFIX)
        if byte > self._at_byte:
            self._at_raw += len(self._bytes[self._at_byte : byte].decode())
            self._at_byte = byte
        return self._at_raw

    def inline(self) -> Inline:
        events: Any = _MARKDOWN.events_with_range(_PREFIX + self.raw)
        for event, span in events:
            if type(event) is dict:
                ((name, value),) = event.items()
                if name == "Text":
                    self._text(value, span["start"], span["end"])
                elif name == "Start":
                    self._start(value, self._place(span["start"]))
                elif name == "End":
                    self._end(value, self._place(span["end"]))
                elif name in ("InlineHtml", "Html"):
                    self._html(value, self._place(span["start"]), self._place(span["end"]))
                elif name == "Code":
                    self._code(value, self._place(span["start"]), self._place(span["end"]))
        text = "".join(self.pieces)
        inline = Inline(text, self.runs)
        inline.emphases = _merged(self.emphases)
        inline.links = self.links
        inline.markers = self.markers
        inline.stray = self.stray
        return inline

    def _add(self, text: str, start: int, length: int) -> None:
        """Plain text that stands at raw `start`, `length` raw characters long."""
        if not text:
            return
        if length == len(text):
            last = self.runs[-1] if self.runs else None
            if not (last and last[1] + last[2] == start and last[0] + last[2] == self.length):
                self.runs.append((self.length, start, length))
            else:
                self.runs[-1] = (last[0], last[1], last[2] + length)
        else:
            # An entity, or code whose marks are longer: each character stands for the whole.
            for place in range(len(text)):
                whole = length if place == len(text) - 1 else 0
                self.runs.append((self.length + place, start, whole or length))
        self.pieces.append(text)
        self.length += len(text)

    def _text(self, value: str, first: int, last: int) -> None:
        start, end = self._place(first), self._place(last)
        if start < 0:  # the two characters put in front
            value = value[-start:]
            start = 0
        if "*" in value or "_" in value:
            raw = self.raw
            for place, letter in enumerate(value):
                if letter in "*_" and end - start == len(value):
                    at = start + place
                    if (at == 0 or raw[at - 1] != "\\") and _could_emphasize(raw, at):
                        self.stray.append(at)
        self._add(value, start, end - start)

    def _start(self, value: Any, start: int) -> None:
        if value == "Emphasis":
            self.open.append(("italic", self.length, start))
        elif value == "Strong":
            self.open.append(("bold", self.length, start))
        elif type(value) is dict:
            ((name, details),) = value.items()
            if name in ("Link", "Image"):
                self.open.append((details["dest_url"], self.length, start))

    def _end(self, value: str, end: int) -> None:
        if value in ("Emphasis", "Strong"):
            kind, plain, start = self.open.pop()
            marks = 1 if value == "Emphasis" else 2
            self.emphases.append((kind, plain, self.length, start, start + marks, end - marks, end))
        elif value in ("Link", "Image") and self.open:
            target, plain, start = self.open.pop()
            self.links.append(Link(plain, self.length, target, (start, end)))

    def _code(self, value: str, start: int, end: int) -> None:
        inside = self.raw.find(value, start, end)
        if inside >= 0:
            self._add(value, inside, len(value))
        else:
            self._add(value, start, end - start)

    def _html(self, value: str, start: int, end: int) -> None:
        match = _TAG.match(value)
        if match is None:
            return  # a comment
        closing, name = match[1], match[2].lower()
        if name == "br":
            self._add(" ", start, end - start)
        elif not closing:
            self.tags.append((name, self.length, start, end))
        elif self.tags and self.tags[-1][0] == name:
            name, plain, tag_start, tag_end = self.tags.pop()
            if name in _TAG_KINDS:
                self.emphases.append(
                    (_TAG_KINDS[name], plain, self.length, tag_start, tag_end, start, end)
                )
            elif name == "sup":
                self._superscript(plain, tag_start, tag_end, start, end)

    def _superscript(self, plain: int, start: int, inside: int, inside_end: int, end: int) -> None:
        """A superscript from plain offset `plain` on: cut out of the text where it is a marker."""
        text = "".join(self.pieces)
        before, content = text[:plain], text[plain:]
        number = markers.SUPERSCRIPT_NUMBER.fullmatch(content)
        if number is not None and markers.is_unit_power(before, number[1]):
            return
        if number is None:
            number = markers.SUPERSCRIPT_LETTER.fullmatch(content)
            if number is None or not markers.is_letter_marker(before, self.raw[end : end + 1]):
                several = [
                    found
                    for found in re.finditer(r"[0-9]{1,4}", content)
                    if re.fullmatch(r"[0-9\s,،、;]+", content)
                ]
                if several:
                    self._take_back(plain, before)
                    for found in several:
                        at = inside + found.start()
                        digits = (at, at + len(found[0]))
                        self.markers.append(
                            Marker(plain, found[0], start, end, digits, "superscript")
                        )
                return
        self._take_back(plain, before)
        written = self.raw.find(number[1], inside, inside_end)
        self.markers.append(
            Marker(plain, number[1], start, end, (written, written + len(number[1])), "superscript")
        )

    def _take_back(self, plain: int, before: str) -> None:
        """Forgets the plain text from `plain` on."""
        self.pieces = [before]
        self.length = plain
        while self.runs and self.runs[-1][0] >= plain:
            self.runs.pop()
        if self.runs:
            start, raw, length = self.runs[-1]
            if start + length > plain:
                self.runs[-1] = (start, raw, plain - start)


def _could_emphasize(raw: str, at: int) -> bool:
    """Whether a star or underscore left in the text touches a word, as a lost mark does.

    A star between blanks is a bullet or a sign, an underscore inside a word a name.
    """
    before = raw[at - 1 : at]
    after = raw[at + 1 : at + 2]
    if raw[at] == "_":
        return (not before or before.isspace()) != (not after or after.isspace())
    return not ((not before or before.isspace()) and (not after or after.isspace()))


def _merged(found: list[tuple[str, int, int, int, int, int, int]]) -> list[Emphasis]:
    """Emphasis in order of place; bold directly around italic is one piece, bold italic."""
    if not found:
        return []
    found.sort(key=lambda piece: (piece[1], -piece[2], piece[3]))
    merged: list[Emphasis] = []
    for kind, start, end, opened, inside, inside_end, closed in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.start == start
            and last.end == end
            and {last.kind, kind} == {"italic", "bold"}
        ):
            last.kind = "bold italic"
            last.opening = (last.opening[0], inside)
            last.closing = (inside_end, last.closing[1])
        elif end > start:
            merged.append(Emphasis(kind, start, end, (opened, inside), (inside_end, closed)))
    return merged
