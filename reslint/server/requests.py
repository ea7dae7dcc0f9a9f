"""Requests beyond the protocol (docs/server.md): a rule's page, a report, the structure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from reslint.reports.result import FileResult, Summary, locate
from reslint.server.uris import name_of

if TYPE_CHECKING:
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server

EXPLAIN = "reslint/explain"
HTML_REPORT = "reslint/htmlReport"
DESCRIBE = "reslint/describe"


def register(server: Server) -> None:
    """Add the requests."""

    @server.feature(EXPLAIN)
    async def explain(params: Any) -> Any:
        code = getattr(params, "code", None)
        language = getattr(params, "language", None)
        if not isinstance(code, str):
            raise JsonRpcInvalidParams("the code of a rule is expected")
        page = await server.outcome(
            server.worker.submit(lambda: server.rule_pages.text(code.strip().upper(), language))
        )
        if page is None:
            raise JsonRpcInvalidParams(f"there is no rule {code}")
        return {"markdown": page}

    server.add_feature(HTML_REPORT, html_report)
    server.add_feature(DESCRIBE, describe)


def html_report(snapshot: Snapshot, params: Any) -> dict[str, str]:
    """The draft with its findings as a page for a browser."""
    from reslint.reports import ReportOptions, new_report

    result = snapshot.result
    source = snapshot.source
    source = type(source)(source.text, name_of(snapshot.uri))
    file = FileResult(
        source.path,
        language=result.draft.language,
        organ=result.draft.organ,
        reported=locate(source, result.diagnostics),
        errors=result.problems,
    )
    summary = Summary()
    summary.add(file)
    report = new_report("html", ReportOptions(language=snapshot.options.message_language))
    return {"html": report.file(file) + report.end(summary, [])}


def describe(snapshot: Snapshot, params: Any) -> dict[str, str]:
    """The structure of a draft in words, like `reslint outline`."""
    from reslint.cli.outline import as_lines

    return {"text": "\n".join(as_lines(snapshot.result.draft, name_of(snapshot.uri)))}
