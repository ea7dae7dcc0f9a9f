"""The fixes of a file that several findings share, each once: JSON version 2.

In a draft that is to be numbered again, each wrong number is a finding, and each of their fixes
holds all new numbers. Written with each finding, these would grow with the square of the draft.
"""

from __future__ import annotations

from collections import Counter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.text.diagnostics import Diagnostic, Edit, Fix, Related


class FixGroup:
    """What findings share: `edits`, made all or none, and the `related` places of all of them."""

    __slots__ = ("edits", "related")

    def __init__(self) -> None:
        self.edits: dict[Edit, None] = {}
        self.related: tuple[Related, ...] | None = None

    def add(self, fix: Fix, related: tuple[Related, ...]) -> None:
        """Add the fix and the related places of a finding."""
        if self.related is None:
            self.related = related
        elif self.related is not related:
            self.related = ()  # not the same with all findings: they stay with each
        self.edits.update(dict.fromkeys(fix.edits))


class FixGroups:
    """The groups of fixes of the findings of one file.

    Findings are of one group if their fixes have the same `group`, or the very same edits.
    """

    __slots__ = ("_groups", "_keys")

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        fixed = [(one.fix, one.related) for one in diagnostics if one.fix is not None]
        shared = Counter(id(fix.edits) for fix, _ in fixed if fix.group is None)
        self._keys: dict[int | str, str] = {}
        self._groups: dict[str, FixGroup] = {}
        seen: set[tuple[int, int]] = set()
        for fix, related in fixed:
            if fix.group is None and shared[id(fix.edits)] == 1:
                continue
            name = self._keys.setdefault(_name(fix), str(len(self._keys) + 1))
            group = self._groups.setdefault(name, FixGroup())
            # The edits of a group are the same object with each of its findings.
            if (id(fix.edits), id(related)) not in seen:
                seen.add((id(fix.edits), id(related)))
                group.add(fix, related)

    def key(self, fix: Fix) -> str | None:
        """Return the key of the group of a fix, None for a fix of one finding alone."""
        return self._keys.get(_name(fix))

    def __getitem__(self, key: str) -> FixGroup:
        """Return the group of a key. Raises KeyError."""
        return self._groups[key]

    def items(self) -> list[tuple[str, FixGroup]]:
        """Return the keys and groups, in the order of their first findings."""
        return list(self._groups.items())


def _name(fix: Fix) -> int | str:
    return id(fix.edits) if fix.group is None else fix.group
