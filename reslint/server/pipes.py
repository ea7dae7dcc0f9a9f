"""Standard input read for the loop: by one thread, as it comes.

pygls asks a pool for each line of a message's head and for its body: three changes of threads a
message, each of which may wait for a check that is going on.
"""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

_AT_ONCE = 1 << 16
_LONGEST_LINE = 1 << 24  # of the head of a message


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
