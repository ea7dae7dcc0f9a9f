"""Cut the paragraphs of a draft into pieces in which neither emphasis nor findings change.

Offsets of findings are those of the source, code points; a paragraph knows its plain text and the
runs that lead from it back to the source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reslint.text import Wordings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.blocks.model import PlainText
    from reslint.draft.model import Draft, Paragraph

    Span = tuple[int, int, int]
    """The number of a finding, and the source span it marks."""


LABEL, TEXT, MARKER, POINT = "label", "text", "marker", "point"
"""The kinds of piece: a paragraph's label, its text, a note marker, an empty place."""
SYMBOLS = {"error": "■", "warning": "▲", "info": "●", "hint": "◆"}
"""A shape for each severity: colour alone tells some readers nothing."""
WORDS = Wordings(
    {
        "title": {"en": "Drafting check", "fr": "Vérification rédactionnelle"},
        "concordance": {"en": "Concordance", "fr": "Concordance"},
        "skip": {"en": "Skip to the drafts", "fr": "Aller aux projets"},
        "summary": {"en": "Summary", "fr": "Synthèse"},
        "drafts": {"en": "Drafts", "fr": "Projets"},
        "rules": {"en": "Rules with findings", "fr": "Règles avec constats"},
        "by-rule": {"en": "Findings by rule", "fr": "Constats par règle"},
        "severity": {"en": "Severity", "fr": "Gravité"},
        "error": {"en": "error", "fr": "erreur"},
        "warning": {"en": "warning", "fr": "avertissement"},
        "info": {"en": "info", "fr": "information"},
        "hint": {"en": "hint", "fr": "suggestion"},
        "rule": {"en": "Rule", "fr": "Règle"},
        "says": {"en": "Message", "fr": "Message"},
        "share": {"en": "Share", "fr": "Part"},
        "count": {"en": "Findings", "fr": "Constats"},
        "draft": {"en": "Draft", "fr": "Projet"},
        "show-all": {"en": "Show all", "fr": "Tout afficher"},
        "show-none": {"en": "Show none", "fr": "Tout masquer"},
        "only": {
            "en": "Only paragraphs with findings",
            "fr": "Seulement les paragraphes avec constats",
        },
        "previous": {"en": "Previous finding", "fr": "Constat précédent"},
        "next": {"en": "Next finding", "fr": "Constat suivant"},
        "navigation": {"en": "Findings", "fr": "Constats"},
        "shown": {
            "en": "{shown} of {all} findings shown",
            "fr": "{shown} constats affichés sur {all}",
        },
        "clean": {"en": "nothing to report", "fr": "rien à signaler"},
        "unread": {
            "en": "This draft could not be read again: only its lines with findings are shown.",
            "fr": "Ce projet n’a pu être relu : seules ses lignes avec constats sont affichées.",
        },
        "whole": {"en": "On the draft as a whole", "fr": "Sur l’ensemble du projet"},
        "notes": {"en": "Notes", "fr": "Notes"},
        "line": {"en": "line", "fr": "ligne"},
        "safe": {"en": "Fix:", "fr": "Correction :"},
        "unsafe": {"en": "Possible fix:", "fr": "Correction possible :"},
        "related": {"en": "See also", "fr": "Voir aussi"},
        "source": {"en": "Source:", "fr": "Source :"},
        "found": {
            "en": "Finding {number}, {severity}: {code} {message}",
            "fr": "Constat {number}, {severity} : {code} {message}",
        },
        "to-text": {"en": "Back to the text", "fr": "Retour au texte"},
        "problems": {"en": "Not everything could be checked", "fr": "Tout n’a pu être vérifié"},
        "made": {"en": "Made by reslint {version}.", "fr": "Établi par reslint {version}."},
    }
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
