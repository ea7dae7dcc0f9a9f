"""Compare the files of a group: paths in, plain results out, in any process."""

from __future__ import annotations

import os
from functools import partial

from reslint.concordance.comparing import check, compare, findings_of
from reslint.concordance.languages.counterparts import part
from reslint.concordance.model import Version
from reslint.concordance.reading import read_version
from reslint.data.patterns import expression
from reslint.documents import read_source
from reslint.draft.model import MASTHEAD
from reslint.draft.reader import read_draft
from reslint.files import result_cache
from reslint.files.check import file_result, internal_error, unreadable
from reslint.files.job import Job
from reslint.language.loading import languages
from reslint.linting.results import FileResult
from reslint.rulebook import own_codes
from reslint.text.diagnostics import Problem
from reslint.text.source import UnreadableText, read_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.concordance.comparison import Comparison
    from reslint.draft.model import Draft
    from reslint.files.baseline import Accepted
    from reslint.linting.linter import LintResult
    from reslint.settings.settings import Settings


class GroupJob:
    """A group to compare; picklable.

    `settings` and `accepted` (what a baseline holds) are by path; `reference` is the language given
    for the reference, None to find it out; `named` are the paths that the command line names.
    `data` has the bytes of those that are not on this computer. `in_two_processes` lets a second
    process read some of them.
    """

    __slots__ = (
        "accepted",
        "cached",
        "data",
        "how",
        "in_two_processes",
        "key",
        "named",
        "paths",
        "reference",
        "settings",
    )

    def __init__(
        self,
        key: str,
        how: str,
        paths: list[str],
        settings: dict[str, Settings],
        *,
        accepted: dict[str, Accepted] | None = None,
        reference: str | None = None,
        named: frozenset[str] = frozenset(),
        cached: bool = False,
        data: dict[str, bytes] | None = None,
        in_two_processes: bool = False,
    ) -> None:
        self.key = key
        self.how = how
        self.paths = paths
        self.settings = settings
        self.accepted = accepted or {}
        self.reference = reference
        self.named = named
        self.cached = cached
        self.data = data or {}
        self.in_two_processes = in_two_processes


class GroupOutcome:
    """The outcome of a group: the results of its files in the order of their paths.

    `compared` are the paths that were compared, `reference` that of the reference, "" where fewer
    than two of the files are drafts.
    """

    __slots__ = ("compared", "how", "key", "reference", "results")

    def __init__(self, key: str, how: str) -> None:
        self.key = key
        self.how = how
        self.results: list[FileResult] = []
        self.compared: list[str] = []
        self.reference = ""


def compare_cached(job: GroupJob) -> GroupOutcome:
    """Compare the files of a group, unless the user's cache has the outcome.

    What is wrong with a file is in its result; outcomes with errors are not kept, for they may
    pass.
    """
    cached = ""
    if job.cached:
        files = [
            Job(path, True, job.settings[path], accepted=job.accepted.get(path))
            for path in job.paths
        ]
        cached = result_cache.path_of_group(files, job.reference or "")
    if cached:
        kept = result_cache.read_group(cached)
        if kept is not None:
            outcome = GroupOutcome(job.key, job.how)
            outcome.reference, outcome.compared, outcome.results = kept
            return outcome
    outcome = outcome_of(job)[0]
    if cached and not any(one.errors or one.setup_errors for one in outcome.results):
        result_cache.write_group(cached, outcome.reference, outcome.compared, outcome.results)
    return outcome


def outcome_of(job: GroupJob) -> tuple[GroupOutcome, Comparison | None]:
    """The outcome of a group, and the comparison itself where there is one."""
    outcome = GroupOutcome(job.key, job.how)
    by_path, comparison, findings = _compared(job)
    if comparison is not None:
        outcome.reference = comparison.reference.path
        outcome.compared = [path for path in job.paths if path in findings]
    for path, result in findings.items():
        by_path[path] = file_result(result, True, job.settings[path], job.accepted.get(path))
    outcome.results = [by_path[path] for path in job.paths]
    return outcome, comparison


def findings_in(job: GroupJob) -> tuple[dict[str, LintResult], list[Problem]]:
    """The findings of a group by path, whatever a baseline holds, and what went wrong."""
    by_path, _, findings = _compared(job)
    problems = [
        problem
        for one in by_path.values()
        for problem in (*one.errors, *one.setup_errors)
        if problem.code != own_codes.LONE_VERSION
    ]
    for result in findings.values():
        problems += [*result.errors, *result.setup_errors]
    return findings, problems


def _compared(
    job: GroupJob,
) -> tuple[dict[str, FileResult], Comparison | None, dict[str, LintResult]]:
    """The results of the files that were not compared, the comparison, the findings of the others.

    By path; there is no comparison where fewer than two of the files are drafts.
    """
    by_path: dict[str, FileResult] = {}
    versions: list[Version] = []
    read = _versions(job)
    for path in job.paths:
        one = read[path]
        if isinstance(one, Version):
            versions.append(one)
        else:
            by_path[path] = one
    comparison = None
    findings: dict[str, LintResult] = {}
    if len(versions) > 1:
        first = versions[0].path
        reference = job.reference or original_language(one.draft for one in versions)
        try:
            comparison = compare(versions, reference)
            if job.in_two_processes:
                _share(comparison, job)
            findings = findings_of(comparison, job.settings)
        except Exception as error:  # one group that breaks the comparison never stops the others
            problem = internal_error(error, "internal-reading", first, job.settings[first])
            by_path[first] = FileResult(first, errors=[problem])
            findings, comparison = {}, None
    for one in versions:
        if one.path not in by_path and one.path not in findings:
            by_path[one.path] = lone_result(one.path, job.settings[one.path], one.draft)
    return by_path, comparison, findings


def _share(comparison: Comparison, job: GroupJob) -> None:
    """Find the differences in two processes, where that saves time."""
    from reslint.concordance.second_process import share_checks

    there, here = (partial(check, settings_of=job.settings, numbers=one) for one in (True, False))
    share_checks(comparison, there, here)


def _versions(job: GroupJob) -> dict[str, Version | FileResult]:
    """The version in each file of a group, or the result that says why there is none."""
    read = partial(_version, job)
    if not job.in_two_processes:
        return {path: read(path) for path in job.paths}
    from reslint.concordance.second_process import read_versions

    return read_versions({path: _size(path) for path in job.paths}, read)


def _size(path: str) -> int:
    """The size of a file in bytes, 0 if it cannot be told."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _version(job: GroupJob, path: str) -> Version | FileResult:
    """The version in a file, or the result that says why there is none."""
    draft = _read(path, job)
    if isinstance(draft, FileResult):
        return draft
    if not draft.is_resolution:
        return _no_draft(path, draft, job)
    try:
        return read_version(path, draft)
    except Exception as error:  # one version that breaks a finder never stops the others
        problem = internal_error(error, "internal-reading", path, job.settings[path])
        return FileResult(path, errors=[problem])


def _read(path: str, job: GroupJob) -> Draft | FileResult:
    """The draft in a file, or the result that says why there is none."""
    settings = job.settings[path]
    try:
        data = job.data.get(path)
        data = read_bytes(path) if data is None else data
        source = read_source(data, path, changes=settings.changes)
    except UnreadableText as error:
        return unreadable(path, error)
    except Exception as error:  # one file that breaks a reader never stops the others
        return FileResult(path, errors=[internal_error(error, "internal-reading", path, settings)])
    if settings.language is not None and settings.language not in languages():
        message = f"the rules do not know the language {settings.language}"
        problem = Problem(own_codes.INVALID_SETTING, message)
        return FileResult(path, setup_errors=[problem], counted=False)
    return read_draft(
        source,
        path_format=settings.text_format,
        language=settings.language,
        organ=settings.organ,
        habits=settings.house,
    )


def _no_draft(path: str, draft: Draft, job: GroupJob) -> FileResult:
    """The result of a file that is no resolution."""
    message = own_codes.wording("no-version", job.settings[path].message_language, {})
    problem = Problem(own_codes.LONE_VERSION, message, severity="info")
    return FileResult(path, language=draft.language, organ=draft.organ, errors=[problem])


def lone_result(path: str, settings: Settings, draft: Draft | None = None) -> FileResult:
    """The result of a file that has no other version; it says so."""
    if draft is None:
        read = _read(path, GroupJob("", "", [path], {path: settings}))
        if isinstance(read, FileResult):
            return read
        draft = read
    message = own_codes.wording("lone-version", settings.message_language, {})
    problem = Problem(own_codes.LONE_VERSION, message, severity="info")
    return FileResult(
        path,
        language=draft.language,
        organ=draft.organ,
        errors=[problem],
        counted=draft.is_resolution,
    )


def original_language(drafts: Iterable[Draft]) -> str | None:
    """The language that a masthead names as that of the original, None where none does."""
    original = part("files")["original"]
    pattern = expression(original["line"])
    for draft in drafts:
        for paragraph in draft.part(MASTHEAD):
            found = pattern.search(paragraph.text[:200])
            if found is None:
                continue
            for language, words in original["languages"].items():
                if any(word in paragraph.text[found.start() :] for word in words):
                    return str(language)
    return None
