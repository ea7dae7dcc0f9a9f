"""Recognize the lines that head the parts: `OPERATIVE CLAUSES`, "Conference notes:"."""

from __future__ import annotations

from reslint.blocks.labels import find_label
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.roles import block_roles
from reslint.draft.roles.line_places import LONGEST_LOOK
from reslint.text.folding import COLONS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.model import Part
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.language.language import Language


_LONGEST = 60
_LONGEST_ON_LINE = 40  # characters of such a label before a paragraph
_LONGEST_WITH_BODY = 140  # characters of a line that names a body and what it notes
_LABELS = ((PREAMBLE, "preamble_label"), (OPERATIVE, "operative_label"))
_AROUND = "*_-–—=~#<>[]()|" + ":：."


def labelled_part(roles: BlockRoles, block: Block) -> Part | None:
    """Return the part that a block announces (`OPERATIVE CLAUSES`, `Preamble:`), or None."""
    if len(block.plain.text) > _LONGEST:
        return None
    return part_named(block_roles.body(block), roles.language)


def start_behind_part_label(text: str, roles: BlockRoles) -> int | None:
    """Return where the first paragraph stands behind the label of its part on one line, or None.

    `Preamble: Recalling …`, `Operative clauses: 1. Urges …`.
    """
    colon = next((at for at, mark in enumerate(text[:_LONGEST_ON_LINE]) if mark in COLONS), 0)
    if not colon or part_named(text[:colon], roles.language) is None:
        return None
    at = colon + 1 + len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip(INVISIBLE))
    rest = text[at : at + LONGEST_LOOK]
    label = find_label(rest)
    opening = roles.opening(rest[label.body if label is not None else 0 :])
    return at if opening is not None and not opening.start else None


def part_named(text: str, language: Language) -> Part | None:
    """Return the part that a text names and nothing else, with marks around it or not, or None."""
    text = text.strip(INVISIBLE + _AROUND)
    for part, name in _LABELS:
        if not language.may_match(name, text):
            continue
        pattern = language.pattern(name)
        if pattern is not None and pattern.fullmatch(text):
            return part
    return None


def is_line_of_reasons(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a line names a body and what it notes or believes, and nothing else."""
    text = block.plain.text.strip(INVISIBLE)
    if (
        len(text) > _LONGEST_WITH_BODY
        or block.label is not None
        or block.kind not in ("text", "heading")
    ):
        return False
    if not roles.language.may_match("reasons", text):
        return False
    pattern = roles.language.pattern("reasons")
    return (
        pattern is not None
        and not text[:1].islower()
        and pattern.fullmatch(text.rstrip(INVISIBLE + COLONS)) is not None
    )
