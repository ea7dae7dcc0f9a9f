"""The time that one draft has, asked for between the rules.

A draft of usual length takes a fraction of a second, a book of 20 MB half a minute. What takes far
longer than its length explains is ended: the rules left are named (TOOL003), the others have run.
"""

from __future__ import annotations

from time import perf_counter

from reslint.data.time_limit import TimeLimit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


_SECONDS = 20.0
_SECONDS_PER_CHARACTER = 1e-4


class GivenUp(Exception):
    """The lint of a draft was given up: nobody wants its result any more."""


class Budget:
    """The time for all rules on a draft of `length` code points.

    Counted in seconds of computing, so that a busy machine takes nothing away. `between`, if
    given, is called after each rule; it may do other work, whose time does not count, and raises
    GivenUp where the draft is not wanted any more.
    """

    __slots__ = ("_between", "_elsewhere", "_limit")

    def __init__(self, length: int, between: Callable[[], None] | None = None) -> None:
        self._between = between
        self._limit = TimeLimit(_SECONDS + length * _SECONDS_PER_CHARACTER)
        self._elsewhere = 0.0

    def is_used_up(self) -> bool:
        """Tell whether no time is left for another rule. Raises GivenUp."""
        if self._between is not None:
            began = perf_counter()
            self._between()
            self._elsewhere += perf_counter() - began
        return self._limit.is_over(self._elsewhere)
