"""Numbers in words up to a hundred, in every language, and roman numbers."""

from __future__ import annotations

from functools import cache, lru_cache

from reslint.blocks.numerals import roman_value
from reslint.concordance.languages.counterparts import figures_of
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


_WORD = expression(r"[^\W\d_]+")
_JOINTS = ("", "-", " ", "\u00a0", "‑")  # and the words of a language
# Chinese characters are letters, and roman numbers stand between them.
_ROMAN = expression(r"(?<![A-Za-zÀ-ɏА-я0-9_])[IVXLХ]+(?![A-Za-zÀ-ɏА-я0-9_])")
_LATIN = str.maketrans("Х", "X")
_YEAR_LENGTH = 4  # characters
_LONGEST_RUN = 4  # number words that make one number
_LONGEST_ENDING = 4  # letters behind the beginning of a number word
_KNOWN = range(2, 100)  # `one` is an article, too
_REMEMBERED = 4096  # paragraphs
_HEAD = 2  # letters that every number word has, where words have endings
_TEN = "十"
_DECADE = 10  # years
_BEFORE_COUNTED = 20  # characters that adjectives take: three long decades


class NumberWords:
    """A number in words: its value and its plain span."""

    __slots__ = ("end", "start", "value")

    def __init__(self, value: int, start: int, end: int) -> None:
        self.value = value
        self.start = start
        self.end = end


def may_have_numbers(text: str, language: str) -> bool:
    """Tell quickly whether a text may have numbers in words; not quickly where words have endings.

    Then it may.
    """
    forms = figures_of(language)
    if forms.get("stems") or "characters" in forms:
        return True
    if not _above_one(language).isdisjoint(_WORD.findall(text.lower())):
        return True
    return any(True for _ in romans_in(text))


@cache
def _above_one(language: str) -> frozenset[str]:
    """The number words of a language, but for those of one."""
    by_word: dict[str, int] = figures_of(language)["by_word"]
    return frozenset(word for word, value in by_word.items() if value > 1)


def numbers_in(text: str, language: str) -> list[NumberWords]:
    """The numbers from 2 to 99 that words of a text surely say, also in roman numerals.

    `three decades` says 30.
    """
    forms = figures_of(language)
    found = list(
        _certain_characters(text) if "characters" in forms else _certain_words(text, language)
    )
    decades = forms.get("decades")
    if decades:
        for match in expression(decades).finditer(text.lower()):
            near = [one for one in found if _is_beside(one, match.start(), match.end())]
            for one in near[-1:]:
                one.value *= _DECADE
    romans = (NumberWords(*one) for one in romans_in(text) if one[2] - one[1] > 1)
    return [one for one in (*found, *romans) if one.value in _KNOWN]


def _is_beside(number: NumberWords, start: int, end: int) -> bool:
    """Whether a number counts what stands from `start` to `end`."""
    if number.value >= _DECADE:
        return False
    return (
        start <= number.start < end
        or 0 <= start - number.end <= _BEFORE_COUNTED
        or 0 <= number.start - end <= 1
    )


def times_said(value: int, text: str, language: str) -> int:
    """How often words of a text may say a number."""
    if "characters" in figures_of(language):
        return sum(one == value for one in _in_characters(text, figures_of(language)))
    single = sum(_value(word, language) == value for word in _WORD.findall(text.lower()))
    sure = sum(one.value == value for one in numbers_in(text, language))
    return max(single, sure)


def single_words_in(text: str, language: str) -> set[int]:
    """The numbers that single words of a text may say."""
    if "characters" in figures_of(language):
        return set(words_in(text, language))
    return {_value(word, language) for word in _WORD.findall(text.lower())}


def romans_in(text: str) -> Iterator[tuple[int, int, int]]:
    """The roman numbers in a text: value, plain span."""
    for match in _ROMAN.finditer(text):
        yield roman_value(match[0].translate(_LATIN).lower()), match.start(), match.end()


@lru_cache(_REMEMBERED)
def words_in(text: str, language: str) -> frozenset[int]:
    """The numbers that words of a text may say: every reading, also of part of a number."""
    forms = figures_of(language)
    romans = {value for value, _, _ in romans_in(text)}
    if "characters" in forms:
        return frozenset((*_in_characters(text, forms), *romans))
    found: set[int] = set()
    run: list[int] = []
    last = 0
    joints = (*_JOINTS, *forms["joints"])
    lower = text.lower()
    for match in _WORD.finditer(lower):
        value = _value(match[0], language)
        if not value:
            continue
        if lower[last : match.start()] not in joints:
            run = []
        last = match.end()
        run = [*run[-_LONGEST_RUN + 1 :], value]
        for size in range(1, len(run) + 1):
            found.add(sum(run[-size:]))
        if len(run) > 1 and run[-1] > run[-2]:
            found.add(run[-1] * run[-2])  # quatre-vingt
        if len(run) > 2 and run[-2] > run[-3]:
            found.add(run[-2] * run[-3] + run[-1])
        if len(run) > 3 and run[-3] > run[-4]:
            found.add(run[-3] * run[-4] + run[-2] + run[-1])
    decades = forms.get("decades")
    if decades and expression(decades).search(lower):
        found.update([_DECADE * one for one in found if one < _DECADE])
        found.add(_DECADE)
    return frozenset(found | romans)


@cache
def _value(word: str, language: str) -> int:
    """The number that a word may say, 0 for none."""
    for value, _, ending in _readings(word, language):
        if len(ending) <= _LONGEST_ENDING or _is_compound(ending, language):
            return value
    return 0


@cache
def _certain_value(word: str, language: str) -> int:
    """The number that a word surely says, 0 for none."""
    forms = figures_of(language)
    for value, beginning, ending in _readings(word, language):
        if beginning in forms.get("loose", ()):
            return 0
        return (
            value if ending in forms.get("endings", ("",)) or _is_compound(ending, language) else 0
        )
    return 0


def _readings(word: str, language: str) -> Iterator[tuple[int, str, str]]:
    """Each number that a word begins with, that beginning, the rest; the longest beginning first.

    After those come the readings without the letters that are written as one with the word.
    """
    forms = figures_of(language)
    words: dict[str, int] = forms["by_word"]
    if not forms.get("stems"):
        if word in words:
            yield words[word], word, ""
        return
    if word[:_HEAD] not in _heads(language) and word[:1] not in forms.get("prefixes", ""):
        return
    prefixes: str = forms.get("prefixes", "")
    at = 0
    while True:
        for length in range(len(word), at + 1, -1):
            value = words.get(word[at:length])
            if value:
                yield value, word[at:length], word[length:]
        if word[at : at + 1] and word[at] in prefixes:
            at += 1
        else:
            return


@cache
def _heads(language: str) -> frozenset[str]:
    """How the number words of a language begin: few other words begin like them."""
    by_word: dict[str, int] = figures_of(language)["by_word"]
    return frozenset(word[:_HEAD] for word in by_word)


def _is_compound(ending: str, language: str) -> bool:
    """Whether another word follows the number: of ten days, of five years."""
    compounds = tuple(figures_of(language).get("compounds", ()))
    return ending.startswith(compounds) or ending.startswith(compounds, 1)


def _certain_words(text: str, language: str) -> Iterator[NumberWords]:
    forms = figures_of(language)
    joints = (*_JOINTS, *forms["joints"])
    units_first: bool = forms.get("units_first", False)
    lower = text.lower()
    if len(lower) != len(text):
        return
    said = NumberWords(0, 0, 0)
    last = 0
    loose = NumberWords(0, 0, 0)  # a unit that says a number only beside tens: cuarto, الثاني
    for match in _WORD.finditer(lower):
        start, end = match.span()
        value = _certain_value(match[0], language)
        if not value:
            if not units_first and (last < 2 * _DECADE or lower[said.end : start] not in joints):
                continue
            unit = _value(match[0], language)
            if not 0 < unit < _DECADE:
                continue
            if units_first:
                loose = NumberWords(unit, start, end)
                continue
            value = unit
        elif loose.value and value >= 2 * _DECADE and lower[loose.end : start] in joints:
            if said.value:
                yield said
            said, last = loose, loose.value
            loose = NumberWords(0, 0, 0)
        total = 0
        if said.value and lower[said.end : start] in joints:
            total = _joined(said.value, last, value, units_first=units_first)
        if total:
            said = NumberWords(total, said.start, end)
        else:
            if said.value:
                yield said
            said = NumberWords(value, start, end)
        last = value
    if said.value:
        yield said


def _joined(before: int, last: int, value: int, *, units_first: bool) -> int:
    """The number that words say together: twenty, four; 0 if they say two numbers."""
    if value >= 100:
        return before * value if before < 10 else 0
    if last >= 100:
        return before + value
    if units_first:  # fifteen, five and twenty
        return before + value if (last < 10 or before < 20) and value % 10 == 0 else 0
    if last == 4 and value == 20:
        return before - last + 80  # quatre-vingt
    if last % 10 == 0 and value < 10:
        return before + value
    if last in (20, 60) and value < 20:
        return before + value  # quatre-vingt-dix, soixante et onze
    return 0


def _certain_characters(text: str) -> Iterator[NumberWords]:
    forms = figures_of("zh")
    digits: str = forms["characters"]
    for other in forms["not_numbers"]:
        text = text.replace(other, "\ufffc" * len(other))
    for match in _run_of_characters(forms).finditer(text):
        tens, ten, units = match[0].rpartition(_TEN)
        if len(tens) > 1 or len(units) > 1:
            continue
        value = 10 * (digits.find(tens) if tens else 1) if ten else 0
        if units:
            value += max(digits.find(units), 0)
        yield NumberWords(value, *match.span())


def _run_of_characters(forms: dict[str, Any]) -> Any:
    others = "".join((forms["pair"], forms["zero"], *forms["multiples"]))
    return expression(f"[{forms['characters']}{others}]+")


def _in_characters(text: str, forms: dict[str, Any]) -> Iterator[int]:
    multiples: dict[str, int] = forms["multiples"]
    value = {digit: number for number, digit in enumerate(forms["characters"])}
    value.update(dict.fromkeys(forms["pair"], 2))
    value.update(dict.fromkeys(forms["zero"], 0))
    for match in _run_of_characters(forms).finditer(text):
        total, digit = 0, 0
        for character in match[0]:
            if character in multiples:
                total += max(digit, 1) * multiples[character]
                digit = 0
            else:
                if digit:
                    yield digit  # 一二: one or two
                digit = value[character]
        yield total + digit
        if len(match[0]) == _YEAR_LENGTH and multiples.keys().isdisjoint(match[0]):
            yield int("".join(str(value[one]) for one in match[0]))  # 一九九二
