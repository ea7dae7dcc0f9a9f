"""Diagnostics of reslint as the protocol has them: plain values, ready to be sent.

Typed objects of the protocol would cost several times as much, and there may be thousands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint import tool_codes

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reslint.diagnostics import Diagnostic
    from reslint.server.abilities import Abilities

    Place = Callable[[int], tuple[int, int]]

SEVERITIES = {"error": 1, "warning": 2, "info": 3, "hint": 4}
"""The severities by their numbers in the protocol."""
SOURCE = "reslint"
_UNNECESSARY = 1
_FADED = (tool_codes.UNUSED_SUPPRESSION, tool_codes.UNUSED_BASELINE)
"""Codes that speak of text which might as well be deleted."""


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
        "severity": SEVERITIES[diagnostic.severity],
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
