"""Answer an editor's requests about a document, in the types of the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from reslint.data.own_registry import registry_of
from reslint.editor import NAME, NOTE, PARAGRAPH, PHRASE, RESOLUTION, SNIPPET
from reslint.editor.complete_resolutions import documentation
from reslint.editor.completion import completions_at
from reslint.editor.hover import hover_at
from reslint.editor.occurrences import document_links, occurrences_at
from reslint.editor.structure import COMMENT, folds, side_bar, symbols
from reslint.editor.wording import new_draft
from reslint.rulebook.book import full_rule
from reslint.rulebook.page import plain
from reslint.server.counterparts import CounterpartAnswers
from reslint.server.counterparts import register as register_counterparts
from reslint.server.messages import Plain
from reslint.server.positions import range_of
from reslint.server.symbols import shown_symbols

if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.editor import Completion
    from reslint.server.client import Client
    from reslint.server.documents import OpenDocuments, Snapshot
    from reslint.server.server import Server


_COMPLETION_KINDS = {
    PHRASE: types.CompletionItemKind.Keyword,
    NAME: types.CompletionItemKind.Class,
    RESOLUTION: types.CompletionItemKind.Reference,
    NOTE: types.CompletionItemKind.Reference,
    PARAGRAPH: types.CompletionItemKind.Reference,
    SNIPPET: types.CompletionItemKind.Snippet,
}
OUTLINE = "reslint/outline"
NEW_DRAFT = "reslint/newDraft"
_BEFORE_NUMBERS = (" ", "\u7b2c")
"""Characters after which the number of a paragraph may follow, and mostly something else."""
_TRIGGERS = ["*", "/", "(", "^", *_BEFORE_NUMBERS]
_DETAILED = (NAME, NOTE, PARAGRAPH, RESOLUTION)
"""Kinds of completion that nobody tells apart without their details."""


class ClientAnswers:
    """The answers that depend on the client's capabilities or on the rules."""

    def __init__(
        self, client: Client, documents: OpenDocuments, counterparts: CounterpartAnswers
    ) -> None:
        self._client = client
        self._documents = documents
        self._counterparts = counterparts

    def symbols(
        self, snapshot: Snapshot, params: types.DocumentSymbolParams
    ) -> list[dict[str, Any]] | list[types.SymbolInformation] | None:
        """Return the structure of the draft: a tree, or a list for a client without trees."""
        draft = _draft(snapshot)
        if draft is None:
            return None
        found = symbols(draft, snapshot.message_language)
        return shown_symbols(snapshot, found, tree=self._client.capabilities.symbol_tree)

    def hover(self, snapshot: Snapshot, params: types.HoverParams) -> types.Hover | None:
        """Describe what is at a position: findings, citations, names, notes, other versions."""
        draft = _draft(snapshot)
        if draft is None:
            return None
        folders = snapshot.settings.lint.rule_folders
        found = hover_at(
            draft,
            self._documents.findings(snapshot),
            snapshot.offset(params.position),
            lambda code: full_rule(code, folders),
            snapshot.message_language,
            messages=self._client.hover_messages,
        )
        pieces = [found.markdown] if found is not None else []
        counterpart = self._counterparts.hover(snapshot, params.position)
        if counterpart:
            pieces.append(counterpart)
        if not pieces:
            return None
        kind, text = types.MarkupKind.Markdown, "\n\n---\n\n".join(pieces)
        if not self._client.capabilities.markdown_hover:
            kind, text = types.MarkupKind.PlainText, plain(text)
        where = None if found is None else snapshot.range(*found.span)
        return types.Hover(types.MarkupContent(kind, text), where)

    def completion(
        self, snapshot: Snapshot, params: types.CompletionParams
    ) -> types.CompletionList | None:
        """Return what can be written at the cursor."""
        draft = snapshot.result.draft
        offset = snapshot.offset(params.position)
        typed = None if params.context is None else params.context.trigger_character
        found = completions_at(
            draft, offset, snapshot.message_language, only_numbers=typed in _BEFORE_NUMBERS
        )
        detailed = _DETAILED if self._client.capabilities.label_details else ()
        width = len(str(len(found.items)))
        items = [
            _completion(snapshot, draft, one, f"{place:0{width}}", detailed=one.kind in detailed)
            for place, one in enumerate(found.items)
            if one.kind != SNIPPET or self._client.capabilities.snippets
        ]
        return types.CompletionList(is_incomplete=not found.complete, items=items)

    def definition(
        self, snapshot: Snapshot, params: types.DefinitionParams
    ) -> list[types.Location] | None:
        """Return where the thing at a position is defined; for a note, where its markers are.

        Where there is no such thing, the paragraph in the other versions.
        """
        draft = _draft(snapshot)
        if draft is None:
            return None
        found = occurrences_at(draft, snapshot.offset(params.position))
        spans = [] if found is None else found.destinations()
        if not spans:
            return self._counterparts.definition(snapshot, params.position)
        return [types.Location(snapshot.uri, snapshot.range(*span)) for span in spans]


def answer_folding(
    snapshot: Snapshot, params: types.FoldingRangeParams
) -> list[types.FoldingRange] | None:
    """Return the ranges that fold."""
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


def answer_highlights(
    snapshot: Snapshot, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    """Return where the thing at the cursor occurs; its definition gets another kind."""
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
    """Return links from citations and symbols to the UN document site."""
    draft = _draft(snapshot)
    if draft is None:
        return None
    return [
        types.DocumentLink(snapshot.range(*link.span), link.address, tooltip=link.symbol)
        for link in document_links(draft)
    ]


def answer_outline(snapshot: Snapshot, params: Any) -> dict[str, Any] | None:
    """Return the outline for the side bar; None if the text is not a resolution."""
    draft = _draft(snapshot)
    if draft is None:
        return None

    def span(start: int, end: int) -> dict[str, Any]:
        return range_of(snapshot.place, start, end)

    shown = side_bar(draft, snapshot.result.diagnostics, span)
    return {"uri": snapshot.uri, "version": snapshot.version, **shown}


def _draft(snapshot: Snapshot) -> Draft | None:
    """Return the draft; None if the text is not a resolution."""
    draft = snapshot.result.draft
    return draft if draft.is_resolution else None


def _completion(
    snapshot: Snapshot, draft: Draft, one: Completion, order: str, *, detailed: bool
) -> types.CompletionItem:
    """Return a completion of the protocol; `detailed`: with its details in each row."""
    data = None
    if one.resolution is not None:
        organ, number = one.resolution
        data = {
            "organ": organ,
            "number": number,
            "language": draft.language,
            "registries": list(snapshot.settings.lint.registries),
        }
    return types.CompletionItem(
        label=one.label,
        kind=_COMPLETION_KINDS[one.kind],
        detail=one.detail or None,
        label_details=types.CompletionItemLabelDetails(description=one.detail)
        if detailed and one.detail
        else None,
        sort_text=order,
        filter_text=one.filter,
        text_edit=types.TextEdit(snapshot.range(*one.span), one.text),
        additional_text_edits=[
            types.TextEdit(snapshot.range(edit.start, edit.end), edit.text) for edit in one.further
        ]
        or None,
        data=data,
        insert_text_format=types.InsertTextFormat.Snippet if one.kind == SNIPPET else None,
    )


def register(server: Server) -> None:
    """Register the features."""
    counterparts = CounterpartAnswers(server.versions)
    register_counterparts(server, counterparts)
    answers = ClientAnswers(server.client, server.session.documents, counterparts)
    add = server.add_feature
    add(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, answers.symbols)
    add(types.TEXT_DOCUMENT_FOLDING_RANGE, answer_folding)
    add(types.TEXT_DOCUMENT_HOVER, answers.hover)
    add(types.TEXT_DOCUMENT_DEFINITION, answers.definition)
    add(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, answer_highlights)
    add(types.TEXT_DOCUMENT_DOCUMENT_LINK, answer_links, types.DocumentLinkOptions())
    add(
        types.TEXT_DOCUMENT_COMPLETION,
        answers.completion,
        types.CompletionOptions(trigger_characters=_TRIGGERS, resolve_provider=True),
    )
    add(OUTLINE, answer_outline)
    _register_diagnostics(server)
    server.feature(types.COMPLETION_ITEM_RESOLVE)(resolve_completion)
    server.feature(NEW_DRAFT)(answer_new_draft)


def _register_diagnostics(server: Server) -> None:
    """Register the pulling of diagnostics."""
    documents = server.session.documents

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(
            # The findings of a draft do not depend on others; a command checks a folder.
            inter_file_dependencies=False,
            workspace_diagnostics=False,
            identifier="reslint",
        ),
    )
    async def pull(params: types.DocumentDiagnosticParams) -> Any:
        uri = params.text_document.uri
        while True:
            await server.checked_snapshot(uri)
            document = documents.get(uri)
            if document is None or document.snapshot.check is None:
                return {"kind": "full", "items": []}
            if document.snapshot.check.done():
                break
            # Settings changed during the check: the answer is that of the new check.
        report = server.publisher.report_of(document)
        if params.previous_result_id == report.id:
            return {"kind": "unchanged", "resultId": report.id}
        return Plain({"kind": "full", "resultId": report.id, "items": report.items})


def resolve_completion(item: types.CompletionItem) -> types.CompletionItem:
    """Add the title and link of the resolution that a completion writes."""
    match item.data:
        case {
            "organ": str(organ),
            "number": str(number),
            "language": str(language),
            "registries": list(registries),
        }:
            known = registry_of(tuple(map(str, registries)))
            text = documentation(known, organ, number, language)
            if text:
                item.documentation = types.MarkupContent(types.MarkupKind.Markdown, text)
    return item


def answer_new_draft(params: Any) -> dict[str, str]:
    """Return the text of a new draft for an organ in a language."""
    organ, language = getattr(params, "organ", None), getattr(params, "language", None)
    if not isinstance(organ, str) or not isinstance(language, str):
        raise JsonRpcInvalidParams("organ and language are asked for, both texts")
    try:
        return {"text": new_draft(organ, language)}
    except LookupError as error:
        raise JsonRpcInvalidParams(str(error.args[0])) from None
