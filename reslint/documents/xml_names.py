"""Short names for the elements and attributes of XML, by their namespaces.

Names of WordprocessingML and of the other kinds of documents have no prefix (`p`), those of other
known namespaces a prefix of ours (`mc:Fallback`), those of unknown ones `other:`, whatever prefixes
a file declares. The namespaces of ISO 29500 Strict are those of the usual files here.
"""

from __future__ import annotations

import re

from reslint.text.source import UnreadableText

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
    _STRICT + "officeDocument/math": "m:",
    "urn:schemas-microsoft-com:vml": "v:",
    _OOXML + "drawingml/2006/wordprocessingDrawing": "wp:",
    _STRICT + "drawingml/wordprocessingDrawing": "wp:",
    _OOXML + "drawingml/2006/main": "a:",
    _STRICT + "drawingml/main": "a:",
}
_UNKNOWN = "other:"


_ATTRIBUTE = re.compile(rb"""\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(r"&([^;]*);")
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Scope:
    """The namespaces declared at a place: those of an element, then those around it.

    `elements` are the short names already known, by the names as they are written.
    """

    __slots__ = ("_attributes", "_declared", "_outer", "elements")

    def __init__(self, tag: bytes, outer: Scope | None) -> None:
        """`tag` is a start tag that declares namespaces."""
        self._declared: dict[str, str] = {}
        for key, first, second in _ATTRIBUTE.findall(tag):
            name, _, prefix = key.partition(b":")
            if name == b"xmlns":
                self._declared[prefix.decode()] = _value(first or second)
        self._outer = outer
        self.elements: dict[bytes, str] = {}
        self._attributes: dict[bytes, str] = {}

    def element(self, name: bytes) -> str:
        """Return the short name of an element as it is written, a slash behind it aside."""
        found = self.elements[name] = self._short(name.removesuffix(b"/"))
        return found

    def attributes(self, tag: bytes) -> dict[str, str]:
        """Return the attributes in a start tag by their short names, but for declarations."""
        return {
            self._attribute(key): _value(first or second)
            for key, first, second in _ATTRIBUTE.findall(tag)
            if key[:5] != b"xmlns"
        }

    def _attribute(self, name: bytes) -> str:
        """Return the short name of an attribute; one without a prefix is in no namespace."""
        found = self._attributes.get(name)
        if found is None:
            short = self._short(name) if b":" in name else name.decode()
            found = self._attributes[name] = short
        return found

    def _short(self, name: bytes) -> str:
        prefix, _, local = name.decode().rpartition(":")
        space = self._space(prefix)
        if not space:
            return local
        known = _PREFIXES.get(space)
        if known is None:
            known = "" if _is_document_space(space) else _UNKNOWN
        return known + local

    def _space(self, prefix: str) -> str:
        scope: Scope | None = self
        while scope is not None:
            space = scope._declared.get(prefix)
            if space is not None:
                return space
            scope = scope._outer
        if prefix:
            raise UnreadableText("the file is damaged (unbound prefix)")
        return ""


def with_characters(text: str) -> str:
    """Return text with the characters that its references name."""
    return _REFERENCE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    """Return the character that a reference names."""
    name = match[1]
    if name[:1] == "#":
        return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))
    return _CHARACTERS[name]


def _value(raw: bytes) -> str:
    """Return the value of an attribute: white space is blanks, references are characters."""
    text = raw.decode()
    if "\n" in text or "\r" in text or "\t" in text:
        text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return with_characters(text) if "&" in text else text


def _is_document_space(space: str) -> bool:
    """Return whether a namespace is that of a document whose names need no prefix."""
    return "legaldocml" in space or "akn" in space


OUTERMOST = Scope(b' xmlns:xml="http://www.w3.org/XML/1998/namespace"', None)
