"""The conditions of a rule that are about the whole draft: its session, its committee."""

from __future__ import annotations

from reslint.draft.model import MASTHEAD, TITLE
from reslint.text.folding import fold_in_place, lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft


def holds_in(rule: Rule, draft: Draft) -> bool:
    """Tell whether a draft is of a session and of a committee that the rule is for.

    A draft that names no session is of none that a rule could ask for. A committee is named above
    the title or in it, as the rule writes it, in any capitals.
    """
    if rule.sessions and draft.masthead.session not in rule.sessions:
        return False
    if not rule.committees:
        return True
    above = lower(" ".join(fold_in_place(part.text) for part in draft.part(MASTHEAD, TITLE)))
    above = " ".join(above.split())
    return any(" ".join(lower(fold_in_place(name)).split()) in above for name in rule.committees)
