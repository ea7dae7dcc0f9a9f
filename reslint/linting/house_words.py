"""Words and names that a house has for its own: a finding that speaks of one is not reported."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from reslint.text.diagnostics import Diagnostic


FAMILIES = ("LEAD001", "NAME", "WORD")
"""The beginnings of the codes that speak of words; of form, numbers and notes no word decides."""


def speaks_of_words(code: str) -> bool:
    """Whether findings of this code are about the words at their place."""
    return code.startswith(FAMILIES)


def plain_words(text: str) -> str:
    """A piece of a draft as it is compared: no marks of emphasis, single spaces."""
    return " ".join(text.replace("*", "").replace("_", "").split())


def without_house_words(
    diagnostics: list[Diagnostic], text: str, words: Collection[str]
) -> list[Diagnostic]:
    """The diagnostics whose place in `text` does not hold just one of the `words`.

    Letters count as they are written: a house that writes "E-Government" has not said
    anything of "e-government".
    """
    if not words:
        return diagnostics
    known = {plain_words(word) for word in words}
    return [
        one
        for one in diagnostics
        if not (speaks_of_words(one.code) and plain_words(text[one.start : one.end]) in known)
    ]
