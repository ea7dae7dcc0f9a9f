"""One file in, one plain result out: what a pool of processes (or a cluster) can do anywhere.

Nothing here writes, and nothing depends on the file checked before.
"""

from __future__ import annotations

import os
from stat import S_ISFIFO, S_ISREG

from reslint.language.loading import languages
from reslint.linting.linter import describe, lint, with_own_settings
from reslint.linting.results import FileResult, locate
from reslint.rules import own_codes
from reslint.rules.book import rulebook_of
from reslint.settings.settings import Settings
from reslint.text.diagnostics import SEVERITIES, Problem
from reslint.text.source import UnreadableText, decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.files.baseline import Accepted
    from reslint.linting.linter import LintResult
    from reslint.rules.book import Rulebook
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source


MAX_SIZE = 20_000_000
"""Bytes a draft may have: far above any, and below what a device file would pour out."""
MAX_LINES = 250_000
"""Lines a draft may have: each costs a kilobyte of memory and some microseconds."""
_WITHOUT_WAITING: int = getattr(os, "O_NONBLOCK", 0)
_BINARY: int = getattr(os, "O_BINARY", 0)


def check_path(
    path: str, named: bool, settings: Settings, accepted: Accepted | None = None
) -> FileResult:
    """Check the file at `path`; `named` says that it was asked for by name.

    A file that cannot be opened or read as text is an error in the result (TOOL005).
    """
    data = read_bytes(path)
    if isinstance(data, FileResult):
        return data
    return check_bytes(data, path, named, settings, accepted)


def read_bytes(path: str) -> bytes | FileResult:
    """The bytes of a file (one more than MAX_SIZE at the most), or the result that says why not."""
    try:
        # Opening a pipe waits for somebody to write to it: for ever, if nobody does. So it is
        # opened without waiting; reading waits only while there is a writer.
        descriptor = os.open(path, os.O_RDONLY | _WITHOUT_WAITING | _BINARY)
        with open(descriptor, "rb") as stream:
            if not _WITHOUT_WAITING or S_ISREG(os.fstat(descriptor).st_mode):
                return stream.read(MAX_SIZE + 1)
            os.set_blocking(descriptor, True)
            data = stream.read(MAX_SIZE + 1)
            if not data and S_ISFIFO(os.fstat(descriptor).st_mode):
                return unreadable(path, "the file is a pipe to which nobody writes")
            return data
    except OSError as error:
        return unreadable(path, f"the file cannot be read ({error.strerror})")


def check_bytes(
    data: bytes, path: str, named: bool, settings: Settings, accepted: Accepted | None = None
) -> FileResult:
    """Check the bytes of a draft; `path` is the name under which they are reported.

    A text that is no resolution gives TOOL006 if it was asked for by name, and else nothing.
    `accepted` are the findings that a baseline holds for this file: they are not reported.
    Whatever goes wrong inside reslint is an error in the result (TOOL004), never an exception.
    """
    source = read_source(data, path)
    if isinstance(source, FileResult):
        return source
    return check_source(source, named, settings, accepted)


def read_source(data: bytes, path: str) -> Source | FileResult:
    """The source in the bytes of a file, or the result that says why there is none."""
    if len(data) > MAX_SIZE:
        return unreadable(path, f"the file is no draft: it is larger than {MAX_SIZE:,} bytes")
    if len(data) > MAX_LINES and max(data.count(b"\n"), data.count(b"\r")) > MAX_LINES:
        return unreadable(path, f"the file is no draft: it has more than {MAX_LINES:,} lines")
    try:
        return decode(data, path)
    except UnreadableText as error:
        return unreadable(path, str(error), error.line, error.column)


def check_source(
    source: Source, named: bool, settings: Settings, accepted: Accepted | None = None
) -> FileResult:
    """Check a source: see `check_bytes`."""
    path = source.path
    options = settings
    if not knows_language(options):
        known = ", ".join(sorted(languages()))
        message = f"the rules do not know the language {options.language} (known: {known})"
        trouble = Problem(own_codes.INVALID_SETTING, message)
        return FileResult(path, troubles=[trouble], counted=False)
    rulebooks: list[Rulebook] = []

    def provide(language: str) -> Rulebook:
        rulebook = rulebook_of(language, settings.rule_folders)
        rulebooks.append(rulebook)
        return rulebook

    try:
        result = lint(source, provide, options)
    except Exception as error:  # one draft that breaks the reader never stops the others
        message = own_codes.wording(
            "internal-reading", options.message_language, {"error": describe(error)}
        )
        return FileResult(path, errors=[Problem(own_codes.INTERNAL_ERROR, message, path)])
    diagnostics = result.diagnostics
    if accepted is not None and result.draft.is_resolution:
        from reslint.files.baseline import without_accepted

        diagnostics = with_own_settings(without_accepted(result, accepted, settings), options)
    if not result.draft.is_resolution:
        diagnostics = with_own_settings([_not_a_resolution(options)] if named else [], options)
    for problem in result.problems:
        problem.path = problem.path or path
    return FileResult(
        path,
        language=result.draft.language,
        organ=result.draft.organ,
        reported=locate(source, grave_enough(diagnostics, settings.report_from)),
        errors=result.problems,
        troubles=[problem for rulebook in rulebooks for problem in rulebook.problems],
        counted=named or result.draft.is_resolution,
    )


def lint_source(source: Source, settings: Settings) -> LintResult:
    """What the linter itself gives for a source with settings that are known to be sound."""
    return lint(
        source,
        lambda language: rulebook_of(language, settings.rule_folders),
        settings,
    )


def knows_language(options: Settings) -> bool:
    """Whether the rules know the language of the options (any that is to be recognized)."""
    return options.language is None or options.language in languages()


def grave_enough(diagnostics: list[Diagnostic], report_from: str) -> list[Diagnostic]:
    """The diagnostics at least as grave as `report_from`."""
    wanted = SEVERITIES[: SEVERITIES.index(report_from) + 1]
    if wanted == SEVERITIES:
        return diagnostics
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity in wanted]


def _not_a_resolution(options: Settings) -> Diagnostic:
    return own_codes.diagnostic(
        own_codes.NOT_A_RESOLUTION, "not-a-resolution", options.message_language, 0, 0
    )


def unreadable(path: str, message: str, line: int = 0, column: int = 0) -> FileResult:
    """The result for a file that cannot be checked at all."""
    return FileResult(path, errors=[Problem(own_codes.UNREADABLE, message, path, line, column)])
