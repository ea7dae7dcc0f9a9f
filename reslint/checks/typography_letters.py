"""How letters are stored: decomposed, in presentation forms, with characters that nobody sees.

All other rules read such letters as plain ones (`text/letters.py`). These two look at the source.
"""

from __future__ import annotations

import re
from functools import cache

from reslint.data.patterns import expression
from reslint.facts import fact
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import DIRECTION_MARKS, SPACES, ZERO_WIDTH
from reslint.text.letters import LINE_SEPARATORS, is_unusual, written_forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.text.diagnostics import Safety

    Form = tuple[Paragraph, int, int, str]
    """A letter written in another way: its paragraph, source span and the plain letter."""


_JOINERS = "\u200c\u200d"
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
_STRONG = frozenset(("L", "R", "AL", "AN"))
_FAR = 20  # characters without a direction between a mark and the letter that it serves
# Scripts in which joiners are spelling, and emoji, whose parts they join.
_JOINED = expression(
    "[\u0600-\u109f\u1780-\u18af\ua840-\ua87f\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]"
)


@fact
def _unusual_paragraphs(draft: Draft) -> list[Paragraph]:
    """Return the paragraphs in whose source letters are written in another way."""
    source = draft.source
    if draft.whole is draft and not source.may_be_unusual:
        return []
    return [
        paragraph
        for paragraph in draft.paragraphs
        if any(is_unusual(source.text[block.start : block.end]) for block in paragraph.blocks)
    ]


@fact
def _forms(draft: Draft) -> dict[str, list[Form]]:
    """Letters written in another way in a whole draft, in order, by their kind."""
    found: dict[str, list[Form]] = {}
    for paragraph in _unusual_paragraphs(draft):
        for block in paragraph.blocks:
            for start, end, kind, plain in written_forms(
                draft.source.text[block.start : block.end]
            ):
                place = (paragraph, block.start + start, block.start + end, plain)
                found.setdefault(kind, []).append(place)
    return found


def written_forms_of(draft: Draft) -> Iterator[Finding]:
    """One finding a kind and draft: at the first such letter, with the edits for all of them."""
    for paragraph in _unusual_paragraphs(draft):
        for kind, forms in _forms(draft.look_beyond(paragraph)).items():
            first, start, end, plain = forms[0]
            if first is not paragraph:
                continue
            written = draft.source.text[start:end]
            yield Finding(
                start,
                end,
                paragraph.place,
                {"written": written, "right": plain},
                tuple(Edit(low, high, right) for _, low, high, right in forms),
                variant=None if kind == "slash" else kind,
            )


@cache
def _unseen() -> re.Pattern[str]:
    return re.compile(f"[{ZERO_WIDTH}]+|[{LINE_SEPARATORS}]")


def invisible(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Characters that nobody sees and that mean nothing where they stand."""
    forms = draft.vocabulary.forms.get("typography", {})
    if not forms.get("no_invisible"):
        return
    source = draft.source.text
    needed = DIRECTION_MARKS if forms.get("direction_marks") else ""
    for paragraph in _unusual_paragraphs(draft):
        for block in paragraph.blocks:
            for match in _unseen().finditer(source, block.start, block.end):
                yield from _found(paragraph, source, match, needed)


def _found(
    paragraph: Paragraph, source: str, match: re.Match[str], needed: str
) -> Iterator[Finding]:
    start, end = match.span()
    if match[0] in LINE_SEPARATORS:
        beside = source[max(start - 1, 0) : start], source[end : end + 1]
        spaced = any(not each.strip(SPACES + "\t\r\n" + LINE_SEPARATORS) for each in beside)
        edit = Edit(start, end, "" if spaced else " ")
        values = {"character": _code_points(match[0])}
        safety: Safety = "safe" if match[0] != "\u2029" or spaced else "unsafe"
        yield Finding(
            start, end, paragraph.place, values, (edit,), variant="separator", safety=safety
        )
        return
    if all(character in needed for character in match[0]):
        return
    if any(character in _JOINERS for character in match[0]) and _joins(source, start, end):
        return
    if any(character in DIRECTION_MARKS for character in match[0]) and _is_beside_right_to_left(
        source, start, end
    ):
        return
    edits = (Edit(start, end, ""),)
    yield Finding(start, end, paragraph.place, {"character": _code_points(match[0])}, edits)


def _code_points(characters: str) -> str:
    return ", ".join(sorted({f"U+{ord(each):04X}" for each in characters}))


def _joins(source: str, start: int, end: int) -> bool:
    """Whether a joiner stands beside a letter of a script that spells with joiners."""
    around = source[max(start - 1, 0) : start] + source[end : end + 1]
    return _JOINED.search(around) is not None


def _is_beside_right_to_left(source: str, start: int, end: int) -> bool:
    """Whether the next letter on either side is one of a script written from right to left."""
    before = source[max(start - _FAR, 0) : start].rpartition("\n")[2]
    after = source[end : end + _FAR].partition("\n")[0]
    return _right_to_left(reversed(before)) or _right_to_left(iter(after))


def _right_to_left(characters: Iterator[str]) -> bool:
    from unicodedata import bidirectional  # only texts with such marks need it

    for character in characters:
        direction = bidirectional(character)
        if direction in _STRONG and character not in DIRECTION_MARKS:
            return direction in _RIGHT_TO_LEFT
    return False
