"""Errors that show only beside other places of the draft: names, titles of agenda items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import holds, is_free, is_plain
from benchmarks.errors.view import cut
from reslint.draft.model import MASTHEAD, OPERATIVE, PREAMBLE
from reslint.names import mentions
from reslint.names.mentions import mentions_of, table_of
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph

_CAPITAL = r"[A-ZÀ-Þ][\w-]+"
_LINKS = ("of", "on", "for")
_LONG = 5  # letters of a word that a title loses
_FEWEST = 4  # long words of a title that stays recognizable without one


@error_kind("CITE021", "word-lost")
def agenda_title(view: View, random: Random) -> Iterator[InjectedError]:
    """Drop a long word from the title of an agenda item that stands in the masthead."""
    forms = view.forms.get("next_session", {})
    if "item" not in forms:
        return
    heads = [paragraph.text for paragraph in view.draft.part(MASTHEAD)]
    for paragraph in view.draft.part(OPERATIVE):
        if not re.match(forms["keeps"], paragraph.text) or not holds(view, "CITE021", paragraph):
            continue
        for match in re.finditer(forms["item"], paragraph.text):
            start, end = match.span("title")
            words = list(re.finditer(rf" [^\W\d_]{{{_LONG},}}(?= )", match["title"]))
            if len(words) + 1 < _FEWEST or not is_plain(view, paragraph, start, end):
                continue
            if any(match["title"] in head for head in heads):
                word = random.choice(words)
                span = paragraph.source_span(start + word.start(), start + word.end())
                place = paragraph.source_span(start, end)
                yield InjectedError(
                    [cut(*span)], [place], paragraph=paragraph.place, restores=False
                )


@error_kind("NAME011", "other-form")
def other_form(view: View, random: Random) -> Iterator[InjectedError]:
    """Write a name that stands twice or more with another small word, or in another order."""
    settings = table_of(view.draft).usage.get("two_forms", {})
    if not settings:
        return
    heads = settings.get("heads", ())
    if heads:  # the last two words of the name change places
        links = "|".join(sorted({*settings["small"]} - {*settings["conjunctions"]}))
        words = r"[a-zß-ÿ][\w-]{3,}"
        pattern = rf"\b(?P<all>(?:{'|'.join(heads)}) (?:{links}) (?P<one>{words}) (?P<two>{words}))"
    else:  # one small word between words with capitals changes
        run = rf"{_CAPITAL}(?: {_CAPITAL})*"
        pattern = (
            rf"\b(?P<all>{run} (?P<link>{'|'.join(_LINKS)}) {_CAPITAL}(?: (?:and )?{_CAPITAL})+)"
        )
    found: dict[str, list[tuple[Paragraph, re.Match[str]]]] = {}
    for paragraph in view.draft.part(PREAMBLE, OPERATIVE):
        for match in re.finditer(pattern, paragraph.text):
            opens = match["all"].split()[0].lower() in settings["left_out"] or not match.start()
            if not opens and is_free(view, paragraph, *match.span("all")):
                found.setdefault(match["all"], []).append((paragraph, match))
    known = [
        (each.paragraph, each.start, each.end)
        for each in mentions_of(view.draft, mentions.OFFICIAL)
    ]
    for places in found.values():
        paragraph, match = places[-1]
        start, end = match.span("all")
        # A wrong form of a name in the tables is NAME010's.
        if len(places) < 2 or any(
            paragraph is its and first < end and start < last for its, first, last in known
        ):
            continue
        if heads:
            span = match.start("one"), match.end("two")
            wrong = f"{match['two']} {match['one']}"
        else:
            span = match.span("link")
            wrong = random.choice([each for each in _LINKS if each != match["link"]])
        edit = Edit(*paragraph.source_span(*span), wrong)
        place = paragraph.source_span(start, end)
        yield InjectedError([edit], [place], paragraph=paragraph.place, restores=False)
