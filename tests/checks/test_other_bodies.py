"""What is not asked of pasted pages, of motions, and of bodies with a style of their own."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source


def found(text: str, path: str = "draft.txt") -> list[tuple[str, str]]:
    """The codes of errors and warnings, with the words reported."""
    result = Linter(Settings()).lint(Source(text, path))
    return [
        (one.code, text[one.start : one.end])
        for one in result.diagnostics
        if one.severity in ("error", "warning")
    ]


MOTIONS = {
    "en": (
        "WHEREAS the wells of the campus are old; and\n\n"
        "WHEREAS new buckets are needed; now, therefore, be it\n\n"
        "RESOLVED, That the Student Senate repair the wells; and, be it further\n\n"
        "RESOLVED, That buckets be bought.\n"
    ),
    "fr": (
        "Considérant que les puits sont vieux ;\n\n"
        "Considérant que les seaux manquent ;\n\n"
        "QUE le comité répare les puits ;\n\n"
        "QUE le bureau écrive aux communes.\n"
    ),
    "es": (
        "Considerando que los pozos son viejos;\n\n"
        "Considerando que faltan cubos;\n\n"
        "QUE el comité repare los pozos;\n\n"
        "QUE la mesa escriba a los municipios.\n"
    ),
}


@pytest.mark.parametrize("language", MOTIONS)
def test_a_motion_needs_no_organ_line_no_numbers_and_no_commas(language: str) -> None:
    assert found(MOTIONS[language]) == []


HEADS = {
    "en": (
        "9901 (2024). Resolution of 3 May 2024 [S/9901]",
        "9901 (2024). Resolution of 3 May 2024 on the old wells",
        "The Security Council,\n\nRecalling the floods,\n\n1. Invites all.\n\n2. Decides x.\n",
    ),
    "fr": (
        "9901 (2024). Résolution du 3 mai 2024 [S/9901]",
        "9901 (2024). Résolution du 3 mai 2024 sur les vieux puits",
        "Le Conseil de sécurité,\n\nRappelant x,\n\n1. Invite chacun ;\n\n2. Décide x.\n",
    ),
    "es": (
        "9901 (2024). Resolución de 3 de mayo de 2024 [S/9901]",
        "9901 (2024). Resolución de 3 de mayo de 2024 sobre los pozos viejos",
        "El Consejo de Seguridad,\n\nRecordando x,\n\n1. Invita a todos;\n\n2. Decide x.\n",
    ),
    "ru": (
        "9901 (2024). Резолюция от 3 мая 2024 года [S/9901]",
        "9901 (2024). Резолюция от 3 мая 2024 года о старых колодцах",
        "Совет Безопасности,\n\nотмечая паводки,\n\n1. предлагает х;\n\n2. постановляет х.\n",
    ),
}


@pytest.mark.parametrize("language", HEADS)
def test_the_date_behind_the_number_of_a_council_resolution_is_no_title(language: str) -> None:
    dated, titled, body = HEADS[language]
    assert "FORM006" not in [code for code, _ in found(f"{dated}\n\n{body}")]
    assert "FORM006" in [code for code, _ in found(f"{titled}\n\n{body}")]


PAGES = {
    "en": (
        "Monday, May 3, 2021\n\nThe General Assembly,\n\nRecalling its plan of May 3, 2021,\n\n"
        "1. Invites all to paint;\n\n2. Decides to meet.\n",
        "May 3, 2021",
    ),
    "fr": (
        "le 03 mai 2021\n\nL’Assemblée générale,\n\nRappelant le plan du 03 mai 2021,\n\n"
        "1. Invite chacun à peindre ;\n\n2. Décide de se réunir.\n",
        "03 mai 2021",
    ),
    "es": (
        "3 mayo 2021\n\nLa Asamblea General,\n\nRecordando el plan de 3 mayo 2021,\n\n"
        "1. Invita a todos a pintar;\n\n2. Decide reunirse.\n",
        "3 mayo 2021",
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_the_date_of_a_page_has_any_form(language: str) -> None:
    text, date = PAGES[language]
    result = Linter(Settings()).lint(Source(text, "draft.txt"))
    places = [one.start for one in result.diagnostics if one.code == "CITE005"]
    assert len(places) == 1
    assert places[0] >= text.index(date, text.index(date) + 1) - 2


def test_another_body_numbers_its_resolutions_in_its_own_way() -> None:
    text = "Recalling resolution 7/02,\n\n1. Invites all to paint;\n\n2. Decides to meet.\n"
    assert "CITE001" not in [code for code, _ in found("The Youth Council,\n\n" + text)]
    assert "CITE001" in [code for code, _ in found("The General Assembly,\n\n" + text)]


def test_sponsors_do_not_make_the_style_of_another_body_known() -> None:
    """Letters before its preambular paragraphs may be its style."""
    text = (
        "Sponsors: Chad, Fiji\n\nThe Youth Parliament,\n\nA. Recalling the plan of 2011,\n\n"
        "B. Noting the report,\n\n1. Invites all to paint;\n\n2. Decides to meet.\n"
    )
    assert "NUM003" not in [code for code, _ in found(text)]
    assert "NUM003" in [
        code for code, _ in found(text.replace("Youth Parliament", "General Assembly"))
    ]


LABELS = {
    "en": ["The General Assembly,", "Recalling w,", "1.) Urges x:", "a.) y;", "2.) Decides w."],
    "fr": ["L’Assemblée générale,", "Rappelant w,", "1.) Engage x :", "a.) y ;", "2.) Décide w."],
    "es": ["La Asamblea General,", "Recordando w,", "1.) Exhorta x:", "a.) y;", "2.) Decide w."],
    "ru": [
        "Генеральная Ассамблея,",
        "ссылаясь на х,",
        "1.) призывает х:",
        "а.) у;",
        "2.) решает х.",
    ],
    "zh": ["大会，", "回顾甲，", "1.) 促请乙：", "a.) 丙；", "2.) 决定戊。"],
    "ar": ["إن الجمعية العامة،", "إذ تشير إلى س،", "1.) تهيب بما يلي:", "أ.) ع؛", "2.) تقرر س."],
}


@pytest.mark.parametrize("language", LABELS)
def test_a_stop_and_a_bracket_are_one_label(language: str) -> None:
    lines = LABELS[language]
    draft = read_draft(Source("\n\n".join(lines) + "\n", "draft.txt"))
    assert [one.label and one.label.text for one in draft.part("operative")] == [
        line.split()[0] for line in lines[2:]
    ]
    assert "TYPO014" not in [code for code, _ in found(draft.source.text)]


def test_the_number_of_a_note_before_the_next_paragraph_is_no_end() -> None:
    text = (
        "The General Assembly,\n\n"
        "Recalling the plan of the old wells of 2011,1Noting the report of the engineers,\n\n"
        "1. Invites all to paint;\n\n2. Decides to meet.\n"
    )
    assert "FORM003" not in [code for code, _ in found(text)]


def test_a_council_of_the_united_nations_has_its_line_above_the_preamble_alone() -> None:
    text = (
        "Совет по правам человека,\n\nссылаясь на Устав,\n\nотмечая доклад,\n\nРЕШИЛ:\n\n"
        "1. Осудить насилие.\n\n2. Продолжить работу.\n"
    )
    assert found(text) == [("FORM001", "РЕШИЛ:")]
    assert found(text.replace("по правам человека", "глав городов")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Рассмотрев проект закона о мостах, Собрание городов п о с т а н о в л я е т:\n\n"
        "1. Принять проект.\n\n2. Направить его городам.\n",
        "РЕШЕНИЕ\n\nВ целях охраны мостов Совет глав городов\n\nрешил:\n\n1. Принять план.\n\n"
        "2. Поручить его комитету.\n",
        "关于保护桥梁的决定\n\n会议听取了市政府的报告，审议了桥梁的情况。会议决定：\n\n"
        "一、批准该报告。\n\n二、加强监督。\n",
        "قرار\n\nبعد الاطلاع على النظام، قرر مجلس الإدارة ما يلي:\n\n1 - قبول العضوين.\n\n"
        "2 - تحديد الموعد.\n",
    ],
)
def test_a_body_that_decides_in_one_sentence_is_asked_for_no_organ_line(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "below", ["Протокол от 31 января 2007 г. № 642", "Обновлено 11/9/2018 на сайте"]
)
def test_a_date_below_the_draft_is_that_of_the_page(below: str) -> None:
    text = (
        "Совет Безопасности,\n\nссылаясь на свои резолюции,\n\nотмечая доклад,\n\n"
        "1. призывает к миру;\n\n2. постановляет собраться вновь.\n\nПредседатель Совета\n\n"
    )
    assert found(text + below + "\n") == []
    assert "CITE005" in [code for code, _ in found(text.replace("доклад", f"доклад {below}"))]


@pytest.mark.parametrize(
    "text",
    [
        "VISTO el informe;\n\nCONSIDERANDO que llueve;\n\nEL CONCEJO DEL VALLE\n\nRESUELVE\n\n"
        "1. Reparar el puente.\n\n2. Limpiar el río.\n",
        "CONSIDÉRANT\n\nQue le pont est vieux ;\n\nQue l'eau monte ;\n\nLE CONGRÈS DE LA VALLÉE\n\n"
        "DÉCIDE\n\n1. De réparer le pont ;\n\n2. De nettoyer la rivière.\n",
        "RECALLING the pact;\n\nAWARE that it rains;\n\nThe Congress of the Valley, at its session "
        "in Hillford:\n\n1. ASKS the mayor to act;\n\n2. URGES the towns to help.\n",
    ],
)
def test_a_body_may_stand_below_a_preamble_in_capitals(text: str) -> None:
    codes = [one.code for one in Linter().lint(Source(text, "draft.txt")).diagnostics]
    assert "TOOL006" not in codes
    assert "FORM001" not in codes


def test_an_organ_of_the_united_nations_stands_above_it() -> None:
    text = (
        "RECALLING the pact;\n\nAWARE that it rains;\n\nThe General Assembly:\n\n"
        "1. ASKS the mayor to act;\n\n2. URGES the towns to help.\n"
    )
    codes = [one.code for one in Linter().lint(Source(text, "draft.txt")).diagnostics]
    assert codes.count("FORM001") == 1


def test_the_dates_of_another_body_have_its_own_form() -> None:
    text = (
        "РЕШЕНИЕ\n\nВ соответствии с решением от 3 февраля 2019 г. Совет глав городов решил:\n\n"
        "1. Продлить срок до 01.04.2019.\n\n2. Просить города помочь.\n"
    )
    assert found(text) == []


@pytest.mark.parametrize("last", ["Noting the rain,", "Noting the rain;"])
def test_a_body_with_semicolons_may_join_the_last_reason(last: str) -> None:
    text = (
        "The Council of Millers,\n\nRecalling the flood;\n\nAware of the cost; and\n\n"
        f"{last}\n\n1. Thanks the clerk; and\n\n2. Requests a report.\n"
    )
    assert found(text) == []


def test_commas_are_the_style_where_one_reason_has_a_semicolon() -> None:
    text = (
        "The Council of Millers,\n\nRecalling the flood,\n\nAware of the cost;\n\n"
        "Noting the rain, and\n\nMindful of it,\n\n1. Thanks the clerk;\n\n2. Notes it.\n"
    )
    assert ("FORM003", ";") in found(text)


NOTE_ON_LINES = """\
Extract of the report1

1 The text is made available in order to help. The final

version is kept in the mill.

The General Assembly,

Noting the cost,

1. Urges care;

2. Decides to meet.
"""


def test_a_note_that_goes_on_below_a_blank_line_lacks_no_full_stop() -> None:
    assert "NOTE006" not in [code for code, _ in found(NOTE_ON_LINES)]
    alone = NOTE_ON_LINES.replace("version is", "The version is")
    assert "NOTE006" in [code for code, _ in found(alone)]


def test_a_letter_alone_in_a_bullet_needs_no_semicolon() -> None:
    text = (
        "The General Assembly,\n\nNoting the cost,\n\n1. Urges:\n- A.\n- care of all mills;\n"
        "- B.\n- peace;\n2. Decides to meet.\n"
    )
    assert ("FORM004", ".") not in found(text)


@pytest.mark.parametrize("name", ["El Parlamento del Valle", "EL PARLAMENTO DEL VALLE"])
@pytest.mark.parametrize("verb", ["RESUELVE", "RESUELVE:"])
@pytest.mark.parametrize("first", ["PRIMERO:", "Artículo 1.", "1."])
def test_articles_and_words_show_a_body_that_resolves_in_capitals(
    name: str, verb: str, first: str
) -> None:
    second = {"PRIMERO:": "SEGUNDO:", "Artículo 1.": "Artículo 2.", "1.": "2."}[first]
    text = (
        f"{name}\n\nCONSIDERANDO\n\nI. Que los pozos son viejos;\n\nII. Que faltan cubos;\n\n"
        f"{verb}\n\n{first} Reparar los pozos.\n\n{second} Comprar cubos.\n"
    )
    assert found(text) == []


@pytest.mark.parametrize(
    ("line", "parties", "rest"),
    [
        (
            "La Conférence des ministres du Lac,",
            "La Conférence des Parties,",
            "Considérant le plan des puits,\n\nVu le rapport,\n\nInvite les États membres à y "
            "contribuer ;\n\nRemercie les puisatiers.",
        ),
        (
            "La Conferencia de las Ciudades del Valle,",
            "La Conferencia de las Partes,",
            "Considerando el plan de los pozos,\n\nTeniendo en cuenta el informe,\n\nInvita a los "
            "Estados miembros a contribuir;\n\nAgradece la labor de los poceros.",
        ),
        (
            "The Conference of the Ministers of the Lakes,",
            "The Conference of the Parties,",
            "Considering the plan for the wells,\n\nNoting the report,\n\nInvites the member states"
            " to help;\n\nThanks the well-diggers.",
        ),
    ],
)
def test_a_conference_is_of_the_united_nations_if_its_name_shows_it(
    line: str, parties: str, rest: str
) -> None:
    assert found(f"{line}\n\n{rest}\n") == []
    codes = {code for code, _ in found(f"{parties}\n\n{rest}\n")}
    assert codes >= {"NUM009", "WORD003"}


def test_another_body_may_write_ordinals_with_a_stop() -> None:
    text = "{}\n\nRecordando la 3.ª reunión y la 44a,\n\nObservando x,\n\n1. Pide x.\n"

    def ordinals(organ: str) -> list[str]:
        draft = text.format(organ)
        diagnostics = Linter(Settings()).lint(Source(draft, "draft.txt")).diagnostics
        return [draft[one.start : one.end] for one in diagnostics if one.code == "TYPO005"]

    assert ordinals("La 75.ª Asamblea Mundial de la Salud,") == ["44a"]
    assert ordinals("La Asamblea General,") == ["3.ª", "44a"]


NESTED = {
    "en": (
        "The Executive Board,\n\nHaving considered the report on mills,\n\nRECOMMENDS to the Tenth "
        "World Health Assembly the adoption of the following resolution:\n\n"
        "The Tenth World Health Assembly,\n\nRecalling resolution WHA7.1;\n\n"
        "Recognizing the needs of millers,\n\n1. URGES Member States:\n\n(1) to build mills;\n\n"
        "(2) to train millers;\n\n2. REQUESTS the Director-General to report.\n"
    ),
    "fr": (
        "Le Conseil exécutif,\n\nAyant examiné le rapport sur les moulins,\n\nRECOMMANDE à la "
        "Dixième Assemblée mondiale de la Santé d’adopter la résolution suivante :\n\n"
        "La Dixième Assemblée mondiale de la Santé,\n\nRappelant la résolution WHA7.1 ;\n\n"
        "Consciente des besoins des meuniers,\n\n1. PRIE les États Membres :\n\n"
        "1) de bâtir des moulins ;\n\n2) de former des meuniers ;\n\n"
        "2. PRIE le Directeur général de faire rapport.\n"
    ),
}


@pytest.mark.parametrize("language", NESTED)
def test_a_board_writes_as_the_assembly_whose_draft_it_recommends(language: str) -> None:
    codes = [code for code, _ in found(NESTED[language])]
    assert not {"FORM003", "NUM005", "LEAD010"}.intersection(codes)
    other = NESTED[language].replace("mondiale de la Santé", "des moulins")
    other = other.replace("World Health", "Millers’")
    assert "FORM003" in [code for code, _ in found(other)]


SEMICOLONS = {
    "en": ("The Council of Millers,", "Noting the cost of well {};", "1. Urges all to dig."),
    "fr": ("Le Conseil des meuniers,", "Notant le prix du puits {} ;", "1. Invite à creuser."),
    "es": ("El Consejo de Molineros,", "Observando el precio del pozo {};", "1. Pide que caven."),
}


@pytest.mark.parametrize("language", SEMICOLONS)
def test_a_mark_that_most_reasons_of_another_body_have_is_its_style(language: str) -> None:
    line, reason, verb = SEMICOLONS[language]

    def marks(*ends: str) -> list[str]:
        reasons = [reason.format(n).rstrip(" ;") + end for n, end in enumerate(ends)]
        draft = "\n\n".join([line, *reasons, verb]) + "\n"
        return [words for code, words in found(draft) if code == "FORM003"]

    assert marks(";", ";", ",", ";", ";", ";", ",", ";") == []
    assert marks(";", ";", ",", ";", ",", ";", ",", ";") == [";"] * 5


def test_the_names_of_another_organization_have_its_own_capitals() -> None:
    text = (
        "OEA/Ser.P\n\nLE CONSEIL PERMANENT,\n\nVU la demande de l’{0},\n\nNOTANT x,\n\n"
        "DÉCIDE :\n\n1. D’aller ;\n\n2. De venir.\n"
    )
    assert found(text.format("Organisation des États Américains")) == []


def test_one_wrong_capital_in_a_set_phrase_is_one_finding() -> None:
    text = (
        "L’Assemblée générale,\n\nRappelant la Charte des Nations unies,\n\n"
        "Sachant que les puits sont vieux,\n\n1. Décide de creuser ;\n\n2. Invite à creuser.\n"
    )
    codes = [code for code, _ in found(text)]
    assert codes == ["NAME006"]
