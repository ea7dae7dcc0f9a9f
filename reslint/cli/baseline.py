"""Write down the findings there are (create), or forget those there are no longer (update).

`reslint check --baseline PATH` and `reslint concordance --baseline PATH` then report only
what is new.
"""

from __future__ import annotations

import os
import sys

from reslint.cli.wrong_usage import refuse
from reslint.settings.config import ConfigError
from reslint.settings.exclusion import Exclusion
from reslint.settings.merging import SettingsMaker
from reslint.settings.table import BY_NAME
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reslint.files.baseline import Baseline, Entry
    from reslint.text.diagnostics import Problem


DONE, ERROR = 0, 2
"""Exit codes."""
DEFAULT = "reslint-baseline.json"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint baseline`."""
    add = parser.add_argument
    add("action", choices=("create", "update"), help="write a new one, or remove what is fixed")
    add(
        "paths",
        nargs="*",
        default=[],
        metavar="PATH",
        help="files and folders (default: the current one)",
    )
    add("--output", default=DEFAULT, metavar="PATH", help=f"the baseline (default: {DEFAULT})")
    add("--grow", action="store_true", help="update: add new findings as well")
    add(
        "--concordance",
        action="store_true",
        help="also the differences that reslint concordance finds between versions of drafts",
    )
    add("--force", action="store_true", help="create: replace an existing baseline")
    add("--config", metavar="PATH", help="this settings file, no other")
    add("--rules", action="append", default=[], metavar="FOLDER", help="additional rules")
    add("--profile", choices=BY_NAME["profile"].choices, help="standard or strict")


def run(arguments: Namespace) -> int:
    """Write the baseline. Exit code 2 for any error; nothing is written then."""
    from reslint.files.baseline import Baseline, read_baseline
    from reslint.files.whole import write_whole

    path, create = arguments.output, arguments.action == "create"
    if create and arguments.grow:
        return _wrong("--grow needs update")
    if create and os.path.exists(path) and not arguments.force:
        return _wrong(f"{path} exists already: use reslint baseline update, or create --force")
    try:
        baseline = Baseline(path) if create else read_baseline(path)
        found = _findings(arguments, SettingsMaker(arguments))
    except ConfigError as error:
        for problem in error.problems:
            print(f"reslint: {problem}", file=sys.stderr)
        return ERROR
    if found is None:
        return ERROR
    before = sum(map(len, baseline.files.values()))
    if create:
        baseline.files = found
    else:
        apart = frozenset[str]() if arguments.concordance else _comparing_codes(arguments)
        _update(baseline, found, apart, grow=arguments.grow)
    after = sum(map(len, baseline.files.values()))
    try:
        write_whole(path, baseline.written().encode("utf-8"))
    except OSError as error:
        return _wrong(f"{path} cannot be written: {error.strerror}")
    change = "" if create else f" (before: {before})"
    print(f"{escaped(path)}: {after} findings{change}.")
    return DONE


def _findings(arguments: Namespace, maker: SettingsMaker) -> dict[str, list[Entry]] | None:
    """The entries for each file by its real path; None if a file could not be checked.

    Raises ConfigError.
    """
    from reslint.documents import read_file
    from reslint.files.baseline import entries_of
    from reslint.files.check import file_result, lint_source, unreadable
    from reslint.files.discovery import STANDARD_INPUT, find_files
    from reslint.linting.results import FileResult
    from reslint.text.source import UnreadableText

    if STANDARD_INPUT in arguments.paths:
        _wrong("standard input has no baseline")
        return None
    found, problems = find_files(arguments.paths or ["."], None, Exclusion(maker.config_in))
    entries = {}
    for one in found:
        settings = maker.settings_for(one.path)
        try:
            result = lint_source(read_file(one.path, changes=settings.changes), settings)
        except UnreadableText as error:
            result = unreadable(one.path, error)
        if isinstance(result, FileResult):
            problems += [*result.errors, *result.setup_errors]
            continue
        # Also a file without findings: update then drops all of its entries.
        entries[os.path.realpath(one.path)] = entries_of(result)
        outcome = file_result(result, False, settings)
        problems += [*outcome.errors, *outcome.setup_errors]
    if arguments.concordance:
        problems += _add_differences([one.path for one in found], maker, entries)
    for problem in problems:
        print(f"reslint: {problem}", file=sys.stderr)
    return None if problems else entries


def _add_differences(
    paths: list[str], maker: SettingsMaker, entries: dict[str, list[Entry]]
) -> list[Problem]:
    """Add the entries for the differences between versions; return what went wrong."""
    from reslint.cli.concordance import Patterns
    from reslint.concordance.grouping import group_files
    from reslint.concordance.running import GroupJob, findings_in
    from reslint.files.baseline import entries_of

    problems: list[Problem] = []
    groups, _ = group_files(paths, together=False, patterns_of=Patterns(maker))
    for group in groups:
        settings = {path: maker.settings_for(path) for path in group.paths}
        results, wrong = findings_in(GroupJob(group.key, group.how, group.paths, settings))
        problems += wrong
        for path, result in results.items():
            entries.setdefault(os.path.realpath(path), []).extend(entries_of(result))
    return problems


def _comparing_codes(arguments: Namespace) -> frozenset[str]:
    """The codes of the rules that compare versions."""
    from reslint.rulebook.book import comparing_rules

    settings = SettingsMaker(arguments).settings_for(next(iter(arguments.paths), ""))
    return frozenset(rule.code for rule in comparing_rules(settings.rule_folders))


def _update(
    baseline: Baseline, found: dict[str, list[Entry]], apart: frozenset[str], *, grow: bool
) -> None:
    """Drop the entries whose finding is gone; add new ones only if `grow`.

    Files that were not checked keep their entries as long as they exist; all files keep those of
    the rules `apart`, which were not asked.
    """
    for real, entries in list(baseline.files.items()):
        if not os.path.exists(real):
            del baseline.files[real]
        elif real in found:
            found[real] += [entry for entry in entries if entry.key[0] in apart]
            keys = {entry.key for entry in found[real]}
            baseline.files[real] = [entry for entry in entries if entry.key in keys]
    if grow:
        baseline.files.update(found)


def _wrong(message: str) -> int:
    return refuse("baseline", message)
