"""Marks: quotation marks, apostrophes, dashes, punctuation of a script."""

from __future__ import annotations

from reslint.checks.endings import ends_wrong, own_mark, script_forms
from reslint.checks.selection import replace
from reslint.citations.dates import find_dates
from reslint.citations.grammar import grammar
from reslint.draft.model import NOTE, ORGAN_LINE, QUOTATION
from reslint.facts.draft_text import RUNNING, draft_text, places, reportable_span
from reslint.facts.endings import ending_of
from reslint.facts.exempt_zones import IN_TABLE, LINK, SYMBOL, zones
from reslint.facts.typing_style import (
    CURLY,
    STRAIGHT,
    has_straight_quotes,
    own_apostrophe,
    own_space,
)
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import SPACES, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_OPENS_AFTER = SPACES + "\n([{«“‘„/–—"
_QUOTE_MODIFIERS = "ˮʺ"
_LOW, _HIGH = "„“"


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
            yield from _straight(draft, pairs[0])
    for mark, right in draft.vocabulary.forms.get("typography", {}).get("wrong_quotes", {}).items():
        if mark in text:
            yield from _wrong_marks(draft, mark, right)


def _unbalanced(draft: Draft, opening: str, closing: str, *, straight: bool) -> Iterator[Finding]:
    """Marks without counterpart; a quotation may go on over consecutive paragraphs.

    One that opens with the organ line of a nested draft goes on to the end of that draft.
    """
    carried: list[tuple[Paragraph, int]] = []
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
            else:
                yield _mark_finding(paragraph, at, "unopened", closing)
        if carried and not closed and not goes_on:
            for before, at in carried:
                yield _mark_finding(before, at, "unclosed", opening)
            carried = []
        carried += [(paragraph, at) for at in open_here]
    for paragraph, at in carried:
        yield _mark_finding(paragraph, at, "unclosed", opening)


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


def _straight(draft: Draft, pair: tuple[str, ...]) -> Iterator[Finding]:
    """Straight marks among the language's own."""
    text = draft_text(draft).text
    spaced = draft.vocabulary.forms.get("spaced_marks", "")
    unspaced = draft.vocabulary.phrases.by_character
    for at in places(text, '"'):
        paragraph, first = draft_text(draft).place(at)
        if paragraph.part not in RUNNING or is_code(paragraph, draft, first):
            continue
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        opens = not first or before in _OPENS_AFTER
        if unspaced:  # nothing but their order tells which opens
            opens = paragraph.text.count('"', 0, first) % 2 == 0
        if opens and not after.strip() and before.strip() == "" and first:
            continue  # between two spaces: either
        if _is_measure(paragraph.text, first):
            continue
        right = pair[0] if opens else pair[1]
        written = right
        if pair[1] in spaced:
            space = own_space(draft)
            inner = after if opens else before
            if inner not in SPACES:
                written = right + space if opens else space + right
        yield paragraph.finding(
            first,
            first + 1,
            {"mark": '"', "right": right},
            (paragraph.edit(first, first + 1, written),),
            variant="straight",
        )


def _wrong_marks(draft: Draft, mark: str, right: str) -> Iterator[Finding]:
    """A mark of other languages where this one has its own."""
    text = draft_text(draft).text
    for at in places(text, mark):
        found = reportable_span(draft, at, at + 1)
        if found is None:
            continue
        paragraph, first, last = found
        yield paragraph.finding(
            first,
            last,
            {"mark": mark, "right": right},
            replace(draft, paragraph, first, last, right),
            variant="foreign",
        )


def apostrophes_and_dashes(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An apostrophe of the other kind than the draft's, a hyphen or foreign dash in an aside."""
    text, odd = draft_text(draft).text, draft_text(draft).odd
    right = own_apostrophe(draft)
    wrong = STRAIGHT if right == CURLY else CURLY
    if wrong in text:
        yield from _apostrophes(draft, wrong, right)
    aside = draft.vocabulary.forms.get("typography", {}).get("aside", "")
    if aside and (f"{aside} " in odd or f" {aside}" in odd):
        yield from _half_spaced(draft, aside)
    for written, right in draft.vocabulary.forms.get("typography", {}).get("dashes", {}).items():
        if written in odd:
            yield from _dashes(draft, written, right)


def _half_spaced(draft: Draft, dash: str) -> Iterator[Finding]:
    """A dash of an aside with a space on one side only."""
    text = draft_text(draft).folded
    for at in sorted({*places(text, f"{dash} "), *places(text, f" {dash}")}):
        stuck = text[at] == dash  # to the word before it
        before, after = text[at - 1 : at], text[at + 2 : at + 3]
        if not after.isalpha() or not (before.isalpha() or (before == "," and not stuck)):
            continue
        found = reportable_span(draft, at, at + 2)
        if found is None or found[0].part == NOTE:
            continue
        paragraph, first, last = found
        place = first if stuck else last
        at = paragraph.plain.source_start(place)
        edits = (Edit(at, at, " "),)
        values = {"written": dash, "right": f" {dash} "}
        while first and paragraph.text[first - 1].isalpha():
            first -= 1  # with the word before it: a dash alone is hard to see
        yield paragraph.finding(first, last, values, edits, variant="half", safety="unsafe")


def _apostrophes(draft: Draft, wrong: str, right: str) -> Iterator[Finding]:
    text = draft_text(draft).text
    for at in places(text, wrong):
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if not (before.isalpha() and (after.isalpha() or (before == "s" and wrong == STRAIGHT))):
            continue
        paragraph, first = draft_text(draft).place(at)
        if paragraph.part not in RUNNING or is_code(paragraph, draft, first):
            continue
        if not after.isalpha() and paragraph.text.count(wrong, 0, first) % 2:
            continue  # it closes a quotation
        yield paragraph.finding(
            first,
            first + 1,
            {"written": wrong, "right": right},
            (paragraph.edit(first, first + 1, right),),
            variant="apostrophe",
        )


def _dashes(draft: Draft, written: str, right: str | list[str]) -> Iterator[Finding]:
    """A dash of the wrong kind; of two right ones, one opens an aside and the other closes it."""
    text = draft_text(draft).folded
    kinds = [right] if isinstance(right, str) else right
    pairs: dict[int, int] = {}
    for at in places(text, written):
        end = at + len(written)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or before in ",)”»%") or not (after.isalnum() or after in "(“«"):
            continue
        if not before or not after or (before.isdigit() and after.isdigit()):
            continue
        found = reportable_span(draft, at, end)
        if found is None or found[0].part == NOTE:
            continue
        paragraph, first, last = found
        before_it = pairs.get(id(paragraph), 0)
        pairs[id(paragraph)] = before_it + 1
        new = kinds[before_it % len(kinds)]
        values = {"written": written.strip(), "right": new.strip()}
        shown = first + len(written) - len(written.lstrip())
        # The spaces stay the draft's own.
        if written[0] == new[0] == " ":
            first, new = first + 1, new[1:]
        if written[-1] == new[-1] == " ":
            last, new = last - 1, new[:-1]
        alone = len(kinds) > 1 and fold_in_place(paragraph.text).count(written) % 2
        yield paragraph.finding(
            shown,
            shown + len(written.strip()),
            values,
            () if alone else replace(draft, paragraph, first, last, new),
            variant="dash" if len(kinds) == 1 else "paired",
        )


def is_code(paragraph: Paragraph, draft: Draft, at: int) -> bool:
    """Whether a place lies in a table, an address or a symbol, where marks are no typography."""
    return any(
        start <= at < end and kind in (IN_TABLE, LINK, SYMBOL)
        for start, end, kind in zones(paragraph, draft)
    )


def _is_in_date(draft: Draft, paragraph: Paragraph, at: int) -> bool:
    """Whether the comma of a date (`5 May, 2024`) stands at a plain offset."""
    patterns = grammar(draft.vocabulary)
    return patterns is not None and any(
        date.parts.get("comma", (-1, -1))[0] == at for date in find_dates(paragraph, patterns)
    )


def script_punctuation(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A mark of the Latin script after a letter of a script that has its own."""
    forms = script_forms(draft)
    text = draft_text(draft)
    for mark in (*forms.get("marks", ()), *forms.get("at_end", ())):
        for at in places(text.text, mark):
            paragraph, first = text.place(at)
            right = own_mark(draft, paragraph, first)
            if not right:
                continue
            # Where the paragraph should end otherwise altogether, rules on endings report it.
            if ending_of(paragraph).start == first and ends_wrong(draft, paragraph):
                continue
            if _is_in_date(draft, paragraph, first):
                continue  # CITE005: no mark at all stands there
            last = first + len(mark)
            # A full-width mark holds its own space.
            spaced = text.folded[at + len(mark) : at + len(mark) + 1] == " "
            beyond = last + 1 if spaced and forms.get("closed_up") else last
            edits = replace(draft, paragraph, first, beyond, right)
            yield paragraph.finding(first, last, {"mark": mark, "right": right}, edits)
