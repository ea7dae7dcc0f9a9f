"""Find the leading phrase of a paragraph: « Rappelant également », "Takes note with appreciation".

A phrase is a head with slots before it ("Also", "Strongly"), inside it (« Prend *également* note »)
and after it ("with deep concern", « sa volonté »). The heads are a trie of units, the slots small
tables; `phrase_compiler` makes both from the vocabulary of the language. This module runs at every
start and every keystroke, so it imports nothing heavy and compiles nothing; `phrase_rewriting` has
what only a report needs. Match, adverbs, grammar and cache stay in one module, since every start
needs all of them and another module costs time.
"""

from __future__ import annotations

from reslint.language.phrase_words import UnitReader
from reslint.text.folding import COLONS, COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


FORMAT = 4
"""The version of the compiled data."""
PARTS = ("preambular", "operative")
# Sets of parts, by a sum of 1 (preambular) and 2 (operative).
_PARTS = (frozenset[str](), frozenset(PARTS[:1]), frozenset(PARTS[1:]), frozenset(PARTS))
_MOST_CACHED = 8192  # matches


class PhraseAdverbs:
    """The adverbs of repetition and the words with gender of one language."""

    def __init__(self, compiled: dict[str, Any], fold: Mapping[int, str]) -> None:
        self._fold = fold
        self._agreement: dict[str, tuple[str, str]] = compiled["agreement"]
        self._agreement_ends = frozenset(compiled["agreement_ends"])
        self._conjunctions = frozenset(compiled["conjunctions"])
        self._adverbs: dict[str, list[Any]] = {}
        for units, degree in compiled["adverbs"]:
            self._adverbs.setdefault(units[0], []).append((units, degree))
        self.first_units = frozenset(self._adverbs) | frozenset(self._agreement)
        self._ambiguous: list[list[str]] = compiled["ambiguous"]
        self.ambiguous_starts = frozenset(words[0] for words in self._ambiguous)
        self._objects = frozenset(compiled["objects"])

    def cut_at_adjective(
        self, text: str, units: list[str], codes: list[int], ends: list[int], i: int
    ) -> None:
        """Cut the units at an ambiguous adverb that is an adjective: "Encourages further steps".

        It is an adverb of repetition only if an object or a clause begins after it: "Requests
        further the Secretary-General". `i` is the index of the first unit after the head.
        """
        at = i
        while at < len(units):
            length = 1
            for words, _ in self._adverbs.get(units[at], ()):
                if units[at : at + len(words)] == words:
                    length = len(words)
                    if words not in self._ambiguous or units[at - 1] in self._conjunctions:
                        break
                    after = ends[at + length - 1]
                    rest = text[after : after + 40].split(None, 1)
                    word = rest[0].lower().translate(self._fold) if rest else ""
                    if word.isalpha() and rest[0].islower() and word not in self._objects:
                        del units[at:], codes[at:]
                        return
                    break
            at += length

    def describe(
        self, match: PhraseMatch, units: list[str], starts: list[int], ends: list[int], k: int
    ) -> None:
        """Fill in the adverbs of repetition, the words with gender and the key of a match.

        `k` is the index of the first unit of the head.
        """
        match.degree = 0
        match.repetition = ()
        match.gendered = ()
        key_units: list[str] = []
        agrees = True
        i = 0
        while i < len(units):
            unit = units[i]
            length = 1
            for words, degree in self._adverbs.get(unit, ()):
                if units[i : i + len(words)] == words:
                    length = len(words)
                    if degree:
                        place = (starts[i], ends[i + length - 1], degree, i < k)
                        match.repetition += (place,)
                        match.degree = match.degree or degree
                    break
            else:
                degree = 0
            if unit in self._agreement_ends:
                agrees = False
            if agrees and unit in self._agreement:
                gender, other = self._agreement[unit]
                if match.source[starts[i]].isupper():
                    other = other[:1].upper() + other[1:]
                match.gendered += ((starts[i], ends[i], gender, other),)
            if not degree:
                key_units += units[i : i + length]
            i += length
        match.key = " ".join(key_units)


def without_places(head_text: str) -> str:
    """Remove the mark of the place inside a head: « Prend ~ note », « 表示~注意到 »."""
    for mark in ("~", "+"):
        if mark in head_text:
            before, _, after = head_text.partition(mark)
            return before.rstrip() + (" " if before.endswith(" ") else "") + after.strip()
    return head_text


class PhraseMatch:
    """A leading phrase found in a text. All offsets are code-point offsets in that text."""

    __slots__ = (
        "degree",
        "end",
        "ends",
        "first_key",
        "form",
        "gendered",
        "head",
        "head_end",
        "head_start",
        "head_text",
        "key",
        "longest",
        "organs",
        "parts",
        "repetition",
        "source",
        "start",
    )

    start: int
    end: int  # end of the preferred phrase, which a fix would emphasize
    longest: int  # end of the longest acceptable phrase
    ends: tuple[int, ...]  # every acceptable end, ascending
    head: int  # row of the vocabulary
    head_text: str  # the head as the vocabulary writes it
    head_start: int
    head_end: int
    parts: frozenset[str]  # parts in which this form of the head is used
    organs: tuple[str, ...] | None  # the only organs that use it; None: all
    degree: int  # of the first adverb of repetition: 0 none, 1 also, 2 further
    repetition: tuple[tuple[int, int, int, bool], ...]  # (start, end, degree, before the head)
    gendered: tuple[tuple[int, int, str, str], ...]  # (start, end, gender, word in the other one)
    key: str  # the units without adverbs of repetition: equal for the same phrase
    first_key: str  # the units of the head alone
    form: int  # number of the form in `PhraseGrammar.forms`
    source: str  # the text that was searched

    def __repr__(self) -> str:
        """Return the phrase found, its ends and parts, for the output of a failing test."""
        return f"<PhraseMatch {self.source[self.start : self.end]!r} {self.ends} {set(self.parts)}>"


class PhraseGrammar:
    """The leading phrases of one language, ready to match.

    `compiled` is the result of `compile_phrases`. Raises ValueError for data of another format.
    """

    def __init__(self, compiled: dict[str, Any]) -> None:
        if compiled.get("format") != FORMAT:
            raise ValueError("the leading phrases were compiled by another version of reslint")
        self.language: str = compiled["language"]
        reader = UnitReader(compiled)
        self._read = reader.read
        self.by_character = reader.by_character
        self.fold = reader.fold
        # Each form of a head: (row, index in PARTS, organs, text).
        self.forms: list[tuple[int, int, tuple[str, ...] | None, str]] = []
        # For each row the number of its first form in each part, -1 for none.
        self.rows: list[tuple[int, int]] = []
        self._read_rows(compiled)
        self.degrees: list[str] = compiled["degrees"]
        self.places: list[str] = compiled["places"]
        self.agreement: dict[str, tuple[str, str]] = compiled["agreement"]
        # The plural of words by their singular, the reverse, and all plurals.
        self.plurals: dict[str, str] = compiled["plurals"]
        self.singulars = {plural: word for word, plural in self.plurals.items()}
        self.in_first_person = frozenset(compiled["we"])
        self.singulars.update({word: compiled["same"][word] for word in compiled["we"]})
        self.in_plural = frozenset(self.singulars)
        # The words that have another form where several speak, in both genders.
        self.numbered = frozenset(self.singulars.values()).union(
            compiled["agreement"][word][1].translate(self.fold)
            for word in self.singulars.values()
            if word in compiled["agreement"]
        )
        self.agreement_ends = frozenset(compiled["agreement_ends"])
        self.adverb_before: dict[str, bool] = {
            part: place == "before" for part, place in zip(PARTS, self.places, strict=True)
        }
        self._heads: dict[str, Any] = compiled["heads"]
        self._codes: dict[str, int] = compiled["classes"]
        self._before: list[Any] = compiled["before"]
        self._inside: list[Any] = compiled["inside"]
        self._after: list[Any] = compiled["after"]
        self.conjunctions = frozenset(compiled["conjunctions"])
        self._adverbs = PhraseAdverbs(compiled, self.fold)
        self._prefix: str = compiled["conjunction_prefix"]
        self.plain_organs = frozenset(compiled["plain_organs"])
        # A cache: an unknown phrase is looked up again at every keystroke elsewhere in the draft.
        self.nearest_heads: dict[tuple[str, str, int], list[str]] = {}

    def match(
        self, text: str, start: int = 0, *, part: str | None = None, organ: str | None = None
    ) -> PhraseMatch | None:
        """Find the leading phrase that begins at offset `start`; leading white space is skipped.

        A head of `part` is preferred, then the longest one, then one that the organ uses. If there
        is no head of this part, one of the other part is returned. None if there is no phrase.
        """
        return self.match_cacheable(text, start, part, organ)[0]

    def match_cacheable(
        self, text: str, start: int, part: str | None, organ: str | None
    ) -> tuple[PhraseMatch | None, bool]:
        """Find a phrase as `match` does, and tell whether the result can be cached.

        It can if it does not depend on the part, nor on the organ beyond whether that is one of
        `plain_organs`.
        """
        units, codes, starts, ends = self._read(text, start)
        if not units:
            return None, True
        heads = self._heads_at(units, codes, 0)
        if self._before[1][1][codes[0]]:
            for k, _ in _walk_table(self._before, codes, 0):
                heads += self._heads_at(units, codes, k)
        if not heads:
            return None, True
        k, i, numbers = heads[0]
        number = numbers[0]
        if len(heads) > 1 or len(numbers) > 1:
            k, i, numbers, number = self._best(heads, part, organ)
        form = self.forms[number]
        its_part = form[1]

        # Find every place where the phrase may end.
        end = i
        found = [ends[i - 1]]
        if not self._adverbs.ambiguous_starts.isdisjoint(units):
            self._adverbs.cut_at_adjective(text, units, codes, ends, i)
        if i < len(units):
            least = 4 if organ in self.plain_organs else 3
            for j, kind in self._slots(units, codes, i, its_part, True):
                found.append(ends[j - 1])
                if kind >= least and j > end:
                    end = j
        if len(heads) > 1:
            for _, other, others in heads:
                if other < i and any(self._may_stand_alone(f, its_part, organ) for f in others):
                    found.append(ends[other - 1])
        if len(found) > 1:
            found = sorted(set(found))

        match = PhraseMatch()
        match.source = text
        match.form = number
        match.start = starts[0]
        match.end = ends[end - 1]
        match.longest = found[-1]
        match.ends = tuple(found)
        match.head, _, match.organs, head_text = form
        match.head_text = head_text if head_text.isalpha() else without_places(head_text)
        match.head_start = starts[k]
        match.head_end = ends[i - 1]
        match.parts = _PARTS[its_part + 1]
        if len(numbers) > 1:
            match.parts = _PARTS[sum({self.forms[f][1] + 1 for f in numbers})]
        match.first_key = " ".join(units[k:i])
        del units[end:]
        if self._adverbs.first_units.isdisjoint(units):
            match.degree = 0
            match.repetition = match.gendered = ()
            match.key = " ".join(units)
        else:
            self._adverbs.describe(match, units, starts, ends, k)
        return match, len(heads) == 1 and len(numbers) == 1

    def is_conjunction(self, word: str) -> bool:
        """Tell whether a word joins a second head to the first: 并, also written 並."""
        return word.lower().translate(self.fold) in self.conjunctions

    def is_phrase(self, text: str, *, part: str | None = None, organ: str | None = None) -> bool:
        """Tell whether the whole text, without a final comma, colon or space, is a phrase.

        Any acceptable end of a phrase counts; `part` and `organ` must use it if they are given.
        """
        text = text.rstrip(INVISIBLE + COMMAS + COLONS)
        match = self.match(text, 0, part=part, organ=organ)
        return (
            match is not None
            and len(text) in match.ends
            and (part is None or part in match.parts)
            and (organ is None or match.organs is None or organ in match.organs)
        )

    # Heads and slots ----------------------------------------------------------------------------

    def _read_rows(self, compiled: dict[str, Any]) -> None:
        """Fill `forms` and `rows` from the compiled data."""
        texts: list[str] = compiled["texts"]
        counts: bytes = compiled["counts"]
        all_organs: dict[int, tuple[str, ...]] = compiled["organs"]
        add = self.forms.append
        at = 0
        for row in range(len(counts) // 2):
            preambular, operative = counts[2 * row], counts[2 * row + 1]
            organs = all_organs.get(row)
            middle = at + preambular
            self.rows.append((at if preambular else -1, middle if operative else -1))
            for text in texts[at:middle]:
                add((row, 0, organs, text))
            at = middle + operative
            for text in texts[middle:at]:
                add((row, 1, organs, text))

    def _heads_at(
        self, units: list[str], codes: list[int], first: int
    ) -> list[tuple[int, int, list[int]]]:
        """Return all heads that begin at unit `first`: (first unit, unit after, forms)."""
        node = self._heads.get(units[first]) if first < len(units) else None
        if node is None:
            return []
        found: list[tuple[int, int, list[int]]] = []
        waiting = [(node, first + 1, False)]
        while waiting:
            node, i, resumed = waiting.pop()
            while node is not None:
                if type(node) is list:  # a leaf: the end of a head
                    found.append((first, i, node))
                    break
                if not resumed:
                    if "" in node:
                        found.append((first, i, node[""]))
                    if "~" in node:
                        waiting += [(node, j, True) for j, _ in _walk_table(self._inside, codes, i)]
                if i == len(units):
                    break
                node = node.get(units[i])
                i += 1
                resumed = False
        return found

    def _best(
        self, heads: list[tuple[int, int, list[int]]], part: str | None, organ: str | None
    ) -> tuple[int, int, list[int], int]:
        """Choose a head of the part, then the longest, then one that the organ uses.

        Return (first unit, unit after, all forms of the head, the form chosen).
        """
        wanted = 2 if part is None else PARTS.index(part)
        found: list[tuple[tuple[bool, int, bool, int, int], list[int]]] = []
        for k, i, numbers in heads:
            for number in numbers:
                _, its_part, organs, _ = self.forms[number]
                fits = wanted == 2 or its_part == wanted
                usual = organ is None or organs is None or organ in organs
                found.append(((fits, i, usual, -k, -number), numbers))
        (_, i, _, k, number), numbers = max(found)
        return -k, i, numbers, -number

    def _slots(
        self, units: list[str], codes: list[int], i: int, part: int, may_join: bool
    ) -> list[tuple[int, int]]:
        """Return where slots after a head end, for a head that ends before unit `i`.

        Each is (unit after, kind of slot); with `may_join` a second head after a conjunction
        counts too.
        """
        found = _walk_table(self._after, codes, i)
        if may_join and (self._prefix or not self.conjunctions.isdisjoint(units)):
            for place in (i, *[j for j, _ in found]):
                if place < len(units) and (
                    units[place] in self.conjunctions
                    or (self._prefix and units[place].startswith(self._prefix))
                ):
                    found = found + self._second_head(units, codes, place, part)
        return found

    def _second_head(
        self, units: list[str], codes: list[int], i: int, part: int
    ) -> list[tuple[int, int]]:
        """Return where a second head ends that is joined by "and": "Welcomes and encourages"."""
        prefixed = units[i] not in self.conjunctions
        if not prefixed:
            i += 1
        else:
            bare = units[i].removeprefix(self._prefix)
            units = [*units[:i], bare, *units[i + 1 :]]
            codes = [*codes[:i], self._codes.get(bare, -1), *codes[i + 1 :]]
        found: list[tuple[int, int]] = []
        for k in (i, *[j for j, _ in _walk_table(self._before, codes, i)]):
            for _, j, forms in self._heads_at(units, codes, k):
                # وإذ تدرك وتؤكد: after the prefix و the verb has no إذ, so its part is not checked.
                if prefixed or any(self.forms[f][1] == part for f in forms):
                    found.append((j, 4))
                    found += self._slots(units, codes, j, part, False)
        return found

    def _may_stand_alone(self, number: int, part: int, organ: str | None) -> bool:
        """Tell whether a form that begins a longer head is also acceptable by itself.

        The Security Council writes *Calls* upon with the verb alone emphasized; « *Attend* avec
        intérêt » is an error.
        """
        _, its_part, organs, _ = self.forms[number]
        if organs is None:
            # In Chinese any verb may stand before another without a space: 强调 指出, 重申 支持.
            return its_part == part and self.by_character
        return its_part == part and (organ is None or organ in organs)


def _walk_table(table: list[Any], codes: list[int], i: int) -> list[tuple[int, int]]:
    """Walk a table from unit `i`; return every accepted end: (unit after, kind of slot)."""
    accepts, moves = table
    state = 1
    found = []
    for j in range(i, len(codes)):
        state = moves[state][codes[j]]
        if not state:
            break
        if accepts[state]:
            found.append((j + 1, accepts[state]))
    return found


class PhraseCache:
    """Match leading phrases and cache the results.

    The draft reader and the checks search the same places. Results that depend on the part or the
    organ are cached for these alone: in Chinese most do.
    """

    __slots__ = ("_found", "_grammar")

    def __init__(self, grammar: PhraseGrammar) -> None:
        self._grammar = grammar
        self._found: dict[
            tuple[str, int, bool] | tuple[str, int, str | None, str | None], PhraseMatch | None
        ] = {}

    def match(
        self, text: str, start: int = 0, *, part: str | None = None, organ: str | None = None
    ) -> PhraseMatch | None:
        """Find a phrase as `PhraseGrammar.match` does."""
        found = self._found
        general = (text, start, organ in self._grammar.plain_organs)
        known = found.get(general)
        if known is not None or general in found:
            return known
        exact = (text, start, part, organ)
        known = found.get(exact)
        if known is not None or exact in found:
            return known
        match, is_general = self._grammar.match_cacheable(text, start, part, organ)
        if len(found) >= _MOST_CACHED:
            found.clear()
        found[general if is_general else exact] = match
        return match

    def keep(self, most: int) -> None:
        """Forget all results if there are more than so many."""
        if len(self._found) > most:
            self._found.clear()
