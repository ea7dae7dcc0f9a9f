"""Read leading phrases that stand alone above the paragraphs that go on with them.

`CONSIDERANDO:` above `Que …;`, `resolves` above `1 to invite …;`: such a line is a heading that
announces its part, and what stands below it are paragraphs.
"""

from __future__ import annotations

from reslint.blocks.layout import ends_paragraph
from reslint.draft.model import HEADING, OPERATIVE, ORGAN_LINE, PREAMBLE
from reslint.draft.organ.announced_lines import has_items_below
from reslint.draft.parts.reasons import gives_reasons
from reslint.draft.parts.speaking import speaks
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.block_roles import is_first, is_numbered
from reslint.draft.roles.final_marks import ends_with_colon
from reslint.draft.roles.label_series import announces_operative
from reslint.draft.roles.part_labels import is_line_of_reasons
from reslint.text.folding import COLONS, COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.model import Paragraph, Part
    from reslint.draft.parts.walk_state import WalkState
    from reslint.language.phrases import PhraseMatch


_LONGEST_HEAD = 140  # characters of a line that may announce a part
_LONGEST = 90  # of a phrase alone on its line
_MARKS = COMMAS + COLONS


def announced_part(state: WalkState, block: Block) -> Part | None:
    """Return the part that a leading phrase alone on its line announces, None for any other block.

    The phrase of the operative part may name who is asked (`instructs the Director`) if another
    such line stands above, or a bare number 1 below.
    """
    text = block.plain.text.strip(INVISIBLE)
    if (
        block.label is not None
        or speaks(state, block)
        or len(text) > _LONGEST_HEAD
        or block.kind not in ("text", "heading")
    ):
        return None
    following = state.next_text()
    ended = final_marks.is_ended(text) and text[-1] not in _MARKS
    if following is None or ended or state.list_intro is not None:
        return None
    if _stands_below_late_line(state) and len(text) <= _LONGEST:
        if state.roles.language.organs.announcements.decides_alone(text):
            return OPERATIVE
    if state.part == PREAMBLE and gives_reasons(state, block, following):
        return PREAMBLE
    if state.part == PREAMBLE and following.label is not None and _below_reasons(state):
        if len(text) <= _LONGEST and state.roles.language.organs.announcements.ends_announcing(
            text
        ):
            return OPERATIVE
    if state.part == PREAMBLE and (state.top is not None or _is_below_organ_line(state)):
        if is_first(following) and announces_operative(block, state.roles):
            return OPERATIVE
        if len(text) <= _LONGEST and following.label is not None:
            announced = state.roles.language.organs.announcements.announces(text)
            items = has_items_below(following) and state.roles.opening(text) is not None
            if announced is not None and not announced[1] and not items:
                return OPERATIVE
        if len(text) <= _LONGEST and _announces_one(state, text, following):
            return OPERATIVE
    if len(text) > _LONGEST:
        return None
    opening = state.roles.opening(text)
    if opening is None and under_head(state) == PREAMBLE:
        opening = state.roles.opening(text[:1].upper() + text[1:])  # the sentence goes on
    if opening is None:
        return None
    plain = text.isupper() or state.roles.in_small_letters
    capitals = state.roles.language.forms.get("capitals", True)
    if text[-1] in COMMAS and not plain and capitals:
        return None
    usual = state.roles.usual_part(opening)
    if not usual and state.top is not None and not final_marks.is_ended(state.top.text):
        return None  # “Acting under Chapter VII” in a preamble whose paragraphs have no marks
    part = usual or ("operative" if is_numbered(following) else "")
    alone = opening.longest >= len(text.rstrip(INVISIBLE + _MARKS))
    shown = plain or ends_with_colon(text) or (alone and text[-1] in COMMAS)
    if part == "operative" and text[-1] not in COMMAS:
        if alone:
            announces = _goes_on(state, following, shown=shown)
        else:
            announces = bool(usual or capitals) and _asks(state, text, following)
        return OPERATIVE if announces else None
    if alone and part == "preambular" and state.part == PREAMBLE:
        return PREAMBLE if _lists(state, block, following, plain=plain, shown=shown) else None
    return None


def _stands_below_late_line(state: WalkState) -> bool:
    """Tell whether no paragraph stands below a line that names the body behind the preamble."""
    resolution = state.resolutions[-1]
    return state.part == OPERATIVE and resolution.late_line is not None and not resolution.operative


def _announces_one(state: WalkState, text: str, following: Block) -> bool:
    """Tell whether a verb with colon and without a body stands above a decision without number.

    «قرر ما يلي:» above “Referring the matter to the committee.”
    """
    return (
        following.label is None
        and following.possible_label is None
        and ends_with_colon(text)
        and state.roles.language.organs.announcements.decides_alone(text)
        and state.roles.opening(following.plain.text) is None
    )


def _below_reasons(state: WalkState) -> bool:
    """Tell whether the last heading is a line such as "Conference notes:"."""
    section = state.section
    return (
        section is not None
        and section.announces == PREAMBLE
        and is_line_of_reasons(section.blocks[0], state.roles)
    )


def _is_below_organ_line(state: WalkState) -> bool:
    return state.last is not None and state.last.part == ORGAN_LINE


def _goes_on(state: WalkState, following: Block, *, shown: bool) -> bool:
    """Tell whether a block below an operative phrase is a paragraph of its own, not an item."""
    if is_numbered(following) or _is_bare_first(following):
        return True
    if _is_bullet(following):
        return _heads_all_that_follow(state)
    return shown and following.label is None and state.roles.opening(following.plain.text) is None


def _heads_points(state: WalkState, following: Block) -> bool:
    """Tell whether « DEMANDE AU GOUVERNEMENT : » stands above `1. d'interdire …` and all the rest.

    The points go on in small letters or with an infinitive; in a script without capitals they may
    open like paragraphs. Other such lines may follow, but no operative paragraph.
    """
    body = block_roles.body(following)
    if not is_first(following):
        return False
    if body[:1].isupper():
        infinitive = state.roles.language.pattern("infinitive")
        if infinitive is None or infinitive.match(body.lower()) is None:
            return False
    state.looked_far = True
    capitals = state.roles.language.forms.get("capitals", True)
    for block in state.texts[state.position + 1 :]:
        if not capitals and is_numbered(block):
            continue
        opening = state.roles.opening(block_roles.body(block))
        if opening is not None and not ends_with_colon(block.plain.text):
            return False
    return True


def _is_bullet(block: Block) -> bool:
    return block.label is not None and block.label.kind == "bullet"


def _heads_all_that_follow(state: WalkState) -> bool:
    """Tell whether a verb alone stands above bullets, and nothing operative below them.

    RESUELVE: heads the operative part; « Décide : » is the first of several paragraphs, or the only
    one, with its items, unless a phrase alone heads the preamble, too.
    """
    capitals = state.texts[state.position].plain.text.isupper()
    if state.part != PREAMBLE or not (capitals or under_head(state) == PREAMBLE):
        return False
    state.looked_far = True
    for block in state.texts[state.position + 1 :]:
        if not _is_bullet(block) and state.roles.opening(block_roles.body(block)) is not None:
            return False
        if is_numbered(block):
            return False
    return True


def _asks(state: WalkState, text: str, following: Block) -> bool:
    """Tell whether a phrase with more words leads to a bare number 1, or follows such heads."""
    if text[-1] in COMMAS:
        return False
    if ends_with_colon(text):
        return _heads_points(state, following)
    if _is_bare_first(following):
        return True
    return (
        under_head(state) == OPERATIVE
        and following.label is None
        and following.plain.text.lstrip(INVISIBLE)[:1].islower()
        and state.roles.opening(following.plain.text) is None
    )


def _is_bare_first(block: Block) -> bool:
    """Tell whether a block begins with `1` and goes on in small letters, or in a script without."""
    label = block.possible_label
    if label is None or block.label is not None or label.style != "N" or label.value != 1:
        return False
    first = block.plain.text[label.body : label.body + 1]
    return first.isalpha() and not first.isupper()


def _lists(state: WalkState, block: Block, following: Block, *, plain: bool, shown: bool) -> bool:
    """Tell whether what stands below a preambular phrase are paragraphs of the preamble.

    Items below `*Recalling*:` are sub-paragraphs, those below `considering` or `CONSIDERANDO:` not.
    """
    if state.roles.opening(block_roles.body(following)) is not None:
        return False
    if announces_operative(following, state.roles):
        return False  # «وبعد المداولة،» above «قررت ما يلي:» is a paragraph
    if following.label is None:
        return shown and not block.emphases
    return plain or not ends_with_colon(block.plain.text)


def under_head(state: WalkState) -> Part | None:
    """Return the part that the last heading announces, None if it announces none."""
    return state.section.announces if state.section is not None else None


def opens_under_head(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether a block below such a heading is a preambular paragraph of its own."""
    if opening is not None or under_head(state) != PREAMBLE or state.last is None:
        return False
    if block.label is not None:
        return not (_continues_items(state.last, block.label) or _leads_to_items(state.last))
    return state.last.part == HEADING or (
        ends_paragraph(state.last.text)
        and not ends_with_colon(state.last.text)
        and not state.roles.is_heading(block)
    )


def _leads_to_items(last: Paragraph) -> bool:
    """Tell whether items may stand below a preambular paragraph: a colon ends it."""
    return last.part == PREAMBLE and ends_with_colon(last.text)


def _continues_items(last: Paragraph, label: Label) -> bool:
    """Tell whether a label goes on with the items of a preambular paragraph: `b)` below `a)`."""
    same = last.label is not None and last.label.style == label.style
    return last.part == PREAMBLE and last.level > 0 and (same or label.kind == "letter")


def operative_under_head(state: WalkState, block: Block) -> tuple[bool, Label | None]:
    """Tell whether a block without certain label below such a heading is an operative paragraph.

    The second value is the label that the heading makes certain: a number without stop.
    """
    last = state.last
    if block.label is not None or under_head(state) != OPERATIVE or last is None:
        return False, None
    if last.part == HEADING:
        return True, block.possible_label if _is_bare_first(block) else None
    possible = block.possible_label
    if possible is not None and possible.style == "N" and state.top is not None:
        before = state.top.label
        if before is not None and before.style == "N" and possible.value == before.value + 1:
            return True, possible
    plain = last.label is None and not last.level and final_marks.is_stopped(last.text)
    return plain and state.list_intro is None and block.plain.text[:1].isupper(), None
