"""Read the lines above a draft: which organ they name, and whether they speak of a resolution."""

from __future__ import annotations

from reslint.data.patterns import any_of, expression
from reslint.language.organ_names import LONGEST_LINE, OTHER
from reslint.text.folding import INVISIBLE, close_up

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reslint.language.organ_names import OrganNames


_FIELD_MARKS = ":：*_|-–—"  # between a field of a header and its value
_LONGEST_HEADER = 1200  # characters of a header on one line
_LONGEST_NAME = 40  # characters behind the colon of a field in which the name must stand
_WORD_SPACES = (" ", "\u00a0")
_DASHES = ("-", "–", "—")
# RESOLUCIÓN CS Nº 9/22 counts the texts of any council: one of universities, of a company.
_NUMBERED_SERIES = expression(r"\b[A-Z]{2,4}\s+[Nn](?:[º°o][.]?|[.][º°o]|ro[.]?)\s*(?=[0-9])")
_WIDE = ("\u2e80", "\u9fff")  # Chinese characters: words are not set apart


class Headers:
    """What the lines above a draft tell: the organ, and that resolutions stand below."""

    def __init__(self, forms: dict[str, Any], names: OrganNames) -> None:
        written: dict[str, Any] = forms.get("organ_lines", {})
        self._names = names
        self._fields = any_of(written.get("fields", ()))
        self._resolution = any_of(written.get("resolution", ()))
        self._motions = any_of(written.get("motions", ()))
        self._documents = any_of(written.get("documents", ()))

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
            if len(bare) > LONGEST_LINE and (organ := self._in_long_line(bare[:_LONGEST_HEADER])):
                return organ
            if not bare or len(bare) > LONGEST_LINE:
                continue
            organ = self._in_field(bare) or self._in_field(bare.translate(self._names.letters))
            if organ:
                return organ
            alone = alone or self._names.named(bare) or ""
            if self.speaks_of_resolution(bare):
                spoken |= self._names.named_within(_NUMBERED_SERIES.sub("", bare))
        return alone or (spoken.pop() if len(spoken) == 1 else "")

    def speaks_of_resolution(self, line: str) -> bool:
        """Tell whether a line of a header says that a resolution or draft stands below it."""
        return (
            self._resolution is not None
            and self._resolution.search(close_up(line) if line[1:2] in _WORD_SPACES else line)
            is not None
        )

    def names_document(self, word: str) -> bool:
        """Tell whether a word says what document it stands above or in: RESOLUCIÓN, MOTION."""
        named = self._documents is not None and self._documents.fullmatch(word) is not None
        return named or self.speaks_of_resolution(word)

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
                found = self._names.named_within(value)
                if len(found) == 1:
                    return found.pop()
        return ""

    def _in_long_line(self, line: str) -> str:
        """Return the organ that a field names in a header on one line, "" for none.

        “COMMITTEE: General Assembly QUESTION OF: Bridges MAIN SUBMITTER: …”: the name stands right
        behind the colon.
        """
        for field in self._fields.finditer(line) if self._fields is not None else ():
            first = line[field.start() : field.start() + 1]
            apart = not line[: field.start()][-1:].isalnum() or first >= _WIDE[0]
            value = line[field.end() :].lstrip("*_" + INVISIBLE)
            if first.islower() or not apart or value[:1] not in (":", "："):
                continue
            found = self._names.named_within(value[:_LONGEST_NAME])
            if len(found) == 1:
                return found.pop()
        return ""

    def _named_in_field(self, value: str) -> str:
        """Return the organ that the value of a field names, OTHER for another body, "" for none."""
        found = self._names.named(value)
        if found is not None:
            return found
        organ = self._names.of_committee(value)
        if organ is not None:
            return organ  # a main committee proposes what the organ adopts
        within = self._names.named_within(value)
        return within.pop() if len(within) == 1 else OTHER if self._names.bare_key(value) else ""
