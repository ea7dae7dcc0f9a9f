"""The structure of a draft as a drafter would draw it: parts, their paragraphs, sub-paragraphs.

`reslint outline` and the editors' outlines are made of it. Offsets are code points of the source.
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
    PREAMBLE,
    TITLE,
)
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from reslint.draft.model import Draft, Paragraph, Resolution


RESOLUTION = "resolution"
"""The kind of a node that holds one of several resolutions: A and B, or a nested draft."""
PARAGRAPH = "paragraph"

_FACT = "outline"


_WORDS = 9


_COLUMNS = 72


_LAST_NARROW = "\u10ff"
"""The last character before the first that takes two columns."""


_CONTAINED = (PREAMBLE, OPERATIVE, ANNEX)


class Node:
    """A piece of the structure: its kind, what labels it, its place, what it holds.

    `kind` is masthead, title, resolution, organ line, preamble, operative, heading, annex,
    closing, paragraph, table or quotation. `paragraph` is the paragraph it stands for; a part
    (preamble, operative) stands for none. `start` to `end` covers all that it holds.
    """

    __slots__ = ("children", "end", "kind", "label", "paragraph", "start")

    def __init__(self, kind: str, paragraph: Paragraph | None, start: int, end: int) -> None:
        self.kind = kind
        self.paragraph = paragraph
        self.label = ""
        self.start = start
        self.end = end
        self.children: list[Node] = []

    @property
    def text(self) -> str:
        """The words of its own paragraph, "" for a part."""
        return self.paragraph.text if self.paragraph is not None else ""

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline(draft: Draft) -> list[Node]:
    """The structure of a draft, its notes apart (`draft.notes` has them); made once a draft."""
    nodes = draft.facts.get(_FACT)
    if not isinstance(nodes, list):
        nodes = draft.facts[_FACT] = _Builder(draft).build()
        for node in nodes:
            _cover(node)
    return nodes


def opening_words(text: str, words: int = _WORDS, columns: int = _COLUMNS) -> str:
    """The first words of a text, an ellipsis after them if there are more.

    Where words are not spaced, `columns` cuts it; a Chinese character takes two.
    """
    pieces = text.split(None, words)
    shown = " ".join(pieces[:words])
    end = _fitting(shown, columns)
    if end == len(shown):
        return shown + (" …" if len(pieces) > words else "")
    kept = shown[:end]
    # A word is not cut where there are spaces to cut at.
    whole = kept if shown[end].isspace() else kept.rpartition(" ")[0]
    return f"{whole if len(whole) * 2 > len(kept) else kept} …"


def _fitting(text: str, columns: int) -> int:
    """How many characters of a text fit into so many columns."""
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
    """What labels a paragraph, as a reader says it: `4`, `(a)`, `II`, "" for nothing."""
    label = paragraph.label
    if label is None:
        return paragraph.heading_label
    text = label.text.strip(SPACES + "\u200e\u200f*_")
    return text.rstrip(SPACES + ".．、-–—\u200e\u200f") if label.kind == "number" else text


class _Builder:
    """Walks over the paragraphs of a draft and puts each into the node that holds it."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._roots: list[Node] = []
        self._several = len(draft.resolutions) > 1
        self._resolution: Resolution | None = None
        self._holder: list[Node] = self._roots  # of the parts of the resolution at hand
        self._part: Node | None = None  # masthead, preamble, operative, closing
        self._heading: Node | None = None
        self._of: dict[Paragraph, Node] = {}

    def build(self) -> list[Node]:
        paragraphs = [p for p in self._draft.paragraphs if p.part != NOTE]
        following = _parts_ahead(paragraphs)
        for paragraph, ahead in zip(paragraphs, following, strict=True):
            self._take(paragraph, ahead)
        return self._roots

    def _take(self, paragraph: Paragraph, ahead: str) -> None:
        part = paragraph.part
        if paragraph.resolution is not self._resolution and part != ANNEX:
            self._open_resolution(paragraph)
        if part == MASTHEAD:
            self._in(MASTHEAD, paragraph)
        elif part == CLOSING:
            self._in(CLOSING, paragraph)
        elif part == TITLE:
            self._close()
            self._add(self._holder, TITLE, paragraph)
        elif part == ORGAN_LINE:
            holder = self._in(PREAMBLE, paragraph)
            self._add(holder.children, ORGAN_LINE, paragraph)
        elif part == HEADING:
            self._take_heading(paragraph, ahead)
        elif part == ANNEX and self._opens_annex(paragraph):
            self._close()
            self._part = self._add(self._roots, ANNEX, paragraph)
        elif part in _CONTAINED:
            self._take_paragraph(paragraph)
        else:  # a table, a quotation
            self._add(self._children(), part, paragraph)

    def _open_resolution(self, paragraph: Paragraph) -> None:
        self._resolution = resolution = paragraph.resolution
        self._close()
        self._holder = self._roots
        if resolution is None or not self._several:
            return
        node = Node(RESOLUTION, resolution.organ_line, paragraph.start, paragraph.end)
        node.label = resolution.letter or self._letter_before(paragraph)
        if resolution.parent is not None:
            outer = next(
                (one for one in self._roots if _resolution_of(one) is resolution.parent), None
            )
            self._holder = outer.children if outer is not None else self._roots
        self._holder.append(node)
        self._holder = node.children

    def _letter_before(self, paragraph: Paragraph) -> str:
        """The letter (A) on the line before the first of several resolutions, "" for none."""
        place = self._draft.paragraphs.index(paragraph)
        before = self._draft.paragraphs[place - 1].text.strip() if place else ""
        return before if len(before) == 1 and before.isalpha() else ""

    def _close(self) -> None:
        self._part = self._heading = None

    def _in(self, kind: str, paragraph: Paragraph) -> Node:
        """The part of this kind, opened if another one is."""
        if self._part is None or self._part.kind != kind:
            self._part = Node(kind, None, paragraph.start, paragraph.end)
            self._holder.append(self._part)
            self._heading = None
        self._part.end = max(self._part.end, paragraph.end)
        return self._part

    def _add(self, holder: list[Node], kind: str, paragraph: Paragraph) -> Node:
        node = Node(kind, paragraph, paragraph.start, paragraph.end)
        node.label = label_text(paragraph)
        holder.append(node)
        self._of[paragraph] = node
        return node

    def _children(self) -> list[Node]:
        """Where a paragraph of the part at hand belongs."""
        if self._heading is not None:
            return self._heading.children
        return self._part.children if self._part is not None else self._holder

    def _take_heading(self, paragraph: Paragraph, ahead: str) -> None:
        if ahead and ahead != ANNEX:
            self._in(ahead, paragraph)
        self._heading = None
        self._heading = self._add(self._children(), HEADING, paragraph)

    def _take_paragraph(self, paragraph: Paragraph) -> None:
        parent = self._of.get(paragraph.parent) if paragraph.parent is not None else None
        if parent is not None:
            self._add(parent.children, PARAGRAPH, paragraph)
            return
        if paragraph.part != ANNEX:
            self._in(paragraph.part, paragraph)
        elif self._part is None or self._part.kind != ANNEX:
            self._close()
            self._part = self._add(self._roots, ANNEX, paragraph)
            return
        self._add(self._children(), PARAGRAPH, paragraph)

    def _opens_annex(self, paragraph: Paragraph) -> bool:
        if paragraph.label is not None or len(paragraph.text) > 200:
            return False
        annex = self._draft.vocabulary.pattern("annex")
        return annex is not None and annex.match(paragraph.text.strip()) is not None


def _parts_ahead(paragraphs: list[Paragraph]) -> list[str]:
    """For each paragraph the part that the next paragraph of text after it is in."""
    found = [""] * len(paragraphs)
    ahead = ""
    for place in range(len(paragraphs) - 1, -1, -1):
        found[place] = ahead
        part = paragraphs[place].part
        if part in _CONTAINED or part in (ORGAN_LINE, CLOSING):
            ahead = part if part in _CONTAINED else ""
    return found


def _resolution_of(node: Node) -> Resolution | None:
    return node.paragraph.resolution if node.paragraph is not None else None


def _cover(node: Node) -> None:
    """Stretches a node over all that it holds."""
    for child in node.children:
        _cover(child)
    node.start = min([node.start, *_each(node.children, "start")])
    node.end = max([node.end, *_each(node.children, "end")])


def _each(nodes: Iterable[Node], name: str) -> Iterator[int]:
    return (getattr(node, name) for node in nodes)


def as_data(draft: Draft) -> dict[str, Any]:
    """The outline as plain values; lines are 1-based, offsets code points."""
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
        "resolutions": [_counts(resolution) for resolution in draft.resolutions],
        "notes": len(draft.notes),
        "paragraphs": [_paragraph(draft, paragraph) for paragraph in draft.paragraphs],
    }


def _counts(resolution: Resolution) -> dict[str, Any]:
    return {
        "organ": resolution.organ,
        "nested": resolution.parent is not None,
        "preambular": len(resolution.preamble),
        "operative": len(resolution.operative),
    }


def _paragraph(draft: Draft, paragraph: Paragraph) -> dict[str, Any]:
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
        "text": paragraph.text,
    }


def as_lines(draft: Draft, path: str = "") -> list[str]:
    """The outline for a reader: a summary, then a line for each paragraph.

    `path` is the name under which the draft is known, if it is not that of its source.
    """
    data = as_data(draft)
    lines = [f"{path or draft.source.path}: {draft.language}, {draft.organ}"]
    facts = [
        str(value)
        for value in (
            data["symbol"],
            data["number"],
            data["session"] and f"session {data['session']}",
        )
        if value
    ]
    facts += [f"{name} {date}" for name, date in data["dates"].items() if date]
    if facts:
        lines.append("  " + ", ".join(facts))
    for counts in data["resolutions"]:
        nested = "nested draft of the " if counts["nested"] else ""
        lines.append(
            f"  {nested}{counts['organ']}: {counts['preambular']} preambular, "
            f"{_counted(counts['operative'], 'operative paragraph')}"
        )
    lines.append(f"  {_counted(data['notes'], 'note')}")
    if not draft.is_resolution:
        lines.append("  not recognized as a resolution")
    lines.append("")
    width = len(str(len(draft.source.line_starts)))
    for paragraph, entry in zip(draft.paragraphs, data["paragraphs"], strict=True):
        opening = opening_words(paragraph.text)
        joined = f" [{entry['pieces']} pieces]" if entry["pieces"] > 1 else ""
        notes = "".join(f" ^{number}" for number in entry["markers"])
        indent = "  " * paragraph.level
        place = entry["place"] or entry["part"]
        lines.append(f"{entry['line']:>{width}}  {indent}{place:<14} {opening}{joined}{notes}")
    return lines


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
