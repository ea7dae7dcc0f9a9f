"""Edits of emphasis: put it on, take it off, move its end; always whole Markdown marks."""

from __future__ import annotations

from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts import fact
from reslint.text.diagnostics import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Emphasis
    from reslint.draft.model import Draft, Paragraph, Part


_MARKS = {"italic": "*", "bold": "**", "bold italic": "***"}
_UNDERLINE = "underline"
_NAMED = ("italic", "bold")  # kinds that messages name


def mark_of(kind: str) -> str:
    """The Markdown mark of a kind of emphasis, "" for one that has none."""
    return _MARKS.get(kind, "")


def naming_kind(variant: str | None, kind: str) -> str | None:
    """The variant of a message that names the kind of emphasis: italics, bold, no other."""
    if kind not in _NAMED:
        return variant
    return f"{variant}-{kind}" if variant else kind


def emphasized_text(text: str, kind: str) -> str:
    """A text with the marks of a kind of emphasis."""
    if kind == _UNDERLINE:
        return f"<u>{text}</u>"
    return mark_of(kind) + text + mark_of(kind)


def right_kinds(draft: Draft, part: Part) -> list[str]:
    """The kinds of emphasis that leading phrases of a part may have; `none` for plain ones.

    They are those of the organ's habits if it has any, else those of the language.
    """
    habits = draft.habits
    if habits is not None and habits.emphasis.get(part):
        throughout = _only_kinds(draft.whole).get(part, "") if habits.throughout else ""
        return [throughout] if throughout else list(habits.emphasis[part])
    kinds: list[str] = draft.vocabulary.forms["emphasis"]
    return kinds


def preferred_kind(draft: Draft, part: Part = OPERATIVE) -> str:
    """The kind of emphasis a fix writes: the draft's own where the language has a choice.

    If an organ allows only underlined or plain phrases, it is that kind, which no fix writes.
    """
    right = right_kinds(draft, part)
    kinds = [kind for kind in right if kind in _MARKS]
    if not kinds:
        return right[0]
    return kinds[0] if len(kinds) == 1 else _commonest_kind(draft.whole, kinds)


def _commonest_kind(draft: Draft, kinds: list[str]) -> str:
    counts = _counts(draft)
    return max(kinds, key=lambda kind: counts.get(kind, 0))


@fact
def _counts(draft: Draft) -> dict[str, int]:
    """How many paragraphs open with each kind of emphasis."""
    counts: dict[str, int] = {}
    for paragraph in draft.paragraphs:
        for emphasis in paragraph.emphases[:1]:
            if emphasis.start == 0:
                counts[emphasis.kind] = counts.get(emphasis.kind, 0) + 1
    return counts


@fact
def _only_kinds(draft: Draft) -> dict[Part, str]:
    """The kind that all phrases of a part have, by part, if the organ allows it throughout."""
    found: dict[Part, str] = {}
    for part in (PREAMBLE, OPERATIVE):
        kinds = {
            paragraph.emphases[0].kind if paragraph.emphases else ""
            for paragraph in draft.part(part)
            if paragraph.parent is None
        }
        kind = kinds.pop() if len(kinds) == 1 else ""
        if draft.habits is not None and kind in draft.habits.throughout:
            found[part] = kind
    return found


def add_emphasis(paragraph: Paragraph, start: int, end: int, kind: str) -> tuple[Edit, ...]:
    """Edits that emphasize the plain text from `start` to `end`; none for underline."""
    first, last = paragraph.source_span(start, end)
    if first == last or kind not in _MARKS:
        return ()
    mark = _MARKS[kind]
    return (Edit(first, first, mark), Edit(last, last, mark))


def remove_emphasis(run: list[Emphasis]) -> tuple[Edit, ...]:
    """Edits that take off the marks of these pieces."""
    return tuple(
        Edit(*span, "") for emphasis in run for span in (emphasis.opening, emphasis.closing)
    )


def move_emphasis(
    paragraph: Paragraph, run: list[Emphasis], start: int, end: int, kind: str
) -> tuple[Edit, ...]:
    """Edits that make the pieces of `run` one piece from plain `start` to `end`, of `kind`.

    Marks that already stand at the right place, and are the right ones, stay as they are. None for
    underline.
    """
    if kind not in _MARKS:
        return ()
    first, last = paragraph.source_span(start, end)
    mark = _MARKS[kind]
    edits: list[Edit] = []
    opening, closing = run[0].opening, run[-1].closing
    same_kind = all(emphasis.kind == kind for emphasis in run)
    if same_kind and run[0].start == start:
        pass
    else:
        edits.append(Edit(*opening, ""))
        edits.append(Edit(first, first, mark))
    for before, after in zip(run, run[1:], strict=False):
        edits.append(Edit(*before.closing, ""))
        edits.append(Edit(*after.opening, ""))
    if same_kind and run[-1].end == end:
        pass
    else:
        edits.append(Edit(last, last, mark))
        edits.append(Edit(*closing, ""))
    return tuple(_merged(edits))


def _merged(edits: list[Edit]) -> list[Edit]:
    """Edits in order of place; a removal and an insertion that touch become one replacement."""
    edits.sort(key=lambda edit: (edit.start, edit.end))
    merged: list[Edit] = []
    for edit in edits:
        last = merged[-1] if merged else None
        if last is not None and last.end == edit.start:
            merged[-1] = Edit(last.start, edit.end, last.text + edit.text)
        else:
            merged.append(edit)
    return merged
