"""A bar that shows how far many jobs are: files done, files a second, time left."""

from __future__ import annotations

import sys
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress, ProgressColumn, Task

    from reslint.files.job import Outcome


_AFTER = 1.0  # seconds before a bar shows: short work needs none
_EVERY = 0.1  # seconds between two drawings


def with_progress(outcomes: Iterator[Outcome], count: int) -> Iterator[Outcome]:
    """Yield the outcomes, with a bar as soon as they take more than _AFTER seconds."""
    started = drawn = monotonic()
    bar: Progress | None = None
    shared = sys.stdout.isatty()
    try:
        for done, outcome in enumerate(outcomes, 1):
            # Where the report is written to the same terminal, the bar makes room for it.
            if bar is not None and shared and _is_reported(outcome):
                bar.stop()
                yield outcome
                bar.start()
                drawn = 0.0
            else:
                yield outcome
            now = monotonic()
            if bar is None and now - started > _AFTER:
                bar = _new_bar()
                bar.add_task("", total=count)
                bar.start()
                drawn = 0.0
            if bar is not None and now - drawn > _EVERY:
                drawn = now
                bar.update(bar.task_ids[0], completed=done)
                bar.refresh()
    finally:
        if bar is not None:
            bar.stop()


def _is_reported(outcome: Outcome) -> bool:
    """Return whether a report shows anything of an outcome."""
    from reslint.linting.results import FileResult

    result = outcome if isinstance(outcome, FileResult) else outcome.result
    return bool(result.diagnostics or result.errors or result.setup_errors) or result is not outcome


def _new_bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        _rate_column(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _rate_column() -> ProgressColumn:
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Files a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f}/s" if task.speed else "", style="dim")

    return Rate()
