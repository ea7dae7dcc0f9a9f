"""Find the body that every paragraph of a draft names: "1. The Security Council requests …".

Old resolutions, motions of unions and drafts of students have no organ line then: each paragraph
is a sentence of its own, "Congress notes …. Congress calls on …".
"""

from __future__ import annotations

from itertools import islice

from reslint.draft.organ.speakers import speaker_of, subject_of_list
from reslint.draft.roles.final_marks import last_mark
from reslint.draft.roles.titles import is_title
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_FEWEST = 3  # paragraphs that name the same body
_FEWEST_NUMBERED = 2  # the same, if they have numbers
_MOST_WORDS = 8  # of the name
_LONGEST = 80  # characters of the name
_LONGEST_LOOK = 160  # characters in which a phrase must stand
_LONGEST_TITLE = 160  # characters of a line that speaks of a resolution
_MOST_LOOKED_AT = 400  # blocks
_MOST_OPENED = 2  # paragraphs of the usual form that may stand beside them
_FEWEST_OF_OTHERS = 4  # paragraphs that name the body for each that does not
_KEY = 5  # characters with which two paragraphs of the same body begin alike
_KEY_OF_CHARACTERS = 3  # the same in Chinese
_AROUND_NAME = INVISIBLE + COMMAS
_COLONS = tuple(COLONS)
_MARKS = frozenset(COMMAS + COLONS + CLAUSE_ENDS + "()[]（）")


def subject_of_paragraphs(blocks: list[Block], roles: BlockRoles) -> str:
    """Return the body that the paragraphs of a draft name, "" if it has the usual form."""
    looked_at = [block for block in blocks if block.kind in ("text", "heading")][:_MOST_LOOKED_AT]
    below = place_below_title(looked_at, roles)
    return (
        _subject_below_title(looked_at, below, roles)
        or speaker_of(looked_at, roles)
        or subject_of_list(looked_at, roles, below)
    )


def _subject_below_title(looked_at: list[Block], below: int, roles: BlockRoles) -> str:
    """Return the body that the paragraphs below a title name, or "".

    A title above them must say that they are a resolution, and few other sentences may stand among
    them: minutes, reports and positions speak of a body, too. What an organ of the United Nations
    states without numbers is no draft. The blocks below the title begin at index `below`.
    """
    others: list[Block] = []
    opened = 0
    for index, block in enumerate(looked_at if below else ()):
        if block.kind == "text" and roles.phrases.match(_words(block)) is not None:
            opened += 1
            if opened > _MOST_OPENED:
                return ""
        elif index >= below:
            others.append(block)
    by_character = roles.language.phrases.by_character
    named: dict[str, list[Block]] = {}
    for block in _alike(others, _KEY_OF_CHARACTERS if by_character else _KEY):
        name = _name_before_verb(_words(block), roles)
        if name:
            named.setdefault(name, []).append(block)
    if not named:
        return ""
    name, found = max(named.items(), key=lambda one: len(one[1]))
    numbers = [block.label or block.possible_label for block in found]
    numbered = all(one is not None and one.kind == "number" for one in numbers)
    if len(found) < (_FEWEST_NUMBERED if numbered else _FEWEST) or len(found) <= opened:
        return ""
    if not numbered and roles.language.organs.names.named(name) is not None:
        return ""
    unlike = _count_others(looked_at[below:], found, name)
    return name if unlike * _FEWEST_OF_OTHERS <= len(found) else ""


def named_before_hereby(text: str, roles: BlockRoles) -> str | None:
    """Return the organ that a sentence names before its "hereby", None for no such sentence.

    "The Security Council hereby frees the ferries.", also behind "Therefore,".
    """
    pattern = roles.language.pattern("hereby_alone")
    start = roles.language.pattern("before_phrase")
    found = pattern.search(text, 1, _LONGEST_LOOK) if pattern is not None else None
    if found is None:
        return None
    led = start.match(text) if start is not None else None
    name = text[led.end() if led is not None else 0 : found.start()].strip(_AROUND_NAME)
    if not name or len(name) > _LONGEST or any(mark in name for mark in _MARKS):
        return None
    return roles.language.organs.bodies.organ_or_body(name)


def decides_in_capitals(text: str, roles: BlockRoles) -> str | None:
    """Return the organ that a sentence names before its verb, both in capitals, None for no such.

    "THE GENERAL ASSEMBLY OF THE GUILD RESOLVES to repair the ferries."
    """
    name = _name_before_verb(text[:_LONGEST_LOOK], roles) if text[:2].isupper() else ""
    if not name.isupper() or " " not in name or text.isupper():
        return None
    verb = text[len(name) :].split(None, 1)[:1]
    if not verb or not verb[0].isupper():
        return None
    return roles.language.organs.bodies.organ_or_body(name)


def _count_others(blocks: list[Block], found: list[Block], name: str) -> int:
    """Return how many paragraphs like those found do not name the body near their start.

    Sub-paragraphs have labels of another style. Above the first sentence about the body, and in
    lines without a full stop, stand the title, the proposers and the like.
    """
    style = _style(found[0])
    return sum(
        block.kind == "text"
        and block.start > found[0].start
        and _style(block) == style
        and last_mark(block.plain.text) in CLAUSE_ENDS
        and name[1:] not in _words(block)
        for block in blocks
    )


def _style(block: Block) -> str:
    label = block.label or block.possible_label
    return label.style if label is not None else ""


def _alike(blocks: list[Block], letters: int) -> list[Block]:
    """Return the blocks that begin with the same letters as another one."""
    by_key: dict[str, list[Block]] = {}
    for block in blocks:
        if block.kind == "text":
            by_key.setdefault(_words(block)[:letters].casefold(), []).append(block)
    return [
        block
        for key, some in by_key.items()
        if len(some) >= _FEWEST_NUMBERED and key
        for block in some
    ]


def _words(block: Block) -> str:
    """Return the text of a block after its label, or what may be its label."""
    label = block.label or block.possible_label
    text = block.plain.text[label.body :] if label is not None else block.plain.text
    return text.lstrip(INVISIBLE)[:_LONGEST_LOOK]


def _name_before_verb(text: str, roles: BlockRoles) -> str:
    """Return the words before the first verb of an operative paragraph, "" for no such text."""
    if text[:1].islower():
        return ""
    places = (
        range(1, _LONGEST // 4)
        if roles.language.phrases.by_character
        else [at for at, one in enumerate(text[:_LONGEST]) if one.isspace()]
    )
    for at in islice(places, _LONGEST // 4 if roles.language.phrases.by_character else _MOST_WORDS):
        if at >= len(text) or text[at - 1] in _MARKS:
            return ""
        opening = roles.phrases.match(text, at)
        if opening is not None and _opens_at(text, at, opening.start):
            if text[opening.longest :].lstrip(INVISIBLE)[:1] in _COLONS:
                return ""  # "1. This Union notes: the facts go here."
            return text[:at].strip(INVISIBLE) if "operative" in opening.parts else ""
    return ""


def _opens_at(text: str, at: int, start: int) -> bool:
    """Tell whether a phrase that begins at `start` follows a place, with white space between."""
    return not text[at:start].strip(INVISIBLE)


def place_below_title(blocks: list[Block], roles: BlockRoles) -> int:
    """Return the index below the first short line that is the title of a resolution, 0 for none."""
    for index, block in enumerate(blocks):
        text = block.plain.text
        if len(text) <= _LONGEST_TITLE and is_title(text, roles):
            return index + 1
    return 0
