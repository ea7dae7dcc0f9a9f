"""Dates in figures alone (`25.09.2015`, `2016-09-25`), and English ones in another script."""

from __future__ import annotations

from functools import cache

from reslint.citations.dates import write_date
from reslint.citations.finder import citations
from reslint.data.patterns import expression
from reslint.draft.model import ANNEX, MASTHEAD, NOTE, OPERATIVE, OUTSIDE, PREAMBLE
from reslint.facts.draft_text import draft_text, places
from reslint.facts.exempt_zones import in_zone
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reslint.citations.grammar import Grammar
    from reslint.draft.model import Draft, Paragraph
    from reslint.text.diagnostics import Finding


_MONTHS, _DAYS = 12, 31
_LONGEST = len("September 10, 2015") + 1  # characters of a date from its month on
_MOST_SOUGHT = 20  # different figures that are sought one by one
_WORD_REACH = 20  # characters before a number in which the word "resolution" may stand
_TELLING = 3  # letters that tell English months apart
# A part of each date, whatever comes first in it. It begins with a set: such a search is fast.
_FIGURES = r"[0-9]([./-])[0-9]{1,2}\1[0-9]"
_NUMERIC = (
    r"(?<![0-9A-Za-zА-яё_./-])(?:(?P<one>[0-9]{1,2})(?P<mark>[./-])(?P<two>[0-9]{1,2})(?P=mark)"
    r"(?P<year>(?:19|20)[0-9]{2})"
    r"|(?P<first>(?:19|20)[0-9]{2})(?P<by>[./-])(?P<second>[0-9]{1,2})(?P=by)(?P<third>[0-9]{1,2}))(?![0-9A-Za-zА-яё_/-]|\.[0-9])"
)

_YEAR = r"(?:19|20)[0-9]{2})(?![0-9])"
_ENGLISH = (
    rf"[0-9](?<![0-9A-Za-z_./-].)(?P<day>[0-9]?) (?P<month>[A-Z][a-z]{{2,8}}),? (?P<year>{_YEAR}"
    rf"|[A-Z](?<![A-Za-z].)(?P<rest>[a-z]{{2,8}}) (?P<second>[0-9]{{1,2}}),? (?P<late>{_YEAR}"
)


def english(draft: Draft, grammar: Grammar) -> Iterator[Finding]:
    """The dates with an English month in a text that has another script.

    Only in the draft's own paragraphs: a masthead and the sources in notes have them rightly.
    """
    if draft.vocabulary.forms.get("typography", {}).get("script") == "latin":
        return
    text = draft_text(draft)
    for match in _english_dates(text.folded):
        paragraph, start = text.place(match.start())
        if paragraph.part not in (PREAMBLE, OPERATIVE, ANNEX):
            continue
        name = match["month"] or match[0][0] + match["rest"]
        month = english_months().get(name[:_TELLING], 0)
        day = int(match["second"] or match[0][0] + match["day"])
        end = start + len(match[0])
        if not month or not 1 <= day <= _DAYS or in_zone(paragraph, draft, start, end):
            continue
        right = write_date(grammar, (int(match["year"] or match["late"]), month, day))
        values = {"written": match[0], "right": right}
        edits = (paragraph.edit(start, end, right),)
        yield paragraph.finding(start, end, values, edits, safety="unsafe")


def _english_dates(text: str) -> Iterator[re.Match[str]]:
    """What looks like a date with an English month; the names are found faster than dates."""
    for name in english_months():
        for at in places(text, name):
            match = expression(_ENGLISH).search(text, max(at - len("10 "), 0), at + _LONGEST)
            if match is not None and match.start() <= at < match.end():
                yield match


@cache
def english_months() -> dict[str, int]:
    """The months by the first letters of their English names, which tell them apart."""
    from reslint.language.language import language

    names = language("en").forms["months"]
    return {name[:_TELLING]: place for place, name in enumerate(names, 1)}


def numeric(draft: Draft, grammar: Grammar) -> Iterator[Finding]:
    """The dates in figures alone, with a fix where day and month cannot be taken for each other."""
    figures = expression(_FIGURES)
    held = _held_figures(draft, figures)
    for paragraph in citations(draft).paragraphs:
        text = paragraph.text
        # The text of a note may be no paragraph of the draft.
        if held is not None and paragraph not in held and paragraph.part != NOTE:
            continue
        if figures.search(text) is None:
            continue
        if is_of_page(draft, paragraph, grammar):
            continue
        for match in expression(_NUMERIC).finditer(text):
            if in_zone(paragraph, draft, *match.span()) or _is_number(draft, text, match):
                continue
            year = int(match["year"] or match["first"])
            # After the year, the month comes first; else the day, unless it cannot be one.
            day, month = int(match["one"] or match["third"]), int(match["two"] or match["second"])
            certain = bool(match["first"]) or day > _MONTHS or month > _MONTHS or day == month
            if month > _MONTHS:
                day, month = month, day
            if not 1 <= month <= _MONTHS or not 1 <= day <= _DAYS:
                continue
            right = write_date(grammar, (year, month, day))
            edits = (paragraph.edit(*match.span(), right),) if certain else ()
            values = {"written": match[0], "right": right}
            yield paragraph.finding(*match.span(), values, edits, safety="unsafe")


def _held_figures(draft: Draft, figures: re.Pattern[str]) -> set[Paragraph] | None:
    """The paragraphs of a draft in which such figures stand, None where many different ones do."""
    text = draft_text(draft)
    odd = text.odd
    tokens = {
        odd[odd.rfind(" ", 0, found.start()) + 1 : odd.find(" ", found.end())]
        for found in figures.finditer(odd)
    }
    if len(tokens) > _MOST_SOUGHT:
        return None
    return {text.place(at)[0] for token in tokens for at in places(text.lowered, token)}


def _is_number(draft: Draft, text: str, match: re.Match[str]) -> bool:
    """Whether figures with strokes are the number of a resolution: `resolution 2016/1/1`."""
    if match["by"] != "/":
        return False
    before = text[max(match.start() - _WORD_REACH, 0) : match.start()]
    return draft.vocabulary.organs.headers.speaks_of_resolution(before)


def is_of_page(draft: Draft, line: Paragraph, grammar: Grammar) -> bool:
    """Whether a line above a draft has the date of its page or header, in a form of its own.

    A line that says when a resolution was adopted has not. What stands below the draft belongs to
    the page, too.
    """
    if line.part == OUTSIDE:
        return True
    if line.part != MASTHEAD:
        return False
    adoption = draft.vocabulary.pattern("adoption")
    if grammar.settings.get("running_only") or adoption is None:
        return True
    return adoption.match(line.text.lstrip(INVISIBLE)) is None
