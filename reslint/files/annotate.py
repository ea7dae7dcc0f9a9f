"""Write a copy of a Word file with its findings as comments, and with its fixes if asked for."""

from __future__ import annotations

import os

from reslint.documents import format_of
from reslint.files import check
from reslint.files.owner_files import owner_file
from reslint.files.whole import write_whole
from reslint.linting.results import Annotation, FileResult
from reslint.rulebook import own_codes
from reslint.text.diagnostics import Problem
from reslint.text.source import UnreadableText, read_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.files.job import Job, Outcome
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source


_NOTE = {"en": "Note", "fr": "Note"}


def annotate_path(job: Job) -> Outcome:
    """Check the file of a job and write the copy that it asks for; the file stays as it is.

    The result says what was written (`annotated`); a copy that cannot be written is an error in
    it (TOOL010). A file that is no Word file is checked, not fixed, and has no copy.
    """
    try:
        data = read_bytes(job.path)
    except UnreadableText as error:
        return check.unreadable(job.path, error)
    outcome: Outcome
    changes = 0
    if job.fix is not None and format_of(data, job.path) == "zip":
        from reslint.files.fix import fix_bytes

        fixed = fix_bytes(data, job.path, job.named, job.settings, job.fix, job.accepted)
        data, source = fixed.data, fixed.source
        outcome, result = fixed.without_data(), fixed.result
        changes = sum(fixed.fixed.values())
    else:
        read = check.read_bytes_of(data, job.path, job.settings)
        if isinstance(read, FileResult):
            return read
        source = read
        outcome = result = check.check_source(read, job.named, job.settings, job.accepted)
    if result.format == "word" and result.language:
        result.annotated = _annotated(data, source, job, result, changes)
    return outcome


def _annotated(
    data: bytes, source: Source | None, job: Job, result: FileResult, changes: int
) -> Annotation | None:
    from reslint.revisions.alignment import Refused
    from reslint.revisions.word_comments import write_comments

    settings = job.settings
    words = CommentWords(settings)
    findings = [one for one in result.diagnostics if one.code != own_codes.NOT_A_RESOLUTION]
    note = _NOTE.get(settings.message_language, _NOTE["en"])
    try:
        if settings.changes != "accepted":
            raise Refused("its tracked changes must be read as accepted")
        owner = owner_file(job.annotate)
        if owner:
            raise Refused(f"it is open in a word processor, as {owner} says; close it first")
        made = write_comments(data, job.path, findings, words, note, source)
        os.makedirs(os.path.dirname(os.path.realpath(job.annotate)), exist_ok=True)
        write_whole(job.annotate, made.data)
    except (Refused, UnreadableText) as error:
        reason = str(error)
    except OSError as error:
        reason = error.strerror or str(error)
    except Exception as error:  # an error of ours stops no other file
        problem = check.internal_error(error, "internal-fixing", job.path, settings)
        result.errors.append(problem)
        return None
    else:
        return Annotation(job.annotate, made.count, changes, made.left_out)
    message = f"the copy with comments was not written: {reason}"
    result.errors.append(Problem(own_codes.NOT_WRITTEN, message, job.path))
    return None


class CommentWords:
    """The words of a comment: the message, why the rule exists, its source."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: dict[str, list[str]] = {}

    def __call__(self, diagnostic: Diagnostic) -> Sequence[str]:
        code = diagnostic.code
        if code not in self._known:
            self._known[code] = self._background(code)
        return [f"{code} {diagnostic.message}", *self._known[code]]

    def _background(self, code: str) -> list[str]:
        from reslint.rulebook.book import full_rule
        from reslint.rulebook.page import why

        rule = full_rule(code, self._settings.rule_folders)
        if rule is None:
            return []
        title, section, url = (rule.source.get(key, "") for key in ("title", "section", "url"))
        source = ", ".join(filter(None, (title, section)))
        if url:
            source = f"{source} ({url})" if source else url
        return [text for text in (why(rule, self._settings.message_language), source) if text]
