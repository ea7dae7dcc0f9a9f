"""Slips in references to paragraphs of the text itself: nothing there, or on the other side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.slips.kinds import Slip, slip_kind
from benchmarks.slips.view import put
from reslint.draft.model import OPERATIVE
from reslint.facts.references import references
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.slips.view import View
    from reslint.draft.model import Paragraph

_PLACE = "{}"
_NEAR = 30  # characters in which another number belongs to the same reference


def wordings(view: View) -> Iterator[tuple[str, str]]:
    """How the text itself refers to one of its paragraphs: direction, words with {} for a number.

    Taken from references to a single number, so that other texts can lend them.
    """
    gate: str = view.forms.get("references", {}).get("gate", "")
    found = references(view.draft)
    for reference in found:
        text = reference.paragraph.text
        start, end = reference.number_span
        before = re.search(r"\S*" + re.escape(gate) + r"\S*\s\Z", text[:start])
        after = re.match(r"\s[^\W\d][\w‑-]*", text[end:])
        alone = not any(
            other is not reference
            and other.paragraph is reference.paragraph
            and abs(other.start - start) < _NEAR
            for other in found
        )
        if gate and alone and before and after and reference.direction and not reference.letters:
            yield reference.direction, before[0] + _PLACE + after[0]


def _own_numbers(view: View, paragraph: Paragraph) -> list[int]:
    for resolution, found in view.numbered():
        if paragraph.resolution is resolution:
            return [view.label(each).value for each in found]
    return []


def _changed(view: View, *, beyond: bool, random: Random) -> Iterator[Slip]:
    """References of the text with another number."""
    for reference in references(view.draft):
        numbers = _own_numbers(view, reference.paragraph)
        top = reference.paragraph
        while top.parent is not None:
            top = top.parent
        here = top.label.value if top.label and top.part == OPERATIVE else 0
        if not numbers or reference.letters:
            continue
        if beyond:
            choices = [max(numbers) + by for by in (1, 2, 7, 40)]
        elif reference.direction == "above":
            choices = [number for number in numbers if number > here]
        elif reference.direction == "below":
            choices = [number for number in numbers if number < here]
        else:
            continue
        if choices:
            edit = Edit(
                *reference.paragraph.source_span(*reference.number_span),
                str(random.choice(choices)),
            )
            yield Slip([edit], [edit], paragraph=reference.paragraph.place)


@slip_kind("NUM008", "nothing-there")
def nothing_there(view: View, random: Random) -> Iterator[Slip]:
    yield from _changed(view, beyond=True, random=random)


@slip_kind("NUM008", "other-side")
def other_side(view: View, random: Random) -> Iterator[Slip]:
    yield from _changed(view, beyond=False, random=random)


def _inserted(view: View, random: Random, *, beyond: bool) -> Iterator[Slip]:
    """A reference as another text words it, at the end of a paragraph."""
    if not view.store.references:
        return
    for _resolution, found in view.numbered():
        for paragraph in found:
            direction, words = random.choice(view.store.references)
            here = view.label(paragraph).value
            higher = list(range(here + 1, len(found) + 1))
            lower = list(range(1, here))
            wrong = higher if direction == "above" else lower
            choices = [len(found) + 3, len(found) + 11] if beyond else wrong
            if paragraph.children or not choices:
                continue
            place = view.final_with_space(paragraph)[0]
            if paragraph.markers and paragraph.markers[-1].end >= place:
                continue
            number = str(random.choice(choices))
            edit = put(place, " (" + words.replace(_PLACE, number) + ")")
            yield Slip([edit], [edit], paragraph=paragraph.place)


@slip_kind("NUM008", "inserted-nothing-there")
def inserted_nothing(view: View, random: Random) -> Iterator[Slip]:
    yield from _inserted(view, random, beyond=True)


@slip_kind("NUM008", "inserted-other-side")
def inserted_other_side(view: View, random: Random) -> Iterator[Slip]:
    yield from _inserted(view, random, beyond=False)
