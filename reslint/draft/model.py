"""The data of a draft: resolutions, paragraphs, notes, masthead.

Plain offsets count code points of a paragraph's plain text (mark-up, label and note markers
removed); source offsets count code points of the file. Spans are (start, end), the end exclusive.

One module of some 400 lines: the classes name each other.
"""

from __future__ import annotations

from reslint.blocks.model import PlainText
from reslint.data.registry import SHIPPED
from reslint.language.phrases import PhraseCache
from reslint.text.diagnostics import Edit, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reslint.blocks.anchor import Place
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block, CodeSpan, Emphasis, Link, Marker, Notation
    from reslint.language.habits import Habits
    from reslint.language.language import Language
    from reslint.text.diagnostics import Safety, Severity
    from reslint.text.source import Source

    Part = Literal[
        "masthead",
        "title",
        "organ line",
        "preamble",
        "operative",
        "heading",
        "closing",
        "annex",
        "note",
        "table",
        "quotation",
        "outside",
    ]


# The parts of a draft: the values of `Paragraph.part`.
MASTHEAD: Part = "masthead"
TITLE: Part = "title"
ORGAN_LINE: Part = "organ line"
PREAMBLE: Part = "preamble"
OPERATIVE: Part = "operative"
HEADING: Part = "heading"
CLOSING: Part = "closing"
ANNEX: Part = "annex"
NOTE: Part = "note"
TABLE: Part = "table"
QUOTATION: Part = "quotation"
OUTSIDE: Part = "outside"  # no part of the draft: sponsors, votes, remarks, what follows its end


_KEPT = ("codes", "emphases", "facts", "links", "markers")
"""What a paragraph keeps that is made again of the same blocks."""


class Paragraph:
    """A paragraph: one block, or several blocks that were separated by a page break or a note.

    `level` is 0 for a numbered or preambular paragraph, 1 for `(a)`, 2 for `(i)` …; `text` is the
    plain text after the label; `resolution` is the (nested or sibling) resolution that contains
    it. `place` is its name as a drafter says it: `preamble 3`, `12 (a)`. `certain_end` tells that
    the next block certainly starts another paragraph, so that a fix of the ending is safe. `doubt`
    is the reason why it may be misread, "" for none (see `draft/certainty.py`).
    """

    __slots__ = (
        "announces",
        "blocks",
        "certain_end",
        "children",
        "codes",
        "doubt",
        "emphases",
        "facts",
        "heading_label",
        "joints",
        "label",
        "level",
        "links",
        "markers",
        "note_number",
        "parent",
        "part",
        "place",
        "plain",
        "resolution",
        "run_in",
        "section",
        "stray",
        "text",
    )

    def __init__(self, part: Part, plain: PlainText, blocks: list[Block]) -> None:
        self.plain = plain
        self.text = plain.text
        self.blocks = blocks
        self.emphases: list[Emphasis] = []
        self.markers: list[Marker] = []
        self.links: list[Link] = []
        self.codes: list[CodeSpan] = []
        self.stray: list[Place] = []  # emphasis marks without a partner
        self.joints: list[int] = []  # plain offsets at which another block was joined
        self.facts: dict[object, object] = {}  # what facts/ computed, once: plain offsets only
        self.reset(part, None)

    def reset(self, part: Part, label: Label | None) -> None:
        """Reset all that a walk over the draft sets; keep the text and its marks."""
        self.part = part
        self.label = label
        self.run_in = False  # it stands on the organ line, after the name of the organ
        self.level = 0
        self.resolution: Resolution | None = None
        self.section: Paragraph | None = None  # the heading above it
        self.heading_label = ""  # of a heading: I, A, …
        self.announces: Part | None = None  # of a heading: the part of the paragraphs below it
        self.parent: Paragraph | None = None
        self.children: list[Paragraph] = []
        self.place = ""
        self.note_number = ""
        self.certain_end = True
        self.doubt = ""

    def update_from(self, other: Paragraph) -> None:
        """Take over the context of a paragraph made of the same blocks.

        The facts stay, and so do the objects for emphases, markers and links, since the facts
        refer to them.
        """
        for slot in self.__slots__:
            if slot not in _KEPT:
                setattr(self, slot, getattr(other, slot))

    def context(self) -> tuple[object, ...]:
        """Return what the walk over the draft set, without the place and the source offsets.

        Facts about a paragraph stay valid while its text and its context stay the same.
        """
        label = self.label
        resolution = self.resolution
        return (
            self.part,
            label and (label.kind, label.value, label.style, label.suffix),
            self.level,
            resolution and (resolution.organ, resolution.line_organ),
            self.heading_label,
            self.note_number,
            self.parent is None,
            not self.children,
            self.doubt,
            self.run_in,
        )

    @property
    def start(self) -> int:
        """Return the source offset of its start, label included."""
        return self.blocks[0].start

    @property
    def end(self) -> int:
        """Return the source offset after its last block."""
        return self.blocks[-1].end

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of a span of its plain text."""
        return self.plain.source_span(start, end)

    def edit(self, start: int, end: int, text: str) -> Edit:
        """Return the edit that puts `text` in place of a span of its plain text."""
        return Edit(*self.plain.source_span(start, end), text)

    def finding(
        self,
        start: int,
        end: int,
        values: dict[str, str] | None = None,
        edits: tuple[Edit, ...] = (),
        *,
        variant: str | None = None,
        severity: Severity | None = None,
        safety: Safety | None = None,
        related: tuple[tuple[int, int, str], ...] = (),
        group: str | None = None,
    ) -> Finding:
        """Return a finding at a span of its plain text (see `Finding`)."""
        return Finding(
            *self.plain.source_span(start, end),
            self.place,
            values,
            edits,
            variant=variant,
            severity=severity,
            safety=safety,
            related=related,
            group=group,
        )

    def __repr__(self) -> str:
        label = self.label.text if self.label else ""
        return f"Paragraph({self.part} {label} {self.text[:40]!r})"


class Note:
    """A note: its number as written, its text as a paragraph, the markers that refer to it."""

    __slots__ = ("markers", "notation", "number", "paragraph")

    def __init__(self, number: str, notation: Notation, paragraph: Paragraph) -> None:
        self.number = number
        self.notation = notation
        self.paragraph = paragraph
        self.markers: list[tuple[Paragraph, Marker]] = []

    @property
    def number_span(self) -> tuple[int, int]:
        """The source span of the number."""
        return self.paragraph.blocks[0].number_span


class Resolution:
    """A resolution: an organ line, a preamble and an operative part with its own numbering.

    `late_line` is an organ line after the preamble: the only one, or one too many.

    A draft usually has one. A recommended draft is nested (`parent` is the outer resolution); a
    composite draft (A and B) has siblings. `organ` is GA, SC, ECOSOC, HRC or other, as given by
    the user or named by the organ line; `line_organ` is always that of the organ line.
    """

    __slots__ = (
        "late_line",
        "letter",
        "line_organ",
        "operative",
        "organ",
        "organ_line",
        "parent",
        "preamble",
    )

    def __init__(self, organ: str, organ_line: Paragraph | None, line_organ: str = "") -> None:
        self.organ = organ
        self.line_organ = line_organ or organ
        self.organ_line = organ_line
        self.late_line: Paragraph | None = None
        self.parent: Resolution | None = None
        self.letter = ""  # A, B … of a composite resolution
        self.preamble: list[Paragraph] = []  # level 0 only
        self.operative: list[Paragraph] = []  # level 0 only


class Draft:
    """A whole draft: its source, language, organ, and its paragraphs in order.

    `emphasis_known` is false for plain text and for the marks of forums and wikis; `is_resolution`
    tells whether the text was recognized as a resolution. `doubts` are the reasons why its
    structure may be misread, which `draft/certainty.py` names. `subject` is the body that each
    operative paragraph names ("The Council requests …"), "" in the usual form. `habits` are those
    of its organ, None for the usual ones; the linter sets those that ship. `registry` has the
    resolutions that may be cited; the linter sets it.
    """

    __slots__ = (
        "blocks",
        "doubts",
        "emphasis_known",
        "facts",
        "habits",
        "is_resolution",
        "language",
        "looked_beyond",
        "masthead",
        "notes",
        "organ",
        "paragraphs",
        "phrases",
        "registry",
        "resolutions",
        "source",
        "subject",
        "vocabulary",
        "whole",
    )

    def __init__(
        self,
        source: Source,
        blocks: list[Block],
        vocabulary: Language,
        phrases: PhraseCache | None = None,
    ) -> None:
        self.source = source
        self.blocks = blocks
        self.vocabulary = vocabulary
        self.phrases = phrases or PhraseCache(vocabulary.phrases)
        self.language = vocabulary.code
        self.organ = "other"
        self.emphasis_known = True
        self.is_resolution = False
        self.doubts: tuple[str, ...] = ()
        self.subject = ""
        self.habits: Habits | None = None
        self.registry = SHIPPED
        self.masthead = Masthead()
        self.paragraphs: list[Paragraph] = []
        self.resolutions: list[Resolution] = []
        self.notes: list[Note] = []
        self.facts: dict[object, object] = {}  # what facts/ computed, once
        self.whole = self  # the whole draft, if this is a view made by `only`
        self.looked_beyond: dict[Paragraph, set[str]] = {}  # see `look_beyond`

    def look_beyond(self, paragraph: Paragraph, group: str = "") -> Draft:
        """Return the whole draft, for a check of one paragraph that depends on other paragraphs.

        Findings in that paragraph are then not reused when another paragraph changes; with a
        `group` of facts (`checks/reads.py`), only if that group of another paragraph changes.
        """
        self.looked_beyond.setdefault(paragraph, set()).add(group)
        return self.whole

    def only(self, paragraphs: list[Paragraph]) -> Draft:
        """Return a view of the draft with only these paragraphs, and the notes among them.

        It is for checks that look at each paragraph by itself.
        """
        view = Draft(self.source, self.blocks, self.vocabulary, self.phrases)
        view.organ = self.organ
        view.emphasis_known = self.emphasis_known
        view.is_resolution = self.is_resolution
        view.doubts = self.doubts
        view.subject = self.subject
        view.habits = self.habits
        view.registry = self.registry
        view.masthead = self.masthead
        view.paragraphs = paragraphs
        view.resolutions = self.resolutions
        view.whole = self.whole
        among = set(paragraphs)
        view.notes = [note for note in self.notes if note.paragraph in among]
        return view

    def again(self, source: Source) -> Draft:
        """Return the draft of another text, in which one paragraph got its new words already."""
        draft = Draft(source, self.blocks, self.vocabulary, self.phrases)
        for slot in self.__slots__:
            if slot not in ("facts", "looked_beyond", "source", "whole"):
                setattr(draft, slot, getattr(self, slot))
        return draft

    def part(self, *parts: str) -> list[Paragraph]:
        """Return the paragraphs of these parts, in order."""
        return [paragraph for paragraph in self.paragraphs if paragraph.part in parts]


class Masthead:
    """The data above the organ line and in the closing, as far as they were recognized.

    Unknown texts are "", an unknown session is 0. `session_span` is the place of the ordinal.
    """

    __slots__ = (
        "adoption",
        "closing",
        "distribution",
        "number",
        "session",
        "session_span",
        "symbol",
        "title",
    )

    def __init__(self) -> None:
        self.symbol = ""
        self.session = 0
        self.session_span: DatedPlace | None = None
        self.number = ""  # of the resolution: 80/118, 2020/12, 2552 (2020)
        self.title: Paragraph | None = None
        self.distribution: DatedPlace | None = None
        self.adoption: DatedPlace | None = None
        self.closing: DatedPlace | None = None


class DatedPlace:
    """A date (year, month, day) with its paragraph and its plain span.

    For a session the date is (number, 0, 0).
    """

    __slots__ = ("date", "end", "paragraph", "start")

    def __init__(
        self, date: tuple[int, int, int], paragraph: Paragraph, start: int, end: int
    ) -> None:
        self.date = date
        self.paragraph = paragraph
        self.start = start
        self.end = end
