"""SARIF 2.1.0: one run with its findings, their fixes, and help on the rules they come from.

It is written file by file: the rules are known only after the last file, so they come at the end.
"""

from __future__ import annotations

import json
import os
from urllib.parse import quote

from reslint.checks.kinds import address_of, page_of
from reslint.data.patterns import expression
from reslint.reports.gitlab import fingerprints
from reslint.reports.json_text import json_text
from reslint.rulebook.page import block, why
from reslint.text.diagnostics import place_in_file
from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Diagnostic, Edit, Fix, Problem, Related


_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note", "hint": "note"}
# What a viewer would read as a link or a placeholder of the message.
_EMBEDDED = expression(r"\[(?=[^\[\]]*\]\()|\{(?=\d)")


class Report:
    """Format `sarif`."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._opening = _head()
        self._separator = ""
        self._rules: dict[str, tuple[int, str, str]] = {}  # code: index, name, severity
        self._notifications: list[dict[str, Any]] = []

    def file(self, result: FileResult) -> str:
        location = {"uri": uri(result.path)}
        self._notifications += [_notification(error, result.path) for error in result.errors]
        pieces = [self._begun()]
        for diagnostic, fingerprint in zip(result.diagnostics, fingerprints(result), strict=True):
            finding = self._finding(diagnostic, location, fingerprint)
            pieces.append(self._separator + json_text(finding))
            self._separator = ",\n    "
        return "".join(pieces)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        notifications = self._notifications + [_notification(error, "") for error in setup_errors]
        failed = any(one["level"] == "error" for one in notifications)
        invocation: dict[str, Any] = {"executionSuccessful": not failed}
        if notifications:
            invocation["toolExecutionNotifications"] = notifications
        driver = {
            "name": "reslint",
            "version": __version__,
            "semanticVersion": __version__,
            "shortDescription": {"text": "Drafting-style linter for United Nations resolutions"},
            "rules": _descriptors(self._rules, self._options.language),
        }
        return (
            f"{self._begun()}],\n"
            f'   "invocations": {json_text([invocation])},\n'
            f'   "tool": {json_text({"driver": driver})}}}]}}\n'
        )

    def _begun(self) -> str:
        opening, self._opening = self._opening, ""
        return opening

    def _finding(
        self, diagnostic: Diagnostic, location: dict[str, str], fingerprint: str
    ) -> dict[str, Any]:
        rule = self._rules.setdefault(
            diagnostic.code, (len(self._rules), diagnostic.name, diagnostic.severity)
        )
        place: dict[str, Any] = {"physicalLocation": _located(location, diagnostic)}
        if diagnostic.paragraph:
            place["logicalLocations"] = [{"name": diagnostic.paragraph, "kind": "element"}]
        found: dict[str, Any] = {
            "ruleId": diagnostic.code,
            "ruleIndex": rule[0],
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": message_text(diagnostic.message)},
            "locations": [place],
            "partialFingerprints": {"reslintContent/v1": fingerprint},
            "properties": {"severity": diagnostic.severity},
        }
        if diagnostic.related:
            found["relatedLocations"] = [
                {
                    "id": number,
                    "message": {"text": message_text(related.message)},
                    "physicalLocation": _located(
                        {"uri": uri(related.path)} if related.path else location, related
                    ),
                }
                for number, related in enumerate(diagnostic.related, 1)
            ]
        # The edits of a fix are those of the Markdown, which no program can make in such a file.
        if diagnostic.fix is not None and diagnostic.origin is None:
            found["fixes"] = [_fix(diagnostic.fix, diagnostic, location)]
        return found


def _head() -> str:
    """The log up to its first finding."""
    # A lone CR ends a line, too. The order of keys is free: the long ones come last.
    return (
        f'{{"$schema": {json.dumps(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
        '   "columnKind": "unicodeCodePoints",'
        ' "newlineSequences": ["\\r\\n", "\\n", "\\r"],\n   "results": [\n    '
    )


def uri(path: str) -> str:
    """A path as a URI: relative as it was given, with its scheme if it starts at the root."""
    name = os.fsencode(path).replace(os.fsencode(os.sep), b"/")
    while name.startswith(b"./"):
        name = name[2:].lstrip(b"/")
    return ("file://" if name.startswith(b"/") else "") + quote(name, safe="/-_.~")


def message_text(text: str) -> str:
    """A message escaped so that viewers see no link and no placeholder in it."""
    return _EMBEDDED.sub(lambda match: "\\[" if match[0] == "[" else "{{", text)


def _located(location: dict[str, str], place: Diagnostic | Related) -> dict[str, Any]:
    """A place in a file; a Word file has no lines, and so no region."""
    if place.origin is not None and "line" not in place.origin:
        return {"artifactLocation": location}
    return {"artifactLocation": location, "region": _span(*place_in_file(place))}


def _span(line: int, column: int, end_line: int, end_column: int) -> dict[str, int]:
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    }


def _fix(fix: Fix, diagnostic: Diagnostic, location: dict[str, str]) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": _edit_region(edit, diagnostic),
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    properties: dict[str, str] = {"safety": fix.safety}
    if fix.group is not None:
        properties["group"] = fix.group
    return {
        "description": {"text": message_text(fix.title)},
        "artifactChanges": [{"artifactLocation": location, "replacements": replacements}],
        "properties": properties,
    }


def _edit_region(edit: Edit, diagnostic: Diagnostic) -> dict[str, int]:
    """The place of an edit: by line and column where the finding tells them, else by offset."""
    line_start = diagnostic.start - diagnostic.column + 1
    last_start = diagnostic.end - diagnostic.end_column + 1
    places = []
    for offset in (edit.start, edit.end):
        if line_start <= offset <= line_start + len(diagnostic.line_text):
            places += [diagnostic.line, offset - line_start + 1]
        elif last_start <= offset <= diagnostic.end:
            places += [diagnostic.end_line, offset - last_start + 1]
        else:
            return {"charOffset": edit.start, "charLength": edit.end - edit.start}
    return _span(*places)


def _notification(problem: Problem, path: str) -> dict[str, Any]:
    """A problem of a file, of rules or of settings as a notification of the tool."""
    message = {"text": message_text(problem.message)}
    made: dict[str, Any] = {"level": _LEVELS[problem.severity], "message": message}
    if problem.code:
        made["descriptor"] = {"id": problem.code}
    if problem.path or path:
        physical: dict[str, Any] = {"artifactLocation": {"uri": uri(problem.path or path)}}
        if problem.line:
            region = {"startLine": problem.line, "startColumn": max(1, problem.column)}
            physical["region"] = region
        made["locations"] = [{"physicalLocation": physical}]
    return made


def _descriptors(met: dict[str, tuple[int, str, str]], language: str) -> Iterable[dict[str, Any]]:
    """The rules that reported something, in the order of their indices."""
    from reslint.rulebook.book import standard_in_full

    book = standard_in_full() if met else None
    made = []
    for code, (_, name, severity) in met.items():
        rule = book.get(code) if book is not None else None
        if rule is None:  # a house rule, or reslint's own code
            level = {"level": _LEVELS[severity]}
            made.append({"id": code, "name": name, "defaultConfiguration": level})
        else:
            made.append(_descriptor(rule, language))
    return made


def _descriptor(rule: Rule, language: str) -> dict[str, Any]:
    reason = why(rule, language) or rule.name
    source = ", ".join(filter(None, (rule.source.get(key) for key in ("title", "section"))))
    page = page_of(rule.code)
    address = rule.source.get("url", "")
    linked = f"[{source}]({address})" if source and address else source
    text, markdown = [reason], [f"**{rule.code} {rule.name}**", reason]
    examples = [
        one
        for one in rule.examples
        if one.get("language") == language and "bad" in one and "good" in one
    ]
    for example in examples[:2]:
        change = "\n".join(
            f"{sign} {line}"
            for sign, key in (("-", "bad"), ("+", "good"))
            for line in example[key].strip("\n").split("\n")
        )
        text.append(change)
        markdown.append(block(change, "diff"))
    if source:
        text.append(source)
        markdown.append(linked)
    markdown.append(f"`{page}`")
    made: dict[str, Any] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize() + "."},
        "fullDescription": {"text": reason},
        "help": {"text": "\n\n".join(text), "markdown": "\n\n".join(markdown)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "page": page,
            "tags": [rule.code.rstrip("0123456789"), rule.profile],
            "severity": rule.severity,
            "fix": rule.fix,
        },
    }
    help_uri = address_of(rule)
    if help_uri:
        made["helpUri"] = help_uri
    return made
