"""Bodies that decide without a preamble, have the number of a session, or name themselves twice."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.md"))


CHAMBERS = {
    "en": ("DRAFT RESOLUTION", "The House of Villages", "RESOLVES:", "To count x.", "To lend y."),
    "fr": (
        "PROPOSITION DE RÉSOLUTION",
        "La Chambre des villages",
        "DÉCIDE :",
        "De compter les ponts du pays.",
        "De prêter des échelles.",
    ),
    "es": (
        "PROYECTO DE RESOLUCIÓN",
        "La Cámara de Diputados de la Nación",
        "RESUELVE:",
        "Expresar su preocupación por los puentes.",
        "Pedir al alcalde que los cuente.",
    ),
}


@pytest.mark.parametrize("language", CHAMBERS)
def test_a_chamber_decides_without_a_preamble(language: str) -> None:
    title, body, verb, first, second = CHAMBERS[language]
    draft = read(f"{title}\n\n{body}\n\n{verb}\n\n1. {first}\n\n2. {second}\n")
    assert draft.language == language
    assert draft.is_resolution
    assert counts_of(draft) == (0, 2, 0, 0)
    assert [one.text for one in draft.part("organ line")] == [body]


def test_what_stands_above_a_verb_in_capitals_is_a_reason_unless_it_names_a_body() -> None:
    draft = read(
        "La Asamblea General,\n\nVISTOS:\n\nEl Informe sobre los ríos; y\n\n"
        "El Plan de Acción de los pueblos,\n\nRESUELVE:\n\n1. Instar a los Estados a medir.\n"
    )
    assert counts_of(draft) == (2, 1, 0, 0)


@pytest.mark.parametrize(
    ("line", "first", "decision"),
    [
        (
            "The 30th International Conference of the Friends of Bridges and of Ferries,",
            "noting the cost of ferries,",
            "urges all to build.",
        ),
        (
            "La XXXe Conférence internationale des amis des ponts et des bacs du monde,",
            "notant le prix des bacs,",
            "prie chacun de bâtir.",
        ),
        (
            "La 33ª Conferencia Internacional de los Amigos de los Puentes y de las Barcas,",
            "observando el precio de las barcas,",
            "insta a todos a construir.",
        ),
    ],
)
def test_a_body_may_have_the_number_of_its_session(line: str, first: str, decision: str) -> None:
    draft = read(f"{line}\n\n{first}\n\n{first}\n\n1. {decision}\n\n2. {decision}\n")
    assert [one.text for one in draft.part("organ line")] == [line]
    assert counts_of(draft) == (2, 2, 0, 0)


def test_a_second_line_with_hereby_ends_the_preamble_of_another_body() -> None:
    draft = read(
        "The Cultural Committee (SOCHUM),\n\nWhereas x is y,\n\nThe Committee hereby:\n\n"
        "(1) Condemns all z;\n\n(2) Asks for w.\n"
    )
    assert counts_of(draft) == (1, 2, 0, 0)
    assert draft.resolutions[0].late_line is not None


ORGANIZATIONS = {
    "en": (
        "The United Nations Entity for Gender Equality and the Empowerment of Women,",
        "Noting x,",
    ),
    "fr": (
        "L’Organisation des Nations Unies pour l’alimentation et l’agriculture dans le monde,",
        "Notant x,",
    ),
    "es": (
        "La Organización de las Naciones Unidas para la Alimentación y la Agricultura,",
        "Observando x,",
    ),
}


@pytest.mark.parametrize("language", ORGANIZATIONS)
def test_an_organization_with_a_long_name_speaks(language: str) -> None:
    line, first = ORGANIZATIONS[language]
    verb = {"en": "Urges y.", "fr": "Prie y.", "es": "Insta a y."}[language]
    draft = read(f"{line}\n\n{first}\n\n{first}\n\n1. {verb}\n")
    assert [one.text for one in draft.part("organ line")] == [line]
    assert counts_of(draft) == (2, 1, 0, 0)


def test_a_verb_in_capitals_announces_without_a_colon() -> None:
    draft = read(
        "Considerando que el parque carece de luz;\n\nConsiderando que llega el invierno;\n\n"
        "El Consejo de la Ciudad ACUERDA\n\nPRIMERO. Instalar faroles.\n\nSEGUNDO. Pagarlos.\n"
    )
    assert counts_of(draft) == (2, 2, 0, 0)
    assert draft.is_resolution


@pytest.mark.parametrize("verb", ["Recomendar", "Continuar", "Encomendar", "Alentar"])
def test_an_infinitive_below_a_verb_is_no_misspelt_leading_phrase(verb: str) -> None:
    text = (
        "El Comité de Ríos,\n\nRecordando el informe,\n\nRESUELVE\n\n1) Exhortar a todos.\n\n"
        f"2) {verb} a la Junta que actúe.\n"
    )
    found = Linter(Settings()).lint(Source(text, "draft.md"))
    assert "LEAD001" not in [one.code for one in found.diagnostics]


# Letter-spaced verbs: title, first paragraph or none, body, verb, first and second paragraph.
SPACED = [
    ("ПОСТАНОВЛЕНИЕ", "Рассмотрев проект о мостах, Собрание городов ", "п о с т а н о в л я е т:"),
    ("Р Е Ш Е Н И Е", "В целях охраны мостов Совет глав городов\n\n", "р е ш и л:"),
    ("RESOLUCIÓN", "Visto el informe sobre los puentes,\n\n", "R E S U E L V E :"),
    ("RÉSOLUTION", "Vu le rapport sur les ponts,\n\n", "D É C I D E :"),
    ("RESOLUTION", "Having seen the report on bridges,\n\n", "R E S O L V E S :"),
]


@pytest.mark.parametrize(("title", "reason", "verb"), SPACED)
def test_a_verb_may_be_letter_spaced(title: str, reason: str, verb: str) -> None:
    first, second = {
        "п": ("Принять проект.", "Направить его городам."),
        "р": ("Принять план.", "Поручить его комитету."),
        "R": ("To count the bridges.", "To lend the ropes."),
        "D": ("De compter les ponts.", "De prêter des cordes."),
    }[verb[0]]
    if title == "RESOLUCIÓN":
        first, second = "Contar los puentes del país.", "Prestar cuerdas a las aldeas."
    draft = read(f"{title}\n\n{reason}{verb}\n\n1. {first}\n\n2. {second}\n")
    assert counts_of(draft) == (1, 2, 0, 0)
    assert draft.is_resolution


# A body that decides with nothing above it: line, first and second paragraph.
ALONE = {
    "ar": ("إن مجلس الطلبة يقرر:", "إقامة معرض في مايو.", "طلب المساعدة من المعلمين."),
    "ar verb first": ("قرر مجلس الطلبة ما يلي:", "إقامة معرض.", "طلب المساعدة من المعلمين."),
    "en": ("The Student Council decides:", "To hold a fair in May.", "To ask for help."),
    "es": ("El Consejo de Alumnos acuerda:", "Celebrar una feria.", "Pedir ayuda a todos."),
    "fr": ("Le Conseil des élèves décide :", "De tenir une fête.", "De prier les maîtres."),
    "ru": ("Совет школьников решил:", "Провести ярмарку в мае.", "Просить о помощи."),
    "ru chamber": (
        "Приозерская городская Дума постановляет:",
        "Утвердить смету.",
        "Опубликовать решение.",
    ),
    "zh": ("学生会决定：", "五月举行学生集市。", "请各班老师给予协助。"),
}


@pytest.mark.parametrize("key", ALONE)
@pytest.mark.parametrize("on_one_line", [False, True])
def test_a_body_decides_without_a_title(key: str, *, on_one_line: bool) -> None:
    line, first, second = ALONE[key]
    labels = {"ar": ("1- ", "2- "), "zh": ("一、", "二、")}.get(key[:2], ("1. ", "2. "))
    joint = " " if on_one_line else "\n\n"
    draft = read(f"{line}{joint}{labels[0]}{first}{joint}{labels[1]}{second}\n")
    assert draft.is_resolution
    assert draft.organ == "other"
    assert counts_of(draft) == (0, 2, 0, 0)
    assert [one.text for one in draft.part("organ line")] == [line]


def test_one_decision_alone_is_no_draft() -> None:
    assert not read("The Student Council decides:\n\n1. To hold a fair in May.\n").is_resolution


# The whole preamble is a sentence whose subject decides: title, sentence, verb or none.
SENTENCES = [
    ("关于保护桥梁的决定", "会议听取了市政府的报告，审议了桥梁的情况。会议决定：", ""),
    ("第五届桥工代表大会决议", "第五届桥工代表大会审议了工作报告，决议如下：", ""),
    ("РЕШЕНИЕ", "В целях охраны мостов Совет глав городов", "решил:"),
    ("قرار", "بعد الاطلاع على النظام، قرر مجلس الإدارة ما يلي:", ""),
]


@pytest.mark.parametrize(("title", "sentence", "verb"), SENTENCES)
def test_a_sentence_below_a_title_says_who_decides(title: str, sentence: str, verb: str) -> None:
    first, second = {
        "关": ("批准该报告。", "加强监督。"),
        "第": ("批准工作报告。", "通过新章程。"),
        "Р": ("Принять план.", "Поручить его комитету."),
        "ق": ("قبول العضوين.", "تحديد الموعد."),
    }[title[0]]
    labels = ("一、", "二、") if sentence[-1] == "：" else ("1. ", "2. ")
    below = f"{verb}\n\n" if verb else ""
    draft = read(f"{title}\n\n{sentence}\n\n{below}{labels[0]}{first}\n\n{labels[1]}{second}\n")
    assert draft.is_resolution
    assert draft.organ == "other"
    assert counts_of(draft) == (1, 2, 0, 0)


def test_a_meeting_decides_without_a_preamble() -> None:
    draft = read(
        "青年委员会全体会议决议\n\n会议决定：\n\n一、通过工作报告。\n\n二、召开年度大会。\n"
    )
    assert draft.is_resolution
    assert counts_of(draft) == (0, 2, 0, 0)
    assert [one.text for one in draft.part("organ line")] == ["会议决定："]
