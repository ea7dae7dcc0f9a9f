"""Read the marks of editors and converters as if their changes were accepted.

CriticMarkup (`{++new++}`, `{--old--}`, `{~~old~>new~~}`, `{>>comment<<}`, `{==text==}`), struck
text (`~~old~~`, `<del>`, `<s>`), Pandoc's spans (`[text]{.underline}`), styled tags (`<span
style="text-decoration: underline">`), entities (`&nbsp;`), the marks of forums (`[b]bold[/b]`,
`[*]` before an item), MediaWiki's emphasis (`'''bold'''`; `''italics''` at the start of a
paragraph only, since elsewhere it may be a quotation) and its notes (`<ref>…</ref>`). What is
struck and what is a note is no text; marks around text are left out, or are those of emphasis that
the parser knows (`<u>`). No fix may touch what is left out.
"""

from __future__ import annotations

import re
from functools import cache

from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.text.letters import Runs

    Change = tuple[int, int, str, bool]
    """A stretch of text and what it is read as, and whether fixes must leave it alone."""


_OF_FORUMS = ("[/", "[*]", "[list")
_HINTS = ("{", "~~", "&", "''", *_OF_FORUMS)
_OTHER_HINTS = ("''", "[/")
_OF_WIKI = expression(r"^[ \t*#:;>-]*(?:[0-9]{1,3}[.)]\s*)?('{2,3})[^\s'][^'\r\n]*\1", re.MULTILINE)
_FEWEST_OF_WIKI = 2  # one such text may be a quotation
_OF_FORUM = expression(r"\[/[biu]\]", re.IGNORECASE)
_TAG_HINT = expression(
    r"<(?!/?(?:sup|sub|u|b|i|em|strong|br|ins|table|t[rdh])\b|!--)/?[a-z][a-z0-9]*[\s/>]", re.I
)
_KNOWN = frozenset(("sup", "sub", "u", "b", "i", "em", "strong", "br", "ins"))
"""Tags that the parser of inline text reads."""
_STRUCK = frozenset(("del", "s", "strike"))
_NOTE = "ref"  # MediaWiki's tag around a note, in the midst of the text
_EMPHASES_OF_FORUMS = frozenset("biu")
_PAIRS = {"{++": "++}", "{--": "--}", "{~~": "~~}", "{>>": "<<}", "{==": "==}"}
_OPENINGS = {closing: opening for opening, closing in _PAIRS.items()}
_DROPPED = ("{--", "{>>")
_SYNTAX = frozenset("*_`<>&[]\\{}~|#\n\r")
_BEFORE_WORDS = " \t0123456789.()#*:;"  # a label, before the first word
_MOST_OPEN = 50  # marks open at once: more are no marks


@cache
def _token() -> re.Pattern[str]:
    # Compiled when a text has such marks.
    return re.compile(
        r"""\\[^\w\s] | (?P<code>`+) | <!--.*?-->
        | (?P<open>\{(?:\+\+|--|~~|>>|==))
        | (?P<close>(?:\+\+|--|~~|<<|==)\})
        | (?P<arrow>~>)
        | (?P<strike>~~)
        | (?P<wiki>'{2,3})
        | </?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:\s[^<>]{0,300})?/?)>
        | (?P<forum>\[(?:\*|/?(?:[biu]|size|colou?r|font|center|left|right|justify|align|indent
            |list|url|quote|spoiler|anchor)(?:=[^\[\]\n]{0,200})?)\])
        | \](?P<attributes>\{[.#:=\w][^{}\n]{0,200}\})
        | (?<=\))(?P<after>\{[.#:][^{}\n]{0,200}\})
        | (?P<bracket>[\[\]])
        | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)""",
        re.VERBOSE,
    )


@cache
def _styles() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The kinds of style, in classes and in CSS, with the tag that stands for each."""
    return tuple(
        (re.compile(pattern, re.IGNORECASE), tag)
        for pattern, tag in (
            (r"line-through|\.(?:del|strike\w*|deletion)\b", "del"),
            (r"underline|\.ul\b|\.u\b", "u"),
            (r"font-style\s*:\s*(?:italic|oblique)|\.(?:italic|it|em)\b", "i"),
            (r"font-weight\s*:\s*(?:bold|[6-9]00)|\.(?:bold|bf|strong)\b", "b"),
        )
    )


def may_have_marks(text: str) -> bool:
    """Tell whether a text may have marks of these kinds. Fast: most texts have none."""
    for hint in _HINTS:
        if hint in text:
            return True
    if "<" not in text:
        return False
    # Raised note numbers are usual, and no such mark.
    text = text.replace("<sup>", "").replace("</sup>", "")
    return "<" in text and _TAG_HINT.search(text) is not None


def may_show_other_emphasis(text: str) -> bool:
    """Tell quickly whether a text may be one for `shows_other_emphasis`."""
    return any(hint in text for hint in _OTHER_HINTS)


def shows_other_emphasis(text: str) -> bool:
    """Tell whether a draft shows emphasis by the marks of forums or of MediaWiki.

    Emphasis in Markdown beside them would be wrong in either.
    """
    if not may_show_other_emphasis(text):
        return False
    return _OF_FORUM.search(text) is not None or len(_OF_WIKI.findall(text)) >= _FEWEST_OF_WIKI


def accepted(text: str, *, markdown: bool = True) -> tuple[str, Runs, list[tuple[int, int]]] | None:
    """Return a text as it reads once all changes are accepted, or None if it has no marks.

    In a text that is no Markdown, only CriticMarkup and entities count. The runs map
    the text to the text as it is; the spans are those of the text as it is that no fix may touch.
    """
    changes = _Changes(text, markdown=markdown).all()
    if not changes:
        return None
    pieces: list[str] = []
    runs: Runs = []
    length = at = 0
    for start, end, new, _ in changes:
        if start > at:
            runs.append((length, at, start - at))
            pieces.append(text[at:start])
            length += start - at
        for place in range(len(new)):
            runs.append((length + place, start, end - start))
        pieces.append(new)
        length += len(new)
        at = end
    if at < len(text):
        runs.append((length, at, len(text) - at))
        pieces.append(text[at:])
    return "".join(pieces), runs, [(start, end) for start, end, _, kept in changes if kept]


def accepted_line(text: str) -> str:
    """Return one line of a text as it reads, by itself: marks may close in a later line."""
    found = accepted(text)
    if found is not None:
        text = found[0]
    stripped = text.lstrip()
    while stripped.startswith(("{++", "{==")):
        text = stripped = stripped[3:].lstrip()
    return text


class _Changes:
    """Find the changes of a text in one pass over its marks."""

    def __init__(self, text: str, *, markdown: bool) -> None:
        self._text = text
        self._markdown = markdown
        self._of_forum = any(hint in text for hint in _OF_FORUMS)
        self._changes: list[Change] = []
        # Open marks: kind, start, end, the number of changes before, the end of an arrow in it.
        self._open: list[tuple[str, int, int, int, int]] = []

    def all(self) -> list[Change]:
        """Return the changes in order; they do not overlap."""
        text, token = self._text, _token()
        missing: set[str] = set()  # runs of backquotes that have no partner
        at = 0
        while match := token.search(text, at):
            at = match.end()
            ticks = match["code"]
            if ticks:
                closing = -1 if ticks in missing else text.find(ticks, at)
                if closing < 0:
                    missing.add(ticks)
                else:
                    at = closing + len(ticks)
            else:
                self._read(match)
        self._changes.sort()
        return self._changes

    def _read(self, match: re.Match[str]) -> None:
        start, end = match.span()
        if match["open"]:
            self._push(match["open"], start, end)
        elif match["close"]:
            self._close(_OPENINGS[match["close"]], start, end)
        elif match["arrow"]:
            self._arrow(end)
        elif match["entity"]:
            self._entity(match[0], start, end)
        elif match["wiki"]:
            self._wiki(start, end)
        elif match["forum"] and self._of_forum:
            self._forum(match["forum"][1:-1].lower(), start, end)
        elif match["tag"] and match["tag"].lower() == _NOTE:
            self._struck(match, start, end)
        elif not self._markdown:
            return
        elif match["strike"]:
            self._strike(start, end)
        elif match["tag"]:
            self._tag(match, start, end)
        elif match["attributes"]:
            self._span("[", start, end, _style_of(match["attributes"]))
        elif match["after"]:
            self._changes.append((start, end, "", True))
        elif match["forum"]:
            return  # in square brackets for another reason
        elif match["bracket"] == "[":
            self._push("[", start, end)
        elif match["bracket"] == "]":
            self._pop("[")

    def _push(self, kind: str, start: int, end: int) -> None:
        if len(self._open) < _MOST_OPEN:
            self._open.append((kind, start, end, len(self._changes), 0))

    def _pop(self, kind: str) -> tuple[str, int, int, int, int] | None:
        """Take the last open mark of a kind, and with it all that were opened after it."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == kind:
                found = self._open[index]
                del self._open[index:]
                return found
        return None

    def _drop(self, opened: tuple[str, int, int, int, int], end: int) -> None:
        """Leave out all from an open mark to `end`."""
        del self._changes[opened[3] :]
        self._changes.append((opened[1], end, "", True))

    def _close(self, kind: str, start: int, end: int) -> None:
        opened = self._pop(kind)
        if opened is None:
            return
        if kind in _DROPPED:
            self._drop(opened, end)
        elif kind != "{~~":
            self._changes.append((opened[1], opened[2], "", True))
            self._changes.append((start, end, "", True))
        elif opened[4]:
            self._changes.append((start, end, "", True))

    def _arrow(self, end: int) -> None:
        if self._open and any(mark[0] == "{~~" and not mark[4] for mark in self._open):
            opened = self._pop("{~~")
            if opened is not None:
                self._drop(opened, end)
                self._open.append(("{~~", opened[1], end, len(self._changes), end))

    def _strike(self, start: int, end: int) -> None:
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        if before.strip() and any(mark[0] == "~~" for mark in self._open):
            opened = self._pop("~~")
            if opened is not None:
                self._drop(opened, end)
        elif after.strip():
            self._push("~~", start, end)

    def _wiki(self, start: int, end: int) -> None:
        if end - start > 2:
            self._changes.append((start, end, "", True))
        elif not self._text[:start].strip(_BEFORE_WORDS):
            self._push("''", start, end)
        elif (opened := self._pop("''")) is not None:
            self._changes.append((opened[1], opened[2], "", True))
            self._changes.append((start, end, "", True))

    def _forum(self, name: str, start: int, end: int) -> None:
        """Read a mark of forums: emphasis as the tag for it, `[*]` as a bullet, others not."""
        if name == "*":
            self._changes.append((start, end, "- ", True))
        elif self._markdown and name.lstrip("/") in _EMPHASES_OF_FORUMS:
            self._changes.append((start, end, f"<{name}>", False))
        else:
            self._changes.append((start, end, "", True))

    def _tag(self, match: re.Match[str], start: int, end: int) -> None:
        name = match["tag"].lower()
        if name in _KNOWN:
            return
        closing = self._text[start + 1] == "/"
        if name in _STRUCK:
            self._struck(match, start, end)
        elif name != "span":
            self._changes.append((start, end, "", True))
        elif closing:
            self._span("<span", start, end, None)
        elif not match["rest"].endswith("/"):
            self._push("<span", start, end)

    def _struck(self, match: re.Match[str], start: int, end: int) -> None:
        """Read a tag around text that is left out; one that closes itself has none."""
        kind = "<ref" if match["tag"].lower() == _NOTE else "<del"
        if match["rest"].endswith("/"):
            self._changes.append((start, end, "", True))
        elif self._text[start + 1] != "/":
            self._push(kind, start, end)
        elif (opened := self._pop(kind)) is not None:
            self._drop(opened, end)

    def _span(self, kind: str, start: int, end: int, style: str | None) -> None:
        """Close a span of text; a tag has its style in front."""
        opened = self._pop(kind)
        if opened is None:
            return
        if style is None:
            style = _style_of(self._text[opened[1] : opened[2]])
        if style == "del":
            self._drop(opened, end)
            return
        self._changes.append((opened[1], opened[2], f"<{style}>" if style else "", not style))
        self._changes.append((start, end, f"</{style}>" if style else "", not style))

    def _entity(self, written: str, start: int, end: int) -> None:
        from html import unescape  # only texts with entities need it

        character = unescape(written)
        if character != written and not (self._markdown and _SYNTAX.intersection(character)):
            self._changes.append((start, end, character, False))


def _style_of(attributes: str) -> str:
    """Return the tag for the style that attributes name: `u`, `i`, `b`, `del`, or ""."""
    for pattern, tag in _styles():
        if pattern.search(attributes):
            return tag
    return ""
