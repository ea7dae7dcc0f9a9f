"""Places in the source that move with the block in which they were read.

While a text is edited, all that stands below the change moves. Each block has one `Anchor`. What
was read in the block (its text, its marks, its label, the paragraphs made of it) is counted from
that anchor, so a block is moved by a single addition.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Anchored(Protocol):
        """An object whose places move with its anchor."""

        anchor: Anchor


class Anchor:
    """The source offset from which places are counted; a block moves with it."""

    __slots__ = ("offset",)

    def __init__(self) -> None:
        self.offset = 0


SOURCE = Anchor()
"""The start of the source: for what belongs to no block. It never moves."""


class Offset:
    """An attribute that is a source offset; the slot `_name` counts it from the anchor."""

    def __init__(self, name: str) -> None:
        self._slot = f"_{name}"

    def __get__(self, one: Anchored, _: type[object]) -> int:
        at: int = getattr(one, self._slot)
        return at + one.anchor.offset

    def __set__(self, one: Anchored, at: int) -> None:
        setattr(one, self._slot, at - one.anchor.offset)


class Span:
    """An attribute that is a source span; the slot `_name` counts it from the anchor."""

    def __init__(self, name: str) -> None:
        self._slot = f"_{name}"

    def __get__(self, one: Anchored, _: type[object]) -> tuple[int, int]:
        span: tuple[int, int] = getattr(one, self._slot)
        offset = one.anchor.offset
        return span[0] + offset, span[1] + offset

    def __set__(self, one: Anchored, span: tuple[int, int]) -> None:
        offset = one.anchor.offset
        setattr(one, self._slot, (span[0] - offset, span[1] - offset))


class Place:
    """A span of the source: a mark of emphasis without a partner, mark-up that no fix may touch."""

    __slots__ = ("_end", "_start", "anchor")
    start = Offset("start")
    end = Offset("end")

    def __init__(self, start: int, end: int, anchor: Anchor) -> None:
        self.anchor = anchor
        self.start = start
        self.end = end
