"""The server at a port: TCP and WebSocket, one client, clear words where it cannot be."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from websockets import exceptions
from websockets.sync import client
from websockets.typing import Origin

from tests.conftest import ROOT
from tests.server.client import LIMIT, codes
from tests.server.drafts import EN

WAYS = ("--tcp", "--ws")
URI = "file:///drafts/port.md"
BEGIN: dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": {}}


@contextmanager
def served(way: str) -> Iterator[tuple[subprocess.Popen[bytes], str, int]]:
    """A server at a port of its own choice: the process, host, port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "reslint", "server", way, "--port", "0"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    try:
        while b"listening on" not in (line := process.stderr.readline()):
            assert line, "the server did not start"
        host, _, port = line.decode().split()[-1].rpartition(":")
        yield process, host, int(port)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(LIMIT)
        process.stderr.close()


def refused(*arguments: str, path: str = "") -> str:
    """What a server says that does not start."""
    done = subprocess.run(
        [sys.executable, "-m", "reslint", "server", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (path, str(ROOT))))},
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert done.returncode == 2
    return done.stderr


@pytest.mark.parametrize("way", ["closed", "reset"])
def test_one_client_at_a_port(way: str) -> None:
    with served("--tcp") as (process, host, port):
        with socket.create_connection((host, port), LIMIT) as connection:
            connection.settimeout(LIMIT)
            body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": BEGIN})
            connection.sendall(f"Content-Length: {len(body)}\r\n\r\n{body}".encode())
            assert connection.recv(20).startswith(b"Content-Length:")
            if way == "closed":
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(100_000):
                    continue
            # Else what was not read yet makes the system break the connection.
        assert process.wait(LIMIT) == 0


class Browser:
    """A client of WebSocket: a message is a text of JSON without headers."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def send(self, method: str, params: Any, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        self.connection.send(json.dumps(message if number is None else {**message, "id": number}))

    def receive(self, key: str, value: Any) -> Any:
        """The next message with this value."""
        while True:
            data = self.connection.recv(LIMIT)
            assert isinstance(data, str)
            message = json.loads(data)
            if message.get(key) == value:
                return message


def test_a_session_through_a_websocket() -> None:
    with served("--ws") as (process, host, port):
        address = f"ws://{host}:{port}"
        with pytest.raises(exceptions.InvalidStatus):
            client.connect(address, origin=Origin("https://example.org"), open_timeout=LIMIT)
        with client.connect(
            address,
            origin=Origin("http://localhost:8080"),
            max_size=None,
            open_timeout=LIMIT,
        ) as connection:
            browser = Browser(connection)
            browser.send("initialize", BEGIN, 1)
            assert browser.receive("id", 1)["result"]["serverInfo"]["name"] == "reslint"
            with client.connect(address, open_timeout=LIMIT) as second:
                with pytest.raises(exceptions.ConnectionClosed) as closed:
                    second.recv(LIMIT)
                assert closed.value.rcvd is not None
                assert closed.value.rcvd.code == 1013
            browser.send("initialized", {})
            # More than a transport takes in one message unless it is told to.
            text = f"{EN}\n<!-- {'é' * 1_100_000} -->\n"
            item = {"uri": URI, "languageId": "markdown", "version": 1, "text": text}
            browser.send("textDocument/didOpen", {"textDocument": item})
            said = browser.receive("method", "textDocument/publishDiagnostics")["params"]
            assert (said["uri"], codes(said["diagnostics"])) == (URI, ["LEAD002"])
            browser.send("shutdown", None, 2)
            assert browser.receive("id", 2)["result"] is None
            browser.send("exit", None)
            assert process.wait(LIMIT) == 0


def test_the_server_ends_with_the_client_of_its_websocket() -> None:
    with served("--ws") as (process, host, port):
        with client.connect(f"ws://{host}:{port}", open_timeout=LIMIT) as connection:
            Browser(connection).send("initialize", BEGIN, 1)
        assert process.wait(LIMIT) == 0


def test_without_websockets_it_is_said_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "websockets.py").write_text("raise ImportError(name=__name__)\n")
    said = refused("--ws", path=str(tmp_path))
    assert said == (
        "reslint server: error: this needs the package websockets: pip install websockets\n"
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_port_that_is_taken_is_said(way: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = refused(way, "--port", str(port))
    assert said.startswith(f"reslint server: cannot listen on 127.0.0.1:{port}: ")
    assert refused(way, "--port", "99999").startswith("reslint server: cannot listen on ")


def test_a_page_that_posts_to_the_port_is_not_served() -> None:
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": BEGIN})
    headers = ("Host: 127.0.0.1", f"Content-Length: {len(body)}", "", body)
    with served("--tcp") as (process, host, port):
        for first in (
            "POST / HTTP/1.1",
            "GET / HTTP/1.1",
            "Content-Length: -5",
            f"content-length: {len(body)}",
            "Content-Length:",
            "",
        ):
            with socket.create_connection((host, port), LIMIT) as page:
                page.sendall("\r\n".join((first, *headers)).encode())
                with suppress(ConnectionResetError):
                    assert page.recv(1000) == b""
        assert process.poll() is None
        with socket.create_connection((host, port), LIMIT) as client:
            client.sendall(f"Content-Length: {len(body)}\r\n\r\n{body}".encode())
            assert client.recv(14) == b"Content-Length"
