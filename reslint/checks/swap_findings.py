"""The finding of a word for which a rule has another."""

from __future__ import annotations

import re

from reslint.checks.selection import finding, like, replace, same_words
from reslint.facts.typing_style import as_typed
from reslint.text.folding import fold_in_place, lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.checks.selection import Hit
    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Finding


_WIDEST = 3  # how many times longer than the form its match may be: it may have more spaces


def swap_finding(draft: Draft, hit: Hit, right: str, *, exact: bool = False) -> Finding | None:
    """The finding that says to write `right`, None where it is written already.

    `exact` is for names: `right` keeps its capitals, whatever the draft has.
    """
    new = right if exact else like(hit.written, right)
    replacement = as_typed(draft, new, hit.written)
    if same_words(hit.written, replacement) or is_part_of_right_form(hit, right):
        return None
    edits = replace(draft, hit.paragraph, hit.start, hit.end, replacement)
    return finding(hit, {"match": hit.written, "replacement": replacement}, edits)


def is_part_of_right_form(hit: Hit, right: str) -> bool:
    """Whether a hit is a part of the right form that stands there already (Russian Federation)."""
    whole, part = lower(fold_in_place(right)), lower(fold_in_place(hit.phrase))
    if part == whole or part not in whole:
        return False
    text = lower(fold_in_place(hit.paragraph.text))
    # The words of the right form may have any spaces between them.
    written = r"\s+".join(map(re.escape, whole.split()))
    reach = _WIDEST * len(whole)
    around = range(max(hit.start - reach, 0), min(hit.end + reach, len(text)))
    return any(
        match.start() <= hit.start and hit.end <= match.end()
        for match in re.compile(written).finditer(text, around.start, around.stop)
    )
