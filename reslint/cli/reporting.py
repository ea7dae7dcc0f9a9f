"""What the commands share that report findings: what they are given, and where the report goes."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError

from reslint.cli.wrong_usage import refuse
from reslint.data.cache import NO_CACHE, ONLY_SHIPPED
from reslint.data.paths import CACHE_DIR
from reslint.reports import WIDTH, ReportOptions
from reslint.text.diagnostics import SEVERITIES, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable
    from typing import Any, TextIO

    from reslint.files.baseline import Baseline
    from reslint.linting.results import FileResult
    from reslint.settings.merging import SettingsMaker


CLEAN, FINDINGS, ERROR = 0, 1, 2
"""Exit codes."""
MOST_JOBS = 256
_NARROWEST, _WIDEST = 40, 200
"""Columns that a report takes on any terminal."""


def number_of_jobs(text: str) -> int:
    """A number of processes. Raises ArgumentTypeError."""
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_JOBS:
        return int(text)
    raise ArgumentTypeError(f"must be a number from 1 to {MOST_JOBS}, not {text!r}")


def jobs_or_cluster(text: str) -> int | str:
    """A number of processes, or the address of a cluster. Raises ArgumentTypeError."""
    if not text.startswith("dask:"):
        return number_of_jobs(text)
    host, _, port = text.removeprefix("dask://").rpartition(":")
    if text.startswith("dask://") and host and port.isascii() and port.isdecimal():
        return text
    raise ArgumentTypeError(f"the address of a cluster is dask://HOST:PORT, not {text!r}")


def add_report_options(parser: ArgumentParser) -> None:
    """Declare the options on the look of reports for people."""
    add = parser.add_argument
    add(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colors: always, never, or only on a terminal; NO_COLOR and FORCE_COLOR of the "
        "environment count for auto (default: auto)",
    )
    add(
        "--no-group",
        action="store_true",
        help="show each finding, also where many of one rule stand in one draft",
    )
    add(
        "--json-version",
        type=int,
        choices=(1, 2),
        default=1,
        help="version of the formats json and jsonl; 2 has each fix that several findings share "
        "once, under fix_groups (default: 1)",
    )
    add(
        "--statistics",
        action="store_const",
        const="with",
        default="",
        help="count the findings by code",
    )
    # An option of its own, for a value of --statistics would take a path for one.
    add(
        "--statistics=only",
        dest="statistics",
        action="store_const",
        const="only",
        help="show the counts and no findings",
    )


def report_options(
    arguments: Namespace, name: str, stream: TextIO, language: str, **others: Any
) -> ReportOptions:
    """Return how to report in a format to a stream, as the options say (`add_report_options`)."""
    from reslint.reports.colour import wants_colour

    width, wrap = width_of(stream)
    return ReportOptions(
        colour=wants_colour(stream, arguments.color, for_programs=name == "concise"),
        statistics=arguments.statistics,
        language=language,
        verbose=arguments.verbose,
        width=width,
        wrap=wrap,
        gather=not arguments.no_group,
        json_version=arguments.json_version,
        **others,
    )


def width_of(stream: TextIO) -> tuple[int, bool]:
    """Return the columns of a report, and whether it is read on a terminal.

    COLUMNS counts where it is set; else the terminal; else WIDTH.
    """
    on_terminal = stream.isatty()
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdecimal() and int(given):
        width = int(given)
    else:
        try:
            width = os.get_terminal_size(stream.fileno()).columns if on_terminal else WIDTH
        except (OSError, ValueError):
            width = WIDTH
    return max(_NARROWEST, min(width or WIDTH, _WIDEST)), on_terminal


def add_cache_options(parser: ArgumentParser) -> None:
    """Declare the options on the cache."""
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="use no cache of any kind: check all files again, compile house rules again",
    )
    parser.add_argument(
        "--cache-dir",
        metavar="FOLDER",
        help="keep the cache in this folder (default: the user's cache folder)",
    )


class Cache:
    """Within it the cache is used that the arguments name, or none, also by new processes."""

    def __init__(self, arguments: Namespace) -> None:
        self._values = {}
        if getattr(arguments, "no_cache", False) and not os.environ.get(NO_CACHE):
            self._values[NO_CACHE] = ONLY_SHIPPED
        if arguments.cache_dir:
            self._values[CACHE_DIR] = arguments.cache_dir
        self._before: dict[str, str | None] = {}

    def __enter__(self) -> None:
        for name, value in self._values.items():
            self._before[name] = os.environ.get(name)
            os.environ[name] = value

    def __exit__(self, *_: object) -> None:
        for name, value in self._before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def usage_error(command: str, message: str) -> int:
    """Print what is wrong with the command line; return the exit code."""
    return refuse(command, message)


def missing_rules_folder(arguments: Namespace) -> str:
    """Return what is wrong with the folders of `--rules`; "" if all are there."""
    folder = next((path for path in arguments.rules if not os.path.exists(path)), None)
    return "" if folder is None else f"--rules {folder}: there is no such folder"


def baseline_of(arguments: Namespace, maker: SettingsMaker) -> Baseline | None:
    """Read the baseline, and the settings file of `--config`. Raises ConfigError."""
    if arguments.config is not None:
        maker.settings_for("")
    if arguments.baseline is None:
        return None
    from reslint.files.baseline import read_baseline

    return read_baseline(arguments.baseline)


def print_problems(problems: Iterable[Problem], language: str = "en") -> int:
    """Print what is wrong with settings, in a language; return the exit code."""
    for problem in problems:
        if language != "en":
            from reslint.reports.problems import in_language

            message = in_language(problem.message, language)
            place = (problem.path, problem.line, problem.column)
            problem = Problem(problem.code, message, *place)
        print(f"reslint: {problem}", file=sys.stderr)
    return ERROR


class SetupErrors:
    """The problems of settings, each printed once: several files may share a settings file."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._problems: dict[tuple[str, int, int, str], Problem] = {}

    def add(self, problems: Iterable[Problem]) -> None:
        """Print those that are new."""
        for problem in problems:
            key = (problem.path, problem.line, problem.column, problem.message)
            if key not in self._problems:
                self._problems[key] = problem
                print_problems([problem], self._language)

    @property
    def problems(self) -> list[Problem]:
        """The problems in the order they came."""
        return list(self._problems.values())


def fails_on(result: FileResult, level: str) -> bool:
    """Return whether a file has a finding that is as severe as the level."""
    failing = SEVERITIES[: SEVERITIES.index(level) + 1]
    return any(one.severity in failing for one in result.diagnostics)
