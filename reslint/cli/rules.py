"""List the rules: code, severity, profile, fix, languages, name."""

from __future__ import annotations

import os
import sys

from reslint.rulebook.book import Rulebook, house, standard_in_full
from reslint.text.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from reslint.checks.kinds import Rule


_HEADINGS = ("code", "severity", "profile", "fix", "languages", "name")


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
    from reslint.settings.config import ConfigError
    from reslint.settings.finding import ConfigFinder

    book = standard_in_full()
    paths = list(folders)
    try:
        paths += ConfigFinder().for_folder(os.getcwd()).rule_folders
    except ConfigError as error:
        book.problems.extend(error.problems)
    if not paths:
        return book
    return book.with_house_rules(house(dict.fromkeys(paths)))


def print_problems(problems: Iterable[Problem]) -> None:
    """Print the problems on standard error, one a line."""
    for problem in problems:
        print(f"reslint: {problem}", file=sys.stderr)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint rules`."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to list (default: text)"
    )
    add_rules_option(parser)


def run(arguments: Namespace) -> int:
    """Print the list: exit code 0, or 2 where a rule file is broken."""
    book = all_rules(arguments.rules)
    print(_json(book) if arguments.format == "json" else _table(book))
    print_problems(book.problems)
    return 2 if book.problems else 0


def _table(book: Rulebook) -> str:
    rows = [_HEADINGS, *(_row(rule) for rule in book)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _row(rule: Rule) -> tuple[str, ...]:
    languages = "all" if rule.languages is None else " ".join(rule.languages)
    return (rule.code, rule.severity, rule.profile, rule.fix, languages, rule.name)


def _json(book: Rulebook) -> str:
    import json

    rules = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity,
            "profile": rule.profile,
            "fix": rule.fix,
            "languages": "all" if rule.languages is None else list(rule.languages),
            "organs": "all" if rule.organs is None else list(rule.organs),
            "check": rule.check,
            "message": rule.messages[""],
            "why": rule.why,
            "source": rule.source,
        }
        for rule in book
    ]
    return json.dumps({"version": 1, "rules": rules}, ensure_ascii=False, indent=2)
