"""The settings files that a settings file extends: by a path, or in an installed package."""

from __future__ import annotations

import os

from reslint.rulebook import own_codes
from reslint.settings.config import ConfigError
from reslint.settings.table import EXTENDS
from reslint.text.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.settings.config import Config


PACKAGE = "package:"
"""What the name of a file in an installed Python package begins with."""
_DEEPEST = 20  # files that extend one another


def extended(
    config: Config,
    place: Callable[[int], tuple[int, int]],
    problems: list[Problem],
    above: tuple[str, ...],
    read: Callable[[str, tuple[str, ...]], Config],
) -> list[Config]:
    """Return the settings of the files that a settings file extends, in its order.

    `place` gives line and column of each name, for what is added to `problems`; `above` are the
    real paths of the files that extend this one, `read` reads a file below them.
    """
    found: list[Config] = []
    chain = (*above, os.path.realpath(config.path))
    for number, name in enumerate(config.values[EXTENDS]):
        path, fault = _path_of(name, os.path.dirname(config.path))
        if not fault and os.path.realpath(path) in chain:
            fault = f"{name} extends this file again, in a circle"
        if not fault and len(chain) > _DEEPEST:
            fault = f"more than {_DEEPEST} files extend one another"
        if fault:
            message = f'"{EXTENDS}": {fault}'
            problems.append(
                Problem(own_codes.INVALID_SETTING, message, config.path, *place(number))
            )
            continue
        try:
            found.append(read(path, chain))
        except ConfigError as error:
            problems += error.problems
    return found


def _path_of(name: str, folder: str) -> tuple[str, str]:
    """Return the path of an extended file, and what is wrong with it."""
    if not name.startswith(PACKAGE):
        path = os.path.normpath(os.path.join(folder, os.path.expanduser(name)))
        return path, "" if os.path.isfile(path) else f"there is no file {name}"
    package, _, inside = name.removeprefix(PACKAGE).partition("/")
    if not package.isidentifier() or not inside:
        return "", f"write {PACKAGE}NAME/path/of/the/file.yaml, not {name}"
    from importlib.util import find_spec

    # The package is found, not imported: settings run no code.
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return "", f"there is no installed package {package}"
    for base in spec.submodule_search_locations:
        path = os.path.normpath(os.path.join(base, inside))
        if path.startswith(os.path.join(base, "")) and os.path.isfile(path):
            return path, ""
    return "", f"the package {package} has no file {inside}"
