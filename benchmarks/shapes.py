# ruff: noqa: E501 - the tables are read by eye, a kind a line
"""Shapes of drafts that grow: one piece of text repeated, in a draft of each language.

A shape is a name and a function of a number: how often the piece stands there. Nothing of it is a
sentence that a drafter would write; each is what a paste, a conversion or a malicious hand leaves.
"""

from __future__ import annotations

from collections.abc import Iterator

HEADS = {
    "ar": "إن *الجمعية العامة*،\n\n*إذ تشير* إلى الميثاق،\n\n1 - *تقرر* ",
    "en": "*The General Assembly*,\n\n*Recalling* the Charter,\n\n1. *Decides* ",
    "es": "*La Asamblea General*,\n\n*Recordando* la Carta,\n\n1. *Decide* ",
    "fr": "*L’Assemblée générale*,\n\n*Rappelant* la Charte,\n\n1. *Décide* ",
    "ru": "*Генеральная Ассамблея*,\n\n*ссылаясь* на Устав,\n\n1. *постановляет* ",
    "zh": "*大会*,\n\n*回顾*《宪章》,\n\n1. *决定* ",
}
"""The start of a draft in each language: what is repeated stands in its first operative paragraph."""

PIECES = (
    *("a", "A", "5", " ", "\t", "\u00a0", "\u200b", "\u00ad", "\u0301", "\f", "\v", "\u2028", "\r"),
    *(".", ",", ";", ":", "-", "–", "—", "…", "...", "!", "?", "/", "\\", "|", "#", "&", "%", "@"),
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "``",
        "~~",
        "*a*",
        "**a**",
        "_a_",
        "*a",
        "a*",
        "*a**",
        "`a",
    ),
    *("(", ")", "()", "((a))", "[", "]", "[]", "[a]", "[a](b)", "![a](b)", "[a][b]", "{", "}", "<"),
    *(">", "<>", "<a>", "</a>", "<b>a</b>", "<div>", "</div>", "<div>\n", "<br>", "<!--", "-->"),
    *(
        "<!-- a -->",
        "<!-- reslint-disable -->",
        "<!-- reslint-disable FORM001 -->",
        "<?a",
        "<![CDATA[",
    ),
    *(
        "<sup>1</sup>",
        "<ins>a</ins>",
        "<del>a</del>",
        "<ins>",
        "<del>",
        "{++a++}",
        "{--a--}",
        "{~~a~>",
    ),
    *("{>>a<<}", "[^1]", "[^1],", "a[^1]", "[^1] a", "^1", "¹", "a¹", "^[a]", "^[", "\n[^1]: a\n"),
    *(
        '"',
        "'",
        '"a"',
        "'a'",
        "“",
        "”",
        "“a”",
        "‘a’",
        "«a»",
        "« a »",
        "„a“",
        "《a》",
        "「a」",
        "«",
        "“a",
    ),
    *("1.", "1. ", "(a)", "(a) ", "a) ", "(i) ", "1.1 ", "1 - ", "I. ", "A. ", "\n1. a", "\n(a) a"),
    *(
        "\n- a",
        "\n* a",
        "\n> a",
        "\n# a",
        "\n| a | b |",
        "\n    a",
        "\n\ta",
        "\n---",
        "\n***",
        "\n===",
    ),
    *(
        "\n```",
        "\n~~~",
        "\n:::",
        "&amp;",
        "&nbsp;",
        "&#32;",
        "\\*",
        "\\\n",
        "  \n",
        "5 %",
        "5%",
        "5 % ",
    ),
    *(
        "12% ",
        "1,000 ",
        "1 000 ",
        "1.000,5 ",
        "$5 ",
        "$2500 ",
        "US$ 5 ",
        "5-6 ",
        "5–6 ",
        "5th ",
        "No. 5 ",
    ),
    *(
        "70/1 ",
        "A/RES/70/1 ",
        "resolution 70/1 ",
        "70/1, ",
        "resolution 70/1 of 25 September 2015, ",
    ),
    *(
        "S/2015/1 ",
        "E/CN.5/2 ",
        "25 September 2015 ",
        "2015 ",
        "2015-2016 ",
        "http://a.b/c ",
        "a@b.c ",
    ),
    *(
        "Recalling ",
        "Decides ",
        "Decides, ",
        "ABC ",
        "ABC",
        "and ",
        "the the ",
        "a a ",
        "Mr. ",
        "e.g. ",
    ),
    *(
        "United Nations ",
        "General Assembly ",
        "Secretary-General ",
        "UN ",
        "Member State ",
        "State, ",
    ),
    *(
        "paragraph 1 ",
        "paragraphs 1 and 2 ",
        "paragraph 1 above ",
        "Article 5 ",
        "annex ",
        "section A ",
    ),
    *(
        "e\u0301",
        "Ａ",
        "😀",
        "中",
        "，",
        "。",
        "、",
        "（",
        "１",
        "ا",
        "ـ",
        "،",
        "\u200f",
        "\u202b",
        "١",
    ),
    *("й", "№ 5 ", "Ё", "œ", "ß", "İ", "ﬁ", "\u061c", "\ufeff", "\ufffd", "\x00", "\x1b", "\x85"),
)
"""Pieces of every kind, repeated in an English draft."""

WORDS = {
    "ar": (
        *("الجمعية العامة ", "إذ تشير ", "وإذ تلاحظ، ", "تقرر ", "القرار 70/1 ", "الفقرة 1 "),
        *("25 أيلول/سبتمبر 2015 ", "5 في المائة ", "الأمين العام ", "و ", "(أ) ", "\n1 - تقرر أ؛"),
        *("«أ» ", "الأمم المتحدة، ", "١٠٠ ", "القرارين 70/1 و 70/2 "),
    ),
    "en": (
        *("the General Assembly, ", "noting ", "its resolution 70/1 ", "paragraph 1 ", "percent "),
        *("the Secretary General ", "5 per cent ", "organise ", "\n2. Decides a;", "colour color "),
        *("resolutions 70/1, 70/2 ", "twenty-five ", "Government of the State of "),
    ),
    "es": (
        *("la Asamblea General, ", "Recordando ", "Decide, ", "resolución 70/1 ", "párrafo 1 "),
        *("25 de septiembre de 2015 ", "5 por ciento ", "5 % ", "el Secretario General ", "y "),
        *("«a» ", "\n2. Decide a;", "Naciones Unidas ", "1.000 ", "resoluciones 70/1 y 70/2 "),
    ),
    "fr": (
        *("l’Assemblée générale, ", "Rappelant ", "Décide ", "résolution 70/1 ", "l'eau ", "1er "),
        *("25 septembre 2015 ", "5 pour cent ", "a ; ", "a: ", "« a » ", "le Secrétaire général "),
        *(
            "\n2. Décide a ;",
            "Nations Unies ",
            "paragraphe 1 ",
            "1 000 ",
            "résolutions 70/1 et 70/2 ",
        ),
    ),
    "ru": (
        *("Генеральная Ассамблея, ", "ссылаясь ", "постановляет ", "резолюция 70/1 ", "пункт 1 "),
        *("25 сентября 2015 года ", "5 процентов ", "года ", "Генеральный секретарь ", "и "),
        *("«а» ", "\n2. постановляет а;", "Организация Объединенных Наций ", "1 000 ", "ГОДА "),
    ),
    "zh": (
        *("大会，", "回顾", "决定", "第70/1号决议", "第1段", "2015年9月25日", "百分之五", "秘书长"),
        *("“甲”", "《甲》", "\n2. 决定甲；", "联合国", "和", "a,", "1 000 ", "第70/1和70/2号决议"),
    ),
}
"""Words of each language: phrases, organs, citations, dates, numbers, paragraphs."""


def in_one_line(head: str, piece: str, number: int) -> str:
    """Return the piece over and over, without a break."""
    return f"{head}{piece * number}a.\n"


def in_one_paragraph(head: str, piece: str, number: int) -> str:
    """Return the piece on line after line of one paragraph, each after a letter."""
    return head + f"a {piece.strip(chr(10))}\n" * number + "a.\n"


def in_paragraphs(head: str, piece: str, number: int) -> str:
    """Return the piece in one paragraph after the other, without numbers."""
    return f"{head}a;\n\n" + f"a {piece.strip(chr(10))}\n\n" * number


def in_numbered_paragraphs(head: str, piece: str, number: int) -> str:
    """Return the piece in one operative paragraph after the other."""
    word, mark = head.rsplit("\n", 1)[-1][4:], head.rsplit("\n", 1)[-1][1:4].rstrip()
    return f"{head}a;\n\n" + "".join(
        f"{each}{mark} {word}{piece.strip(chr(10))};\n\n" for each in range(2, number + 2)
    )


LAYOUTS = (in_one_line, in_one_paragraph, in_paragraphs, in_numbered_paragraphs)


def shapes() -> Iterator[tuple[str, str, str, str]]:
    """Yield language, layout and piece of every shape, and the language's head."""
    for layout in LAYOUTS:
        for piece in PIECES:
            yield "en", layout.__name__, piece, HEADS["en"]
        for language, pieces in WORDS.items():
            for piece in pieces:
                yield language, layout.__name__, piece, HEADS[language]


def drawn(layout: str, head: str, piece: str, number: int) -> str:
    """Return the draft of a shape with its piece `number` times."""
    by_name = {each.__name__: each for each in LAYOUTS}
    return by_name[layout](head, piece, number)
