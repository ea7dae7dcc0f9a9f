"""Diagnostics of reslint as the protocol has them: plain values, ready to be sent.

Typed objects of the protocol would cost several times as much, and there may be thousands.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING

from reslint.rules import own_codes
from reslint.text.diagnostics import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from reslint.server.client import Abilities
    from reslint.text.diagnostics import Diagnostic

    Place = Callable[[int], tuple[int, int]]


LSP_SEVERITIES = {"error": 1, "warning": 2, "info": 3, "hint": 4}
"""The severities by their numbers in the protocol."""
SOURCE = "reslint"
_UNNECESSARY = 1
_FADED = (own_codes.UNUSED_SUPPRESSION, own_codes.UNUSED_BASELINE)
"""Codes that speak of text which might as well be deleted."""
MAX_ITEMS = 5_000
"""More findings than anybody reads would only make the editor slow."""
Key = tuple[str, str, str]


def range_of(place: Place, start: int, end: int) -> dict[str, Any]:
    """The range between two offsets; `place` gives the line and units of an offset."""
    line, character = place(start)
    end_line, end_character = place(end)
    return {
        "start": {"line": line, "character": character},
        "end": {"line": end_line, "character": end_character},
    }


def item_of(
    diagnostic: Diagnostic, uri: str, place: Place, abilities: Abilities, page: str
) -> dict[str, Any]:
    """A diagnostic as the protocol has it; `page` is the address of its rule's page or ""."""
    item: dict[str, Any] = {
        "range": range_of(place, diagnostic.start, diagnostic.end),
        "severity": LSP_SEVERITIES[diagnostic.severity],
        "code": diagnostic.code,
        "source": SOURCE,
        "message": diagnostic.message,
    }
    if page and abilities.code_description:
        item["codeDescription"] = {"href": page}
    if diagnostic.code in _FADED and abilities.diagnostic_tags:
        item["tags"] = [_UNNECESSARY]
    if diagnostic.related and abilities.related_information:
        item["relatedInformation"] = [
            {
                "location": {"uri": uri, "range": range_of(place, one.start, one.end)},
                "message": one.message,
            }
            for one in diagnostic.related
        ]
    if abilities.diagnostic_data:
        item["data"] = _data(diagnostic, place)
    return item


def _data(diagnostic: Diagnostic, place: Place) -> dict[str, Any]:
    """What a client may want to know beyond the protocol: name, paragraph, fix."""
    data: dict[str, Any] = {"name": diagnostic.name, "paragraph": diagnostic.paragraph}
    fix = diagnostic.fix
    if fix is not None:
        data["fix"] = {
            "safety": fix.safety,
            "title": fix.title,
            "edits": [
                {"range": range_of(place, edit.start, edit.end), "newText": edit.text}
                for edit in fix.edits
            ],
        }
        if fix.group is not None:
            data["fix"]["group"] = fix.group
    return data


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
