"""The folders that are open in the editor, and the settings that hold for a document in them.

From the weakest to the strongest: the editor's settings, the settings file that is nearest to the
draft (or else the one that the editor's settings name), what was chosen for the document.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from reslint.server.uris import is_inside, path_of
from reslint.settings.config import (
    LANGUAGES,
    MESSAGE_LANGUAGES,
    ORGANS,
    PROFILES,
    Config,
    ConfigError,
)
from reslint.settings.finding import ConfigFinder, read_config
from reslint.settings.settings import Settings
from reslint.text.diagnostics import SEVERITIES
from reslint.text.source import MARKDOWN_ENDINGS, text_format_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reslint.text.diagnostics import Problem


AUTO = "auto"
ON_TYPE, ON_SAVE = "onType", "onSave"
logger = logging.getLogger(__name__)
PLAIN_LANGUAGE_IDS = ("plaintext", "text")
DRAFT_LANGUAGE_IDS = ("markdown", *PLAIN_LANGUAGE_IDS, "")
"""How editors name the kinds of document that may be drafts ("" where they do not say)."""


class EditorSettings:
    """What the editor's settings say; None where they leave it to the draft or to a file."""

    __slots__ = (
        "configuration",
        "enable",
        "faults",
        "ignore",
        "language",
        "message_language",
        "organ",
        "profile",
        "run",
        "select",
        "severities",
    )

    def __init__(self, values: Any = None) -> None:
        self.faults: list[str] = []
        given = values if isinstance(values, dict) else {}
        self.enable = self._flag(given, "enable", True)
        self.language = self._choice(given, "language", LANGUAGES)
        self.organ = self._choice(given, "organ", ORGANS)
        self.profile = self._choice(given, "profile", PROFILES)
        self.message_language = self._choice(given, "messageLanguage", MESSAGE_LANGUAGES)
        self.select = self._codes(given, "select") or None
        self.ignore = self._codes(given, "ignore")
        self.severities = self._severities(given)
        self.run = self._choice(given, "run", (ON_TYPE, ON_SAVE)) or ON_TYPE
        path = given.get("configuration")
        self.configuration = path.strip() if isinstance(path, str) else ""

    def _flag(self, given: dict[str, Any], key: str, default: bool) -> bool:
        value = given.get(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.faults.append(f"{key} must be true or false")
        return default

    def _choice(self, given: dict[str, Any], key: str, allowed: tuple[str, ...]) -> str | None:
        value = given.get(key)
        if value in (None, "", AUTO):
            return None
        if value in allowed:
            return str(value)
        self.faults.append(f"{key} must be one of {', '.join(allowed)}")
        return None

    def _codes(self, given: dict[str, Any], key: str) -> frozenset[str]:
        value = given.get(key)
        texts = [value] if isinstance(value, str) else value or []
        if not isinstance(texts, list) or not all(isinstance(one, str) for one in texts):
            self.faults.append(f"{key} must be a list of codes")
            return frozenset()
        return frozenset(filter(None, (one.strip().upper() for one in texts)))

    def _severities(self, given: dict[str, Any]) -> dict[str, str]:
        value = given.get("severity") or {}
        if not isinstance(value, dict):
            self.faults.append("severity must give each code its level")
            return {}
        levels = {}
        for code, level in value.items():
            level = "off" if level is False else level
            if level in (*SEVERITIES, "off"):
                levels[str(code).upper()] = str(level)
            else:
                self.faults.append(f"severity of {code} must be one of {', '.join(SEVERITIES)}")
        return levels


class Choice:
    """What was chosen for one document by a command; None is left as it is without."""

    __slots__ = ("language", "organ", "profile")

    def __init__(
        self, language: str | None = None, organ: str | None = None, profile: str | None = None
    ) -> None:
        self.language = language
        self.organ = organ
        self.profile = profile


def choice_of(values: Any) -> Choice:
    """The choice in a command's argument. Raises ValueError for a value that is none."""
    if not isinstance(values, dict):
        raise ValueError("language, organ or profile is expected")
    chosen = Choice()
    allowed = {"language": LANGUAGES, "organ": ORGANS, "profile": PROFILES}
    for key, value in values.items():
        if key not in allowed:
            raise ValueError(f"{key} cannot be chosen")
        if value in (None, "", AUTO):
            continue
        if value not in allowed[key]:
            raise ValueError(f"{key} must be one of {', '.join(allowed[key])}")
        setattr(chosen, key, value)
    return chosen


class DocumentSettings:
    """The settings of one document.

    `lint` decides on the findings, as on the command line; the rest is the editor's own. `config`
    is the settings file that holds (None for none, or one that is broken). `enabled` is False where
    nothing is to be checked; `run` says when findings are shown. `trouble` is what is wrong with
    the settings file, "" for nothing.
    """

    __slots__ = ("config", "enabled", "lint", "run", "trouble")

    def __init__(
        self,
        lint: Settings,
        *,
        config: Config | None = None,
        enabled: bool = True,
        run: str = ON_TYPE,
        trouble: str = "",
    ) -> None:
        self.lint = lint
        self.config = config
        self.enabled = enabled
        self.run = run
        self.trouble = trouble


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
        self._finder = ConfigFinder()
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
        self._finder = ConfigFinder()
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
        return DocumentSettings(
            self._merged(editor, config, choice, _text_format(language_id, path or uri)),
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
        except ConfigError as error:
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
            self._named[path] = read_config(path)
        return self._named[path]

    def _write_down(self, error: ConfigError) -> None:
        for problem in error.problems:
            path = os.path.abspath(problem.path)
            known = self.problems.setdefault(path, [])
            if not any(str(one) == str(problem) for one in known):
                known.append(problem)

    def _merged(
        self, editor: EditorSettings, config: Config | None, choice: Choice, text_format: str
    ) -> Settings:
        """The settings of the lint: each value from the strongest that says it."""
        said = config if config is not None else Config()
        return Settings(
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
            rule_folders=said.rule_folders if self.trusted else (),
            text_format=text_format,
        )


def configs_of(settings: Iterable[DocumentSettings]) -> dict[str, Config]:
    """The settings files that hold for some documents, by path."""
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
