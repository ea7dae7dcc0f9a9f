"""An editor for tests: speaks to the real server through pipes.

The server runs in a thread of the tests (`Client`), or, for tests of options, signals, crashes and
the end, in a process of its own (`ProcessClient`).

Every answer is read as the type that the protocol gives it, so that a malformed one fails the
test. Waiting is for messages, never for time; the time limits only end a test that has failed.
"""

from __future__ import annotations

import io
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Self

from lsprotocol import converters
from lsprotocol import types as lsp

from reslint.server.starting import serve_pipes
from tests.conftest import ROOT

LIMIT = 60.0
CONVERTER = converters.get_converter()

PUSH: dict[str, Any] = {
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True,
            "versionSupport": True,
            "codeDescriptionSupport": True,
            "dataSupport": True,
            "tagSupport": {"valueSet": [1, 2]},
        },
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
            "resolveSupport": {"properties": ["edit"]},
            "dataSupport": True,
        },
    },
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "window": {"workDoneProgress": True, "showDocument": {"support": True}},
}
"""What a client can that has diagnostics pushed to it."""
PULL: dict[str, Any] = {
    **PUSH,
    "textDocument": {**PUSH["textDocument"], "diagnostic": {"dynamicRegistration": False}},
    "workspace": {**PUSH["workspace"], "diagnostics": {"refreshSupport": True}},
}
"""What a client can that asks for diagnostics."""
ANNOTATING: dict[str, Any] = {
    **PUSH,
    "workspace": {
        **PUSH["workspace"],
        "workspaceEdit": {
            "documentChanges": True,
            "changeAnnotationSupport": {"groupsOnLabel": True},
        },
    },
}
"""What a client can that shows edits to be confirmed."""


class ResponseError(Exception):
    """The server answered by an error."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(error.get("message"))
        self.code: int = error["code"]
        self.error = error


def framed(message: Any) -> bytes:
    """Return a message as it is sent."""
    body = json.dumps(message).encode("utf-8")
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


class Client:
    """One session with a server in a thread of this process."""

    def __init__(self) -> None:
        self.strict = True
        """Whether what comes is read as the type it ought to have; that takes time."""
        self.settings: Any = None
        self.folder_settings: dict[str, Any] = {}
        self.capabilities: dict[str, Any] = {}
        self.log: list[str] = []
        self.open_uris: set[str] = set()
        self.added_folders: list[Path] = []
        self.configured = False
        self.seen: list[dict[str, Any]] = []
        """Every message that is no answer, in order."""
        self._number = 0
        self._position = 0
        self._arrived: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._answers: dict[Any, dict[str, Any]] = {}
        self._threads: list[threading.Thread] = []
        self._to_server, self._from_server = self._connect()
        self._run_in_thread(self._read)

    def _connect(self) -> tuple[BinaryIO, BinaryIO]:
        """Start the server; the pipe to it and the one from it."""
        (server_reads, we_write), (we_read, server_writes) = os.pipe(), os.pipe()
        self.exit_codes: queue.Queue[int] = queue.Queue()

        def serve() -> None:
            with os.fdopen(server_writes, "wb") as writer:
                self.exit_codes.put(serve_pipes(os.fdopen(server_reads, "rb"), writer))

        self._run_in_thread(serve)
        return os.fdopen(we_write, "wb"), os.fdopen(we_read, "rb")

    def _run_in_thread(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    # Sending

    def send_bytes(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._to_server.write(data)
        self._to_server.flush()

    def send(self, message: Any) -> None:
        """Send one message."""
        self.send_bytes(framed(message))

    def notify(self, method: str, params: Any) -> None:
        """Send a notification."""
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Any) -> int:
        """Send a request and do not wait; its number."""
        self._number += 1
        self.send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        return self._number

    def request(self, method: str, params: Any) -> Any:
        """The result of a request. Raises ResponseError."""
        answer = self.answer(self.ask(method, params))
        if "error" in answer:
            raise ResponseError(answer["error"])
        known = lsp.METHOD_TO_TYPES.get(method)
        if known is not None and known[1] is not None:
            CONVERTER.structure(answer, known[1])
        return answer.get("result")

    # Receiving

    def answer(self, number: Any) -> dict[str, Any]:
        """The answer to the request with this number."""
        while number not in self._answers:
            self._take()
        return self._answers.pop(number)

    def wait_for(
        self, method: str, fits: Callable[[Any], bool] = lambda params: True
    ) -> dict[str, Any]:
        """The parameters of the next message `method` that fits; others before it are passed."""
        while True:
            while self._position < len(self.seen):
                message = self.seen[self._position]
                self._position += 1
                if message["method"] == method and fits(message.get("params")):
                    params: dict[str, Any] = message.get("params") or {}
                    return params
            self._take()

    def passed(self, method: str) -> list[Any]:
        """The parameters of all messages `method` that have come so far."""
        return [one.get("params") for one in self.seen if one["method"] == method]

    def _take(self) -> None:
        message = self._arrived.get(timeout=LIMIT)
        if message is None:
            self._arrived.put(None)
            raise EOFError("the server has gone; its log:\n" + "".join(self.log))
        if "method" not in message:
            self._answers[message.get("id")] = message
            return
        known = lsp.METHOD_TO_TYPES.get(message["method"])
        if known is not None and self.strict:
            CONVERTER.structure(message, known[0])
        self.seen.append(message)
        if "id" in message:
            result = self._result_for(message["method"], message.get("params"))
            self.send({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _result_for(self, method: str, params: Any) -> Any:
        if method == lsp.WORKSPACE_CONFIGURATION:
            return [
                self.folder_settings.get(item.get("scopeUri", ""), self.settings)
                for item in params["items"]
            ]
        return {"success": True} if method == lsp.WINDOW_SHOW_DOCUMENT else None

    def _read(self) -> None:
        stream = self._from_server
        while True:
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            body = stream.read(length)
            if not length or len(body) < length:
                self._arrived.put(None)
                return
            self._arrived.put(json.loads(body))

    # A session

    def start(
        self,
        capabilities: dict[str, Any] | None = None,
        options: dict[str, Any] | None = None,
        *,
        folders: Iterable[Path] = (),
        encodings: list[str] | None = None,
        locale: str = "en",
    ) -> Self:
        """Begin a session; `options` are the initializationOptions."""
        given = dict(PUSH if capabilities is None else capabilities)
        if encodings is not None:
            given["general"] = {"positionEncodings": encodings}
        if self.settings is not None:
            given["workspace"] = {**given.get("workspace", {}), "configuration": True}
        result = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": None,
                "locale": locale,
                "capabilities": given,
                "initializationOptions": {"status": True, **(options or {})},
                "workspaceFolders": [{"uri": one.as_uri(), "name": one.name} for one in folders],
            },
        )
        self.capabilities = result["capabilities"]
        self.notify("initialized", {})
        return self

    def open(self, uri: str, text: str, *, version: int = 1, language: str = "markdown") -> None:
        """Open a document."""
        self.open_uris.add(uri)
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        """Change a document."""
        self.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)},
        )

    def save(self, uri: str) -> None:
        """Say that a document was saved."""
        self.notify("textDocument/didSave", {"textDocument": {"uri": uri}})

    def close(self, uri: str) -> None:
        """Close a document."""
        self.open_uris.discard(uri)
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def pushed(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """The next diagnostics published for a document (of that version, if given)."""
        found = self.wait_for(
            "textDocument/publishDiagnostics",
            lambda params: params["uri"] == uri and version in (None, params.get("version")),
        )
        items: list[dict[str, Any]] = found["diagnostics"]
        return items

    def pushed_to(self, *uris: str) -> list[list[dict[str, Any]]]:
        """The next diagnostics for each of some documents, which come in any order."""
        found: dict[str, list[dict[str, Any]]] = {}
        while len(found) < len(uris):
            params = self.wait_for(
                "textDocument/publishDiagnostics",
                lambda params: params["uri"] in uris and params["uri"] not in found,
            )
            found[params["uri"]] = params["diagnostics"]
        return [found[uri] for uri in uris]

    def pull(self, uri: str, previous: str | None = None) -> dict[str, Any]:
        """What the server says when it is asked for diagnostics."""
        params = {"textDocument": {"uri": uri}, "previousResultId": previous}
        answer: dict[str, Any] = self.request("textDocument/diagnostic", params)
        return answer

    def status(self, uri: str, state: str) -> dict[str, Any]:
        """The next status of a document with this state."""
        return self.wait_for(
            "reslint/status", lambda params: (params["uri"], params["state"]) == (uri, state)
        )

    def actions(
        self, uri: str, where: dict[str, Any], only: list[str] | None = None
    ) -> list[dict[str, Any]]:
        """The code actions for a range."""
        context: dict[str, Any] = {"diagnostics": []}
        if only is not None:
            context["only"] = only
        params = {"textDocument": {"uri": uri}, "range": where, "context": context}
        found: list[dict[str, Any]] = self.request("textDocument/codeAction", params)
        return found

    def add_folder(self, folder: Path) -> None:
        """Open a folder in the editor."""
        self.added_folders.append(folder)
        self._change_folders(added=[folder])

    def _change_folders(self, added: Iterable[Path] = (), removed: Iterable[Path] = ()) -> None:
        event = {
            key: [{"uri": one.as_uri(), "name": one.name} for one in folders]
            for key, folders in (("added", added), ("removed", removed))
        }
        self.notify("workspace/didChangeWorkspaceFolders", {"event": event})

    def configure(self, settings: dict[str, Any]) -> None:
        """Send the editor's settings (of a client that is not asked for them)."""
        self.configured = bool(settings)
        self.notify("workspace/didChangeConfiguration", {"settings": {"reslint": settings}})

    def reset(self) -> None:
        """Leave nothing of a test: no document, folder, setting or message."""
        for uri in list(self.open_uris):
            self.close(uri)
        if self.added_folders:
            self._change_folders(removed=self.added_folders)
            self.added_folders.clear()
        if self.configured:
            self.configure({})
        # All messages before the answer have come with it.
        self.request("reslint/explain", {"code": "TOOL001"})
        self.seen.clear()
        self._answers.clear()
        self._position = 0

    def end(self) -> int:
        """End the session in order; the exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.exit_codes.get(timeout=LIMIT)

    def kill(self) -> None:
        """Make sure that nothing is left."""
        server, *_ = self._threads
        if server.is_alive():
            self.notify("exit", None)
        for thread in self._threads:
            thread.join(LIMIT)
            # A server that cannot write any more would end this process.
            assert not thread.is_alive()
        self._to_server.close()
        self._from_server.close()


class ProcessClient(Client):
    """One session with a server process."""

    def __init__(self, *arguments: str, environment: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reslint", "server", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        )
        super().__init__()
        self._run_in_thread(self._read_log)

    def _connect(self) -> tuple[BinaryIO, BinaryIO]:
        writer, reader = self.process.stdin, self.process.stdout
        assert isinstance(writer, io.BufferedWriter)
        assert isinstance(reader, io.BufferedReader)
        return writer, reader

    def _read_log(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log.append(line.decode("utf-8", "replace"))

    def end(self) -> int:
        """End the session in order; the exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(LIMIT)

    def kill(self) -> None:
        """Make sure that nothing is left."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(LIMIT)
        with suppress(OSError):
            self._to_server.close()
        for thread in self._threads:
            thread.join(LIMIT)
        self._from_server.close()
        assert self.process.stderr is not None
        self.process.stderr.close()


def span(line: int, start: int, end_line: int, end: int) -> dict[str, Any]:
    """A range of the protocol."""
    return {
        "start": {"line": line, "character": start},
        "end": {"line": end_line, "character": end},
    }


def insertion(line: int, character: int, text: str) -> dict[str, Any]:
    """A change that inserts a text."""
    return {"range": span(line, character, line, character), "text": text}


def codes(items: list[dict[str, Any]]) -> list[str]:
    """The codes of diagnostics, in order."""
    return [one["code"] for one in items]
