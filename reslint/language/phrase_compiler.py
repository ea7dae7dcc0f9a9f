"""Compile the leading-phrase vocabulary of one language into plain data.

A vocabulary describes leading phrases as a small grammar: heads (one verb in each row) and patterns
for what may stand before a head, inside it and after it. Compiling takes tens of milliseconds, so
it is done when the rulebook is built. The result holds only dicts, lists, strings, bytes and
integers, can be marshalled, and is the argument of `reslint.language.phrases.PhraseGrammar`.

This module is longer than others because it also documents and validates the file format.

The keys of a `leading-phrases.yaml` (only `language` and `heads` are required):

- `units`: `words` or `characters`; `fold`: characters to `drop` and `letters` to read as others;
- `variants` (word: [other spellings]) and `endings` (ending: other ending): read as the first;
- `plural`: how drafters write who speak for several: `adjectives` and `verbs` give the endings of
  words that agree and of words of operative heads (ending: its plural, the first that fits),
  `words` the plural of single words; all are read as the singular, unless `read` is false; `we`
  gives the endings of the same verbs in the first person: « Décidons » is read as « Décide »,
  `we_beginnings` their beginnings where these differ instead;
- `agreement`: masculine word: feminine word, both match; `agreement_ends`: words after which no
  word agrees with the organ any more;
- `repetition`: adverbs of degree 1 (also) and 2 (further); a fix writes the first of each;
  `again`: adverbs of no degree; `place`: where a fix puts the adverb in each part, `before` the
  phrase, after its `head`, or at its `end`;
- `ambiguous`: adverbs that may also be adjectives; after a head they are adverbs only before one
  of `objects`, a capital, or anything that is not a word;
- `conjunctions` and `conjunction_prefix`: what joins a second head;
- `plain_organs`: organs that do not emphasize complements;
- `words`: named sets of words or patterns; `<also>`, `<further>`, `<again>` are predefined;
- `before`, `inside`, `after`: patterns for what stands around and inside a head. `after` has
  `qualifiers` and `complements` (in the preferred phrase), `links` (acceptable, and the phrase may
  go on) and `optional` (acceptable, and the phrase ends);
- `heads`: one verb in each row, `{preambular: …, operative: …, organs: […]}`; each value is a text
  or a list whose first text is preferred. `~` or `+` marks the place inside a head where the
  patterns of `inside` may stand; at `+` a fix puts the adverb of repetition.

The patterns are regular expressions over units (words, or characters in Chinese):
`with <degree>* <feeling>` or `(in|under) this regard`. `<name>` stands for a set of the
vocabulary's `words`; `?`, `*` and `+` follow a word, a set or a group.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reslint.language.phrase_automaton import (
    COMPLEMENT,
    LINK,
    OPTIONAL,
    QUALIFIER,
    Builder,
    minimal_tables,
)
from reslint.language.phrase_words import split_units
from reslint.language.phrases import FORMAT, PARTS

_KEYS = {
    "language": str,
    "units": str,
    "fold": dict,
    "endings": dict,
    "variants": dict,
    "plural": dict,
    "agreement": dict,
    "agreement_ends": list,
    "repetition": dict,
    "again": list,
    "place": dict,
    "conjunctions": list,
    "conjunction_prefix": str,
    "ambiguous": list,
    "objects": list,
    "words": dict,
    "before": list,
    "inside": list,
    "after": dict,
    "plain_organs": list,
    "heads": list,
}
_PLACES = ("before", "head", "end")
_AFTER = {
    "qualifiers": QUALIFIER,
    "complements": COMPLEMENT,
    "links": LINK,
    "optional": OPTIONAL,
}


class PhraseEntries:
    """The validated entries of a vocabulary other than heads and patterns.

    Raises ValueError with a message that names the bad entry.
    """

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        if not isinstance(vocabulary, dict):
            raise ValueError("a leading-phrase vocabulary must be a mapping")
        for key, value in vocabulary.items():
            if key not in _KEYS:
                raise ValueError(f"unknown key {key!r} in the leading-phrase vocabulary")
            if not isinstance(value, _KEYS[key]):
                raise ValueError(f"{key}: expected {_KEYS[key].__name__}")
        for key in ("language", "heads"):
            if key not in vocabulary:
                raise ValueError(f"missing key {key!r} in the leading-phrase vocabulary")
        self.source = vocabulary
        self.by_character = self._read_unit_kind()
        self.fold = self._read_fold()
        self.endings = [(str(a), str(b)) for a, b in vocabulary.get("endings", {}).items()]
        self.agreement: dict[str, tuple[str, str]] = {}
        self.same: dict[str, str] = {}
        self._read_variants()
        self._read_agreement()
        self.places = self._read_places()

    def _read_unit_kind(self) -> bool:
        """Return whether units are characters instead of words."""
        kind = self.source.get("units", "words")
        if kind not in ("words", "characters"):
            raise ValueError(f"units: expected 'words' or 'characters', not {kind!r}")
        return bool(kind == "characters")

    def _read_fold(self) -> dict[int, str]:
        """Return the folding of characters as a table for `str.translate`."""
        fold = self.source.get("fold", {})
        unknown = set(fold) - {"drop", "letters"}
        if unknown:
            raise ValueError(f"fold: unknown key {sorted(unknown)[0]!r}")
        table = {ord(c): "" for c in fold.get("drop", "")}
        for letter, other in fold.get("letters", {}).items():
            if len(letter) != 1 or not isinstance(other, str):
                raise ValueError(f"fold: letters must be single characters, not {letter!r}")
            table[ord(letter)] = other
        return table

    def units(self, text: object, where: str) -> list[str]:
        """Return the units of a text in the form in which they are compared.

        Raises ValueError for an empty text or no text; `where` names it in the message.
        """
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{where}: expected a text, not {text!r}")
        units = split_units(text, self.fold, self.by_character)
        return [self.same.get(unit, unit) for unit in units]

    def one_unit(self, text: object, where: str) -> str:
        """Return the unit of a text; raise ValueError if it is not a single word."""
        units = self.units(text, where)
        if len(units) != 1:
            raise ValueError(f"{where}: {text!r} must be a single word")
        return units[0]

    def _read_agreement(self) -> None:
        """Read `agreement` in both directions: unit -> (its gender, word of the other gender).

        A conjunction written in one with its word may stand before those with variants, which open
        phrases: و before Arabic participles.
        """
        pairs = dict(self.source.get("agreement", {}))
        prefix = self.source.get("conjunction_prefix", "")
        variants = self.source.get("variants", {}) if prefix else {}
        for one in [one for one in variants if one in pairs]:
            pairs[prefix + one] = prefix + pairs[one]
            self.same.update((prefix + spelling, prefix + one) for spelling in variants[one])
        for masculine, feminine in pairs.items():
            first = self.one_unit(masculine, "agreement")
            second = self.one_unit(feminine, "agreement")
            if first == second:
                raise ValueError(f"agreement: {masculine!r} is the same in both genders")
            for unit, gender, other in ((first, "m", feminine), (second, "f", masculine)):
                if unit in self.agreement:
                    raise ValueError(f"agreement: {unit!r} appears twice")
                self.agreement[unit] = (gender, other)

    def _read_variants(self) -> None:
        """Read `variants`: other spellings of a word, all compared as the word itself."""
        for word, others in self.source.get("variants", {}).items():
            unit = self.one_unit(word, "variants")
            if not isinstance(others, list):
                raise ValueError(f"variants: {word!r}: expected a list")
            for other in others:
                self.same[self.one_unit(other, f"variants: {word!r}")] = unit

    def read_endings(self, units: Iterable[str]) -> None:
        """Read `endings`: other spellings of the units by their ending (recognising)."""
        known = set(units)
        for unit in known:
            for ending, other in self.endings:
                spelling = unit.removesuffix(ending) + other
                if unit.endswith(ending) and spelling not in known:
                    self.same[spelling] = unit

    def read_plurals(
        self, units: Iterable[str], verbs: Iterable[str]
    ) -> tuple[dict[str, str], list[str]]:
        """Read `plural`: return the plural of words by their singular, and the words of "we".

        All are read as the singular. `units` are all words of the vocabulary, `verbs` those of
        operative heads.
        """
        source = self.source.get("plural", {})
        if unknown := set(source) - {
            "adjectives",
            "verbs",
            "words",
            "we",
            "we_beginnings",
            "read",
        }:
            raise ValueError(f"plural: unknown key {sorted(unknown)[0]!r}")
        known = set(units)
        plurals = dict(source.get("words", {}))
        acting = sorted(set(verbs) - set(self.agreement))
        for words, endings in (
            (self.agreement, source.get("adjectives", {})),
            (acting, source.get("verbs", {})),
        ):
            for word in words:
                if other := _with_ending(word, endings):
                    plurals.setdefault(word, other)
        if source.get("read", True):
            plurals = {word: other for word, other in plurals.items() if other not in known}
            self.same.update({other: word for word, other in plurals.items()})
        known.update(plurals.values())
        begun = source.get("we_beginnings", {})
        spoken = [(_with_ending(word, source.get("we", {})), word) for word in acting]
        spoken += [(_with_beginning(word, begun), word) for word in sorted(verbs) if begun]
        we = {
            other: word
            for other, word in spoken
            if other and other not in known and "'" not in word  # s'engage: nous engageons
        }
        self.same.update(we)
        return plurals, sorted(we)

    def _read_places(self) -> list[str]:
        """Read `place`: where the adverb of repetition stands in each part."""
        place = self.source.get("place", {})
        for part, where in place.items():
            if part not in PARTS:
                raise ValueError(f"place: unknown part {part!r}")
            if where not in _PLACES:
                raise ValueError(f"place: {part}: expected one of {', '.join(_PLACES)}")
        return [place.get(part, "head") for part in PARTS]

    def shapes(self, unit: str) -> list[str]:
        """Return the unit in both genders."""
        if unit in self.agreement:
            return [unit, self.one_unit(self.agreement[unit][1], "agreement")]
        return [unit]


def compile_phrases(vocabulary: dict[str, Any]) -> dict[str, Any]:
    """Compile the content of a `leading-phrases.yaml`.

    Raises ValueError with a message that names the bad entry.
    """
    return _Compiler(vocabulary).compile()


def _with_ending(word: str, endings: dict[str, str]) -> str:
    """Return a word with the other of the first ending that fits, "" if none fits."""
    for ending, other in endings.items():
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + other
    return ""


def _with_beginning(word: str, beginnings: dict[str, str]) -> str:
    """Return a word with the other of the first beginning that fits, "" if none fits."""
    for beginning, other in beginnings.items():
        if word.startswith(beginning):
            return other + word[len(beginning) :]
    return ""


class _Compiler:
    """Compile one vocabulary: the heads to a trie, the patterns to tables."""

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        self._entries = PhraseEntries(vocabulary)
        self.source = vocabulary
        self.texts: list[str] = []  # of all heads
        self.counts: list[int] = []  # for each row: number of preambular and of operative heads
        self.organs: dict[int, tuple[str, ...]] = {}  # the only organs that use a row

    # Heads -----------------------------------------------------------------------------------

    def _heads(self) -> dict[str, Any]:
        """Return the trie of the heads; list their texts row by row, preambular ones first."""
        trie: dict[str, Any] = {}
        seen: dict[tuple[str, str], int] = {}
        for number, row in enumerate(self.source["heads"]):
            by_part, organs = self._row(row, f"heads, row {number + 1}")
            if organs is not None:
                self.organs[number] = organs
            self.counts += [len(texts) for texts in by_part]
            for part, texts in zip(PARTS, by_part, strict=True):
                for text in texts:
                    key = (" ".join(self._entries.units(text, "heads")), part)
                    if key in seen:
                        where = f"rows {seen[key]} and {number + 1}"
                        raise ValueError(f"heads: {text!r} is {part} in {where}")
                    seen[key] = number + 1
                    self._add_to_trie(trie, text, len(self.texts))
                    self.texts.append(text)
        return trie

    def _row(self, row: object, where: str) -> tuple[list[list[str]], tuple[str, ...] | None]:
        """Validate a row of `heads`; return its texts by part and its organs (None: all)."""
        if not isinstance(row, dict):
            raise ValueError(f"{where}: expected a mapping of parts to texts")
        unknown = set(row) - {*PARTS, "organs"}
        if unknown:
            raise ValueError(f"{where}: unknown key {sorted(unknown)[0]!r}")
        texts: list[list[str]] = []
        for part in PARTS:
            value = row.get(part, [])
            texts.append(value if isinstance(value, list) else [value])
            for text in texts[-1]:
                units = self._entries.units(text, f"{where}, {part}")
                places = [i for i, unit in enumerate(units) if unit in ("~", "+")]
                if len(places) > 1 or (places and places[0] in (0, len(units) - 1)):
                    raise ValueError(f"{where}: {text!r} may have one place, inside it")
            if len(texts[-1]) > 255:
                raise ValueError(f"{where}: too many forms")
        if not any(texts):
            raise ValueError(f"{where}: neither a preambular nor an operative form")
        organs = row.get("organs")
        if organs is not None and not (
            isinstance(organs, list) and all(isinstance(o, str) for o in organs)
        ):
            raise ValueError(f"{where}: organs must be a list of names")
        return texts, None if organs is None else tuple(organs)

    def _add_to_trie(self, trie: dict[str, Any], text: str, form: int) -> None:
        """Add a head to the trie, in both genders; `form` is its number."""
        nodes = [trie]
        for unit in self._entries.units(text, "heads"):
            if unit in ("~", "+"):
                for node in nodes:
                    node["~"] = True
                continue
            nodes = [node.setdefault(s, {}) for node in nodes for s in self._entries.shapes(unit)]
        for node in nodes:
            node.setdefault("", []).append(form)

    def _operative_units(self) -> set[str]:
        """Return the units of the operative heads."""
        return {
            unit
            for row in self.source["heads"]
            for text in self._row(row, "heads")[0][PARTS.index("operative")]
            for unit in self._entries.units(text, "heads")
        }

    # The whole vocabulary ---------------------------------------------------------------------

    def _adverbs(self) -> list[Any]:
        """Return adverbs of repetition (degree 1, 2) and of `again` (degree 0), longest first.

        Those of `again` are needed so that « une fois de plus » is not read as « de plus ».
        """
        adverbs: list[Any] = []
        for degree, words in self.source.get("repetition", {}).items():
            if degree not in (1, 2) or not isinstance(words, list):
                raise ValueError("repetition: expected lists of adverbs under 1 and 2")
            adverbs += [(self._entries.units(word, "repetition"), degree) for word in words]
        adverbs += [
            (self._entries.units(word, "again"), 0) for word in self.source.get("again", [])
        ]
        return sorted(adverbs, key=lambda adverb: -len(adverb[0]))

    def _word_sets(self) -> dict[str, list[str]]:
        """Return the validated word sets by name, the predefined ones included."""
        sets = dict(self.source.get("words", {}))
        repetition = self.source.get("repetition", {})
        for name, words in (
            ("also", repetition.get(1, [])),
            ("further", repetition.get(2, [])),
            ("again", self.source.get("again", [])),
        ):
            if name in sets:
                raise ValueError(f"words: {name!r} is made from the adverbs and cannot be given")
            sets[name] = words
        for name, words in sets.items():
            if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
                raise ValueError(f"words: {name}: expected a list of texts")
        return sets

    def _words(self, key: str) -> list[str]:
        """Return the units of the list of single words under a key."""
        return [self._entries.one_unit(word, key) for word in self.source.get(key, [])]

    def compile(self) -> dict[str, Any]:
        """Return the compiled vocabulary."""
        after = self.source.get("after", {})
        unknown = set(after) - set(_AFTER)
        if unknown:
            raise ValueError(f"after: unknown key {sorted(unknown)[0]!r}")
        slots = {kind: after.get(name, []) for name, kind in _AFTER.items()}
        trie = self._heads()
        adverbs = self._adverbs()
        builder = Builder(self._word_sets(), self._entries.units, self._entries.shapes)
        automata = [
            builder.automaton({QUALIFIER: self.source.get("before", [])}, "before"),
            builder.automaton({QUALIFIER: self.source.get("inside", [])}, "inside"),
            builder.automaton(slots, "after"),
        ]
        classes, tables = minimal_tables(automata)
        conjunctions = self._words("conjunctions")
        # Units of heads are listed too, since the matcher stops reading at the first unknown unit.
        for unit in [*_trie_units(trie), *conjunctions]:
            classes.setdefault(unit, -1)
        self._entries.read_endings(classes)
        plurals, we = self._entries.read_plurals(classes, self._operative_units())
        repetition = self.source.get("repetition", {})
        return {
            "format": FORMAT,
            "language": self.source["language"],
            "characters": self._entries.by_character,
            "fold": self._entries.fold,
            "same": self._entries.same,
            "plurals": plurals,
            "we": we,
            "heads": _collapse_leaves(trie),
            "texts": self.texts,
            "counts": bytes(self.counts),
            "organs": self.organs,
            "classes": classes,
            "before": tables[0],
            "inside": tables[1],
            "after": tables[2],
            "adverbs": adverbs,
            "ambiguous": [
                self._entries.units(w, "ambiguous") for w in self.source.get("ambiguous", [])
            ],
            "objects": [
                self._entries.one_unit(w, "objects") for w in self.source.get("objects", [])
            ],
            "degrees": ["", (repetition.get(1) or [""])[0], (repetition.get(2) or [""])[0]],
            "places": self._entries.places,
            "agreement": self._entries.agreement,
            "agreement_ends": [
                self._entries.one_unit(w, "agreement_ends")
                for w in self.source.get("agreement_ends", [])
            ],
            "conjunctions": conjunctions,
            "plain_organs": self.source.get("plain_organs", []),
            "conjunction_prefix": self.source.get("conjunction_prefix", ""),
        }


def _trie_units(trie: dict[str, Any]) -> set[str]:
    """Return all units in a trie."""
    units: set[str] = set()
    nodes = [trie]
    while nodes:
        node = nodes.pop()
        for unit, below in node.items():
            if unit not in ("", "~"):
                units.add(unit)
                nodes.append(below)
    return units


def _collapse_leaves(node: dict[str, Any]) -> dict[str, Any] | list[int]:
    """Replace each node that only ends a head by its list of forms.

    Most nodes are such leaves, and the smaller trie loads faster.
    """
    if len(node) == 1 and "" in node:
        forms: list[int] = node[""]
        return forms
    return {
        unit: below if unit in ("", "~") else _collapse_leaves(below)
        for unit, below in node.items()
    }
