"""What is said to the client of open documents: findings, by push or when asked, and the state.

A finding that stands where somebody is typing waits until the place is left: the next edit is
elsewhere, the draft is saved, the editor asks for another place, or nothing is typed for a moment.
(The protocol does not say where the cursor is.)
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reslint.rules import own_codes
from reslint.server.fixing import mending_edits
from reslint.server.report import Report, range_of
from reslint.settings.table import ON_SAVE
from reslint.text.diagnostics import SEVERITIES

if TYPE_CHECKING:
    from reslint.server.documents import Checked, Snapshot
    from reslint.server.drafts import OpenDraft
    from reslint.server.server import Server


logger = logging.getLogger(__name__)
STATUS = "reslint/status"
CHECKING, CHECKED, SILENT, ERROR = "checking", "checked", "silent", "error"
PAUSE = 1.5
"""Seconds without typing after which the finding at that place is shown all the same."""
_REFRESH_DELAY = 0.02  # seconds in which further reasons to ask again are gathered


class Publisher:
    """Says what was found; pull for a client that asks, else push, never both."""

    def __init__(self, server: Server) -> None:
        self.pause = PAUSE
        self.says_status = False
        self._server = server
        self._refresh: asyncio.TimerHandle | None = None

    def checking(self, draft: OpenDraft) -> None:
        """A check has begun."""
        if draft.state != CHECKING:
            draft.state = CHECKING
            self._say_status(draft, None)

    def settle(self, draft: OpenDraft) -> None:
        """Show the outcome of the snapshot's check, if it is there and is to be shown."""
        if not _is_done(draft):
            return  # it will come
        own_reason = draft.due
        before = draft.report
        report = self.report_of(draft)
        if not self._server.abilities.pull:
            if draft.reported is draft.snapshot:
                self.push(draft.uri, report.items, draft.snapshot.version)
        elif own_reason and before is not None and before.id != report.id:
            self.ask_to_ask()
        self._say_status(draft, report)

    def report_of(self, draft: OpenDraft) -> Report:
        """What is to be shown for a draft whose snapshot has been checked."""
        report = draft.report
        if report is not None and not draft.due:
            if draft.reported is draft.snapshot or draft.snapshot.settings.run == ON_SAVE:
                return report
        analysis = draft.snapshot.analysis
        assert analysis is not None
        shown = frozenset() if report is None else report.keys
        report = Report(analysis.result().found, draft.document.typed, shown)
        draft.report, draft.reported, draft.due = report, draft.snapshot, False
        self._wait_for_pause(draft)
        return report

    def seen_at(self, draft: OpenDraft, start: int, end: int) -> None:
        """The editor asks about a place (offsets): where the cursor is, as likely as not."""
        held = draft.report.held if draft.report is not None else ()
        if held and draft.reported is draft.snapshot:
            if not any(a <= end and start <= b for a, b in held):
                self._let_go(draft)

    def push(self, uri: str, items: list[dict[str, Any]], version: int | None = None) -> None:
        """Publish findings of a document or file."""
        params: dict[str, Any] = {"uri": uri, "diagnostics": items}
        if version is not None:
            params["version"] = version
        self._server.send("textDocument/publishDiagnostics", params)

    def closed(self, draft: OpenDraft) -> None:
        """A document was closed: nothing is said of it any more."""
        if draft.release is not None:
            draft.release.cancel()
        if not self._server.abilities.pull:
            self.push(draft.uri, [])

    def ask_to_ask(self) -> None:
        """Have a client that pulls ask again, soon, once for all reasons there are."""
        if self._server.abilities.pull and self._refresh is None:
            self._refresh = asyncio.get_running_loop().call_later(
                _REFRESH_DELAY, self._send_refresh
            )

    def _send_refresh(self) -> None:
        self._refresh = None
        self._server.ask("workspace/diagnostic/refresh", None)

    def _wait_for_pause(self, draft: OpenDraft) -> None:
        """If findings are held back, show them once nothing has been typed for a moment."""
        if draft.release is not None:
            draft.release.cancel()
            draft.release = None
        if draft.report is not None and draft.report.held:
            loop = asyncio.get_running_loop()
            draft.release = loop.call_later(self.pause, self._let_go, draft)

    def _let_go(self, draft: OpenDraft) -> None:
        if draft.reported is not draft.snapshot:
            return  # somebody types on: the outcome of that decides
        draft.document.typed = None
        draft.due = True
        self.settle(draft)

    def _say_status(self, draft: OpenDraft, report: Report | None) -> None:
        """Tell a client that wants to know how it stands with a document."""
        if not self.says_status:
            return
        if report is None:
            said: dict[str, Any] = {"state": CHECKING, "language": None, "organ": None}
        else:
            analysis = draft.snapshot.analysis
            assert analysis is not None
            said = self._state(draft, analysis.result())
            draft.state = said["state"]
        counts = dict.fromkeys(SEVERITIES, 0)
        said.update(
            uri=draft.uri,
            version=draft.snapshot.version,
            counts=counts if report is None else report.counts,
            fixable=0 if report is None else report.fixable,
        )
        self._server.send(STATUS, said)

    def _state(self, draft: OpenDraft, checked: Checked) -> dict[str, Any]:
        """The state of a document that has been checked, in words where there is need of them."""
        settings = draft.snapshot.settings
        said: dict[str, Any] = {"language": None, "organ": None}
        if checked.result is None:
            return {**said, "state": ERROR, "message": checked.failure}
        read = checked.result.draft
        if settings.enabled and read.is_resolution:
            said.update(language=read.language, organ=read.organ)
        if settings.trouble:
            return {**said, "state": ERROR, "message": settings.trouble}
        if not settings.enabled:
            return {**said, "state": SILENT}
        if not read.is_resolution:
            message = own_codes.wording("not-a-resolution", settings.lint.message_language, {})
            return {**said, "state": SILENT, "message": message}
        if checked.result.problems:
            said["message"] = "\n".join(str(one) for one in checked.result.problems)
        return {**said, "state": CHECKED}


def _is_done(draft: OpenDraft) -> bool:
    """Whether the check of the draft's snapshot has come to its end."""
    analysis = draft.snapshot.analysis
    return analysis is not None and analysis.done() and not analysis.cancelled()


def register(server: Server) -> None:
    """Add the pulling of diagnostics and formatting."""

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(
            # One draft says nothing of another; a folder is checked by a command.
            inter_file_dependencies=False,
            workspace_diagnostics=False,
            identifier="reslint",
        ),
    )
    async def pull(params: types.DocumentDiagnosticParams) -> Any:
        uri = params.text_document.uri
        while True:
            await server.analysed(uri)
            draft = server.drafts.get(uri)
            if draft is None or draft.snapshot.analysis is None:
                return {"kind": "full", "items": []}
            if draft.snapshot.analysis.done():
                break
            # Settings came while the check went on: the answer is that of the new one.
        report = server.publisher.report_of(draft)
        if params.previous_result_id == report.id:
            return {"kind": "unchanged", "resultId": report.id}
        return {"kind": "full", "resultId": report.id, "items": report.items}

    def format_draft(snapshot: Snapshot, params: types.DocumentFormattingParams) -> Any:
        return [
            {"range": range_of(snapshot.place, one.start, one.end), "newText": one.text}
            for one in mending_edits(snapshot, server.rulebooks)
        ]

    server.add_feature(types.TEXT_DOCUMENT_FORMATTING, format_draft)
