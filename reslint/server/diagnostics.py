"""Diagnostics asked for by the client (pull), and formatting: all safe fixes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reslint.server.conversion import range_of
from reslint.server.mending import mending_edits

if TYPE_CHECKING:
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server


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
