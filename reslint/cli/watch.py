"""Check again whenever a file changes: `reslint check --watch`."""

from __future__ import annotations

import os
import sys
import time

from reslint.cli.missing import lacks
from reslint.cli.wrong_usage import refuse
from reslint.files.discovery import ENDINGS
from reslint.files.parcels import stamp_of
from reslint.rulebook.book import forget_house_rules, house_state
from reslint.settings.merging import SettingsMaker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable


ERROR, INTERRUPTED = 2, 130
"""Exit codes."""
_ENDINGS = (*ENDINGS, ".yaml", ".yml", ".toml", ".gitignore")
_INTERVAL = 1.0  # seconds between two looks at settings files elsewhere
_PAUSE = 100  # milliseconds between two looks for Ctrl-C, and until the first check


def watch(arguments: Namespace, run_once: Callable[[], int]) -> int:
    """Check now and whenever a draft, a rule or a settings file under the paths changes.

    The settings file of the paths, with the rules and registries that it names, may lie elsewhere.
    """
    try:
        from watchfiles import watch as changes
    except ImportError:
        return lacks("check", "watchfiles")
    paths = arguments.paths or ["."]
    folders = _folders([*paths, *arguments.rules])
    if not folders:
        return refuse("check", "--watch: there is nothing to watch")
    # The watcher runs before the first check: no change is lost between them. Files that --fix
    # writes come back as a change: one check too many, which then changes nothing.
    settings = _SettingsFiles(arguments, _folders(paths))
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
        if not (settings.have_changed() or found or first):
            continue
        if not first and sys.stdout.isatty():
            sys.stdout.write("\033[2J\033[H")
        first = False
        forget_house_rules()
        run_once()
        sys.stdout.flush()
        print("reslint: waiting for changes (Ctrl-C ends)", file=sys.stderr, flush=True)
    return INTERRUPTED


class _SettingsFiles:
    """The settings files that hold for the paths, and the rules and registries that they name."""

    def __init__(self, arguments: Namespace, folders: list[str]) -> None:
        self._arguments = arguments
        self._folders = folders
        self._looked_at = time.monotonic()
        self._state = self._now()

    def have_changed(self) -> bool:
        """Whether one has changed since the last look; looks once a second at most."""
        now = time.monotonic()
        if now - self._looked_at < _INTERVAL:
            return False
        self._looked_at = now
        before, self._state = self._state, self._now()
        return before != self._state

    def _now(self) -> list[object]:
        maker = SettingsMaker(self._arguments)
        state: list[object] = []
        for folder in self._folders:
            config = maker.config_in(folder)
            state.append(config is None)
            if config is not None:
                state.append(house_state(config.rule_folders))
                state += ((one, stamp_of(one)) for one in (config.path, *config.registries))
        return state


def _folders(paths: list[str]) -> list[str]:
    """The folders to watch; a file is watched by its folder, for editors replace files."""
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths}
    return sorted(folder for folder in folders if os.path.isdir(folder))


def _matters(_change: object, path: str) -> bool:
    """Whether a change of this file may change a result."""
    name = os.path.basename(path)
    hidden = name.startswith((".", "~$")) and name != ".gitignore"
    return name.lower().endswith(_ENDINGS) and not hidden
