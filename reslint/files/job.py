"""The work on one file, as it is handed to a pool of processes: a job in, a plain result out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.files.baseline import Accepted
    from reslint.files.fix import Repair, Wish
    from reslint.linting.results import FileResult
    from reslint.settings.settings import Settings

    Outcome = FileResult | Repair


class Job:
    """A file to check and, with a `wish`, to mend; picklable.

    `named` says that it was asked for by name; `accepted` is what a baseline holds for it;
    `cached` asks for a result from the cache, and to keep it there.
    """

    __slots__ = ("accepted", "cached", "named", "path", "settings", "wish")

    def __init__(
        self,
        path: str,
        named: bool,
        settings: Settings,
        *,
        accepted: Accepted | None = None,
        wish: Wish | None = None,
        cached: bool = False,
    ) -> None:
        self.path = path
        self.named = named
        self.settings = settings
        self.accepted = accepted
        self.wish = wish
        self.cached = cached
