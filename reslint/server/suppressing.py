"""Comments that keep a finding from being reported, put where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.diagnostics import Edit
from reslint.suppression import FILE, NEXT_LINE

if TYPE_CHECKING:
    from reslint.diagnostics import Diagnostic
    from reslint.server.documents import Snapshot


def line_comment(diagnostic: Diagnostic, snapshot: Snapshot) -> Edit:
    """The edit that suppresses a finding in the block in which it starts."""
    blocks = snapshot.result.draft.blocks
    # The comment speaks of the block that comes next: it goes above that, not above its own line.
    holding = [one for one in blocks if one.start <= diagnostic.start <= one.end]
    place = holding[-1].start if holding else diagnostic.start
    source = snapshot.source
    line, _ = source.position(place)
    start = source.line_starts[line - 1]
    return Edit(start, start, f"<!-- {NEXT_LINE} {diagnostic.code} -->{_line_end(snapshot)}")


def file_comment(diagnostic: Diagnostic, snapshot: Snapshot) -> Edit:
    """The edit that suppresses the findings of a code in the whole draft."""
    end = _line_end(snapshot)
    return Edit(0, 0, f"<!-- {FILE} {diagnostic.code} -->{end}{end}")


def _line_end(snapshot: Snapshot) -> str:
    """The line end that the draft has."""
    starts = snapshot.source.line_starts
    if len(starts) > 1:
        for end in ("\r\n", "\n", "\r"):
            if snapshot.text.endswith(end, 0, starts[1]):
                return end
    return "\n"
