"""Send the client findings, pushed or on request, and the status of each document.

A finding where someone is typing is held back until the place is left: the next edit is
elsewhere, the document is saved, the editor asks about another place, or nothing is typed for a
moment. (The protocol does not tell where the cursor is.)
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reslint.files import passed_over
from reslint.rulebook import own_codes
from reslint.server.diagnostics import DiagnosticReport
from reslint.settings.table import ON_SAVE
from reslint.text.diagnostics import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reslint.server.client import Client
    from reslint.server.documents import CheckOutcome, OpenDocument, Snapshot
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source


STATUS = "reslint/status"
CHECKING, CHECKED, SILENT, ERROR = "checking", "checked", "silent", "error"
PAUSE = 1.5
"""Seconds without typing after which held findings are shown."""
_BLANKS = " \t\u00a0\u3000"
_REFRESH_DELAY = 0.02  # seconds: several reasons to refresh make one request


class Publisher:
    """Sends findings: answers a client that pulls, pushes to any other.

    `pause` is in seconds (see `PAUSE`); `sends_status` turns on the status notifications;
    `page_of` gives the URI of a rule's page by the rule's code.
    """

    def __init__(self, client: Client, page_of: Callable[[str], str]) -> None:
        self._page_of = page_of
        self.pause = PAUSE
        self.sends_status = False
        self._client = client
        self._refresh: asyncio.TimerHandle | None = None

    def announce_check(self, document: OpenDocument) -> None:
        """Report that a check has begun."""
        if document.state != CHECKING:
            document.state = CHECKING
            self._send_status(document, None)

    def update(self, document: OpenDocument) -> None:
        """Show the outcome of the latest check, if there is one and it is to be shown."""
        if not _is_checked(document.snapshot):
            return
        was_due = document.due
        before = document.report
        report = self.report_of(document)
        if not self._client.capabilities.pull:
            if document.reported is document.snapshot:
                self.push(document.uri, report.items, document.snapshot.version)
        elif was_due and before is not None and before.id != report.id:
            self.request_pull()
        self._send_status(document, report)

    def report_of(self, document: OpenDocument) -> DiagnosticReport:
        """Return what is to be shown for a document whose snapshot has been checked."""
        report = document.report
        if report is not None and not document.due:
            if document.reported is document.snapshot or document.snapshot.settings.run == ON_SAVE:
                return report
        shown = frozenset() if report is None else report.keys
        found = _outcome(document).found
        if document.compared is not None:
            snapshot = document.snapshot
            others = document.compared.at(snapshot.source, snapshot.place)
            found = sorted([*found, *others], key=_place)
        to_check = document.text.numbering.items(
            document.uri, document.snapshot.place, self._client.capabilities, self._page_of
        )
        if to_check:
            found = sorted([*found, *to_check], key=_place)
        report = DiagnosticReport(found, document.text.typed, shown)
        document.report, document.reported, document.due = report, document.snapshot, False
        self._wait_for_pause(document)
        return report

    def compared(self, document: OpenDocument) -> None:
        """Show what the comparison with other versions found, if findings are to be shown now."""
        if document.reported is document.snapshot:
            document.due = True
            self.update(document)

    def cursor_at(self, document: OpenDocument, start: int, end: int) -> None:
        """Take note that the cursor is probably in a span (offsets): the editor asked about it."""
        snapshot = document.snapshot
        writing = snapshot.writing
        if writing is not None and not _on_same_line(snapshot.source, writing, start, end):
            snapshot.writing = document.text.writing = None
        held = document.report.held if document.report is not None else ()
        if held and document.reported is document.snapshot:
            text = snapshot.source.text
            # After the label of an empty paragraph there is a space.
            if not any(a <= end and not text[b:start].strip(_BLANKS) for a, b in held):
                self._release(document)

    def cursors_at(self, document: OpenDocument, offsets: tuple[int, ...]) -> None:
        """Take note of where the client says that cursors are, until the text changes."""
        last = document.text.last_change
        document.snapshot.unfinished = offsets if last is None else (*offsets, last)

    def push(self, uri: str, items: list[dict[str, Any]], version: int | None = None) -> None:
        """Publish the findings of a document or file."""
        params: dict[str, Any] = {"uri": uri, "diagnostics": items}
        if version is not None:
            params["version"] = version
        self._client.send("textDocument/publishDiagnostics", params)

    def close(self, document: OpenDocument) -> None:
        """Take back the findings of a document that was closed."""
        if document.release is not None:
            document.release.cancel()
        if not self._client.capabilities.pull:
            self.push(document.uri, [])

    def request_pull(self) -> None:
        """Have a client that pulls do so again, soon, once for several reasons."""
        if self._client.capabilities.pull and self._refresh is None:
            self._refresh = asyncio.get_running_loop().call_later(
                _REFRESH_DELAY, self._send_refresh
            )

    def _send_refresh(self) -> None:
        self._refresh = None
        self._client.ask("workspace/diagnostic/refresh", None)

    def _wait_for_pause(self, document: OpenDocument) -> None:
        """Schedule the release of held findings for when nothing is typed for a moment."""
        if document.release is not None:
            document.release.cancel()
            document.release = None
        if document.report is not None and document.report.held:
            loop = asyncio.get_running_loop()
            document.release = loop.call_later(self.pause, self._release, document)

    def _release(self, document: OpenDocument) -> None:
        if document.reported is not document.snapshot:
            return  # someone goes on typing: the next outcome decides
        document.text.typed = None
        document.due = True
        self.update(document)

    def _send_status(self, document: OpenDocument, report: DiagnosticReport | None) -> None:
        """Send the status of a document to a client that wants it."""
        if not self.sends_status:
            return
        if report is None:
            status: dict[str, Any] = {"state": CHECKING, "language": None, "organ": None}
        else:
            status = _status(document.snapshot, _outcome(document))
            document.state = status["state"]
        counts = dict.fromkeys(SEVERITIES, 0)
        status.update(
            uri=document.uri,
            version=document.snapshot.version,
            counts=counts if report is None else report.counts,
            fixable=0 if report is None else report.fixable,
        )
        self._client.send(STATUS, status)


def _on_same_line(source: Source, offset: int, start: int, end: int) -> bool:
    first, last = source.line_span(source.position(offset)[0])
    return start <= last and first <= end


def _place(found: tuple[Diagnostic, dict[str, Any]]) -> tuple[int, int, str, str]:
    return found[0].key()


def _is_checked(snapshot: Snapshot) -> bool:
    check = snapshot.check
    return check is not None and check.done() and not check.cancelled()


def _outcome(document: OpenDocument) -> CheckOutcome:
    """Return the outcome of the snapshot's check, which must be done."""
    check = document.snapshot.check
    assert check is not None
    return check.result()


def _status(snapshot: Snapshot, outcome: CheckOutcome) -> dict[str, Any]:
    """Return the state of a checked document, with a message where one is needed."""
    settings = snapshot.settings
    status: dict[str, Any] = {"language": None, "organ": None}
    if outcome.result is None:
        return {**status, "state": ERROR, "message": outcome.failure}
    draft = outcome.result.draft
    if settings.enabled and draft.is_resolution:
        status.update(language=draft.language, organ=draft.organ)
    if settings.config_error:
        return {**status, "state": ERROR, "message": settings.config_error}
    if not settings.enabled:
        return {**status, "state": SILENT}
    if not draft.is_resolution:
        reason = {"reason": passed_over.reason(draft, settings.lint)}
        message = own_codes.wording("not-a-resolution", settings.lint.message_language, reason)
        return {**status, "state": SILENT, "message": message}
    if outcome.result.errors:
        status["message"] = "\n".join(str(one) for one in outcome.result.errors)
    return {**status, "state": CHECKED}
