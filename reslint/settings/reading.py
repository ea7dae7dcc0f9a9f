"""Read a settings file strictly: every error is reported, with its line and column."""

from __future__ import annotations

import os
import re

from reslint.checks.kinds import ORGANS
from reslint.language.loading import language_codes
from reslint.rulebook import own_codes
from reslint.settings.config import OVERRIDES, Config, ConfigError, Override, severity_of
from reslint.settings.organ import SILENT, read_organ
from reslint.settings.table import EXTENDS, LEVELS, RUN_SETTINGS, SETTINGS
from reslint.text.diagnostics import Problem
from reslint.text.source import read_regular_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reslint.language.habits import Habits
    from reslint.settings.config import Position
    from reslint.settings.override_patterns import Pattern
    from reslint.settings.setting import Setting

    Way = tuple[str | int, ...]


FILES = "files"
"""The key of an override that names its files."""
_ALL = (*SETTINGS, *RUN_SETTINGS)
_KEYS = (*(setting.name for setting in _ALL if setting.in_file), OVERRIDES)
_OVERRIDE_KEYS = (FILES, *(setting.name for setting in _ALL if setting.overridable))
EMPTY = "the file is empty"
"""The message of the YAML reader on a file without values."""
_MAX_SIZE = 1_000_000  # bytes of a pyproject.toml; the YAML reader has its own limit
_MAX_PARTS = 64  # of a dotted key in TOML: the parser's time and memory grow with their square
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_KEY = rf"(?<![\w-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{_MAX_PARTS}}}"
_MAX_UNKNOWN = 20  # unknown keys of a file that are named one by one


def read_named(path: str, above: tuple[str, ...] = ()) -> Config:
    """The settings in a file that somebody named: YAML, or TOML by its name.

    Raises ConfigError, also for a TOML file without `[tool.reslint]` that is no settings file.
    """
    if not path.endswith(".toml"):
        return read_yaml(path, above)
    config = read_toml(path, above)
    if config is None:
        raise ConfigError([_problem("the file has no table [tool.reslint]", path)])
    return config


def read_yaml(path: str, above: tuple[str, ...] = ()) -> Config:
    """The settings in a YAML file, with those it extends.

    `above` are the real paths of the files that extend this one, the outermost first. Raises
    ConfigError.
    """
    from reslint.data.yaml_reader import YamlFileError, read_file

    try:
        document = read_file(path)
    except YamlFileError as error:
        if error.message == EMPTY:
            # A file of comments only, as `reslint init` writes it, ends the search.
            return Config(path)
        raise ConfigError([_problem(error.message, path, error.line, error.column)]) from None
    problems = [
        _problem(fault.message, path, fault.line, fault.column) for fault in document.faults
    ]

    def place(way: Way, key: bool) -> tuple[int, int]:
        return document.position(way, key=key)

    return _read_values(document.value, path, place, problems, above)


def read_toml(path: str, above: tuple[str, ...] = ()) -> Config | None:
    """The settings in the table `[tool.reslint]`, None if there is none. Raises ConfigError."""
    try:
        data = read_regular_file(path, _MAX_SIZE + 1)
    except OSError as error:
        raise ConfigError([_problem(f"cannot be read ({error.strerror})", path)]) from None
    # Most files of this name have no such table: look before importing a parser.
    if b"tool.reslint" not in data and (b"[tool]" not in data or b"reslint" not in data):
        return None
    if len(data) > _MAX_SIZE:
        raise ConfigError([_problem(f"the file is larger than {_MAX_SIZE:,} bytes", path)])
    import tomllib

    from reslint.text.source import Source

    text = data.decode("utf-8", "replace")
    long_key = re.search(_LONG_KEY, text)
    if long_key:
        message = f"a key has more than {_MAX_PARTS} parts"
        position = Source(text).position(long_key.start())
        raise ConfigError([_problem(message, path, *position)])
    try:
        table = tomllib.loads(text).get("tool", {}).get("reslint")
    except (ValueError, RecursionError) as error:  # ValueError: also for a number of 5,000 digits
        raise ConfigError([_problem(f"broken TOML: {error}", path)]) from None
    except AttributeError:
        return None
    if table is None:
        return None
    source = Source(text)

    def place(way: Way, key: bool) -> tuple[int, int]:
        # tomllib keeps no positions: take the first occurrence of the word in or after the table.
        table_at = max(0, text.find("tool.reslint"))
        word = next((step for step in reversed(way) if isinstance(step, str)), "tool.reslint")
        at = text.find(word, table_at)
        return source.position(at if at >= 0 else table_at)

    return _read_values(table, path, place, [], above)


def _problem(message: str, path: str, line: int = 0, column: int = 0) -> Problem:
    return Problem(own_codes.INVALID_SETTING, message, path, line, column)


def _read_values(
    values: object,
    path: str,
    place: Callable[[Way, bool], tuple[int, int]],
    problems: list[Problem],
    above: tuple[str, ...],
) -> Config:
    """The settings in `values`. Raises ConfigError with all problems, in order of place."""
    reader = _Values(path, place, problems)
    config = Config(path)
    if not isinstance(values, dict):
        reader.refuse("the settings must be keys with values (select: …)", ())
        raise ConfigError(problems)
    reader.fill(config, values, (), _KEYS)
    config.overrides = tuple(reader.overrides(values.get(OVERRIDES, [])))
    if EXTENDS in config.values:
        from reslint.settings.extending import extended

        below = extended(
            config, lambda at: place((EXTENDS, at), False), problems, above, read_named
        )
        config.extended_by(below)
    if problems:
        raise ConfigError(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    return config


class _Values:
    """Takes values of the right type out of a mapping and collects what is wrong.

    A `Way` leads to a value: keys and indices from the top (`("overrides", 0, "language")`).
    """

    def __init__(
        self,
        path: str,
        place: Callable[[Way, bool], tuple[int, int]],
        problems: list[Problem],
    ) -> None:
        self._path = path
        self._place = place
        self._problems = problems

    def refuse(self, message: str, way: Way, *, key: bool = False) -> None:
        """Report a problem at a value, or at its key."""
        self._problems.append(_problem(message, self._path, *self._place(way, key)))

    def fill(self, config: Config, values: dict[str, Any], way: Way, keys: tuple[str, ...]) -> None:
        """Take the settings in `values` into `config`; `way` leads there, `keys` are allowed."""
        unknown = [key for key in values if key not in keys]
        for key in unknown[:_MAX_UNKNOWN]:
            hint = own_codes.suggestion(key, keys) or f" (known: {', '.join(keys)})"
            self.refuse(f'unknown key "{key}"{hint}', (*way, key), key=True)
        if len(unknown) > _MAX_UNKNOWN:
            message = f"{len(unknown) - _MAX_UNKNOWN:,} more keys are unknown"
            self.refuse(message, (*way, unknown[_MAX_UNKNOWN]), key=True)
        for setting in _ALL:
            key = setting.name
            if key in keys and key in values:
                line, _ = self._place((*way, key), True)
                config.origins[key] = f"{self._path}:{line}"
                config.values[key] = self._value(setting, values[key], (*way, key), config)

    def _value(self, setting: Setting, value: object, way: Way, config: Config) -> object:
        """The value of a setting; anything where it is wrong, for then the file is refused."""
        if setting.kind == "organ" and isinstance(value, dict):
            return self.organ(value, way, config.positions)
        if setting.kind in ("choice", "organ"):
            return self.choice(value, way, setting.choices)
        if setting.kind == "levels":
            return self.levels(value, way, config.positions)
        if setting.kind == "flag":
            if not isinstance(value, bool):
                self.refuse(f'"{setting.name}" must be true or false', way)
            return value
        if setting.kind == "versions":
            return self.versions(value, way)
        # Only codes are looked up later, and need their places.
        positions = config.positions if setting.kind == "codes" else {}
        texts = self.texts(value, way, positions)
        if setting.kind == "patterns":
            return self.patterns(texts, way)
        if setting.name == EXTENDS:
            return tuple(texts)
        if setting.kind == "folders":
            base = os.path.dirname(self._path)
            return tuple(os.path.join(base, folder) for folder in texts)
        return frozenset(texts)

    def versions(self, value: object, way: Way) -> dict[str, str]:
        """A pattern of files for each language, as a whole path with slashes."""
        from reslint.settings.version_patterns import fault_of

        found: dict[str, str] = {}
        if not isinstance(value, dict):
            self.refuse(f'"{way[-1]}" must give each language its pattern', way)
            return found
        base = os.path.dirname(os.path.abspath(self._path)).replace(os.sep, "/")
        for language, pattern in value.items():
            fault = fault_of(pattern) if isinstance(pattern, str) else "a pattern is a text"
            if language not in language_codes():
                self.refuse(f'"{language}" is no language that reslint knows', (*way, language))
            elif fault:
                self.refuse(fault, (*way, language))
            else:
                found[str(language)] = f"{base}/{str(pattern).removeprefix('./')}"
        return found

    def patterns(self, texts: list[str], way: Way) -> tuple[Pattern, ...]:
        """Patterns of files with their places."""
        from reslint.settings.override_patterns import Pattern

        if fault := _fault(tuple(texts)):
            self.refuse(f'"{way[-1]}": {fault}', way)
        return tuple(
            Pattern(text, self._path, self._place((*way, number), False)[0])
            for number, text in enumerate(texts)
        )

    def organ(
        self, given: dict[str, object], way: Way, positions: dict[str, Position]
    ) -> Habits | None:
        """The habits of an organ of one's own. `positions` get the place of each silent code."""
        habits = read_organ(given, way, self.refuse_in_organ, taken=ORGANS)
        silent = given.get(SILENT)
        for number, code in enumerate(silent if isinstance(silent, list) else [silent]):
            if habits is not None and isinstance(code, str):
                place = self._place((*way, SILENT, number), False)
                positions.setdefault(severity_of(code), (self._path, *place))
        return habits

    def refuse_in_organ(self, message: str, way: Way) -> None:
        """Report a problem in the organ: an unknown key at the key."""
        self.refuse(message, way, key=message.startswith("unknown key"))

    def overrides(self, given: object) -> list[Override]:
        """The settings for some of the files."""
        key = OVERRIDES
        if not isinstance(given, list):
            self.refuse(f'"{key}" must be a list (- files: […])', (key,))
            return []
        overrides = []
        for number, one in enumerate(given):
            way = (key, number)
            if not isinstance(one, dict) or FILES not in one:
                self.refuse(f'each of "{key}" must name its files (- files: ["fr/*.md"])', way)
                continue
            config = Config(self._path)
            self.fill(config, one, way, _OVERRIDE_KEYS)
            places: dict[str, Position] = {}
            patterns = tuple(self.texts(one[FILES], (*way, FILES), places))
            if patterns_fault := _fault(patterns):
                self.refuse(f'"{FILES}": {patterns_fault}', (*way, FILES))
                continue
            overrides.append(Override(patterns, config, places))
        return overrides

    def texts(self, value: object, way: Way, positions: dict[str, Position]) -> list[str]:
        """A list of texts; one text alone is a list of one. `positions` get the place of each."""
        key = way[-1]
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list):
            self.refuse(f'"{key}" must be a list ([…, …])', way)
            return []
        texts = []
        for number, item in enumerate(value):
            if isinstance(item, str) and item.strip():
                texts.append(item)
                positions.setdefault(item, (self._path, *self._place((*way, number), False)))
            else:
                self.refuse(f'"{key}" must hold nothing but text', (*way, number))
        return texts

    def choice(self, value: object, way: Way, allowed: tuple[str, ...]) -> str | None:
        """One of the texts allowed."""
        if isinstance(value, str) and value in allowed:
            return value
        hint = own_codes.suggestion(value, allowed) if isinstance(value, str) else ""
        self.refuse(f'"{way[-1]}" must be one of {", ".join(allowed)}{hint}', way)
        return None

    def levels(self, given: object, way: Way, positions: dict[str, Position]) -> dict[str, str]:
        """A severity, or `off`, by code. `positions` get the place of each code."""
        key = way[-1]
        if not isinstance(given, dict):
            self.refuse(f'"{key}" must give each code its level (LEAD003: info)', way)
            return {}
        levels = {}
        for code, level in given.items():
            # TOML has true booleans, and `off` is what people write for them.
            level = "off" if level is False else level
            if level in LEVELS:
                levels[code] = level
                place = (self._path, *self._place((*way, code), True))
                positions.setdefault(severity_of(code), place)
            else:
                message = f'"{key}" of {code} must be one of {", ".join(LEVELS)}'
                self.refuse(message, (*way, code))
        return levels


def _fault(patterns: tuple[str, ...]) -> str:
    """The error in patterns of files, "" for none."""
    from reslint.settings.file_patterns import PatternError
    from reslint.settings.override_patterns import check

    try:
        check(patterns)
    except PatternError as error:
        return str(error)
    return ""
