"""A language server for each open page, in a process of its own, behind a WebSocket.

A browser is a stranger: its messages are looked through. It can open one unsaved draft, ask about
that draft, and nothing else; it cannot name files of this computer.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.websockets import WebSocketDisconnect

from reslint.web.fields import SETTINGS

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Coroutine
    from typing import Any

    from starlette.websockets import WebSocket

    from reslint.web.options import WebOptions


DOCUMENT = "untitled:draft.md"
"""The only document of a page."""
_TRY_AGAIN_LATER, _POLICY_VIOLATION, _INTERNAL_ERROR = 1013, 1008, 1011
_METHODS = frozenset(
    {
        "$/cancelRequest",
        "codeAction/resolve",
        "completionItem/resolve",
        "exit",
        "initialize",
        "initialized",
        "reslint/explain",
        "reslint/newDraft",
        "reslint/outline",
        "shutdown",
        "textDocument/codeAction",
        "textDocument/completion",
        "textDocument/definition",
        "textDocument/didChange",
        "textDocument/didClose",
        "textDocument/didOpen",
        "textDocument/didSave",
        "textDocument/documentHighlight",
        "textDocument/documentSymbol",
        "textDocument/foldingRange",
        "textDocument/formatting",
        "textDocument/hover",
        "textDocument/onTypeFormatting",
        "textDocument/prepareRename",
        "textDocument/references",
        "textDocument/rename",
        "workspace/executeCommand",
    }
)
_COMMANDS = ("reslint.setDocument",)
_TO_PAGE = frozenset(
    {"reslint/status", "textDocument/publishDiagnostics", "window/logMessage", "window/showMessage"}
)
"""What the server may send by itself; requests to the page are not among it."""


class NotAllowed(Exception):
    """Raised for a message that a page has no business to send."""


class Sessions:
    """The language servers of the open pages; `count` says how many there are."""

    def __init__(self, options: WebOptions) -> None:
        self._options = options
        self._running: set[asyncio.Task[Any]] = set()

    @property
    def count(self) -> int:
        """The number of pages with a language server."""
        return len(self._running)

    async def serve(self, websocket: WebSocket) -> None:
        """Serve one page until it is closed."""
        await websocket.accept()
        if self.count >= self._options.limits.sessions:
            await websocket.close(_TRY_AGAIN_LATER, "too many pages are open")
            return
        task = asyncio.current_task()
        assert task is not None
        self._running.add(task)
        try:
            await self._serve(websocket)
        finally:
            self._running.discard(task)

    async def close(self) -> None:
        """End the servers of all pages."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _serve(self, websocket: WebSocket) -> None:
        # Not in this process: pygls, and every draft, have one of their own.
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "reslint",
            "server",
            cwd=self._options.folder,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=self._options.limits.size,
        )
        ways: list[Coroutine[Any, Any, None]] = [
            self._to_server(websocket, process),
            _to_page(websocket, process),
        ]
        tasks = [asyncio.ensure_future(way) for way in ways]
        code, reason = 1000, ""
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for one in done:
                error = one.exception()
                if isinstance(error, NotAllowed):
                    code, reason = _POLICY_VIOLATION, str(error)
                elif one is tasks[1]:
                    code, reason = _INTERNAL_ERROR, "the language server ended"
        finally:
            for one in tasks:
                one.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            with suppress(RuntimeError, WebSocketDisconnect):  # closed by the page already
                await websocket.close(code, reason)

    async def _to_server(self, websocket: WebSocket, process: Process) -> None:
        """Pass on the messages of the page. Raises NotAllowed, WebSocketDisconnect."""
        assert process.stdin is not None
        while True:
            text = await websocket.receive_text()
            message = allowed(text, self._options)
            data = json.dumps(message).encode("utf-8")
            process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
            await process.stdin.drain()


async def _to_page(websocket: WebSocket, process: Process) -> None:
    """Pass on the messages of the server, until it ends."""
    assert process.stdout is not None
    with suppress(asyncio.IncompleteReadError, ValueError):
        while True:
            header = await process.stdout.readuntil(b"\r\n\r\n")
            length = int(header.lower().partition(b"content-length:")[2].split()[0])
            text = (await process.stdout.readexactly(length)).decode("utf-8")
            if _is_for_page(json.loads(text)):
                await websocket.send_text(text)


def _is_for_page(message: dict[str, Any]) -> bool:
    """Tell whether a message of the server concerns the draft of the page."""
    method = message.get("method")
    if method is None:
        return True
    if method not in _TO_PAGE:
        return False
    uri = (message.get("params") or {}).get("uri", DOCUMENT)
    return bool(uri == DOCUMENT)


def allowed(text: str, options: WebOptions) -> dict[str, Any]:
    """Return a message of a page as the server may have it. Raises NotAllowed for any other."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        raise NotAllowed("a message is not JSON") from None
    if not isinstance(message, dict):
        raise NotAllowed("a message is no object")
    method = message.get("method")
    if method is None:
        if "id" in message and ("result" in message or "error" in message):
            return message
        raise NotAllowed("a message has no method")
    if not isinstance(method, str) or method not in _METHODS:
        raise NotAllowed("a page cannot send this message")
    params = message.get("params")
    if method == "initialize":
        message["params"] = _initialize(params if isinstance(params, dict) else {}, options)
        return message
    if method == "workspace/executeCommand":
        command = params.get("command") if isinstance(params, dict) else None
        arguments = params.get("arguments") if isinstance(params, dict) else None
        if command not in _COMMANDS or not isinstance(arguments, list) or len(arguments) != 2:
            raise NotAllowed("a page cannot run this command")
        if arguments[0] != DOCUMENT:
            raise NotAllowed("a page has one document")
    if not _names_only_the_draft(params):
        raise NotAllowed("a page has one document")
    return message


def _initialize(params: dict[str, Any], options: WebOptions) -> dict[str, Any]:
    """The parameters of `initialize`: the abilities of the page, the folder of the office."""
    folder = Path(options.folder).resolve()
    given = params.get("initializationOptions")
    given = given if isinstance(given, dict) else {}
    chosen = given.get("settings")
    settings = {}
    if isinstance(chosen, dict):
        names = {"messageLanguage", *(one.name for one in SETTINGS)}
        settings = {name: value for name, value in chosen.items() if name in names}
    if options.config:
        settings["configuration"] = str(Path(options.config).resolve())
    capabilities = params.get("capabilities")
    capabilities = dict(capabilities) if isinstance(capabilities, dict) else {}
    # It asks the page for nothing: settings come from the folder.
    capabilities.pop("workspace", None)
    return {
        "processId": None,
        "clientInfo": {"name": "reslint page"},
        "locale": params.get("locale"),
        "rootUri": folder.as_uri(),
        "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}],
        "capabilities": capabilities,
        "initializationOptions": {"settings": settings, "status": True},
    }


def _names_only_the_draft(value: Any) -> bool:
    """Tell whether no document but that of the page is named anywhere in a value."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            for name, inner in one.items():
                if name.lower().endswith("uri") and inner != DOCUMENT:
                    return False
                waiting.append(inner)
    return True
