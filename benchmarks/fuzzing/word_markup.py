"""Word files made up at random: legal mark-up in any order, and hostile values.

One class of some 380 lines: each kind of mark-up can stand in each other, and all draw from one
source of numbers.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from benchmarks.fuzzing.inputs import HOSTILE
from benchmarks.shapes import HEADS, WORDS
from reslint.revisions.word_markup import escaped

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}" xmlns:m="{_M}"'
_ROOTS = {"header1": "hdr"}
_VALUES = (
    "",
    "0",
    "1",
    "-1",
    "abc",
    "2000000000",
    "9",
    "99999999999999999999",
    "true",
    "none",
    "s1",
)
_FORMATS = ("decimal", "lowerLetter", "upperRoman", "chineseCounting", "arabicAbjad", "bullet",
            "none", "ordinal", "russianLower", "x")  # fmt: skip
_HIDDEN = '<w:revisionView w:markup="0"/>'
_NOTES = 5
_TEXT_TAG = re.compile(r"<(/?)w:t(?=[ >])")
_STYLES = ("Normal", "H1", "Ital", "Slanted", "Quote", "s1", "s2", "none")
_LOOKS = ("i", "b", "iCs", "bCs", "strike", "vanish", "rtl", "caps", "dstrike", "cs")
_INSTRUCTIONS = ('HYPERLINK "x"', "NOTEREF _Ref1 \\h", "PAGE", "REF a", "", 'IF "a" = "b"')


class WordFile:
    """Makes one Word file: `data()` gives its bytes."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._language = random.choice(list(WORDS))
        self._ids = 0

    def data(self) -> bytes:
        """Return the file."""
        return packed({name: text.encode("utf-8") for name, text in self.parts().items()})

    def parts(self) -> dict[str, str]:
        """Return the parts of the file by name."""
        random = self._random
        texts = {
            "styles": self._styles(),
            "numbering": self._numbering(),
            "settings": self._settings(),
            "footnotes": self._notes("footnote"),
            "endnotes": self._notes("endnote"),
            "comments": self._comments(),
            "header1": self._blocks(1),
        }
        if random.random() < 0.2:
            del texts[random.choice(list(texts))]
        relations = "".join(
            f'<Relationship Id="r_{name}" Type="{_R}/{name.rstrip("1")}" Target="{name}.xml"/>'
            for name in texts
        )
        return {
            "[Content_Types].xml": (
                f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml"'
                ' ContentType="application/xml"/></Types>'
            ),
            "_rels/.rels": (
                f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
                f' Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
            ),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
            ),
            "word/document.xml": (
                f"<w:document {_SPACES}><w:body>{self._draft()}{self._section()}</w:body>"
                "</w:document>"
            ),
            **{
                f"word/{name}.xml": (
                    f"<w:{_ROOTS.get(name, name)} {_SPACES}>{text}</w:{_ROOTS.get(name, name)}>"
                )
                for name, text in texts.items()
            },
        }

    # Blocks -------------------------------------------------------------------------------------

    def _draft(self) -> str:
        head = "".join(
            f"<w:p>{self._head_run(line)}</w:p>"
            for line in HEADS[self._language].split("\n\n")
            if self._random.random() < 0.9
        )
        return head + self._blocks(self._random.randint(1, 8))

    def _head_run(self, line: str) -> str:
        before, _, rest = line.partition("*")
        phrase, _, after = rest.partition("*")
        italic = f"<w:rPr><w:i/>{'<w:iCs/><w:rtl/>' if self._language == 'ar' else ''}</w:rPr>"
        return f"<w:r>{_t(before)}</w:r><w:r>{italic}{_t(phrase)}</w:r><w:r>{_t(after)}</w:r>"

    def _blocks(self, number: int, depth: int = 0) -> str:
        return "".join(self._block(depth) for _ in range(number))

    def _block(self, depth: int) -> str:
        random = self._random
        kind = random.random()
        if kind < 0.8 or depth > 3:
            return self._paragraph(depth)
        if kind < 0.88:
            rows = "".join(
                f"<w:tr>{self._change_of_row()}"
                + "".join(
                    f"<w:tc>{self._blocks(random.randint(0, 2), depth + 1)}</w:tc>"
                    for _ in range(random.randint(0, 3))
                )
                + "</w:tr>"
                for _ in range(random.randint(0, 3))
            )
            return f"<w:tbl>{rows}</w:tbl>"
        inner = self._blocks(random.randint(0, 2), depth + 1)
        return random.choice(
            (
                f"<w:sdt><w:sdtPr>{self._maybe('<w:showingPlcHdr/>')}</w:sdtPr>"
                f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>",
                f"{self._start('ins')}{inner}</w:ins>",
                f"{self._start('del')}{inner}</w:del>",
                f"<mc:AlternateContent><mc:Choice>{inner}</mc:Choice></mc:AlternateContent>",
                f"<w:customXml>{inner}</w:customXml>",
            )
        )

    def _change_of_row(self) -> str:
        change = self._random.choice(("ins", "del"))
        return self._maybe(f"<w:trPr>{self._start(change)}</w:{change}></w:trPr>", 0.2)

    def _paragraph(self, depth: int) -> str:
        properties = self._maybe(self._style(), 0.5) + self._maybe(self._list(), 0.3)
        properties += self._maybe('<w:outlineLvl w:val="1"/>', 0.05)
        properties += self._maybe('<w:pBdr><w:bottom w:val="single"/></w:pBdr>', 0.05)
        if self._random.random() < 0.1:
            change = self._random.choice(("ins", "del", "moveFrom", "moveTo"))
            properties += f"<w:rPr>{self._start(change)}</w:{change}></w:rPr>"
        properties += self._maybe(
            f'<w:pPrChange w:id="{self._id()}" w:author="x"><w:pPr>{self._list()}</w:pPr>'
            "</w:pPrChange>",
            0.05,
        )
        properties += self._maybe(self._section(), 0.05)
        content = self._inlines(self._random.randint(0, 8), depth)
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"

    def _style(self) -> str:
        return f'<w:pStyle w:val="{self._random.choice(_STYLES)}"/>'

    def _list(self) -> str:
        random = self._random
        level = random.choice(("0", "1", "2", "8", random.choice(_VALUES)))
        number = random.choice(("1", "2", "3", random.choice(_VALUES)))
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def _section(self) -> str:
        return (
            '<w:sectPr><w:headerReference w:type="first" r:id="r_header1"/>'
            f"{self._maybe('<w:titlePg/>')}<w:footnotePr>"
            f'<w:numFmt w:val="{self._random.choice(_FORMATS)}"/></w:footnotePr></w:sectPr>'
        )

    # Text ---------------------------------------------------------------------------------------

    def _inlines(self, number: int, depth: int) -> str:
        return "".join(self._inline(depth) for _ in range(number))

    def _inline(self, depth: int) -> str:
        random = self._random
        if random.random() < 0.6 or depth > 4:
            return self._run(depth)
        inner = self._inlines(random.randint(0, 3), depth + 1)
        makers: tuple[Callable[[], str], ...] = (
            lambda: f"<w:hyperlink>{inner}</w:hyperlink>",
            lambda: f"{self._start('ins')}{inner}</w:ins>",
            lambda: f"{self._start('del')}{_deleted(inner)}</w:del>",
            lambda: f"{self._start('moveTo')}{inner}</w:moveTo>",
            lambda: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
            lambda: f"<w:smartTag>{inner}</w:smartTag>",
            lambda: f'<w:fldSimple w:instr="{self._instruction()}">{inner}</w:fldSimple>',
            lambda: self._field(inner),
            lambda: f"<m:oMath><m:r><m:t>{self._words()}</m:t></m:r></m:oMath>",
            lambda: f'<w:commentRangeStart w:id="{random.randint(0, 3)}"/>{inner}',
            lambda: f'<w:bookmarkStart w:id="{self._id()}" w:name="_Ref1"/>{inner}',
        )
        return random.choice(makers)()

    def _field(self, inner: str) -> str:
        chars = [
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            f"<w:r><w:instrText>{self._instruction()}</w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            inner,
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ]
        if self._random.random() < 0.2:
            del chars[self._random.randrange(len(chars))]
        return "".join(chars)

    def _instruction(self) -> str:
        return self._random.choice(_INSTRUCTIONS).replace('"', "&quot;")

    def _run(self, depth: int) -> str:
        content = "".join(self._content(depth) for _ in range(self._random.choice((0, 1, 1, 1, 3))))
        return f"<w:r>{self._looks()}{content}</w:r>"

    def _looks(self) -> str:
        random = self._random
        if random.random() < 0.5:
            return ""
        looks = "".join(
            f'<w:{random.choice(_LOOKS)} w:val="{random.choice(("1", "0", "abc"))}"/>'
            for _ in range(random.randint(0, 2))
        )
        looks += self._maybe('<w:vertAlign w:val="superscript"/>', 0.2)
        looks += self._maybe('<w:u w:val="single"/>', 0.2)
        looks += self._maybe(f'<w:rStyle w:val="{random.choice(_STYLES)}"/>', 0.2)
        looks += self._maybe(
            f'<w:rPrChange w:id="{self._id()}" w:author="x"><w:rPr><w:i/></w:rPr></w:rPrChange>',
            0.1,
        )
        return f"<w:rPr>{looks}</w:rPr>"

    def _content(self, depth: int) -> str:
        random = self._random
        kind = random.random()
        if kind < 0.65:
            preserved = self._maybe(' xml:space="preserve"', 0.8)
            return f"<w:t{preserved}>{self._words()}</w:t>"
        note = random.choice(("footnote", "endnote"))
        custom = self._maybe(' w:customMarkFollows="1"', 0.2)
        box = ""
        if depth <= 3 and kind > 0.97:
            box = f"<w:pict><w:txbxContent>{self._blocks(1, depth + 2)}</w:txbxContent></w:pict>"
        return random.choice(
            (
                "<w:tab/>",
                "<w:br/>",
                '<w:br w:type="page"/>',
                "<w:noBreakHyphen/>",
                "<w:softHyphen/>",
                f'<w:sym w:font="Symbol" w:char="{random.choice(("F0B7", "F061", "zz", "41"))}"/>',
                f'<w:{note}Reference{custom} w:id="{random.randint(0, _NOTES)}"/>',
                f'<w:{note}Reference{custom} w:id="{random.randint(0, _NOTES)}"/>',
                f'<w:commentReference w:id="{random.randint(0, 3)}"/>',
                f"<w:ruby><w:rubyBase><w:r>{_t('a')}</w:r></w:rubyBase></w:ruby>",
                '<w:fldChar w:fldCharType="end"/>',
                box,
            )
        )

    def _words(self) -> str:
        random = self._random
        pieces = [
            *WORDS[self._language] * 3,
            *(
                " ",
                " ",
                ",",
                ";",
                ".",
                " 70/1 ",
                "x,, ",
                "*",
                "_",
                "\\",
                "[^1]",
                "|",
                "#",
                "&",
                "<",
            ),
            *("<!-- a", "~~", "{++", "1. ", "(a) ", "---", "\uf0b7", "\u00a0", "\t", "\n"),
            random.choice(HOSTILE),
        ]
        return escaped("".join(random.choice(pieces) for _ in range(random.randint(0, 8))))

    # Other parts --------------------------------------------------------------------------------

    def _styles(self) -> str:
        random = self._random
        chains = "".join(
            f'<w:style w:type="{random.choice(("paragraph", "character"))}" w:styleId="s{number}">'
            f'<w:name w:val="{random.choice(("s", "annotation reference", "quote"))}"/>'
            f'<w:basedOn w:val="{random.choice(_STYLES)}"/><w:pPr>{self._maybe(self._list(), 0.3)}'
            f"</w:pPr>{self._looks()}</w:style>"
            for number in (1, 2)
        )
        return (
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            '</w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
            '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph"'
            ' w:styleId="Ital"><w:name w:val="ital"/><w:rPr><w:i/></w:rPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>'
            '<w:style w:type="character" w:styleId="Slanted"><w:name w:val="slanted"/>'
            f"<w:rPr><w:i/></w:rPr></w:style>{chains}"
        )

    def _numbering(self) -> str:
        random = self._random
        out = []
        for number in (1, 2):
            levels = "".join(
                f'<w:lvl w:ilvl="{at}"><w:start w:val="{random.choice(("1", "1", *_VALUES))}"/>'
                f'<w:numFmt w:val="{random.choice(_FORMATS)}"/>'
                f'<w:lvlText w:val="{random.choice(("%1.", "(%2)", "%1.%2.%3", "", "%9", "*"))}"/>'
                f"</w:lvl>"
                for at in range(random.randint(0, 4))
            )
            link = self._maybe('<w:numStyleLink w:val="s1"/>', 0.1)
            out.append(f'<w:abstractNum w:abstractNumId="{number}">{link}{levels}</w:abstractNum>')
        for number in (1, 2, 3):
            start = self._maybe(
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>', 0.3
            )
            out.append(
                f'<w:num w:numId="{number}"><w:abstractNumId w:val="{random.randint(1, 2)}"/>'
                f"{start}</w:num>"
            )
        return "".join(out)

    def _settings(self) -> str:
        return (
            f"{self._maybe(_HIDDEN)}<w:footnotePr>"
            f'<w:numStart w:val="{self._random.choice(_VALUES)}"/></w:footnotePr>'
        )

    def _notes(self, kind: str) -> str:
        return "".join(
            f'<w:{kind} w:id="{number}">{self._blocks(self._random.randint(0, 2), 3)}</w:{kind}>'
            for number in range(_NOTES)
        )

    def _comments(self) -> str:
        text = self._random.choice(("reslint-disable-next-line LEAD001: agreed", "a -- b", "x"))
        return "".join(
            f'<w:comment w:id="{number}" w:author="x"><w:p><w:r>{_t(text)}</w:r></w:p></w:comment>'
            for number in range(2)
        )

    def _start(self, change: str) -> str:
        return f'<w:{change} w:id="{self._id()}" w:author="x">'

    def _id(self) -> int:
        self._ids += 1
        return self._ids

    def _maybe(self, text: str, share: float = 0.5) -> str:
        return text if self._random.random() < share else ""


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a zip file of parts by name, without dates: the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, content)
    return out.getvalue()


def _t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'


def _deleted(markup: str) -> str:
    """Return runs with their text as that of a tracked deletion."""
    return _TEXT_TAG.sub(r"<\1w:delText", markup)
