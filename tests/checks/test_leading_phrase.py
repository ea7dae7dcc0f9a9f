"""Leading phrases: each error at its exact place, and what the fix makes of it, in six languages."""

# The lines of a table hold whole paragraphs.
# ruff: noqa: E501

from __future__ import annotations

import pytest

import reslint
from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.checks.marked_drafts import assert_findings, framed

PREAMBLE, OPERATIVE = "preamble", "operative"

# Language, part, marked text, fixed text (None without a fix).
SAFE = [
    # LEAD002: the phrase is not emphasized, or otherwise than the language has it.
    (
        "en",
        PREAMBLE,
        "⟦LEAD002|Noting with deep concern⟧ that bridges close,",
        "*Noting with deep concern* that bridges close,",
    ),
    ("en", PREAMBLE, "<u>⟦LEAD002|Noting⟧</u> that bridges close,", "*Noting* that bridges close,"),
    (
        "fr",
        PREAMBLE,
        "⟦LEAD002|Se félicitant⟧ que des ponts ouvrent,",
        "*Se félicitant* que des ponts ouvrent,",
    ),
    (
        "fr",
        PREAMBLE,
        "**⟦LEAD002|Notant⟧** que des ponts ferment,",
        "*Notant* que des ponts ferment,",
    ),
    (
        "es",
        PREAMBLE,
        "⟦LEAD002|Observando con preocupación⟧ que se cierran puentes,",
        "*Observando con preocupación* que se cierran puentes,",
    ),
    (
        "ru",
        PREAMBLE,
        "⟦LEAD002|отмечая⟧, что мосты закрываются,",
        "*отмечая*, что мосты закрываются,",
    ),
    ("ar", PREAMBLE, "⟦LEAD002|إذ تلاحظ⟧ أن الجسور تغلق،", "***إذ تلاحظ*** أن الجسور تغلق،"),
    ("zh", PREAMBLE, "*⟦LEAD002|注意到⟧*桥梁正在关闭，", "**注意到**桥梁正在关闭，"),
    # LEAD003: the emphasis goes on behind the phrase.
    (
        "en",
        OPERATIVE,
        "*Invites⟦LEAD003| Member States⟧* to paint their bridges.",
        "*Invites* Member States to paint their bridges.",
    ),
    (
        "fr",
        OPERATIVE,
        "*Invite⟦LEAD003| les États Membres⟧* à peindre leurs ponts.",
        "*Invite* les États Membres à peindre leurs ponts.",
    ),
    (
        "es",
        OPERATIVE,
        "*Invita⟦LEAD003| a los Estados Miembros⟧* a pintar sus puentes.",
        "*Invita* a los Estados Miembros a pintar sus puentes.",
    ),
    (
        "ru",
        OPERATIVE,
        "*просит⟦LEAD003| Генерального секретаря⟧* покрасить мосты.",
        "*просит* Генерального секретаря покрасить мосты.",
    ),
    (
        "ar",
        OPERATIVE,
        "***تدعو⟦LEAD003| الدول الأعضاء إلى طلاء الجسور⟧***.",
        "***تدعو*** الدول الأعضاء إلى طلاء الجسور.",
    ),
    ("zh", OPERATIVE, "**邀请⟦LEAD003|会员国⟧**粉刷桥梁。", "**邀请**会员国粉刷桥梁。"),
    # LEAD004: the emphasis ends within the phrase.
    ("en", PREAMBLE, "*Bearing*⟦LEAD004| in mind⟧ the floods,", "*Bearing in mind* the floods,"),
    ("fr", PREAMBLE, "*Ayant*⟦LEAD004| à l’esprit⟧ les crues,", "*Ayant à l’esprit* les crues,"),
    (
        "es",
        PREAMBLE,
        "*Teniendo*⟦LEAD004| presentes⟧ las crecidas,",
        "*Teniendo presentes* las crecidas,",
    ),
    (
        "ru",
        PREAMBLE,
        "*принимая*⟦LEAD004| во внимание⟧ паводки,",
        "*принимая во внимание* паводки,",
    ),
    ("ar", OPERATIVE, "***تحيط***⟦LEAD004| علما⟧ بخريطة الجسور.", "***تحيط علما*** بخريطة الجسور."),
    ("zh", OPERATIVE, "**表示注**⟦LEAD004|意到⟧桥梁地图。", "**表示注意到**桥梁地图。"),
    # LEAD005: a phrase of the other part.
    (
        "en",
        PREAMBLE,
        "*⟦LEAD005|Recalls⟧* the floods of spring,",
        "*Recalling* the floods of spring,",
    ),
    (
        "en",
        OPERATIVE,
        "1. *⟦LEAD005|Recalling⟧* the loss of the rails;\n\n2. *Decides* to count them.",
        "1. *Recalls* the loss of the rails;\n\n2. *Decides* to count them.",
    ),
    (
        "fr",
        PREAMBLE,
        "*⟦LEAD005|Souligne⟧* que les crues reviennent,",
        "*Soulignant* que les crues reviennent,",
    ),
    (
        "es",
        PREAMBLE,
        "*⟦LEAD005|Recuerda⟧* las crecidas de primavera,",
        "*Recordando* las crecidas de primavera,",
    ),
    ("ru", PREAMBLE, "*⟦LEAD005|подчеркивает⟧* значение мостов,", "*подчеркивая* значение мостов,"),
    (
        "ar",
        PREAMBLE,
        "***⟦LEAD005|تشير⟧*** إلى فيضانات الربيع،",
        "***إذ تشير*** إلى فيضانات الربيع،",
    ),
    # LEAD006: the gender of the organ.
    ("fr", PREAMBLE, "*⟦LEAD006|Conscient⟧* du rôle des ponts,", "*Consciente* du rôle des ponts,"),
    (
        "es",
        PREAMBLE,
        "*⟦LEAD006|Convencido⟧* de que los puentes unen,",
        "*Convencida* de que los puentes unen,",
    ),
    (
        "ru",
        PREAMBLE,
        "*будучи ⟦LEAD006|убежден⟧* в пользе мостов,",
        "*будучи убеждена* в пользе мостов,",
    ),
    ("ar", PREAMBLE, "***إذ ⟦LEAD006|يلاحظ⟧*** أن الجسور تغلق،", "***إذ تلاحظ*** أن الجسور تغلق،"),
    # LEAD010: capitals.
    (
        "en",
        PREAMBLE,
        "*Deeply ⟦LEAD010|Alarmed⟧* that rivers rise,",
        "*Deeply alarmed* that rivers rise,",
    ),
    (
        "fr",
        PREAMBLE,
        "*⟦LEAD010|NOTANT⟧* que les rivières montent,",
        "*Notant* que les rivières montent,",
    ),
    (
        "es",
        PREAMBLE,
        "*Profundamente ⟦LEAD010|Preocupada⟧* por la crecida de los ríos,",
        "*Profundamente preocupada* por la crecida de los ríos,",
    ),
    (
        "ru",
        PREAMBLE,
        "*⟦LEAD010|Отмечая⟧*, что реки поднимаются,",
        "*отмечая*, что реки поднимаются,",
    ),
    # LEAD012: an emphasized verb in a sub-paragraph.
    (
        "en",
        OPERATIVE,
        "1. *Decides*:\n\n(a) To paint bridges;\n\n(b) *⟦LEAD012|Requests⟧* a lamp;\n\n2. *Invites* all to come.",
        "1. *Decides*:\n\n(a) To paint bridges;\n\n(b) Requests a lamp;\n\n2. *Invites* all to come.",
    ),
    (
        "fr",
        OPERATIVE,
        "1. *Décide* :\n\na) De peindre des ponts ;\n\nb) *⟦LEAD012|Encourage⟧* les peintres ;\n\n2. *Invite* chacun à venir.",
        "1. *Décide* :\n\na) De peindre des ponts ;\n\nb) Encourage les peintres ;\n\n2. *Invite* chacun à venir.",
    ),
    (
        "es",
        OPERATIVE,
        "1. *Decide*:\n\na) Pintar puentes;\n\nb) *⟦LEAD012|Solicita⟧* una lámpara;\n\n2. *Invita* a todos a venir.",
        "1. *Decide*:\n\na) Pintar puentes;\n\nb) Solicita una lámpara;\n\n2. *Invita* a todos a venir.",
    ),
    (
        "ru",
        OPERATIVE,
        "1. *постановляет*:\n\na) красить мосты;\n\nb) *⟦LEAD012|просит⟧* дать лампу;\n\n2. *предлагает* всем прийти.",
        "1. *постановляет*:\n\na) красить мосты;\n\nb) просит дать лампу;\n\n2. *предлагает* всем прийти.",
    ),
    (
        "ar",
        OPERATIVE,
        "1 - ***تقرر*** ما يلي:\n\n(أ) طلاء الجسور؛\n\n(ب) ***⟦LEAD012|تطلب⟧*** مصباحا؛\n\n2 - ***تدعو*** الجميع إلى الحضور.",
        "1 - ***تقرر*** ما يلي:\n\n(أ) طلاء الجسور؛\n\n(ب) تطلب مصباحا؛\n\n2 - ***تدعو*** الجميع إلى الحضور.",
    ),
    (
        "zh",
        OPERATIVE,
        "1. **决定**：\n\n(a) 粉刷桥梁；\n\n(b) **⟦LEAD012|请⟧**提供灯具；\n\n2. **邀请**各方前来。",
        "1. **决定**：\n\n(a) 粉刷桥梁；\n\n(b) 请提供灯具；\n\n2. **邀请**各方前来。",
    ),
    # LEAD009: the adverb of repetition on the other side of the verb.
    (
        "en",
        PREAMBLE,
        "*Recalling* the floods,\n\n*⟦LEAD009|Also⟧ recalling* the droughts,",
        "*Recalling* the floods,\n\n*Recalling also* the droughts,",
    ),
    (
        "es",
        PREAMBLE,
        "*Recordando* las crecidas,\n\n*⟦LEAD009|También⟧ recordando* las sequías,",
        "*Recordando* las crecidas,\n\n*Recordando también* las sequías,",
    ),
    (
        "ru",
        PREAMBLE,
        "*отмечая* паводки,\n\n*⟦LEAD009|также⟧ отмечая* засухи,",
        "*отмечая* паводки,\n\n*отмечая также* засухи,",
    ),
]
UNSAFE = [
    # LEAD007: the adverb does not fit the number of repetitions.
    (
        "en",
        PREAMBLE,
        "*Recalling* the floods,\n\n*Recalling ⟦LEAD007|further⟧* the droughts,",
        "*Recalling* the floods,\n\n*Recalling also* the droughts,",
    ),
    (
        "fr",
        PREAMBLE,
        "*Rappelant* les crues,\n\n*Rappelant ⟦LEAD007|en outre⟧* les sécheresses,",
        "*Rappelant* les crues,\n\n*Rappelant également* les sécheresses,",
    ),
    (
        "es",
        PREAMBLE,
        "*Recordando* las crecidas,\n\n*Recordando ⟦LEAD007|además⟧* las sequías,",
        "*Recordando* las crecidas,\n\n*Recordando también* las sequías,",
    ),
    (
        "ru",
        PREAMBLE,
        "*отмечая* паводки,\n\n*отмечая ⟦LEAD007|далее⟧* засухи,",
        "*отмечая* паводки,\n\n*отмечая также* засухи,",
    ),
    (
        "ar",
        PREAMBLE,
        "***إذ تلاحظ*** الفيضانات،\n\n***وإذ تلاحظ ⟦LEAD007|كذلك⟧*** حالات الجفاف،",
        "***إذ تلاحظ*** الفيضانات،\n\n***وإذ تلاحظ أيضا*** حالات الجفاف،",
    ),
    (
        "zh",
        PREAMBLE,
        "**回顾**洪水，\n\n**⟦LEAD007|还⟧回顾**旱灾，",
        "**回顾**洪水，\n\n**又回顾**旱灾，",
    ),
    # LEAD008: no adverb at all (strict).
    (
        "en",
        PREAMBLE,
        "*Recalling* the floods,\n\n*⟦LEAD008|Recalling⟧* the droughts,",
        "*Recalling* the floods,\n\n*Recalling also* the droughts,",
    ),
    (
        "fr",
        PREAMBLE,
        "*Rappelant* les crues,\n\n*⟦LEAD008|Rappelant⟧* les sécheresses,",
        "*Rappelant* les crues,\n\n*Rappelant également* les sécheresses,",
    ),
    (
        "es",
        PREAMBLE,
        "*Recordando* las crecidas,\n\n*⟦LEAD008|Recordando⟧* las sequías,",
        "*Recordando* las crecidas,\n\n*Recordando también* las sequías,",
    ),
    (
        "ru",
        PREAMBLE,
        "*отмечая* паводки,\n\n*⟦LEAD008|отмечая⟧* засухи,",
        "*отмечая* паводки,\n\n*отмечая также* засухи,",
    ),
    (
        "ar",
        PREAMBLE,
        "***إذ تلاحظ*** الفيضانات،\n\n***⟦LEAD008|وإذ تلاحظ⟧*** حالات الجفاف،",
        "***إذ تلاحظ*** الفيضانات،\n\n***وإذ تلاحظ أيضا*** حالات الجفاف،",
    ),
    (
        "zh",
        PREAMBLE,
        "**回顾**洪水，\n\n**⟦LEAD008|回顾⟧**旱灾，",
        "**回顾**洪水，\n\n**又回顾**旱灾，",
    ),
    # LEAD013: the conjunction of Arabic preambles.
    (
        "ar",
        PREAMBLE,
        "***⟦LEAD013|وإذ⟧ تشير*** إلى الفيضانات،\n\n***وإذ تدرك*** أن الجفاف يعود،",
        "***إذ تشير*** إلى الفيضانات،\n\n***وإذ تدرك*** أن الجفاف يعود،",
    ),
]
# LEAD013: a draft that never has the conjunction gets one finding, another each.
NO_CONJUNCTION = [
    ("إذ تشير إلى الجسور،\n\nإذ تدرك أهميتها،\n\nإذ تلاحظ حالتها،", [[1]]),
    ("إذ تشير إلى الجسور،\n\nإذ تدرك أهميتها،\n\nوإذ تلاحظ حالتها،\n\nإذ تؤكد عددها،", [[], []]),
]


@pytest.mark.parametrize(("preamble", "related"), NO_CONJUNCTION)
def test_the_conjunction_that_a_draft_never_has(preamble: str, related: list[list[int]]) -> None:
    text = f"إن الجمعية العامة،\n\n{preamble}\n\n1 - تقرر إصلاح الجسور.\n"
    found = Linter().lint(Source(text, "draft.txt")).diagnostics
    found = [one for one in found if one.code == "LEAD013"]
    assert [len(one.related) for one in found] == [len(each) for each in related]
    assert {text[one.start : one.end] for one in found} == {"إذ"}


WITHOUT_FIX = [
    # LEAD001: nobody opens a paragraph like that.
    ("en", PREAMBLE, "*⟦LEAD001|Pondering⟧* the bridges of the future,"),
    ("fr", PREAMBLE, "*⟦LEAD001|Cogitant⟧* sur les ponts de demain,"),
    ("es", PREAMBLE, "*⟦LEAD001|Meditando⟧* sobre los puentes del futuro,"),
    ("ru", PREAMBLE, "*⟦LEAD001|размышляя⟧* о мостах будущего,"),
    ("ar", PREAMBLE, "***⟦LEAD001|إذ تسبح⟧*** في الأنهار القريبة من الجسور،"),
    ("zh", PREAMBLE, "**⟦LEAD001|游泳⟧**在桥下的河流中，"),
    # LEAD011: the Council's own phrases (strict).
    (
        "en",
        OPERATIVE,
        "1. *⟦LEAD011|Calls on⟧* all to paint;\n\n2. *Decides* to count the bridges.",
    ),
    (
        "fr",
        OPERATIVE,
        "1. *⟦LEAD011|Enjoint⟧* à tous de peindre ;\n\n2. *Décide* de compter les ponts.",
    ),
    ("es", OPERATIVE, "1. *⟦LEAD011|Encarga⟧* a todos pintar;\n\n2. *Decide* contar los puentes."),
]
RIGHT = [
    # The verb that decides stands behind a comma.
    (
        "en",
        OPERATIVE,
        "1. *Urges* States to act;\n\n2. *Recalling* the floods, decides to meet on the bridge.",
    ),
    (
        "fr",
        OPERATIVE,
        "1. *Prie* les États d’agir ;\n\n2. *Rappelant* ce qui précède, décide de se réunir.",
    ),
    (
        "es",
        OPERATIVE,
        "1. *Insta* a los Estados a actuar;\n\n2. *Considerando* lo anterior, decide reunirse.",
    ),
    (
        "ru",
        OPERATIVE,
        "1. *призывает* государства действовать;\n\n2. *отмечая* изложенное, постановляет собраться.",
    ),
    (
        "ar",
        OPERATIVE,
        "1 - ***تحث*** الدول على العمل؛\n\n2 - ***وإذ تلاحظ*** ما تقدم، تقرر الاجتماع.",
    ),
    (
        "en",
        PREAMBLE,
        "*Recalling* the floods,\n\n*Recalling also* the droughts,\n\n*Recalling further* the storms,",
    ),
    ("en", PREAMBLE, "*Bearing in mind* the floods, and *Recalling* nothing else,"),
    ("fr", PREAMBLE, "*Consciente* du rôle des ponts,\n\n*Profondément préoccupée* par les crues,"),
    (
        "es",
        PREAMBLE,
        "*Teniendo presentes* las crecidas,\n\n*Profundamente preocupada* por la sequía,",
    ),
    ("ru", PREAMBLE, "*будучи глубоко обеспокоена* паводками,\n\n*принимая во внимание* засухи,"),
    ("ar", PREAMBLE, "***إذ تشير*** إلى الفيضانات،\n\n***وإذ تشير أيضا*** إلى حالات الجفاف،"),
    ("zh", PREAMBLE, "**回顾**洪水，\n\n**又回顾**旱灾，\n\n**还回顾**风暴，"),
]


@pytest.mark.parametrize(("language", "part", "marked", "fixed"), SAFE)
def test_errors_with_a_safe_fix(language: str, part: str, marked: str, fixed: str) -> None:
    assert_findings("LEAD", framed(language, part, marked), framed(language, part, fixed))


@pytest.mark.parametrize(("language", "part", "marked", "fixed"), UNSAFE)
def test_errors_with_an_unsafe_fix(language: str, part: str, marked: str, fixed: str) -> None:
    draft, right = framed(language, part, marked), framed(language, part, fixed)
    assert_findings("LEAD", draft, right, unsafe=True)


@pytest.mark.parametrize(("language", "part", "marked"), WITHOUT_FIX)
def test_errors_without_a_fix(language: str, part: str, marked: str) -> None:
    assert_findings("LEAD", framed(language, part, marked), None)


@pytest.mark.parametrize(
    ("language", "part", "text"), [*RIGHT, *((row[0], row[1], row[3]) for row in (*SAFE, *UNSAFE))]
)
def test_right_openings_have_no_findings(language: str, part: str, text: str) -> None:
    assert_findings("LEAD", framed(language, part, text), None)


@pytest.mark.parametrize(
    ("language", "marked", "fixed"),
    [
        (
            "fr",
            "*Profondément ⟦LEAD006|préoccupée⟧* par la fermeture des routes,",
            "*Profondément préoccupé* par la fermeture des routes,",
        ),
        (
            "es",
            "*Profundamente ⟦LEAD006|preocupada⟧* por el cierre de los caminos,",
            "*Profundamente preocupado* por el cierre de los caminos,",
        ),
        (
            "ru",
            "*будучи глубоко ⟦LEAD006|обеспокоена⟧* закрытием дорог,",
            "*будучи глубоко обеспокоен* закрытием дорог,",
        ),
        ("ar", "***إذ ⟦LEAD006|تلاحظ⟧*** أن الطرق تغلق،", "***إذ يلاحظ*** أن الطرق تغلق،"),
    ],
)
def test_a_council_is_masculine(language: str, marked: str, fixed: str) -> None:
    def draft(text: str) -> str:
        whole = framed(language, "preamble", text, council=True)
        return whole.replace("***تقرر***", "***يقرر***")

    assert_findings("LEAD", draft(marked), draft(fixed))


@pytest.mark.parametrize(
    ("line", "first", "rare", "operative"),
    [
        ("The General Assembly,", "Recalling its work on wells,", "Surveying the wells,",
         "1. Urges States to dig."),
        ("L'Assemblée générale,", "Rappelant ses travaux,", "Arpentant les puits,",
         "1. Prie les États de creuser."),
        ("La Asamblea General,", "Recordando su labor,", "Midiendo los pozos,",
         "1. Insta a los Estados a cavar."),
        ("إن الجمعية العامة،", "إذ تشير إلى أعمالها،", "وقد حفرت الآبار في القرى،",
         "1 - تحث الدول على الحفر."),
        ("大会，", "回顾其工作，", "丈量各村水井，", "1. 敦促各国挖井。"),
    ],
)  # fmt: skip
def test_a_rare_form_of_its_part_in_plain_text_is_information(
    line: str, first: str, rare: str, operative: str
) -> None:
    text = f"{line}\n\n{first}\n\n{rare}\n\n{operative}\n"
    found = [
        one for one in Linter().lint(Source(text, "draft.txt")).diagnostics if one.code == "LEAD001"
    ]
    assert [(one.start, one.severity) for one in found] == [(text.index(rare), "info")]


BEFORE_THE_VERB = {
    "en": ("The General Assembly", "Noting", "1. Recalling the floods, *requests* help;"),
    "fr": ("L’Assemblée générale", "Notant", "1. Rappelant les crues, *demande* de l’aide ;"),
    "es": ("La Asamblea General", "Observando", "1. Recordando también *solicita* ayuda;"),
    "ru": ("Генеральная Ассамблея", "отмечая", "1. учитывая паводки, *просит* помощи;"),
}


@pytest.mark.parametrize("language", BEFORE_THE_VERB)
def test_a_plain_participle_before_the_emphasized_verb_stays_plain(language: str) -> None:
    organ, noting, line = BEFORE_THE_VERB[language]
    text = f"*{organ}*,\n\n*{noting}* 3,\n\n{line}\n\n2. {{}} 4.\n"
    verb = line.split("*")[1].capitalize() if language != "ru" else line.split("*")[1]
    marked = reslint.check(text.format(f"*{verb}*"), language=language, path="draft.md")
    assert [one.code for one in marked.diagnostics if one.code == "LEAD002"] == []
    plain = reslint.check(text.format(verb), language=language, path="draft.md")
    assert [one.line for one in plain.diagnostics if one.code == "LEAD002"] == [7]


def test_emphasis_grows_safely_only_where_the_organ_is_known() -> None:
    """The Security Council leaves « également » plain, and a piece may be one of its own."""
    piece = "*Rappelant* 3,\n\n1. *Prie* également les villages ;\n\n2. *Décide* de 4.\n"
    whole = f"*L’Assemblée générale*,\n\n{piece}"
    safety = {
        text: [
            one.fix.safety
            for one in reslint.check(text, language="fr", path="draft.md").diagnostics
            if one.code == "LEAD004" and one.fix is not None
        ]
        for text in (piece, whole)
    }
    assert safety == {piece: ["unsafe"], whole: ["safe"]}


@pytest.mark.parametrize(
    "text",
    [
        "THE GENERAL ASSEMBLY,\n\nNOTING MILLS,\n\n1. DECIDES TO MEET;\n\n2. ASKS ALL.\n",
        "L’ASSEMBLÉE GÉNÉRALE,\n\nNOTANT CECI,\n\n1. DÉCIDE D’OUVRIR ;\n\n2. PRIE TOUS.\n",
        "LA ASAMBLEA GENERAL,\n\nOBSERVANDO ESTO,\n\n1. DECIDE ABRIR;\n\n2. PIDE CALMA.\n",
        "ГЕНЕРАЛЬНАЯ АССАМБЛЕЯ,\n\nОТМЕЧАЯ ЭТО,\n\n1. ПОСТАНОВЛЯЕТ ОТКРЫТЬ;\n\n2. ПРОСИТ ТИШИНЫ.\n",
    ],
)
def test_a_phrase_in_capitals_stays_where_all_is_in_capitals(text: str) -> None:
    assert "LEAD010" not in {
        each.code for each in reslint.check(text, path="draft.txt").diagnostics
    }
    small = text.replace("MEET", "meet").replace("OUVRIR", "ouvrir")
    small = small.replace("ABRIR", "abrir").replace("ОТКРЫТЬ", "открыть").replace(" TO ", " to ")
    small = small.replace("D’", "d’")
    assert "LEAD010" in {each.code for each in reslint.check(small, path="draft.txt").diagnostics}


@pytest.mark.parametrize(
    ("first", "second", "unlike"),
    [
        ("*Having heard* the clerk,", "*Having also considered* the map,", "*Noting* the map,"),
        ("*Ayant entendu* le greffier,", "*Ayant également examiné* la carte,", "*Notant* x,"),
        ("*Habiendo oído* al oficial,", "*Habiendo examinado también* el mapa,", "*Observando* x,"),
    ],
)
def test_also_may_follow_another_verb_with_the_same_auxiliary(
    first: str, second: str, unlike: str
) -> None:
    organ = {
        "Having": "*The General Assembly*,",
        "Ayant": "*L’Assemblée générale*,",
        "Habiendo": "*La Asamblea General*,",
    }[first.split()[0].strip("*")]

    def codes(before: str) -> list[str]:
        text = f"{organ}\n\n{before}\n\n{second}\n"
        return [one.code for one in Linter().lint(Source(text)).diagnostics]

    assert "LEAD007" not in codes(first)
    assert "LEAD007" in codes(unlike)
