"""Diagnostics in the protocol's form: plain values, ready to be sent.

Typed objects of the protocol would cost several times as much, and there may be thousands.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING

from reslint.rulebook import own_codes
from reslint.server.positions import range_of
from reslint.text.diagnostics import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from reslint.server.client import ClientCapabilities
    from reslint.server.positions import Place
    from reslint.text.diagnostics import Diagnostic, Related


LSP_SEVERITIES = {"error": 1, "warning": 2, "info": 3, "hint": 4}
"""The protocol's number of each severity."""
SOURCE = "reslint"
_UNNECESSARY = 1
_FADED = (own_codes.UNUSED_SUPPRESSION, own_codes.UNUSED_BASELINE)
"""Codes of text that has no effect: editors show it faded."""
_LONGEST_MARK = 120
"""Characters of a draft that are underlined for one finding at most."""
MAX_ITEMS = 5_000
"""Items sent for one document at most: more would only slow the editor down."""
Key = tuple[str, str, str]


def item_of(
    diagnostic: Diagnostic,
    uri: str,
    place: Place,
    capabilities: ClientCapabilities,
    page: str,
    elsewhere: Callable[[Related], dict[str, Any]] | None = None,
) -> dict[str, Any]:
    """Return a diagnostic in the protocol's form; `page` is the URI of its rule's page or "".

    `elsewhere` gives the location of related places in other files.
    """
    item: dict[str, Any] = {
        "range": _shown_range(diagnostic, place),
        "severity": LSP_SEVERITIES[diagnostic.severity],
        "code": diagnostic.code,
        "source": SOURCE,
        "message": diagnostic.message,
    }
    if page and capabilities.code_description:
        item["codeDescription"] = {"href": page}
    if diagnostic.code in _FADED and capabilities.diagnostic_tags:
        item["tags"] = [_UNNECESSARY]
    if diagnostic.related and capabilities.related_information:
        item["relatedInformation"] = [
            {
                "location": elsewhere(one)
                if one.path and elsewhere is not None
                else {"uri": uri, "range": range_of(place, one.start, one.end)},
                "message": one.message,
            }
            for one in diagnostic.related
        ]
    if capabilities.diagnostic_data:
        item["data"] = _data(diagnostic, place)
    return item


def _shown_range(diagnostic: Diagnostic, place: Place) -> dict[str, Any]:
    """Return the range that an editor underlines: no more than the first words of a long one.

    A mark over twelve lines hides the draft. The protocol has no place for the whole span.
    """
    end = min(diagnostic.end, diagnostic.start + _LONGEST_MARK)
    return range_of(place, diagnostic.start, end)


def _data(diagnostic: Diagnostic, place: Place) -> dict[str, Any]:
    """Return what clients may use beyond the protocol: name, paragraph, fix."""
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


class DiagnosticReport:
    """The findings shown for a document.

    `items` are in the protocol's form; `id` changes only when they do; `keys` identify the
    findings wherever edits have moved them; `held` are the spans of findings held back because
    someone is typing there.
    """

    __slots__ = ("_id", "counts", "fixable", "held", "items", "keys")

    def __init__(
        self,
        found: Iterable[tuple[Diagnostic, dict[str, Any]]] = (),
        typed: tuple[int, int] | None = None,
        shown: frozenset[Key] = frozenset(),
    ) -> None:
        """`typed` is the span being typed in; `shown` are the findings already shown."""
        self.items: list[dict[str, Any]] = []
        self.counts = dict.fromkeys(SEVERITIES, 0)
        self.fixable = 0
        self.held: list[tuple[int, int]] = []
        keys = set()
        # The words of a message change as somebody types in the paragraph: it stays the same one.
        known = {(code, paragraph) for code, paragraph, _ in shown}
        for diagnostic, item in found:
            key = key_of(diagnostic)
            if typed is not None and touches(diagnostic, *typed) and key[:2] not in known:
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
        """A digest of the items; made when first needed, by clients that pull."""
        if not self._id:
            self._id = _identity(self.items)
        return self._id


def key_of(diagnostic: Diagnostic) -> Key:
    """Return a key of a finding that stays the same when text is edited elsewhere."""
    return (diagnostic.code, diagnostic.paragraph, diagnostic.message)


def touches(diagnostic: Diagnostic, start: int, end: int) -> bool:
    """Tell whether a finding overlaps a span or stands right beside it."""
    return diagnostic.start <= end and start <= diagnostic.end


def _identity(items: list[dict[str, Any]]) -> str:
    data = json.dumps(items, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return blake2b(data, digest_size=12).hexdigest()
