"""The folders of the shipped rules and of the user's cache.

On the path of every start: only modules that Python has imported by then.
"""

from __future__ import annotations

import os
import sys
from functools import cache

CACHE_DIR = "RESLINT_CACHE_DIR"
"""The environment variable that names a folder for the cache."""
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder of the package `reslint`."""
_INSIDE = os.path.join(PACKAGE, "_rules")


def rules_are_inside_the_package() -> bool:
    """Whether this is an installed wheel (which carries the rules), not a checkout."""
    return os.path.isdir(os.path.join(_INSIDE, "vocabulary"))


@cache
def rules_folder() -> str:
    """The folder of the shipped rules: inside an installed wheel, beside the package elsewhere."""
    if rules_are_inside_the_package():
        return _INSIDE
    return os.path.join(os.path.dirname(PACKAGE), "rules")


def cache_folder() -> str:
    """The user's cache folder for reslint (it need not exist), "" if the user has none.

    It is `reslint` in the folder that RESLINT_CACHE_DIR names, if that is set.
    """
    chosen = os.environ.get(CACHE_DIR, "").strip()
    if chosen:
        return os.path.join(os.path.abspath(chosen), "reslint")
    if sys.platform.startswith("linux"):
        return _own_folder("XDG_CACHE_HOME", "~/.cache")
    from platformdirs import user_cache_dir

    return user_cache_dir("reslint", False)


def settings_folder() -> str:
    """The user's folder for settings of reslint (it need not exist), "" if the user has none."""
    if sys.platform.startswith("linux"):
        return _own_folder("XDG_CONFIG_HOME", "~/.config")
    from platformdirs import user_config_dir

    return user_config_dir("reslint", False)


def _own_folder(variable: str, default: str) -> str:
    """Return what platformdirs answers on Linux, without its 20 ms of imports."""
    base = os.environ.get(variable, "").strip() or os.path.expanduser(default)
    # Without a home folder "~" is left as it is: never make a folder of that name.
    return os.path.join(base, "reslint") if os.path.isabs(base) else ""


def yaml_files(path: str) -> tuple[list[str], list[str]]:
    """Return the YAML files of a folder and its subfolders, and the links to folders in it, sorted.

    A file gives itself. Hidden entries are left out, and links to folders are not followed: they
    may lead in circles. Raises OSError if the path does not exist or cannot be read.
    """
    if not os.path.isdir(path):
        os.stat(path)
        return [path], []
    found: list[str] = []
    links: list[str] = []
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.is_dir():
                    links.append(entry.path)
                elif entry.name.endswith((".yaml", ".yml")):
                    found.append(entry.path)
    return sorted(found), sorted(links)
