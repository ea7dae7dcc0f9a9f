"""The characters that elements of a run stand for: text, tabs, hyphens, symbols."""

from __future__ import annotations

from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.xml_tree import Node

SPECIAL_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
"""The characters that are elements of their own."""
UNKNOWN = "\ufffd"
_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
# Symbol fonts have their characters from F000 on, at the places of other alphabets.
_OF_SYMBOL_FONT = {
    **{0xF000 + ord(latin): greek for latin, greek in _GREEK.items()},
    **{0xF000 + ord(same): same for same in "0123456789 !#%&()+,./:;<=>?[]_{|}"},
    0xF02D: "−", 0xF0A2: "′", 0xF0A3: "≤", 0xF0A5: "∞", 0xF0AC: "←", 0xF0AE: "→", 0xF0B0: "°",
    0xF0B1: "±", 0xF0B2: "″", 0xF0B3: "≥", 0xF0B4: "×", 0xF0B7: "•", 0xF0B9: "≠", 0xF0BB: "≈",
    0xF0BC: "…", 0xF0D7: "⋅", 0xF0DE: "⇒", 0xF0E5: "∑",
}  # fmt: skip
_OF_OTHER_FONTS = {
    0xF02D: "-", 0xF06C: "●", 0xF06E: "■", 0xF06F: "□", 0xF071: "❑", 0xF075: "◆", 0xF076: "❖",
    0xF09F: "•", 0xF0A7: "▪", 0xF0A8: "□", 0xF0B0: "°", 0xF0B1: "±", 0xF0B7: "•", 0xF0D8: "➢",
    0xF0E0: "→", 0xF0E8: "➔", 0xF0FC: "✓", 0xF0FE: "☑",
}  # fmt: skip
_PRIVATE = expression("[\uf020-\uf0ff]")


def text_of(item: Node) -> tuple[str, int]:
    """Return the text of a w:t as it is shown, and how many characters before it are not."""
    text = item.text()
    if "\n" in text or "\r" in text:
        text = text.replace("\r", " ").replace("\n", " ")
    if item.attributes.get("xml:space") == "preserve":
        return text, 0
    stripped = text.lstrip(" \t")
    return stripped.rstrip(" \t"), len(text) - len(stripped)


def symbol(item: Node) -> str:
    """Return the character of a w:sym, U+FFFD for one that is not known."""
    try:
        value = int(item.get("char"), 16)
    except ValueError:
        return UNKNOWN
    if 0xF000 <= value <= 0xF0FF:
        symbols = "symbol" in item.get("font").lower()
        return (_OF_SYMBOL_FONT if symbols else _OF_OTHER_FONTS).get(value, UNKNOWN)
    # Below, the code is that of the character.
    return chr(value) if 0x20 <= value < 0xD800 else UNKNOWN


def without_private(text: str) -> str:
    """Return text with bullets and other characters of symbol fonts as those that all fonts have.

    It has the same length; characters that are not known stay.
    """
    if text.isascii() or _PRIVATE.search(text) is None:
        return text
    return text.translate(_OF_OTHER_FONTS)
