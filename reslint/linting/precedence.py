"""One error, one finding: of two rules that report the same words, one yields to the other."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.checks.kinds import Rule
    from reslint.text.diagnostics import Diagnostic

    Place = tuple[int, int]


def without_yielding(diagnostics: list[Diagnostic], rules: Iterable[Rule]) -> list[Diagnostic]:
    """Return the diagnostics except those that yield to another one at the same words.

    A rule names in `yields_to` the codes before which it steps back. The words of a diagnostic are
    those that it reports and those that its own fix changes.
    """
    yielding = {rule.code: rule.yields_to for rule in rules if rule.yields_to}
    looked_at = {one.paragraph for one in diagnostics if one.code in yielding}
    if not looked_at:
        return diagnostics
    stronger = {code for codes in yielding.values() for code in codes}
    places: dict[tuple[str, str], list[Place]] = {}
    for diagnostic in diagnostics:
        if diagnostic.paragraph in looked_at and diagnostic.code in stronger:
            place = diagnostic.code, diagnostic.paragraph
            places.setdefault(place, []).append(_words(diagnostic))
    return [
        diagnostic
        for diagnostic in diagnostics
        if not any(
            _overlap(_words(diagnostic), words)
            for code in yielding.get(diagnostic.code, ())
            for words in places.get((code, diagnostic.paragraph), ())
        )
    ]


def _words(diagnostic: Diagnostic) -> Place:
    """Return the span of what a diagnostic reports and its own fix changes.

    The fix of a group reaches over many diagnostics.
    """
    start, end = diagnostic.start, diagnostic.end
    fix = diagnostic.fix
    if fix is not None and fix.group is None:
        start = min([start, *(edit.start for edit in fix.edits)])
        end = max([end, *(edit.end for edit in fix.edits)])
    return start, end


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
