"""The operative part: which labels are labels, and which lines continue a paragraph."""

from __future__ import annotations

import re

import pytest

import reslint
from reslint.draft.reader import read_draft
from reslint.text.source import Source

HEAD = "*The General Assembly*,\n\n*Recalling* x,\n\n1. *Requests* the librarian\n\n"


def read(rest: str) -> list[tuple[str, int, str]]:
    """Place, level and text of the paragraphs from the first operative one on."""
    return [
        (p.place, p.level, p.text) for p in read_draft(Source(HEAD + rest + "\n")).paragraphs[2:]
    ]


@pytest.mark.parametrize("label", ["i.", "a.", "(a)", "(b)", "(i)", "b)"])
def test_a_label_begins_an_item_after_a_paragraph_without_an_end(label: str) -> None:
    assert read(f"{label} To read;") == [
        ("1", 0, "Requests the librarian"),
        (f"1 {label}", 1, "To read;"),
    ]


@pytest.mark.parametrize("label", ["b.", "ii.", "v."])
def test_a_letter_with_a_stop_that_begins_no_list_is_text(label: str) -> None:
    assert read(f"{label} To read;") == [("1", 0, f"Requests the librarian {label} To read;")]


def test_a_letter_with_a_stop_continues_an_open_list() -> None:
    assert read("(a) To read\n\nb. To light;")[1:] == [
        ("1 (a)", 1, "To read"),
        ("1 b.", 1, "To light;"),
    ]
    assert read("(a) To read\n\nc. To light;")[1:] == [("1 (a)", 1, "To read c. To light;")]
    assert read("a. To read\n\nc. To light;")[1:] == [
        ("1 a.", 1, "To read"),
        ("1 c.", 1, "To light;"),
    ]


# Sections under ordinals or letters alone, each with a preamble of its own.
SECTIONS = {
    "ar": (
        "*إن الجمعية العامة*،\n\n*إذ تشير* إلى قرارها 70/1،\n\nأولا\n\n"
        "*وإذ تلاحظ* اتساع الشاطئ،\n\n1 - *تقرر* قياس الشاطئ؛\n\nثانياً\n\n"
        "*وإذ تدرك* قلة القوارب،\n\n2 - *تقرر* عد القوارب.\n"
    ),
    "ru": (
        "*Генеральная Ассамблея*,\n\n*ссылаясь* на свою резолюцию 70/1,\n\nА\n\n"
        "*отмечая* ширину берега,\n\n1. *постановляет* измерить берег;\n\nБ\n\n"
        "*сознавая* нехватку лодок,\n\n2. *постановляет* сосчитать лодки.\n"
    ),
    "zh": (
        "**大会**，\n\n**回顾**其第70/1号决议，\n\n甲\n\n**注意到**海岸甚宽，\n\n"
        "1. **决定**测量海岸；\n\n乙\n\n**备悉**船只不足，\n\n2. **决定**清点船只。\n"
    ),
}


@pytest.mark.parametrize("language", SECTIONS)
def test_sections_under_ordinals_have_preambles(language: str) -> None:
    text = SECTIONS[language]
    draft = read_draft(Source(text, "draft.md"))
    assert draft.language == language
    section = ["heading", "preamble", "operative"]
    assert [p.part for p in draft.paragraphs] == ["organ line", "preamble", *section, *section]
    found = reslint.check(text, language=language, path="draft.md").diagnostics
    assert [one.code for one in found if one.fix is not None or one.code == "FORM002"] == []


@pytest.mark.parametrize("language", SECTIONS)
@pytest.mark.parametrize("label", ["({})", "（{}）", "{})"])
def test_numbers_in_brackets_go_on_below_the_heading_of_a_section(
    language: str, label: str
) -> None:
    text = re.sub(r"^([12])(?:\.| -)", lambda m: label.format(m[1]), SECTIONS[language], flags=re.M)
    section = ["heading", "preamble", "operative"]
    draft = read_draft(Source(text, "draft.md"))
    assert [p.part for p in draft.paragraphs] == ["organ line", "preamble", *section, *section]


@pytest.mark.parametrize("heading", ["B", "Old bridges", "**Old bridges**", "## Old bridges"])
def test_numbers_in_brackets_go_on_below_any_heading(heading: str) -> None:
    text = (
        "The General Assembly,\n\nNoting x,\n\n(1) Urges villages to count bridges;\n\n"
        f"(2) Invites towns to pay;\n\n{heading}\n\n(3) Decides to return to the matter.\n"
    )
    found = read_draft(Source(text, "draft.md")).paragraphs[2:]
    assert [one.place for one in found] == ["1", "2", "heading 1", "3"]


def test_another_list_below_a_heading_is_no_part_of_the_draft() -> None:
    text = (
        "The General Assembly,\n\nNoting x,\n\n(1) Urges villages to count bridges;\n\n"
        "(2) Decides to return to the matter.\n\n## Old bridges\n\n(1) A place to stand on.\n"
    )
    assert read_draft(Source(text, "draft.md")).paragraphs[-1].part == "outside"


@pytest.mark.parametrize(
    ("reason", "asks", "urges"),
    [
        ("Noting the rain, the Council of Millers:", "Calls upon", "Recommends"),
        ("Notant la pluie, le Conseil des meuniers :", "Prie", "Recommande"),
        ("Observando la lluvia, el Consejo de Molineros:", "Pide", "Recomienda"),
        ("Отмечая дожди, Совет мельников:", "Просит", "Рекомендует"),
    ],
)
def test_capital_letters_below_a_colon_are_operative(reason: str, asks: str, urges: str) -> None:
    text = f"{reason}\n\nA) {asks} x;\n\nB) {urges} y.\n"
    draft = read_draft(Source(text, "draft.txt"))
    assert [one.place for one in draft.part("operative")] == ["A", "B"]


def test_capital_letters_below_a_colon_are_items_where_numbers_follow() -> None:
    text = (
        "The General Assembly,\n\nNoting that the report:\n\nA) Calls upon all to act;\n\n"
        "B) Recommends rest,\n\n1. Urges the mills to turn;\n\n2. Requests a report.\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert [one.place for one in draft.part("operative")] == ["1", "2"]


IN_SMALL_LETTERS = {
    "en": (
        "The City Council,",
        "Considering the noise of the streets,",
        "Having voted:",
        "requests",
        "invites",
    ),
    "fr": (
        "Le Conseil municipal,",
        "Considérant le bruit des rues de la ville ;",
        "Après en avoir délibéré :",
        "demande",
        "invite",
    ),
    "es": (
        "El Consejo Municipal,",
        "Considerando el ruido de las calles;",
        "Habiendo votado:",
        "pide",
        "invita",
    ),
}


@pytest.mark.parametrize("language", IN_SMALL_LETTERS)
def test_bullets_in_small_letters_below_a_colon_are_the_only_operative_part(language: str) -> None:
    organ, reason, voted, first, second = IN_SMALL_LETTERS[language]
    text = f"{organ}\n\n{reason}\n\n{voted}\n\n- {first} x ;\n- {second} y.\n"
    draft = read_draft(Source(text))
    assert [one.text for one in draft.part("operative")] == [f"{first} x ;", f"{second} y."]
    assert all(one.level == 0 for one in draft.paragraphs)
    numbered = read_draft(Source(text + f"\n1. {first.capitalize()} z.\n"))
    assert [one.text for one in numbered.part("operative")] == [f"{first.capitalize()} z."]


LETTERS_BEFORE_INFINITIVES = {
    "en": (
        "The Council of Villages,",
        "Recalling the bridges,",
        "To count them;",
        "To ask:",
        "each year;",
    ),
    "fr": (
        "Le Conseil des villages,",
        "Rappelant les ponts,",
        "Compter les ponts ;",
        "Demander :",
        "l’an ;",
    ),
    "es": (
        "El Consejo de Aldeas,",
        "Recordando los puentes,",
        "Contar los puentes;",
        "Pedir:",
        "al año;",
    ),
}


@pytest.mark.parametrize("language", LETTERS_BEFORE_INFINITIVES)
@pytest.mark.parametrize("stop", [".", ")"])
def test_capital_letters_before_infinitives_label_operative_paragraphs(
    language: str, stop: str
) -> None:
    organ, reason, first, second, item = LETTERS_BEFORE_INFINITIVES[language]
    text = f"{organ}\n\n{reason}\n\nA{stop} {first}\n\nB{stop} {second}\n   i. {item}\n"
    draft = read_draft(Source(text))
    assert [(one.part, one.level, one.text) for one in draft.paragraphs[1:]] == [
        ("preamble", 0, reason),
        ("operative", 0, first),
        ("operative", 0, second),
        ("operative", 1, item),
    ]


def test_resolved_and_further_leads_to_the_next_paragraph() -> None:
    text = (
        "A resolution on lamps\n\nWHEREAS, the lamps are dark; and\n\n"
        "WHEREAS, the stairs are steep; be it therefore\n\n"
        "RESOLVED, that lamps be bought; and further\n\nRESOLVED, that ladders be lent.\n"
    )
    draft = read_draft(Source(text))
    assert [one.text for one in draft.part("operative")] == [
        "RESOLVED, that lamps be bought;",
        "RESOLVED, that ladders be lent.",
    ]


def test_a_line_that_begins_with_states_goes_on_with_the_preamble() -> None:
    text = (
        "The General Assembly,\n\nWelcoming the help of neighbours, and of other\n\n"
        "States and organizations, in rebuilding the bridges,\n\n1. Urges all to build;\n\n"
        "2. Decides to meet.\n"
    )
    draft = read_draft(Source(text))
    assert [one.text for one in draft.part("preamble")] == [
        "Welcoming the help of neighbours, and of other States and organizations, in rebuilding "
        "the bridges,"
    ]


# The organ, a reason, a verb with a comma, two infinitives that it governs.
VERBS_WITH_COMMAS = {
    "en": (
        "The Security Council,",
        "Having seen the bridges,",
        "Requests the mayor,",
        "To count;",
        "to ask.",
    ),
    "fr": (
        "Le Conseil de sécurité,",
        "Ayant vu les ponts,",
        "Prie le maire,",
        "De compter ;",
        "d’agir.",
    ),
    "es": (
        "El Consejo de Seguridad,",
        "Habiendo visto los puentes,",
        "Pide al alcalde,",
        "Contar;",
        "pedir.",
    ),
    "ru": ("Совет Безопасности,", "изучив мосты,", "просит мэра,", "считать мосты;", "спросить."),
    "ar": (
        "إن مجلس الأمن،",
        "وقد نظر في الجسور،",
        "يطلب إلى العمدة،",
        "أن يعد الجسور؛",
        "أن يسأل.",
    ),
}


@pytest.mark.parametrize("language", VERBS_WITH_COMMAS)
@pytest.mark.parametrize("labels", [("(a)", "(b)"), ("-", "-")])
def test_infinitives_go_on_from_a_verb_with_a_comma(language: str, labels: tuple[str, str]) -> None:
    organ, reason, verb, first, second = VERBS_WITH_COMMAS[language]
    text = f"{organ}\n\n{reason}\n\n{verb}\n\n{labels[0]} {first}\n\n{labels[1]} {second}\n"
    draft = read_draft(Source(text))
    assert [(one.part, one.level, one.text) for one in draft.paragraphs[1:]] == [
        ("preamble", 0, reason),
        ("operative", 0, verb),
        ("operative", 1, first),
        ("operative", 1, second),
    ]


@pytest.mark.parametrize(
    "below", ["(a) The bridges;", "(b) To count them;", "1. Requests the mayor to go."]
)
def test_a_verb_with_a_comma_above_no_first_infinitive_is_of_the_preamble(below: str) -> None:
    text = f"The Council,\n\nHaving seen the bridges,\n\nNotes the count,\n\n{below}\n"
    draft = read_draft(Source(text.replace("The Council", "The Security Council")))
    assert [one.part for one in draft.paragraphs[:3]] == ["organ line", "preamble", "preamble"]


@pytest.mark.parametrize("mark", ["", ","])
def test_a_phrase_of_both_parts_ends_a_preamble_as_its_other_paragraphs_do(mark: str) -> None:
    text = (
        f"The Security Council{mark}\n\nRecalling the storm of last winter{mark}\n\n"
        f"Acting under Chapter VII of the Charter of the United Nations{mark}\n\n"
        "1. Demands that boats be let through\n\n2. Decides to remain seized of the matter\n"
    )
    draft = read_draft(Source(text))
    assert [one.place for one in draft.paragraphs] == [
        "organ line", "preamble 1", "preamble 2", "1", "2"
    ]  # fmt: skip
