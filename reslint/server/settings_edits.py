"""The edits that code actions make in a settings file: words of the house, rules to ignore."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from reslint.data.patterns import expression
from reslint.server.positions import is_inside, path_of, uri_of
from reslint.server.workspace_edits import text_edits, workspace_edit
from reslint.settings.config import FILE_NAMES
from reslint.text.diagnostics import Edit
from reslint.text.source import UnreadableText, read_source

if TYPE_CHECKING:
    from reslint.server.documents import Snapshot
    from reslint.server.session import Session
    from reslint.text.source import Source


VOCABULARY, IGNORE = "vocabulary", "ignore"
_ITEM = expression(r"(?:\r\n|\r|\n)([ \t]*)- ")


def settings_edit(
    key: str, value: str, snapshot: Snapshot, session: Session
) -> dict[str, Any] | None:
    """Return the workspace edit that adds a value to a list (`key`) of the settings file.

    That is the settings file of the draft, else a new one in its folder; None if neither is
    possible.
    """
    path = _settings_file(snapshot, session)
    if not value or path is None:
        return None
    opened = session.documents.at_path(path)
    uri = uri_of(path) if opened is None else opened.uri
    if not os.path.exists(path):
        return _in_new_file(uri, key, value, session)
    source = _source(path) if opened is None else opened.text.source
    if source is None:
        return None
    place, text = _addition(source.text, key, value)
    edits = text_edits(source, session.client.encoding, [Edit(place, place, text)])
    version = None if opened is None else opened.text.version
    return workspace_edit(session.client.capabilities, [(uri, version, edits)])


def _settings_file(snapshot: Snapshot, session: Session) -> str | None:
    """Return the path of the YAML settings file to write into."""
    config = snapshot.settings.config
    if config is not None and config.path and not config.path.endswith(".toml"):
        return os.path.abspath(config.path)
    path = path_of(snapshot.uri)
    folders = session.folders.folders
    holding = [one for one in folders if path is not None and is_inside(path, one)]
    base = max(holding, key=len, default=None) or (os.path.dirname(path) if path else None)
    base = base or next(iter(folders), None)
    return None if base is None else os.path.join(base, FILE_NAMES[0])


def _source(path: str) -> Source | None:
    """Read a settings file from the disk; None if it cannot be read."""
    try:
        return read_source(path)
    except UnreadableText:
        return None


def _in_new_file(uri: str, key: str, value: str, session: Session) -> dict[str, Any] | None:
    if not session.client.capabilities.create_files:
        return None
    start = {"line": 0, "character": 0}
    edit = {"range": {"start": start, "end": start}, "newText": _entry("", key, value)[1:]}
    return {
        "documentChanges": [
            {"kind": "create", "uri": uri, "options": {"ignoreIfExists": True}},
            {"textDocument": {"uri": uri, "version": None}, "edits": [edit]},
        ]
    }


def _addition(text: str, key: str, value: str) -> tuple[int, str]:
    """Return where and what to insert so that a settings file has the value in its list."""
    end = "\r\n" if "\r\n" in text else "\n"
    flow = re.search(rf"^{key}:[ \t]*\[", text, re.MULTILINE)
    if flow is not None:
        more = "" if text[flow.end() :].lstrip().startswith("]") else ", "
        return flow.end(), f"{_quoted(value)}{more}"
    block = re.search(rf"^{key}:[ \t]*(?:#.*)?$", text, re.MULTILINE)
    if block is not None:
        item = _ITEM.match(text, block.end())
        indent = item[1] if item else "  "
        return block.end(), f"{end}{indent}- {_quoted(value)}"
    return len(text), _entry(text, key, value).replace("\n", end)


def _entry(text: str, key: str, value: str) -> str:
    """Return the key with its first value, to be appended to a text."""
    entry = f"\n{key}:\n  - {_quoted(value)}\n"
    return entry[1:] if text.endswith(("\n", "\r")) else entry


def _quoted(value: str) -> str:
    # Every JSON string is a YAML string; a code needs no quotation marks.
    return value if value.isalnum() and value.isupper() else json.dumps(value, ensure_ascii=False)
