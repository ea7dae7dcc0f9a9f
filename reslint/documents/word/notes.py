"""The notes of a Word file: their numbers in the order of their markers, and their texts."""

from __future__ import annotations

from reslint.documents.word.numbering import formatted
from reslint.documents.word.styles import number_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.xml_tree import Node

FOOTNOTE, ENDNOTE = "footnote", "endnote"
_DEFAULT_FORMATS = {FOOTNOTE: "decimal", ENDNOTE: "lowerRoman"}
_SPECIAL = ("separator", "continuationSeparator", "continuationNotice")


class Note:
    """A note that has a marker: its number as printed, its element, its kind."""

    __slots__ = ("custom", "kind", "node", "number")

    def __init__(self, kind: str, number: str, node: Node | None, *, custom: bool) -> None:
        self.kind = kind
        self.number = number
        self.node = node
        self.custom = custom


class Notes:
    """Counts markers of one document.

    `roots` are those of footnotes.xml and endnotes.xml, `settings` that of settings.xml; each may
    be missing.
    """

    def __init__(self, roots: dict[str, Node | None], settings: Node | None) -> None:
        self.cited: list[Note] = []
        """The notes in the order of their first markers."""
        self._nodes: dict[str, dict[str, Node]] = {}
        self._formats: dict[str, str] = dict(_DEFAULT_FORMATS)
        self._starts = {FOOTNOTE: 1, ENDNOTE: 1}
        self._each_section = {FOOTNOTE: False, ENDNOTE: False}
        self._known: dict[tuple[str, str], Note] = {}
        for kind in (FOOTNOTE, ENDNOTE):
            root = roots.get(kind)
            nodes = [] if root is None else [node for node in root.nodes() if node.name == kind]
            self._nodes[kind] = {
                node.get("id"): node for node in nodes if node.get("type") not in _SPECIAL
            }
            self._read_settings(kind, settings)
        self._counts = {kind: start - 1 for kind, start in self._starts.items()}

    def _read_settings(self, kind: str, holder: Node | None) -> None:
        node = None if holder is None else holder.child(f"{kind}Pr")
        if node is None:
            return
        self._formats[kind] = node.value("numFmt") or self._formats[kind]
        start = number_of(node.value("numStart"))
        if start is not None:
            self._starts[kind] = min(max(start, 1), 32_767)
        restart = node.value("numRestart")
        if restart is not None:
            self._each_section[kind] = restart == "eachSect"

    def enter_section(self, section: Node | None, *, first: bool) -> None:
        """Apply the settings of a section to the notes that follow."""
        for kind in (FOOTNOTE, ENDNOTE):
            self._read_settings(kind, section)
            if first or self._each_section[kind]:
                self._counts[kind] = self._starts[kind] - 1

    def cite(self, kind: str, identifier: str, mark: str | None) -> str:
        """Return the number of a note for its marker; `mark` is a mark of its own, typed."""
        known = self._known.get((kind, identifier))
        if known is not None:
            return known.number
        if mark is not None:
            number = "".join(mark.split())[:12] or "*"
        else:
            self._counts[kind] += 1
            number = formatted(self._counts[kind], self._formats[kind])
            if kind == ENDNOTE and any(
                note.kind == FOOTNOTE and note.number == number for note in self.cited
            ):
                number = f"e{number}"
        note = Note(kind, number, self._nodes[kind].get(identifier), custom=mark is not None)
        self._known[kind, identifier] = note
        self.cited.append(note)
        return number
