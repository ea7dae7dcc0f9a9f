"""Find the settings file that holds for a folder: the nearest one upwards."""

from __future__ import annotations

import os

from reslint.rulebook import own_codes
from reslint.settings.config import FILE_NAMES, PYPROJECT, Config, ConfigError
from reslint.text.diagnostics import Problem


class ConfigFinder:
    """Finds and reads settings files; looks at every folder and file only once."""

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
    """The settings in the file `path` (YAML, or TOML by its name), which somebody named.

    Raises ConfigError, also for a TOML file without `[tool.reslint]` that is no settings file.
    """
    from reslint.settings import reading

    if path.endswith(".toml"):
        config = reading.read_toml(path)
        if config is None:
            message = "the file has no table [tool.reslint]"
            raise ConfigError([Problem(own_codes.INVALID_SETTING, message, path)])
    else:
        config = reading.read_yaml(path)
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
