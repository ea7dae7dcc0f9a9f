"""The edits that code actions and formatting make: fixes, suppressions, vocabulary entries.

Fixes are made in the same rounds as by `reslint check --fix`, and sent as the smallest edits from
the old text to the new one.
"""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from reslint.blocks.envelope import after_front_matter
from reslint.data.patterns import expression
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.linting.suppression import FILE, NEXT_LINE, is_about_words, plain_words
from reslint.server.positions import is_inside, path_of, place_in, range_of, uri_of
from reslint.settings.config import FILE_NAMES
from reslint.text.changes import edits_between
from reslint.text.diagnostics import Edit
from reslint.text.source import UnreadableText, read_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.draft.model import Draft
    from reslint.linting.linter import LintResult
    from reslint.server.documents import Snapshot
    from reslint.server.session import Session
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source


_BLOCK = expression(r"^vocabulary:[ \t]*(?:#.*)?$", re.MULTILINE)
_FLOW = expression(r"^vocabulary:[ \t]*\[", re.MULTILINE)
_ITEM = expression(r"(?:\r\n|\r|\n)([ \t]*)- ")
_LONGEST = 100  # characters of a word or name at most


def fix_edits(
    snapshot: Snapshot,
    wanted: Callable[[Diagnostic], bool] = lambda _: True,
    *,
    unsafe: bool = False,
    spare: bool = False,
) -> list[Edit]:
    """Return the edits that fix the `wanted` findings of a snapshot (by default all of them).

    Empty if the document is not checked. `unsafe` allows unsafe fixes. `spare` leaves the
    paragraph alone in which somebody is writing: what it lacks may be typed in a moment.
    """
    settings = snapshot.settings
    if not settings.enabled or not snapshot.result.draft.is_resolution:
        return []
    linter = Linter(settings.lint)
    # A later lint of the document may be reusing the draft of the snapshot's own result.
    first = linter.lint(snapshot.source)
    written = _paragraph_at(first.draft, snapshot.writing) if spare else None

    def proposed(result: LintResult) -> list[Diagnostic]:
        found = [one for one in result.diagnostics if wanted(one)]
        return found if written is None else _without(found, result.draft, written)

    fixed = fix_in_rounds(first, linter, proposed, unsafe=unsafe)
    return edits_between(snapshot.text, fixed.text)


def _paragraph_at(draft: Draft, offset: int | None) -> int | None:
    """Return the index of the paragraph on whose lines an offset is."""
    if offset is None:
        return None
    line = draft.source.position(offset)[0]
    for index, paragraph in enumerate(draft.paragraphs):
        first, last = map(draft.source.position, (paragraph.start, paragraph.end))
        if first[0] <= line <= last[0]:
            return index
    return None


def _without(found: list[Diagnostic], draft: Draft, index: int) -> list[Diagnostic]:
    """Leave out the findings whose fix, or a fix of whose group, touches a paragraph.

    Fixes change no number of paragraphs, so that the index stays that of the paragraph. Where one
    did, nothing is known, and nothing is fixed.
    """
    if index >= len(draft.paragraphs):
        return []
    start, end = draft.paragraphs[index].start, draft.paragraphs[index].end
    touching = [
        one.fix
        for one in found
        if one.fix is not None
        and any(edit.start <= end and start <= edit.end for edit in one.fix.edits)
    ]
    groups = {fix.group for fix in touching if fix.group is not None}
    kept = {id(fix) for fix in touching}
    return [
        one
        for one in found
        if one.fix is None or (id(one.fix) not in kept and one.fix.group not in groups)
    ]


def line_comment(diagnostic: Diagnostic, snapshot: Snapshot) -> Edit:
    """Return the edit that suppresses a finding in the block in which it starts."""
    blocks = snapshot.result.draft.blocks
    # The comment applies to the next block: it goes above the block, not above the line.
    holding = [one for one in blocks if one.start <= diagnostic.start <= one.end]
    place = holding[-1].start if holding else diagnostic.start
    source = snapshot.source
    line, _ = source.position(place)
    start = source.line_starts[line - 1]
    return Edit(start, start, f"<!-- {NEXT_LINE} {diagnostic.code} -->{_line_end(snapshot)}")


def file_comment(diagnostic: Diagnostic, snapshot: Snapshot) -> Edit:
    """Return the edit that suppresses the findings of a code in the whole draft.

    The comment goes to the top, below front matter.
    """
    end = _line_end(snapshot)
    first = after_front_matter(snapshot.source)
    starts = snapshot.source.line_starts
    comment = f"<!-- {FILE} {diagnostic.code} -->{end}{end}"
    if not first:
        return Edit(0, 0, comment)
    place = starts[first] if first < len(starts) else len(snapshot.text)
    return Edit(place, place, f"{end}{comment}".removesuffix(end))


def _line_end(snapshot: Snapshot) -> str:
    """Return the line end that the draft uses."""
    starts = snapshot.source.line_starts
    if len(starts) > 1:
        for end in ("\r\n", "\n", "\r"):
            if snapshot.text.endswith(end, 0, starts[1]):
                return end
    return "\n"


def word_of(diagnostic: Diagnostic, snapshot: Snapshot) -> str:
    """Return the word or name of a finding that may go into the house vocabulary, else ""."""
    if not is_about_words(diagnostic.code):
        return ""
    word = plain_words(snapshot.text[diagnostic.start : diagnostic.end])
    return word if 1 < len(word) <= _LONGEST else ""


def vocabulary_edit(
    diagnostic: Diagnostic, snapshot: Snapshot, session: Session
) -> dict[str, Any] | None:
    """Return the workspace edit that adds a finding's word to the house vocabulary.

    The word goes into the settings file (key `vocabulary`) of the draft, else into a new one in
    its folder; None if neither is possible.
    """
    word = word_of(diagnostic, snapshot)
    path = _settings_file(snapshot, session)
    if not word or path is None:
        return None
    opened = session.documents.at_path(path)
    uri = uri_of(path) if opened is None else opened.uri
    if not os.path.exists(path):
        return _in_new_file(uri, word, session)
    source = _source(path) if opened is None else opened.text.source
    if source is None:
        return None
    place, text = _addition(source.text, word)
    where = range_of(lambda at: place_in(source, at, session.client.encoding), place, place)
    edits = [{"range": where, "newText": text}]
    if session.client.capabilities.document_changes:
        version = None if opened is None else opened.text.version
        return {
            "documentChanges": [{"textDocument": {"uri": uri, "version": version}, "edits": edits}]
        }
    return {"changes": {uri: edits}}


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


def _in_new_file(uri: str, word: str, session: Session) -> dict[str, Any] | None:
    if not session.client.capabilities.create_files:
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
    """Return where and what to insert so that a settings file has the word in its vocabulary."""
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
    """Return the key with its first word, to be appended to a text."""
    entry = f"\nvocabulary:\n  - {_quoted(word)}\n"
    return entry[1:] if text.endswith(("\n", "\r")) else entry


def _quoted(word: str) -> str:
    # Every JSON string is a YAML string.
    return json.dumps(word, ensure_ascii=False)
