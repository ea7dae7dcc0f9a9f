"""Labels in drafts of an organ with a style of its own: each must be as its habits say."""

from __future__ import annotations

from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.numbering import label_of, numbered, value_span
from reslint.language.habits import BULLET, LABELS, NONE
from reslint.text.diagnostics import Edit, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reslint.blocks.label import Label
    from reslint.draft.model import Draft, Paragraph


HOUSE = "house"
"""The variant of a message on a label of another style than that of the house."""


def house_items(draft: Draft, samples: Sequence[str]) -> Iterator[Finding]:
    """Labels of sub-paragraphs in another style than that of their level in the house.

    `samples` are the styles by level; deeper levels may have any.
    """
    counted = {p for resolution in draft.resolutions for p in numbered(resolution)}
    for paragraph in draft.paragraphs:
        if paragraph.part not in (PREAMBLE, OPERATIVE) or paragraph.label is None:
            continue
        if 0 < paragraph.level <= len(samples) and paragraph not in counted:
            yield from _judged(draft, paragraph, (samples[paragraph.level - 1],))


def house_labels(
    draft: Draft, paragraphs: Iterable[Paragraph], samples: tuple[str, ...], *, bullets: bool
) -> Iterator[Finding]:
    """Labels of the paragraphs of a part in another style than those that the house has there.

    Without `bullets`, these are left to the check of missing numbers where the house has numbers.
    """
    for paragraph in paragraphs:
        label = paragraph.label
        if label is None or label.part:
            continue
        if bullets or label.kind != BULLET or LABELS[samples[0]][0] != "number":
            yield from _judged(draft, paragraph, samples)


def _judged(draft: Draft, paragraph: Paragraph, samples: tuple[str, ...]) -> Iterator[Finding]:
    label = label_of(paragraph)
    if any(_is_like(label, sample) for sample in samples):
        return
    values = {"label": label.text, "expected": samples[0]}
    edits: tuple[Edit, ...] = ()
    kind, style = LABELS[samples[0]]
    if samples[0] == NONE:
        yield Finding(label.start, label.end, paragraph.place, values, variant=f"{HOUSE}-none")
        return
    if label.kind == kind and style.strip("().-/ ") in ("N", "x") and not label.suffix:
        start, end = value_span(paragraph)
        value = draft.source.plain_text(start, end)
        text = style.replace("N", value).replace("x", value)
        values["expected"] = text
        written = draft.source.plain_text(label.start, label.end).replace("\\", "")
        if len(written) == len(label.text):  # no mark of emphasis stands inside
            edits = (Edit(label.start, label.end, text),)
    yield Finding(
        label.start, label.end, paragraph.place, values, edits, variant=HOUSE, safety="unsafe"
    )


def _is_like(label: Label, sample: str) -> bool:
    """Whether a label is of the kind and style of a sample. A letter i may be a roman number."""
    kind, style = LABELS[sample]
    if kind == BULLET:
        return label.kind == BULLET
    read_as = {label.kind, "roman"} if label.roman_value else {label.kind}
    return kind in read_as and label.style == style
