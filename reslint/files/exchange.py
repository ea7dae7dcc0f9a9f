"""Exchange two files in one step, where the system can.

Renaming a file over another loses what somebody wrote to the other at the last moment. After an
exchange both files are there, and one can look at what came out. Python offers no function for it,
so the C library is called: `renameat2` on Linux (glibc 2.28, musl 1.2.5), `renamex_np` on macOS.
"""

from __future__ import annotations

import errno
import os
import sys

_CURRENT_FOLDER = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
"""What a kernel or file system answers that cannot do it."""


def exchange(one: str, other: str) -> bool:
    """Exchange two files that exist; return False, having done nothing, if the system cannot.

    Raises OSError if it can but fails, for instance FileNotFoundError.
    """
    import ctypes

    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            arguments: tuple[object, ...] = (os.fsencode(one), os.fsencode(other), _EXCHANGE)
            code = library.renamex_np(*arguments)
        else:
            arguments = (
                _CURRENT_FOLDER,
                os.fsencode(one),
                _CURRENT_FOLDER,
                os.fsencode(other),
                _EXCHANGE,
            )
            code = library.renameat2(*arguments)
    except (AttributeError, OSError, TypeError):
        return False  # no such function, or no C library to be loaded
    if code == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), one)
