"""Spaces at the edges of emphasis: inside it, or lost after it."""

from __future__ import annotations

from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.draft_text import RUNNING
from reslint.facts.openings import lost_space
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph


def inside_emphasis(draft: Draft) -> Iterator[Finding]:
    """Emphasis that begins or ends with a space: in Markdown it does not even take effect."""
    for paragraph in draft.paragraphs:
        if paragraph.part not in RUNNING:
            continue
        for emphasis in paragraph.emphases:
            text = paragraph.text[emphasis.start : emphasis.end]
            if text[-1:].isspace() and text.strip():
                span = paragraph.source_span(emphasis.end - 1, emphasis.end)
                source, (first, last) = draft.source.text, emphasis.closing
                edits: tuple[Edit, ...] = ()
                if not source[span[0] : first].strip():  # else a marker or a comment is there
                    edits = (Edit(span[0], last, source[first:last] + " "),)
                yield Finding(span[0], last, paragraph.place, {}, edits, variant="emphasis")
        if paragraph.stray:
            yield from _open_ended(draft, paragraph)
        if paragraph.part in (PREAMBLE, OPERATIVE) and paragraph.parent is None:
            glued = lost_space(paragraph, draft)
            if glued is not None:
                place = glued.closing[1]
                edits = (Edit(place, place, " "),)
                yield Finding(
                    glued.closing[0],
                    paragraph.source_span(*_word_at(paragraph.text, glued.end))[1],
                    paragraph.place,
                    {},
                    edits,
                    variant="lost",
                )


def _word_at(text: str, start: int) -> tuple[int, int]:
    """The span of the letters from a place on."""
    end = start
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def _open_ended(draft: Draft, paragraph: Paragraph) -> Iterator[Finding]:
    for start, end, text in spaced_closings(draft, paragraph):
        edits = (Edit(start, end, text),)
        yield Finding(start, end, paragraph.place, {}, edits, variant="emphasis")


def spaced_closings(draft: Draft, paragraph: Paragraph) -> Iterator[tuple[int, int, str]]:
    """Closing marks of emphasis with a space before them, and what to write for both.

    CommonMark leaves the opening mark in the text as a stray mark, and the closing mark as well,
    unless that stands between two spaces, where it could be a sign of any kind.
    """
    source = draft.source.text
    strays = runs_of_strays(paragraph)
    for index, (first, first_end) in enumerate(strays):
        mark = source[first:first_end]
        if not source[first_end : first_end + 1].strip():
            continue
        if index + 1 < len(strays):
            last, last_end = strays[index + 1]
            letter = source[last_end : last_end + 1].isalnum()
            if mark == source[last:last_end] and source[last - 1] in SPACES and letter:
                if "\n\n" not in source[first:last]:
                    yield last - 1, last_end, mark + " "
                continue
        stop = source.find("\n", first)
        between = source.find(f" {mark} ", first_end, stop if stop >= 0 else len(source))
        if between >= 0 and mark not in source[first_end:between]:
            yield between, between + 1 + len(mark), mark


def runs_of_strays(paragraph: Paragraph) -> list[tuple[int, int]]:
    """The marks left in the text, those side by side as one: source spans."""
    runs: list[tuple[int, int]] = []
    for at in sorted({stray.start for stray in paragraph.stray}):
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
