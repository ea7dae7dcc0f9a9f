"""Edits of emphasis: put it on, take it off, move its end; always whole Markdown marks."""

from __future__ import annotations

from reslint.facts import fact
from reslint.text.diagnostics import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Emphasis
    from reslint.draft.model import Draft, Paragraph


_MARKS = {"italic": "*", "bold": "**", "bold italic": "***"}


def mark_of(kind: str) -> str:
    """The Markdown mark of a kind of emphasis."""
    return _MARKS[kind]


def right_kinds(draft: Draft) -> list[str]:
    """The kinds of emphasis that leading phrases may have: those of the organ or the language."""
    if draft.habits is not None and draft.habits.emphasis:
        return list(draft.habits.emphasis)
    kinds: list[str] = draft.vocabulary.forms["emphasis"]
    return kinds


def preferred_kind(draft: Draft) -> str:
    """The kind of emphasis a fix writes: the draft's own where the language has a choice."""
    kinds = [kind for kind in right_kinds(draft) if kind in _MARKS]
    kinds = kinds or draft.vocabulary.forms["emphasis"]
    return kinds[0] if len(kinds) == 1 else _commonest_kind(draft.whole)


@fact
def _commonest_kind(draft: Draft) -> str:
    kinds = [kind for kind in right_kinds(draft) if kind in _MARKS]
    counts = dict.fromkeys(kinds, 0)
    for paragraph in draft.paragraphs:
        for emphasis in paragraph.emphases[:1]:
            if emphasis.start == 0 and emphasis.kind in counts:
                counts[emphasis.kind] += 1
    return max(kinds, key=lambda kind: counts[kind])


def add_emphasis(paragraph: Paragraph, start: int, end: int, kind: str) -> tuple[Edit, ...]:
    """Edits that emphasize the plain text from `start` to `end`."""
    first, last = paragraph.source_span(start, end)
    mark = _MARKS[kind]
    if first == last:
        return ()
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

    Marks that already stand at the right place, and are the right ones, stay as they are.
    """
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
