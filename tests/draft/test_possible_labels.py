"""What may be a label or text: the words after it decide, and the place where it stands."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

HEAD = "*The General Assembly*,\n\n*Noting* the cost of ferries,\n\n"
END = "\n\n2. *Decides* to return to the matter.\n"
ORGAN_LINES = {
    "en": "*The General Assembly*,\n\n*Noting* the cost of ferries,\n\n",
    "fr": "*L’Assemblée générale*,\n\n*Notant* le prix des bacs,\n\n",
    "es": "*La Asamblea General*,\n\n*Observando* el precio de las barcas,\n\n",
    "ru": "*Генеральная Ассамблея*,\n\n*отмечая* цену паромов,\n\n",
    "ar": "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** ارتفاع أجرة القوارب،\n\n",
    "zh": "**大会**，\n\n**铭记**渡船票价高昂，\n\n",
}
PARAGRAPHS = {
    "en": ("*Urges* villages to build bridges;", "*Decides* to return to the matter."),
    "fr": ("*Encourage* les villages à bâtir des ponts ;", "*Décide* d’y revenir."),
    "es": ("*Exhorta* a las aldeas a construir puentes;", "*Decide* volver a examinarla."),
    "ru": ("*призывает* деревни строить мосты;", "*постановляет* вернуться к вопросу."),
    "ar": ("***تشجع*** القرى على بناء الجسور؛", "***تقرر*** العودة إلى المسألة."),
    "zh": ("**促请**各村修建桥梁；", "**决定**继续审议这一问题。"),
}
TITLES = {
    "en": "Bridges",
    "fr": "Les ponts",
    "es": "Los puentes",
    "ru": "Мосты",
    "ar": "الجسور",
    "zh": "桥梁",
}


def read(text: str) -> list[tuple[str, str]]:
    """Part and place of the paragraphs below the preamble."""
    paragraphs = read_draft(Source(text)).paragraphs[2:]
    return [(one.part, one.place) for one in paragraphs]


@pytest.mark.parametrize("language", ORGAN_LINES)
def test_a_number_in_a_heading_labels_a_paragraph_but_not_a_title(language: str) -> None:
    first, last = PARAGRAPHS[language]
    head = ORGAN_LINES[language]
    paragraphs = read(f"{head}### 1. {first}\n\n### 2. {last}\n")
    assert paragraphs == [("operative", "1"), ("operative", "2")]
    titled = read(f"{head}### 1. {TITLES[language]}\n\n1. {first}\n\n2. {last}\n")
    assert titled == [("heading", "heading 1"), ("operative", "1"), ("operative", "2")]


@pytest.mark.parametrize("language", ORGAN_LINES)
@pytest.mark.parametrize("frame", ["### {}. ", "## {}) "])
def test_a_heading_without_a_mark_goes_on_with_the_numbers_of_others(
    language: str, frame: str
) -> None:
    first, last = PARAGRAPHS[language]
    text = f"{ORGAN_LINES[language]}{frame.format(1)}{first}\n\n{frame.format(2)}{last[:-1]}\n"
    assert read(text) == [("operative", "1"), ("operative", "2")]
    # Without any mark, and with another number, it is a title.
    assert ("operative", "2") not in read(text.replace(first, first[:-1].rstrip()))
    assert ("operative", "4") not in read(text.replace(frame.format(2), frame.format(4)))


def test_chinese_numbers_need_a_mark_in_one_paragraph_of_their_series_alone() -> None:
    first, last = PARAGRAPHS["zh"]
    text = f"{ORGAN_LINES['zh']}一、{first}\n\n（1）山村\n\n二、{last[:-1]}\n\n三、{last}\n"
    assert [part for part, _ in read(text)] == ["operative"] * 4


@pytest.mark.parametrize("language", ORGAN_LINES)
@pytest.mark.parametrize("frame", ["**OP{}**", "### OP{}", "**OP {}.**"])
def test_a_label_alone_on_its_line_belongs_to_the_paragraph_below(
    language: str, frame: str
) -> None:
    first, last = PARAGRAPHS[language]
    text = f"{ORGAN_LINES[language]}{frame.format(1)}\n\n{first}\n\n{frame.format(2)}\n\n{last}\n"
    assert [part for part, _ in read(text)] == ["operative", "operative"]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_roman_number_labels_a_paragraph_but_not_a_title(language: str) -> None:
    first, last = PARAGRAPHS[language]
    head = ORGAN_LINES[language]
    assert read(f"{head}I. {first}\n\nII. {last}\n") == [("operative", "I"), ("operative", "II")]
    titled = read(f"{head}I. {TITLES[language]}\n\n1. {first}\n\n2. {last}\n")
    assert [part for part, _ in titled] == ["heading", "operative", "operative"]


def test_a_chinese_number_before_a_title_is_a_heading() -> None:
    first, last = PARAGRAPHS["zh"]
    text = f"{ORGAN_LINES['zh']}**一、桥梁**\n\n1. {first}\n\n2. {last}\n"
    assert [part for part, _ in read(text)] == ["heading", "operative", "operative"]


@pytest.mark.parametrize(
    "line",
    ["Article 33 of the Charter of the rivers", "1.5 metres of water", "2.1 The bridges", "I mean"],
)
def test_text_that_only_looks_like_a_label(line: str) -> None:
    text = f"{HEAD}1. *Urges* villages to heed\n\n{line};{END}"
    paragraphs = read_draft(Source(text)).paragraphs[2:]
    assert paragraphs[0].text == f"Urges villages to heed {line};"
    assert len(paragraphs) == 2


@pytest.mark.parametrize("label", ["1.1", "1.1.", "1.a", "1(a)", "1.a)"])
def test_a_label_of_two_degrees_is_an_item_of_its_own_paragraph(label: str) -> None:
    items = f"{label} To build;\n\n{label.replace('1', '2')} To paint;"
    text = f"{HEAD}1. *Urges* villages:\n\n{label} To build;{END}"
    assert read(text) == [("operative", "1"), ("operative", f"1 {label}"), ("operative", "2")]
    other = read_draft(Source(f"{HEAD}1. *Urges* villages:\n\n{items}{END}")).paragraphs[2:]
    assert [one.label is not None for one in other] == [True, True, False, True]


def test_articles_of_an_annex_are_no_labels() -> None:
    text = (
        f"{HEAD}1. *Adopts* the statute;{END}\n**Annex**\n\nArticle 1\n\nDecides on bridges.\n\n"
        "Article 2. Decides on boats.\n"
    )
    annex = read_draft(Source(text)).paragraphs[4:]
    assert [(one.part, one.label) for one in annex[1:]] == [("annex", None)] * 3
    assert annex[3].text == "Article 2. Decides on boats."


def test_equal_labels_of_two_levels_are_told_apart_by_their_indent() -> None:
    lines = [
        "1. one:",
        "  1. two,",
        "  2. three, such as:",
        "    1. four,",
        "    2. five,",
        "  3. six.",
    ]
    text = HEAD + "1. *Urges* villages:\n" + "\n".join(f"  {line}" for line in lines) + END
    paragraphs = read_draft(Source(text)).paragraphs[3:-1]
    assert [one.level for one in paragraphs] == [1, 2, 2, 3, 3, 2]


def test_capital_roman_numbers_are_items_below_a_colon_but_not_where_they_head_sections() -> None:
    items = "1. *Asks* villages:\n\nI. to build;\n\nII. to paint;\n\n2. *Decides* to go.\n"
    assert read(HEAD + items) == [
        ("operative", "1"),
        ("operative", "1 I."),
        ("operative", "1 II."),
        ("operative", "2"),
    ]
    heads = "1. *Asks* all to build;\n\nI. Bridges\n\n2. *Urges* all to go;\n\nII. Roads\n\n"
    parts = [part for part, _ in read(f"{HEAD}{heads}3. *Decides* to go.\n")]
    assert parts == ["operative", "heading", "operative", "heading", "operative"]


@pytest.mark.parametrize("end", [" –", ":-", " -", "", " to"])
@pytest.mark.parametrize("labels", [("(a)", "(b)"), ("-", "-"), ("i.", "ii."), ("1)", "2)")])
def test_a_list_begins_below_a_line_without_colon(end: str, labels: tuple[str, str]) -> None:
    first, second = labels
    text = f"{HEAD}1. *Asks* the fund{end}\n{first} to build bridges;\n{second} to paint them;{END}"
    assert read(text) == [
        ("operative", "1"),
        ("operative", f"1 {first}"),
        ("operative", f"1 {second}"),
        ("operative", "2"),
    ]


@pytest.mark.parametrize(
    "second", ["and other cases,\nand (b) of article 4", "or\n(d) of article 4"]
)
def test_one_letter_at_the_start_of_a_line_is_no_list(second: str) -> None:
    paragraphs = read(f"{HEAD}1. *Asks* all to apply paragraph\n(a) of article 3 to {second};{END}")
    assert paragraphs == [("operative", "1"), ("operative", "2")]


def test_russian_letters_with_a_stop_label_items_but_abbreviations_do_not() -> None:
    items = "а. строить мосты в\nг. Минске и на\nс. 5 доклада;\n\nб. красить их;"
    end = "2. *постановляет* вернуться к\nп. 3 доклада.\n"
    paragraphs = read(f"{ORGAN_LINES['ru']}1. *призывает* всех:\n\n{items}\n\n{end}")
    assert paragraphs == [
        ("operative", "1"),
        ("operative", "1 а."),
        ("operative", "1 б."),
        ("operative", "2"),
    ]


def test_an_outline_has_capitals_and_figures_below_roman_numbers() -> None:
    text = (
        f"{HEAD}I. *Urges* all to hold a vote;\nA. Voters shall be registered;\n"
        "1. Using the census;\n2. In every village;\na. By two people;\nb. Every day;\n"
        "B. The vote shall be held soon;\nII. *Asks* for boats;\nIII. *Decides* to return to it.\n"
    )
    assert [place for _, place in read(text)] == [
        "I",
        "I A.",
        "I A. 1.",
        "I A. 2.",
        "I A. 2. a.",
        "I A. 2. b.",
        "I B.",
        "II",
        "III",
    ]


@pytest.mark.parametrize("blank", ["", "\n"])
def test_numbers_further_in_are_items_below_a_line_without_colon(blank: str) -> None:
    items = f"\n{blank}   1. to keep the rules;\n   2. to submit\n   reports;"
    paragraphs = read(f"{HEAD}1. *Requests* all parties{items}{END}")
    assert [place for _, place in paragraphs] == ["1", "1 1.", "1 2.", "2"]


@pytest.mark.parametrize(
    ("language", "asks", "first", "second"),
    [
        ("en", "1. *Urges* villages to", "A", "B"),
        ("fr", "1. *Invite* les villages à", "A", "B"),
        ("es", "1. *Exhorta* a las aldeas a", "A", "B"),
        ("ru", "1. *рекомендует* деревням", "А", "Б"),
    ],
)
@pytest.mark.parametrize("indent", ["", "    "])
def test_capitals_are_items_below_a_line_without_colon(
    language: str, asks: str, first: str, second: str, indent: str
) -> None:
    items = f"{first}. xxxx yyy zz;\n{indent}{second}. yyyy zzz xx;\n"
    nested = f"{indent * 2}I. zzzz xx;\n{indent * 2}II. xxxx zz;\n"
    end = PARAGRAPHS[language][1]
    text = f"{ORGAN_LINES[language]}{asks}\n{indent}{items}{nested}\n2. {end}\n"
    assert [place for _, place in read(text)] == [
        "1",
        f"1 {first}.",
        f"1 {second}.",
        f"1 {second}. I.",
        f"1 {second}. II.",
        "2",
    ]


def test_a_capital_below_the_last_item_is_a_heading_where_no_item_begins() -> None:
    items = ":\n\n    (a) to row;\n\n    (b) to swim;\n\nA. Boats\n\n2. *Urges* all to sail;"
    end = "\n\nB. Bridges\n\n3. *Decides* to return to the matter.\n"
    draft = read(f"{HEAD}1. *Urges* all{items}{end}")
    places = ["1", "1 (a)", "1 (b)", "heading 1", "2", "heading 2", "3"]
    assert [place for _, place in draft] == places


@pytest.mark.parametrize("dash", ["-", "–", "—", "•", "-**"])
@pytest.mark.parametrize("above", ["1. *Urges* all to:", "1. *Urges* all to"])
def test_a_dash_or_bullet_right_before_a_word_labels_an_item(dash: str, above: str) -> None:
    closing = dash.strip("-")
    items = f"\n{dash}Row{closing} boats;\n{dash}Build{closing} bridges;"
    places = [place for _, place in read(f"{HEAD}{above}{items}{END}")]
    assert places == ["1", f"1 {dash[0]}", f"1 {dash[0]}", "2"]


@pytest.mark.parametrize("aside", ["–all of them\n–to row;", "—large\n—and small—to row;"])
def test_a_dash_before_a_word_in_a_sentence_labels_nothing(aside: str) -> None:
    text = f"{HEAD}1. *Urges* villages {aside}{END}"
    assert [place for _, place in read(text)] == ["1", "2"]


@pytest.mark.parametrize("mark", ["", ",", ";", "."])
@pytest.mark.parametrize(
    ("first", "inner", "second"),
    [("a)", "i)", "b)"), ("a.", "i.", "b."), ("(a)", "(i)", "(b)"), ("A.", "a)", "B.")],
)
def test_a_list_goes_on_below_the_list_in_its_item_whatever_the_marks(
    first: str, inner: str, second: str, mark: str
) -> None:
    items = f"\n{first} taxes on:\n{inner} yachts{mark}\n{second} gifts{mark}\n"
    places = [place for _, place in read(f"{HEAD}1. *Urges* all to levy:{items}{END}")]
    assert places == ["1", f"1 {first}", f"1 {first} {inner}", f"1 {second}", "2"]


@pytest.mark.parametrize("labels", [("a -", "b -"), ("a/", "b/"), ("a)", "b)"), ("A -", "B -")])
def test_letters_with_a_dash_are_items_below_a_line_without_colon(labels: tuple[str, str]) -> None:
    first, second = labels
    items = f"\n{first} row boats\n{second} build bridges\n"
    places = [place for _, place in read(f"{HEAD}1. *Urges* all to{items}{END}")]
    assert places == ["1", f"1 {first}", f"1 {second}", "2"]


def test_a_letter_on_a_wrapped_line_takes_up_no_list() -> None:
    line = "and all the villages on the river that have no bridge of their own"
    items = f":\n(a) rows {line}\n{line} under the item\n(b) of the list {line};\n"
    places = [place for _, place in read(f"{HEAD}1. *Urges* all {line}{items}{END}")]
    assert places == ["1", "1 (a)", "2"]


@pytest.mark.parametrize(
    ("language", "announced", "first", "second"),
    [
        ("es", "RESUELVE:", "Encargar velas.", "Pedir remos."),
        ("en", "DECIDES:", "To order sails.", "To row."),
        ("ru", "РЕШИЛА:", "Купить паруса.", "Принять план."),
    ],
)
def test_roman_numbers_below_a_line_that_announces_are_those_of_paragraphs(
    language: str, announced: str, first: str, second: str
) -> None:
    head = f"{ORGAN_LINES[language]}{announced}\n\n"
    places = [place for _, place in read(f"{head}I. {first}\n\nII. {second}\n")]
    assert places[1:] == ["I", "II"]
    titles = f"I. {first[:-1]}\n\n1. {first}\n\nII. {second[:-1]}\n\n2. {second}\n"
    assert not {"I", "II"} & {place for _, place in read(head + titles)}


@pytest.mark.parametrize("verb", ["рекомендует:", "просит всех"])
def test_a_number_right_before_a_small_verb_is_a_label(verb: str) -> None:
    text = f"{ORGAN_LINES['ru']}1.*призывает* всех;\n\n2.{verb}\n\na) грести;\n"
    assert [place for _, place in read(text)] == ["1", "2", "2 a)"]


def test_a_page_break_above_a_label_is_no_item() -> None:
    places = [place for _, place in read(f"\f\nhalf a line\n(b) to row;\n\n{HEAD}1. *Urges* all.")]
    assert places[-1] == "1"
