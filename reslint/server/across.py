"""Answers about all drafts of the workspace: their symbols and titles, and where they cite.

Files are read in a thread of their own; what was read of a file serves until it changes.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reslint.citations.document_site import resolution_symbol
from reslint.citations.finder import citations
from reslint.documents import WORD_ENDINGS, read_file
from reslint.draft.masthead import split_title
from reslint.draft.reader import read_draft
from reslint.editor.occurrences import occurrences_at
from reslint.editor.places import CitationHere, SymbolHere, citation_span, subject_at, symbols_of
from reslint.files.discovery import find_files
from reslint.server.positions import path_of, place_in, range_of, uri_of
from reslint.settings.exclusion import Exclusion
from reslint.text.folding import fold
from reslint.text.source import Source, UnreadableText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server
    from reslint.server.session import Session


_HEAD = 6_000
"""Characters of a file in which symbol and title stand."""
_MOST_FILES = 5_000
_MOST_SYMBOLS = 500


@dataclass(frozen=True, slots=True)
class _Head:
    """What names a draft: its symbol and title, and the line where they stand (from 0)."""

    symbol: str
    title: str
    line: int


class WorkspaceDrafts:
    """Reads the drafts of the open folders, for questions about all of them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._heads: dict[str, tuple[tuple[int, int], _Head | None]] = {}

    def symbols(self, query: str) -> list[dict[str, Any]]:
        """Return the drafts whose symbol or title holds what is asked. In a thread."""
        wanted = fold(query).casefold().strip()
        found = []
        for path in self._paths():
            head = self._head(path)
            if head is None:
                continue
            name = head.symbol or os.path.basename(path)
            text = f"{name} {head.title}".strip()
            if wanted in fold(text).casefold():
                start = {"line": head.line, "character": 0}
                where = {"uri": uri_of(path), "range": {"start": start, "end": start}}
                found.append({"name": text, "kind": int(types.SymbolKind.File), "location": where})
            if len(found) == _MOST_SYMBOLS:
                break
        return found

    def citing(self, symbol: str, number: str, own: str) -> list[dict[str, Any]]:
        """Return where the other drafts cite a resolution. In a thread.

        `number` is as it is written everywhere (`70/1`); `own` is the path of the draft that asks.
        """
        found = []
        for path in self._paths():
            if path == own:
                continue
            source = self._source(path)
            if source is None or number not in source.text:
                continue
            draft = self._draft(path, source)
            for start, end in _places(draft, symbol):
                found.append({"uri": self._uri(path), "range": self._range(source, start, end)})
        return found

    def _paths(self) -> Iterator[str]:
        exclusion = Exclusion(self._session.folders.config_in)
        files, _ = find_files(self._session.folders.folders, None, exclusion)
        for one in files[:_MOST_FILES]:
            if not one.path.lower().endswith(WORD_ENDINGS):
                yield os.path.abspath(one.path)

    def _head(self, path: str) -> _Head | None:
        try:
            status = os.stat(path)
        except OSError:
            return None
        stamp = status.st_mtime_ns, status.st_size
        known = self._heads.get(path)
        if known is None or known[0] != stamp:
            self._heads[path] = known = stamp, self._read_head(path)
        return known[1]

    def _read_head(self, path: str) -> _Head | None:
        source = self._source(path)
        if source is None:
            return None
        draft = self._draft(path, Source(source.text[:_HEAD], path))
        if not draft.is_resolution:
            draft = self._draft(path, source)
        if not draft.is_resolution:
            return None
        masthead = draft.masthead
        if masthead.title is None:
            return _Head(masthead.symbol, "", 0)
        line = draft.source.position(masthead.title.start)[0] - 1
        title = masthead.title.text
        split = split_title(title)
        if split is not None and masthead.number and masthead.number in masthead.symbol:
            title = split["title"]  # the symbol says its number
        return _Head(masthead.symbol, title, line)

    def _draft(self, path: str, source: Source) -> Draft:
        lint = self._session.folders.settings_for(uri_of(path), "").lint
        return read_draft(
            source,
            path_format=lint.text_format,
            language=lint.language,
            organ=lint.organ,
            habits=lint.house,
        )

    def _source(self, path: str) -> Source | None:
        """Return the text of a file: that of the editor if it is open there."""
        document = self._session.documents.at_path(path)
        if document is not None:
            return document.text.source
        try:
            return read_file(path)
        except UnreadableText:
            return None

    def _range(self, source: Source, start: int, end: int) -> dict[str, Any]:
        encoding = self._session.client.encoding
        return range_of(lambda at: place_in(source, at, encoding), start, end)

    def _uri(self, path: str) -> str:
        document = self._session.documents.at_path(path)
        return uri_of(path) if document is None else document.uri


def _places(draft: Draft, symbol: str) -> Iterator[tuple[int, int]]:
    for citation in citations(draft).citations:
        if resolution_symbol(citation) == symbol:
            yield citation_span(citation)
    for paragraph in draft.paragraphs:
        for start, end, other in symbols_of(paragraph):
            if other == symbol:
                yield paragraph.source_span(start, end)


def _asked(snapshot: Snapshot, params: types.ReferenceParams) -> tuple[list[Any], str, str] | None:
    """Return the places in the draft itself, and symbol and number of a resolution there."""
    draft = snapshot.result.draft
    if not draft.is_resolution:
        return None
    offset = snapshot.offset(params.position)
    found = occurrences_at(draft, offset)
    if found is None:
        return None
    spans = found.all() if params.context.include_declaration else found.uses
    own = [
        {"uri": snapshot.uri, "range": range_of(snapshot.place, start, end)} for start, end in spans
    ]
    match subject_at(draft, offset):
        case CitationHere(citation=citation):
            return own, resolution_symbol(citation), citation.number.key.partition(" ")[0]
        case SymbolHere(symbol=symbol):
            return own, symbol, symbol.rpartition("/")[2]
    return own, "", ""


def register(server: Server) -> None:
    """Register the features."""
    drafts = WorkspaceDrafts(server.session)

    @server.feature(types.WORKSPACE_SYMBOL)
    async def workspace_symbols(params: types.WorkspaceSymbolParams) -> Any:
        return await asyncio.to_thread(drafts.symbols, params.query)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def references(params: types.ReferenceParams) -> Any:
        uri = params.text_document.uri
        answer = await server.answer(uri, lambda snapshot: _asked(snapshot, params))
        if answer is None:
            return None
        own, symbol, number = answer
        if not symbol or not number:
            return own
        return [*own, *await asyncio.to_thread(drafts.citing, symbol, number, path_of(uri) or "")]
