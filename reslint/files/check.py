"""Check one file: a path or bytes in, a plain result out, in any process.

Nothing here writes, and nothing depends on the file checked before.
"""

from __future__ import annotations

from reslint.documents import read_source
from reslint.files import passed_over
from reslint.language.loading import languages
from reslint.linting.linter import Linter, with_own_settings
from reslint.linting.results import FileResult, locate, read_as
from reslint.linting.rule_run import describe
from reslint.rulebook import own_codes
from reslint.text.diagnostics import SEVERITIES, Problem
from reslint.text.source import UnreadableText, read_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.files.baseline import Accepted
    from reslint.linting.linter import LintResult
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source


def check_path(
    path: str, named: bool, settings: Settings, accepted: Accepted | None = None
) -> FileResult:
    """Check the file at `path`; `named` says that it was asked for by name.

    A file that cannot be opened or read as text is an error in the result (TOOL005).
    """
    try:
        data = read_bytes(path)
    except UnreadableText as error:
        return unreadable(path, error)
    return check_bytes(data, path, named, settings, accepted)


def check_bytes(
    data: bytes, path: str, named: bool, settings: Settings, accepted: Accepted | None = None
) -> FileResult:
    """Check the bytes of a draft; `path` is the name under which they are reported.

    A text that is no resolution gives TOOL006 if it was asked for by name, and else nothing. If the
    settings require drafts, TOOL006 is an error of the result.
    `accepted` are the findings that a baseline holds for this file: they are not reported.
    An error inside reslint is an error in the result (TOOL004), never an exception.
    """
    source = read_bytes_of(data, path, settings)
    if isinstance(source, FileResult):
        return source
    return check_source(source, named, settings, accepted)


def read_bytes_of(data: bytes, path: str, settings: Settings) -> Source | FileResult:
    """Read the bytes of a draft; where that is impossible, return the file's result."""
    try:
        return read_source(data, path, changes=settings.changes)
    except UnreadableText as error:
        return unreadable(path, error)
    except Exception as error:  # one file that breaks a reader never stops the others
        return FileResult(path, errors=[internal_error(error, "internal-reading", path, settings)])


def check_source(
    source: Source, named: bool, settings: Settings, accepted: Accepted | None = None
) -> FileResult:
    """Check a source: see `check_bytes`."""
    result = lint_source(source, settings)
    if isinstance(result, FileResult):
        return result
    return file_result(result, named, settings, accepted)


def lint_source(source: Source, settings: Settings) -> LintResult | FileResult:
    """Lint a source; where that is impossible, return the file's result, which says why."""
    if settings.language is not None and settings.language not in languages():
        known = ", ".join(sorted(languages()))
        message = f"the rules do not know the language {settings.language} (known: {known})"
        problem = Problem(own_codes.INVALID_SETTING, message)
        return FileResult(source.path, setup_errors=[problem], counted=False)
    try:
        return Linter(settings).lint(source)
    except Exception as error:  # one draft that breaks the reader never stops the others
        return FileResult(
            source.path, errors=[internal_error(error, "internal-reading", source.path, settings)]
        )


def file_result(
    result: LintResult, named: bool, settings: Settings, accepted: Accepted | None = None
) -> FileResult:
    """Return the file's result from that of its lint: see `check_bytes`."""
    draft = result.draft
    path = draft.source.path
    for error in result.errors:
        error.path = error.path or path
    why = "" if draft.is_resolution else passed_over.reason(draft, settings)
    located = FileResult(
        path,
        language=draft.language,
        organ=draft.organ,
        diagnostics=locate(draft.source, reportable(result, named, settings, accepted)),
        errors=[*result.errors, *_required(why, path, settings)],
        setup_errors=result.setup_errors,
        counted=named or draft.is_resolution or settings.require_drafts,
        passed_over=why,
        read_as=read_as(settings),
    )
    located.certain = not draft.is_resolution or not draft.doubts
    if draft.source.origin is not None:
        located.format = draft.source.origin.format
    return located


def reportable(
    result: LintResult, named: bool, settings: Settings, accepted: Accepted | None
) -> list[Diagnostic]:
    """Return the diagnostics of a lint that are reported: none that a baseline accepts."""
    diagnostics = result.diagnostics
    if not result.draft.is_resolution:
        found = [_not_a_resolution(result.draft, settings)] if named else []
        diagnostics = with_own_settings([] if settings.require_drafts else found, settings)
    elif accepted is not None:
        from reslint.files.baseline import without_accepted

        diagnostics = with_own_settings(without_accepted(result, accepted, settings), settings)
    wanted = SEVERITIES[: SEVERITIES.index(settings.report_from) + 1]
    if wanted == SEVERITIES:
        return diagnostics
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity in wanted]


def _not_a_resolution(draft: Draft, settings: Settings) -> Diagnostic:
    return own_codes.diagnostic(
        own_codes.NOT_A_RESOLUTION,
        "not-a-resolution",
        settings.message_language,
        0,
        0,
        {"reason": passed_over.reason(draft, settings)},
    )


def _required(why: str, path: str, settings: Settings) -> list[Problem]:
    """Return the error that a file was not read as a draft, if the settings require it."""
    if not why or not settings.require_drafts:
        return []
    message = own_codes.wording("not-a-resolution", settings.message_language, {"reason": why})
    return [Problem(own_codes.NOT_A_RESOLUTION, message, path)]


def internal_error(error: Exception, key: str, path: str, settings: Settings) -> Problem:
    """Return TOOL004 for an unexpected exception; `key` is that of its wording."""
    message = own_codes.wording(key, settings.message_language, {"error": describe(error)})
    return Problem(own_codes.INTERNAL_ERROR, message, path)


def unreadable(path: str, error: UnreadableText) -> FileResult:
    """Return the result for a file that has no text to be checked (TOOL005)."""
    problem = Problem(own_codes.UNREADABLE, str(error), path, error.line, error.column)
    return FileResult(path, errors=[problem])
