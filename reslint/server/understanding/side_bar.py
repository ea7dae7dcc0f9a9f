"""The outline of an editor's side bar (`reslint/outline`): structure, findings, notes, citations.

Plain values, with offsets turned into ranges by the caller's function.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reslint import registry
from reslint.diagnostics import SEVERITIES
from reslint.facts.citations import citations
from reslint.facts.names import ACRONYM, CAPITALS, NEAR, OFFICIAL, table_of
from reslint.facts.notes import numberings
from reslint.outline import Node, opening_words, outline
from reslint.server.understanding.document_site import address, resolution_symbol
from reslint.server.understanding.entity_mentions import all_mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reslint.diagnostics import Diagnostic
    from reslint.draft.model import Draft
    from reslint.facts.citations.model import Citation

    MakeRange = Callable[[int, int], Any]

_NAMING = (OFFICIAL, CAPITALS, NEAR, ACRONYM)
_NOTE_WORDS, _NOTE_COLUMNS = 40, 240


def side_bar(
    draft: Draft, diagnostics: Sequence[Diagnostic], range_of: MakeRange
) -> dict[str, Any]:
    """What a side bar shows of a draft; `range_of` turns offsets into a range.

    The findings of a section are its own: those in its children are theirs.
    """
    title = draft.masthead.title
    return {
        "language": draft.language,
        "organ": draft.organ,
        "symbol": draft.masthead.symbol,
        "title": title.text if title is not None else "",
        "sections": _sections(draft, diagnostics, range_of),
        "notes": _notes(draft, diagnostics, range_of),
        "citations": list(_citations(draft, range_of)),
        "bodies": _bodies(draft, range_of),
    }


def _sections(
    draft: Draft, diagnostics: Sequence[Diagnostic], range_of: MakeRange
) -> list[dict[str, Any]]:
    roots = outline(draft)
    nodes = [node for root in roots for node in root.walk()]
    counts = _counts(nodes, _outside_notes(draft, diagnostics))

    def data(node: Node) -> dict[str, Any]:
        return {
            "kind": node.kind,
            "label": node.label,
            "text": opening_words(node.text),
            "range": range_of(node.start, node.end),
            "findings": counts[node],
            "children": [data(child) for child in node.children],
        }

    return [data(node) for node in roots]


def _outside_notes(draft: Draft, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings that are in no note: a page break may put one within a paragraph."""
    notes = [(note.paragraph.start, note.paragraph.end) for note in draft.notes]
    return [one for one in diagnostics if not any(a <= one.start < b for a, b in notes)]


def _counts(nodes: list[Node], diagnostics: Sequence[Diagnostic]) -> dict[Node, dict[str, int]]:
    """The findings of each node by severity, those of its children apart.

    A finding belongs to the innermost node in which it starts; `nodes` are in order of place,
    outer ones first.
    """
    counts = {node: dict.fromkeys(SEVERITIES, 0) for node in nodes}
    innermost: list[Node] = []  # those that hold the place at hand, outer ones first
    waiting = iter([*nodes, None])
    following = next(waiting)
    for diagnostic in sorted(diagnostics, key=lambda one: one.start):
        while following is not None and following.start <= diagnostic.start:
            while innermost and innermost[-1].end <= following.start:
                innermost.pop()
            innermost.append(following)
            following = next(waiting)
        while innermost and innermost[-1].end <= diagnostic.start:
            innermost.pop()
        if innermost:
            counts[innermost[-1]][diagnostic.severity] += 1
    return counts


def _notes(
    draft: Draft, diagnostics: Sequence[Diagnostic], range_of: MakeRange
) -> list[dict[str, Any]]:
    nodes = {
        note: Node("note", note.paragraph, note.paragraph.start, note.paragraph.end)
        for note in draft.notes
    }
    counts = _counts(sorted(nodes.values(), key=lambda node: node.start), diagnostics)
    return [
        {
            "number": note.number,
            "text": opening_words(note.paragraph.text, _NOTE_WORDS, _NOTE_COLUMNS),
            "range": range_of(note.paragraph.start, note.paragraph.end),
            "findings": counts[nodes[note]],
            "markers": [
                range_of(marker.start, marker.end)
                for _, marker in series.uses_of.get(note.number, ())
            ],
        }
        for series in numberings(draft)
        for note in series.notes
    ]


def _citations(draft: Draft, range_of: MakeRange) -> Iterator[dict[str, Any]]:
    known: dict[tuple[str, str, str], dict[str, Any]] = {}
    for citation in citations(draft).citations:
        key = (citation.organ, citation.kind, citation.number.key)
        if key not in known:
            known[key] = _cited(draft, citation)
        yield {**known[key], "range": range_of(*citation.span())}


def _cited(draft: Draft, citation: Citation) -> dict[str, Any]:
    """What is known of a resolution that a draft cites."""
    symbol = resolution_symbol(citation)
    found: dict[str, Any] = {"symbol": symbol or citation.number.text}
    entry = registry.find(citation.organ, citation.number.key) if citation.organ else None
    if entry is not None:
        title = entry.title(draft.language) or entry.title("en")
        if title:
            found["title"] = title
        year, month, day = entry.date
        found["date"] = f"{year:04}-{month:02}-{day:02}"
    if symbol:
        found["link"] = address(symbol, draft.language)
    return found


def _bodies(draft: Draft, range_of: MakeRange) -> list[dict[str, Any]]:
    """The bodies and instruments that a draft names, the most frequent first."""
    names = table_of(draft).full_names
    places: dict[str, list[Any]] = {}
    for entity, start, end in _named(draft):
        places.setdefault(entity, []).append(range_of(start, end))
    found = [
        {"name": names.get(entity, entity), "count": len(ranges), "ranges": ranges}
        for entity, ranges in places.items()
    ]
    return sorted(found, key=lambda one: -int(one["count"]))


def _named(draft: Draft) -> Iterator[tuple[str, int, int]]:
    for mention in all_mentions(draft):
        if mention.entity and mention.kind in _NAMING:
            yield mention.entity, *mention.paragraph.source_span(mention.start, mention.end)
