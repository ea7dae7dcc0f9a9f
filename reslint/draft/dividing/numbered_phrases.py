"""Find the next numbered operative paragraph within a block: `1. Urges …; 2. Decides …`.

The number must be written as the one before it, since paragraphs have points with numbers, too.
"""

from __future__ import annotations

from reslint.blocks.label_words import label_words
from reslint.blocks.numerals import chinese_number
from reslint.draft.dividing.numbers_within import holds_number
from reslint.draft.roles.line_places import LONGEST_LOOK, begins_line, is_quoted_at
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, INVISIBLE, SPACES, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.language.phrases import PhraseMatch


_ENDS = COMMAS + CLAUSE_ENDS
_COMMAS = tuple(COMMAS)
_PREAMBULAR, _OPERATIVE = "preambular", "operative"
_BRACKETED = " {}) "
_NEXT = (" {}.", " {} - ", _BRACKETED)  # and the words of labels: ` OP{}`
_NEXT_GLUED = (",{}. ", ";{}. ")  # where the spaces between all paragraphs were lost
_SEMICOLONS = ";؛"
_NEXT_AFTER_STOP = tuple(f"{mark}{{}}." for mark in _SEMICOLONS)  # `1.Urges …;2.Decides …`
_WIDE_MARKS = "，；。"  # no space stands behind them
_SIGNS = ".、．"
_NEXT_WIDE = tuple(f"{mark}{{}}{sign}" for mark in _WIDE_MARKS for sign in _SIGNS)
_NEXT_CHINESE = tuple(f"{mark}{{}}{sign}" for mark in ",;" for sign in _SIGNS)


def _behind_marks(*forms: str) -> tuple[str, ...]:
    """Return the forms of a number behind a space or a mark that no space follows."""
    return tuple(f"{before}{form}" for before in f" {_WIDE_MARKS}" for form in forms)


_FIRST_IN_BRACKETS = (" ({}) ", " （{}）")
# These stand within a paragraph, too, as numbers of its points: the label must be written so.
_NEXT_OF_STYLE = {
    "N -": (" {}-", " {}–"),
    "N.": (" {}、",),
    "N)": (" {}）", *(f"{mark}{{}}{sign}" for mark in _WIDE_MARKS for sign in ")）")),
    "(N)": _behind_marks("({})", "（{}）"),
    "N/": (*_behind_marks("{}/"), " {} /"),
    "N°": _behind_marks("{}°", "{}º", "{}.°", "{}.º", "{}°)", "{}º)"),
    "§N": _behind_marks("§{}", "§ {}"),
    "一、": _behind_marks("{}、", "{}．", "{}.", "{}："),
    "(x)": _behind_marks("（{}）", "({})"),
}
_NUMBERED = ("N.", "N -", "N)", "N/", "N°", "§N", "一、", "word N", "N", "N:")
"""Styles of labels that operative paragraphs have."""
_AFTER_STOP = SPACES + "-–—"  # `1.- Decide`


def next_number(block: Block, text: str, roles: BlockRoles, number: int, end: int) -> int:
    """Return where the next number and an operative phrase stand after a mark, `end` at the latest.

    Where the last preambular paragraph lacks its mark, the phrase must be only operative, and one
    behind number 2 must follow.
    """
    label = None if _is_of_preamble(block, roles) else block.label
    plain = block.plain.text
    chinese = label is not None and (label.style == "一、" or label.kind == "circled")
    if label is not None and label.kind != "number" and not (number and label.kind == "letter"):
        if not chinese:
            return end
        number = label.value
    value = number + 1 if label is not None else 1
    possible = block.label or block.possible_label
    first = possible.body if possible is not None else 0  # `Art. 1.` is one label
    written = chinese_number(value) if chinese else str(value)
    if not holds_number(plain, written, first, end):
        return end
    plain = fold_in_place(plain)
    forms: tuple[str, ...] = ()
    words = [f" {word}" for word in label_words().within_lines]
    if any(f"{before}{value}" in plain for before in (" ", *words)):
        forms = (*_NEXT, *(f"{word}{{}}" for word in words))
    if any(f"{mark}{value}" in plain for mark in _WIDE_MARKS):
        forms += _NEXT_WIDE
    if any(f"{mark}{value}" in plain for mark in ",;"):
        if roles.language.phrases.by_character:
            forms += _NEXT_CHINESE
        elif roles.in_small_letters:
            forms += _NEXT_GLUED
    if label is not None and label.style == "N.":
        if any(f"{mark}{value}." in plain for mark in _SEMICOLONS):
            forms += _NEXT_AFTER_STOP
    forms += _NEXT_OF_STYLE.get(label.style if label is not None else "N -", ())
    if label is None and any(f"{mark}{value}" in plain for mark in "(（"):
        forms += _FIRST_IN_BRACKETS
    marks = CLAUSE_ENDS if label is not None else _ENDS
    for form in forms:
        for at, opening in _numbered_phrases(plain, form.format(written), first, roles):
            if at + 1 >= end:
                break
            before = _without_remark(plain[: at + 1])[-1:]
            if before in marks:
                return at + 1
            if before in _COMMAS and _PREAMBULAR not in opening.parts:
                return at + 1
            if form in _FIRST_IN_BRACKETS:
                continue  # points of a sentence have such numbers, too
            if label is not None and form == _BRACKETED and _PREAMBULAR not in opening.parts:
                return at + 1  # no mark is needed: nothing else is written so
            if label is not None and begins_line(block, at + 1, text):
                return at + 1  # the item before lacks its mark
            if label is None and _PREAMBULAR not in opening.parts:
                if plain[: at + 1].rstrip(INVISIBLE)[-1:] in COLONS:
                    return at + 1
                second = _numbered_phrases(plain, form.format(value + 1), at, roles)
                if next(second, None) is not None:
                    return at + 1
    return end


def _is_of_preamble(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block has a label that only preambular paragraphs have: `- notant …, 1. …`."""
    label = block.label
    if label is None or label.part == _OPERATIVE:
        return False
    if label.style in _NUMBERED and not label.part:
        return False
    opening = roles.opening(block.plain.text[label.body :])
    return (
        opening is not None
        and _PREAMBULAR in opening.parts
        and roles.usual_part(opening) != _OPERATIVE
    )


def _without_remark(text: str) -> str:
    """Return a text without a remark in brackets at its end: `…; [use semicolons]`."""
    text = text.rstrip(INVISIBLE)
    if text.endswith("]"):
        text = text[: max(text.rfind("["), 0)].rstrip(INVISIBLE)
    return text


def _numbered_phrases(
    plain: str, needle: str, start: int, roles: BlockRoles
) -> Iterator[tuple[int, PhraseMatch]]:
    """Yield where a number stands from `start` on, and the operative phrase right after it."""
    at = plain.find(needle, start)
    while at > 0:
        body = plain[at + len(needle) : at + len(needle) + LONGEST_LOOK].lstrip(_AFTER_STOP)
        opening = None if is_quoted_at(plain, at) else roles.opening(body)
        if opening is not None and _OPERATIVE in opening.parts:
            yield at, opening
        at = plain.find(needle, at + 1)
