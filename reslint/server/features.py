"""Answers to an editor's questions about a snapshot, in the types of the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from reslint.editor.candidate import NAME, PHRASE, RESOLUTION
from reslint.editor.complete_resolutions import documentation
from reslint.editor.completion import completions_at
from reslint.editor.hover import hover_at
from reslint.editor.links import document_links
from reslint.editor.occurrences import occurrences_at
from reslint.editor.structure import COMMENT, folds, side_bar, symbols
from reslint.editor.templates import new_draft
from reslint.rules.page import plain
from reslint.server.report import range_of

if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.editor.candidate import Completion
    from reslint.editor.places import Span
    from reslint.editor.structure import Symbol
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server


_KINDS = {
    "masthead": types.SymbolKind.File,
    "title": types.SymbolKind.String,
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
    "notes": types.SymbolKind.Namespace,
    "note": types.SymbolKind.Key,
}
_COMPLETION_KINDS = {
    PHRASE: types.CompletionItemKind.Keyword,
    NAME: types.CompletionItemKind.Class,
    RESOLUTION: types.CompletionItemKind.Reference,
}
OUTLINE = "reslint/outline"
NEW_DRAFT = "reslint/newDraft"
_TRIGGERS = ["*", "/", "("]


class Answers:
    """The answers that depend on what the client can show and on the server's rules."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def symbols(
        self, snapshot: Snapshot, params: types.DocumentSymbolParams
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        """The structure of the draft: a tree, or a list for a client that knows no trees."""
        draft = _draft(snapshot)
        if draft is None:
            return None
        found = symbols(draft, snapshot.message_language)
        said = self._server.client_capabilities.text_document
        shown = said.document_symbol if said is not None else None
        if shown is not None and shown.hierarchical_document_symbol_support:
            return [_symbol(snapshot, one) for one in found]
        return [flat for one in found for flat in _flat(snapshot, one, None)]

    def hover(self, snapshot: Snapshot, params: types.HoverParams) -> types.Hover | None:
        """What is said of the place under the mouse."""
        draft = _draft(snapshot)
        if draft is None:
            return None
        folders = snapshot.settings.lint.rule_folders
        found = hover_at(
            draft,
            snapshot.result.diagnostics,
            snapshot.offset(params.position),
            lambda code: self._server.rulebooks.rule(code, folders),
            snapshot.message_language,
        )
        if found is None:
            return None
        said = self._server.client_capabilities.text_document
        shown = said.hover.content_format if said is not None and said.hover is not None else None
        kind = types.MarkupKind.Markdown
        text = found.markdown
        if shown and types.MarkupKind.Markdown not in shown:
            kind, text = types.MarkupKind.PlainText, plain(text)
        return types.Hover(types.MarkupContent(kind, text), snapshot.range(*found.span))


def answer_folding(
    snapshot: Snapshot, params: types.FoldingRangeParams
) -> list[types.FoldingRange] | None:
    """What folds."""
    draft = _draft(snapshot)
    if draft is None:
        return None
    return [
        types.FoldingRange(
            fold.first - 1,
            fold.last - 1,
            kind=types.FoldingRangeKind.Comment
            if fold.kind == COMMENT
            else types.FoldingRangeKind.Region,
        )
        for fold in folds(draft)
    ]


def answer_definition(
    snapshot: Snapshot, params: types.DefinitionParams
) -> list[types.Location] | None:
    """Where the thing at a place is defined; from a note, where its markers are."""
    draft = _draft(snapshot)
    found = occurrences_at(draft, snapshot.offset(params.position)) if draft is not None else None
    if found is None:
        return None
    spans = found.destinations()
    return [types.Location(snapshot.uri, snapshot.range(*span)) for span in spans]


def answer_references(
    snapshot: Snapshot, params: types.ReferenceParams
) -> list[types.Location] | None:
    """Where else the thing at a place is spoken of."""
    draft = _draft(snapshot)
    found = occurrences_at(draft, snapshot.offset(params.position)) if draft is not None else None
    if found is None:
        return None
    spans = found.all() if params.context.include_declaration else found.uses
    return [types.Location(snapshot.uri, snapshot.range(*span)) for span in spans]


def answer_highlights(
    snapshot: Snapshot, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    """The places of the thing at the cursor, the defining one marked otherwise."""
    draft = _draft(snapshot)
    found = occurrences_at(draft, snapshot.offset(params.position)) if draft is not None else None
    if found is None:
        return None
    defining = {one.selected for one in found.definitions}
    return [
        types.DocumentHighlight(
            snapshot.range(*span),
            types.DocumentHighlightKind.Write
            if span in defining
            else types.DocumentHighlightKind.Read,
        )
        for span in found.all()
    ]


def answer_links(
    snapshot: Snapshot, params: types.DocumentLinkParams
) -> list[types.DocumentLink] | None:
    """The documents that the draft names, on the document site."""
    draft = _draft(snapshot)
    if draft is None:
        return None
    return [
        types.DocumentLink(snapshot.range(*link.span), link.address, tooltip=link.symbol)
        for link in document_links(draft)
    ]


def answer_completion(
    snapshot: Snapshot, params: types.CompletionParams
) -> types.CompletionList | None:
    """What can be written at the cursor."""
    draft = snapshot.result.draft
    found = completions_at(draft, snapshot.offset(params.position), snapshot.message_language)
    width = len(str(len(found.items)))
    items = [
        _completion(snapshot, draft, one, f"{place:0{width}}")
        for place, one in enumerate(found.items)
    ]
    return types.CompletionList(is_incomplete=not found.all_there, items=items)


def answer_outline(snapshot: Snapshot, params: Any) -> dict[str, Any] | None:
    """The outline of the side bar, null for a text that is no draft."""
    draft = _draft(snapshot)
    if draft is None:
        return None

    def span(start: int, end: int) -> dict[str, Any]:
        return range_of(snapshot.place, start, end)

    shown = side_bar(draft, snapshot.result.diagnostics, span)
    return {"uri": snapshot.uri, "version": snapshot.version, **shown}


def _draft(snapshot: Snapshot) -> Draft | None:
    """The draft, None where the text is none or nothing is to be said of it."""
    draft = snapshot.result.draft
    return draft if draft.is_resolution else None


def _symbol(snapshot: Snapshot, symbol: Symbol) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=symbol.name,
        detail=symbol.detail,
        kind=_KINDS[symbol.kind],
        range=snapshot.range(*symbol.span),
        selection_range=snapshot.range(*_within(symbol.selected, symbol.span)),
        children=[_symbol(snapshot, child) for child in symbol.children],
    )


def _within(span: Span, outer: Span) -> Span:
    """A span held inside another one, as the protocol demands."""
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


def _completion(
    snapshot: Snapshot, draft: Draft, one: Completion, order: str
) -> types.CompletionItem:
    data = None
    if one.resolution is not None:
        organ, number = one.resolution
        data = {"organ": organ, "number": number, "language": draft.language}
    return types.CompletionItem(
        label=one.label,
        kind=_COMPLETION_KINDS[one.kind],
        detail=one.detail or None,
        sort_text=order,
        filter_text=one.filter,
        text_edit=types.TextEdit(snapshot.range(*one.span), one.text),
        additional_text_edits=[
            types.TextEdit(snapshot.range(edit.start, edit.end), edit.text) for edit in one.further
        ]
        or None,
        data=data,
    )


def register(server: Server) -> None:
    """Add the features to the server."""
    answers = Answers(server)
    add = server.add_feature
    add(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, answers.symbols)
    add(types.TEXT_DOCUMENT_FOLDING_RANGE, answer_folding)
    add(types.TEXT_DOCUMENT_HOVER, answers.hover)
    add(types.TEXT_DOCUMENT_DEFINITION, answer_definition)
    add(types.TEXT_DOCUMENT_REFERENCES, answer_references)
    add(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, answer_highlights)
    add(types.TEXT_DOCUMENT_DOCUMENT_LINK, answer_links, types.DocumentLinkOptions())
    add(
        types.TEXT_DOCUMENT_COMPLETION,
        answer_completion,
        types.CompletionOptions(trigger_characters=_TRIGGERS, resolve_provider=True),
    )
    add(OUTLINE, answer_outline)
    server.feature(types.COMPLETION_ITEM_RESOLVE)(resolve_completion)
    server.feature(NEW_DRAFT)(answer_new_draft)


def resolve_completion(item: types.CompletionItem) -> types.CompletionItem:
    """The item with what is said of the resolution that it writes."""
    match item.data:
        case {"organ": str(organ), "number": str(number), "language": str(language)}:
            said = documentation(organ, number, language)
            if said:
                item.documentation = types.MarkupContent(types.MarkupKind.Markdown, said)
    return item


def answer_new_draft(params: Any) -> dict[str, str]:
    """The text of a new draft of an organ in a language."""
    organ, language = getattr(params, "organ", None), getattr(params, "language", None)
    if not isinstance(organ, str) or not isinstance(language, str):
        raise JsonRpcInvalidParams("organ and language are asked for, both texts")
    try:
        return {"text": new_draft(organ, language)}
    except LookupError as error:
        raise JsonRpcInvalidParams(str(error.args[0])) from None
