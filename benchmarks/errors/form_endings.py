"""Errors in the form of paragraphs: final marks, colons, full stops."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import cut, put
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE
from reslint.text.diagnostics import Edit
from reslint.text.folding import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph

_INNER_COMMA = re.compile(r"(?<=[^\W\d_]{3})[,，،] (?P<letter>[^\W\d_])(?=[^\W\d_]*[ \u00a0])")


def _ending(view: View, paragraph: Paragraph, wanted: str | None) -> InjectedError:
    """End the paragraph with another mark, or with none if `wanted` is None."""
    start, end = view.final_with_space(paragraph)
    if wanted is None:
        word = paragraph.text[: len(paragraph.text.rstrip(INVISIBLE)) - 1].rstrip(INVISIBLE)
        first = len(word.rstrip(INVISIBLE)) - len(word.split()[-1])
        return InjectedError(
            [cut(start, end)],
            [(paragraph.source_span(first, first + 1)[0], end)],
            paragraph=paragraph.place,
        )
    edit = Edit(start, end, view.spaced(wanted))
    return InjectedError([edit], [edit], paragraph=paragraph.place)


def _preambular(view: View) -> Iterator[Paragraph]:
    for resolution in view.draft.resolutions:
        for paragraph in resolution.preamble:
            if not paragraph.children and view.final(paragraph)[0] == view.mark("comma"):
                yield paragraph


@error_kind("FORM003", "semicolon")
def preambular_semicolon(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in _preambular(view):
        yield _ending(view, paragraph, "semicolon")


@error_kind("FORM003", "stop")
def preambular_stop(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in _preambular(view):
        yield _ending(view, paragraph, "stop")


@error_kind("FORM003", "missing")
def preambular_missing(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in _preambular(view):
        yield _ending(view, paragraph, None)


def _operative(view: View, mark: str) -> Iterator[Paragraph]:
    """Numbered paragraphs without items that end with a given mark."""
    for resolution in view.draft.resolutions:
        for paragraph in resolution.operative:
            if paragraph.label is None or paragraph.children:
                continue
            if view.final(paragraph)[0] == view.mark(mark):
                yield paragraph


@error_kind("FORM004", "comma")
def operative_comma(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in _operative(view, "semicolon"):
        yield _ending(view, paragraph, "comma")


@error_kind("FORM004", "missing")
def operative_missing(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in _operative(view, "semicolon"):
        yield _ending(view, paragraph, None)


@error_kind("FORM004", "stop-in-the-middle")
def operative_stop(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in _operative(view, "semicolon"):
        yield _ending(view, paragraph, "stop")


@error_kind("FORM004", "last-with-semicolon")
def operative_last(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in _operative(view, "stop"):
        if view.is_last_before_end(paragraph):
            yield _ending(view, paragraph, "semicolon")


@error_kind("FORM004", "last-without-stop")
def operative_last_missing(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in _operative(view, "stop"):
        if view.is_last_before_end(paragraph):
            yield _ending(view, paragraph, None)


@error_kind("FORM004", "item")
def item_comma(view: View, _: Random) -> Iterator[InjectedError]:
    """End an item of a list with another mark. Security Council items may end with commas."""
    for items in view.lists():
        for item in items[:-1]:
            if view.organ(item) == "SC" or item.children:
                continue
            if view.final(item)[0] == view.mark("semicolon"):
                yield _ending(view, item, "comma")


@error_kind("FORM009", "mark-after-heading")
def heading_mark(view: View, random: Random) -> Iterator[InjectedError]:
    for heading in view.draft.part(HEADING):
        text = heading.text.rstrip(INVISIBLE)
        few = len(text) < 4 if view.grammar.by_character else len(text.split()) < 2
        if few or not text[-1].isalpha():
            continue
        place = heading.plain.source_end(len(text))
        name = random.choice(("stop", "colon", "comma", "semicolon"))
        edit = put(place, view.spaced(name))
        yield InjectedError([edit], [edit], paragraph=heading.place)


@error_kind("FORM010", "sentence")
def inner_stop(view: View, _: Random) -> Iterator[InjectedError]:
    """Turn a comma into a full stop, with a capital after it."""
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        if paragraph.parent is not None and paragraph.label is None:
            continue
        for match in _INNER_COMMA.finditer(paragraph.text):
            if not match["letter"].islower() or _is_enclosed(view, paragraph, match.start()):
                continue
            stop = Edit(*paragraph.source_span(match.start(), match.start() + 1), view.mark("stop"))
            letter = paragraph.source_span(*match.span("letter"))
            if stop.end + 1 != letter[0]:
                continue  # there is a note marker or mark-up between
            capital = Edit(*letter, match["letter"].upper())
            yield InjectedError([stop, capital], [stop], paragraph=paragraph.place)


@error_kind("FORM010", "sentence-unspaced")
def inner_stop_unspaced(view: View, _: Random) -> Iterator[InjectedError]:
    """Split a sentence in a language without spaces and capitals."""
    if not view.grammar.by_character:
        return
    comma = re.compile(rf"(?<=[^\W\d_]{{3}}){view.mark('comma')}(?=[^\W\d_]{{3}})")
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        if paragraph.parent is not None and paragraph.label is None:
            continue
        for match in comma.finditer(paragraph.text):
            if not _is_enclosed(view, paragraph, match.start()):
                edit = Edit(*paragraph.source_span(*match.span()), view.mark("stop"))
                yield InjectedError([edit], [edit], paragraph=paragraph.place)


def _is_enclosed(view: View, paragraph: Paragraph, place: int) -> bool:
    """Whether an offset is in quotation marks, brackets or italics."""
    if any(e.start <= place < e.end for e in paragraph.emphases):
        return True
    before = paragraph.text[:place]
    pairs = [["(", ")"], ["[", "]"], ["（", "）"], ['"', '"'], *view.forms["quotation"]]
    return any(
        before.count(opening) % 2
        if opening == closing
        else before.count(opening) > before.count(closing)
        for opening, closing in pairs
    )


@error_kind("FORM011", "semicolon-before-items")
def no_colon(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in view.draft.part(OPERATIVE):
        if paragraph.label is None or not paragraph.children or paragraph.parent is not None:
            continue
        if paragraph.children[0].label is None or view.final(paragraph)[0] != view.mark("colon"):
            continue
        edit = Edit(*view.final(paragraph)[1], view.mark("semicolon"))
        yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("FORM011", "colon-before-nothing")
def colon_alone(view: View, _: Random) -> Iterator[InjectedError]:
    for paragraph in _operative(view, "semicolon"):
        following = view.after(paragraph)
        if following is None or following.part != OPERATIVE or following.label is None:
            continue
        if following.parent is None and following.label.kind == "number":
            edit = Edit(*view.final(paragraph)[1], view.mark("colon"))
            yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("FORM012", "label-alone")
def label_alone(view: View, _: Random) -> Iterator[InjectedError]:
    for resolution in view.draft.resolutions:
        for paragraph in resolution.operative[:-1]:
            label = paragraph.label
            if label is None or not view.is_single(paragraph) or paragraph.emphases[1:]:
                continue
            if _repeats(view, view.after(paragraph)):
                continue
            edit = cut(view.label_with_blanks(paragraph)[1], paragraph.end)
            yield InjectedError([edit], [(label.start, label.end)], paragraph=paragraph.place)


@error_kind("FORM012", "opening-lost")
def opening_lost(view: View, _: Random) -> Iterator[InjectedError]:
    """Drop the leading phrase of the first paragraph."""
    for opening in view.openings():
        paragraph = opening.paragraph
        resolution = paragraph.resolution
        if resolution is None or resolution.organ_line is None:
            continue
        if resolution.preamble[:1] != [paragraph]:
            continue
        rest = paragraph.text[opening.emphasis.end :]
        first = opening.emphasis.end + len(rest) - len(rest.lstrip(INVISIBLE))
        if not paragraph.text[first : first + 1].islower():
            continue
        if view.grammar.match(paragraph.text, first) or _repeats(view, view.after(paragraph)):
            continue
        where = paragraph.source_span(first, first + 1)
        word = paragraph.text[first:].split()[0]
        end = paragraph.source_span(first, first + len(word))[1]
        yield InjectedError(
            [cut(paragraph.start, where[0])], [(where[0], end)], paragraph=paragraph.place
        )


def _repeats(view: View, paragraph: Paragraph | None) -> bool:
    """Whether a paragraph opens with an adverb of repetition, which refers to an earlier one."""
    if paragraph is None or paragraph.part not in (PREAMBLE, OPERATIVE):
        return False
    phrase = view.phrase(paragraph)
    return phrase is not None and bool(phrase.repetition)


@error_kind("FORM013", "left-out")
def not_seized(view: View, _: Random) -> Iterator[InjectedError]:
    """Drop the last paragraph of a Security Council text."""
    seized = view.words.pattern("seized")
    if view.draft.organ != "SC" or seized is None:
        return
    for resolution in view.draft.resolutions:
        if len(resolution.operative) < 3:
            continue
        before, last = resolution.operative[-2:]
        if not seized.search(last.text) or before.children or before.markers:
            continue
        character, span = view.final(before)
        if character == view.mark("semicolon"):
            stop = Edit(*span, view.mark("stop"))
            lost = cut(before.end, last.end)
            yield InjectedError([stop, lost], [view.whole(before)], paragraph=before.place)
