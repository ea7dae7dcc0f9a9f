"""The fixed parts of a new Word file: styles, settings, relationships."""

from __future__ import annotations

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{SPACE}" xmlns:r="{_RELATIONS}"'

SINGLE, FOOTNOTE, REFERENCE, HEADER = "SingleTxt", "FootnoteText", "FootnoteReference", "Header"
QUOTE = "Quote"
HEADINGS = ("Heading1", "Heading2", "Heading3")


def content_types() -> str:
    """Return [Content_Types].xml."""
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
            ("footer1", "footer"),
        )
    )
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def relations() -> dict[str, str]:
    """Return the relationships of the package and of the document."""
    head = f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(
            (
                ("styles", "styles"),
                ("settings", "settings"),
                ("footnotes", "footnotes"),
                ("header", "header1"),
                ("footer", "footer1"),
            ),
            1,
        )
    )
    return {
        "_rels/.rels": (
            f'{head}<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f"{head}{inner}</Relationships>",
    }


def settings(first_note: int) -> str:
    """Return settings.xml; notes are numbered from `first_note` on."""
    start = f'<w:numStart w:val="{first_note}"/>' if first_note != 1 else ""
    return (
        f'{XML}<w:settings {NAMESPACES}><w:defaultTabStop w:val="475"/>'
        f'<w:footnotePr>{start}<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def styles(language: str, *, right_to_left: bool) -> str:
    """Return styles.xml for a draft in a language (`fr`)."""
    east = "SimSun"
    names = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU",
             "zh": "zh-CN"}  # fmt: skip
    code = names.get(language, language)
    latin = "en-GB" if language in ("ar", "zh") else code
    tongue = f'<w:lang w:val="{latin}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    sides = '<w:ind w:left="1267" w:right="1260"/>'
    bidi = "<w:bidi/>" if right_to_left else ""
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{SINGLE}"/><w:qFormat/><w:pPr>'
        f'<w:keepNext/>{bidi}<w:spacing w:before="240" w:after="120"/>{sides}'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
        for level, (identifier, size) in enumerate(zip(HEADINGS, (24, 22, 20), strict=True), 1)
    )
    return (
        f"{XML}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
        f' w:eastAsia="{east}" w:cs="Times New Roman"/>'
        f'<w:sz w:val="20"/><w:szCs w:val="20"/>{tongue}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="{SINGLE}"><w:name w:val="__Single Txt"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{bidi}'
        '<w:tabs><w:tab w:val="left" w:pos="1742"/><w:tab w:val="left" w:pos="2218"/>'
        '<w:tab w:val="left" w:pos="2693"/></w:tabs>'
        f'<w:spacing w:after="120" w:line="240" w:lineRule="exact"/>{sides}<w:jc w:val="both"/>'
        f"</w:pPr></w:style>{headings}"
        f'<w:style w:type="paragraph" w:styleId="{QUOTE}"><w:name w:val="Quote"/>'
        f'<w:basedOn w:val="{SINGLE}"/><w:qFormat/><w:pPr>{bidi}'
        '<w:ind w:left="1742" w:right="1735"/></w:pPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="{HEADER}"><w:name w:val="header"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{bidi}<w:spacing w:after="60"/></w:pPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="{FOOTNOTE}"><w:name w:val="footnote text"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{bidi}<w:spacing w:line="210" w:lineRule="exact"/>'
        f'<w:ind w:left="1267" w:right="1260"/></w:pPr>'
        '<w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="{REFERENCE}">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="CommentReference">'
        '<w:name w:val="annotation reference"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/>'
        "</w:rPr></w:style></w:styles>"
    )


def footer(right_to_left: bool) -> str:
    """Return the footer: the number of the page."""
    bidi = "<w:bidi/>" if right_to_left else ""
    return (
        f'{XML}<w:ftr {NAMESPACES}><w:p><w:pPr>{bidi}<w:jc w:val="center"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )


def section(right_to_left: bool) -> str:
    """Return the properties of the one section: a first page with a header of its own."""
    bidi = "<w:bidi/>" if right_to_left else ""
    return (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId5"/>'
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1200" w:bottom="1152"'
        ' w:left="1200" w:header="720" w:footer="504" w:gutter="0"/>'
        f"<w:titlePg/>{bidi}</w:sectPr>"
    )
