"""Errors in leading phrases: unknown words, words of the other part, adverbs out of place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import PART, cut, put
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.language.phrase_rewriting import counterpart, with_degree
from reslint.language.phrases import PARTS
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import Opening, View

OTHER = {PREAMBLE: "operative", OPERATIVE: "preambular"}


def _reworded(opening: Opening, text: str, *, restores: bool = True) -> InjectedError | None:
    """Replace the phrase; None if it contains mark-up."""
    start, end = opening.span
    if end - start != len(opening.text) or text == opening.text:
        return None
    edit = Edit(start, end, text)
    return InjectedError([edit], [edit], paragraph=opening.paragraph.place, restores=restores)


def _covered(view: View) -> Iterator[Opening]:
    """Openings with exactly the whole phrase emphasized."""
    for opening in view.openings():
        if opening.emphasis.end >= opening.phrase.end:
            yield opening


@error_kind("LEAD001", "letters-swapped")
def misspelled_head(view: View, random: Random) -> Iterator[InjectedError]:
    for opening in view.openings():
        phrase, text = opening.phrase, opening.paragraph.text
        if view.grammar.by_character or phrase.head_start != phrase.start:
            continue
        word = text[phrase.head_start : phrase.head_end].split()[0]
        places = [
            at
            for at in range(1, len(word) - 1)
            if word[at : at + 2].isalpha() and word[at] != word[at + 1]
        ]
        if len(word) < 6 or not places:
            continue
        at = phrase.head_start + random.choice(places)
        swapped = text[at + 1] + text[at]
        changed = text[:at] + swapped + text[at + 2 :]
        if view.grammar.match(changed) is None:
            edit = Edit(*opening.paragraph.source_span(at, at + 2), swapped)
            yield InjectedError([edit], [opening.span], paragraph=opening.paragraph.place)


@error_kind("LEAD001", "no-verb")
def no_verb(view: View, random: Random) -> Iterator[InjectedError]:
    """Replace the phrase by a word of the text that is not a leading verb."""
    for opening in _covered(view):
        words = [w for w in opening.paragraph.text[opening.phrase.longest :].split() if w.isalpha()]
        words = [w for w in words if len(w) > 6 and view.grammar.match(w.capitalize()) is None]
        if words:
            word = random.choice(words)
            word = word.capitalize() if view.forms.get("capitals") else word.lower()
            error = _reworded(opening, word)
            if error is not None:
                yield error


@error_kind("LEAD005", "other-part")
def other_part(view: View, _: Random) -> Iterator[InjectedError]:
    for opening in view.openings():
        paragraph, phrase = opening.paragraph, opening.phrase
        part = PART[paragraph.part]
        if phrase.parts != {part} or phrase.organs is not None:
            continue
        if paragraph.part == PREAMBLE and view.after(paragraph) is None:
            continue
        gender = view.words.gender(view.organ(paragraph)) or None
        other = counterpart(view.grammar, phrase, OTHER[paragraph.part], gender)
        if other is None:
            continue
        match = view.grammar.match(other + " ", part=part)
        if match is None or part in match.parts:
            continue
        # If the adverb was in an unusual place, the changed form no longer shows that.
        usual = with_degree(view.grammar, phrase, paragraph.text, phrase.degree)
        error = _reworded(opening, other, restores=usual == opening.text)
        if error is not None:
            yield error


@error_kind("LEAD006", "other-gender")
def other_gender(view: View, _: Random) -> Iterator[InjectedError]:
    for opening in view.openings():
        wanted = view.words.gender(view.organ(opening.paragraph))
        for start, end, gender, other in opening.phrase.gendered:
            if gender != wanted:
                continue
            written = opening.paragraph.text[start:end]
            if written[0].isupper():
                other = other[:1].upper() + other[1:]
            edit = Edit(*opening.paragraph.source_span(start, end), other)
            yield InjectedError([edit], [edit], paragraph=opening.paragraph.place)


def _runs(view: View) -> Iterator[list[Opening]]:
    """Runs of openings in one part under one heading, except in the Security Council."""
    run: list[Opening] = []
    known = {opening.paragraph: opening for opening in view.openings()}
    for resolution in view.draft.resolutions:
        for paragraphs in (resolution.preamble, resolution.operative):
            for paragraph in paragraphs:
                opening = known.get(paragraph)
                if run and (opening is None or paragraph.section is not run[0].paragraph.section):
                    yield run
                    run = []
                if opening is not None and view.organ(paragraph) != "SC":
                    run.append(opening)
            if run:
                yield run
            run = []


def _with_degree(view: View, opening: Opening, degree: int) -> InjectedError | None:
    if opening.emphasis.end < opening.phrase.end:
        return None
    text = with_degree(view.grammar, opening.phrase, opening.paragraph.text, degree)
    match = view.grammar.match(text, part=PART[opening.paragraph.part])
    if match is None or match.degree != degree:
        return None
    return _reworded(opening, text)


def _series(view: View, first: int, second: int, wrong: int) -> Iterator[InjectedError]:
    """Change the adverb in the second of two paragraphs with the same verb."""
    for run in _runs(view):
        for place, (one, two) in enumerate(zip(run, run[1:], strict=False)):
            if one.phrase.key != two.phrase.key:
                continue
            if (one.phrase.degree, two.phrase.degree) != (first, second):
                continue
            following = run[place + 2] if place + 2 < len(run) else None
            if following is not None and following.phrase.key == two.phrase.key:
                continue  # the change would also put it out of order
            error = _with_degree(view, two, wrong)
            if error is not None:
                yield error


@error_kind("LEAD007", "also-twice")
def also_twice(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _series(view, 1, 2, 1)


@error_kind("LEAD007", "further-before-also")
def further_first(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _series(view, 0, 1, 2)


@error_kind("LEAD007", "also-after-further")
def also_after_further(view: View, _: Random) -> Iterator[InjectedError]:
    yield from _series(view, 2, 0, 1)


def _firsts(view: View) -> Iterator[tuple[int, Opening]]:
    """Openings without an adverb, whose verb is not in an earlier paragraph of the run."""
    for resolution in view.draft.resolutions:
        for paragraphs in (resolution.preamble, resolution.operative):
            sections = {id(p.section) for p in paragraphs}
            known = {o.paragraph: o for o in view.openings()}
            if len(sections) > 1 or any(p not in known for p in paragraphs):
                continue
            seen: set[str] = set()
            for place, paragraph in enumerate(paragraphs):
                opening = known[paragraph]
                following = paragraphs[place + 1 : place + 2]
                same = following and known[following[0]].phrase.key == opening.phrase.key
                fresh = opening.phrase.first_key not in seen
                seen.add(opening.phrase.first_key)
                if fresh and not same and not opening.phrase.degree:
                    if view.organ(paragraph) != "SC":
                        yield place, opening


@error_kind("LEAD007", "also-at-first")
def also_at_first(view: View, _: Random) -> Iterator[InjectedError]:
    for place, opening in _firsts(view):
        error = _with_degree(view, opening, 1) if place == 0 else None
        if error is not None:
            yield error


@error_kind("LEAD007", "also-without-earlier")
def also_alone(view: View, _: Random) -> Iterator[InjectedError]:
    for place, opening in _firsts(view):
        error = _with_degree(view, opening, 1) if place else None
        if error is not None:
            yield error


@error_kind("LEAD009", "other-side")
def adverb_other_side(view: View, _: Random) -> Iterator[InjectedError]:
    """Move the adverb from before to after the verb, or from after to before."""
    free = view.parameters("LEAD009").get("free_organs", {})
    organs = {"SC", *free.get("all", ()), *free.get(view.draft.language, ())}
    for opening in _covered(view):
        phrase, text = opening.phrase, opening.paragraph.text
        if not phrase.degree or view.organ(opening.paragraph) in organs:
            continue
        start, end, degree, before = phrase.repetition[0]
        if before != view.grammar.adverb_before[PART[opening.paragraph.part]]:
            continue
        adverb, written = text[start:end], opening.text
        if before and start == phrase.start:
            rest = written[end - start :].strip()
            moved = f"{rest[:1].upper()}{rest[1:]} {adverb[:1].lower()}{adverb[1:]}"
        elif not before and end == phrase.end:
            rest = written[: start - phrase.start].strip()
            moved = f"{adverb[:1].upper()}{adverb[1:]} {rest[:1].lower()}{rest[1:]}"
        else:
            continue
        if not view.forms.get("capitals"):
            moved = moved.lower()
        match = view.grammar.match(moved, part=PART[opening.paragraph.part])
        if match is None or match.end != len(moved) or view.grammar.by_character:
            continue  # in the new place the adverb is not part of a phrase
        usual = with_degree(view.grammar, phrase, text, degree) == written
        error = _reworded(opening, moved, restores=usual)
        if error is not None:
            yield error


def _recased(opening: Opening, text: str) -> InjectedError | None:
    return _reworded(opening, text) if text.casefold() == opening.text.casefold() else None


@error_kind("LEAD010", "second-word")
def capital_inside(view: View, _: Random) -> Iterator[InjectedError]:
    for opening in _covered(view):
        first, blank, rest = opening.text.partition(" ")
        error = _recased(opening, first + blank + rest[:1].upper() + rest[1:]) if rest else None
        if error is not None:
            yield error


@error_kind("LEAD010", "all-capitals")
def all_capitals(view: View, _: Random) -> Iterator[InjectedError]:
    for opening in _covered(view):
        error = _recased(opening, opening.text.upper())
        if error is not None and opening.text.upper() != opening.text.lower():
            yield error


@error_kind("LEAD010", "small-letter")
def small_letter(view: View, _: Random) -> Iterator[InjectedError]:
    """Begin the phrase of a numbered paragraph with a small letter."""
    for opening in _covered(view):
        if opening.paragraph.part == OPERATIVE and view.forms.get("capitals"):
            error = _recased(opening, opening.text[:1].lower() + opening.text[1:])
            if error is not None:
                yield error


@error_kind("LEAD013", "without")
def without_conjunction(view: View, _: Random) -> Iterator[InjectedError]:
    """Drop the conjunction of a later preambular paragraph."""
    forms = view.forms.get("conjunction", {})
    words = tuple(f"{forms['prefix']}{word} " for word in forms.get("words", ()))
    for resolution in view.draft.resolutions if words else ():
        for paragraph in resolution.preamble[1:]:
            if paragraph.text.startswith(words):
                edit = cut(*paragraph.source_span(0, len(forms["prefix"])))
                word = paragraph.source_span(0, paragraph.text.index(" "))
                yield InjectedError([edit], [word], paragraph=paragraph.place)


@error_kind("LEAD013", "with")
def with_conjunction(view: View, _: Random) -> Iterator[InjectedError]:
    """Begin the first preambular paragraph with a conjunction."""
    forms = view.forms.get("conjunction", {})
    words = tuple(f"{word} " for word in forms.get("words", ()))
    for resolution in view.draft.resolutions if words else ():
        for paragraph in resolution.preamble[:1]:
            if paragraph.text.startswith(words):
                edit = put(paragraph.source_span(0, 1)[0], forms["prefix"])
                yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("LEAD008", "adverb-left-out")
def no_adverb(view: View, _: Random) -> Iterator[InjectedError]:
    """Drop the adverb of a paragraph that opens like the one before."""
    often_bare = view.parameters("LEAD008").get("often_bare", {}).get(view.draft.language, ())
    openings = view.openings()
    for before, opening in zip(openings, openings[1:], strict=False):
        one, two = before.paragraph, opening.paragraph
        if view.after(one) is not two or one.part != two.part or view.organ(two) == "SC":
            continue
        if before.phrase.repetition or not opening.phrase.repetition or not opening.is_plain:
            continue
        bare = with_degree(view.grammar, opening.phrase, two.text, 0)
        if bare == before.text:
            # Half of these paragraphs have no adverb, so no rule asks for it.
            if one.part == OPERATIVE and (
                not _go_on_alike(before, opening) or any(map(bare.lower().__contains__, often_bare))
            ):
                continue
            edit = Edit(*opening.span, bare)
            yield InjectedError([edit], [edit], paragraph=two.place, restores=False)


@error_kind("LEAD011", "council-phrase")
def council_phrase(view: View, random: Random) -> Iterator[InjectedError]:
    """Open an operative paragraph of another organ with a phrase of the Security Council alone."""
    operative = PARTS.index("operative")
    own = sorted(
        {
            text
            for _row, part, organs, text in view.grammar.forms
            if part == operative and organs == ("SC",) and text.replace(" ", "").isalpha()
        }
    )
    for opening in _covered(view):
        paragraph = opening.paragraph
        if paragraph.part != OPERATIVE or view.organ(paragraph) == "SC" or not own:
            continue
        phrase = random.choice(own)
        rest = paragraph.text[opening.phrase.end :]
        match = view.grammar.match(phrase + rest, part="operative", organ=view.organ(paragraph))
        if match is not None and match.organs == ("SC",):
            error = _reworded(opening, phrase, restores=False)
            if error is not None:
                yield error


_BESIDES = " \u00a0,;:.،؛"


def _go_on_alike(one: Opening, other: Opening) -> bool:
    """Whether the two phrases are followed by the same two words (or four characters)."""
    rests = [each.paragraph.text[each.phrase.end :].lstrip(_BESIDES) for each in (one, other)]
    if rests[0][:1] > "\u2e80":
        return rests[0][:4] == rests[1][:4]
    words = [[word.strip(_BESIDES) for word in rest.split(None, 2)[:2]] for rest in rests]
    return words[0] == words[1]
