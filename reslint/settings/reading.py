"""The values of a settings file, checked one by one; whatever is wrong is said with its place."""

from __future__ import annotations

import os

from reslint.rules import own_codes
from reslint.settings.config import (
    KEYS,
    LANGUAGES,
    MESSAGE_LANGUAGES,
    ORGANS,
    PROFILES,
    Config,
    ConfigError,
    Override,
    severity_of,
)
from reslint.text.diagnostics import SEVERITIES, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Way = tuple[str | int, ...]


_OVERRIDE_KEYS = ("files", *(key for key in KEYS if key not in ("overrides", "rules")))
EMPTY = "the file is empty"
"""What the reader of YAML says of a file without values."""
_MAX_SIZE = 1_000_000  # bytes of a pyproject.toml; strict_yaml has its own limit


def read_yaml(path: str) -> Config:
    """The settings in a YAML file. Raises ConfigError."""
    from reslint.data.yaml_reader import YamlFileError, read_file

    try:
        document = read_file(path)
    except YamlFileError as error:
        if error.message == EMPTY:
            # Nothing but comments, as `reslint init` writes it: a file that stops the search.
            return Config(path)
        raise ConfigError([_problem(error.message, path, error.line, error.column)]) from None
    problems = [
        _problem(fault.message, path, fault.line, fault.column) for fault in document.faults
    ]

    def place(way: Way, key: bool) -> tuple[int, int]:
        return document.position(way, key=key)

    return _read_values(document.value, path, place, problems)


def read_toml(path: str) -> Config | None:
    """The settings in the table `[tool.reslint]`, None if there is none. Raises ConfigError."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(_MAX_SIZE)
    except OSError as error:
        raise ConfigError([_problem(f"cannot be read ({error.strerror})", path)]) from None
    # Nearly every pyproject.toml a drafter's tree holds is somebody else's: not worth a parser.
    if b"tool.reslint" not in data and (b"[tool]" not in data or b"reslint" not in data):
        return None
    import tomllib

    from reslint.text.source import Source

    text = data.decode("utf-8", "replace")
    try:
        table = tomllib.loads(text).get("tool", {}).get("reslint")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError([_problem(f"broken TOML: {error}", path)]) from None
    except AttributeError:
        return None
    if table is None:
        return None
    source = Source(text)

    def place(way: Way, key: bool) -> tuple[int, int]:
        # tomllib keeps no places: the first time the word stands in or after our table is close.
        table_at = max(0, text.find("tool.reslint"))
        word = next((step for step in reversed(way) if isinstance(step, str)), "tool.reslint")
        at = text.find(word, table_at)
        return source.position(at if at >= 0 else table_at)

    return _read_values(table, path, place, [])


def _problem(message: str, path: str, line: int = 0, column: int = 0) -> Problem:
    return Problem(own_codes.INVALID_SETTING, message, path, line, column)


def _read_values(
    values: object,
    path: str,
    place: Callable[[Way, bool], tuple[int, int]],
    problems: list[Problem],
) -> Config:
    """The settings in `values`; raises ConfigError with everything that is wrong with them."""
    reader = _Values(path, place, problems)
    config = Config(path)
    if not isinstance(values, dict):
        reader.refuse("the settings must be keys with values (select: …)", ())
        raise ConfigError(problems)
    reader.fill(config, values, (), KEYS)
    base = os.path.dirname(path)
    config.rule_folders = tuple(
        os.path.join(base, folder) for folder in reader.texts(values, ("rules",), {})
    )
    config.overrides = tuple(reader.overrides(values))
    if problems:
        raise ConfigError(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    return config


class _Values:
    """Takes values of the right type out of a mapping and writes down what is wrong."""

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
        self._problems.append(_problem(message, self._path, *self._place(way, key)))

    def fill(self, config: Config, values: dict[str, Any], way: Way, keys: tuple[str, ...]) -> None:
        """Take what `values` say into `config`; `way` leads to them, `keys` may be there."""
        for key in values:
            if key not in keys:
                hint = own_codes.suggestion(key, keys) or f" (known: {', '.join(keys)})"
                self.refuse(f'unknown key "{key}"{hint}', (*way, key), key=True)
            line, _ = self._place((*way, key), True)
            config.origins[key] = f"{self._path}:{line}"
        if "select" in values:
            config.select = frozenset(self.texts(values, (*way, "select"), config.positions))
        config.ignore = frozenset(self.texts(values, (*way, "ignore"), config.positions))
        config.vocabulary = frozenset(self.texts(values, (*way, "vocabulary"), {}))
        config.severities = self.severities(values, way, config.positions)
        config.language = self.choice(values, (*way, "language"), LANGUAGES)
        config.organ = self.choice(values, (*way, "organ"), ORGANS)
        config.profile = self.choice(values, (*way, "profile"), PROFILES)
        config.message_language = self.choice(values, (*way, "message_language"), MESSAGE_LANGUAGES)

    def overrides(self, values: dict[str, Any]) -> list[Override]:
        """The settings for some of the files."""
        key = "overrides"
        given = values.get(key, [])
        if not isinstance(given, list):
            self.refuse(f'"{key}" must be a list (- files: […])', (key,))
            return []
        overrides = []
        for number, one in enumerate(given):
            way = (key, number)
            if not isinstance(one, dict) or "files" not in one:
                self.refuse(f'each of "{key}" must name its files (- files: ["fr/*.md"])', way)
                continue
            config = Config(self._path)
            self.fill(config, one, way, _OVERRIDE_KEYS)
            config.origins.pop("files", None)
            patterns = tuple(self.texts(one, (*way, "files"), {}))
            if patterns_fault := _fault(patterns):
                self.refuse(f'"files": {patterns_fault}', (*way, "files"))
                continue
            overrides.append(Override(patterns, config))
        return overrides

    def texts(
        self, values: dict[str, Any], way: Way, positions: dict[str, tuple[int, int]]
    ) -> list[str]:
        """A list of texts; one text alone is a list of one. `positions` get the place of each."""
        key = str(way[-1])
        value = values.get(key, [])
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list):
            self.refuse(f'"{key}" must be a list ([…, …])', way)
            return []
        texts = []
        for number, item in enumerate(value):
            if isinstance(item, str) and item.strip():
                texts.append(item)
                positions.setdefault(item, self._place((*way, number), False))
            else:
                self.refuse(f'"{key}" must hold nothing but text', (*way, number))
        return texts

    def choice(self, values: dict[str, Any], way: Way, allowed: tuple[str, ...]) -> str | None:
        """One of the texts allowed."""
        key = str(way[-1])
        if key not in values:
            return None
        value = values[key]
        if isinstance(value, str) and value in allowed:
            return value
        hint = own_codes.suggestion(value, allowed) if isinstance(value, str) else ""
        self.refuse(f'"{key}" must be one of {", ".join(allowed)}{hint}', way)
        return None

    def severities(
        self, values: dict[str, Any], way: Way, positions: dict[str, tuple[int, int]]
    ) -> dict[str, str]:
        """The severity of each code."""
        key = "severity"
        given = values.get(key, {})
        if not isinstance(given, dict):
            self.refuse(f'"{key}" must give each code its level (LEAD003: info)', (*way, key))
            return {}
        allowed = (*SEVERITIES, "off")
        severities = {}
        for code, level in given.items():
            # TOML has true booleans, and `off` is what people write for them.
            level = "off" if level is False else level
            if level in allowed:
                severities[code] = level
                positions.setdefault(severity_of(code), self._place((*way, key, code), True))
            else:
                message = f'"{key}" of {code} must be one of {", ".join(allowed)}'
                self.refuse(message, (*way, key, code))
        return severities


def _fault(patterns: tuple[str, ...]) -> str:
    """What is wrong with patterns of files, "" for nothing."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        return str(error)
    return ""
