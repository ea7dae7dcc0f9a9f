"""Typography: marks, spaces, figures and mark-up, each as the language of the draft has them.

What a language does stands in `typography` of its `forms.yaml`; a matter that a language does
not list there is not checked in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import category

from reslint.checks import (
    typography_letters,
    typography_look_alikes,
    typography_marks,
    typography_numbers,
    typography_quotes,
    typography_spacing,
    typography_thousands,
)
from reslint.checks.brackets import open_places, placeholders, unpaired
from reslint.checks.citation_titles import quotes
from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.checks.typography_emphasis import runs_of_strays, spaced_closings
from reslint.draft.model import CLOSING, MASTHEAD, OPERATIVE, PREAMBLE
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Emphasis
    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_IMAGE_COMMENT = r"(?i)<!--\s*(?:image|picture|figure)\s*-->"
_OUTSIDE = SPACES + ",;:.!?"
_MARKUP = "[]()\\`*_&#"
_OF_TITLES = ("straight", "foreign")
_AROUND = (MASTHEAD, CLOSING)
_LEAST_BLANK = 3  # underscores that stand for a word still to come


def markup(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Marks that stay visible in the text, or that stand for nothing."""
    for paragraph in draft.paragraphs:
        if paragraph.part in _AROUND and paragraph is not draft.masthead.title:
            continue  # sponsors with a note, web furniture
        if paragraph.stray:
            yield from _strays(draft, paragraph)
        if len(paragraph.emphases) > 1:
            yield from _nested(draft, paragraph)
        for link in paragraph.links:
            if draft.source.text[link.source[0] : link.source[0] + 1] == "!":
                yield _gone(draft, *link.source, paragraph.place, "image")
    source = draft.source.text
    for block in draft.blocks:
        if block.kind == "rule" and source[block.start : block.start + 1] == "\\":
            yield _gone(draft, block.start, block.end, _place(draft, block.start), "rule")
    if "<!--" in source:
        code = [block for block in draft.blocks if block.kind == "code"]
        for match in re.finditer(_IMAGE_COMMENT, source):
            if any(block.start <= match.start() < block.end for block in code):
                continue
            yield _gone(draft, *match.span(), _place(draft, match.start()), "image")


def _strays(draft: Draft, paragraph: Paragraph) -> Iterator[Finding]:
    """Marks of emphasis that were left in the text, those that belong together as one finding."""
    source = draft.source.text
    # A space before the closing mark: TYPO007 reports it.
    spaced = sorted(end for _, end, _ in spaced_closings(draft, paragraph))
    are_spaced = set(spaced)
    runs = [
        run
        for run in runs_of_strays(paragraph)
        if not _is_note(source, *run) and not _is_blank(source, run[0])
    ]
    index = 0
    while index < len(runs):
        start, end = runs[index]
        mark = source[start:end]
        following = runs[index + 1] if index + 1 < len(runs) else None
        # A pair in one paragraph; over a line break, an opening and the next paragraph's are not.
        if following and source[slice(*following)] == mark and following[1] in are_spaced:
            index += 2
            continue
        reach = following[0] if following else len(source)
        after = bisect_right(spaced, end)
        if after < len(spaced) and spaced[after] < reach:
            index += 1
            continue
        if following and source[slice(*following)] == mark and _closes(source, following[0]):
            inside = source[end : following[0]]
            rebuilt = _rebuilt(inside, mark)
            edits: tuple[Edit, ...] = ()
            if rebuilt != source[start : following[1]]:
                edits = (Edit(start, following[1], rebuilt),)
            yield Finding(
                start,
                following[1],
                paragraph.place,
                {"mark": mark},
                edits,
                variant="pair",
            )
            index += 2
            continue
        edits = (Edit(start, end, ""),)
        yield Finding(start, end, paragraph.place, {"mark": mark}, edits, variant="stray")
        index += 1


def _is_blank(source: str, at: int) -> bool:
    """Whether a mark belongs to a blank to be filled in, such as `___ May`."""
    if source[at] != "_":
        return False
    start, end = at, at
    while start and source[start - 1] == "_":
        start -= 1
    while end < len(source) and source[end] == "_":
        end += 1
    around = source[max(start - 1, 0) : start] + source[end : end + 1]
    return end - start >= _LEAST_BLANK and not any(map(str.isalnum, around))


def _is_note(source: str, start: int, end: int) -> bool:
    """Whether an asterisk is the sign of a note, of which NOTE010 speaks."""
    before, after = source[max(start - 5, 0) : start], source[end : end + 6]
    return (before.endswith("[^") and after.startswith("]")) or (
        before == "<sup>" and after == "</sup>"
    )


def _closes(source: str, at: int) -> bool:
    """Whether a mark can be meant to close: no space before it."""
    return at > 0 and not source[at - 1].isspace()


def _rebuilt(inside: str, mark: str) -> str:
    """The emphasis without the punctuation at its ends, which keeps it from taking effect."""
    core = inside.strip(_OUTSIDE).rstrip("([ ")
    if core == inside:
        # Quotation marks, and the punctuation of other scripts.
        outside = {each for each in inside if each.isspace() or _is_punctuation(each)}
        core = inside.strip("".join(outside))
    if not core:
        return inside
    start = inside.index(core)
    return inside[:start] + mark + core + mark + inside[start + len(core) :]


def _is_punctuation(character: str) -> bool:
    """Whether it is a mark of punctuation that no mark-up is made of."""
    return category(character).startswith("P") and character not in _MARKUP


def _nested(draft: Draft, paragraph: Paragraph) -> Iterator[Finding]:
    """Emphasis inside emphasis of the same kind, which shows no difference.

    Around the opening words it is the length of the emphasis that is wrong, which LEAD003 says.
    """
    outer: Emphasis | None = None
    for emphasis in paragraph.emphases:
        if outer is not None and emphasis.end <= outer.end and emphasis.start >= outer.start:
            if emphasis.kind == outer.kind and (
                outer.start > 0 or paragraph.part not in (PREAMBLE, OPERATIVE)
            ):
                edits = (Edit(*emphasis.opening, ""), Edit(*emphasis.closing, ""))
                yield Finding(
                    emphasis.opening[0],
                    emphasis.closing[1],
                    paragraph.place,
                    {"mark": draft.source.text[slice(*emphasis.opening)]},
                    edits,
                    variant="nested",
                )
        else:
            outer = emphasis


def _gone(draft: Draft, start: int, end: int, place: str, variant: str) -> Finding:
    """The finding on a remainder of lost text; the fix deletes it, or the line that it fills."""
    source = draft.source.text
    first, last = start, end
    line = source.rfind("\n", 0, start) + 1
    stop = source.find("\n", end)
    stop = len(source) if stop < 0 else stop
    if not source[line:start].strip() and not source[end:stop].strip():
        first, last = line, stop
        while last < len(source) and source[last] in "\r\n":
            last += 1
    edits = (Edit(first, last, ""),)
    return Finding(start, end, place, {"mark": source[start:end]}, edits, variant=variant)


def _place(draft: Draft, offset: int) -> str:
    """The paragraph in or after which a place of the source lies."""
    name = ""
    for paragraph in draft.paragraphs:
        if paragraph.start > offset:
            break
        name = paragraph.place or name
    return name


def quotation_marks(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Quotation marks; those around the titles of which CITE011 speaks are left to it."""
    titles: set[int] | None = None
    for finding in typography_quotes.quotation_marks(draft, rule):
        if finding.variant in _OF_TITLES:
            if titles is None:
                found = [title for title in quotes(draft, rule) if title.variant == "kind"]
                titles = {title.start for title in found}
                titles.update(edit.end - 1 for title in found for edit in title.edits)
            if finding.start in titles:
                continue
        yield finding


KINDS = {
    "brackets": Kind(unpaired, placeholders=("mark",), scope=PARAGRAPH),
    "open-places": Kind(open_places, placeholders=("mark",), scope=PARAGRAPH),
    "placeholders": Kind(placeholders, placeholders=("mark",), scope=PARAGRAPH),
    "spaced-marks": Kind(typography_spacing.spaced_marks, placeholders=("mark",), reads=("marks",)),
    "per-cent": Kind(
        typography_numbers.per_cent, placeholders=("written", "right"), scope=PARAGRAPH
    ),
    "separators": Kind(
        typography_thousands.separators, placeholders=("written", "right"), scope=PARAGRAPH
    ),
    "quotation-marks": Kind(quotation_marks, placeholders=("mark", "right"), reads=("marks",)),
    "ordinals": Kind(
        typography_numbers.ordinals, placeholders=("written", "right"), scope=PARAGRAPH
    ),
    "apostrophes-and-dashes": Kind(
        typography_marks.apostrophes_and_dashes,
        placeholders=("written", "right"),
        scope=PARAGRAPH,
    ),
    "spacing": Kind(typography_spacing.spacing, placeholders=("mark",), scope=PARAGRAPH),
    "markup": Kind(markup, placeholders=("mark",), reads=("markup",)),
    "script-punctuation": Kind(
        typography_marks.script_punctuation,
        placeholders=("mark", "right"),
        reads=("script", "ending"),
    ),
    "year-ranges": Kind(
        typography_numbers.year_ranges, placeholders=("written", "right"), scope=PARAGRAPH
    ),
    "look-alikes": Kind(
        typography_look_alikes.look_alikes,
        placeholders=("written", "right"),
        scope=PARAGRAPH,
    ),
    "invisible": Kind(typography_letters.invisible, placeholders=("character",), scope=PARAGRAPH),
}
