"""Tell whether a text that was read as a draft is a resolution, or only reads like one in places.

Reports, letters, minutes and news cite resolutions and open paragraphs with the same words; a
treaty has the same preamble.
"""

from __future__ import annotations

from reslint.draft.masthead import organ_of_header
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.organ.subjects import named_before_hereby
from reslint.draft.other_texts import answers_questions, is_law, is_treaty
from reslint.draft.paragraph_openings import is_emphasized, opens, opens_in_capitals
from reslint.draft.roles.final_marks import ends_with_colon, last_mark
from reslint.draft.roles.joints import joins_next
from reslint.draft.roles.titles import is_titled, stands_below_title
from reslint.language.organ_names import OTHER
from reslint.text.folding import (
    COLONS,
    COMMAS,
    FULL_STOPS,
    INVISIBLE,
    PAUSES,
    SEMICOLONS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.draft.model import Draft, Paragraph, Resolution
    from reslint.draft.roles.block_roles import BlockRoles


_ENOUGH = 3  # paragraphs of a part that stands alone
_FEWEST_OPENED = 2  # preambular paragraphs of which most must open with a phrase
_FEWEST_NAMED = 2  # paragraphs that name the body that decides
_FEWEST_ANNOUNCED = 2  # preambular paragraphs above a line that announces the operative part
_MOST_LOOKED_AT = 40  # paragraphs of a resolution of which the openings are counted
_SENTENCE_ENDS = tuple(SEMICOLONS + FULL_STOPS)  # of reasons whose phrases are in capitals


def is_resolution(draft: Draft, roles: BlockRoles, *, given: bool) -> bool:
    """Tell whether a draft is a resolution.

    An organ line above a paragraph makes it one, and so do enough paragraphs that open as those of
    a resolution do. If the text is `given` as a draft or its masthead has a line of adoption, one
    paragraph of each part is enough.
    """
    if not given and (is_treaty(draft) or answers_questions(draft) or is_law(draft)):
        return False
    given = given or draft.masthead.adoption is not None
    if any(
        _is_resolution(one, roles, given=given)
        and (given or not _is_one_decision(one) or is_titled(draft))
        for one in draft.resolutions
    ):
        return True
    if any(_is_preamble(one, roles) for one in draft.resolutions):
        return organ_of_header(draft) not in ("", OTHER)
    if any(_is_operative_part(one, roles) for one in draft.resolutions):
        return bool(organ_of_header(draft)) or stands_below_title(draft.paragraphs, roles)
    if any(map(_is_decision_alone, draft.resolutions)) and stands_below_title(
        draft.paragraphs, roles
    ):
        return True
    return is_titled(draft) and any(
        _is_whole(one, roles)
        or _is_one_sentence(one, roles)
        or _is_headed(one, roles)
        or _gives_reasons(one, roles)
        for one in draft.resolutions
    )


def _is_decision_alone(resolution: Resolution) -> bool:
    """Tell whether a line such as RESUELVE: stands above articles or one decision, and no more."""
    operative = resolution.operative
    return (
        not resolution.preamble
        and bool(operative)
        and _is_announced(operative[0], resolution)
        and (len(operative) == 1 or operative[0].label is not None)
    )


def _is_headed(resolution: Resolution, roles: BlockRoles) -> bool:
    """Tell whether a resolution is a preamble alone, most of it below CONSIDERANDO: or the like."""
    preamble = resolution.preamble
    if resolution.operative or len(preamble) < _ENOUGH:
        return False
    headed = sum(one.section is not None and one.section.announces == PREAMBLE for one in preamble)
    return 2 * headed > len(preamble) and all(opens(one, roles) for one in preamble)


def _is_one_decision(resolution: Resolution) -> bool:
    """Tell whether another body decides one thing in a sentence, as minutes and letters say, too.

    "Having considered your letter, the committee decided: / to meet on Thursday."
    """
    preamble, operative, line = resolution.preamble, resolution.operative, resolution.organ_line
    return (
        len(preamble) == len(operative) == 1
        and operative[0].label is None
        and resolution.line_organ in ("", OTHER)
        and (line is None or line is resolution.late_line)
        and _is_announced(operative[0], resolution)
    )


def _is_whole(resolution: Resolution, roles: BlockRoles) -> bool:
    """Tell whether a resolution has both parts, all opening and ending as paragraphs do."""
    preamble, operative = resolution.preamble, resolution.operative
    if not preamble or not operative or operative[0].label is None:
        return False
    return last_mark(preamble[-1].text) in COMMAS and all(
        opens(paragraph, roles) for paragraph in preamble + operative
    )


def _is_operative_part(resolution: Resolution, roles: BlockRoles) -> bool:
    """Tell whether a resolution is a numbered operative part alone, as in a working paper.

    All paragraphs open with verbs, and most end with semicolons.
    """
    operative = resolution.operative
    if resolution.preamble or len(operative) < _ENOUGH:
        return False
    marked = sum(last_mark(paragraph.text) in tuple(SEMICOLONS + COLONS) for paragraph in operative)
    return 3 * marked >= 2 * len(operative) and all(
        paragraph.label is not None and paragraph.label.kind == "number" and opens(paragraph, roles)
        for paragraph in operative
    )


def _is_preamble(resolution: Resolution, roles: BlockRoles) -> bool:
    """Tell whether a resolution is the beginning of a preamble, all as its paragraphs are."""
    preamble = resolution.preamble
    return (
        len(preamble) >= _FEWEST_OPENED
        and not resolution.operative
        and all(
            opens(one, roles) and (last_mark(one.text) in COMMAS or joins_next(one.text, roles))
            for one in preamble
        )
    )


def _gives_reasons(resolution: Resolution, roles: BlockRoles) -> bool:
    """Tell whether a resolution is a preamble with a pause behind each paragraph.

    Most of its paragraphs open with a phrase.
    """
    preamble = resolution.preamble[:_MOST_LOOKED_AT]
    opened = sum(opens(one, roles) for one in preamble)
    return (
        opened >= _ENOUGH
        and 2 * opened >= len(preamble)
        and not resolution.operative
        and all(last_mark(one.text) in tuple(COMMAS + SEMICOLONS) for one in preamble)
    )


def _is_one_sentence(resolution: Resolution, roles: BlockRoles) -> bool:
    """Tell whether the only preambular paragraph ends with who decides, above the number 1.

    «В соответствии с пунктом 4 Договора Совет решил:»
    """
    preamble, operative = resolution.preamble, resolution.operative
    if len(preamble) != 1 or len(operative) < 2:
        return False
    label, text = operative[0].label, preamble[0].text
    return (
        label is not None
        and (label.kind, label.value) == ("number", 1)
        and ends_with_colon(text)
        and (roles.language.organs.announcements.ends_announcing(text) or _demands(text, roles))
    )


def _demands(text: str, roles: BlockRoles) -> bool:
    """Tell whether a text ends with words that only a title shows as those of a resolution."""
    pattern = roles.language.pattern("demands")
    return pattern is not None and pattern.search(text) is not None


def _is_other_text(resolution: Resolution, roles: BlockRoles) -> bool:
    """Tell whether what stands below the line of another body is no draft.

    A pledge or a constitution opens like one: "We, the people of the valley, Mindful of our past".
    It has no operative paragraph, and most of its paragraphs open with other words, without
    emphasis. An emphasized line is that of a draft.
    """
    preamble = resolution.preamble[:_MOST_LOOKED_AT]
    if resolution.organ_line is not None and resolution.organ_line.emphases:
        return False
    if resolution.line_organ != OTHER or resolution.operative or len(preamble) < _FEWEST_OPENED:
        return False
    opened = sum(opens(paragraph, roles) or is_emphasized(paragraph) for paragraph in preamble)
    return 2 * opened <= len(preamble)


def _is_resolution(resolution: Resolution, roles: BlockRoles, *, given: bool) -> bool:
    """Tell whether one of the resolutions that the walk found is a resolution."""
    preamble, operative = resolution.preamble, resolution.operative
    paragraphs = preamble + operative
    run_in = any(paragraph.run_in for paragraph in preamble[:1])
    if resolution.organ_line is not None and paragraphs and not run_in:
        return not _is_other_text(resolution, roles)
    if given and preamble and operative:
        return True
    if roles.subject and operative:
        # "1. The Security Council requests …", or one sentence with a list: found by its title
        # and its paragraphs.
        if len(operative) + len(operative[0].children) >= _FEWEST_NAMED:
            return True
    looked_at = paragraphs[:_MOST_LOOKED_AT]
    opened = sum(opens(paragraph, roles) for paragraph in looked_at)
    if run_in and _runs_on(resolution, all_open=len(looked_at) == opened):
        return True
    if preamble and operative:
        if _is_announced(operative[0], resolution):
            # Below "RESUELVE:" the operative paragraphs open with any words.
            found = sum(opens(paragraph, roles) for paragraph in preamble[:_MOST_LOOKED_AT])
            if found >= _FEWEST_ANNOUNCED:
                return True
        if opened == len(looked_at) and _is_resolved(operative[0], roles):
            return True
        if _decides_hereby(preamble, operative, roles):
            return True
        if len(paragraphs) < _ENOUGH or 2 * opened < len(looked_at):
            return False
        return (
            given
            or _is_announced(operative[0], resolution)
            or _looks_like_preamble(
                preamble[:_MOST_LOOKED_AT], roles, all_open=opened == len(looked_at)
            )
        )
    if len(operative) >= _FEWEST_NAMED and all(_is_resolved(one, roles) for one in operative):
        return True  # "Resolved, That …; and be it further" without reasons
    return _is_part_alone(looked_at, roles)


def _looks_like_preamble(
    preamble: Sequence[Paragraph], roles: BlockRoles, *, all_open: bool
) -> bool:
    """Tell whether more than words shows that paragraphs without organ line are a preamble.

    At least half of them end with a pause, have emphasis or capitals on their opening words, or
    the label of such a paragraph; any number will do if all paragraphs open with phrases
    (`all_open`). Manuals open some lines with the same words: "Setting the tabs".
    """
    shown = 0
    for paragraph in preamble:
        mark = last_mark(paragraph.text)
        shown += (
            (mark != "" and mark in PAUSES)
            or joins_next(paragraph.text, roles)
            or _is_labelled(paragraph, all_open)
            or is_emphasized(paragraph)
            or opens_in_capitals(paragraph, roles)
            or (paragraph.section is not None and paragraph.section.announces == PREAMBLE)
        )
    return 2 * shown >= len(preamble)


def _is_labelled(paragraph: Paragraph, numbers: bool) -> bool:
    """Tell whether a paragraph has the label PP1, or with `numbers` any number or letter."""
    label = paragraph.label
    return label is not None and (label.part != "" or (numbers and label.kind != "bullet"))


def _runs_on(resolution: Resolution, *, all_open: bool) -> bool:
    """Tell whether a resolution is one whose first paragraph stands on its organ line.

    Such a sentence may stand in any text. So the organ is known and other paragraphs follow, or
    the paragraph is the whole preamble and a colon, its own or that of a verb alone, leads to the
    number 1.
    """
    preamble, operative = resolution.preamble, resolution.operative
    if resolution.line_organ != OTHER and all_open and len(preamble) > 1:
        return True
    first = operative[0].label if operative else None
    led = len(preamble) == 1 and (
        ends_with_colon(preamble[0].text)
        or (bool(operative) and _is_announced(operative[0], resolution))
    )
    return led and first is not None and first.kind == "number" and first.value == 1


def _is_resolved(first: Paragraph, roles: BlockRoles) -> bool:
    """Tell whether an operative paragraph is one of a motion: "Be it resolved, that …"."""
    pattern = roles.language.pattern("motion")
    that = roles.language.pattern("that_alone")
    text = first.text.lstrip(INVISIBLE)
    return (
        pattern is not None
        and pattern.match(text) is not None
        and (that is None or that.match(text) is None)
    )


def _is_announced(first: Paragraph, resolution: Resolution) -> bool:
    """Tell whether a line announces the operative part right above its first paragraph."""
    section = first.section
    return resolution.late_line is not None or (
        section is not None and section.announces == OPERATIVE
    )


def _decides_hereby(
    preamble: list[Paragraph], operative: list[Paragraph], roles: BlockRoles
) -> bool:
    """Tell whether an organ decides in one sentence: "Shocked by …, the Council hereby …."."""
    organ = named_before_hereby(operative[0].text, roles)
    return organ not in (None, OTHER) and all(opens(one, roles) for one in preamble)


def _is_part_alone(paragraphs: Sequence[Paragraph], roles: BlockRoles) -> bool:
    """Tell whether paragraphs of one part are a part of a resolution, drafted by itself.

    Their labels say so (PP1, OP1), or enough of them open and end as that part does: preambular
    paragraphs with commas, operative ones with an emphasized verb and a semicolon. What opens like
    them in a letter or in minutes ends with full stops.
    """
    if len(paragraphs) < 2:
        return False
    if all(paragraph.label is not None and paragraph.label.part for paragraph in paragraphs):
        return True
    formed = 0
    for paragraph in paragraphs:
        mark = last_mark(paragraph.text)
        if not mark or not opens(paragraph, roles):
            continue
        if paragraph.part == PREAMBLE:
            formed += (
                mark in COMMAS
                or joins_next(paragraph.text, roles)
                or (mark in _SENTENCE_ENDS and opens_in_capitals(paragraph, roles))
            )
        else:
            formed += mark in SEMICOLONS and is_emphasized(paragraph)
    return formed >= _ENOUGH and 3 * formed >= 2 * len(paragraphs)
