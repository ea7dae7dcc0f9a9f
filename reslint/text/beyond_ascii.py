"""The characters of a text beyond ASCII, found fast."""

from __future__ import annotations

_ASCII = bytes(range(128))


def beyond_ascii(text: str) -> set[str]:
    """Return the different characters of a text beyond ASCII."""
    if text.isascii():
        return set()
    data = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return set(data.decode("utf-8", "surrogatepass"))
