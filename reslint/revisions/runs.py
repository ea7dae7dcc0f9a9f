"""Rewrite the runs of a Word file in which something changes.

A run is cut at exact characters: what stays keeps its properties and attributes, what goes becomes
a tracked deletion, what comes a tracked insertion, another emphasis a tracked change of format.
Comments mark their words in the same way. Only the bytes of touched runs change.
"""

from __future__ import annotations

import re

from reslint.documents.word.characters import text_of
from reslint.documents.xml_tree import Text
from reslint.revisions.alignment import Refused
from reslint.revisions.run_properties import RunProperties
from reslint.revisions.word_markup import Markup, escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.pieces import Look
    from reslint.documents.word.reading import Part
    from reslint.documents.word.styles import Styles
    from reslint.documents.xml_tree import Node

AUTHOR, INITIALS = "reslint", "rl"
_CHANGES = frozenset(("ins", "del", "moveTo", "moveFrom"))
_ELEMENTS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}


class Insertion:
    """New text with its look, and the run whose properties it takes (None for none)."""

    __slots__ = ("like", "look", "text")

    def __init__(self, text: str, look: Look | None, like: Node | None) -> None:
        self.text = text
        self.look = look
        self.like = like


class Mark:
    """What happens at a character of a run.

    deleted     whether it goes
    look        its new look, None where it stays
    before      new text before it
    after       new text after it
    opens       comments that begin before it
    closes      comments that end after it
    """

    __slots__ = ("after", "before", "closes", "deleted", "look", "opens")

    def __init__(self) -> None:
        self.deleted = False
        self.look: Look | None = None
        self.before: list[Insertion] = []
        self.after: list[Insertion] = []
        self.opens: list[str] = []
        self.closes: list[str] = []


class Ids:
    """Hands out ids for changes and comments, above all that the file has."""

    def __init__(self, highest: int) -> None:
        self._last = highest

    def next(self) -> int:
        self._last += 1
        return self._last


class PartWriter(Markup):
    """Collects what changes in a part, and writes it: splices of its bytes."""

    def __init__(self, part: Part, styles: Styles, ids: Ids, date: str) -> None:
        super().__init__(part)
        self._ids = ids
        self._date = date
        self._runs: dict[int, tuple[Node, dict[tuple[int, int], Mark]]] = {}
        self._items: dict[int, dict[int, int]] = {}  # places of the elements of each run
        self._inserted: dict[tuple[int, int], list[str]] = {}
        self._order = 0
        self._properties = RunProperties(self, styles)

    # What changes -------------------------------------------------------------------------------

    def mark(self, run: Node, item: Node, offset: int) -> Mark:
        """Return the mark of a character: of an element of a run, at an offset in its text."""
        places = self._items.get(id(run))
        if places is None:
            places = self._items[id(run)] = {id(one): at for at, one in enumerate(run.items)}
        index = places[id(item)]
        marks = self._runs.setdefault(id(run), (run, {}))[1]
        return marks.setdefault((index, offset), Mark())

    def insert_before(self, node: Node, markup: str) -> None:
        """Put mark-up before an element."""
        self._splice(node.start, markup)

    def insert_after(self, node: Node, markup: str) -> None:
        """Put mark-up after an element."""
        self._splice(node.end, markup)

    def insert_text_at_end(self, paragraph: Node, insertion: Insertion) -> None:
        """Put new text at the end of a paragraph."""
        close = self._data.rindex(b"</", paragraph.start, paragraph.end)
        self._splice(close, self.inserted_run([insertion]))

    def _splice(self, at: int, markup: str) -> None:
        self._order += 1
        self._inserted[at, self._order] = [markup]

    # Writing ------------------------------------------------------------------------------------

    def written(self) -> bytes:
        """Return the part with all changes. Raises Refused where one cannot be written."""
        pieces: list[tuple[int, int, int, bytes]] = []
        for (at, order), markup in self._inserted.items():
            pieces.append((at, at, order, "".join(markup).encode("utf-8")))
        for run, marks in self._runs.values():
            pieces.append((run.start, run.end, 0, self._run(run, marks).encode("utf-8")))
        out, position = [], 0
        for start, end, _, new in sorted(pieces, key=lambda piece: (piece[0], piece[2], piece[1])):
            out += [self._data[position:start], new]
            position = max(position, end)
        return b"".join([*out, self._data[position:]])

    def _run(self, run: Node, marks: dict[tuple[int, int], Mark]) -> str:
        """Return a run with what happens in it."""
        parent = run.parent
        holder = parent if parent is not None and parent.name in _CHANGES else None
        writer = _RunWriter(self, run, holder)
        cut: dict[int, list[int]] = {}
        for at, offset in sorted(marks):
            cut.setdefault(at, []).append(offset)
        for index, item in enumerate(run.items):
            if isinstance(item, Text) or item.name == "rPr":
                continue
            if item.name not in ("t", "delText"):
                mark = marks.get((index, 0))
                writer.add(mark, None, item)
                continue
            shown, position = text_of(item)
            end = position + len(shown)
            whole = " " * position + shown
            if index not in cut:
                writer.add(None, None, item)
                continue
            for offset in cut[index]:
                if offset > position:
                    writer.add(None, whole[position:offset], item)
                writer.add(marks[index, offset], whole[offset : offset + 1], item)
                position = offset + 1
            if position < end:
                writer.add(None, whole[position:], item)
        return writer.finish()

    # Mark-up ------------------------------------------------------------------------------------

    def change(self, name: str) -> str:
        """Return the start tag of a tracked change of ours."""
        values = self.attributes(id=self._ids.next(), author=AUTHOR, date=self._date)
        return f"<{self.tag(name)}{values}>"

    def text_elements(self, text: str, *, deleted: bool = False) -> str:
        """Return text as elements of a run: w:t, and those for tabs, breaks and hyphens."""
        out = []
        name = self.tag("delText" if deleted else "t")
        for piece in re.split(r"([\t\n\u2011\u00ad])", text):
            if piece in _ELEMENTS:
                out.append(f"<{self.tag(_ELEMENTS[piece])}/>")
            elif piece:
                out.append(f'<{name} xml:space="preserve">{escaped(piece)}</{name}>')
        return "".join(out)

    def inserted_run(self, insertions: list[Insertion]) -> str:
        """Return new text as a tracked insertion."""
        runs = []
        for insertion in insertions:
            properties = self.properties(insertion.like, insertion.look, tracked=False)
            tag = self.tag("r")
            runs.append(f"<{tag}>{properties}{self.text_elements(insertion.text)}</{tag}>")
        return f"{self.change('ins')}{''.join(runs)}</{self.tag('ins')}>"

    def properties(self, run: Node | None, look: Look | None, *, tracked: bool) -> str:
        """Return the rPr of a run with another look; `tracked` keeps the old one in rPrChange."""
        change = "" if look is None or not tracked else self.change("rPrChange")
        return self._properties.written(run, look, change, tracked=tracked)

    def reopened(self, holder: Node) -> str:
        """Return the start tag of somebody's change with an id of its own."""
        tag = self.start_tag(holder)
        return re.sub(
            r"""(:id\s*=\s*)(["'])[^"']*\2""", rf"\g<1>\g<2>{self._ids.next()}\g<2>", tag, count=1
        )


class _RunWriter:
    """Writes the pieces of one run: equal neighbours together, changes and marks between them."""

    def __init__(self, part: PartWriter, run: Node, holder: Node | None) -> None:
        self._part = part
        self._run = run
        self._holder = holder
        self._out: list[str] = []
        self._content: list[str] = []
        self._state: tuple[bool, Look | None] = (False, None)
        self._text = ""

    def add(self, mark: Mark | None, text: str | None, item: Node) -> None:
        """Add an element of the run, or a piece of its text."""
        state = (False, None) if mark is None else (mark.deleted, mark.look)
        if mark is not None and (mark.opens or mark.before):
            self._flush()
            self._between(mark.opens, mark.before)
        if state != self._state:
            self._flush()
            self._state = state
        if text is None:
            self._flush_text()
            self._content.append(self._part.raw(item))
        else:
            self._text += text
        if mark is not None and (mark.closes or mark.after):
            self._flush()
            self._between(mark.closes, mark.after)

    def finish(self) -> str:
        self._flush()
        return "".join(self._out)

    def _flush_text(self) -> None:
        if self._text:
            deleted = self._state[0] or (
                self._holder is not None and self._holder.name in ("del", "moveFrom")
            )
            self._content.append(self._part.text_elements(self._text, deleted=deleted))
            self._text = ""

    def _flush(self) -> None:
        self._flush_text()
        if not self._content:
            return
        part = self._part
        deleted, look = self._state
        properties = part.properties(self._run, look, tracked=True)
        content = "".join(self._content)
        run = f"{part.start_tag(self._run)}{properties}{content}</{part.tag('r')}>"
        self._out.append(f"{part.change('del')}{run}</{part.tag('del')}>" if deleted else run)
        self._content = []

    def _between(self, marks: list[str], insertions: list[Insertion]) -> None:
        """Write marks of comments and new text; both stand outside of somebody's change."""
        if not marks and not insertions:
            return
        markup = "".join(marks)
        if insertions:
            markup += self._part.inserted_run(insertions)
        holder = self._holder
        if holder is not None:
            if holder.name != "ins":
                raise Refused("the place belongs to a tracked move or deletion")
            end = f"</{self._part.tag('ins')}>"
            markup = f"{end}{markup}{self._part.reopened(holder)}"
        self._out.append(markup)
