"""The structure of a draft with what an outline shows of each piece: a name, a detail."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reslint.draft.model import CLOSING, MASTHEAD, OPERATIVE, PREAMBLE
from reslint.outline import RESOLUTION, Node, opening_words, outline
from reslint.server.wordings import wording

if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.server.understanding.whereabouts import Span

NOTES, NOTE = "notes", "note"

_PARTS = (MASTHEAD, PREAMBLE, OPERATIVE, CLOSING)


@dataclass(slots=True)
class Symbol:
    """A piece of the structure: `name` is what to show, `selected` where to go.

    `kind` is that of the node (`reslint.outline`), `notes` or `note`.
    """

    kind: str
    name: str
    detail: str
    span: Span
    selected: Span
    children: list[Symbol] = field(default_factory=list)


def symbols(draft: Draft, language: str = "en") -> list[Symbol]:
    """The symbols of a draft in order, its notes last; `language` names the parts."""
    found = [_symbol(node, language) for node in outline(draft)]
    notes = [
        Symbol(
            NOTE,
            f"{note.number}  {opening_words(note.paragraph.text)}".strip(),
            "",
            (note.paragraph.start, note.paragraph.end),
            note.number_span,
        )
        for note in draft.notes
    ]
    if notes:
        span = (min(one.span[0] for one in notes), max(one.span[1] for one in notes))
        name = wording(NOTES, language)
        found.append(Symbol(NOTES, name, str(len(notes)), span, notes[0].span, notes))
    return found


def _symbol(node: Node, language: str) -> Symbol:
    children = [_symbol(child, language) for child in node.children]
    paragraph = node.paragraph
    span = (node.start, node.end)
    if node.kind in _PARTS or paragraph is None:
        count = sum(child.kind == "paragraph" for child in _leaves(node))
        detail = str(count) if count and node.kind in (PREAMBLE, OPERATIVE) else ""
        return Symbol(node.kind, wording(node.kind, language), detail, span, span, children)
    words = opening_words(paragraph.text)
    selected = (paragraph.start, paragraph.end)
    if node.kind == RESOLUTION:
        resolution = paragraph.resolution
        nested = resolution is not None and resolution.parent is not None and not node.label
        name = f"{wording('nested' if nested else RESOLUTION, language)} {node.label}".strip()
        return Symbol(node.kind, name, words, span, selected, children)
    name = f"{node.label}  {words}" if node.label else words
    return Symbol(node.kind, name or wording(node.kind, language), "", span, selected, children)


def _leaves(node: Node) -> list[Node]:
    """The paragraphs of a part that count: under headings, too, but no sub-paragraphs."""
    found = []
    for child in node.children:
        if child.kind == "heading":
            found += child.children
        else:
            found.append(child)
    return found
