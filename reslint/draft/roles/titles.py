"""Tell which lines above a draft are titles that say that a resolution stands below them."""

from __future__ import annotations

from reslint.draft.model import MASTHEAD
from reslint.text.folding import CLAUSE_ENDS, COLONS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.draft.model import Draft, Paragraph
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST = 120  # characters of a line that says that a resolution stands below it
_MOST_WORDS = 8  # of the name of an organ
_WORDS = 2  # with which a title says what the document is: "Draft resolution"
_CHARACTERS = 5  # the same in Chinese, at its start or end


def is_title(text: str, roles: BlockRoles) -> bool:
    """Tell whether a line opens as the title of a resolution: not "Report on resolution 4"."""
    names = roles.language.organs.names
    headers = roles.language.organs.headers
    speaks = headers.speaks_of_motions
    if text[-1:] in CLAUSE_ENDS:
        return False
    if text.isupper() and headers.names_document(text.split(None, 1)[0]):
        return True
    if not speaks(text):
        return False
    for colon in COLONS:
        text = text.split(colon, 1)[0]  # "Minutes: draft resolution on ferries"
    if roles.language.phrases.by_character:
        text = text.strip(INVISIBLE)
        ends = text[:_CHARACTERS], text[-_CHARACTERS:]
        return any(map(speaks, ends))
    words = text.split()
    for length in range(2, _MOST_WORDS):
        if names.named(" ".join(words[:length])) is not None:
            return speaks(" ".join(words[length : length + 1]))
    return speaks(" ".join(words[:_WORDS]))


def stands_below_title(paragraphs: Iterable[Paragraph], roles: BlockRoles) -> bool:
    """Tell whether a short line of a masthead opens as a title: "Motion", «RESOLUCIÓN N° 2»."""
    return any(
        paragraph.part == MASTHEAD
        and len(paragraph.text) <= _LONGEST
        and is_title(paragraph.text, roles)
        for paragraph in paragraphs
    )


def is_titled(draft: Draft) -> bool:
    """Tell whether a short line above the draft says that it is a resolution."""
    return any(
        paragraph.part == MASTHEAD
        and len(paragraph.text) <= _LONGEST
        and draft.vocabulary.organs.headers.speaks_of_resolution(paragraph.text)
        for paragraph in draft.paragraphs
    )
