"""Parse the inline text of one block: remove the mark-up and keep the place of every character.

"Raw" offsets count code points of the block's text before parsing, "plain" offsets those of the
text without mark-up. The CommonMark parser gets the raw text on one line behind two characters
(`x `), so that nothing in it can be block mark-up (`1.` is no list, `---` no heading). Its events
carry exact byte ranges.

One module of some 390 lines: most is the reader of events, one class with one state.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from reslint.blocks import markers
from reslint.blocks.comments import OPENING
from reslint.blocks.markers import cut_comments, cut_markers, has_superscripts, include_parentheses
from reslint.blocks.model import CodeSpan, Emphasis, Inline, Link, Marker
from reslint.blocks.raw_text import joins_unspaced
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from pyromark import Markdown

    from reslint.blocks.model import EmphasisKind

    Piece = tuple[EmphasisKind, int, int, int, int, int, int]
    """Emphasis: kind, plain start and end, raw start, inner start, inner end and raw end."""


_ESCAPED_SPACE = "\\ "
_PREFIX = "x "
_MARKUP = "*_`<&\\"
# The first emphasis of a block: behind its label, in Arabic also behind its first word.
_FIRST_EMPHASIS = expression(
    r"(?P<before>[^*_`<&\\\]\n]*+)(?P<marks>\*{1,3})"
    r"(?P<inside>[^\W_][^*_`<&\\\]]*+(?<=[^\W_]))(?P=marks)"
)
# Underscores around Chinese words: CommonMark takes them for a part of the word.
_WIDE_EMPHASIS = expression(r"_{1,3}(?=[\u2e80-\uffff])([^_*\n]{0,60})(?<=[\u2e80-\uffff])_{1,3}")
# A line that opens with emphasis, after a label or not.
_OPENING_LINE = expression(
    r"^[ \t]*(?:[(（]?\w{1,4}[.)）][ \t]+)?(?P<marks>\*{1,3}|_{1,3})(?![\s*_])"
    r"[^*_\n]{1,120}(?<!\s)(?P=marks)(?=[\s,，،:：.\u2e80-\uff9f]|\Z)",
    re.MULTILINE,
)
_ENOUGH_LINES = 2  # lines that open with emphasis; one alone may be a star with another meaning
_KINDS_BY_MARKS: dict[int, EmphasisKind] = {1: "italic", 2: "bold", 3: "bold italic"}
_TAG = expression(r"<(/?)([a-z]+[0-6]?)\b[^>]*>", re.IGNORECASE)
_TAG_KINDS: dict[str, EmphasisKind] = {
    "em": "italic",
    "i": "italic",
    "b": "bold",
    "strong": "bold",
    "u": "underline",
    "ins": "underline",
}
_LONG_WORD = 80  # characters before a superscript that tell what it is


@cache
def _markdown() -> Markdown:
    """Return the CommonMark parser, imported where a block is more than text with an opening."""
    from pyromark import Markdown

    return Markdown()


def _contains_any(text: str, characters: Iterable[str]) -> bool:
    """Tell whether a text contains one of the characters.

    A few `in` searches are faster than one regular expression with a character class.
    """
    for character in characters:  # noqa: SIM110 - a generator costs more than the searches
        if character in text:
            return True
    return False


def shows_emphasis(text: str) -> bool:
    """Tell whether a plain text has at least two lines that open with Markdown emphasis."""
    if "*" not in text and "_" not in text:
        return False
    if "\n" not in text:
        text = text.replace("\r", "\n")
    return sum(1 for _ in islice(_OPENING_LINE.finditer(text), _ENOUGH_LINES)) == _ENOUGH_LINES


def parse_plain(raw: str) -> Inline:
    """Parse the inline text of a plain-text block, where only notes and comments are mark-up."""
    inline = Inline(raw, [(0, 0, len(raw))] if raw else [])
    if OPENING in raw:
        cut_comments(inline)
    if "[" in raw or "^" in raw or has_superscripts(raw):
        cut_markers(inline)
        include_parentheses(inline, raw)
    if markers.INLINE_NOTE in raw:
        markers.cut_inline_notes(inline)
    return inline


def parse_markdown(raw: str) -> Inline:
    """Parse the inline text of a Markdown block."""
    if not _contains_any(raw, _MARKUP) and "]" not in raw:
        return parse_plain(raw)
    inline = _one_emphasis(raw) or _EventReader(raw).inline()
    if "[" in raw or "^" in raw or has_superscripts(raw):
        cut_markers(inline)
    if inline.markers:
        include_parentheses(inline, raw)
    if markers.INLINE_NOTE in raw:
        markers.cut_inline_notes(inline)
    return inline


def _one_emphasis(raw: str) -> Inline | None:
    """Parse a block whose only mark-up is one emphasis in stars, without the parser.

    Most paragraphs of a resolution are like this. Return None for any block that may have other
    mark-up. The pattern accepts only marks that CommonMark also reads as opening and closing.
    """
    match = _FIRST_EMPHASIS.match(raw)
    if match is None or "](" in raw or _contains_any(raw[match.end() :], _MARKUP):
        return None
    before, marks = match.end("before"), len(match["marks"])
    inside, end, rest = match.start("inside"), match.end("inside"), match.end()
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


class _EventReader:
    """Build an `Inline` in one pass over the parser's events, converting bytes to raw offsets."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pieces: list[str] = []
        self.length = 0
        self.runs: list[tuple[int, int, int]] = []
        self.open: list[tuple[str, int, int]] = []  # kind or link target, plain start, raw start
        # Name, plain start, raw start, raw end, number of pieces before it.
        self.tags: list[tuple[str, int, int, int, int]] = []
        self.emphases: list[Piece] = []
        self.links: list[Link] = []
        self.codes: list[CodeSpan] = []
        self.markers: list[Marker] = []
        self.stray: list[int] = []
        self._bytes = b"" if raw.isascii() else (_PREFIX + raw).encode()
        self._at_byte = 0
        self._at_raw = -len(_PREFIX)

    def _place(self, byte: int) -> int:
        """Return the raw offset of a byte offset. Calls must come in ascending order."""
        if not self._bytes:
            return byte - len(_PREFIX)
        if byte > self._at_byte:
            self._at_raw += len(self._bytes[self._at_byte : byte].decode())
            self._at_byte = byte
        return self._at_raw

    def inline(self) -> Inline:
        """Read all events and return the inline text."""
        events: Any = _markdown().events_with_range(_PREFIX + _with_stars(self.raw))
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
        inline.codes = self.codes
        inline.markers = self.markers
        inline.stray = self.stray
        return inline

    def _add(self, text: str, start: int, length: int) -> None:
        """Add plain text found at raw offset `start`, `length` raw characters long."""
        if not text:
            return
        if length == len(text):
            last = self.runs[-1] if self.runs else None
            if not (last and last[1] + last[2] == start and last[0] + last[2] == self.length):
                self.runs.append((self.length, start, length))
            else:
                self.runs[-1] = (last[0], last[1], last[2] + length)
        else:
            # An entity, or code with longer marks: each plain character maps to the whole of it.
            for place in range(len(text)):
                whole = length if place == len(text) - 1 else 0
                self.runs.append((self.length + place, start, whole or length))
        self.pieces.append(text)
        self.length += len(text)

    def _text(self, value: str, first: int, last: int) -> None:
        """Read a text event from byte `first` to `last`; note emphasis marks without a partner."""
        start, end = self._place(first), self._place(last)
        if start < 0:  # skip the two characters of the prefix
            value = value[-start:]
            start = 0
        if "*" in value or "_" in value:
            raw = self.raw
            for place, letter in enumerate(value):
                if letter in "*_" and end - start == len(value):
                    at = start + place
                    if (at == 0 or raw[at - 1] != "\\") and _could_emphasize(raw, at):
                        self.stray.append(at)
        if _ESCAPED_SPACE in value and end - start == len(value):
            self._with_escaped_spaces(value, start)
        else:
            self._add(value, start, end - start)

    def _with_escaped_spaces(self, value: str, start: int) -> None:
        """Add text in which Pandoc wrote no-break spaces as a backslash and a space."""
        for index, piece in enumerate(value.split(_ESCAPED_SPACE)):
            if index:
                self._add("\u00a0", start, len(_ESCAPED_SPACE))
                start += len(_ESCAPED_SPACE)
            self._add(piece, start, len(piece))
            start += len(piece)

    def _start(self, value: Any, start: int) -> None:
        """Read the start of emphasis or a link at raw offset `start`."""
        if value == "Emphasis":
            self.open.append(("italic", self.length, start))
        elif value == "Strong":
            self.open.append(("bold", self.length, start))
        elif type(value) is dict:
            ((name, details),) = value.items()
            if name in ("Link", "Image"):
                self.open.append((details["dest_url"], self.length, start))

    def _end(self, value: str, end: int) -> None:
        """Read the end of emphasis or a link before raw offset `end`."""
        if value in ("Emphasis", "Strong"):
            _, plain, start = self.open.pop()
            kind: EmphasisKind = "italic" if value == "Emphasis" else "bold"
            marks = 1 if value == "Emphasis" else 2
            self.emphases.append((kind, plain, self.length, start, start + marks, end - marks, end))
        elif value in ("Link", "Image") and self.open:
            target, plain, start = self.open.pop()
            self.links.append(Link(plain, self.length, target, (start, end)))

    def _code(self, value: str, start: int, end: int) -> None:
        """Read code in backquotes, whose text counts like any other but is not checked."""
        first = self.length
        inside = self.raw.find(value, start, end)
        if inside >= 0:
            self._add(value, inside, len(value))
        else:
            self._add(value, start, end - start)
        self.codes.append(CodeSpan(first, self.length, (start, end)))

    def _html(self, value: str, start: int, end: int) -> None:
        """Read an HTML tag or comment: emphasis, superscript, line break; ignore others."""
        match = _TAG.match(value)
        if match is None:
            return  # a comment
        closing, name = match[1], match[2].lower()
        if name == "br":
            after = self.raw[end : end + _LONG_WORD].lstrip("*_")
            if not after or not joins_unspaced(self._last_text(len(self.pieces)), after):
                self._add(" ", start, end - start)
        elif not closing:
            self.tags.append((name, self.length, start, end, len(self.pieces)))
        elif self.tags and self.tags[-1][0] == name:
            name, plain, tag_start, tag_end, pieces = self.tags.pop()
            if name in _TAG_KINDS:
                self.emphases.append(
                    (_TAG_KINDS[name], plain, self.length, tag_start, tag_end, start, end)
                )
            elif name == "sup":
                self._superscript(plain, pieces, (tag_start, tag_end, start, end))

    def _superscript(self, plain: int, pieces: int, tags: tuple[int, int, int, int]) -> None:
        """Read a superscript that starts at plain offset `plain`; cut it out if it is a marker.

        `pieces` of text stand before it; `tags` are the raw starts and ends of its two tags.
        """
        start, inside, inside_end, end = tags
        content = "".join(self.pieces[pieces:])
        before = self._last_text(pieces)
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
                    self._remove_from(plain, pieces)
                    for found in several:
                        at = inside + found.start()
                        digits = (at, at + len(found[0]))
                        self.markers.append(
                            Marker(plain, found[0], start, end, digits, "superscript")
                        )
                return
        self._remove_from(plain, pieces)
        written = self.raw.find(number[1], inside, inside_end)
        self.markers.append(
            Marker(plain, number[1], start, end, (written, written + len(number[1])), "superscript")
        )

    def _last_text(self, pieces: int) -> str:
        """Return the end of the plain text of the first `pieces`, no shorter than a long word."""
        at, length = pieces, 0
        while at and length < _LONG_WORD:
            at -= 1
            length += len(self.pieces[at])
        return "".join(self.pieces[at:pieces])[-_LONG_WORD:]

    def _remove_from(self, plain: int, pieces: int) -> None:
        """Remove the plain text from offset `plain` on; `pieces` stand before it."""
        del self.pieces[pieces:]
        self.length = plain
        while self.runs and self.runs[-1][0] >= plain:
            self.runs.pop()
        if self.runs:
            start, raw, length = self.runs[-1]
            if start + length > plain:
                self.runs[-1] = (start, raw, plain - start)


def _with_stars(raw: str) -> str:
    """Return a text of the same length with stars for the underscores around Chinese words."""
    if "_" not in raw or raw.isascii():
        return raw
    return _WIDE_EMPHASIS.sub(lambda found: found[0].replace("_", "*"), raw)


def _could_emphasize(raw: str, at: int) -> bool:
    """Tell whether a star or underscore left in the text looks like an unpaired emphasis mark.

    Such a mark touches a word. A star between spaces is a bullet or a symbol; an underscore inside
    a word belongs to a name.
    """
    before = raw[at - 1 : at]
    after = raw[at + 1 : at + 2]
    if raw[at] == "_":
        return (not before or before.isspace()) != (not after or after.isspace())
    return not ((not before or before.isspace()) and (not after or after.isspace()))


def _merged(found: list[Piece]) -> list[Emphasis]:
    """Return the emphases in text order; bold directly around italic becomes "bold italic"."""
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
