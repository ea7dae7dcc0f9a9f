"""Drafts as web pages, newspapers and other organizations have them."""

from __future__ import annotations

import pytest

from reslint.draft.model import CLOSING, MASTHEAD, OPERATIVE, ORGAN_LINE, OUTSIDE, PREAMBLE, Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str, path: str = "draft.txt") -> Draft:
    return read_draft(Source(text, path))


def counts(draft: Draft) -> tuple[int, int, int]:
    """The numbers of preambular, operative and sub-paragraphs."""
    paragraphs = [one for one in draft.paragraphs if one.part in (PREAMBLE, OPERATIVE)]
    tops = [one.part for one in paragraphs if not one.level]
    return tops.count(PREAMBLE), tops.count(OPERATIVE), sum(bool(one.level) for one in paragraphs)


LINES_WITH_COLON = {
    "en": ("The Council of Villages, meeting at its third session in Odum from 2 to 4 May 2021:",
           "Recalling its work on wells,", "1. URGES Member States to repair the wells."),
    "fr": ("La Commission des puits, réunie en sa troisième session à Odum du 2 au 4 mai 2021 :",
           "Rappelant ses travaux sur les puits,", "1. INVITE les États à réparer les puits."),
    "es": ("La Comisión de Pozos, reunida en su tercer período de sesiones del 2 al 4 de mayo:",
           "Recordando su labor sobre los pozos,", "1. EXHORTA a los Estados a repararlos."),
    "ru": ("Комитет по колодцам:", "ссылаясь на свою работу о колодцах,",
           "1. призывает государства чинить колодцы."),
    "ar": ("إن لجنة الآبار:", "إذ تشير إلى أعمالها السابقة بشأن الآبار،",
           "1 - تحث الدول على إصلاح الآبار."),
    "zh": ("水井委员会：", "回顾其关于各村水井的工作，", "1. 敦促各国修复各村水井。"),
}  # fmt: skip


@pytest.mark.parametrize("language", LINES_WITH_COLON)
def test_the_line_of_another_body_with_a_colon(language: str) -> None:
    line, preambular, operative = LINES_WITH_COLON[language]
    draft = read(f"{line}\n\n{preambular}\n\n{operative}\n")
    assert (draft.is_resolution, draft.language, draft.organ) == (True, language, "other")
    assert counts(draft) == (1, 1, 0)
    assert [one.text for one in draft.paragraphs if one.part == ORGAN_LINE] == [line]


def test_an_organ_line_with_colon_above_the_numbers_alone() -> None:
    draft = read(
        "The Assembly:\n\n1. ADOPTS the report on wells;\n\n2. URGES Members to read it.\n"
    )
    assert draft.is_resolution
    assert counts(draft) == (0, 2, 0)


COMMITTEES = [
    ("en", "The ECOSOC II Committee,"),
    ("en", "The ECOSOC Committee 2,"),
    ("fr", "L’ECOSOC II,"),
    ("es", "El ECOSOC II,"),
    ("ru", "ЭКОСОС II,"),
    ("zh", "经社理事会第二委员会，"),
]


@pytest.mark.parametrize(("language", "line"), COMMITTEES)
def test_the_numbered_committees_of_a_simulated_council(language: str, line: str) -> None:
    _, preambular, operative = LINES_WITH_COLON[language]
    draft = read(f"{line}\n\n{preambular}\n\n{operative}\n")
    assert draft.organ == "ECOSOC"


LICENCES = {
    "en": "Adopted at the 12th meeting, 3 May 2021.\n\nThese works are free:\n\n"
    "  1. Official records of meetings;\n  2. Works with the emblem;\n  3. Leaflets.",
    "fr": "12e séance, 3 mai 2021\n\nCes œuvres sont libres :\n\n"
    "  1. Les comptes rendus des séances ;\n  2. Les œuvres à l'emblème ;\n  3. Les dépliants.",
    "es": "12ª sesión, 3 de mayo de 2021\n\nEstas obras son libres:\n\n"
    "  1. Las actas de las sesiones;\n  2. Las obras con el emblema;\n  3. Los folletos.",
    "ru": "12-е заседание, 3 мая 2021 года\n\nЭти произведения свободны:\n\n"
    "  1. Протоколы заседаний;\n  2. Произведения с эмблемой;\n  3. Брошюры.",
    "ar": "الجلسة 12، 3 أيار/مايو 2021\n\nهذه المصنفات حرة:\n\n"
    "  1. محاضر الجلسات؛\n  2. المصنفات التي تحمل الشعار؛\n  3. المواد الإعلامية.",
    "zh": "第12次会议一致通过。\n\n下列作品属于公有领域：\n\n"
    "  1. 官方纪录；\n  2. 带有标志的文献；\n  3. 公众资料。",
}
CODES = tuple(sorted(LINES_WITH_COLON))


@pytest.mark.parametrize("language", CODES)
def test_a_numbered_list_below_the_closing_is_no_operative_part(language: str) -> None:
    line, preambular, operative = LINES_WITH_COLON[language]
    second = operative.replace("1", "2", 1)
    text = f"{line}\n\n{preambular}\n\n{operative[:-1]};\n\n{second}\n\n{LICENCES[language]}\n"
    draft = read(text)
    assert counts(draft) == (1, 2, 0)
    assert {one.part for one in draft.paragraphs[4:]} <= {CLOSING, OUTSIDE}


SPONSORS = [
    ("en", "Co-sponsors: Ghana, Peru, Nepal,\nKenya, Fiji"),
    ("fr", "Auteurs : Ghana, Pérou, Népal,\nKenya, Fidji"),
    ("es", "Patrocinadores: Ghana, Perú, Nepal,\nKenya, Fiji"),
    ("ru", "Авторы: Гана, Перу, Непал,\nКения, Фиджи"),
    ("ar", "مقدمو المشروع: غانا، بيرو، نيبال،\nكينيا، فيجي"),
    ("zh", "附议国:加纳,秘鲁,尼泊尔,智利,\n肯尼亚,斐济"),
]


@pytest.mark.parametrize(("language", "sponsors"), SPONSORS)
def test_a_line_of_sponsors_with_a_comma_opens_no_preamble(language: str, sponsors: str) -> None:
    _, preambular, operative = LINES_WITH_COLON[language]
    draft = read(f"{sponsors}\n\n{preambular}\n{preambular}\n\n{operative}\n")
    assert counts(draft) == (2, 1, 0)
    assert draft.paragraphs[0].part == MASTHEAD


def test_a_first_line_without_mark_that_the_next_continues() -> None:
    draft = read(
        "General Assembly Resolution 3/1\n\n"
        "Reaffirming its earlier work on the wells of all villages, which was read by\n"
        "many people in the villages,\n"
        "Noting with satisfaction the past efforts of villages,\n\n"
        "1. Urges Member States to repair the wells.\n"
    )
    assert counts(draft) == (2, 1, 0)
    assert draft.organ == "GA"


def test_whereas_clauses_joined_by_and_are_a_preamble() -> None:
    text = (
        "Whereas the wells of the villages are old, as all who draw water know, and\n\n"
        "Aware that the buckets are older still, as all who carry them know, and\n\n"
        "Alarmed that the ropes are worn, as all who pull them know, and\n"
    )
    assert read(text).is_resolution
    assert not read(text.replace(", and", ".")).is_resolution


LISTS_OF_PHRASES = [
    "Operative phrases:\n\nEncourages,\nRecommends,\nDecides,\nCalls upon\n\n1. How to vote:\n",
    "Verbes du dispositif :\n\nEncourage,\nRecommande,\nDécide,\nInvite\n\n1. Le vote :\n",
    "Verbos:\n\nAlienta,\nRecomienda,\nDecide,\nInvita\n\n1. La votación:\n",
]


@pytest.mark.parametrize("text", LISTS_OF_PHRASES)
def test_a_list_of_leading_phrases_is_no_draft(text: str) -> None:
    assert not read(text).is_resolution


AGREEMENTS = [
    "The United Nations and Odum,\n\nWishing to conclude an agreement on wells,\n\n"
    "Recalling the need,\n\nHave reached the following agreement:\n\nArticle 1\n",
    "Les Nations Unies et Odum,\n\nDésireux de conclure un accord,\n\nRappelant le besoin,\n\n"
    "Ont conclu l’accord suivant :\n\nArticle premier\n",
    "Las Naciones Unidas y Odum,\n\nDeseosas de concertar un acuerdo,\n\nRecordando la "
    "necesidad,\n\nHan llegado al siguiente acuerdo:\n\nArtículo 1\n",
    "Организация Объединенных Наций и Одум,\n\nжелая заключить соглашение,\n\nсознавая "
    "необходимость,\n\nпришли к следующему соглашению:\n\nСтатья 1\n",
    "إن الأمم المتحدة وأودوم،\n\nرغبة منهما في عقد اتفاق،\n\nوإذ تدركان الحاجة،\n\n"
    "توصلتا إلى الاتفاق التالي:\n\nالمادة 1\n",
    "联合国与奥杜姆，\n\n希望缔结协定，\n\n认识到需要，\n\n达成如下协议：\n\n第一条\n",
]


@pytest.mark.parametrize("text", AGREEMENTS)
def test_an_agreement_is_no_resolution_though_a_resolution_approved_it(text: str) -> None:
    assert not read("Adopted by the General Assembly on 3 May 2021\n\n" + text).is_resolution


def test_an_arabic_letter_with_a_space_in_its_brackets() -> None:
    draft = read(
        "إن مجلس الأمن،\n\nإذ يشير إلى أعماله بشأن الآبار،\n\n1 - يقرر:\n\n(أ ) أن يجتمع مرة أخرى؛"
        "\n\n(ب) أن يجدد الولاية؛\n\n(ج ) أن يطلب تقريرا.\n"
    )
    assert counts(draft) == (1, 1, 3)


def test_chinese_numerals_with_a_full_stop_without_space() -> None:
    draft = read(
        "安全理事会，\n\n回顾其关于各村水井的工作，\n\n一.敦促各国修复；\n\n二.决定审查。\n"
    )
    assert counts(draft) == (1, 2, 0)


def test_lines_set_far_apart_belong_to_their_label() -> None:
    draft = read(
        "The General Assembly,\n\nPPl Reaffirming the wells of the villages and the work of all\n\n"
        "Nations, including the care of buckets,\n\nPP2 Noting that the ropes are worn, all\n\n"
        "States, whatever their wells, have the duty to\n\nmend them,\n\n"
        "1. Urges Member States to repair the wells.\n"
    )
    assert counts(draft) == (2, 1, 0)
    assert draft.resolutions[0].preamble[0].label is not None
    assert draft.resolutions[0].preamble[0].label.value == 1


def test_a_remark_in_brackets_below_the_organ_line_is_no_paragraph() -> None:
    draft = read(
        "La Asamblea General,\n\n(A continuación, las cláusulas de la parte primera)  Ej.:\n\n"
        "1) Teniendo presente la importancia de los pozos de las aldeas.\n"
        "2) Reafirmando el valor de los pozos de las aldeas.\n"
        "3) Convencida de que los pozos de las aldeas son viejos.\n"
    )
    assert counts(draft) == (3, 0, 0)


def test_quotations_below_a_colon_belong_to_the_paragraph() -> None:
    draft = read(
        "L'Assemblée générale,\nReconnaissant que les buts sont les suivants :\n"
        '"de réparer les puits des villages,\n"de compter les seaux";\n'
        "Rappelant ses travaux sur les puits,\n1. Invite les États à réparer les puits.\n"
    )
    assert counts(draft) == (2, 1, 0)


WITHOUT_NUMBERS = {
    "en": "The Bureau of Wells, meeting in Odum,\n\nConsidering that the wells are old,\n\n"
    "Urges all villages to repair their wells,\n\nInvites the Secretary to report on buckets.\n",
    "fr": "Le Bureau des puits, réuni à Odum,\n\nConsidérant que les puits sont vieux,\n\n"
    "Demande aux villages de réparer leurs puits,\n\nInvite le Secrétaire à compter les seaux.\n",
    "es": "La Junta de Pozos, reunida en Odum,\n\nConsiderando que los pozos son viejos,\n\n"
    "Insta a las aldeas a que reparen los pozos,\n\nInvita al Secretario a contar los cubos.\n",
}


@pytest.mark.parametrize("language", WITHOUT_NUMBERS)
def test_operative_paragraphs_with_commas_and_without_numbers(language: str) -> None:
    assert counts(read(WITHOUT_NUMBERS[language])) == (1, 2, 0)


SYMBOLS = ["AG/RES. 12 (III-O/07)", "OEA/Ser.P", "AG/doc.33/07", "CP/RES. 9 (12/98)"]


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_symbol_of_another_organization_above_the_general_assembly(symbol: str) -> None:
    text = (
        "\nTHE GENERAL ASSEMBLY,\n\nHAVING SEEN the report on wells,\n\n"
        "1. To urge member states to repair the wells.\n"
    )
    assert read(symbol + "\n" + text).organ == "other"
    assert read("A/RES/61/12\n" + text).organ == "GA"


TITLED = {
    "en": ("Draft Resolution", "Realizing the need for wells,", "1. Recommends repairs."),
    "fr": (
        "Projet de résolution",
        "Sachant que les puits sont vieux,",
        "1. Recommande des travaux.",
    ),
    "es": ("Proyecto de resolución", "Reconociendo la necesidad,", "1. Recomienda reparaciones."),
    "ru": ("Проект резолюции", "сознавая необходимость колодцев,", "1. рекомендует ремонт."),
    "ar": ("مشروع قرار", "إذ تدرك الحاجة إلى الآبار،", "1 - توصي بإصلاحها."),
    "zh": ("决议草案", "认识到需要水井，", "1. 建议修复水井。"),
}


@pytest.mark.parametrize("language", TITLED)
def test_one_paragraph_of_each_part_below_a_title(language: str) -> None:
    title, preambular, operative = TITLED[language]
    assert read(f"{title}\n\n{preambular}\n\n{operative}\n").is_resolution
    assert not read(f"{preambular}\n\n{operative}\n").is_resolution
    assert not read(f"{title}\n\n{preambular[:-1]}.\n\n{operative}\n").is_resolution


def test_the_bullets_of_an_operative_part_on_wrapped_lines() -> None:
    text = (
        "Draft resolution on ferries\nRecalling the ferries of the lake and of all the rivers\n"
        "of the valley,\nNoting the state of the bridge in the midst of the\ntown,\n"
        "- Calls for an end of the fights of the ferrymen,\ntheft and the like, and for a return "
        "to the\nold rules of the river;\n- Urges the clerks to mend the bridge before the\n"
        "winter.\n"
    )
    assert counts(read(text)) == (2, 2, 0)


@pytest.mark.parametrize("end", ["", "\n\nVotes for: 7 (70%)\nVotes against: 3 (30%)"])
def test_a_decision_without_mark_is_the_last_paragraph(end: str) -> None:
    text = (
        "Free the mill\n\nDescription: The Security Council,\n\n"
        "RECOGNIZES that the mill is shut,\n\nAPPALLED that the wheel is gone,\n\n"
        "HEREBY liberates the mill"
    )
    draft = read(text + end)
    assert draft.organ == "SC"
    assert counts(draft) == (2, 1, 0)
    assert draft.resolutions[0].operative[0].text == "HEREBY liberates the mill"


def test_a_line_in_small_letters_at_the_end_is_a_link_of_the_page() -> None:
    text = "The Security Council,\n\nNoting the rain,\n\nDecides to remain seized.\n\n{}\n"
    assert counts(read(text.format("back to the list of texts"))) == (1, 1, 0)
    assert counts(read(text.format("to the clerks of the mill."))) == (1, 1, 1)


def test_a_title_that_opens_like_a_paragraph_shows_no_lines_set_apart() -> None:
    masthead = "\n\n".join(
        (
            "Keeping in mind the weight of all the",
            "Files to be read by the clerks of",
            "Draft one of",
        )
    )
    text = (
        f"{masthead}\n\nSigned by the clerks and the millers of\n\nHillford and of the lake of\n\n"
        "The General Assembly,\n\nKeeping in mind the weight of the files,\n\n"
        "Convincing all to read the files of the mill,\n\n1. Calls for shorter files;\n\n"
        "2. Encourages the clerks to read.\n"
    )
    assert counts(read(text)) == (2, 2, 0)
