"""Quotation marks: paired, of the language, of one kind in a draft."""

from __future__ import annotations

from reslint.checks.selection import replace
from reslint.draft.model import MASTHEAD, ORGAN_LINE, QUOTATION
from reslint.facts.draft_text import RUNNING, draft_text, places, reportable_span
from reslint.facts.exempt_zones import is_code
from reslint.facts.typing_style import CURLY, has_straight_quotes, own_space
from reslint.text.diagnostics import Finding
from reslint.text.folding import BEFORE_QUOTES, INVISIBLE, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_OPENS_AFTER = SPACES + "\n" + BEFORE_QUOTES
_MASTHEAD_LINES = 40  # paragraphs among which the organ line is looked for
_QUOTE_MODIFIERS = "ˮʺ"
_HIGH_AND_LOW = _LOW, _HIGH, _HIGH_CLOSING = tuple("„“”")
_ANGLES = "«»"


def quotation_marks(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Quotation marks left open or without opening, straight ones among those of the language."""
    text = draft_text(draft).text
    pairs = [tuple(pair) for pair in draft.vocabulary.forms.get("quotation", ())]
    mixed = '"' in text and bool(pairs) and not has_straight_quotes(draft)
    either_way = draft.vocabulary.forms.get("typography", {}).get("quotes_either_way")
    for opening, closing in pairs:
        if either_way and (opening in text or closing in text) and not mixed:
            yield from _odd_marks(draft, opening, closing)
            continue
        # The closing single mark is an apostrophe as well: nothing can be counted there.
        if opening != closing and closing != CURLY and (opening in text or closing in text):
            # A straight mark among them is a finding of its own, but stands for one of the pair.
            straight = pairs[0] == (opening, closing) and '"' in text
            paired = straight and mixed and not draft.vocabulary.phrases.by_character
            yield from _unbalanced(draft, opening, closing, straight=paired)
    if mixed:
        if any(mark in text for mark in pairs[0]):
            yield from _straight(draft, pairs)
    for mark, right in draft.vocabulary.forms.get("typography", {}).get("wrong_quotes", {}).items():
        if mark in text:
            yield from _wrong_marks(draft, mark, right)


def _unbalanced(draft: Draft, opening: str, closing: str, *, straight: bool) -> Iterator[Finding]:
    """Marks without counterpart; a quotation may go on over consecutive paragraphs.

    One that opens with the organ line of a nested draft goes on to the end of that draft.
    """
    carried: list[tuple[Paragraph, int]] = []
    quoted = _is_quoted_whole(draft, opening)
    for paragraph in draft.paragraphs:
        if paragraph.part not in RUNNING and paragraph.part not in (QUOTATION, ORGAN_LINE):
            continue
        text = paragraph.text
        if opening not in text and closing not in text and not (straight and '"' in text):
            continue
        if any(mark in text for mark in _QUOTE_MODIFIERS):
            continue  # TYPO011: a letter stands where a mark should
        if _LOW in text and opening == _HIGH:
            continue  # there it closes what a low mark opens
        if not carried and not (straight and '"' in text):
            if text.count(opening) == text.count(closing):
                if text.find(opening) < text.find(closing):
                    continue
        open_here: list[int] = []
        closed = False
        reopened = bool(carried) and text.startswith((opening, '"'))
        goes_on = reopened or (bool(carried) and _is_nested_in(paragraph, carried[0][0]))
        for at, opens in _marks(text, opening, closing, straight=straight):
            if opens and not at and reopened:
                continue  # each paragraph of a quotation opens it again, the last one closes it
            if opens:
                open_here.append(at)
            elif open_here:
                open_here.pop()
            elif carried:
                carried, closed = [], True
            elif quoted:
                quoted = False
            else:
                yield _mark_finding(paragraph, at, "unopened", closing)
        if carried and not closed and not goes_on:
            for before, at in carried:
                yield _mark_finding(before, at, "unclosed", opening)
            carried = []
        carried += [(paragraph, at) for at in open_here]
    for paragraph, at in carried:
        yield _mark_finding(paragraph, at, "unclosed", opening)


def _is_quoted_whole(draft: Draft, opening: str) -> bool:
    """Whether the draft stands in a quotation that its last paragraph closes.

    The mark that opens it stands alone above the organ line (“The Assembly,), or before the
    paragraphs, of whose text it is no part.
    """
    text = draft.source.text
    return any(
        (paragraph.part == MASTHEAD and paragraph.text.strip(INVISIBLE) == opening)
        or text[max(start - 2, 0) : start].rstrip(INVISIBLE).endswith(opening)
        for paragraph in draft.paragraphs[:_MASTHEAD_LINES]
        for start in (paragraph.blocks[0].start,)
    )


def _is_nested_in(paragraph: Paragraph, line: Paragraph) -> bool:
    """Whether a paragraph belongs to the nested draft of an organ line."""
    return line.part == ORGAN_LINE and paragraph.resolution is line.resolution


def _odd_marks(draft: Draft, opening: str, closing: str) -> Iterator[Finding]:
    """A mark without counterpart where either of the two may open."""
    left: tuple[Paragraph, int] | None = None
    wrong: dict[str, str] = draft.vocabulary.forms["typography"].get("wrong_quotes", {})
    for paragraph in draft.paragraphs:
        if paragraph.part not in RUNNING and paragraph.part != QUOTATION:
            continue
        text = paragraph.text
        for mark, right in wrong.items():
            text = text.replace(mark, right)  # a finding of its own, but it opens or closes
        if left is not None and text.startswith((opening, closing)):
            text = f" {text[1:]}"  # each paragraph of a quotation opens it again
        if (text.count(opening) + text.count(closing)) % 2 == 0:
            continue
        if left is not None:
            left = None  # a quotation that goes on
        else:
            left = paragraph, max(text.rfind(opening), text.rfind(closing))
    if left is not None:
        paragraph, at = left
        mark = paragraph.text[at]
        yield _mark_finding(paragraph, at, "unclosed", mark)


def _marks(text: str, opening: str, closing: str, *, straight: bool) -> Iterator[tuple[int, bool]]:
    """The marks of a pair and whether each opens; a straight one goes by where it stands."""
    for at, character in enumerate(text):
        if character == opening or character == closing:  # noqa: SIM109 - twice as fast
            yield at, character == opening
        elif straight and character == '"':
            if _is_measure(text, at):
                continue
            yield at, not at or text[at - 1] in _OPENS_AFTER


def _is_measure(text: str, at: int) -> bool:
    """Whether a straight mark stands for inches or for seconds of an arc."""
    return text[at - 1 : at].isdigit() and text.count('"') % 2 == 1


def _mark_finding(paragraph: Paragraph, at: int, variant: str, mark: str) -> Finding:
    return paragraph.finding(at, at + 1, {"mark": mark, "right": mark}, variant=variant)


def _straight(draft: Draft, pairs: list[tuple[str, ...]]) -> Iterator[Finding]:
    """Straight marks among the language's own; those around words of another language stay."""
    text = draft_text(draft).text
    from reslint.checks.quoted_language import ANOTHER, quoted_language

    spaced = draft.vocabulary.forms.get("spaced_marks", "")
    looked_at: Paragraph | None = None
    right_marks: dict[int, str] = {}
    for at in places(text, '"'):
        paragraph, first = draft_text(draft).place(at)
        if paragraph.part not in RUNNING or is_code(paragraph, draft, first):
            continue
        if paragraph is not looked_at:
            looked_at = paragraph
            by_order = draft.vocabulary.phrases.by_character
            right_marks = _right_marks(paragraph.text, pairs, by_order=by_order)
        right = right_marks.get(first)
        if right is None or quoted_language(draft, paragraph, first) == ANOTHER:
            continue
        written = right
        opens = any(right == pair[0] for pair in pairs)
        if right in pairs[0] and pairs[0][1] in spaced:
            space = own_space(draft)
            inner = text[at + 1 : at + 2] if opens else text[at - 1 : at]
            if inner not in SPACES:
                written = right + space if opens else space + right
        yield paragraph.finding(
            first,
            first + 1,
            {"mark": '"', "right": right},
            (paragraph.edit(first, first + 1, written),),
            variant="straight",
        )


def _right_marks(text: str, pairs: list[tuple[str, ...]], *, by_order: bool) -> dict[int, str]:
    """What to write in place of each straight mark of a paragraph, by its plain offset.

    Within a quotation it is a mark of the second pair; one may also close what a mark of the
    language opens. `by_order` tells that every second mark closes, as no spaces show it. Left out
    is a mark between two spaces, and one of a measure.
    """
    found: dict[int, str] = {}
    open_pairs: list[tuple[str, ...]] = []
    outer, *others = pairs
    inner = others[0] if others else outer
    straight = 0
    for at, character in enumerate(text):
        if character == outer[0]:
            open_pairs.append(outer)
        elif character == outer[1]:
            del open_pairs[-1:]
        elif character == '"' and not _is_measure(text, at):
            before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
            opens = not at or before in _OPENS_AFTER
            if by_order:
                opens = straight % 2 == 0
            elif opens and at and not after.strip() and not before.strip():
                continue
            straight += 1
            if opens:
                open_pairs.append(inner if open_pairs else outer)
                found[at] = open_pairs[-1][0]
            else:
                found[at] = open_pairs.pop()[1] if open_pairs else outer[1]
    return found


def _wrong_marks(draft: Draft, mark: str, right: str) -> Iterator[Finding]:
    """A mark of other languages where this one has its own.

    Languages that open with `„` close with `“`, and some open with `»` and close with `«`.
    """
    text = draft_text(draft).text
    # Most drafts have only right marks, and each module costs a start.
    from reslint.checks.quoted_language import ANOTHER, UNKNOWN, quoted_language

    partner = _partner(draft, right)
    spaced = not draft.vocabulary.phrases.by_character
    looked_at: Paragraph | None = None
    unclear = False
    for at in places(text, mark):
        found = reportable_span(draft, at, at + 1)
        if found is None:
            continue
        paragraph, first, last = found
        language = quoted_language(draft, paragraph, first)
        if language == ANOTHER:
            continue
        new = right
        edits = replace(draft, paragraph, first, last, new)
        if mark in _ANGLES:
            opens = _opens_by_spaces(paragraph.text, first) if spaced else None
            if opens is (mark == _ANGLES[1]):
                new = partner
                edits = replace(draft, paragraph, first, last, new)
            elif opens is None:
                if paragraph is not looked_at:
                    looked_at, unclear = paragraph, _closes_first(paragraph.text)
                if unclear:
                    edits = ()
        elif mark == _LOW and right == _HIGH:
            closing = _closing_high(paragraph.text, last)
            if closing >= 0:
                closes = replace(draft, paragraph, closing, closing + 1, partner)
                edits = (*edits, *closes) if edits and closes else ()
        if language == UNKNOWN:
            edits = ()
        yield paragraph.finding(first, last, {"mark": mark, "right": new}, edits, variant="foreign")


def _partner(draft: Draft, mark: str) -> str:
    """Return the mark that closes what this one opens, or opens what it closes."""
    for pair in draft.vocabulary.forms.get("quotation", ()):
        if mark in pair:
            return str(pair[1 - pair.index(mark)])
    return mark


def _opens_by_spaces(text: str, at: int) -> bool | None:
    """Tell whether a mark opens a quotation by the spaces beside it; None where they do not say."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    opens = (not before or before in _OPENS_AFTER) and after.isalnum()
    closes = (not after or not after.isalnum()) and bool(before) and before not in _OPENS_AFTER
    return opens if opens != closes else None


def _closes_first(text: str) -> bool:
    """Tell whether `»` stands before `«`: then their order does not say which of them opens."""
    closing = text.find(_ANGLES[1])
    return 0 <= closing < text.find(_ANGLES[0])


def _closing_high(text: str, start: int) -> int:
    """Return the offset of the `“` that closes what a `„` before `start` opens, or -1."""
    marks = (at for at in range(start, len(text)) if text[at] in _HIGH_AND_LOW)
    closing = next(marks, -1)
    if closing < 0 or text[closing] != _HIGH or _opens_by_spaces(text, closing):
        return -1
    after = next(marks, -1)
    # `“a”`: it opens a quotation of its own.
    return closing if after < 0 or text[after] != _HIGH_CLOSING else -1
