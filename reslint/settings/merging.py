"""Merge the layers of settings, in one order for the command line and the server."""

from __future__ import annotations

import os

from reslint.language.habits import Habits
from reslint.rulebook import own_codes
from reslint.rulebook.book import known_codes
from reslint.settings.config import ConfigError, is_code, with_families
from reslint.settings.finding import ConfigFinder, read_config
from reslint.settings.settings import Settings, SettingsError
from reslint.settings.table import (
    BY_NAME,
    LEVELS,
    MESSAGE_LANGUAGES,
    SETTINGS,
    combined,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator
    from typing import Any

    from reslint.settings.config import Config
    from reslint.settings.override_patterns import Pattern
    from reslint.settings.setting import Setting
    from reslint.settings.table import Values


TEXT_FORMATS = ("markdown", "plain")


def merge(
    config: Config,
    *,
    message_language: str,
    editor: Values | None = None,
    chosen: Values | None = None,
) -> Settings:
    """Return the settings of a lint: each value from the strongest layer that sets it.

    The layers, the weakest first:

    1. the defaults of the table, and `message_language`, that of the user's locale;
    2. `editor`, the editor's settings;
    3. `config`, the settings file, and on top of it
    4. its overrides for the draft (`Config.with_overrides`);
    5. `chosen`: the options of the command line, or what was chosen for the one document.

    The user's own settings file is weaker than the editor's settings.

    Severities are joined code by code. Lists that add up (`Setting.adds`) are joined from the file
    on; such a list of the editor holds only where the file has none.
    """
    in_file = {name: value for name, value in config.values.items() if not BY_NAME[name].of_run}
    weaker, stronger = editor or {}, in_file
    if config.user:
        weaker, stronger = stronger, weaker
    below = {
        name: value
        for name, value in weaker.items()
        if not (BY_NAME[name].adds and name in stronger)
    }
    defaults = {setting.name: setting.default for setting in SETTINGS}
    defaults["message_language"] = message_language
    values = combined((defaults, below, stronger, chosen or {}))
    organ = values.get("organ")
    habits = organ if isinstance(organ, Habits) else None
    if habits is not None:
        values["organ"] = habits.code
    named = {BY_NAME[name].attribute: value for name, value in values.items()}
    return Settings(**named, habits=habits)


def add_options(parser: ArgumentParser, *names: str) -> None:
    """Declare the options that give the settings of these names."""
    for name in names:
        setting = BY_NAME[name]
        assert setting.option is not None
        about: dict[str, Any] = {"dest": name, "help": setting.option.help}
        if setting.option.metavar:
            about["metavar"] = setting.option.metavar
        if setting.kind in ("choice", "organ"):
            about["choices"] = setting.choices
        elif setting.kind == "flag":
            about.update(action="store_const", const=True)
        else:
            about["action"] = "append"
        if setting.kind == "folders":
            about["default"] = []
        parser.add_argument(setting.option.flag, **about)


def option_values(arguments: Namespace) -> Values:
    """The settings that the command line gives, by name."""
    values: Values = {}
    for setting in SETTINGS:
        given = getattr(arguments, setting.name, None)
        if setting.option is None or given is None or given == []:
            continue
        if setting.kind == "codes":
            codes = (code.strip().upper() for text in given for code in text.split(","))
            values[setting.name] = frozenset(filter(None, codes))
        elif setting.kind == "texts":
            values[setting.name] = frozenset(given)
        else:
            values[setting.name] = tuple(given) if setting.kind == "folders" else given
    return values


def checked_settings(settings: Settings | None, options: Values) -> Settings:
    """Return settings (the defaults for None) with options of a caller on top, by their names.

    The names are those of a settings file, `report_from` and `text_format`. Raises SettingsError
    for another name, a value that is not allowed, or a code that no rule has.
    """
    values: Values = {}
    for name, value in options.items():
        if name == "text_format":
            values[name] = _choice(name, value, TEXT_FORMATS)
            continue
        setting = BY_NAME.get(name)
        if setting is None or setting.of_run:
            hint = own_codes.suggestion(name, [*(one.name for one in SETTINGS), "text_format"])
            raise SettingsError(f"there is no setting {name}{hint}")
        values[setting.attribute] = _checked(setting, value)
    found = (settings or Settings()).replace(**values)
    given = {*(found.select or ()), *found.ignore, *found.severities}
    known = known_codes(found.rule_folders) if given else frozenset()
    for code in sorted(given):
        if not is_code(code, known):
            raise SettingsError(own_codes.unknown_code(code, with_families(known)))
    return found


def _checked(setting: Setting, value: Any) -> Any:
    """Return the value of a setting as `Settings` holds it. Raises SettingsError."""
    name = setting.name
    if value is None:
        return setting.default
    if setting.kind in ("choice", "organ"):
        return _choice(name, value, setting.choices)
    if setting.kind == "levels":
        if not isinstance(value, dict):
            raise SettingsError(f"{name}: give a severity by code, such as {setting.example}")
        return {
            code.upper(): _choice(f"{name}: {code}", level, LEVELS) for code, level in value.items()
        }
    if setting.kind == "flag":
        if not isinstance(value, bool):
            raise SettingsError(f"{name}: give true or false")
        return value
    if isinstance(value, str) or not all(isinstance(one, str) for one in value):
        raise SettingsError(f"{name}: give a list of texts")
    if setting.kind == "codes":
        return frozenset(code.upper() for code in value)
    return tuple(value) if setting.kind == "folders" else frozenset(value)


def _choice(name: str, value: Any, choices: Iterable[str]) -> Any:
    if value not in choices:
        raise SettingsError(f'{name}: "{value}" is not one of {", ".join(choices)}')
    return value


def settings_of_file(path: str) -> Settings:
    """Return the settings that hold for a file: the nearest settings file with its overrides.

    Raises ConfigError for a settings file that is wrong.
    """
    config = ConfigFinder().for_folder(os.path.dirname(path))
    return merge_file(config.with_overrides(config.overrides_for(path)), locale_language())


def merge_file(config: Config, message_language: str, chosen: Values | None = None) -> Settings:
    """Merge a settings file; its codes must be those of rules. Raises ConfigError."""
    settings = merge(config, message_language=message_language, chosen=chosen)
    if config.positions:
        problems = config.check_codes(known_codes(settings.rule_folders))
        if problems:
            raise ConfigError(problems)
    return settings


def locale_language() -> str:
    """The language of messages for this user: that of the locale if there is one, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            language = value[:2].lower()
            return language if language in MESSAGE_LANGUAGES else "en"
    return "en"


class SettingsMaker:
    """Makes the settings for files: settings file, overrides, command line."""

    def __init__(self, arguments: Namespace) -> None:
        self._arguments = arguments
        self._options = option_values(arguments)
        self._finder = ConfigFinder()
        self._given: Config | None = None
        self._made: dict[tuple[str, tuple[int, ...]], Settings] = {}
        self._locale_language = locale_language()

    def unknown_codes(self) -> str:
        """The error in the codes of the command line, "" for none."""
        select, ignore = self._options.get("select"), self._options.get("ignore")
        if select is not None and not select:
            return "--select names no rule"
        given = sorted((select or frozenset()) | (ignore or frozenset()))
        if not given:
            return ""
        known = known_codes(tuple(self._arguments.rules))
        if not all(is_code(code, known) for code in given):
            # It may be a house rule that a settings file brings along.
            known = known.union(*map(known_codes, self._configured_folders()))
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
                continue  # reported when the files there are checked
        return found

    def _config_for(self, folder: str) -> Config:
        """The settings file that holds in a folder: the one given, else the nearest."""
        if self._arguments.config is None:
            return self._finder.for_folder(folder)
        if self._given is None:
            self._given = read_config(self._arguments.config)
        return self._given

    def run_value(self, name: str, path: str) -> Any:
        """The value of a setting of the run for the file at a path, from the strongest layer.

        A settings file that is wrong gives the default: it is reported when the file is checked.
        """
        given = getattr(self._arguments, name, None)
        return self.configured(name, path) if given is None else given

    def configured(self, name: str, path: str) -> Any:
        """The value of a setting of the run in the settings file for a path, else its default."""
        setting = BY_NAME[name]
        try:
            config = self._config_for(os.path.dirname(path))
        except ConfigError:
            return setting.default
        if setting.overridable and config.overrides:
            config = config.with_overrides(config.overrides_for(path))
        return config.values.get(name, setting.default)

    def config_in(self, folder: str) -> Config | None:
        """The settings file that holds in a folder; None for one that is wrong."""
        try:
            return self._config_for(folder)
        except ConfigError:
            return None

    def unused_patterns(self) -> Iterator[Pattern]:
        """The patterns of overrides that named none of the files, of the settings files met."""
        for config in self._met():
            yield from config.unused_patterns()

    def is_in_force(self, path: str) -> bool:
        """Whether a settings file was found beside the drafts: not named, not extended only."""
        return any(one.path == path and not one.named for one in self._met())

    def _met(self) -> list[Config]:
        """The settings files of the files met so far."""
        met: dict[int, Config] = {}
        for folder, _ in self._made:
            config = self.config_in(folder)
            if config is not None:
                met[id(config)] = config
        return list(met.values())

    def frame_language(self) -> str:
        """The language of the text around the findings: that of the current folder."""
        try:
            return self.settings_for("").message_language
        except ConfigError:
            language: str = self._options.get("message_language", self._locale_language)
            return language

    def settings_for(self, path: str) -> Settings:
        """The settings for the file at a path. Raises ConfigError."""
        folder = os.path.dirname(path)
        config = self._config_for(folder)
        matching = config.overrides_for(path) if config.overrides else ()
        key = (folder, matching)
        settings = self._made.get(key)
        if settings is None:
            settings = self._made[key] = merge_file(
                config.with_overrides(matching), self._locale_language, self._options
            )
        return settings
