"""How busy the page is, as Prometheus reads it. Numbers only, nothing of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

if TYPE_CHECKING:
    from collections.abc import Callable


_SECONDS = (0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 20)


class Metrics:
    """Counts of requests by path and status, their times, and what is going on now."""

    def __init__(self, running: Callable[[], int], sessions: Callable[[], int]) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "reslint_requests", "Requests answered", ["path", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "reslint_request_seconds",
            "Time to the answer",
            ["path"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        for name, about, value in (
            ("reslint_running", "Requests that are worked on or wait", running),
            ("reslint_sessions", "Open pages with a language server", sessions),
        ):
            Gauge(name, about, registry=self._registry).set_function(value)

    def count(self, path: str, status: int, seconds: float) -> None:
        """Count one answered request."""
        self._requests.labels(path, str(status)).inc()
        self._seconds.labels(path).observe(seconds)

    def text(self) -> bytes:
        """Return the metrics in Prometheus' text format."""
        return generate_latest(self._registry)
