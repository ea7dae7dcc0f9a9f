"""The form of a draft: each error at its exact place, and the fixed text, in six languages."""

# The lines of a table hold whole drafts.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.checks.marked_drafts import ENDINGS, PREAMBLES, assert_findings, framed

PREAMBLE, OPERATIVE, WHOLE = "preamble", "operative", "whole"


def lines(language: str, *paragraphs: str) -> str:
    """A draft of these paragraphs before a preamble and an operative part of its language."""
    return "\n\n".join([*paragraphs, PREAMBLES[language], ENDINGS[language]])


# Language, part, marked text, fixed text.
SAFE = [
    # FORM001: the organ line.
    (
        "en",
        WHOLE,
        lines("en", "*⟦FORM001|The General Assembly⟧*"),
        lines("en", "*The General Assembly*,"),
    ),
    (
        "en",
        WHOLE,
        lines("en", "⟦FORM001|The General Assembly,⟧"),
        lines("en", "*The General Assembly*,"),
    ),
    (
        "fr",
        WHOLE,
        lines("fr", "⟦FORM001|L’Assemblée générale,⟧"),
        lines("fr", "*L’Assemblée générale*,"),
    ),
    (
        "es",
        WHOLE,
        lines("es", "*⟦FORM001|La Asamblea General⟧*"),
        lines("es", "*La Asamblea General*,"),
    ),
    (
        "ru",
        WHOLE,
        lines("ru", "*⟦FORM001|Генеральная Ассамблея⟧*"),
        lines("ru", "*Генеральная Ассамблея*,"),
    ),
    (
        "ar",
        WHOLE,
        lines("ar", "⟦FORM001|إن الجمعية العامة،⟧"),
        lines("ar", "***إن الجمعية العامة***،"),
    ),
    ("zh", WHOLE, lines("zh", "**⟦FORM001|大会⟧**"), lines("zh", "**大会**，")),
    # FORM003: the end of a preambular paragraph.
    ("en", PREAMBLE, "*Recalling* the floods⟦FORM003|;⟧", "*Recalling* the floods,"),
    ("en", PREAMBLE, "*Recalling* the ⟦FORM003|floods⟧", "*Recalling* the floods,"),
    ("fr", PREAMBLE, "*Rappelant* les crues\u00a0⟦FORM003|;⟧", "*Rappelant* les crues,"),
    ("es", PREAMBLE, "*Recordando* las crecidas⟦FORM003|.⟧", "*Recordando* las crecidas,"),
    ("ru", PREAMBLE, "*отмечая* паводки⟦FORM003|;⟧", "*отмечая* паводки,"),
    ("ar", PREAMBLE, "***إذ تشير*** إلى الفيضانات⟦FORM003|؛⟧", "***إذ تشير*** إلى الفيضانات،"),
    ("zh", PREAMBLE, "**回顾**洪水⟦FORM003|。⟧", "**回顾**洪水，"),
    # FORM004: the ends of operative paragraphs.
    (
        "en",
        OPERATIVE,
        "1. *Invites* all to paint⟦FORM004|,⟧\n\n2. *Decides* to count the bridges⟦FORM004|;⟧",
        "1. *Invites* all to paint;\n\n2. *Decides* to count the bridges.",
    ),
    (
        "en",
        OPERATIVE,
        "1. *Invites* all:\n\n(a) To paint⟦FORM004|; and⟧\n\n(b) To sing⟦FORM004|.⟧\n\n2. *Decides* to count the bridges.",
        "1. *Invites* all:\n\n(a) To paint;\n\n(b) To sing;\n\n2. *Decides* to count the bridges.",
    ),
    (
        "fr",
        OPERATIVE,
        "1. *Invite* chacun à peindre⟦FORM004|,⟧\n\n2. *Engage* chacun à chanter\u00a0;\n\n3. *Décide* de compter les ponts.",
        "1. *Invite* chacun à peindre\u00a0;\n\n2. *Engage* chacun à chanter\u00a0;\n\n3. *Décide* de compter les ponts.",
    ),
    (
        "es",
        OPERATIVE,
        "1. *Invita* a todos a pintar⟦FORM004|,⟧\n\n2. *Decide* contar los puentes⟦FORM004|;⟧",
        "1. *Invita* a todos a pintar;\n\n2. *Decide* contar los puentes.",
    ),
    (
        "ru",
        OPERATIVE,
        "1. *предлагает* всем красить⟦FORM004|.⟧\n\n2. *постановляет* сосчитать мосты.",
        "1. *предлагает* всем красить;\n\n2. *постановляет* сосчитать мосты.",
    ),
    (
        "ar",
        OPERATIVE,
        "1 - ***تدعو*** الجميع إلى الطلاء⟦FORM004|،⟧\n\n2 - ***تقرر*** عد الجسور.",
        "1 - ***تدعو*** الجميع إلى الطلاء؛\n\n2 - ***تقرر*** عد الجسور.",
    ),
    (
        "zh",
        OPERATIVE,
        "1. **邀请**各方粉刷⟦FORM004|，⟧\n\n2. **决定**清点桥梁⟦FORM004|；⟧",
        "1. **邀请**各方粉刷；\n\n2. **决定**清点桥梁。",
    ),
    # FORM009: a mark at the end of a heading.
    (
        "en",
        OPERATIVE,
        "1. *Invites* all to paint;\n\n## Colours⟦FORM009|:⟧\n\n2. *Decides* to count the bridges.",
        "1. *Invites* all to paint;\n\n## Colours\n\n2. *Decides* to count the bridges.",
    ),
    (
        "fr",
        OPERATIVE,
        "1. *Invite* chacun à peindre\u00a0;\n\n## Couleurs⟦FORM009|\u00a0:⟧\n\n2. *Décide* de compter les ponts.",
        "1. *Invite* chacun à peindre\u00a0;\n\n## Couleurs\n\n2. *Décide* de compter les ponts.",
    ),
    (
        "es",
        OPERATIVE,
        "1. *Invita* a todos a pintar;\n\n## Colores⟦FORM009|.⟧\n\n2. *Decide* contar los puentes.",
        "1. *Invita* a todos a pintar;\n\n## Colores\n\n2. *Decide* contar los puentes.",
    ),
    (
        "ru",
        OPERATIVE,
        "1. *предлагает* всем красить;\n\n## Цвета⟦FORM009|:⟧\n\n2. *постановляет* сосчитать мосты.",
        "1. *предлагает* всем красить;\n\n## Цвета\n\n2. *постановляет* сосчитать мосты.",
    ),
    (
        "ar",
        OPERATIVE,
        "1 - ***تدعو*** الجميع إلى الطلاء؛\n\n## ألوان الجسور⟦FORM009|:⟧\n\n2 - ***تقرر*** عد الجسور.",
        "1 - ***تدعو*** الجميع إلى الطلاء؛\n\n## ألوان الجسور\n\n2 - ***تقرر*** عد الجسور.",
    ),
    (
        "zh",
        OPERATIVE,
        "1. **邀请**各方粉刷；\n\n## 桥梁的颜色⟦FORM009|。⟧\n\n2. **决定**清点桥梁。",
        "1. **邀请**各方粉刷；\n\n## 桥梁的颜色\n\n2. **决定**清点桥梁。",
    ),
]
UNSAFE = [
    (
        "en",
        WHOLE,
        lines("en", "*⟦FORM001|General Assembly⟧*,"),
        lines("en", "*The General Assembly*,"),
    ),
    # FORM005: the title line.
    (
        "en",
        WHOLE,
        lines("en", "79/900. Painted bridges⟦FORM005|.⟧", "*The General Assembly*,"),
        lines("en", "79/900. Painted bridges", "*The General Assembly*,"),
    ),
    (
        "fr",
        WHOLE,
        lines("fr", "⟦FORM005|79/900⟧ Des ponts peints", "*L’Assemblée générale*,"),
        lines("fr", "79/900. Des ponts peints", "*L’Assemblée générale*,"),
    ),
    (
        "es",
        WHOLE,
        lines("es", "79/900. Puentes pintados⟦FORM005|.⟧", "*La Asamblea General*,"),
        lines("es", "79/900. Puentes pintados", "*La Asamblea General*,"),
    ),
    (
        "ru",
        WHOLE,
        lines("ru", "79/900. Крашеные мосты⟦FORM005|.⟧", "*Генеральная Ассамблея*,"),
        lines("ru", "79/900. Крашеные мосты", "*Генеральная Ассамблея*,"),
    ),
    (
        "ar",
        WHOLE,
        lines("ar", "79/900 جسور مطلية⟦FORM005|.⟧", "***إن الجمعية العامة***،"),
        lines("ar", "79/900 جسور مطلية", "***إن الجمعية العامة***،"),
    ),
    (
        "zh",
        WHOLE,
        lines("zh", "⟦FORM005|79/900⟧ 粉刷的桥梁", "**大会**，"),
        lines("zh", "79/900. 粉刷的桥梁", "**大会**，"),
    ),
    # FORM011: items follow.
    (
        "en",
        OPERATIVE,
        "1. *Invites* all⟦FORM011|;⟧\n\n(a) To paint;\n\n(b) To sing;\n\n2. *Decides* to count the bridges.",
        "1. *Invites* all:\n\n(a) To paint;\n\n(b) To sing;\n\n2. *Decides* to count the bridges.",
    ),
    (
        "fr",
        OPERATIVE,
        "1. *Invite* chacun\u00a0⟦FORM011|;⟧\n\na) À peindre\u00a0;\n\nb) À chanter\u00a0;\n\n2. *Décide* de compter les ponts.",
        "1. *Invite* chacun\u00a0:\n\na) À peindre\u00a0;\n\nb) À chanter\u00a0;\n\n2. *Décide* de compter les ponts.",
    ),
    (
        "es",
        OPERATIVE,
        "1. *Invita* a todos⟦FORM011|,⟧\n\na) A pintar;\n\nb) A cantar;\n\n2. *Decide* contar los puentes.",
        "1. *Invita* a todos:\n\na) A pintar;\n\nb) A cantar;\n\n2. *Decide* contar los puentes.",
    ),
    (
        "ru",
        OPERATIVE,
        "1. *предлагает* всем⟦FORM011|;⟧\n\na) красить;\n\nb) петь;\n\n2. *постановляет* сосчитать мосты.",
        "1. *предлагает* всем:\n\na) красить;\n\nb) петь;\n\n2. *постановляет* сосчитать мосты.",
    ),
    (
        "ar",
        OPERATIVE,
        "1 - ***تدعو*** الجميع إلى ما يلي⟦FORM011|؛⟧\n\n(أ) الطلاء؛\n\n(ب) الغناء؛\n\n2 - ***تقرر*** عد الجسور.",
        "1 - ***تدعو*** الجميع إلى ما يلي:\n\n(أ) الطلاء؛\n\n(ب) الغناء؛\n\n2 - ***تقرر*** عد الجسور.",
    ),
    (
        "zh",
        OPERATIVE,
        "1. **邀请**各方⟦FORM011|；⟧\n\n(a) 粉刷；\n\n(b) 歌唱；\n\n2. **决定**清点桥梁。",
        "1. **邀请**各方：\n\n(a) 粉刷；\n\n(b) 歌唱；\n\n2. **决定**清点桥梁。",
    ),
]
WITHOUT_FIX = [
    # FORM002: a preambular paragraph among operative ones.
    (
        "en",
        OPERATIVE,
        "1. *Invites* all to paint;\n\n*⟦FORM002|Recalling⟧* the floods,\n\n2. *Decides* to count the bridges.",
    ),
    (
        "fr",
        OPERATIVE,
        "1. *Invite* chacun à peindre ;\n\n*⟦FORM002|Rappelant⟧* les crues,\n\n2. *Décide* de compter les ponts.",
    ),
    (
        "es",
        OPERATIVE,
        "1. *Invita* a todos a pintar;\n\n*⟦FORM002|Recordando⟧* las crecidas,\n\n2. *Decide* contar los puentes.",
    ),
    (
        "ru",
        OPERATIVE,
        "1. *предлагает* всем красить;\n\n*⟦FORM002|отмечая⟧* паводки,\n\n2. *постановляет* сосчитать мосты.",
    ),
    (
        "ar",
        OPERATIVE,
        "1 - ***تدعو*** الجميع إلى الطلاء؛\n\n***⟦FORM002|وإذ⟧ تشير*** إلى الفيضانات،\n\n2 - ***تقرر*** عد الجسور.",
    ),
    (
        "zh",
        OPERATIVE,
        "1. **邀请**各方粉刷；\n\n**⟦FORM002|审议⟧了**关于洪水的报告，\n\n2. **决定**清点桥梁。",
    ),
    # FORM007: two dates of adoption.
    (
        "en",
        WHOLE,
        lines(
            "en",
            "Resolution adopted by the General Assembly on 4 December 2024",
            "*The General Assembly*,",
        )
        + "\n\n40th plenary meeting\n\n*⟦FORM007|5 December 2024⟧*",
    ),
    (
        "fr",
        WHOLE,
        lines(
            "fr",
            "Résolution adoptée par l’Assemblée générale le 4 décembre 2024",
            "*L’Assemblée générale*,",
        )
        + "\n\n40^e^ séance plénière\n\n*⟦FORM007|5 décembre 2024⟧*",
    ),
    (
        "es",
        WHOLE,
        lines(
            "es",
            "Resolución aprobada por la Asamblea General el 4 de diciembre de 2024",
            "*La Asamblea General*,",
        )
        + "\n\n40ª sesión plenaria\n\n*⟦FORM007|5 de diciembre de 2024⟧*",
    ),
    (
        "ru",
        WHOLE,
        lines(
            "ru",
            "Резолюция, принятая Генеральной Ассамблеей 4 декабря 2024 года",
            "*Генеральная Ассамблея*,",
        )
        + "\n\n40-е пленарное заседание\n\n*⟦FORM007|5 декабря 2024 года⟧*",
    ),
    (
        "ar",
        WHOLE,
        lines(
            "ar",
            "قرار اتخذته الجمعية العامة في 4 كانون الأول/ديسمبر 2024",
            "***إن الجمعية العامة***،",
        )
        + "\n\nالجلسة العامة 40 ⟦FORM007|5 كانون الأول/ديسمبر 2024⟧",
    ),
    (
        "zh",
        WHOLE,
        lines("zh", "2024年12月4日大会决议", "**大会**，")
        + "\n\n第40次全体会议 ⟦FORM007|2024年12月5日⟧",
    ),
    # FORM008: the session and the number.
    (
        "en",
        WHOLE,
        lines(
            "en",
            "⟦FORM008|Seventy-eighth⟧ session",
            "79/900. Painted bridges",
            "*The General Assembly*,",
        ),
    ),
    (
        "fr",
        WHOLE,
        lines(
            "fr",
            "⟦FORM008|Soixante-dix-huitième⟧ session",
            "79/900. Des ponts peints",
            "*L’Assemblée générale*,",
        ),
    ),
    (
        "es",
        WHOLE,
        lines(
            "es",
            "⟦FORM008|Septuagésimo octavo⟧ período de sesiones",
            "79/900. Puentes pintados",
            "*La Asamblea General*,",
        ),
    ),
    (
        "ru",
        WHOLE,
        lines(
            "ru",
            "⟦FORM008|Семьдесят восьмая⟧ сессия",
            "79/900. Крашеные мосты",
            "*Генеральная Ассамблея*,",
        ),
    ),
    # FORM010: a full stop within a paragraph.
    ("en", PREAMBLE, "*Recalling* the floods⟦FORM010|.⟧ The rivers rose at night,"),
    ("fr", PREAMBLE, "*Rappelant* les crues⟦FORM010|.⟧ Les rivières ont monté la nuit,"),
    ("es", PREAMBLE, "*Recordando* las crecidas⟦FORM010|.⟧ Los ríos subieron de noche,"),
    ("ru", PREAMBLE, "*отмечая* паводки⟦FORM010|.⟧ Реки поднялись ночью,"),
    ("zh", PREAMBLE, "**回顾**洪水⟦FORM010|。⟧河流在夜间上涨，"),
    # FORM012: a label with nothing behind it.
    (
        "en",
        OPERATIVE,
        "1. *Invites* all to paint;\n\n⟦FORM012|2.⟧\n\n3. *Decides* to count the bridges.",
    ),
    (
        "fr",
        OPERATIVE,
        "1. *Invite* chacun à peindre ;\n\n⟦FORM012|2.⟧\n\n3. *Décide* de compter les ponts.",
    ),
    (
        "es",
        OPERATIVE,
        "1. *Invita* a todos a pintar;\n\n⟦FORM012|2.⟧\n\n3. *Decide* contar los puentes.",
    ),
    (
        "ru",
        OPERATIVE,
        "1. *предлагает* всем красить;\n\n⟦FORM012|2.⟧\n\n3. *постановляет* сосчитать мосты.",
    ),
    (
        "ar",
        OPERATIVE,
        "1 - ***تدعو*** الجميع إلى الطلاء؛\n\n⟦FORM012|2 -⟧\n\n3 - ***تقرر*** عد الجسور.",
    ),
    ("zh", OPERATIVE, "1. **邀请**各方粉刷；\n\n⟦FORM012|2.⟧\n\n3. **决定**清点桥梁。"),
]
COUNCIL = [
    # FORM006: a title in a Security Council text; FORM013: its last paragraph (strict).
    (
        "en",
        "# Resolution 9900 (2024). ⟦FORM006|Open roads⟧\n\n*The Security Council*,\n\n*Recalling* the floods,\n\n*⟦FORM013|Invites⟧* all to paint.",
    ),
    (
        "fr",
        "# Résolution 9900 (2024) – ⟦FORM006|Routes ouvertes⟧\n\n*Le Conseil de sécurité*,\n\n*Rappelant* les crues,\n\n*⟦FORM013|Invite⟧* chacun à peindre.",
    ),
    (
        "es",
        "# Resolución 9900 (2024). ⟦FORM006|Caminos abiertos⟧\n\n*El Consejo de Seguridad*,\n\n*Recordando* las crecidas,\n\n*⟦FORM013|Invita⟧* a todos a pintar.",
    ),
    (
        "ru",
        "# Резолюция 9900 (2024). ⟦FORM006|Открытые дороги⟧\n\n*Совет Безопасности*,\n\n*отмечая* паводки,\n\n*⟦FORM013|предлагает⟧* всем красить.",
    ),
    (
        "ar",
        "# القرار 9900 (2024) - ⟦FORM006|طرق مفتوحة⟧\n\n***إن مجلس الأمن***،\n\n***إذ يشير*** إلى الفيضانات،\n\n***⟦FORM013|يدعو⟧*** الجميع إلى الطلاء.",
    ),
    (
        "zh",
        "# 第9900(2024)号决议：⟦FORM006|保持道路畅通⟧\n\n**安全理事会**，\n\n**回顾**洪水，\n\n**⟦FORM013|邀请⟧**各方粉刷。",
    ),
]
RIGHT = [
    # A quotation, an abbreviation, a number and a question end no sentence of the paragraph.
    (
        "en",
        PREAMBLE,
        "*Recalling* the rule “Paint first. Sing later”, Mr. Brown’s report and No. 4.2 of the list,",
    ),
    (
        "fr",
        PREAMBLE,
        "*Rappelant* la règle «\u00a0Peindre. Puis chanter\u00a0» et le rapport de M. Brun,",
    ),
    # `; or` tells alternatives; a colon opens a quotation.
    (
        "en",
        OPERATIVE,
        "1. *Invites* all:\n\n(a) To paint; or\n\n(b) To sing;\n\n2. *Decides* to count the bridges.",
    ),
    # A heading may ask, or be a number.
    (
        "en",
        OPERATIVE,
        "1. *Invites* all to paint;\n\n## Who paints?\n\n2. *Decides* to count the bridges.",
    ),
]


@pytest.mark.parametrize(("language", "part", "marked", "fixed"), SAFE)
def test_errors_with_a_safe_fix(language: str, part: str, marked: str, fixed: str) -> None:
    assert_findings("FORM", framed(language, part, marked), framed(language, part, fixed))


@pytest.mark.parametrize(("language", "part", "marked", "fixed"), UNSAFE)
def test_errors_with_an_unsafe_fix(language: str, part: str, marked: str, fixed: str) -> None:
    draft, right = framed(language, part, marked), framed(language, part, fixed)
    assert_findings("FORM", draft, right, unsafe=True)


@pytest.mark.parametrize(("language", "part", "marked"), WITHOUT_FIX)
def test_errors_without_a_fix(language: str, part: str, marked: str) -> None:
    assert_findings("FORM", framed(language, part, marked), None)


@pytest.mark.parametrize(("language", "marked"), COUNCIL)
def test_texts_of_the_security_council(language: str, marked: str) -> None:
    assert_findings("FORM", framed(language, WHOLE, marked), None)


@pytest.mark.parametrize(
    ("language", "part", "text"),
    [*RIGHT, *((row[0], row[1], row[3]) for row in (*SAFE, *UNSAFE))],
)
def test_right_forms_have_no_findings(language: str, part: str, text: str) -> None:
    assert_findings("FORM", framed(language, part, text), None)


# The date or the adoption behind the number of a Council resolution is no title.
DATED = [
    (
        "en",
        "*The Security Council*,",
        "*Recalling* the floods,\n\n*Decides* to remain seized of the matter.",
        (
            "# Resolution 9900 (2024) of 3 May 2024",
            "# Resolution 9900 (2024), adopted by the Council",
        ),
    ),
    (
        "fr",
        "*Le Conseil de sécurité*,",
        "*Rappelant* les crues,\n\n*Décide* de rester saisi de la question.",
        ("# Résolution 9900 (2024) du 3 mai 2024", "# Résolution 9900 (2024) du 3"),
    ),
    (
        "es",
        "*El Consejo de Seguridad*,",
        "*Recordando* las crecidas,\n\n*Decide* seguir ocupándose de la cuestión.",
        ("# Resolución 9900 (2024) de 3 de mayo de 2024",),
    ),
    (
        "ru",
        "*Совет Безопасности*,",
        "*отмечая* паводки,\n\n*постановляет* продолжать заниматься этим вопросом.",
        (
            "# Резолюция 9900 (2024) от 3 мая 2024 года",
            "# Резолюция 9900 (2024), принятая Советом",
        ),
    ),
    (
        "ar",
        "***إن مجلس الأمن***،",
        "***إذ يشير*** إلى الفيضانات،\n\n***يقرر*** أن يبقي المسألة قيد نظره.",
        ("# القرار 9900 (2024) المؤرخ 3 أيار/مايو 2024",),
    ),
    (
        "zh",
        "**安全理事会**，",
        "**回顾**洪水，\n\n**决定**继续处理此案。",
        ("# 第9900(2024)号决议，2024年5月3日",),
    ),
]


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        (language, line, f"{line}\n\n{organ}\n\n{rest}")
        for language, organ, rest, lines in DATED
        for line in lines
    ],
)
def test_what_says_when_a_resolution_was_adopted_is_no_title(
    language: str, line: str, text: str
) -> None:
    result = Linter(Settings(select=frozenset({"FORM006"}))).lint(Source(text, "draft.md"))
    assert result.draft.language == language
    assert [one.code for one in result.diagnostics if one.code == "FORM006"] == []


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("**The General Assembly** ;", "The General Assembly,"),
        ("The General Assembly:", "The General Assembly,"),
        ("**The General Assembly**", "The General Assembly,"),
    ],
)
def test_a_message_on_the_emphasis_quotes_no_wrong_mark(line: str, right: str) -> None:
    (found,) = Linter().lint(Source(lines("en", line))).diagnostics
    assert found.code == "FORM001"
    assert f"“{right}”" in found.message and "italics" in found.message


@pytest.mark.parametrize(
    "text",
    [
        # Who decides is named where the operative part begins.
        "Considerando que el agua falta;\n\nVisto el informe de la Junta;\n\n"
        "Por ello, el Pleno ACUERDA:\n\nPRIMERO.- Instar a la Junta a actuar.\n\n"
        "SEGUNDO.- Pedir ayuda.\n",
        # “Do hereby resolve to:” names nobody.
        "We, the delegates of the Youth Parliament, gathered in Hillford from 2 to 6 August 2021,\n\n"
        "Mindful of the rivers,\n\nRecalling the bridges,\n\nDo hereby resolve to:\n\n"
        "1. Call upon all to build.\n\n2. Urge all to mend.\n",
        # A motion has its own form.
        "A resolution on lamps\n\nWHEREAS: the lamps are dark, and\n\n"
        "WHEREAS: the stairs are steep, therefore\n\n"
        "Be it resolved by the Student Congress here assembled:\n\nThat lamps be bought.\n",
    ],
)
def test_another_body_may_name_itself_where_it_decides(text: str) -> None:
    found = [one.code for one in Linter(Settings()).lint(Source(text)).diagnostics]
    assert "FORM001" not in found
    assert "FORM012" not in found


def test_a_conjunction_leads_on_and_breaks_nothing_off() -> None:
    text = (
        "LA ASAMBLEA GENERAL,\n\nCONSIDERANDO:\n\nQue el agua falta; y\n\n"
        "Que los pozos se secan,\n\nRESUELVE:\n\n1. Instar a los Estados a medir.\n"
    )
    assert "FORM012" not in [one.code for one in Linter(Settings()).lint(Source(text)).diagnostics]


def test_a_conjunction_at_the_end_of_a_paragraph_is_named_and_taken_out_by_hand() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* it,\n\n1. *Urges* care; and\n\n"
        "2. *Requests* a report; and\n\n3. *Decides* to meet.\n"
    )
    found = [one for one in Linter().lint(Source(text)).diagnostics if one.code == "FORM004"]
    assert ["“; and”" in one.message for one in found] == [True]
    assert found[0].fix is not None and found[0].fix.safety == "unsafe"
