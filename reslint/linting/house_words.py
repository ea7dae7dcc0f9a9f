"""The house vocabulary: drop findings about words and names that the settings accept."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from reslint.text.diagnostics import Diagnostic


FAMILIES = ("LEAD001", "NAME", "WORD")
"""How the codes start whose findings are about words; no word decides on form or numbers."""


def is_about_words(code: str) -> bool:
    """Return whether findings of this code are about the words at their place."""
    return code.startswith(FAMILIES)


def plain_words(text: str) -> str:
    """Return a piece of a draft as it is compared: no marks of emphasis, single spaces."""
    return " ".join(text.replace("*", "").replace("_", "").split())


def without_house_words(
    diagnostics: list[Diagnostic], text: str, words: Collection[str]
) -> list[Diagnostic]:
    """Return the diagnostics except those about words whose span in `text` is one of the `words`.

    Case matters: "E-Government" in the vocabulary does not accept "e-government".
    """
    if not words:
        return diagnostics
    known = {plain_words(word) for word in words}
    return [
        one
        for one in diagnostics
        if not (is_about_words(one.code) and plain_words(text[one.start : one.end]) in known)
    ]
