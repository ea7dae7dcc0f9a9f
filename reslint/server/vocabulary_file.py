"""Words of the house put into the settings file that holds for a draft (key `vocabulary`)."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from reslint.data.patterns import expression
from reslint.linting.house_words import plain_words, speaks_of_words
from reslint.server.documents import place_in
from reslint.server.report import range_of
from reslint.server.uris import is_inside, path_of, uri_of
from reslint.settings.config import FILE_NAMES
from reslint.text.source import UnreadableText, decode

if TYPE_CHECKING:
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source


_BLOCK = expression(r"^vocabulary:[ \t]*(?:#.*)?$", re.MULTILINE)
_FLOW = expression(r"^vocabulary:[ \t]*\[", re.MULTILINE)
_ITEM = expression(r"(?:\r\n|\r|\n)([ \t]*)- ")
_LONGEST = 100  # characters that a word or name may have


def word_of(diagnostic: Diagnostic, snapshot: Snapshot) -> str:
    """The word or name that a finding speaks of and a house may have for its own; "" for none."""
    if not speaks_of_words(diagnostic.code):
        return ""
    word = plain_words(snapshot.text[diagnostic.start : diagnostic.end])
    return word if 1 < len(word) <= _LONGEST else ""


def adding_edit(
    diagnostic: Diagnostic, snapshot: Snapshot, server: Server
) -> dict[str, Any] | None:
    """The workspace edit that adds the word; None where there is no file to put it into.

    It goes into the settings file that holds for the draft, else into a new one in the folder.
    """
    word = word_of(diagnostic, snapshot)
    path = _settings_file(snapshot, server)
    if not word or path is None:
        return None
    opened = server.drafts.at_path(path)
    uri = uri_of(path) if opened is None else opened.uri
    if not os.path.exists(path):
        return _in_new_file(uri, word, server)
    source = _source(path) if opened is None else opened.document.source
    if source is None:
        return None
    place, text = _addition(source.text, word)
    where = range_of(lambda at: place_in(source, at, server.encoding), place, place)
    edits = [{"range": where, "newText": text}]
    if server.abilities.document_changes:
        version = None if opened is None else opened.document.version
        return {
            "documentChanges": [{"textDocument": {"uri": uri, "version": version}, "edits": edits}]
        }
    return {"changes": {uri: edits}}


def _settings_file(snapshot: Snapshot, server: Server) -> str | None:
    """The settings file to write into: a YAML file."""
    config = snapshot.settings.config
    if config is not None and config.path and not config.path.endswith(".toml"):
        return os.path.abspath(config.path)
    path = path_of(snapshot.uri)
    folders = server.folders.folders
    holding = [one for one in folders if path is not None and is_inside(path, one)]
    base = max(holding, key=len, default=None) or (os.path.dirname(path) if path else None)
    base = base or next(iter(folders), None)
    return None if base is None else os.path.join(base, FILE_NAMES[0])


def _source(path: str) -> Source | None:
    """The settings file's text on the disk, None where there is none to be read."""
    try:
        with open(path, "rb") as stream:
            return decode(stream.read(), path)
    except (OSError, UnreadableText):
        return None


def _in_new_file(uri: str, word: str, server: Server) -> dict[str, Any] | None:
    if not server.abilities.create_files:
        return None
    start = {"line": 0, "character": 0}
    edit = {"range": {"start": start, "end": start}, "newText": _entry("", word)[1:]}
    return {
        "documentChanges": [
            {"kind": "create", "uri": uri, "options": {"ignoreIfExists": True}},
            {"textDocument": {"uri": uri, "version": None}, "edits": [edit]},
        ]
    }


def _addition(text: str, word: str) -> tuple[int, str]:
    """Where in a settings file what is to be written so that the word is in its vocabulary."""
    end = "\r\n" if "\r\n" in text else "\n"
    flow = _FLOW.search(text)
    if flow is not None:
        more = "" if text[flow.end() :].lstrip().startswith("]") else ", "
        return flow.end(), f"{_quoted(word)}{more}"
    block = _BLOCK.search(text)
    if block is not None:
        item = _ITEM.match(text, block.end())
        indent = item[1] if item else "  "
        return block.end(), f"{end}{indent}- {_quoted(word)}"
    return len(text), _entry(text, word).replace("\n", end)


def _entry(text: str, word: str) -> str:
    """The key with its first word, to stand at the end of a text; it begins with a line end."""
    entry = f"\nvocabulary:\n  - {_quoted(word)}\n"
    return entry[1:] if text.endswith(("\n", "\r")) else entry


def _quoted(word: str) -> str:
    # A JSON string is a YAML string whatever stands in it.
    return json.dumps(word, ensure_ascii=False)
