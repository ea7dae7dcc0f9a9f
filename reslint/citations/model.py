"""What is found about citations: numbers, dates, citations, lists of them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Paragraph


# The form of a number: `70/1`, `1325 (2000)`, `217 A (III)`; without year: `1325`; wrong.
SESSION = "session"
YEAR = "year"
ROMAN = "roman"
BARE = "bare"
WRONG = "wrong"
# How the organ of a citation is known.
BEFORE = "before"  # General Assembly resolution 70/1
AFTER = "after"  # resolution 70/1 of the General Assembly
OWN = "own"  # its resolution 70/1
FORM = "form"  # by the form of the number
LIST = "list"  # as the one before it in a list
NONE = ""


class Number:
    """A number as written: its plain span, its form, what it says.

    `text` is the number in its usual form (`S-18/3`, `3411 A (XXX)`); `key` is the same in Latin
    letters, as registries have it; `first` the session, year or number, `second` the number
    within the session or the year in parentheses.
    """

    __slots__ = ("end", "first", "form", "key", "letters", "prefix", "second", "start", "text")

    def __init__(
        self,
        start: int,
        end: int,
        form: str,
        text: str,
        first: int,
        second: int,
        *,
        prefix: str = "",
        letters: str = "",
        key: str = "",
    ) -> None:
        self.start = start
        self.end = end
        self.form = form
        self.text = text
        self.key = key or text
        self.first = first
        self.second = second
        self.prefix = prefix
        self.letters = letters


class DateMention:
    """A date in a text: its plain span and its parts, each with its span.

    `parts` maps day, ordinal, of, gap (before the month), month, dot, comma, year_gap (before the
    year), year, tail (the word for "year" after it) to plain spans, as far as written; `late` says
    that the month stands before the day.
    """

    __slots__ = ("date", "end", "late", "paragraph", "parts", "start")

    def __init__(
        self,
        paragraph: Paragraph,
        date: tuple[int, int, int],
        start: int,
        end: int,
        parts: dict[str, tuple[int, int]],
        late: bool,
    ) -> None:
        self.paragraph = paragraph
        self.date = date
        self.start = start
        self.end = end
        self.parts = parts
        self.late = late

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]


class Citation:
    """A resolution or decision that a text cites.

    `organ` is GA, SC, ECOSOC, HRC, other (another body) or "" where it is not known; `certain`
    says that no other body can be meant. `head` is the start of the word before the number (-1
    for a later item of a list), `gap` what stands between number (or organ) and date, `dated`
    False where the wording before the date is not one of the right ones. `end` is where it ends:
    after number, organ and date.
    """

    __slots__ = (
        "after_organ",
        "certain",
        "date",
        "dated",
        "end",
        "gap",
        "head",
        "how",
        "joint",
        "kind",
        "list",
        "number",
        "organ",
        "paragraph",
        "plural",
        "word",
    )

    def __init__(self, paragraph: Paragraph, number: Number, kind: str) -> None:
        self.paragraph = paragraph
        self.number = number
        self.kind = kind
        self.organ = ""
        self.certain = False
        self.how = NONE
        self.head = -1
        self.word = ""
        self.plural = False
        self.joint = ""  # what stands between it and the one before it in its list
        self.date: DateMention | None = None
        self.dated = True
        self.after_organ = False
        self.gap = (0, 0)
        self.end = number.end
        self.list: CitationList | None = None

    @property
    def start(self) -> int:
        return self.number.start

    def span(self) -> tuple[int, int]:
        """The source span of the number."""
        return self.paragraph.source_span(self.number.start, self.number.end)


class CitationList:
    """Citations that one word introduces: `its resolutions 54/228 of …, 55/207 of … and …`.

    `close` is whether nothing but joints stands between the items.
    """

    __slots__ = ("close", "items")

    def __init__(self, first: Citation) -> None:
        self.items = [first]
        self.close = True


class OddNumber:
    """What stands after the word resolution and is no number: `1325` (bare), `70-1` (wrong).

    `right` is how it is usually written, "" where that is not known; `named` is whether the
    organ is named beside it or by its list.
    """

    __slots__ = ("end", "form", "kind", "named", "organ", "paragraph", "right", "start")

    def __init__(
        self, paragraph: Paragraph, start: int, end: int, form: str, right: str, organ: str
    ) -> None:
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.form = form
        self.right = right
        self.organ = organ
        self.named = False
        self.kind = ""

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]


class Mention:
    """A body named in a text: its plain span and what it is (an organ, `other`, a short name)."""

    __slots__ = ("end", "organ", "start")

    def __init__(self, start: int, end: int, organ: str) -> None:
        self.start = start
        self.end = end
        self.organ = organ


class Head:
    """The word that introduces numbers: its kind, its plain span, whether it is plural."""

    __slots__ = ("end", "kind", "plural", "start")

    def __init__(self, kind: str, start: int, end: int, plural: bool) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.plural = plural
