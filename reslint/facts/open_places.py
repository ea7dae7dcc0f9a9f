"""Places that wait for their text: what reslint's snippets write where the drafter goes on.

A snippet writes `[…]` at the end of a paragraph, before its ending mark. Square brackets elsewhere,
with words or with an omission, are the negotiators' own.
"""

from __future__ import annotations

from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Paragraph


OPEN_PLACE = "[…]"
"""What snippets leave to be filled in."""
_OPEN = expression(r"\[[ \xa0]?(?:…|\.\.\.)[ \xa0]?\](?!\()|\$\{[0-9]{1,2}(?:[:|][^{}\n]{0,80})?\}")
_AFTER = expression(r"[\s*_]*[;,.:،؛；，。：]?[\s*_]*")


def open_place(paragraph: Paragraph) -> tuple[int, int] | None:
    """Return the span of what a snippet left at the end of a paragraph, None for nothing.

    The offsets are those of the plain text. A paragraph that has nothing else, not even a label, is
    an omission in an excerpt.
    """
    text = paragraph.text
    if "[" not in text and "${" not in text:
        return None
    for match in _OPEN.finditer(text):
        if _AFTER.fullmatch(text, match.end()):
            alone = paragraph.label is None and not text[: match.start()].strip()
            return None if alone else match.span()
    return None
