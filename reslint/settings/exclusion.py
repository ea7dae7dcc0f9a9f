"""What `exclude` names: files and folders that are not checked, and the patterns that name none."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reslint.settings.config import Config
    from reslint.settings.file_patterns import FilePatterns
    from reslint.settings.override_patterns import Pattern


class Exclusion:
    """Tells which files and folders of a run are excluded.

    `config_for` gives the settings file that holds in a folder; `given` are the patterns of the
    command line, which count from the current folder and, without a slash, hold in any. With
    `force` files and folders that are named are excluded, too.
    """

    def __init__(
        self,
        config_for: Callable[[str], Config | None],
        given: Sequence[str] = (),
        *,
        force: bool = False,
    ) -> None:
        self._config_for = config_for
        self._force = force
        self._given = _patterns(given) if given else ()
        self._compiled: dict[str, _Compiled] = {}

    def holds(self, path: str, *, folder: bool) -> bool:
        """Tell whether a file or a folder is excluded. Raises PatternError for a wrong pattern."""
        config = self._config_for(path if folder else os.path.dirname(path))
        patterns: tuple[Pattern, ...] = () if config is None else config.values.get("exclude", ())
        if not patterns and not self._given:
            return False
        key = "" if config is None else config.path
        compiled = self._compiled.get(key)
        if compiled is None:
            named = config is not None and config.named
            compiled = _Compiled((*patterns, *self._given), key, named=named)
            self._compiled[key] = compiled
        return compiled.holds(path, folder=folder)

    def holds_for_named(self, path: str, *, folder: bool) -> bool:
        """Tell whether a file or folder is excluded although it is named."""
        if not self.holds(path, folder=folder):
            return False
        config = self._config_for(path if folder else os.path.dirname(path))
        return self._force or (config is not None and bool(config.values.get("force_exclude")))

    def unused(self) -> Iterator[Pattern]:
        """Yield the patterns that named nothing so far."""
        used = {id(one) for compiled in self._compiled.values() for one in compiled.used}
        seen: set[int] = set()
        for compiled in self._compiled.values():
            for pattern in compiled.patterns:
                if id(pattern) not in used | seen and not pattern.text.startswith("!"):
                    seen.add(id(pattern))
                    yield pattern


def _patterns(given: Sequence[str]) -> tuple[Pattern, ...]:
    # Most runs exclude nothing: they import no patterns.
    from reslint.settings.override_patterns import Pattern

    return tuple(Pattern(text) for text in given)


class _Compiled:
    """The patterns that hold in a folder; `used` are those that named something."""

    __slots__ = ("_all", "_each", "patterns", "used")

    def __init__(self, patterns: tuple[Pattern, ...], config_path: str, *, named: bool) -> None:
        from reslint.settings.override_patterns import lines_of, reach_of

        self.patterns = patterns
        self.used: list[Pattern] = []
        lines = [
            lines_of(one.text, *reach_of(one.path, config_path, named=named)) for one in patterns
        ]
        self._all = _file_patterns([line for each in lines for line in each])
        self._each = [
            (pattern, _file_patterns(each)) for pattern, each in zip(patterns, lines, strict=True)
        ]

    def holds(self, path: str, *, folder: bool) -> bool:
        from reslint.settings.override_patterns import absolute

        place = absolute(path)
        if self._all.verdict(place, folder=folder) is not True:
            return False
        for entry in self._each[:]:
            if entry[1].verdict(place, folder=folder):
                self.used.append(entry[0])
                self._each.remove(entry)
        return True


def _file_patterns(lines: list[str]) -> FilePatterns:
    from reslint.settings.file_patterns import FilePatterns

    return FilePatterns(lines)
