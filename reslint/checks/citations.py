"""Citations of resolutions: numbers, organs, dates, symbols, titles, lists, links.

The kinds of the family; those on dates, symbols, titles and lists are in modules of their own.
"""

from __future__ import annotations

from reslint.checks.citation_dates import form as date_form
from reslint.checks.citation_dates import joint as date_joint
from reslint.checks.citation_joints import separator_missing, word_missing
from reslint.checks.citation_lists import links, order, own, undated
from reslint.checks.citation_registry import disagree, impossible, wrong
from reslint.checks.citation_symbols import form as symbol_form
from reslint.checks.citation_symbols import instead_of_number
from reslint.checks.citation_titles import closing_place, quotes, wording
from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.checks.next_session import agenda_title, session
from reslint.citations.finder import citations
from reslint.citations.model import AFTER, BARE, BEFORE, SESSION, WRONG, YEAR
from reslint.citations.organs import OTHER, mentions, owner
from reslint.data.patterns import expression
from reslint.draft.model import NOTE, OPERATIVE, PREAMBLE
from reslint.facts.exempt_zones import is_quoted
from reslint.text.diagnostics import Edit, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.citations.grammar import Grammar
    from reslint.citations.model import Citation, OddNumber
    from reslint.draft.model import Draft, Paragraph


_NAMED_AFTER = 60  # characters in which the body stands that adopted the resolution
_CLAUSE = r"[^,;،؛，；。]*"
_BEFORE_REACH = 80  # characters before a bare number in which another body may be named
_AFTER_REACH = 90  # characters after a citation in which its organ may be named


def number_form(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A number that is written like none of the organs'."""
    found = citations(draft)
    if found.grammar is None:
        return
    for odd in found.odd:
        if odd.form != WRONG or odd.organ == OTHER:
            continue
        if is_quoted(odd.paragraph, draft, odd.start):
            continue
        if odd.paragraph.part == NOTE and _other_body(found.grammar, odd):
            continue
        if not odd.named and (draft.organ == OTHER or _numbers_otherwise(found.grammar, odd)):
            continue  # it may be a resolution of that other organ
        yield odd.paragraph.finding(odd.start, odd.end, {"written": odd.text, "right": odd.right})
    for citation in found.citations:
        yield from _badly_joined(draft, found.grammar, citation)
    yield from word_missing(draft, rule)


def _badly_joined(draft: Draft, grammar: Grammar, citation: Citation) -> Iterator[Finding]:
    """A number without a space before or after it, or with a sign (`No.`) before it."""
    paragraph, number = citation.paragraph, citation.number
    text = paragraph.text
    # Other bodies have other forms of numbers, with a sign before them.
    if grammar.forms.get("unspaced") or citation.organ == OTHER or "/" not in number.text:
        return
    start, end, word = number.start, number.end, ""
    if citation.head >= 0:
        word = citation.word
        between = text[citation.head + len(word) : start]
        if not between or grammar.pattern("number_sign").match(between.lstrip() + "1"):
            start = citation.head
    after = None
    if text[end - 1].isdigit() and text[end : end + 1].isalnum():
        after = expression(r"[^\W\d_]{2,}(?=\s)").match(text, end)
    if start == number.start and after is None:
        return
    if is_quoted(paragraph, draft, number.start):
        return
    right = f"{word} {number.text}" if start < number.start else number.text
    if after is not None:
        right, end = f"{right} {after[0]}", after.end()
    yield paragraph.finding(start, end, {"written": text[start:end], "right": right})


def _other_body(grammar: Grammar, odd: OddNumber) -> bool:
    """Whether a body that may number its resolutions in its own way is named shortly before."""
    return any(
        mention.organ == OTHER and odd.start - _BEFORE_REACH < mention.end <= odd.start
        for mention in mentions(odd.paragraph, grammar)
    )


def _numbers_otherwise(grammar: Grammar, odd: OddNumber) -> bool:
    """Whether a body is named before, or right after, that numbers resolutions in its own way."""
    text, pattern = odd.paragraph.text, grammar.pattern("own_numbers")
    if pattern.search(text, 0, odd.start) is not None:
        return True
    clause = expression(_CLAUSE).match(text, odd.end, odd.end + _NAMED_AFTER)
    return clause is not None and pattern.search(text, odd.end, clause.end()) is not None


def year_missing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A Security Council resolution without its year."""
    found = citations(draft)
    if found.grammar is None:
        return
    years = {
        citation.number.first: citation.number.second
        for citation in reversed(found.citations)
        if citation.number.form == YEAR
    }
    for odd in found.odd:
        paragraph = odd.paragraph
        if (
            odd.form != BARE
            or odd.organ not in ("SC", "")
            or is_quoted(paragraph, draft, odd.start)
        ):
            continue
        speaker = paragraph.resolution.organ if paragraph.resolution else draft.organ
        if odd.organ != "SC" and (speaker != "SC" or _other_body(found.grammar, odd)):
            continue
        number = int(odd.text)
        known = number in years
        year = years.get(number) or draft.registry.council_year(number)
        edge = paragraph.plain.source_end(odd.end)
        written = f"{found.grammar.forms.get('year_gap', ' ')}({year})"
        values = {"number": odd.text, "right": f"{odd.text}{written}" if year else ""}
        yield paragraph.finding(
            odd.start,
            odd.end,
            values,
            (Edit(edge, edge, written),) if year else (),
            variant="repeated" if known else "known" if year else None,
            severity="info" if known else None,
        )


def organ_missing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Another organ's resolution where nobody says whose it is."""
    found = citations(draft)
    grammar = found.grammar
    if grammar is None:
        return
    for series in found.lists:
        citation = series.items[0]
        paragraph, number = citation.paragraph, citation.number
        if (
            paragraph.part not in (PREAMBLE, OPERATIVE)
            or citation.kind != "resolution"
            or number.form != SESSION
            or citation.how in (BEFORE, AFTER)
            or is_quoted(paragraph, draft, citation.start)
        ):
            continue
        speaker = paragraph.resolution.organ if paragraph.resolution else draft.organ
        other = owner(number.key, speaker, draft.masthead.session)
        if number.prefix or other is None or _named(grammar, citation, speaker):
            continue
        name = grammar.names.get(other, "")
        template: str = grammar.forms.get("named", "")
        word = citation.word
        start = paragraph.text[citation.head : citation.head + 1]
        suggestion = (
            template.format(organ=name, word=start + word.lstrip(start), number=number.text)
            if name
            else ""
        )
        yield Finding(
            *citation.span(),
            paragraph.place,
            {"number": number.text, "right": suggestion},
            variant="named" if suggestion else None,
        )


def _named(grammar: Grammar, citation: Citation, speaker: str) -> bool:
    """Whether a body other than the speaker is named before a citation, or right after it."""
    paragraph: Paragraph | None = citation.paragraph
    assert paragraph is not None and citation.list is not None
    end = _title_end(grammar, paragraph.text, citation.list.items[-1].end)
    # `of the` and a capital: somebody is named, if not by a name that we know.
    joint = grammar.pattern("after").match(paragraph.text, citation.number.end)
    if joint is not None and paragraph.text[joint.end() : joint.end() + 1].isupper():
        return True
    for mention in mentions(paragraph, grammar):
        if mention.start < citation.start or end <= mention.start <= end + _AFTER_REACH:
            return True
    paragraph = paragraph.parent
    while paragraph is not None:
        if mentions(paragraph, grammar):
            return True
        paragraph = paragraph.parent
    return False


def _title_end(grammar: Grammar, text: str, end: int) -> int:
    """Where a citation ends whose quoted title, if any, counts as a part of it."""
    settings = grammar.forms.get("titles", {})
    title = grammar.pattern("title").match(text, end) if settings else None
    if title is None:
        return end
    opening, closing = settings["marks"]
    if not text.startswith(opening, title.end()):
        return end
    return max(end, closing_place(text, title.end(), opening, closing))


_DATES = ("number", "written", "right", "other", "agreeing", "total", "year", "opens", "closes")
KINDS = {
    "number-form": Kind(number_form, placeholders=("written", "right"), scope=PARAGRAPH),
    "year-missing": Kind(year_missing, placeholders=("number", "right"), reads=("cited",)),
    "symbol-instead-of-number": Kind(
        instead_of_number, placeholders=("symbol", "number"), scope=PARAGRAPH
    ),
    "date-joint": Kind(date_joint, placeholders=("number", "written", "right"), scope=PARAGRAPH),
    "date-form": Kind(date_form, placeholders=("written", "right"), scope=PARAGRAPH),
    "dates-disagree": Kind(disagree, placeholders=_DATES, reads=("cited",)),
    "date-impossible": Kind(impossible, placeholders=_DATES, reads=("cited",)),
    "date-wrong": Kind(wrong, placeholders=_DATES, reads=("cited",)),
    "organ-missing": Kind(organ_missing, placeholders=("number", "right"), reads=("cited",)),
    "symbol-form": Kind(
        symbol_form,
        parameters={
            "bodies": {
                "type": "array",
                "items": {"type": "string"},
                "default": ["A", "S", "E", "ST"],
                "description": "the first components of symbols",
            }
        },
        placeholders=("written", "right"),
        scope=PARAGRAPH,
    ),
    "title-quotes": Kind(
        quotes, placeholders=("word", "opening", "closing", "mark"), scope=PARAGRAPH
    ),
    "list-order": Kind(order, placeholders=("number", "before"), scope=PARAGRAPH),
    "separator-missing": Kind(
        separator_missing, placeholders=("number", "before"), scope=PARAGRAPH
    ),
    "session-not-later": Kind(session, placeholders=("session",), scope=PARAGRAPH),
    "agenda-title": Kind(agenda_title, placeholders=("written", "title"), scope=PARAGRAPH),
    "links": Kind(links, placeholders=("number", "linked", "all"), reads=("cited",)),
    "first-undated": Kind(undated, placeholders=("number",)),
    "title-wrong": Kind(wording, placeholders=("number", "title", "written"), scope=PARAGRAPH),
    "own": Kind(own, placeholders=("number", "written"), reads=("cited",)),
}
