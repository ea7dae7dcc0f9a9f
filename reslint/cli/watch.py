"""Check again whenever a file changes: `reslint check --watch`."""

from __future__ import annotations

import os
import sys

from reslint.cli.missing import lacks
from reslint.cli.wrong_usage import refuse
from reslint.files.discovery import ENDINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable


ERROR, INTERRUPTED = 2, 130
"""Exit codes."""
_ENDINGS = (*ENDINGS, ".yaml", ".yml", ".toml", ".gitignore")
_PAUSE = 100  # milliseconds between two looks for Ctrl-C, and until the first check


def watch(arguments: Namespace, run_once: Callable[[], int]) -> int:
    """Check now and whenever a draft, a rule or a settings file under the paths changes."""
    try:
        from watchfiles import watch as changes
    except ImportError:
        return lacks("check", "watchfiles")
    folders = _folders([*(arguments.paths or ["."]), *arguments.rules])
    if not folders:
        return refuse("check", "--watch: there is nothing to watch")
    # The watcher runs before the first check: no change is lost between them. Files that --fix
    # writes come back as a change: one check too many, which then changes nothing.
    first = True
    for found in changes(
        *folders,
        watch_filter=_matters,
        raise_interrupt=False,
        debounce=200,
        step=20,
        rust_timeout=_PAUSE,
        yield_on_timeout=True,
    ):
        if not (found or first):
            continue
        if not first and sys.stdout.isatty():
            sys.stdout.write("\033[2J\033[H")
        first = False
        run_once()
        sys.stdout.flush()
        print("reslint: waiting for changes (Ctrl-C ends)", file=sys.stderr, flush=True)
    return INTERRUPTED


def _folders(paths: list[str]) -> list[str]:
    """The folders to watch; a file is watched by its folder, for editors replace files."""
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths}
    return sorted(folder for folder in folders if os.path.isdir(folder))


def _matters(_change: object, path: str) -> bool:
    """Whether a change of this file may change a result."""
    name = os.path.basename(path)
    hidden = name.startswith((".", "~$")) and name != ".gitignore"
    return name.lower().endswith(_ENDINGS) and not hidden
