"""Show the settings that hold for a file or folder, and where each value comes from."""

from __future__ import annotations

import os
import sys

from reslint.settings.config import ConfigError
from reslint.settings.finding import ConfigFinder, read_config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reslint.settings.config import Config


DONE, ERROR = 0, 2
"""Exit codes."""
_BY_DEFAULT = "default"
_SLOTS = {"severity": "severities", "rules": "rule_folders"}
_DEFAULTS = {
    "select": "all of the profile",
    "ignore": "nothing",
    "severity": "that of each rule",
    "language": "recognized",
    "organ": "recognized",
    "profile": "standard",
    "rules": "those of reslint only",
    "message_language": "that of the locale",
    "vocabulary": "none",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint config`."""
    parser.add_argument("path", nargs="?", default=".", help="a file or folder (default: here)")
    parser.add_argument("--config", metavar="PATH", help="this settings file, no other")


def run(arguments: Namespace) -> int:
    """Print the settings, one a line with its origin: exit code 2 where they are wrong."""
    path = arguments.path
    if not os.path.exists(path):
        print(f"reslint config: there is no such file or folder: {path}", file=sys.stderr)
        return ERROR
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    try:
        if arguments.config is not None:
            config = read_config(arguments.config)
        else:
            config = ConfigFinder().for_folder(folder)
    except ConfigError as error:
        for problem in error.problems:
            print(f"reslint: {problem}", file=sys.stderr)
        return ERROR
    matching = () if os.path.isdir(path) else config.overrides_for(path)
    print(f"settings file: {config.path or 'none'}")
    lines = list(_lines(config.with_overrides(matching)))
    widths = [max(len(line[column]) for line in lines) for column in (0, 1)]
    for key, value, origin in lines:
        print(f"{key:{widths[0]}}  {value:{widths[1]}}  {origin}")
    for number, override in enumerate(config.overrides):
        said = "holds" if number in matching else "does not hold"
        print(f"override for {', '.join(override.patterns)}: {said} here")
    return DONE


def _lines(config: Config) -> list[tuple[str, str, str]]:
    """Each key with its value as written in a settings file and its origin."""
    lines = []
    for key, default in _DEFAULTS.items():
        value = getattr(config, _SLOTS.get(key, key))
        if value is None or (not value and key not in config.origins):
            lines.append((key, f"({default})", _BY_DEFAULT))
            continue
        if isinstance(value, dict):
            shown = "{" + ", ".join(f"{code}: {value[code]}" for code in sorted(value)) + "}"
        elif isinstance(value, str):
            shown = value
        else:
            shown = "[" + ", ".join(sorted(value)) + "]"
        lines.append((key, shown, config.origins[key]))
    return lines
