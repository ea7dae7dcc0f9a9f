"""The organ line on one line with the header above it or the text below it."""

from __future__ import annotations

import pytest

from reslint.draft.model import ORGAN_LINE, Draft
from reslint.draft.reader import read_draft
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.text.source import Source


def read(text: str, path: str = "draft.txt") -> Draft:
    return read_draft(Source(text, path))


def counts(draft: Draft) -> tuple[int, int]:
    (resolution,) = draft.resolutions
    return len(resolution.preamble), len(resolution.operative)


ONE_LINE = {
    "en": (
        "Conference of schools Draft resolution 2.1 Sponsors: Ghana, Peru The Security Council, "
        "Deeply concerned by the state of the bridges, Recalling its earlier work on bridges, "
        "1. Urges Member States to repair them; 2. Decides to remain seized of the matter.",
        (2, 2),
        "SC",
    ),
    "fr": (
        "Voici le texte distribué hier : L’Assemblée générale, Consciente de l’état des ponts ; "
        "Rappelant ses travaux sur les ponts ; 1. Invite les États Membres à les réparer ; "
        "2. Décide de rester saisie de la question.",
        (2, 2),
        "GA",
    ),
    "es": (
        "RESOLUCIÓN 12 (3 de mayo de 2021) El Consejo de Derechos Humanos, Consciente del estado "
        "de los puentes, Recordando su labor sobre los puentes, 1. Exhorta a los Estados a "
        "repararlos; 2. Decide seguir ocupándose de la cuestión.",
        (2, 2),
        "HRC",
    ),
    "ru": (
        "Проект резолюции от 3 мая 2021 года. Генеральная Ассамблея, ссылаясь на свою работу о "
        "состоянии мостов, 1. призывает государства-члены отремонтировать их; 2. постановляет "
        "продолжать заниматься этим вопросом.",
        (1, 2),
        "GA",
    ),
    "ar": (
        "مشروع قرار بشأن الجسور إن الجمعية العامة، إذ تشير إلى أعمالها السابقة بشأن الجسور، "
        "1 - تحث الدول الأعضاء على إصلاحها؛ 2 - تقرر أن تبقي المسألة قيد نظرها.",
        (1, 2),
        "GA",
    ),
    "zh": (
        "决议草案 起草国：加纳 安全理事会， 回顾其关于各村各镇桥梁状况的工作， "
        "1. 敦促会员国修复所有桥梁； "
        "2. 决定继续处理此案。",
        (1, 2),
        "SC",
    ),
}


@pytest.mark.parametrize("language", ONE_LINE)
def test_header_organ_line_and_paragraphs_on_one_line(language: str) -> None:
    text, expected, organ = ONE_LINE[language]
    draft = read(text)
    assert draft.vocabulary.code == language
    assert draft.is_resolution
    assert counts(draft) == expected
    assert draft.organ == organ


IN_A_BLOCK = {
    "en": "61/7 Bridges\n        The General Assembly,\n        Noting the state of the bridges,\n"
    "        Recalling its work on the bridges of all villages and towns,\n",
    "fr": "61/7 Ponts\n        L'Assemblée générale,\n        Notant l'état des ponts,\n"
    "        Rappelant ses travaux sur les ponts de tous les villages,\n",
    "es": "61/7 Puentes\n        La Asamblea General,\n        Observando el estado del puente,\n"
    "        Recordando su labor sobre los puentes de las aldeas,\n",
    "ru": "61/7 Мосты\n        Генеральная Ассамблея,\n        отмечая состояние мостов,\n"
    "        ссылаясь на свою работу о мостах всех деревень,\n",
    "ar": "61/7 الجسور\n        إن الجمعية العامة،\n        إذ تلاحظ حالة الجسور،\n"
    "        وإذ تشير إلى أعمالها السابقة بشأن جسور القرى،\n",
    "zh": "61/7 桥梁\n        大会，\n        注意到桥梁的状况，\n"
    "        回顾其关于各村桥梁的工作，\n",
}


@pytest.mark.parametrize("language", IN_A_BLOCK)
def test_the_organ_line_between_lines_without_blank_lines(language: str) -> None:
    draft = read(IN_A_BLOCK[language])
    assert draft.is_resolution
    assert counts(draft) == (2, 0)
    assert draft.organ == "GA"
    (line,) = [one for one in draft.paragraphs if one.part == ORGAN_LINE]
    assert (
        line.text.strip() == draft.vocabulary.organ_line("GA") + (draft.vocabulary.marks["comma"])
    )


UNKNOWN_PARTICIPLES = [
    ("en", "The General Assembly, pondering the state of the bridges,\n\n1. Urges repairs."),
    ("fr", "L’Assemblée générale, auscultant les ponts,\n\n1. Demande des réparations."),
    ("es", "La Asamblea General, midiendo los puentes,\n\n1. Exhorta a repararlos."),
    ("ru", "Генеральная Ассамблея, измерив мосты,\n\n1. призывает отремонтировать их."),
    ("ar", "إن الجمعية العامة، إذ تقيس طول الجسور،\n\n1 - تحث على إصلاحها."),
]


@pytest.mark.parametrize(("language", "text"), UNKNOWN_PARTICIPLES)
def test_an_unknown_participle_on_the_organ_line(language: str, text: str) -> None:
    draft = read(text)
    assert (draft.vocabulary.code, draft.organ) == (language, "GA")
    assert counts(draft) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday the Security Council, recalling its work, met to speak of the bridges.\n\n"
        "It was late when the members left.",
        "The report of the General Assembly, Noted by all, was long.\n\nNobody read it.",
        "第七届全国人民代表大会，回顾了桥梁的工作。\n\n会议很长。",
        "Вчера Генеральная Ассамблея, отмечая годовщину, собралась на заседание.\n\nБыло поздно.",
    ],
)
def test_an_organ_named_in_a_sentence_is_no_organ_line(text: str) -> None:
    assert not read(text).is_resolution


def test_the_number_one_behind_a_paragraph_without_mark() -> None:
    draft = read(
        "The General Assembly, Noting the state of the bridges in the villages 1. Condemns the "
        "neglect of bridges; 2. Urges Member States to repair them."
    )
    assert counts(draft) == (1, 2)
    # A number in a sentence opens nothing, since no second one follows.
    draft = read(
        "The General Assembly,\n\nNoting the report on bridge 1. Condemns was its title,\n\n"
        "1. Urges Member States to repair them."
    )
    assert counts(draft) == (1, 1)


def test_the_pieces_are_used_again_while_the_draft_is_edited() -> None:
    cache = ParagraphCache()
    text = ONE_LINE["en"][0] + "\n\nEnd."
    first = read_draft(Source(text, "draft.txt"), cache=cache)
    again = read_draft(Source("\n" + text, "draft.txt"), cache=cache)
    whole = read("\n" + text)
    assert counts(first) == counts(again) == counts(whole)
    assert [p.text for p in again.paragraphs] == [p.text for p in whole.paragraphs]
    assert [p.start for p in again.paragraphs] == [p.start for p in whole.paragraphs]


def test_the_preamble_of_an_arabic_draft_on_the_line_of_the_organ() -> None:
    draft = read(
        "قرار بشأن الجسور\nإن مجلس الأمن، إذ يعرب عن قلقه بشأن حالة الجسور، وإذ يؤكد أهمية "
        "الجسور، وإذ يشير إلى أعماله السابقة،\n1 - يحث الدول الأعضاء على إصلاحها.\n"
    )
    assert counts(draft) == (3, 1)
    # So do other phrases than وإذ.
    draft = read(
        "إن المؤتمر العام للجسور، وقد ناقش تقرير المهندسين، ونظرا لقدم الجسور، ورغبة منه في "
        "إصلاحها،\n1 - يحث الدول الأعضاء على إصلاحها.\n"
    )
    assert counts(draft) == (3, 1)
    # On a line of its own a second phrase belongs to the paragraph.
    draft = read(
        "إن مجلس الأمن،\nإذ يعرب عن قلقه بشأن حالة الجسور، وإذ يؤكد أهمية الجسور،\n"
        "1 - يحث الدول الأعضاء على إصلاحها.\n"
    )
    assert counts(draft) == (1, 1)


def test_a_chinese_organ_line_that_lost_the_space_before_it() -> None:
    sponsors = "决议草案1.2起草国：加纳秘鲁附议国：尼泊尔智利"
    draft = read(sponsors + "大会，强调桥梁对各村各镇居民的重要性，回顾其关于桥梁的工作，")
    assert (draft.is_resolution, draft.organ) == (True, "GA")
    assert not read("第七届全国人民代表大会，强调桥梁对各村各镇居民的重要性。").is_resolution


WITHOUT_NUMBER = {
    "en": "RESOLUTION 12 (3 May 2021) The Security Council, Having examined the request of the "
    "village, Recommends to the villages that they admit it.",
    "fr": "RÉSOLUTION 12 (3 mai 2021) Le Conseil de sécurité, Ayant examiné la demande du village, "
    "Recommande aux villages de l’admettre.",
    "es": "RESOLUCIÓN 12 (3 de mayo de 2021) El Consejo de Seguridad, Habiendo examinado la "
    "solicitud de la aldea, Recomienda a las aldeas que la admitan.",
}


@pytest.mark.parametrize("code", WITHOUT_NUMBER)
def test_capital_opens_operative_paragraph_without_number(code: str) -> None:
    assert counts(read(WITHOUT_NUMBER[code] + "\n")) == (1, 1)


@pytest.mark.parametrize(
    ("line", "preambular", "operative"),
    [
        (
            "The General Assembly,",
            "Recalling its work on bridges,",
            "1. Urges States to repair them.",
        ),
        (
            "L’Assemblée générale,",
            "Rappelant ses travaux sur les ponts,",
            "1. Prie les États de les réparer.",
        ),
        (
            "La Asamblea General,",
            "Recordando su labor sobre los puentes,",
            "1. Insta a los Estados a que los reparen.",
        ),
        (
            "Генеральная Ассамблея,",
            "ссылаясь на свою работу о мостах,",
            "1. призывает государства отремонтировать их.",
        ),
        (
            "إن الجمعية العامة،",
            "إذ تشير إلى أعمالها بشأن الجسور،",
            "1 - تحث الدول على إصلاحها.",
        ),
        ("大会，", "回顾其关于桥梁状况的工作，", "1. 敦促会员国修复桥梁。"),
    ],
    ids=["en", "fr", "es", "ru", "ar", "zh"],
)
@pytest.mark.parametrize("mark", [True, False], ids=["with comma", "without"])
def test_a_preamble_on_the_line_below_the_organ_does_not_share_its_line(
    line: str, preambular: str, operative: str, *, mark: bool
) -> None:
    # In Chinese no space is left between two lines: 大会 alone may begin any sentence.
    organ = line if mark or line == "大会，" else line[:-1]
    draft = read(f"{organ}\n{preambular}\n\n{operative}\n", "draft.md")
    assert counts(draft) == (1, 1)
    assert not draft.resolutions[0].preamble[0].run_in
    # On one line it does.
    draft = read(f"{line} {preambular}\n\n{operative}\n", "draft.md")
    assert draft.resolutions[0].preamble[0].run_in


def test_a_sentence_with_a_small_letter_below_the_organ_runs_on() -> None:
    draft = read("The General Assembly,\nrecalling its work on bridges,\n\n1. Urges States.\n")
    assert draft.resolutions[0].preamble[0].run_in


@pytest.mark.parametrize("above", ["", "BERGEN\n", "OSLO 2014\n"])
@pytest.mark.parametrize("mark", [",", ":", " :"])
@pytest.mark.parametrize(
    ("organ", "first", "second", "verb"),
    [
        ("L’ASSEMBLÉE DU LAC", "NOTANT cela ;", "DÉPLORANT cela ;", "SALUE cela."),
        ("L'Assemblée du Lac", "Notant cela ;", "Déplorant cela ;", "Salue cela."),
        ("LA ASAMBLEA DEL LAGO", "RECORDANDO los acuerdos de la sede;", "LAMENTANDO la sequía;",
         "PIDE un informe para los jueces."),
        ("THE ASSEMBLY OF THE LAKE", "NOTING the report of the mayor;", "DEPLORING the drought;",
         "WELCOMES the help of the towns."),
    ],
)  # fmt: skip
def test_the_line_of_a_body_above_its_first_paragraph_in_one_block(
    above: str, mark: str, organ: str, first: str, second: str, verb: str
) -> None:
    draft = read_draft(
        Source(f"{above}{organ}{mark}\n{first}\n\n{second}\n\n{verb}\n", "draft.txt")
    )
    lines = [p.text for p in draft.paragraphs if p.part == "organ line"]
    assert lines == [f"{organ}{mark}"]
    assert [p.text for p in draft.resolutions[0].preamble] == [first, second]
    assert [p.text for p in draft.resolutions[0].operative] == [verb]


# People who speak for themselves, and the first paragraph on their line.
PEOPLE = [
    ("Мы, участники съезда,", "заслушав доклад,", "отмечая износ мостов,", "Чинить мосты."),
    ("We, the delegates of the congress,", "recalling x,", "noting y,", "Calls on all."),
    ("نحن المشاركين في المؤتمر،", "إيمانا منا بأهمية الجسور،", "وإذ نستشعر قدمها،", "تأسيس رابطة."),
]


@pytest.mark.parametrize(("line", "first", "second", "decision"), PEOPLE)
def test_people_speak_on_the_line_of_the_first_paragraph(
    line: str, first: str, second: str, decision: str
) -> None:
    draft = read(f"{line} {first}\n\n{second}\n\n1. {decision}\n\n2. {decision}\n")
    assert [one.text for one in draft.part("organ line")] == [line]
    assert [one.text for one in draft.resolutions[0].preamble] == [first, second]


def test_one_numbered_paragraph_behind_a_colon_on_the_line_of_the_organ() -> None:
    draft = read(
        "Совет Безопасности, ссылаясь на свои резолюции о мостах, действуя на основании главы VII "
        "Устава: 1. призывает всех чинить мосты.\n"
    )
    assert counts(draft) == (2, 1)


# As people quote a draft: quotation mark or dots, organ line, first paragraph, second, decision.
QUOTED = [
    ("“", "The Security Council,", "recalling its work,", "Noting the report,", "Calls for peace"),
    ("«", "Le Conseil de sécurité,", "rappelant ses travaux,", "Notant le rapport,", "Prie l’État"),
    ("«", "El Consejo de Seguridad,", "recordando su labor,", "Observando el informe,", "Pide paz"),
    ("«", "Совет Безопасности,", "ссылаясь на свою работу,", "отмечая доклад,", "призывает к миру"),
    ('"', "إن مجلس الأمن،", "إذ يشير إلى أعماله،", "وإذ يلاحظ التقرير،", "يدعو إلى السلام"),
    ("“", "安全理事会，", "回顾其工作，", "注意到报告，", "呼吁和平"),
    ("", "The Security Council…", "recalling its work,", "Noting the report,", "Calls for peace"),
    ("", "إن مجلس الأمن..", "إذ يشير إلى أعماله،", "وإذ يلاحظ التقرير،", "يدعو إلى السلام"),
]


@pytest.mark.parametrize(("quote", "line", "first", "second", "decision"), QUOTED)
def test_the_line_of_a_quoted_draft(
    quote: str, line: str, first: str, second: str, decision: str
) -> None:
    space = "" if line[-1] == "，" else " "
    draft = read(f"{quote}{line}{space}{first}\n\n{second}\n\n1. {decision}.\n\n2. {decision}.\n")
    assert draft.organ == "SC"
    assert [one.text for one in draft.resolutions[0].preamble] == [first, second]


@pytest.mark.parametrize(
    ("first", "begins"),
    [
        ("Description: RECOGNIZING the rain,", True),
        ("Argument: Recognizing the rain,", True),
        ("Argument: RECOGNIZING the rain of the hills and of all the towns by the lake.", True),
        ("Topic: Recognizing the rain,", False),
        ("Argument: Recognizing the rain", False),
        ("It was said: recognizing the rain helps,", False),
    ],
)
def test_a_preamble_may_begin_behind_the_name_of_a_field(first: str, begins: bool) -> None:
    draft = read_draft(
        Source(f"{first}\n\nNoting the hills,\n\nRecalling the wells,\n\n1. Decides to go.\n")
    )
    assert len(draft.part("preamble")) == (3 if begins else 2)


@pytest.mark.parametrize(
    ("organ", "noting", "verbs"),
    [
        (
            "The General Assembly,",
            "Noting the rain,",
            ("Urges all to help;", "Requests a report;", "Decides to meet."),
        ),
        (
            "L’Assemblée générale,",
            "Notant la pluie qui tombe sur les villes,",
            (
                "Prie les villes de la vallée d’aider ;",
                "Demande un rapport ;",
                "Décide de se réunir.",
            ),
        ),
        (
            "La Asamblea General,",
            "Observando la lluvia,",
            ("Insta a todos a ayudar;", "Solicita un informe;", "Decide reunirse."),
        ),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_verbs_behind_semicolons_open_operative_paragraphs(
    organ: str, noting: str, verbs: tuple[str, ...], gap: str
) -> None:
    draft = read_draft(Source(f"{organ} {noting}{gap}{' '.join(verbs)}\n", "draft.txt"))
    assert [one.text for one in draft.part("operative")] == list(verbs)


def test_small_letters_and_numbers_behind_semicolons_open_none() -> None:
    text = (
        "The General Assembly,\n\nNoting the rain,\n\n"
        "1. Urges all to help; requests a report; and decides to meet;\n\n2. Decides to go.\n"
    )
    assert len(read_draft(Source(text, "draft.txt")).part("operative")) == 2
