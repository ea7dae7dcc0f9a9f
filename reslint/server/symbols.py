"""The structure of a draft as the symbols of the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reslint.server.positions import range_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.editor.places import Span
    from reslint.editor.structure import Symbol
    from reslint.server.documents import Snapshot


_KINDS = {
    "masthead": types.SymbolKind.File,
    # Not a string: that is what the editor's own headings are, which a setting hides.
    "title": types.SymbolKind.Property,
    "resolution": types.SymbolKind.Package,
    "organ line": types.SymbolKind.Interface,
    "preamble": types.SymbolKind.Namespace,
    "operative": types.SymbolKind.Module,
    "heading": types.SymbolKind.Class,
    "annex": types.SymbolKind.Package,
    "closing": types.SymbolKind.Event,
    "paragraph": types.SymbolKind.Function,
    "table": types.SymbolKind.Array,
    "quotation": types.SymbolKind.Constant,
    "outside": types.SymbolKind.Null,
    "notes": types.SymbolKind.Namespace,
    "note": types.SymbolKind.Key,
}


def shown_symbols(
    snapshot: Snapshot, found: Iterable[Symbol], *, tree: bool
) -> list[dict[str, Any]] | list[types.SymbolInformation]:
    """Return symbols as a tree, or as a list for a client without trees.

    The tree consists of plain values: editors ask for it after each keystroke, and making objects
    of the protocol's types, which are plain values again in the answer, took most of the time.
    """
    if tree:
        return [_symbol(snapshot, one) for one in found]
    return [flat for one in found for flat in _flat(snapshot, one, None)]


def _symbol(snapshot: Snapshot, symbol: Symbol) -> dict[str, Any]:
    """Return a `DocumentSymbol` of the protocol as plain values."""
    place, selected = snapshot.place, _within(symbol.selected, symbol.span)
    shown = range_of(place, *symbol.span)
    return {
        "name": symbol.name,
        "detail": symbol.detail,
        "kind": _KINDS[symbol.kind].value,
        "range": shown,
        "selectionRange": shown if selected == symbol.span else range_of(place, *selected),
        "children": [_symbol(snapshot, child) for child in symbol.children],
    }


def _within(span: Span, outer: Span) -> Span:
    """Clamp a span to another one, as the protocol demands."""
    start = min(max(span[0], outer[0]), outer[1])
    return start, min(max(span[1], start), outer[1])


def _flat(
    snapshot: Snapshot, symbol: Symbol, container: str | None
) -> list[types.SymbolInformation]:
    own = types.SymbolInformation(
        location=types.Location(snapshot.uri, snapshot.range(*symbol.span)),
        name=symbol.name,
        kind=_KINDS[symbol.kind],
        container_name=container,
    )
    children = [flat for child in symbol.children for flat in _flat(snapshot, child, symbol.name)]
    return [own, *children]
