"""The folders that are open in the editor, and the settings that hold for a document in them.

From the weakest to the strongest: the editor's settings, the settings file that is nearest to the
draft (or else the one that the editor's settings name), what was chosen for the document.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from reslint import config as configuration
from reslint.linter import LintOptions
from reslint.server.editor_settings import Choice, EditorSettings
from reslint.server.settings import DocumentSettings
from reslint.server.uris import is_inside, path_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reslint.config import Config
    from reslint.diagnostics import Problem

logger = logging.getLogger(__name__)

PLAIN_LANGUAGE_IDS = ("plaintext", "text")
DRAFT_LANGUAGE_IDS = ("markdown", *PLAIN_LANGUAGE_IDS, "")
"""How editors name the kinds of document that may be drafts ("" where they do not say)."""
_PLAIN_ENDING = ".txt"
_MARKDOWN_ENDINGS = (".md", ".markdown")


class Workspace:
    """Folders, the editor's settings for each, settings files, choices for single documents."""

    def __init__(self) -> None:
        self.trusted = True
        self.message_language = "en"
        self.choices: dict[str, Choice] = {}
        self.problems: dict[str, list[Problem]] = {}
        """What is wrong with each settings file read, by its path."""
        self._folders: dict[str, str] = {}
        self._general = EditorSettings()
        self._of_folder: dict[str, EditorSettings] = {}
        self._finder = configuration.ConfigFinder()
        self._named: dict[str, Config | None] = {}
        self._sound: dict[str, Config] = {}

    @property
    def folders(self) -> list[str]:
        """The paths of the open folders."""
        return list(self._folders.values())

    @property
    def folder_uris(self) -> list[str]:
        """The addresses of the open folders, as the client gave them."""
        return list(self._folders)

    def add_folder(self, uri: str) -> None:
        """Take in a folder; one that is no folder of files is known by its address alone."""
        path = path_of(uri)
        if path is not None:
            self._folders[uri] = path

    def remove_folder(self, uri: str) -> None:
        """Let go of a folder."""
        self._folders.pop(uri, None)
        self._of_folder.pop(uri, None)

    def set_editor_settings(self, values: Any, folder_uri: str | None = None) -> None:
        """Take the editor's settings, in general or those of a folder."""
        settings = EditorSettings(values)
        for fault in settings.faults:
            logger.warning("editor setting reslint.%s", fault)
        if folder_uri is None:
            self._general = settings
            self._of_folder.clear()
        else:
            self._of_folder[folder_uri] = settings

    def forget_files(self) -> None:
        """Read settings files again when they are asked for next: they may have changed."""
        self._finder = configuration.ConfigFinder()
        self._named.clear()
        self.problems.clear()

    def settings_for(self, uri: str, language_id: str) -> DocumentSettings:
        """The settings of a document."""
        path = path_of(uri)
        folder = self._folder_of(path)
        editor = self._of_folder.get(folder or "", self._general)
        draft_path = path
        if draft_path is None and self._folders:
            # Not saved yet: it will most likely be a file of the first folder.
            draft_path = os.path.join(next(iter(self._folders.values())), "untitled.md")
        config, trouble = None, ""
        if draft_path is not None:
            config, trouble = self._config_for(draft_path, editor, folder)
        choice = self.choices.get(uri, Choice())
        enabled = editor.enable and language_id in DRAFT_LANGUAGE_IDS
        options = self._merged(editor, config, choice, _path_format(language_id, path or uri))
        return DocumentSettings(
            options,
            config.rule_folders if config is not None and self.trusted else (),
            config=config,
            enabled=enabled,
            run=editor.run,
            trouble=trouble,
        )

    def _folder_of(self, path: str | None) -> str | None:
        """The address of the innermost open folder in which a path lies."""
        if path is None:
            return next(iter(self._folders), None)
        holding = [uri for uri, folder in self._folders.items() if is_inside(path, folder)]
        return max(holding, key=lambda uri: len(self._folders[uri]), default=None)

    def _config_for(
        self, path: str, editor: EditorSettings, folder: str | None
    ) -> tuple[Config | None, str]:
        """The settings file that holds for a path, overrides included, and what is wrong with it.

        Of a file that is broken now, what it said when it was last sound goes on to hold.
        """
        own = os.path.dirname(path)
        try:
            config = self._finder.for_folder(own)
            if not config.path and editor.configuration:
                config = self._named_config(editor.configuration, folder) or config
        except configuration.ConfigError as error:
            self._write_down(error)
            last = self._sound.get(own)
            return last, str(error.problems[0])
        if not config.path:
            return None, ""
        config = config.with_overrides(config.overrides_for(path) if config.overrides else ())
        self._sound[own] = config
        return config, ""

    def _named_config(self, name: str, folder: str | None) -> Config | None:
        """The settings file that the editor's settings name. Raises ConfigError."""
        base = self._folders.get(folder or "", os.getcwd())
        path = os.path.join(base, os.path.expanduser(name))
        if path not in self._named:
            self._named[path] = configuration.read_config(path)
        return self._named[path]

    def _write_down(self, error: configuration.ConfigError) -> None:
        for problem in error.problems:
            path = os.path.abspath(problem.path)
            known = self.problems.setdefault(path, [])
            if not any(str(one) == str(problem) for one in known):
                known.append(problem)

    def _merged(
        self, editor: EditorSettings, config: Config | None, choice: Choice, path_format: str
    ) -> LintOptions:
        """The options of the lint: each value from the strongest that says it."""
        said = config if config is not None else configuration.Config()
        return LintOptions(
            language=choice.language or said.language or editor.language,
            organ=choice.organ or said.organ or editor.organ,
            profile=choice.profile or said.profile or editor.profile or "standard",
            select=editor.select if said.select is None else said.select,
            ignore=said.ignore if "ignore" in said.origins else editor.ignore,
            vocabulary=said.vocabulary,
            severities={**editor.severities, **said.severities},
            message_language=(
                said.message_language or editor.message_language or self.message_language
            ),
            path_format=path_format,
        )


def configs_of(settings: Iterable[DocumentSettings]) -> dict[str, Config]:
    """The settings files that hold for some documents, by path."""
    found = {}
    for one in settings:
        if one.config is not None:
            found[os.path.abspath(one.config.path)] = one.config
    return found


def _path_format(language_id: str, path: str) -> str:
    """How the text of a document is to be read, `markdown` or `plain`."""
    lower = path.lower()
    if lower.endswith(_PLAIN_ENDING):
        return "plain"
    if lower.endswith(_MARKDOWN_ENDINGS):
        return "markdown"
    return "plain" if language_id in PLAIN_LANGUAGE_IDS else "markdown"
