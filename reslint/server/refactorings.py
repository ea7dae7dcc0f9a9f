"""Changes that are offered where no finding asks for them: levels, numbers that may mark notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from reslint.editor.glued_notes import as_notes, glued_notes
from reslint.editor.levels import IN, OUT, level_changed, levels_changed
from reslint.editor.places import paragraph_at
from reslint.editor.wording import wording
from reslint.server.positions import offset_at
from reslint.server.workspace_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.server.documents import Snapshot
    from reslint.text.diagnostics import Edit


REWRITE = "refactor.rewrite"
CHANGE_LEVELS = "reslint/changeLevels"
_LEVELS = (("level-in", IN), ("level-out", OUT))


def refactorings(
    snapshot: Snapshot, start: int, end: int, *, asked: bool
) -> Iterator[tuple[str, list[Edit]]]:
    """Yield the titles of changes that are possible between two offsets, with their edits.

    `asked` is False where the editor asks by itself as the cursor moves: what needs a second
    reading of the draft is left out then.
    """
    draft, language = snapshot.result.draft, snapshot.message_language
    if not draft.is_resolution:
        return
    found = glued_notes(draft)
    holding = [paragraph_at(draft, span[0]) for span, _ in found]
    paragraphs = [*filter(None, holding), *(note.paragraph for _, note in found)]
    if any(one.start <= end and start <= one.end for one in paragraphs):
        sample = ", ".join(note.number for _, note in found[:5])
        yield (
            wording("glued-notes", language, count=len(found), sample=sample),
            as_notes(draft, found),
        )
    if asked and start == end:
        for name, by in _LEVELS:
            edits = level_changed(draft, start, by)
            if edits:
                yield wording(name, language), edits


def change_levels(snapshot: Snapshot, params: Any) -> list[dict[str, Any]]:
    """Return the edits that move the paragraphs at some positions in (by 1) or out (by -1)."""
    given, by = getattr(params, "positions", None), getattr(params, "by", None)
    pairs = [(getattr(one, "line", None), getattr(one, "character", None)) for one in given or ()]
    places = [(a, b) for a, b in pairs if isinstance(a, int) and isinstance(b, int)]
    if not places or len(places) < len(pairs) or by not in (IN, OUT):
        raise JsonRpcInvalidParams("positions and 1 or -1 are expected")
    if not snapshot.settings.enabled or not snapshot.result.draft.is_resolution:
        return []
    source, encoding = snapshot.source, snapshot.encoding
    offsets = [offset_at(source, line, character, encoding) for line, character in places]
    return text_edits(source, encoding, levels_changed(snapshot.result.draft, offsets, by))
