"""What is no part of a draft: labels of parts, sponsors, votes, remarks, all after its end."""

from __future__ import annotations

import pytest

from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source

DRAFTS = {
    "en": (
        "*The General Assembly*,",
        "*Recalling* its work on libraries,",
        "1. *Decides* to open them;",
        "2. *Requests* the librarian to report thereon.",
    ),
    "fr": (
        "*L’Assemblée générale*,",
        "*Rappelant* ses travaux sur les bibliothèques,",
        "1. *Décide* de les ouvrir ;",
        "2. *Prie* le bibliothécaire de lui faire rapport.",
    ),
    "es": (
        "*La Asamblea General*,",
        "*Recordando* su labor sobre las bibliotecas,",
        "1. *Decide* abrirlas;",
        "2. *Solicita* al bibliotecario que le informe.",
    ),
    "ru": (
        "*Генеральная Ассамблея*,",
        "*ссылаясь* на свою работу, касающуюся библиотек,",
        "1. *постановляет* открыть их;",
        "2. *просит* библиотекаря представить доклад.",
    ),
    "zh": (
        "**大会**，",
        "**回顾**其关于图书馆的工作，",
        "1. **决定**开放图书馆；",
        "2. **请**图书馆馆长提出报告。",
    ),
    "ar": (
        "**إن الجمعية العامة**،",
        "**إذ تشير** إلى عملها المتعلق بالمكتبات،",
        "1 - **تقرر** فتحها؛",
        "2 - **تطلب** إلى أمين المكتبة تقديم تقرير.",
    ),
}


def read(*blocks: str) -> Draft:
    return read_draft(Source("\n\n".join(blocks) + "\n"))


def parts(draft: Draft) -> list[str]:
    return [p.part for p in draft.paragraphs]


PART_LABELS = [
    ("en", "PREAMBULATORY CLAUSES", "OPERATIVE CLAUSES"),
    ("en", "## Preamble", "**Operative part:**"),
    ("fr", "Considérants", "Dispositif"),
    ("fr", "**Préambule :**", "CLAUSES OPÉRATIVES"),
    ("es", "Preámbulo", "PARTE DISPOSITIVA"),
    ("es", "CLÁUSULAS PREAMBULATORIAS", "Cláusulas operativas:"),
    ("ru", "Преамбула", "Постановляющая часть"),
    ("zh", "序言部分", "执行部分"),
    ("zh", "序言：", "正文："),
    ("ar", "الديباجة", "الفقرات التنفيذية"),
]


@pytest.mark.parametrize(("code", "preamble", "operative"), PART_LABELS)
def test_the_label_of_a_part_is_a_heading(code: str, preamble: str, operative: str) -> None:
    line, first, second, third = DRAFTS[code]
    draft = read(line, preamble, first, operative, second, third)
    assert draft.language == code
    expected = ["organ line", "heading", "preamble", "heading", "operative", "operative"]
    assert parts(draft) == expected
    assert [p.label.value for p in draft.part("operative") if p.label] == [1, 2]


def test_a_heading_may_stand_between_the_label_and_the_first_paragraph() -> None:
    line, first, second, third = DRAFTS["en"]
    draft = read(line, first, "OPERATIVE CLAUSES", "I. Libraries", second, third)
    assert parts(draft)[2:4] == ["heading", "heading"]
    assert draft.paragraphs[3].heading_label == "I"


def test_a_line_in_capitals_is_a_heading() -> None:
    line, first, second, third = DRAFTS["en"]
    draft = read(line, first, second, "LIBRARIES AND THEIR READERS", third)
    assert parts(draft)[3] == "heading"
    assert [p.label.value for p in draft.part("operative") if p.label] == [1, 2]


ASIDES = [
    ("en", "Sponsors: Chad, Peru"),
    ("en", "**Co-sponsors:** Chad, Peru"),
    ("en", "Signatories (12): Chad, Peru"),
    ("en", "Comment: the group wants this out"),
    ("en", "Comment [A1]: check the words"),
    ("en", "Adopted by 120 votes to 2, with 30 abstentions"),
    ("en", "In favour: Chad, Peru"),
    ("fr", "Auteurs : Tchad, Pérou"),
    ("fr", "Remarque : le groupe veut supprimer cela"),
    ("fr", "Adoptée par 120 voix contre 2, avec 30 abstentions"),
    ("es", "Patrocinadores: Chad, Perú"),
    ("es", "Aprobada por 120 votos contra 2"),
    ("ru", "Авторы: Чад, Перу"),
    ("ru", "Принята 120 голосами против 2"),
    ("zh", "提案国：乍得、秘鲁"),
    ("zh", "以120票赞成、2票反对、30票弃权获得通过"),
    ("ar", "مقدمو المشروع: بيرو وتشاد"),
    ("ar", "الموقعون: بيرو وتشاد"),
]


@pytest.mark.parametrize(("code", "aside"), ASIDES)
@pytest.mark.parametrize("place", [2, 3])
def test_sponsors_votes_and_remarks_are_outside(code: str, aside: str, place: int) -> None:
    blocks = [*DRAFTS[code][:place], aside, *DRAFTS[code][place:]]
    draft = read(*blocks)
    expected = ["organ line", "preamble", "operative", "operative"]
    expected.insert(place, "outside")
    assert parts(draft) == expected


def test_a_paragraph_goes_on_after_an_aside() -> None:
    draft = read(
        "*The General Assembly*,",
        "*Recalling* its work on",
        "Page 2 of 7",
        "libraries,",
        "1. *Decides*.",
    )
    assert [len(p.blocks) for p in draft.part("preamble")] == [2]


TAILS = [
    ("en", ("---", "## Notes for the chair", "- A second sponsor", "1. **Print** - ten copies.")),
    ("en", ("Explanatory notes", "The clauses above were merged.", "1. Bring paper.", "2. Vote.")),
    ("en", ("Signed by the delegates of three States.",)),
    ("fr", ("---", "Notes pour la présidence", "1. Imprimer le texte.", "2. Voter.")),
    ("es", ("## Guía", "1. *Recordando*, *Observando*…", "2. *Exhorta*, *Decide*…")),
    ("es", ("## Próximos pasos", "1. Imprimir el texto.", "2. Votar.")),
    ("ru", ("---", "Замечания для председателя", "1. Распечатать текст.")),
    ("zh", ("---", "主席说明", "1. 打印十份。", "2. 星期五表决")),
    ("ar", ("---", "مذكرة للرئيس", "1 - طباعة عشر نسخ.")),
]


@pytest.mark.parametrize(("code", "tail"), TAILS)
def test_a_draft_ends_where_it_ends(code: str, tail: tuple[str, ...]) -> None:
    draft = read(*DRAFTS[code], *tail)
    assert parts(draft)[:4] == ["organ line", "preamble", "operative", "operative"]
    assert set(parts(draft)[4:]) == {"outside"}


@pytest.mark.parametrize(
    "more",
    [
        ("3. *Invites* all States to read.",),
        ("**Readers**", "3. *Invites* all States to read."),
        ("---", "3. *Invites* all States to read."),
        ("Readers", "3. Hereby lets all States read."),
        ("*Invites* all States to read.",),
        ("(a) To read.",),
    ],
)
def test_what_still_belongs_to_the_draft_after_a_full_stop(more: tuple[str, ...]) -> None:
    assert "outside" not in parts(read(*DRAFTS["en"], *more))


@pytest.mark.parametrize(
    ("code", "annex"),
    [
        ("en", "Annex"),
        ("fr", "## Annexe"),
        ("es", "Anexo"),
        ("ru", "Приложение"),
        ("zh", "附件"),
        ("ar", "المرفق"),
    ],
)
def test_an_annex_follows_what_is_outside(code: str, annex: str) -> None:
    blocks = [*DRAFTS[code], "---", "## XYZ", annex, "Text."]
    assert parts(read(*blocks))[-3:] == ["outside", "annex", "annex"]


@pytest.mark.parametrize(
    ("code", "closing"),
    [
        ("en", "12th plenary meeting"),
        ("fr", "12e séance plénière"),
        ("es", "12ª reunión plenaria"),
        ("ru", "12-е пленарное заседание"),
        ("zh", "第12次全体会议"),
        ("ar", "الجلسة العامة 12"),
    ],
)
def test_an_official_closing_is_a_closing(code: str, closing: str) -> None:
    assert parts(read(*DRAFTS[code], closing))[-1] == "closing"


def test_notes_after_the_end_are_notes() -> None:
    line, first, second, third = DRAFTS["en"]
    draft = read(line, first.replace(",", ",[^1]"), second, third, "---", "## Notes", "[^1]: A.")
    assert parts(draft)[-2:] == ["outside", "note"]
    assert len(draft.notes[0].markers) == 1


def test_a_second_resolution_after_the_end_is_read() -> None:
    draft = read(*DRAFTS["en"], "Draft resolution II", *DRAFTS["en"])
    assert [len(r.operative) for r in draft.resolutions] == [2, 2]
    assert "outside" not in parts(draft)


BRACKETED = [
    ("en", "[the wells]", "[Urges States to act]"),
    ("fr", "[les puits]", "[Engage les États à agir]"),
    ("es", "[los pozos]", "[Insta a los Estados a actuar]"),
    ("ru", "[о колодцах]", "[настоятельно призывает государства действовать]"),
    ("zh", "[水井]", "[敦促各国采取行动]"),
    ("ar", "[الآبار]", "[تحث الدول على العمل]"),
]


@pytest.mark.parametrize(("code", "remark", "paragraph"), BRACKETED)
def test_a_remark_in_brackets_opens_with_no_leading_phrase(
    code: str, remark: str, paragraph: str
) -> None:
    organ, preambular, first, second = DRAFTS[code]
    assert parts(read(organ, preambular, first, remark, second))[3] == "outside"
    assert parts(read(organ, preambular, first, paragraph, second))[3] == "operative"


# A field with a sentence behind its colon, and one more line.
FIELDS = [
    ("en", "Note: Only votes of members count.", "Voting instructions:"),
    ("fr", "Avis : Seuls les membres votent.", "Pour voter :"),
    ("es", "Aviso: Solo votan los miembros.", "Para votar:"),
    ("ru", "Внимание: голосуют только члены.", "Порядок голосования:"),
    ("zh", "提示：只有成员可以投票。", "投票方法："),
    ("ar", "تنبيه: يصوت الأعضاء فقط.", "طريقة التصويت:"),
]


@pytest.mark.parametrize(("code", "field", "line"), FIELDS)
def test_a_preamble_alone_ends_before_a_field(code: str, field: str, line: str) -> None:
    draft = read(*DRAFTS[code][:2], field, line, "- One line.", "- Another line.")
    assert parts(draft) == ["organ line", "preamble", *["outside"] * 4]


@pytest.mark.parametrize("more", ["1. *Decides* to open them.", "*Decides* to open them."])
def test_a_field_within_a_draft_ends_nothing(more: str) -> None:
    draft = read(*DRAFTS["en"][:2], "Facts: there are nine of them,", "*Noting* the rain,", more)
    assert parts(draft)[-1] == "operative"


IN_BRACKETS = {
    "en": "[Noting the ferries,]",
    "fr": "[Notant les bacs,]",
    "es": "[Observando las barcas,]",
    "ru": "[отмечая паромы,]",
    "ar": "[إذ تلاحظ العبارات،]",
    "zh": "［注意到渡船，］",
}


@pytest.mark.parametrize("tag", ["", " [US: delete]"])
@pytest.mark.parametrize("code", DRAFTS)
def test_the_first_paragraph_may_stand_in_brackets(code: str, tag: str) -> None:
    organ, *others = DRAFTS[code]
    found = parts(read(organ, IN_BRACKETS[code] + tag, *others))
    assert found[:3] == ["organ line", "preamble", "preamble"]
    remark = IN_BRACKETS[code].replace(",", "").replace("،", "").replace("，", "")
    assert parts(read(organ, remark + tag, *others))[1] == "masthead"


def test_fields_below_the_last_paragraph_without_mark_are_outside() -> None:
    head = ("The Council of Mills,", "Noting the rain,", "Hereby condemns the rain")
    draft = read(*head, "Approvals: 3 (Mill, Pond)", "Voting ends: in 3 days")
    assert [p.text for p in draft.part("operative")] == ["Hereby condemns the rain"]
    assert [p.text for p in draft.part("outside")] == [
        "Approvals: 3 (Mill, Pond)",
        "Voting ends: in 3 days",
    ]
    # Other text follows: what looks like a field goes on with the paragraph.
    draft = read(*head, "Of the valley: and of the lake", "and of the hills.")
    assert len(draft.part("operative")) == 1
    assert draft.part("outside") == []
