"""Make a new Word file of a draft: its blocks as paragraphs, its notes as footnotes.

Labels are typed, as in official files; a note that is cited again is a second reference (NOTEREF)
to the first; a table is a table; a rule across the page is a border. What has no form of its own
in Word is lost: comments, code, line breaks within paragraphs, targets of links.

A little longer than other modules: all parts of the file need the notes and their numbers.
"""

from __future__ import annotations

import io
import re
import time
import zipfile

from reslint.draft.model import CLOSING, MASTHEAD, TITLE
from reslint.revisions import word_template as template
from reslint.revisions.alignment import looks_of
from reslint.revisions.word_markup import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block, Marker
    from reslint.draft.model import Draft

    Shape = tuple[bool, bool, bool, bool]
    """Italic, bold, underline, raised."""

_RAISED = re.compile(r"<sup>(.*?)</sup>", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"(?<!\\)\|")
_TABLE_RULE = re.compile(r"[\s|:-]+")
_DEEPER = 475  # twentieths of a point for each level
_MASTHEAD_BLOCKS = 8
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def new_word_file(draft: Draft) -> bytes:
    """Return a Word file of the draft."""
    writer = _Writer(draft)
    document = writer.document()
    first = writer.first_note
    right_to_left = writer.right_to_left
    parts = {
        "[Content_Types].xml": template.content_types(),
        **template.relations(),
        "word/document.xml": document,
        "word/styles.xml": template.styles(draft.language, right_to_left=right_to_left),
        "word/settings.xml": template.settings(first),
        "word/footnotes.xml": writer.footnotes(),
        "word/header1.xml": writer.header(),
        "word/footer1.xml": template.footer(right_to_left),
    }
    out = io.BytesIO()
    stamp = time.gmtime()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, max(stamp, _EARLIEST))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode("utf-8"))
    return out.getvalue()


class _Writer:
    """Writes the parts that hold the draft's text."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._text = draft.source.text
        self.right_to_left = draft.vocabulary.direction == "rtl"
        self._places = {
            id(block): (paragraph.level, paragraph.part)
            for paragraph in draft.paragraphs
            for block in paragraph.blocks
        }
        self._notes: dict[str, Block] = {}
        self._other_notes: set[int] = set()
        for block in draft.blocks:
            if block.kind == "note":
                if block.number in self._notes:
                    self._other_notes.add(id(block))
                else:
                    self._notes[block.number] = block
        self._cited: dict[str, int] = {}
        self._marks: dict[str, str] = {}
        self._number = 0
        self.first_note = self._first_note()
        self._number = self.first_note - 1
        self._in_header = self._header_blocks()

    def _first_note(self) -> int:
        """Return the number of the first marker in the text, if notes can begin with it."""
        for block in self._draft.blocks:
            if block.kind != "note":
                for marker in block.markers:
                    if marker.number in self._notes:
                        number = marker.number
                        return int(number) if number.isdecimal() and 0 < int(number) < 9999 else 1
        return 1

    def _header_blocks(self) -> int:
        """Return how many blocks at the start belong to the header of the first page."""
        masthead = self._draft.masthead
        if not masthead.symbol:
            return 0
        first = {
            id(block)
            for paragraph in self._draft.paragraphs
            if paragraph.part == MASTHEAD
            for block in paragraph.blocks
        }
        last = 0
        date = masthead.distribution
        for index, block in enumerate(self._draft.blocks[:_MASTHEAD_BLOCKS]):
            if id(block) not in first or block.kind != "text":
                break
            dated = date is not None and any(block is one for one in date.paragraph.blocks)
            if block.plain.text.strip() == masthead.symbol or dated:
                last = index + 1
        return last

    # Parts --------------------------------------------------------------------------------------

    def header(self) -> str:
        """Return the header of the first page."""
        blocks = self._draft.blocks[: self._in_header]
        paragraphs = "".join(self._paragraph(block, template.HEADER) for block in blocks)
        if not paragraphs:
            paragraphs = "<w:p/>"
        return f"{template.XML}<w:hdr {template.NAMESPACES}>{paragraphs}</w:hdr>"

    def document(self) -> str:
        """Return the main part."""
        body = []
        for block in self._draft.blocks[self._in_header :]:
            if block.kind == "rule":
                body.append(self._rule())
            elif block.kind == "table":
                body.append(self._table(block))
            elif block.kind == "heading":
                style = template.HEADINGS[min(max(block.level, 1), 3) - 1]
                body.append(self._paragraph(block, style))
            elif block.kind == "note":
                if id(block) in self._other_notes or not self._is_cited(block.number):
                    body.append(self._loose_note(block))
            elif block.kind == "quote":
                body.append(self._paragraph(block, template.QUOTE))
            elif block.kind == "text":
                body.append(self._paragraph(block, template.SINGLE))
            elif block.kind == "code":
                lines = self._text[block.start : block.end].split("\n")
                body += [self._wrapped(self._run(line), template.SINGLE) for line in lines]
        return (
            f"{template.XML}<w:document {template.NAMESPACES}><w:body>{''.join(body)}"
            f"{template.section(self.right_to_left)}</w:body></w:document>"
        )

    def footnotes(self) -> str:
        """Return the part of the notes that have a marker."""
        side = "<w:pPr><w:bidi/></w:pPr>" if self.right_to_left else ""
        out = [
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{side}<w:r><w:{kind}/></w:r></w:p>'
            "</w:footnote>"
            for kind, number in (("separator", -1), ("continuationSeparator", 0))
        ]
        for number, identifier in self._cited.items():
            block = self._notes[number]
            own = self._marks.get(number)
            mark = (
                f"<w:r>{self._properties((False, False, False, True))}{_text(own)}</w:r>"
                if own
                else f"<w:r>{self._reference_properties()}<w:footnoteRef/></w:r>"
            )
            content = mark + self._run(" ") + self._inline(block, in_note=True)
            out.append(
                f'<w:footnote w:id="{identifier}">{self._wrapped(content, template.FOOTNOTE)}'
                "</w:footnote>"
            )
        head = f"{template.XML}<w:footnotes {template.NAMESPACES}>"
        return f"{head}{''.join(out)}</w:footnotes>"

    def _is_cited(self, number: str) -> bool:
        return any(
            marker.number == number
            for block in self._draft.blocks
            if block.kind != "note"
            for marker in block.markers
        )

    # Paragraphs ---------------------------------------------------------------------------------

    def _paragraph(self, block: Block, style: str) -> str:
        extra = ""
        level, part = self._places.get(id(block), (0, ""))
        content = self._inline(block)
        if part == MASTHEAD and _is_latin(block.plain.text):
            # A date in English among lines of Arabic: from right to left its day would come last.
            content = content.replace("<w:rtl/>", "")
        if style == template.SINGLE:
            left = 1267 + _DEEPER * max(level - 1, 0)
            # The text of preamble and operative part is indented, what stands above is not.
            first = 0 if part in (MASTHEAD, TITLE, CLOSING) else _DEEPER
            extra = f'<w:ind w:left="{left}" w:right="1260" w:firstLine="{first}"/>'
        return self._wrapped(content, style, extra)

    def _wrapped(self, content: str, style: str, extra: str = "") -> str:
        bidi = "<w:bidi/>" if self.right_to_left else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}{extra}</w:pPr>{content}</w:p>'

    def _rule(self) -> str:
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{template.SINGLE}"/><w:pBdr><w:bottom w:val="single"'
            ' w:sz="4" w:space="1" w:color="auto"/></w:pBdr></w:pPr></w:p>'
        )

    def _loose_note(self, block: Block) -> str:
        mark = f"<w:r>{self._properties((False, False, False, True))}{_text(block.number)}</w:r>"
        return self._wrapped(mark + self._run(" ") + self._inline(block), template.SINGLE)

    def _table(self, block: Block) -> str:
        lines = [line.strip() for line in self._text[block.start : block.end].split("\n")]
        rows = [
            [cell.strip().replace("\\|", "|") for cell in _CELL.split(line.strip("|"))]
            for line in lines
            if line.startswith("|") and not _TABLE_RULE.fullmatch(line)
        ]
        if not rows:
            return "".join(self._wrapped(self._run(line), template.SINGLE) for line in lines)
        columns = max(len(row) for row in rows)
        width = 7200 // columns
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        out = []
        for row in rows:
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
                f"{self._wrapped(self._markdown(cell), 'Normal')}</w:tc>"
                for cell in [*row, *[""] * (columns - len(row))]
            )
            out.append(f"<w:tr>{cells}</w:tr>")
        visual = "<w:bidiVisual/>" if self.right_to_left else ""
        return (
            f'<w:tbl><w:tblPr>{visual}<w:tblW w:w="{width * columns}" w:type="dxa"/>'
            f'<w:tblInd w:w="1267" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(out)}</w:tbl>"
        )

    # Text ---------------------------------------------------------------------------------------

    def _inline(self, block: Block, *, in_note: bool = False) -> str:
        """Return the text of a block as runs."""
        plain = block.plain
        shapes: list[Shape] = [(*look, False) for look in looks_of(block.emphases, len(plain.text))]
        source = self._text[block.start : block.end]
        if "<sup>" in source.lower():
            spans = [
                (block.start + match.start(1), block.start + match.end(1))
                for match in _RAISED.finditer(source)
            ]
            for at in range(len(plain.text)):
                place = plain.source_start(at)
                raised = any(start <= place < end for start, end in spans)
                shapes[at] = (*shapes[at][:3], raised)
        text = plain.text
        if block.label is not None and not in_note and text[block.label.body - 1 :][:1] == " ":
            # A tab after the label, as in official files.
            text = text[: block.label.body - 1] + "\t" + text[block.label.body :]
        return self._runs(text, shapes, block.markers, in_note=in_note)

    def _markdown(self, text: str) -> str:
        """Return a piece of Markdown (a table cell) as runs."""
        from reslint.blocks.inline import parse_markdown

        inline = parse_markdown(text)
        shapes: list[Shape] = [
            (*look, False) for look in looks_of(inline.emphases, len(inline.plain))
        ]
        return self._runs(inline.plain, shapes, inline.markers, in_note=False)

    def _runs(self, text: str, shapes: list[Shape], markers: list[Marker], *, in_note: bool) -> str:
        out: list[str] = []
        position = 0
        waiting = sorted(markers, key=lambda marker: (marker.at, marker.start))
        cuts = {0, len(text), *(marker.at for marker in waiting)}
        cuts.update(at for at in range(1, len(text)) if shapes[at] != shapes[at - 1])
        for cut in sorted(cuts):
            if cut > position:
                out.append(self._run(text[position:cut], shapes[position]))
                position = cut
            here = [marker for marker in waiting if marker.at == cut]
            for index, marker in enumerate(here):
                if index and not in_note:
                    out.append(self._run(_between(self._text, here[index - 1], marker)))
                out.append(self._marker(marker.number, in_note=in_note))
        return "".join(out)

    def _run(self, text: str, shape: Shape = (False, False, False, False)) -> str:
        return f"<w:r>{self._properties(shape)}{_text(text)}</w:r>" if text else ""

    def _properties(self, shape: Shape) -> str:
        italic, bold, underline, raised = shape
        inner = ""
        if bold:
            inner += "<w:b/><w:bCs/>"
        if italic:
            inner += "<w:i/><w:iCs/>"
        if underline:
            inner += '<w:u w:val="single"/>'
        if raised:
            inner += '<w:vertAlign w:val="superscript"/>'
        if self.right_to_left:
            inner += "<w:rtl/>"
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def _reference_properties(self) -> str:
        rtl = "<w:rtl/>" if self.right_to_left else ""
        return f'<w:rPr><w:rStyle w:val="{template.REFERENCE}"/>{rtl}</w:rPr>'

    def _marker(self, number: str, *, in_note: bool) -> str:
        """Return the marker of a note: a footnote, a second reference to one, or raised text."""
        properties = self._reference_properties()
        if in_note or number not in self._notes:
            return f"<w:r>{self._properties((False, False, False, True))}{_text(number)}</w:r>"
        known = self._cited.get(number)
        if known is not None:
            begin, separate, end = (
                f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'
                for kind in ("begin", "separate", "end")
            )
            return (
                f'{begin}<w:r>{properties}<w:instrText xml:space="preserve"> NOTEREF'
                f" _Ref{known:06} \\h \\f </w:instrText></w:r>{separate}"
                f"<w:r>{properties}{_text(number)}</w:r>{end}"
            )
        identifier = self._cited[number] = len(self._cited) + 1
        own = ""
        if number == str(self._number + 1):
            self._number += 1
        else:
            self._marks[number] = number
            own = ' w:customMarkFollows="1"'
        mark = _text(number) if own else ""
        return (
            f'<w:bookmarkStart w:id="{identifier}" w:name="_Ref{identifier:06}"/>'
            f'<w:r>{properties}<w:footnoteReference{own} w:id="{identifier}"/>{mark}</w:r>'
            f'<w:bookmarkEnd w:id="{identifier}"/>'
        )


def _is_latin(text: str) -> bool:
    """Return whether a text has Latin letters and no others."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(letter < "\u0250" for letter in letters)


def _between(text: str, first: Marker, second: Marker) -> str:
    """Return the comma or space that stands between two markers at one place."""
    between = text[first.end : second.start]
    return between if len(between) <= 2 and not between.strip(" ,،、") else ""


def _text(text: str) -> str:
    out = []
    for piece in re.split(r"([\t\n])", text):
        if piece == "\t":
            out.append("<w:tab/>")
        elif piece == "\n":
            out.append("<w:br/>")
        elif piece:
            out.append(f'<w:t xml:space="preserve">{escaped(piece)}</w:t>')
    return "".join(out)
