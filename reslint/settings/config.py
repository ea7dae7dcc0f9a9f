"""Settings from `reslint.yaml` or `[tool.reslint]` in `pyproject.toml`: found, read, checked.

select: [LEAD, NUM001]          # codes or beginnings of codes; all of the profile if not given
ignore: [FORM009]
severity: {LEAD003: info, NOTE005: off}
language: fr                    # else recognized draft by draft
organ: GA
profile: strict
rules: [house-rules]            # more folders of rules, relative to this file
message_language: fr
vocabulary: [e-participation]   # words and names of the house: never reported as wrong
overrides:                      # other values for some of the files, named as in .gitignore
  - files: ["fr/*.md"]
    language: fr
"""

from __future__ import annotations

import os

from reslint.rules import own_codes
from reslint.text.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from pathspec import GitIgnoreSpec


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
    "vocabulary",
    "overrides",
)
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
ORGANS = ("GA", "SC", "ECOSOC", "HRC", "other")
PROFILES = ("standard", "strict")
MESSAGE_LANGUAGES = ("en", "fr")


class ConfigError(Exception):
    """A settings file that cannot be obeyed; `problems` say what is wrong, each with its place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


class Config:
    """The settings of one file, None where it does not say; `path` is "" for no file at all.

    `select` and `ignore` hold codes or their beginnings, `severities` a severity or `off` by code,
    `rule_folders` paths as they can be opened. `positions` are the line and column of each code,
    `origins` the file and line (`reslint.yaml:3`) of each setting by its key.
    """

    __slots__ = (
        "ignore",
        "language",
        "message_language",
        "organ",
        "origins",
        "overrides",
        "path",
        "positions",
        "profile",
        "rule_folders",
        "select",
        "severities",
        "vocabulary",
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
        self.vocabulary: frozenset[str] = frozenset()
        self.positions: dict[str, tuple[int, int]] = {}
        self.origins: dict[str, str] = {}
        self.overrides: tuple[Override, ...] = ()

    def overrides_for(self, path: str) -> tuple[int, ...]:
        """The indices of the overrides that hold for the file at `path`."""
        base = os.path.dirname(os.path.abspath(self.path))
        relative = os.path.relpath(os.path.abspath(path), base).replace(os.sep, "/")
        return tuple(number for number, one in enumerate(self.overrides) if one.holds_for(relative))

    def with_overrides(self, indices: tuple[int, ...]) -> Config:
        """These settings with some of the overrides upon them; what is ignored adds up."""
        if not indices:
            return self
        merged = Config(self.path)
        for slot in self.__slots__:
            setattr(merged, slot, getattr(self, slot))
        merged.origins = dict(self.origins)
        for index in indices:
            over = self.overrides[index].config
            for slot in ("select", "language", "organ", "profile", "message_language"):
                if getattr(over, slot) is not None:
                    setattr(merged, slot, getattr(over, slot))
            merged.ignore |= over.ignore
            merged.vocabulary |= over.vocabulary
            merged.severities = merged.severities | over.severities
            merged.positions = over.positions | merged.positions
            for key, origin in over.origins.items():
                added = key in ("ignore", "severity", "vocabulary") and key in merged.origins
                merged.origins[key] = f"{merged.origins[key]}, {origin}" if added else origin
        return merged

    def check_codes(self, known: Collection[str]) -> list[Problem]:
        """TOOL002 for every code that is none (`select` and `ignore` may hold beginnings)."""
        problems = []
        for code in sorted((self.select or frozenset()) | self.ignore | self.severities.keys()):
            whole = code in self.severities
            if not is_code(code, known, whole=whole):
                message = own_codes.unknown_code(code, known if whole else with_families(known))
                place = self.positions.get(severity_of(code) if whole else code, (0, 0))
                problems.append(Problem(own_codes.UNKNOWN_CODE, message, self.path, *place))
        return problems


def is_code(code: str, known: Collection[str], *, whole: bool = False) -> bool:
    """Whether `code` is a known code or, unless `whole`, the beginning of one."""
    return code in known or (not whole and any(name.startswith(code) for name in known))


def severity_of(code: str) -> str:
    """The key of `positions` for the severity of a code, which `select` may name as well."""
    return f"severity of {code}"


def with_families(known: Collection[str]) -> set[str]:
    """The codes with the letters that they begin with: LEAD beside LEAD001."""
    return {*known, *(code.rstrip("0123456789") for code in known)}


class Override:
    """Settings for the files that some patterns name (relative to the settings file)."""

    __slots__ = ("_spec", "config", "patterns")

    def __init__(self, patterns: tuple[str, ...], config: Config) -> None:
        self.patterns = patterns
        self.config = config
        self._spec: GitIgnoreSpec | None = None

    def holds_for(self, relative: str) -> bool:
        """Whether a path (with slashes, from the folder of the settings file) is among them."""
        if relative.startswith("../"):
            return False
        if self._spec is None:
            from pathspec import GitIgnoreSpec

            self._spec = GitIgnoreSpec.from_lines(self.patterns)
        return self._spec.match_file(relative)
