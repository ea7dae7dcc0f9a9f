"""Count the automatic numbers of a Word file, as Word prints them."""

from __future__ import annotations

import re

from reslint.documents.word.styles import is_on, number_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.documents.xml_tree import Node

MAX_VALUE = 32_767
MAX_LABEL = 255
"""Characters of a label: those of a roman number have some 40, and a list has nine levels."""
_LEVELS = 9
_LONGEST_CHAIN = 10
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_CHINESE = "〇一二三四五六七八九"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"


class Level:
    """A level of a list: format, text with %1 for the first level's number, start, restart."""

    __slots__ = ("format", "legal", "restart", "start", "style", "text")

    def __init__(self, node: Node) -> None:
        self.start = _capped(number_of(node.value("start")), 1)
        self.format = node.value("numFmt") or "decimal"
        self.text = (node.value("lvlText") or "")[:MAX_LABEL]
        self.restart = number_of(node.value("lvlRestart"))
        legal = node.child("isLgl")
        self.legal = legal is not None and is_on(legal)
        self.style = node.value("pStyle") or ""


class _List:
    """A list that paragraphs name: its levels, its counters' owner, its starting numbers."""

    __slots__ = ("abstract", "levels", "starts", "used")

    def __init__(self, abstract: str, levels: dict[int, Level], starts: dict[int, int]) -> None:
        self.abstract = abstract
        self.levels = levels
        self.starts = starts
        self.used: set[int] = set()


class Numbering:
    """The lists of a document; `root` is that of numbering.xml, None where there is none.

    `style_list` gives the numId that a numbering style names.
    """

    def __init__(self, root: Node | None, style_list: Callable[[str], str | None]) -> None:
        self._abstract: dict[str, Node] = {}
        self._numbers: dict[str, Node] = {}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._style_list = style_list
        for node in () if root is None else root.nodes():
            if node.name == "abstractNum":
                self._abstract[node.get("abstractNumId")] = node
            elif node.name == "num":
                self._numbers[node.get("numId")] = node

    def next_label(self, number: str | None, level: int | None) -> str:
        """Count the next paragraph of a list and return its label, "" for none."""
        if not number or number == "0":
            return ""
        found = self._list(number)
        if found is None:
            return ""
        at = min(max(level or 0, 0), _LEVELS - 1)
        rule = found.levels.get(at)
        if rule is None:
            return ""
        counters = self._counters.setdefault(found.abstract, {})
        for upper in range(at):
            # A level that is passed over counts as begun.
            above = found.levels.get(upper)
            if above is not None and upper not in counters:
                counters[upper] = above.start
        if at in found.starts and at not in found.used:
            found.used.add(at)
            counters[at] = found.starts[at]
        elif at in counters:
            counters[at] = min(counters[at] + 1, MAX_VALUE)
        else:
            counters[at] = rule.start
        for lower in range(at + 1, _LEVELS):
            below = found.levels.get(lower)
            if below is None:
                continue
            if below.restart == 0 or (below.restart is not None and at >= below.restart):
                continue
            counters.pop(lower, None)
        return self._written(found, rule, counters)

    def level_of_style(self, number: str, style: str) -> int | None:
        """Return the level of a list that belongs to a paragraph style, None for none."""
        found = self._list(number)
        for at, level in () if found is None else found.levels.items():
            if level.style == style:
                return at
        return None

    def _written(self, found: _List, rule: Level, counters: dict[int, int]) -> str:
        if rule.format in ("none", "bullet"):
            return _bullet(rule.text) if rule.format == "bullet" else rule.text.strip()

        def value(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = found.levels.get(at)
            if level is None:
                return ""
            count = counters.get(at, level.start)
            return formatted(count, "decimal" if rule.legal else level.format)

        return _PLACEHOLDER.sub(value, rule.text)[:MAX_LABEL].strip()

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._resolve(number, 0)
        return self._lists[number]

    def _resolve(self, number: str, depth: int) -> _List | None:
        node = self._numbers.get(number)
        if node is None or depth > _LONGEST_CHAIN:
            return None
        identifier = node.value("abstractNumId") or ""
        abstract = self._abstract.get(identifier)
        if abstract is None:
            return None
        link = abstract.value("numStyleLink")
        if link:
            linked = self._style_list(link)
            if linked and linked != number:
                resolved = self._resolve(linked, depth + 1)
                if resolved is None:
                    return None
                levels, identifier = dict(resolved.levels), resolved.abstract
            else:
                levels = {}
        else:
            levels = _levels(abstract)
        starts: dict[int, int] = {}
        for override in node.nodes():
            at = number_of(override.get("ilvl")) if override.name == "lvlOverride" else None
            if at is None:
                continue
            own = override.child("lvl")
            if own is not None:
                levels[at] = Level(own)
            start = number_of(override.value("startOverride"))
            if start is not None:
                starts[at] = _capped(start, 1)
        return _List(identifier, levels, starts)


def _levels(abstract: Node) -> dict[int, Level]:
    levels = {}
    for node in abstract.nodes():
        at = number_of(node.get("ilvl")) if node.name == "lvl" else None
        if at is not None and 0 <= at < _LEVELS:
            levels[at] = Level(node)
    return levels


def _capped(value: int | None, default: int) -> int:
    return default if value is None else min(max(value, 0), MAX_VALUE)


def _bullet(text: str) -> str:
    """Return a bullet; those of symbol fonts have private code points."""
    if not text or "\ue000" <= text[0] <= "\uf8ff":
        return "•"
    return text.strip()


def formatted(value: int, kind: str) -> str:
    """Return a number in a format of Word (`decimal`, `lowerRoman`, `arabicAbjad`, …)."""
    value = min(value, MAX_VALUE)
    if kind in ("lowerRoman", "upperRoman"):
        roman = _roman(value)
        return roman if kind == "lowerRoman" else roman.upper()
    if kind in ("lowerLetter", "upperLetter"):
        letters = _repeated(value, "abcdefghijklmnopqrstuvwxyz")
        return letters if kind == "lowerLetter" else letters.upper()
    if kind == "ordinal":
        return f"{value}{_ordinal_ending(value)}"
    if kind == "decimalZero":
        return f"{value:02}"
    if kind in ("russianLower", "russianUpper"):
        letters = _repeated(value, _RUSSIAN)
        return letters if kind == "russianLower" else letters.upper()
    if kind == "arabicAbjad":
        return _repeated(value, _ABJAD)
    if kind == "arabicAlpha":
        return _repeated(value, _ARABIC)
    if kind in ("hebrew1", "hebrew2"):
        return _repeated(value, _HEBREW)
    if kind.startswith(("chinese", "ideograph", "japanese", "taiwanese")):
        if kind == "ideographEnclosedCircle" and 1 <= value <= 20:
            return chr(0x2460 + value - 1)
        return _chinese(value)
    if kind == "decimalEnclosedCircle" and 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if kind == "decimalEnclosedParen" and 1 <= value <= 20:
        return chr(0x2474 + value - 1)
    if kind == "decimalFullWidth":
        return str(value).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    return str(value)


def _roman(value: int) -> str:
    if value <= 0:
        return str(value)
    written: list[str] = []
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        written.append(letters * count)
    return "".join(written)


def _repeated(value: int, letters: str) -> str:
    """Return a, b, …, z, aa, bb, …, as Word counts with letters."""
    if value <= 0:
        return ""
    times, at = divmod(value - 1, len(letters))
    return letters[at] * min(times + 1, 30)


def _ordinal_ending(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _chinese(value: int) -> str:
    """Return a number below 10,000 in Chinese characters, others in digits."""
    if not 0 < value < 10_000:
        return str(value)
    written: list[str] = []
    zero = False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            if zero and written:
                written.append("〇")
            zero = False
            if not (digit == 1 and unit == "十" and not written):
                written.append(_CHINESE[digit])
            written.append(unit)
        else:
            zero = True
    return "".join(written)
