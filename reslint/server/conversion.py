"""Diagnostics of reslint as the protocol has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from reslint.diagnostics import Diagnostic
    from reslint.server.documents import Snapshot

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}


def diagnostic_of(diagnostic: Diagnostic, snapshot: Snapshot) -> types.Diagnostic:
    """A diagnostic as the protocol has it, in the units of the snapshot's client."""
    return types.Diagnostic(
        snapshot.range(diagnostic.start, diagnostic.end),
        diagnostic.message,
        severity=SEVERITIES[diagnostic.severity],
        code=diagnostic.code,
        source="reslint",
    )
