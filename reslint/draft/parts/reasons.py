"""Find the lines above the reasons of a motion: "Conference notes:", « Le Congrès constate : ».

Student unions, parties and trade unions write a list below each such line, and another one below
"Conference resolves:". The first of these lines opens the draft as an organ line does.
"""

from __future__ import annotations

from reslint.draft.organ.subjects import place_below_title
from reslint.draft.roles.part_labels import is_line_of_reasons

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState


_LONGEST = 90  # characters of a line that announces the operative part
_LOOKED_AT = 60  # blocks in which the line that announces the operative part must stand


def gives_reasons(state: WalkState, block: Block, following: Block | None) -> bool:
    """Tell whether such a line stands above a list.

    In some languages a title above it must speak of a resolution.
    """
    roles = state.roles
    label = (following.label or following.possible_label) if following is not None else None
    if label is None or not is_line_of_reasons(block, roles):
        return False
    titled = roles.language.forms.get("reasons_below_title", False)
    return not titled or bool(place_below_title(state.texts[: state.position], roles))


def opens_motion(state: WalkState, block: Block) -> bool:
    """Tell whether such a line opens a motion: a line below it announces what the body resolves."""
    return gives_reasons(state, block, state.next_text()) and announces_below(state)


def announces_below(state: WalkState) -> bool:
    """Tell whether a short line not far below announces the operative part."""
    state.looked_far = True
    below = state.texts[state.position + 1 : state.position + _LOOKED_AT]
    return any(
        one.label is None
        and len(one.plain.text) <= _LONGEST
        and state.roles.language.organs.announcements.ends_announcing(one.plain.text)
        for one in below
    )
