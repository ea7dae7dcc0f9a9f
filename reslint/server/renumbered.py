"""What the earlier text of a draft says of its references, once its numbers were broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.editor.moved_references import followed_references, with_followed_references
from reslint.editor.places import paragraph_at
from reslint.editor.wording import wording
from reslint.facts.numbering import label_of, numbering
from reslint.server.numbering_watch import BROKEN, IN_ORDER, NumbersSeen
from reslint.text.diagnostics import Diagnostic, Edit, Fix

if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.linting.linter import LintResult
    from reslint.server.documents import Snapshot


def numbers_seen(snapshot: Snapshot, result: LintResult) -> NumbersSeen:
    """Look at the numbers of a checked draft. In the worker."""
    draft = result.draft
    if not draft.is_resolution:
        return NumbersSeen("")
    starts = {
        label_of(error.paragraph).start
        for series in numbering(draft).operative
        for error in series.errors
    }
    if starts:
        error = next((one for one in result.diagnostics if one.start in starts and one.fix), None)
        return NumbersSeen(BROKEN if error is not None else "", error)
    earlier = snapshot.earlier
    if earlier is None or earlier.error is None:
        return NumbersSeen(IN_ORDER)
    followed = followed_references(earlier.draft(snapshot.settings.lint), draft, earlier.changes)
    language = snapshot.message_language
    return NumbersSeen(
        IN_ORDER,
        to_check=[
            _to_check(draft, one.span, one.wanted, earlier.error, language)
            for one in followed
            if one.wanted != one.number
        ],
    )


def renumbering_edits(snapshot: Snapshot, one: Diagnostic) -> tuple[list[Edit], int] | None:
    """Return the edits of a renumbering with the references followed from the earlier text.

    Also how many references are left. None for any other fix, or where no such text is known.
    """
    earlier, error = snapshot.earlier, snapshot.numbers_error
    if earlier is None or error is None or one.fix is None or one.fix.edits != _edits(error):
        return None
    draft = snapshot.result.draft
    return with_followed_references(
        draft, one.fix.edits, earlier.draft(snapshot.settings.lint), earlier.changes
    )


def _edits(one: Diagnostic) -> tuple[Edit, ...]:
    return one.fix.edits if one.fix is not None else ()


def _to_check(
    draft: Draft, span: tuple[int, int], wanted: int, error: Diagnostic, language: str
) -> Diagnostic:
    """Return the finding on a reference: a likely number, or none."""
    message = wording("check-reference", language)
    fix = None
    if wanted:
        message = wording("moved-reference", language, number=wanted)
        title = wording("write-number", language, number=wanted)
        fix = Fix("unsafe", title, (Edit(*span, str(wanted)),))
    paragraph = paragraph_at(draft, span[0])
    return Diagnostic(
        error.code,
        error.name,
        error.severity,
        message,
        *span,
        paragraph=paragraph.place if paragraph is not None else "",
        url=error.url,
        fix=fix,
    )
