"""Recognize what stands on a page besides the draft: page numbers, the words of a web page.

The words stand in `rules/documents/furniture.yaml`. A line counts only if nothing else is on it.
"""

from __future__ import annotations

import os
from functools import cache

from reslint.data import paths
from reslint.data.compiled import Group
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


LONGEST = 44
"""The most characters that a line of furniture may have, but for lists of links."""
_DECORATION = "-–—·•|~*_#›»«<>[]=▲↑^→← \t\u00a0\u200e\u200f"
_DIGIT = expression(r"\d")
_DASHES = "-–—·•|~"
STRAY_MARKS = "|~·¦"
"""Marks that the recognition of scanned pages leaves at the ends of lines."""
_STRAYS = STRAY_MARKS + "•–—^'"
_LONGEST_STRAY = 2
_MARGIN = 40  # a line that a stray mark precedes is longer; a shorter one may be a row of a table
_LARGEST_PAGE = 4  # digits
_LONGEST_JOB = 140
# The number under which a document is printed, with its dates or the page: `24-12345 (E) 131025`.
# Offices away from New York write theirs in front: `GE.24-12345`, `V.24-12345`, `K2412345`.
_JOB = expression(
    r"\*?[A-Z]?[0-9]{7}\*?"
    r"|(?:[A-Z]{1,3}[.-])?[0-9]{2}[-‑][0-9]{5}\*?(?:\s*\([A-Z]\))?(?:\s+[0-9]{6}){0,3}"
    r"(?:\s+[0-9]{1,3}(?:/[0-9]{1,3})?)?"
    r"|(?:[0-9]{6}\s+){1,3}[0-9]{2}[-‑][0-9]{5}\*?(?:\s*\([A-Z]\))?"  # in Arabic
    r"|[0-9]{1,3}(?:/[0-9]{1,3})?\s+(?:[A-Z]{1,3}[.-])?[0-9]{2}[-‑][0-9]{5}(?:\s*\([A-Z]\))?"
)
_SYMBOL = r"[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9.()-]*){1,7}"
_PAGE = r"(?:[0-9]{1,3}|[0-9]{1,3}\s?/\s?[0-9]{1,3})"
_RUNNING_HEAD = expression(
    rf"{_SYMBOL}(?:\s+{_PAGE}|(?:\s{{2,}}|\t)\S.*)?|{_PAGE}\s+{_SYMBOL}|\S[^\t]*?(?:\s{{2,}}|\t){_SYMBOL}"
)
_LONGEST_HEAD = 120
_FOOT = "_"
_BARE_NOTE = expression(r"\(?[0-9]{1,2}\)?\s+(?:[^\W\d_a-zа-я]|[“«\"*_])")
_FOOT_NOTE = expression(r"(?:[0-9]{1,2}|\*{1,2})\s+\S")
_LINKS_ONLY = expression(
    r"(?:[-*+•|·›»>/–—\s]|!?\[[^\]\n]*\]\([^)\n]*\))*+\Z",
)
_LINK = "]("


class _Words:
    """The words of the furniture file, ready to be compared."""

    __slots__ = ("between", "pages", "web")

    def __init__(self, compiled: dict[str, Any]) -> None:
        self.pages: tuple[str, ...] = tuple(compiled["pages"]["words"])
        self.between: tuple[str, ...] = tuple(compiled["pages"]["between"])
        self.web: frozenset[str] = frozenset(compiled["web"])


def is_furniture(text: str) -> bool:
    """Tell whether a line of at most `LONGEST` characters belongs to the page, not to the draft."""
    if len(text) <= _LONGEST_STRAY and not text.strip(_STRAYS):
        return True
    inside = text.strip(_DECORATION)
    if not inside:
        return False
    if _DIGIT.search(inside) is not None:
        return _is_page_number(text, inside)
    return inside.casefold() in _loaded().web


def without_stray_marks(text: str) -> tuple[int, str]:
    """Cut a stray mark off each end of a line; return how much was cut in front, and the rest.

    A mark that stands in the line again belongs to it: a table has several pipes. A line without
    anything but a mark and white space is returned as it is.
    """
    end, start = text[-1], text[0]
    if len(text.split()) < 2:
        return 0, text
    if end in STRAY_MARKS and text[-2:-1].isspace() and text.count(end) == 1:
        text = text[:-1].rstrip()
    if (
        start in STRAY_MARKS
        and start != "·"  # a bullet
        and len(text) > _MARGIN
        and text[1].isspace()
        and text.count(start) == 1
    ):
        bare = text[1:].lstrip()
        return len(text) - len(bare), bare
    return 0, text


def is_job_number(text: str) -> bool:
    """Tell whether a line that starts with a digit or star is the number of a printed document."""
    if len(text) > _LONGEST_JOB or text != text.upper():
        return False  # such a number has no small letters: most lines end here
    if text[0] == "*" and not (text[1:2].isascii() and text[1:2].isalnum()):
        return False  # emphasis: scripts without capitals have no small letters either
    return _JOB.fullmatch(text) is not None


def is_running_head(text: str) -> bool:
    """Tell whether a line has the form of a running head: a symbol alone, or beside a title.

    Above the draft such a line is a part of the masthead.
    """
    if "/" not in text or len(text) > _LONGEST_HEAD or text[-1] == ".":
        return False  # a full stop ends a sentence: `A/74/256.` is its last line
    words = text.split()
    if "/" not in words[0] and "/" not in words[-1]:
        return False  # the symbol stands first or last: `resolution 70/1 of` needs no expression
    return any(map(str.isdigit, text)) and _RUNNING_HEAD.fullmatch(text) is not None


def is_note_at_foot(rule: str, text: str) -> bool:
    """Tell whether a line right below a rule is a note with a bare number (`1 A/79/1.`).

    Text copied from a page has such notes between the lines of a paragraph.
    """
    return rule.startswith(_FOOT) and _FOOT_NOTE.match(text) is not None


def may_be_foot_note(text: str) -> bool:
    """Tell whether a line may be a note with a bare number: the draft around it must tell."""
    return text[0] in "(0123456789" and _BARE_NOTE.match(text) is not None


def is_list_of_links(text: str) -> bool:
    """Tell whether a line holds links and nothing else: two or more, or one after a bullet."""
    links = text.count(_LINK)
    return (links > 1 or (links == 1 and text[0] in "-*+•")) and bool(_LINKS_ONLY.match(text))


def _is_page_number(text: str, inside: str) -> bool:
    """Tell whether a line is the number of a page; `inside` is the line without decoration."""
    if inside.isdecimal():
        # Dashes on both sides: `2.` and `- 2` may be labels.
        bare = text.strip("*_ \t")
        return len(inside) <= _LARGEST_PAGE and bare[0] in _DASHES and bare[-1] in _DASHES
    first, stroke, second = inside.partition("/")
    if stroke and first.strip().isdecimal() and second.strip().isdecimal():
        return len(second.strip()) < _LARGEST_PAGE and int(first) <= int(second) and int(first) > 0
    words = _loaded()
    rest = inside.casefold()
    for word in words.pages:
        rest = rest.replace(word, " ")
    if len(rest) == len(inside) and rest == inside.casefold():
        return False
    for word in words.between:
        rest = rest.replace(word, " ")
    numbers = rest.replace("，", " ").replace("،", " ").replace(",", " ").split()
    return 1 <= len(numbers) <= 2 and all(
        each.isdecimal() and len(each) <= _LARGEST_PAGE for each in numbers
    )


def compile_furniture(folder: str) -> dict[str, Any]:
    """Compile the furniture file of a rules folder: one part, `words`.

    Raises YamlFileError if the file cannot be used.
    """
    from reslint.data.yaml_reader import read_strictly

    read: dict[str, Any] = read_strictly(_path(folder)).value
    web = [word.casefold() for words in read["web"] for word in words]
    return {"words": {"pages": read["pages"], "web": web}}


def _path(folder: str) -> str:
    return os.path.join(folder, "documents", "furniture.yaml")


@cache
def _loaded() -> _Words:
    """Return the words; they are loaded once in a process."""
    folder = paths.rules_folder()
    group = Group("furniture", (_path(folder),), lambda: compile_furniture(folder), standard=True)
    return _Words(group.part("words"))
