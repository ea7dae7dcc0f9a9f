"""The one place at which the server has a draft linted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.live import LiveLinter

if TYPE_CHECKING:
    from reslint.linter import LintResult
    from reslint.server.rulebooks import Rulebooks
    from reslint.server.settings import DocumentSettings
    from reslint.source import Source


class Analyst:
    """Lints one document again and again as it is edited. Used by the worker thread alone."""

    def __init__(self, rulebooks: Rulebooks) -> None:
        self._rulebooks = rulebooks
        self._linter = LiveLinter()
        self._last: LintResult | None = None

    def analyse(self, source: Source, settings: DocumentSettings) -> LintResult:
        """What the linter says of the document as it is now."""
        # Whatever happens on the way, drafts read before are void from here on.
        self._last = None
        try:
            result = self._linter.lint(
                source,
                lambda language: self._rulebooks.book(language, settings.rule_folders),
                settings.options,
            )
        except Exception:
            # What it kept may be half done.
            self._linter = LiveLinter()
            raise
        self._last = result
        return result

    def stands_by(self, result: LintResult) -> bool:
        """Whether a result is the last one: only the draft of that may be looked at."""
        return self._last is result
