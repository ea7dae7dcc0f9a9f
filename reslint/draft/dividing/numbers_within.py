"""Read paragraphs that stand behind other text on one line: "…, they decide: 1. To dig.".

So they do behind a verb alone: « Décide : 1. De creuser ; 2. De planter. », and with words as their
labels: «RESUELVE: PRIMERO: Cavar. SEGUNDO: Plantar.».
"""

from __future__ import annotations

from reslint.blocks.label_words import label_words
from reslint.blocks.labels import find_label
from reslint.blocks.numerals import chinese_number
from reslint.draft.roles.line_places import is_within_line
from reslint.text.folding import CLAUSE_ENDS, COLONS, INVISIBLE, SPACES, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_AFTER_STOP = SPACES + "-–—"  # `1.- Crear`
_CHINESE = "{}、"
_ORDINALS = (" {}.º", " {}.°", " {}º", " {}°")
# The forms of the number, as labels of each style have them.
_FORMS = {
    "N°": _ORDINALS,
    "N.": (" {}.",),
    "N -": (" {}-", " {} -", " {}–", " {} –"),
    "N)": (" {})",),
    "一、": (_CHINESE,),
}
_FIRST = (" {}.", *_ORDINALS, " {})")  # where no label stands before it
_WORD = "word N"  # the style of labels such as `PRIMERO:` and `Artículo 1.-`
_MARKS_BEHIND_WORD = (*".:-–—", *COLONS)
_LONGEST_WORD = 30  # characters of such a label
_LONGEST_VERB = 120  # characters of a body that decides, or of a verb alone, with the colon


def next_of_any_words(block: Block, text: str, roles: BlockRoles, end: int) -> int:
    """Return where the next numbered paragraph of any words begins, `end` at the latest.

    "…, the Heads of State decide: 1. To repair …. 2. To report …." on the line of the organ: the
    number 1 follows a colon, and 2 a mark after it; a capital follows each.
    """
    label = block.label
    possible = block.possible_label
    if label is None and possible is not None and possible.style == "一、":
        label = possible  # `一、` counts nothing but paragraphs and sections
    value = label.value + 1 if label is not None else 1
    if label is None and possible is not None and possible.style == _WORD:
        worded = _next_worded(block, possible, roles, end) if is_within_line(block, text) else None
    else:
        worded = _next_worded(block, label, roles, end)
    if worded is not None:
        return worded
    forms = _FORMS.get(label.style, ()) if label is not None else _FIRST
    if not forms or not holds_number(block.plain.text, _written(forms[0], value), 0, end):
        return end
    plain = fold_in_place(block.plain.text)
    if not any(form.format(_written(form, value)) in plain for form in forms):
        return end
    if not is_within_line(block, text) and not _opens_with_verb_alone(block, roles):
        return end
    if label is None:
        marks: str = COLONS
    elif label.kind == "number" and roles.opening(plain[label.body :]) is None:
        marks = CLAUSE_ENDS
    else:
        return end
    for form in forms:
        at = _number_behind(plain, form, value, marks, 0, end)
        if at is None or (
            label is None and _number_behind(plain, form, 2, CLAUSE_ENDS, at) is None
        ):
            continue
        return at
    return end


def _next_worded(block: Block, label: Label | None, roles: BlockRoles, end: int) -> int | None:
    """Return where the next paragraph with a word as its label begins, or None.

    The first one stands behind a verb alone, or a body that decides, and a colon; the second must
    follow on the same line.
    """
    plain = block.plain.text
    if label is not None:
        return _worded(plain, label.value + 1, label.body, end) if label.style == _WORD else None
    colon = next((at for at in map(plain.find, COLONS) if 0 < at < _LONGEST_VERB), -1)
    if colon < 0 or not label_words().may_open(plain[colon + 1 : colon + _LONGEST_WORD]):
        return None
    at = colon + 1 + len(plain[colon + 1 :]) - len(plain[colon + 1 :].lstrip(INVISIBLE))
    if at >= end or not _is_worded(plain, at, 1):
        return None
    if not _is_verb(plain[: colon + 1], roles):
        return None
    return at if _worded(plain, 2, at, len(plain)) is not None else None


def _is_verb(text: str, roles: BlockRoles) -> bool:
    """Tell whether a text is an operative verb alone with a colon, or says who decides."""
    opening = roles.opening(text)
    if opening is not None and "operative" in opening.parts:
        return not text[opening.longest : -1].strip(INVISIBLE)
    return roles.language.organs.announcements.announces(text) is not None


def _worded(plain: str, value: int, start: int, end: int) -> int | None:
    """Return where a word of a value is a label behind a mark that ends a clause, or None."""
    for at in range(start, min(end, len(plain)) - 1):
        if plain[at] in CLAUSE_ENDS and plain[at + 1] in SPACES:
            place = at + 1 + len(plain[at + 1 :]) - len(plain[at + 1 :].lstrip(INVISIBLE))
            if _is_worded(plain, place, value):
                return place if place < end else None
    return None


def _is_worded(plain: str, at: int, value: int) -> bool:
    """Tell whether the label of a value, a word with a mark, stands at an offset."""
    text = plain[at : at + _LONGEST_WORD]
    if not text[:1].isalpha() or text[:1].islower() or not label_words().may_open(text):
        return False
    label = find_label(text)
    if label is None or (label.style, label.value) != (_WORD, value):
        return False
    return label.text.rstrip(INVISIBLE).endswith(_MARKS_BEHIND_WORD)


def holds_number(plain: str, written: str, start: int, end: int) -> bool:
    """Tell whether a number stands between two offsets, and is no part of a longer one."""
    if not written:
        return False
    at = plain.find(written, start, end)
    while at >= 0:
        after = at + len(written)
        if not (plain[after : after + 1].isdecimal() or plain[at - 1 : at].isdecimal()):
            return True
        at = plain.find(written, after, end)
    return False


def _opens_with_verb_alone(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block opens with an operative verb, a colon and the number 1."""
    plain = block.plain.text
    opening = roles.opening(plain) if block.label is None else None
    if opening is None or "operative" not in opening.parts:
        return False
    behind = plain[opening.longest :].lstrip(INVISIBLE)
    first = tuple(form.format(1).lstrip() for form in _FIRST)
    return behind[:1] in tuple(COLONS) and behind[1:].lstrip(INVISIBLE).startswith(first)


def _written(form: str, value: int) -> str:
    """Return a number as it stands in a form: in Chinese numerals before `、`."""
    return chinese_number(value) if form == _CHINESE else str(value)


def _number_behind(
    plain: str, form: str, value: int, marks: str, start: int, end: int | None = None
) -> int | None:
    """Return where a number of a form stands behind one of the marks, or None.

    A capital follows it, or a letter of a script without capitals. The spaces of the text are of
    one kind.
    """
    needle = form.format(_written(form, value))
    at = plain.find(needle, start, end)
    while at > 0:
        body = plain[at + len(needle) : at + len(needle) + 3].lstrip(_AFTER_STOP)[:1]
        opens = body.isupper() or (body.isalpha() and not body.islower())
        number = at + (form[0] == " ")
        if opens and plain[:number].rstrip(INVISIBLE)[-1:] in tuple(marks):
            return number
        at = plain.find(needle, at + 1, end)
    return None
