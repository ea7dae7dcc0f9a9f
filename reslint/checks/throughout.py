"""One finding for an error that a draft repeats throughout.

A draft that underlines all its leading phrases has one error and not twenty. Such findings become
one, with the others as related places and one fix for all. Where reslint does not know the style of
the organ, what its draft does throughout is taken for that style and not reported.
"""

from __future__ import annotations

from reslint.language.organ_names import OTHER
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.draft.model import Draft


TOO = "too"
"""The variant of a message on a place with the same error as the finding."""
_LEAST = 2
"""The number of places from which an error may count as one that the draft has throughout."""


class FindingGroup:
    """Findings of the same error, and whether the draft has it throughout.

    `variant` names the message on all of them together, used where the draft has the error
    `throughout`. `never_right`: no organ has it as its style, as where marks are missing.
    `one_tells`: one place where the draft might have another style shows the style of the organ.
    `alike`: the places must stay alike, so that their fix is for all or none.
    """

    __slots__ = ("alike", "findings", "is_style", "never_right", "throughout", "variant")

    def __init__(
        self,
        findings: list[Finding],
        variant: str,
        *,
        throughout: bool,
        never_right: bool = False,
        one_tells: bool = False,
        alike: bool = False,
    ) -> None:
        self.alike = alike
        self.findings = findings
        self.variant = variant
        self.never_right = never_right
        self.throughout = throughout and len(findings) >= _LEAST
        self.is_style = self.throughout or (throughout and one_tells)


def reported(draft: Draft, groups: Iterable[FindingGroup]) -> Iterator[Finding]:
    """The findings to report.

    A group that the draft has throughout gives one, or none where it may be the organ's style.
    """
    unknown_style = has_unknown_style(draft)
    for group in groups:
        if unknown_style and group.is_style and not group.never_right:
            continue
        if not group.throughout:
            yield from group.findings
        else:
            yield joined(group.findings, group.variant, alike=group.alike)


def has_unknown_style(draft: Draft) -> bool:
    """Whether a draft is of an organ whose style reslint does not know.

    So is that of a body outside of the United Nations with sponsors, as those of a Model United
    Nations have them.
    """
    if draft.habits is not None and not (draft.habits.profile and not draft.habits.is_own):
        return draft.habits.unknown_style
    return draft.organ == OTHER


def joined(findings: list[Finding], variant: str, *, alike: bool = False) -> Finding:
    """One finding in place of several: the first, with the places and the edits of the others.

    Its fix is as safe as the least safe of theirs. `alike` is that of `FindingGroup`.
    """
    first, *others = findings
    return Finding(
        first.start,
        first.end,
        first.place,
        first.values,
        tuple(edit for one in findings for edit in one.edits),
        variant=variant,
        severity=first.severity,
        safety=next((one.safety for one in findings if one.safety is not None), None),
        related=tuple((one.start, one.end, TOO) for one in others),
        apart=not alike,
    )
