"""Names with one character off in texts that do not set words apart (Chinese).

Another character stands in place of one of the name: `祖织` for `组织`. One half of such a
name is right, so a name is looked for by its first and by its last characters; only then are all
compared.
"""

from __future__ import annotations

from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.names.table import NameTable


@lru_cache(8)
def _by_ends(table: NameTable) -> dict[str, list[tuple[int, str, bool]]]:
    """Long names by their first and by their last letters: number, form, whether by the first."""
    found: dict[str, list[tuple[int, str, bool]]] = {}
    shortest = table.usage["near_letters"]["shortest"]
    half = shortest // 2
    for number, form in enumerate(table.forms):
        if len(form) >= shortest and table.entries[number][2]:
            found.setdefault(form[:half], []).append((number, form, True))
            found.setdefault(form[-half:], []).append((number, form, False))
    return found


def names_one_letter_off(table: NameTable, text: str) -> Iterator[tuple[int, int, int, int]]:
    """The names of a text in small letters that have one wrong letter.

    Gives the number of the form, its start and end, and the offset of the letter.
    """
    settings = table.usage.get("near_letters")
    if not settings:
        return
    by_ends = _by_ends(table)
    half = settings["shortest"] // 2
    grams = {text[at : at + half] for at in range(len(text) - half + 1)}
    for gram in grams & by_ends.keys():
        at = text.find(gram)
        while at >= 0:
            for number, form, first in by_ends[gram]:
                start = at if first else at + half - len(form)
                off = _letter_off(text, start, form) if start >= 0 else -1
                if off >= 0 and _may_be_wrong(text[start + off], form, off, settings):
                    yield number, start, start + len(form), start + off
            at = text.find(gram, at + 1)


def _letter_off(text: str, start: int, form: str) -> int:
    """Where the text differs from a form in one letter and no more, else -1."""
    length = len(form)
    written = text[start : start + length]
    if written == form or len(written) < length:
        return -1
    # Most places differ in more than one third: seen without a look at each letter.
    one, two = length // 3, 2 * length // 3
    same = written[:one] == form[:one], written[one:two] == form[one:two]
    if all(same):
        first, last = two, length
    elif any(same) and written[two:] == form[two:]:
        first, last = (one, two) if same[0] else (0, one)
    else:
        return -1
    differing = [at for at in range(first, last) if written[at] != form[at]]
    return differing[0] if len(differing) == 1 else -1


def _may_be_wrong(written: str, form: str, off: int, settings: dict[str, Any]) -> bool:
    """Whether a character makes no other name (a number, a point of the compass), no other words.

    At the beginning or the end of a short name, other words may begin or end.
    """
    right, distinct = form[off], settings["distinct"]
    if any(written in each and right in each for each in settings["look_alikes"]):
        return True
    if not (written.isalpha() and right.isalpha()) or written.isascii():
        return False
    if written.isnumeric() or right.isnumeric() or written in distinct or right in distinct:
        return False
    return 0 < off < len(form) - 1 or len(form) >= settings["certain_ends"]
