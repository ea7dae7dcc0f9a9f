"""Marks: apostrophes, dashes, punctuation of a script."""

from __future__ import annotations

from reslint.checks.endings import (
    ends_wrong,
    has_latin_marks,
    latin_twin,
    own_mark,
    script_forms,
)
from reslint.checks.selection import replace
from reslint.checks.throughout import FindingGroup, reported
from reslint.citations.dates import find_dates
from reslint.citations.grammar import grammar
from reslint.data.patterns import expression
from reslint.draft.model import HEADING, NOTE, ORGAN_LINE
from reslint.facts.draft_text import RUNNING, draft_text, places, reportable_span
from reslint.facts.endings import ending_of
from reslint.facts.exempt_zones import is_code
from reslint.facts.typing_style import (
    CURLY,
    STRAIGHT,
    own_apostrophe,
)
from reslint.language.organ_names import OTHER
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import INVISIBLE, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_DASHES = "–—"
_LABEL = expression(r"(?:[IVX]{1,6}|[A-H])\.?")  # of a heading


def apostrophes_and_dashes(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An apostrophe of the other kind than the draft's, a hyphen or foreign dash in an aside."""
    text, odd = draft_text(draft).text, draft_text(draft).odd
    right = own_apostrophe(draft)
    wrong = STRAIGHT if right == CURLY else CURLY
    if wrong in text:
        yield from _apostrophes(draft, wrong, right)
    aside = draft.vocabulary.forms.get("typography", {}).get("aside", "")
    for dash in _DASHES if aside else "":
        if f"{dash} " in odd or f" {dash}" in odd:
            yield from _half_spaced(draft, dash, aside)
    for written, right in draft.vocabulary.forms.get("typography", {}).get("dashes", {}).items():
        if written in odd:
            yield from _dashes(draft, written, right)


def _half_spaced(draft: Draft, dash: str, right: str) -> Iterator[Finding]:
    """A dash with a space on one side only, where the language has `right` in asides."""
    text = draft_text(draft).folded
    for at in sorted({*places(text, f"{dash} "), *places(text, f" {dash}")}):
        stuck = text[at] == dash  # to the word before it
        before, after = text[at - 1 : at], text[at + 2 : at + 3]
        if not after.isalpha() or not (before.isalpha() or (before == "," and not stuck)):
            continue
        found = reportable_span(draft, at, at + 2)
        if found is None or found[0].part == NOTE:
            continue
        paragraph, first, last = found
        place = first if stuck else last
        at = paragraph.plain.source_start(place)
        edits = (Edit(at, at, " "),)
        if dash != right:
            place = first if stuck else first + 1
            edits = (paragraph.edit(place, place + 1, f" {right}" if stuck else f"{right} "),)
        values = {"written": dash, "right": f" {right} "}
        while first and paragraph.text[first - 1].isalpha():
            first -= 1  # with the word before it: a dash alone is hard to see
        yield paragraph.finding(first, last, values, edits, variant="half", safety="unsafe")


def _apostrophes(draft: Draft, wrong: str, right: str) -> Iterator[Finding]:
    text = draft_text(draft).text
    for at in places(text, wrong):
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if not (before.isalpha() and (after.isalpha() or (before == "s" and wrong == STRAIGHT))):
            continue
        paragraph, first = draft_text(draft).place(at)
        if paragraph.part not in RUNNING or is_code(paragraph, draft, first):
            continue
        if not after.isalpha() and paragraph.text.count(wrong, 0, first) % 2:
            continue  # it closes a quotation
        yield paragraph.finding(
            first,
            first + 1,
            {"written": wrong, "right": right},
            (paragraph.edit(first, first + 1, right),),
            variant="apostrophe",
        )


def _dashes(draft: Draft, written: str, right: str | list[str]) -> Iterator[Finding]:
    """A dash of the wrong kind; of two right ones, one opens an aside and the other closes it."""
    text = draft_text(draft).folded
    kinds = [right] if isinstance(right, str) else right
    pairs: dict[int, int] = {}
    for at in places(text, written):
        end = at + len(written)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or before in ",)”»%") or not (after.isalnum() or after in "(“«"):
            continue
        if not before or not after or (before.isdigit() and after.isdigit()):
            continue
        found = reportable_span(draft, at, end)
        if found is None or found[0].part == NOTE:
            continue
        paragraph, first, last = found
        if paragraph.part == HEADING and _LABEL.fullmatch(paragraph.text[:first].strip()):
            continue  # `I — Review`: it sets off the label
        if _is_in_name(draft, paragraph, first):
            continue
        shown = first + len(written) - len(written.lstrip())
        if _begins_line(draft, paragraph, shown):
            continue  # it may be the bullet of an item
        before_it = pairs.get(id(paragraph), 0)
        pairs[id(paragraph)] = before_it + 1
        new = kinds[before_it % len(kinds)]
        values = {"written": written.strip(), "right": new.strip()}
        # The spaces stay the draft's own.
        if written[0] == new[0] == " ":
            first, new = first + 1, new[1:]
        if written[-1] == new[-1] == " ":
            last, new = last - 1, new[:-1]
        alone = len(kinds) > 1 and fold_in_place(paragraph.text).count(written) % 2
        yield paragraph.finding(
            shown,
            shown + len(written.strip()),
            values,
            () if alone else replace(draft, paragraph, first, last, new),
            variant="dash" if len(kinds) == 1 else "paired",
        )


def _begins_line(draft: Draft, paragraph: Paragraph, at: int) -> bool:
    """Whether nothing but spaces stands before a plain offset on its line of the source."""
    start = paragraph.edit(at, at + 1, "").start
    text = draft.source.text
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _is_in_name(draft: Draft, paragraph: Paragraph, at: int) -> bool:
    """Whether a dash is that of a name of another body, which may write it so."""
    pattern = draft.vocabulary.forms["typography"].get("dash_in_names")
    organ = paragraph.resolution.organ if paragraph.resolution is not None else draft.organ
    if pattern is None or organ != OTHER:
        return False
    text = fold_in_place(paragraph.text)
    return any(name.start() < at < name.end() for name in expression(pattern).finditer(text))


def _is_in_date(draft: Draft, paragraph: Paragraph, at: int) -> bool:
    """Whether the comma of a date (`5 May, 2024`) stands at a plain offset."""
    patterns = grammar(draft.vocabulary)
    return patterns is not None and any(
        date.parts.get("comma", (-1, -1))[0] == at for date in find_dates(paragraph, patterns)
    )


def script_punctuation(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A mark of the Latin script after a letter of a script that has its own.

    Where a draft has nearly all its marks so, the findings are one.
    """
    findings = sorted(_latin_marks(draft), key=lambda finding: finding.start)
    group = FindingGroup(findings, "all", throughout=has_latin_marks(draft), never_right=True)
    yield from reported(draft, [group])


def _latin_marks(draft: Draft) -> Iterator[Finding]:
    """The finding on each mark of the Latin script.

    That at the end of the organ line counts where the draft has such marks throughout: elsewhere
    FORM001 reports it.
    """
    for line in draft.part(ORGAN_LINE) if has_latin_marks(draft) else ():
        last = len(line.text.rstrip(INVISIBLE))
        mark = line.text[last - 1 : last]
        right = latin_twin(draft, mark)
        if right and line.resolution is not None and line.resolution.preamble:
            edits = replace(draft, line, last - 1, last, right)
            yield line.finding(last - 1, last, {"mark": mark, "right": right}, edits)
    forms = script_forms(draft)
    text = draft_text(draft)
    for mark in (*forms.get("marks", ()), *forms.get("at_end", ())):
        for at in places(text.text, mark):
            paragraph, first = text.place(at)
            right = own_mark(draft, paragraph, first)
            if not right:
                continue
            # Where the paragraph should end otherwise altogether, rules on endings report it.
            if ending_of(paragraph).start == first and ends_wrong(draft, paragraph):
                continue
            if _is_in_date(draft, paragraph, first):
                continue  # CITE005: no mark at all stands there
            last = first + len(mark)
            # A full-width mark holds its own space.
            spaced = text.folded[at + len(mark) : at + len(mark) + 1] == " "
            beyond = last + 1 if spaced and forms.get("closed_up") else last
            edits = replace(draft, paragraph, first, beyond, right)
            yield paragraph.finding(first, last, {"mark": mark, "right": right}, edits)
