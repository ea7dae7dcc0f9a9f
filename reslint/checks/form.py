"""The form of a draft: organ line, order of parts, endings, title, dates, headings, fragments."""

from __future__ import annotations

from reslint.checks import Kind
from reslint.diagnostics import Edit, Finding
from reslint.draft.masthead import split_title
from reslint.draft.model import CLOSING, HEADING, MASTHEAD, OPERATIVE, PREAMBLE
from reslint.draft.signs import INVISIBLE
from reslint.facts.ending_faults import (
    heading_ending_is_off,
    preambular_ending_is_off,
    title_ending_is_off,
)
from reslint.facts.endings import (
    conjoined_end,
    ending_of,
    mend_ending,
    preambular_paragraphs,
)
from reslint.facts.openings import lacks_opening
from reslint.facts.operative_endings import colon_faults, operative_faults
from reslint.facts.organ_line import organ_line_faults
from reslint.facts.outer_words import first_word, last_word
from reslint.facts.sentences import inner_stops
from reslint.facts.sessions import date_faults, session_faults

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.sessions import Disagreement
    from reslint.rulebook.rule import Rule


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
            safety="unsafe" if fault.kind == "name" else None,
        )


def order(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A part that stands after one it should precede."""
    placed = {id(paragraph) for each in draft.resolutions for paragraph in each.preamble}
    for paragraph in draft.paragraphs:
        if paragraph.part == PREAMBLE and paragraph.parent is None and id(paragraph) not in placed:
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
    span = paragraph.source_span(*first_word(paragraph.text))
    return Finding(*span, paragraph.place, {}, variant=variant)


def preambular_ending(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A preambular paragraph that does not end with a comma."""
    for paragraph in preambular_paragraphs(draft):
        if preambular_ending_is_off(paragraph):
            yield _ending_finding(draft, paragraph, "comma")


def operative_ending(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An operative paragraph or item that does not end as its place asks for."""
    for paragraph, wanted in operative_faults(draft):
        yield _ending_finding(draft, paragraph, wanted)


def _ending_finding(draft: Draft, paragraph: Paragraph, wanted: str) -> Finding:
    ending = ending_of(paragraph)
    conjoined = conjoined_end(draft, paragraph)
    if ending.kind:
        span = paragraph.source_span(ending.start, ending.end)
    elif conjoined is not None:
        span = paragraph.source_span(*conjoined)
    else:
        span = paragraph.source_span(*last_word(paragraph.text))
    return Finding(
        *span,
        paragraph.place,
        {
            "found": ending.mark or paragraph.text[max(ending.end - 1, 0) : ending.end],
            "wanted": draft.vocabulary.marks[wanted],
        },
        mend_ending(draft, paragraph, wanted),
        variant=wanted + ("" if ending.kind else "-joined" if conjoined else "-missing"),
        safety=None if paragraph.certain_end else "unsafe",
    )


def list_introduction(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Items after a paragraph without colon, or a colon with nothing after it."""
    for paragraph, wanted in colon_faults(draft):
        found = _ending_finding(draft, paragraph, wanted)
        found.variant = "items" if wanted == "colon" else "nothing"
        found.safety = "unsafe"
        yield found


def title_line(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A title line with a full stop at its end, or none after the number."""
    title = draft.masthead.title
    if title is None:
        return
    if title_ending_is_off(draft, title):
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
        elif numbered is not None:
            found = numbered.match(text)
            rest = text[found.end() :].strip(" .:：，–—-\u00a0") if found else ""
            if found and len(rest) > 3 and rest[0].isalpha():
                start = paragraph.text.index(rest)
        if start is not None:
            end = len(paragraph.text.rstrip(INVISIBLE))
            yield Finding(*paragraph.source_span(start, end), paragraph.place or "title", {})


def dates(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Dates of masthead and closing that disagree."""
    return map(_disagreement, date_faults(draft))


def session(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Session, number and date of a resolution that cannot go together."""
    return map(_disagreement, session_faults(draft))


def _disagreement(fault: Disagreement) -> Finding:
    place = fault.dated
    return Finding(
        *place.paragraph.source_span(place.start, place.end),
        place.paragraph.place,
        fault.values,
        variant=fault.kind,
        related=fault.related,
    )


def heading_ending(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A heading with punctuation at its end."""
    for paragraph in draft.part(HEADING):
        if not heading_ending_is_off(draft, paragraph):
            continue
        ending = ending_of(paragraph)
        start, end = ending.start, ending.end
        while start > 0 and paragraph.text[start - 1] in " \u00a0":
            start -= 1
        span = paragraph.source_span(start, end)
        yield Finding(*span, paragraph.place, {"found": ending.mark}, (Edit(*span, ""),))


def inner_stop(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A full stop with another sentence after it, inside a paragraph."""
    for paragraph, start, end in inner_stops(draft):
        yield Finding(
            *paragraph.source_span(start, end),
            paragraph.place,
            {"following": _start_of(paragraph.text[end:])},
        )


def _start_of(text: str) -> str:
    """The first three words."""
    start = end = first_word(text)[0]
    for _ in range(3):
        end = first_word(text, end)[1]
    return " ".join(text[start:end].split())


def fragment(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A paragraph cut off, or one that begins in the middle."""
    for resolution in draft.resolutions:
        for paragraph in (*resolution.preamble, *resolution.operative):
            text = paragraph.text.strip(INVISIBLE)
            if not text:
                if paragraph.label is not None:
                    label = paragraph.label
                    yield Finding(label.start, label.end, paragraph.place, {}, variant="empty")
                continue
            ending = ending_of(paragraph)
            if not ending.kind and not paragraph.certain_end and not paragraph.children:
                span = paragraph.source_span(*last_word(paragraph.text))
                yield Finding(*span, paragraph.place, {}, variant="cut")
            if lacks_opening(paragraph, draft):
                yield _at_first_word(paragraph, "start")


def council_closing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The last paragraph of a Security Council text does not keep the organ seized."""
    pattern = draft.vocabulary.pattern("seized")
    for resolution in draft.resolutions:
        if resolution.organ != "SC" or not resolution.operative or pattern is None:
            continue
        last = resolution.operative[-1]
        if not pattern.search(last.text):
            yield _at_first_word(last)


KINDS = {
    "organ-line": Kind(organ_line, placeholders=("right", "written")),
    "order": Kind(order),
    "preambular-ending": Kind(preambular_ending, placeholders=("found", "wanted")),
    "operative-ending": Kind(operative_ending, placeholders=("found", "wanted")),
    "list-introduction": Kind(list_introduction, placeholders=("found", "wanted")),
    "title-line": Kind(title_line),
    "council-title": Kind(council_title),
    "dates": Kind(dates, placeholders=("one", "other")),
    "session": Kind(session, placeholders=("one", "other")),
    "heading-ending": Kind(heading_ending, placeholders=("found",), local=True),
    "inner-stop": Kind(inner_stop, placeholders=("following",), local=True),
    "fragment": Kind(fragment),
    "council-closing": Kind(council_closing),
}
