"""What the commands about rules share: which rules there are for this user, printing problems."""

from __future__ import annotations

import os
import sys

from reslint.diagnostics import Problem
from reslint.rulebook import rulebook
from reslint.rulebook.rulebook import Rulebook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable


def add_rules_option(parser: ArgumentParser) -> None:
    """Declare `--rules`, as `reslint check` has it."""
    parser.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="FOLDER",
        help="the rules of this folder, too (may be repeated)",
    )


def all_rules(folders: Iterable[str]) -> Rulebook:
    """All shipped rules in full, those of the folders, and those that the settings here name.

    Settings that cannot be read, and broken rules, are problems of the rulebook.
    """
    from reslint.config import ConfigError, ConfigFinder

    book = rulebook.standard_in_full()
    paths = list(folders)
    try:
        paths += ConfigFinder().for_folder(os.getcwd()).rule_folders
    except ConfigError as error:
        book.problems.extend(error.problems)
    if not paths:
        return book
    return book.with_house_rules(rulebook.house(dict.fromkeys(paths)))


def print_problems(problems: Iterable[Problem]) -> None:
    """Say on standard error what is wrong, each problem in a line."""
    for problem in problems:
        print(f"reslint: {problem}", file=sys.stderr)
