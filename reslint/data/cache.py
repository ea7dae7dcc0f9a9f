"""Files in the user's cache folder: plain data, written whole or not at all.

A cache is never needed: files that are damaged or cannot be read or written count as missing.
`RESLINT_NO_CACHE=1` turns it off. On the path of every start: cheap imports only.
"""

from __future__ import annotations

import marshal
import os
from binascii import crc32

from reslint.data import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


# Any Python from 3.4 on reads this version of marshal, so one wheel serves them all.
MARSHAL_VERSION = 4
UNREADABLE = (OSError, ValueError, EOFError, TypeError, MemoryError)
"""What reading a damaged or missing file may raise."""


def folder(name: str) -> str:
    """The folder of this name in the user's cache (it need not exist), "" where none is used."""
    if os.environ.get("RESLINT_NO_CACHE", "") not in ("", "0"):
        return ""
    base = paths.cache_folder()
    return os.path.join(base, name) if base else ""


def read(path: str, head: bytes = b"", most: int = -1) -> tuple[bool, Any]:
    """Whether the file holds a value after `head`, and the value.

    A file with more than `most` bytes counts as missing.
    """
    try:
        with open(path, "rb") as stream:
            data = stream.read(most if most < 0 else most + 1)
        start = len(head) + 4
        if not data.startswith(head) or len(data) <= start or 0 <= most < len(data):
            return False, None
        body = memoryview(data)[start:]
        # Damaged data may crash marshal: the checksum keeps them from it.
        if crc32(body) != int.from_bytes(data[len(head) : start], "big"):
            return False, None
        return True, marshal.loads(body)
    except UNREADABLE:
        return False, None


def write(path: str, value: Any, head: bytes = b"", most: int = -1) -> bool:
    """Write a plain value after `head`; whether it could be written.

    A file that would have more than `most` bytes is not written.
    """
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        body = marshal.dumps(value, MARSHAL_VERSION)
        if 0 <= most < len(head) + 4 + len(body):
            return False
        try:
            stream = open(temporary, "xb")  # noqa: SIM115
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            stream = open(temporary, "xb")  # noqa: SIM115
        with stream:
            stream.write(head + crc32(body).to_bytes(4, "big") + body)
        os.replace(temporary, path)
    except UNREADABLE:
        try:  # noqa: SIM105 - contextlib is not worth an import here
            os.unlink(temporary)
        except OSError:
            pass
        return False
    return True
