"""The words that patterns need, which decide before a pattern whether it can match."""

from __future__ import annotations

import re

import pytest

from reslint.language.language import language

LINES = [
    ("en", "closing", "12th plenary meeting"),
    ("en", "closing", "MAY 3, 2024"),
    ("fr", "closing", "12e séance plénière"),
    ("fr", "closing", "Le 3 août 2024"),
    ("es", "closing", "12ª sesión plenaria"),
    ("es", "closing", "3 de abril de 2024"),
    ("ru", "closing", "12-е пленарное заседание"),
    ("ru", "closing", "3 мая 2024 года"),
    ("ar", "closing", "الجلسة العامة 12"),
    ("ar", "closing", "3 كانون\u00a0الثاني 2024"),
    ("zh", "closing", "第12次全体会议"),
    ("zh", "closing", "2024年5月3日"),
    ("en", "adopted_closing", "Adopted without a vote at its 12th meeting"),
    ("fr", "adopted_closing", "Adoptée sans vote, à la 12e séance"),
    ("es", "adopted_closing", "Aprobada sin votación, en la 12ª sesión"),
    ("ru", "adopted_closing", "Принята без голосования на 12-м заседании"),
    ("ar", "adopted_closing", "اعتمدت بتوافق الآراء في الجلسة العامة 12"),
    ("en", "placed_closing", "New York, 3 May 2024"),
    ("ar", "placed_closing", "جنيف، 3 أيار 2024"),
    ("en", "joint", "Now, therefore, be it resolved that"),
    ("fr", "joint", "Par ces motifs"),
    ("es", "joint", "Por lo tanto"),
    ("en", "before_phrase", "Now therefore, be it resolved"),
    ("fr", "before_phrase", "Pour ces raisons, décide"),
    ("es", "before_phrase", "Por tales razones, resuelve"),
    ("ru", "before_phrase", "Исходя из вышеизложенного, постановляет"),
    ("ar", "before_phrase", "وبناء عليه، تقرر"),
    ("en", "preamble_label", "PREAMBULATORY CLAUSES"),
    ("en", "operative_label", "Action clauses"),
    ("fr", "preamble_label", "Clauses introductives"),
    ("fr", "operative_label", "PARTIE DISPOSITIVE"),
    ("es", "preamble_label", "Párrafos preambulatorios"),
    ("es", "operative_label", "Puntos resolutorios"),
    ("ru", "preamble_label", "Вступительная часть"),
    ("ru", "operative_label", "Пункты постановляющей части"),
    ("ar", "preamble_label", "البنود التمهيدية"),
    ("ar", "operative_label", "البنود الإجرائية"),
    ("zh", "preamble_label", "前言部分"),
    ("zh", "operative_label", "行动条款"),
    ("en", "annex", "ANNEX II"),
    ("en", "annex", "Enclosure"),
    ("fr", "annex", "Pièce jointe"),
    ("es", "annex", "Documento adjunto"),
    ("ru", "annex", "ДОПОЛНЕНИЕ"),
    ("ar", "annex", "التذييل"),
    ("zh", "annex", "附录一"),
    ("en", "aside", "Main sponsors (in order): Malta"),
    ("en", "aside", "The draft resolution was rejected"),
    ("en", "aside", "(c) 2024"),
    ("fr", "aside", "Adoptée par consensus"),
    ("fr", "aside", "Tous droits réservés"),
    ("es", "aside", "Rechazada por 3 votos"),
    ("ru", "aside", "Принята без голосования"),
    ("ru", "aside", "Все права защищены"),
    ("ar", "aside", "اعتُمدت بتوافق"),
    ("ar", "aside", "رُفض القرار"),
    ("zh", "aside", "决议草案以3票赞成获得通过"),
    ("en", "adopts_text", "Hereby adopts the plan set out below:"),
    ("fr", "adopts_text", "Adopte le texte que voici :"),
    ("es", "adopts_text", "Aprueba el texto que sigue:"),
    ("ru", "adopts_text", "Принимает изложенный ниже план:"),
    ("ar", "adopts_text", "تعتمد الإعلان التالي:"),
    ("zh", "adopts_text", "通过下列宣言："),
    ("en", "agreement", "Have agreed as follows:"),
    ("fr", "agreement", "sont convenues de ce qui suit :"),
    ("es", "agreement", "Han convenido en lo siguiente:"),
    ("ru", "agreement", "согласились о нижеследующем:"),
    ("ar", "agreement", "قد اتفقت على ما يلي:"),
    ("zh", "agreement", "兹议定如下："),
    ("en", "aside", "All rights reserved"),
    ("es", "aside", "Todos los derechos reservados"),
    ("ar", "aside", "جميع الحقوق محفوظة"),
    ("en", "closing_note", "[Adopted without a vote.]"),
    ("fr", "closing_note", "[ Rejeté par 3 voix"),
    ("es", "closing_note", "[Aprobada sin votación.]"),
    ("ru", "closing_note", "[Принята без голосования]"),
    ("ar", "closing_note", "]اعتمد"),
    ("zh", "closing_note", "［未经表决获得通过。］"),
    ("en", "reasons", "The board of readers also notes that"),
    ("en", "reasons", "This house recognises"),
    ("fr", "reasons", "Le conseil des lecteurs constate que"),
    ("es", "reasons", "La junta de lectores señala que"),
]


@pytest.mark.parametrize(("code", "name", "line"), LINES)
def test_a_line_that_matches_has_a_word_that_is_needed(code: str, name: str, line: str) -> None:
    vocabulary = language(code)
    pattern = vocabulary.pattern(name)
    assert pattern is not None
    assert pattern.search(line) is not None
    assert vocabulary.may_match(name, line)


@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_line_without_such_words_is_passed_over(code: str) -> None:
    vocabulary = language(code)
    for name in ("closing", "annex", "aside", "adopts_text", "agreement", "series"):
        assert not vocabulary.may_match(name, "xyz"), name


@pytest.mark.parametrize(
    ("code", "line", "found"),
    [
        ("fr", "18 mai 2020", True),
        ("fr", "« mai\u00a02020 »", True),
        ("fr", "dans tous les domaines, mais aussi ailleurs", False),
        ("en", "May 18, 2020", True),
        ("en", "the dismay of all 193 members", False),
        ("es", "18 de mayo de 2020", True),
        ("es", "la mayoría de los 193 miembros", False),
        ("ru", "18 мая 2020 года", True),
        ("ru", "принимая во внимание", False),
        ("ar", "18 أيار/مايو 2020", True),
    ],
)
def test_a_month_is_needed_as_a_whole_word(code: str, line: str, found: bool) -> None:
    assert language(code).may_match("closing", line) is found


def test_no_month_is_taken_for_a_word_before_a_phrase() -> None:
    vocabulary = language("en")
    assert not vocabulary.may_match("before_phrase", "9 December 2024")
    assert vocabulary.may_match("before_phrase", "Be\u00a0it resolved")


def test_a_pattern_that_needs_no_words_may_match_everywhere() -> None:
    assert language("en").may_match("session", "xyz")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("closing", "第12次全体会议"),
        ("closing", "2024年5月3日"),
        ("closing", "二〇二四年五月三日，第二次会议"),
        ("closing", "于2024年5月3日通过"),
        ("closing", "[决议草案未经表决通过：2024年5月3日]"),
        ("closing", "（经社理事会第3次会议）"),
        ("closing", "，2024年5月3日"),
        ("closing", "协商一致通过，3.5.2024"),
        ("placed_closing", "日内瓦，2024年5月3日"),
        ("placed_closing", "（纽约，2024年5月3日）。"),
        ("placed_closing", "纽约 3/5/2024"),
    ],
)
def test_a_closing_begins_and_ends_with_known_characters(name: str, line: str) -> None:
    vocabulary = language("zh")
    pattern = vocabulary.pattern(name)
    assert pattern is not None
    assert pattern.fullmatch(line.strip()) is not None
    assert vocabulary.may_fill(name, line)


def test_a_paragraph_with_a_date_is_no_closing_by_its_first_or_last_character() -> None:
    vocabulary = language("zh")
    paragraph = "回顾2024年5月3日第70/1号决议，"
    assert vocabulary.may_match("closing", paragraph)
    assert not vocabulary.may_fill("closing", paragraph)
    assert not vocabulary.may_fill("placed_closing", paragraph)
    assert vocabulary.may_fill("placed_closing", "回顾2024年5月3日")
    assert language("en").may_fill("closing", paragraph)


MEETINGS = [
    ("ar", "مجلس القراء المجتمع في روما"),
    ("ar", "مجلس القراء، بناء على توصية"),
    ("en", "The Board of Readers, met in Rome"),
    ("en", "The Board of Readers, on the recommendation of"),
    ("es", "La Junta de Lectores, reunida en Roma"),
    ("es", "La Junta de Lectores, a propuesta de"),
    ("fr", "Le Conseil des lecteurs, réuni à Rome"),
    ("fr", "Le Conseil des lecteurs, sur proposition du"),
    ("ru", "Совет читателей, собравшийся в Риме"),
    ("ru", "Совет читателей по предложению "),
    ("zh", "读者理事会在罗马举行"),
]


@pytest.mark.parametrize(("code", "line"), MEETINGS)
def test_a_meeting_behind_a_body_has_a_word_that_is_needed(code: str, line: str) -> None:
    bodies = language(code).organs.bodies
    assert bodies.meeting is not None
    assert bodies.meeting.search(line) is not None
    assert language(code).may_match("meeting_of_body", line)
    assert bodies.met(line) is not None
    assert not language(code).may_match("meeting_of_body", "xyz")


BODIES = {
    "ar": ["الجمعية العامة", "مجلس الأمن", "لجنة", "الاتحاد", "اجتماع"],
    "en": ["General Assembly", "Human Rights Council", "Executive Board", "Organisation", "Treaty"],
    "es": ["Asamblea General", "Consejo de Seguridad", "Junta", "Subcomité", "Cumbre"],
    "fr": ["Assemblée générale", "Conseil économique et social", "Cour", "Sous-Comité", "Réunion"],
    "ru": ["Генеральной Ассамблеи", "Советом Безопасности", "Подкомитет", "Бюро", "Лига"],
    "zh": ["大会", "安理会", "人权理事会", "环境规划署", "缔约方会议"],
}


@pytest.mark.parametrize("code", BODIES)
def test_a_body_is_looked_for_where_a_word_of_one_stands(code: str) -> None:
    vocabulary = language(code)
    pattern = re.compile(vocabulary.forms["citations"]["bodies"])
    for name in BODIES[code]:
        assert pattern.search(name) is not None, name
        assert vocabulary.may_match("bodies", name), name
    assert not vocabulary.may_match("bodies", "xyz 70/1")


REFERENCES = [
    ("ar", "owner", "المادة 3، "),
    ("en", "owner", "Article 3, "),
    ("en", "owner", "preambular "),
    ("es", "owner", "Artículo 3, "),
    ("fr", "owner", "Chapitre IV, "),
    ("ru", "owner", "Статьи 3 "),
    ("zh", "owner", "附件一的上"),
    ("ar", "replaced", "يستعاض عن الفقرة بما يلي: "),
    ("en", "replaced", "is amended to say: "),
    ("es", "replaced", "se sustituya por lo siguiente: "),
    ("fr", "replaced", "est remplacé par : "),
    ("ru", "replaced", "изложить так: "),
    ("zh", "replaced", "修改为："),
]


@pytest.mark.parametrize(("code", "name", "text"), REFERENCES)
def test_what_stands_beside_a_reference_has_a_word_that_is_needed(
    code: str, name: str, text: str
) -> None:
    vocabulary = language(code)
    assert re.search(vocabulary.forms["references"][name], text, re.IGNORECASE) is not None
    assert vocabulary.may_match(name, text)
    assert not vocabulary.may_match(name, "xyz")


ANNOUNCING = [
    ("ar", "تقرر ما يلي"),
    ("en", "Hereby resolves"),
    ("en", "be it resolved by the Assembly, as follows"),
    ("es", "Se resuelve lo siguiente"),
    ("es", "Ha acordado"),
    ("fr", "Arrête ce qui suit"),
    ("fr", "En conséquence"),
    ("fr", "adoptent ce qui suit"),
    ("fr", "adoptons par la présente"),
    ("ru", "Постановила следующее"),
    ("zh", "特此决定如下"),
]


@pytest.mark.parametrize(("code", "text"), ANNOUNCING)
def test_words_that_announce_an_operative_part_are_looked_for(code: str, text: str) -> None:
    organs = language(code).organs
    assert organs.announcements.ends_announcing(text)
    assert not organs.announcements.ends_announcing("xyz")


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("en", "See also the resolution 70/1."),
        ("fr", "Voir également la résolution 70/1."),
    ],
)
def test_an_article_after_see_is_looked_for_where_a_resolution_is_named(
    code: str, note: str
) -> None:
    vocabulary = language(code)
    pattern = re.compile(vocabulary.forms["notes"]["see_article"], re.IGNORECASE)
    assert pattern.search(note) is not None
    assert vocabulary.may_match("note_resolution", note)


CODES = ["ar", "en", "es", "fr", "ru", "zh"]


@pytest.mark.parametrize("code", CODES)
def test_letters_before_a_reference_stand_with_a_bracket(code: str) -> None:
    # `facts/references.py` looks for the bracket before the letters.
    inside = language(code).forms["references"]["inside"]
    assert r"\)" in inside or "(?!)" in inside


@pytest.mark.parametrize("code", CODES)
def test_words_that_replace_others_stand_behind_a_colon(code: str) -> None:
    # `facts/references.py` looks for the colon before the words.
    assert language(code).forms["references"]["replaced"].endswith((r":\s", "："))


@pytest.mark.parametrize(
    ("code", "name", "line"),
    [
        ("ar", "meeting", "الجلسة العامة 12"),
        ("en", "meeting", "12th plenary meeting"),
        ("es", "meeting", "12ª sesión plenaria"),
        ("fr", "meeting", "12e séance plénière"),
        ("ru", "meeting", "12-е пленарное заседание"),
        ("zh", "meeting", "第12次全体会议"),
        ("ar", "date", "3 أيار 2024"),
        ("en", "date", "3 May 2024"),
        ("es", "date", "3 de mayo de 2024"),
        ("fr", "date", "3 mai 2024"),
        ("ru", "date", "3 мая 2024 года"),
        ("zh", "date", "2024年5月3日"),
    ],
)
def test_a_meeting_or_a_date_alone_is_a_closing(code: str, name: str, line: str) -> None:
    # So `BlockRoles` asks for them first, and for the long pattern of closings after them.
    vocabulary = language(code)
    for each in (name, "closing"):
        pattern = vocabulary.pattern(each)
        assert pattern is not None
        assert pattern.fullmatch(line) is not None, each
