"""Labels and emphasis in other forms. Each layout makes a text of a draft as it was read."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase

from benchmarks.relaying.lines import one_line
from reslint.blocks.model import Emphasis
from reslint.draft.model import OPERATIVE, ORGAN_LINE, PREAMBLE, Draft, Paragraph
from reslint.fixes.choosing import apply
from reslint.text.diagnostics import Edit

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_HAN = "〇一二三四五六七八九"
_LETTERS = {
    "ar": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "ru": "абвгдежзиклмнопрстуфхцчшщэюя",
}
"""The letters of items where they are not a, b, c …"""
_SPACES = (" ", "\t", "\u00a0")
_SPACED = (*"./°-)", *"0123456789")
"""What a label ends with that stands before a space, in Chinese too."""
_PARTS = (ORGAN_LINE, PREAMBLE, OPERATIVE)
Relabel = Callable[[int], str]


def roman(number: int) -> str:
    """A number below 50 in Roman numerals."""
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def han(number: int) -> str:
    """A number below 100 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _HAN[ones]
    return (_HAN[tens] if tens > 1 else "") + "十" + (_HAN[ones] if ones else "")


def paragraphs(draft: Draft) -> list[str]:
    """The blocks of a draft, each on one line with its indent."""
    text = draft.source.text
    laid = []
    for block in draft.blocks:
        start = text.rfind("\n", 0, block.start) + 1
        indent = text[start : block.start]
        laid.append(one_line((indent if indent.isspace() else "") + text[block.start : block.end]))
    return laid


def renumbered(draft: Draft, label: Relabel) -> str:
    """All numbers of operative paragraphs written in another way."""
    return _relabelled(draft, _numbered(draft), label)


def op_labels(draft: Draft) -> str:
    """PP1 … and OP1 …"""
    text = draft.source.text
    edits = [_relabel(text, each, f"OP{_value(each)}") for each in _numbered(draft)]
    for resolution in draft.resolutions:
        for number, each in enumerate(resolution.preamble, 1):
            if each.label:
                edits.append(_relabel(text, each, f"PP{number}"))
            else:
                edits.append(Edit(each.start, each.start, f"PP{number} "))
    return apply(text, edits)


def unnumbered(draft: Draft) -> str:
    """Operative paragraphs without their numbers."""
    return _relabelled(draft, _numbered(draft), lambda _: "")


def lettered(draft: Draft, form: str) -> str:
    """Sub-paragraphs of the first level with letters in another form, as `{})` or `{upper})`."""
    items = [
        each
        for each in draft.part(OPERATIVE)
        if each.level == 1 and each.label and each.label.kind == "letter"
    ]
    letters = _LETTERS.get(draft.language, ascii_lowercase)

    def label(value: int) -> str:
        letter = letters[(value - 1) % len(letters)]
        return form.format(letter, upper=letter.upper())

    return _relabelled(draft, items, label)


def without_emphasis(draft: Draft) -> str:
    """No emphasis at all."""
    return emphasized(draft, "", "")


def emphasized(draft: Draft, opening: str, closing: str) -> str:
    """All emphasis of the draft in other marks."""
    edits = []
    for each in draft.part(*_PARTS):
        for one in _outer(each.emphases):
            edits += [Edit(*one.opening, opening), Edit(*one.closing, closing)]
    return apply(draft.source.text, edits)


def in_capitals(draft: Draft) -> str:
    """The emphasized words in capitals, without emphasis."""
    edits = []
    text = draft.source.text
    for each in draft.part(*_PARTS):
        for one in _outer(each.emphases):
            start, end = one.opening[1], one.closing[0]
            edits += [
                Edit(*one.opening, ""),
                Edit(start, end, text[start:end].upper()),
                Edit(*one.closing, ""),
            ]
    return apply(text, edits)


def _outer(emphases: list[Emphasis]) -> list[Emphasis]:
    """The emphases that stand in no other one."""
    return [
        one
        for one in emphases
        if not any(
            other is not one
            and other.opening[0] <= one.opening[0] < other.closing[1]
            and one.closing[1] <= other.closing[1]
            for other in emphases
        )
    ]


def _numbered(draft: Draft) -> list[Paragraph]:
    return [
        each
        for each in draft.part(OPERATIVE)
        if each.level == 0 and each.label and each.label.kind == "number" and not each.label.suffix
    ]


def _relabelled(draft: Draft, paragraphs: list[Paragraph], label: Relabel) -> str:
    text = draft.source.text
    return apply(text, [_relabel(text, each, label(_value(each))) for each in paragraphs])


def _value(paragraph: Paragraph) -> int:
    assert paragraph.label is not None
    return paragraph.label.value


def _relabel(text: str, paragraph: Paragraph, label: str) -> Edit:
    """The edit that writes another label, or with "" takes it away with the space behind it."""
    assert paragraph.label is not None
    start, end = paragraph.label.start, paragraph.label.end
    while not label and text[end : end + 1] in _SPACES:
        end += 1
    if label[-1:] in _SPACED and text[end : end + 1] not in _SPACES:
        label += " "
    return Edit(start, end, label)
