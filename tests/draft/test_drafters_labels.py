"""Labels as drafters number, in all six languages, as Markdown and as plain text."""

from __future__ import annotations

import pytest

from reslint.blocks.labels import find_label
from reslint.draft.reader import read_draft
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.source import Source

# Organ line, marks (comma, semicolon, stop, colon), opening words and rest of two preambular and
# three operative paragraphs, two items under the second operative paragraph.
WORDS: dict[str, tuple[str, str, list[tuple[str, str]], list[str]]] = {
    "en": (
        "The General Assembly",
        ",;.:",
        [
            ("Noting", "the cost of ferries"),
            ("Recalling", "that bridges serve every village"),
            ("Urges", "all villages to count their bridges"),
            ("Requests", "the Secretary-General"),
            ("Decides", "to return to the matter"),
        ],
        ["To draw a map", "To print it"],
    ),
    "fr": (
        "L’Assemblée générale",
        ",;.:",
        [
            ("Notant", "le prix des bacs"),
            ("Rappelant", "que les ponts servent tous les villages"),
            ("Encourage", "les villages à compter leurs ponts"),
            ("Prie", "le Secrétaire général"),
            ("Décide", "de revenir sur la question"),
        ],
        ["De dresser une carte", "De l’imprimer"],
    ),
    "es": (
        "La Asamblea General",
        ",;.:",
        [
            ("Observando", "el precio de las barcas"),
            ("Recordando", "que los puentes sirven a todas las aldeas"),
            ("Exhorta", "a las aldeas a que cuenten sus puentes"),
            ("Solicita", "al Secretario General"),
            ("Decide", "volver a examinar la cuestión"),
        ],
        ["Que dibuje un mapa", "Que lo imprima"],
    ),
    "ru": (
        "Генеральная Ассамблея",
        ",;.:",
        [
            ("отмечая", "цену паромов"),
            ("учитывая", "что мосты служат всем деревням"),
            ("призывает", "деревни сосчитать свои мосты"),
            ("просит", "Генерального секретаря"),
            ("постановляет", "вернуться к этому вопросу"),
        ],
        ["начертить карту", "напечатать ее"],
    ),
    "ar": (
        "إن الجمعية العامة",
        "،؛.:",
        [
            ("إذ تلاحظ", "ارتفاع أجرة القوارب"),
            ("وإذ تشير", "إلى أن الجسور تخدم كل القرى"),
            ("تشجع", "القرى على عد جسورها"),
            ("تطلب", "إلى الأمين العام"),
            ("تقرر", "العودة إلى هذه المسألة"),
        ],
        ["رسم خريطة", "طباعتها"],
    ),
    "zh": (
        "大会",
        "，；。：",
        [
            ("铭记", "渡船票价高昂"),
            ("回顾", "桥梁为所有村庄服务"),
            ("促请", "各村清点桥梁"),
            ("请", "秘书长"),
            ("决定", "继续审议这一问题"),
        ],
        ["绘制地图", "印制地图"],
    ),
}
ANY = ("en", "fr", "es", "ru", "ar", "zh")
EMPHASIS = {"ar": "***", "zh": "**"}

# Labels of the preambular paragraphs, the operative ones and the items, with the languages that
# have them. `{}` in a label is the number; an item stands four columns further in.
STYLES = {
    "negotiated": (ANY, "PP{}. ", "OP{}. ", "({l}) "),
    "negotiated, spaced": (ANY, "PP {}: ", "OP {}: ", "- "),
    "negotiated, alone": (ANY, "(PP{}) ", "(OP{}) ", "{}. "),
    "health": (ANY, "(PP{}) ", "(OP){}. ", "({}) "),
    "brackets": (ANY, "", "{}) ", "{l}) "),
    "brackets twice": (ANY, "", "({}) ", "- "),
    "stroke": (ANY, "", "{}/ ", "- "),
    "colon": (ANY, "", "{}: ", "• "),
    "sign": (ANY, "", "§{} ", "– "),
    "sign and stop": (ANY, "", "§ {}. ", "* "),
    "stop and dash": (ANY, "", "{}.- ", "({l}) "),
    "bare": (ANY, "", "{} ", "({l}) "),
    "roman": (("en", "fr", "es", "ru"), "", "{r}. ", "{}. "),
    "degrees": (ANY, "", "{}. ", "2.{} "),
    "degrees with letters": (ANY, "", "{}. ", "2.{l}) "),
    "nested numbers": (ANY, "", "{}. ", "{}. "),
    "bullets": (ANY, "- ", "{}. ", "- "),
    "stars": (ANY, "* ", "{}. ", "* "),
    "letters before": (("en", "fr", "es", "ru"), "({l}) ", "{}. ", "({l}) "),
    "only bullets": (ANY, "- ", "- ", "  - "),
    "numbered throughout": (ANY, "{}. ", "{n}. ", "({l}) "),
    "article": (("en", "fr"), "", "Article {}. ", "({l}) "),
    "article short": (("en", "fr", "es"), "", "Art. {} – ", "({l}) "),
    "artículo": (("es",), "Párrafo {}: ", "Artículo {}.- ", "({l}) "),
    "пункт": (("ru",), "", "Пункт {}. ", "- "),
    "статья": (("ru",), "", "Статья {}: ", "- "),
    "المادة": (("ar",), "", "المادة {}: ", "({}) "),
    "arabic digits": (("ar",), "", "{a} - ", "- "),
    "第一条": (("zh",), "", "第{c}条 ", "（{c}）"),
    "第1条": (("zh",), "第{}段：", "第{}条：", "（{c}）"),
    "一、": (("zh",), "", "{c}、", "（{c}）"),
    "1、": (("zh",), "", "{}、", "（{c}）"),
    "full width": (("zh",), "", "{f}．", "({l}) "),
    "stroke, tight": (("zh",), "", "{}/", "（{c}）"),
    "序1": (("zh",), "序{} ", "执{} ", "（{c}）"),
    "條款1": (("zh",), "序言性條款{}：", "行動性條款{}：", "（{c}）"),
    "ف د 1": (("ar",), "ف د {}: ", "ف م {}: ", "- "),
    "ف.ت.1": (("ar",), "ف.ت.{} ", "ف.ع.{} ", "({}) "),
}  # fmt: skip
CASES = [
    (style, language, markdown)
    for style, (languages, *_) in STYLES.items()
    for language in languages
    for markdown in (True, False)
]


def label(frame: str, number: int, before: int = 0) -> str:
    """The label of a number; `{n}` counts on from the paragraphs before."""
    return frame.format(
        number,
        n=number + before,
        l="abc"[number - 1],
        r=("I", "II", "III")[number - 1],
        c="一二三"[number - 1],
        a="١٢٣"[number - 1],
        f="１２３"[number - 1],
    )


def drafted(style: str, language: str, *, markdown: bool) -> str:
    """A draft with labels of a style."""
    organ, marks, words, items = WORDS[language]
    comma, semicolon, stop, colon = list(marks)
    _, before, frame, item = STYLES[style]
    mark = EMPHASIS.get(language, "*") if markdown else ""
    space = "" if language == "zh" else " "

    def paragraph(index: int) -> str:
        phrase, rest = words[index]
        return f"{mark}{phrase}{mark}{space}{rest}"

    lines = [f"{mark}{organ}{mark}{comma}"]
    lines += [label(before, index + 1) + paragraph(index) + comma for index in (0, 1)]
    lines.append(label(frame, 1, 2) + paragraph(2) + semicolon)
    second = label(frame, 2, 2) + paragraph(3) + colon
    for index, text in enumerate(items, 1):
        second += f"\n    {label(item, index)}{text}{semicolon}"
    lines += [second, label(frame, 3, 2) + paragraph(4) + stop]
    return "\n\n".join(lines) + "\n"


def structure(text: str, path: str) -> list[tuple[str, int, str]]:
    """Part, level and text of each paragraph, without its final mark."""
    paragraphs = read_draft(Source(text, path)).paragraphs
    return [(one.part, one.level, one.text.rstrip(",;.:،؛，；。： \u00a0")) for one in paragraphs]


@pytest.mark.parametrize(("style", "language", "markdown"), CASES)
def test_the_parts_are_read_whatever_the_labels(style: str, language: str, markdown: bool) -> None:
    organ, _, words, items = WORDS[language]
    space = "" if language == "zh" else " "
    texts = [f"{phrase}{space}{rest}" for phrase, rest in words]
    meant = [
        ("organ line", 0, organ),
        ("preamble", 0, texts[0]),
        ("preamble", 0, texts[1]),
        ("operative", 0, texts[2]),
        ("operative", 0, texts[3]),
        ("operative", 1, items[0]),
        ("operative", 1, items[1]),
        ("operative", 0, texts[4]),
    ]
    path = "draft.md" if markdown else "draft.txt"
    text = drafted(style, language, markdown=markdown)
    assert structure(text, path) == meant
    # Safe fixes keep the structure (they may write other labels, capitals and marks).
    linter = Linter()
    fixed = fix_in_rounds(linter.lint(Source(text, path)), linter).text
    kept = [(part, level, words.casefold()) for part, level, words in structure(fixed, path)]
    assert kept == [(part, level, words.casefold()) for part, level, words in meant]


@pytest.mark.parametrize("suffixed", ["(b) bis. ", "(b) bis ", "b) ter "])
def test_a_letter_with_bis_keeps_it(suffixed: str) -> None:
    first, second = ("a) ", "b) ") if suffixed[0] == "b" else ("(a) ", "(b) ")
    text = (
        "*The General Assembly*,\n\n*Noting* the boats,\n\n1. *Requests* all villages:\n\n"
        f"{first}To paint;\n\n{second}To row;\n\n{suffixed}To sail;\n\n2. *Decides* to act.\n"
    )
    item = read_draft(Source(text, "draft.md")).resolutions[0].operative[0].children[2]
    assert item.label is not None
    assert (item.label.value, item.label.suffix) == (2, suffixed.split()[1].strip("."))
    assert item.label.text == suffixed.strip()
    found = Linter().lint(Source(text, "draft.md"))
    assert "NUM004" not in [one.code for one in found.diagnostics]
    lines = fix_in_rounds(found, Linter(), unsafe=False).text.split("\n\n")
    assert lines[5].endswith(f"{suffixed[suffixed.index(')') :]}To sail;")


def test_a_list_with_bis_is_not_labelled_again() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the boats,\n\n1. *Requests* all villages:\n\n"
        "(a) To paint;\n\n(c) To row;\n\n(c) bis. To sail;\n\n2. *Decides* to act.\n"
    )
    linter = Linter()
    found = linter.lint(Source(text, "draft.md"))
    assert [(one.code, one.fix) for one in found.diagnostics] == [("NUM004", None)]
    assert fix_in_rounds(found, linter, unsafe=True).text == text


SUFFIXED = [
    ("5 bis. Decides", 5, "bis", "Decides"),
    ("5-бис. Просит", 5, "бис", "Просит"),
    ("5 مكرراً - تقرر", 5, "مكرراً", "تقرر"),
    ("5之二、决定", 5, "之二", "决定"),
    ("(a bis) To paint", 1, "bis", "To paint"),
    ("(б-бис) красить", 2, "бис", "красить"),
    ("б) тер красить", 2, "тер", "красить"),
    ("(ب) مكررا طلاء", 2, "مكررا", "طلاء"),
    ("b) alt. Peindre", 2, "alt", "Peindre"),
    ("(b) terres arables", 2, "", "terres arables"),
    ("в) терпение", 3, "", "терпение"),
]


@pytest.mark.parametrize(("text", "value", "suffix", "rest"), SUFFIXED)
def test_suffixes_in_all_languages(text: str, value: int, suffix: str, rest: str) -> None:
    label = find_label(text)
    assert label is not None
    assert (label.value, label.suffix, text[label.body :]) == (value, suffix, rest)


LINES = {
    "en": "Operative part – to be discussed on Tuesday",
    "fr": "Dispositif – à examiner mardi",
    "es": "Parte dispositiva – se examinará el martes",
    "ru": "Постановляющая часть — обсуждается во вторник",
    "ar": "فقرات المنطوق - تناقش يوم الثلاثاء",
    "zh": "执行部分——星期二讨论",
}


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("language", LINES)
def test_a_line_before_a_labelled_paragraph_is_a_heading(language: str, bold: bool) -> None:
    line = f"**{LINES[language]}**" if bold else LINES[language]
    first, second = drafted("negotiated", language, markdown=True).split("OP1", 1)
    source = Source(f"{first}{line}\n\nOP1{second}", "draft.md")
    draft = read_draft(source)
    assert [each.text for each in draft.part("heading")] == [LINES[language]]
    assert len(draft.part("preamble")) == 2
    linter = Linter()
    assert f"\n{line}\n" in fix_in_rounds(linter.lint(source), linter).text


def test_a_remark_in_bold_below_a_labelled_paragraph_is_no_heading() -> None:
    first, second = drafted("negotiated", "en", markdown=True).split("OP1", 1)
    remark = "**[new – two delegations]**"
    draft = read_draft(Source(f"{first}{remark}\n\nOP1{second}", "draft.md"))
    assert not draft.part("heading")


# Labels of operative paragraphs that all stand on one line.
ON_ONE_LINE = [
    *((frame, language) for frame in ("{}. ", "{}/ ", "{}° ", "§{} ") for language in ANY),
    ("{}.º ", "es"),
    ("{}.° ", "fr"),
    *((frame, "zh") for frame in ("{}/", "（{c}）", "({c})", "{c}、", "{c}.", "{c}．")),
]


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize(("frame", "language"), ON_ONE_LINE)
def test_operative_paragraphs_on_one_line(frame: str, language: str, wrapped: bool) -> None:
    organ, marks, words, _ = WORDS[language]
    comma, semicolon, stop, _ = list(marks)
    space = "" if language == "zh" else " "
    texts = [f"{phrase}{space}{rest}" for phrase, rest in (*words[:3], words[4])]
    between = "\n" if wrapped else space
    numbered = [label(frame, number) + text for number, text in enumerate(texts[2:], 1)]
    line = f"{numbered[0]}{semicolon}{between}{numbered[1]}{stop}"
    text = "\n\n".join((f"{organ}{comma}", *(f"{one}{comma}" for one in texts[:2]), line))
    assert structure(text, "draft.txt") == [
        ("organ line", 0, organ),
        *(("preamble", 0, one) for one in texts[:2]),
        *(("operative", 0, one) for one in texts[2:]),
    ]


def test_points_in_chinese_numerals_within_a_paragraph_stay_there() -> None:
    paragraphs = ("一、促请各村（一）清点桥梁；（二）绘制地图；", "二、决定继续审议。")
    text = "\n\n".join(("大会，", "回顾各项决议，", *paragraphs))
    assert [one[:2] for one in structure(text, "draft.txt")][-2:] == [("operative", 0)] * 2


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
@pytest.mark.parametrize("language", ANY)
def test_numbers_in_brackets_may_lack_one(language: str, name: str) -> None:
    """`(4)` after `(2)` opens a paragraph, though lists of items have such numbers, too."""
    organ, marks, words, items = WORDS[language]
    comma, semicolon, stop, colon = list(marks)
    space = "" if language == "zh" else " "
    around = "*" if name.endswith(".md") else ""
    text = "\n\n".join(
        (
            f"{around}{organ}{around}{comma}",
            *(f"{around}{phrase}{around}{space}{rest}{comma}" for phrase, rest in words[:2]),
            f"(1) {around}{words[2][0]}{around}{space}{words[2][1]}{semicolon}",
            f"(3) {around}{words[3][0]}{around}{space}{words[3][1]}{semicolon}",
            f"(4) {around}{words[4][0]}{around}{space}{words[4][1]}{stop}",
        )
    )
    levels = [(part, level) for part, level, _ in structure(text, name)]
    assert levels[-3:] == [("operative", 0)] * 3
    listed = text.replace(
        f"{words[3][1]}{semicolon}",
        f"{words[3][1]}{colon}\n\n(1) {items[0]}{semicolon}\n\n(2) {items[1]}{semicolon}",
    )
    levels = [(part, level) for part, level, _ in structure(listed, name)]
    assert levels[-5:-1] == [("operative", 0)] * 2 + [("operative", 1)] * 2


@pytest.mark.parametrize("language", sorted({*ANY} - {"zh"}))  # there the mark tells the part
def test_an_emphasized_verb_behind_the_first_number_opens_the_operative_part(language: str) -> None:
    """Its mark may be that of a preambular paragraph, and these may have bullets."""
    organ, marks, words, _ = WORDS[language]
    comma, _, stop, _ = list(marks)
    space = "" if language == "zh" else " "
    text = "\n\n".join(
        (
            f"*{organ}*{comma}",
            *(f"- *{phrase}*{space}{rest}{comma}" for phrase, rest in words[:2]),
            f"(1) *{words[2][0]}*{space}{words[2][1]}{comma}",
            f"(2) *{words[4][0]}*{space}{words[4][1]}{stop}",
        )
    )
    levels = [(part, level) for part, level, _ in structure(text, "draft.md")]
    assert levels[1:] == [("preamble", 0)] * 2 + [("operative", 0)] * 2


def test_a_number_goes_on_in_the_style_of_the_paragraphs_below_one_with_a_name() -> None:
    text = (
        "The General Assembly,\n\nNoting the mills,\n\n1) Urges villages to row;\n\n"
        "OP1 bis Invites millers to help;\n\n2) Requests a report;\n\n3) Decides to meet again."
    )
    assert [(part, level) for part, level, _ in structure(text, "draft.txt")][2:] == [
        ("operative", 0)
    ] * 4


def test_labels_of_students_stand_before_phrases() -> None:
    draft = read_draft(
        Source("PC1: Recalling it,\n\nPC2: Noting it,\n\nOC1: Urges all to go;\n\nOC2: Decides.\n")
    )
    assert draft.is_resolution
    assert [(one.part, one.label.text) for one in draft.paragraphs if one.label is not None] == [
        ("preamble", "PC1:"),
        ("preamble", "PC2:"),
        ("operative", "OC1:"),
        ("operative", "OC2:"),
    ]


def test_computers_are_no_paragraphs() -> None:
    text = "PC1: A laptop of the office,\n\nPC2: A printer of the office,\n\nOC1: A chair;\n"
    assert not read_draft(Source(text)).is_resolution
