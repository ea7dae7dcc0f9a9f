"""The features of an editor, answered from a draft: the protocol's side of this package.

Each answer is a function of a snapshot and the parameters; offsets become positions here and
nowhere else. A text that is no draft is left to the editor's other helpers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from reslint.server.understanding.answers import (
    Answers,
    answer_completion,
    answer_definition,
    answer_folding,
    answer_highlights,
    answer_links,
    answer_outline,
    answer_references,
)
from reslint.server.understanding.completing_resolutions import documentation
from reslint.server.understanding.templates import new_draft

if TYPE_CHECKING:
    from reslint.server.server import Server

OUTLINE = "reslint/outline"
NEW_DRAFT = "reslint/newDraft"

_TRIGGERS = ["*", "/", "("]


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
