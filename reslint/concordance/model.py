"""The data of a comparison: versions, their units and tokens, rows, differences, moves."""

from __future__ import annotations

from reslint.concordance.languages.words import concepts_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.blocks.model import Marker
    from reslint.draft.model import Draft, Paragraph
    from reslint.language.phrases import PhraseMatch
    from reslint.text.diagnostics import Severity


# The kinds of token: what is written the same way, or can be recognized, in every language.
CITATION = "citation"
SYMBOL = "symbol"
YEAR = "year"
MONTH = "month"
DAY = "day"
FIGURE = "figure"
REFERENCE = "reference"
DATE = "date"  # day, month and year; a month with its year
ITEM = "item"  # a letter behind a number: 7 (a)
LETTER = "letter"  # of a resolution: 46/182 A
NAME = "name"
TERM = "term"  # a unit, a city, an office …: one of a family of which a text means one
WEAK_TERM = "weak term"  # the same, where the words may mean something else
MARKER = "marker"

ANCHORS = (CITATION, SYMBOL, YEAR, DAY, FIGURE)
"""The kinds by which paragraphs of different languages are recognized as counterparts."""


class Token:
    """Something in a unit that every language has: a number, a date, a name.

    `kind` is one of the kinds above, `key` the same in all languages, `start` and `end` its plain
    span. `date` is the span of the whole date, for a day, month or year in one; for a citation that
    of its date, which `dated` writes in figures (`2015-9-25`), and `owner` is its unit.
    """

    __slots__ = ("date", "dated", "end", "key", "kind", "owner", "start")

    def __init__(
        self, kind: str, key: str, start: int, end: int, date: tuple[int, int] | None = None
    ) -> None:
        self.kind = kind
        self.key = key
        self.start = start
        self.end = end
        self.date = date
        self.dated = ""
        self.owner: Unit | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The plain span to show: of the whole date, for a part of one."""
        if self.date is not None and self.kind in (DAY, MONTH, YEAR):
            return self.date
        return self.start, self.end

    def __repr__(self) -> str:
        return f"Token({self.kind} {self.key} {self.start}-{self.end})"


class Unit:
    """A paragraph of a version as the alignment sees it.

    `tokens` are in order of their places; `known` is what they were made of;
    `anchors` are the tokens that tell counterparts; `names` the entities named; `written` counts
    the runs of figures as written; `size` is the length of the text in thousandths of the version;
    `opening` are its opening words, `whole_phrase` their key, `phrase` what the tables know of it,
    "" for none;
    `head` is the key of the head alone, `cut` says that the tables do not know all of the words.
    """

    __slots__ = (
        "_concepts",
        "_firsts",
        "anchors",
        "cut",
        "head",
        "known",
        "level",
        "names",
        "opening",
        "paragraph",
        "part",
        "phrase",
        "size",
        "tokens",
        "value",
        "version",
        "whole_phrase",
        "written",
    )

    def __init__(self, version: Version, paragraph: Paragraph) -> None:
        self.version = version
        self.paragraph = paragraph
        self.part: str = paragraph.part
        self.level = paragraph.level
        self.value = 0 if paragraph.label is None else paragraph.label.value
        if paragraph.note_number.isdecimal():
            self.value = int(paragraph.note_number)
        self.known: tuple[object, ...] = ()
        self.tokens: list[Token] = []
        self._firsts: dict[tuple[str, ...], dict[str, Token]] = {}
        self.anchors: frozenset[str] = frozenset()
        self.names: frozenset[str] = frozenset()
        self._concepts: frozenset[str] | None = None
        self.written: dict[str, int] = {}
        self.size = 0.0
        self.phrase = self.whole_phrase = ""
        self.head = ""
        self.cut = False
        self.opening: PhraseMatch | None = None

    @property
    def text(self) -> str:
        """The plain text."""
        return self.paragraph.text

    @property
    def place(self) -> str:
        """Its place as a drafter names it: `preamble 3`, `12 (a)`."""
        return self.paragraph.place

    @property
    def concepts(self) -> frozenset[str]:
        """What its words say in any language."""
        found = self._concepts
        if found is None:
            found = self._concepts = concepts_in(self.text, self.version.language)
        return found

    def firsts(self, kinds: tuple[str, ...]) -> dict[str, Token]:
        """The first token of each key, of the tokens of some kinds."""
        found = self._firsts.get(kinds)
        if found is None:
            found = self._firsts[kinds] = {}
            for token in self.tokens:
                if token.kind in kinds:
                    found.setdefault(token.key, token)
        return found

    def add(self, token: Token) -> None:
        """Add a token behind the others."""
        self.tokens.append(token)
        self._firsts.clear()

    def forget(self, kind: str) -> None:
        """Drop the tokens of a kind."""
        self.tokens = [token for token in self.tokens if token.kind != kind]
        self._firsts.clear()

    def of(self, *kinds: str) -> list[Token]:
        """The tokens of some kinds, in order."""
        return [token for token in self.tokens if token.kind in kinds]

    def __repr__(self) -> str:
        return f"Unit({self.version.name} {self.place})"


class Version:
    """One version of a draft.

    `name` is what messages call it: its language, with a number where two versions have one
    language. `body` are the units of text in order, `notes` those of the notes; `units` has both
    by their paragraphs; `markers_of` has the markers of each note's paragraph, with the units they
    stand in; `scales` are the lengths by which sizes are measured, of text and notes.
    """

    __slots__ = (
        "body",
        "draft",
        "language",
        "markers_of",
        "name",
        "notes",
        "path",
        "scales",
        "units",
    )

    def __init__(self, path: str, draft: Draft, name: str = "") -> None:
        self.path = path
        self.draft = draft
        self.language = draft.language
        self.name = name or draft.language
        self.body: list[Unit] = []
        self.notes: list[Unit] = []
        self.units: dict[Paragraph, Unit] = {}
        self.scales = (0.0, 0.0)
        self.markers_of: dict[Paragraph, list[tuple[Unit, Marker]]] = {}

    def __repr__(self) -> str:
        return f"Version({self.name} {self.path})"


class Row:
    """Counterparts: at most one unit of each version.

    `doubtful` says that the units may not be counterparts: their details are not compared.
    """

    __slots__ = ("cells", "doubtful")

    def __init__(self) -> None:
        self.cells: dict[Version, Unit] = {}
        self.doubtful = False

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.cells.values())

    def __len__(self) -> int:
        return len(self.cells)

    def first(self) -> Unit:
        """The unit of the first version that has one."""
        return next(iter(self.cells.values()))

    def __repr__(self) -> str:
        return f"Row({', '.join(map(repr, self.cells.values()))})"


class Difference:
    """A difference: the odd version, the source span in it, its paragraph.

    `values` fill the message; `variant` and `severity` replace those of the rule; `others` are the
    places in other versions: version, source span.
    """

    __slots__ = ("end", "others", "place", "severity", "start", "values", "variant", "version")

    def __init__(
        self,
        version: Version,
        span: tuple[int, int],
        place: str,
        values: dict[str, str],
        others: Iterable[tuple[Version, tuple[int, int]]] = (),
        *,
        variant: str | None = None,
        severity: Severity | None = None,
    ) -> None:
        self.version = version
        self.start, self.end = span
        self.place = place
        self.values = values
        self.others = list(others)
        self.variant = variant
        self.severity = severity


class Move:
    """A unit that stands elsewhere than its counterparts `there`."""

    __slots__ = ("there", "unit")

    def __init__(self, unit: Unit, there: list[Unit]) -> None:
        self.unit = unit
        self.there = there


class Moves:
    """All moves of a comparison, the rows that only they explain, and the units out of place."""

    __slots__ = ("found", "misplaced", "rows")

    def __init__(self) -> None:
        self.found: list[Move] = []
        self.rows: set[Row] = set()
        self.misplaced: set[Unit] = set()
