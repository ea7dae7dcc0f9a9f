"""Find the words which say that others follow in place of those of a text: “to read:”."""

from __future__ import annotations

from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from reslint.language.language import Language


def words_that_replace(text: str, language: Language) -> re.Match[str] | None:
    """Return the words with the colon and the space behind them, None for none."""
    written = language.forms.get("references", {}).get("replaced")
    if not written or not language.may_match("replaced", text):
        return None
    return expression(written).search(text)
