"""Make a server, start it, and end it with its client."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import sys
from contextlib import suppress
from importlib import import_module
from threading import Event
from typing import TYPE_CHECKING

from pygls.io_ import StdoutWriter, run_async, run_websocket
from pygls.protocol import json_rpc

from reslint.server import across, actions, commands, features, lifecycle, reading_aids, writing
from reslint.server.connection import MessageWriter, OpenedInput, TextConnection, reader_of
from reslint.server.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from socket import socket
    from typing import Any, BinaryIO

    from websockets.asyncio.server import ServerConnection


logger = logging.getLogger(__name__)
_LOCAL_PAGE = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]+)?")


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
    server.protocol.set_writer(MessageWriter(StdoutWriter(writer), server.client_is_gone))
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
            opened = await OpenedInput.of(reader)
        # Only one client: the drafts of two would mix.
        if opened is None or server.protocol.writer is not None:
            writer.close()
            return
        server.protocol.set_writer(MessageWriter(writer, server.client_is_gone))
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
            texts: Any = TextConnection(connection, server.spawn)
            await run_websocket(texts, Event(), server.protocol, logger, server.report_server_error)
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
    # It logs each message that it sends, and drafts are not for logs.
    logging.getLogger(json_rpc.__name__).setLevel(logging.WARNING)


def _end(server: Server) -> int:
    server.session.worker.close()
    return server.exit_code
