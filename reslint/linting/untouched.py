"""What the linter leaves alone: code, editorial tags, marks of changes, what comments may hide."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reslint.blocks.envelope import after_front_matter
from reslint.blocks.model import UNCLOSED_COMMENT
from reslint.checks.kinds import PARAGRAPH, find_kind
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts import fact, key_of
from reslint.facts.end_remarks import before_tags
from reslint.rulebook import own_codes
from reslint.text.diagnostics import Diagnostic, Edit
from reslint.text.editorial_tags import TAG_ENDS
from reslint.text.folding import INVISIBLE
from reslint.text.letters import has_other_digits, in_digits_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.text.diagnostics import Fix

    Spans = list[tuple[int, int]]


def without_hidden(
    diagnostics: list[Diagnostic], draft: Draft, rules: Iterable[Rule], language: str
) -> list[Diagnostic]:
    """Return the diagnostics except those in code and tags, without fixes nobody can answer for.

    No fix writes into inline code or an editorial tag, or over marks of changes. After a comment
    that is never closed nothing is fixed, and no fix rests on the text that the comment may hide;
    one diagnostic stands at each such comment.
    """
    text = draft.source.text
    if diagnostics:
        spans = _tag_spans(draft)
        if "`" in text:
            spans = sorted(spans + _code_spans(draft))
        if spans:
            diagnostics = _outside(diagnostics, spans)
        if draft.source.may_be_unusual and has_other_digits(text):
            _keep_digits(diagnostics, text)
        diagnostics = _without_crossing_fixes(diagnostics, draft)
    if "<!--" not in text:
        return diagnostics
    # A page break cuts such a comment in two blocks: the second has no mark of its own.
    unclosed = [
        block.start
        for block in draft.blocks
        if block.kind == UNCLOSED_COMMENT and draft.source.text.startswith("<!--", block.start)
    ]
    if unclosed:
        diagnostics = [
            *_without_doubtful_fixes(diagnostics, draft, unclosed[0], rules),
            *(
                own_codes.diagnostic(
                    own_codes.UNCLOSED_COMMENT, "unclosed-comment", language, start, start + 4
                )
                for start in unclosed
            ),
        ]
    return diagnostics


def without_directives(draft: Draft) -> Spans:
    """Return the source spans of code and front matter, in order: no directive counts there."""
    starts = draft.source.line_starts
    first = after_front_matter(draft.source)
    spans = [(0, starts[first] if first < len(starts) else len(draft.source.text))] if first else []
    spans += [(block.start, block.end) for block in draft.blocks if block.kind == "code"]
    spans += _code_spans(draft)
    return sorted(spans)


def _code_spans(draft: Draft) -> Spans:
    """Return the source spans of the code in backquotes, in order."""
    return sorted(code.source for block in draft.blocks for code in block.codes)


def _tag_spans(draft: Draft) -> Spans:
    """Return the source spans of the editorial tags at the ends of paragraphs, in order."""
    known = key_of(_tag_start)
    return [
        paragraph.source_span(start, len(paragraph.text))
        for paragraph in draft.paragraphs
        # Most have none, and that is known already.
        if paragraph.facts.get(known, known) is not None
        and (start := _tag_start(paragraph)) is not None
    ]


@fact
def _tag_start(paragraph: Paragraph) -> int | None:
    """Return where the editorial tags at the end of a paragraph begin, None without any."""
    if paragraph.text.endswith(TAG_ENDS) or paragraph.emphases:
        stripped = paragraph.text[before_tags(paragraph) :].lstrip(INVISIBLE)
        if stripped:
            return len(paragraph.text) - len(stripped)
    return None


def _outside(diagnostics: list[Diagnostic], spans: Spans) -> list[Diagnostic]:
    """Return the diagnostics outside these spans; take away fixes that would write into them."""
    starts = [start for start, _ in spans]

    def touches(edit: Edit) -> bool:
        before = bisect_left(starts, max(edit.end, edit.start + 1)) - 1
        return before >= 0 and spans[before][0] < edit.end and edit.start < spans[before][1]

    def is_inside(one: Diagnostic) -> bool:
        before = bisect_right(starts, one.start) - 1
        return before >= 0 and one.start < spans[before][1] and one.end <= spans[before][1]

    kept = [one for one in diagnostics if not is_inside(one)]
    return _without_fixes(kept, lambda _, fix: any(map(touches, fix.edits)))


def _keep_digits(diagnostics: list[Diagnostic], text: str) -> None:
    """Write the digits of fixes in the script of those that they replace."""
    # The findings of a renumbering share their edits, and go on to do so.
    made: dict[int, tuple[tuple[Edit, ...], tuple[Edit, ...]]] = {}
    for one in diagnostics:
        if one.fix is not None:
            edits = one.fix.edits
            if id(edits) not in made:
                made[id(edits)] = (
                    edits,
                    tuple(
                        Edit(
                            edit.start,
                            edit.end,
                            in_digits_of(edit.text, text[edit.start : edit.end]),
                        )
                        for edit in edits
                    ),
                )
            one.fix.edits = made[id(edits)][1]


def _without_crossing_fixes(diagnostics: list[Diagnostic], draft: Draft) -> list[Diagnostic]:
    """Return the diagnostics without fixes that touch or enclose marks of changes.

    The edits of a fix within one block count together: emphasis must not begin in front of such a
    mark and end behind it.
    """
    blocks = [
        (block.start, block.end, [(each.start, each.end) for each in block.protected])
        for block in draft.blocks
        if block.protected
    ]
    starts = [start for start, _, _ in blocks]

    def crosses(_: Diagnostic, fix: Fix) -> bool:
        reach: dict[int, tuple[int, int]] = {}
        for edit in fix.edits:
            index = bisect_right(starts, edit.start) - 1
            if index >= 0 and edit.start <= blocks[index][1]:
                first, last = reach.get(index, (edit.start, edit.end))
                reach[index] = min(first, edit.start), max(last, edit.end)
        return any(
            first < end and start < last
            for index, (first, last) in reach.items()
            for start, end in blocks[index][2]
        )

    return _without_fixes(diagnostics, crosses) if blocks else diagnostics


def _without_doubtful_fixes(
    diagnostics: list[Diagnostic], draft: Draft, comment: int, rules: Iterable[Rule]
) -> list[Diagnostic]:
    """Return the diagnostics without fixes after the comment at this offset, or that rest on it.

    Rules on the whole draft count and compare; a rule on one paragraph may ask whether it is the
    last. So only fixes inside the paragraphs before the comment stay, and none of the last one.
    """
    of_paragraphs = {
        rule.code for rule in rules if find_kind(rule.check).scope_of(rule) == PARAGRAPH
    }
    last = max(
        (
            paragraph.start
            for paragraph in draft.paragraphs
            if paragraph.part in (PREAMBLE, OPERATIVE) and paragraph.start < comment
        ),
        default=0,
    )
    return _without_fixes(
        diagnostics,
        lambda one, fix: (
            one.code not in of_paragraphs or any(edit.end >= last for edit in fix.edits)
        ),
    )


def _without_fixes(
    diagnostics: list[Diagnostic], unwanted: Callable[[Diagnostic, Fix], bool]
) -> list[Diagnostic]:
    """Return the diagnostics without the unwanted fixes and all fixes of the same groups."""
    refused = {
        one.fix: one.fix.group
        for one in diagnostics
        if one.fix is not None and unwanted(one, one.fix)
    }
    if not refused:
        return diagnostics
    groups = set(refused.values()) - {None}
    return [
        one
        if one.fix is None or not (one.fix in refused or one.fix.group in groups)
        else _without_fix(one)
        for one in diagnostics
    ]


def _without_fix(one: Diagnostic) -> Diagnostic:
    """Return a copy of a diagnostic without its fix: the linter may keep the diagnostic itself."""
    return Diagnostic(
        one.code,
        one.name,
        one.severity,
        one.message,
        one.start,
        one.end,
        paragraph=one.paragraph,
        url=one.url,
        related=one.related,
    )
