"""Read and check the texts of a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reslint.linting.linter import Linter, LintResult
from reslint.settings.settings import Settings
from reslint.text.source import Source, UnreadableText, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDINGS = (".md", ".markdown", ".txt")


def texts_below(folder: str) -> list[str]:
    """The sorted paths of all texts in a folder and its subfolders; a file gives itself."""
    if os.path.isfile(folder):
        return [folder]
    found: list[str] = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(
            os.path.join(base, name) for name in sorted(names) if name.lower().endswith(ENDINGS)
        )
    return found


def read_sources(folder: str) -> Iterator[tuple[str, Source | None]]:
    """Yield each text of a folder with its relative path; None if it cannot be read."""
    for path in texts_below(folder):
        relative = os.path.relpath(path, folder) if path != folder else os.path.basename(path)
        try:
            with open(path, "rb") as stream:
                yield relative.replace(os.sep, "/"), decode(stream.read(), path)
        except (OSError, UnreadableText):
            yield relative.replace(os.sep, "/"), None


def check(source: Source, options: Settings) -> LintResult:
    """Check a text with the standard rules."""
    return Linter(options).lint(source)
