"""Move a paragraph of the operative part one level in or out, with what depends on it.

Its label becomes the next one of that level, what follows is counted again with the references to
it, and the marks at the ends (`:`, `;`, `.`, "and" before the last item) move along. In doubt
nothing is changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.checks.ending_edits import end_with
from reslint.checks.endings import wrong_list_introductions, wrong_operative_endings
from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE
from reslint.draft.reader import read_draft
from reslint.editor.next_label import (
    counted_on,
    is_named_by_letter,
    label_like,
    ordered_series,
)
from reslint.editor.places import paragraph_at
from reslint.editor.renaming import numbers_that_name
from reslint.facts.endings import conjoined_end
from reslint.facts.numbering import label_of
from reslint.text.changes import edits_between
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.draft.model import Draft, Paragraph


IN, OUT = 1, -1
_KINDS = ("number", "letter", "roman", "quoted")
_SPACES = expression(r"[ \t\u00a0\u3000]*")


def levels_changed(draft: Draft, offsets: Iterable[int], by: int) -> list[Edit]:
    """Return the edits that move the paragraphs at some offsets, each as `level_changed` does.

    Those that cannot be moved stay. Paragraphs go in from the first to the last, and out from the
    last to the first: so an item follows the one before it, and is the last one when it leaves.
    """
    found = {id(one): one for one in (_labelled_at(draft, offset) for offset in offsets) if one}
    indexes = sorted((draft.paragraphs.index(one) for one in found.values()), reverse=by == OUT)
    moved = draft
    for index in indexes:
        edits = level_changed(moved, moved.paragraphs[index].start, by)
        if edits and len(indexes) == 1:
            return edits
        if edits:
            moved = _read_again(draft, _applied(moved.source.text, edits))
    return [] if moved is draft else edits_between(draft.source.text, moved.source.text)


def level_changed(draft: Draft, offset: int, by: int) -> list[Edit]:
    """Return the edits that move the paragraph at an offset in (`IN`) or out (`OUT`).

    Empty where that is not possible, or where the draft would not be read as meant.
    """
    paragraph = _labelled_at(draft, offset)
    if draft.doubts or paragraph is None or not _has_plain_label(paragraph):
        return []
    if paragraph.level and is_named_by_letter(draft, paragraph):
        return []
    edits = _moved_in(draft, paragraph) if by == IN else _moved_out(draft, paragraph)
    if not edits:
        return []
    text = _applied(draft.source.text, edits)
    moved = _read_again(draft, text)
    if moved.doubts or len(moved.paragraphs) != len(draft.paragraphs):
        return []
    here = moved.paragraphs[draft.paragraphs.index(paragraph)]
    if here.level != paragraph.level + by:
        return []
    around = {draft.paragraphs.index(one) for one in _around(paragraph)}
    around |= {moved.paragraphs.index(one) for one in _around(here)}
    text = _with_endings(draft, moved, around)
    return edits_between(draft.source.text, text)


def _labelled_at(draft: Draft, offset: int) -> Paragraph | None:
    """Return the paragraph at an offset; at the end of an empty one a space may stand between."""
    found = paragraph_at(draft, offset)
    if found is not None:
        return found
    start, end = draft.source.line_span(draft.source.position(offset)[0])
    line = draft.source.text[start:end]
    return paragraph_at(draft, start + len(line) - len(line.lstrip())) if line.strip() else None


def _has_plain_label(paragraph: Paragraph) -> bool:
    label = paragraph.label
    return (
        paragraph.part == OPERATIVE
        and label is not None
        and label.kind in _KINDS
        and label.certain
        and not label.suffix
        and not label.part
    )


def _moved_in(draft: Draft, paragraph: Paragraph) -> list[Edit]:
    """Make a paragraph the last item of the one before it on its level."""
    series = ordered_series(draft, paragraph)
    if series is None or paragraph.children:
        return []
    place = series.items.index(paragraph)
    if not place or (not paragraph.level and numbers_that_name(draft, {paragraph})):
        return []
    above = series.items[place - 1]
    following = counted_on(draft, series.items[place + 1 :], -1)
    label = _item_label(draft, above)
    if following is None or not label:
        return []
    return sorted([_relabelled(draft, paragraph, label), *following], key=lambda edit: edit.start)


def _moved_out(draft: Draft, paragraph: Paragraph) -> list[Edit]:
    """Make the last item of a list a paragraph of its own after that which holds the list."""
    holder = paragraph.parent
    if holder is None or paragraph.children or paragraph is not holder.children[-1]:
        return []
    series = ordered_series(draft, holder)
    if series is None:
        return []
    place = series.items.index(holder)
    following = counted_on(draft, series.items[place + 1 :], 1)
    label = label_like(draft, holder, label_of(holder).value + 1)
    if following is None or not label:
        return []
    return sorted([_relabelled(draft, paragraph, label), *following], key=lambda edit: edit.start)


def _item_label(draft: Draft, above: Paragraph) -> str:
    """Return the start of a line for the next item under a paragraph, "" if it is not known."""
    if above.children:
        last = above.children[-1]
        return label_like(draft, last, label_of(last).value + 1) if _has_plain_label(last) else ""
    return first_item_label(draft, above.level + 1)


def first_item_label(draft: Draft, level: int) -> str:
    """Return the start of a line for the first item of a level, "" if it is not known."""
    for other in draft.paragraphs:
        if other.level == level and _has_plain_label(other) and label_of(other).value == 1:
            return label_like(draft, other, 1)
    labels: list[str] = draft.vocabulary.forms.get("item_labels", [])
    return f"{labels[level - 1]} " if level <= len(labels) else ""


def _relabelled(draft: Draft, paragraph: Paragraph, label: str) -> Edit:
    source = draft.source
    start = source.line_span(source.position(paragraph.start)[0])[0]
    end = label_of(paragraph).end
    opened = source.text[paragraph.start : label_of(paragraph).start].strip()
    end += len(opened) if opened and source.text.startswith(opened, end) else 0
    space = _SPACES.match(source.text, end)
    return Edit(start, space.end() if space else end, label)


def _around(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph, the one that holds it, and the items beside it."""
    yield paragraph
    if paragraph.parent is not None:
        yield paragraph.parent
        yield from paragraph.parent.children


def _with_endings(before: Draft, draft: Draft, around: Iterable[int]) -> str:
    """Return the text of a draft in which the paragraphs with some indexes end as they should.

    An end that was wrong before is left as it is.
    """
    places = {draft.paragraphs[index]: index for index in around}
    wrong_before = {before.paragraphs.index(one) for one, _ in _wrong_endings(before)}
    edits = []
    conjunction = _conjunction(before, around)
    wanted = dict(_wrong_endings(draft))
    for paragraph, index in places.items():
        if not paragraph.text.strip():
            continue
        conjoined = conjoined_end(draft, paragraph)
        if conjunction and _is_before_last(paragraph):
            if conjoined is None:
                edits += _ended(draft, paragraph, "semicolon", conjunction)
        elif conjoined is not None:
            edits += end_with(draft, paragraph, wanted.get(paragraph, "semicolon"))
        elif paragraph in wanted and index not in wrong_before:
            edits += end_with(draft, paragraph, wanted[paragraph])
    return _applied(draft.source.text, edits)


def _wrong_endings(draft: Draft) -> Iterator[tuple[Paragraph, str]]:
    yield from wrong_operative_endings(draft)
    yield from wrong_list_introductions(draft)


def _is_before_last(paragraph: Paragraph) -> bool:
    items = paragraph.parent.children if paragraph.parent is not None else []
    return len(items) > 1 and paragraph is items[-2]


def _conjunction(draft: Draft, around: Iterable[int]) -> str:
    """Return what stands after the mark of the last item but one (` and`), "" for nothing."""
    for index in around:
        paragraph = draft.paragraphs[index]
        conjoined = conjoined_end(draft, paragraph)
        if conjoined is not None:
            return paragraph.text[conjoined[0] + 1 : conjoined[1]]
    return ""


def _ended(draft: Draft, paragraph: Paragraph, kind: str, conjunction: str) -> list[Edit]:
    made = end_with(draft, paragraph, kind)
    return [Edit(edit.start, edit.end, edit.text + conjunction) for edit in made]


def _applied(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _read_again(draft: Draft, text: str) -> Draft:
    return read_draft(
        draft.source.with_text(text),
        path_format="markdown",
        language=draft.language,
        organ=draft.organ,
        habits=draft.habits,
    )
