"""The work on one file, as it is handed to a pool of processes: a job in, a plain result out."""

from __future__ import annotations

from reslint import batch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.baseline import Accepted
    from reslint.batch import Settings
    from reslint.repairing import Repair, Wish
    from reslint.reports.result import FileResult

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


def do(job: Job) -> Outcome:
    """Do the work. What goes wrong with the file is in the outcome, never an exception."""
    if job.wish is not None:
        from reslint.repairing import repair_path

        return repair_path(job.path, job.named, job.settings, job.wish, job.accepted)
    if job.cached:
        from reslint.result_cache import check_cached

        return check_cached(job)
    return batch.check_path(job.path, job.named, job.settings, job.accepted)
