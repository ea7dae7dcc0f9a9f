"""Recognize the organs of one language by their names, official ones and those of drafters.

The names are in `forms.yaml`: `organs` (the official organ line, and other names of the organ) and
`organ_lines` (articles, words added to a name, words after it).
"""

from __future__ import annotations

from reslint.data.patterns import any_of, expression
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, WITHOUT_ACCENTS, fold, fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping
    from typing import Any


OTHER = "other"
"""The organ of a text of another body."""
NAME_MARKS = COMMAS + COLONS + CLAUSE_ENDS
"""Marks that may stand behind a name."""
NEVER_IN_NAME = ".;:!?。；：！？؛؟"
"""Marks that no name of a body contains."""
LONGEST_LINE = 160
"""Characters that an organ line has at most."""
_CLOSING_BRACKETS = (")", "）")
_MOST_FOLDED_AWAY = 3  # times the length of a line: what folding takes out is never more
_IN_BRACKETS = expression(r"\s*[(（][^()（）]{2,60}[)）]\s*\Z")
_DOTS = ".…"  # people who quote a draft write them behind the name
_LONGEST_JOINT = 2  # words: "of the", « de l' »
_JOINTS = " ,،，-–—:：/|"  # between a name and what is added to it
_LEAST_SIMILAR = 0.6  # how similar a misspelt word is, of 1
_LEAST_WITH_OTHER_INITIAL = 0.8  # the same for one with another first letter
_MOST_KEYS = 500  # of texts that were compared last
_WIDE = ("\u2e80", "\u9fff")  # Chinese characters: words are not set apart


class OrganNames:
    """The official names of the organs in one language, and those that drafters write.

    `forms` is the content of its `forms.yaml`, `letters` a table for `str.translate` that reads
    some characters as others (traditional Chinese characters as simplified ones). `lines` are the
    organs by their organ lines as names are compared, `official` these lines as they are written.
    """

    def __init__(self, forms: dict[str, Any], letters: Mapping[int, str]) -> None:
        self.letters = letters
        self._keys: dict[str, str] = {}
        self.lines: dict[str, str] = {}
        for organ, entry in forms["organs"].items():
            self.lines[self.key(entry["line"])] = organ
        self._longest_line = _MOST_FOLDED_AWAY * max(map(len, self.lines), default=0)
        self.official = tuple(fold_in_place(entry["line"]) for entry in forms["organs"].values())
        written: dict[str, Any] = forms.get("organ_lines", {})
        self.articles = self.keys(written.get("articles", ()))
        self._additions = self.keys(written.get("additions", ()))
        self._by_name: dict[str, str] = {
            self.without_article(line): organ for line, organ in self.lines.items()
        }
        for organ, entry in forms["organs"].items():
            for name in entry.get("also", ()):
                self._by_name[self.without_article(self.key(name))] = organ
        # Capitals are often written so, and people in haste: ASSEMBLEE GENERALE.
        self._without_accents = {
            plain: organ
            for name, organ in self._by_name.items()
            if (plain := name.translate(WITHOUT_ACCENTS)) != name
        }
        self._by_length = sorted(self._by_name, key=len, reverse=True)
        self._resolution = any_of(written.get("resolution", ()))
        # Within other text an abbreviation counts in capitals only: « ces » is a word.
        self._abbreviations = {
            self.without_article(self.key(name)): name
            for entry in forms["organs"].values()
            for name in entry.get("also", ())
            if name.isupper()
        }
        # With one character before it, what says the kind of another body ends its name.
        self._ends = frozenset(forms.get("other_organ_ends", ()))
        self._before: str = written.get("before_name", "")
        self._committees: dict[str, re.Pattern[str] | None] = {
            organ: any_of(patterns) for organ, patterns in written.get("committees", {}).items()
        }

    def key(self, text: str) -> str:
        """Return a text in the form in which names are compared.

        What may be a name is compared in several ways, one after the other: keys are kept.
        """
        known = self._keys.get(text)
        if known is not None:
            return known
        folded = fold(text)
        if self.letters and not folded.isascii():
            folded = folded.translate(self.letters)
        if len(self._keys) >= _MOST_KEYS:
            self._keys.clear()
        key = self._keys[text] = folded.casefold()
        return key

    def keys(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted((self.key(name) for name in names), key=len, reverse=True))

    def without_article(self, key: str) -> str:
        """Return a name without the article before it."""
        for article in self.articles:
            if key.startswith(article):
                rest = key[len(article) :].lstrip()
                if rest and (article.endswith("'") or key[len(article)] == " "):
                    return rest
        return key

    def of_line(self, text: str) -> str | None:
        """Return the organ whose official organ line a text is, None for no organ line.

        Case, a final comma and the kinds of a character are ignored.
        """
        if len(text) > self._longest_line:
            return None
        return self.lines.get(self.key(text).rstrip(" " + _DOTS + COMMAS))

    def is_official(self, name: str, official: str) -> bool:
        """Tell whether a name is the official one, letter for letter; characters are folded."""
        written, right = fold(name), fold(official)
        return written.translate(self.letters) == right.translate(self.letters)

    def named(self, text: str) -> str | None:
        """Return the organ that a text names, in any of the ways in which drafters name it.

        "The United Nations General Assembly", "UNSC", "General Assembly, First Committee". None
        for any other text. A mark at the end is ignored.
        """
        key = self.key(text).strip(" " + NAME_MARKS)
        if not key or len(key) > LONGEST_LINE:
            return None
        found = self.lines.get(key) or self._by_name.get(self.without_article(key))
        if found is not None:
            return found
        key = self.without_additions(key)
        found = self._by_name.get(key)
        if found is None and self._without_accents:
            found = self._without_accents.get(key.translate(WITHOUT_ACCENTS))
        if found is not None:
            return found
        for name in self._by_length:
            if key.startswith(name):
                organ = self._by_name[name]
                committee = self._committees.get(organ)
                rest = key[len(name) :].strip(_JOINTS)
                return organ if committee is not None and committee.fullmatch(rest) else None
            if key.endswith(name) and self._is_committee_of(key[: -len(name)], name):
                return self._by_name[name]
        return None

    def _is_committee_of(self, before: str, name: str) -> bool:
        """Tell whether what stands before the name of an organ is a main committee of it.

        "First Committee of the" stands before "General Assembly".
        """
        committee = self._committees.get(self._by_name[name])
        words = before.split()
        # Mostly one article stands there: then no pattern is compiled.
        if committee is None or (self._resolution and self._resolution.match(before)):
            return False  # "Resolution adopted by the": official drafts have such a line
        return any(
            committee.fullmatch(" ".join(words[:-joint])) is not None
            for joint in range(1, min(_LONGEST_JOINT, len(words) - 1) + 1)
        )

    def without_additions(self, key: str) -> str:
        """Return a name without "United Nations" and other words that drafters add to it."""
        if key.rstrip()[-1:] in _CLOSING_BRACKETS:
            key = _IN_BRACKETS.sub("", key)
        key = self.without_article(key)
        again = True
        while again:
            again = False
            for addition in self._additions:
                rest = key
                if key.startswith(addition):
                    rest = key[len(addition) :]
                elif key.endswith(addition):
                    rest = key[: -len(addition)]
                rest = rest.strip(_JOINTS)
                if rest and rest != key:
                    key, again = self.without_article(rest), True
        return key

    def full_name(self, text: str) -> str | None:
        """Return the organ that a text names if it has the article of an organ line."""
        key = self.key(text).strip()
        return self.named(text) if self.without_article(key) != key else None

    def bare_key(self, value: str) -> str:
        """Return a name as names are compared, without the words in brackets behind it."""
        return self.key(_IN_BRACKETS.sub("", value)).strip(" " + NAME_MARKS)

    def of_committee(self, value: str) -> str | None:
        """Return the organ whose main committee a text names, None for no committee."""
        bare = self.bare_key(value)
        for name in {bare, self.without_article(bare), self.without_additions(bare)}:
            for organ, committee in self._committees.items():
                if committee is not None and committee.fullmatch(name):
                    return organ
        return None

    def named_within(self, text: str) -> set[str]:
        """Return the organs that a text names anywhere."""
        key, written = self.key(text), fold(text)
        found: set[str] = set()
        for name in self._by_length:
            shown = self._abbreviations.get(name)
            within = key if shown is None else written
            at = within.find(shown or name)
            if at < 0:
                continue
            before, after = within[max(0, at - 1) : at], within[at + len(name) :][:1]
            wide = _WIDE[0] <= name[0] <= _WIDE[1]
            if wide and name in self._ends and before >= _WIDE[0] and before not in self._before:
                continue  # 村民大会: the end of another name
            if wide or not (before.isalnum() or after.isalnum()):
                found.add(self._by_name[name])
                key = key.replace(name, "\n")
        return found

    def closest(self, text: str, likeness: float) -> str | None:
        """Return the organ whose organ line a text nearly is, or None.

        It finds lines with a missing article or wrong letters. `likeness` is the smallest share
        of matching letters that counts, from 0 to 1. A line that holds a whole name and more is
        that of another body.
        """
        written = self.key(text).rstrip(" " + NAME_MARKS)
        if not written or len(written) > 80:
            return None
        best, most = None, likeness
        letters = sorted(written)
        for official, organ in self.lines.items():
            if letters == sorted(official):
                return organ  # the same letters in another order: no other body has them
            if official.endswith(written) and len(written) * 2 > len(official):
                return organ
            if any(character.isalnum() for character in written.replace(official, "", 1)) and (
                official in written
            ):
                continue
            # The letters that both have are an upper bound of the letters that can match.
            common = sum(
                min(written.count(letter), official.count(letter)) for letter in {*written}
            )
            if 2.0 * common / (len(written) + len(official)) <= most:
                continue
            from difflib import SequenceMatcher

            share = SequenceMatcher(None, written, official).ratio()
            if share > most and _are_same_words(written, official):
                best, most = organ, share
        return best


def _are_same_words(written: str, official: str) -> bool:
    """Tell whether each word of a name may be the same word of another, with wrong letters.

    The World Assembly and the Human Rights Committee are other bodies. A name of one word, or of
    another number of words, is not looked at.
    """
    from difflib import SequenceMatcher

    ours, theirs = written.split(), official.split()
    if len(ours) != len(theirs) or len(ours) == 1:
        return True
    for one, other in zip(ours, theirs, strict=True):
        likeness = _LEAST_SIMILAR if one[0] == other[0] else _LEAST_WITH_OTHER_INITIAL
        if one != other and SequenceMatcher(None, one, other).ratio() < likeness:
            return False
    return True
