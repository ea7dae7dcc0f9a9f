"""A settings file (`reslint.yaml`, or `[tool.reslint]` in `pyproject.toml`) once it is read.

extends: ../house.yaml          # other settings files, weaker than this one
select: [LEAD, NUM001]          # codes or beginnings of codes; all of the profile if not given
ignore: [FORM009]
severity: {LEAD003: info, NOTE005: off}
language: fr                    # else recognized draft by draft
organ: GA                       # or the habits of an organ of one's own (docs/organs.md)
profile: strict
rules: [house-rules]            # more folders of rules, relative to this file
message_language: fr
vocabulary: [e-participation]   # words and names of the house: never reported as wrong
exclude: [archive/]             # files and folders that are not checked
fail_on: error                  # the lowest severity that makes the exit code 1
overrides:                      # other values for some of the files, named as in .gitignore
  - files: ["fr/*.md"]
    language: fr
"""

from __future__ import annotations

from reslint.language.habits import Habits
from reslint.rulebook import own_codes
from reslint.settings.table import BY_NAME, combined
from reslint.text.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from reslint.settings.file_patterns import FilePatterns
    from reslint.settings.override_patterns import Pattern
    from reslint.settings.table import Values

    Position = tuple[str, int, int]


FILE_NAMES = ("reslint.yaml", "reslint.yml")
PYPROJECT = "pyproject.toml"
OVERRIDES = "overrides"
"""The key of the settings for some of the files."""


class ConfigError(Exception):
    """A settings file that cannot be used; `problems` say what is wrong, each with its place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


class Config:
    """The settings of one file.

    path        of the file, "" for no file at all
    named       the file was named (`--config`), not found in a folder of the drafts or above
    user        it is the user's own, which holds where no other file does
    values      what it sets, by the names of the settings: a text, a frozenset of texts, for
                `severity` a severity or `off` by code, for `rules` paths that can be opened,
                for `exclude` patterns with their places
    origins     file and line (`reslint.yaml:3`) of each setting
    positions   file, line and column of each code (see `severity_of`)
    overrides   the settings for some of the files
    """

    __slots__ = ("named", "origins", "overrides", "path", "positions", "user", "values")

    def __init__(self, path: str = "") -> None:
        self.path = path
        self.named = self.user = False
        self.values: Values = {}
        self.origins: dict[str, str] = {}
        self.positions: dict[str, Position] = {}
        self.overrides: tuple[Override, ...] = ()

    @property
    def language(self) -> str | None:
        """The language of the drafts, None to recognize it."""
        language: str | None = self.values.get("language")
        return language

    @property
    def rule_folders(self) -> tuple[str, ...]:
        """The folders of house rules."""
        folders: tuple[str, ...] = self.values.get("rules", ())
        return folders

    @property
    def registries(self) -> tuple[str, ...]:
        """The files of resolutions that may be cited, besides those that reslint knows."""
        files: tuple[str, ...] = self.values.get("registry", ())
        return files

    def overrides_for(self, path: str) -> tuple[int, ...]:
        """The indices of the overrides that hold for the file at `path`."""
        if not self.overrides:
            return ()
        from reslint.settings.override_patterns import reach_of

        return tuple(
            number
            for number, one in enumerate(self.overrides)
            if one.holds_for(path, *reach_of(one.config.path, self.path, named=self.named))
        )

    def unused_patterns(self) -> Iterator[Pattern]:
        """The patterns of overrides that named no file so far."""
        from reslint.settings.override_patterns import Pattern

        for one in self.overrides:
            for pattern in one.unused:
                path, line, _ = one.places.get(pattern, (one.config.path, 0, 0))
                yield Pattern(pattern, path, line)

    def extended_by(self, weaker: Iterable[Config]) -> None:
        """Put these settings on top of those of other files, the weakest first."""
        from reslint.settings.table import EXTENDS

        below = list(weaker)
        own, origins, positions = self.values, self.origins, self.positions
        self.values = combined(
            [
                *({key: one.values[key] for key in one.values if key != EXTENDS} for one in below),
                own,
            ]
        )
        self.origins, self.positions = {}, {}
        for values, places, codes in (
            *((one.values, one.origins, one.positions) for one in below),
            (own, origins, positions),
        ):
            self.positions |= codes
            for key in values:
                self.origins[key] = _joined(key, self.origins.get(key), places[key])
        self.overrides = (*(each for one in below for each in one.overrides), *self.overrides)

    def with_overrides(self, indices: tuple[int, ...]) -> Config:
        """These settings with some of the overrides on top, the later ones stronger."""
        if not indices:
            return self
        merged = Config(self.path)
        merged.named = self.named
        merged.user = self.user
        merged.overrides = self.overrides
        above = [self.overrides[index].config for index in indices]
        merged.values = combined([self.values, *(one.values for one in above)])
        merged.origins = dict(self.origins)
        merged.positions = dict(self.positions)
        for one in above:
            merged.positions = one.positions | merged.positions
            for key, origin in one.origins.items():
                merged.origins[key] = _joined(key, merged.origins.get(key), origin)
        return merged

    def check_codes(self, known: Collection[str]) -> list[Problem]:
        """TOOL002 for every code that no rule has (`select` and `ignore` may hold beginnings)."""
        some: set[str] = set()
        whole: set[str] = set()
        for name, value in self.values.items():
            kind = BY_NAME[name].kind
            if kind == "codes":
                some |= value
            elif kind == "levels":
                whole |= value.keys()
            elif isinstance(value, Habits):
                whole |= value.silent
        problems = []
        unknown = [
            code for code in sorted(some | whole) if not is_code(code, known, whole=code in whole)
        ]
        for number, code in enumerate(unknown):
            key = severity_of(code) if code in whole else code
            place = self.positions.get(key, (self.path, 0, 0))
            if number == own_codes.MOST_UNKNOWN:
                message = f"{len(unknown) - number:,} more codes are unknown."
                problems.append(Problem(own_codes.UNKNOWN_CODE, message, *place))
                break
            possible = known if code in whole else with_families(known)
            message = own_codes.unknown_code(code, possible)
            problems.append(Problem(own_codes.UNKNOWN_CODE, message, *place))
        return problems


def _joined(key: str, weaker: str | None, stronger: str) -> str:
    """The origin of a setting that two layers set: both where their values are joined."""
    setting = BY_NAME[key]
    both = weaker and (setting.adds or setting.kind == "levels")
    return f"{weaker}, {stronger}" if both else stronger


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
    """Settings for the files that some patterns name (see `override_patterns`).

    `places` are file, line and column of each pattern, `unused` those that named no file so far.
    """

    __slots__ = ("_compiled", "_each", "config", "patterns", "places", "unused")

    def __init__(
        self,
        patterns: tuple[str, ...],
        config: Config,
        places: dict[str, Position] | None = None,
    ) -> None:
        self.patterns = patterns
        self.config = config
        self.places = places or {}
        self.unused = [one for one in patterns if not one.startswith("!")]
        self._compiled: tuple[tuple[str, ...], FilePatterns] | None = None
        self._each: dict[str, FilePatterns] = {}

    def holds_for(self, path: str, bases: tuple[str, ...], anywhere: bool) -> bool:
        """Whether a file is among those named.

        `bases` are the absolute folders from which patterns count.
        """
        from reslint.settings.override_patterns import absolute, compiled

        if self._compiled is None or self._compiled[0] != bases:
            self._compiled = bases, compiled(self.patterns, bases, anywhere=anywhere)
            self._each = {one: compiled([one], bases, anywhere=anywhere) for one in self.unused}
        place = absolute(path)
        for pattern in self.unused[:]:
            if self._each[pattern].verdict(place):
                self.unused.remove(pattern)
        return self._compiled[1].verdict(place) is True
