"""Answers that help to read a draft: inlay hints, semantic tokens, ranges to select."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reslint.editor import token_kinds
from reslint.editor.inlay_hints import inlay_hints
from reslint.editor.selection import selections_at
from reslint.editor.token_kinds import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.editor.places import Span
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server


_TOKEN_TYPES = {
    token_kinds.PHRASE: types.SemanticTokenTypes.Keyword,
    token_kinds.LABEL: types.SemanticTokenTypes.Number,
    token_kinds.CITATION: types.SemanticTokenTypes.String,
    token_kinds.NOTE: types.SemanticTokenTypes.Decorator,
    token_kinds.NAME: types.SemanticTokenTypes.Class,
}
LEGEND = types.SemanticTokensLegend(
    token_types=[str(_TOKEN_TYPES[kind].value) for kind in token_kinds.KINDS], token_modifiers=[]
)


def answer_inlay_hints(snapshot: Snapshot, params: types.InlayHintParams) -> Any:
    """Return the hints in a range, of the kinds that the settings ask for."""
    draft, settings = snapshot.result.draft, snapshot.settings
    if not draft.is_resolution or not settings.enabled or not settings.inlay_hints:
        return []
    start, end = snapshot.offset(params.range.start), snapshot.offset(params.range.end)
    return [
        types.InlayHint(
            snapshot.position(one.offset), one.text, padding_left=True, tooltip=one.whole
        )
        for one in inlay_hints(draft, start, end, settings.inlay_hints)
    ]


def answer_tokens(snapshot: Snapshot, params: types.SemanticTokensParams) -> Any:
    """Return the semantic tokens of a draft."""
    return _tokens(snapshot, 0, len(snapshot.text))


def answer_tokens_in_range(snapshot: Snapshot, params: types.SemanticTokensRangeParams) -> Any:
    """Return the semantic tokens in a range of a draft."""
    return _tokens(snapshot, snapshot.offset(params.range.start), snapshot.offset(params.range.end))


def _tokens(snapshot: Snapshot, start: int, end: int) -> dict[str, list[int]]:
    """Return `SemanticTokens` of the protocol as plain values: there are thousands of numbers."""
    draft, settings = snapshot.result.draft, snapshot.settings
    if not draft.is_resolution or not settings.enabled or not settings.semantic_tokens:
        return {"data": []}
    within = ((span, kind) for span, kind in tokens(draft) if start <= span[0] and span[1] <= end)
    return {"data": _as_numbers(snapshot, within)}


def _as_numbers(snapshot: Snapshot, found: Iterable[tuple[Span, str]]) -> list[int]:
    """Return tokens as the protocol counts them, each from the one before; parted at line ends."""
    data: list[int] = []
    last_line = last_character = 0
    for span, kind in found:
        number = token_kinds.KINDS.index(kind)
        for line, character, length in _pieces(snapshot, span):
            if line > last_line:
                last_character = 0
            data += [line - last_line, character - last_character, length, number, 0]
            last_line, last_character = line, character
    return data


def _pieces(snapshot: Snapshot, span: Span) -> Iterable[tuple[int, int, int]]:
    """Part a span at its line ends: most clients know no token of several lines.

    Yield the line, the units before the piece in that line, and the units of the piece.
    """
    source, (start, end) = snapshot.source, span
    (first, before), (last, after) = snapshot.place(start), snapshot.place(end)
    if first == last:
        yield first, before, after - before
        return
    for line in range(first, last + 1):
        line_start, line_end = source.line_span(line + 1)
        piece = max(start, line_start), min(end, line_end)
        if piece[0] < piece[1]:
            character = snapshot.place(piece[0])[1]
            yield line, character, snapshot.place(piece[1])[1] - character


def answer_selections(
    snapshot: Snapshot, params: types.SelectionRangeParams
) -> list[types.SelectionRange] | None:
    """Return for each position the ranges around it, the narrowest first."""
    draft = snapshot.result.draft
    if not draft.is_resolution:
        return None
    answers = []
    for position in params.positions:
        found: types.SelectionRange | None = None
        for span in reversed(selections_at(draft, snapshot.offset(position))):
            found = types.SelectionRange(snapshot.range(*span), found)
        answers.append(found or types.SelectionRange(types.Range(position, position)))
    return answers


def register(server: Server) -> None:
    """Register the features."""
    add = server.add_feature
    add(types.TEXT_DOCUMENT_INLAY_HINT, answer_inlay_hints)
    add(
        types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL,
        answer_tokens,
        LEGEND,
    )
    add(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, answer_tokens_in_range)
    add(types.TEXT_DOCUMENT_SELECTION_RANGE, answer_selections)
