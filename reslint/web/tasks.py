"""What is done in a process of the pool: a draft in, an answer out, nothing kept."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING

from reslint.documents import read_source
from reslint.draft.reader import read_draft
from reslint.files.annotate import CommentWords
from reslint.files.check import check_bytes
from reslint.files.fix import FixRequest, fix_bytes
from reslint.linting.results import FileResult, Summary
from reslint.reports import ReportOptions, new_report
from reslint.reports.json_text import json_text
from reslint.revisions.alignment import Refused
from reslint.rulebook import own_codes
from reslint.rulebook.book import forget_house_rules
from reslint.text.source import UnreadableText
from reslint.web.answers import Answer, error_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from reslint.concordance.running import GroupOutcome
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Edit
    from reslint.text.source import Source


MARKDOWN = "text/markdown; charset=utf-8"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XML = "application/xml"
PAGE = "text/html; charset=utf-8"
UNSUPPORTED, WRONG = 415, 400
_rules_state = b""
"""The state of the house rules that this process has read."""


class Upload:
    """A draft that was sent: its name, its bytes, and whether it came as text in JSON."""

    __slots__ = ("data", "is_text", "name")

    def __init__(self, name: str, data: bytes, *, is_text: bool = False) -> None:
        self.name = name
        self.data = data
        self.is_text = is_text


def with_current_rules(state: bytes, work: Callable[..., Answer], *values: object) -> Answer:
    """Do another task with the house rules as they are now; `state` changes with their files."""
    global _rules_state
    if state != _rules_state:
        forget_house_rules()
        _rules_state = state
    return work(*values)


def check(upload: Upload, settings: Settings) -> Answer:
    """Check a draft; the answer is the report `json` of the command line."""
    result = check_bytes(upload.data, upload.name, True, settings)
    return _unreadable(result) or Answer(_json_report([result], settings))


def fix(upload: Upload, settings: Settings, unsafe: bool) -> Answer:
    """Fix a draft; the answer adds the text, or the file, to the report on what is left."""
    request = FixRequest(unsafe=unsafe, write=True)
    outcome = fix_bytes(upload.data, upload.name, True, settings, request)
    unreadable = _unreadable(outcome.result)
    if unreadable is not None:
        return unreadable
    report = json.loads(_json_report([outcome.result], settings))
    report["fixed"] = outcome.fixed
    report["reverted"] = outcome.reverted
    if upload.is_text:
        report["text"] = outcome.data.decode("utf-8")
    else:
        report["file"] = {
            "name": upload.name,
            "media_type": _media_type(outcome.result.format, upload.name),
            "base64": b64encode(outcome.data).decode("ascii"),
        }
    return Answer(json_text(report))


def convert(
    upload: Upload, settings: Settings, to: str, edited: str | None, comments: bool
) -> Answer:
    """Write a draft as another file.

    `to` is `md`, `docx`, `html` (the report) or `same` (a file of its own format). `edited` is
    the Markdown of the file as it should be: its changes are written into the file, in Word as
    tracked changes. `comments` adds the findings as comments to a Word file.
    """
    try:
        source = read_source(upload.data, upload.name, changes=settings.changes)
        data, left_out = upload.data, 0
        if edited is not None and "\r\n" in source.text:
            edited = edited.replace("\r\n", "\n").replace("\n", "\r\n")
        if edited is not None and to in ("same", "docx") and source.origin is not None:
            data, left_out = _with_changes(data, source, edited)
        elif edited is not None:
            source = source.with_text(edited)
            data = edited.encode("utf-8")
        if to == "md":
            return Answer(source.text if edited is None else edited, MARKDOWN)
        if to == "html":
            return _html_report(data, upload.name, settings)
        kind = source.origin.format if source.origin is not None else ""
        if to == "docx" and kind != "word":
            data = _new_word_file(source, settings)
            kind = "word"
        if comments:
            data, without = _with_comments(data, upload.name, settings)
            left_out += without
    except UnreadableText as error:
        return error_answer(UNSUPPORTED, str(error))
    except Refused as error:
        return error_answer(WRONG, str(error))
    except LookupError as error:
        return error_answer(WRONG, f"there are no rules for the language {error}")
    return Answer(data, _media_type(kind, upload.name), headers={"Reslint-Left-Out": str(left_out)})


def compare(
    uploads: list[Upload], settings: dict[str, Settings], reference: str | None, page: bool
) -> Answer:
    """Compare the versions of one draft; the answer is the report of `reslint concordance`."""
    from reslint.concordance.running import GroupJob, outcome_of

    names = [one.name for one in uploads]
    job = GroupJob(
        "uploaded",
        "named",
        names,
        settings,
        reference=reference,
        named=frozenset(names),
        data={one.name: one.data for one in uploads},
    )
    outcome, comparison = outcome_of(job)
    for result in outcome.results:
        unreadable = _unreadable(result)
        if unreadable is not None:
            return unreadable
    if comparison is None:
        return error_answer(WRONG, "nothing to compare: at least two files must be drafts")
    first = settings[names[0]]
    if page:
        from reslint.concordance.showing import rows_of, versions_of
        from reslint.reports.side_by_side import Report as SideBySide

        report = SideBySide(ReportOptions(language=first.message_language))
        summary = _summary(outcome.results)
        body = report.group(outcome.key, versions_of(outcome, comparison), rows_of(comparison))
        return Answer(body + report.end(summary, []), PAGE)
    return Answer(_json_report(outcome.results, first, _groups(outcome)))


def _groups(outcome: GroupOutcome) -> list[dict[str, Any]]:
    return [{"key": outcome.key, "reference": outcome.reference, "files": outcome.compared}]


def _json_report(
    results: Iterable[FileResult],
    settings: Settings,
    groups: list[dict[str, Any]] | None = None,
) -> str:
    found = list(results)
    options = ReportOptions(language=settings.message_language, groups=groups)
    report = new_report("json", options)
    setup_errors = [problem for result in found for problem in result.setup_errors]
    return "".join(map(report.file, found)) + report.end(_summary(found), setup_errors)


def _summary(results: Iterable[FileResult]) -> Summary:
    summary = Summary()
    for result in results:
        summary.add(result)
    return summary


def _unreadable(result: FileResult) -> Answer | None:
    """The answer for a file in no format that can be read, None for any other."""
    for problem in result.errors:
        if problem.code == own_codes.UNREADABLE:
            return error_answer(UNSUPPORTED, problem.message)
    return None


def _html_report(data: bytes, name: str, settings: Settings) -> Answer:
    result = check_bytes(data, name, True, settings)
    unreadable = _unreadable(result)
    if unreadable is not None:
        return unreadable
    # The report reads the draft again, from here: there is no such file on this computer.
    result.text = read_source(data, name, changes=settings.changes).text or "\n"
    report = new_report("html", ReportOptions(language=settings.message_language))
    return Answer(report.file(result) + report.end(_summary([result]), []), PAGE)


def _with_changes(data: bytes, source: Source, edited: str) -> tuple[bytes, int]:
    """Write the changes of the text into its file; return it with the number of those left out."""
    from reslint.revisions.writing import write_changes
    from reslint.text.changes import edits_between

    edits: list[Edit] = edits_between(source.text, edited)
    if not edits:
        return data, 0
    written = write_changes(data, source, edits)
    return written.data, len(written.refused)


def _new_word_file(source: Source, settings: Settings) -> bytes:
    from reslint.revisions.new_word_file import new_word_file

    return new_word_file(read_draft(source, language=settings.language, organ=settings.organ))


def _with_comments(data: bytes, name: str, settings: Settings) -> tuple[bytes, int]:
    """Add the findings to a Word file; return it with the number of those without a place."""
    from reslint.revisions.word_comments import write_comments

    result = check_bytes(data, name, True, settings)
    findings = [one for one in result.diagnostics if one.code != own_codes.NOT_A_RESOLUTION]
    made = write_comments(data, name, findings, CommentWords(settings), "Note")
    return made.data, made.left_out


def _media_type(kind: str, name: str) -> str:
    if kind == "word":
        return WORD
    if kind == "akn4un":
        return XML
    return PAGE if name.lower().endswith((".html", ".htm")) else MARKDOWN
