"""Word files for tests, made here: `docx(body)` and pieces of WordprocessingML."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ital"><w:name w:val="italic text"/>
<w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Below"><w:name w:val="below"/><w:basedOn w:val="Ital"/>
</w:style>
<w:style w:type="character" w:styleId="Slanted"><w:name w:val="slanted"/>
<w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Kommentarzeichen"><w:name w:val="annotation reference"/>
</w:style>
"""
KINDS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
}


def t(text: str) -> str:
    """Text that keeps its blanks."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text: str, properties: str = "", *, more: str = "") -> str:
    """A run of text with properties (`<w:i/>`) and other content after the text."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inner}{t(text) if text else ''}{more}</w:r>"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a plain string without mark-up becomes a run."""
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inner}{''.join(one if '<' in one else r(one) for one in runs)}</w:p>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def numbered(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def note(identifier: int, kind: str = "footnote", *, mark: str = "") -> str:
    """The marker of a note; `mark` is a mark of its own."""
    custom = ' w:customMarkFollows="1"' if mark else ""
    own = t(mark) if mark else ""
    return (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:{kind}Reference{custom} w:id="{identifier}"/>{own}</w:r>'
    )


def note_text(identifier: int, *runs: str, kind: str = "footnote") -> str:
    """The text of a note."""
    mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Ref/></w:r>'
    return f'<w:{kind} w:id="{identifier}">{p(mark, r(" "), *runs)}</w:{kind}>'


def field(instruction: str, *result: str) -> str:
    """A complex field."""

    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{char('begin')}{code}{char('separate')}{''.join(result)}{char('end')}"


def docx(body: str, *, root: str = "", **parts: str) -> bytes:
    """A Word file with a body and other parts: `footnotes`, `numbering`, `comments`, …"""
    parts.setdefault("styles", STYLES)
    relations = "".join(
        f'<Relationship Id="r_{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml"'
            ' ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
            f' Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
        ),
        "word/document.xml": root or f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        **{
            f"word/{name}.xml": f"<w:{KINDS[name]} {SPACES}>{text}</w:{KINDS[name]}>"
            for name, text in parts.items()
        },
    }
    return packed(files)


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip file; texts are UTF-8."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            # At one time: two files of the same parts are the same.
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def part(data: bytes, name: str) -> str:
    """A part of a Word file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


def parts(data: bytes) -> dict[str, bytes]:
    """All parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
