"""Find words that lead to the next paragraph, behind the mark of this one: "…; and be it further".

Student bodies, municipal councils and parties write so, before paragraphs that open with RESOLVED.
"""

from __future__ import annotations

from reslint.text.folding import CLOSERS, COLONS, COMMAS, INVISIBLE, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST = 80  # characters of such words
_LONGEST_WORD = 24  # characters of the end that tells quickly whether such words may stand there
_AFTER = INVISIBLE + COMMAS


def joint_in(text: str, roles: BlockRoles) -> int | None:
    """Return the offset at which such words begin at the end of a text, None for a text without."""
    last = text[-1:]
    if not (last.isalpha() or last in COMMAS):
        return None
    tail = text[-_LONGEST:-1]
    marks = SEMICOLONS
    if not any(map(tail.__contains__, SEMICOLONS)):
        marks = COMMAS  # "…, therefore"
        if not roles.language.may_match("joint", text[-_LONGEST_WORD:]):
            return None
    pattern = roles.language.pattern("joint")
    if pattern is None:
        return None
    end = len(text.rstrip(_AFTER))
    for at in range(max(end - _LONGEST, 0), end):
        if text[at] in marks:
            start = end - len(text[at + 1 : end].lstrip(INVISIBLE))
            if pattern.fullmatch(text, start, end) is not None:
                return start
    return None


def is_joint(text: str, roles: BlockRoles) -> bool:
    """Tell whether a text consists of such words alone."""
    if len(text) > _LONGEST or not roles.language.may_match("joint", text):
        return False
    pattern = roles.language.pattern("joint")
    return pattern is not None and pattern.fullmatch(text.strip(_AFTER + COLONS)) is not None


def joins_next(text: str, roles: BlockRoles) -> bool:
    """Tell whether a paragraph ends with a comma and the word that joins the next one: ", and"."""
    words = roles.language.forms.get("item_conjunctions", ())
    *before, last = text.rstrip(INVISIBLE).rsplit(None, 1) or [""]
    return last in words and bool(before) and before[0].rstrip(CLOSERS)[-1:] in COMMAS
