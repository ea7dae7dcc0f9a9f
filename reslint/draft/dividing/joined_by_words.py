"""Find paragraphs in capitals on one line: "WHEREAS …; and WHEREAS …; BE IT RESOLVED …".

Councils write their resolutions so, and web pages show them on one line. A conjunction may stand
between a mark and the next paragraph.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.organ.subjects import decides_in_capitals
from reslint.draft.roles.line_places import LONGEST_LOOK
from reslint.text.folding import CLAUSE_ENDS, COMMAS, INVISIBLE, SMALL_LETTERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_MARKS = COMMAS + CLAUSE_ENDS
# Three words in capitals or more, behind other words.
_CAPITALS = expression(rf"(?<=\s)(?:[^\W\d_{SMALL_LETTERS}’'`-][^\W\d_{SMALL_LETTERS}]*\s+){{3,}}")
_FIRST_WORD = 24  # characters that hold the first word of a paragraph


def next_in_capitals(block: Block, roles: BlockRoles, end: int) -> int:
    """Return where the next such paragraph begins before the plain offset `end`, else `end`.

    The paragraphs of the block open in capitals, and are not in capitals throughout. A comma stands
    within paragraphs, too: only what is resolved follows it.
    """
    plain = block.plain.text
    if not plain[:2].isupper():
        return end
    first = plain[:_FIRST_WORD].split(",", 1)[0].split(" ", 1)[0]
    if len(first) < 2 or not first.isupper() or plain.isupper():
        return end
    own = _end_of_resolved(plain, roles)
    if not own and _is_operative(plain, roles):
        return end
    if block.possible_label is not None:
        own = max(own, block.possible_label.body)  # `II. NOTING …` is one paragraph
    words: list[str] = ["", *roles.language.forms.get("item_conjunctions", ())]
    places = []
    for word in words:
        gap = f" {word} " if word else " "
        at = plain.find(gap, own)
        while 0 <= at < end:
            place, mark = at + len(gap), plain[at - 1 : at]
            if mark in tuple(_MARKS) and _opens(plain, place, roles):
                if mark not in COMMAS or _end_of_resolved(plain[place:], roles):
                    places.append(place)
                    break
            at = plain.find(gap, at + 1)
    again = plain.find(f" {first} ", own)  # “WHEREAS … WHEREAS …”: the word itself is enough
    if again > 0 and _opens(plain, again + 1, roles):
        # “NOTING the rules, and NOTING ALSO their cost,” is one paragraph.
        if plain[:again].rsplit(None, 1)[-1] not in words:
            places.append(again + 1)
    places += _decision_in_capitals(plain, end, roles)
    return min([end, *places])


def _decision_in_capitals(plain: str, end: int, roles: BlockRoles) -> list[int]:
    """Return where a body decides in capitals: "… THE GENERAL ASSEMBLY RESOLVES to go."."""
    return [
        found.start()
        for found in _CAPITALS.finditer(plain, 1, end)
        if decides_in_capitals(plain[found.start() :], roles) is not None
    ]


def _opens(plain: str, at: int, roles: BlockRoles) -> bool:
    """Tell whether a paragraph opens at a place with a leading phrase in capitals."""
    if not plain[at : at + 2].isupper():
        return False
    text = plain[at : at + LONGEST_LOOK]
    opening = roles.opening(text)
    if opening is None or text[: opening.start].strip(INVISIBLE + COMMAS):
        return False
    resolved = _end_of_resolved(text, roles) > 0
    return text[: opening.head_end].isupper() and (resolved or "operative" not in opening.parts)


def _end_of_resolved(text: str, roles: BlockRoles) -> int:
    """Return where the words "NOW, THEREFORE, BE IT RESOLVED" end that open a text, else 0."""
    motion = roles.language.pattern("motion")
    match = motion.match(text) if motion is not None else None
    return match.end() if match is not None else 0


def _is_operative(text: str, roles: BlockRoles) -> bool:
    """Tell whether a text opens with an operative verb: "REQUESTS all, RECALLING the rule, …"."""
    opening = roles.opening(text)
    return opening is not None and "preambular" not in opening.parts
