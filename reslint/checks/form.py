"""The form of a draft: organ line, order of parts, endings, title, dates, headings, fragments."""

from __future__ import annotations

import re

from reslint.checks import Kind
from reslint.diagnostics import Edit, Finding
from reslint.draft.masthead import split_title
from reslint.draft.model import CLOSING, HEADING, MASTHEAD, OPERATIVE, PREAMBLE
from reslint.draft.signs import INVISIBLE
from reslint.facts.endings import ending_of, mend_ending, preambular_paragraphs
from reslint.facts.openings import lacks_opening
from reslint.facts.operative_endings import colon_faults, operative_faults
from reslint.facts.organ_line import organ_line_faults
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
            yield Finding(*_first_words(paragraph), paragraph.place, {}, variant="preamble")
    seen_operative = closed = None
    for paragraph in draft.paragraphs:
        if paragraph.part == CLOSING and seen_operative:
            closed = closed or paragraph
        elif paragraph.part == OPERATIVE and paragraph.parent is None:
            if closed and paragraph.resolution is closed.resolution:
                yield Finding(*_first_words(closed), closed.place, {}, variant="closing")
            seen_operative, closed = paragraph, None


def preambular_ending(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A preambular paragraph that does not end with a comma."""
    for paragraph in preambular_paragraphs(draft):
        ending = ending_of(paragraph)
        if ending.kind == "comma" or not paragraph.text.strip(INVISIBLE):
            continue
        if ending.kind == "colon" or paragraph.children:
            continue
        if not ending.kind and not paragraph.certain_end:
            continue  # a fragment: FORM012 says so
        yield _ending_finding(draft, paragraph, "comma")


def operative_ending(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An operative paragraph or item that does not end as its place asks for."""
    for paragraph, wanted in operative_faults(draft):
        yield _ending_finding(draft, paragraph, wanted)


def _ending_finding(draft: Draft, paragraph: Paragraph, wanted: str) -> Finding:
    ending = ending_of(paragraph)
    if ending.kind:
        span = paragraph.source_span(ending.start, ending.end)
    else:
        end = ending.end
        start = end - 1
        while start > 0 and paragraph.text[start - 1].isalnum():
            start -= 1
        span = paragraph.source_span(max(start, 0), end)
    return Finding(
        *span,
        paragraph.place,
        {
            "found": ending.mark or paragraph.text[max(ending.end - 1, 0) : ending.end],
            "wanted": draft.vocabulary.marks[wanted],
        },
        mend_ending(draft, paragraph, wanted),
        variant=wanted + ("" if ending.kind else "-missing"),
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
    text = title.text.rstrip(INVISIBLE)
    if text.endswith((".", "。")) and not text.endswith(("...", "…")):
        abbreviations = draft.vocabulary.forms.get("abbreviations", ())
        if not text.endswith(tuple(f" {each}" for each in abbreviations)):
            span = title.source_span(len(text) - 1, len(text))
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
        ending = ending_of(paragraph)
        text = paragraph.text.strip(INVISIBLE)
        if ending.kind in ("", "question") or ending.inside_quotes or _is_one_word(text):
            continue
        if paragraph.heading_label and text.rstrip(".") == paragraph.heading_label:
            continue
        # A whole last word: «эмбарго.» is not the abbreviation «о.».
        if text.split()[-1] in draft.vocabulary.forms.get("abbreviations", ()):
            continue
        start, end = ending.start, ending.end
        while start > 0 and paragraph.text[start - 1] in " \u00a0":
            start -= 1
        span = paragraph.source_span(start, end)
        yield Finding(*span, paragraph.place, {"found": ending.mark}, (Edit(*span, ""),))


def _is_one_word(text: str) -> bool:
    """Whether a heading is one word, such as a number; Chinese writes no spaces between words."""
    return len(text.split()) == 1 and (len(text) <= 3 or text[0] < "\u2e80")


def inner_stop(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A full stop with another sentence after it, inside a paragraph."""
    for paragraph, start, end in inner_stops(draft):
        yield Finding(
            *paragraph.source_span(start, end),
            paragraph.place,
            {"following": _start_of(paragraph.text[end:])},
        )


def _start_of(text: str) -> str:
    words = text.split(None, 3)[:3]
    return " ".join(words)


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
                yield Finding(*_last_word(paragraph), paragraph.place, {}, variant="cut")
            if lacks_opening(paragraph, draft):
                yield Finding(*_first_words(paragraph), paragraph.place, {}, variant="start")


def _last_word(paragraph: Paragraph) -> tuple[int, int]:
    match = re.search(r"\S+\s*\Z", paragraph.text.rstrip(INVISIBLE))
    if match is None:
        return paragraph.source_span(0, len(paragraph.text))
    return paragraph.source_span(match.start(), len(paragraph.text.rstrip(INVISIBLE)))


def _first_words(paragraph: Paragraph) -> tuple[int, int]:
    """The source span of the first word."""
    text = paragraph.text
    start = len(text) - len(text.lstrip(INVISIBLE))
    match = re.compile(r"\S+").match(text, start)
    return paragraph.source_span(start, match.end() if match else start)


def council_closing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The last paragraph of a Security Council text does not keep the organ seized."""
    pattern = draft.vocabulary.pattern("seized")
    for resolution in draft.resolutions:
        if resolution.organ != "SC" or not resolution.operative or pattern is None:
            continue
        last = resolution.operative[-1]
        if not pattern.search(last.text):
            yield Finding(*_first_words(last), last.place, {})


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
