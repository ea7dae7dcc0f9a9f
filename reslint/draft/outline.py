"""Build the outline of a draft: resolutions, parts, headings, paragraphs, sub-paragraphs.

`reslint outline` and the outlines of editors use it. Offsets count code points of the source. The
module is long because it holds one subject in three forms: a tree, plain data and lines of text.
"""

from __future__ import annotations

from reslint.draft.model import (
    ANNEX,
    CLOSING,
    HEADING,
    MASTHEAD,
    NOTE,
    OPERATIVE,
    ORGAN_LINE,
    OUTSIDE,
    PREAMBLE,
    TITLE,
)
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Literal

    from reslint.draft.model import Draft, Paragraph, Part, Resolution

    NodeKind = Part | Literal["resolution", "paragraph"]


RESOLUTION: NodeKind = "resolution"
"""The kind of a node for one of several resolutions: A and B, or a nested draft."""
PARAGRAPH: NodeKind = "paragraph"

_FACT = "outline"
_OPENING = "opening words"
_WORDS = 9  # words shown of a paragraph
_COLUMNS = 72  # columns shown of a paragraph
_LAST_NARROW = "\u10ff"  # all characters up to this one are one column wide
_TEXT_PARTS = (PREAMBLE, OPERATIVE, ANNEX)  # parts that contain paragraphs


class Node:
    """A node of the outline with its kind, label, source span and children.

    `kind` is a part, `resolution` or `paragraph`. `paragraph` is the paragraph of the node; nodes
    for a whole part (preamble, operative) have none. `start` and `end` are source offsets and
    cover the children.
    """

    __slots__ = ("children", "end", "kind", "label", "paragraph", "start")

    def __init__(self, kind: NodeKind, paragraph: Paragraph | None, start: int, end: int) -> None:
        self.kind = kind
        self.paragraph = paragraph
        self.label = ""
        self.start = start
        self.end = end
        self.children: list[Node] = []

    @property
    def text(self) -> str:
        """Return the text of its paragraph, "" for a part."""
        return self.paragraph.text if self.paragraph is not None else ""

    def walk(self) -> Iterator[Node]:
        """Yield the node and all nodes below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline(draft: Draft) -> list[Node]:
    """Return the outline of a draft, without its notes. It is built once for each draft."""
    nodes = draft.facts.get(_FACT)
    if not isinstance(nodes, list):
        nodes = draft.facts[_FACT] = _Builder(draft).build()
        for node in nodes:
            _cover(node)
    return nodes


def opening_words(text: str, words: int = _WORDS, columns: int = _COLUMNS) -> str:
    """Return the first words of a text, with an ellipsis if there are more.

    A text without spaces is cut after `columns` columns; a Chinese character is two columns wide.
    """
    pieces = text.split(None, words)
    shown = " ".join(pieces[:words])
    end = _fitting(shown, columns)
    if end == len(shown):
        return shown + (" …" if len(pieces) > words else "")
    cut = shown[:end]
    # Cut at a space rather than in a word, unless that leaves less than half.
    whole_words = cut if shown[end].isspace() else cut.rpartition(" ")[0]
    return f"{whole_words if len(whole_words) * 2 > len(cut) else cut} …"


def opening_of_paragraph(paragraph: Paragraph) -> str:
    """Return the first words of a paragraph. They are kept as long as its text stays the same."""
    words = paragraph.facts.get(_OPENING)
    if not isinstance(words, str):
        words = paragraph.facts[_OPENING] = opening_words(paragraph.text)
    return words


def _fitting(text: str, columns: int) -> int:
    """Return how many characters of a text fit into this many columns."""
    if max(text, default="") <= _LAST_NARROW:
        return min(len(text), columns)
    from unicodedata import east_asian_width

    width = 0
    for place, character in enumerate(text):
        width += 2 if character > _LAST_NARROW and east_asian_width(character) in "WF" else 1
        if width > columns:
            return place
    return len(text)


def label_text(paragraph: Paragraph) -> str:
    """Return the label of a paragraph as a reader says it: `4`, `(a)`, `II`, "" for none."""
    label = paragraph.label
    if label is None:
        return paragraph.heading_label
    text = label.text.strip(SPACES + "\u200e\u200f*_")
    return text.rstrip(SPACES + ".．、-–—\u200e\u200f") if label.kind == "number" else text


class _Builder:
    """Build the tree: walk over the paragraphs and add each to the node that contains it."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._roots: list[Node] = []
        self._several = len(draft.resolutions) > 1
        self._resolution: Resolution | None = None
        self._siblings: list[Node] = self._roots  # the parts of the open resolution
        self._part: Node | None = None  # the open masthead, preamble, operative part, closing …
        self._heading: Node | None = None  # the open heading
        self._node_of: dict[Paragraph, Node] = {}

    def build(self) -> list[Node]:
        """Return the top nodes."""
        paragraphs = [p for p in self._draft.paragraphs if p.part != NOTE]
        next_parts = _next_parts(paragraphs)
        for paragraph, next_part in zip(paragraphs, next_parts, strict=True):
            self._place(paragraph, next_part)
        return self._roots

    def _place(self, paragraph: Paragraph, next_part: Part | None) -> None:
        """Add a paragraph; `next_part` is the part of the next paragraph of text."""
        part = paragraph.part
        if paragraph.resolution is not self._resolution and part != ANNEX:
            self._open_resolution(paragraph)
        if part == MASTHEAD:
            self._extend_part(MASTHEAD, paragraph)
        elif part in (CLOSING, OUTSIDE):
            self._extend_part(part, paragraph)
        elif part == TITLE:
            self._close()
            self._add(self._siblings, TITLE, paragraph)
        elif part == ORGAN_LINE:
            preamble = self._extend_part(PREAMBLE, paragraph)
            self._add(preamble.children, ORGAN_LINE, paragraph)
        elif part == HEADING:
            self._place_heading(paragraph, next_part)
        elif part == ANNEX and self._opens_annex(paragraph):
            self._close()
            self._part = self._add(self._roots, ANNEX, paragraph)
        elif part in _TEXT_PARTS:
            self._place_paragraph(paragraph)
        else:  # a table or a quotation
            self._add(self._children(), part, paragraph)

    def _open_resolution(self, paragraph: Paragraph) -> None:
        """Open the resolution of a paragraph; it has a node only if there are several."""
        self._resolution = resolution = paragraph.resolution
        self._close()
        self._siblings = self._roots
        if resolution is None or not self._several:
            return
        node = Node(RESOLUTION, resolution.organ_line, paragraph.start, paragraph.end)
        node.label = resolution.letter or self._letter_before(paragraph)
        if resolution.parent is not None:
            outer = next(
                (root for root in self._roots if _resolution_of(root) is resolution.parent), None
            )
            self._siblings = outer.children if outer is not None else self._roots
        self._siblings.append(node)
        self._siblings = node.children

    def _letter_before(self, paragraph: Paragraph) -> str:
        """Return the letter (A) on the line before the first of several resolutions, or ""."""
        place = self._draft.paragraphs.index(paragraph)
        before = self._draft.paragraphs[place - 1].text.strip() if place else ""
        return before if len(before) == 1 and before.isalpha() else ""

    def _close(self) -> None:
        """Close the open part and heading."""
        self._part = self._heading = None

    def _extend_part(self, kind: Part, paragraph: Paragraph) -> Node:
        """Extend the open part over a paragraph; open a part of this kind if another is open."""
        if self._part is None or self._part.kind != kind:
            self._part = Node(kind, None, paragraph.start, paragraph.end)
            self._siblings.append(self._part)
            self._heading = None
        self._part.end = max(self._part.end, paragraph.end)
        return self._part

    def _add(self, siblings: list[Node], kind: NodeKind, paragraph: Paragraph) -> Node:
        """Add a node for a paragraph at the end of a list of nodes."""
        node = Node(kind, paragraph, paragraph.start, paragraph.end)
        node.label = label_text(paragraph)
        siblings.append(node)
        self._node_of[paragraph] = node
        return node

    def _children(self) -> list[Node]:
        """Return the list of nodes to which the next paragraph of the open part belongs."""
        if self._heading is not None:
            return self._heading.children
        return self._part.children if self._part is not None else self._siblings

    def _place_heading(self, paragraph: Paragraph, next_part: Part | None) -> None:
        """Add a heading to the part that follows it."""
        if next_part is not None and next_part != ANNEX:
            self._extend_part(next_part, paragraph)
        self._heading = None
        self._heading = self._add(self._children(), HEADING, paragraph)

    def _place_paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph under its parent paragraph, the open heading or the open part."""
        parent = self._node_of.get(paragraph.parent) if paragraph.parent is not None else None
        if parent is not None:
            self._add(parent.children, PARAGRAPH, paragraph)
            return
        if paragraph.part != ANNEX:
            self._extend_part(paragraph.part, paragraph)
        elif self._part is None or self._part.kind != ANNEX:
            self._close()
            self._part = self._add(self._roots, ANNEX, paragraph)
            return
        self._add(self._children(), PARAGRAPH, paragraph)

    def _opens_annex(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph of an annex is the line that opens it."""
        if paragraph.label is not None or len(paragraph.text) > 200:
            return False
        annex = self._draft.vocabulary.pattern("annex")
        return annex is not None and annex.match(paragraph.text.strip()) is not None


def _next_parts(paragraphs: list[Paragraph]) -> list[Part | None]:
    """Return for each paragraph the part of the next paragraph of text, None before a closing."""
    next_parts: list[Part | None] = [None] * len(paragraphs)
    next_part: Part | None = None
    for index in range(len(paragraphs) - 1, -1, -1):
        next_parts[index] = next_part
        part = paragraphs[index].part
        if part in _TEXT_PARTS or part in (ORGAN_LINE, CLOSING):
            next_part = part if part in _TEXT_PARTS else None
    return next_parts


def _resolution_of(node: Node) -> Resolution | None:
    return node.paragraph.resolution if node.paragraph is not None else None


def _cover(node: Node) -> None:
    """Extend the span of a node over all its children."""
    for child in node.children:
        _cover(child)
    node.start = min([node.start, *(child.start for child in node.children)])
    node.end = max([node.end, *(child.end for child in node.children)])


def as_data(draft: Draft) -> dict[str, Any]:
    """Return the outline as plain values for JSON; lines are 1-based, offsets code points."""
    masthead = draft.masthead
    return {
        "language": draft.language,
        "organ": draft.organ,
        "resolution": draft.is_resolution,
        "symbol": masthead.symbol,
        "number": masthead.number,
        "session": masthead.session or None,
        "title": masthead.title.text if masthead.title else None,
        "dates": {
            name: "-".join(f"{part:02d}" for part in place.date) if place else None
            for name, place in (
                ("distribution", masthead.distribution),
                ("adoption", masthead.adoption),
                ("closing", masthead.closing),
            )
        },
        "certain": not draft.doubts,
        "doubts": list(draft.doubts),
        "resolutions": [_counts(resolution) for resolution in draft.resolutions],
        "notes": len(draft.notes),
        "paragraphs": [_paragraph(draft, paragraph) for paragraph in draft.paragraphs],
    }


def _counts(resolution: Resolution) -> dict[str, Any]:
    """Return the numbers of paragraphs of a resolution as plain values."""
    return {
        "organ": resolution.organ,
        "nested": resolution.parent is not None,
        "preambular": len(resolution.preamble),
        "operative": len(resolution.operative),
    }


def _paragraph(draft: Draft, paragraph: Paragraph) -> dict[str, Any]:
    """Return a paragraph as plain values."""
    return {
        "part": paragraph.part,
        "place": paragraph.place,
        "level": paragraph.level,
        "label": paragraph.label.text if paragraph.label else None,
        "line": draft.source.position(paragraph.start)[0],
        "end_line": draft.source.position(paragraph.end)[0],
        "offset": paragraph.start,
        "end_offset": paragraph.end,
        "pieces": len(paragraph.blocks),
        "markers": [marker.number for marker in paragraph.markers],
        "doubt": paragraph.doubt or None,
        "text": paragraph.text,
    }


def as_lines(draft: Draft, path: str = "") -> list[str]:
    """Return the outline as lines of text: a summary, then a line for each paragraph.

    `path` is the name shown for the draft; the default is the path of its source.
    """
    data = as_data(draft)
    lines = [f"{path or draft.source.path}: {draft.language}, {draft.organ}"]
    details = [
        str(value)
        for value in (
            data["symbol"],
            data["number"],
            data["session"] and f"session {data['session']}",
        )
        if value
    ]
    details += [f"{name} {date}" for name, date in data["dates"].items() if date]
    if details:
        lines.append("  " + ", ".join(details))
    for counts in data["resolutions"]:
        nested = "nested draft of the " if counts["nested"] else ""
        lines.append(
            f"  {nested}{counts['organ']}: {counts['preambular']} preambular, "
            f"{_counted(counts['operative'], 'operative paragraph')}"
        )
    lines.append(f"  {_counted(data['notes'], 'note')}")
    if not draft.is_resolution:
        lines.append("  not recognized as a resolution")
    if draft.doubts:
        lines.append(f"  in doubt: {', '.join(draft.doubts)}")
    lines.append("")
    width = len(str(len(draft.source.line_starts)))
    for paragraph, entry in zip(draft.paragraphs, data["paragraphs"], strict=True):
        opening = opening_words(paragraph.text)
        joined = f" [{entry['pieces']} pieces]" if entry["pieces"] > 1 else ""
        notes = "".join(f" ^{number}" for number in entry["markers"])
        notes += f" [{paragraph.doubt}]" if paragraph.doubt else ""
        indent = "  " * paragraph.level
        place = entry["place"] or entry["part"]
        lines.append(f"{entry['line']:>{width}}  {indent}{place:<14} {opening}{joined}{notes}")
    return lines


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
