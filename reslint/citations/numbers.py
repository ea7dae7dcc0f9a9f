"""Numbers of resolutions: `70/1`, `S-18/3`, `2006/46`, `1325 (2000)`, `217 A (III)`.

The notation is the same in every language; only letters and what joins them differ.
"""

from __future__ import annotations

import re

from reslint.citations.model import ROMAN, SESSION, WRONG, YEAR, Number
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from typing import Any


FIRST_YEAR = 1946
LAST_YEAR = 2099
LAST_SESSION = 120  # beyond it, a number before the stroke is no session
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# Letters of two alphabets that look the same are the same letter in a number.
_ONE_ALPHABET = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_NOT_BEFORE = "/.-‑‐–—_"
# Compiled when first needed (re keeps it): most drafts have no odd number.
_WRONG = (
    r"(?:(?P<stroke>[0-9]{3,4}/(?:19|20)[0-9]{2})(?![/0-9])"
    r"|(?P<tight>[0-9]{1,4})(?P<letter>\s?[A-Z])?\((?P<inside>(?:19|20)[0-9]{2}|(?:E?S-)?[IVXLC]+)\)"
    r"|(?P<bound>[0-9]{1,4})(?P<tied>[A-Z])\s\((?P<old>[IVXLC]+)\)"
    r"|(?P<late>[0-9]{1,4}\s\([IVXLC]+\)\s[A-Z])(?![\w’'])"
    r"|(?P<square>[0-9]{3,4})\s?\[(?P<bracketed>(?:19|20)[0-9]{2})\]"
    r"|(?P<spaced>[0-9]{1,4})(?:\s/\s?|/\s)(?P<following>[0-9]{1,4})(?![/0-9])"
    r"|(?P<dashed>[0-9]{2,4})[-‑‐–—:](?P<second>[0-9]{1,3})(?![-/0-9.])"
    r"|(?P<glued>[0-9]{1,4}/[0-9]{1,4})(?P<small>[A-Z](?!(?=[\0-\u2e7f])\w)|\s?[b-d](?=[,;.]?(?:\s|$))|\s?a(?=[,;.](?:\s|$)|$)|a(?=\s))"
    r"|(?P<zero>[0-9]{1,4}/0[0-9]+)(?![/0-9]))"
)

_FIGURES = frozenset("0123456789")
_MOST_FIGURES = 4
_GO_ON_BEHIND_SPACE = frozenset("/([ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_GO_ON = _GO_ON_BEHIND_SPACE | frozenset("-‑‐–—:")


class Script:
    """How a language writes what stands with the figures.

    `glued` are letters that may stand right before a number, `gap` is what parts it from letters
    and parentheses, `letters` has the Latin letter for each of the language's, `sessions` what
    the language writes for the `S` and `ES` of special sessions ("" for ordinary ones).
    """

    __slots__ = ("gap", "glued", "letters", "marks", "prefix", "sessions")

    def __init__(self, forms: dict[str, Any]) -> None:
        self.glued = expression(forms.get("glued", r"(?!)"))
        self.gap: str = forms.get("number_gap", r"\s")
        self.letters: dict[str, str] = forms.get("letter_names", {})
        self.sessions: dict[str, str] = {"S": "S", "ES": "ES", **forms.get("sessions", {})}
        longest_first = sorted(self.sessions, key=len, reverse=True)
        self.marks = "|".join(map(re.escape, longest_first))
        special = "|".join(map(re.escape, (mark for mark in longest_first if self.sessions[mark])))
        starts = r"(?<!\w)"
        if "glued" in forms:
            starts = rf"(?:{starts}|(?<={forms['glued']}))"
        self.prefix = expression(rf"{starts}(?P<prefix>{special})[-‑‐]\Z")

    def joined(self, character: str) -> bool:
        """Whether a character right before a number or name makes it a part of something else."""
        return character.isalnum() and self.glued.match(character) is None

    def key(self, text: str) -> str:
        """A number in Latin letters."""
        if not self.letters:
            return text
        return " ".join(self.letters.get(word, word) for word in text.split())


_PLAIN = Script({})


def number_pattern(
    letter: str, joint: str, script: Script = _PLAIN, *, parentheses: bool = True
) -> re.Pattern[str]:
    """The pattern of all right forms. It starts with a digit, so that searching is fast.

    Without `parentheses`, it is that of texts in which none stands: `70/1` alone.
    """
    letters = rf"{script.gap}(?:{letter})(?:(?:{joint})(?:{letter}))*"
    first = r"(?P<first>[0-9][0-9]{0,3})"
    second = rf"/(?P<second>[0-9]{{1,4}})(?![0-9/A-Z]|[a-z](?![a-z]+\s))(?P<after>{letters})?"
    if not parentheses:
        return expression(first + second)
    return expression(
        rf"{first}(?:{second}"
        rf"|(?P<inner>{letters})?{script.gap}[(（](?:(?P<year>(?:19|20)[0-9]{{2}})"
        r"|(?P<special>E?S[-‑‐])?(?P<roman>[IVXLC]+)"
        rf"|(?P<mark>{script.marks})\s?[-‑‐–]\s?(?P<session>[0-9]{{1,2}}))[)）])"
    )


def numbers(
    pattern: re.Pattern[str],
    text: str,
    script: Script = _PLAIN,
    first: int = 0,
    after_words: Container[int] = (),
) -> Iterator[Number]:
    """The numbers in a text from `first` on; those that are part of a symbol are left out.

    A number at one of the offsets `after_words` is a number, though no space stands before it.
    """
    for match in pattern.finditer(text, first):
        start = match.start()
        prefix = ""
        if start:
            before = text[start - 1]
            if before in "-‑‐":
                found = script.prefix.search(text, max(start - 5, 0), start)
                if found is None:
                    continue
                prefix, start = found["prefix"], found.start("prefix")
            elif start not in after_words and (
                before in _NOT_BEFORE or script.joined(before) or _in_thousands(text, match)
            ):
                continue
        yield _number(match, start, prefix, script)


def _in_thousands(text: str, match: re.Match[str]) -> bool:
    """Whether a number without stroke is the end of a longer one (`1,325 (2000)`)."""
    start = match.start()
    return (
        start > 1 and text[start - 1] == "," and text[start - 2].isdigit() and not match["second"]
    )


def _number(match: re.Match[str], start: int, prefix: str, script: Script) -> Number:
    first, second = int(match["first"]), match["second"]
    after = match["after"] if second else match["inner"]
    letters = " ".join((after or "").split()).translate(_ONE_ALPHABET)
    tail = f" {letters}" if letters else ""
    if second:
        return _with_stroke(match, start, prefix, script, letters)
    if match["year"]:
        text = f"{first}{tail} ({match['year']})"
        return Number(
            start,
            match.end(),
            YEAR,
            text,
            first,
            int(match["year"]),
            letters=letters,
            key=script.key(text),
        )
    if match["roman"]:
        special = (match["special"] or "").rstrip("-‑‐")
        inside = f"{special}-{match['roman']}" if special else match["roman"]
        return Number(
            start,
            match.end(),
            ROMAN,
            f"{first}{tail} ({inside})",
            first,
            roman_value(match["roman"]),
            prefix=special,
            letters=letters,
            key=script.key(f"{first}{tail} ({inside})"),
        )
    special, session = script.sessions[match["mark"]], int(match["session"])
    inside = f"{special}-{roman(session)}" if special else roman(session)
    return Number(
        start,
        match.end(),
        ROMAN,
        f"{first}{tail} ({match['mark']}-{session})",
        first,
        session,
        prefix=special,
        letters=letters,
        key=script.key(f"{first}{tail} ({inside})"),
    )


def _with_stroke(
    match: re.Match[str], start: int, prefix: str, script: Script, letters: str
) -> Number:
    first, second = int(match["first"]), match["second"]
    form = SESSION
    if (LAST_SESSION < first < FIRST_YEAR) or first > LAST_YEAR or second.startswith("0"):
        form = WRONG
    plain = f"{first}/{second} {letters}" if letters else f"{first}/{second}"
    special = script.sessions.get(prefix, "")
    return Number(
        start,
        match.end(),
        form,
        f"{prefix}-{plain}" if prefix else plain,
        first,
        int(second),
        prefix=special,
        letters=letters,
        key=script.key(f"{special}-{plain}" if prefix else plain),
    )


def wrong_number(text: str, start: int) -> tuple[int, str] | None:
    """Where a badly written number that starts here ends, and its usual form; None for others."""
    if not _may_be_wrong(text, start):
        return None
    match = expression(_WRONG).match(text, start)
    if match is None:
        return None
    return match.end(), _usual(match)


def _may_be_wrong(text: str, start: int) -> bool:
    """Tell quickly whether what follows figures, behind a space or not, may go on a number."""
    end = start
    while end < start + _MOST_FIGURES and text[end : end + 1] in _FIGURES:
        end += 1
    if text[end : end + 1].isspace():
        end += 1
        return text[end : end + 1] in _GO_ON_BEHIND_SPACE
    return text[end : end + 1] in _GO_ON


def _usual(match: re.Match[str]) -> str:
    """How the number is usually written."""
    found = match.groupdict()
    if found["stroke"]:
        number, _, year = found["stroke"].partition("/")
        return f"{number} ({year})"
    if found["tight"]:
        letter = (found["letter"] or "").strip()
        return f"{found['tight']} {letter + ' ' if letter else ''}({found['inside']})"
    if found["bound"]:
        return f"{found['bound']} {found['tied']} ({found['old']})"
    if found["late"]:
        number, roman, letter = found["late"].split()
        return f"{number} {letter} {roman}"
    if found["square"]:
        return f"{found['square']} ({found['bracketed']})"
    if found["spaced"]:
        return f"{found['spaced']}/{found['following']}"
    if found["dashed"]:
        return f"{found['dashed']}/{found['second']}"
    if found["glued"]:
        return f"{found['glued']} {found['small'].strip().upper()}"
    session, _, number = found["zero"].partition("/")
    return f"{session}/{int(number)}"


def roman_value(text: str) -> int:
    """The value of a roman number."""
    values = [_VALUES[letter] for letter in text]
    return sum(
        -one if one < following else one
        for one, following in zip(values, [*values[1:], 0], strict=True)
    )


def roman(value: int) -> str:
    """A number up to 89 in roman letters."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[min(value // 10, 8)] + ones[value % 10]
