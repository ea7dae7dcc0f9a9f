"""A server made, started, and ended with its client."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import suppress
from importlib import import_module
from threading import Event, Thread
from typing import TYPE_CHECKING

from pygls.io_ import StdoutWriter, run_async, run_websocket

from reslint.data.patterns import expression
from reslint.server import actions, commands, features, lifecycle, publishing
from reslint.server.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from socket import socket
    from typing import Any, BinaryIO

    from websockets.asyncio.server import ServerConnection


_AT_ONCE = 1 << 16
_LONGEST_LINE = 1 << 24  # of the head of a message
logger = logging.getLogger(__name__)
_LOCAL_PAGE = expression(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]+)?")


def reader_of(stream: BinaryIO) -> asyncio.StreamReader:
    """A reader of what comes through a pipe; to be called in the loop that reads from it."""
    reader = asyncio.StreamReader(limit=_LONGEST_LINE)
    loop = asyncio.get_running_loop()
    number = stream.fileno()

    def read() -> None:
        data = b"-"
        # A loop that is closed already wants nothing more.
        with suppress(RuntimeError):
            while data:
                try:
                    data = os.read(number, _AT_ONCE)
                except OSError:
                    data = b""
                if data:
                    loop.call_soon_threadsafe(reader.feed_data, data)
            loop.call_soon_threadsafe(reader.feed_eof)

    # Ends with the process: a read from a pipe cannot be broken off.
    Thread(target=read, name="reslint-input", daemon=True).start()
    return reader


def make_server() -> Server:
    """A server with all its features, not yet started."""
    server = Server()
    for module in (lifecycle, publishing, actions, commands, features):
        module.register(server)
    return server


def serve_stdio() -> int:
    """Serve the client at standard input and output until it is gone; the exit code."""
    reader, writer = _own_streams()
    return _served(lambda server: _converse(server, reader, writer))


def serve_tcp(host: str, port: int) -> int:
    """Serve one client at a TCP port. Raises OSError for a port that cannot be listened at."""
    return _served(lambda server: _listen(server, host, port))


def serve_websocket(host: str, port: int) -> int:
    """Serve one client of WebSocket. Raises as `serve_tcp`, ImportError without `websockets`."""
    import_module("websockets")
    return _served(lambda server: _listen_for_websocket(server, host, port))


def _served(serve: Callable[[Server], Coroutine[Any, Any, None]]) -> int:
    _log_to_stderr()
    server = make_server()
    try:
        # `exit` has said with which code.
        with suppress(KeyboardInterrupt, SystemExit):
            asyncio.run(serve(server))
    finally:
        code = _ended(server)
    return code


async def _converse(server: Server, reader: BinaryIO, writer: BinaryIO) -> None:
    """Serve the client at two pipes until it is gone."""
    server.protocol.set_writer(StdoutWriter(writer))
    try:
        await run_async(
            Event(), reader_of(reader), server.protocol, logger, server.report_server_error
        )
    except (OSError, EOFError, ValueError):
        logger.info("the connection broke")


async def _listen(server: Server, host: str, port: int) -> None:
    """Wait for a client and serve it until it is gone, be it by a broken connection."""
    gone = asyncio.Event()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if server.protocol.writer is not None:
            writer.close()  # one client alone: drafts of two would mix
            return
        server.protocol.set_writer(writer)
        try:
            await run_async(Event(), reader, server.protocol, logger, server.report_server_error)
        except (OSError, EOFError, ValueError):  # the last: a head of a message without end
            logger.info("the connection broke")
        finally:
            # From Python 3.12 on, a listener that closes waits for its connections.
            writer.close()
            gone.set()

    listener = await asyncio.start_server(connected, host, port)
    async with listener:
        _say_where(listener.sockets)
        await gone.wait()


async def _listen_for_websocket(server: Server, host: str, port: int) -> None:
    """The same for a client of WebSocket."""
    from websockets.asyncio.server import serve
    from websockets.frames import CloseCode

    gone = asyncio.Event()

    async def connected(connection: ServerConnection) -> None:
        if server.protocol.writer is not None:
            await connection.close(CloseCode.TRY_AGAIN_LATER, "there is a client already")
            return
        try:
            await run_websocket(
                connection, Event(), server.protocol, logger, server.report_server_error
            )
        finally:
            gone.set()

    # A browser lets any page connect to any port of this machine: pages from elsewhere may not.
    # A message holds a whole draft: its size is not for the transport to limit.
    async with serve(connected, host, port, origins=[None, _LOCAL_PAGE], max_size=None) as listener:
        _say_where(listener.sockets)
        await gone.wait()


def _say_where(sockets: Iterable[socket]) -> None:
    for one in sockets:
        host, port = one.getsockname()[:2]
        print(f"reslint server: listening at {host}:{port}", file=sys.stderr, flush=True)


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for the protocol alone.

    Whatever else prints something (a library, a process of a pool) reaches the log instead.
    """
    reader = os.fdopen(os.dup(0), "rb")
    writer = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    sys.stdout.flush()
    os.dup2(2, 1)
    return reader, writer


def _log_to_stderr() -> None:
    level = logging.DEBUG if os.environ.get("RESLINT_DEBUG") else logging.WARNING
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )


def _ended(server: Server) -> int:
    server.worker.close()
    return server.exit_code
