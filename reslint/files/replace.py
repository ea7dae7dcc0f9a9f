"""Replace files whole or not at all, so that a draft is never lost.

The new bytes are written to a temporary file in the same folder, synced to the disk, and then
exchanged with the old file in one step: at every moment the name leads to one of the two. What came
out is looked at: if somebody wrote to the file at the last moment, the files are exchanged back.
"""

from __future__ import annotations

import os
import stat
import time

from reslint.files.exchange import exchange

_TRIES = 100
_ENDING = ".reslint-tmp"
_ABANDONED = 3600  # seconds after which a temporary file is abandoned: no write takes so long
_CHANGED = "the file was changed while it was checked"
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class NotWritten(Exception):
    """Raised where the file was left as it is; the message says why."""


class Snapshot:
    """A file as it was read: its bytes, and what shows that it has changed.

    `path` is the real path (links followed), so that a link stays a link and its target changes.
    """

    __slots__ = ("data", "identity", "mode", "path")

    def __init__(self, path: str, data: bytes, status: os.stat_result) -> None:
        self.path = path
        self.data = data
        self.mode = stat.S_IMODE(status.st_mode)
        self.identity = _identity(status)


def take_snapshot(path: str, limit: int) -> Snapshot:
    """Read a file that will be replaced. Reads at most `limit` + 1 bytes.

    Raises OSError if it cannot be read and NotWritten if it is no regular file.
    """
    real = os.path.realpath(path)
    # Opening a pipe would wait for a writer; for regular files the flag changes nothing.
    descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotWritten("it is not a regular file")
        return Snapshot(real, stream.read(limit + 1), status)


def replace(snapshot: Snapshot, data: bytes) -> None:
    """Replace the file by `data`, keeping its mode and owner.

    Raises NotWritten, and leaves the file alone, if it has changed since it was read, if it or its
    folder may not be written, or if writing fails (a full disk).
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
    """Raise NotWritten for a protected file. Raises OSError if it is gone.

    Renaming needs no permission to write the file itself, and root needs no permission at all:
    check them nevertheless.
    """
    path = snapshot.path
    status = os.stat(path)
    if not snapshot.mode & _WRITABLE or not os.access(path, os.W_OK):
        raise NotWritten("the file is read-only")
    if not os.stat(folder).st_mode & _WRITABLE or not os.access(folder, os.W_OK):
        raise NotWritten(f"the folder {folder} is read-only")
    if status.st_nlink > 1:
        # Only this name would lead to the new file; the others would keep the old one.
        raise NotWritten(
            f"the file has {status.st_nlink} names (hard links), "
            "and the others would keep the old text"
        )


_swept: set[str] = set()


def _sweep(folder: str) -> None:
    """Remove temporary files that killed runs left long ago; once per folder and process."""
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
                    continue  # removed by another run, or not ours to remove


def _replace(snapshot: Snapshot, data: bytes, folder: str) -> None:
    """Write the temporary file and rename it, or remove it. Raises OSError and NotWritten."""
    descriptor, temporary = _create(folder, os.path.basename(snapshot.path))
    try:
        with open(descriptor, "wb") as stream:
            _keep_owner_and_mode(descriptor, snapshot)
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        _refuse_changes(snapshot)
        if exchange(temporary, snapshot.path):
            _refuse_last_writing(snapshot, data, temporary)
            os.unlink(temporary)
        else:
            _replace_beside(snapshot, temporary)
    except BaseException:
        # Also after Ctrl-C.
        try:  # noqa: SIM105 - contextlib is not worth an import here
            os.unlink(temporary)
        except OSError:
            pass
        raise
    _sync(folder)


def _create(folder: str, name: str) -> tuple[int, str]:
    """Create a file in the folder, readable by its owner only; return its descriptor and path.

    Its name is hidden and does not end like a draft's, so that no run of reslint checks it.
    """
    for number in range(_TRIES):
        # The file's name may have the maximum length already: use only its beginning.
        path = os.path.join(folder, f".{name[:40]}.{os.getpid()}-{number}{_ENDING}")
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            return os.open(path, flags, 0o600), path
        except FileExistsError:
            continue
    raise NotWritten("no temporary file can be created beside it")


def _keep_owner_and_mode(descriptor: int, snapshot: Snapshot) -> None:
    """Give the new file the owner and the mode of the old one."""
    if hasattr(os, "fchown"):
        old, new = os.stat(snapshot.path), os.fstat(descriptor)
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            try:  # noqa: SIM105 - contextlib is not worth an import here
                os.fchown(descriptor, old.st_uid, old.st_gid)
            except OSError:
                # Only root may change the owner. The file may be written by us, so let it become
                # ours, as with most editors.
                pass
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, snapshot.mode)


def _refuse_changes(snapshot: Snapshot) -> None:
    """Raise NotWritten if the file is no longer what was read."""
    try:
        with open(snapshot.path, "rb") as stream:
            same = _identity(os.fstat(stream.fileno())) == snapshot.identity
            # The file system's clock may be too coarse to show a change.
            same = same and stream.read(len(snapshot.data) + 1) == snapshot.data
    except FileNotFoundError:
        raise NotWritten("the file was removed while it was checked") from None
    if not same:
        raise NotWritten(_CHANGED)


def _refuse_last_writing(snapshot: Snapshot, data: bytes, taken_out: str) -> None:
    """Raise NotWritten if the file taken out is not what was read, after putting it back.

    A file that somebody wrote over ours in the meantime is newer still, and stays in place.
    """
    if _holds(taken_out, snapshot.data):
        return
    exchange(taken_out, snapshot.path)
    if not _holds(taken_out, data):
        exchange(taken_out, snapshot.path)
    raise NotWritten(_CHANGED)


def _replace_beside(snapshot: Snapshot, temporary: str) -> None:
    """Replace the file where the system cannot exchange: a second name keeps what was there."""
    kept = f"{temporary}-old"
    try:
        os.link(snapshot.path, kept)
    except OSError:
        # A file system without hard links: the moment since the last look remains.
        os.replace(temporary, snapshot.path)
        return
    try:
        os.replace(temporary, snapshot.path)
        if not _holds(kept, snapshot.data):
            os.replace(kept, snapshot.path)
            raise NotWritten(_CHANGED)
    finally:
        if os.path.lexists(kept):
            os.unlink(kept)


def _holds(path: str, data: bytes) -> bool:
    with open(path, "rb") as stream:
        return stream.read(len(data) + 1) == data


def _identity(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _sync(folder: str) -> None:
    """Sync the renaming itself to the disk, if the system can."""
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
