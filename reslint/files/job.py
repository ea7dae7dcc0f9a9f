"""The work on one file, as it is handed to a pool of processes."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.files.baseline import Accepted
    from reslint.files.fix import FixOutcome, FixRequest
    from reslint.linting.results import FileResult
    from reslint.settings.settings import Settings

    Outcome = FileResult | FixOutcome


class Job:
    """A file to check and, with a `fix` request, to fix; picklable.

    `named` says that it was asked for by name; `accepted` is what a baseline holds for it;
    `cached` allows a result from the cache, and to keep it there. `annotate` is the path of a copy
    with comments to be written, "" for none.
    """

    __slots__ = ("accepted", "annotate", "cached", "fix", "named", "path", "settings")

    def __init__(
        self,
        path: str,
        named: bool,
        settings: Settings,
        *,
        accepted: Accepted | None = None,
        fix: FixRequest | None = None,
        cached: bool = False,
        annotate: str = "",
    ) -> None:
        self.path = path
        self.named = named
        self.settings = settings
        self.accepted = accepted
        self.fix = fix
        self.cached = cached
        self.annotate = annotate
