"""Recognize the names of bodies that are no organs of the United Nations, in one language.

`forms.yaml` has the words with which their names begin or end (`other_organs`, `organ_lines`).
"""

from __future__ import annotations

from reslint.data.patterns import any_of, expression
from reslint.language.organ_names import LONGEST_LINE, NAME_MARKS, NEVER_IN_NAME, OTHER
from reslint.text.folding import COMMAS, INVISIBLE, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.language.organ_names import OrganNames


_MOST_WORDS = 18  # of the organ line of another body
_MOST_OF_MEETING = 30  # words, with time and place of the meeting
_FEW_WORDS = 6  # of such a line without article
_FEW_LETTERS = 4  # of “We” in any language
_CLOSING_BRACKETS = (")", "）")
_IN_BRACKETS_AT_END = expression(r"\s*[(（][^()（）]{2,200}[)）]\Z")
_ORDINAL_BEGINS = tuple("0123456789ivxl")
_ORDINAL = expression(
    r"(?:[0-9]{1,4}\s?(?:st|nd|rd|th|er?|re|[eè]me|[.]?[ªºao])?|[ivxl]{1,7}(?:e|[eè]me)?)\s+"
)


_ASSEMBLY = "GA"


class OtherBodies:
    """How other bodies than the organs of the United Nations are named in one language.

    `openers` are the articles with which their names begin, `heads` the words that say what kind of
    body it is, `never` words with which no name begins, as names are compared; `meeting` is a
    pattern of words that say when or where a body met.
    """

    def __init__(self, forms: dict[str, Any], names: OrganNames) -> None:
        written: dict[str, Any] = forms.get("organ_lines", {})
        self._names = names
        self.openers = names.keys(written.get("openers", ()))
        self.never = names.keys(written.get("never", ()))
        self.heads = names.keys(forms.get("other_organs", ()))
        self._bare_heads = tuple({names.without_article(head) for head in self.heads} - {""})
        self._ends = tuple(forms.get("other_organ_ends", ()))
        self.meeting = any_of(written.get("meeting", ()))
        # Words of which each match holds one: most lines hold none.
        self._met: tuple[str, ...] = tuple(forms.get("needs", {}).get("meeting_of_body", ("",)))

    def is_other_line(self, text: str, *, emphasized: bool) -> bool:
        """Tell whether a text before a preamble, with a comma at its end, names another body.

        It begins with an article, or says what kind of body it names, or is short and
        `emphasized`. In a language without articles it must be `emphasized` or short.
        """
        key = self._names.key(text).rstrip(" " + COMMAS)
        if len(key.split()) > _MOST_WORDS or key.startswith(self.never):
            return False
        if self.says_kind(text):
            return True
        words = len(key.split())
        if self.is_body(text):
            return emphasized or words <= _MOST_WORDS // 2
        # Without an article: *European Council*,
        written = text.strip()
        named = not written[:1].islower() and not any(mark in key for mark in NEVER_IN_NAME)
        return emphasized and named and words <= _FEW_WORDS

    def says_kind(self, text: str) -> bool:
        """Tell whether a text says what kind of body it names ("The Committee …")."""
        key = self._names.key(text).rstrip(" " + NAME_MARKS)
        if key.endswith(_CLOSING_BRACKETS):
            key = _IN_BRACKETS_AT_END.sub("", key)  # （以下简称“论坛”）
        if len(key.split()) > _MOST_OF_MEETING:
            return False
        if key.endswith(self._ends):
            return True  # 缔约国 conclude treaties, 缔约国会议 adopts resolutions
        if key.startswith(self.never):
            return False
        return key.startswith(self.heads) or self._behind_ordinal(key).startswith(self._bare_heads)

    def is_body(self, text: str) -> bool:
        """Tell whether a text can be the name of a body by its article and capitals."""
        key = self._names.key(text).rstrip(" " + NAME_MARKS)
        if key.startswith(self.never) or any(mark in key for mark in NEVER_IN_NAME + "؛"):
            return False
        for opener in self.openers:
            if key.startswith(opener):
                written = fold(text).strip()
                rest = written[len(opener) :].lstrip()
                return bool(rest) and not rest[0].islower() and not written[0].islower()
        return False

    def organ_or_body(self, name: str) -> str | None:
        """Return the organ that a name names, OTHER for another body, None for no name.

        Within a sentence its first letter may be small.
        """
        organ = self._names.named(name)
        if organ is None and (self.says_kind(name) or self.is_body(name[:1].upper() + name[1:])):
            return OTHER
        return organ

    def met(self, text: str) -> str | None:
        """Return the organ of a line that says behind the name when or where it met, or None.

        "The Conference of Ministers (session of peace), meeting in Hillford from 2 to 4 May 1991."
        """
        name = self._name_that_met(text)
        if not name or len(name) > LONGEST_LINE:
            return None
        organ = self.organ_or_body(name)
        return OTHER if organ is None and self._are_people(name) else organ

    def _name_that_met(self, text: str) -> str:
        """Return the name before the words that say when or where a body met, "" for no such."""
        if self.meeting is None or not any(map(text.lower().__contains__, self._met)):
            return ""
        found = self.meeting.search(text)
        if found is None:
            return ""
        return _IN_BRACKETS_AT_END.sub("", text[: found.start()].rstrip(INVISIBLE + COMMAS))

    def is_any_assembly(self, text: str) -> bool:
        """Tell whether a General Assembly that met is named without "of the United Nations"."""
        return self._names.of_line(self._name_that_met(text)) == _ASSEMBLY

    def goes_on(self, name: str, comma: str) -> bool:
        """Tell whether the line of a body may begin with a name and a comma: `We,`."""
        begins = self._names.key(name) + comma
        return len(name) <= _FEW_LETTERS and any(head.startswith(begins) for head in self.heads)

    def _behind_ordinal(self, key: str) -> str:
        """Return the name behind article and number: "The 30th Conference", « La 19e Assemblée ».

        The article of the number is not that of the name: « L’Assemblée ». "" for no number.
        """
        rest = self._names.without_article(key)
        if rest[:1] not in _ORDINAL_BEGINS or rest == key:
            return ""
        number = _ORDINAL.match(rest)
        return "" if number is None else rest[number.end() :]

    def _are_people(self, name: str) -> bool:
        """Tell whether a name is that of people who met: « Les participantes au Forum »."""
        key = self._names.key(name)
        return key.startswith(self._names.articles) and not (
            key.startswith(self.never) or any(mark in key for mark in NEVER_IN_NAME)
        )
