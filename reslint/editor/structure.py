"""The structure of a draft for an editor: side bar, folding ranges, document symbols.

The outline of the side bar (`reslint/outline`) has sections with their findings, notes, citations
and bodies, as plain values; the caller's function turns offsets into ranges.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reslint.citations.document_site import address, resolution_symbol
from reslint.citations.finder import citations
from reslint.draft.model import CLOSING, MASTHEAD, OPERATIVE, PREAMBLE
from reslint.draft.model import NOTE as NOTE_PART
from reslint.draft.outline import RESOLUTION, Node, opening_of_paragraph, opening_words, outline
from reslint.editor.wording import wording
from reslint.facts.notes import numberings
from reslint.names.mentions import ACRONYM, CAPITALS, NEAR, OFFICIAL, all_mentions, table_of
from reslint.text.diagnostics import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reslint.citations.model import Citation
    from reslint.draft.model import Draft
    from reslint.editor.places import Span
    from reslint.text.diagnostics import Diagnostic

    MakeRange = Callable[[int, int], Any]


_NAMING = (OFFICIAL, CAPITALS, NEAR, ACRONYM)
_NOTE_WORDS, _NOTE_COLUMNS = 40, 240
REGION = "region"
COMMENT = "comment"
_FOLDED_BLOCKS = ("note", "comment", "front matter")
NOTES, NOTE = "notes", "note"
_PARTS = (MASTHEAD, PREAMBLE, OPERATIVE, CLOSING)


def side_bar(
    draft: Draft, diagnostics: Sequence[Diagnostic], range_of: MakeRange
) -> dict[str, Any]:
    """Return the side bar's outline of a draft; `range_of` turns offsets into a range.

    A section's findings do not include those of its children.
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
            "text": "" if node.paragraph is None else opening_of_paragraph(node.paragraph),
            "range": range_of(node.start, node.end),
            "findings": counts[node],
            "children": [data(child) for child in node.children],
        }

    return [data(node) for node in roots]


def _outside_notes(draft: Draft, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the findings outside notes: a page break may put a note inside a paragraph."""
    notes = sorted((note.paragraph.start, note.paragraph.end) for note in draft.notes)
    starts = [start for start, _ in notes]
    ends = list(accumulate((end for _, end in notes), max, initial=0))  # of the notes up to here
    return [one for one in diagnostics if ends[bisect_right(starts, one.start)] <= one.start]


def _counts(nodes: list[Node], diagnostics: Sequence[Diagnostic]) -> dict[Node, dict[str, int]]:
    """Count the findings of each node by severity, without those of its children.

    A finding belongs to the innermost node in which it starts; `nodes` are in order of their
    start, outer ones first.
    """
    counts = {node: dict.fromkeys(SEVERITIES, 0) for node in nodes}
    innermost: list[Node] = []  # the nodes around the current place, outer ones first
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
    """Return symbol, title, date and link of a cited resolution, as far as known."""
    symbol = resolution_symbol(citation)
    found: dict[str, Any] = {"symbol": symbol or citation.number.text}
    entry = draft.registry.find(citation.organ, citation.number.key) if citation.organ else None
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
    """Return the bodies and instruments that a draft names, the most frequent first."""
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


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines that fold into the first of them; 1-based, the last included."""

    first: int
    last: int
    kind: str


def folds(draft: Draft) -> list[Fold]:
    """Return what folds: parts, headings, paragraphs, comments, and runs of notes."""
    source = draft.source
    found: dict[tuple[int, int], Fold] = {}
    for start, end, kind in _spans(draft):
        first, last = source.position(start)[0], source.position(max(start, end - 1))[0]
        if last > first:
            found.setdefault((first, last), Fold(first, last, kind))
    return [found[key] for key in sorted(found, key=lambda key: (key[0], -key[1]))]


def _spans(draft: Draft) -> Iterator[tuple[int, int, str]]:
    notes = [(note.paragraph.start, note.paragraph.end) for note in draft.notes]
    for root in outline(draft):
        for node in root.walk():
            # A part ends with its last paragraph, before the notes that follow.
            yield node.start, node.end, REGION
    yield from ((*run, REGION) for run in _runs(draft, notes))
    for block in draft.blocks:
        if block.kind == "comment":
            yield block.start, block.end, COMMENT
        elif block.kind in _FOLDED_BLOCKS:
            yield block.start, block.end, REGION


def _runs(draft: Draft, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Merge spans that have only white space between them."""
    text = draft.source.text
    run: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if run is not None and not text[run[1] : start].strip():
            run = (run[0], max(run[1], end))
            continue
        if run is not None:
            yield run
        run = (start, end)
    if run is not None:
        yield run


@dataclass(slots=True)
class Symbol:
    """A node of the structure: `name` is shown, `selected` is the span to go to.

    `kind` is that of the node (`reslint.draft.outline`), `notes` or `note`.
    """

    kind: str
    name: str
    detail: str
    span: Span
    selected: Span
    children: list[Symbol] = field(default_factory=list)


def symbols(draft: Draft, language: str = "en") -> list[Symbol]:
    """Return the symbols of a draft in order, notes last; names of parts are in `language`."""
    found = [_symbol(node, language) for node in outline(draft)]
    notes = [
        Symbol(
            NOTE,
            f"{note.number}  {opening_of_paragraph(note.paragraph)}".strip(),
            "",
            (note.paragraph.start, note.paragraph.end),
            note.number_span,
        )
        for note in draft.notes
    ]
    for run in _note_groups(draft, notes):
        name = wording(NOTES, language)
        span = (run[0].span[0], run[-1].span[1])
        found.append(Symbol(NOTES, name, str(len(run)), span, run[0].span, run))
    return found


def _note_groups(draft: Draft, notes: list[Symbol]) -> list[list[Symbol]]:
    """Return the notes in runs between which other paragraphs stand.

    Notes at the foot of each page stand all over the draft: a span over all of them would hold
    the draft itself, and an editor that shows where a line belongs would name the notes.
    """
    others = sorted(one.start for one in draft.paragraphs if one.part != NOTE_PART)
    runs: list[list[Symbol]] = []
    for note in sorted(notes, key=lambda one: one.span):
        last = runs[-1][-1] if runs else None
        if last is not None and bisect_left(others, last.span[1]) == bisect_left(
            others, note.span[0]
        ):
            runs[-1].append(note)
        else:
            runs.append([note])
    return runs


def _symbol(node: Node, language: str) -> Symbol:
    children = [_symbol(child, language) for child in node.children]
    paragraph = node.paragraph
    span = (node.start, node.end)
    if node.kind in _PARTS or paragraph is None:
        count = sum(child.kind == "paragraph" for child in _leaves(node))
        detail = str(count) if count and node.kind in (PREAMBLE, OPERATIVE) else ""
        return Symbol(node.kind, wording(node.kind, language), detail, span, span, children)
    words = opening_of_paragraph(paragraph)
    selected = (paragraph.start, paragraph.end)
    if node.kind == RESOLUTION:
        resolution = paragraph.resolution
        nested = resolution is not None and resolution.parent is not None and not node.label
        name = f"{wording('nested' if nested else RESOLUTION, language)} {node.label}".strip()
        return Symbol(node.kind, name, words, span, selected, children)
    name = f"{node.label}  {words}" if node.label else words
    return Symbol(node.kind, name or wording(node.kind, language), "", span, selected, children)


def _leaves(node: Node) -> list[Node]:
    """Return the paragraphs of a part, also those under headings, without sub-paragraphs."""
    found = []
    for child in node.children:
        if child.kind == "heading":
            found += child.children
        else:
            found.append(child)
    return found
