"""Errors in paragraph numbers: out of order, badly written, missing, unnecessary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import cut, put
from reslint.draft.model import OPERATIVE
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph


def _renumbered(
    view: View, paragraphs: Sequence[Paragraph], numbers: Sequence[int], at: Sequence[Paragraph]
) -> InjectedError:
    """Give the paragraphs other numbers; `at` are those where the order breaks."""
    edits = [
        Edit(*view.value_span(paragraph), str(number))
        for paragraph, number in zip(paragraphs, numbers, strict=True)
    ]
    places = [
        next((e for e in edits if e.start == view.value_span(p)[0]), view.value_span(p)) for p in at
    ]
    return InjectedError(edits, places, paragraph=at[0].place)


@error_kind("NUM001", "gap")
def gap(view: View, random: Random) -> Iterator[InjectedError]:
    """Remove a paragraph or skip a number, so that all later numbers are one too high."""
    for _resolution, found in view.numbered():
        for place in range(1, len(found)):
            by = random.choice((1, 1, 2))
            numbers = [number + by for number in range(place + 1, len(found) + 1)]
            yield _renumbered(view, found[place:], numbers, [found[place]])


@error_kind("NUM001", "repeated")
def repeated(view: View, _: Random) -> Iterator[InjectedError]:
    """Give two paragraphs one number, and continue counting from there."""
    for _resolution, found in view.numbered():
        for place in range(1, len(found)):
            numbers = range(place, len(found))
            at = [found[place], found[place - 1]]
            yield _renumbered(view, found[place:], numbers, at)


@error_kind("NUM001", "mistyped")
def mistyped(view: View, random: Random) -> Iterator[InjectedError]:
    for _resolution, found in view.numbered():
        for place in range(1, len(found) - 1):
            wrong = random.choice([n for n in range(1, len(found) + 9) if n != place + 1])
            yield _renumbered(view, found[place : place + 1], [wrong], [found[place]])


@error_kind("NUM001", "restart")
def restart(view: View, _: Random) -> Iterator[InjectedError]:
    for _resolution, found in view.numbered():
        for place in range(1, len(found)):
            if found[place].section is found[place - 1].section:
                numbers = range(1, len(found) - place + 1)
                yield _renumbered(view, found[place:], numbers, [found[place]])


@error_kind("NUM001", "swapped")
def swapped(view: View, _: Random) -> Iterator[InjectedError]:
    for _resolution, found in view.numbered():
        for place in range(len(found) - 1):
            pair = found[place : place + 2]
            yield _renumbered(view, pair, [place + 2, place + 1], pair)


@error_kind("NUM002", "one-paragraph")
def only_one(view: View, _: Random) -> Iterator[InjectedError]:
    """Remove all operative paragraphs but the first, which keeps its number."""
    if len(view.draft.resolutions) > 1:
        return
    for _resolution, found in view.numbered():
        last = found[-1]
        while last.children:
            last = last.children[-1]
        rest = view.draft.paragraphs[view.order[found[1]] :]
        single = view.is_single(found[0]) and view.final(found[0])[0] == view.mark("semicolon")
        if not single or any(p.markers for p in rest if p.part == OPERATIVE):
            continue
        start, end = found[1].start, last.end
        stop = Edit(*view.final_with_space(found[0]), view.mark("stop"))
        edits = [stop, cut(start, end)]
        label = view.label_with_blanks(found[0])
        place = (view.label(found[0]).start, view.label(found[0]).end)
        yield InjectedError(edits, [place], paragraph=found[0].place, goal=[*edits, cut(*label)])


def _number(view: View, number: int) -> str:
    """A number as the language writes it before a paragraph."""
    frame: str = view.forms.get("labels", {}).get("number", "N.")
    return frame.replace("N", str(number)) + " "


@error_kind("NUM003", "one-numbered")
def preambular_number(view: View, random: Random) -> Iterator[InjectedError]:
    for resolution in view.draft.resolutions:
        for place, paragraph in enumerate(resolution.preamble):
            if not paragraph.children:
                number = random.choice((place + 1, 1))
                edit = put(paragraph.start, _number(view, number))
                yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("NUM003", "all-numbered", whole=True)
def preambular_numbers(view: View, _: Random) -> Iterator[InjectedError]:
    for resolution in view.draft.resolutions:
        if len(resolution.preamble) > 1:
            edits = [
                put(paragraph.start, _number(view, number))
                for number, paragraph in enumerate(resolution.preamble, 1)
            ]
            yield InjectedError(edits, edits, paragraph=resolution.preamble[0].place)


@error_kind("NUM009", "label-lost")
def label_lost(view: View, _: Random) -> Iterator[InjectedError]:
    for _resolution, found in view.numbered():
        for paragraph in found[1:]:
            start, end = view.label_with_blanks(paragraph)
            phrase = view.phrase(paragraph)
            if paragraph.text.strip() and phrase is not None and "operative" in phrase.parts:
                first = paragraph.source_span(0, len(paragraph.text.split()[0]))
                yield InjectedError([cut(start, end)], [first], paragraph=paragraph.place)


def _relabelled(
    view: View, before: str, after: str, blank: str | None = None
) -> Iterator[InjectedError]:
    """Write a label in another form, with `blank` as the spaces after it."""
    for _resolution, found in view.numbered():
        for paragraph in found:
            label = view.label(paragraph)
            if label.text != _number(view, label.value).strip() or not paragraph.text.strip():
                continue
            end = view.label_with_blanks(paragraph)[1]
            kept = view.text[label.end : end] if blank is None else blank
            if len(view.text[label.start : label.end]) != len(label.text):
                continue
            edit = Edit(label.start, end, f"{before}{label.value}{after}{kept}")
            yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("NUM010", "stop-lost")
def stop_lost(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _relabelled(view, "", "")


@error_kind("NUM010", "bracket")
def bracket(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _relabelled(view, "", ")")


@error_kind("NUM010", "brackets")
def brackets(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _relabelled(view, "(", ")")


@error_kind("NUM010", "no-space")
def no_space(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _relabelled(view, "", ".", "")
