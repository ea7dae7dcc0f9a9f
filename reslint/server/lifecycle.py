"""From the first message to the last: the client, its folders and settings, their changes."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reslint.server.client import SECTION, Abilities, plain, pull_settings
from reslint.server.uris import is_inside, path_of
from reslint.settings.config import FILE_NAMES, PYPROJECT
from reslint.settings.merging import locale_language
from reslint.settings.table import MESSAGE_LANGUAGES

if TYPE_CHECKING:
    from reslint.server.server import Server


logger = logging.getLogger(__name__)
_WATCHED = tuple(f"**/{name}" for name in (*FILE_NAMES, PYPROJECT))
_RULE_FILES = "**/*.{yaml,yml}"
_PARENT_CHECK = 3.0  # seconds between two looks whether the editor's process lives
_INTERVAL = 1.0  # seconds between two looks
_MOST_FILES = 2_000


def register(server: Server) -> None:
    """Add to the server what a session is made of."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.abilities = Abilities(params.capabilities)
        _take_options(server, params.initialization_options)
        server.folders.message_language = _message_language(params.locale)
        for folder in params.workspace_folders or ():
            server.folders.add_folder(folder.uri)
        if not params.workspace_folders and params.root_uri:
            server.folders.add_folder(params.root_uri)
        # A process of another machine or container: its number says nothing here.
        if isinstance(params.process_id, int) and _lives(params.process_id):
            server.spawn(_end_with(server, params.process_id))

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        if server.abilities.watch_files:
            _watch(server)
        else:
            server.spawn(server.polled_files.poll())
        await pull_settings(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        if server.abilities.configuration:
            await pull_settings(server)
            return
        values = plain(params.settings)
        if isinstance(values, dict):
            server.folders.set_editor_settings(values.get(SECTION, values))
            server.settings_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(params: types.DidChangeWatchedFilesParams) -> None:
        rule_folders = _rule_folders(server)
        paths = [path for change in params.changes if (path := path_of(change.uri))]
        if any(_decides(path, rule_folders) for path in paths):
            server.settings_changed()
        deleted = types.FileChangeType.Deleted
        for change in params.changes:
            if change.type == deleted:
                server.folder_findings.clear(change.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.drafts.save(uri)
        path = path_of(uri)
        if path is not None and _decides(path, _rule_folders(server)):
            server.settings_changed()

    @server.feature(
        types.WORKSPACE_DID_RENAME_FILES,
        types.FileOperationRegistrationOptions([_any_file()]),
    )
    def did_rename_files(params: types.RenameFilesParams) -> None:
        for one in params.files:
            server.folders.choices.pop(one.old_uri, None)
            server.folder_findings.clear(one.old_uri)

    @server.feature(
        types.WORKSPACE_DID_DELETE_FILES,
        types.FileOperationRegistrationOptions([_any_file()]),
    )
    def did_delete_files(params: types.DeleteFilesParams) -> None:
        for one in params.files:
            server.folders.choices.pop(one.uri, None)
            server.folder_findings.clear(one.uri)

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.worker.close()


def _take_options(server: Server, given: Any) -> None:
    """Take what the client says of itself beyond the protocol (docs/server.md)."""
    options = plain(given)
    server.initialization = options if isinstance(options, dict) else {}
    options = server.initialization
    server.folders.trusted = options.get("trusted") is not False
    storage = options.get("globalStoragePath")
    if isinstance(storage, str) and os.path.isabs(storage):
        server.rule_pages.folder = storage
    server.publisher.says_status = options.get("status", bool(storage)) is True
    pause = options.get("typingPause")
    if isinstance(pause, int | float) and not isinstance(pause, bool) and 0 <= pause <= 60_000:
        server.publisher.pause = pause / 1000
    server.folders.set_editor_settings(options.get("settings"))


def _watch(server: Server) -> None:
    """Have the client tell of changes in settings files and rule files."""
    patterns = (*_WATCHED, _RULE_FILES)
    options = {"watchers": [{"globPattern": pattern} for pattern in patterns]}
    server.ask(
        types.CLIENT_REGISTER_CAPABILITY,
        {
            "registrations": [
                {
                    "id": "reslint-files",
                    "method": types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                    "registerOptions": options,
                }
            ]
        },
    )


def _rule_folders(server: Server) -> set[str]:
    """The absolute paths of the rule folders that hold for open drafts."""
    return {
        os.path.abspath(folder)
        for draft in server.drafts
        for folder in draft.snapshot.settings.lint.rule_folders
    }


def _decides(path: str, rule_folders: set[str]) -> bool:
    """Whether a file may decide on findings: a settings file, or one of the rules."""
    return os.path.basename(path) in (*FILE_NAMES, PYPROJECT) or any(
        is_inside(path, folder) for folder in rule_folders
    )


def _message_language(client_locale: str | None) -> str:
    """The language of messages for the client's locale, else for that of this process."""
    return next(
        (one for one in MESSAGE_LANGUAGES if (client_locale or "").lower().startswith(one)),
        "en" if client_locale else locale_language(),
    )


def _any_file() -> types.FileOperationFilter:
    return types.FileOperationFilter(types.FileOperationPattern("**/*"), scheme="file")


async def _end_with(server: Server, process: int) -> None:
    """End when the editor's process is gone without a word (pipes may be kept open by others)."""
    while _lives(process):
        await asyncio.sleep(_PARENT_CHECK)
    server.client_is_gone()


def _lives(process: int) -> bool:
    if os.name != "posix" or process <= 0:
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


class PolledFiles:
    """The files that decide on open drafts, with what they were when last looked at."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._last: dict[str, tuple[int, int]] | None = None

    async def poll(self) -> None:
        """Look again and again, and apply what has changed."""
        self._last = signature(self._server)
        while True:
            await asyncio.sleep(_INTERVAL)
            last, self._last = self._last, signature(self._server)
            if any(last.get(path, stamp) != stamp for path, stamp in self._last.items()):
                self._server.settings_changed()

    def note(self) -> None:
        """A draft was opened: from now on its files are looked at, if any are."""
        if self._last is not None:
            self._last = {**signature(self._server), **self._last}


def signature(server: Server) -> dict[str, tuple[int, int]]:
    """Size and time of every file that decides on open drafts, (0, 0) where there is none."""
    folders: set[str] = set()
    rules: set[str] = set()
    for draft in server.drafts:
        path = path_of(draft.uri)
        folder = os.path.dirname(path) if path else ""
        while folder and folder not in folders:
            folders.add(folder)
            folder = os.path.dirname(folder)
        rules.update(map(os.path.abspath, draft.snapshot.settings.lint.rule_folders))
    paths = [os.path.join(one, name) for one in folders for name in (*FILE_NAMES, PYPROJECT)]
    stamps = {path: _stamp(path) for path in paths}
    for folder in rules:
        for path in _files_in(folder):
            stamps[path] = _stamp(path)
        stamps[folder] = _stamp(folder)
    return stamps


def _files_in(folder: str) -> list[str]:
    found: list[str] = []
    for root, _, names in os.walk(folder):
        found.extend(os.path.join(root, name) for name in names if name.endswith((".yaml", ".yml")))
        if len(found) > _MOST_FILES:
            break
    return found


def _stamp(path: str) -> tuple[int, int]:
    try:
        stat = os.stat(path)
    except OSError:
        return (0, 0)
    return (stat.st_size, stat.st_mtime_ns)
