"""The form of a draft: organ line, order of parts, title, headings, sentences, fragments.

What the kinds of the family share is in `endings` and `organ_line`; `form_dates` has the dates.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, chain

from reslint.checks.endings import (
    heading_ends_wrong,
    title_ends_wrong,
)
from reslint.checks.form_dates import dates, session
from reslint.checks.form_endings import list_introduction, operative_ending, preambular_ending
from reslint.checks.fragments import fragment
from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.checks.later_verbs import semicolon
from reslint.checks.organ_line import organ_line_faults
from reslint.data.patterns import expression
from reslint.draft.masthead import split_title
from reslint.draft.model import CLOSING, HEADING, MASTHEAD, OPERATIVE, PREAMBLE
from reslint.facts import fact
from reslint.facts.draft_text import first_word, places
from reslint.facts.end_remarks import before_status, before_tags
from reslint.facts.endings import doubled_end, ending_of
from reslint.language.organ_names import OTHER
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import INVISIBLE, SPACES, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_STOP = expression(r"[.。](?=\s+[^\W\d_]|(?<=。)[^\W\d_])")
_WORD_BEFORE = expression(r"[^\s(«“\"]*\Z")
_LONG_WORD = 5
_LONGEST_ABBREVIATION = 30
_WORD_OF_TITLE = expression(r"[^\W\d_]{3}")
_IN_BRACKETS = expression(r"[\[(][^\[\]()]*[\])]")
_FEWEST_OF_TITLE = 3  # words behind a date that may be a title
_BEFORE_DATE = 12  # characters of what joins a date to the number of a resolution
_SINGLE_LETTERS = expression(r"(?:\w\.)*\w\Z")


def inner_stops(draft: Draft) -> Iterator[tuple[Paragraph, int, int]]:
    """Paragraphs with the plain span of each full stop that another sentence follows.

    Not after an abbreviation, a single letter or a number, not inside quotation marks, italics or
    parentheses.
    """
    abbreviations = frozenset(
        each.casefold().rstrip(".") for each in draft.vocabulary.forms.get("abbreviations", ())
    )
    capitals_tell = not draft.vocabulary.phrases.by_character
    for paragraph in draft.paragraphs:
        if paragraph.part not in (PREAMBLE, OPERATIVE):
            continue
        text = paragraph.text
        if "." not in text[:-2] and "。" not in text[:-2]:
            continue
        end = before_status(paragraph, draft) or before_tags(paragraph)
        for match in _STOP.finditer(text):
            start = match.start()
            next_word = start + 1
            while next_word < end and text[next_word] in INVISIBLE:
                next_word += 1
            if next_word >= end:
                continue
            following = text[next_word]
            if text[start] == "." and capitals_tell and not following.isupper():
                # Before a small letter: after a whole word only, which no abbreviation is.
                if not following.islower() or not _ends_long_word(text, start):
                    continue
            if paragraph.parent is not None and paragraph.label is None:
                continue  # a line of a time-table, a cell, a quotation
            if text[start] == "." and _is_abbreviation(
                text[max(start - _LONGEST_ABBREVIATION, 0) : start], abbreviations
            ):
                continue
            if _is_shielded(draft, paragraph, start):
                continue
            yield paragraph, start, start + 1


def _is_abbreviation(before: str, abbreviations: frozenset[str]) -> bool:
    match = _WORD_BEFORE.search(before)
    word = match[0] if match else ""
    if not word or word[-1].isdigit() or word[-1] == ".":
        return True
    if _SINGLE_LETTERS.fullmatch(word):
        return True
    return word.casefold() in abbreviations


def _ends_long_word(text: str, end: int) -> bool:
    """Whether a long word of letters alone ends at a place."""
    first = end
    while first and text[first - 1].isalnum() and not text[first - 1].isdecimal():
        first -= 1
    return end - first >= _LONG_WORD and not text[first - 1 : first].isdecimal()


def _is_shielded(draft: Draft, paragraph: Paragraph, place: int) -> bool:
    """Whether a place lies inside quotation marks, italics beyond the opening, or brackets."""
    starts, reach = _emphasized(paragraph)
    if reach[bisect_right(starts, place)] > place:
        return True
    pairs = [("(", ")"), ("[", "]"), ("（", "）"), *map(tuple, draft.vocabulary.forms["quotation"])]
    signs = _signs(paragraph, draft)
    for opening, closing in pairs:
        opened = bisect_left(signs[opening], place)
        if opened and opened > bisect_left(signs[closing], place):
            if opening not in "([（" or signs[closing][-1:] >= [place]:
                return True
    straight = bisect_left(signs['"'], place)
    return straight % 2 == 1 and straight < len(signs['"'])


@fact
def _emphasized(paragraph: Paragraph) -> tuple[list[int], list[int]]:
    """The starts of the emphases in order, and how far the emphases before each extend."""
    emphases = sorted((each.start, each.end) for each in paragraph.emphases)
    return [start for start, _ in emphases], [0, *accumulate((end for _, end in emphases), max)]


@fact
def _signs(paragraph: Paragraph, draft: Draft) -> dict[str, list[int]]:
    """Where each bracket and quotation mark stands in a paragraph."""
    signs = {*'()[]（）"', *chain.from_iterable(draft.vocabulary.forms["quotation"])}
    return {sign: list(places(paragraph.text, sign)) for sign in signs}


def organ_line(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An organ line that is missing, plain, misspelled, or has the wrong mark at its end."""
    for fault in organ_line_faults(draft):
        yield Finding(
            fault.start,
            fault.end,
            fault.place,
            {"right": fault.right, "written": fault.written},
            fault.edits,
            variant=fault.kind,
            safety="unsafe" if fault.kind in ("name", "run-in", "broken") else None,
        )


def order(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A part that stands after one it should precede."""
    placed = {id(paragraph) for each in draft.resolutions for paragraph in each.preamble}
    # Opened by the head of a section, which may have a preamble of its own: II, ثانيا, 乙.
    opened = False
    for paragraph in draft.paragraphs:
        if paragraph.part == HEADING and paragraph.heading_label:
            label = paragraph.heading_label
            opened = not label.isascii() or not label.strip("IVX")
        elif paragraph.part == OPERATIVE and paragraph.label is not None:
            opened = False
        elif paragraph.part == PREAMBLE and paragraph.parent is None:
            if id(paragraph) not in placed and not opened:
                yield _at_first_word(paragraph, "preamble")
    seen_operative = closed = None
    for paragraph in draft.paragraphs:
        if paragraph.part == CLOSING and seen_operative:
            closed = closed or paragraph
        elif paragraph.part == OPERATIVE and paragraph.parent is None:
            if closed and paragraph.resolution is closed.resolution:
                yield _at_first_word(closed, "closing")
            seen_operative, closed = paragraph, None


def _at_first_word(paragraph: Paragraph, variant: str | None = None) -> Finding:
    """The finding that is shown where a paragraph begins."""
    return paragraph.finding(*first_word(paragraph.text), {}, variant=variant)


def title_line(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A title line with a full stop at its end, or none after the number."""
    title = draft.masthead.title
    if title is None:
        return
    if title_ends_wrong(draft, title):
        end = len(title.text.rstrip(INVISIBLE))
        span = title.source_span(end - 1, end)
        yield Finding(*span, title.place, {}, (Edit(*span, ""),), variant="stop")
    match = split_title(title.text)
    joint = draft.vocabulary.forms.get("title_joint")
    if match is not None and joint and not match["joint"]:
        end = title.text.index(match["number"]) + len(match["number"])
        if match["letter"]:
            end = match.start("letter") + 1
        place = title.plain.source_end(end)
        span = title.source_span(end - len(match["number"]), end)
        yield Finding(*span, title.place, {}, (Edit(place, place, "."),), variant="joint")


def council_title(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A title in a Security Council text."""
    numbered = draft.vocabulary.pattern("numbered_title")
    for paragraph in draft.paragraphs:
        if paragraph.part != MASTHEAD and paragraph is not draft.masthead.title:
            continue
        text = paragraph.text.strip(INVISIBLE)
        start = None
        if paragraph is draft.masthead.title:
            match = split_title(paragraph.text)
            start = match.start("title") if match else 0
            if match and _is_only_dated(draft, match["title"]):
                start = None
        elif numbered is not None:
            found = numbered.match(text)
            rest = text[found.end() :].strip(SPACES + ".:：，–—-") if found else ""
            if found and len(rest) > 3 and rest[0].isalpha() and not _says_when(draft, rest):
                start = paragraph.text.index(rest)
        if start is not None:
            end = len(paragraph.text.rstrip(INVISIBLE))
            yield Finding(*paragraph.source_span(start, end), paragraph.place or "title", {})


def _is_only_dated(draft: Draft, title: str) -> bool:
    """Whether what stands behind a number is no title: `Resolution of 22 November 1967`."""
    if not draft.vocabulary.organs.headers.speaks_of_resolution(title):
        return False
    date = draft.vocabulary.date(title)
    if date is None or date[1] > 2 * _BEFORE_DATE:
        return False
    behind = _IN_BRACKETS.sub("", title[date[2] :])
    return len(behind.split()) < _FEWEST_OF_TITLE


def _says_when(draft: Draft, rest: str) -> bool:
    """Whether what follows the number of a resolution is its date or its adoption, no title."""
    adoption = draft.vocabulary.pattern("adoption")
    if adoption is not None and adoption.match(rest):
        return True
    date = draft.vocabulary.date(rest)
    if date is not None and date[1] <= _BEFORE_DATE:
        return True
    return _WORD_OF_TITLE.search(rest) is None


def heading_ending(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A heading with punctuation at its end."""
    for paragraph in draft.part(HEADING):
        if not heading_ends_wrong(draft, paragraph):
            continue
        ending = ending_of(paragraph)
        start, end = ending.start, ending.end
        doubled = doubled_end(draft, paragraph)
        if doubled is not None and not doubled.enclosed:
            start = doubled.start
        while start > 0 and paragraph.text[start - 1] in SPACES:
            start -= 1
        yield paragraph.finding(
            start, end, {"found": ending.mark}, (paragraph.edit(start, end, ""),)
        )


def inner_stop(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A full stop with another sentence after it, inside a paragraph."""
    for paragraph, start, end in inner_stops(draft):
        if draft.organ == OTHER and _is_clause(paragraph):
            continue
        yield paragraph.finding(start, end, {"following": _start_of(paragraph.text[end:])})


def _is_clause(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one of a decree: an Article, or what stands below CONSIDERANDO."""
    label, section = paragraph.label, paragraph.section
    words = label is not None and label.style == "word N" and not label.part
    return words or (section is not None and section.announces == paragraph.part)


def _start_of(text: str) -> str:
    """The first three words."""
    start = end = first_word(text)[0]
    for _ in range(3):
        end = first_word(text, end)[1]
    return " ".join(text[start:end].split())


def council_closing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The last paragraph of a Security Council text does not keep the organ seized."""
    pattern = draft.vocabulary.pattern("seized")
    for resolution in draft.resolutions:
        if resolution.organ != "SC" or not resolution.operative or pattern is None:
            continue
        last = resolution.operative[-1]
        if not pattern.search(fold_in_place(last.text)):
            yield _at_first_word(last)


KINDS = {
    "semicolon-in-preamble": Kind(semicolon, placeholders=("mark", "right"), scope=PARAGRAPH),
    "organ-line": Kind(
        organ_line,
        placeholders=("right", "written"),
        structural=True,
        reads=("opening", "first", "script"),
    ),
    "order": Kind(order, structural=True, reads=("opening",)),
    "preambular-ending": Kind(
        preambular_ending,
        placeholders=("found", "wanted"),
        structural=True,
        reads=("opening", "ending", "markers"),
    ),
    "operative-ending": Kind(
        operative_ending,
        placeholders=("found", "wanted"),
        structural=True,
        reads=("start", "ending", "markers"),
    ),
    "list-introduction": Kind(
        list_introduction,
        placeholders=("found", "wanted"),
        structural=True,
        reads=("start", "ending", "markers"),
    ),
    "title-line": Kind(title_line, reads=()),
    "council-title": Kind(council_title),
    "dates": Kind(dates, placeholders=("one", "other"), reads=()),
    "session": Kind(session, placeholders=("one", "other"), reads=()),
    "heading-ending": Kind(
        heading_ending, placeholders=("found",), scope=PARAGRAPH, structural=True
    ),
    "inner-stop": Kind(inner_stop, placeholders=("following",), scope=PARAGRAPH),
    "fragment": Kind(fragment, structural=True, reads=("opening", "ending")),
    "council-closing": Kind(council_closing, structural=True),
}
