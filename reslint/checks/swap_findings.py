"""The finding of a word for which a rule has another."""

from __future__ import annotations

import re

from reslint.checks.selection import delete, finding, like, replace, same_words
from reslint.facts.typing_style import as_typed
from reslint.text.folding import fold_in_place, lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.checks.selection import Hit
    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Finding


DELETED = "delete"
"""The variant of the message of a swap that deletes words."""
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


def suggestions_finding(draft: Draft, hit: Hit, swap: Any, *, fix: str) -> Finding | None:
    """The finding of a swap of a house rule, None where a right form is written already.

    `swap` is what to write ("" to delete the words), a list of suggestions, or a mapping with
    `write` and `message`. Of several suggestions nobody but a drafter can choose: such a fix is
    not safe, whatever `fix` of the rule says.
    """
    variant = None
    if isinstance(swap, dict):
        variant = message_of_swap(hit.phrase) if "message" in swap else None
        swap = swap["write"]
    if swap == "":
        edits = delete(draft, hit.paragraph, hit.start, hit.end)
        values = {"match": hit.written, "replacement": ""}
        return finding(hit, values, edits, variant=variant or DELETED)
    found = []
    # A capital that the rule itself has says nothing of the place (Russia: the Russian Federation).
    opens = not hit.paragraph.text[: hit.start].strip()
    exact = hit.phrase[:1].isupper() and not opens
    for right in [swap] if isinstance(swap, str) else swap:
        one = swap_finding(draft, hit, right, exact=exact)
        if one is None:
            return None
        found.append((one.values["replacement"], one.edits))
    shown = " / ".join(replacement for replacement, _ in found)
    several = len(found) > 1
    return finding(
        hit,
        {"match": hit.written, "replacement": shown},
        found[0][1],
        variant=variant,
        others=tuple(found) if several else (),
        safety="unsafe" if several and fix == "safe" else None,
    )


def message_of_swap(phrase: str) -> str:
    """The name under which a rule keeps the message of one of its swaps."""
    return f"swap {phrase}"


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
