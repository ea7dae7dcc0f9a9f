"""What decides on the lint of one open document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reslint.linter import LintOptions


class DocumentSettings:
    """The settings of one document: `options` of the lint, folders of house rules."""

    __slots__ = ("options", "rule_folders")

    def __init__(self, options: LintOptions, rule_folders: tuple[str, ...] = ()) -> None:
        self.options = options
        self.rule_folders = rule_folders
