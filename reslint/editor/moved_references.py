"""References that mean a paragraph by the number that it had before an edit.

Where a number just typed doubles one, the text alone does not say which of the two paragraphs an
older reference means; the text before the edit does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.draft.model import OPERATIVE
from reslint.editor.places import own_references, paragraph_at
from reslint.facts.numbering import label_of, value_span
from reslint.facts.references import targets
from reslint.text.diagnostics import Edit
from reslint.text.moves import moved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reslint.draft.model import Draft, Paragraph
    from reslint.editor.places import Span
    from reslint.facts.references import Reference
    from reslint.text.moves import Change


@dataclass(frozen=True, slots=True)
class FollowedReference:
    """A reference of the present draft, followed from an earlier text.

    `span` is that of its number, `number` the number as written. `wanted` is the number of the
    paragraph that it meant, 0 where only a reader can tell: the paragraph is gone, two have had
    the number, or the reference is newer than the earlier text. `sure` is False for a reference
    that does not say whose paragraph it means (`paragraph 4`, without "above").
    """

    span: Span
    number: int
    wanted: int
    sure: bool


def followed_references(
    before: Draft,
    draft: Draft,
    changes: Sequence[Change],
    numbers: Mapping[Paragraph, int] | None = None,
) -> list[FollowedReference]:
    """Return the references whose number is or may be wrong since an earlier draft, in order.

    `changes` lead from the text of `before` to that of `draft`. `numbers` are those that
    paragraphs are about to get; by default they keep what they have.
    """
    numbers = numbers or {}
    where = targets(before)
    now = _paragraphs_now(before, draft, changes)
    changed = _changed_numbers(now, numbers)
    earlier: dict[int, Reference] = {}
    for reference, _ in _all_references(before):
        start, _ = reference.paragraph.source_span(*reference.number_span)
        earlier[moved(start, changes)[0]] = reference
    found = []
    for reference, sure in _all_references(draft):
        span = reference.paragraph.source_span(*reference.number_span)
        number = reference.number
        old = earlier.get(span[0])
        if old is None:
            if number in changed:
                found.append(FollowedReference(span, number, 0, sure))
            continue
        target = where.resolved(old)
        present = now.get(target) if target is not None else None
        if present is not None:
            wanted = _number(present, numbers)
            found.append(FollowedReference(span, number, wanted, sure))
        elif number == old.number and where.tops(old):
            found.append(FollowedReference(span, number, 0, sure))
    return found


def with_followed_references(
    draft: Draft, edits: Sequence[Edit], before: Draft, changes: Sequence[Change]
) -> tuple[list[Edit], int]:
    """Return the edits of a renumbering in which older references follow their paragraphs.

    Also how many references are left to a reader.
    """
    labels = {value_span(one, with_suffix=True): one for one in draft.paragraphs if _counts(one)}
    numbers = {
        labels[edit.start, edit.end]: int(edit.text)
        for edit in edits
        if (edit.start, edit.end) in labels and edit.text.isdecimal()
    }
    made = {(edit.start, edit.end): edit for edit in edits}
    left = 0
    for one in followed_references(before, draft, changes, numbers):
        if one.wanted and one.sure:
            made.pop(one.span, None)
            if one.wanted != one.number:
                made[one.span] = Edit(*one.span, str(one.wanted))
        elif one.wanted != one.number:
            left += 1
    return [made[span] for span in sorted(made)], left


def _all_references(draft: Draft) -> Iterator[tuple[Reference, bool]]:
    for paragraph in draft.paragraphs:
        yield from own_references(draft, paragraph)


def _counts(paragraph: Paragraph) -> bool:
    label = paragraph.label
    return (
        paragraph.part == OPERATIVE
        and label is not None
        and label.kind == "number"
        and not paragraph.level
    )


def _paragraphs_now(
    before: Draft, draft: Draft, changes: Sequence[Change]
) -> dict[Paragraph, Paragraph]:
    """Find the numbered paragraphs of an earlier draft in the present one, by words that stayed."""
    found = {}
    for paragraph in before.paragraphs:
        if not _counts(paragraph):
            continue
        ends = (0, len(paragraph.text.rstrip()) - 1)
        if ends[1] < 0:
            continue
        places = [moved(paragraph.source_span(at, at + 1)[0], changes) for at in ends]
        present = {paragraph_at(draft, place) for place, kept in places if kept}
        # A paragraph of which two were made is nobody's but a reader's.
        if len(present) == 1 and (one := present.pop()) is not None and _counts(one):
            found[paragraph] = one
    return found


def _changed_numbers(
    now: Mapping[Paragraph, Paragraph], numbers: Mapping[Paragraph, int]
) -> set[int]:
    changed = set()
    for old, present in now.items():
        pair = {label_of(old).value, _number(present, numbers)}
        if len(pair) > 1:
            changed |= pair
    return changed


def _number(paragraph: Paragraph, numbers: Mapping[Paragraph, int]) -> int:
    return numbers.get(paragraph, label_of(paragraph).value)
