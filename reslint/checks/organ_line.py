"""What is wrong with the organ lines of a draft."""

from __future__ import annotations

from reslint.draft.block_roles import without_quotation
from reslint.facts.draft_text import first_word
from reslint.facts.emphasis import mark_of, preferred_kind
from reslint.text.diagnostics import Edit
from reslint.text.folding import COMMAS, INVISIBLE, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph, Resolution


class OrganLineFault:
    """A fault of an organ line: its kind, source span, wording, edits."""

    __slots__ = ("edits", "end", "kind", "place", "right", "start", "written")

    def __init__(
        self,
        kind: str,
        paragraph: Paragraph,
        start: int,
        end: int,
        *,
        right: str = "",
        edits: tuple[Edit, ...] = (),
    ) -> None:
        self.kind = kind
        self.place = paragraph.place
        self.start = start
        self.end = end
        self.right = right
        self.written = paragraph.text.strip(INVISIBLE)
        self.edits = edits


def organ_line_faults(draft: Draft) -> Iterator[OrganLineFault]:
    """The faults of all organ lines, at most one a line."""
    for resolution in draft.resolutions:
        line = resolution.organ_line
        if line is None:
            fault = _missing(draft, resolution)
        else:
            fault = _judge(draft, resolution, line)
        if fault is not None:
            yield fault


def _judge(draft: Draft, resolution: Resolution, line: Paragraph) -> OrganLineFault | None:
    text = line.text
    start = len(text) - len(without_quotation(text))
    bare = text.rstrip(INVISIBLE)
    comma = bare[-1:] in COMMAS
    end = len(bare.rstrip(COMMAS).rstrip(INVISIBLE)) if comma else len(bare)
    edits: list[Edit] = []
    kind = ""
    official = draft.vocabulary.organ_line(resolution.line_organ)
    if official and fold(text[start:end]) != fold(official):
        span = line.source_span(start, end)
        if span[1] - span[0] != end - start:
            return OrganLineFault("name", line, *span, right=official)
        return OrganLineFault("name", line, *span, right=official, edits=(Edit(*span, official),))
    kinds = draft.vocabulary.forms["emphasis_of_organ_line"]
    if draft.emphasis_known:
        covering = [e for e in line.emphases if e.start <= start and e.end >= end]
        usual = preferred_kind(draft)
        mark = mark_of(usual if usual in kinds else kinds[0])
        if not line.emphases and not line.stray:
            first, last = line.source_span(start, end)
            edits += [Edit(first, first, mark), Edit(last, last, mark)]
            kind = "plain"
        elif covering and covering[0].kind not in kinds:
            edits += [Edit(*covering[0].opening, mark), Edit(*covering[0].closing, mark)]
            kind = "emphasis"
    if resolution.preamble and not comma:
        place = _after(line, len(bare))
        edits.append(Edit(place, place, draft.vocabulary.marks["comma"]))
        kind = kind or "comma"
    elif resolution.preamble and bare[-1] != draft.vocabulary.marks["comma"]:
        edits.append(line.edit(len(bare) - 1, len(bare), draft.vocabulary.marks["comma"]))
        kind = kind or "comma"
    elif comma and not resolution.preamble and resolution.operative:
        edits.append(line.edit(end, len(bare), ""))
        kind = kind or "no-comma"
    if not kind:
        return None
    right = text[start:end] + ("" if not resolution.preamble else draft.vocabulary.marks["comma"])
    first, last = line.source_span(start, len(bare))
    return OrganLineFault(kind, line, first, last, right=right, edits=_together(edits))


def _together(edits: list[Edit]) -> tuple[Edit, ...]:
    """Edits at one place as one: the mark of emphasis first, then the comma."""
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        if last is not None and last.end == edit.start == edit.end and last.start == last.end:
            joined[-1] = Edit(last.start, last.end, last.text + edit.text)
        else:
            joined.append(edit)
    return tuple(joined)


def _after(line: Paragraph, end: int) -> int:
    """The source place after the last word, outside of its emphasis."""
    place = line.plain.source_end(end)
    return max([place, *(e.closing[1] for e in line.emphases if e.end >= end)])


def _missing(draft: Draft, resolution: Resolution) -> OrganLineFault | None:
    """No organ line at all: the first paragraph is named."""
    paragraphs = resolution.preamble or resolution.operative
    if not paragraphs:
        return None
    first = paragraphs[0]
    return OrganLineFault("missing", first, *first.source_span(*first_word(first.text)))
