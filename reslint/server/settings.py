"""What decides on the lint of one open document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.server.editor_settings import ON_TYPE

if TYPE_CHECKING:
    from reslint.config import Config
    from reslint.linter import LintOptions


class DocumentSettings:
    """The settings of one document.

    `options` are those of the lint, `rule_folders` the folders of house rules, `config` the
    settings file that holds (None for none, or one that is broken). `enabled` is False where
    nothing is to be checked; `run` says when findings are shown. `trouble` is what is wrong with
    the settings file, "" for nothing.
    """

    __slots__ = ("config", "enabled", "options", "rule_folders", "run", "trouble")

    def __init__(
        self,
        options: LintOptions,
        rule_folders: tuple[str, ...] = (),
        *,
        config: Config | None = None,
        enabled: bool = True,
        run: str = ON_TYPE,
        trouble: str = "",
    ) -> None:
        self.options = options
        self.rule_folders = rule_folders
        self.config = config
        self.enabled = enabled
        self.run = run
        self.trouble = trouble
