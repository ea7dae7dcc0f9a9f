"""Tell by their series that words with numbers are labels: `Article 1.`, `PRIMERO.–`, `第一条`.

Such words need a leading phrase behind them, since so much else is called so. Below a line that
announces the operative part (`RESUELVE:`, `Decides`, `ПОСТАНОВЛЯЕТ:`) the numbers 1, 2, 3 … are
those of its paragraphs, whatever these say; so are I., II. before paragraphs that end with a mark.
Elsewhere Roman numbers and capital letters are labels without a mark at the end of their paragraphs
where three such paragraphs follow each other or open a preamble, or where another paragraph of the
series has a mark; so are numbers of headings.
"""

from __future__ import annotations

from reslint.draft.roles import final_marks
from reslint.text.folding import COLONS, COMMAS, FULL_STOPS, INVISIBLE, PAUSES, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_STYLES = ("word N", "一、")
_BARE_STYLES = ("I.", "X.", "一、")
_FEWEST_BARE = 3  # of those, each before a leading phrase and right below the one before
_LONGEST_HEAD = 140  # characters of the line that announces the operative part
_FEWEST = 2  # labels of a series
_FEW_WORDS = 10  # of a line with a body and its verb, and no mark
_SHORTEST_REST = 20  # characters behind the phrase of a paragraph; a list of phrases has none
_LONGEST_NAME = 40  # characters of a line that names the document
_BRACKETS = "[ "  # "II. [Invites …;]"
_NEVER_AT_END = COMMAS + SEMICOLONS + FULL_STOPS


def labels_in_series(texts: Sequence[Block], roles: BlockRoles) -> frozenset[Block]:
    """Return the blocks whose possible label is certain because of its series."""
    found: list[Block] = []
    series: list[Block] = []
    bare: list[Block] = []
    counted: list[Block] = []
    marked: list[Block] = []
    infinitives: list[Block] = []
    unknown: Block | None = None  # opens with unknown words below the last one counted
    before: Block | None = None
    above: Block | None = None  # the same without RESOLUCIÓN below « aprueba la siguiente »
    for block in texts:
        label = block.possible_label
        if label is not None and label.style == "X.":
            infinitives = _next_infinitives(infinitives, block, before, found, roles)
        if label is not None and (label.style in _BARE_STYLES or _is_of_heading(block, label)):
            opens = roles.opening(block.plain.text[label.body :].lstrip(_BRACKETS)) is not None
            if not opens and counted and _follows(counted[-1], block) and _is_marked(block):
                unknown = block
            if opens:
                if unknown is not None and counted and _follows(counted[-1], unknown):
                    counted += [unknown] if _follows(unknown, block) else []
                if not (counted and _follows(counted[-1], block)):
                    found += counted if _are_labels(counted, roles) else ()
                    counted.clear()
                counted.append(block)
            if opens and label.style in _BARE_STYLES:
                if not (bare and bare[-1] is before and _follows(bare[-1], block)):
                    found += bare if len(bare) >= _FEWEST_BARE else ()
                    bare.clear()
                if bare or label.value == 1:
                    bare.append(block)
        if label is not None and label.style == "一、" and _is_marked(block):
            if label.value == 1:
                found += marked if _mostly_decide(marked, roles) else ()
                marked = [block]
            elif marked and _follows(marked[-1], block):
                marked.append(block)
        if label is not None and (
            label.style in _STYLES or (label.style == "I." and _is_marked(block))
        ):
            if (
                label.value == 1
                and above is not None
                and (
                    announces_operative(above, roles)
                    or _leads_to_list(above, label)
                    or (above is not before and _passes_document(above, roles))
                )
            ):
                found += series if len(series) >= _FEWEST else ()
                series = [block]
            elif series and (_follows(series[-1], block) or _repeats(series[-1], block)):
                series.append(block)
        before = block
        if not names_document(block, roles):
            above = block
    found += series if len(series) >= _FEWEST or _is_sole_article(series) else ()
    found += bare if len(bare) >= _FEWEST_BARE else ()
    found += counted if _are_labels(counted, roles) else ()
    found += marked if _mostly_decide(marked, roles) else ()
    found += infinitives if len(infinitives) >= _FEWEST else ()
    return frozenset(found)


def _leads_to_list(above: Block, label: Label) -> bool:
    """Tell whether a numbered paragraph with a colon leads to the items 一、 二、 below it."""
    number = above.label
    return (
        label.style == "一、"
        and number is not None
        and number.kind == "number"
        and number.style != label.style
        and final_marks.ends_with_colon(above.plain.text)
    )


def _passes_document(above: Block, roles: BlockRoles) -> bool:
    """Tell whether a line above the name of the document ends with the verb: SANCIONA LA SIGUIENTE.

    The name of the body may stand on the line above.
    """
    return roles.language.organs.announcements.ends_with_decision(above.plain.text)


def names_document(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a line in capitals names the document: RESOLUCIÓN, also R E S O L U C I Ó N."""
    text = block.plain.text
    if len(text) > _LONGEST_NAME or block.label is not None or not text.isupper():
        return False
    letters = "".join(text.split())
    return len(text.split()) in (1, len(letters)) and (
        roles.language.organs.headers.names_document(letters)
    )


def opens_infinitive(block: Block, label: Label | None, roles: BlockRoles) -> bool:
    """Tell whether a block says behind its capital letter what is to be done: `A. Prohibir …;`."""
    return label is not None and label.style == "X." and is_infinitive(block, label, roles)


def is_infinitive(block: Block, label: Label, roles: BlockRoles) -> bool:
    """Tell whether an ended text says behind its label what is to be done."""
    pattern = roles.language.pattern("infinitive")
    text = block.plain.text
    return (
        pattern is not None
        and final_marks.is_ended(text)
        and pattern.match(text, label.body) is not None
    )


def _next_infinitives(
    series: list[Block], block: Block, before: Block | None, found: list[Block], roles: BlockRoles
) -> list[Block]:
    """Return the series of infinitives with this block, or a new one; add an ended one to `found`.

    The first stands below the last preambular paragraph.
    """
    label = block.possible_label
    if label is None or not opens_infinitive(block, label, roles):
        return series
    if series and _follows(series[-1], block):
        return [*series, block]
    if label.value != 1 or before is None or final_marks.last_mark(before.plain.text) not in PAUSES:
        return series
    opening = roles.opening(before.plain.text)
    if opening is None or "preambular" not in opening.parts:
        return series
    found += series if len(series) >= _FEWEST else ()
    return [block]


def _is_of_heading(block: Block, label: Label) -> bool:
    return block.kind == "heading" and label.kind == "number"


def _is_marked(block: Block) -> bool:
    text = block.plain.text
    return final_marks.is_stopped(text) or final_marks.ends_with_colon(text)


def _mostly_decide(series: list[Block], roles: BlockRoles) -> bool:
    """Tell whether most of at least three blocks open with operative phrases behind 一、 二、 …

    The others open with verbs that are not known. A conjunction may stand before the verb: 并请.
    """
    decide = 0
    for block in series:
        assert block.possible_label is not None
        text = block.plain.text[block.possible_label.body :]
        opening = roles.opening(text)
        if opening is None and roles.language.phrases.is_conjunction(text[:1]):
            opening = roles.opening(text[1:])
        decide += opening is not None and "operative" in opening.parts
    return len(series) >= _FEWEST_BARE and 2 * decide > len(series)


def _are_labels(series: list[Block], roles: BlockRoles) -> bool:
    """Tell whether one of a series has a mark at its end, or all are the lines of a preamble.

    A converter may set each line apart, so that no line with a label is the end of its paragraph.
    """
    if _has_mark(series):
        return True
    return len(series) >= _FEWEST_BARE and all(
        (opening := roles.opening(body := block.plain.text[block.possible_label.body :]))
        is not None
        and "operative" not in opening.parts
        and len(body) > opening.longest + _SHORTEST_REST
        for block in series
        if block.possible_label is not None
    )


def _has_mark(series: list[Block]) -> bool:
    """Tell whether one of at least two blocks ends with a mark, as paragraphs do."""
    return len(series) >= _FEWEST and any(
        final_marks.is_ended(block.plain.text) for block in series
    )


def _follows(before: Block, block: Block) -> bool:
    """Tell whether the possible label of a block is the next one of the same style."""
    first, second = before.possible_label, block.possible_label
    assert first is not None and second is not None
    same = (second.style, block.kind) == (first.style, before.kind)
    return same and second.value == first.value + 1


def _repeats(before: Block, block: Block) -> bool:
    """Tell whether an article has the number of the one above, by error."""
    first, second = before.possible_label, block.possible_label
    assert first is not None and second is not None
    return second.style == first.style == "word N" and 1 < second.value == first.value


def _is_sole_article(series: list[Block]) -> bool:
    """Tell whether an article in words stands alone: « Article unique »."""
    label = series[0].possible_label if len(series) == 1 else None
    return label is not None and not any(map(str.isdigit, label.text))


def announces_operative(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block is a line that announces the operative part and is no paragraph."""
    text = block.plain.text.strip(INVISIBLE)
    if block.label is not None or not text or len(text) > _LONGEST_HEAD:
        return False
    if text[-1] in _NEVER_AT_END:
        return False
    opening = roles.opening(text)
    if opening is not None and roles.usual_part(opening) == "operative":
        if opening.longest >= len(text.rstrip(INVISIBLE + COLONS)):
            return True
    organs = roles.language.organs
    if final_marks.ends_with_colon(text):
        return organs.announcements.ends_announcing(text)
    words = text.split()  # none in a line of control characters
    if opening is not None or not words:
        return False
    follows = organs.announcements.says_what_follows(text)
    if not (words[-1].isupper() or follows or len(words) <= _FEW_WORDS):
        return False
    named = organs.announcements.announces(text)  # El Consejo ACUERDA
    return named is not None and named[0] != ""
