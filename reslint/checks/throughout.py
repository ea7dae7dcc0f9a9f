"""A manner of writing that a draft has throughout: one error, one finding.

A draft that underlines all its leading phrases has one error and not twenty. Findings of one manner
become one, with the others as related places and one fix for all. Where the draft is of an organ
whose manners nobody told reslint, what it does throughout is right.
"""

from __future__ import annotations

from reslint.language.organs import OTHER
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.draft.model import Draft


TOO = "too"
"""The variant of a message on a place with the same error as the finding."""
_LEAST = 2
"""Places of which one manner may be told."""


class Manner:
    """Findings of one manner, and whether the draft has it throughout.

    `variant` is that of the message on all of them together. `never_right`: no house means it, as
    where marks are missing.
    """

    __slots__ = ("findings", "never_right", "throughout", "variant")

    def __init__(
        self,
        findings: list[Finding],
        variant: str,
        *,
        throughout: bool,
        never_right: bool = False,
    ) -> None:
        self.findings = findings
        self.variant = variant
        self.never_right = never_right
        self.throughout = throughout and len(findings) >= _LEAST


def reported(draft: Draft, manners: Iterable[Manner]) -> Iterator[Finding]:
    """The findings to report: of a manner throughout one, or none in a house with its own."""
    own_ways = has_own_ways(draft)
    for manner in manners:
        if not manner.throughout:
            yield from manner.findings
        elif manner.never_right or not own_ways:
            yield joined(manner.findings, manner.variant)


def has_own_ways(draft: Draft) -> bool:
    """Whether a draft is of an organ or a house whose manners nobody told reslint."""
    if draft.habits is not None:
        return draft.habits.own_ways
    return draft.organ == OTHER


def joined(findings: list[Finding], variant: str) -> Finding:
    """One finding in place of several: the first, with the places and the edits of the others.

    Its fix is as safe as the least safe of theirs.
    """
    first, *others = findings
    return Finding(
        first.start,
        first.end,
        first.place,
        first.values,
        tuple(edit for one in findings for edit in one.edits),
        variant=variant,
        safety=next((one.safety for one in findings if one.safety is not None), None),
        related=tuple((one.start, one.end, TOO) for one in others),
    )
