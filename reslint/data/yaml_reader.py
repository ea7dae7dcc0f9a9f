"""Strict reading of one YAML file, with the place of every value.

Rule files are untrusted input, and their authors need not program. So the file is read from
libyaml's events, never by constructing objects: no aliases (a short file can stand for 10^9
values), no tags, no merge keys, no duplicate keys, keys are text, nesting and size have limits.
Plain scalars are `true`, `false`, `null`, numbers as JSON writes them, and else text: `no`, `on`
and `2020-01-01` are the text as written. Where a number stands and text is wanted, `written` gives
the text as it stands in the file (`1.10`). The module is long: reading events, their places and
the limits are one subject.
"""

from __future__ import annotations

import os
import stat
from typing import Any, NamedTuple

import yaml

from reslint.data.patterns import expression
from reslint.data.yaml_hints import cause
from reslint.text.source import Source, UnreadableText, decode

Path = tuple[str | int, ...]
"""The way to a value: keys and 0-based positions in lists."""
MAX_SIZE = 1_000_000
"""Bytes a rule file may have."""
MAX_VALUES = 50_000
"""Values (texts, numbers, lists …) a rule file may have: checking each takes microseconds."""
MAX_DEPTH = 30
"""Levels of lists and mappings inside each other."""
_INTEGER = expression(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = expression(r"-?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
# What YAML 1.2 does not allow in a file; NUL is found on decoding.
_UNPRINTABLE = expression("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlFileError(ValueError):
    """A file that cannot be read at all. `line` and `column` are 1-based, 0 without a place."""

    def __init__(self, message: str, path: str, line: int = 0, column: int = 0) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}" if line else f"{path}: {message}")
        self.message = message
        self.path = path
        self.line = line
        self.column = column


class Fault(NamedTuple):
    """An error inside a file that does not stop the reading: the value is left out."""

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
    """A YAML file as plain values, with their places and with the errors in it."""

    def __init__(self, source: Source, value: object, root: Node, faults: list[Fault]) -> None:
        self.source = source
        self.path = source.path
        self.value: Any = value
        self.faults = faults
        self._root = root

    def position(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column (1-based) of the value at `path`, or of its key.

        If the path leads to nothing, the place of the last value on the way.
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


def read_file(
    path: str,
    *,
    max_size: int = MAX_SIZE,
    max_values: int = MAX_VALUES,
    whole_number_keys: bool = False,
) -> Document:
    """Read a YAML file. With `whole_number_keys`, a mapping's key may be a whole number.

    Raises YamlFileError for a file that cannot be read at all: missing, too large (`max_size`
    bytes), no UTF-8, broken syntax, too deep, too many values, empty, several documents.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            # Opening a pipe waits for its writer; a device may never end.
            raise YamlFileError("is no regular file", path)
        with open(path, "rb") as stream:
            data = stream.read(max_size + 1)
    except OSError as error:
        raise YamlFileError(f"cannot be read ({error.strerror})", path) from None
    if len(data) > max_size:
        raise YamlFileError(f"the file is larger than {max_size:,} bytes", path)
    return read_bytes(data, path, max_values=max_values, whole_number_keys=whole_number_keys)


def read_bytes(
    data: bytes, path: str, *, max_values: int = MAX_VALUES, whole_number_keys: bool = False
) -> Document:
    """Read the bytes of a YAML file; `path` is for messages. Raises as `read_file` does."""
    try:
        source = decode(data, path)
    except UnreadableText as error:
        raise YamlFileError(str(error), path, error.line, error.column) from None
    bad = _UNPRINTABLE.search(source.text)
    if bad:
        raise YamlFileError(
            f"the control character U+{ord(bad[0]):04X} cannot stand in a YAML file",
            path,
            *source.position(bad.start()),
        )
    return _Reader(source, max_values, whole_number_keys).read()


def read_strictly(path: str, *, max_size: int = MAX_SIZE, max_values: int = MAX_VALUES) -> Document:
    """Read a YAML file that ships with reslint (keys may be whole numbers).

    Raises YamlFileError for the first error in it.
    """
    document = read_file(path, max_size=max_size, max_values=max_values, whole_number_keys=True)
    for fault in document.faults:
        raise YamlFileError(fault.message, path, fault.line, fault.column)
    return document


class _Open:
    """A list or mapping still being read; `key` is the pending key of a mapping."""

    __slots__ = ("key", "key_start", "node", "path", "skipped", "value")

    def __init__(self, value: dict[str | int, Any] | list[Any], node: Node, path: Path) -> None:
        self.value = value
        self.node = node
        self.path = path
        self.key: str | int | None = None
        self.key_start = 0
        self.skipped = False  # the pending key was refused: its value goes nowhere


class _Reader:
    """Turns the events of one file into a Document, with a stack of its own (no recursion)."""

    def __init__(self, source: Source, max_values: int, whole_number_keys: bool) -> None:
        self._source = source
        self._max_values = max_values
        self._values = 0
        self._whole_number_keys = whole_number_keys
        self._faults: list[Fault] = []
        self._stack: list[_Open] = []
        self._root = Node(0)
        self._value: Any = None
        self._documents = 0

    def read(self) -> Document:
        text = self._source.text
        try:
            for event in yaml.parse(text, Loader=_Loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            offset = min(mark.index, len(text)) if mark else 0
            if "nesting" in (error.problem or "") and offset < len(text):
                # Newer versions of libyaml have a limit of their own and reach it first, because
                # they read ahead. Our limit lies in the text before.
                before = Source(text[:offset], self._source.path)
                return _Reader(before, self._max_values, self._whole_number_keys).read()
            raise self._bad(_say(error, text, offset), offset) from None
        except yaml.YAMLError as error:
            raise YamlFileError(f"not readable as YAML: {error}", self._source.path) from None
        if not self._documents or self._value is None:
            raise self._bad("the file is empty", 0)
        return Document(self._source, self._value, self._root, self._faults)

    def _take(self, event: yaml.Event) -> None:
        start = _offset(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._bad("the file holds several documents (---); one is allowed", start)
            if event.tags:
                self._fault("a %TAG line is not allowed", start)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, start)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, start)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self._stack.pop()
            closed.node.end = _offset(event.end_mark)
        elif isinstance(event, yaml.AliasEvent):
            self._fault(f"the alias *{event.anchor} is not allowed; write the value out", start)
            self._put(None, Node(start), start, refused=True)

    def _open(self, event: yaml.CollectionStartEvent, start: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise self._bad(f"nested deeper than {MAX_DEPTH} levels", start)
        self._refuse_anchor_and_tag(event, start)
        value: dict[str | int, Any] | list[Any] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        node = Node(start)
        if self._expects_key():
            self._fault("a key must be text, not a list or a mapping", start)
            self._stack[-1].skipped = True
            self._stack[-1].key = ""
            # The collection is read on its own; what follows it is the value of no key.
            self._stack.append(_Open(value, node, self._path()))
            return
        path = self._put(value, node, start)
        self._stack.append(_Open(value, node, path))

    def _scalar(self, event: yaml.ScalarEvent, start: int) -> None:
        self._refuse_anchor_and_tag(event, start)
        text = event.value
        if self._expects_key():
            self._key(event, text, start)
            return
        value: Any = text
        if event.implicit[0]:
            if text in _WORDS:
                value = _WORDS[text]
            elif _INTEGER.fullmatch(text):
                value = int(text)
            elif _DECIMAL.fullmatch(text):
                value = float(text)
        node = Node(start)
        node.end = _offset(event.end_mark)
        self._put(value, node, start)

    def _key(self, event: yaml.ScalarEvent, text: str, start: int) -> None:
        mapping = self._stack[-1]
        plain = event.implicit[0]
        key: str | int = text
        if plain and self._whole_number_keys and _INTEGER.fullmatch(text):
            key, plain = int(text), False
        mapping.key = key
        mapping.key_start = start
        mapping.skipped = False
        if plain and text == "<<":
            self._fault("a merge key (<<) is not allowed; write the values out", start)
            mapping.skipped = True
        elif plain and (text in _WORDS or _INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text)):
            shown = text or "(empty)"
            self._fault(f'a key must be text; write "{shown}" in quotation marks', start)
            mapping.skipped = True
        elif key in mapping.node.keys:
            line = self._source.position(mapping.node.keys[key])[0]
            self._fault(f'the key "{text}" stands here a second time (first in line {line})', start)
            mapping.skipped = True

    def _expects_key(self) -> bool:
        if not self._stack:
            return False
        top = self._stack[-1]
        return isinstance(top.value, dict) and top.key is None

    def _path(self) -> Path:
        """The way to the value that is read next."""
        if not self._stack:
            return ()
        top = self._stack[-1]
        if isinstance(top.value, list):
            return (*top.path, len(top.value))
        return (*top.path, top.key) if top.key is not None else top.path

    def _put(self, value: object, node: Node, start: int, *, refused: bool = False) -> Path:
        """Put a value in its place in the document; return its path."""
        self._values += 1
        if self._values > self._max_values:
            raise self._bad(f"the file holds more than {self._max_values:,} values", start)
        path = self._path()
        if not self._stack:
            self._value, self._root = value, node
            return path
        top = self._stack[-1]
        if isinstance(top.value, list):
            top.node.children[len(top.value)] = node
            top.value.append(value)
        elif top.key is None:
            # An alias as a key.
            top.key, top.skipped = "", True
        elif isinstance(top.value, dict):
            if not top.skipped:
                top.node.keys[top.key] = top.key_start
                top.node.children[top.key] = node
                if not refused:
                    top.value[top.key] = value
            top.key, top.skipped = None, False
        return path

    def _refuse_anchor_and_tag(self, event: yaml.NodeEvent, start: int) -> None:
        if event.anchor:
            self._fault(f"the anchor &{event.anchor} is not allowed", start)
        tag = getattr(event, "tag", None)
        if tag:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self._fault(f"the tag {shown} is not allowed; write plain text", start)

    def _fault(self, message: str, start: int) -> None:
        self._faults.append(Fault(self._path(), message, *self._source.position(start)))

    def _bad(self, message: str, offset: int) -> YamlFileError:
        return YamlFileError(message, self._source.path, *self._source.position(offset))


def _offset(mark: Any) -> int:
    """The offset of a mark in the text; PyYAML's types allow for events without a mark."""
    index: int = mark.index
    return index


def _say(error: yaml.MarkedYAMLError, text: str, offset: int) -> str:
    """The message for an error of libyaml, with the usual cause."""
    problem = error.problem or "broken syntax"
    hint = cause(text, offset, problem)
    if hint:
        return f"broken YAML: {hint}"
    if "mapping values are not allowed" in problem:
        hint = "; put a text that holds a colon between '…'"
    elif "cannot start any token" in problem:
        hint = "; indent with spaces, and put a text that begins with this character between '…'"
    else:
        hint = "; look at the indentation and the quotation marks here and in the line above"
    return f"broken YAML: {problem}{hint}"
