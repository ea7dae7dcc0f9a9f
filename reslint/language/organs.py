"""Recognize the organs of one language by their names, official ones and those of drafters.

The names are in `forms.yaml`: `organs` (the official organ line, and other names of the organ),
`other_organs` (how the organ lines of other bodies begin or end) and `organ_lines` (articles, words
added to a name, words after it). They stay in one module, since every question about a name needs
the same tables.
"""

from __future__ import annotations

import re

from reslint.data.patterns import expression
from reslint.text.folding import (
    CLAUSE_ENDS,
    COLONS,
    COMMAS,
    INVISIBLE,
    WITHOUT_ACCENTS,
    close_up,
    fold,
    fold_in_place,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any


OTHER = "other"
_MARKS = COMMAS + COLONS + CLAUSE_ENDS
_LINE_ENDS = COMMAS + COLONS
_LONGEST_GAP = 4  # spaces and direction marks before the comma
_MOST_WORDS = 18  # of the organ line of another body
_MOST_OF_MEETING = 30  # words, with time and place of the meeting
_FEW_WORDS = 6  # of such a line without article
_LONGEST = 160  # characters of an organ line
_FEW_LETTERS = 4  # of “We” in any language
_LONGEST_TAIL = 80  # of an official one at the end of a paragraph
_LONGEST_BODY = 100  # of that of another body, behind other text
_CLOSING_BRACKETS = (")", "）")
_MOST_FOLDED_AWAY = 3  # times the length of a line: what folding takes out is never more
_IN_BRACKETS = expression(r"\s*[(（][^()（）]{2,60}[)）]\s*\Z")
_IN_BRACKETS_AT_END = expression(r"\s*[(（][^()（）]{2,200}[)）]\Z")
_FIELD_MARKS = ":：*_|-–—"  # between a field of a header and its value
_TATWEEL = "\u0640"
_WORD_SPACES = (" ", "\u00a0")
_DASHES = ("-", "–", "—")
_DOTS = ".…"  # people who quote a draft write them behind the name
_UP_TO_MARK = expression(rf"[^{_MARKS}.!?؟]+")
_INSIDE = ".;:!?。；：！？؛؟"  # marks that no name of a body contains
_JOINTS = " ,،，-–—:：/|"  # between a name and what is added to it
_LEAST_SIMILAR = 0.6  # how similar a misspelt word is, of 1
_LEAST_WITH_OTHER_INITIAL = 0.8  # the same for one with another first letter
_ORDINAL = expression(
    r"(?:[0-9]{1,4}\s?(?:st|nd|rd|th|er?|re|[eè]me|[.]?[ªºao])?|[ivxl]{1,7}(?:e|[eè]me)?)\s+"
)
_WIDE = ("\u2e80", "\u9fff")  # Chinese characters: words are not set apart


def _bare(text: str) -> str:
    """Return a text without marks around it, and as it is written without letter-spacing.

    That is also without tatweel and vowel marks: `р е ш и л:` is `решил`, `يُقــــرر` is `يقرر`.
    """
    bare = text.strip(INVISIBLE + _MARKS)
    if bare[-2:-1] in _WORD_SPACES:
        bare = close_up(bare)
    return fold(bare) if _TATWEEL in bare else bare


class Organs:
    """The names of the organs in one language.

    `forms` is the content of its `forms.yaml`, `letters` a table for `str.translate` that reads
    some characters as others (traditional Chinese characters as simplified ones).
    """

    def __init__(self, forms: dict[str, Any], letters: Mapping[int, str]) -> None:
        self._letters = letters
        self._lines: dict[str, str] = {}
        for organ, entry in forms["organs"].items():
            self._lines[self._key(entry["line"])] = organ
        self._longest_line = _MOST_FOLDED_AWAY * max(map(len, self._lines), default=0)
        self._official = tuple(fold_in_place(entry["line"]) for entry in forms["organs"].values())
        self._line_ends = tuple(
            written for line in self._official for written in (line, line.upper())
        )
        written: dict[str, Any] = forms.get("organ_lines", {})
        self._articles = self._keys(written.get("articles", ()))
        self._additions = self._keys(written.get("additions", ()))
        self._openers = self._keys(written.get("openers", ()))
        self._never = self._keys(written.get("never", ()))
        self._heads = self._keys(forms.get("other_organs", ()))
        self._ends = tuple(forms.get("other_organ_ends", ()))
        self._names: dict[str, str] = {
            self._without_article(line): organ for line, organ in self._lines.items()
        }
        for organ, entry in forms["organs"].items():
            for name in entry.get("also", ()):
                self._names[self._without_article(self._key(name))] = organ
        self._by_length = sorted(self._names, key=len, reverse=True)
        # Within other text an abbreviation counts in capitals only: « ces » is a word.
        self._abbreviations = {
            self._without_article(self._key(name)): name
            for entry in forms["organs"].values()
            for name in entry.get("also", ())
            if name.isupper()
        }
        # Words that announce an operative part: most texts hold none.
        self._announces: tuple[str, ...] = tuple(forms.get("needs", {}).get("announces", ("",)))
        self._hereby = _any_of(written.get("hereby", ()))
        self._announcing = _any_of(written.get("announcing", ()))
        self._committees: dict[str, re.Pattern[str] | None] = {
            organ: _any_of(patterns) for organ, patterns in written.get("committees", {}).items()
        }
        self._follow = frozenset(written.get("follow", ()))
        self._meeting = _any_of(written.get("meeting", ()))
        self._fields = _any_of(written.get("fields", ()))
        self._resolution = _any_of(written.get("resolution", ()))
        self._motions = _any_of(written.get("motions", ()))

    def _key(self, text: str) -> str:
        """Return a text in the form in which names are compared."""
        folded = fold(text)
        if self._letters and not folded.isascii():
            folded = folded.translate(self._letters)
        return folded.casefold()

    def _keys(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted((self._key(name) for name in names), key=len, reverse=True))

    def _without_article(self, key: str) -> str:
        """Return a name without the article before it."""
        for article in self._articles:
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
        return self._lines.get(self._key(text).rstrip(" " + _DOTS + COMMAS))

    def is_official(self, name: str, official: str) -> bool:
        """Tell whether a name is the official one, letter for letter; characters are folded."""
        written, right = fold(name), fold(official)
        return written.translate(self._letters) == right.translate(self._letters)

    def named(self, text: str) -> str | None:
        """Return the organ that a text names, in any of the ways in which drafters name it.

        "The United Nations General Assembly", "UNSC", "General Assembly, First Committee". None
        for any other text. A mark at the end is ignored.
        """
        key = self._key(text).strip(" " + _MARKS)
        if not key or len(key) > _LONGEST:
            return None
        found = self._lines.get(key) or self._names.get(self._without_article(key))
        if found is not None:
            return found
        key = self._without_additions(key)
        found = self._names.get(key)
        if found is None and text.isupper():
            found = self._without_accents().get(key.translate(WITHOUT_ACCENTS))
        if found is not None:
            return found
        for name in self._by_length:
            if key.startswith(name):
                organ = self._names[name]
                committee = self._committees.get(organ)
                rest = key[len(name) :].strip(_JOINTS)
                return organ if committee is not None and committee.fullmatch(rest) else None
        return None

    def _without_accents(self) -> dict[str, str]:
        """Return the organs by their names as capitals are often written: ASSEMBLEE GENERALE."""
        return {name.translate(WITHOUT_ACCENTS): organ for name, organ in self._names.items()}

    def _without_additions(self, key: str) -> str:
        """Return a name without "United Nations" and other words that drafters add to it."""
        if key.rstrip()[-1:] in _CLOSING_BRACKETS:
            key = _IN_BRACKETS.sub("", key)
        key = self._without_article(key)
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
                    key, again = self._without_article(rest), True
        return key

    def named_before(self, text: str) -> tuple[str, int] | None:
        """Return the organ with whose name a text begins, and the offset after name and mark.

        The mark is a comma or colon. The organ is OTHER for what may be the name of another body.
        More text must follow: "The General Assembly, recalling …". None if there is no such name.
        """
        for at, character in enumerate(text[:_LONGEST]):
            if character in _LINE_ENDS:
                name, rest = text[:at], text[at + 1 :]
                organ = self.of_line(name) or self._full_name(name)
                if organ is None and self._goes_on(name, character):
                    continue  # “We, the delegates of …, recalling …”
                if organ is None and (self.says_kind(name) or self._is_body(name)):
                    organ = OTHER
                if organ is None or not rest.strip(INVISIBLE):
                    return None
                if organ == OTHER and self._meeting and self._meeting.match(rest):
                    return None  # the line of a body that says when or where it met
                return organ, at + 1 + len(rest) - len(rest.lstrip(INVISIBLE))
            if character in _INSIDE:
                return None
        return None

    def _goes_on(self, name: str, comma: str) -> bool:
        """Tell whether the line of a body may begin with a name and a comma: `We,`."""
        begins = self._key(name) + comma
        return len(name) <= _FEW_LETTERS and any(head.startswith(begins) for head in self._heads)

    def names_before(self, text: str) -> tuple[int, ...]:
        """Return the offsets at which the name of an organ with which a text begins may end.

        For text that goes on without comma: "The General Assembly recalling …". That of an official
        organ line is certain; that of another body may end at each space before the first mark.
        """
        written = fold_in_place(text[:_LONGEST]).translate(self._letters).lower()
        for line in self._lines:
            if written.startswith(line):
                rest = written[len(line) :]
                end = len(line) + len(rest) - len(rest.lstrip(_DOTS))
                if written[end : end + 1].isspace():
                    return (end,)
        if not written.startswith(self._heads) or written.startswith(self._never):
            return ()
        name = _UP_TO_MARK.match(text, 0, _LONGEST)
        return tuple(at for at, one in enumerate(name[0] if name else "") if one.isspace())

    def line_within(
        self, text: str, starts: frozenset[int], *, glued: bool = False
    ) -> tuple[int, int] | None:
        """Return the span of the first official organ line behind other text, None for none.

        It is written as on its own line, with its capitals, and a comma or colon ends it. A word
        ends before it, or it stands at one of the `starts` of lines; `glued` takes any place.
        """
        folded = fold_in_place(text)
        lines = self._official
        if self._letters and not folded.isascii():
            folded = folded.translate(self._letters)
            lines = tuple(line.translate(self._letters) for line in lines)
        places = []
        for line in lines:
            for written in {line, line.upper()}:
                at = folded.find(written, 1)
                while at >= 0:
                    end = at + len(written)
                    end += len(folded[end : end + _LONGEST_GAP]) - len(
                        folded[end : end + _LONGEST_GAP].lstrip(INVISIBLE)
                    )
                    follows = folded[end : end + 1]
                    if (
                        follows in _LINE_ENDS
                        and follows
                        and (glued or at in starts or not folded[at - 1].isalnum())
                    ):
                        places.append((at, end + 1))
                        break
                    at = folded.find(written, end)
        return min(places, default=None)

    def line_at_end(self, text: str) -> int | None:
        """Return the offset of an official organ line that ends a text, None for none.

        It has its capitals; the comma or colon behind it is ignored.
        """
        tail = fold_in_place(text[-_LONGEST_TAIL:]).rstrip(INVISIBLE + _LINE_ENDS)
        if not tail.endswith(self._line_ends):
            return None
        longest = max(len(line) for line in self._line_ends if tail.endswith(line))
        return max(len(text) - _LONGEST_TAIL, 0) + len(tail) - longest

    def other_within(self, text: str, ends: Iterable[int]) -> tuple[int, int] | None:
        """Return the span of the line of another body behind other text, None for none.

        `ends` are the offsets at which a comma stands that may end the line. Its name begins with
        an article and has a capital: "… The Sixtieth Health Assembly, Recalling …".
        """
        folded = fold_in_place(text)
        for end in ends:
            places = [
                at
                for at in self._openers_in(folded, max(end - _LONGEST_BODY, 0), end)
                if self._is_body(text[at:end])
            ]
            if places and not self.says_kind(text[:end]):  # the line has no text above it then
                kind = (at for at in reversed(places) if self.says_kind(text[at:end]))
                return next(kind, places[-1]), end + 1
        return None

    def _openers_in(self, text: str, start: int, end: int) -> list[int]:
        """Return where an article with a capital stands behind other text, in order."""
        places = []
        for opener in self._openers:
            for written in {opener.capitalize(), opener.upper()}:
                at = text.find(written, start, end)
                while at >= 0:
                    behind = text[at + len(opener) : at + len(opener) + 1]
                    whole = not (opener[-1:].isalpha() and behind.isalpha())  # not LAC
                    if at > 0 and not text[at - 1].isalpha() and whole:
                        places.append(at)
                    at = text.find(written, at + 1, end)
        return sorted(places)

    def _full_name(self, text: str) -> str | None:
        """Return the organ that a text names if it has the article of an organ line."""
        key = self._key(text).strip()
        return self.named(text) if self._without_article(key) != key else None

    def ends_announcing(self, text: str) -> bool:
        """Tell whether a text ends with words that announce an operative part, whoever decides."""
        bare = _bare(text)
        return self._may_announce(bare) and any(
            found.end() == len(bare)
            for pattern in (self._hereby, self._announcing)
            if pattern is not None
            for found in pattern.finditer(bare)
        )

    def ends_with_decision(self, text: str) -> bool:
        """Tell whether a text ends with a verb that announces an operative part, without hereby."""
        bare = _bare(text)
        return (
            self._announcing is not None
            and self._may_announce(bare)
            and any(found.end() == len(bare) for found in self._announcing.finditer(bare))
            and not (
                self._hereby is not None
                and any(found.end() == len(bare) for found in self._hereby.finditer(bare))
            )
        )

    def decides(self, text: str) -> bool:
        """Tell whether a text announces an operative part, with or without a body that decides.

        "the Assembly decides:", "hereby resolves:".
        """
        bare = _bare(text)
        return self._may_announce(bare) and (
            self.announces(text) is not None
            or any(
                pattern is not None and pattern.fullmatch(bare) is not None
                for pattern in (self._hereby, self._announcing)
            )
        )

    def says_what_follows(self, text: str) -> bool:
        """Tell whether a text ends with the word of "as follows", with or without a mark."""
        words = text.rstrip(INVISIBLE + _MARKS).split()
        return bool(words) and words[-1].lower() in self._follow

    def _may_announce(self, text: str) -> bool:
        """Tell quickly whether a text may hold words that announce an operative part."""
        return any(map(text.lower().__contains__, self._announces))

    def announces(self, text: str) -> tuple[str, str] | None:
        """Return the organ and its name as written in "The General Assembly hereby:", or None.

        The organ is OTHER for another body. For "Hereby resolves:" both are "".
        """
        # The official organ line, which most drafts have, holds no such word.
        if self._hereby is None or len(text) > _LONGEST or self.of_line(text) is not None:
            return None
        bare = _bare(text)
        if not self._may_announce(bare):
            return None
        match = self._hereby.match(bare)
        if match is not None:
            name = bare[match.end() :]
        else:
            match = next((m for m in self._hereby.finditer(bare) if m.end() == len(bare)), None)
            if match is None:
                return self._decides(bare)
            name = bare[: match.start()]
        name = name.strip(INVISIBLE + COMMAS)
        if not name:
            return "", ""
        organ = self._organ_or_body(name)
        return (organ, name) if organ is not None else None

    def _decides(self, bare: str) -> tuple[str, str] | None:
        """Return the organ and its name in "The General Assembly decides", None without a name."""
        for found in self._announcing.finditer(bare) if self._announcing is not None else ():
            name = bare[: found.start()].strip(INVISIBLE + COMMAS)
            # In Arabic the body may stand behind its verb.
            name = name or found.groupdict().get("body") or ""
            if found.end() == len(bare) and name:
                organ = self._organ_or_body(name)
                if organ is not None:
                    return organ, name
        return None

    def _organ_or_body(self, name: str) -> str | None:
        """Return the organ that a name names, OTHER for another body, None for no name.

        Within a sentence its first letter may be small.
        """
        organ = self.named(name)
        if organ is None and (self.says_kind(name) or self._is_body(name[:1].upper() + name[1:])):
            return OTHER
        return organ

    def met(self, text: str) -> str | None:
        """Return the organ of a line that says behind the name when or where it met, or None.

        "The Conference of Ministers (session of peace), meeting in Hillford from 2 to 4 May 1991."
        """
        found = self._meeting.search(text) if self._meeting is not None else None
        if found is None:
            return None
        name = text[: found.start()].rstrip(INVISIBLE + COMMAS)
        name = _IN_BRACKETS_AT_END.sub("", name)
        if len(name) > _LONGEST:
            return None
        organ = self._organ_or_body(name)
        return OTHER if organ is None and self._are_people(name) else organ

    def _are_people(self, name: str) -> bool:
        """Tell whether a name is that of people who met: « Les participantes au Forum »."""
        key = self._key(name)
        return key.startswith(self._articles) and not (
            key.startswith(self._never) or any(mark in key for mark in _INSIDE)
        )

    def is_other_line(self, text: str, *, emphasized: bool) -> bool:
        """Tell whether a text before a preamble, with a comma at its end, names another body.

        It begins with an article, or says what kind of body it names, or is short and
        `emphasized`. In a language without articles it must be `emphasized` or short.
        """
        key = self._key(text).rstrip(" " + COMMAS)
        if len(key.split()) > _MOST_WORDS or key.startswith(self._never):
            return False
        if self.says_kind(text):
            return True
        words = len(key.split())
        if self._is_body(text):
            return emphasized or words <= _MOST_WORDS // 2
        # Without an article: *European Council*,
        written = text.strip()
        named = not written[:1].islower() and not any(mark in key for mark in _INSIDE)
        return emphasized and named and words <= _FEW_WORDS

    def says_kind(self, text: str) -> bool:
        """Tell whether a text says what kind of body it names ("The Committee …")."""
        key = self._key(text).rstrip(" " + _MARKS)
        if key.endswith(_CLOSING_BRACKETS):
            key = _IN_BRACKETS_AT_END.sub("", key)  # （以下简称“论坛”）
        if len(key.split()) > _MOST_OF_MEETING:
            return False
        if key.endswith(self._ends):
            return True  # 缔约国 conclude treaties, 缔约国会议 adopts resolutions
        if not key.startswith(self._heads):
            key = self._without_ordinal(key)
        return key.startswith(self._heads) and not key.startswith(self._never)

    def _without_ordinal(self, key: str) -> str:
        """Return a name without the number behind its article: "The 30th International …"."""
        rest = self._without_article(key)
        number = _ORDINAL.match(rest)
        if number is None or rest == key:
            return key
        return key[: len(key) - len(rest)] + rest[number.end() :]

    def _is_body(self, text: str) -> bool:
        """Tell whether a text can be the name of a body by its article and capitals."""
        key = self._key(text).rstrip(" " + _MARKS)
        if key.startswith(self._never) or any(mark in key for mark in _INSIDE + "؛"):
            return False
        for opener in self._openers:
            if key.startswith(opener):
                written = fold(text).strip()
                rest = written[len(opener) :].lstrip()
                return bool(rest) and not rest[0].islower() and not written[0].islower()
        return False

    def closest(self, text: str, likeness: float) -> str | None:
        """Return the organ whose organ line a text nearly is, or None.

        It finds lines with a missing article or wrong letters. `likeness` is the smallest share
        of matching letters that counts, from 0 to 1. A line that holds a whole name and more is
        that of another body.
        """
        written = self._key(text).rstrip(" " + _MARKS)
        if not written or len(written) > 80:
            return None
        best, most = None, likeness
        letters = sorted(written)
        for official, organ in self._lines.items():
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

    def in_header(self, lines: Iterable[str]) -> str:
        """Return the organ that the lines above a draft name, "" if they name none.

        A field ("Committee: General Assembly") counts most, then a line that is a name and
        nothing else, then a name in a line that speaks of a resolution. The last counts only if
        all such lines name the same organ.
        """
        alone = ""
        spoken: set[str] = set()
        for line in lines:
            bare = line.strip(INVISIBLE + "#*_|>")
            if not bare or len(bare) > _LONGEST:
                continue
            organ = self._in_field(bare) or self._in_field(bare.translate(self._letters))
            if organ:
                return organ
            alone = alone or self.named(bare) or ""
            if self.speaks_of_resolution(bare):
                spoken |= self._named_within(bare)
        return alone or (spoken.pop() if len(spoken) == 1 else "")

    def speaks_of_resolution(self, line: str) -> bool:
        """Tell whether a line of a header says that a resolution or draft stands below it."""
        return (
            self._resolution is not None
            and self._resolution.search(close_up(line) if line[1:2] in _WORD_SPACES else line)
            is not None
        )

    def speaks_of_motions(self, line: str) -> bool:
        """Tell whether a line says that resolutions or motions stand below it, one or more."""
        found = self._motions is not None and self._motions.search(line) is not None
        return found or self.speaks_of_resolution(line)

    def _in_field(self, line: str) -> str:
        """Return the organ that a field names ("Committee: General Assembly"), "" for none."""
        field = self._fields.match(line) if self._fields is not None else None
        if field is None:
            return self._in_later_field(line)
        value = line[field.end() :].lstrip(_FIELD_MARKS + INVISIBLE)
        between = line[field.end() : len(line) - len(value)]
        if not any(mark in between for mark in ":：|") and between.strip("*_ ") not in _DASHES:
            return ""
        return self._named_in_field(value.strip(INVISIBLE + "*_|"))

    def _in_later_field(self, line: str) -> str:
        """Return the organ that a field names behind another one, "" for none.

        “Topic: Bridges, Committee: General Assembly” is a line of several fields.
        """
        if self._fields is None or not (":" in line or "：" in line):
            return ""
        for field in self._fields.finditer(line):
            before = line[: field.start()].rstrip(INVISIBLE)
            capital = not line[field.start()].islower()
            # Not within a word, and behind a field: a sentence has no colon before it.
            apart = not line[field.start() - 1].isalnum() or line[field.start()] >= _WIDE[0]
            if not (capital and apart and (":" in before or "：" in before)):
                continue
            value = line[field.end() :].lstrip("*_" + INVISIBLE)
            if value[:1] in (":", "："):
                found = self._named_within(value)
                if len(found) == 1:
                    return found.pop()
        return ""

    def _named_in_field(self, value: str) -> str:
        """Return the organ that the value of a field names, OTHER for another body, "" for none."""
        found = self.named(value)
        if found is not None:
            return found
        bare = self._key(_IN_BRACKETS.sub("", value)).strip(" " + _MARKS)
        for name in {bare, self._without_article(bare), self._without_additions(bare)}:
            for organ, committee in self._committees.items():
                if committee is not None and committee.fullmatch(name):
                    return organ  # a main committee proposes what the organ adopts
        within = self._named_within(value)
        return within.pop() if len(within) == 1 else OTHER if bare else ""

    def _named_within(self, text: str) -> set[str]:
        """Return the organs that a text names anywhere."""
        key, written = self._key(text), fold(text)
        found: set[str] = set()
        for name in self._by_length:
            shown = self._abbreviations.get(name)
            within = key if shown is None else written
            at = within.find(shown or name)
            if at < 0:
                continue
            before, after = within[max(0, at - 1) : at], within[at + len(name) :][:1]
            wide = _WIDE[0] <= name[0] <= _WIDE[1]
            if wide or not (before.isalnum() or after.isalnum()):
                found.add(self._names[name])
                key = key.replace(name, "\n")
        return found


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


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    """Return one pattern for a list of patterns, None for an empty list."""
    together = "|".join(f"(?:{pattern})" for pattern in patterns)
    return expression(together, re.IGNORECASE) if together else None
