"""What a check says: findings of a check, diagnostics of a lint, edits that correct them.

All offsets are code points of the decoded text (no byte order mark), ends are exclusive.
These classes are plain, with slots: they are made by the thousand and imported on every start.
"""

from __future__ import annotations

from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, TypeAlias

    Severity: TypeAlias = Literal["error", "warning", "info", "hint"]
    Safety: TypeAlias = Literal["safe", "unsafe"]
    Fixability: TypeAlias = Literal["safe", "unsafe", "none"]


SEVERITIES = ("error", "warning", "info", "hint")
"""Severities, the most serious first."""


class Edit:
    """One replacement in the source: the text from `start` to `end` becomes `text`."""

    __slots__ = ("end", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text

    def key(self) -> tuple[int, int, str]:
        return (self.start, self.end, self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edit) and self.key() == other.key()

    def __hash__(self) -> int:
        return hash(self.key())

    def __repr__(self) -> str:
        return f"Edit({self.start}, {self.end}, {self.text!r})"


class Fix:
    """Edits that belong together: all or none. `group` joins the fixes of several diagnostics.

    `others` are further suggestions (title and edits), of which an editor offers each. `apart`: the
    finding is of many places, which the related places name, and each can be fixed without the
    others.
    """

    __slots__ = ("apart", "edits", "group", "others", "safety", "title")

    def __init__(
        self,
        safety: Safety,
        title: str,
        edits: tuple[Edit, ...],
        group: str | None = None,
        others: tuple[tuple[str, tuple[Edit, ...]], ...] = (),
        *,
        apart: bool = False,
    ) -> None:
        self.safety = safety
        self.title = title
        self.edits = edits
        self.group = group
        self.others = others
        self.apart = apart


LEFT_BY_FIX = "reference"
"""The variant of a message on a place that the fix leaves to the drafter."""


class Related:
    """Another place that belongs to a diagnostic: the first use of a number, the other date.

    start, end      source offsets
    line, column, end_line, end_column
                    the same in lines and columns from 1; 0 until `linting.results.locate`
    message         what is there
    origin          the place in a Word or AKN4UN file (`text/origin.py`), None for a text
    left_by_fix     whether the drafter must look at it once the fix is made
    path            of the file in which the place is; "" for that of the diagnostic
    """

    __slots__ = (
        "column",
        "end",
        "end_column",
        "end_line",
        "left_by_fix",
        "line",
        "message",
        "origin",
        "path",
        "start",
    )

    def __init__(self, start: int, end: int, message: str, *, left_by_fix: bool = False) -> None:
        self.start = start
        self.end = end
        self.line = self.column = self.end_line = self.end_column = 0
        self.message = message
        self.origin: dict[str, Any] | None = None
        self.left_by_fix = left_by_fix
        self.path = ""


class Finding:
    """What a check yields: a span, the values of the message's placeholders, perhaps edits.

    `variant` picks another wording of the rule's message (`messages` in the rule);
    `severity`, if given, replaces the rule's own (a weaker form of the same error);
    `safety`, if given, replaces the rule's own for this one fix;
    `place` names the paragraph as a drafter would (`preamble 3`, `12 (a)`, `note 4`, `title`);
    `others` are several suggestions, the first one too, each a replacement and its edits;
    `apart` is that of `Fix`.
    """

    __slots__ = (
        "apart",
        "edits",
        "end",
        "group",
        "others",
        "place",
        "related",
        "safety",
        "severity",
        "start",
        "values",
        "variant",
    )

    def __init__(
        self,
        start: int,
        end: int,
        place: str,
        values: dict[str, str] | None = None,
        edits: tuple[Edit, ...] = (),
        *,
        variant: str | None = None,
        severity: Severity | None = None,
        safety: Safety | None = None,
        related: tuple[tuple[int, int, str], ...] = (),
        group: str | None = None,
        others: tuple[tuple[str, tuple[Edit, ...]], ...] = (),
        apart: bool = False,
    ) -> None:
        self.apart = apart
        self.start = start
        self.end = end
        self.others = others
        self.place = place
        self.values = values or {}
        self.edits = edits
        self.variant = variant
        self.severity = severity
        self.safety = safety
        self.related = related  # (start, end, variant of the message naming the other place)
        self.group = group


class Diagnostic:
    """One finding of a rule: where it is, how serious, what to do.

    code, name      of the rule: `LEAD002`, `leading-phrase-not-emphasized`
    severity        error, warning, info or hint
    message         what to do
    start, end      source offsets
    line, column, end_line, end_column
                    the same in lines and columns from 1; 0 until `linting.results.locate`
    origin          the place in a Word or AKN4UN file (`text/origin.py`), None for a text
    line_text       the source line on which it starts; "" until then
    paragraph       the place as a drafter names it: `preamble 3`, `12 (a)`, `note 4`
    url             the source of the convention on the web, or ""
    fix             None where there is none
    related         other places
    """

    __slots__ = (
        "code",
        "column",
        "end",
        "end_column",
        "end_line",
        "fix",
        "line",
        "line_text",
        "message",
        "name",
        "origin",
        "paragraph",
        "related",
        "severity",
        "start",
        "url",
    )

    def __init__(
        self,
        code: str,
        name: str,
        severity: str,
        message: str,
        start: int,
        end: int,
        *,
        paragraph: str = "",
        url: str = "",
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        self.code = code
        self.name = name
        self.severity = severity
        self.message = message
        self.start = start
        self.end = end
        self.line = self.column = self.end_line = self.end_column = 0
        self.line_text = ""
        self.origin: dict[str, Any] | None = None
        self.paragraph = paragraph
        self.url = url
        self.fix = fix
        self.related = related

    def with_edits(self, edits: tuple[Edit, ...]) -> Diagnostic:
        """Return the same finding with other edits in its fix, which it must have."""
        fix = self.fix
        assert fix is not None
        return Diagnostic(
            self.code,
            self.name,
            self.severity,
            self.message,
            self.start,
            self.end,
            paragraph=self.paragraph,
            url=self.url,
            fix=Fix(fix.safety, fix.title, edits, fix.group, fix.others, apart=fix.apart),
            related=self.related,
        )

    def key(self) -> tuple[int, int, str, str]:
        """Order of output: place, then code, then wording."""
        return (self.start, self.end, self.code, self.message)

    def __repr__(self) -> str:
        return f"Diagnostic({self.code} {self.start}-{self.end} {self.message!r})"


def place_in_file(place: Diagnostic | Related) -> tuple[int, int, int, int]:
    """Return line, column, end line and end column for those who open the file itself.

    They are those of the XML or HTML for a file that was turned into Markdown, else its own.
    """
    origin = place.origin
    if origin is not None and "line" in origin:
        return origin["line"], origin["column"], origin["end_line"], origin["end_column"]
    return place.line, place.column, place.end_line, place.end_column


class Problem:
    """What reslint says of a file or of itself: an unreadable file, a broken rule, a skipped one.

    `line` and `column` are 1-based, 0 where there is no place. `severity` is error, or info for a
    remark that changes nothing.
    """

    __slots__ = ("code", "column", "line", "message", "path", "severity")

    def __init__(
        self,
        code: str,
        message: str,
        path: str = "",
        line: int = 0,
        column: int = 0,
        *,
        severity: str = "error",
    ) -> None:
        self.severity = severity
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = escaped(self.path)
        if self.line:
            place += f":{self.line}:{self.column}"
        message = escaped(self.message)
        return f"{place}: {message}" if place else message

    def __repr__(self) -> str:
        return f"Problem({self.code} {self})"
