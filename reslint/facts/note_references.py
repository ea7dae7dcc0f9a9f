"""References to a draft's own notes in its text and notes: `see note 3 above`, `footnote 3`.

Adopted texts hardly have any; drafts do, and their numbers go wrong where notes are renumbered.
"""

from __future__ import annotations

from reslint.data.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft

_NUMBER = expression("[0-9]+")


class NoteReference:
    """One number of a reference to notes, with its source span.

    `certain` where the words say that the note is one of this text (`note 3 above`); a bare
    `note 3` may be another document's.
    """

    __slots__ = ("certain", "end", "number", "start")

    def __init__(self, number: str, start: int, end: int, *, certain: bool) -> None:
        self.number = number
        self.start = start
        self.end = end
        self.certain = certain


def note_references(draft: Draft) -> Iterator[NoteReference]:
    """The references of all paragraphs, notes among them, in order."""
    written: str | None = draft.vocabulary.forms.get("notes", {}).get("reference")
    if not written:
        return
    pattern = expression(written)
    for paragraph in draft.paragraphs:
        for match in pattern.finditer(paragraph.text):
            certain = any(match[name] for name in ("above", "below"))
            for number in _NUMBER.finditer(paragraph.text, *match.span("list")):
                span = paragraph.source_span(*number.span())
                yield NoteReference(number[0], *span, certain=certain)
