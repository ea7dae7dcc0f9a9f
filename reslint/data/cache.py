"""Files in the user's cache folder: plain data, written whole or not at all.

A cache is never needed: files that are damaged or cannot be read or written count as missing. The
folder and its files belong to the user alone (modes 0700 and 0600, whatever the umask); what
belongs to somebody else, links and pipes are not read. `RESLINT_NO_CACHE=1` turns it off, and
`RESLINT_CACHE_DIR` moves it. On the path of every start: cheap imports only.
"""

from __future__ import annotations

import marshal
import os
import stat
from binascii import crc32

from reslint.data import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


NO_CACHE = "RESLINT_NO_CACHE"
"""The environment variable that, as 1, turns the cache off."""
ONLY_SHIPPED = "shipped"
"""Its value for a run without cache: only the shipped rules of a checkout, which an installed
reslint has compiled, are read from it."""
# Any Python from 3.4 on reads this version of marshal, so one wheel serves them all.
MARSHAL_VERSION = 4
_OWNED = hasattr(os, "geteuid")  # elsewhere the user's folders are private by themselves
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | _BINARY | _NO_LINK | getattr(os, "O_NONBLOCK", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK
UNREADABLE = (OSError, ValueError, EOFError, TypeError, MemoryError)
"""What reading a damaged or missing file may raise."""


def folder(name: str, *, shipped: bool = False) -> str:
    """The folder of this name in the user's cache (it need not exist), "" where none is used.

    `shipped` is what reslint itself is made of.
    """
    off = os.environ.get(NO_CACHE, "")
    if off not in ("", "0") and not (shipped and off == ONLY_SHIPPED):
        return ""
    base = paths.cache_folder()
    return os.path.join(base, name) if base and _is_private(base) else ""


def _is_private(base: str) -> bool:
    """Tell whether a folder is the user's alone, after making it so, or does not exist yet."""
    if not _OWNED:
        return True
    try:
        status = os.lstat(base)
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            return False
        if status.st_mode & 0o077:
            os.chmod(base, 0o700)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def read(path: str, head: bytes = b"", most: int = -1) -> tuple[bool, Any]:
    """Whether the file holds a value after `head`, and the value.

    A file with more than `most` bytes counts as missing.
    """
    try:
        descriptor = os.open(path, _READ)
        with open(descriptor, "rb") as stream:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode) or (_OWNED and status.st_uid != os.geteuid()):
                return False, None
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
            descriptor = os.open(temporary, _WRITE, 0o600)
        except FileNotFoundError:
            _make_folders(os.path.dirname(path))
            descriptor = os.open(temporary, _WRITE, 0o600)
        with open(descriptor, "wb") as stream:
            stream.write(head + crc32(body).to_bytes(4, "big") + body)
        os.replace(temporary, path)
    except UNREADABLE:
        try:  # noqa: SIM105 - contextlib is not worth an import here
            os.unlink(temporary)
        except OSError:
            pass
        return False
    return True


def _make_folders(path: str) -> None:
    """Make a folder and those above it, each for the user alone whatever the umask."""
    above = os.path.dirname(path)
    if not os.path.isdir(above):
        _make_folders(above)
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        return
