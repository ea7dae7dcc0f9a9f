"""Write findings into a Word file as comments on the exact words."""

from __future__ import annotations

from bisect import bisect_right

from reslint.data.patterns import expression
from reslint.documents.package import Package
from reslint.documents.word.reading import HEADER, MAIN, read_document
from reslint.revisions.alignment import Refused, tokens_of
from reslint.revisions.comment_part import with_comments
from reslint.revisions.places import Places, ancestor, opened
from reslint.revisions.runs import AUTHOR, INITIALS, Ids, PartWriter
from reslint.revisions.word_markup import escaped
from reslint.revisions.word_package import (
    date_now,
    highest_id,
    refuse_protected,
    repacked,
)
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reslint.documents.pieces import Piece
    from reslint.documents.word.reading import Document
    from reslint.documents.xml_tree import Node
    from reslint.revisions.places import Character
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source

    Words = Callable[[Diagnostic], Sequence[str]]
    """The paragraphs of the comment on a finding; the first is its code and message."""

MAX_COMMENTS = 2_000
"""Comments in one file: beyond some thousands Word refuses to open it."""
_LONGEST_QUOTE = 60
_EMPHASIS = expression(r"(?<!\*)(\*{1,3})(?=[^\s*])([^*]{0,200}[^\s*])\1(?!\*)")
_NOTE_PARTS = ("footnotes", "endnotes")
_REFERENCE, _TEXT = "annotation reference", "annotation text"


class Annotated:
    """A file with its comments: the bytes, how many comments, how many findings have none."""

    __slots__ = ("count", "data", "left_out")

    def __init__(self, data: bytes, count: int, left_out: int) -> None:
        self.data = data
        self.count = count
        self.left_out = left_out


class _Anchor:
    """Where a comment stands: from one character to another, or around one run."""

    __slots__ = ("first", "last", "prefix", "run")

    def __init__(
        self,
        first: Character | None,
        last: Character | None,
        run: Node | None = None,
        prefix: str = "",
    ) -> None:
        self.first = first
        self.last = last
        self.run = run
        self.prefix = prefix


def write_comments(
    data: bytes,
    path: str,
    diagnostics: Iterable[Diagnostic],
    words: Words,
    note_word: str,
    source: Source | None = None,
) -> Annotated:
    """Return the file with a comment for each diagnostic, whose spans are in its Markdown.

    Findings in notes hang on the marker of the note (`note_word` is the word for "note"), those
    in the header on the first word of the text. `source` is that of the file, if it was read
    already. Raises Refused and UnreadableText.
    """
    document = opened(source) or read_document(Package(data), path)
    package = document.package
    refuse_protected(package)
    writer = _Writer(document, note_word)
    wanted = list(diagnostics)
    for diagnostic in wanted[:MAX_COMMENTS]:
        writer.add(diagnostic, words(diagnostic))
    if not writer.count:
        return Annotated(data, 0, len(wanted))
    new = repacked(package, writer.parts())
    try:
        again = read_document(Package(new), path)
    except UnreadableText as error:
        raise Refused(f"the new file could not be read ({error})") from None
    if again.source.text != document.source.text:
        raise Refused("the comments would change the text")
    return Annotated(new, writer.count, len(wanted) - writer.count)


class _Writer:
    """Places comments in the main part and writes the part that holds their texts."""

    def __init__(self, document: Document, note_word: str) -> None:
        self._document = document
        self._note_word = note_word
        self._places = Places(document)
        self._ids = Ids(highest_id(document.package))
        self._date = date_now()
        self._main = PartWriter(document.parts[MAIN], document.styles, self._ids, self._date)
        self._texts: list[str] = []
        self._starts = [start for start, _ in document.projection.blocks]
        self._references: dict[tuple[str, str], Piece] = {}
        """The first marker of each note in the text, by the name of its element and its id."""
        for piece in document.projection.markers.values():
            node = piece.node
            if node is not None and document.paragraphs[piece.paragraph][0] == MAIN:
                self._references.setdefault((node.name, node.get("id")), piece)
        self._reference_style = document.styles.named(_REFERENCE)
        self._text_style = document.styles.named(_TEXT)
        self.count = 0

    def add(self, diagnostic: Diagnostic, words: Sequence[str]) -> None:
        """Write a comment; nothing where the document has no text to hang it on."""
        anchor = self._anchor(diagnostic)
        if anchor is None:
            return
        identifier = self._ids.next()
        self._mark(anchor, identifier)
        self._texts.append(self._comment(identifier, words, anchor.prefix))
        self.count += 1

    def parts(self) -> dict[str, bytes]:
        """Return the parts that change: the main one, and those of comments."""
        document = self._document
        parts = {document.parts[MAIN].name: self._main.written()}
        parts.update(with_comments(document.package, "".join(self._texts)))
        return parts

    # Places -------------------------------------------------------------------------------------

    def _anchor(self, diagnostic: Diagnostic) -> _Anchor | None:
        start, end = diagnostic.start, diagnostic.end
        projection = self._document.projection
        index = max(bisect_right(self._starts, start) - 1, 0)
        low, high = projection.blocks[index] if projection.blocks else (0, 0)
        end = min(end, high)
        places = self._places
        first = places.first_from(start, max(end, start + 1))
        last = places.last_before(end, start) if end > start else first
        if first is None or last is None:
            # A place without characters of its own: a marker, a label, an end.
            marker = self._marker_run(start, max(end, start + 1))
            if marker is not None:
                return _Anchor(None, None, marker)
            first = last = places.last_before(start, low) or places.first_from(start, high)
        if first is None or last is None:
            run = self._first_run()
            return None if run is None else _Anchor(None, None, run)
        return self._moved(_Anchor(first, last), first, start, end)

    def _marker_run(self, start: int, end: int) -> Node | None:
        for at, piece in self._document.projection.markers.items():
            if start <= at < end and piece.node is not None:
                name, _ = self._document.paragraphs[piece.paragraph]
                if name == MAIN:
                    return ancestor(piece.node, "r")
        return None

    def _moved(self, anchor: _Anchor, first: Character, start: int, end: int) -> _Anchor | None:
        """Return the anchor where Word shows it: the text itself, no note, header or box."""
        name, _ = self._document.paragraphs[first.piece.paragraph]
        if name in _NOTE_PARTS:
            tokens = tokens_of(self._document.source.text[start:end])
            text = "".join(token.text for token in tokens if not token.is_marker).strip()
            quoted = f", “{text}”" if 0 < len(text) <= _LONGEST_QUOTE else ""
            note = self._note_reference(name, first, quoted)
            return note or self._at_first_run("")
        if name == HEADER or ancestor(first.run, "txbxContent") is not None:
            return self._at_first_run("")
        return anchor

    def _note_reference(self, name: str, character: Character, quoted: str) -> _Anchor | None:
        kind = name[:-1]
        note = ancestor(character.run, kind)
        if note is None:
            return None
        reference = self._references.get((f"{kind}Reference", note.get("id")))
        run = None if reference is None else ancestor(reference.node, "r")
        if reference is None or run is None:
            return None
        return _Anchor(None, None, run, f"{self._note_word} {reference.text}{quoted}: ")

    def _at_first_run(self, prefix: str) -> _Anchor | None:
        run = self._first_run()
        return None if run is None else _Anchor(None, None, run, prefix)

    def _first_run(self) -> Node | None:
        """Return the first run of the text itself that has words."""
        body = self._document.parts[MAIN].root.child("body")
        if body is None:
            return None
        for run in body.find_all("r"):
            if any(child.name == "t" and child.text().strip() for child in run.nodes()):
                if ancestor(run, "txbxContent") is None and not self._places.field_of(run):
                    return run
        return None

    # Marks --------------------------------------------------------------------------------------

    def _mark(self, anchor: _Anchor, identifier: int) -> None:
        main = self._main
        value = main.attributes(id=identifier)
        opening = f"<{main.tag('commentRangeStart')}{value}/>"
        style = ""
        if self._reference_style:
            style = f"<{main.tag('rStyle')}{main.attributes(val=self._reference_style)}/>"
            style = f"<{main.tag('rPr')}>{style}</{main.tag('rPr')}>"
        run = main.tag("r")
        closing = (
            f"<{main.tag('commentRangeEnd')}{value}/><{run}>{style}"
            f"<{main.tag('commentReference')}{value}/></{run}>"
        )
        if anchor.run is not None:
            outer = self._outermost(anchor.run)
            main.insert_before(outer[0], opening)
            main.insert_after(outer[1], closing)
            return
        assert anchor.first is not None and anchor.last is not None
        self._edge(anchor.first, opening, first=True)
        self._edge(anchor.last, closing, first=False)

    def _edge(self, character: Character, markup: str, *, first: bool) -> None:
        """Put an end of a range at a character, or outside of a field or change that holds it."""
        before, after = self._outermost(character.run)
        if before is character.run and after is character.run:
            mark = self._main.mark(character.run, character.item, character.offset)
            (mark.opens if first else mark.closes).append(markup)
        elif first:
            self._main.insert_before(before, markup)
        else:
            self._main.insert_after(after, markup)

    def _outermost(self, run: Node) -> tuple[Node, Node]:
        """Return the elements before and after which a mark may stand that is meant for a run.

        Inside a field a range loses its text in some programs; inside somebody's change or a
        simple field it is not allowed.
        """
        first, last = self._places.ends_of_field(run)
        return _outside(first), _outside(last)

    # Texts --------------------------------------------------------------------------------------

    def _comment(self, identifier: int, words: Sequence[str], prefix: str) -> str:
        style = f'<w:pPr><w:pStyle w:val="{escaped(self._text_style)}"/></w:pPr>'
        paragraph_style = style if self._text_style else ""
        reference = ""
        if self._reference_style:
            reference = f'<w:rPr><w:rStyle w:val="{escaped(self._reference_style)}"/></w:rPr>'
        paragraphs = []
        for index, text in enumerate(words):
            runs = ""
            if index == 0:
                runs = f"<w:r>{reference}<w:annotationRef/></w:r>"
                code, _, rest = text.partition(" ")
                runs += f"<w:r><w:rPr><w:b/></w:rPr>{_text(prefix + code)}</w:r>"
                text = f" {rest}"
            runs += _emphasized(text)
            paragraphs.append(f"<w:p>{paragraph_style}{runs}</w:p>")
        return (
            f'<w:comment w:id="{identifier}" w:author="{AUTHOR}" w:date="{self._date}"'
            f' w:initials="{INITIALS}">{"".join(paragraphs)}</w:comment>'
        )


def _outside(run: Node) -> Node:
    """Return a run, or the change or simple field of which it is a part."""
    node = run
    at: Node | None = run
    while at is not None and at.name != "p":
        if at.name in ("ins", "del", "moveTo", "moveFrom", "fldSimple"):
            node = at
        at = at.parent
    return node


def _emphasized(text: str) -> str:
    """Return text as runs: words between stars are in italics or bold, as Word shows them."""
    runs = []
    at = 0
    for match in _EMPHASIS.finditer(text):
        stars = len(match[1])
        properties = "<w:b/><w:bCs/>" * (stars > 1) + "<w:i/><w:iCs/>" * (stars != 2)
        runs.append(f"<w:r>{_text(text[at : match.start()])}</w:r>")
        runs.append(f"<w:r><w:rPr>{properties}</w:rPr>{_text(match[2])}</w:r>")
        at = match.end()
    return "".join(runs) + f"<w:r>{_text(text[at:])}</w:r>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
