"""What the readers of a Word file share: its tables, and which state of tracked changes counts."""

from __future__ import annotations

from reslint.documents.word.number_fields import NumberFields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.word.notes import Notes
    from reslint.documents.word.numbering import Numbering
    from reslint.documents.word.styles import Styles
    from reslint.documents.xml_tree import Node


_NEW, _OLD = ("ins", "moveTo"), ("del", "moveFrom")
CHANGES = frozenset((*_NEW, *_OLD))
"""The elements of text that was inserted or deleted with changes tracked."""


class Context:
    """What the parts of a document share.

    `comments` are suppressions by the id of their comment; `original` says that tracked changes
    are read as if they had not been made; `paragraphs` has the part and number of every paragraph
    read, to which pieces point by index.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: Notes,
        comments: dict[str, str],
        *,
        original: bool,
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.notes = notes
        self.comments = comments
        self.original = original
        self.number_fields = NumberFields()
        self.paragraphs: list[tuple[str, int]] = []

    def reads_change(self, name: str) -> bool:
        """Return whether text in an element of `CHANGES` is part of the text read."""
        return (name in _OLD) == self.original

    def is_gone(self, properties: Node | None) -> bool:
        """Return whether properties of a paragraph's mark or a row say that it is deleted."""
        if properties is None:
            return False
        gone = _NEW if self.original else _OLD
        return any(child.name in gone for child in properties.nodes())

    def stated(self, properties: Node | None) -> Node | None:
        """Return the properties that count (`pPr`, `rPr`): those before a change, if wanted."""
        if properties is not None and self.original:
            change = properties.child(properties.name + "Change")
            if change is not None:
                return change.child(properties.name)
        return properties
