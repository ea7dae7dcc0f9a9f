"""The one place at which the server has a draft linted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.batch import rulebook_of
from reslint.linter import LintResult, lint

if TYPE_CHECKING:
    from reslint.server.settings import DocumentSettings
    from reslint.source import Source


class Analyst:
    """Lints one document again and again as it is edited. Used by one thread at a time."""

    def analyse(self, source: Source, settings: DocumentSettings) -> LintResult:
        """What the linter says of the document as it is now."""
        return lint(
            source,
            lambda language: rulebook_of(language, settings.rule_folders),
            settings.options,
        )
