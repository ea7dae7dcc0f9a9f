"""Errors in the emphasis of leading phrases: missing, of another kind, too long, too short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import MARKS, PART, cut, put
from reslint.draft.model import OPERATIVE
from reslint.facts.emphasis import preferred_kind
from reslint.language.phrase_rewriting import with_degree
from reslint.text.diagnostics import Edit
from reslint.text.folding import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import Opening, View

_WORD = re.compile(r"[^\W_]+")
_LONG = 14  # this many emphasized words are too many in any language
_LONG_CHARACTERS = 18


@error_kind("LEAD002", "no-emphasis")
def no_emphasis(view: View, _: Random) -> Iterator[InjectedError]:
    usual = preferred_kind(view.draft)
    for opening in view.openings():
        emphasis = opening.emphasis
        yield InjectedError(
            [cut(*emphasis.opening), cut(*emphasis.closing)],
            [opening.span],
            paragraph=opening.paragraph.place,
            # If a draft uses several kinds of emphasis, a fix uses the most frequent.
            restores=opening.is_plain and emphasis.kind == usual,
        )


def _other_marks(opening: Opening, before: str, after: str) -> InjectedError:
    emphasis = opening.emphasis
    edits = [Edit(*emphasis.opening, before), Edit(*emphasis.closing, after)]
    return InjectedError(edits, [opening.span], paragraph=opening.paragraph.place)


@error_kind("LEAD002", "other-kind")
def other_kind(view: View, _: Random) -> Iterator[InjectedError]:
    """Write bold for italic, or italic for bold."""
    wrong = next((m for kind, m in MARKS.items() if kind not in view.forms["emphasis"]), "")
    if "bold" not in view.forms["emphasis"]:
        wrong = MARKS["bold"]
    for opening in view.openings():
        if wrong:
            yield _other_marks(opening, wrong, wrong)


@error_kind("LEAD002", "underlined")
def underlined(view: View, _: Random) -> Iterator[InjectedError]:
    for opening in view.openings():
        yield _other_marks(opening, "<u>", "</u>")


def _extended(view: View, opening: Opening, end: int) -> InjectedError | None:
    """Close the emphasis at another place; None if it would not be read as emphasis there."""
    paragraph, emphasis = opening.paragraph, opening.emphasis
    end = len(paragraph.text[:end].rstrip(INVISIBLE))
    if end <= emphasis.end or not paragraph.text[end - 1].isalnum():
        return None
    if any(e is not emphasis and e.start <= end for e in paragraph.emphases):
        return None
    if any(link.start < end < link.end for link in paragraph.links):
        return None
    if any(marker.at <= end for marker in paragraph.markers) or len(paragraph.joints) > 0:
        return None
    if any(emphasis.end <= place < end for place in _unsafe_places(paragraph.text, emphasis.end)):
        return None
    place = paragraph.plain.source_end(end)
    mark = view.text[slice(*emphasis.closing)]
    return InjectedError(
        [cut(*emphasis.closing), put(place, mark)],
        [(emphasis.closing[0], place)],
        paragraph=paragraph.place,
        restores=opening.is_plain,
    )


def _unsafe_places(text: str, start: int) -> list[int]:
    return [start + at for at, character in enumerate(text[start:]) if character in "*_`<"]


@error_kind("LEAD003", "past-the-comma")
def past_comma(view: View, _: Random) -> Iterator[InjectedError]:
    """Extend the emphasis past the first comma after the phrase."""
    for opening in view.openings():
        text = opening.paragraph.text
        comma = text.find(view.mark("comma"), opening.phrase.longest)
        words = [m.end() for m in _WORD.finditer(text, comma + 1)][:3] if comma >= 0 else []
        if len(words) == 3 and comma - opening.phrase.end < 200:
            error = _extended(view, opening, words[2])
            if error is not None:
                yield error


@error_kind("LEAD003", "many-words")
def many_words(view: View, _: Random) -> Iterator[InjectedError]:
    for opening in view.openings():
        text = opening.paragraph.text
        if view.grammar.by_character:
            end = opening.phrase.start + _LONG_CHARACTERS
        else:
            ends = [m.end() for m in re.finditer(r"\S+", text)]
            end = ends[_LONG - 1] if len(ends) > _LONG + 2 else 0
        error = (
            _extended(view, opening, end) if opening.phrase.longest + 10 < end < len(text) else None
        )
        if error is not None:
            yield error


@error_kind("LEAD003", "whole-paragraph")
def whole_paragraph(view: View, _: Random) -> Iterator[InjectedError]:
    for opening in view.openings():
        text = opening.paragraph.text
        end = len(text.rstrip(INVISIBLE)) - 1
        enough = len(text) > 30 if view.grammar.by_character else len(text.split()) > _LONG
        error = _extended(view, opening, end) if enough else None
        if error is not None and opening.phrase.longest < end:
            yield error


def _shortened(view: View, opening: Opening, end: int) -> InjectedError:
    """Close the emphasis earlier, inside the phrase."""
    paragraph, emphasis = opening.paragraph, opening.emphasis
    place = paragraph.plain.source_end(end)
    return InjectedError(
        [put(place, view.text[slice(*emphasis.closing)]), cut(*emphasis.closing)],
        [(place, emphasis.closing[0])],
        paragraph=paragraph.place,
        restores=opening.is_plain,
    )


@error_kind("LEAD004", "inside-the-expression")
def inside_expression(view: View, _: Random) -> Iterator[InjectedError]:
    """Emphasize only the first word of a fixed expression, unless it is a phrase by itself."""
    for opening in view.openings():
        phrase = opening.phrase
        head = opening.paragraph.text[phrase.head_start : phrase.head_end]
        if view.grammar.by_character or " " not in head or phrase.head_start != phrase.start:
            continue
        end = phrase.head_start + head.index(" ")
        organ, part = view.organ(opening.paragraph), PART[opening.paragraph.part]
        written = opening.paragraph.text[phrase.start : end]
        if view.grammar.is_phrase(written, part=part, organ=organ):
            continue
        # The Security Council often emphasizes only the first word.
        if organ != "SC" and end + 1 < opening.emphasis.end:
            yield _shortened(view, opening, end)


@error_kind("LEAD004", "within-an-unspaced-expression")
def within_unspaced(view: View, _: Random) -> Iterator[InjectedError]:
    """Emphasize the first half of an expression written without spaces."""
    for opening in view.openings():
        phrase = opening.phrase
        length = phrase.head_end - phrase.head_start
        if not view.grammar.by_character or length < 3 or phrase.head_start != phrase.start:
            continue
        end = phrase.head_start + length // 2
        organ, part = view.organ(opening.paragraph), PART[opening.paragraph.part]
        written = opening.paragraph.text[phrase.start : end]
        whole = view.grammar.is_phrase(written, part=part, organ=organ)
        if end < opening.emphasis.end and not whole:
            yield _shortened(view, opening, end)


@error_kind("LEAD004", "adverb-left-out")
def adverb_left_out(view: View, _: Random) -> Iterator[InjectedError]:
    """Leave the adverb of repetition at the end of the phrase outside the emphasis."""
    for opening in view.openings():
        phrase = opening.phrase
        if view.organ(opening.paragraph) == "SC" or not phrase.repetition:
            continue
        start, end, _degree, before = phrase.repetition[-1]
        if not before and end == opening.emphasis.end:
            stop = len(opening.paragraph.text[:start].rstrip(INVISIBLE))
            yield _shortened(view, opening, stop)


@error_kind("LEAD012", "verb")
def emphasized_item(view: View, random: Random) -> Iterator[InjectedError]:
    """Emphasize the verb at the start of an item, where it should be plain."""
    verbs = [o for o in view.openings() if o.paragraph.part == OPERATIVE and o.is_plain]
    if not verbs or view.draft.organ == "SC":
        return
    for items in view.lists():
        for item in items:
            if view.organ(item) == "SC" or not item.text[:1].isalpha() or item.emphases:
                continue
            verb = random.choice(verbs)
            mark = view.text[slice(*verb.emphasis.opening)]
            phrase = with_degree(view.grammar, verb.phrase, verb.paragraph.text, 0)
            if item.text[0].islower():
                phrase = phrase[:1].lower() + phrase[1:]
            letter = Edit(*item.source_span(0, 1), item.text[0].lower())
            edit = put(letter.start, f"{mark}{phrase}{mark} ")
            yield InjectedError(
                [edit, letter],
                [edit],
                paragraph=item.place,
                goal=[put(letter.start, phrase + " "), letter],
            )
