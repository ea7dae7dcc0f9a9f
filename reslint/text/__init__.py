"""Texts, places, edits and findings: what everything else stands on."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Text = str | tuple[str, str]
    """A text with `{placeholders}`, or its forms for one and for many, with `{n}`."""


class Wordings:
    """A table of texts by name and language; English stands in where a language lacks a text."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, Mapping[str, Text]]) -> None:
        self._texts = texts

    def text(self, name: str, language: str, /, **values: object) -> str:
        """The text of this name, its placeholders filled. Raises KeyError for an unknown name."""
        text = self._in(name, language)
        assert isinstance(text, str)
        return text.format_map(values)

    def count(self, name: str, number: int, language: str) -> str:
        """A number with its noun: `1 draft`, `2 drafts`. Raises KeyError for an unknown name."""
        forms = self._in(name, language)
        assert isinstance(forms, tuple)
        one = number == 1 or (number == 0 and language == "fr")
        return forms[0 if one else 1].format(n=number)

    def __iter__(self) -> Iterator[tuple[str, Mapping[str, Text]]]:
        """Every name with its texts by language."""
        return iter(self._texts.items())

    def _in(self, name: str, language: str) -> Text:
        texts = self._texts[name]
        return texts.get(language) or texts["en"]
