"""Find labels in the midst of a block: `…, B. Recalling …`, and at the end of a line: `…; 2.`.

Text copied from a page may have all preambular paragraphs on one line, each with its letter or
number, or each label at the end of the line above its paragraph.
"""

from __future__ import annotations

from itertools import islice, takewhile

from reslint.blocks.label_words import label_words
from reslint.blocks.labels import find_label
from reslint.blocks.possible_labels import find_possible_label
from reslint.data.patterns import expression
from reslint.draft.roles.line_places import LONGEST_LOOK, begins_line, is_quoted_at
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, INVISIBLE, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_MARKS = COMMAS + CLAUSE_ENDS
_WRITTEN = r"[(（]?\w{1,4}[.)）、．]"
_LABEL = expression(rf"[{_MARKS}]\s{{0,2}}({_WRITTEN})\s?")
# The same in a text without marks beyond Latin-1, which take long to compile.
_LATIN_LABEL = expression(r"[,;.]\s{0,2}([(]?\w{1,4}[.)])\s?")
_OTHER_MARKS = frozenset(_MARKS + "（）、．") - frozenset(",;.")
_LABEL_BEFORE = expression(rf"[{_MARKS}]\s({_WRITTEN})\s\Z")
_LONGEST_END = 12  # characters of a mark and a label
_LONGEST_LABEL = 4  # characters
_LABEL_ENDS = tuple(".)）")
_OPENING = ("(", "（")
_MARKS_WITHOUT_SPACE = ("，", "；", "。", "：")
_LONGEST_GAP = 2  # spaces between a mark and the label behind it
_KINDS = ("number", "letter")
_BRACKETS = "([ "


def next_labelled(block: Block, roles: BlockRoles, end: int) -> int:
    """Return where the next label and a leading phrase stand behind a mark, `end` at the latest.

    The block itself opens with such a label and a preambular phrase.
    """
    label = block.label or block.possible_label
    if label is None or label.kind not in _KINDS or label.style == "N":
        return end
    plain = block.plain.text
    if label.part:
        return _next_of_part(plain, label, roles, end)
    opening = roles.opening(plain[label.body :])
    if opening is None or "preambular" not in opening.parts:
        return end
    pattern = _LATIN_LABEL if _OTHER_MARKS.isdisjoint(plain) else _LABEL
    for found in pattern.finditer(plain, label.body, min(end + _LONGEST_END, len(plain))):
        at = found.start(1)
        if at >= end:
            break
        if _is_next(label, _label_of(plain[at : at + LONGEST_LOOK]), plain[at:], roles):
            if not is_quoted_at(plain, at):
                return at
    return end


def _next_of_part(plain: str, label: Label, roles: BlockRoles, end: int) -> int:
    """Return where the next label of negotiators stands: `PP1 Recalling …, (agreed) PP2 …, OP1 …`.

    A leading phrase follows it, in brackets or not. No mark is needed: a remark may stand before.
    """
    own = "".join(takewhile(str.isalpha, label.text))
    for word in {own, *label_words().within_lines} if own else ():
        at = plain.find(f" {word}", label.body, end)
        while at >= 0:
            other = find_label(plain[at + 1 : at + 1 + LONGEST_LOOK])
            if other is not None and other.part:
                text = plain[at + 1 + other.body : at + 1 + other.body + LONGEST_LOOK]
                if roles.opening(text.lstrip(_BRACKETS)) is not None:
                    end = at + 1
                    break
            at = plain.find(f" {word}", at + 1, end)
    return end


def next_dashed(block: Block, label: Label, roles: BlockRoles, end: int) -> int:
    """Return where the next dash or bullet and a leading phrase stand behind a mark, else `end`.

    The block itself opens so: « - rappelant …, - notant …, ». The phrases may have small letters.
    """
    if label.kind != "bullet":
        return end
    plain = fold_in_place(block.plain.text)
    mark = fold_in_place(f" {label.text} ")
    if mark not in plain:
        return end
    if not _opens_in_any_letters(plain[label.body : label.body + LONGEST_LOOK], roles):
        return end
    at = plain.find(mark, label.body)
    while 0 < at < end:
        body = at + len(mark)
        if plain[:at].rstrip(INVISIBLE)[-1:] in tuple(_MARKS) and _opens_in_any_letters(
            plain[body : body + LONGEST_LOOK], roles
        ):
            return at + 1
        at = plain.find(mark, at + 1)
    return end


def _opens_in_any_letters(text: str, roles: BlockRoles) -> bool:
    opening = roles.phrases.match(text)
    return opening is not None and not opening.start


def _is_next(label: Label, other: Label | None, text: str, roles: BlockRoles) -> bool:
    """Tell whether a label that opens a text is the next of its series, before a leading phrase."""
    return (
        other is not None
        and (other.kind, other.style, other.value) == (label.kind, label.style, label.value + 1)
        and roles.opening(text[other.body : other.body + LONGEST_LOOK]) is not None
    )


def _label_of(text: str) -> Label | None:
    """Return the label with which a text opens, certain or not."""
    return find_label(text) or find_possible_label(text)


def start_with_label(plain: str, at: int) -> int:
    """Return where the label right before a place stands (`…, B. Noting`), the place for none."""
    found = _LABEL_BEFORE.search(plain, max(at - _LONGEST_END, 0), at)
    if found is None or _label_of(plain[found.start(1) : at + LONGEST_LOOK]) is None:
        return at
    return found.start(1)


def label_at_line_end(
    block: Block, text: str, roles: BlockRoles, above: Label | None, end: int
) -> int:
    """Return where a label stands at the end of a line, for the line below it; else `end`.

    `above` is the label that stands alone above the block.
    """
    plain = block.plain.text
    label = block.label
    first = label.body if label is not None else 0
    for start, _, _ in islice(block.plain.runs, 1, None):
        if start >= end:
            break
        if start <= first:
            continue
        before = plain[max(start - _LONGEST_END, 0) : start].rstrip(INVISIBLE)
        if not before.endswith(_LABEL_ENDS) or not begins_line(block, start, text):
            continue
        at = hanging_label(
            plain[:start], label or above, plain[start : start + LONGEST_LOOK], roles
        )
        if at is not None and (label is None or at > label.body):
            return at
    return end


def label_alone(block: Block) -> Label | None:
    """Return the label of a block that holds nothing else, None for any other block."""
    label = block.label or block.possible_label
    if label is None or block.plain.text[label.body :].strip(INVISIBLE):
        return None
    return label


def may_hang(text: str) -> bool:
    """Tell whether a text ends with a mark and what may be a label: `…; 1.`."""
    text = text.rstrip(INVISIBLE)
    return text.endswith(_LABEL_ENDS) and _label_at_end(text) is not None


def _label_at_end(text: str) -> tuple[int, int] | None:
    """Return where the mark and where the label stand with which a text may end, None for neither.

    By hand: most paragraphs end with a longer word, and a pattern takes long to compile.
    """
    if not text.endswith(_LABEL_ENDS):
        return None
    start = end = len(text) - 1
    while start and end - start <= _LONGEST_LABEL and _is_of_word(text[start - 1]):
        start -= 1
    if not 1 <= end - start <= _LONGEST_LABEL:
        return None
    start -= text.startswith(_OPENING, start - 1) if start else 0
    bare = text[max(start - _LONGEST_GAP - 1, 0) : start]
    mark = bare.rstrip()
    gap = len(bare) - len(mark)
    if not mark or mark[-1] not in (_MARKS + COLONS if gap else _MARKS_WITHOUT_SPACE):
        return None
    return start - gap - 1, start


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def hanging_label(text: str, label: Label | None, below: str, roles: BlockRoles) -> int | None:
    """Return where a label stands at the end of a text that is that of the text `below` it.

    `label` is that with which the text itself opens. A number needs a leading phrase below it. A
    letter is the first after a colon, or follows that of the text. None for any other ending.
    """
    found = _label_at_end(text.rstrip())
    if found is None:
        return None
    mark, at = text[found[0]], found[1]
    hanging = _label_of(text[at:])
    if hanging is None or hanging.kind not in _KINDS:
        return None
    if hanging.kind == "number":
        first = hanging.value == 1 or (mark in CLAUSE_ENDS and mark != ".")
        return at if first and roles.opening(below) is not None else None
    if hanging.value == 1:
        return at if mark in COLONS else None
    follows = label is not None and label.kind == "letter" and label.value + 1 == hanging.value
    return at if follows else None
