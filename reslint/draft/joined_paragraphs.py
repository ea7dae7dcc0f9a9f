"""Find where the second paragraph of a block begins: on a new line or in the midst of one.

A paragraph begins where a known phrase opens right after a mark that ends a paragraph, and
something more shows it: a new line, a capital, emphasis, or the next number before it.
"""

from __future__ import annotations

from reslint.blocks.label_words import label_words
from reslint.blocks.labels import find_label
from reslint.data.patterns import expression
from reslint.draft.final_marks import last_mark
from reslint.text.folding import CLAUSE_ENDS, COMMAS, INVISIBLE, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Block
    from reslint.draft.block_roles import BlockRoles
    from reslint.language.phrases import PhraseMatch


_LONGEST_LOOK = 160  # characters in which a phrase must stand
_ENDS = COMMAS + CLAUSE_ENDS
_END_MARKS = tuple(_ENDS)
_LONGEST_GAP = 8  # white space after a mark, and the mark
# The spaces between lines may be lost, and the number of a note may stand there.
_CAPITAL = expression(r"(?<=[,;.])(?: ?[0-9]{1,2} ?| ?)(?=[^\W\d_a-zа-яß-ÿ])")
_COMMA = expression(rf"[{COMMAS}]\s*")
_ITEM = expression(rf"[{COMMAS};；؛.。]\s*([(（]?\w{{1,2}}[)）]|(?<=\s)\w\.(?=\s))")
_ITEM_AFTER_COLON = expression(r"[:：]\s*([(（]?\w{1,2}[)）]|(?<=\s)\w\.(?=\s))")
_FEWEST_LINES = 3  # lines that show how long a full line is
_BEFORE_LINE = INVISIBLE.replace("\n", "").replace("\r", "") + "*_>"  # after the line break
_FIRST_WORD = expression(r"[^ \t]+")  # lines are not broken at a no-break space
CHINESE = "\u2e80"
"""Chinese characters come from here on: they are as wide as two Latin letters."""
_FEW_CHARACTERS = 6  # the width of three Chinese characters
_PREAMBULAR, _OPERATIVE = "preambular", "operative"
_BRACKETED = " {}) "
_NEXT = (" {}.", " {} - ", _BRACKETED)  # and the words of labels: ` OP{}`
_WIDE_MARKS = "，；。"  # no space stands behind them
_NEXT_WIDE = tuple(f"{mark}{{}}{sign}" for mark in _WIDE_MARKS for sign in (".", "、", "．"))


def next_paragraph(
    block: Block, text: str, roles: BlockRoles, *, emphasis: bool, tight: bool, number: int
) -> int | None:
    """Return the plain offset at which the second paragraph of a block begins, None for none.

    `emphasis` tells that the draft shows emphasis: then a capital alone opens no paragraph.
    `tight` tells that no blank line stands between the block and another paragraph: then the start
    of a line is enough for a phrase that is preambular as a rule. `number` is that of the last
    paragraph of the block before, 0 for none.
    """
    plain = block.plain.text
    label = block.label or block.possible_label
    body = label.body if label is not None else 0
    found = [
        start
        for start, _, _ in block.plain.runs[1:]
        if start > body
        and (plain[start - 1] in _ENDS or plain[start - 1] in INVISIBLE)
        and _ends_before(plain, max(start - _LONGEST_GAP, body), start)
        and _opens_paragraph(block, start, text, roles, tight=tight)
    ]
    numbered = _next_number(block, roles, number)
    if numbered is not None:
        found.append(numbered)
    if not emphasis and block.label is None:
        found += _capitals(block, text, roles)
        found += _on_line_of_organ(block, text, roles)
    found += _next_item(block, text)
    if block.label is None and len(block.plain.runs) > 1:
        found += _without_mark(block, text, roles, emphasis=emphasis)
    return min(found, default=None)


def _ends_before(plain: str, first: int, start: int) -> bool:
    """Tell whether a mark, or a mark and a word ("; and"), ends the text before an offset."""
    before = plain[first:start].rstrip(INVISIBLE)
    if not first and before[:-1].isdecimal():
        return False  # a number that is too long for a label: `1000.`
    return before[-1:] in _END_MARKS or (";" in before and last_mark(before) == ";")


def _opens_paragraph(block: Block, at: int, text: str, roles: BlockRoles, *, tight: bool) -> bool:
    """Tell whether a paragraph opens at a plain offset where a line or emphasis begins."""
    plain = block.plain.text
    if _is_quoted(plain, at):
        return False
    opening = roles.phrases.match(plain[at : at + _LONGEST_LOOK])
    if opening is None:
        # "Therefore, be it resolved" follows the preamble, whatever mark ends that.
        return roles.opening(plain[at : at + _LONGEST_LOOK]) is not None and _begins_line(
            block, at, text
        )
    if opening.start:
        return False
    mark = plain[:at].rstrip(INVISIBLE)[-1]
    capital = roles.language.forms.get("capitals", True) and plain[at].isupper()
    if mark in COMMAS and _PREAMBULAR not in opening.parts:
        # The first verb of an operative part without numbers, on a line of its own.
        return capital and _begins_line(block, at, text) and _is_preambular(plain, roles)
    if capital:
        return True
    # Emphasis alone shows nothing: the second phrase of a paragraph is often emphasized too.
    if tight and mark in COMMAS and roles.usual_part(opening) == _PREAMBULAR:
        return _begins_line(block, at, text)
    return _follows_short_line(block, at, text) or (
        _begins_line(block, at, text) and _each_line_is_a_paragraph(block, text, roles)
    )


def _is_preambular(plain: str, roles: BlockRoles) -> bool:
    """Tell whether a text opens as preambular paragraphs alone do."""
    opening = roles.opening(plain)
    return opening is not None and _OPERATIVE not in opening.parts


def _begins_line(block: Block, at: int, text: str) -> bool:
    """Tell whether a line of the source begins at a plain offset, ignoring mark-up before it."""
    before = text[block.start : block.plain.source_start(at)].rstrip(_BEFORE_LINE)
    return before.endswith(("\n", "\r"))


def _follows_short_line(block: Block, at: int, text: str) -> bool:
    """Tell whether a line begins at a plain offset whose first word fitted on the line before it.

    The lines are taken as they are written, with mark-up and indentation, and the word as lines
    are broken: at spaces, in Chinese also between characters.
    """
    if not _begins_line(block, at, text):
        return False
    first = max(text.rfind("\n", 0, block.start), text.rfind("\r", 0, block.start)) + 1
    lines = text[first : block.end].splitlines()
    if len(lines) < _FEWEST_LINES:
        return False
    index = len(text[first : block.plain.source_start(at)].splitlines())
    if not text[first : block.plain.source_start(at)].endswith(("\n", "\r")):
        index -= 1  # mark-up stands before the word
    widths = [_width(line) for line in lines]
    longest = max(widths)
    word = _FIRST_WORD.match(lines[index].lstrip(INVISIBLE))
    needed = _width(word[0]) if word is not None else 0
    if block.plain.text[at] >= CHINESE and not _is_broken_at_spaces(lines, widths, longest):
        needed = min(needed, _FEW_CHARACTERS)
    return widths[index - 1] + 1 + needed < longest


def _is_broken_at_spaces(lines: list[str], widths: list[int], longest: int) -> bool:
    """Tell whether lines in Chinese end in the midst of a sentence where more characters fitted."""
    return any(
        width + _FEW_CHARACTERS < longest and line.rstrip(INVISIBLE)[-1:] not in _ENDS
        for line, width in zip(lines[:-1], widths[:-1], strict=True)
    )


def _width(line: str) -> int:
    """Return how wide a line is, in Latin letters: a Chinese character is as wide as two."""
    line = line.rstrip()
    return len(line) + (0 if line.isascii() else sum(char >= CHINESE for char in line))


def _each_line_is_a_paragraph(block: Block, text: str, roles: BlockRoles) -> bool:
    """Tell whether every line of a block opens with a phrase and ends with a mark."""
    return all(
        line.rstrip(INVISIBLE)[-1:] in _ENDS and roles.phrases.match(line.strip(INVISIBLE))
        for line in text[block.start : block.end].splitlines()
    )


def _next_number(block: Block, roles: BlockRoles, number: int) -> int | None:
    """Return where the next number and an operative phrase stand after a mark, None for nowhere.

    Where the last preambular paragraph lacks its mark, the phrase must be only operative, and one
    behind number 2 must follow.
    """
    label = block.label
    plain = block.plain.text
    if label is not None and label.kind != "number" and not (number and label.kind == "letter"):
        return None
    value = number + 1 if label is not None else 1
    if str(value) not in plain:
        return None
    forms: tuple[str, ...] = ()
    words = [f" {word}" for word in label_words().within_lines]
    if any(f"{before}{value}" in plain for before in (" ", *words)):
        forms = (*_NEXT, *(f"{word}{{}}" for word in words))
    if any(f"{mark}{value}" in plain for mark in _WIDE_MARKS):
        forms += _NEXT_WIDE
    marks = CLAUSE_ENDS if label is not None else _ENDS
    for form in forms:
        for at, opening in _numbered_phrases(plain, form.format(value), 0, roles):
            if plain[: at + 1].rstrip(INVISIBLE)[-1:] in marks:
                return at + 1
            if label is not None and form == _BRACKETED and _PREAMBULAR not in opening.parts:
                return at + 1  # no mark is needed: nothing else is written so
            if label is None and _PREAMBULAR not in opening.parts:
                second = _numbered_phrases(plain, form.format(value + 1), at, roles)
                if next(second, None) is not None:
                    return at + 1
    return None


def _numbered_phrases(
    plain: str, needle: str, start: int, roles: BlockRoles
) -> Iterator[tuple[int, PhraseMatch]]:
    """Yield where a number stands from `start` on, and the operative phrase right after it."""
    at = plain.find(needle, start)
    while at > 0:
        body = plain[at + len(needle) : at + len(needle) + _LONGEST_LOOK].lstrip(SPACES)
        opening = None if _is_quoted(plain, at) else roles.opening(body)
        if opening is not None and _OPERATIVE in opening.parts:
            yield at, opening
        at = plain.find(needle, at + 1)


def _capitals(block: Block, text: str, roles: BlockRoles) -> list[int]:
    """Return where the next preambular paragraph opens with a capital in the midst of a line.

    On the line of the organ, the one operative paragraph opens so, too.
    """
    plain = block.plain.text
    if not roles.language.forms.get("capitals", True):
        return []
    first = roles.opening(plain)
    if first is None or _PREAMBULAR not in first.parts:
        return []
    parts = {_PREAMBULAR, _OPERATIVE} if is_within_line(block, text) else {_PREAMBULAR}
    for found in _CAPITAL.finditer(plain):
        at = found.end()
        opening = roles.opening(plain[at : at + _LONGEST_LOOK])
        if (
            opening is not None
            and not opening.start
            and len(opening.parts) == 1
            and opening.parts <= parts
            and not _is_quoted(plain, at)
        ):
            return [at]
    return []


def _on_line_of_organ(block: Block, text: str, roles: BlockRoles) -> list[int]:
    """Return where the next preambular paragraph opens in a text on the line of the organ.

    In scripts without capitals a comma and a preambular phrase show it, in Arabic the word with
    which lines open, whatever stands before it. Elsewhere they may join a second phrase of the
    same paragraph.
    """
    if roles.language.forms.get("capitals", True) and not roles.in_small_letters:
        return []
    plain = block.plain.text
    if not is_within_line(block, text) or roles.opening(plain) is None:
        return []
    words = roles.language.pattern("line_opening")
    places = {found.end() for found in _COMMA.finditer(plain)}
    if words is not None:
        places = {found.start() for found in words.finditer(plain) if found.start()}
    for at in sorted(places):
        opening = roles.phrases.match(plain[at : at + _LONGEST_LOOK])
        if opening is None or opening.start or _is_quoted(plain, at):
            continue
        if words is not None or (
            _PREAMBULAR in opening.parts and roles.usual_part(opening) != _OPERATIVE
        ):
            return [at]
    return []


def is_within_line(block: Block, text: str) -> bool:
    """Tell whether other text stands before a block on its line."""
    return bool(text[text.rfind("\n", 0, block.start) + 1 : block.start].strip(INVISIBLE + "*_>"))


def _next_item(block: Block, text: str) -> list[int]:
    """Return where the next item begins within a line: `(a)` after a colon, `(b)` after `(a)`.

    At the start of a line no mark is needed before `(b)`.
    """
    plain = block.plain.text
    label = block.label
    if label is None or label.kind not in ("number", "letter") or not is_within_line(block, text):
        return []
    value = label.value + 1 if label.kind == "letter" else 1
    places = [
        found.start(1)
        for found in (_ITEM_AFTER_COLON if value == 1 else _ITEM).finditer(plain, label.body)
    ]
    if value > 1:
        places += [start for start, _, _ in block.plain.runs[1:] if start > label.body]
    for at in sorted(places):
        item = find_label(plain[at:])
        if item is not None and item.kind == "letter" and item.value == value:
            if label.kind == "number" or item.style == label.style:
                return [at]
    return []


def _without_mark(block: Block, text: str, roles: BlockRoles, *, emphasis: bool) -> list[int]:
    """Return where a line opens the next preambular paragraph though the one before has no mark.

    A capital in the midst of a sentence shows it, in scripts without capitals the word with which
    paragraphs open there and no sentence goes on. A name may begin a line with a capital too: where
    the draft shows `emphasis`, the word must be emphasized, or the line before it short.
    """
    plain = block.plain.text
    words = roles.language.pattern("line_opening")
    capitals = roles.language.forms.get("capitals", True) and not roles.in_small_letters
    if words is None and not capitals:
        return []
    runs = [
        (start, source)
        for start, source, _ in block.plain.runs[1:]
        if (plain[start].isupper() if words is None else words.match(plain, start) is not None)
    ]
    first = roles.opening(plain) if runs else None
    if first is None or _OPERATIVE in first.parts:
        return []
    for start, source in runs:
        if plain[max(start - _LONGEST_LOOK, 0) : start].rstrip(INVISIBLE)[-1:] in _END_MARKS:
            continue
        line = text[text.rfind("\n", 0, source) + 1 : source]
        if line.strip(INVISIBLE + "*_>") or _is_quoted(plain, start):
            continue
        opening = roles.phrases.match(plain[start : start + _LONGEST_LOOK])
        if opening is None or opening.start or _OPERATIVE in opening.parts:
            continue
        if (
            words is None
            and emphasis
            and all(one.start != start for one in block.emphases)
            and not _follows_short_line(block, start, text)
        ):
            continue
        return [start]
    return []


def _is_quoted(plain: str, at: int) -> bool:
    """Tell whether a place stands in a quotation that opened before it in its block."""
    before = plain[:at]
    return any(before.count(opens) > before.count(closes) for opens, closes in _QUOTES)


_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"), ("《", "》"), ("「", "」"))
