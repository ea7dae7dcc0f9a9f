"""The places that a finding points to besides its own, with their messages."""

from __future__ import annotations

from reslint.text.diagnostics import LEFT_BY_FIX, Related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.checks.kinds import Rule
    from reslint.text.diagnostics import Finding


class RelatedPlaces:
    """Words the related places of findings.

    All findings of a renumbering have the same places: they share the result.
    """

    __slots__ = ("_last", "_made", "_messages", "_variants")

    def __init__(self) -> None:
        self._last: tuple[tuple[int, int, str], ...] = ()
        self._variants: frozenset[str] = frozenset()
        self._messages: dict[str, str] = {}
        self._made: tuple[Related, ...] = ()

    def of(self, finding: Finding, rule: Rule, language: str) -> tuple[Related, ...]:
        """Return the related places of a finding with their messages."""
        if not finding.related:
            return ()
        known = finding.related is self._last
        if not known:
            self._last = finding.related
            self._variants = frozenset(variant for _, _, variant in finding.related)
        messages = {
            variant: rule.wording(variant, language).format_map(finding.values)
            for variant in self._variants
        }
        if not known or messages != self._messages:
            self._messages = messages
            self._made = tuple(
                Related(start, end, messages[variant], left_by_fix=variant == LEFT_BY_FIX)
                for start, end, variant in finding.related
            )
        return self._made
