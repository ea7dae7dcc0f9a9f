"""Errors in the titles of resolutions and documents: quotation marks, words, agreement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import is_plain
from benchmarks.errors.view import cut, put
from reslint.citations.finder import citations
from reslint.data.registry import SHIPPED
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.typing_style import has_straight_quotes
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph

_NEAR = 24  # characters between a citation and its title
_BLANKS = " \u00a0\u202f"


def _settings(view: View) -> dict[str, Any]:
    found: dict[str, Any] = view.forms["citations"].get("titles", {})
    return found


def _introduced(view: View) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """The words that introduce a title, from the citation grammar."""
    grammar = citations(view.draft).grammar
    settings = _settings(view)
    if grammar is None or not settings:
        return
    grammar.forms.setdefault("title_pattern", settings["pattern"])
    for paragraph in citations(view.draft).paragraphs:
        if paragraph.part in (PREAMBLE, OPERATIVE):
            for match in grammar.pattern("title_pattern").finditer(paragraph.text):
                yield paragraph, match


def _titles(view: View) -> Iterator[tuple[Paragraph, int, int]]:
    """Quoted titles: paragraph, offsets of the opening and closing mark in its plain text."""
    for paragraph, match in _introduced(view):
        opening, closing = _settings(view)["marks"]
        start, text = match.end(), paragraph.text
        end = text.find(closing, start)
        # A title within a title: the error would hide which mark closes which.
        if text.startswith(opening, start) and end > 0 and opening not in text[start + 1 : end]:
            if is_plain(view, paragraph, start, end + 1):
                yield paragraph, start, end


def _marked(
    view: View, paragraph: Paragraph, start: int, end: int, marks: tuple[str, str]
) -> list[Edit]:
    """Put other marks around a title, without the spaces of the language's own marks."""
    text = paragraph.text
    after, before = start + 1, end
    while text[after] in _BLANKS:
        after += 1
    while text[before - 1] in _BLANKS:
        before -= 1
    return [
        Edit(*paragraph.source_span(start, after), marks[0]),
        Edit(*paragraph.source_span(before, end + 1), marks[1]),
    ]


@error_kind("CITE011", "other-marks")
def other_marks(view: View, random: Random) -> Iterator[InjectedError]:
    for paragraph, start, end in _titles(view):
        one, two = random.choice([pair for pair in _settings(view)["wrong"] if pair[0] != '"'])
        if one == "''" and view.text.count(_settings(view)["marks"][0]) < 3:
            continue  # straight marks would then be the draft's usual ones
        if two in paragraph.text[start:end]:
            continue  # an apostrophe in the title would close it
        edits = _marked(view, paragraph, start, end, (one, two))
        yield InjectedError(edits, [edits[0], edits[1]], paragraph=paragraph.place)


@error_kind("CITE011", "straight-marks")
def straight_marks(view: View, _: Random) -> Iterator[InjectedError]:
    """Put straight marks in a draft with curly ones. Using only straight marks is allowed."""
    opening = _settings(view).get("marks", [""])[0]
    if has_straight_quotes(view.draft) or view.text.count(opening) < 3:
        return
    for paragraph, start, end in _titles(view):
        edits = _marked(view, paragraph, start, end, ('"', '"'))
        yield InjectedError(edits, [edits[0], edits[1]], paragraph=paragraph.place)


@error_kind("CITE011", "no-marks")
def no_marks(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph, start, end in _titles(view):
        edits = _marked(view, paragraph, start, end, ("", ""))
        if view.text[edits[0].end : edits[0].end + 1].isupper():
            first = paragraph.source_span(start - 2, start)[0]
            yield InjectedError(
                edits, [(first, edits[0].end)], paragraph=paragraph.place, restores=False
            )


@error_kind("CITE011", "comma-inside")
def comma_inside(view: View, _: Random) -> Iterator[InjectedError]:
    comma = view.mark("comma")
    for paragraph, start, end in _titles(view):
        text = paragraph.text
        if text[end + 1 : end + 2] != comma or not text[end - 1 : end].strip(_BLANKS + ".?!"):
            if not (text[end - 1] in _BLANKS and text[end + 1 : end + 2] == comma):
                continue
        if not is_plain(view, paragraph, end, end + 2):
            continue
        inner = len(text[:end].rstrip(_BLANKS))
        edits = [
            put(paragraph.plain.source_end(inner), comma),
            cut(*paragraph.source_span(end + 1, end + 2)),
        ]
        place = paragraph.source_span(start, end + 1)
        yield InjectedError(edits, [place], paragraph=paragraph.place)


@error_kind("CITE011", "agreement")
def no_agreement(view: View, _: Random) -> Iterator[InjectedError]:
    """Drop the feminine ending of the word before a title."""
    by_end = {(id(c.paragraph), c.end): c for c in citations(view.draft).citations}
    for paragraph, match in _introduced(view):
        if "e" not in match.groupdict() or not match["e"]:
            continue
        before = len(paragraph.text[: match.start()].rstrip(_BLANKS + ","))
        citation = by_end.get((id(paragraph), before))
        if citation is None or citation.kind not in _settings(view).get("agreement", {}):
            continue
        edit = cut(*paragraph.source_span(*match.span("e")))
        place = paragraph.source_span(match.start(), match.end("e"))
        yield InjectedError([edit], [place], paragraph=paragraph.place)


@error_kind("CITE015", "word-lost")
def title_word_lost(view: View, random: Random) -> Iterator[InjectedError]:
    """Drop one word (or character) of a title that is in the registry."""
    known = [
        (citation, SHIPPED.find(citation.organ, citation.number.key))
        for citation in citations(view.draft).citations
        if citation.kind == "resolution" and citation.organ
    ]
    before = re.compile(_settings(view).get("before", r"(?!)"))
    for paragraph, start, end in _titles(view):
        text = paragraph.text
        titles = [
            entry.title(view.draft.language)
            for citation, entry in known
            if citation.paragraph is paragraph and entry is not None
            if 0 < start - citation.end < _NEAR
            or (citation.head > end and before.fullmatch(text, end + 1, citation.head))
        ]
        if not titles or text[start + 1 : end].strip(_BLANKS) != titles[-1]:
            continue
        inner = range(start + 3, end - 3)
        gaps = [at for at in inner if view.grammar.by_character or text[at] == " "]
        if gaps:
            at = random.choice(gaps)
            stop = at + 1 if view.grammar.by_character else text.find(" ", at + 1, end)
            if stop > 0:
                edit = cut(*paragraph.source_span(at, stop))
                place = paragraph.source_span(start, end)
                yield InjectedError([edit], [place], paragraph=paragraph.place)
