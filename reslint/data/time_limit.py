"""A limit for the computing time of something: a draft, the rules of a folder."""

from __future__ import annotations

from time import perf_counter, process_time


class TimeLimit:
    """Some seconds of computing, from now on: a busy machine takes nothing away."""

    __slots__ = ("_began", "_computed", "_seconds")

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._began = perf_counter()
        self._computed = process_time()

    def is_over(self, elsewhere: float = 0.0) -> bool:
        """Tell whether the time is used up, apart from so many seconds spent on other work."""
        # The computing time is asked for only once so much time has passed at all: on some
        # systems that question takes longer than a rule.
        allowed = self._seconds + elsewhere
        if perf_counter() - self._began <= allowed:
            return False
        return process_time() - self._computed > allowed
