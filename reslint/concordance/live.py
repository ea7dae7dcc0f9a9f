"""The versions of one draft while it is edited: compared at the cost of what an edit touches."""

from __future__ import annotations

from reslint.concordance.comparing import compare, findings_of
from reslint.concordance.memory import Memory
from reslint.concordance.model import Version
from reslint.concordance.reading import read_version, update_version
from reslint.concordance.running import original_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row
    from reslint.draft.model import Draft
    from reslint.linting.linter import LintResult
    from reslint.settings.settings import Settings


class LiveGroup:
    """Versions of one draft by path, compared again and again. Not thread-safe.

    Its findings are those of `findings_of` on the same drafts. `comparison` is the latest one, None
    before the first or with fewer than two versions. Drafts that a reading reuses are to be put in
    again before a comparison.
    """

    def __init__(self) -> None:
        self.comparison: Comparison | None = None
        self._versions: dict[str, Version] = {}
        self._memory = Memory()
        self._signature: tuple[object, ...] = ()

    @property
    def paths(self) -> list[str]:
        """The paths of the versions."""
        return list(self._versions)

    def put(self, path: str, draft: Draft) -> None:
        """Add the draft of a path, or another reading of it."""
        version = self._versions.get(path)
        if version is None:
            self._versions[path] = read_version(path, draft)
        elif version.draft is not draft:
            update_version(version, draft)

    def version(self, path: str) -> Version | None:
        """The version of a path."""
        return self._versions.get(path)

    def keep_only(self, paths: Iterable[str]) -> None:
        """Remove the versions of all other paths."""
        kept = set(paths)
        self._versions = {path: one for path, one in self._versions.items() if path in kept}

    def compare(self, settings_of: dict[str, Settings]) -> dict[str, LintResult]:
        """Compare the versions; the findings of each by its path."""
        versions = [self._versions[path] for path in sorted(self._versions)]
        self.comparison = None
        if len(versions) < 2:
            return {}
        reference = original_language(one.draft for one in versions)
        signature = (reference, *((one, one.language) for one in versions))
        if signature != self._signature:
            self._signature, self._memory = signature, Memory()
        self.comparison = compare(versions, reference, self._memory)
        return findings_of(self.comparison, settings_of)

    @property
    def computed(self) -> int:
        """How many parts of the latest comparison were not known from the one before."""
        return self._memory.computed

    def row_at(self, path: str, offset: int) -> tuple[Version, Row] | None:
        """The version of a path and its row with the paragraph at an offset of the source."""
        comparison, version = self.comparison, self._versions.get(path)
        if comparison is None or version is None:
            return None
        for row in comparison.rows():
            unit = row.cells.get(version)
            if unit is not None and any(
                block.start <= offset <= block.end for block in unit.paragraph.blocks
            ):
                return version, row
        return None
