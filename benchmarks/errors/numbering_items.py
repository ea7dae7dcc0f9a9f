"""Errors in lists of sub-paragraphs: letters, brackets, capitals, lists of one item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import cut
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph

_CAPITAL, _SAME = "capital", "same"


def _value(view: View, item: Paragraph) -> str:
    """The letter or number of a label as written."""
    return view.text[slice(*view.value_span(item))]


@error_kind("NUM004", "swapped")
def letters_swapped(view: View, _: Random) -> Iterator[InjectedError]:
    for items in view.lists():
        for one, two in zip(items, items[1:], strict=False):
            edits = [
                Edit(*view.value_span(one), _value(view, two)),
                Edit(*view.value_span(two), _value(view, one)),
            ]
            yield InjectedError(edits, edits, paragraph=one.place)


@error_kind("NUM004", "repeated")
def letter_repeated(view: View, _: Random) -> Iterator[InjectedError]:
    for items in view.lists():
        for one, two in zip(items, items[1:], strict=False):
            edit = Edit(*view.value_span(two), _value(view, one))
            yield InjectedError([edit], [edit, view.value_span(one)], paragraph=two.place)


@error_kind("NUM004", "gap")
def letter_gap(view: View, _: Random) -> Iterator[InjectedError]:
    """Remove an item; the items after it keep their letters."""
    for items in view.lists():
        for place in range(1, len(items) - 1):
            item, following = items[place], items[place + 1]
            if view.is_single(item) and len(following.blocks) == 1:
                edit = cut(item.start, view.gap_after(item)[1])
                edits = [
                    Edit(*view.value_span(later), _value(view, earlier))
                    for earlier, later in zip(items[place:], items[place + 1 :], strict=False)
                ]
                yield InjectedError(
                    [edit],
                    [view.value_span(following)],
                    paragraph=following.place,
                    goal=[edit, *edits],
                )


def _frames(view: View, frame: str) -> Iterator[InjectedError]:
    """Write one label of a list in another form: `a)` for `(a)`."""
    for items in view.lists():
        for item in items:
            label = view.label(item)
            usual = view.forms.get("labels", {}).get(label.kind, "")
            if label.style != usual or usual == frame or item.level > 2:
                continue
            if len(view.text[label.start : label.end]) == len(label.text):
                text = frame.replace("x", _value(view, item))
                edit = Edit(label.start, label.end, text)
                yield InjectedError([edit], [edit], paragraph=item.place)


@error_kind("NUM005", "brackets")
def other_brackets(view: View, _: Random) -> Iterator[InjectedError]:
    usual = view.forms.get("labels", {}).get("letter", "")
    if usual in ("(x)", "x)"):
        yield from _frames(view, "x)" if usual == "(x)" else "(x)")


@error_kind("NUM005", "stop")
def lettered_with_stop(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _frames(view, "x.")


@error_kind("NUM005", "bullets")
def bullets(view: View, random: Random) -> Iterator[InjectedError]:
    """Write dashes for the letters of a list. The Security Council may do so."""
    for items in view.lists():
        if view.organ(items[0]) == "SC":
            continue
        sign = random.choice(("-", "–", "•"))
        edits = [Edit(view.label(item).start, view.label(item).end, sign) for item in items]
        yield InjectedError(edits, edits, paragraph=items[0].place)


@error_kind("NUM006", "one-item")
def single_item(view: View, _: Random) -> Iterator[InjectedError]:
    """Remove all items but the first, which then ends as the last one did."""
    for items in view.lists():
        rest = items[1:]
        if items[0].children or not all(view.is_single(item) for item in rest):
            continue
        ends = {view.mark(name): view.spaced(name) for name in ("semicolon", "stop")}
        end = view.final(rest[-1])[0]
        if end not in ends or view.final(items[0])[0] not in ends:
            continue
        edits = [cut(items[0].end, rest[-1].end)]
        if view.final(items[0])[0] != end:
            edits.append(Edit(*view.final_with_space(items[0]), ends[end]))
        label = view.label(items[0])
        yield InjectedError(edits, [(label.start, label.end)], paragraph=items[0].place)


@error_kind("NUM007", "other-case")
def other_case(view: View, _: Random) -> Iterator[InjectedError]:
    """Swap the case of an item's first letter, where language and organ have one style."""
    table: dict[str, str] = (
        view.parameters("NUM007").get("initial", {}).get(view.draft.language, {})
    )
    for items in view.lists():
        wanted = table.get(view.organ(items[0]), table.get("all", ""))
        words = [_first_word(item) for item in items]
        capitals = {word[0].isupper() for word in words if word}
        if not wanted or (wanted == _SAME and (len(items) < 3 or "" in words)):
            continue
        if len(capitals) != 1:
            continue
        for item, word in zip(items, words, strict=True):
            other = word[:1].lower() if word[:1].isupper() else word[:1].upper()
            # A word with a capital elsewhere may be a name.
            if not word or (other.isupper() and _is_name(view, word.capitalize())):
                continue
            edit = Edit(*item.source_span(0, 1), other)
            yield InjectedError([edit], [edit], paragraph=item.place, restores=word[0].isupper())


def _first_word(item: Paragraph) -> str:
    """The word an item begins with, "" if it begins with something else."""
    match = re.match(r"[^\W\d_]{2,}(?![\w-])", item.text)
    return match[0] if match and match[0][1:].islower() else ""


def _is_name(view: View, word: str) -> bool:
    return any(re.search(rf"\w,? {word}\b", p.text) for p in view.draft.paragraphs)
