"""Find the leading phrase of a paragraph: « Rappelant également », "Takes note with appreciation".

A phrase is openers, a head and slots: what stands before the head ("Also", "Strongly"), inside
it (« Prend *également* note ») and after it ("with deep concern", « sa volonté »). The heads are a
trie of words, the slots small tables; both come from the vocabulary of the language, compiled to
plain data by :mod:`reslint.vocabulary.phrase_compiler`. This module is on the way of every start
and every keystroke: it imports nothing else and compiles nothing; what only a report needs is in
:mod:`reslint.vocabulary.phrase_rewriting`.
"""

from __future__ import annotations

from reslint.vocabulary.phrase_adverbs import PhraseAdverbs
from reslint.vocabulary.phrase_match import PhraseMatch, without_places
from reslint.vocabulary.phrase_units import INVISIBLE, WINDOW, UnitReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = [
    "FORMAT",
    "INVISIBLE",
    "PARTS",
    "PhraseGrammar",
    "PhraseMatch",
    "without_places",
]

FORMAT = 2
PARTS = ("preambular", "operative")

# The parts a form is known for, by a sum of 1 (preambular) and 2 (operative).
_MOST_KEPT = 1024  # opening words whose nearest heads are kept
_PARTS = (frozenset[str](), frozenset(PARTS[:1]), frozenset(PARTS[1:]), frozenset(PARTS))


class PhraseGrammar:
    """The leading phrases of one language, ready to match."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        if compiled.get("format") != FORMAT:
            raise ValueError("the leading phrases were compiled by another version of reslint")
        self.language: str = compiled["language"]
        reader = UnitReader(compiled)
        self._read = reader.read
        self.by_character = reader.by_character
        self.fold = reader.fold
        # Each form of a head is (row, part, organs, text); of each row the first form of each part.
        self.forms: list[tuple[int, int, tuple[str, ...] | None, str]] = []
        self.rows: list[tuple[int, int]] = []
        self._read_rows(compiled)
        self.degrees: list[str] = compiled["degrees"]
        self.places: list[str] = compiled["places"]
        self.agreement: dict[str, tuple[str, str]] = compiled["agreement"]
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
        # A phrase nobody knows is asked about again with every keystroke elsewhere.
        self._nearest: dict[tuple[str, str, int], list[str]] = {}

    def match(
        self, text: str, start: int = 0, *, part: str | None = None, organ: str | None = None
    ) -> PhraseMatch | None:
        """Find the leading phrase that begins at ``start`` (white space before it is skipped).

        A head of ``part`` is preferred, then the longest one, then one the organ uses; a head of
        the other part is returned when there is none of this one.
        """
        return self.match_and_certainty(text, start, part, organ)[0]

    def match_and_certainty(
        self, text: str, start: int, part: str | None, organ: str | None
    ) -> tuple[PhraseMatch | None, bool]:
        """The match, and whether it is the same for any part and any organ as plain as this."""
        units, codes, starts, ends = self._read(text, start)
        if not units:
            return None, True
        heads = self._heads_at(units, codes, 0)
        if self._before[1][1][codes[0]]:
            for k, _ in _run(self._before, codes, 0):
                heads += self._heads_at(units, codes, k)
        if not heads:
            return None, True
        k, i, numbers = heads[0]
        number = numbers[0]
        if len(heads) > 1 or len(numbers) > 1:
            k, i, numbers, number = self._best(heads, part, organ)
        form = self.forms[number]
        its_part = form[1]

        # Every place where the phrase may end.
        end = i
        found = [ends[i - 1]]
        if not self._adverbs.ambiguous_starts.isdisjoint(units):
            self._adverbs.drop_adjective(text, units, codes, ends, i)
        if i < len(units):
            least = 4 if organ in self.plain_organs else 3
            for j, kind in self._slots(units, codes, i, its_part, True):
                found.append(ends[j - 1])
                if kind >= least and j > end:
                    end = j
        if len(heads) > 1:
            for _, other, others in heads:
                if other < i and any(self._is_habit(f, its_part, organ) for f in others):
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
        if self._adverbs.told.isdisjoint(units):
            match.degree = 0
            match.repetition = match.gendered = ()
            match.key = " ".join(units)
        else:
            self._adverbs.describe(match, units, starts, ends, k)
        return match, len(heads) == 1 and len(numbers) == 1

    def is_phrase(self, text: str, *, part: str | None = None, organ: str | None = None) -> bool:
        """Whether the whole text (a comma or space at its end aside) is an acceptable phrase."""
        text = text.rstrip(" \u00a0\t\r\n,،，:：" + INVISIBLE)
        match = self.match(text, 0, part=part, organ=organ)
        return (
            match is not None
            and len(text) in match.ends
            and (part is None or part in match.parts)
            and (organ is None or match.organs is None or organ in match.organs)
        )

    def counterpart(self, match: PhraseMatch, part: str, gender: str | None) -> str | None:
        """Write the phrase with the same verb in the other part; None if the verb has no such form.

        Openers, qualifiers and adverbs are kept, the adverb of repetition where ``part`` has it.
        Words agree with ``gender`` ("m" or "f"; None: with what the phrase agreed with).
        """
        from reslint.vocabulary.phrase_rewriting import counterpart

        return counterpart(self, match, part, gender)

    def with_degree(self, match: PhraseMatch, text: str, degree: int) -> str:
        """Write the phrase with the adverb of that degree (0: without) where its part has it."""
        from reslint.vocabulary.phrase_rewriting import with_degree

        return with_degree(self, match, text, degree)

    def nearest(self, word_or_phrase: str, part: str, limit: int = 3) -> list[str]:
        """Heads of ``part`` that are written most like the opening words given."""
        wanted = (word_or_phrase[:WINDOW], part, limit)
        found = self._nearest.get(wanted)
        if found is None:
            from reslint.vocabulary.phrase_rewriting import nearest

            if len(self._nearest) > _MOST_KEPT:
                self._nearest.clear()
            found = self._nearest[wanted] = nearest(self, *wanted)
        return found

    # Heads and slots ----------------------------------------------------------------------------

    def _read_rows(self, compiled: dict[str, Any]) -> None:
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
        """All heads that begin with the unit ``first``: (first, end, forms)."""
        node = self._heads.get(units[first]) if first < len(units) else None
        if node is None:
            return []
        found: list[tuple[int, int, list[int]]] = []
        waiting = [(node, first + 1, False)]
        while waiting:
            node, i, resumed = waiting.pop()
            while node is not None:
                if type(node) is list:  # nothing but the end of a head
                    found.append((first, i, node))
                    break
                if not resumed:
                    if "" in node:
                        found.append((first, i, node[""]))
                    if "~" in node:
                        waiting += [(node, j, True) for j, _ in _run(self._inside, codes, i)]
                if i == len(units):
                    break
                node = node.get(units[i])
                i += 1
                resumed = False
        return found

    def _best(
        self, heads: list[tuple[int, int, list[int]]], part: str | None, organ: str | None
    ) -> tuple[int, int, list[int], int]:
        """The head that fits the part, then the longest, then the one this organ uses."""
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
        """Where slots after a head that ends at ``i`` end, and how good an end that is."""
        found = _run(self._after, codes, i)
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
        """A head joined by « and »: "Welcomes and encourages"."""
        prefixed = units[i] not in self.conjunctions
        if not prefixed:
            i += 1
        else:
            bare = units[i].removeprefix(self._prefix)
            units = [*units[:i], bare, *units[i + 1 :]]
            codes = [*codes[:i], self._codes.get(bare, -1), *codes[i + 1 :]]
        found: list[tuple[int, int]] = []
        for k in (i, *[j for j, _ in _run(self._before, codes, i)]):
            for _, j, forms in self._heads_at(units, codes, k):
                # وإذ تدرك وتؤكد: where the conjunction is a prefix, the second verb is bare.
                if prefixed or any(self.forms[f][1] == part for f in forms):
                    found.append((j, 4))
                    found += self._slots(units, codes, j, part, False)
        return found

    def _is_habit(self, number: int, part: int, organ: str | None) -> bool:
        """Whether a head that begins a longer one may do without its rest.

        « Attend » avec intérêt is cut short; "Calls" upon is a habit of the Security Council.
        """
        _, its_part, organs, _ = self.forms[number]
        if organs is None:
            # Without spaces any verb may stand before another: 强调 指出, 重申 支持.
            return its_part == part and self.by_character
        return its_part == part and (organ is None or organ in organs)


def _run(table: list[Any], codes: list[int], i: int) -> list[tuple[int, int]]:
    """Walk a table from unit ``i``: where it may end, and how good an end that is."""
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
