"""The commands on settings: `reslint init` writes a settings file, `reslint config` shows it."""

from __future__ import annotations

import os
import sys

from reslint.language.habits import Habits
from reslint.settings.config import FILE_NAMES, ConfigError
from reslint.settings.finding import ConfigFinder, read_config
from reslint.settings.table import BY_NAME, SETTINGS, in_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from typing import Any

    from reslint.settings.config import Config


DONE, ERROR = 0, 2
"""Exit codes."""
_BY_DEFAULT = "default"
_FIRST = ("language", "organ", "profile", "select", "ignore", "severity", "vocabulary", "rules")
"""How the file that `reslint init` writes begins; other settings follow."""
_HEAD = "# Settings of reslint, for the drafts in this folder and below it.\n"
_OVERRIDES = """
# Other settings for some files, with patterns as in .gitignore. The last match counts.
# overrides:
#   - files: ["fr/*.md"]
#     language: fr
"""


def add_init_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint init`."""
    add = parser.add_argument
    add("folder", nargs="?", default=".", help="where to write it (default: here)")
    add("--language", choices=BY_NAME["language"].choices, help="language of the drafts")
    add("--organ", choices=BY_NAME["organ"].choices, help="organ of the drafts")
    add("--force", action="store_true", help="replace an existing settings file")


def run_init(arguments: Namespace) -> int:
    """Write a settings file, reslint.yaml, with comments on what can be set."""
    folder = "" if arguments.folder == "." else arguments.folder
    path = os.path.join(folder, FILE_NAMES[0])
    there = [os.path.join(folder, name) for name in FILE_NAMES]
    there = [one for one in there if os.path.lexists(one)]
    if there and not arguments.force:
        print(f"reslint init: {there[0]} exists already (--force replaces it)", file=sys.stderr)
        return ERROR
    if not os.path.isdir(arguments.folder):
        # Before anything is asked.
        print(f"reslint init: there is no folder {arguments.folder}", file=sys.stderr)
        return ERROR
    given = {"language": arguments.language, "organ": arguments.organ}
    if sys.stdin.isatty() and sys.stdout.isatty():
        given["language"] = given["language"] or _ask("Language of the drafts", "language")
        given["organ"] = given["organ"] or _ask("Organ", "organ")
    try:
        with open(path, "w" if arguments.force else "x", encoding="utf-8", newline="\n") as stream:
            stream.write(settings_text(given))
    except OSError as error:
        print(f"reslint init: {path} cannot be written: {error.strerror}", file=sys.stderr)
        return ERROR
    print(f"{path} written.")
    return DONE


def settings_text(given: dict[str, str | None]) -> str:
    """The text of a settings file: the settings given, the others as examples in comments."""
    pieces = [_HEAD]
    for setting in in_order(*_FIRST):
        if not setting.example:
            continue
        if setting.comment:
            pieces.append(f"\n# {setting.comment}\n")
        value = given.get(setting.name)
        line = f"{setting.name}: {value}" if value else f"# {setting.name}: {setting.example}"
        pieces.append(f"{line}\n")
    return "".join([*pieces, _OVERRIDES])


def _ask(question: str, name: str) -> str | None:
    """The choice that the user types, None for none: it is then recognized."""
    allowed = BY_NAME[name].choices
    by_folded = {one.casefold(): one for one in allowed}
    while True:
        try:
            answer = input(f"{question} ({', '.join(allowed)}; empty: recognized): ").strip()
        except EOFError:
            print()
            return None
        if not answer:
            return None
        if answer.casefold() in by_folded:
            return by_folded[answer.casefold()]
        print(f"{answer} is not one of them.")


def add_config_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint config`."""
    parser.add_argument("path", nargs="?", default=".", help="a file or folder (default: here)")
    parser.add_argument("--config", metavar="PATH", help="this settings file, no other")


def run_config(arguments: Namespace) -> int:
    """Show the settings for a file or folder, and where each value comes from."""
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
        state = "applies" if number in matching else "does not apply"
        print(f"override for {', '.join(override.patterns)}: {state} here")
    return DONE


def _lines(config: Config) -> Iterator[tuple[str, str, str]]:
    """Each setting with its value as a settings file would have it, and its origin."""
    for setting in SETTINGS:
        name = setting.name
        if name in config.values:
            yield name, _shown(config.values[name]), config.origins[name]
        elif setting.in_file:
            yield name, f"({setting.without})", _BY_DEFAULT


def _shown(value: Any) -> str:
    if isinstance(value, Habits):
        return value.code
    if isinstance(value, dict):
        return "{" + ", ".join(f"{code}: {value[code]}" for code in sorted(value)) + "}"
    return value if isinstance(value, str) else "[" + ", ".join(sorted(value)) + "]"
