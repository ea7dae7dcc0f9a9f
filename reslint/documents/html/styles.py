"""An open element of an HTML page: how its text looks, and what it stands for."""

from __future__ import annotations

import re

from reslint.documents.pieces import PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.pieces import Look


_ITALIC = frozenset(("em", "i", "cite", "dfn", "var"))
_BOLD = frozenset(("b", "strong"))
_UNDERLINED = frozenset(("u", "ins"))
_STYLE = re.compile(r"([a-z-]+)\s*:\s*([^;]+)")
_HEADING = re.compile(r"h([1-6])")
_NOTE_REFERENCE = re.compile(r"#_?(?:fn|ftn|edn|note|footnote|endnote)[-_:]?[\w-]*", re.I)
_NOTE_BACK = re.compile(
    r"#_?(?:fnref|ftnref|ednref|noteref|footnote-ref|footnoteref|ref)[\w:-]*", re.I
)
_NOTES = re.compile(r"\b(?:footnotes|endnotes|doc-endnotes|doc-footnotes)\b", re.I)
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class NoteOf:
    """The number of the note that a list item is; empty once its first paragraph is read."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Element:
    """An element that is open: its tag and what its text inherits from those around it.

    hidden      its text is not shown
    look        italic, bold, underline
    raised      superscript
    in_notes    it stands in the list of notes at the end
    is_marker   a link to a note; `is_back` the link back
    """

    __slots__ = (
        "_note",
        "_number",
        "_parent",
        "_type",
        "heading",
        "hidden",
        "in_notes",
        "is_back",
        "is_marker",
        "look",
        "raised",
        "tag",
    )

    def __init__(self, tag: str, attributes: dict[str, str], parent: Element | None) -> None:
        styles = dict(_STYLE.findall(attributes.get("style", "").lower()))
        kinds = f"{attributes.get('class', '')} {attributes.get('role', '')}"
        target = attributes.get("href", "") if tag == "a" else ""
        level = _HEADING.fullmatch(tag)
        self.tag = tag
        self._parent = parent
        self._note: NoteOf | None = None
        self.hidden: bool = _is_hidden(attributes, styles)
        self.raised: bool = tag == "sup" or styles.get("vertical-align", "").strip() == "super"
        self.in_notes: bool = _NOTES.search(kinds) is not None
        self.is_back: bool = _NOTE_BACK.fullmatch(target) is not None or "backlink" in kinds
        self.heading: int = int(level[1]) if level else 0
        around = PLAIN
        if parent is not None:
            around = parent.look
            self.hidden = self.hidden or parent.hidden
            self.raised = self.raised or parent.raised
            self.in_notes = self.in_notes or parent.in_notes
            self.is_back = self.is_back or parent.is_back
            self.heading = self.heading or parent.heading
        self.look: Look = _look(tag, styles, around)
        self.is_marker: bool = not self.is_back and _NOTE_REFERENCE.fullmatch(target) is not None
        self._number = _start(attributes)
        self._type = attributes.get("type", "1" if tag == "ol" else "")
        if tag == "li" and parent is not None:
            if attributes.get("value", "").isdecimal():
                parent._number = int(attributes["value"][:6])
            self._number = parent._number
            parent._number += 1
            if self.in_notes:
                self._note = NoteOf(str(self._number))

    def label(self) -> str:
        """Return the label of a list item: `1.`, a bullet, and `(a)` where a browser shows `a.`.

        A list in HTML cannot have brackets around its letters: they are taken for granted.
        """
        parent = self._parent
        if parent is None or parent.tag != "ol":
            return "•"
        written = _written(self._number, parent._type)
        return f"({written})" if written.islower() else f"{written}."

    def note(self) -> NoteOf | None:
        """Return the number of the note to which the element belongs, or None."""
        element: Element | None = self
        while element is not None:
            if element._note is not None:
                return element._note
            element = element._parent
        return None

    def marker(self) -> Element | None:
        """Return the link to a note in which the element stands, or None."""
        element: Element | None = self
        while element is not None:
            if element.is_marker:
                return element
            element = element._parent
        return None


def _is_hidden(attributes: dict[str, str], styles: dict[str, str]) -> bool:
    return (
        "hidden" in attributes
        or styles.get("display", "").strip() == "none"
        or "line-through" in styles.get("text-decoration", "")
    )


def _start(attributes: dict[str, str]) -> int:
    written = attributes.get("start", "1")
    return int(written) if written.isdecimal() and len(written) < 6 else 1


def _look(tag: str, styles: dict[str, str], around: Look) -> Look:
    """Return the look of the text in an element, given that around it."""
    slant = styles.get("font-style", "").strip()
    weight = styles.get("font-weight", "").strip()
    italic = around[0] or tag in _ITALIC
    bold = around[1] or tag in _BOLD
    if slant:
        italic = slant in ("italic", "oblique")
    if weight:
        bold = weight in ("bold", "bolder", "600", "700", "800", "900")
    decoration = styles.get("text-decoration", "") + styles.get("text-decoration-line", "")
    return italic, bold, around[2] or tag in _UNDERLINED or "underline" in decoration


def _written(number: int, kind: str) -> str:
    """Return a number as a list of this type shows it."""
    if kind in ("a", "A") and 1 <= number <= 702:
        letters = chr(97 + (number - 1) % 26)
        if number > 26:
            letters = chr(96 + (number - 1) // 26) + letters
        return letters if kind == "a" else letters.upper()
    if kind in ("i", "I") and 1 <= number < 90:
        written = ""
        for value, letter in _ROMAN:
            while number >= value:
                written += letter
                number -= value
        return written if kind == "i" else written.upper()
    return str(number)
