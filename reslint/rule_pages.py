"""Where a reader finds more on a rule: one address for editors, SARIF and JSON alike.

That is the rule's page, once the pages are published; until then, and for a house rule (which has
no page of ours), the address of the convention that the rule rests on.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.rulebook.rule import Rule

FOLDER = "docs/rules/"
"""Where the pages of the shipped rules lie in the repository."""
PUBLISHED = ""
"""The address of that folder on the web, with a slash at its end; "" as long as it has none."""
_SHIPPED = "standard/"  # how the path of a shipped rule's file begins


def page_of(code: str) -> str:
    """The page of a shipped rule, from the top of the repository."""
    return f"{FOLDER}{code}.md"


def address_of(rule: Rule) -> str:
    """The whole address of what there is to read on a rule, "" where there is none."""
    if PUBLISHED and rule.path.startswith(_SHIPPED):
        return f"{PUBLISHED}{rule.code}.md"
    return rule.source.get("url", "")
