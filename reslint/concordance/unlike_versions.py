"""Files that are no versions of the draft they were grouped with."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Version


_LEAST_ALIGNED = 0.5  # of the units must have a counterpart, or the alignment is in doubt
_ENOUGH_WORDS = 6  # concepts from which two drafts are told apart
_LEAST_SHARED = 0.12  # of the concepts that counterparts share at least, in the whole draft


def unlike_versions_of(comparison: Comparison) -> list[Version]:
    """The versions that have too little in common with the reference to be compared with it."""
    found = []
    for version in comparison.versions:
        if version is comparison.reference:
            continue
        aligned = sum(1 for row in comparison.body if version in row.cells and len(row) > 1)
        few = aligned < _LEAST_ALIGNED * len(version.body)
        if few or _say_other_things(comparison, version):
            found.append(version)
    return found


def _say_other_things(comparison: Comparison, version: Version) -> bool:
    """Whether a version and the reference hardly share a number or a word: two drafts, not one.

    Words are asked only where numbers do not settle it.
    """
    pairs = [
        (row.cells[version], row.cells[comparison.reference])
        for row in comparison.body
        if version in row.cells and comparison.reference in row.cells
    ]
    numbers = [bool(one.anchors & other.anchors) for one, other in pairs if one.anchors]
    if 2 * sum(numbers) > len(numbers):
        return False
    least = sum(min(len(one.concepts), len(other.concepts)) for one, other in pairs)
    shared = sum(len(one.concepts & other.concepts) for one, other in pairs)
    return least >= _ENOUGH_WORDS and shared < _LEAST_SHARED * least
