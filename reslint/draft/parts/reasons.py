"""Find the lines above the reasons of a motion: "Conference notes:", « Le Congrès constate : ».

Student unions, parties and trade unions write a list below each such line, and another one below
"Conference resolves:". The first of these lines opens the draft as an organ line does.
"""

from __future__ import annotations

from reslint.text.folding import COLONS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST = 90  # characters of such a line
_LOOKED_AT = 60  # blocks in which the line that announces the operative part must stand


def is_line_of_reasons(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a line names a body and what it notes or believes, and nothing else."""
    text = block.plain.text.strip(INVISIBLE)
    if len(text) > _LONGEST or block.label is not None or block.kind not in ("text", "heading"):
        return False
    if not roles.language.may_match("reasons", text):
        return False
    pattern = roles.language.pattern("reasons")
    return (
        pattern is not None
        and not text[:1].islower()
        and pattern.fullmatch(text.rstrip(INVISIBLE + COLONS)) is not None
    )


def gives_reasons(block: Block, following: Block | None, roles: BlockRoles) -> bool:
    """Tell whether such a line stands above a list."""
    label = (following.label or following.possible_label) if following is not None else None
    return label is not None and is_line_of_reasons(block, roles)


def opens_motion(state: WalkState, block: Block) -> bool:
    """Tell whether such a line opens a motion: a line below it announces what the body resolves."""
    return gives_reasons(block, state.next_text(), state.roles) and announces_below(state)


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
