"""Check drafts: files, folders, or standard input (-)."""

from __future__ import annotations

import os
import sys

from reslint import config as configuration
from reslint import tool_codes
from reslint.diagnostics import SEVERITIES, Problem
from reslint.reports import FORMATS, ReportOptions, new_report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from typing import TextIO

    from reslint.batch import Settings
    from reslint.config import Config
    from reslint.discovery import Found
    from reslint.reports.result import FileResult

CLEAN, FINDINGS, ERROR = 0, 1, 2
"""Exit codes."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint check`."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders; - reads standard input")
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


def run(arguments: Namespace) -> int:
    """Check what the arguments name, write the report, and give the exit code."""
    if arguments.stdin_filename is not None and "-" not in arguments.paths:
        return _usage("--stdin-filename goes with - (standard input)")
    folder = next((path for path in arguments.rules if not os.path.exists(path)), None)
    if folder is not None:
        return _usage(f"--rules {folder}: there is no such folder")
    maker = _SettingsMaker(arguments)
    unknown = maker.unknown_codes()
    if unknown:
        return _usage(unknown)
    if arguments.config is not None:
        try:
            maker.settings_for("")
        except configuration.ConfigError as error:
            for problem in error.problems:
                print(f"reslint: {problem}", file=sys.stderr)
            return ERROR
    if arguments.output_file is None:
        return _report(arguments, maker, sys.stdout)
    try:
        stream = open(  # noqa: SIM115 - opening and writing fail for different reasons
            arguments.output_file, "w", encoding="utf-8", errors="backslashreplace", newline="\n"
        )
    except OSError as error:
        return _usage(f"--output-file {arguments.output_file}: {error.strerror}")
    with stream:
        return _report(arguments, maker, stream)


def _usage(message: str) -> int:
    """Say what is wrong with the command line."""
    print(f"reslint check: error: {message}", file=sys.stderr)
    return ERROR


def _report(arguments: Namespace, maker: _SettingsMaker, stream: TextIO) -> int:
    """Check file by file and write the report as it grows."""
    from reslint.reports.colour import wants_colour
    from reslint.reports.result import Summary

    options = ReportOptions(
        colour=wants_colour(stream),
        statistics=arguments.statistics,
        language=maker.frame_language(),
    )
    report = new_report(arguments.format, options)
    summary = Summary()
    troubles: dict[tuple[str, int, int, str], Problem] = {}
    for result in _results(arguments, maker):
        for problem in result.troubles:
            key = (problem.path, problem.line, problem.column, problem.message)
            if key not in troubles:
                troubles[key] = problem
                print(f"reslint: {problem}", file=sys.stderr)
        if result.counted:
            summary.add(result)
            stream.write(report.file(result))
    stream.write(report.end(summary, list(troubles.values())))
    if troubles or summary.errors:
        return ERROR
    failing = SEVERITIES[: SEVERITIES.index(arguments.fail_on) + 1]
    found = any(summary.by_severity[severity] for severity in failing)
    return FINDINGS if found and not arguments.exit_zero else CLEAN


def _results(arguments: Namespace, maker: _SettingsMaker) -> Iterator[FileResult]:
    """The results for all files, in the order of their paths; problems with paths come first."""
    from reslint.discovery import find_files
    from reslint.reports.result import FileResult

    found, problems = find_files(arguments.paths or ["."])
    for problem in problems:
        yield FileResult(problem.path, errors=[problem])
    for one in found:
        yield _check(one, arguments.stdin_filename, maker)


def _check(found: Found, stdin_filename: str | None, maker: _SettingsMaker) -> FileResult:
    """Check one file with the settings that hold where it lies."""
    from reslint.batch import MAX_SIZE, check_bytes, check_path
    from reslint.discovery import STANDARD_INPUT
    from reslint.reports.result import FileResult

    from_input = found.path == STANDARD_INPUT
    path = stdin_filename or found.path if from_input else found.path
    try:
        settings = maker.settings_for(os.path.dirname(path))
    except configuration.ConfigError as error:
        return FileResult(path, troubles=error.problems, counted=False)
    if from_input:
        return check_bytes(sys.stdin.buffer.read(MAX_SIZE + 1), path, True, settings)
    return check_path(path, found.named, settings)


class _SettingsMaker:
    """Puts the command line's options upon the settings file that holds in a folder."""

    def __init__(self, arguments: Namespace) -> None:
        self._arguments = arguments
        self._finder = configuration.ConfigFinder()
        self._given: Config | None = None
        self._made: dict[str, Settings] = {}
        self._select = _codes(arguments.select)
        self._ignore = _codes(arguments.ignore) or frozenset()
        self._locale_language = locale_language()

    def unknown_codes(self) -> str:
        """What is wrong with the codes of the command line, "" for nothing."""
        given = sorted((self._select or frozenset()) | self._ignore)
        if not given:
            return ""
        known = _known_codes(tuple(self._arguments.rules))
        if not all(configuration.is_code(code, known) for code in given):
            # It may be a house rule that a settings file brings along.
            known = known.union(*map(_known_codes, self._configured_folders()))
        for code in given:
            if not configuration.is_code(code, known):
                return tool_codes.unknown_code(code, known)
        return ""

    def _configured_folders(self) -> set[tuple[str, ...]]:
        """The rule folders in the settings files that hold for the paths of the command line."""
        found = set()
        for path in self._arguments.paths or ["."]:
            folder = path if os.path.isdir(path) else os.path.dirname(path)
            try:
                found.add(self._config_for(folder).rule_folders)
            except configuration.ConfigError:
                continue  # said when the files there are checked
        return found

    def _config_for(self, folder: str) -> Config:
        """The settings file that holds in a folder: the one given, else the nearest."""
        if self._arguments.config is None:
            return self._finder.for_folder(folder)
        if self._given is None:
            self._given = configuration.read_config(self._arguments.config)
        return self._given

    def frame_language(self) -> str:
        """The language of what stands around the findings: that of the current folder."""
        try:
            settings = self.settings_for("")
        except configuration.ConfigError:
            return self._arguments.message_language or self._locale_language
        return settings.options.message_language

    def settings_for(self, folder: str) -> Settings:
        """The settings for the files in a folder. Raises ConfigError."""
        settings = self._made.get(folder)
        if settings is None:
            settings = self._made[folder] = self._merge(self._config_for(folder))
        return settings

    def _merge(self, config: Config) -> Settings:
        """The settings of a file with the options of the command line upon them."""
        from reslint.batch import Settings
        from reslint.linter import LintOptions

        arguments = self._arguments
        folders = (*config.rule_folders, *arguments.rules)
        if config.select or config.ignore or config.severities:
            problems = config.check_codes(_known_codes(folders))
            if problems:
                raise configuration.ConfigError(problems)
        options = LintOptions(
            language=arguments.language or config.language,
            organ=arguments.organ or config.organ,
            profile=arguments.profile or config.profile or "standard",
            select=config.select if self._select is None else self._select,
            ignore=config.ignore | self._ignore,
            severities=config.severities,
            message_language=(
                arguments.message_language or config.message_language or self._locale_language
            ),
        )
        return Settings(options, folders, arguments.severity)


def locale_language() -> str:
    """The language of messages for this user: French in a French locale, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def _codes(given: list[str] | None) -> frozenset[str] | None:
    """The codes of an option given any number of times, each time with commas; None if never."""
    if given is None:
        return None
    codes = (code.strip().upper() for text in given for code in text.split(","))
    return frozenset(code for code in codes if code)


def _known_codes(rule_folders: tuple[str, ...]) -> frozenset[str]:
    """Every code there is, reslint's own among them."""
    from reslint.batch import rulebook_of

    return frozenset(rulebook_of("en", rule_folders).codes()) | frozenset(tool_codes.NAMES)
