"""Find where the second paragraph of a block begins: on a new line or in the midst of one.

A paragraph begins where a known phrase opens right after a mark that ends a paragraph, and
something more shows it: a new line, a capital, emphasis, or the next number before it.
All signs are weighed in one place, and each is a few lines.
"""

from __future__ import annotations

from itertools import islice

from reslint.blocks.labels import find_label
from reslint.data.patterns import expression
from reslint.draft.dividing.joined_by_words import next_in_capitals
from reslint.draft.dividing.labels_within import (
    label_at_line_end,
    next_dashed,
    next_labelled,
    start_with_label,
)
from reslint.draft.dividing.lost_commas import next_without_comma
from reslint.draft.dividing.numbered_phrases import next_number
from reslint.draft.dividing.numbers_within import next_of_any_words
from reslint.draft.dividing.one_line_preamble import next_on_line_of_organ
from reslint.draft.dividing.reasons_on_line import next_reason
from reslint.draft.dividing.short_lines import end_of_lines, follows_short_line
from reslint.draft.roles.final_marks import last_mark
from reslint.draft.roles.line_places import (
    LONGEST_LOOK,
    begins_line,
    is_quoted_at,
    is_within_line,
    start_of_line,
)
from reslint.text.folding import CLAUSE_ENDS, COMMAS, INVISIBLE, SMALL_LETTERS, SPACES
from reslint.text.letters import in_plain_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.language.phrases import PhraseMatch


_ENDS = COMMAS + CLAUSE_ENDS
_END_MARKS = tuple(_ENDS)
_AROUND_WORDS = INVISIBLE + COMMAS
_LONGEST_GAP = 8  # white space after a mark, and the mark
# The spaces between lines may be lost; the number of a note or a remark may stand there.
_CAPITAL = expression(
    rf"(?<=[,;.])(?:[{SPACES}]?[0-9]{{1,2}}[{SPACES}]?"
    rf"|(?:[{SPACES}]?\[[^\[\]]{{1,300}}\])?[{SPACES}]{{0,12}})(?=[^\W\d_{SMALL_LETTERS}])"
)
_AFTER_SEMICOLON = expression(rf"(?<=;)[{SPACES}]{{1,4}}(?=[^\W\d_{SMALL_LETTERS}])")
_LABEL = r"([(（]?(?:[ivx]{1,4}|\w{1,2})[)）]|(?<=\s)(?:[ivx]{1,4}|\w)\.(?=\s))"
_ITEM = expression(rf"[{COMMAS};；؛.。]\s*{_LABEL}")
_ITEM_AFTER_COLON = expression(rf"[:：]\s*{_LABEL}")
_LAST_LETTER = 8  # `h`: `i` is the first roman number
_PREAMBULAR, _OPERATIVE = "preambular", "operative"
_LABEL_ENDS = tuple(".．)）")
_LABEL_AT_END = expression(r"(?:^|\s)[(（]?[^\W_]{1,3}[.．)）]\Z")


def next_paragraph(
    block: Block,
    text: str,
    roles: BlockRoles,
    *,
    emphasis: bool,
    tight: bool,
    number: int,
    above: Label | None,
    sole: bool,
    within: bool,
) -> int | None:
    """Return the plain offset at which the second paragraph of a block begins, None for none.

    `emphasis` tells that the draft shows emphasis: then a capital alone opens no paragraph.
    `tight` tells that no blank line stands between the block and another paragraph: then the start
    of a line is enough for a phrase that is preambular as a rule. `number` is that of the last
    paragraph of the block before, 0 for none; `above` is the label alone above the block. `sole`
    tells that the block is the whole preamble, `within` that it begins in the midst of a line.
    """
    plain = block.plain.text
    label = block.label or block.possible_label
    body = label.body if label is not None else 0
    starts = (
        start
        for start, _, _ in islice(block.plain.runs, 1, None)
        if body < start < len(plain)
        and (plain[start - 1] in _ENDS or plain[start - 1] in INVISIBLE)
        and _ends_before(plain, max(start - _LONGEST_GAP, body), start)
        and _opens_paragraph(block, start, text, roles, tight=tight)
    )
    # The rest of the block is looked at again when this paragraph is cut off: nothing is searched
    # behind what was found already, or a block of many paragraphs would take the square of them.
    several = len(block.plain.runs) > 1  # else neither a line nor emphasis begins within the text
    end = next(starts, len(plain)) if several else len(plain)
    end = next_number(block, text, roles, number, end)
    end = next_of_any_words(block, text, roles, end)
    if block.label is None:
        if not emphasis:
            end = _capitals(block, text, roles, end)
        end = next_on_line_of_organ(block, text, roles, end, emphasis=emphasis, sole=sole)
        end = next_in_capitals(block, roles, end)
        end = next_reason(block, text, roles, end)
        end = next_without_comma(block, roles, end, emphasis=emphasis)
    end = next_labelled(block, roles, end)
    if several:
        end = label_at_line_end(block, text, roles, above, end)
    if block.label is not None:
        end = next_dashed(block, block.label, roles, end)
        end = _next_item(block, block.label, end) if within else end
    elif several:
        end = _without_mark(block, text, roles, end, emphasis=emphasis)
        if not roles.language.forms.get("capitals", True):
            from reslint.draft.dividing.opening_lines import next_opening_line

            end = next_opening_line(block, text, roles, end)
    return end if end < len(plain) else None


def _lines(block: Block, end: int) -> Iterator[tuple[int, int]]:
    """Yield where lines and emphasis begin before a plain offset, there and in the source."""
    for start, source, _ in islice(block.plain.runs, 1, None):
        if start >= end:
            return
        yield start, source


def _ends_before(plain: str, first: int, start: int) -> bool:
    """Tell whether a mark, or a mark and a word ("; and"), ends the text before an offset."""
    before = plain[first:start].rstrip(INVISIBLE)
    if not first and before[:-1].isdecimal():
        return False  # a number that is too long for a label: `1000.`
    if before.endswith(_LABEL_ENDS) and _LABEL_AT_END.search(before):
        return False  # the stop is that of a label: `2. *Decides*`
    return before[-1:] in _END_MARKS or (";" in before and last_mark(before) == ";")


def _opens_paragraph(block: Block, at: int, text: str, roles: BlockRoles, *, tight: bool) -> bool:
    """Tell whether a paragraph opens at a plain offset where a line or emphasis begins."""
    plain = block.plain.text
    opening = roles.phrases.match(plain[at : at + LONGEST_LOOK])
    if (opening is None or not opening.start) and is_quoted_at(plain, at):
        return False
    if opening is None:
        # "Therefore, be it resolved" follows the preamble, whatever mark ends that.
        return roles.opening(plain[at : at + LONGEST_LOOK]) is not None and begins_line(
            block, at, text
        )
    if opening.start:
        return False
    mark = plain[:at].rstrip(INVISIBLE)[-1]
    capital = roles.language.forms.get("capitals", True) and plain[at].isupper()
    if mark in COMMAS and _PREAMBULAR not in opening.parts:
        # The first verb of an operative part without numbers, on a line of its own.
        return capital and begins_line(block, at, text) and _is_preambular(plain, roles)
    if capital:
        return True
    # Emphasis alone shows nothing: the second phrase of a paragraph is often emphasized too.
    if tight and mark in COMMAS and roles.usual_part(opening) == _PREAMBULAR:
        return begins_line(block, at, text)
    return follows_short_line(block, at, text) or (
        begins_line(block, at, text) and _each_line_is_a_paragraph(block, text, roles)
    )


def _is_preambular(plain: str, roles: BlockRoles) -> bool:
    """Tell whether a text opens as preambular paragraphs alone do."""
    opening = roles.opening(plain)
    return opening is not None and _OPERATIVE not in opening.parts


def _each_line_is_a_paragraph(block: Block, text: str, roles: BlockRoles) -> bool:
    """Tell whether the lines of a block all open with a phrase and end with a mark."""
    lines = text[block.start : end_of_lines(text, block.start, block.end)].splitlines()
    return all(
        line.rstrip(INVISIBLE)[-1:] in _ENDS
        and roles.phrases.match(in_plain_letters(line.strip(INVISIBLE)))
        for line in lines
    )


def _capitals(block: Block, text: str, roles: BlockRoles, end: int) -> int:
    """Return where the next preambular paragraph opens with a capital in the midst of a line.

    It is `end` where none opens before. On the line of the organ, the one operative paragraph opens
    so, too.
    """
    plain = block.plain.text
    if not roles.language.forms.get("capitals", True):
        return end
    first = roles.opening(plain)
    if first is None:
        return end
    within = is_within_line(block, text)
    if _PREAMBULAR not in first.parts:
        end = _operative_after_semicolon(plain, roles, first, end)
        if not within:
            return end
    # “Reaffirms …, Alarmed by …”: the first is a preambular paragraph with the wrong verb.
    both = within and _PREAMBULAR in first.parts
    parts = {_PREAMBULAR, _OPERATIVE} if both else {_PREAMBULAR}
    for found in _CAPITAL.finditer(plain):
        at = found.end()
        if at >= end:
            break
        opening = roles.opening(plain[at : at + LONGEST_LOOK])
        if (
            opening is not None
            and not opening.start
            and len(opening.parts) == 1
            and opening.parts <= parts
            and plain[first.head_end : at].strip(_AROUND_WORDS)  # not “Whereas, While …”
            and not is_quoted_at(plain, at)
        ):
            return start_with_label(plain, at)
    return end


def _operative_after_semicolon(plain: str, roles: BlockRoles, first: PhraseMatch, end: int) -> int:
    """Return where the next operative paragraph without number opens: “Urges …; Requests …;”.

    It is `end` where none opens before.
    """
    if ";" not in plain:
        return end
    for found in _AFTER_SEMICOLON.finditer(plain, first.head_end, end):
        opening = roles.opening(plain[found.end() : found.end() + LONGEST_LOOK])
        if opening is not None and not opening.start and opening.parts == {_OPERATIVE}:
            if not is_quoted_at(plain, found.end()):
                return found.end()
    return end


def _next_item(block: Block, label: Label, end: int) -> int:
    """Return where the next item begins within a line: `(a)` after a colon, `(b)` after `(a)`.

    `i.` may stand after the colon of an item, and a letter goes on after the last roman number. At
    the start of a line no mark is needed before `(b)`.
    """
    plain = block.plain.text
    if label.kind not in ("number", "letter", "roman"):
        return end
    last = min(end + _LONGEST_GAP, len(plain))
    after_colon = {found.start(1) for found in _ITEM_AFTER_COLON.finditer(plain, label.body, last)}
    places = set(after_colon)
    if label.kind != "number":
        places.update(found.start(1) for found in _ITEM.finditer(plain, label.body, last))
        places.update(start for start, _ in _lines(block, end) if start > label.body)
    for at in sorted(places):
        if at >= end:
            break
        item = find_label(plain[at : at + LONGEST_LOOK])
        if item is not None and _follows_item(label, item, after_colon=at in after_colon):
            return at
    return end


def _follows_item(label: Label, item: Label, *, after_colon: bool) -> bool:
    """Tell whether a label within a line is that of the next item, or of the first one below it."""
    if item.kind not in ("letter", "roman"):
        return False
    if after_colon:
        if label.kind == "number":
            return item.kind == "letter" and item.value == 1
        return item.roman_value == 1 or (item.kind == "roman" and item.value == 1)
    if label.kind == "number":
        return False
    if label.kind == item.kind == "letter" and item.value == label.value + 1:
        return item.style == label.style
    roman = label.value if label.kind == "roman" else label.roman_value
    if not roman:
        return False
    following = item.value if item.kind == "roman" else item.roman_value
    if following == roman + 1:
        return item.style == label.style
    return item.kind == "letter" and 1 < item.value <= _LAST_LETTER


def _without_mark(block: Block, text: str, roles: BlockRoles, end: int, *, emphasis: bool) -> int:
    """Return where a line opens the next preambular paragraph though the one before has no mark.

    A capital in the midst of a sentence shows it, in scripts without capitals the word with which
    paragraphs open there and no sentence goes on. A name may begin a line with a capital too: where
    the draft shows `emphasis`, the word must be emphasized, or the line before it short.
    """
    plain = block.plain.text
    words = roles.language.pattern("line_opening")
    preposition = roles.language.pattern("title_preposition")
    if words is None and not roles.shown_by_capitals:
        return end
    runs = [
        (start, source)
        for start, source in _lines(block, end)
        if (plain[start].isupper() if words is None else words.match(plain, start) is not None)
    ]
    first = roles.opening(plain) if runs else None
    if first is None or _OPERATIVE in first.parts:
        return end
    for start, source in runs:
        if plain[max(start - LONGEST_LOOK, 0) : start].rstrip(INVISIBLE)[-1:] in _END_MARKS:
            continue
        line = text[start_of_line(text, source) : source]
        if line.strip(INVISIBLE + "*_>") or is_quoted_at(plain, start):
            continue
        opening = roles.phrases.match(plain[start : start + LONGEST_LOOK])
        if opening is None or opening.start or _OPERATIVE in opening.parts:
            continue
        unsure = emphasis or (preposition is not None and preposition.match(plain, start))
        if (
            words is None
            and unsure
            and all(one.start != start for one in block.emphases)
            and not follows_short_line(block, start, text)
        ):
            continue
        return start
    return end
