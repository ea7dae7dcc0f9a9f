"""A draft on the HTML page as a reader would see it, its findings beside it."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right

from reslint.data.patterns import expression
from reslint.draft import model
from reslint.reports.html_words import LANGUAGES, RIGHT_TO_LEFT, SYMBOLS, isolated, place_in, safe
from reslint.text.diagnostics import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reslint.blocks.model import PlainText
    from reslint.draft.model import Draft, Paragraph
    from reslint.linting.results import FileResult, Reported
    from reslint.text.source import Source

    Span = tuple[int, int, int]
    """The number of a finding, and the source span it marks."""


LABEL, TEXT, MARKER, POINT = "label", "text", "marker", "point"
_MAX_SIZE = 20_000_000
"""Bytes of a draft that is shown as a whole: no browser shows a larger one usefully."""
_LONGEST_CHANGE = 90  # characters: a longer one is better read in the draft
_EMPHASES = {
    "italic": ("<em>", "</em>"),
    "bold": ("<strong>", "</strong>"),
    "bold italic": ("<strong><em>", "</em></strong>"),
    "underline": ("<u>", "</u>"),
}
# Words of Hebrew, Arabic and their like, with the marks that emphasize them.
_STRONG = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RIGHT_TO_LEFT_WORDS = expression(
    rf"([(*_]*[{_STRONG}](?:[^“”«»\"(),:A-Za-z]*[{_STRONG}])?[)*_…]*)"
)


class Piece:
    """A piece of a paragraph in which nothing changes.

    `emphases` are its kinds of emphasis, `findings` the numbers of the findings that mark it,
    `ends` those of them that go no further.
    """

    __slots__ = ("emphases", "ends", "findings", "kind", "text")

    def __init__(
        self,
        kind: str,
        text: str,
        findings: tuple[int, ...] = (),
        emphases: tuple[str, ...] = (),
    ) -> None:
        self.kind = kind
        self.text = text
        self.findings = findings
        self.emphases = emphases
        self.ends: tuple[int, ...] = ()


def pieces(
    paragraph: Paragraph, spans: Iterable[Span], label: tuple[str, int, int] | None = None
) -> list[Piece]:
    """The pieces of a paragraph in order; `label` is what stands before its text, and where."""
    ranges: list[Span] = []  # in plain offsets
    places: dict[int, list[tuple[int, Piece]]] = {}  # what stands before a plain offset
    on_label: list[int] = []
    on_markers: list[list[int]] = [[] for _ in paragraph.markers]
    for number, start, end in spans:
        touched = False
        if label is not None and start < label[2] and end > label[1]:
            on_label.append(number)
            touched = True
        for marker, numbers in zip(paragraph.markers, on_markers, strict=True):
            if start < marker.end and end > marker.start:
                numbers.append(number)
                touched = True
        covered = _plain_range(paragraph.plain, start, end)
        if covered is not None:
            ranges.append((number, *covered))
        elif not touched:
            at = _plain_place(paragraph.plain, start)
            places.setdefault(at, []).append((start, Piece(POINT, "", (number,))))
    for marker, numbers in zip(paragraph.markers, on_markers, strict=True):
        piece = Piece(MARKER, marker.number, tuple(numbers))
        places.setdefault(marker.at, []).append((marker.start, piece))
    made = [] if label is None else [Piece(LABEL, label[0], tuple(on_label))]
    made += _text_pieces(paragraph, ranges, places)
    last = {number: index for index, piece in enumerate(made) for number in piece.findings}
    for number, index in last.items():
        made[index].ends += (number,)
    return made


def _text_pieces(
    paragraph: Paragraph, ranges: list[Span], places: dict[int, list[tuple[int, Piece]]]
) -> list[Piece]:
    """The text, cut wherever an emphasis or a finding begins or ends, with what stands in it."""
    text = paragraph.text
    cuts = {0, len(text), *places}
    for emphasis in paragraph.emphases:
        cuts.update((emphasis.start, emphasis.end))
    for _, start, end in ranges:
        cuts.update((start, end))
    made: list[Piece] = []
    ordered = sorted(cuts)
    for index, start in enumerate(ordered):
        made += [piece for _, piece in sorted(places.get(start, ()), key=lambda item: item[0])]
        end = ordered[index + 1] if index + 1 < len(ordered) else start
        if end == start:
            continue
        findings = tuple(number for number, first, last in ranges if first <= start and end <= last)
        emphases = tuple(
            emphasis.kind
            for emphasis in paragraph.emphases
            if emphasis.start <= start and end <= emphasis.end
        )
        made.append(Piece(TEXT, text[start:end], findings, emphases))
    return made


def _runs(plain: PlainText) -> Iterable[tuple[int, int, int, int]]:
    """The runs of a plain text with the plain offset at which each ends."""
    runs = plain.runs
    for index, (start, source, length) in enumerate(runs):
        end = runs[index + 1][0] if index + 1 < len(runs) else len(plain.text)
        yield start, end, source, length


def _plain_range(plain: PlainText, start: int, end: int) -> tuple[int, int] | None:
    """The plain characters that a source span touches, None for none."""
    first = last = None
    for begin, stop, source, length in _runs(plain):
        if source >= end or source + length <= start or stop <= begin:
            continue
        straight = stop - begin == length
        if first is None:
            first = begin + max(0, start - source) if straight else begin
        last = begin + min(length, end - source) if straight else stop
    return None if first is None or last is None or last <= first else (first, last)


def _plain_place(plain: PlainText, offset: int) -> int:
    """The plain offset of the first character that stands at or after a source offset."""
    for begin, stop, source, length in _runs(plain):
        if offset <= source:
            return begin
        if offset < source + length:
            return min(begin + offset - source, stop)
    return len(plain.text)


def by_paragraph(draft: Draft, spans: Iterable[Span]) -> tuple[dict[int, list[Span]], list[Span]]:
    """The spans that each paragraph (by its place in the draft) shows, and those of the whole.

    What touches no paragraph (a comment) goes to the next one.
    """
    blocks = sorted(
        (block.start, block.end, index)
        for index, paragraph in enumerate(draft.paragraphs)
        for block in paragraph.blocks
    )
    starts = [block[0] for block in blocks]
    ends = sorted(block[1] for block in blocks)
    found: dict[int, list[Span]] = {}
    whole = []
    for span in spans:
        _, start, end = span
        # Blocks do not overlap: those that end after the start and start before the end.
        first = bisect_right(ends, start) if end > start else bisect_left(ends, start)
        last = max(bisect_left(starts, end), bisect_right(starts, start))
        indices = {block[2] for block in blocks[first:last]}
        if not indices and blocks:
            indices = {blocks[min(first, len(blocks) - 1)][2]}
        if not indices:
            whole.append(span)
        for index in sorted(indices):
            found.setdefault(index, []).append(span)
    return found, whole


def source_again(result: FileResult) -> Source | None:
    """The source that was checked, read again; None where it cannot be had or is another now.

    A result is small and may come from another process or machine: it does not carry the text.
    """
    from reslint.text.source import Source, UnreadableText, decode

    # A FIFO would wait for ever; only a plain file can be read twice.
    if result.errors and not result.language:
        return None
    if result.text:
        return Source(result.text, result.path)
    try:
        if not os.path.isfile(result.path) or os.path.getsize(result.path) > _MAX_SIZE:
            return None
        with open(result.path, "rb") as stream:
            source = decode(stream.read(), result.path)
    except (OSError, ValueError, UnreadableText):
        return None
    return source if all(_is_of(source, reported) for reported in result.reported) else None


def _is_of(source: Source, reported: Reported) -> bool:
    """Whether a finding's line stands in the source as it did when it was checked."""
    line = reported.line
    return (
        reported.diagnostic.end <= len(source.text)
        and line <= len(source.line_starts)
        and source.line_starts[line - 1] + reported.column - 1 == reported.diagnostic.start
        and source.line_text(line) == reported.line_text
    )


def draft_again(source: Source, result: FileResult) -> Draft | None:
    """The draft in a source, read as it was for the check; None for what is no resolution."""
    from reslint.draft.reader import read_draft

    try:
        draft = read_draft(
            source,
            language=result.language if result.language in LANGUAGES else None,
        )
    except Exception:  # what broke the reader was said as an error of the file
        return None
    return draft if draft.paragraphs else None


def draft_rows(draft: Draft, findings: Findings, words: Mapping[str, str]) -> str:
    """A draft: its paragraphs in order, each with the cards of its findings, its notes last."""
    spans, whole = by_paragraph(draft, findings.spans(of_the_draft=False))
    carded: set[int] = set()
    rows: list[str] = []
    notes: list[str] = []
    numbers = {id(note.paragraph): (note.number, *note.number_span) for note in draft.notes}
    for index, paragraph in enumerate(draft.paragraphs):
        row = _row(paragraph, spans.get(index, []), findings, carded, numbers)
        (notes if paragraph.part == model.NOTE else rows).append(row)
    pages = "".join(rows)
    if notes:
        label = safe(words["notes"])
        pages += f'<section class="notes" aria-label="{label}">{"".join(notes)}</section>'
    direction = "rtl" if draft.language in RIGHT_TO_LEFT else "ltr"
    left = findings.spans(of_the_draft=True) + whole
    return (
        whole_rows([span[0] for span in left], findings, words)
        + f'<div class="draft" lang="{safe(draft.language)}" dir="{direction}">{pages}</div>'
    )


def whole_rows(numbers: list[int], findings: Findings, words: Mapping[str, str]) -> str:
    """The findings on the draft as a whole."""
    if not numbers:
        return ""
    badges = "".join(findings.badge(number) for number in numbers)
    return (
        f'<div class="row whole"><p>{safe(words["whole"])} {badges}</p>'
        f"{findings.cards(numbers)}</div>"
    )


def _row(
    paragraph: Paragraph,
    spans: list[Span],
    findings: Findings,
    carded: set[int],
    notes: dict[int, tuple[str, int, int]],
) -> str:
    """A paragraph and the cards of the findings that stand in no paragraph before it."""
    label = notes.get(id(paragraph))
    if label is None and paragraph.label is not None:
        label = (paragraph.label.text, paragraph.label.start, paragraph.label.end)
    shown = "".join(findings.piece(piece) for piece in pieces(paragraph, spans, label))
    numbers = [span[0] for span in spans if span[0] not in carded]
    carded.update(numbers)
    return f'<div class="row">{_element(paragraph, shown)}{findings.cards(numbers)}</div>'


def _element(paragraph: Paragraph, shown: str) -> str:
    """A paragraph in the element and class of its part."""
    part = paragraph.part
    heading = part in (model.TITLE, model.HEADING) or paragraph.blocks[0].kind == "heading"
    classes = ["p", part.replace(" ", "-")]
    if heading and part not in (model.TITLE, model.HEADING):
        classes.append("heading")
    if paragraph.level:
        classes.append(f"level-{min(paragraph.level, 4)}")
    if paragraph.label is not None:
        classes.append("labelled")
    role = ' role="heading" aria-level="3"' if heading else ""
    return f'<p class="{" ".join(classes)}"{role}>{shown}</p>'


def line_rows(result: FileResult, findings: Findings, words: Mapping[str, str]) -> str:
    """The lines with findings, where the draft itself cannot be shown."""
    if not result.reported:
        return ""
    whole = [span[0] for span in findings.spans(of_the_draft=True)]
    numbers = [span[0] for span in findings.spans(of_the_draft=False)]
    rows = [whole_rows(whole, findings, words)]
    if numbers:
        rows.append(f'<p class="unread">{safe(words["unread"])}</p>')
    for number in numbers:
        reported = result.reported[number - 1]
        line = reported.line_text
        start = reported.column - 1
        end = reported.end_column - 1 if reported.end_line == reported.line else len(line)
        marked = findings.marked(safe(line[start:end]), (number,), point=end <= start)
        rows.append(
            f'<div class="row"><p class="p raw" dir="auto"><span class="label" dir="ltr">'
            f"{reported.line}</span> {safe(line[:start])}{marked}{findings.badge(number)}"
            f"{safe(line[end:])}</p>{findings.cards([number])}</div>"
        )
    return f'<div class="draft lines">{"".join(rows)}</div>'


class Findings:
    """The findings of a file, numbered from 1, and what the page shows of them."""

    __slots__ = ("_file", "_language", "_reported", "_text", "_words")

    def __init__(
        self,
        file: int,
        reported: list[Reported],
        words: Mapping[str, str],
        language: str,
        text: str | None = None,
    ) -> None:
        self._file = file
        self._reported = reported
        self._words = words
        self._language = language
        self._text = text

    def spans(self, *, of_the_draft: bool) -> list[tuple[int, int, int]]:
        """The number and source span of those that stand in the text, or of the others."""
        return [
            (number, one.diagnostic.start, one.diagnostic.end)
            for number, one in enumerate(self._reported, 1)
            if _on_the_whole(one) is of_the_draft
        ]

    def piece(self, piece: Piece) -> str:
        """A piece of text with its emphasis, its marks and the badges of the findings it ends."""
        shown = safe(piece.text)
        if piece.kind == "marker":
            shown = f'<sup class="note-ref">{shown}</sup>'
        elif piece.kind == "label":
            shown = f'<span class="label">{shown}</span>'
        for kind in reversed(piece.emphases):
            opening, closing = _EMPHASES.get(kind, ("<em>", "</em>"))
            shown = opening + shown + closing
        shown = self.marked(shown, piece.findings, point=piece.kind == "point")
        return shown + "".join(self.badge(number) for number in piece.ends)

    def marked(self, shown: str, numbers: tuple[int, ...], *, point: bool = False) -> str:
        """A piece of the page marked by these findings."""
        if not numbers:
            return shown
        found = [self._reported[number - 1].diagnostic for number in numbers]
        gravest = min((one.severity for one in found), key=SEVERITIES.index)
        says = "\n".join(f"{one.code}: {one.message}" for one in found)
        cards = " ".join(self._card_id(number) for number in numbers)
        kind = f"f {gravest} point" if point else f"f {gravest}"
        return f'<mark class="{kind}" data-f="{cards}" title="{safe(says)}">{shown}</mark>'

    def badge(self, number: int) -> str:
        """The number of a finding in its shape, a link to its card."""
        one = self._reported[number - 1].diagnostic
        says = self._words["found"].format(
            number=number,
            severity=self._words[one.severity],
            code=one.code,
            message=one.message,
        )
        return (
            f'<a class="badge {one.severity}" id="m{self._file}-{number}" dir="ltr"'
            f' href="#{self._card_id(number)}" data-f="{self._card_id(number)}"'
            f' title="{safe(f"{one.code}: {one.message}")}" aria-label="{safe(says)}">'
            f"{SYMBOLS[one.severity]}{number}</a>"
        )

    def cards(self, numbers: Iterable[int]) -> str:
        """The cards of these findings, in order."""
        made = "".join(self._card(number) for number in numbers)
        if not made:
            return ""
        return f'<ol class="cards" lang="{self._language}" dir="ltr">{made}</ol>'

    def _card_id(self, number: int) -> str:
        return f"f{self._file}-{number}"

    def _card(self, number: int) -> str:
        reported = self._reported[number - 1]
        one = reported.diagnostic
        words = self._words
        place = f"{words['line']} {reported.line}:{reported.column}"
        if one.paragraph:
            place += f" · {place_in(one.paragraph, self._language)}"
        related = "".join(
            f"<li>{isolated(other.message)} ({words['line']} {where[0]}:{where[1]})</li>"
            for other, where in zip(one.related, reported.related, strict=True)
        )
        if related:
            related = f'<p class="related">{safe(words["related"])}</p><ul>{related}</ul>'
        return (
            f'<li class="card {one.severity}" id="{self._card_id(number)}"'
            f' data-code="{safe(one.code)}" data-severity="{one.severity}">'
            f'<p class="head"><a class="number" href="#m{self._file}-{number}"'
            f' title="{safe(words["to-text"])}">{SYMBOLS[one.severity]}{number}</a> '
            f'<a class="code" href="#rule-{safe(one.code)}">{safe(one.code)}</a> '
            f'<span class="severity">{safe(words[one.severity])}</span> '
            f'<span class="place">{isolated(place)}</span></p>'
            f'<p class="message">{_with_quotations(one.message)}</p>'
            f"{self._fix(reported)}{related}</li>"
        )

    def _fix(self, reported: Reported) -> str:
        """What the fix is called, and what it writes if that is short."""
        fix = reported.diagnostic.fix
        if fix is None:
            return ""
        label = safe(self._words["safe" if fix.safety == "safe" else "unsafe"])
        shown = None if self._text is None else _change(self._text, reported)
        if shown is None:
            return f'<p class="fix">{label} {isolated(fix.title)}</p>'
        before, after = shown
        change = " → ".join(
            f"<{name}>{isolated(text)}</{name}>"
            for name, text in (("del", before), ("ins", after))
            if text
        )
        return (
            f'<p class="fix" title="{safe(fix.title)}">{label}'
            f' <span class="change">{change}</span></p>'
        )


def _with_quotations(message: str) -> str:
    """A message in which words quoted from a right-to-left draft keep to their places."""
    # Every second piece is what the pattern found.
    return "".join(
        isolated(piece) if index % 2 else safe(piece)
        for index, piece in enumerate(_RIGHT_TO_LEFT_WORDS.split(message))
    )


def _on_the_whole(reported: Reported) -> bool:
    """Whether a finding is on the draft as such: reslint's own, without a place."""
    one = reported.diagnostic
    return one.code.startswith("TOOL") and one.start == one.end == 0


def _change(text: str, reported: Reported) -> tuple[str, str] | None:
    """The stretch that the fix of a finding edits, before and after; None if it is long."""
    one = reported.diagnostic
    assert one.fix is not None
    edits = sorted(one.fix.edits, key=lambda edit: (edit.start, edit.end))
    if not edits:
        return None
    start = min(edits[0].start, max(one.start, edits[0].start - 30))
    end = max(edits[-1].end, min(one.end, edits[-1].end + 30))
    if end - start > _LONGEST_CHANGE or sum(len(edit.text) for edit in edits) > _LONGEST_CHANGE:
        return None
    pieces, at = [], start
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    pieces.append(text[at:end])
    before, after = (" ".join(piece.split()) for piece in (text[start:end], "".join(pieces)))
    return None if before == after else (before, after)
