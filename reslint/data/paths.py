"""The folders of the shipped rules and of the user's cache.

On the path of every start: os and sys only.
"""

from __future__ import annotations

import os
import sys

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder of the package `reslint`."""
_INSIDE = os.path.join(PACKAGE, "_rules")


def rules_are_inside_the_package() -> bool:
    """Whether this is an installed wheel (which carries the rules), not a checkout."""
    return os.path.isdir(os.path.join(_INSIDE, "vocabulary"))


def rules_folder() -> str:
    """The folder of the shipped rules: inside an installed wheel, beside the package elsewhere."""
    if rules_are_inside_the_package():
        return _INSIDE
    return os.path.join(os.path.dirname(PACKAGE), "rules")


def cache_folder() -> str:
    """The user's cache folder for reslint (it need not exist), "" if the user has none."""
    if sys.platform.startswith("linux"):
        # What platformdirs answers here, without its 20 ms of imports.
        base = os.environ.get("XDG_CACHE_HOME", "").strip()
        if not base:
            base = os.path.expanduser("~/.cache")
        # Without a home folder "~" is left as it is: never make a folder of that name.
        return os.path.join(base, "reslint") if os.path.isabs(base) else ""
    from platformdirs import user_cache_dir

    return user_cache_dir("reslint", False)


def yaml_files(path: str) -> list[str]:
    """The YAML files of a folder and its subfolders, sorted by path; a file gives itself.

    Hidden entries and links that lead out of the folder are left out. Raises OSError if the path
    does not exist or cannot be read.
    """
    if not os.path.isdir(path):
        os.stat(path)
        return [path]
    root = os.path.realpath(path)
    found: list[str] = []
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.endswith((".yaml", ".yml")) and entry.is_file():
                    if entry.is_symlink() and not _inside(os.path.realpath(entry.path), root):
                        continue
                    found.append(entry.path)
    return sorted(found)


def _inside(path: str, root: str) -> bool:
    return path.startswith(os.path.join(root, ""))
