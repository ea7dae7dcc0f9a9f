"""Tell motions of other bodies, "Whereas …; Resolved, That …", which have a form of their own.

Student bodies, churches, councils and legislatures name themselves in the operative paragraphs, so
that no organ line stands above, and number them only if they like.
"""

from __future__ import annotations

from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE
from reslint.facts import fact
from reslint.language.organ_names import OTHER
from reslint.text.folding import COLONS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft


@fact
def is_motion(draft: Draft) -> bool:
    """Tell whether a draft of an unknown body has the form of a motion."""
    if draft.organ != OTHER:
        return False
    if draft.subject:
        return True  # "Congress notes …. Congress calls on …"
    if gives_reasons(draft):
        return True
    operative = [one for each in draft.resolutions for one in each.operative]
    pattern = draft.vocabulary.pattern("motion")
    if not operative or pattern is None:
        return False
    return (
        _concludes(draft)
        or _has_reasons(draft)
        or _is_decision_alone(draft)
        or all(pattern.match(one.text.lstrip(INVISIBLE)) is not None for one in operative)
    )


def _concludes(draft: Draft) -> bool:
    """Tell whether a line that names the body leads from the reasons: "Now, therefore, …:"."""
    joint = draft.vocabulary.pattern("joint")
    lines = [one.late_line for one in draft.resolutions]
    return joint is not None and all(
        line is not None and joint.match(line.text.lstrip(INVISIBLE)) is not None for line in lines
    )


def _has_reasons(draft: Draft) -> bool:
    """Tell whether reasons such as VISTO and CONSIDERANDO stand above the name of the body.

    Councils and parliaments write them so, with any marks.
    """
    reasons = draft.vocabulary.pattern("reason_heads")
    return reasons is not None and all(
        each.late_line is not None
        and each.organ_line is each.late_line
        and bool(each.preamble)
        and reasons.match((each.preamble[0].section or each.preamble[0]).text.lstrip(INVISIBLE))
        for each in draft.resolutions
    )


def _is_decision_alone(draft: Draft) -> bool:
    """Tell whether a verb such as RESUELVE: heads the decisions, without reasons and body."""
    return all(
        not each.preamble
        and each.organ_line is None
        and bool(each.operative)
        and each.operative[0].section is not None
        and each.operative[0].section.announces == OPERATIVE
        for each in draft.resolutions
    )


def gives_reasons(draft: Draft) -> bool:
    """Tell whether lists below "Conference notes:" and the like are the preamble."""
    pattern = draft.vocabulary.pattern("reasons")
    return pattern is not None and any(
        one.part == HEADING
        and one.announces == PREAMBLE
        and pattern.fullmatch(one.text.strip(INVISIBLE + COLONS)) is not None
        for one in draft.paragraphs
    )
