"""Find the body that a motion names by a bare word: "Conference notes …. Conference calls on …".

Unions and parties set no title such as "Resolution" above their motions. What tells a motion from
news and minutes: the body has no article, or is "this Union"; it speaks in nearly every paragraph,
and gives an order. A sentence that names the body and leads to a list is the whole operative part:
"Congress instructs the Executive to: 1. …".
"""

from __future__ import annotations

from reslint.draft.roles.final_marks import is_stopped, last_mark
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, INVISIBLE, PAUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_FEWEST = 3  # paragraphs that name the body
_FEWEST_OF_OTHERS = 2  # paragraphs that name the body for each that does not
_FEWEST_REASONS = 1  # preambular paragraphs above the sentence that leads to a list
_FEWEST_OF_LETTERS = 2  # the same where the body is known by its letters alone: "IFRU calls for:"
_LETTERS = range(3, 13)  # how many letters such a name has
_LONGEST = 200  # characters of that sentence
_LONGEST_NAME = 80  # characters of the body in it
_ITEM_ENDS = frozenset(".)")  # "A.Launch of …;": an item without the space behind its letter
_LINE_ENDS = tuple(COLONS)
_MOST_WORDS_OF_PHRASE = 3
_MOST_WORDS = 8  # of the body


def speaker_of(blocks: Sequence[Block], roles: BlockRoles) -> str:
    """Return the bare name of the body that speaks in the paragraphs of a motion, or ""."""
    speakers: tuple[str, ...] = tuple(roles.language.forms.get("speakers", {}).get("names", ()))
    if not speakers:
        return ""
    found = [
        block
        for block in blocks
        if block.plain.text.startswith(speakers) and is_stopped(block.plain.text)
    ]
    if len(found) < _FEWEST:
        return ""
    orders: list[str] = roles.language.forms["speakers"]["orders"]
    for name in speakers:
        named = [block for block in found if block.plain.text.startswith(name)]
        if len(named) < _FEWEST or not any(
            order in block.plain.text for block in named for order in orders
        ):
            continue
        if any(_leads_to_reasons(block.plain.text, roles) for block in named):
            return ""
        at = len(name.rstrip())
        known = sum(_verb_behind(block.plain.text, at, roles) for block in named)
        others = sum(
            block.kind == "text"
            and block.start > named[0].start
            and block.label is None
            and block.possible_label is None
            and not _ITEM_ENDS.intersection(block.plain.text[1:3])
            and last_mark(block.plain.text) in CLAUSE_ENDS
            and name[1:].strip() not in block.plain.text
            for block in blocks
        )
        if 2 * known >= len(named) and others * _FEWEST_OF_OTHERS <= len(named):
            return name.strip()
    return ""


def subject_of_list(blocks: Sequence[Block], roles: BlockRoles, below: int) -> str:
    """Return the body of the one sentence that leads to a list of what is to be done, or "".

    It stands below reasons alone, or below the title of a resolution, behind which the blocks begin
    at index `below` (0 for no title).
    """
    for index, block in enumerate(blocks[:-1]):
        text = block.plain.text
        if (
            text[-1:] in _LINE_ENDS
            and block.label is None
            and block.kind == "text"
            and len(text) <= _LONGEST
            and not text[:1].islower()
            and _begins_list(blocks[index + 1])
            and not _leads_to_reasons(text, roles)
            and not roles.language.organs.announcements.decides(text)  # "… decides to:"
        ):
            name = _body_before_verb(text, roles)
            reasons = _count_reasons(blocks[:index], roles) if name else 0
            if reasons >= (_FEWEST_OF_LETTERS if name.isupper() else _FEWEST_REASONS):
                return name
            if name and 0 < below <= index and not name.isupper():
                return name
    return ""


def _count_reasons(blocks: Sequence[Block], roles: BlockRoles) -> int:
    """Count preambular paragraphs among blocks: 0 if one opens with an operative phrase."""
    reasons = 0
    for block in blocks:
        if block.kind != "text":
            continue
        text = block.plain.text
        words = text[block.label.body :].lstrip(INVISIBLE) if block.label is not None else text
        opening = roles.phrases.match(words)
        if opening is not None and not opening.start:
            if "preambular" not in opening.parts:
                return 0
            reasons += last_mark(text) in PAUSES + CLAUSE_ENDS
    return reasons


def _leads_to_reasons(text: str, roles: BlockRoles) -> bool:
    """Tell whether a line stands above the reasons of a motion: "This Union notes:"."""
    reasons = roles.language.pattern("reasons")
    return reasons is not None and reasons.fullmatch(text.strip(INVISIBLE + COLONS)) is not None


def _begins_list(block: Block) -> bool:
    label = block.label or block.possible_label
    return label is not None and (label.kind == "bullet" or label.value == 1)


def _verb_behind(text: str, at: int, roles: BlockRoles) -> bool:
    opening = roles.phrases.match(text, at)
    return opening is not None and not text[at : opening.start].strip(INVISIBLE)


def _body_before_verb(text: str, roles: BlockRoles) -> str:
    """Return the name of another body that stands before an operative verb at the start of a text.

    When and where it met may stand between them: "This Conference, meeting in May, calls upon:".
    """
    head, comma, rest = text[:_LONGEST].partition(",")
    if comma and _is_body(head, roles):
        if _ends_with_verb(rest.rpartition(",")[2], roles):
            return head
    at = -1
    for _ in range(_MOST_WORDS):
        at = text.find(" ", at + 1, _LONGEST_NAME)
        if at < 0 or text[at - 1] in COMMAS + COLONS + CLAUSE_ENDS:
            return ""
        opening = roles.phrases.match(text, at)
        if opening is not None and not text[at : opening.start].strip(INVISIBLE):
            named = "operative" in opening.parts and _is_body(text[:at], roles)
            return text[:at] if named else ""
    return ""


def _ends_with_verb(text: str, roles: BlockRoles) -> bool:
    """Tell whether a text begins with an operative phrase, or ends with one and a colon."""
    bare = text.rstrip(INVISIBLE + COLONS)
    first = roles.phrases.match(bare.lstrip(INVISIBLE))
    if first is not None and not first.start and "operative" in first.parts:
        return True
    at = len(bare)
    for _ in range(_MOST_WORDS_OF_PHRASE):
        at = bare.rfind(" ", 0, max(at, 0))
        opening = roles.phrases.match(bare, at) if at >= 0 else None
        if opening is not None and opening.longest >= len(bare) and "operative" in opening.parts:
            return True
    return False


def _is_body(name: str, roles: BlockRoles) -> bool:
    """Tell whether a name is that of a body which is no organ of the United Nations."""
    organs = roles.language.organs
    if len(name) > _LONGEST_NAME or organs.names.named(name) is not None:
        return False
    letters = name.isalpha() and name.isupper() and len(name) in _LETTERS
    return letters or is_speaker(name, roles) or organs.bodies.says_kind(name)


def is_speaker(name: str, roles: BlockRoles) -> bool:
    """Tell whether a name is that of a body without article, or of this one: "This Conference"."""
    speakers: tuple[str, ...] = tuple(roles.language.forms.get("speakers", {}).get("names", ()))
    named = f"{name[:1].upper()}{name[1:]} "
    return any(named == one.rstrip() + " " for one in speakers)
