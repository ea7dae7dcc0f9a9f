"""The options of the command line put upon the settings file that holds for a path."""

from __future__ import annotations

import os

from reslint.rules import own_codes
from reslint.settings.config import ConfigError, is_code, with_families
from reslint.settings.finding import ConfigFinder, read_config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from reslint.settings.config import Config
    from reslint.settings.settings import Settings


def locale_language() -> str:
    """The language of messages for this user: French in a French locale, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


class SettingsMaker:
    """Puts the command line's options upon the settings file that holds in a folder."""

    def __init__(self, arguments: Namespace) -> None:
        self._arguments = arguments
        self._finder = ConfigFinder()
        self._given: Config | None = None
        self._made: dict[tuple[str, tuple[int, ...]], Settings] = {}
        self._select = _codes(arguments.select)
        self._ignore = _codes(arguments.ignore) or frozenset()
        self._locale_language = locale_language()

    def unknown_codes(self) -> str:
        """What is wrong with the codes of the command line, "" for nothing."""
        if self._select is not None and not self._select:
            return "--select names no rule"
        given = sorted((self._select or frozenset()) | self._ignore)
        if not given:
            return ""
        known = _known_codes(tuple(self._arguments.rules))
        if not all(is_code(code, known) for code in given):
            # It may be a house rule that a settings file brings along.
            known = known.union(*map(_known_codes, self._configured_folders()))
        for code in given:
            if not is_code(code, known):
                return own_codes.unknown_code(code, with_families(known))
        return ""

    def _configured_folders(self) -> set[tuple[str, ...]]:
        """The rule folders in the settings files that hold for the paths of the command line."""
        found = set()
        for path in self._arguments.paths or ["."]:
            folder = path if os.path.isdir(path) else os.path.dirname(path)
            try:
                found.add(self._config_for(folder).rule_folders)
            except ConfigError:
                continue  # said when the files there are checked
        return found

    def _config_for(self, folder: str) -> Config:
        """The settings file that holds in a folder: the one given, else the nearest."""
        if self._arguments.config is None:
            return self._finder.for_folder(folder)
        if self._given is None:
            self._given = read_config(self._arguments.config)
        return self._given

    def frame_language(self) -> str:
        """The language of what stands around the findings: that of the current folder."""
        try:
            settings = self.settings_for("")
        except ConfigError:
            return self._arguments.message_language or self._locale_language
        return settings.message_language

    def settings_for(self, path: str) -> Settings:
        """The settings for the file at a path. Raises ConfigError."""
        folder = os.path.dirname(path)
        config = self._config_for(folder)
        matching = config.overrides_for(path) if config.overrides else ()
        key = (folder, matching)
        settings = self._made.get(key)
        if settings is None:
            settings = self._made[key] = self._merge(config.with_overrides(matching))
        return settings

    def _merge(self, config: Config) -> Settings:
        """The settings of a file with the options of the command line upon them."""
        from reslint.settings.settings import Settings

        arguments = self._arguments
        folders = (*config.rule_folders, *arguments.rules)
        if config.select or config.ignore or config.severities:
            problems = config.check_codes(_known_codes(folders))
            if problems:
                raise ConfigError(problems)
        return Settings(
            language=arguments.language or config.language,
            organ=arguments.organ or config.organ,
            profile=arguments.profile or config.profile or "standard",
            select=config.select if self._select is None else self._select,
            ignore=config.ignore | self._ignore,
            severities=config.severities,
            vocabulary=config.vocabulary,
            message_language=(
                arguments.message_language or config.message_language or self._locale_language
            ),
            rule_folders=folders,
            report_from=arguments.severity,
        )


def _codes(given: list[str] | None) -> frozenset[str] | None:
    """The codes of an option given any number of times, each time with commas; None if never."""
    if given is None:
        return None
    codes = (code.strip().upper() for text in given for code in text.split(","))
    return frozenset(code for code in codes if code)


def _known_codes(rule_folders: tuple[str, ...]) -> frozenset[str]:
    """Every code there is, reslint's own among them."""
    from reslint.rules.book import rulebook_of

    return frozenset(rulebook_of("en", rule_folders).codes()) | frozenset(own_codes.NAMES)
