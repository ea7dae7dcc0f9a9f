"""The classes of the protocol are built when they are first used, and are whole then."""

from __future__ import annotations

import subprocess
import sys

_LAZY = """
from reslint.server.lazy_lsprotocol import import_lazily

import_lazily()
from lsprotocol import types
from reslint.server.messages import message_converter


def built(cls):
    return isinstance(vars(cls).get("__attrs_attrs__"), tuple)


converter = message_converter()
classes = [each for each in types.ALL_TYPES_MAP.values() if hasattr(each, "__annotations__")]
print(len(classes), sum(map(built, classes)))
params = {"textDocument": {"uri": "file:///a.md"}, "position": {"line": 2, "character": 5}}
hover = converter.structure(params, types.HoverParams)
print(built(types.HoverParams), built(types.RenameFilesParams))
print(hover.position == types.Position(line=2, character=5), hover.text_document.uri)
"""


def test_a_class_is_built_when_it_is_first_used() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _LAZY], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    counts, built, value = run.stdout.splitlines()
    classes, built_before = map(int, counts.split())
    assert classes > 500
    assert built_before < classes / 4
    assert built == "True False"
    assert value == "True file:///a.md"
