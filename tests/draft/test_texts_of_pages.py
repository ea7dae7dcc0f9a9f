"""Drafts as pages on the web and bodies of all kinds set them."""

from __future__ import annotations

import pytest

from reslint.draft.model import OPERATIVE, ORGAN_LINE, PREAMBLE, Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str, path: str = "draft.txt") -> Draft:
    return read_draft(Source(text, path))


def counts(draft: Draft) -> tuple[int, int, int]:
    """The numbers of preambular, operative and sub-paragraphs."""
    paragraphs = [one for one in draft.paragraphs if one.part in (PREAMBLE, OPERATIVE)]
    tops = [one.part for one in paragraphs if not one.level]
    return tops.count(PREAMBLE), tops.count(OPERATIVE), sum(bool(one.level) for one in paragraphs)


def texts(draft: Draft, part: str) -> list[str]:
    return [one.text.strip() for one in draft.paragraphs if one.part == part]


# An organ line that goes on with the first paragraph without comma: the language, the organ, the
# line, the words behind it, another preambular paragraph, two operative ones.
WITHOUT_COMMA = [
    ("en", "GA", "The General Assembly", "recalling its work on wells,", "Noting the drought,",
     "1. Urges States to dig;\n2. Decides to meet."),
    ("en", "other", "The Executive Council", "having considered the report on wells,",
     "Noting the drought,", "1. Urges States to dig;\n2. Decides to meet."),
    ("fr", "SC", "Le Conseil de sécurité", "rappelant ses travaux sur les puits,",
     "Notant la sécheresse,", "1. Prie les États de creuser ;\n2. Décide de se réunir."),
    ("es", "GA", "La Asamblea General", "habiendo examinado el informe sobre los pozos,",
     "Observando la sequía,", "1. Insta a los Estados a cavar;\n2. Decide reunirse."),
    ("ru", "GA", "Генеральная Ассамблея", "ссылаясь на свою работу о колодцах,",
     "отмечая засуху,", "1. просит государства копать;\n2. постановляет собраться."),
    ("ru", "other", "Межпарламентская ассамблея", "рассмотрев доклад о колодцах,",
     "отмечая засуху,", "1. просит государства копать;\n2. постановляет собраться."),
    ("ar", "GA", "إن الجمعية العامة", "إذ تشير إلى أعمالها بشأن الآبار،",
     "وإذ تلاحظ الجفاف،", "1- تحث الدول على الحفر؛\n2- تقرر الاجتماع."),
    ("ar", "SC", "ان مجلس الأمن", "وقد نظر في حالة الآبار،",
     "وإذ يلاحظ الجفاف،", "1- يحث الدول على الحفر؛\n2- يقرر الاجتماع."),
    ("ar", "other", "إن المؤتمر الإسلامي", "إذ يشير إلى أعماله بشأن الآبار،",
     "وإذ يلاحظ الجفاف،", "1- يحث الدول على الحفر؛\n2- يقرر الاجتماع."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "organ", "line", "first", "second", "operative"), WITHOUT_COMMA
)
def test_an_organ_line_that_goes_on_without_comma(
    language: str, organ: str, line: str, first: str, second: str, operative: str
) -> None:
    draft = read(f"{line} {first}\n\n{second}\n\n{operative}\n")
    assert (draft.is_resolution, draft.language, draft.organ) == (True, language, organ)
    assert texts(draft, ORGAN_LINE) == [line]
    assert texts(draft, PREAMBLE) == [first, second]
    assert counts(draft) == (2, 2, 0)


@pytest.mark.parametrize(
    "text",
    [
        "The Committee on Wells noting the report closed its session. It will meet again.",
        "La Asamblea General recordando su labor clausuró el período de sesiones ayer.",
        "إن المجلس إذ يشير إلى أعماله اختتم دورته أمس في المدينة.",
    ],
)
def test_such_words_in_a_sentence_are_no_draft(text: str) -> None:
    assert not read(text + "\n").is_resolution


SESSIONS = [
    ("en", "The Conference of Ministers of Wells and Rivers of the Member States of the Union of "
     "Valleys (session of concord and of work), meeting in Odum, Republic of Arden, from 24 to 28 "
     "March 1991.", "Recalling its charter,", "1. Urges States to dig."),
    ("fr", "La Conférence des ministres des puits et des rivières des États membres de l'Union des "
     "vallées (session de la concorde et du travail), réunie à Odum, République d'Arden, du 24 au "
     "28 mars 1991,", "Rappelant sa charte,", "1. Prie les États de creuser."),
    ("es", "La Conferencia de Ministros de Pozos y Ríos de los Estados Miembros de la Unión de los "
     "Valles (período de la concordia y del trabajo), reunida en Odum, República de Arden, del 24 "
     "al 28 de marzo de 1991.", "Recordando su carta,", "1. Insta a los Estados a cavar."),
    ("ru", "Совет министров колодцев и рек государств — членов Союза долин (сессия согласия и "
     "общего труда всех народов), собравшись в городе Одум, Республика Арден, с 24 по 28 марта "
     "1991 года,", "напоминая о своем уставе,", "1. просит государства копать."),
    ("ar", "إن المؤتمر الإسلامي لوزراء الآبار والأنهار (دورة الوئام والعمل المشترك بين جميع "
     "الدول الأعضاء في اتحاد الأودية والسهول) المنعقد في مدينة أودم في جمهورية أردن في الفترة "
     "من 24 إلى 28 آذار 1991م.", "إذ يشير إلى ميثاقه.", "1- يحث الدول على الحفر."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "preambular", "operative"), SESSIONS)
def test_a_long_organ_line_that_says_where_the_body_met(
    language: str, line: str, preambular: str, operative: str
) -> None:
    draft = read(f"{line}\n\n{preambular}\n\n{operative}\n")
    assert (draft.is_resolution, draft.language, draft.organ) == (True, language, "other")
    assert texts(draft, ORGAN_LINE) == [line]
    assert counts(draft) == (1, 1, 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Heads of State of the Union of Rivers, bearing in mind the drought, have "
         "decided: 1. To dig wells. 2. To hear a report."),
        ("fr", "Les chefs d'État de l'Union des fleuves, ayant à l'esprit la sécheresse, décident "
         ": 1. De creuser des puits. 2. D'entendre un rapport."),
        ("es", "Los Jefes de Estado de la Unión de Ríos, teniendo presente la sequía, resuelven: "
         "1. Cavar pozos. 2. Escuchar un informe."),
        ("ru", "Главы государств - участников Союза рек, принимая во внимание засуху, решили: "
         "1.Копать колодцы. 2.Заслушать доклад."),
    ],
)  # fmt: skip
def test_a_decision_in_one_sentence(language: str, text: str) -> None:
    draft = read(f"{text}\n")
    assert (draft.is_resolution, draft.language, draft.organ) == (True, language, "other")
    assert counts(draft) == (1, 2, 0)


@pytest.mark.parametrize("frame", ["{}. ", "{}) ", "{}º ", "{}° ", "{}.º ", "{}.- "])
def test_numbers_behind_a_verb_alone(frame: str) -> None:
    first, second = (frame.format(number) for number in (1, 2))
    draft = read(
        "La Asamblea del Valle,\n\nConsiderando que llueve,\n\nRecordando el pacto,\n\n"
        f"Resuelve: {first}Abrir un pozo; {second}Pedir un informe.\n"
    )
    assert counts(draft) == (2, 2, 0)
    assert [p.text for p in draft.resolutions[0].operative] == [
        "Abrir un pozo;",
        "Pedir un informe.",
    ]


@pytest.mark.parametrize(
    ("language", "preambular", "body", "verb"),
    [
        ("en", "WHEREAS: The wells are dry;", "THE COUNCIL OF MINISTERS", "DECIDES:"),
        ("fr", "VU : L'état des puits,", "LE CONSEIL DES MINISTRES", "DÉCIDE :"),
        ("es", "VISTO: El estado de los pozos,", "EL CONSEJO DEL MERCADO", "DECIDE:"),
        ("ru", "Принимая во внимание засуху,", "СОВЕТ МИНИСТРОВ", "РЕШИЛ:"),
    ],
)
def test_a_body_in_capitals_above_its_verb(
    language: str, preambular: str, body: str, verb: str
) -> None:
    draft = read(f"{preambular}\n\n{body}\n\n{verb}\n\n1. Words here.\n\n2. More words here.\n")
    assert (draft.language, draft.organ) == (language, "other")
    assert texts(draft, ORGAN_LINE) == [body]
    assert counts(draft) == (1, 2, 0)


@pytest.mark.parametrize(
    ("organ", "preambular", "verb", "items"),
    [
        ("The Security Council,", "Noting the drought,", "Decides:", "(a) To dig;\n(b) To report."),
        ("Le Conseil de sécurité,", "Notant la sécheresse,", "Décide :",
         "a) De creuser ;\nb) De faire rapport."),
        ("El Consejo de Seguridad,", "Observando la sequía,", "Decide:", "a) Cavar;\nb) Informar."),
        ("Совет Безопасности,", "отмечая засуху,", "постановляет:",
         "a) копать;\nb) представить доклад."),
        ("إن مجلس الأمن،", "إذ يلاحظ الجفاف،", "يقرر:", "(أ) الحفر؛\n(ب) تقديم تقرير."),
        ("安全理事会，", "注意到了旱情，", "决定：", "(a) 挖井；\n(b) 提出报告。"),
        ("The Council of Villages,", "Noting the drought,", "Hereby resolves:",
         "(a) To dig;\n(b) To report."),
    ],
)  # fmt: skip
def test_one_verb_above_items_is_an_operative_paragraph(
    organ: str, preambular: str, verb: str, items: str
) -> None:
    draft = read(f"{organ}\n{preambular}\n{verb}\n{items}\n")
    assert counts(draft) == (1, 1, 2)
    assert texts(draft, OPERATIVE)[0] == verb


WORDS_AS_LABELS = [
    ("en", "The General Assembly,", "Preambular clause 1: Noting the drought,",
     "Operative clause 1: Urges States to dig;", "Operative clause 2: Decides to meet."),
    ("fr", "L'Assemblée générale,", "Clause préambulaire 1 : Notant la sécheresse,",
     "Clause opérative 1 : Prie les États de creuser ;", "Clause opérative 2 : Décide d'agir."),
    ("es", "La Asamblea General,", "Cláusula preambulatoria 1: Observando la sequía,",
     "Cláusula operativa 1: Insta a los Estados a cavar;", "Cláusula operativa 2: Decide actuar."),
    ("ru", "Генеральная Ассамблея,", "Преамбулярный пункт 1: отмечая засуху,",
     "Оперативный пункт 1: просит государства копать;", "Оперативный пункт 2: постановляет ждать."),
    ("ar", "إن الجمعية العامة:", "فقرة تمهيدية 1: إذ تلاحظ الجفاف.",
     "فقرة عاملة 1: تحث الدول على الحفر.", "فقرة عاملة 2: تقرر الاجتماع."),
    ("zh", "大会，", "序言性条款1：注意到旱情，", "行动性条款1：敦促各国挖井；",
     "行动性条款2：决定再次开会。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "organ", "first", "second", "third"), WORDS_AS_LABELS)
def test_words_that_say_the_part_are_labels_without_doubt(
    language: str, organ: str, first: str, second: str, third: str
) -> None:
    draft = read(f"{organ}\n{first}\n{second}\n{third}\n")
    assert (draft.language, draft.organ) == (language, "GA")
    assert counts(draft) == (1, 2, 0)
    assert [one.doubt for one in draft.paragraphs] == [""] * 4


def test_a_conjunction_before_an_arabic_verb_after_a_full_stop() -> None:
    draft = read(
        "إن الجمعية العامة،\nوقد بحثت حالة الآبار،\nتوصي الدول بحفر الآبار.\nوتطلب:\n"
        "(أ) أن تحفر الدول.\n(ب) أن تقدم تقريرا.\n"
    )
    assert counts(draft) == (1, 2, 2)
    assert texts(draft, OPERATIVE)[1] == "وتطلب:"


def test_arabic_items_with_dashes_that_end_with_full_stops() -> None:
    draft = read(
        "إن الجمعية العامة،\nوقد بحثت حالة الآبار،\n1- تنشئ لجنة لها المهام التالية:\n"
        "أ- حفر الآبار.\nب- تقديم تقرير.\nج- الاجتماع.\n"
    )
    assert counts(draft) == (1, 1, 3)


@pytest.mark.parametrize("but", ["但意识到旱情严重，", "但是意识到旱情严重，"])
def test_a_chinese_paragraph_that_opens_with_but(but: str) -> None:
    draft = read(f"大会，\n\n回顾其关于水井的工作，继续有效\n\n{but}\n\n1. 敦促各国挖井。\n")
    assert texts(draft, PREAMBLE) == ["回顾其关于水井的工作，继续有效", but]


def test_chinese_words_for_meanwhile_go_on_with_the_paragraph() -> None:
    draft = read("大会，\n\n回顾其关于水井的工作，\n同时意识到旱情严重，\n\n1. 敦促各国挖井。\n")
    assert texts(draft, PREAMBLE) == ["回顾其关于水井的工作，同时意识到旱情严重，"]


def test_wrapped_lines_that_open_with_phrases_by_chance_stay_one_paragraph() -> None:
    lines = (
        "إذ يؤكد من جديد مبادئ المياه بما فيها تلك التي",
        "تعزز وتشجع حفر الآبار في كل القرى وكل البلدان",
        "تشير إلى أن الجفاف يعم البلدان كلها",
    )
    draft = read("إن مجلس الأمن،\n\n" + "\n".join(lines) + "،\n\n1- يحث الدول على الحفر.\n")
    assert texts(draft, PREAMBLE) == [" ".join(lines) + "،"]


# Organ line, two preambular and three operative paragraphs without marks, and the comma.
UNMARKED = {
    "zh": ("安全理事会，", "回顾其关于水井的工作", "关切旱情的发展", "敦促各国挖掘水井",
           "请秘书长提出报告", "决定继续处理此案", "，"),
    "ru": ("Совет Безопасности,", "ссылаясь на свою работу о колодцах", "отмечая засуху",
           "настоятельно призывает государства копать колодцы",
           "просит Генерального секретаря представить доклад",
           "постановляет продолжать заниматься этим вопросом", ","),
    "ar": ("إن مجلس الأمن،", "إذ يشير إلى أعماله بشأن الآبار", "وإذ يلاحظ الجفاف",
           "يحث الدول على حفر الآبار", "يطلب إلى الأمين العام تقديم تقرير",
           "يقرر أن يبقي المسألة قيد نظره", "،"),
}  # fmt: skip


@pytest.mark.parametrize("language", UNMARKED)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("marked", [True, False])
def test_operative_paragraphs_without_numbers_and_semicolons(
    language: str, between: str, marked: bool
) -> None:
    line, *paragraphs, comma = UNMARKED[language]
    mark = comma if marked else ""
    written = [one + mark for one in paragraphs]
    if marked:
        written[-1] = paragraphs[-1] + ("。" if language == "zh" else ".")
    draft = read(between.join((line, *written)) + "\n")
    assert (draft.is_resolution, draft.language) == (True, language)
    assert texts(draft, PREAMBLE) == written[:2]
    assert texts(draft, OPERATIVE) == written[2:]


@pytest.mark.parametrize("language", UNMARKED)
def test_a_line_within_a_paragraph_may_open_with_such_a_verb(language: str) -> None:
    line, first, second, third, fourth, fifth, comma = UNMARKED[language]
    preamble = f"{line}\n\n{first}{comma}\n\n{second}{comma}"
    draft = read(f"{preamble}\n\n1. {third}{comma}\n{fourth}\n\n2. {fifth}\n")
    assert counts(draft) == (2, 2, 0)


ALONE_ON_LINES = [
    ("en", "other", "Resolution XII.4 on wells\n1.\nRECOGNIZING the value of wells;\n2.\nRECALLING "
     "that a group exists; and\n3.\nAWARE of the drought,\nTHE CONFERENCE OF THE PARTIES\n4.\n"
     "EXPRESSES its thanks; and\n5.\nREQUESTS a report.\n", (3, 2, 0)),
    ("es", "GA", "La Asamblea General,\nRecordando su labor,\n1.\nInsta a los Estados a cavar;\n"
     "2.\nDecide reunirse.\n", (1, 2, 0)),
    ("ru", "GA", "Генеральная Ассамблея,\n1.\nссылаясь на свою работу,\n2.\nотмечая засуху,\n"
     "3.\nпризывает государства копать;\n4.\nпостановляет собраться.\n", (2, 2, 0)),
    ("zh", "GA", "大会，\n1.\n回顾其关于水井的工作，\n2.\n注意到旱情，\n1.\n敦促各国挖井；\n2.\n"
     "决定再次开会。\n", (2, 2, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "organ", "text", "meant"), ALONE_ON_LINES)
def test_numbers_alone_on_lines_above_both_parts(
    language: str, organ: str, text: str, meant: tuple[int, int, int]
) -> None:
    draft = read(text)
    assert (draft.is_resolution, draft.language, draft.organ) == (True, language, organ)
    assert counts(draft) == meant


def test_a_decision_of_one_sentence_on_several_lines() -> None:
    draft = read(
        "Совет глав государств Союза рек,\nотмечая засуху,\n\nРЕШИЛ:\n\n1. Копать колодцы.\n\n"
        "2. Заслушать доклад.\n"
    )
    assert draft.is_resolution
    assert counts(draft) == (1, 2, 0)


@pytest.mark.parametrize(
    ("line", "preambular", "title", "facts"),
    [
        ("大会，", "回顾其关于水井的工作，", "基本介绍", ["中文名：水井宣言", "宣布时间：1960年"]),
        ("The General Assembly,", "Recalling its work on wells,", "At a glance",
         ["Name: Declaration on wells", "Date: 3 May 1960"]),
        ("Генеральная Ассамблея,", "ссылаясь на свою работу о колодцах,", "Кратко",
         ["Название: Декларация о колодцах", "Дата: 3 мая 1960 года"]),
    ],
)  # fmt: skip
def test_a_list_of_facts_below_a_preamble_is_outside(
    line: str, preambular: str, title: str, facts: list[str]
) -> None:
    listed = "\n".join(f"- {fact}" for fact in facts)
    draft = read(f"{line}\n\n{preambular}\n\n{preambular}\n\n{title}\n\n{listed}\n")
    assert counts(draft) == (2, 0, 0)


def test_an_organ_named_in_the_genitive_above_a_russian_draft() -> None:
    draft = read(
        "Декларация о колодцах (принята резолюцией 70/1 Генеральной Ассамблеи)\n\n"
        "помня о решимости народов копать колодцы,\n\nсознавая необходимость воды,\n\n"
        "отмечая засуху,\n"
    )
    assert draft.is_resolution
    assert draft.organ == "GA"
    assert counts(draft) == (3, 0, 0)
