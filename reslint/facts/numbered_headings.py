"""Numbers that stand before the heading of a section: `1. General` above `(a) *Urges* …;`."""

from __future__ import annotations

from reslint.draft.model import OPERATIVE
from reslint.draft.roles.heading_words import word_count
from reslint.text.folding import CLAUSE_ENDS, COLONS, INVISIBLE, LIST_COMMAS, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph


_MOST_WORDS = 10
_NEVER_AT_END = tuple(LIST_COMMAS + SEMICOLONS)
_MARKS = INVISIBLE + CLAUSE_ENDS + COLONS


def is_numbered_heading(paragraph: Paragraph, draft: Draft) -> bool:
    """Whether a numbered paragraph is the heading of the operative paragraphs in letters below it.

    It is short and opens with no leading phrase; each item below it opens with that of an operative
    paragraph. Findings that ask must call `draft.look_beyond`: the items decide.
    """
    label, items = paragraph.label, paragraph.children
    if (
        paragraph.part != OPERATIVE
        or paragraph.parent is not None
        or label is None
        or label.kind != "number"
        or not items
    ):
        return False
    text = paragraph.text.strip(INVISIBLE)
    if not text or text.endswith(_NEVER_AT_END) or word_count(text) > _MOST_WORDS:
        return False
    if text[0].islower() or draft.phrases.match(text) is not None:
        return False
    if paragraph.emphases and not _is_all_emphasized(paragraph):
        return False
    return all(_opens_like_paragraph(item, draft) for item in items)


def _is_all_emphasized(paragraph: Paragraph) -> bool:
    """Whether emphasis covers the paragraph but its final mark."""
    covered = 0
    for emphasis in paragraph.emphases:
        if paragraph.text[covered : emphasis.start].strip(INVISIBLE):
            return False
        covered = max(covered, emphasis.end)
    return not paragraph.text[covered:].strip(_MARKS)


def _opens_like_paragraph(item: Paragraph, draft: Draft) -> bool:
    """Whether an item opens with an operative leading phrase, emphasized or with a capital.

    Where there are no capitals, an item of a list may open with the same words: then only emphasis
    shows that a paragraph begins.
    """
    if item.label is None:
        return False
    start = len(item.text) - len(item.text.lstrip(INVISIBLE))
    phrase = draft.phrases.match(item.text, start)
    if phrase is None or "operative" not in phrase.parts:
        return False
    if item.emphases and item.emphases[0].start <= start:
        return True
    return bool(draft.vocabulary.forms.get("capitals")) and item.text[start].isupper()
