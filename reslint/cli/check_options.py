"""The options of `reslint check`."""

from __future__ import annotations

from argparse import ArgumentTypeError

from reslint import config as configuration
from reslint.diagnostics import SEVERITIES
from reslint.reports import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser


MOST_JOBS = 256


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint check`."""
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        default=[],
        metavar="PATH",
        help="files and folders; - reads standard input",
    )
    add("--fix", action="store_true", help="mend what can be mended safely, in the files")
    add("--unsafe-fixes", action="store_true", help="with --fix or --diff: the other fixes, too")
    add("--diff", action="store_true", help="show what --fix would change and write nothing")
    add("--format", choices=tuple(FORMATS), default="text", help="how to report (default: text)")
    add("--output-file", metavar="PATH", help="write the report to this file")
    add(
        "--select",
        action="append",
        metavar="CODES",
        help="check these rules only: codes or their beginnings, separated by commas",
    )
    add("--ignore", action="append", metavar="CODES", help="leave these rules out")
    add(
        "--profile",
        choices=configuration.PROFILES,
        help="standard, or strict with more rules (default: standard)",
    )
    add(
        "--language",
        choices=configuration.LANGUAGES,
        help="language of the drafts (default: recognized)",
    )
    add("--organ", choices=configuration.ORGANS, help="organ of the drafts (default: recognized)")
    add(
        "--severity",
        choices=SEVERITIES,
        default="hint",
        metavar="LEVEL",
        help="report from this severity on: error, warning, info or hint (default: hint)",
    )
    add(
        "--fail-on",
        choices=SEVERITIES,
        default="warning",
        metavar="LEVEL",
        help="exit code 1 from this severity on (default: warning)",
    )
    add("--exit-zero", action="store_true", help="exit code 0 even with findings")
    add("--statistics", action="store_true", help="count the findings by code")
    add(
        "--message-language",
        choices=configuration.MESSAGE_LANGUAGES,
        help="language of the messages (default: the locale's, else English)",
    )
    add("--stdin-filename", metavar="PATH", help="the name of what standard input holds")
    add("--config", metavar="PATH", help="this settings file, no other")
    add(
        "--rules",
        action="append",
        default=[],
        metavar="FOLDER",
        help="check the rules of this folder, too (may be repeated)",
    )
    add("--baseline", metavar="PATH", help="leave out the findings that this baseline holds")
    add(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="number of processes (default: one a processor where there are files enough)",
    )
    add("--no-cache", action="store_true", help="check anew what was checked before")
    add("--watch", action="store_true", help="check again whenever a file changes")


def _jobs(text: str) -> int:
    """A number of processes. Raises ArgumentTypeError."""
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_JOBS:
        return int(text)
    raise ArgumentTypeError(f"must be a number from 1 to {MOST_JOBS}, not {text!r}")
