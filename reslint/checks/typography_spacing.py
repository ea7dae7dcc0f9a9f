"""Spaces: doubled, missing, too many, of the wrong kind."""

from __future__ import annotations

import re

from reslint.checks.brackets import is_mirrored
from reslint.checks.doubled_marks import doubled_at_end, is_at_doubled_end
from reslint.checks.endings import ends_wrong
from reslint.checks.selection import replace
from reslint.checks.typography_emphasis import inside_emphasis
from reslint.data.patterns import expression
from reslint.draft.model import NOTE
from reslint.facts.draft_text import WITH_CLOSING, draft_text, places, reportable_span
from reslint.facts.end_remarks import before_tags
from reslint.facts.endings import ending_of, ends_with_entity
from reslint.facts.notes import separates_markers
from reslint.facts.typing_style import NO_BREAK
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft


_FIXED = (NO_BREAK, "\u202f", "\u2009")  # typed so that a mark stays with its word
_TOO_FEW = 2
_GAP = 5  # spaces that part columns
_CLOSERS = ")]»”’%°…"

_ITEM = expression(
    r" ?[(（](?:[a-z]{1,4}|[A-Z]|[IVXLC]+|(?![A-Za-z])[^\W\d_]{1,4}|[0-9]{1,3})[)）]"
)


def spaced_marks(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A mark that takes a no-break space in this language, with another space or none.

    A draft that never types no-break spaces is asked for the plain one only, one that writes the
    marks without any space is left alone.
    """
    forms = draft.vocabulary.forms.get("typography", {}).get("spaced")
    if not forms:
        return
    beside = [
        (at, mark, before)
        for before, marks in ((True, forms["before"]), (False, forms["after"]))
        for mark in marks
        for at in places(draft_text(draft).text, mark)
    ]
    text = draft_text(draft).text
    counts: dict[str, int] = dict.fromkeys(_FIXED, 0)
    plain = 0
    suspects = []
    for at, mark, before in beside:
        space = text[at - 1 : at] if before else text[at + 1 : at + 2]
        if space in counts:
            counts[space] += 1
            continue
        plain += space in SPACES and space != ""
        suspects.append((at, mark, before))
    bare = len(suspects) - plain
    fixed = sum(counts.values())
    if bare > fixed + plain or not suspects:
        return
    space = max(_FIXED, key=counts.__getitem__) if fixed >= max(plain, 1) else " "
    if len(beside) <= _TOO_FEW and NO_BREAK in text:
        space = NO_BREAK  # too few marks to show a habit: dates and numbers do
    right = tuple(SPACES) if space == " " else _FIXED
    for at, mark, before in suspects:
        yield from _badly_spaced(draft, at, mark, right, space, before=before)


def _badly_spaced(
    draft: Draft, at: int, mark: str, right: tuple[str, ...], space: str, *, before: bool
) -> Iterator[Finding]:
    text = draft_text(draft).text
    beside = text[at - 1 : at] if before else text[at + 1 : at + 2]
    beyond = text[at + 1 : at + 2] if before else text[at - 1 : at]
    if beside in right or not beside or beside == "\n":
        return
    spaced = beside in SPACES
    if before and not spaced:
        if not (beside.isalnum() or beside in _CLOSERS):
            return
        # 10:30, http://, file:name
        if mark != "»" and beyond and not (beyond.isspace() or beyond in _CLOSERS):
            return
    start = at - 1 if before and spaced else at
    end = at + 2 if not before and spaced else at + 1
    found = reportable_span(draft, start, end)
    if found is None:
        return
    paragraph, first, last = found
    here = first if before else first + 1
    if before and ending_of(paragraph).end == last and ends_wrong(draft, paragraph):
        return  # another mark should stand there: the rules on endings report it
    if spaced:
        place = paragraph.source_span(here, here + 1)
        if draft.source.plain_text(*place) != beside:
            return  # the end of a line
        edits = (Edit(*place, space),)
    else:
        inserted = paragraph.plain.source_start(here)
        edits = (Edit(inserted, inserted, space),)
    yield paragraph.finding(
        first,
        last,
        {"mark": mark},
        edits,
        variant=("before" if before else "after") + ("-plain" if spaced else ""),
    )


def spacing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Two spaces, a space before a mark or inside brackets, none after a mark, marks doubled."""
    forms = draft.vocabulary.forms.get("typography", {}).get("spacing", {})
    folded, odd = draft_text(draft).folded, draft_text(draft).odd
    if "  " in folded:
        for match in re.finditer("  +", folded):
            yield from _two_spaces(draft, *match.span())
    full_width = "never_doubled" in forms
    for mark in forms.get("none_before", ""):
        if f" {mark}" in odd:
            for at in places(folded, f" {mark}"):
                after = folded[at + 2 : at + 3]
                before = folded[at - 1 : at]
                # A full-width mark holds its own space: none follows.
                if before.isspace() or (after and not after.isspace() and not full_width):
                    continue
                if before.isalpha() and _is_letter_spaced(folded, at):
                    continue  # R E S U E L V E :
                if before in forms.get("free_after", ()):
                    continue  # where notes are numbered in parentheses, one may end there
                if before in forms.get("some_after", "") and mark in forms["some_after"]:
                    continue  # two marks in a row: reported below
                yield from _surplus(draft, at, at + 2, mark, "before")
    brackets = forms.get("brackets", True)
    for mark in "([" if brackets else "":
        if f"{mark} " in odd:
            for at in places(folded, f"{mark} "):
                yield from _surplus(draft, at, at + 2, mark, "inside")
    for mark in ")]" if brackets else "":
        if f" {mark}" in odd:
            for at in places(folded, f" {mark}"):
                yield from _surplus(draft, at, at + 2, mark, "inside")
    comma = forms.get("comma", ",")
    for opening in forms.get("opening_after_comma", [" ("]) if brackets else ():
        if f"{comma}{opening}" in folded:
            for at in places(folded, f"{comma}{opening}"):
                yield from _before_bracket(draft, at, comma)
    if "hyphen" in forms:
        yield from _torn(draft, forms)
    marks = forms.get("some_after", "")
    # A mark that begins a token may follow another one after a space.
    alone = any(f" {mark}" in odd for mark in marks)
    for mark in marks:
        crowded = odd.count(mark) != odd.count(f"{mark} ")
        if alone or (crowded and re.search(_crowded_pattern(mark, marks, spaced=False), odd)):
            yield from _crowded(draft, mark, marks)
    single = forms.get("never_doubled", "")
    if single:
        yield from _doubled(draft, single)
    stop = forms.get("stop_after", "")
    if stop and re.search(rf"{re.escape(stop)}[^\W\d_]{{2}}", odd):
        yield from _crowded_stop(draft, stop)
    yield from inside_emphasis(draft)
    yield from doubled_at_end(draft)


def _is_letter_spaced(text: str, end: int) -> bool:
    """Tell whether the word that ends at a place stands with a space behind each letter."""
    letters = text[max(end - 6, 0) : end]
    return letters[-2:-1] == letters[-4:-3] == letters[-6:-5] == " " and letters[-3:-2].isalpha()


def _two_spaces(draft: Draft, start: int, end: int) -> Iterator[Finding]:
    found = reportable_span(draft, start, end, WITH_CLOSING)
    if found is None:
        return
    paragraph, first, last = found
    if last - first >= _GAP:
        return  # columns, as in the head of a page
    span = paragraph.source_span(first, last)
    written = paragraph.text[first:last]
    if draft.source.plain_text(*span) != written:
        return  # mark-up, a note marker or a line end between the two
    kinds = set(written)
    kept = written[0] if len(kinds) == 1 else NO_BREAK if NO_BREAK in kinds else " "
    yield Finding(*span, paragraph.place, {}, (Edit(*span, kept),), variant="double")


def _surplus(draft: Draft, start: int, end: int, mark: str, variant: str) -> Iterator[Finding]:
    """A space that must not stand before or after a mark."""
    found = reportable_span(draft, start, end)
    if found is None:
        return
    paragraph, first, last = found
    if variant == "before" and is_at_doubled_end(draft, paragraph, first):
        return
    if variant == "before" and any(marker.at == last - 1 for marker in paragraph.markers):
        return  # NOTE008: the space stands before a note marker
    if variant == "inside":
        if any(first <= marker.at <= last for marker in paragraph.markers):
            return  # the bracket is one of those around the number of a note
        if is_mirrored(draft, paragraph.text, paragraph.text.index(mark, first)):
            return
    if draft.source.plain_text(*paragraph.source_span(first, last)) != paragraph.text[first:last]:
        return  # mark-up between the two, such as that of an insertion
    place = first if paragraph.text[first].isspace() else last - 1
    span = paragraph.source_span(place, place + 1)
    if not draft.source.text[span[0] : span[1]].strip(SPACES):
        edits = (Edit(*span, ""),) if span[1] > span[0] else ()
        yield paragraph.finding(first, last, {"mark": mark}, edits, variant=variant)


def _before_bracket(draft: Draft, at: int, comma: str) -> Iterator[Finding]:
    """A comma before a bracket that holds what belongs to the words before it."""
    text = draft_text(draft).text
    # (a), (iv) and (1) begin an item of a list within the sentence; (AU) is an acronym.
    if _ITEM.match(text, at + len(comma)):
        return
    found = reportable_span(draft, at, at + len(comma))
    if found is None or found[0].part == NOTE:
        return
    paragraph, first, last = found
    if before_tags(paragraph) <= last:
        return  # the bracket is a tag after the paragraph: `…, (agreed)`
    edits = (paragraph.edit(first, last, ""),)
    yield paragraph.finding(first, last, {"mark": comma}, edits, variant="bracket", safety="unsafe")


def _torn(draft: Draft, forms: dict[str, Any]) -> Iterator[Finding]:
    """A space beside a hyphen, or none before a bracket: rests of line breaks."""
    text = draft_text(draft)
    for torn in ("- ", " -"):
        for at in places(text.folded, torn) if torn in text.odd else ():
            match = _around(expression(forms["hyphen"]), text.folded, at)
            if match is not None:
                space = match.span("after" if match["after"] else "before")
                yield from _cut(draft, *space, match.span(), "hyphen")
    if not any(text.odd[at - 1].isalpha() for at in places(text.odd, "(")):
        return
    for place in places(text.folded, "("):
        match = _around(expression(forms["bracket"]), text.folded, place)
        found = reportable_span(draft, *match.span()) if match is not None else None
        if found is not None and found[0].part != NOTE:
            paragraph, first, last = found
            at = paragraph.plain.source_start(last - 1)
            if draft.source.text[at : at + 1] == "(":
                yield paragraph.finding(first, last, {}, (Edit(at, at, " "),), variant="closed-up")


def _around(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """The match of a pattern that holds a place."""
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    match = pattern.match(text, start)
    return match if match is not None and match.end() > at else None


def _cut(
    draft: Draft, start: int, end: int, whole: tuple[int, int], variant: str
) -> Iterator[Finding]:
    """A space to delete within a wider span that is reported."""
    found = reportable_span(draft, *whole)
    if found is None:
        return
    paragraph, first, last = found
    place = first + start - whole[0]
    span = paragraph.source_span(place, place + end - start)
    if span[0] == span[1]:
        return  # a word divided at the end of a line
    edits = (Edit(*span, ""),) if not draft.source.text[slice(*span)].strip() else ()
    yield paragraph.finding(first, last, {}, edits, variant=variant, safety="unsafe")


def _crowded(draft: Draft, mark: str, marks: str) -> Iterator[Finding]:
    """A mark with a letter right after it, or with another mark of the kind."""
    for match in re.finditer(_crowded_pattern(mark, marks), draft_text(draft).text):
        at, end = match.span()
        if match[0][-1] in marks:
            yield from _two_marks(draft, at, end, mark)
        else:
            yield from _no_space(draft, at, mark)


def _doubled(draft: Draft, marks: str) -> Iterator[Finding]:
    """Two marks in a row, where no space follows a mark anyway."""
    for match in re.finditer(f"[{re.escape(marks)}]{{2}}", draft_text(draft).text):
        yield from _two_marks(draft, *match.span(), match[0][1])


def _two_marks(draft: Draft, start: int, end: int, right: str) -> Iterator[Finding]:
    """Two marks in a row, of which only one is right."""
    found = reportable_span(draft, start, end)
    if found is None:
        return
    paragraph, first, last = found
    if is_at_doubled_end(draft, paragraph, first):
        return
    if separates_markers(paragraph, last - 1) or separates_markers(paragraph, first):
        return
    yield paragraph.finding(
        first,
        last,
        {"mark": draft_text(draft).text[start:end]},
        replace(draft, paragraph, first, last, right),
        variant="doubled",
        safety="unsafe",
    )


def _crowded_pattern(mark: str, marks: str, *, spaced: bool = True) -> str:
    space = f"[{SPACES}]?" if spaced else ""
    return rf"{re.escape(mark)}(?:[^\W\d_]|{space}[{re.escape(marks)}])"


def _crowded_stop(draft: Draft, stop: str) -> Iterator[Finding]:
    """A full stop right between a word and a capital: two sentences run together."""
    text = draft_text(draft).text
    for at in places(text, stop):
        around = text[at - 2 : at], text[at + 1 : at + 3]
        if not (around[1].istitle() and len(around[1]) == 2 and around[1].isalpha()):
            continue
        if around[0].islower() and around[0].isalpha():
            yield from _no_space(draft, at, stop)


def _no_space(draft: Draft, at: int, mark: str) -> Iterator[Finding]:
    found = reportable_span(draft, at, at + 2)
    if found is None:
        return
    paragraph, first, last = found
    if any(marker.at in (first, first + 1) for marker in paragraph.markers):
        return
    if mark == ";" and ends_with_entity(paragraph.text, first + 1):
        return  # the mark ends a character written as `&amp;`
    place = paragraph.plain.source_end(first + 1)
    edits = (Edit(place, place, " "),)
    yield paragraph.finding(first, last, {"mark": mark}, edits, variant="after")
