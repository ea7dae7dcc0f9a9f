"""The streams to and from a client: how their bytes are read and written."""

from __future__ import annotations

import asyncio
import os
import re
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import BinaryIO

    from websockets.asyncio.server import ServerConnection


_CHUNK = 1 << 16
_MAX_HEADER = 1 << 24  # bytes of a message header
_HEADER = re.compile(rb"Content-Length: [0-9]+\r\n|Content-Type:.*\r\n")
"""A header of the protocol as pygls reads it: another spelling would hold the place for nothing."""


class Output(Protocol):
    """Where the bytes of messages go."""

    def write(self, data: bytes, /) -> Any: ...
    def close(self) -> Any: ...


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


class MessageWriter:
    """Writes whole messages, and calls `gone` if the client does not take them any more."""

    def __init__(self, output: Output, gone: Callable[[], None]) -> None:
        self._output = output
        self._gone = gone

    def write(self, data: bytes) -> None:
        """Write one message."""
        try:
            self._output.write(data)
        except (OSError, ValueError):
            self._gone()

    def close(self) -> None:
        """Close the stream."""
        self._output.close()


class OpenedInput:
    """The input of a client whose first line was read, and is a header of the protocol.

    A page in a browser can post to any local port. Its first line is not a header of the protocol:
    its connection is closed, and the server goes on waiting for its client.
    """

    def __init__(self, line: bytes, reader: asyncio.StreamReader) -> None:
        self._line = line
        self._reader = reader

    @classmethod
    async def of(cls, reader: asyncio.StreamReader) -> OpenedInput | None:
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


class TextConnection:
    """A WebSocket that sends its messages as text: clients in browsers expect that."""

    def __init__(
        self, connection: ServerConnection, spawn: Callable[[Coroutine[Any, Any, None]], None]
    ) -> None:
        self._connection = connection
        self._spawn = spawn

    async def recv(self, decode: bool | None = None) -> bytes | str:
        """Return the next message. Raises ConnectionClosed at the end."""
        return await self._connection.recv(decode=decode)

    def send(self, data: bytes) -> None:
        """Send a message in the background."""
        self._spawn(self._connection.send(data.decode()))

    async def close(self) -> None:
        """Close the connection."""
        await self._connection.close()
