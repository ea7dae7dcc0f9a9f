"""Errors in the numbers of resolutions: their form, the year, symbols for numbers, organs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.typography_places import is_free, is_plain
from benchmarks.errors.view import cut
from reslint.citations.finder import citations
from reslint.citations.model import AFTER, BEFORE, LIST, OWN, ROMAN, SESSION, YEAR
from reslint.citations.organs import OTHER, mentions, owner
from reslint.data.registry import SHIPPED
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.citations.model import Citation
    from reslint.draft.model import Paragraph

_SYMBOLS = {"GA": "A/RES/", "SC": "S/RES/", "ECOSOC": "E/RES/", "HRC": "A/HRC/RES/"}
_TOLD = (BEFORE, AFTER, OWN)
_REACH = 90  # characters after a citation in which a body may name its organ
_OLDEST_SESSION, _NEWEST_SESSION = 1946, 2099


def cited(view: View, *forms: str) -> Iterator[Citation]:
    """Resolutions cited in the draft's own text, by the form of their number."""
    for citation in citations(view.draft).citations:
        paragraph, number = citation.paragraph, citation.number
        if (
            paragraph.part in (PREAMBLE, OPERATIVE)
            and citation.kind == "resolution"
            and number.form in forms
            and citation.organ != OTHER
            and is_free(view, paragraph, number.start, number.end)
        ):
            yield citation


def written_number(citation: Citation) -> str:
    """The number as written."""
    return citation.paragraph.text[citation.number.start : citation.number.end]


def renumbered(citation: Citation, text: str, *, restores: bool = True) -> InjectedError:
    """Replace the number."""
    edit = Edit(*citation.span(), text)
    return InjectedError([edit], [edit], paragraph=citation.paragraph.place, restores=restores)


# Form -------------------------------------------------------------------------------------------


@error_kind("CITE001", "stroke-for-year")
def stroke_for_year(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in cited(view, YEAR):
        number = citation.number
        # 1973/2011 is a valid number of the Economic and Social Council.
        if _OLDEST_SESSION <= number.first <= _NEWEST_SESSION or number.first < 100:
            continue
        if citation.head >= 0 and not number.letters:
            yield renumbered(citation, f"{number.first}/{number.second}")


@error_kind("CITE001", "year-closed-up")
def year_closed_up(view: View, _: Random) -> Iterator[InjectedError]:
    if re.fullmatch(view.forms["citations"].get("number_gap", r"\s"), ""):
        return  # no space is correct too
    for citation in cited(view, YEAR, ROMAN):
        written = written_number(citation)
        before = written.index("(") - 1
        if not written[before].strip():
            yield renumbered(citation, written[:before] + written[before + 1 :])


@error_kind("CITE001", "hyphen")
def hyphen(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in cited(view, SESSION):
        number = citation.number
        if citation.head >= 0 and number.first >= 10 and not number.prefix:
            yield renumbered(citation, written_number(citation).replace("/", "-"))


@error_kind("CITE001", "spaces")
def spaces(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in cited(view, SESSION):
        if citation.head >= 0 and not citation.number.prefix:
            yield renumbered(citation, written_number(citation).replace("/", " / "))


@error_kind("CITE001", "letter-closed-up")
def letter_closed_up(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in cited(view, SESSION, ROMAN):
        letter = citation.number.letters
        if citation.head >= 0 and len(letter) == 1:
            written = written_number(citation)
            at = written.find(letter)
            if at > 0 and not written[at - 1].strip():
                yield renumbered(citation, written[: at - 1] + written[at:])


@error_kind("CITE002", "year-lost")
def year_lost(view: View, _: Random) -> Iterator[InjectedError]:
    """Drop the year. The number then no longer shows its organ, so the Council must be named."""
    for citation in cited(view, YEAR):
        number = citation.number
        if citation.how not in _TOLD:
            # If another body is named before it, the number may be that body's.
            if view.organ(citation.paragraph) != "SC" or _others_before(view, citation):
                continue
        if citation.head >= 0 and number.first >= 100 and not number.letters:
            restores = SHIPPED.council_year(number.first) == number.second
            yield renumbered(citation, str(number.first), restores=restores)


def _others_before(view: View, citation: Citation) -> bool:
    grammar = citations(view.draft).grammar
    return grammar is not None and any(
        mention.organ == OTHER and citation.start - _REACH < mention.end <= citation.start
        for mention in mentions(citation.paragraph, grammar)
    )


@error_kind("CITE003", "symbol")
def symbol(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in cited(view, SESSION, YEAR):
        number = citation.number
        if citation.how not in _TOLD or citation.head < 0 or number.letters or not citation.organ:
            continue
        yield renumbered(citation, _SYMBOLS[citation.organ] + written_number(citation))


@error_kind("CITE003", "symbol-in-list")
def symbol_in_list(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in cited(view, SESSION, YEAR):
        if citation.how == LIST and citation.organ and not citation.number.letters:
            yield renumbered(citation, _SYMBOLS[citation.organ] + written_number(citation))


# Organ ------------------------------------------------------------------------------------------


def _alone(view: View, citation: Citation, own: tuple[int, int]) -> bool:
    """Whether no other body is named whose resolution this may be."""
    grammar = citations(view.draft).grammar
    assert grammar is not None
    paragraph: Paragraph | None = citation.paragraph
    assert paragraph is not None
    for mention in mentions(paragraph, grammar):
        if own[0] <= mention.start < own[1]:
            continue
        if mention.start < citation.start or mention.start <= citation.end + _REACH:
            return False
    paragraph = paragraph.parent
    while paragraph is not None:
        if mentions(paragraph, grammar):
            return False
        paragraph = paragraph.parent
    return True


def _strangers(view: View) -> Iterator[Citation]:
    """Citations of a single number that cannot belong to the organ that speaks."""
    session = view.draft.masthead.session
    for citation in cited(view, SESSION):
        speaker = view.organ(citation.paragraph)
        # If several organs are possible, only a named organ tells whose number it is.
        if owner(citation.number.text, speaker, session) and not citation.number.prefix:
            if citation.list is not None and len(citation.list.items) == 1:
                yield citation


@error_kind("CITE009", "organ-after-lost")
def organ_after_lost(view: View, _: Random) -> Iterator[InjectedError]:
    for citation in _strangers(view):
        if citation.how == AFTER:
            start = citation.number.end
            end = citation.gap[0] if citation.after_organ and citation.date else citation.end
            if not citation.after_organ and citation.date:
                start = citation.date.end
            if _alone(view, citation, (start, end)):
                edit = cut(*citation.paragraph.source_span(start, end))
                place = citation.paragraph.place
                yield InjectedError([edit], [citation.span()], paragraph=place)


@error_kind("CITE009", "organ-before-lost")
def organ_before_lost(view: View, _: Random) -> Iterator[InjectedError]:
    grammar = citations(view.draft).grammar
    for citation in _strangers(view):
        if citation.how != BEFORE or grammar is None:
            continue
        for mention in mentions(citation.paragraph, grammar):
            gap = citation.paragraph.text[mention.end : max(citation.head, mention.end)]
            own = (mention.start, citation.head)
            if mention.start < citation.head and not gap.strip() and gap:
                if is_plain(view, citation.paragraph, *own) and _alone(view, citation, own):
                    edit = cut(*citation.paragraph.source_span(*own))
                    place = citation.paragraph.place
                    yield InjectedError([edit], [citation.span()], paragraph=place)


@error_kind("CITE009", "own-with-number-of-others")
def own_of_others(view: View, random: Random) -> Iterator[InjectedError]:
    """Write `its resolution` with the number of another organ's resolution in the draft."""
    session = view.draft.masthead.session
    found = list(cited(view, SESSION))
    for citation in found:
        speaker = view.organ(citation.paragraph)
        others = [
            other
            for other in found
            if owner(other.number.text, speaker, session) and not other.number.prefix
            if (other.date is None) == (citation.date is None)
        ]
        lonely = citation.list is not None and len(citation.list.items) == 1
        if others and citation.how == OWN and lonely and _alone(view, citation, (0, 0)):
            other = random.choice(others)
            number = Edit(*citation.span(), written_number(other))
            edits = [number]
            if citation.date is not None and other.date is not None:
                one, two = (
                    each.paragraph.source_span(each.start, each.end)
                    for each in (citation.date, other.date)
                )
                edits.append(Edit(*one, view.text[slice(*two)]))
            yield InjectedError(edits, [number], paragraph=citation.paragraph.place)


@error_kind("CITE016", "own-number")
def own_number(view: View, _: Random) -> Iterator[InjectedError]:
    number = view.draft.masthead.number
    for citation in cited(view, SESSION, YEAR):
        if number and citation.how == OWN and citation.organ == view.draft.organ:
            alone = citation.list is not None and len(citation.list.items) == 1
            if alone and citation.date is None and citation.number.text != number:
                yield renumbered(citation, number)
