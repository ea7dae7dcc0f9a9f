"""What the structure of a draft depends on in a block of text: its signature.

A draft is divided into parts and paragraphs by questions to its blocks: how does it open, which
mark ends it, is it short, may it be a heading? Two texts with the same answers give the same draft
around them. So when one paragraph is typed in, and its signature stays what it was, nothing is
divided again (`retyping.py`).

Whoever lets the reading ask something new of the words within a paragraph asks it here, too.
`benchmarks/edits.py` finds what is missing.
"""

from __future__ import annotations

from itertools import pairwise

from reslint.blocks.label import Label
from reslint.blocks.layout import ends_paragraph
from reslint.data.patterns import expression
from reslint.draft.language_detection import language_of_line
from reslint.draft.organ.announced_lines import announced_organ
from reslint.draft.organ.organ_line_forms import organ_of_line
from reslint.draft.organ.subjects import decides_in_capitals, named_before_hereby
from reslint.draft.other_texts import agrees
from reslint.draft.pages.foot_notes import glued_mark, has_stroke
from reslint.draft.pages.page_lines import may_be_page_line
from reslint.draft.pages.repeated_heads import head_of
from reslint.draft.paragraph_openings import has_words_behind
from reslint.draft.parts.ahead import opens_operative_paragraph
from reslint.draft.parts.outside import is_field, is_remark
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.asides import is_line_of_asides
from reslint.draft.roles.heading_words import is_in_capitals
from reslint.draft.roles.joints import is_joint, joint_in
from reslint.draft.roles.label_series import announces_operative, is_infinitive, names_document
from reslint.draft.roles.line_places import line_breaks
from reslint.draft.roles.part_labels import is_line_of_reasons, labelled_part
from reslint.draft.roles.titles import is_title
from reslint.text.folding import COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.model import Draft
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.language.phrases import PhraseMatch


_LENGTHS = (2, 19, 20, 39, 40, 80, 119, 160, 199, 200, 12_000)
"""The lengths in characters at which the reading tells short blocks from long ones."""
_BARE_LENGTHS = (2, 90, 140)  # the same, without white space around the text
_OF_NEGOTIATION = "[(［（ "  # before the leading phrase of a paragraph in brackets
_FEW_WORDS = 6  # of a line that names another body
_BRACKETS = ("(", "[", "（", "［")
_LONGEST_REMARK = 300  # characters of what stands in brackets below an organ line
_LONGEST_NAME = 400  # characters in which the name of an organ and a phrase must stand
_SHORT = 200  # characters of what may be an organ line, a heading or a line of the page
_FIGURES = expression(r"[0-9]+")
_STROKES = expression(r"([0-9]{1,2})/")
_MOST_FIGURES = 2  # of a number that may be the mark of a note below
_BEHIND_PHRASE = ("", ":：", COMMAS + ":：")  # marks behind a phrase that stands alone
_OF_LABEL = tuple(slot for slot in Label.__slots__ if slot not in ("anchor", "_start", "_end"))


def signature(block: Block, roles: BlockRoles) -> tuple[object, ...]:
    """Return all in a block of text or a note that the structure of a draft may depend on.

    `roles` are those of the draft, with its language and its use of small letters.
    """
    text = block.plain.text
    label = block.label or block.possible_label
    body = text[label.body :] if label is not None else text
    bare, start = text.strip(INVISIBLE), len(text) - len(text.lstrip(INVISIBLE))
    before_markers = final_marks.text_before_markers(block)
    return (
        (block.kind, block.level, block.indent, block.number, block.notation),
        _of(block.label, _OF_LABEL),
        _of(block.possible_label, _OF_LABEL),
        *(
            _opening(roles, each)
            for each in dict.fromkeys((text, body, bare, body.lstrip(_OF_NEGOTIATION)))
        ),
        _phrase(roles.phrases.match(body), body),
        final_marks.last_mark(text),
        final_marks.last_mark(body),
        final_marks.last_mark(before_markers),
        ends_paragraph(text),
        joint_in(text, roles) is None,
        roles.adopts_text(text),
        roles.adopts_text(body),
        roles.is_closing(block),
        roles.is_open_ended(text),
        label is not None and is_infinitive(block, label, roles),
        is_field(text),
        named_before_hereby(bare, roles),
        decides_in_capitals(bare, roles),
        roles.is_annex(block),
        roles.is_heading(block),
        roles.heading_label(block),
        [roles.may_be_heading(block, most) for most in (0, 12)],
        opens_operative_paragraph(roles, block),
        is_line_of_asides(roles, block),
        _organ_before(text, roles),
        is_remark(roles, block),
        agrees(text, roles.language),
        has_words_behind(text, roles),
        has_words_behind(body, roles),
        (bare[:2], body[:1], body.strip(INVISIBLE)[:1], bare[-1:], bool(body.strip())),
        (bare.isupper(), text.count('"') % 2, block_roles.is_quoted(block)),
        [len(text) > most for most in _LENGTHS],
        [len(bare) > most for most in _BARE_LENGTHS],
        len(bare) > _LONGEST_REMARK and bare.startswith(_BRACKETS),
        _emphasis(block, start),
        [(marker.number, marker.notation) for marker in block.markers],
        None if block.kind == "note" else (text[:6], *_marks_of_notes(text)),
        _of_short(block, roles) if len(text) <= _SHORT else None,
    )


def _marks_of_notes(text: str) -> tuple[set[str], set[str]]:
    """Return the figures in a text that may be marks of the notes below it."""
    return (
        {
            mark
            for number in _FIGURES.findall(text)
            if len(number) <= _MOST_FIGURES
            for mark in (number, f"({number})")
            if glued_mark(text, mark) >= 0
        },
        {number for number in _STROKES.findall(text) if has_stroke(text, number)},
    )


def structure(draft: Draft) -> tuple[object, ...]:
    """Return what checks of a whole draft may depend on besides the words of its paragraphs."""
    text, paragraphs = draft.source.text, draft.paragraphs
    return (
        (draft.organ, draft.language, draft.doubts, len(draft.notes)),
        # Below a blank line, right below another line, or on it: an edit may have to keep that.
        [min(line_breaks(text, above.end, one.start), 2) for above, one in pairwise(paragraphs)],
        [
            (
                one.context(),
                one.place,
                len(one.blocks),
                one.parent and one.parent.place,
                one.announces,
            )
            for one in paragraphs
        ],
    )


def _of(one: object, slots: tuple[str, ...]) -> tuple[object, ...] | None:
    return None if one is None else tuple(getattr(one, slot) for slot in slots)


def _phrase(match: PhraseMatch | None, text: str) -> tuple[object, ...] | None:
    """Return what the structure may depend on in a phrase of the vocabulary, not which it is."""
    if match is None:
        return None
    behind = text[match.longest :].lstrip(INVISIBLE)
    return (
        (match.start, match.parts, match.organs),
        text[match.start : match.head_end].isupper(),
        # Marks behind a phrase matter, words do not.
        "word" if behind[:1].isalpha() else (behind[:1], bool(behind[1:].strip())),
    )


def _opening(roles: BlockRoles, text: str) -> tuple[object, ...] | None:
    """Return what the structure may depend on in a leading phrase."""
    opening = roles.opening(text)
    if opening is None:
        return None
    return (
        _phrase(opening, text),
        roles.resolves(opening),
        roles.usual_part(opening),
        len(text.rstrip(INVISIBLE)) > opening.longest,
        [opening.longest >= len(text.rstrip(INVISIBLE + marks)) for marks in _BEHIND_PHRASE],
    )


def _organ_before(text: str, roles: BlockRoles) -> tuple[object, ...] | None:
    """Return the organ whose name stands at the start of a text, and what the rest opens with."""
    found = roles.language.organs.places.named_before(text[:_LONGEST_NAME])
    if found is None:
        return None
    rest = text[found[1] :]
    return found, rest[:1], _phrase(roles.phrases.match(rest), rest)


def _emphasis(block: Block, start: int) -> tuple[object, ...]:
    """Return where emphasis opens a block that begins at `start`, and whether it covers it."""
    label = block.label or block.possible_label
    body = label.body if label is not None else 0
    first = block.emphases[0] if block.emphases else None
    return (
        bool(block.emphases),
        first is not None
        and (
            first.kind,
            min(first.start, max(start, body) + 2),
            bool(block.plain.text[body : first.start].strip(INVISIBLE)),
        ),
        [block_roles.is_emphasized_at(block, at) for at in (0, start, body)],
        any(each.start <= start < each.end for each in block.emphases),
        block_roles.is_all_emphasized(block, "bold", "bold italic"),
        block_roles.is_all_emphasized(block, *block_roles.EMPHASES),
    )


def _of_short(block: Block, roles: BlockRoles) -> tuple[object, ...]:
    """Return what matters in short blocks alone: lines of organs, pages and heads."""
    text = block.plain.text
    organs = roles.language.organs
    announced = organs.announcements.announces(text.strip(INVISIBLE))
    return (
        [organ_of_line(roles, block, None, opens=opens) for opens in (False, True)],
        announced_organ(block, None, roles),
        language_of_line(block),
        announced,
        announces_operative(block, roles),
        roles.is_date(block),
        organs.bodies.organ_or_body(text.strip(INVISIBLE + COMMAS)),
        organs.headers.speaks_of_resolution(text),
        (text.isupper() or organs.headers.speaks_of_motions(text)) and is_title(text, roles),
        organs.announcements.decides_alone(text),
        labelled_part(roles, block),
        is_joint(text, roles),
        is_line_of_reasons(block, roles),
        is_in_capitals(text),
        text.isupper(),
        len(text.split()) > _FEW_WORDS,
        names_document(block, roles),
        head_of(block),
        bool(text.strip()) and may_be_page_line(text.strip(INVISIBLE)),
        [text.rstrip(INVISIBLE + marks)[-1:] for marks in _BEHIND_PHRASE],
    )
