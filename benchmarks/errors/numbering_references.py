"""Errors in references to the text's own paragraphs: no such paragraph, wrong direction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import put
from reslint.draft.model import OPERATIVE
from reslint.facts.references import references
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph

_PLACE = "{}"
_NEAR = 30  # characters within which another number belongs to the same reference


def wordings(view: View) -> Iterator[tuple[str, str]]:
    """How the text refers to one of its paragraphs: direction, words with {} for the number.

    Only references to a single number, so that they can be used in other texts.
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


def _changed(view: View, *, beyond: bool, random: Random) -> Iterator[InjectedError]:
    """Change the number of a reference."""
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
            yield InjectedError([edit], [edit], paragraph=reference.paragraph.place)


@error_kind("NUM008", "nothing-there")
def nothing_there(view: View, random: Random) -> Iterator[InjectedError]:
    yield from _changed(view, beyond=True, random=random)


@error_kind("NUM008", "other-side")
def other_side(view: View, random: Random) -> Iterator[InjectedError]:
    yield from _changed(view, beyond=False, random=random)


def _inserted(view: View, random: Random, *, beyond: bool) -> Iterator[InjectedError]:
    """Add a reference, worded as in another text, at the end of a paragraph."""
    if not view.shared.references:
        return
    for _resolution, found in view.numbered():
        for paragraph in found:
            direction, words = random.choice(view.shared.references)
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
            yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("NUM008", "inserted-nothing-there")
def inserted_nothing(view: View, random: Random) -> Iterator[InjectedError]:
    yield from _inserted(view, random, beyond=True)


@error_kind("NUM008", "inserted-other-side")
def inserted_other_side(view: View, random: Random) -> Iterator[InjectedError]:
    yield from _inserted(view, random, beyond=False)
