"""Write a new file, or one of reslint's own (a baseline, a registry), whole or not at all."""

from __future__ import annotations

import os


def write_whole(path: str, data: bytes) -> None:
    """Write a file in one step: one of that name is replaced, or stays if it fails.

    Where the path is a link, the file behind it is written. What is no regular file (a pipe, a
    device) is written to as it is. Raises OSError.
    """
    real = os.path.realpath(path)
    if os.path.exists(real) and not os.path.isfile(real):
        with open(real, "wb") as stream:
            stream.write(data)
        return
    folder, name = os.path.split(real)
    temporary = os.path.join(folder, f".{name[:40]}.{os.getpid()}.reslint-tmp")
    try:
        with open(temporary, "xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, real)
    except BaseException as error:
        if os.path.exists(temporary):
            os.unlink(temporary)
        if isinstance(error, OSError):
            # Named is the file that was wanted.
            raise OSError(error.errno, error.strerror, path) from None
        raise
