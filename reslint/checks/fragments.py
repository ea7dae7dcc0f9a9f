"""The check of paragraphs that are cut off, begin in the middle, or have a label and no text."""

from __future__ import annotations

from reslint.facts.draft_text import first_word, last_word
from reslint.facts.endings import conjoined_end, ending_of
from reslint.facts.openings import lacks_opening
from reslint.text.diagnostics import Finding
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


def fragment(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A paragraph cut off, or one that begins in the middle."""
    for resolution in draft.resolutions:
        for paragraph in (*resolution.preamble, *resolution.operative):
            text = paragraph.text.strip(INVISIBLE)
            if not text:
                if paragraph.label is not None:
                    label = paragraph.label
                    yield Finding(label.start, label.end, paragraph.place, {}, variant="empty")
                continue
            ending = ending_of(paragraph)
            if (
                not ending.kind
                and not paragraph.certain_end
                and not paragraph.children
                and not _leads_on(draft, paragraph)
            ):
                yield paragraph.finding(*last_word(paragraph.text), {}, variant="cut")
            if lacks_opening(paragraph, draft):
                yield paragraph.finding(*first_word(paragraph.text), {}, variant="start")


def _leads_on(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a paragraph ends with what leads to the next one: `…; and`, `…, therefore`."""
    if conjoined_end(draft, paragraph) is not None:
        return True
    joint = draft.vocabulary.pattern("joint")
    behind = paragraph.text.rpartition(",")[2].strip(INVISIBLE)
    return joint is not None and joint.fullmatch(behind) is not None
