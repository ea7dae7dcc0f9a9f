"""A draft as a drafter sees it: parts, paragraphs, labels, notes.

Plain offsets count code points of one paragraph's plain text (mark-up, label and note markers
taken out); source offsets those of the file.
"""

from __future__ import annotations

from reslint.blocks.model import PlainText
from reslint.language.phrases import PhraseCache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block, Emphasis, Label, Link, Marker
    from reslint.language.language import Language
    from reslint.text.source import Source


# The parts of a draft, as Paragraph.part names them.
MASTHEAD = "masthead"


TITLE = "title"


ORGAN_LINE = "organ line"


PREAMBLE = "preamble"


OPERATIVE = "operative"


HEADING = "heading"


CLOSING = "closing"


ANNEX = "annex"


NOTE = "note"


TABLE = "table"


QUOTATION = "quotation"


class Paragraph:
    """A paragraph: one block, or several that a page break or note had parted.

    `part` is one of the parts above; `level` is 0 for a numbered or preambular paragraph, 1 for
    `(a)`, 2 for `(i)` … ; `label` is None where it has none. `text` is the plain text after the
    label. `resolution` is the (nested or sibling) resolution it belongs to. `place` names it as a
    drafter would. `certain_end` says that what follows surely starts another paragraph, so that
    the ending may be mended safely.
    """

    __slots__ = (
        "blocks",
        "certain_end",
        "children",
        "emphases",
        "facts",
        "heading_label",
        "joints",
        "label",
        "level",
        "links",
        "lost_stop",
        "markers",
        "note_number",
        "parent",
        "part",
        "place",
        "plain",
        "resolution",
        "section",
        "stray",
        "text",
    )

    def __init__(self, part: str, plain: PlainText, blocks: list[Block]) -> None:
        self.plain = plain
        self.text = plain.text
        self.blocks = blocks
        self.emphases: list[Emphasis] = []
        self.markers: list[Marker] = []
        self.links: list[Link] = []
        self.stray: list[int] = []  # source offsets of emphasis marks that close nothing
        self.joints: list[int] = []  # plain offsets at which a further block was joined
        self.facts: dict[object, object] = {}  # what facts/ computed, once: plain offsets only
        self.start_again(part, None)

    def start_again(self, part: str, label: Label | None) -> None:
        """Forgets what stood around it, for a further walk: its own text stays as it is."""
        self.part = part
        self.label = label
        self.lost_stop = False  # the label lost its stop (`5 Encourages`)
        self.level = 0
        self.resolution: Resolution | None = None
        self.section: Paragraph | None = None  # the heading it stands under
        self.heading_label = ""  # of a heading: I, A, …
        self.parent: Paragraph | None = None
        self.children: list[Paragraph] = []
        self.place = ""
        self.note_number = ""
        self.certain_end = True

    def move(self, by: int) -> None:
        """Its blocks, which were moved already, stand `by` characters further on."""
        label = self.label
        if label is not None and label is not self.blocks[0].label:
            label.start += by
            label.end += by
        if self.plain is not self.blocks[0].plain:
            self.plain.move(by)
        for marks in (self.emphases, self.markers, self.links):
            for mark in marks:
                mark.move(by)
        self.stray = [at + by for at in self.stray]

    def become(self, other: Paragraph) -> None:
        """Takes the places and surroundings of a paragraph made of the same blocks.

        The facts stay, and the very pieces of emphasis, markers and links that they speak of.
        """
        emphases, markers, links, facts = self.emphases, self.markers, self.links, self.facts
        for slot in self.__slots__:
            setattr(self, slot, getattr(other, slot))
        for one, its in zip(emphases, other.emphases, strict=True):
            one.opening, one.closing = its.opening, its.closing
        for marker, its_marker in zip(markers, other.markers, strict=True):
            marker.start, marker.end = its_marker.start, its_marker.end
            marker.digits = its_marker.digits
        for link, its_link in zip(links, other.links, strict=True):
            link.source = its_link.source
        self.emphases, self.markers, self.links, self.facts = emphases, markers, links, facts

    def context(self) -> tuple[object, ...]:
        """What the walk over the draft says of it, without its place and number in the order."""
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
        )

    @property
    def start(self) -> int:
        """The source offset at which it starts, label included."""
        return self.blocks[0].start

    @property
    def end(self) -> int:
        """The source offset after its last block."""
        return self.blocks[-1].end

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a span of its plain text."""
        return self.plain.source_span(start, end)

    def __repr__(self) -> str:
        label = self.label.text if self.label else ""
        return f"Paragraph({self.part} {label} {self.text[:40]!r})"


class Note:
    """A note: its number as written, its text as a paragraph, the markers that point to it."""

    __slots__ = ("markers", "notation", "number", "number_span", "paragraph")

    def __init__(
        self, number: str, number_span: tuple[int, int], notation: str, paragraph: Paragraph
    ) -> None:
        self.number = number
        self.number_span = number_span
        self.notation = notation
        self.paragraph = paragraph
        self.markers: list[tuple[Paragraph, Marker]] = []


class Resolution:
    """What one organ line opens: a preamble and an operative part with a numbering of its own.

    A draft has one; a draft that recommends another has it nested (`parent`), a composite one
    (A and B) has several. `organ` is GA, SC, ECOSOC, HRC or other; `line_organ` the one that the
    organ line names, where the user's choice overrides it.
    """

    __slots__ = (
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
        self.parent: Resolution | None = None
        self.letter = ""  # A, B … of a composite resolution
        self.preamble: list[Paragraph] = []  # level 0 only
        self.operative: list[Paragraph] = []  # level 0 only


class Draft:
    """A whole draft: where it comes from, what it is, its paragraphs in order."""

    __slots__ = (
        "blocks",
        "emphasis_known",
        "facts",
        "is_resolution",
        "language",
        "looked_beyond",
        "masthead",
        "notes",
        "organ",
        "paragraphs",
        "phrases",
        "resolutions",
        "source",
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
        self.masthead = Masthead()
        self.paragraphs: list[Paragraph] = []
        self.resolutions: list[Resolution] = []
        self.notes: list[Note] = []
        self.facts: dict[object, object] = {}  # what facts/ computed, once
        self.whole = self  # of a view with some of the paragraphs: the draft that has all
        self.looked_beyond: set[Paragraph] = set()

    def look_beyond(self, paragraph: Paragraph) -> Draft:
        """The whole draft, for a check that judges a paragraph by others, too.

        What it says of that paragraph then holds as long as the others stay what they are.
        """
        self.looked_beyond.add(paragraph)
        return self.whole

    def only(self, paragraphs: list[Paragraph]) -> Draft:
        """The same draft with these paragraphs (and the notes among them) alone.

        For checks that look at each paragraph by itself.
        """
        view = Draft(self.source, self.blocks, self.vocabulary, self.phrases)
        view.organ = self.organ
        view.emphasis_known = self.emphasis_known
        view.is_resolution = self.is_resolution
        view.masthead = self.masthead
        view.paragraphs = paragraphs
        view.resolutions = self.resolutions
        view.whole = self.whole
        among = set(paragraphs)
        view.notes = [note for note in self.notes if note.paragraph in among]
        return view

    def part(self, *parts: str) -> list[Paragraph]:
        """The paragraphs of these parts, in order."""
        return [paragraph for paragraph in self.paragraphs if paragraph.part in parts]


class Masthead:
    """What stands above the organ line and in the closing, as far as it was understood.

    Dates are (year, month, day) with the paragraph and plain span in which they stand.
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
    """A date (or, for a session, a number) and where it stands."""

    __slots__ = ("date", "end", "paragraph", "start")

    def __init__(
        self, date: tuple[int, int, int], paragraph: Paragraph, start: int, end: int
    ) -> None:
        self.date = date
        self.paragraph = paragraph
        self.start = start
        self.end = end
