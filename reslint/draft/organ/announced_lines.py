"""Tell which lines announce the operative part, and who decides: "The Congress hereby:"."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.organ.decisions_alone import is_word_above_verb
from reslint.draft.roles.block_roles import LONGEST_ORGAN_LINE, is_first
from reslint.draft.roles.final_marks import ends_with_colon
from reslint.draft.roles.joints import is_joint
from reslint.draft.roles.label_series import announces_operative, names_document
from reslint.language.organ_names import OTHER
from reslint.text.folding import BRACKETS, COLONS, COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_AFTER_NAME = expression(rf"[{COMMAS}]")
_RULES = "│┃║|■▌"  # what pages draw beside a line
_BELOW_POWERS = (2, 3)  # lines below POR ELLO: one of the powers of the body, or two
_LONGEST_REMARK = 120  # characters of the session in brackets below the name of a body


def below_joint(texts: Sequence[Block], position: int, roles: BlockRoles) -> str | None:
    """Return the organ or body that stands alone below "Therefore" and above number 1, or None."""
    text = texts[position].plain.text.strip(INVISIBLE + COMMAS)
    if not position or len(text) > LONGEST_ORGAN_LINE:
        return None
    if not is_joint(texts[position - 1].plain.text, roles):
        return None
    return roles.language.organs.bodies.organ_or_body(text)


def below_title(texts: Sequence[Block], position: int, roles: BlockRoles) -> Block | None:
    """Return the block below the one at `position`, without the word that names the document.

    The session may stand there, too: «(en su sesión del 3 de mayo)».
    """
    first = position + 1
    if position + 2 < len(texts) and (
        names_document(texts[first], roles) or is_in_brackets(texts[first])
    ):
        first += 1
    return texts[first] if first < len(texts) else None


def is_in_brackets(block: Block) -> bool:
    """Tell whether a short block without label stands in brackets as a whole."""
    text = block.plain.text.strip(INVISIBLE)
    return (
        block.label is None
        and 2 < len(text) <= _LONGEST_REMARK
        and BRACKETS.get(text[0]) == text[-1]
    )


def announced_by_halves(texts: Sequence[Block], position: int, roles: BlockRoles) -> str | None:
    """Return the body whose name and verb two lines in capitals make together, or None.

    EL CONCEJO DE LA MUNICIPALIDAD above DEL LAGO SANCIONA LA SIGUIENTE.
    """
    if position + 2 >= len(texts):
        return None
    first, second = texts[position : position + 2]
    if first.label is not None or second.label is not None:
        return None
    if not (first.plain.text.isupper() and second.plain.text.isupper()):
        return None
    whole = f"{first.plain.text.rstrip(INVISIBLE)} {second.plain.text.lstrip(INVISIBLE)}"
    below = below_title(texts, position + 1, roles)
    if len(whole) > LONGEST_ORGAN_LINE or below is None or not _is_first_article(below):
        return None
    announced = roles.language.organs.announcements.announces(whole)
    return announced[0] or None if announced is not None else None


def without_joints(
    announced: dict[int, str], texts: Sequence[Block], roles: BlockRoles
) -> dict[int, str]:
    """Leave out POR ELLO Y: above the powers of a body and the line that names it."""
    return {
        position: organ
        for position, organ in announced.items()
        if organ
        or not any(announced.get(position + below) for below in _BELOW_POWERS)
        or not is_joint(texts[position].plain.text.rstrip(COLONS + INVISIBLE), roles)
        or not is_joint(texts[position + 1].plain.text, roles)
    }


def announced_organ(block: Block, following: Block | None, roles: BlockRoles) -> str | None:
    """Return the organ of a line with a colon that announces an operative part; "" for none named.

    None for any other line. Above the number 1 no colon is needed if the line names the organ.
    """
    text = block.plain.text.rstrip(INVISIBLE).lstrip(INVISIBLE + _RULES)
    if block.label is not None or not text or len(text) > LONGEST_ORGAN_LINE:
        return None
    colon = ends_with_colon(text)
    organs = roles.language.organs
    if not colon and is_word_above_verb(text, following, roles):
        return ""
    if not colon and (following is None or not _is_first_article(following)):
        # THE COUNCIL OF MINISTERS above DECIDES:
        above = following is not None and announces_operative(following, roles)
        above = above and (text.isupper() or (organs.bodies.says_kind(text) and text[-1].isalpha()))
        if above and following is not None:
            announced = organs.announcements.announces(following.plain.text)
            above = announced is None or not announced[1]  # a title above the line of the body
        if not above or not (
            organs.bodies.says_kind(text) or organs.bodies.is_other_line(text, emphasized=True)
        ):
            return organs.names.named(text) if above else None
        return organs.names.named(text) or OTHER
    announced = organs.announcements.announces(text)
    if announced is not None and (colon or announced[0]):
        if not announced[0] and has_items_below(following) and roles.opening(text) is not None:
            return None  # 决定： above (a): the only operative paragraph and its items
        return announced[0]
    if not colon:
        return None
    bare = text.rstrip(INVISIBLE + COLONS)
    # The session may stand behind the name: "The Congress, at its session in Hillford:".
    name = _AFTER_NAME.split(bare, 1)[0]
    is_body = any(
        organs.bodies.says_kind(one) or organs.bodies.is_other_line(one, emphasized=False)
        for one in {bare, name}
    )
    return organs.names.named(text) or organs.names.named(name) or (OTHER if is_body else None)


def _is_first_article(block: Block) -> bool:
    """Tell whether a block has the number 1, also in words that need no verb here: Article 1."""
    label = block.label or block.possible_label
    words = label is not None and label.style == "word N" and label.value == 1
    return words or is_first(block)


def has_items_below(following: Block | None) -> bool:
    """Tell whether the block below a line has the label of an item, (a)."""
    label = following.label or following.possible_label if following is not None else None
    return label is not None and label.kind == "letter"
