"""A YAML file as plain values, with the place of every value and of what was refused."""

from __future__ import annotations

from typing import Any, NamedTuple

from reslint.source import Source

Path = tuple[str | int, ...]
"""The way to a value: keys and 0-based positions in lists."""


class YamlFileError(ValueError):
    """The file as a whole cannot be read. `line` and `column` are 1-based, 0 without a place."""

    def __init__(self, message: str, path: str, line: int = 0, column: int = 0) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}" if line else f"{path}: {message}")
        self.message = message
        self.path = path
        self.line = line
        self.column = column


class Fault(NamedTuple):
    """Something refused inside a file that could be read on: the value is left out."""

    path: Path
    message: str
    line: int
    column: int


class Node:
    """A value and its place: `start` its offset, `keys` the offsets of a mapping's keys."""

    __slots__ = ("children", "end", "keys", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.keys: dict[str | int, int] = {}
        self.children: dict[str | int, Node] = {}


class Document:
    """A YAML file as plain values, with places and with what was refused."""

    def __init__(self, source: Source, value: object, root: Node, faults: list[Fault]) -> None:
        self.source = source
        self.path = source.path
        self.value: Any = value
        self.faults = faults
        self._root = root

    def position(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column (1-based) of the value at `path`, or of its key.

        Where the path leads to nothing, the place of the last thing on the way.
        """
        node = self._root
        offset = node.start
        for step in path:
            child = node.children.get(step)
            if child is None:
                break
            offset = node.keys.get(step, child.start)
            node = child
        return self.source.position(offset if key else node.start)

    def written(self, path: Path) -> str:
        """The value at `path` as it stands in the file (meant for scalars)."""
        node = self._root
        for step in path:
            node = node.children[step]
        return self.source.text[node.start : node.end].strip()
