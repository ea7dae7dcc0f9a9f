"""Figures: per cent, ordinals, ranges of years. `typography_thousands` has the marks in numbers."""

from __future__ import annotations

import re

from reslint.checks.selection import replace
from reslint.draft.model import MASTHEAD
from reslint.facts import fact
from reslint.facts.capitals import different_capital_words
from reslint.facts.draft_text import (
    RUNNING,
    WITH_CLOSING,
    draft_text,
    places,
    reportable_span,
    word_after,
    word_before,
)
from reslint.language.organ_names import OTHER
from reslint.text.diagnostics import Finding
from reslint.text.folding import SPACES, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft


_WHEREVER_MEETINGS_ARE = WITH_CLOSING | {MASTHEAD}
_DASHES = "-–\u2011"
_CLUSTER = rf"[0-9]+(?:[.,{SPACES}–\u2011-][0-9]+)*"
_ROMAN = frozenset("IVXLCDM")


def typography_forms(draft: Draft) -> dict[str, Any]:
    """What the vocabulary says of typography."""
    forms: dict[str, Any] = draft.vocabulary.forms.get("typography", {})
    return forms


@fact
def numbers(draft: Draft) -> list[tuple[int, int]]:
    """Where figures stand in the whole text, groups and ranges as one."""
    return [match.span() for match in re.finditer(_CLUSTER, draft_text(draft).text)]


def per_cent(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The sign where the language writes words, another form of the words, a missing space."""
    forms = typography_forms(draft).get("per_cent")
    if not forms or draft.organ in forms.get("silent", ()):
        return
    text = draft_text(draft).text
    right: str = forms["right"]
    if "%" in text:
        for at in places(text, "%"):
            start = at
            while start and text[start - 1] in SPACES:
                start -= 1
            if not text[start - 1 : start].isdigit() or (right == "%" and start < at):
                continue
            found = reportable_span(draft, start - 1, at + 1)
            if found is None:
                continue
            paragraph, first, last = found
            space = paragraph.text[first + 1 : last - 1][:1] or " "
            word = _counted(paragraph.text, first + 1, forms)
            yield paragraph.finding(
                first + 1,
                last,
                {"written": "%", "right": word},
                replace(draft, paragraph, first + 1, last, space + word),
                variant="space" if right == "%" else None,
                safety="unsafe" if "by_number" in forms else None,
            )
    whole = draft_text(draft)
    for wrong in forms.get("wrong", ()):
        if wrong.split()[0] in whole.words:
            for at in whole.occurrences(wrong):
                found = reportable_span(draft, at, at + len(wrong))
                if found is None:
                    continue
                paragraph, first, last = found
                if right == "%" and not word_before(paragraph.text, first)[-1:].isdecimal():
                    continue  # after a number in words it is in words, too
                written = paragraph.text[first:last]
                yield paragraph.finding(
                    first,
                    last,
                    {"written": written, "right": right},
                    replace(draft, paragraph, first, last, right),
                )


_IN_NUMBERS = "0123456789.,"


def _counted(text: str, end: int, forms: dict[str, Any]) -> str:
    """The word for per cent after the number that ends at a place."""
    first = end
    while first and (text[first - 1] in SPACES or text[first - 1] in _IN_NUMBERS):
        first -= 1
    number = re.search(rf"[0-9](?:[0-9.,{SPACES}]*[0-9])?\Z", text[first:end])
    word: str = forms["right"]
    if number is None:
        return word
    plain = fold_in_place(number[0])
    patterns = forms.get("by_number", ())
    return next((each for pattern, each in patterns if re.fullmatch(pattern, plain)), word)


def year_ranges(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A range of years with another dash than the language has it."""
    right = typography_forms(draft).get("range_dash")
    if not right:
        return
    text = draft_text(draft).text
    accepted = (right, "\u2011") if right == "-" else (right,)
    wrong = "–" if right == "-" else "-"  # the text is folded: U+2011 is a hyphen in it
    if not re.search(f"[0-9][0-9]{{3}}{wrong}[0-9]{{4}}", draft_text(draft).odd):
        return
    for start, end in numbers(draft):
        if end - start != 9 or text[start + 4] not in _DASHES or text[start + 4] in accepted:
            continue
        first_year, second_year = text[start : start + 4], text[start + 5 : end]
        if not (first_year.isdigit() and second_year.isdigit()):
            continue
        if not "1900" <= first_year < second_year <= "2100":
            continue
        around = text[start - 1 : start] + text[end : end + 1]
        if "/" in around or any(_continues(each) or each in _DASHES for each in around):
            continue
        found = reportable_span(draft, start, end)
        if found is None:
            continue
        paragraph, first, last = found
        yield paragraph.finding(
            first,
            last,
            {"written": text[start:end], "right": f"{first_year}{right}{second_year}"},
            replace(draft, paragraph, first + 4, first + 5, right),
        )


def _continues(character: str) -> bool:
    """Whether a character beside figures makes them part of a word; ideographs stand apart."""
    return character.isalnum() and not "\u3000" <= character <= "\u9fff"


def ordinals(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A figure with a wrong ending for `first`, `second` …"""
    by_figures: dict[str, str] = typography_forms(draft).get("ordinals_by_figures", {})
    if by_figures:
        yield from _ordinals_by_figures(draft, by_figures)
    table: dict[str, str] = typography_forms(draft).get("ordinals", {})
    if not table:
        return
    text = draft_text(draft)
    endings = sorted(table, key=len, reverse=True)
    # A sign (º) counts as a letter, but is no ending to look for among words.
    plain = tuple(ending for ending in endings if ending.isalpha())
    for number, ending in sorted(_numbered(draft, plain)) if plain else ():
        for start in text.occurrences(number + ending, lowered=False):
            yield from _ordinal(draft, start, len(number), ending, table[ending])
    for sign in sorted({each[0] for each in endings if not each[0].isalpha()}):
        signed = [each for each in endings if each[0] == sign]
        if not any(each in text.odd for each in signed):
            continue
        for at in places(text.text, sign):
            ending = next((each for each in signed if text.text.startswith(each, at)), "")
            if ending and not text.text[at + len(ending) : at + len(ending) + 1].isalnum():
                start = at
                while start and text.text[start - 1].isdecimal():
                    start -= 1
                yield from _ordinal(draft, start, at - start, ending, table[ending])


def _ordinals_by_figures(draft: Draft, table: dict[str, str]) -> Iterator[Finding]:
    """A figure with the ending of another one: `42th`; its last figures tell the right one."""
    text = draft_text(draft)
    for number, ending in sorted({*_numbered(draft, tuple(sorted(set(table.values()))))}):
        last = max((each for each in table if number.endswith(each)), key=len)
        if table[last] != ending:
            for start in text.occurrences(number + ending, lowered=False):
                yield from _ordinal(draft, start, len(number), ending, table[last])


def _numbered(draft: Draft, endings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The numbers of a draft that have one of these endings, longest first, with their ending."""
    either = "|".join(map(re.escape, endings))
    figures = rf"(\d\d*)({either})(?!\w)"  # a set comes first: so a search is fast
    yield from dict.fromkeys(re.findall(figures, draft_text(draft).odd))
    if typography_forms(draft).get("ordinals_of_figures"):
        return
    # XXIème ends in "ème", 21ième in "ième": the number has capitals, the ending none.
    for word in different_capital_words(draft):
        for ending in endings if word.endswith(endings) else ():
            number = word.removesuffix(ending)
            if number and number != word and _ROMAN.issuperset(number):
                yield number, ending


def _goes_on(text: str, at: int) -> bool:
    """Whether a sentence goes on at a place behind a full stop: with a mark or a small letter."""
    return text[at : at + 1] in (",", ";") or text[at : at + 2].lstrip()[:1].islower()


def _ordinal(draft: Draft, start: int, figures: int, wrong: str, right: str) -> Iterator[Finding]:
    text = draft_text(draft).text
    number = text[start : start + figures]
    end = start + figures + len(wrong)
    if wrong in typography_forms(draft).get("ordinals_with_stop", ()):
        end += text[end : end + 1] == "." and _goes_on(text, end + 1)
    found = reportable_span(draft, start, end, _WHEREVER_MEETINGS_ARE)
    if found is None or not number or not (number.isdecimal() or number.isupper()):
        return
    paragraph, first, last = found
    forms = typography_forms(draft)
    if draft.organ == OTHER and wrong in forms.get("ordinals_of_others", ()):
        return
    if paragraph.part not in RUNNING and wrong in forms.get("ordinals_in_text", ()):
        return  # in mastheads and closing lines it is mostly a raised letter lost in recovery
    if not wrong.isalpha() and word_after(text, end).lower() in forms.get("not_ordinal_before", ()):
        return  # degrees
    as_written = draft.source.text[slice(*paragraph.source_span(first, last))]
    if as_written != text[start:end] and wrong in forms.get("ordinals_in_text", ()):
        return  # raised: only the letter is another one
    raised = f"<sup>{right}</sup>"
    source = draft.look_beyond(paragraph).source.text
    times = source.count(raised)
    if times and times > len(re.findall(rf"[0-9]{re.escape(right)}\b", source)):
        ending = raised
    else:
        ending = right
    if as_written != text[start:end]:
        ending = right  # the ending is raised already
    yield paragraph.finding(
        first,
        last,
        {"written": text[start:end], "right": number + right},
        replace(draft, paragraph, first, last, number + ending),
    )
