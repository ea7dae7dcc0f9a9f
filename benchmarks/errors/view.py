"""Find places for errors in a clean text, from the draft model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reslint.draft.model import CLOSING, NOTE, OPERATIVE, PREAMBLE
from reslint.rulebook.book import rulebook_of
from reslint.text.diagnostics import Edit
from reslint.text.folding import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.label import Label
    from reslint.blocks.model import Emphasis, Marker
    from reslint.draft.model import Draft, Note, Paragraph, Resolution
    from reslint.language.phrases import PhraseMatch

PART = {PREAMBLE: "preambular", OPERATIVE: "operative"}
MARKS = {"italic": "*", "bold": "**", "bold italic": "***"}


class SharedWording:
    """Wordings of one language, collected from all texts: of references, and of Ibid."""

    def __init__(self) -> None:
        self.references: list[tuple[str, str]] = []  # above, below or "", with {} for the number
        self.ibid: list[str] = []


class Opening:
    """A leading phrase at the start of a paragraph, with its emphasis."""

    __slots__ = ("emphasis", "paragraph", "phrase")

    def __init__(self, paragraph: Paragraph, phrase: PhraseMatch, emphasis: Emphasis) -> None:
        self.paragraph = paragraph
        self.phrase = phrase
        self.emphasis = emphasis

    @property
    def text(self) -> str:
        """The phrase as written."""
        return self.paragraph.text[self.phrase.start : self.phrase.end]

    @property
    def span(self) -> tuple[int, int]:
        """The source span of the phrase."""
        return self.paragraph.source_span(self.phrase.start, self.phrase.end)

    @property
    def is_plain(self) -> bool:
        """Whether exactly the phrase is emphasized and contains no mark-up."""
        start, end = self.span
        return self.emphasis.end == self.phrase.end and end - start == len(self.text)


class View:
    """A draft with helpers to find places for errors."""

    def __init__(self, draft: Draft, shared: SharedWording) -> None:
        self.draft = draft
        self.shared = shared
        self.text = draft.source.text
        self.words = draft.vocabulary
        self.forms: dict[str, Any] = draft.vocabulary.forms
        self.grammar = draft.vocabulary.phrases
        self.order = {paragraph: place for place, paragraph in enumerate(draft.paragraphs)}
        self._openings: list[Opening] | None = None

    # Paragraphs -----------------------------------------------------------------------------

    def organ(self, paragraph: Paragraph) -> str:
        """The organ of the resolution that a paragraph belongs to."""
        resolution = paragraph.resolution
        return resolution.organ if resolution and resolution.organ else self.draft.organ

    def whole(self, paragraph: Paragraph) -> tuple[int, int]:
        """The source span of a paragraph, with its label and mark-up."""
        return paragraph.start, paragraph.end

    def is_single(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is one block, without sub-paragraphs and without note markers."""
        return len(paragraph.blocks) == 1 and not paragraph.children and not paragraph.markers

    def after(self, paragraph: Paragraph) -> Paragraph | None:
        """The next paragraph that is not a note."""
        for other in self.draft.paragraphs[self.order[paragraph] + 1 :]:
            if other.part != NOTE:
                return other
        return None

    def gap_after(self, paragraph: Paragraph) -> tuple[int, int]:
        """The blank lines between a paragraph's last block and the next one."""
        return _blank(self.text, paragraph.end)

    def numbered(self) -> Iterator[tuple[Resolution, list[Paragraph]]]:
        """Resolutions whose operative paragraphs are all numbered in order."""
        for resolution in self.draft.resolutions:
            found = resolution.operative
            values = [p.label.value if p.label else 0 for p in found]
            if len(found) > 1 and values == list(range(1, len(found) + 1)):
                yield resolution, found

    def lists(self) -> Iterator[list[Paragraph]]:
        """Lists of labelled items under one operative paragraph, in order without gaps."""
        for parent in self.draft.part(OPERATIVE):
            items = parent.children
            labels = [item.label for item in items if item.label is not None]
            if (
                len(items) >= 2
                and len(labels) == len(items)
                and len({label.kind for label in labels}) == 1
                and [label.value for label in labels] == list(range(1, len(items) + 1))
            ):
                yield items

    def is_last_before_end(self, paragraph: Paragraph) -> bool:
        """Whether only the closing and notes follow."""
        following = self.after(paragraph)
        return following is None or following.part == CLOSING

    # Places in a paragraph ------------------------------------------------------------------

    def final(self, paragraph: Paragraph) -> tuple[str, tuple[int, int]]:
        """The last character of a paragraph, without spaces and notes, and its source span."""
        end = len(paragraph.text.rstrip(INVISIBLE))
        if not end:
            return "", (paragraph.end, paragraph.end)
        return paragraph.text[end - 1], paragraph.source_span(end - 1, end)

    def mark(self, name: str) -> str:
        """A punctuation mark of the language by its name."""
        return self.words.marks[name]

    def final_with_space(self, paragraph: Paragraph) -> tuple[int, int]:
        """The source span of the final mark and any space before it."""
        end = len(paragraph.text.rstrip(INVISIBLE))
        start = end - 1
        while start > 0 and paragraph.text[start - 1] in " \u00a0\u202f":
            start -= 1
        return paragraph.source_span(start, end)

    def spaced(self, name: str) -> str:
        """A mark with the space that this draft puts before it."""
        mark = self.mark(name)
        if mark not in self.forms.get("spaced_marks", ""):
            return mark
        for paragraph in self.draft.part(OPERATIVE):
            written = paragraph.text.rstrip(INVISIBLE)
            if written[-1:] == self.mark("semicolon"):
                before = written[-2:-1]
                return (before if before in "\u00a0\u202f " else "") + mark
        return "\u00a0" + mark

    # Openings -------------------------------------------------------------------------------

    def openings(self) -> list[Opening]:
        """Top-level paragraphs that begin with a phrase emphasized in one piece."""
        if self._openings is None:
            self._openings = list(self._find_openings())
        return self._openings

    def phrase(self, paragraph: Paragraph) -> PhraseMatch | None:
        """The leading phrase at the very start of a paragraph."""
        part = PART[paragraph.part]
        return self.grammar.match(paragraph.text, part=part, organ=self.organ(paragraph))

    def _find_openings(self) -> Iterator[Opening]:
        for paragraph in self.draft.part(PREAMBLE, OPERATIVE):
            if paragraph.parent is not None or not paragraph.emphases:
                continue
            if paragraph.part == OPERATIVE and paragraph.label is None:
                continue
            phrase = self.phrase(paragraph)
            first = paragraph.emphases[0]
            if phrase is None or PART[paragraph.part] not in phrase.parts:
                continue
            if phrase.start != first.start or first.kind not in self.forms["emphasis"]:
                continue
            rest = paragraph.text[first.end :]
            gap = len(rest) - len(rest.lstrip(INVISIBLE))
            if any(first.end <= e.start <= first.end + gap for e in paragraph.emphases[1:]):
                continue
            yield Opening(paragraph, phrase, first)

    # Labels and markers ----------------------------------------------------------------------

    def value_span(self, paragraph: Paragraph) -> tuple[int, int]:
        """The source span of the number or letter of a label."""
        assert paragraph.label is not None
        return paragraph.blocks[0].plain.source_span(*paragraph.label.value_span)

    def label(self, paragraph: Paragraph) -> Label:
        """The label of a paragraph that has one."""
        assert paragraph.label is not None
        return paragraph.label

    def label_with_blanks(self, paragraph: Paragraph) -> tuple[int, int]:
        """The source span of a label and the spaces after it."""
        label = self.label(paragraph)
        end = label.end
        while self.text[end : end + 1] in (" ", "\u00a0", "\t"):
            end += 1
        return label.start, end

    def markers(self) -> Iterator[tuple[Paragraph, Marker]]:
        """Single numeric note markers in preamble and operative part."""
        for paragraph in self.draft.part(PREAMBLE, OPERATIVE):
            ends = {marker.end for marker in paragraph.markers}
            for marker in paragraph.markers:
                shared = sum(marker.start == other.start for other in paragraph.markers) > 1
                if marker.number.isdecimal() and not shared and marker.start not in ends:
                    if not any(marker.end == other.start for other in paragraph.markers):
                        yield paragraph, marker

    def parameters(self, code: str) -> dict[str, Any]:
        """The parameters of a rule, {} if the language does not have it."""
        for rule in rulebook_of(self.draft.language, ()):
            if rule.code == code:
                return dict(rule.parameters)
        return {}


def _blank(text: str, at: int) -> tuple[int, int]:
    match = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)(?:[ \t]*(?:\r\n|\r|\n))*").match(text, at)
    return (at, match.end()) if match else (at, at)


def cut(start: int, end: int) -> Edit:
    """Make an edit that deletes a span."""
    return Edit(start, end, "")


def put(place: int, text: str) -> Edit:
    """Make an edit that inserts a text."""
    return Edit(place, place, text)


def is_ibid(view: View, note: Note) -> bool:
    """Whether a note begins with Ibid."""
    pattern = view.forms.get("notes", {}).get("ibid")
    return bool(pattern and re.match(pattern, note.paragraph.text.lstrip(), re.IGNORECASE))
