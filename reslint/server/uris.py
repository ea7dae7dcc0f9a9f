"""Addresses of documents and paths of files."""

from __future__ import annotations

import os
from urllib.parse import unquote

from pygls.uris import from_fs_path, to_fs_path


def path_of(uri: str) -> str | None:
    """The path of a file; None for a document that is none (untitled, of a repository …)."""
    try:
        path = to_fs_path(uri)
    except ValueError:
        return None
    return os.path.normpath(path) if path else None


def name_of(uri: str) -> str:
    """What a person calls a document: its path, or the last of an address that is no file's."""
    return path_of(uri) or unquote(uri.rstrip("/").rpartition("/")[2].rpartition(":")[2]) or uri


def uri_of(path: str) -> str:
    """The address of a file."""
    return str(from_fs_path(os.path.abspath(path)))


def is_inside(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it."""
    return path == folder or path.startswith(os.path.join(folder, ""))
