"""Find misspelled names: one word of a long name is one or two letters off.

A name is looked for by its first four words with any one of them left out, so that an error in one
word still leads to it; only then are letters compared. The distance is a few lines here: the
fuzzy-matching library measured (rapidfuzz) takes 22 ms to import, more than a whole check.
"""

from __future__ import annotations

from reslint.names.table import word_shape
from reslint.text.folding import lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.names.table import NameTable


WORD_MARKS = ",.;:)»”“]'\"!?\n"
LEAST_WORDS = 3  # of a name looked for with an error in one word
LETTERS_OF_TWO_WORDS = 7  # each of a name of two words
_LEAST_LETTERS = 5
_LETTERS_FOR_TWO = 8
_MOST_LETTERS = 2
_SWAP_REACH = 3  # words from the first to the second of two that changed places: works and relief
_WHOLE = -2  # in place of a word: the name as a whole is off
_WINDOW = 240
_FOUR_WORDS = 120  # characters in which the first four words of a name stand


def longer_name_may_follow(table: NameTable, folded: str, number: int, end: int) -> bool:
    """Whether a longer name than the one found, misspelled, may stand there."""
    following = table.near_next.get(number)
    if following is None or folded[end : end + 1] != " ":
        return False
    words = lower(folded[end + 1 : end + 40]).split(" ", 2)
    word = words[0].rstrip(WORD_MARKS)
    # Two words of the longer name may have changed places.
    second = words[1].rstrip(WORD_MARKS) if len(words) > 1 else ""
    return word in following or word_shape(word, len(word)) in following or second in following


def find_misspelled(table: NameTable, folded: str, start: int) -> tuple[int, int, int, int] | None:
    """Find the name that the text at `start` misspells, where a word may open a name.

    Gives the number of the form, its end in the text, and the span of the word that is off; None
    where there is no such name, or where the word may be another word.
    """
    numbers = _candidates(table, folded, start)
    if not numbers:
        return None
    words = lower(folded[start : start + _WINDOW]).split(" ")
    best = -1
    nearest = (0, 0, 0)
    for number in dict.fromkeys(numbers):
        found = _compare(table, table.words_of(number), words)
        # The longest name counts, as it does among those rightly written; then the nearest.
        if found is not None and (best < 0 or (found[1], -found[2]) > (nearest[1], -nearest[2])):
            best, nearest = number, found
    if best < 0:
        return None
    place, end, _ = nearest
    if place == _WHOLE:
        return best, start + end, start, start + end
    first_letter = start + sum(len(word) + 1 for word in words[:place])
    last_letter = first_letter + len(words[place].rstrip(WORD_MARKS))
    return best, start + end, first_letter, last_letter


def _candidates(table: NameTable, folded: str, start: int) -> list[int]:
    """The numbers of the names that all but one of the words at `start` lead to."""
    words = lower(folded[start : start + _FOUR_WORDS]).split(" ", 4)
    if len(words) < 2:
        return []
    one, two = words[0], words[1].rstrip(WORD_MARKS)
    following = table.near_firsts.get(one)
    if following is None and two not in table.near_seconds:
        return []
    three = words[2].rstrip(WORD_MARKS) if len(words) > 2 else ""
    get = table.near_keys.get
    if following is None:
        return [*get(f"{one[0]}* {two} {three}", ()), *get(f"{one[0]}* {two}", ())]
    numbers = [*get(f"{one} *", ())]
    numbers += _behind_another_preposition(table, [one, two, three], words)
    if three in following:
        numbers += get(f"{one} {three} {two} *", ())  # two words changed places
    if two not in following and three not in following:
        return numbers
    numbers += get(f"{one} * {three}", ())
    numbers += get(f"{one} {two} *", ())
    if len(words) > LEAST_WORDS:
        four = words[3].rstrip(WORD_MARKS)
        numbers += get(f"{one} {two} {three} *", ())
        numbers += get(f"{one} {two} {four} *", ())
        numbers += get(f"{one} {two} * {four}", ())
        numbers += get(f"{one} * {three} {four}", ())
    return numbers


def _behind_another_preposition(
    table: NameTable, first: list[str], words: list[str]
) -> tuple[int, ...]:
    """The names that go on with a preposition where the text has one: the case differs with it."""
    if "inflected_letters" not in table.usage:
        return ()
    for place, word in enumerate(words[1:4], 1):
        if word in table.usage["small_words"]:
            return table.near_keys.get(f"{' '.join(first[:place])} ~", ())
    return ()


def _compare(table: NameTable, name: list[str], words: list[str]) -> tuple[int, int, int] | None:
    """The one word of a text that is off from a name, where the name ends, how many letters off."""
    merged: dict[str, list[str]] = table.usage.get("merged", {})
    if len(words) < len(name) - bool(merged):  # one word may stand for two: del for para el
        return None
    off = -1
    swapped = other = False
    last = len(name) - 1
    end = 0
    for place, (right, written) in enumerate(zip(name, words, strict=False)):
        if place == last and written != right:
            written = _beginning(written, right)
        if written == right:
            end += len(written) + 1
            continue
        if off < 0 and place and (written in merged or right in merged):
            length = _after_another_preposition(table, name, words, place, merged)
            if length:
                return _WHOLE, end + length, 1
        end += len(written) + 1
        if not swapped and off >= 0 and place - off <= _SWAP_REACH:
            others = (written.rstrip(WORD_MARKS), words[off].rstrip(WORD_MARKS))
            if others == (name[off].rstrip(WORD_MARKS), right.rstrip(WORD_MARKS)):
                swapped = True
                continue
        if other and _same_word(table, written.rstrip(WORD_MARKS), right):
            continue  # in the case that the other preposition takes
        if off >= 0:
            return None
        off = place
        other = _other_preposition(table, written, right, len(name))
    if off < 0 or len(words) < len(name):
        return None
    if swapped or other:
        return _WHOLE, end - 1, 1
    written = words[off].rstrip(WORD_MARKS) if off != last else _beginning(words[off], name[off])
    if _in_wrong_case(table, name, off, written):
        return off, end - 1, 1
    if abs(len(written) - len(name[off])) > _MOST_LETTERS + 1:
        return None
    letters = _letters_off(table, written, name[off].rstrip(WORD_MARKS))
    return (off, end - 1, letters) if letters else None


def _other_preposition(table: NameTable, written: str, right: str, words: int) -> bool:
    """Whether a small word of a long name is another one: `Commission of the Status of Women`."""
    small: list[str] = table.usage.get("small_words", [])
    return words > LEAST_WORDS and written in small and right in small


def _same_word(table: NameTable, written: str, right: str) -> bool:
    """Whether two words differ in their ending alone, as far as inflection may change it."""
    free = table.usage.get("inflected_letters", 0)
    if not free or not written.isalpha():
        return False
    shorter, longer = sorted((written, right), key=len)
    kept = max(len(longer) - free, _LEAST_LETTERS - 1)
    return len(shorter) >= kept and shorter[:kept] == longer[:kept]


def _in_wrong_case(table: NameTable, name: list[str], off: int, written: str) -> bool:
    """Whether a word of a declined name stands in another case than the rest of the name.

    The opening words of a name are declined together, those after them stay as they are.
    """
    cases = table.cases
    if name[0] not in cases:
        return False
    opening = 1
    while opening < len(name) and (name[opening] in cases or name[opening] == table.usage["and"]):
        opening += 1
    right = name[off].rstrip(WORD_MARKS)
    if off >= opening:
        return _same_word(table, written, right)
    return opening > 1 and written in cases and cases[written] == cases.get(right)


def _after_another_preposition(
    table: NameTable, name: list[str], words: list[str], place: int, merged: dict[str, list[str]]
) -> int:
    """The length of the rest of a name behind another preposition than its own: `para el`, `del`.

    Prepositions that have merged with an article are parted for it; 0 where more is off.
    """
    right = [piece for word in name[place:] for piece in merged.get(word, (word,))]
    written: list[str] = []
    end = -1
    for word in words[place:]:
        if len(written) >= len(right):
            break
        pieces = merged.get(word, (word,))
        if len(written) + len(pieces) == len(right):
            pieces = (*pieces[:-1], _beginning(pieces[-1], right[-1]))
            end += 1 + (len(word) if len(pieces) > 1 else len(pieces[0]))
        else:
            end += 1 + len(word)
        written += pieces
    if len(written) != len(right) or written[1:] != right[1:]:
        return 0
    return end if _other_preposition(table, written[0], right[0], len(name)) else 0


def _beginning(written: str, right: str) -> str:
    """The last word of a name as written, without what stands after the name."""
    if written.startswith(right) and not written[len(right) :][:1].isalnum():
        return right
    return written.rstrip(WORD_MARKS) if not right.endswith(tuple(WORD_MARKS)) else written


def _letters_off(table: NameTable, written: str, right: str) -> int:
    """The number of letters by which a word is misspelled; 0 where it is another word."""
    if len(right) < _LEAST_LETTERS or len(written) < _LEAST_LETTERS - 1:
        return 0
    if not all(letter.isalpha() or letter in "'-" for letter in written):
        return 0
    if written in table.words or (written[0] != right[0] and written[-1] != right[-1]):
        return 0
    shorter, longer = sorted((written, right), key=len)
    endings: list[str] = table.usage.get("endings", [])
    if longer.startswith(shorter) and longer[len(shorter) :] in endings:
        return 0
    free = table.usage.get("inflected_letters", 0)
    if free and written[: -free or None][:5] == right[: -free or None][:5]:
        common = 0
        while common < len(shorter) and shorter[common] == longer[common]:
            common += 1
        doubled = longer[common - 1 : common] + shorter[common:]
        # Where an ending differs it may be another case; a letter typed twice is not one.
        if common >= len(longer) - free and longer[common:] != doubled:
            return 0
    allowed = 2 if len(right) >= _LETTERS_FOR_TWO else 1
    letters = distance(written, right, allowed)
    return letters if letters <= allowed else 0


def distance(one: str, other: str, most: int) -> int:
    """The letters to change, add, leave out or swap with the next; `most` + 1 where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        two_before, before = before, row
        row = [i]
        for j, facing in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != facing))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == facing:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
