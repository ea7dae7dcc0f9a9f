"""Write a new file whole or not at all."""

from __future__ import annotations

import os


def write_new_file(path: str, data: bytes) -> None:
    """Write a file; one of that name is replaced, a link is followed.

    What is no regular file (a pipe, a device) is written to as it is. Raises OSError.
    """
    real = os.path.realpath(path)
    if os.path.exists(real) and not os.path.isfile(real):
        with open(real, "wb") as stream:
            stream.write(data)
        return
    folder, name = os.path.split(real)
    temporary = os.path.join(folder, f".{name[:40]}.{os.getpid()}.reslint-tmp")
    try:
        with open(temporary, "wb") as stream:
            stream.write(data)
        os.replace(temporary, real)
    except OSError as error:
        if os.path.exists(temporary):
            os.unlink(temporary)
        # Named is the file that was wanted.
        raise OSError(error.errno, error.strerror, path) from None
