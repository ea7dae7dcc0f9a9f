"""Renaming, the number of the next paragraph on Enter, and where somebody is writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from reslint.editor.numbering_on_enter import after_enter
from reslint.editor.renaming import NotRenamed, renamable_at, renamed
from reslint.server.client import plain
from reslint.server.positions import offset_at, range_of
from reslint.server.refactorings import CHANGE_LEVELS, change_levels
from reslint.server.workspace_edits import text_edits, workspace_edit

if TYPE_CHECKING:
    from reslint.server.client import Client
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server


CURSORS = "reslint/cursors"


class _RequestFailed(JsonRpcException):
    """The request is right, but cannot be done: the editor shows the message."""

    CODE = int(types.LSPErrorCodes.RequestFailed)
    MESSAGE = "the request failed"


def prepare_rename(snapshot: Snapshot, params: types.PrepareRenameParams) -> Any:
    """Return the range of what can be renamed at a position, with its name; None for nothing."""
    if not snapshot.result.draft.is_resolution:
        return None
    found = renamable_at(snapshot.result.draft, snapshot.offset(params.position))
    if found is None:
        return None
    return {"range": range_of(snapshot.place, *found.span), "placeholder": found.name}


class Renaming:
    """Makes the edit of a renaming."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def rename(self, snapshot: Snapshot, params: types.RenameParams) -> Any:
        """Return the edit that gives what is at a position another name."""
        draft = snapshot.result.draft
        if not draft.is_resolution:
            return None
        offset = snapshot.offset(params.position)
        try:
            edits = renamed(draft, offset, params.new_name, snapshot.message_language)
        except NotRenamed as error:
            raise _RequestFailed(str(error)) from None
        made = text_edits(snapshot.source, snapshot.encoding, edits)
        capabilities = self._client.capabilities
        return workspace_edit(capabilities, [(snapshot.uri, snapshot.version, made)])


def number_on_enter(snapshot: Snapshot, params: types.DocumentOnTypeFormattingParams) -> Any:
    """Return the edits that write the label of the next paragraph after a line end was typed."""
    settings = snapshot.settings
    if not settings.enabled or not settings.number_on_enter or params.ch != "\n":
        return []
    offset = snapshot.offset(params.position)
    edits = after_enter(snapshot.result.draft, offset)
    return text_edits(snapshot.source, snapshot.encoding, edits)


def _take_cursors(server: Server, params: Any) -> None:
    """Take note of where the cursors of a document are, as the client says."""
    values = plain(params)
    given = values if isinstance(values, dict) else {}
    about, positions = given.get("textDocument"), given.get("positions")
    uri = about.get("uri") if isinstance(about, dict) else None
    document = server.session.documents.get(uri) if isinstance(uri, str) else None
    if document is None or not isinstance(positions, list):
        return
    text = document.text
    offsets = []
    for one in positions:
        place = one if isinstance(one, dict) else {}
        line, character = place.get("line"), place.get("character")
        if isinstance(line, int) and isinstance(character, int):
            offsets.append(offset_at(text.source, line, character, text.encoding))
    server.publisher.cursors_at(document, tuple(offsets))


def register(server: Server) -> None:
    """Register the features."""
    add = server.add_feature

    @server.feature(CURSORS)
    def cursors(params: Any) -> None:
        _take_cursors(server, params)

    add(types.TEXT_DOCUMENT_PREPARE_RENAME, prepare_rename)
    add(CHANGE_LEVELS, change_levels)
    renaming = Renaming(server.client)
    add(types.TEXT_DOCUMENT_RENAME, renaming.rename, types.RenameOptions(prepare_provider=True))
    add(
        types.TEXT_DOCUMENT_ON_TYPE_FORMATTING,
        number_on_enter,
        types.DocumentOnTypeFormattingOptions(first_trigger_character="\n"),
    )
