"""What checks of a whole draft read of the start of a paragraph: groups of facts (`reads.py`)."""

from __future__ import annotations

from reslint.checks.labels import may_hold_next
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.draft_text import first_word
from reslint.facts.numbered_headings import is_numbered_heading
from reslint.facts.numbering import written_value
from reslint.facts.openings import lead_in, opening_of
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.draft.model import Draft, Paragraph


_BEHIND_OPENING = 70  # characters behind the opening words that checks look at


def _opening_end(paragraph: Paragraph, draft: Draft) -> int:
    """Where the opening words end: the first word, the phrase, the emphasis on it."""
    end = first_word(paragraph.text)[1]
    if paragraph.part in (PREAMBLE, OPERATIVE):
        opening = opening_of(paragraph, draft)
        phrase = opening.phrase
        end = max(end, opening.run_end, phrase.longest if phrase is not None else 0)
    return min(end + 1, len(paragraph.text))


def _complement(paragraph: Paragraph, draft: Draft) -> object:
    """The words behind the opening words."""
    end = _opening_end(paragraph, draft)
    return paragraph.text[end : end + _BEHIND_OPENING]


def _opening(paragraph: Paragraph, draft: Draft) -> object:
    """How a paragraph opens: its first words as written, and all that is emphasized.

    A heading of paragraphs in letters opens as no paragraph does.
    """
    text = paragraph.text
    said: object = None
    if paragraph.part in (PREAMBLE, OPERATIVE):
        opening = opening_of(paragraph, draft)
        phrase = opening.phrase
        match = draft.phrases.match(text)
        bare = draft.phrases.match(text.strip(INVISIBLE))
        said = (
            phrase and [getattr(phrase, slot) for slot in phrase.__slots__ if slot != "source"],
            (opening.start, opening.adverbial, opening.run_start, opening.run_end),
            match and match.parts,
            bare is None,
        )
    end = paragraph.plain.source_end(_opening_end(paragraph, draft))
    return (
        said,
        draft.source.text[paragraph.start : end],
        [(each.kind, text[each.start : each.end]) for each in paragraph.emphases],
        len(paragraph.stray),
        not text.strip(INVISIBLE),
        is_numbered_heading(paragraph, draft),
    )


def _start(paragraph: Paragraph, draft: Draft) -> object:
    """The label as written and the first letter, with the mark-up there.

    What tells whether a numbered paragraph is a heading, the verb above others or two paragraphs.
    """
    text = paragraph.text
    first = len(text) - len(text.lstrip(INVISIBLE))
    numbered = paragraph.label is not None and paragraph.label.kind == "number"
    return (
        draft.source.text[paragraph.start : paragraph.plain.source_end(first + 2)],
        first == len(text),
        [each.start - paragraph.start for each in paragraph.stray],
        is_numbered_heading(paragraph.parent or paragraph, draft),
        lead_in(paragraph) is paragraph,
        numbered and may_hold_next(paragraph),
    )


def _item(paragraph: Paragraph, draft: Draft) -> object:
    """The first word of an item."""
    return paragraph.parent and paragraph.text[slice(*first_word(paragraph.text))]


def _unnumbered(paragraph: Paragraph, draft: Draft) -> object:
    """How a paragraph opens that has no number."""
    label = paragraph.label
    numbered = label is not None and label.kind == "number"
    return None if numbered else _opening(paragraph, draft)


def _label(paragraph: Paragraph, draft: Draft) -> object:
    """How the label of a paragraph is written; whether the paragraph is a verb above numbers."""
    label, text = paragraph.label, draft.source.text
    said = label and (label.part, written_value(paragraph), text[paragraph.start : label.end])
    return said, lead_in(paragraph) is paragraph


def _first(paragraph: Paragraph, draft: Draft) -> object:
    """The text of the first paragraph of a resolution, which stands for a missing organ line."""
    resolution = paragraph.resolution
    if resolution is None:
        return None
    first = (resolution.preamble or resolution.operative)[:1]
    return paragraph.text if paragraph in first else None


STARTS: dict[str, Callable[[Paragraph, Draft], object]] = {
    "label": _label,
    "start": _start,
    "item": _item,
    "unnumbered": _unnumbered,
    "opening": _opening,
    "complement": _complement,
    "first": _first,
}
"""The groups by name."""
