"""The open folders, and the settings of each document in them.

The settings file is the nearest to the draft, or else the one that the editor's settings name.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from reslint.server.editor_settings import AUTO, EditorSettings
from reslint.server.positions import is_inside, path_of, uri_of
from reslint.settings.config import Config, ConfigError
from reslint.settings.exclusion import Exclusion
from reslint.settings.finding import ConfigFinder, read_config
from reslint.settings.merging import merge
from reslint.settings.table import BY_NAME, EXCLUDE, ON_TYPE
from reslint.text.source import MARKDOWN_ENDINGS, text_format_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reslint.settings.settings import Settings
    from reslint.settings.table import Values
    from reslint.text.diagnostics import Problem


CHOOSABLE = ("language", "organ", "profile")
"""The settings that can be chosen for one document."""
logger = logging.getLogger(__name__)
PLAIN_LANGUAGE_IDS = ("plaintext", "text")
DRAFT_LANGUAGE_IDS = ("markdown", *PLAIN_LANGUAGE_IDS, "")
"""The language ids of documents that may be drafts ("" if the editor gives none)."""


def choice_of(values: Any) -> Values:
    """Return the settings in a command's argument, chosen for one document. Raises ValueError."""
    if not isinstance(values, dict):
        raise ValueError("language, organ or profile is expected")
    chosen: Values = {}
    for key, value in values.items():
        if key not in CHOOSABLE:
            raise ValueError(f"{key} cannot be chosen")
        if value in (None, "", AUTO):
            continue
        allowed = BY_NAME[key].choices
        if value not in allowed:
            raise ValueError(f"{key} must be one of {', '.join(allowed)}")
        chosen[key] = value
    return chosen


class DocumentSettings:
    """The settings of one document.

    `lint` decides on the findings, as on the command line; the rest is the editor's own. `config`
    is the settings file that applies (None if there is none, or it has never been valid).
    `enabled` is False if nothing is to be checked; `run` tells when findings are shown; `versions`
    whether the document is compared with its other versions, `hover_versions` whether a hover
    shows them; `number_on_enter` whether Enter writes the number of the next paragraph;
    `inlay_hints` what is shown within the lines; `semantic_tokens` whether words are coloured.
    `config_error` is the first error of the settings file, "" if it has none.
    """

    __slots__ = (
        "config",
        "config_error",
        "enabled",
        "hover_versions",
        "inlay_hints",
        "lint",
        "number_on_enter",
        "run",
        "semantic_tokens",
        "versions",
    )

    def __init__(
        self,
        lint: Settings,
        *,
        config: Config | None = None,
        enabled: bool = True,
        run: str = ON_TYPE,
        versions: bool = True,
        hover_versions: bool = True,
        number_on_enter: bool = True,
        inlay_hints: tuple[str, ...] = (),
        semantic_tokens: bool = True,
        config_error: str = "",
    ) -> None:
        self.lint = lint
        self.config = config
        self.enabled = enabled
        self.run = run
        self.versions = versions
        self.hover_versions = hover_versions
        self.number_on_enter = number_on_enter
        self.inlay_hints = inlay_hints
        self.semantic_tokens = semantic_tokens
        self.config_error = config_error


class Workspace:
    """Folders, the editor's settings for each, settings files, choices for single documents."""

    def __init__(self) -> None:
        self.trusted = True
        self.message_language = "en"
        self.choices: dict[str, Values] = {}
        self.problems: dict[str, list[Problem]] = {}
        """The errors of each settings file read, by its path."""
        self._folders: dict[str, str] = {}
        self._general = EditorSettings()
        self._of_folder: dict[str, EditorSettings] = {}
        self._finder = ConfigFinder()
        self._named: dict[str, Config | None] = {}
        self._last_valid: dict[str, Config] = {}

    @property
    def folders(self) -> list[str]:
        """The paths of the open folders."""
        return list(self._folders.values())

    @property
    def folder_uris(self) -> list[str]:
        """The URIs of the open folders, as the client gave them."""
        return list(self._folders)

    def add_folder(self, uri: str) -> None:
        """Add a folder; one that is not on this machine's disk is ignored."""
        path = path_of(uri)
        if path is not None:
            self._folders[uri] = path

    def remove_folder(self, uri: str) -> None:
        """Remove a folder and its settings."""
        self._folders.pop(uri, None)
        self._of_folder.pop(uri, None)

    def set_editor_settings(self, values: Any, folder_uri: str | None = None) -> None:
        """Apply the editor's settings, general ones or those of a folder."""
        settings = EditorSettings(values)
        for error in settings.errors:
            logger.warning("editor setting reslint.%s", error)
        if folder_uri is None:
            self._general = settings
            self._of_folder.clear()
        else:
            self._of_folder[folder_uri] = settings

    def forget_files(self) -> None:
        """Read settings files again when next needed: they may have changed."""
        self._finder = ConfigFinder()
        self._named.clear()
        self.problems.clear()

    def settings_for(self, uri: str, language_id: str) -> DocumentSettings:
        """Return the settings of a document."""
        path = path_of(uri)
        folder = self._folder_of(path)
        editor = self._of_folder.get(folder or "", self._general)
        draft_path = path
        if draft_path is None and self._folders:
            # Not saved yet: it will probably be saved in the first folder.
            draft_path = os.path.join(next(iter(self._folders.values())), "untitled.md")
        config, error = None, ""
        if draft_path is not None:
            config, error = self._config_for(draft_path, editor, folder)
        enabled = editor.enable and language_id in DRAFT_LANGUAGE_IDS
        if enabled and path is not None and config is not None and EXCLUDE in config.values:
            enabled = not Exclusion(lambda _: config).holds_for_named(path, folder=False)
        lint = merge(
            config or Config(),
            message_language=self.message_language,
            editor=editor.values,
            chosen=self.choices.get(uri),
        )
        return DocumentSettings(
            lint.replace(
                rule_folders=lint.rule_folders if self.trusted else (),
                registries=lint.registries if self.trusted else (),
                text_format=_text_format(language_id, path or uri),
            ),
            config=config,
            enabled=enabled,
            run=editor.run,
            versions=editor.versions,
            hover_versions=editor.hover_versions,
            number_on_enter=editor.number_on_enter,
            inlay_hints=editor.inlay_hints,
            semantic_tokens=editor.semantic_tokens,
            config_error=error,
        )

    def version_patterns(self, path: str) -> dict[str, str]:
        """Return the patterns of versions in the settings file of a path, by language."""
        config = self.settings_for(uri_of(path), "").config
        found: dict[str, str] = {} if config is None else config.values.get("versions", {})
        return found

    def root_of(self, path: str) -> str | None:
        """Return the path of the innermost open folder that holds a file, None if none does."""
        uri = self._folder_of(path)
        return None if uri is None else self._folders[uri]

    def config_in(self, folder: str) -> Config | None:
        """Return the settings file that holds in a folder, None for none or a wrong one."""
        uri = self._folder_of(folder)
        editor = self._of_folder.get(uri or "", self._general)
        return self._config_for(os.path.join(folder, "draft.md"), editor, uri)[0]

    def _folder_of(self, path: str | None) -> str | None:
        """Return the URI of the innermost open folder that holds a path."""
        if path is None:
            return next(iter(self._folders), None)
        holding = [uri for uri, folder in self._folders.items() if is_inside(path, folder)]
        return max(holding, key=lambda uri: len(self._folders[uri]), default=None)

    def _config_for(
        self, path: str, editor: EditorSettings, folder: str | None
    ) -> tuple[Config | None, str]:
        """Return the settings file of a path, overrides applied, and its first error or "".

        While a file is invalid, its last valid settings stay in force.
        """
        own = os.path.dirname(path)
        try:
            config = self._finder.for_folder(own)
            if (config.user or not config.path) and editor.configuration:
                config = self._named_config(editor.configuration, folder) or config
        except ConfigError as error:
            self._add_problems(error)
            last = self._last_valid.get(own)
            return last, str(error.problems[0])
        if not config.path:
            return None, ""
        config = config.with_overrides(config.overrides_for(path) if config.overrides else ())
        self._last_valid[own] = config
        return config, ""

    def _named_config(self, name: str, folder: str | None) -> Config | None:
        """Return the settings file named in the editor's settings. Raises ConfigError."""
        base = self._folders.get(folder or "", os.getcwd())
        path = os.path.join(base, os.path.expanduser(name))
        if path not in self._named:
            self._named[path] = read_config(path)
        return self._named[path]

    def _add_problems(self, error: ConfigError) -> None:
        for problem in error.problems:
            path = os.path.abspath(problem.path)
            known = self.problems.setdefault(path, [])
            if not any(str(one) == str(problem) for one in known):
                known.append(problem)


def configs_of(settings: Iterable[DocumentSettings]) -> dict[str, Config]:
    """Return the settings files of documents, by path."""
    found = {}
    for one in settings:
        if one.config is not None:
            found[os.path.abspath(one.config.path)] = one.config
    return found


def _text_format(language_id: str, path: str) -> str:
    """Return the format of a document: by its name, or as the editor says, or Markdown."""
    if language_id in PLAIN_LANGUAGE_IDS and not path.lower().endswith(MARKDOWN_ENDINGS):
        return "plain"
    return text_format_of(path)
