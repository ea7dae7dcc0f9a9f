"""Parse XML into a light tree in which every element has its byte span.

Only what the readers need: elements, attributes, character data. The standard library's expat
parser tells whether a document is well-formed; documents with a document type declaration are
refused, since entities can be bombs or name files. What passed is cut into tags and text by one
expression, and attributes are read when somebody asks for them: most of those in a Word file never
are. Names are short: see `xml_names`.
"""

from __future__ import annotations

import re

from reslint.documents.xml_form import check_form
from reslint.documents.xml_names import OUTERMOST, Scope, with_characters
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ELEMENTS = 500_000
MAX_DEPTH = 200
_READ_LATER = frozenset(
    ("rPr", "pPr", "tblPr", "tblGrid", "tcPr", "sdtPr", "style", "latentStyles", "abstractNum")
)
"""Elements whose content is parsed when somebody asks for it: most are like one seen before."""
_TAG = re.compile(rb"""[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*""")
_STRETCH = re.compile(rb"&[^;]*;|\r\n?|\n|[^&\r\n]+")
_LINE_END = re.compile(rb"\r\n?")
_UNPARSED, _UNPARSED_END = b"![CDATA[", b"]]>"
_SLASH, _CLOSING, _EXCLAMATION, _QUESTION = b"/>!?"


class Text:
    """Character data: its text, the byte at which it starts, whether bytes and text agree.

    References to characters and line ends are stretches of their own.
    """

    __slots__ = ("plain", "start", "text")

    def __init__(self, text: str, start: int, plain: bool) -> None:
        self.text = text
        self.start = start
        self.plain = plain


class Node:
    """An element.

    name        see `xml_names`
    attributes  by their names, shortened in the same way
    items       children and character data, in order
    parent      None for the root
    start, end  byte span in the parsed data, tags included
    number      how many elements of this name there are up to it, from 1, for names that count

    Attributes are read when they are first asked for, and so is the content of some elements.
    """

    __slots__ = (
        "_read",
        "_scope",
        "_written",
        "end",
        "items",
        "name",
        "number",
        "parent",
        "start",
    )

    def __init__(
        self, name: str, written: bytes, scope: Scope, parent: Node | None, start: int, end: int
    ) -> None:
        """`written` is the start tag, from its name to before its last bracket."""
        self.name = name
        self._written = written
        self._scope = scope
        self.parent = parent
        self.start = start
        self.end = end

        self.items: list[Node | Text] = []
        self.number = 0
        self._read: dict[str, str] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        if self._read is None:
            self._read = self._scope.attributes(self._written)
        return self._read

    def nodes(self) -> Iterator[Node]:
        """Yield the child elements."""
        for item in self.items:
            if isinstance(item, Node):
                yield item

    def child(self, name: str) -> Node | None:
        """Return the first child of a name, or None."""
        for item in self.items:
            if isinstance(item, Node) and item.name == name:
                return item
        return None

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute, or `default`."""
        return self.attributes.get(name, default)

    def value(self, name: str) -> str | None:
        """Return the attribute `val` of the first child of a name; None without the child."""
        child = self.child(name)
        return None if child is None else child.attributes.get("val", "")

    def text(self) -> str:
        """Return its own character data."""
        items = self.items
        if len(items) == 1 and isinstance(items[0], Text):
            return items[0].text
        return "".join(item.text for item in self.items if isinstance(item, Text))

    def whole_text(self) -> str:
        """Return the character data of it and of all elements in it."""
        return "".join(
            item.text if isinstance(item, Text) else item.whole_text() for item in self.items
        )

    def find_all(self, name: str) -> Iterator[Node]:
        """Yield all elements of a name in it, in the order of the file."""
        for item in self.items:
            if isinstance(item, Node):
                if item.name == name:
                    yield item
                if item.may_hold(name):
                    yield from item.find_all(name)

    def may_hold(self, _name: str) -> bool:
        """Return whether elements of a name may be in it; it is not read to tell."""
        return True


class _Later(Node):
    """An element whose content is parsed when somebody asks for it."""

    __slots__ = ("_content", "_data", "_found", "_what")
    _found: list[Node | Text] | None

    def read_later(self, data: bytes, start: int, end: int, what: str) -> None:
        """Name the bytes of the content, which are not parsed yet."""
        self._data = data
        self._content = start, end
        self._what = what

    @property
    def items(self) -> list[Node | Text]:
        if self._found is None:
            self._found = []
            _grow(self._data, self._content, self._what, self)
        return self._found

    @items.setter
    def items(self, _none: list[Node | Text]) -> None:
        self._found = None

    def may_hold(self, name: str) -> bool:
        return self._data.find(name.rpartition(":")[2].encode(), *self._content) >= 0


def parse(data: bytes, what: str, *, counted: str = "") -> Node:
    """Parse a document in UTF-8 (see `xml_form.as_utf8`) and return its root.

    `what` names it in errors. `counted` is the name whose elements are numbered. Raises
    UnreadableText for a document that is not well-formed, has a document type declaration, or is
    larger than MAX_ELEMENTS or deeper than MAX_DEPTH; `Node.items` may raise it, too.
    """
    if data.count(b"<") - data.count(b"</") > MAX_ELEMENTS:
        raise UnreadableText(f"{what} is too large for a draft")
    check_form(data, what)
    root = _grow(data, (0, len(data)), what, None, counted)
    assert root is not None
    return root


def _grow(
    data: bytes, span: tuple[int, int], what: str, parent: Node | None, counted: str = ""
) -> Node | None:
    """Add what stands in a span of a well-formed document to an element; return the first one."""
    start, limit = span
    chunks = iter(data[start:limit].split(b"<"))
    lead = next(chunks)
    if lead and parent is not None:
        _add_text(parent, lead, start, references=True)
    at = start + len(lead)
    # Brackets that close no tag stand in text or in values: then tags must be looked at closely.
    simple = data.count(b">", start, limit) == data.count(b"<", start, limit)
    first: Node | None = None
    node: Node
    scope = OUTERMOST if parent is None else parent._scope
    names = scope.elements
    depth = _depth(parent)
    count = 0
    declared = data.find(b"xmlns", start, limit)
    for chunk in chunks:
        if chunk[-1] == _CLOSING:
            tag, text = chunk[:-1], b""
        else:
            tag, _, text = chunk.partition(b">")
        kind = chunk[0]
        if kind == _SLASH:
            assert parent is not None
            parent.end = at + 1 + len(chunk) - len(text)
            parent = parent.parent
            depth -= 1
            if parent is not None and parent._scope is not scope:
                scope = parent._scope
                names = scope.elements
        elif kind in (_EXCLAMATION, _QUESTION):
            ending = _ending(chunk)
            # What looks like a tag in there is none.
            close = data.index(ending, at)
            while at + 1 + len(chunk) < close + len(ending):
                chunk += b"<" + next(chunks)
            if ending == _UNPARSED_END and parent is not None:
                begin = at + 1 + len(_UNPARSED)
                _add_text(parent, data[begin:close], begin, references=False)
            text = chunk[close + len(ending) - at - 1 :]
        else:
            if not simple:
                match = _TAG.match(chunk)
                assert match is not None
                tag = match[0]
                text = chunk[len(tag) + 1 :]
            end = at + len(tag) + 2
            inner, known = scope, names
            if 0 <= declared < end:
                declared = data.find(b"xmlns", end, limit)
                inner = Scope(tag, scope)
                known = inner.elements
            name = known.get(tag)
            if name is None:
                written = tag.split(None, 1)[0]
                name = known.get(written) or inner.element(written)
            empty = tag[-1] == _SLASH
            close = 0
            if not empty and name in _READ_LATER:
                close = _end_of(data, tag.split(None, 1)[0], end)
            if close:
                close_end = data.index(b">", close) + 1
                node = later = _Later(name, tag, inner, parent, at, close_end)
                later.read_later(data, end, close, what)
                while at + 1 + len(chunk) <= close:
                    at += 1 + len(chunk)
                    chunk = next(chunks)
                if 0 <= declared < close_end:
                    declared = data.find(b"xmlns", close_end, limit)
                text = chunk.partition(b">")[2]
            else:
                node = Node(name, tag, inner, parent, at, end)
            if parent is not None:
                parent.items.append(node)
            elif first is None:
                first = node
            if name == counted:
                count += 1
                node.number = count
            if not empty and not close:
                depth += 1
                if depth > MAX_DEPTH:
                    raise UnreadableText(f"{what} is too large for a draft")
                parent, scope, names = node, inner, known
        if text and parent is not None:
            _add_text(parent, text, at + 1 + len(chunk) - len(text), references=True)
        at += 1 + len(chunk)
    return first


def _ending(chunk: bytes) -> bytes:
    """Return what a comment, an instruction or a CDATA section ends with."""
    if chunk[0] == _QUESTION:
        return b"?>"
    return _UNPARSED_END if chunk.startswith(_UNPARSED) else b"-->"


def _end_of(data: bytes, name: bytes, start: int) -> int:
    """Return where the end tag of an element stands, 0 where that is not simple to say."""
    end = data.find(b"</" + name + b">", start)
    if (
        end < 0
        or data.find(b"<" + name, start, end) >= 0
        or data.find(b"<!", start, end) >= 0
        or data.find(b"<?", start, end) >= 0
    ):
        return 0
    return end


def _depth(node: Node | None) -> int:
    depth = 0
    while node is not None:
        depth += 1
        node = node.parent
    return depth


def _add_text(node: Node, data: bytes, start: int, *, references: bool) -> None:
    """Add character data that stands at a byte."""
    if b"\n" not in data and b"\r" not in data and not (references and b"&" in data):
        node.items.append(Text(data.decode(), start, True))
        return
    if not references:
        text = _LINE_END.sub(b"\n", data)
        node.items.append(Text(text.decode(), start, text == data))
        return
    for match in _STRETCH.finditer(data):
        raw = match[0]
        if raw[:1] == b"&":
            node.items.append(Text(with_characters(raw.decode()), start + match.start(), False))
        else:
            plain = raw[:1] != b"\r"
            node.items.append(Text(raw.decode() if plain else "\n", start + match.start(), plain))
