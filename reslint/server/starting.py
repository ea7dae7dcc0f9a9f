"""A server made, started, and ended with its client."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING

from pygls.io_ import run_async

from reslint.server import actions, commands, diagnostics, lifecycle, requests, understanding
from reslint.server.server import Server

if TYPE_CHECKING:
    from typing import BinaryIO


logger = logging.getLogger(__name__)


def make_server() -> Server:
    """A server with all its features, not yet started."""
    server = Server()
    for module in (lifecycle, diagnostics, actions, commands, requests, understanding):
        module.register(server)
    return server


def serve_stdio() -> int:
    """Serve the client at standard input and output until it is gone; the exit code."""
    _log_to_stderr()
    reader, writer = _own_streams()
    server = make_server()
    server.start_io(reader, writer)
    return _ended(server)


def serve_tcp(host: str, port: int) -> int:
    """Serve one client at a TCP port."""
    _log_to_stderr()
    server = make_server()
    # `exit` has said with which code.
    with suppress(KeyboardInterrupt, SystemExit):
        asyncio.run(_listen(server, host, port))
    return _ended(server)


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
        except (OSError, EOFError):
            logger.info("the connection broke")
        finally:
            gone.set()

    listener = await asyncio.start_server(connected, host, port)
    async with listener:
        address = listener.sockets[0].getsockname()
        print(
            f"reslint server: listening at {address[0]}:{address[1]}", file=sys.stderr, flush=True
        )
        await gone.wait()


def serve_websocket(host: str, port: int) -> int:
    """Serve one client of WebSocket."""
    _log_to_stderr()
    server = make_server()
    server.start_ws(host, port)
    return _ended(server)


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
