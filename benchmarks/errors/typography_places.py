"""Find places in running text for errors, outside quotations, titles and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError
from reslint.checks.selection import like
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.draft_text import reportable_span
from reslint.facts.exempt_zones import zones
from reslint.facts.phrase_search import find_phrases
from reslint.rulebook.book import rulebook_of
from reslint.text.diagnostics import Edit
from reslint.text.folding import fold_in_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.errors.view import View
    from reslint.draft.model import Paragraph

_PARTS = frozenset((PREAMBLE, OPERATIVE))


class Place:
    """A span of a paragraph without mark-up inside; `phrase` is what was searched for."""

    __slots__ = ("end", "paragraph", "phrase", "start")

    def __init__(self, paragraph: Paragraph, start: int, end: int, phrase: str = "") -> None:
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.phrase = phrase

    @property
    def written(self) -> str:
        """The text of the span."""
        return self.paragraph.text[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        """The source span."""
        return self.paragraph.source_span(self.start, self.end)

    def rewritten(self, text: str, *, restores: bool = True) -> InjectedError:
        """An error that replaces the span; a finding anywhere on it counts."""
        edit = Edit(*self.span, text)
        return InjectedError([edit], [edit], paragraph=self.paragraph.place, restores=restores)


def is_plain(view: View, paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the source of a span has no mark-up, markers or line ends inside."""
    first, last = paragraph.source_span(start, end)
    return view.text[first:last] == paragraph.text[start:end]


def is_free(view: View, paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a span is the draft's own wording, not in a title, quotation, table or symbol."""
    return is_plain(view, paragraph, start, end) and not any(
        first <= end and start <= last for first, last, _ in zones(paragraph, view.draft)
    )


def holds(view: View, code: str, paragraph: Paragraph) -> bool:
    """Whether a rule applies to the organ that speaks in a paragraph."""
    organ = view.organ(paragraph)
    return any(
        rule.code == code and (rule.organs is None or organ in rule.organs)
        for rule in rulebook_of(view.draft.language, ())
    )


def phrase_places(
    view: View, phrases: Iterable[str], *, ignore_case: bool = True, exceptions: Iterable[str] = ()
) -> Iterator[Place]:
    """Find phrases as whole words in preamble and operative part, outside exempt zones."""
    found = find_phrases(view.draft, phrases, ignore_case=ignore_case, exceptions=exceptions)
    for start, end, phrase in found:
        place = text_place(view, start, end)
        if place is not None:
            place.phrase = phrase
            yield place


def text_place(view: View, start: int, end: int) -> Place | None:
    """Map a span of the joined text to a place; None unless it is the draft's own wording."""
    found = reportable_span(view.draft, start, end, _PARTS)
    if found is None or not is_free(view, *found):
        return None
    return Place(*found)


def typed(written: str, wanted: str) -> str:
    """Adapt a wording to the capitals and apostrophes of the one that it replaces."""
    text = like(written, wanted)
    for kind in "’\u00a0\u2011":
        if kind in written and fold_in_place(kind) not in written:
            text = text.replace(fold_in_place(kind), kind)
    return text


def reversed_table(table: dict[str, str]) -> dict[str, list[str]]:
    """The wrong wordings of each right one."""
    found: dict[str, list[str]] = {}
    for wrong, right in table.items():
        found.setdefault(right, []).append(wrong)
    return found
