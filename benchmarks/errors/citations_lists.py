"""Errors in document symbols, lists of resolutions and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.errors.citations_numbers import cited
from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import is_free, is_plain
from benchmarks.errors.view import put
from reslint.citations.finder import citations
from reslint.citations.model import SESSION, YEAR
from reslint.citations.organs import OTHER
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.exempt_zones import LINK, SYMBOL, zones
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.citations.model import Citation
    from reslint.draft.model import Paragraph

# Symbols ----------------------------------------------------------------------------------------


def _symbols(view: View) -> Iterator[tuple[Paragraph, int, int]]:
    bodies = view.parameters("CITE010")["bodies"]
    for paragraph in citations(view.draft).paragraphs:
        found = zones(paragraph, view.draft)
        for start, end, kind in found:
            if kind != SYMBOL or paragraph.text[start:end].split("/")[0] not in bodies:
                continue
            # URLs contain symbols too, and so does the target of a link.
            if any(k == LINK and s <= start and end <= e for s, e, k in found):
                continue
            if is_plain(view, paragraph, start, end):
                yield paragraph, start, end


@error_kind("CITE010", "space")
def space_in_symbol(view: View, random: Random) -> Iterator[InjectedError]:
    for paragraph, start, end in _symbols(view):
        text = paragraph.text[start:end]
        strokes = [at for at, letter in enumerate(text) if letter == "/"]
        if len(strokes) >= 2 and "(" not in text and text[-1].isalnum():
            at = start + random.choice(strokes)
            edit = Edit(*paragraph.source_span(at, at + 1), random.choice(("/ ", " /", " / ")))
            yield InjectedError(
                [edit], [paragraph.source_span(start, end)], paragraph=paragraph.place
            )


@error_kind("CITE010", "dash-between-two")
def dash_between(view: View, random: Random) -> Iterator[InjectedError]:
    for paragraph, start, end in _symbols(view):
        one, _dash, two = paragraph.text[start:end].partition("-")
        if one.count("/") >= 2 and two.count("/") >= 2:
            at = start + len(one)
            edit = Edit(*paragraph.source_span(at, at + 1), random.choice(("–", " – ", " - ")))
            yield InjectedError(
                [edit], [paragraph.source_span(start, end)], paragraph=paragraph.place
            )


# Lists and links --------------------------------------------------------------------------------


def _ascending(view: View) -> Iterator[list[Citation]]:
    """Lists of three or more citations of one organ and form, in order, with nothing between."""
    for series in citations(view.draft).lists:
        items = series.items
        keys = [(item.number.first, item.number.second, item.number.letters) for item in items]
        if (
            len(items) >= 3
            and series.close
            and len({(item.organ, item.number.form) for item in items}) == 1
            and items[0].organ not in ("", OTHER)
            and not any(item.number.prefix for item in items)
            and keys == sorted(set(keys))
            and items[0].paragraph.part in (PREAMBLE, OPERATIVE)
            and all(is_free(view, item.paragraph, item.start, item.number.end) for item in items)
        ):
            yield items


@error_kind("CITE012", "two-swapped")
def two_swapped(view: View, random: Random) -> Iterator[InjectedError]:
    for items in _ascending(view):
        at = random.randrange(len(items) - 1)
        spans = [item.paragraph.source_span(item.start, item.end) for item in items[at : at + 2]]
        one, two = (view.text[slice(*span)] for span in spans)
        edits = [Edit(*spans[0], two), Edit(*spans[1], one)]
        yield InjectedError(edits, [edits[0], edits[1]], paragraph=items[0].paragraph.place)


@error_kind("CITE012", "no-word-before-last")
def no_last_joint(view: View, _: Random) -> Iterator[InjectedError]:
    for items in _ascending(view):
        last = items[-1]
        rest = last.paragraph.text[last.end :].lstrip()
        # After a comma the list may continue, in words or with other items.
        if not items[0].plural or (rest[:1] == view.mark("comma") and rest[1:].strip()):
            continue
        start = last.start - len(last.joint)
        grammar = citations(view.draft).grammar
        assert grammar is not None
        if grammar.pattern("list_goes_on").match(last.paragraph.text, last.end):
            continue  # the word that joins the last item comes later
        matches = [grammar.joint.fullmatch(item.joint) for item in items[1:]]
        joined = [match is not None and bool(match["last"]) for match in matches]
        # If `and` follows, it is not the last item either; two lists in one already have the word.
        if grammar.joint.match(f" {rest}") or sum(joined) != 1 or not joined[-1]:
            continue
        if is_plain(view, last.paragraph, start, last.end):
            edit = Edit(*last.paragraph.source_span(start, last.start), ", ")
            if matches[-1] is not None and "mark" in matches[-1].groupdict() and matches[0]:
                # A date and the word before the number are part of what joins two items.
                word = [start + each for each in matches[-1].span("last")]
                span = last.paragraph.source_span(word[0], word[1])
                edit = Edit(*span, matches[0]["mark"])
            yield InjectedError([edit], [last.span(), edit], paragraph=last.paragraph.place)


@error_kind("CITE013", "dead-link")
def dead_link(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in cited(view, SESSION, YEAR):
        start, end = citation.span()
        edits = [put(start, "["), put(end, "](#)")]
        yield InjectedError(edits, [(start, end)], paragraph=citation.paragraph.place)


@error_kind("CITE013", "one-linked")
def one_linked(view: View, _: Random) -> Iterator[InjectedError]:
    """Remove one link of a list. With two items, the finding is at the one without a link."""
    found = citations(view.draft).citations
    if len(found) < 3 or any(citation.paragraph.links for citation in found):
        return
    for citation in cited(view, SESSION):
        start, end = citation.span()
        edits = [put(start, "["), put(end, "](https://docs.un.org/)")]
        yield InjectedError(edits, [(start, end)], paragraph=citation.paragraph.place)
