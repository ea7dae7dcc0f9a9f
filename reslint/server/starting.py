"""Make a server, start it, and end it with its client."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import sys
from contextlib import suppress
from importlib import import_module
from threading import Event, Thread
from typing import TYPE_CHECKING

from pygls.io_ import StdoutWriter, run_async, run_websocket

from reslint.server import across, actions, commands, features, lifecycle, reading_aids, writing
from reslint.server.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from socket import socket
    from typing import Any, BinaryIO

    from websockets.asyncio.server import ServerConnection


_CHUNK = 1 << 16
_MAX_HEADER = 1 << 24  # bytes of a message header
_HEADER = re.compile(rb"Content-Length: [0-9]+\r\n|Content-Type:.*\r\n")
"""A header of the protocol as pygls reads it: another spelling would hold the place for nothing."""
logger = logging.getLogger(__name__)
_LOCAL_PAGE = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]+)?")


def reader_of(stream: BinaryIO) -> asyncio.StreamReader:
    """Return a reader of a pipe, for the running event loop. The pipe is closed at its end."""
    reader = asyncio.StreamReader(limit=_MAX_HEADER)
    loop = asyncio.get_running_loop()
    number = stream.fileno()

    def read() -> None:
        data = b"-"
        # The loop may be closed already.
        with stream, suppress(RuntimeError):
            while data:
                try:
                    data = os.read(number, _CHUNK)
                except OSError:
                    data = b""
                if data:
                    loop.call_soon_threadsafe(reader.feed_data, data)
            loop.call_soon_threadsafe(reader.feed_eof)

    # A daemon, which ends with the process: a read from a pipe cannot be interrupted.
    Thread(target=read, name="reslint-input", daemon=True).start()
    return reader


def make_server() -> Server:
    """Make a server with all its features, not yet started."""
    server = Server()
    for module in (lifecycle, actions, commands, features, across, reading_aids, writing):
        module.register(server)
    return server


def serve_stdio() -> int:
    """Serve the client at standard input and output until it is gone; return the exit code."""
    _log_to_stderr()
    return serve_pipes(*_take_stdio())


def serve_pipes(reader: BinaryIO, writer: BinaryIO) -> int:
    """Serve the client at two pipes until it is gone; return the exit code."""
    return _run(lambda server: _serve_pipes(server, reader, writer))


def serve_tcp(host: str, port: int) -> int:
    """Serve one client at a TCP port. Raises OSError if the port cannot be opened."""
    _log_to_stderr()
    return _run(lambda server: _listen_tcp(server, host, port))


def serve_websocket(host: str, port: int) -> int:
    """Serve one WebSocket client. Raises OSError, and ImportError without `websockets`."""
    import_module("websockets")
    _log_to_stderr()
    return _run(lambda server: _listen_websocket(server, host, port))


def _run(serve: Callable[[Server], Coroutine[Any, Any, None]]) -> int:
    server = make_server()
    try:
        # `exit` has set the exit code.
        with suppress(KeyboardInterrupt, SystemExit):
            asyncio.run(serve(server))
    finally:
        code = _end(server)
    return code


async def _serve_pipes(server: Server, reader: BinaryIO, writer: BinaryIO) -> None:
    """Serve the client at two pipes until it is gone."""
    server.started_by_client = True
    server.protocol.set_writer(StdoutWriter(writer))
    try:
        await run_async(
            Event(), reader_of(reader), server.protocol, logger, server.report_server_error
        )
    except (OSError, EOFError, ValueError):
        logger.info("the connection broke")


async def _listen_tcp(server: Server, host: str, port: int) -> None:
    """Wait for a client and serve it until it is gone or the connection breaks."""
    gone = asyncio.Event()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        opened = None
        with suppress(OSError, ValueError):
            opened = await _OpenedInput.of(reader)
        # Only one client: the drafts of two would mix.
        if opened is None or server.protocol.writer is not None:
            writer.close()
            return
        server.protocol.set_writer(writer)
        try:
            await run_async(Event(), opened, server.protocol, logger, server.report_server_error)
        except (OSError, EOFError, ValueError):  # ValueError: a message header without end
            logger.info("the connection broke")
        finally:
            # From Python 3.12 on, closing a listener waits for its connections.
            writer.close()
            gone.set()

    listener = await asyncio.start_server(connected, host, port)
    async with listener:
        _print_addresses(listener.sockets)
        await gone.wait()


class _OpenedInput:
    """The input of a client whose first line was read, and is a header of the protocol.

    A page in a browser can post to any local port. Its first line is not a header of the protocol:
    its connection is closed, and the server goes on waiting for its client.
    """

    def __init__(self, line: bytes, reader: asyncio.StreamReader) -> None:
        self._line = line
        self._reader = reader

    @classmethod
    async def of(cls, reader: asyncio.StreamReader) -> _OpenedInput | None:
        """Return an input from its first line on, None if that is no header.

        Raises OSError if the connection breaks, ValueError for a line without end.
        """
        line = await reader.readline()
        return cls(line, reader) if _HEADER.fullmatch(line) else None

    async def readline(self) -> bytes:
        """Return the next line; b"" at the end."""
        line, self._line = self._line, b""
        return line or await self._reader.readline()

    async def readexactly(self, n: int) -> bytes:
        """Return the next `n` bytes."""
        return await self._reader.readexactly(n)


async def _listen_websocket(server: Server, host: str, port: int) -> None:
    """Wait for a WebSocket client and serve it until it is gone."""
    from websockets.asyncio.server import serve
    from websockets.frames import CloseCode

    gone = asyncio.Event()

    async def connected(connection: ServerConnection) -> None:
        if server.protocol.writer is not None:
            await connection.close(CloseCode.TRY_AGAIN_LATER, "another client is already connected")
            return
        try:
            await run_websocket(
                connection, Event(), server.protocol, logger, server.report_server_error
            )
        finally:
            gone.set()

    # Browsers let any page connect to any local port: only local pages are accepted.
    # A message may hold a whole draft: the transport sets no limit.
    async with serve(connected, host, port, origins=[None, _LOCAL_PAGE], max_size=None) as listener:
        _print_addresses(listener.sockets)
        await gone.wait()


def _print_addresses(sockets: Iterable[socket]) -> None:
    for one in sockets:
        host, port = one.getsockname()[:2]
        print(f"reslint server: listening on {host}:{port}", file=sys.stderr, flush=True)


def _take_stdio() -> tuple[BinaryIO, BinaryIO]:
    """Reserve standard input and output for the protocol.

    Anything else that prints (a library, a process of a pool) writes into the log instead.
    """
    reader = os.fdopen(os.dup(0), "rb")
    writer = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    sys.stdout.flush()
    os.dup2(2, 1)
    return reader, writer


def _log_to_stderr() -> None:
    level = logging.DEBUG if os.environ.get("RESLINT_DEBUG") else logging.WARNING
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )


def _end(server: Server) -> int:
    server.session.worker.close()
    return server.exit_code
