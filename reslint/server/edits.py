"""The edits that code actions and formatting make in a draft: fixes and suppressions.

Fixes are made in the same rounds as by `reslint check --fix`, and sent as the smallest edits from
the old text to the new one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.blocks.envelope import after_front_matter
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.linting.suppression import FILE, NEXT_LINE, is_about_words, plain_words
from reslint.text.changes import edits_between
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.draft.model import Draft
    from reslint.fixes.rounds import FixedText
    from reslint.linting.linter import LintResult
    from reslint.server.documents import Snapshot
    from reslint.text.diagnostics import Diagnostic


_LONGEST = 100  # characters of a word or name at most


def fix_edits(
    snapshot: Snapshot,
    wanted: Callable[[Diagnostic], bool] = lambda _: True,
    *,
    spare: bool = False,
) -> list[Edit]:
    """Return the edits of safe fixes (see `fixed_draft`); empty if the document is not checked."""
    fixed = fixed_draft(snapshot, wanted, spare=spare)
    return [] if fixed is None else edits_between(snapshot.text, fixed.result.draft.source.text)


def fixed_draft(
    snapshot: Snapshot,
    wanted: Callable[[Diagnostic], bool] = lambda _: True,
    *,
    spare: bool = False,
) -> FixedText | None:
    """Return the draft of a snapshot with its `wanted` findings (by default all of them) fixed.

    Safe fixes only; None if the document is not checked. `spare` leaves the paragraphs alone in
    which somebody is writing: what they lack may be typed in a moment.
    """
    settings = snapshot.settings
    if not settings.enabled or not snapshot.result.draft.is_resolution:
        return None
    linter = Linter(settings.lint)
    # A later lint of the document may be reusing the draft of the snapshot's own result.
    first = linter.lint(snapshot.source)
    written = _written_in(first.draft, snapshot) if spare else set()

    def proposed(result: LintResult) -> list[Diagnostic]:
        found = [one for one in result.diagnostics if wanted(one)]
        for index in written:
            found = _without(found, result.draft, index)
        return found

    return fix_in_rounds(first, linter, proposed, unsafe=False)


def _written_in(draft: Draft, snapshot: Snapshot) -> set[int]:
    """Return the indices of the paragraphs in which somebody is writing.

    A client may say where its cursors are. Otherwise only the last change tells.
    """
    offsets = {*snapshot.unfinished, snapshot.writing}
    found = (_paragraph_at(draft, one) for one in offsets if one is not None)
    return {index for index in found if index is not None}


def _paragraph_at(draft: Draft, offset: int) -> int | None:
    """Return the index of the paragraph on whose lines an offset is."""
    line = draft.source.position(offset)[0]
    for index, paragraph in enumerate(draft.paragraphs):
        first, last = map(draft.source.position, (paragraph.start, paragraph.end))
        if first[0] <= line <= last[0]:
            return index
    return None


def _without(found: list[Diagnostic], draft: Draft, index: int) -> list[Diagnostic]:
    """Leave out the findings whose fix, or a fix of whose group, touches a paragraph.

    Of a finding of many places that can be fixed apart, only this place is left out.
    Fixes change no number of paragraphs, so that the index stays that of the paragraph. Where one
    did, nothing is known, and nothing is fixed.
    """
    if index >= len(draft.paragraphs):
        return []
    start, end = draft.paragraphs[index].start, draft.paragraphs[index].end
    apart: list[Diagnostic] = []
    touching: set[int] = set()
    groups: set[str | None] = set()
    for one in found:
        fix = one.fix
        if fix is None:
            continue
        elsewhere = tuple(edit for edit in fix.edits if edit.end < start or end < edit.start)
        if len(elsewhere) == len(fix.edits):
            continue
        touching.add(id(fix))
        if fix.group is not None:
            groups.add(fix.group)
        elif fix.apart and elsewhere:
            apart.append(one.with_edits(elsewhere))
    return apart + [
        one
        for one in found
        if one.fix is None or (id(one.fix) not in touching and one.fix.group not in groups)
    ]


def line_comment(diagnostic: Diagnostic, snapshot: Snapshot) -> Edit:
    """Return the edit that suppresses a finding in the block in which it starts."""
    blocks = snapshot.result.draft.blocks
    # The comment applies to the next block: it goes above the block, not above the line.
    holding = [one for one in blocks if one.start <= diagnostic.start <= one.end]
    place = holding[-1].start if holding else diagnostic.start
    source = snapshot.source
    line, _ = source.position(place)
    start = source.line_starts[line - 1]
    return Edit(start, start, f"<!-- {NEXT_LINE} {diagnostic.code} -->{_line_end(snapshot)}")


def file_comment(diagnostic: Diagnostic, snapshot: Snapshot) -> Edit:
    """Return the edit that suppresses the findings of a code in the whole draft.

    The comment goes to the top, below front matter.
    """
    end = _line_end(snapshot)
    first = after_front_matter(snapshot.source)
    starts = snapshot.source.line_starts
    comment = f"<!-- {FILE} {diagnostic.code} -->{end}{end}"
    if not first:
        return Edit(0, 0, comment)
    place = starts[first] if first < len(starts) else len(snapshot.text)
    return Edit(place, place, f"{end}{comment}".removesuffix(end))


def _line_end(snapshot: Snapshot) -> str:
    """Return the line end that the draft uses."""
    starts = snapshot.source.line_starts
    if len(starts) > 1:
        for end in ("\r\n", "\n", "\r"):
            if snapshot.text.endswith(end, 0, starts[1]):
                return end
    return "\n"


def word_of(diagnostic: Diagnostic, snapshot: Snapshot) -> str:
    """Return the word or name of a finding that may go into the house vocabulary, else ""."""
    if not is_about_words(diagnostic.code):
        return ""
    word = plain_words(snapshot.text[diagnostic.start : diagnostic.end])
    return word if 1 < len(word) <= _LONGEST else ""
