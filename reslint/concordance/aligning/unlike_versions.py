"""Files that are no versions of the draft they were grouped with."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Version


_LEAST_ALIGNED = 0.5  # of the units of the shorter one that must have a counterpart
_ENOUGH_WORDS = 6  # concepts from which two drafts are told apart
_LEAST_SHARED = 0.12  # of the concepts that counterparts share at least, in the whole draft
_MANY_WORDS = 20  # concepts from which more is asked: counterparts share seven tenths of them
_LEAST_OF_MANY = 0.35
_ENOUGH_NUMBERS = 4  # paragraphs with numbers from which these alone tell two drafts apart
_FEW_NUMBERS = 0.2  # of these paragraphs share a number in two drafts that have little in common
_MOST_WORDS = 0.55  # of the concepts that such drafts share at most: figures may be words
_HALF = 0.5
_MOST_NUMBERS = 0.75  # of them do in versions of one draft, whatever the words say


def unlike_versions_of(comparison: Comparison) -> list[Version]:
    """The versions that have too little in common with the reference to be compared with it."""
    found = []
    for version in comparison.versions:
        if version is comparison.reference:
            continue
        aligned = sum(1 for row in comparison.body if version in row.cells and len(row) > 1)
        shorter = min(len(version.body), len(comparison.reference.body))
        few = aligned < _LEAST_ALIGNED * shorter
        if few or _say_other_things(comparison, version):
            found.append(version)
    return found


def _say_other_things(comparison: Comparison, version: Version) -> bool:
    """Whether a version and the reference hardly share a number or a word: two drafts, not one.

    A version may be a part only, or have paragraphs in another language: its numbers agree.
    """
    reference = comparison.reference
    pairs = [
        (row.cells[version], row.cells[reference])
        for row in comparison.body
        if version in row.cells and reference in row.cells
    ]
    numbers = [
        bool(one.anchors & other.anchors) for one, other in pairs if one.anchors or other.anchors
    ]
    alone = [0, 0]  # paragraphs with numbers and without counterpart, in each
    for row in comparison.body:
        for at, (one, other) in enumerate(((version, reference), (reference, version))):
            if one in row.cells and other not in row.cells and row.cells[one].anchors:
                alone[at] += 1
    numbers += [False] * min(alone)
    share = sum(numbers) / len(numbers) if numbers else 0.0
    if len(numbers) > 1 and share > _MOST_NUMBERS:
        return False
    least = sum(min(len(one.concepts), len(other.concepts)) for one, other in pairs)
    shared = sum(len(one.concepts & other.concepts) for one, other in pairs)
    if len(numbers) >= _ENOUGH_NUMBERS and share <= _FEW_NUMBERS:
        return shared <= _MOST_WORDS * least
    if least >= _MANY_WORDS:
        return shared < _LEAST_OF_MANY * least
    return least >= _ENOUGH_WORDS and shared < _LEAST_SHARED * least and share <= _HALF
