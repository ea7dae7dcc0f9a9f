"""Files replaced whole or not at all: a draft is never lost, whatever happens meanwhile.

The new bytes go to a temporary file in the same folder, onto the disk, and then take the name of
the old file in one step. Until that step the old file stands, from then on the new one.
"""

from __future__ import annotations

import os
import stat
import time

_TRIES = 100
_ENDING = ".reslint-tmp"
_ABANDONED = 3600  # seconds after which a temporary file is nobody's: no writing takes so long
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class NotWritten(Exception):
    """The file was left as it is; the message says why."""


class Snapshot:
    """A file as it was read: its bytes, and the traits by which a change shows.

    `path` is the real path (links followed), so that a link stays a link and its target changes.
    """

    __slots__ = ("data", "identity", "mode", "path")

    def __init__(self, path: str, data: bytes, status: os.stat_result) -> None:
        self.path = path
        self.data = data
        self.mode = stat.S_IMODE(status.st_mode)
        self.identity = _identity(status)


def take_snapshot(path: str, limit: int) -> Snapshot:
    """Read a file of which the new text will be written. Reads at most `limit` + 1 bytes.

    Raises OSError where it cannot be read and NotWritten where it is no regular file.
    """
    real = os.path.realpath(path)
    # A pipe would block on opening: no flag is needed for files, which never do.
    descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotWritten("it is no regular file")
        return Snapshot(real, stream.read(limit + 1), status)


def replace(snapshot: Snapshot, data: bytes) -> None:
    """Write `data` in the place of the file as it was read; its mode and owner are kept.

    Raises NotWritten, and leaves the file alone, where it has changed since it was read, where it
    or its folder may not be written, or where writing fails (a full disk).
    """
    try:
        folder = os.path.dirname(snapshot.path)
        _refuse_protected(snapshot, folder)
        _sweep(folder)
        _replace(snapshot, data, folder)
    except FileNotFoundError:
        raise NotWritten("the file was removed while it was checked") from None
    except OSError as error:
        raise NotWritten(error.strerror or str(error)) from None


def _refuse_protected(snapshot: Snapshot, folder: str) -> None:
    """Raise NotWritten for a file that somebody protected. Raises OSError where it is gone.

    Renaming asks nobody for leave to write the file itself, and root is refused nothing: what is
    protected stays as it is all the same.
    """
    path = snapshot.path
    status = os.stat(path)
    if not snapshot.mode & _WRITABLE or not os.access(path, os.W_OK):
        raise NotWritten("the file is read-only")
    if not os.stat(folder).st_mode & _WRITABLE or not os.access(folder, os.W_OK):
        raise NotWritten(f"the folder {folder} is read-only")
    if status.st_nlink > 1:
        # A new file takes the place of the old one under this name; the others would keep that.
        raise NotWritten(
            f"the file has {status.st_nlink} names (hard links), and the others would not change"
        )


_swept: set[str] = set()


def _sweep(folder: str) -> None:
    """Remove what runs that were killed left in the folder long ago; looks once a process."""
    if folder in _swept:
        return
    _swept.add(folder)
    long_ago = time.time() - _ABANDONED
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") and entry.name.endswith(_ENDING):
                try:
                    status = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(status.st_mode) and status.st_mtime < long_ago:
                        os.unlink(entry.path)
                except OSError:
                    continue  # another run was quicker, or it is not ours to remove


def _replace(snapshot: Snapshot, data: bytes, folder: str) -> None:
    """Write the temporary file and rename it; it never stays behind. Raises OSError, NotWritten."""
    descriptor, temporary = _create(folder, os.path.basename(snapshot.path))
    try:
        with open(descriptor, "wb") as stream:
            _keep_owner_and_mode(descriptor, snapshot)
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        _refuse_changes(snapshot)
        os.replace(temporary, snapshot.path)
    except BaseException:
        # Also for Ctrl-C: nobody wants to find such files.
        try:  # noqa: SIM105 - contextlib is not worth an import here
            os.unlink(temporary)
        except OSError:
            pass
        raise
    _sync(folder)


def _create(folder: str, name: str) -> tuple[int, str]:
    """A new file in the folder, readable by its owner only: its descriptor and path.

    Its name is hidden and has no ending of a draft: no run of reslint takes it for one.
    """
    for number in range(_TRIES):
        # The name may be as long as names can be: no more than its beginning is used.
        path = os.path.join(folder, f".{name[:40]}.{os.getpid()}-{number}{_ENDING}")
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            return os.open(path, flags, 0o600), path
        except FileExistsError:
            continue
    raise NotWritten("no temporary file can be made beside it")


def _keep_owner_and_mode(descriptor: int, snapshot: Snapshot) -> None:
    """Give the new file the owner and the mode of the old one."""
    if hasattr(os, "fchown"):
        old, new = os.stat(snapshot.path), os.fstat(descriptor)
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            try:  # noqa: SIM105 - contextlib is not worth an import here
                os.fchown(descriptor, old.st_uid, old.st_gid)
            except OSError:
                # The owner may only be changed by root. The file can be written, or we were not
                # here: that it now belongs to who mended it is what editors do as well.
                pass
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, snapshot.mode)


def _refuse_changes(snapshot: Snapshot) -> None:
    """Raise NotWritten if the file is no longer what was read."""
    try:
        with open(snapshot.path, "rb") as stream:
            same = _identity(os.fstat(stream.fileno())) == snapshot.identity
            # The clock of a file system may be too coarse to show a change.
            same = same and stream.read(len(snapshot.data) + 1) == snapshot.data
    except FileNotFoundError:
        raise NotWritten("the file was removed while it was checked") from None
    if not same:
        raise NotWritten("the file was changed while it was checked")


def _identity(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _sync(folder: str) -> None:
    """Bring the renaming itself onto the disk, where the system can."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
