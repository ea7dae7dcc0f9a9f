"""Write WordprocessingML with the prefix of the part that it stands in."""

from __future__ import annotations

import re

from reslint.revisions.alignment import Refused
from reslint.text.display import held_by_xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.word.reading import Part
    from reslint.documents.xml_tree import Node


_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")


class Markup:
    """Names, attributes and elements of a part as they are written there.

    Raises Refused for a part whose elements have no prefix, since attributes need one.
    """

    def __init__(self, part: Part) -> None:
        self._data = part.data
        start = part.root.start
        match = re.match(rb"<(?:([\w.-]+):)?[\w.-]+", part.data[start : start + 99])
        assert match is not None
        self.prefix = (match[1] or b"").decode("utf-8")
        if not self.prefix:
            raise Refused("the file uses no prefix for the names of its elements")

    def tag(self, name: str) -> str:
        """Return the name of an element with the part's own prefix."""
        return f"{self.prefix}:{name}"

    def attributes(self, **values: object) -> str:
        """Return attributes with the part's own prefix."""
        written = []
        for name, value in values.items():
            text = str(value).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
            written.append(f' {self.prefix}:{name}="{text}"')
        return "".join(written)

    def raw(self, node: Node) -> str:
        """Return an element as it is written."""
        return self._data[node.start : node.end].decode("utf-8")

    def start_tag(self, node: Node) -> str:
        """Return the start tag of an element as it is written, never an empty element's."""
        match = _TAG.match(self._data, node.start)
        assert match is not None
        tag = match[0].decode("utf-8")
        return tag[:-2].rstrip() + ">" if tag.endswith("/>") else tag


def escaped(text: str) -> str:
    """Return text as XML character data; what XML cannot hold becomes U+FFFD."""
    return held_by_xml(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def runs_in_fields(paragraph: Node) -> dict[int, int]:
    """Return for each run of a paragraph inside a complex field the number of that field.

    Fields are numbered from 1 by their outermost `begin`; runs are known by their identity.
    """
    inside: dict[int, int] = {}
    depth = number = 0
    for run in paragraph.find_all("r"):
        for child in run.nodes():
            if child.name == "fldChar":
                kind = child.get("fldCharType")
                if kind == "begin":
                    number += depth == 0
                    depth += 1
                    inside[id(run)] = number
                elif kind == "end" and depth:
                    depth -= 1
                    inside[id(run)] = number
        if depth:
            inside[id(run)] = number
    return inside
