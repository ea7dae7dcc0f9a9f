"""`reslint check --watch`: check, wait for a change, check again, until Ctrl-C."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

_ENDINGS = (".md", ".markdown", ".txt", ".yaml", ".yml", ".toml", ".gitignore")
_INTERRUPTED = 130


def watch(arguments: Namespace, run_once: Callable[[], int]) -> int:
    """Check now and whenever a draft, a rule or a settings file under the paths changes."""
    try:
        from watchfiles import watch as changes
    except ImportError:
        print(
            "reslint check: error: --watch needs the package watchfiles (pip install watchfiles)",
            file=sys.stderr,
        )
        return 2
    folders = _folders([*(arguments.paths or ["."]), *arguments.rules])
    if not folders:
        print("reslint check: error: --watch: there is nothing to watch", file=sys.stderr)
        return 2
    run_once()
    _flush("reslint: waiting for changes (Ctrl-C ends)")
    # The files that reslint itself writes with --fix come back as a change: a check too many,
    # which then changes nothing.
    for _ in changes(*folders, watch_filter=_matters, raise_interrupt=False, debounce=200, step=20):
        if sys.stdout.isatty():
            sys.stdout.write("\033[2J\033[H")
        run_once()
        _flush("reslint: waiting for changes (Ctrl-C ends)")
    return _INTERRUPTED


def _folders(paths: list[str]) -> list[str]:
    """The folders to watch; a file is watched by its folder, for editors replace files."""
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths}
    return sorted(folder for folder in folders if os.path.isdir(folder))


def _matters(_change: object, path: str) -> bool:
    """Whether a change of this file may change a result."""
    name = os.path.basename(path)
    return name.lower().endswith(_ENDINGS) and (not name.startswith(".") or name == ".gitignore")


def _flush(message: str) -> None:
    sys.stdout.flush()
    print(message, file=sys.stderr, flush=True)
