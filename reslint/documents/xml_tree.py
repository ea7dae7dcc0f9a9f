"""Parse XML into a light tree in which every element has its byte span.

Only what the readers need: elements, attributes, character data. The standard library's expat
parser reads it; documents with a document type declaration are refused, since entities can be
bombs or name files. Names are short: those of WordprocessingML without prefix (`p`), those of
other known namespaces with a prefix of ours (`mc:Fallback`), all others without.
"""

from __future__ import annotations

from xml.parsers import expat

from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ELEMENTS = 500_000
MAX_DEPTH = 200
_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    _OOXML + "wordprocessingml/2006/main": "",
    _STRICT + "wordprocessingml/main": "",
    _OOXML + "officeDocument/2006/relationships": "r:",
    _STRICT + "officeDocument/relationships": "r:",
    _OOXML + "markup-compatibility/2006": "mc:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    _OOXML + "package/2006/relationships": "",
    _OOXML + "package/2006/content-types": "",
    _OOXML + "officeDocument/2006/math": "m:",
    "urn:schemas-microsoft-com:vml": "v:",
    _OOXML + "drawingml/2006/wordprocessingDrawing": "wp:",
    _OOXML + "drawingml/2006/main": "a:",
}


class Text:
    """Character data: its text, the byte at which it starts, whether bytes and text agree."""

    __slots__ = ("plain", "start", "text")

    def __init__(self, text: str, start: int, plain: bool) -> None:
        self.text = text
        self.start = start
        self.plain = plain


class Node:
    """An element.

    name        see the module's docstring
    attributes  by their names, shortened in the same way
    items       children and character data, in order
    parent      None for the root
    start, end  byte span in the parsed data, tags included
    number      how many elements of this name there are up to it, from 1, for names that count
    """

    __slots__ = ("attributes", "end", "items", "name", "number", "parent", "start")

    def __init__(
        self, name: str, attributes: dict[str, str], parent: Node | None, start: int
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.items: list[Node | Text] = []
        self.parent = parent
        self.start = start
        self.end = start
        self.number = 0

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
                yield from item.find_all(name)


def parse(data: bytes, what: str, *, counted: str = "") -> Node:
    """Parse a document in UTF-8 (see `as_utf8`) and return its root.

    `what` names it in errors. `counted` is the name whose elements are numbered. Raises
    UnreadableText for a document that is not well-formed, has a document type declaration, or is
    larger than MAX_ELEMENTS or deeper than MAX_DEPTH.
    """
    parser = expat.ParserCreate(encoding="UTF-8", namespace_separator=" ")
    parser.ordered_attributes = True
    builder = _Builder(parser, data, what, counted)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.finish
    parser.CharacterDataHandler = builder.characters
    parser.StartDoctypeDeclHandler = builder.doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableText(
            f"{what} is damaged ({expat.ErrorString(error.code)}, line {error.lineno})"
        ) from None
    assert builder.root is not None
    return builder.root


def as_utf8(data: bytes) -> bytes:
    """Return an XML document in UTF-8 without a byte order mark. Raises ValueError."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16")
    elif data.startswith(b"<\x00"):
        text = data.decode("utf-16-le")
    elif data.startswith(b"\x00<"):
        text = data.decode("utf-16-be")
    elif data.startswith(b"\xef\xbb\xbf"):
        return data[3:]
    else:
        return data
    head, ending, rest = text.partition("?>")
    if ending and head.startswith("<?xml"):
        import re

        head = re.sub(r"""(encoding\s*=\s*)(["'])[^"']*\2""", r"\1\2UTF-8\2", head)
    return (head + ending + rest).encode("utf-8")


class _Builder:
    """The handlers that build the tree."""

    def __init__(self, parser: expat.XMLParserType, data: bytes, what: str, counted: str) -> None:
        self.root: Node | None = None
        self._open: Node | None = None
        self._parser = parser
        self._data = data
        self._what = what
        self._counted = counted
        self._count = 0
        self._elements = 0
        self._depth = 0
        self._names: dict[str, str] = {}

    def _short(self, name: str) -> str:
        """Return the short form of a name as expat gives it."""
        space, blank, local = name.rpartition(" ")
        short = _PREFIXES.get(space, "") + local if blank else name
        if blank and space not in _PREFIXES and not _is_document_space(space):
            short = "other:" + local
        self._names[name] = short
        return short

    def start(self, name: str, attributes: list[str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MAX_ELEMENTS or self._depth > MAX_DEPTH:
            raise UnreadableText(f"{self._what} is too large for a draft")
        names = self._names
        short = names.get(name) or self._short(name)
        found = {}
        if attributes:
            written = iter(attributes)
            for key in written:
                found[names.get(key) or self._short(key)] = next(written)
        parent = self._open
        node = Node(short, found, parent, self._parser.CurrentByteIndex)
        if parent is None:
            self.root = node
        else:
            parent.items.append(node)
        if short == self._counted:
            self._count += 1
            node.number = self._count
        self._open = node

    def finish(self, _name: str) -> None:
        self._depth -= 1
        node = self._open
        assert node is not None
        at = self._parser.CurrentByteIndex
        data = self._data
        if not node.items and data[at - 2 : at] == b"/>":
            node.end = at
        else:
            node.end = data.index(b">", at) + 1
        self._open = node.parent

    def characters(self, text: str) -> None:
        node = self._open
        if node is None:
            return
        at = self._parser.CurrentByteIndex
        plain = text not in ("&", "<") and self._data.startswith(text.encode(), at)
        node.items.append(Text(text, at, plain))

    def doctype(self, *_arguments: object) -> None:
        raise UnreadableText(f"{self._what} has a document type declaration, which is not read")


def _is_document_space(space: str) -> bool:
    """Return whether a namespace is that of a document whose names need no prefix."""
    return "legaldocml" in space or "akn" in space
