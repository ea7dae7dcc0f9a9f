"""Settings from `reslint.yaml` or `[tool.reslint]` in `pyproject.toml`: found, read, checked.

select: [LEAD, NUM001]          # codes or beginnings of codes; all of the profile if not given
ignore: [FORM009]
severity: {LEAD003: info, NOTE005: off}
language: fr                    # else recognized draft by draft
organ: GA
profile: strict
rules: [house-rules]            # more folders of rules, relative to this file
message_language: fr
"""

from __future__ import annotations

import os

from reslint import tool_codes
from reslint.diagnostics import SEVERITIES, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Any

FILE_NAMES = ("reslint.yaml", "reslint.yml")
PYPROJECT = "pyproject.toml"
KEYS = (
    "select",
    "ignore",
    "severity",
    "language",
    "organ",
    "profile",
    "rules",
    "message_language",
)
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
ORGANS = ("GA", "SC", "ECOSOC", "HRC", "other")
PROFILES = ("standard", "strict")
MESSAGE_LANGUAGES = ("en", "fr")
_MAX_SIZE = 1_000_000  # bytes of a pyproject.toml; strict_yaml has its own limit


class ConfigError(Exception):
    """A settings file that cannot be obeyed; `problems` say what is wrong, each with its place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


class Config:
    """The settings of one file, None where it does not say; `path` is "" for no file at all.

    `select` and `ignore` hold codes or their beginnings, `severities` a severity or `off` by code,
    `rule_folders` paths as they can be opened. `positions` are the line and column of each code.
    """

    __slots__ = (
        "ignore",
        "language",
        "message_language",
        "organ",
        "path",
        "positions",
        "profile",
        "rule_folders",
        "select",
        "severities",
    )

    def __init__(self, path: str = "") -> None:
        self.path = path
        self.select: frozenset[str] | None = None
        self.ignore: frozenset[str] = frozenset()
        self.severities: dict[str, str] = {}
        self.language: str | None = None
        self.organ: str | None = None
        self.profile: str | None = None
        self.rule_folders: tuple[str, ...] = ()
        self.message_language: str | None = None
        self.positions: dict[str, tuple[int, int]] = {}

    def check_codes(self, known: Collection[str]) -> list[Problem]:
        """TOOL002 for every code that is none (`select` and `ignore` may hold beginnings)."""
        problems = []
        for code in sorted((self.select or frozenset()) | self.ignore | self.severities.keys()):
            whole = code in self.severities
            if not is_code(code, known, whole=whole):
                message = tool_codes.unknown_code(code, known)
                place = self.positions.get(code, (0, 0))
                problems.append(Problem(tool_codes.UNKNOWN_CODE, message, self.path, *place))
        return problems


def is_code(code: str, known: Collection[str], *, whole: bool = False) -> bool:
    """Whether `code` is a known code or, unless `whole`, the beginning of one."""
    return code in known or (not whole and any(name.startswith(code) for name in known))


class ConfigFinder:
    """Finds and reads the settings for files; every folder and file is looked at once."""

    def __init__(self) -> None:
        self._folders: dict[str, Config | ConfigError] = {}

    def for_folder(self, folder: str) -> Config:
        """The settings that hold in `folder` ("" for the current one): the nearest file upwards.

        In one folder `reslint.yaml` goes before `reslint.yml`, that before a `pyproject.toml`
        with a table `[tool.reslint]`. Raises ConfigError for a file that is wrong.
        """
        found = self._folders.get(folder)
        if found is None:
            found = self._folders[folder] = self._find(os.path.abspath(folder))
        if isinstance(found, ConfigError):
            raise found
        return found

    def _find(self, folder: str) -> Config | ConfigError:
        passed = []
        found: Config | ConfigError | None = None
        while found is None:
            found = self._folders.get(folder)
            if found is None:
                passed.append(folder)
                try:
                    found = _read_in(folder)
                except ConfigError as error:
                    found = error
            parent = os.path.dirname(folder)
            if parent == folder:
                found = found or Config()
            folder = parent
        self._folders.update(dict.fromkeys(passed, found))
        return found


def read_config(path: str) -> Config:
    """The settings in the file `path` (YAML, or TOML by its name).

    Raises ConfigError, also for a TOML file without `[tool.reslint]` that is no settings file.
    """
    if path.endswith(".toml"):
        config = _read_toml(path)
        if config is None:
            raise ConfigError([_problem("the file has no table [tool.reslint]", path)])
        return config
    return _read_yaml(path)


def _read_in(folder: str) -> Config | None:
    """The settings file in one folder, None if there is none."""
    for name in FILE_NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return _read_yaml(_shown(path))
    path = os.path.join(folder, PYPROJECT)
    return _read_toml(_shown(path)) if os.path.isfile(path) else None


def _shown(path: str) -> str:
    """The path as a person would write it: from the current folder if it lies there."""
    here = os.path.join(os.getcwd(), "")
    return path.removeprefix(here)


def _read_yaml(path: str) -> Config:
    from reslint.data.strict_yaml import YamlFileError, read_file

    try:
        document = read_file(path)
    except YamlFileError as error:
        raise ConfigError([_problem(error.message, path, error.line, error.column)]) from None
    problems = [
        _problem(fault.message, path, fault.line, fault.column) for fault in document.faults
    ]

    def place(way: tuple[str | int, ...], key: bool) -> tuple[int, int]:
        return document.position(way, key=key)

    return _read_values(document.value, path, place, problems)


def _read_toml(path: str) -> Config | None:
    """The table `[tool.reslint]`, None if there is none."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(_MAX_SIZE)
    except OSError as error:
        raise ConfigError([_problem(f"cannot be read ({error.strerror})", path)]) from None
    # Nearly every pyproject.toml a drafter's tree holds is somebody else's: not worth a parser.
    if b"tool.reslint" not in data and (b"[tool]" not in data or b"reslint" not in data):
        return None
    import tomllib

    from reslint.source import Source

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

    def place(way: tuple[str | int, ...], key: bool) -> tuple[int, int]:
        # tomllib keeps no places: the first time the word stands in or after our table is close.
        table_at = max(0, text.find("tool.reslint"))
        word = next((step for step in reversed(way) if isinstance(step, str)), "tool.reslint")
        at = text.find(word, table_at)
        return source.position(at if at >= 0 else table_at)

    return _read_values(table, path, place, [])


def _problem(message: str, path: str, line: int = 0, column: int = 0) -> Problem:
    return Problem(tool_codes.INVALID_SETTING, message, path, line, column)


def _read_values(
    values: object,
    path: str,
    place: Callable[[tuple[str | int, ...], bool], tuple[int, int]],
    problems: list[Problem],
) -> Config:
    """The settings in `values`; raises ConfigError with everything that is wrong with them."""
    reader = _Values(path, place, problems)
    config = Config(path)
    if not isinstance(values, dict):
        reader.refuse("the settings must be keys with values (select: …)", ())
        raise ConfigError(problems)
    for key in values:
        if key not in KEYS:
            hint = tool_codes.suggestion(key, KEYS) or f" (known: {', '.join(KEYS)})"
            reader.refuse(f'unknown key "{key}"{hint}', (key,), key=True)
    if "select" in values:
        config.select = frozenset(reader.texts(values, "select", config.positions))
    config.ignore = frozenset(reader.texts(values, "ignore", config.positions))
    config.severities = reader.severities(values, config.positions)
    config.language = reader.choice(values, "language", LANGUAGES)
    config.organ = reader.choice(values, "organ", ORGANS)
    config.profile = reader.choice(values, "profile", PROFILES)
    config.message_language = reader.choice(values, "message_language", MESSAGE_LANGUAGES)
    base = os.path.dirname(path)
    config.rule_folders = tuple(
        os.path.join(base, folder) for folder in reader.texts(values, "rules", {})
    )
    if problems:
        raise ConfigError(problems)
    return config


class _Values:
    """Takes values of the right type out of a mapping and writes down what is wrong."""

    def __init__(
        self,
        path: str,
        place: Callable[[tuple[str | int, ...], bool], tuple[int, int]],
        problems: list[Problem],
    ) -> None:
        self._path = path
        self._place = place
        self._problems = problems

    def refuse(self, message: str, way: tuple[str | int, ...], *, key: bool = False) -> None:
        self._problems.append(_problem(message, self._path, *self._place(way, key)))

    def texts(
        self, values: dict[str, Any], key: str, positions: dict[str, tuple[int, int]]
    ) -> list[str]:
        """A list of texts; one text alone is a list of one. `positions` get the place of each."""
        value = values.get(key, [])
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list):
            self.refuse(f'"{key}" must be a list ([…, …])', (key,))
            return []
        texts = []
        for number, item in enumerate(value):
            if isinstance(item, str) and item.strip():
                texts.append(item)
                positions.setdefault(item, self._place((key, number), False))
            else:
                self.refuse(f'"{key}" must hold nothing but text', (key, number))
        return texts

    def choice(self, values: dict[str, Any], key: str, allowed: tuple[str, ...]) -> str | None:
        """One of the texts allowed."""
        if key not in values:
            return None
        value = values[key]
        if isinstance(value, str) and value in allowed:
            return value
        hint = tool_codes.suggestion(value, allowed) if isinstance(value, str) else ""
        self.refuse(f'"{key}" must be one of {", ".join(allowed)}{hint}', (key,))
        return None

    def severities(
        self, values: dict[str, Any], positions: dict[str, tuple[int, int]]
    ) -> dict[str, str]:
        """The severity of each code."""
        key = "severity"
        given = values.get(key, {})
        if not isinstance(given, dict):
            self.refuse(f'"{key}" must give each code its level (LEAD003: info)', (key,))
            return {}
        allowed = (*SEVERITIES, "off")
        severities = {}
        for code, level in given.items():
            # TOML has true booleans, and `off` is what people write for them.
            level = "off" if level is False else level
            if level in allowed:
                severities[code] = level
                positions.setdefault(code, self._place((key, code), True))
            else:
                message = f'"{key}" of {code} must be one of {", ".join(allowed)}'
                self.refuse(message, (key, code))
        return severities
