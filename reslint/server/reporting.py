"""What is said of one document at one moment: its findings, counted and ready to be sent."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING

from reslint.diagnostics import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reslint.diagnostics import Diagnostic

MAX_ITEMS = 5_000
"""More findings than anybody reads would only make the editor slow."""

Key = tuple[str, str, str]


class Report:
    """The findings shown for a document.

    `items` are as the protocol has them; `id` changes only with them; `keys` tell which findings
    they are, wherever edits have moved them; `held` are the spans of those kept back because
    they stand where somebody is typing.
    """

    __slots__ = ("_id", "counts", "fixable", "held", "items", "keys")

    def __init__(
        self,
        found: Iterable[tuple[Diagnostic, dict[str, Any]]] = (),
        typed: tuple[int, int] | None = None,
        shown: frozenset[Key] = frozenset(),
    ) -> None:
        """`typed` is the span in which is being typed; `shown` what is shown already."""
        self.items: list[dict[str, Any]] = []
        self.counts = dict.fromkeys(SEVERITIES, 0)
        self.fixable = 0
        self.held: list[tuple[int, int]] = []
        keys = set()
        for diagnostic, item in found:
            key = key_of(diagnostic)
            if typed is not None and touches(diagnostic, *typed) and key not in shown:
                self.held.append((diagnostic.start, diagnostic.end))
                continue
            keys.add(key)
            self.counts[diagnostic.severity] += 1
            self.fixable += diagnostic.fix is not None
            if len(self.items) < MAX_ITEMS:
                self.items.append(item)
        self.keys = frozenset(keys)
        self._id = ""

    @property
    def id(self) -> str:
        """What stands for the items; only a client that asks for them needs it."""
        if not self._id:
            self._id = _identity(self.items)
        return self._id


def key_of(diagnostic: Diagnostic) -> Key:
    """What a finding says, of which paragraph: the same before and after an edit elsewhere."""
    return (diagnostic.code, diagnostic.paragraph, diagnostic.message)


def touches(diagnostic: Diagnostic, start: int, end: int) -> bool:
    """Whether a finding reaches into a span or to it."""
    return diagnostic.start <= end and start <= diagnostic.end


def _identity(items: list[dict[str, Any]]) -> str:
    data = json.dumps(items, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return blake2b(data, digest_size=12).hexdigest()
