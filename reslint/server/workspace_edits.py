"""Workspace edits of the protocol, in the form that the client supports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reslint.server.positions import place_in, range_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.server.client import ClientCapabilities
    from reslint.text.diagnostics import Edit
    from reslint.text.source import Source

    ChangedDocument = tuple[str, int | None, list[dict[str, Any]]]
    """The URI of a document, its version (None if it is not open), its text edits."""


_TO_CONFIRM = "confirm"


def text_edits(source: Source, encoding: str, edits: Iterable[Edit]) -> list[dict[str, Any]]:
    """Return edits of a text as text edits of the protocol, in the order of their places."""
    return [
        {
            "range": range_of(lambda at: place_in(source, at, encoding), one.start, one.end),
            "newText": one.text,
        }
        for one in sorted(edits, key=lambda edit: (edit.start, edit.end))
    ]


def workspace_edit(
    capabilities: ClientCapabilities,
    documents: Iterable[ChangedDocument],
    *,
    confirm: str = "",
) -> dict[str, Any] | None:
    """Return the edit of some documents; None if it changes nothing.

    A client that supports change annotations shows an edit with a title in `confirm` first, and
    makes what its user confirms; any other makes it at once.
    """
    changed = [one for one in documents if one[2]]
    if not changed:
        return None
    if not capabilities.document_changes:
        return {"changes": {uri: edits for uri, _, edits in changed}}
    made: dict[str, Any] = {}
    if confirm and capabilities.change_annotations:
        made["changeAnnotations"] = {_TO_CONFIRM: {"label": confirm, "needsConfirmation": True}}
        changed = [
            (uri, version, [{**edit, "annotationId": _TO_CONFIRM} for edit in edits])
            for uri, version, edits in changed
        ]
    made["documentChanges"] = [
        {"textDocument": {"uri": uri, "version": version}, "edits": edits}
        for uri, version, edits in changed
    ]
    return made
