"""Find the one span in which two texts differ."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def changed_span(old: str, new: str) -> tuple[int, int]:
    """Return the span of the old text in place of which the new one has another text."""
    shortest = min(len(old), len(new))
    head = _common_length(shortest, lambda start, end: old[start:end] == new[start:end])
    tail = _common_length(
        shortest - head,
        lambda start, end: (
            old[len(old) - end : len(old) - start] == new[len(new) - end : len(new) - start]
        ),
    )
    return head, len(old) - tail


def _common_length(most: int, same: Callable[[int, int], bool]) -> int:
    """Return for how many characters two texts agree, `most` at most.

    `same(start, end)` compares a stretch of both. Bisection: slices compare faster than a loop.
    """
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if same(least, middle):
            least = middle
        else:
            most = middle - 1
    return least
