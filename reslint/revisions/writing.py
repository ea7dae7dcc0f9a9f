"""Write fixes into a file of any format."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.revisions.written import Written
    from reslint.text.diagnostics import Edit
    from reslint.text.source import Source


def write_changes(data: bytes, source: Source, edits: Sequence[Edit]) -> Written:
    """Write edits of a source's Markdown into its file, whose bytes are `data`.

    Raises `alignment.Refused` for a file that may not or cannot be changed.
    """
    origin = source.origin
    assert origin is not None
    if origin.format == "word":
        from reslint.revisions import word_changes

        return word_changes.write_changes(data, source.path, edits, source)
    if origin.format == "html":
        from reslint.revisions import html_edits

        return html_edits.write_changes(data, source.path, edits)
    from reslint.revisions import akn_edits

    return akn_edits.write_changes(data, source.path, edits)
