"""Write a file of reslint's own (a baseline, a registry) whole or not at all."""

from __future__ import annotations

import os


def write_whole(path: str, text: str) -> None:
    """Write a text as UTF-8 in one step: the old file stays if it fails. Raises OSError.

    Where the path is a link, the file behind it is written.
    """
    path = os.path.realpath(path)
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise
