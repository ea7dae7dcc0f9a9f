"""What the client can do, as it said at the start; anything it did not say it cannot."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    from lsprotocol import types

    from reslint.server.server import Server


SECTION = "reslint"
_CONFIGURATION = "workspace/configuration"
_CREATE = "window/workDoneProgress/create"
_NOTIFY = "$/progress"


class Abilities:
    """The abilities of the client that decide on how the server speaks to it.

    `pull` is True for a client that asks for diagnostics and can be told to ask again: without
    the second, a change of settings would never reach the drafts that are open.
    """

    __slots__ = (
        "code_description",
        "configuration",
        "create_files",
        "diagnostic_data",
        "diagnostic_tags",
        "document_changes",
        "literal_actions",
        "progress",
        "pull",
        "related_information",
        "resolve_edits",
        "show_document",
        "watch_files",
    )

    def __init__(self, capabilities: types.ClientCapabilities | None = None) -> None:
        said = capabilities
        # `text_document.diagnostic` is that of pulling, `publish_diagnostics` that of pushing.
        pulls = _of(said, "text_document", "diagnostic")
        refreshes = _of(said, "workspace", "diagnostics", "refresh_support")
        self.pull = pulls is not None and bool(refreshes)
        spoken = pulls if self.pull else _of(said, "text_document", "publish_diagnostics")
        pushed = _of(said, "text_document", "publish_diagnostics")
        self.related_information = self._either(spoken, pushed, "related_information")
        self.code_description = self._either(spoken, pushed, "code_description_support")
        self.diagnostic_data = self._either(spoken, pushed, "data_support")
        self.diagnostic_tags = self._either(spoken, pushed, "tag_support")
        self.configuration = bool(_of(said, "workspace", "configuration"))
        self.watch_files = bool(
            _of(said, "workspace", "did_change_watched_files", "dynamic_registration")
        )
        self.document_changes = bool(_of(said, "workspace", "workspace_edit", "document_changes"))
        operations = _of(said, "workspace", "workspace_edit", "resource_operations") or ()
        self.create_files = self.document_changes and any(
            str(getattr(one, "value", one)) == "create" for one in operations
        )
        actions = _of(said, "text_document", "code_action")
        self.literal_actions = _of(actions, "code_action_literal_support") is not None
        properties = _of(actions, "resolve_support", "properties") or ()
        self.resolve_edits = "edit" in properties
        self.progress = bool(_of(said, "window", "work_done_progress"))
        self.show_document = bool(_of(said, "window", "show_document", "support"))

    @staticmethod
    def _either(spoken: Any, pushed: Any, name: str) -> bool:
        # Clients that pull say of a diagnostic's parts in one place, the other, or both.
        return bool(getattr(spoken, name, None) or getattr(pushed, name, None))


def _of(value: Any, *names: str) -> Any:
    """An attribute of an attribute …; None where there is none on the way."""
    for name in names:
        if value is None:
            return None
        value = getattr(value, name, None)
    return value


async def pull_settings(server: Server) -> None:
    """Ask the client for its settings, in general and for each folder, and apply them."""
    if not server.abilities.configuration:
        server.settings_changed()
        return
    folders = server.folders.folder_uris
    items = [{"section": SECTION}, *({"scopeUri": uri, "section": SECTION} for uri in folders)]
    try:
        answer = await asyncio.wrap_future(server.ask(_CONFIGURATION, {"items": items}))
    except asyncio.CancelledError:
        raise
    except Exception:  # it is in the log; the settings that came at the start go on to hold
        return
    values = [plain(one) for one in answer or ()]
    if values and isinstance(values[0], dict):
        server.folders.set_editor_settings(values[0])
    for uri, one in zip(folders, values[1:], strict=False):
        if isinstance(one, dict):
            server.folders.set_editor_settings(one, uri)
    server.settings_changed()


def plain(value: Any) -> Any:
    """A value as plain dicts and lists, whatever the protocol's reader made of it."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


class Progress:
    """The progress of one piece of work; `cancelled` is set once nobody wants it any longer."""

    def __init__(self, server: Server, token: int | str | None) -> None:
        self._server = server
        self._token = token
        self._percentage = -1
        self.cancelled = Event()

    def begin(self, title: str) -> None:
        """The work begins."""
        self._say({"kind": "begin", "title": title, "cancellable": True, "percentage": 0})

    def report(self, done: int, total: int) -> None:
        """So much is done; said when the percentage has changed."""
        percentage = 100 * done // max(1, total)
        if percentage != self._percentage:
            self._percentage = percentage
            self._say({"kind": "report", "message": f"{done}/{total}", "percentage": percentage})

    def end(self, message: str) -> None:
        """The work is done or given up."""
        self._say({"kind": "end", "message": message})

    def _say(self, value: dict[str, Any]) -> None:
        if self._token is not None:
            self._server.send(_NOTIFY, {"token": self._token, "value": value})


class LongWork:
    """The work whose progress is shown, by token."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._running: dict[int | str, Progress] = {}

    async def start(self, token: int | str | None) -> Progress:
        """The progress for a token of the client's, or for one that the client is asked for."""
        if token is None and self._server.abilities.progress:
            made = str(uuid4())
            request = self._server.ask(_CREATE, {"token": made})
            try:
                await asyncio.wrap_future(request)
                token = made
            except asyncio.CancelledError:
                raise
            except Exception:  # it does not want to show any: no reason not to do the work
                token = None
        progress = Progress(self._server, token)
        if token is not None:
            self._running[token] = progress
        return progress

    def cancel(self, token: int | str) -> None:
        """The client asks to give up the work with this token; an unknown one means nothing."""
        progress = self._running.get(token)
        if progress is not None:
            progress.cancelled.set()

    def forget(self, progress: Progress) -> None:
        """The work is over."""
        self._running = {token: one for token, one in self._running.items() if one is not progress}
