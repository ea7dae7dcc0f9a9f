"""Start and end of a session, and the events of its folders, settings and files."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reslint.files.discovery import ENDINGS
from reslint.server.client import SECTION, ClientCapabilities, plain
from reslint.server.positions import is_inside, path_of
from reslint.settings.config import FILE_NAMES, PYPROJECT
from reslint.settings.merging import locale_language
from reslint.settings.table import MESSAGE_LANGUAGES

if TYPE_CHECKING:
    from reslint.server.client import Client
    from reslint.server.documents import OpenDocuments
    from reslint.server.server import Server


_WATCHED = tuple(f"**/{name}" for name in (*FILE_NAMES, PYPROJECT))
_RULE_FILES = "**/*.{yaml,yml}"
_DRAFTS = f"**/*.{{{','.join(one.removeprefix('.') for one in ENDINGS)}}}"
_REGISTRIES = "**/*.tsv"
_CREATE_OR_DELETE = types.WatchKind.Create.value | types.WatchKind.Delete.value
_PARENT_CHECK = 3.0  # seconds between two checks that the editor's process is alive


def register(server: Server) -> None:
    """Register the handlers of a session's events."""
    client, session = server.client, server.session

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        client.capabilities = ClientCapabilities(params.capabilities)
        _take_options(server, params.initialization_options)
        session.folders.message_language = _message_language(params.locale)
        for folder in params.workspace_folders or ():
            session.folders.add_folder(folder.uri)
        if not params.workspace_folders and params.root_uri:
            session.folders.add_folder(params.root_uri)
        # The number of a process on another machine or in a container means nothing here.
        if isinstance(params.process_id, int) and _is_alive(params.process_id):
            server.spawn(_end_with(server, params.process_id))

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        if client.capabilities.watch_files:
            _request_watching(client)
        else:
            server.spawn(server.file_watch.poll())
        await server.pull_settings()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        if client.capabilities.configuration:
            await server.pull_settings()
            return
        values = plain(params.settings)
        if isinstance(values, dict):
            session.folders.set_editor_settings(values.get(SECTION, values))
            server.settings_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(params: types.DidChangeWatchedFilesParams) -> None:
        rule_folders = _rule_folders(session.documents)
        paths = [path for change in params.changes if (path := path_of(change.uri))]
        if any(_affects_findings(path, rule_folders) for path in paths):
            server.settings_changed()
        deleted = types.FileChangeType.Deleted
        gone = [path_of(change.uri) for change in params.changes if change.type == deleted]
        server.folder_findings.touched(gone, removed=True)
        server.folder_findings.touched([path for path in paths if path not in gone])
        drafts = [path for path in paths if path.lower().endswith(ENDINGS)]
        if drafts:
            changed = types.FileChangeType.Changed
            more_or_less = any(change.type != changed for change in params.changes)
            server.versions.files_changed(paths=drafts, more_or_less=more_or_less)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.checker.save(uri)
        path = path_of(uri)
        if path is not None and _affects_findings(path, _rule_folders(session.documents)):
            server.settings_changed()

    @server.feature(
        types.WORKSPACE_DID_RENAME_FILES,
        types.FileOperationRegistrationOptions([_any_file()]),
    )
    def did_rename_files(params: types.RenameFilesParams) -> None:
        for one in params.files:
            session.folders.choices.pop(one.old_uri, None)
        old = [path_of(one.old_uri) for one in params.files]
        server.folder_findings.touched(old, removed=True)
        server.folder_findings.touched([path_of(one.new_uri) for one in params.files])

    @server.feature(
        types.WORKSPACE_DID_DELETE_FILES,
        types.FileOperationRegistrationOptions([_any_file()]),
    )
    def did_delete_files(params: types.DeleteFilesParams) -> None:
        for one in params.files:
            session.folders.choices.pop(one.uri, None)
        gone = [path_of(one.uri) for one in params.files]
        server.folder_findings.touched(gone, removed=True)

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        session.worker.close()


def _take_options(server: Server, given: Any) -> None:
    """Apply the client's initialization options (docs/server.md)."""
    values = plain(given)
    options: dict[str, Any] = values if isinstance(values, dict) else {}
    server.initialization_options = options
    folders = server.session.folders
    folders.trusted = options.get("trusted") is not False
    storage = options.get("globalStoragePath")
    # Whoever finds the port of a server must not have it write to any folder.
    if server.started_by_client and isinstance(storage, str) and os.path.isabs(storage):
        server.session.rule_pages.folder = storage
    server.publisher.sends_status = options.get("status", bool(storage)) is True
    server.client.hover_messages = options.get("hoverMessages") is not False
    pause = options.get("typingPause")
    if isinstance(pause, int | float) and not isinstance(pause, bool) and 0 <= pause <= 60_000:
        server.publisher.pause = pause / 1000
    folders.set_editor_settings(options.get("settings"))


def _request_watching(client: Client) -> None:
    """Ask the client to report changes of settings, rules, registries and drafts."""
    patterns = (*_WATCHED, _RULE_FILES, _REGISTRIES, _DRAFTS)
    # A folder comes or goes with its drafts, of which nothing more is said.
    folders = {"globPattern": "**", "kind": _CREATE_OR_DELETE}
    watchers = [*({"globPattern": one} for one in patterns), folders]
    options = {"watchers": watchers}
    client.ask(
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


def _rule_folders(documents: OpenDocuments) -> set[str]:
    """Return the absolute paths of the rule folders and registries of open documents."""
    paths = documents.rule_folders() | documents.registries()
    return {os.path.abspath(one) for some in paths for one in some}


def _affects_findings(path: str, rule_folders: set[str]) -> bool:
    """Tell whether a file may change findings: settings, a registry, one in a rule folder."""
    return os.path.basename(path) in (*FILE_NAMES, PYPROJECT) or any(
        is_inside(path, folder) for folder in rule_folders
    )


def _message_language(client_locale: str | None) -> str:
    """Return the language of messages for the client's locale, else for this process's."""
    return next(
        (one for one in MESSAGE_LANGUAGES if (client_locale or "").lower().startswith(one)),
        "en" if client_locale else locale_language(),
    )


def _any_file() -> types.FileOperationFilter:
    return types.FileOperationFilter(types.FileOperationPattern("**/*"), scheme="file")


async def _end_with(server: Server, process: int) -> None:
    """End when the editor's process is gone: another process may keep the pipes open."""
    while _is_alive(process):
        await asyncio.sleep(_PARENT_CHECK)
    server.client_is_gone()


def _is_alive(process: int) -> bool:
    if os.name != "posix" or process <= 0:
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True
