"""Slips in the numbers of resolutions: their form, the year, symbols, organs, links, order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.slips.kinds import Slip, slip_kind
from benchmarks.slips.typography_places import is_free, is_plain
from benchmarks.slips.view import cut, put
from reslint.diagnostics import Edit
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.citations import citations
from reslint.facts.citations.model import AFTER, BEFORE, LIST, OWN, ROMAN, SESSION, YEAR
from reslint.facts.citations.organs import OTHER, mentions
from reslint.facts.resolution_numbers import owner
from reslint.facts.zones import LINK, SYMBOL, zones
from reslint.registry import council_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.slips.view import View
    from reslint.draft.model import Paragraph
    from reslint.facts.citations.model import Citation

_SYMBOLS = {"GA": "A/RES/", "SC": "S/RES/", "ECOSOC": "E/RES/", "HRC": "A/HRC/RES/"}
_TOLD = (BEFORE, AFTER, OWN)
_REACH = 90  # characters after a citation in which a body named says whose it is
_OLDEST_SESSION, _NEWEST_SESSION = 1946, 2099


def cited(view: View, *forms: str) -> Iterator[Citation]:
    """The resolutions that the draft's own text cites by numbers of some form."""
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
    """The number as the text has it."""
    return citation.paragraph.text[citation.number.start : citation.number.end]


def renumbered(citation: Citation, text: str, *, restores: bool = True) -> Slip:
    """The slip of another number."""
    edit = Edit(*citation.span(), text)
    return Slip([edit], [edit], paragraph=citation.paragraph.place, restores=restores)


# Form -------------------------------------------------------------------------------------------


@slip_kind("CITE001", "stroke-for-year")
def stroke_for_year(view: View, _: Random) -> Iterator[Slip]:
    for citation in cited(view, YEAR):
        number = citation.number
        # 1973/2011 is a well-formed number, of the Economic and Social Council.
        if _OLDEST_SESSION <= number.first <= _NEWEST_SESSION or number.first < 100:
            continue
        if citation.head >= 0 and not number.letters:
            yield renumbered(citation, f"{number.first}/{number.second}")


@slip_kind("CITE001", "year-closed-up")
def year_closed_up(view: View, _: Random) -> Iterator[Slip]:
    if re.fullmatch(view.forms["citations"].get("number_gap", r"\s"), ""):
        return  # closed up is right, or right as well
    for citation in cited(view, YEAR, ROMAN):
        written = written_number(citation)
        before = written.index("(") - 1
        if not written[before].strip():
            yield renumbered(citation, written[:before] + written[before + 1 :])


@slip_kind("CITE001", "hyphen")
def hyphen(view: View, _: Random) -> Iterator[Slip]:
    for citation in cited(view, SESSION):
        number = citation.number
        if citation.head >= 0 and number.first >= 10 and not number.prefix:
            yield renumbered(citation, written_number(citation).replace("/", "-"))


@slip_kind("CITE001", "spaces")
def spaces(view: View, _: Random) -> Iterator[Slip]:
    for citation in cited(view, SESSION):
        if citation.head >= 0 and not citation.number.prefix:
            yield renumbered(citation, written_number(citation).replace("/", " / "))


@slip_kind("CITE001", "letter-closed-up")
def letter_closed_up(view: View, _: Random) -> Iterator[Slip]:
    for citation in cited(view, SESSION, ROMAN):
        letter = citation.number.letters
        if citation.head >= 0 and len(letter) == 1:
            written = written_number(citation)
            at = written.find(letter)
            if at > 0 and not written[at - 1].strip():
                yield renumbered(citation, written[: at - 1] + written[at:])


@slip_kind("CITE002", "year-lost")
def year_lost(view: View, _: Random) -> Iterator[Slip]:
    """Without year the number says nothing of its organ: somebody must name the Council."""
    for citation in cited(view, YEAR):
        number = citation.number
        if citation.how not in _TOLD:
            # Where another body is named before it, the number may be that body's.
            if view.organ(citation.paragraph) != "SC" or _others_before(view, citation):
                continue
        if citation.head >= 0 and number.first >= 100 and not number.letters:
            restores = council_year(number.first) == number.second
            yield renumbered(citation, str(number.first), restores=restores)


def _others_before(view: View, citation: Citation) -> bool:
    grammar = citations(view.draft).grammar
    return grammar is not None and any(
        mention.organ == OTHER and citation.start - _REACH < mention.end <= citation.start
        for mention in mentions(grammar, citation.paragraph)
    )


@slip_kind("CITE003", "symbol")
def symbol(view: View, _: Random) -> Iterator[Slip]:
    for citation in cited(view, SESSION, YEAR):
        number = citation.number
        if citation.how not in _TOLD or citation.head < 0 or number.letters or not citation.organ:
            continue
        yield renumbered(citation, _SYMBOLS[citation.organ] + written_number(citation))


@slip_kind("CITE003", "symbol-in-list")
def symbol_in_list(view: View, _: Random) -> Iterator[Slip]:
    for citation in cited(view, SESSION, YEAR):
        if citation.how == LIST and citation.organ and not citation.number.letters:
            yield renumbered(citation, _SYMBOLS[citation.organ] + written_number(citation))


# Organ ------------------------------------------------------------------------------------------


def _alone(view: View, citation: Citation, own: tuple[int, int]) -> bool:
    """Whether no body but the one to be left out says whose a resolution may be."""
    grammar = citations(view.draft).grammar
    assert grammar is not None
    paragraph: Paragraph | None = citation.paragraph
    assert paragraph is not None
    for mention in mentions(grammar, paragraph):
        if own[0] <= mention.start < own[1]:
            continue
        if mention.start < citation.start or mention.start <= citation.end + _REACH:
            return False
    paragraph = paragraph.parent
    while paragraph is not None:
        if mentions(grammar, paragraph):
            return False
        paragraph = paragraph.parent
    return True


def _strangers(view: View) -> Iterator[Citation]:
    """Single citations of a number that cannot be the speaker's own."""
    session = view.draft.masthead.session
    for citation in cited(view, SESSION):
        speaker = view.organ(citation.paragraph)
        # Where several may be meant, nobody can tell whose the number is without its organ.
        if owner(citation.number.text, speaker, session) and not citation.number.prefix:
            if citation.list is not None and len(citation.list.items) == 1:
                yield citation


@slip_kind("CITE009", "organ-after-lost")
def organ_after_lost(view: View, _: Random) -> Iterator[Slip]:
    for citation in _strangers(view):
        if citation.how == AFTER:
            start = citation.number.end
            end = citation.gap[0] if citation.after_organ and citation.date else citation.end
            if not citation.after_organ and citation.date:
                start = citation.date.end
            if _alone(view, citation, (start, end)):
                edit = cut(*citation.paragraph.source_span(start, end))
                place = citation.paragraph.place
                yield Slip([edit], [citation.span()], paragraph=place)


@slip_kind("CITE009", "organ-before-lost")
def organ_before_lost(view: View, _: Random) -> Iterator[Slip]:
    grammar = citations(view.draft).grammar
    for citation in _strangers(view):
        if citation.how != BEFORE or grammar is None:
            continue
        for mention in mentions(grammar, citation.paragraph):
            gap = citation.paragraph.text[mention.end : max(citation.head, mention.end)]
            own = (mention.start, citation.head)
            if mention.start < citation.head and not gap.strip() and gap:
                if is_plain(view, citation.paragraph, *own) and _alone(view, citation, own):
                    edit = cut(*citation.paragraph.source_span(*own))
                    place = citation.paragraph.place
                    yield Slip([edit], [citation.span()], paragraph=place)


@slip_kind("CITE009", "own-with-number-of-others")
def own_of_others(view: View, random: Random) -> Iterator[Slip]:
    """`its resolution` with the number of another organ's resolution that the draft cites."""
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
            yield Slip(edits, [number], paragraph=citation.paragraph.place)


@slip_kind("CITE016", "own-number")
def own_number(view: View, _: Random) -> Iterator[Slip]:
    number = view.draft.masthead.number
    for citation in cited(view, SESSION, YEAR):
        if number and citation.how == OWN and citation.organ == view.draft.organ:
            alone = citation.list is not None and len(citation.list.items) == 1
            if alone and citation.date is None and citation.number.text != number:
                yield renumbered(citation, number)


# Symbols ----------------------------------------------------------------------------------------


def _symbols(view: View) -> Iterator[tuple[Paragraph, int, int]]:
    bodies = view.parameters("CITE010")["bodies"]
    for paragraph in citations(view.draft).paragraphs:
        found = zones(paragraph, view.draft)
        for start, end, kind in found:
            if kind != SYMBOL or paragraph.text[start:end].split("/")[0] not in bodies:
                continue
            # Addresses hold symbols, too, and a link has the symbol in its target.
            if any(k == LINK and s <= start and end <= e for s, e, k in found):
                continue
            if is_plain(view, paragraph, start, end):
                yield paragraph, start, end


@slip_kind("CITE010", "space")
def space_in_symbol(view: View, random: Random) -> Iterator[Slip]:
    for paragraph, start, end in _symbols(view):
        text = paragraph.text[start:end]
        strokes = [at for at, letter in enumerate(text) if letter == "/"]
        if len(strokes) >= 2 and "(" not in text and text[-1].isalnum():
            at = start + random.choice(strokes)
            edit = Edit(*paragraph.source_span(at, at + 1), random.choice(("/ ", " /", " / ")))
            yield Slip([edit], [paragraph.source_span(start, end)], paragraph=paragraph.place)


@slip_kind("CITE010", "dash-between-two")
def dash_between(view: View, random: Random) -> Iterator[Slip]:
    for paragraph, start, end in _symbols(view):
        one, _dash, two = paragraph.text[start:end].partition("-")
        if one.count("/") >= 2 and two.count("/") >= 2:
            at = start + len(one)
            edit = Edit(*paragraph.source_span(at, at + 1), random.choice(("–", " – ", " - ")))
            yield Slip([edit], [paragraph.source_span(start, end)], paragraph=paragraph.place)


# Lists and links --------------------------------------------------------------------------------


def _ascending(view: View) -> Iterator[list[Citation]]:
    """Lists of three or more of one organ and form, in order, nothing but joints between."""
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


@slip_kind("CITE012", "two-swapped")
def two_swapped(view: View, random: Random) -> Iterator[Slip]:
    for items in _ascending(view):
        at = random.randrange(len(items) - 1)
        spans = [item.paragraph.source_span(item.start, item.end) for item in items[at : at + 2]]
        one, two = (view.text[slice(*span)] for span in spans)
        edits = [Edit(*spans[0], two), Edit(*spans[1], one)]
        yield Slip(edits, [edits[0], edits[1]], paragraph=items[0].paragraph.place)


@slip_kind("CITE012", "no-word-before-last")
def no_last_joint(view: View, _: Random) -> Iterator[Slip]:
    for items in _ascending(view):
        last = items[-1]
        rest = last.paragraph.text[last.end :].lstrip()
        # After a comma the list may go on, in words or with other things.
        if not items[0].plural or (rest[:1] == view.mark("comma") and rest[1:].strip()):
            continue
        start = last.start - len(last.joint)
        grammar = citations(view.draft).grammar
        assert grammar is not None
        if grammar.pattern("list_goes_on").match(last.paragraph.text, last.end):
            continue  # the word that joins the last item comes later
        matches = [grammar.joint.fullmatch(item.joint) for item in items[1:]]
        joined = [match is not None and bool(match["last"]) for match in matches]
        # Nor is it the last item where words go on with `and`; two lists in one have the word yet.
        if grammar.joint.match(f" {rest}") or sum(joined) != 1 or not joined[-1]:
            continue
        if is_plain(view, last.paragraph, start, last.end):
            edit = Edit(*last.paragraph.source_span(start, last.start), ", ")
            if matches[-1] is not None and "mark" in matches[-1].groupdict() and matches[0]:
                # A date and the word before the number belong to the joint, too.
                word = [start + each for each in matches[-1].span("last")]
                span = last.paragraph.source_span(word[0], word[1])
                edit = Edit(*span, matches[0]["mark"])
            yield Slip([edit], [last.span(), edit], paragraph=last.paragraph.place)


@slip_kind("CITE013", "dead-link")
def dead_link(view: View, _: Random) -> Iterator[Slip]:
    for citation in cited(view, SESSION, YEAR):
        start, end = citation.span()
        edits = [put(start, "["), put(end, "](#)")]
        yield Slip(edits, [(start, end)], paragraph=citation.paragraph.place)


@slip_kind("CITE013", "one-linked")
def one_linked(view: View, _: Random) -> Iterator[Slip]:
    """With one link among many, the link departs; among two, the finding is at the first bare."""
    found = citations(view.draft).citations
    if len(found) < 3 or any(citation.paragraph.links for citation in found):
        return
    for citation in cited(view, SESSION):
        start, end = citation.span()
        edits = [put(start, "["), put(end, "](https://docs.un.org/)")]
        yield Slip(edits, [(start, end)], paragraph=citation.paragraph.place)
