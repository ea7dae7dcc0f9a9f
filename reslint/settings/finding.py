"""Find the settings file that holds for a folder: the nearest one upwards."""

from __future__ import annotations

import os

from reslint.data import paths
from reslint.settings.config import FILE_NAMES, PYPROJECT, Config, ConfigError

NO_USER_SETTINGS = "RESLINT_NO_USER_SETTINGS"
"""The environment variable that, as 1, leaves out the user's own settings file."""


class ConfigFinder:
    """Finds and reads settings files; looks at every folder and file only once.

    Where no folder has one, the user's own holds.
    """

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
                found = found or self._own()
            folder = parent
        self._folders.update(dict.fromkeys(passed, found))
        return found

    def _own(self) -> Config | ConfigError:
        """The user's own settings file, or no settings."""
        path = user_settings()
        if not path or not os.path.isfile(path):
            return Config()
        try:
            config = read_config(path)
        except ConfigError as error:
            return error
        config.user = True
        return config


def user_settings() -> str:
    """The path of the user's own settings file (it need not exist), "" where none is used."""
    if os.environ.get(NO_USER_SETTINGS, "") not in ("", "0"):
        return ""
    folder = paths.settings_folder()
    return os.path.join(folder, FILE_NAMES[0]) if folder else ""


def read_config(path: str) -> Config:
    """The settings in the file `path` (YAML, or TOML by its name), which somebody named.

    Raises ConfigError, also for a TOML file without `[tool.reslint]` that is no settings file.
    """
    from reslint.settings.reading import read_named

    config = read_named(path)
    config.named = True
    return config


def _read_in(folder: str) -> Config | None:
    """The settings file in one folder, None if there is none."""
    for name in (*FILE_NAMES, PYPROJECT):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            from reslint.settings import reading

            if name != PYPROJECT:
                return reading.read_yaml(_shown(path))
            return reading.read_toml(_shown(path))
    return None


def _shown(path: str) -> str:
    """The path as a person would write it: from the current folder if it lies there."""
    here = os.path.join(os.getcwd(), "")
    return path.removeprefix(here)
