"""The client at the other end: its capabilities, its settings, the progress it shows."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from reslint.server.positions import UTF16

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from lsprotocol import types

    from reslint.server.workspace import Workspace


SECTION = "reslint"
_CONFIGURATION = "workspace/configuration"
_CREATE = "window/workDoneProgress/create"
_NOTIFY = "$/progress"
_MARKDOWN = "markdown"


class ClientCapabilities:
    """The client capabilities that the server depends on; a missing one means unsupported.

    `pull` is True for a client that asks for diagnostics and can be told to ask again: without
    the second, a change of settings would never reach the open documents.
    """

    __slots__ = (
        "change_annotations",
        "code_description",
        "configuration",
        "create_files",
        "diagnostic_data",
        "diagnostic_tags",
        "document_changes",
        "label_details",
        "literal_actions",
        "markdown_hover",
        "preferred_actions",
        "progress",
        "pull",
        "related_information",
        "resolve_edits",
        "show_document",
        "snippets",
        "symbol_tree",
        "watch_files",
    )

    def __init__(self, given: types.ClientCapabilities | None = None) -> None:
        document = _of(given, "text_document")
        # `text_document.diagnostic` is for pulling, `publish_diagnostics` for pushing.
        pulled = _of(document, "diagnostic")
        pushed = _of(document, "publish_diagnostics")
        refreshes = _of(given, "workspace", "diagnostics", "refresh_support")
        self.pull = pulled is not None and bool(refreshes)

        def diagnostics(name: str) -> bool:
            # Clients that pull declare the parts of a diagnostic in either place, or in both.
            return bool(_of(pulled if self.pull else None, name) or _of(pushed, name))

        self.related_information = diagnostics("related_information")
        self.code_description = diagnostics("code_description_support")
        self.diagnostic_data = diagnostics("data_support")
        self.diagnostic_tags = diagnostics("tag_support")
        self.configuration = bool(_of(given, "workspace", "configuration"))
        self.watch_files = bool(
            _of(given, "workspace", "did_change_watched_files", "dynamic_registration")
        )
        edits = _of(given, "workspace", "workspace_edit")
        self.document_changes = bool(_of(edits, "document_changes"))
        self.change_annotations = _of(edits, "change_annotation_support") is not None
        self.create_files = self.document_changes and any(
            str(getattr(one, "value", one)) == "create"
            for one in _of(edits, "resource_operations") or ()
        )
        actions = _of(document, "code_action")
        self.literal_actions = _of(actions, "code_action_literal_support") is not None
        self.preferred_actions = bool(_of(actions, "is_preferred_support"))
        self.resolve_edits = "edit" in (_of(actions, "resolve_support", "properties") or ())
        self.progress = bool(_of(given, "window", "work_done_progress"))
        self.show_document = bool(_of(given, "window", "show_document", "support"))
        self.symbol_tree = bool(
            _of(document, "document_symbol", "hierarchical_document_symbol_support")
        )
        formats = _of(document, "hover", "content_format")
        self.snippets = bool(_of(document, "completion", "completion_item", "snippet_support"))
        self.label_details = bool(
            _of(document, "completion", "completion_item", "label_details_support")
        )
        self.markdown_hover = not formats or _MARKDOWN in formats


def _of(value: Any, *names: str) -> Any:
    """Follow attributes; None where one of them is missing."""
    for name in names:
        if value is None:
            return None
        value = getattr(value, name, None)
    return value


class Client:
    """The client: what it supports, and how to reach it.

    `send(method, params)` sends a notification, `ask(method, params)` a request; both take plain
    values and may be called in the event loop's thread only. An error of a request is logged.
    `encoding` is the one in which positions count. `hover_messages` is False for an editor that
    shows the messages of findings above a hover by itself.
    """

    def __init__(
        self, send: Callable[[str, Any], None], ask: Callable[[str, Any], Future[Any]]
    ) -> None:
        self.send = send
        self.ask = ask
        self.capabilities = ClientCapabilities()
        self.encoding = UTF16
        self.hover_messages = True


async def pull_settings(client: Client, folders: Workspace) -> bool:
    """Ask the client for its settings, in general and for each folder, and apply them.

    False if the client did not answer: the settings that it sent at the start stay in force.
    """
    if not client.capabilities.configuration:
        return True
    uris = folders.folder_uris
    items = [{"section": SECTION}, *({"scopeUri": uri, "section": SECTION} for uri in uris)]
    try:
        answer = await asyncio.wrap_future(client.ask(_CONFIGURATION, {"items": items}))
    except asyncio.CancelledError:
        raise
    except Exception:  # logged by `ask`
        return False
    values = [plain(one) for one in answer or ()]
    if values and isinstance(values[0], dict):
        folders.set_editor_settings(values[0])
    for uri, one in zip(uris, values[1:], strict=False):
        if isinstance(one, dict):
            folders.set_editor_settings(one, uri)
    return True


def plain(value: Any) -> Any:
    """Turn a value that the protocol's reader made into plain dicts and lists."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


class Progress:
    """The progress of one task; `cancelled` is set once the result is no longer wanted."""

    def __init__(self, client: Client, token: int | str | None) -> None:
        self._client = client
        self._token = token
        self._percentage = -1
        self.cancelled = Event()

    def begin(self, title: str) -> None:
        """Report that the task begins."""
        self._send({"kind": "begin", "title": title, "cancellable": True, "percentage": 0})

    def report(self, done: int, total: int) -> None:
        """Report how much is done, if the percentage has changed."""
        percentage = 100 * done // max(1, total)
        if percentage != self._percentage:
            self._percentage = percentage
            self._send({"kind": "report", "message": f"{done}/{total}", "percentage": percentage})

    def end(self, message: str) -> None:
        """Report that the task is done or cancelled."""
        self._send({"kind": "end", "message": message})

    def _send(self, value: dict[str, Any]) -> None:
        if self._token is not None:
            self._client.send(_NOTIFY, {"token": self._token, "value": value})


class ProgressTracker:
    """The tasks whose progress is shown, by token."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._running: dict[int | str, Progress] = {}

    async def start(self, token: int | str | None) -> Progress:
        """Start progress under the client's token, or under a new one that it is asked for."""
        if token is None and self._client.capabilities.progress:
            made = str(uuid4())
            request = self._client.ask(_CREATE, {"token": made})
            try:
                await asyncio.wrap_future(request)
                token = made
            except asyncio.CancelledError:
                raise
            except Exception:  # the client shows no progress: no reason not to run the task
                token = None
        progress = Progress(self._client, token)
        if token is not None:
            self._running[token] = progress
        return progress

    def cancel(self, token: int | str) -> None:
        """Cancel the task with this token; an unknown token is ignored."""
        progress = self._running.get(token)
        if progress is not None:
            progress.cancelled.set()

    def forget(self, progress: Progress) -> None:
        """Remove a task that is over."""
        self._running = {token: one for token, one in self._running.items() if one is not progress}
