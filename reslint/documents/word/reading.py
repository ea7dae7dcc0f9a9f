"""Read a Word file as a draft: its paragraphs as Markdown, with their places in the file."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.documents.package import Package
from reslint.documents.pieces import MARKER, Paragraph, Piece
from reslint.documents.projection import project
from reslint.documents.word.body import PartReader
from reslint.documents.word.context import Context
from reslint.documents.word.notes import ENDNOTE, FOOTNOTE, Note, Notes
from reslint.documents.word.numbering import Numbering
from reslint.documents.word.styles import Styles, is_on
from reslint.documents.xml_tree import Node, parse
from reslint.text.origin import ParagraphOrigin
from reslint.text.source import Source, UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.projection import Projection


_SUPPRESSION = expression(r"\s*(reslint-(?:disable|enable)[^\n]*)")
MAIN, FOOTNOTES, ENDNOTES, HEADER = "document", "footnotes", "endnotes", "header"
"""The names of parts in places."""


def read(data: bytes, path: str, *, changes: str = "accepted") -> Source:
    """Return the source of a Word file. Raises UnreadableText."""
    return read_document(Package(data), path, changes=changes).source


class Part:
    """A part that was read: its name in the package, its bytes in UTF-8, its root."""

    __slots__ = ("data", "name", "root")

    def __init__(self, name: str, data: bytes, root: Node) -> None:
        self.name = name
        self.data = data
        self.root = root


class Document:
    """A Word file as it is read, with what writing needs.

    source      Markdown with an origin
    projection  the same with the pieces of the text
    paragraphs  the part and number of the paragraphs to which pieces point
    parts       the parts that hold text, by their names in places
    styles      those of the document
    """

    __slots__ = ("package", "paragraphs", "parts", "projection", "source", "styles")

    def __init__(self, package: Package, styles: Styles) -> None:
        self.package = package
        self.styles = styles
        self.paragraphs: list[tuple[str, int]] = []
        self.parts: dict[str, Part] = {}
        self.projection: Projection = project(())
        self.source = Source("")


def read_document(package: Package, path: str, *, changes: str = "accepted") -> Document:
    """Read an open package. Raises UnreadableText."""
    main = package.related("", "officeDocument") or "word/document.xml"
    data = package.xml(main)
    if data is None:
        raise UnreadableText("the file is no Word file: it has no main document")
    root = parse(data, main, counted="p")
    body = root.child("body")
    if root.name != "document" or body is None:
        raise UnreadableText("the file is no Word file: its main part is no document")
    style_part, list_part, settings_part = (
        package.related(main, kind) for kind in ("styles", "numbering", "settings")
    )
    styles = Styles(package.tree(style_part))
    document = Document(package, styles)
    document.parts[MAIN] = Part(main, data, root)
    lists = package.tree(list_part)
    numbering = Numbering(lists, lambda link: (styles.numbering(link) or ("",))[0])
    roots: dict[str, Node | None] = {}
    for kind, name in ((FOOTNOTE, FOOTNOTES), (ENDNOTE, ENDNOTES)):
        part = package.related(main, name)
        note_data = package.xml(part) if part else None
        if note_data is not None:
            found = Part(part, note_data, parse(note_data, part, counted="p"))
            document.parts[name] = found
            roots[kind] = found.root
    notes = Notes(roots, package.tree(settings_part))
    original = changes == "original"
    comments = _suppressions(package, main)
    context = Context(styles, numbering, notes, comments, original=original)
    section = next(body.find_all("sectPr"), None)
    notes.enter_section(section, first=True)
    paragraphs = _header(document, context, main, section)
    paragraphs += PartReader(context, MAIN, data).read(body)
    paragraphs += _notes(document, context)
    projection = document.projection = project(paragraphs)
    document.paragraphs = context.paragraphs
    origin = ParagraphOrigin(
        "word", context.paragraphs, projection.runs(), projection.blocks, projection.protected
    )
    origin.document = document
    document.source = Source(projection.text, path, origin=origin)
    return document


def _header(
    document: Document, context: Context, main: str, section: Node | None
) -> list[Paragraph]:
    """Return the paragraphs of the header of the first page, if it has one of its own."""
    if section is None:
        return []
    title_page = section.child("titlePg")
    if title_page is None or not is_on(title_page):
        return []
    package = document.package
    for reference in section.nodes():
        if reference.name == "headerReference" and reference.get("type") == "first":
            identifier = reference.get("r:id")
            for relation in package.relations(main):
                if relation.identifier == identifier and relation.target:
                    data = package.xml(relation.target)
                    if data is None:
                        return []
                    root = parse(data, relation.target, counted="p")
                    document.parts[HEADER] = Part(relation.target, data, root)
                    paragraphs = PartReader(context, HEADER, data).read(root)
                    for paragraph in paragraphs:
                        paragraph.protected = True
                    return paragraphs
    return []


def _notes(document: Document, context: Context) -> list[Paragraph]:
    """Return the notes that have a marker, each as one paragraph."""
    readers: dict[str, PartReader] = {}
    written = []
    # Notes may have markers of their own: the list grows while it is read.
    for note in context.notes.cited:
        if note.node is None:
            continue
        name = FOOTNOTES if note.kind == FOOTNOTE else ENDNOTES
        reader = readers.get(name)
        if reader is None:
            data = document.parts[name].data
            reader = readers[name] = PartReader(context, name, data, of_notes=True)
        written.append(Paragraph(_note_pieces(note, reader), note=note.number))
    return written


def _note_pieces(note: Note, reader: PartReader) -> list[Piece]:
    assert note.node is not None
    pieces: list[Piece] = []
    for paragraph in reader.read(note.node):
        if pieces:
            pieces.append(Piece(" ", protected=True))
        if paragraph.label:
            pieces.append(Piece(paragraph.label + " ", protected=True))
        pieces.extend(paragraph.pieces)
    if note.custom:
        # The mark typed at the start of the note stands in `[^*]:` already.
        for index, piece in enumerate(pieces):
            if piece.text.strip():
                if piece.kind != MARKER and piece.text.strip() == note.number:
                    del pieces[: index + 1]
                break
    return pieces


def _suppressions(package: Package, main: str) -> dict[str, str]:
    """Return the comments that are suppressions of reslint, by their ids."""
    part = package.related(main, "comments")
    data = package.xml(part) if part else None
    if data is None or b"reslint-" not in data:
        return {}
    found = {}
    for comment in parse(data, part).nodes():
        text = "".join(node.text() for node in comment.find_all("t"))
        match = _SUPPRESSION.match(text)
        if match is not None and "--" not in match[1]:
            found[comment.get("id")] = match[1].strip()
    return found
