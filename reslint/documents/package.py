"""Read the parts of a zip package (Word, OpenDocument) within fixed limits.

Nothing is unpacked to the disk, no target outside the package is followed, and only the parts that
are asked for are read.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from reslint.documents.xml_form import as_utf8
from reslint.documents.xml_tree import parse
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.xml_tree import Node

MAX_PART = 32_000_000
"""Bytes that one part may have."""
MAX_PARTS = 64_000_000
"""Bytes that all parts read may have together."""
MAX_NAMES = 20_000
_ENCRYPTED = 0x1
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# ValueError: a part that would begin before the file.
_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


class Relation:
    """A relationship: its id, the last word of its type, the part that it names, or ""."""

    __slots__ = ("identifier", "kind", "target")

    def __init__(self, identifier: str, kind: str, target: str) -> None:
        self.identifier = identifier
        self.kind = kind
        self.target = target


class Package:
    """An open package. Raises UnreadableText for what is no sound zip file of its `kind`."""

    def __init__(self, data: bytes, kind: str = "Word file") -> None:
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (*_FAILURES, IndexError):
            raise UnreadableText(f"the file is damaged: it is no complete {kind}") from None
        self.infos: dict[str, zipfile.ZipInfo] = {}
        if len(self.zip.infolist()) > MAX_NAMES:
            raise UnreadableText("the file has too many parts for a draft")
        for info in self.zip.infolist():
            name = info.filename.lower()
            if name in self.infos:
                raise UnreadableText(f"the file is damaged: two parts are named {info.filename!r}")
            self.infos[name] = info
        self._left = MAX_PARTS
        self._relations: dict[str, list[Relation]] = {}
        self._parts: dict[str, bytes] = {}

    def has(self, name: str) -> bool:
        """Return whether there is a part of that name."""
        return name.lower() in self.infos

    def read(self, name: str) -> bytes | None:
        """Return a part as it is; None if it is not there. Raises UnreadableText."""
        known = self._parts.get(name)
        if known is not None:
            return known
        info = self.infos.get(name.lower())
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableText("the file is protected by a password")
        if info.compress_type not in _KNOWN:
            raise UnreadableText("the file is compressed in a way that Word does not know")
        most = min(MAX_PART, self._left)
        if info.file_size > most:
            raise UnreadableText(f"the file is too large for a draft ({info.filename})")
        try:
            with self.zip.open(info) as stream:
                data = stream.read(most + 1)
        except _FAILURES:
            raise UnreadableText(f"the file is damaged ({info.filename})") from None
        if len(data) > most:
            raise UnreadableText(f"the file is too large for a draft ({info.filename})")
        self._left -= len(data)
        self._parts[name] = data
        return data

    def xml(self, name: str) -> bytes | None:
        """Return a part that is XML, in UTF-8; None if it is not there. Raises UnreadableText."""
        data = self.read(name)
        if data is None:
            return None
        try:
            return as_utf8(data)
        except ValueError:
            raise UnreadableText(f"the file is damaged ({name})") from None

    def tree(self, name: str, *, counted: str = "") -> Node | None:
        """Return the root of a part that is XML, None if it is not there: see `xml_tree.parse`."""
        data = self.xml(name)
        return None if data is None else parse(data, name, counted=counted)

    def relations(self, part: str) -> list[Relation]:
        """Return the relationships of a part ("" for those of the package) inside the package."""
        found = self._relations.get(part)
        if found is None:
            folder, _, name = part.rpartition("/")
            root = self.tree(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
            found = self._relations[part] = []
            for node in () if root is None else root.nodes():
                kind = node.get("Type").rpartition("/")[2]
                external = node.get("TargetMode").lower() == "external"
                target = "" if external else _resolved(folder, node.get("Target"))
                found.append(Relation(node.get("Id"), kind, target))
        return found

    def related(self, part: str, kind: str) -> str:
        """Return the first part of a kind that a part is related to; "" for none."""
        for relation in self.relations(part):
            if relation.kind == kind and relation.target and self.has(relation.target):
                return relation.target
        return ""


def _resolved(folder: str, target: str) -> str:
    """Return the name of the part that a target means, seen from a folder."""
    if target.startswith("/"):
        return target.lstrip("/")
    names = [name for name in folder.split("/") if name]
    for name in target.split("/"):
        if name == "..":
            names = names[:-1]
        elif name not in ("", "."):
            names.append(name)
    return "/".join(names)
