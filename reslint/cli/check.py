"""Check drafts: files, folders, or standard input (-).

A little longer than other modules: the options and what they exclude stand together.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError

from reslint.cli.notices import (
    add_left_out,
    say_passed_over,
    say_unused_patterns,
    wrong_patterns,
)
from reslint.cli.outputs import Reports, add_output_options, outputs_of, write_to
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
    jobs_or_cluster,
    missing_rules_folder,
    print_problems,
    usage_error,
    width_of,
)
from reslint.reports import TEMPLATE, ReportError
from reslint.settings.config import ConfigError
from reslint.settings.exclusion import Exclusion
from reslint.settings.merging import SettingsMaker, add_options
from reslint.settings.table import in_order
from reslint.text.diagnostics import Problem
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from typing import TextIO

    from reslint.cli.annotate import Copies
    from reslint.cli.fix_summary import DiffWriter
    from reslint.cli.outputs import Output
    from reslint.files.baseline import Baseline
    from reslint.files.discovery import Found, LeftOut
    from reslint.files.fix import FixRequest
    from reslint.files.job import Job, Outcome
    from reslint.linting.results import FileResult, Summary


ABOUT = "Check drafts: files, folders, or standard input (-)."
"""What the help says of the command."""
DIFF = "diff"
"""The format that is no report: what fixes would change, for `patch`."""
_FIRST = ("select", "ignore", "profile", "language", "organ", "report_from")
"""The settings that the help names first."""
_PLACED = ("message_language", "rules", "fail_on")
"""The settings that the help names elsewhere."""


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
    add("--fix", action="store_true", help="apply the safe fixes, in the files")
    add(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: also apply the unsafe fixes",
    )
    add("--diff", action="store_true", help="show what --fix would change, without writing")
    add(
        "--annotate",
        metavar="OUT",
        help="write a copy of the Word file with the findings as comments (several files: OUT is a "
        "folder); with --fix the copy also has the fixes, and the file stays as it is",
    )
    add_output_options(parser, DIFF, about="diff: what --fix would change, for patch")
    add_options(parser, *_FIRST)
    add_options(parser, "fail_on")
    add("--exit-zero", action="store_true", help="exit code 0 even with findings")
    add(
        "--verbose",
        action="store_true",
        help="name each file that was not read as a draft, with the reason",
    )
    add_report_options(parser)
    add_options(parser, "message_language")
    add("--stdin-filename", metavar="PATH", help="the file name of the text on standard input")
    add("--config", metavar="PATH", help="this settings file, no other")
    add_options(parser, "rules")
    add("--baseline", metavar="PATH", help="do not report the findings in this baseline")
    add(
        "--jobs",
        type=jobs_or_cluster,
        metavar="N",
        help="number of processes (default: one for each processor if there are enough files), or "
        "dask://HOST:PORT for the workers of a cluster",
    )
    add_cache_options(parser)
    add("--watch", action="store_true", help="check again whenever a file changes")
    others = in_order(*_FIRST, *_PLACED)[len(_FIRST) + len(_PLACED) :]
    add_options(parser, *(setting.name for setting in others if setting.option is not None))


def run(arguments: Namespace) -> int:
    """Check what the arguments name and write the report; return the exit code."""
    with Cache(arguments):
        return _run(arguments)


def _run(arguments: Namespace) -> int:
    maker = SettingsMaker(arguments)
    arguments.diff = arguments.diff or DIFF in arguments.format
    wrong = _wrong_usage(arguments) or maker.unknown_codes()
    if wrong:
        return usage_error("check", wrong)
    try:
        baseline = baseline_of(arguments, maker)
    except ConfigError as error:
        return print_problems(error.problems, maker.frame_language())
    if arguments.watch:
        from reslint.cli.watch import watch

        return watch(arguments, lambda: _run_once(arguments, SettingsMaker(arguments), baseline))
    return _run_once(arguments, maker, baseline)


def _first_path(arguments: Namespace) -> str:
    """The path whose settings decide on the format: the first, as a file in it if a folder."""
    first = next(iter(arguments.paths), ".")
    if first == "-":
        return arguments.stdin_filename or ""
    return os.path.join(first, "") if os.path.isdir(first) else first


def _wrong_usage(arguments: Namespace) -> str:
    """The options that exclude one another, as a message; "" if there are none."""
    if arguments.stdin_filename is not None and "-" not in arguments.paths:
        return "--stdin-filename needs - (standard input)"
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        return "--unsafe-fixes needs --fix or --diff"
    if "-" in arguments.paths:
        if arguments.watch:
            return "--watch cannot watch standard input"
        if arguments.fix and len(arguments.paths) > 1:
            return "with --fix, standard input (-) must be the only path"
    if arguments.annotate is not None:
        for flag, given in (
            ("-", "-" in arguments.paths),
            ("--diff", arguments.diff),
            ("--watch", arguments.watch),
        ):
            if given:
                return f"--annotate cannot be used with {flag}"
    if isinstance(arguments.jobs, str) and (arguments.fix or arguments.annotate is not None):
        flag = "--fix" if arguments.fix else "--annotate"
        return f"--jobs {arguments.jobs} cannot be used with {flag}: a cluster writes no files"
    if arguments.watch and (arguments.diff or arguments.output_file):
        return "--watch cannot be used with --diff or --output-file"
    if arguments.diff and max(len(arguments.format), len(arguments.output_file)) > 1:
        return "with --diff there is one --format and one --output-file"
    return missing_rules_folder(arguments) or wrong_patterns(arguments)


def _run_once(arguments: Namespace, maker: SettingsMaker, baseline: Baseline | None) -> int:
    """Check all files once; report where the arguments ask for it."""
    try:
        outputs = outputs_of(arguments, maker.configured("format", _first_path(arguments)))
    except ArgumentTypeError as error:
        return usage_error("check", str(error))
    arguments.format = [name for name, _ in outputs]
    broken: tuple[type[Exception], ...] = (ReportError,)
    if isinstance(arguments.jobs, str):
        try:
            from reslint.files.cluster import ClusterError
        except ModuleNotFoundError as error:
            if error.name != "distributed":
                raise
            from reslint.cli.missing import lacks_extra

            return lacks_extra("check", "cluster", "distributed")
        broken = (ReportError, ClusterError)

    def report(streams: list[TextIO]) -> int:
        # With --diff, and --fix of standard input, standard output is for the diff or the text.
        if arguments.diff or (arguments.fix and "-" in arguments.paths):
            streams = [sys.stderr if one is sys.stdout else one for one in streams]
        try:
            return _report(arguments, maker, baseline, outputs, streams)
        except broken as error:
            option = f"--format {TEMPLATE}… " if isinstance(error, ReportError) else "--jobs: "
            return usage_error("check", f"{option}{escaped(str(error))}")

    return write_to("check", outputs, arguments.paths, report)


def _report(
    arguments: Namespace,
    maker: SettingsMaker,
    baseline: Baseline | None,
    outputs: list[Output],
    streams: list[TextIO],
) -> int:
    """Check file by file and write the reports as they grow."""
    from reslint.linting.results import FileResult, Summary

    language = maker.frame_language()
    # The diff is the whole output; errors still have to be printed.
    shown = [] if arguments.diff else outputs
    fixing = arguments.fix or arguments.diff
    reports = Reports(arguments, shown, streams if shown else [], language, fixing=fixing)
    summary = Summary()
    setup_errors = SetupErrors(language)
    exclusion = Exclusion(
        maker.config_in, arguments.exclude or (), force=bool(arguments.force_exclude)
    )
    fails = False
    copies: list[str] = []
    fixes = None
    if arguments.fix or arguments.diff:
        from reslint.cli.fix_summary import FixSummary

        fixes = FixSummary(
            language,
            written=not arguments.diff,
            unsafe=arguments.unsafe_fixes,
            diffs=_diff_writer(arguments, *outputs[0], streams[0]) if arguments.diff else None,
        )
    for outcome in _outcomes(arguments, maker, baseline, summary, exclusion):
        if isinstance(outcome, FileResult):
            result = outcome
            if fixes is not None:
                fixes.add_unfixed(result)
        else:
            assert fixes is not None
            fixes.add(outcome)
            result = outcome.result
        setup_errors.add(result.setup_errors)
        if arguments.annotate is not None and (result.counted or result.annotated):
            from reslint.cli.annotate import line_for

            if result.annotated is not None or not result.errors:
                copies.append(line_for(result, language, fixing=fixing))
        if result.passed_over:
            summary.passed_over.append((result.path, result.passed_over))
        if result.counted:
            summary.add(result)
            fails = fails or fails_on(result, maker.run_value("fail_on", result.path))
            if arguments.diff:
                _say_errors(result)
            reports.file(result)
    reports.end(summary, setup_errors.problems)
    if arguments.verbose and not reports.name_passed_over:
        say_passed_over(summary)
    say_unused_patterns(arguments, maker, exclusion)
    beside = sys.stdout if reports.for_people else sys.stderr
    if fixes is not None:
        print(_for_reader(fixes.line(summary.diagnostics), beside), file=beside)
    for line in copies:
        print(line, file=beside)
    if setup_errors.problems or summary.errors:
        return ERROR
    if fixes is not None and arguments.diff:
        return FINDINGS if fixes.files else CLEAN
    return FINDINGS if fails and not arguments.exit_zero else CLEAN


def _for_reader(line: str, stream: TextIO) -> str:
    """Return a line as it is printed: broken between words on a terminal."""
    width, on_terminal = width_of(stream)
    if not on_terminal:
        return line
    from reslint.reports.text import broken

    return broken(line, width)


def _diff_writer(arguments: Namespace, name: str, path: str, stream: TextIO) -> DiffWriter:
    """Where the diff goes: the file of `--output-file`, else standard output."""
    from reslint.cli.fix_summary import DiffWriter
    from reslint.reports.colour import wants_colour

    plain = name == DIFF
    target = stream if path else sys.stdout
    colour = not plain and wants_colour(target, arguments.color)
    width, _ = width_of(target)
    return DiffWriter(target, colour=colour, codes=not plain, width=width)


def _say_errors(result: FileResult) -> None:
    for error in result.errors:
        where = "" if error.path else f"{escaped(result.path)}: "
        print(f"reslint: {where}{error}", file=sys.stderr)


def _outcomes(
    arguments: Namespace,
    maker: SettingsMaker,
    baseline: Baseline | None,
    summary: Summary,
    exclusion: Exclusion,
) -> Iterator[Outcome]:
    """The outcomes for all files, in the order of their paths; problems with paths come first.

    What is left out before it is read is added to the summary.
    """
    from reslint.files.discovery import find_files
    from reslint.linting.results import FileResult
    from reslint.rulebook.own_codes import INVALID_SETTING

    left_out: list[LeftOut] = []
    found, problems = find_files(arguments.paths or ["."], left_out, exclusion)
    if left_out:
        add_left_out(summary, left_out, maker.frame_language())
    yield from (FileResult(problem.path, errors=[problem]) for problem in problems)
    if baseline is not None:
        yield from baseline.results_of_missing_files(maker.frame_language())
    request = _fix_request(arguments)
    copies = None
    if arguments.annotate is not None:
        from reslint.cli.annotate import Copies

        copies = Copies(arguments.annotate, arguments.paths or ["."], found)
        found = copies.outside(found)
        wrong = copies.wrong(found)
        if wrong:
            yield FileResult("", setup_errors=[Problem(INVALID_SETTING, wrong)], counted=False)
            return
    if request is None and copies is None and len(found) == 1:
        # An editor or a hook checks one file: import nothing more.
        yield _check(found[0], arguments, maker, baseline, None)
        return
    from reslint.files.runs import outcomes_of

    yield from outcomes_of(
        (_job(one, arguments, maker, baseline, request, copies) for one in found),
        len(found),
        arguments.jobs,
    )


def _fix_request(arguments: Namespace) -> FixRequest | None:
    """Which fixes to apply, and how; None without --fix and --diff."""
    if not (arguments.fix or arguments.diff):
        return None
    from reslint.files.fix import FixRequest

    return FixRequest(
        unsafe=arguments.unsafe_fixes,
        write=arguments.fix and not arguments.diff and arguments.annotate is None,
        diff=arguments.diff,
    )


def _job(
    found: Found,
    arguments: Namespace,
    maker: SettingsMaker,
    baseline: Baseline | None,
    request: FixRequest | None,
    copies: Copies | None,
) -> Job | Outcome:
    """The job for one file, or its outcome if it is done here."""
    from reslint.files.discovery import STANDARD_INPUT
    from reslint.files.job import Job
    from reslint.linting.results import FileResult

    if found.path == STANDARD_INPUT:
        return _check(found, arguments, maker, baseline, request)
    try:
        settings = maker.settings_for(found.path)
    except ConfigError as error:
        return FileResult(found.path, setup_errors=error.problems, counted=False)
    return Job(
        found.path,
        found.named,
        settings,
        accepted=None if baseline is None else baseline.accepted(found.path),
        fix=request,
        cached=not arguments.no_cache and copies is None,
        annotate="" if copies is None else copies.path_for(found.path),
    )


def _check(
    found: Found,
    arguments: Namespace,
    maker: SettingsMaker,
    baseline: Baseline | None,
    request: FixRequest | None,
) -> Outcome:
    """Check one file, or standard input, in this process."""
    from reslint.files.check import check_path
    from reslint.files.discovery import STANDARD_INPUT
    from reslint.linting.results import FileResult

    from_input = found.path == STANDARD_INPUT
    path = arguments.stdin_filename or found.path if from_input else found.path
    try:
        settings = maker.settings_for(path)
    except ConfigError as error:
        return FileResult(path, setup_errors=error.problems, counted=False)
    accepted = None if baseline is None else baseline.accepted(path)
    if not from_input:
        return check_path(path, found.named, settings, accepted)
    from reslint.cli.standard_input import check_standard_input

    return check_standard_input(
        path, settings, accepted, request, keep_text="html" in arguments.format
    )
