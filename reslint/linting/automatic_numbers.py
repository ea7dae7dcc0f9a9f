"""Findings on automatic numbers (of Word lists): one a level of a list, and in other words.

Nobody can type such a number: what is wrong is a setting of the list, once for all its paragraphs.
"""

from __future__ import annotations

from reslint.rulebook import own_codes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Diagnostic


_NUMBERING = "NUM"
_OF_ITEMS = frozenset(("NUM006",))
"""Findings at a number that are on the items of a list: each stays as it is."""
_ENDS = (".", "!", "?")


def on_automatic_numbers(
    diagnostics: list[Diagnostic], draft: Draft, language: str
) -> list[Diagnostic]:
    """Return the diagnostics with those on automatic numbers put together; they have no fix."""
    origin = draft.source.origin
    if origin is None or not any(one.code.startswith(_NUMBERING) for one in diagnostics):
        return diagnostics
    starts = {start for start, _ in origin.protected}
    levels = {
        paragraph.label.start: paragraph.level
        for paragraph in draft.paragraphs
        if paragraph.label is not None and paragraph.label.start in starts
    }
    seen: set[tuple[str, int]] = set()
    kept: list[Diagnostic] = []
    for diagnostic in sorted(diagnostics, key=lambda one: one.start):
        level = levels.get(diagnostic.start)
        code = diagnostic.code
        if level is None or not code.startswith(_NUMBERING) or code in _OF_ITEMS:
            kept.append(diagnostic)
            continue
        if (code, level) not in seen:
            seen.add((code, level))
            message = diagnostic.message
            values = {"message": message if message.endswith(_ENDS) else f"{message}."}
            diagnostic.message = own_codes.wording("automatic-number", language, values)
            diagnostic.fix = None
            kept.append(diagnostic)
    return kept
