"""How sure the reader is of the structure of a draft, and why not.

A doubt about the whole draft is a reason in `Draft.doubts`, one about a paragraph is the reason in
`Paragraph.doubt`. Where there is a doubt, findings that rest on the structure are warnings and
their fixes are unsafe: `linting/linter.py` sees to it, in one place.
"""

from __future__ import annotations

from reslint.draft.model import CLOSING, MASTHEAD, OPERATIVE, OUTSIDE, PREAMBLE
from reslint.draft.pages.numbers_apart import is_number_alone
from reslint.draft.roles.block_roles import is_numbered
from reslint.draft.roles.final_marks import is_ended, last_mark
from reslint.draft.roles.line_places import line_breaks
from reslint.language.organ_names import OTHER
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, FULL_STOPS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from reslint.draft.model import Draft, Paragraph, Resolution
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.language.phrases import PhraseMatch

    Openings = dict[Paragraph, PhraseMatch | None]

    Reason = Literal[
        "no-organ-line",
        "unread-text",
        "unknown-phrases",
        "contradictory-numbers",
        "doubtful-paragraphs",
        "two-readings",
    ]


NO_ORGAN_LINE: Reason = "no-organ-line"
"""No organ line, or only one after the preamble, tells where the preamble begins.

A line of another body without mark and emphasis may be a title.
"""
UNREAD_TEXT: Reason = "unread-text"
"""Text that reads like paragraphs stands before the preamble or after the closing."""
UNKNOWN_PHRASES: Reason = "unknown-phrases"
"""Most paragraphs open with words that are neither known nor emphasized."""
CONTRADICTORY_NUMBERS: Reason = "contradictory-numbers"
"""The numbers of the operative paragraphs go back or stand still more than once, or stand apart."""
DOUBTFUL_PARAGRAPHS: Reason = "doubtful-paragraphs"
"""Many paragraphs can be read in two ways, or open with phrases of the other part."""
TWO_READINGS: Reason = "two-readings"
"""A paragraph can be read in two ways.

Of number, leading phrase and mark at the end, two speak for the other part of the draft; or it
stands in the other part; or it is taken for the end of the paragraph above and opens with an
emphasized leading phrase; or its words alone part it from the one before, on the same line; or it
is taken for an item with a number below a full stop, where notes stand.
"""
_OTHER_PART = 2  # signs that speak for the other part
_STEPS_BACK = 2
_PARTS = {PREAMBLE: "preambular", OPERATIVE: "operative"}


def judge(draft: Draft, roles: BlockRoles) -> None:
    """Set the doubts of a draft and of its paragraphs."""
    paragraphs = draft.part(PREAMBLE, OPERATIVE)
    openings = {each: roles.opening(each.text) for each in paragraphs if each.parent is None}
    operative: set[tuple[Resolution | None, Paragraph | None]] = set()  # and their sections
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.part == OPERATIVE:
            operative.add((paragraph.resolution, paragraph.section))
        place = paragraph.resolution, paragraph.section
        if paragraph.part == PREAMBLE and place in operative:
            doubtful = True
        elif paragraph.parent is None:
            doubtful = _signs_of_other_part(
                paragraph, openings[paragraph]
            ) >= _OTHER_PART or _goes_on_in_line(draft, before, paragraph)
        else:
            doubtful = _may_stand_alone(paragraph, roles) or _may_be_note(paragraph)
        before = paragraph
        paragraph.doubt = TWO_READINGS if doubtful else ""
    draft.doubts = tuple(_doubts(draft, roles, openings))


def doubtful_spans(draft: Draft) -> list[tuple[int, int]]:
    """Return the source spans in which findings may rest on a misreading, in order."""
    whole = draft.whole
    if whole.doubts:
        return [(0, len(whole.source.text) + 1)]
    return [
        (paragraph.start, paragraph.end)
        for paragraph in whole.paragraphs
        if paragraph.doubt or (paragraph.parent is not None and paragraph.parent.doubt)
    ]


def _doubts(draft: Draft, roles: BlockRoles, openings: Openings) -> Iterator[Reason]:
    """Yield the reasons to doubt the whole draft."""
    if any(
        each.organ_line in (None, each.late_line) or _is_title_else(each)
        for each in draft.resolutions
    ):
        yield NO_ORGAN_LINE
    if any(_reads_like_paragraph(each, roles) for each in draft.part(MASTHEAD, CLOSING)):
        yield UNREAD_TEXT
    unknown = sum(match is None and _opens_plain(each) for each, match in openings.items())
    if unknown > 1 and 2 * unknown > len(openings):
        yield UNKNOWN_PHRASES
    if any(_steps_back(each) >= _STEPS_BACK for each in draft.resolutions) or any(
        is_number_alone(each.blocks[0]) for each in draft.part(OUTSIDE)
    ):
        yield CONTRADICTORY_NUMBERS
    doubtful = sum(
        bool(each.doubt) or _is_of_other_part(match, each) for each, match in openings.items()
    )
    if doubtful > 1 and 3 * doubtful > len(openings):
        yield DOUBTFUL_PARAGRAPHS


def _is_title_else(resolution: Resolution) -> bool:
    """Tell whether an organ line names another body without mark and emphasis, as titles do."""
    line = resolution.organ_line
    return (
        line is not None
        and resolution.line_organ == OTHER
        and not line.emphases
        and line.blocks[0].kind == "text"
        and last_mark(line.text) not in COMMAS + COLONS + CLAUSE_ENDS
    )


def _signs_of_other_part(paragraph: Paragraph, match: PhraseMatch | None) -> int:
    """Count what speaks for the other part: the number, the leading phrase, the mark at the end."""
    signs = int(_is_of_other_part(match, paragraph))
    mark = last_mark(paragraph.text)
    if paragraph.part == PREAMBLE:
        label = paragraph.blocks[0].label
        if label is not None and label.part == "preambular":
            pass  # PP1
        elif is_numbered(paragraph.blocks[0]):
            # A phrase of the preamble alone outweighs the number: the number is the error.
            signs += (
                1 if match is not None and _PARTS[OPERATIVE] not in match.parts else _OTHER_PART
            )
        elif label is not None and label.kind == "bullet" and match is None:
            signs += _OTHER_PART  # without the bullet, anything may stand there
        signs += bool(mark) and mark in CLAUSE_ENDS
    else:
        signs += paragraph.label is None
        signs += bool(mark) and mark in COMMAS and not paragraph.children
    return signs


def _goes_on_in_line(draft: Draft, before: Paragraph | None, paragraph: Paragraph) -> bool:
    """Tell whether neither a mark nor a line end parts a paragraph from the one before."""
    return (
        before is not None
        and paragraph.label is None
        and before.end <= paragraph.start
        and not line_breaks(draft.source.text, before.end, paragraph.start)
        and not is_ended(before.text)
    )


def _may_stand_alone(paragraph: Paragraph, roles: BlockRoles) -> bool:
    """Tell whether text taken for a part of the paragraph above opens like one of its own."""
    label = paragraph.label
    return (
        (label is None or label.style == "X.")
        and paragraph.emphases[:1] != []
        and not paragraph.text[: paragraph.emphases[0].start].strip(INVISIBLE)
        and roles.opening(paragraph.text) is not None
    )


def _may_be_note(paragraph: Paragraph) -> bool:
    """Tell whether `(1) A/80/1.` below a paragraph that ends with a full stop may be a note."""
    label, parent = paragraph.label, paragraph.parent
    return (
        label is not None
        and label.kind == "number"
        and parent is not None
        and last_mark(parent.text) in tuple(FULL_STOPS)
    )


def _is_of_other_part(match: PhraseMatch | None, paragraph: Paragraph) -> bool:
    """Tell whether the leading phrase of a paragraph is one of the other part alone."""
    return match is not None and _PARTS[paragraph.part] not in match.parts


def _reads_like_paragraph(paragraph: Paragraph, roles: BlockRoles) -> bool:
    """Tell whether text outside of the parts opens and ends as a paragraph of them does."""
    block = paragraph.blocks[0]
    text = paragraph.text[block.label.body :] if is_numbered(block) and block.label else ""
    text = text or paragraph.text
    return is_ended(text) and not roles.is_closing(block) and roles.opening(text) is not None


def _opens_plain(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph opens with words without emphasis."""
    start = len(paragraph.text) - len(paragraph.text.lstrip(INVISIBLE))
    return not any(emphasis.start <= start for emphasis in paragraph.emphases)


def _steps_back(resolution: Resolution) -> int:
    """Count the numbers of operative paragraphs that are no higher than the one before.

    A section may begin with 1 again.
    """
    steps = 0
    before = None
    for paragraph in resolution.operative:
        label = paragraph.label
        if label is None or label.kind != "number" or label.suffix:
            continue
        if before is not None and before.section is paragraph.section:
            steps += before.label is not None and label.value <= before.label.value
        before = paragraph
    return steps
