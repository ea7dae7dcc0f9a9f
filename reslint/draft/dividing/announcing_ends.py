"""Find where a preambular paragraph goes on with who decides: "…, the Assembly decides:".

Parliaments and councils write the only preambular paragraph and the line that announces the
operative part as one sentence, and text copied from a page may have the organ line on the line of
the last preambular paragraph: "…: THE GENERAL ASSEMBLY,". So may the line of the closing stand
behind the last operative paragraph. Set apart, they are read as elsewhere.
"""

from __future__ import annotations

from reslint.draft.roles.final_marks import ends_with_colon
from reslint.text.folding import CLAUSE_ENDS, COMMAS, FULL_STOPS, INVISIBLE, PAUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST = 160  # characters from the comma to the colon
_MOST_COMMAS = 3  # between the paragraph and the colon: the body may have met somewhere


def announcement_in(text: str, roles: BlockRoles) -> int | None:
    """Return the offset at which such words begin at the end of a text, None for a text without."""
    if text[-1:] in CLAUSE_ENDS:
        return None
    colon = ends_with_colon(text)
    if not colon and text.rstrip(INVISIBLE)[-1:] not in COMMAS:
        return None
    line = roles.language.organs.places.line_at_end(text)
    if line is None and not colon:
        return None
    opening = roles.opening(text)
    if opening is None or "operative" in opening.parts:
        return None
    if (
        line is not None
        and text[:line].rstrip(INVISIBLE)[-1:] in PAUSES
        and line > opening.head_end
    ):
        return line
    if not colon:
        return None
    commas = 0
    for at in range(len(text) - 1, max(opening.head_end, len(text) - _LONGEST), -1):
        if text[at] not in COMMAS and not _is_last_dot(text, at):
            continue
        start = len(text) - len(text[at + 1 :].lstrip(INVISIBLE))
        if roles.language.organs.announcements.decides(text[start:]):
            return start
        commas += 1
        if commas == _MOST_COMMAS:
            break
    return None


def _is_last_dot(text: str, at: int) -> bool:
    """Tell whether the last of several dots stands at an offset: «وعملا بالنظام.. يقرر:»."""
    return text[at] == "…" or (text[at] == text[at - 1] == "." and text[at + 1] != ".")


def closing_in(text: str, roles: BlockRoles) -> int | None:
    """Return the offset of a closing line behind the last full stop of a paragraph, None for none.

    "… the carpenters. 12th plenary meeting, 3 May 2021." Ask only for text that stands behind
    other text on its line: elsewhere the closing has its own.
    """
    first = max(len(text) - _LONGEST, 0)
    for at in range(len(text.rstrip(INVISIBLE)) - 2, first, -1):
        if text[at] in FULL_STOPS and (text[at] != "." or text[at + 1].isspace()):
            rest = text[at + 1 :].strip(INVISIBLE)
            if roles.closes(rest):
                return len(text) - len(text[at + 1 :].lstrip(INVISIBLE))
    return None
