"""Compare the language versions of drafts: what one says and the others do not."""

from __future__ import annotations

import os
import sys

from reslint.cli.notices import wrong_patterns
from reslint.cli.outputs import add_output_options, outputs_of, write_to
from reslint.cli.reporting import (
    CLEAN,
    ERROR,
    FINDINGS,
    Cache,
    SetupErrors,
    add_cache_options,
    add_report_options,
    baseline_of,
    fails_on,
    missing_rules_folder,
    number_of_jobs,
    print_problems,
    report_options,
    usage_error,
)
from reslint.language.loading import language_codes
from reslint.reports import TEMPLATE, ReportError, new_report
from reslint.settings.config import ConfigError
from reslint.settings.exclusion import Exclusion
from reslint.settings.merging import SettingsMaker, add_options
from reslint.text import Wordings
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from typing import Any, TextIO

    from reslint.concordance.comparison import Comparison
    from reslint.concordance.grouping import Group
    from reslint.concordance.running import GroupJob, GroupOutcome
    from reslint.files.baseline import Baseline
    from reslint.linting.results import FileResult
    from reslint.text.diagnostics import Problem


ENOUGH_GROUPS = 4
"""From this number of groups on, starting processes saves time."""
_WORDS = Wordings(
    {
        "group": {
            "en": "{key} (by {how}, reference {reference}): {paths}",
            "fr": "{key} (d’après : {how}, référence : {reference}) : {paths}",
        },
        "by settings": {"en": "settings", "fr": "paramètres"},
        "by symbol": {"en": "symbol", "fr": "cote"},
        "by name": {"en": "name", "fr": "nom"},
        "by command line": {"en": "command line", "fr": "ligne de commande"},
        "lone": {"en": "no other version: {paths}", "fr": "sans autre version : {paths}"},
        "nothing": {
            "en": "nothing to compare: no two files are versions of one draft",
            "fr": "rien à comparer : aucun fichier n’est la version d’un autre",
        },
    }
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint concordance`."""
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        default=[],
        metavar="PATH",
        help="files and folders with the versions of drafts",
    )
    add(
        "--reference",
        choices=language_codes(),
        metavar="LANGUAGE",
        help="the version that is right where no majority says so (default: the language of the "
        "original where the masthead names it, else English)",
    )
    add_output_options(parser, about="html shows the versions side by side")
    add_options(parser, "select", "ignore", "profile", "organ", "report_from", "fail_on")
    add("--exit-zero", action="store_true", help="exit code 0 even with findings")
    add(
        "--verbose",
        action="store_true",
        help="name the files of each group, and how they were found",
    )
    add_report_options(parser)
    add_options(parser, "message_language")
    add("--config", metavar="PATH", help="this settings file, no other")
    add_options(parser, "rules", "changes", "exclude", "force_exclude")
    add("--baseline", metavar="PATH", help="do not report the findings in this baseline")
    add(
        "--jobs",
        type=number_of_jobs,
        metavar="N",
        help="number of processes (default: one for each processor if there are enough groups; of "
        "fewer, two processes read the versions of each)",
    )
    add_cache_options(parser)


def run(arguments: Namespace) -> int:
    """Compare what the arguments name and write the report; return the exit code."""
    with Cache(arguments):
        return _run(arguments)


def _run(arguments: Namespace) -> int:
    maker = SettingsMaker(arguments)
    wrong = missing_rules_folder(arguments) or wrong_patterns(arguments) or maker.unknown_codes()
    if "-" in arguments.paths:
        wrong = "standard input cannot be compared: name the files"
    if wrong:
        return usage_error("concordance", wrong)
    try:
        baseline = baseline_of(arguments, maker)
    except ConfigError as error:
        return print_problems(error.problems, maker.frame_language())
    if max(len(arguments.format), len(arguments.output_file)) > 1:
        return usage_error("concordance", "give one --format and one --output-file")
    default = maker.configured("format", next(iter(arguments.paths), ""))
    outputs = outputs_of(arguments, default)

    def report(streams: list[TextIO]) -> int:
        try:
            return _report(arguments, maker, baseline, outputs[0][0], streams[0])
        except ReportError as error:
            return usage_error("concordance", f"--format {TEMPLATE}… {escaped(str(error))}")

    return write_to("concordance", outputs, arguments.paths, report)


def _report(
    arguments: Namespace,
    maker: SettingsMaker,
    baseline: Baseline | None,
    name: str,
    stream: TextIO,
) -> int:
    """Compare group by group and write the report as it grows."""
    from reslint.concordance.grouping import group_files
    from reslint.concordance.running import lone_result
    from reslint.files.discovery import find_files
    from reslint.linting.results import FileResult
    from reslint.rulebook.own_codes import LONE_VERSION

    language = maker.frame_language()
    compared: list[dict[str, Any]] = []
    options = report_options(arguments, name, stream, language, groups=compared, fixing=True)
    exclusion = Exclusion(
        maker.config_in, arguments.exclude or (), force=bool(arguments.force_exclude)
    )
    found, problems = find_files(arguments.paths or ["."], None, exclusion)
    paths = [one.path for one in found]
    together = len(paths) > 1 and all(one.named for one in found)
    groups, lone = group_files(paths, together=together, patterns_of=Patterns(maker))
    if arguments.verbose and lone:
        shown = ", ".join(map(escaped, lone))
        print(f"reslint: {_WORDS.text('lone', language, paths=shown)}", file=sys.stderr)
    side_by_side = None
    if name == "html":
        from reslint.reports.side_by_side import Report as SideBySide

        side_by_side = SideBySide(options)
    writer = _Writer(side_by_side or new_report(name, options), stream, maker)
    for problem in problems:
        writer.add(FileResult(problem.path, errors=[problem]))
    named = frozenset(one.path for one in found if one.named)
    jobs: list[GroupJob] = []
    for group in groups:
        job = _job(group, arguments, maker, baseline, writer, named)
        if job is not None:
            jobs.append(job)
    failed = bool(problems)
    for outcome, comparison in _outcomes(jobs, arguments, whole=side_by_side is not None):
        if outcome.reference:
            compared.append(
                {"key": outcome.key, "reference": outcome.reference, "files": outcome.compared}
            )
        if arguments.verbose:
            print(f"reslint: {_described(outcome, language)}", file=sys.stderr)
        if side_by_side is not None and comparison is not None:
            from reslint.concordance.showing import rows_of, versions_of

            versions = versions_of(outcome, comparison)
            stream.write(side_by_side.group(outcome.key, versions, rows_of(comparison)))
            listed = {result.path for _, result, _ in versions}
            for result in outcome.results:
                writer.add(result, written=result.path in listed)
            continue
        for result in outcome.results:
            writer.add(result)
    for path in lone:
        try:
            writer.add(lone_result(path, maker.settings_for(path)))
        except ConfigError as error:
            writer.add(FileResult(path, setup_errors=error.problems, counted=False))
    stream.write(writer.report.end(writer.summary, writer.setup_errors.problems))
    failed = failed or any(error.code != LONE_VERSION for error in writer.errors)
    if not compared:
        print(f"reslint: {_WORDS.text('nothing', language)}", file=sys.stderr)
        return ERROR
    if failed or writer.setup_errors.problems:
        return ERROR
    return FINDINGS if writer.fails and not arguments.exit_zero else CLEAN


class Patterns:
    """Gives the patterns of versions in the settings that hold for a file, by language."""

    def __init__(self, maker: SettingsMaker) -> None:
        self._maker = maker
        self._of_folder: dict[str, dict[str, str]] = {}

    def __call__(self, path: str) -> dict[str, str]:
        folder = os.path.dirname(path)
        if folder not in self._of_folder:
            config = self._maker.config_in(folder)
            self._of_folder[folder] = {} if config is None else config.values.get("versions", {})
        return self._of_folder[folder]


class _Writer:
    """Writes the results to a report, and keeps the counts and errors."""

    def __init__(self, report: Any, stream: TextIO, maker: SettingsMaker) -> None:
        from reslint.linting.results import Summary

        self.report = report
        self.summary = Summary()
        self.errors: list[Problem] = []
        self.setup_errors = SetupErrors(maker.frame_language())
        self.fails = False
        self._maker = maker
        self._stream = stream

    def add(self, result: FileResult, *, written: bool = False) -> None:
        """Write the result of one file, unless it is written already, and count it."""
        self.setup_errors.add(result.setup_errors)
        if result.counted:
            self.errors += result.errors
            self.summary.add(result)
            level = self._maker.run_value("fail_on", result.path)
            self.fails = self.fails or fails_on(result, level)
            if not written:
                self._stream.write(self.report.file(result))


def _job(
    group: Group,
    arguments: Namespace,
    maker: SettingsMaker,
    baseline: Baseline | None,
    writer: _Writer,
    named: frozenset[str],
) -> GroupJob | None:
    """The job of a group, None where the settings of its files are wrong."""
    from reslint.concordance.running import GroupJob
    from reslint.linting.results import FileResult

    try:
        settings = {path: maker.settings_for(path) for path in group.paths}
    except ConfigError as error:
        writer.add(FileResult(group.paths[0], setup_errors=error.problems, counted=False))
        return None
    accepted = {}
    if baseline is not None:
        accepted = {path: baseline.accepted(path) for path in group.paths}
    return GroupJob(
        group.key,
        group.how,
        group.paths,
        settings,
        accepted=accepted,
        reference=arguments.reference,
        named=named,
        cached=not arguments.no_cache,
    )


def _outcomes(
    jobs: list[GroupJob], arguments: Namespace, *, whole: bool
) -> Iterator[tuple[GroupOutcome, Comparison | None]]:
    """The outcomes of groups in order, from several processes where there are enough of them.

    The comparisons are there only where they are asked for (`whole`).
    """
    from reslint.concordance.running import compare_cached, outcome_of
    from reslint.files.runs import process_pool, processors

    if whole:
        yield from map(outcome_of, jobs)
        return
    processes = arguments.jobs
    if processes is None:
        processes = processors() if len(jobs) >= ENOUGH_GROUPS else 1
    processes = min(processes, len(jobs))
    if processes < 2:
        for job in jobs:
            job.in_two_processes = arguments.jobs != 1
            yield compare_cached(job), None
        return
    with process_pool(processes) as pool:
        yield from ((outcome, None) for outcome in pool.map(compare_cached, jobs))


def _described(outcome: GroupOutcome, language: str) -> str:
    return _WORDS.text(
        "group",
        language,
        key=escaped(outcome.key),
        how=_WORDS.text(f"by {outcome.how}", language),
        reference=escaped(outcome.reference) or "–",
        paths=", ".join(escaped(result.path) for result in outcome.results),
    )
