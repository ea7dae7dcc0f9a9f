"""One check of a document: done in the worker, its outcome never an exception."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from reslint.linter import describe
from reslint.server.conversion import item_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reslint.diagnostics import Diagnostic
    from reslint.linter import LintResult
    from reslint.server.abilities import Abilities
    from reslint.server.analysis import Analyst
    from reslint.server.documents import Snapshot

logger = logging.getLogger(__name__)


class Checked:
    """The outcome: the linter's result with each finding as it is sent, or what went wrong.

    `result` is None only where reslint itself failed; `failure` then says how.
    """

    __slots__ = ("failure", "found", "result")

    def __init__(
        self,
        result: LintResult | None,
        found: list[tuple[Diagnostic, dict[str, Any]]],
        failure: str = "",
    ) -> None:
        self.result = result
        self.found = found
        self.failure = failure


def check(
    snapshot: Snapshot, analyst: Analyst, abilities: Abilities, page_of: Callable[[str], str]
) -> Checked:
    """Check a snapshot; `page_of` gives the address of a rule's page by the rule's code."""
    try:
        result = analyst.analyse(snapshot.source, snapshot.settings)
        diagnostics = result.diagnostics if snapshot.settings.enabled else []
        place = snapshot.place
        found = [
            (one, item_of(one, snapshot.uri, place, abilities, page_of(one.code)))
            for one in diagnostics
        ]
    except Exception as error:  # a text that breaks reslint must not break the editor
        logger.exception("%s version %s could not be checked", snapshot.uri, snapshot.version)
        return Checked(None, [], describe(error))
    return Checked(result, found)
