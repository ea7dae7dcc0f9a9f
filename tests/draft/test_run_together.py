"""Paragraphs without a blank line between them, or on one line."""

from __future__ import annotations

from typing import Literal
from unicodedata import normalize

import pytest

from reslint.blocks.model import Block
from reslint.draft.dividing.run_together import RunTogether
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.text.source import Source


def read(text: str, path: str = "draft.txt") -> Draft:
    return read_draft(Source(text, path))


def starts(draft: Draft, part: str) -> list[str]:
    """The first word of each paragraph of a part, as it stands in the source."""
    return [draft.source.text[p.start :].split(None, 1)[0] for p in draft.part(part)]


WRAPPED = {
    "en": (
        "The General Assembly,\n\n"
        "Reaffirming the purposes of the Charter of the United Nations and its\n"
        "principles,\n"
        "Recalling its resolution 70/1 of 25 September 2015 on the 2030 Agenda for\n"
        "Sustainable Development, the report of the Secretary-General, and the\n"
        "work of Member States,\n"
        "Noting the shortage of clean water in rural schools,\n\n"
        "1. Calls upon Member States to repair the wells.\n",
        ["Reaffirming", "Recalling", "Noting"],
    ),
    "fr": (
        "L’Assemblée générale,\n\n"
        "Réaffirmant les buts de la Charte des Nations Unies et ses principes,\n"
        "Rappelant sa résolution 70/1 du 25 septembre 2015 et le rapport du\n"
        "Secrétaire général,\n"
        "Notant le manque d’eau dans les écoles rurales,\n\n"
        "1. Demande aux États Membres de réparer les puits.\n",
        ["Réaffirmant", "Rappelant", "Notant"],
    ),
    "es": (
        "La Asamblea General,\n\n"
        "Reafirmando los propósitos de la Carta de las Naciones Unidas y sus\n"
        "principios,\n"
        "Recordando su resolución 70/1, de 25 de septiembre de 2015,\n"
        "Observando la falta de agua en las escuelas rurales,\n\n"
        "1. Exhorta a los Estados Miembros a que reparen los pozos.\n",
        ["Reafirmando", "Recordando", "Observando"],
    ),
    "ru": (
        "Генеральная Ассамблея,\n\n"
        "ссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года, принимая во\n"
        "внимание нехватку воды в сельских школах и больницах,\n"
        "отмечая с беспокойством положение дел в сельских школах, учитывая при\n"
        "этом доклад Генерального секретаря,\n"
        "вновь подтверждая свои обязательства,\n\n"
        "1. призывает государства отремонтировать колодцы.\n",
        ["ссылаясь", "отмечая", "вновь"],
    ),
    "zh": (
        "大会，\n\n"
        "回顾其2015年9月25日关于可持续发展的第70/1号决议和秘书长关于这一问题的报告以及\n"
        "会员国的工作，\n"
        "注意到农村学校缺乏清洁用水的情况以及各会员国为改善这一情况所作的种种努力和所取\n"
        "得的进展，\n"
        "重申其各项承诺，\n\n"
        "1. 促请会员国修复水井。\n",
        ["回顾其", "注意到", "重申其"],
    ),
}


LINES = {
    "ru": "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года,\n"
    "отмечая нехватку воды,\n\n1. призывает государства действовать.\n",
    "zh": "大会，\n回顾其关于水井的决议，\n注意到农村学校缺水，\n"
    "1. 促请会员国修复水井；\n2. 决定继续处理此案。\n",
    "ar": "إن الجمعية العامة،\nإذ تشير إلى قرارها 70/1،\nوإذ تلاحظ نقص المياه،\n"
    "1 - تهيب بالدول الأعضاء إصلاح الآبار؛\nصفحة 2\n2 - تقرر مواصلة النظر في المسألة.\n",
    "en": "The General Assembly,\nRecalling its resolution 70/1; Noting the shortage of water;\n"
    "1. Decides to act;\n2. Requests a report.\n",
}


@pytest.mark.parametrize("code", LINES)
def test_a_line_is_a_paragraph_where_each_is_one(code: str) -> None:
    draft = read(LINES[code])
    assert (draft.language, len(draft.part("preamble"))) == (code, 2)
    assert [p.text[-1] in ".。" for p in draft.part("operative")][-1:] == [True]


@pytest.mark.parametrize("code", WRAPPED)
def test_a_line_that_opens_with_a_phrase_after_a_mark_starts_a_paragraph(code: str) -> None:
    text, words = WRAPPED[code]
    draft = read(text)
    found = starts(draft, "preamble")
    assert draft.language == code
    assert [one.startswith(word) for one, word in zip(found, words, strict=True)] == [True] * 3
    assert len(draft.part("operative")) == 1


ONE_LINE = {
    "en": "The General Assembly, Recalling its resolution 70/1 of 25 September 2015, Noting the"
    " shortage of water in Asia, Africa and Europe, 1. Decides to repair the wells; 2. Requests"
    " the Secretary-General to report; 3. Decides to remain seized of the matter.\n",
    "fr": "L’Assemblée générale, Rappelant sa résolution 70/1 du 25 septembre 2015, Notant le"
    " manque d’eau en Asie, en Afrique et en Europe, 1. Décide de réparer les puits ; 2. Prie le"
    " Secrétaire général de lui faire rapport ; 3. Décide de rester saisie de la question.\n",
    "es": "La Asamblea General, Recordando su resolución 70/1, de 25 de septiembre de 2015,"
    " Observando la falta de agua en Asia, África y Europa, 1. Decide reparar los pozos; 2."
    " Solicita al Secretario General que le informe; 3. Decide seguir ocupándose de la cuestión.\n",
}


@pytest.mark.parametrize("code", ONE_LINE)
def test_several_paragraphs_on_one_line(code: str) -> None:
    draft = read(ONE_LINE[code])
    assert len(draft.part("preamble")) == 2
    assert [p.label.value for p in draft.part("operative") if p.label] == [1, 2, 3]
    for paragraph in draft.part("operative"):
        assert paragraph.label is not None
        text = draft.source.text[paragraph.label.start : paragraph.label.end]
        assert text == f"{paragraph.label.value}."


WHOLE = {
    "ru": (
        "Генеральная Ассамблея,",
        ["ссылаясь на свою работу о мостах, ", "отмечая доклад инженеров, ",
         "будучи обеспокоена состоянием мостов, ", "подчеркивая важность ремонта,"],
        "1. призывает города чинить мосты;\n\n2. постановляет продолжить работу.\n",
    ),
    "zh": (
        "大会，",
        ["回顾其关于桥梁的工作，", "注意到工程师的报告，", "深为关切桥梁的状况，",
         "强调维修的重要性，"],
        "1. 促请各城市修复桥梁；\n\n2. 决定继续审议。\n",
    ),
    "ar": (
        "إن الجمعية العامة،",
        ["إذ تشير إلى أعمالها المتعلقة بالجسور، ", "وإذ تحيط علما بتقرير المهندسين، ",
         "وإذ يساورها القلق إزاء حالة الجسور، ", "وإذ تشدد على أهمية الإصلاح،"],
        "1 - تدعو المدن إلى إصلاح الجسور؛\n\n2 - تقرر مواصلة النظر في المسألة.\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("mark", ["", "*"])
@pytest.mark.parametrize("code", WHOLE)
def test_a_whole_preamble_on_one_line(code: str, mark: str) -> None:
    organ, preamble, operative = WHOLE[code]
    texts = [one.strip() for one in preamble]
    if mark:  # the first words of each paragraph in italics, as a fix writes them
        preamble = [f"*{one[:2]}*{one[2:]}" if code == "zh" else one for one in preamble]
    draft = read(f"{organ}\n\n{''.join(preamble)}\n\n{operative}", "draft.md")
    assert [one.text for one in draft.part("preamble")] == texts
    assert len(draft.part("operative")) == 2


@pytest.mark.parametrize("code", WHOLE)
def test_few_phrases_on_one_line_may_be_one_paragraph(code: str) -> None:
    organ, preamble, operative = WHOLE[code]
    few = 3 if code == "zh" else 2  # no space shows in Chinese that lines were joined
    draft = read(f"{organ}\n\n{''.join(preamble[:few])}\n\n{operative}")
    assert len(draft.part("preamble")) == 1


@pytest.mark.parametrize("code", WHOLE)
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_many_phrases_beside_another_paragraph_stay_one(code: str, end: str) -> None:
    organ, preamble, operative = WHOLE[code]
    text = f"{organ}\n\n{''.join(preamble)}\n\n{preamble[0]}\n\n{operative}"
    draft = read(text.replace("\n", end))
    assert len(draft.part("preamble")) == 2


def test_emphasis_shows_a_paragraph_within_a_line() -> None:
    draft = read(
        "*The General Assembly*,\n\n*Recalling* its work, *Noting* the shortage of water,\n\n"
        "1. *Decides* to repair the wells; 2. *Requests* a report.\n",
        "draft.md",
    )
    assert starts(draft, "preamble") == ["*Recalling*", "*Noting*"]
    assert [p.label.value for p in draft.part("operative") if p.label] == [1, 2]
    phrases = [p.text[e.start : e.end] for p in draft.part("operative") for e in p.emphases]
    assert phrases == ["Decides", "Requests"]


EMPHASIZED_TWICE = {
    "en": "*The General Assembly*,\n\n*Expressing concern* at the shortage of water in schools of"
    " many regions,\n*recalling* its resolution 70/1 and *stressing* that clean water is a right of"
    " all,\nwithout distinction,\n",
    "fr": "*L’Assemblée générale*,\n\n*Constatant* le manque d’eau dans les écoles de plusieurs"
    " régions du monde,\n*rappelant* sa résolution 70/1 et *soulignant* que l’accès à l’eau est un"
    " droit,\nsans distinction,\n",
    "es": "*La Asamblea General*,\n\n*Observando* la falta de agua en las escuelas de muchas"
    " regiones de Asia,\n*recordando* su resolución 70/1 y *destacando* que el agua es un"
    " derecho de todos,\nsin distinción,\n",
    "ru": "*Генеральная Ассамблея*,\n\n*отмечая* нехватку воды в сельских школах многих регионов"
    " мира,\n*ссылаясь* на свою резолюцию 70/1 и *подчеркивая*, что вода есть право\n"
    "каждого человека,\n",
    "ar": "إن الجمعية العامة،\n\nوإذ تلاحظ نقص المياه في مدارس المناطق الريفية في بلدان كثيرة،\n"
    "وإذ\u00a0تشير\u00a0إلى قرارها 70/1 وتشدد على أن الحصول على المياه حق من حقوق الجميع\n"
    "دون تمييز،\n",
    "zh": "**大会**，\n\n**注意到**会员国在2023年4月18日举行的第七十届会议上通过的G\n"
    "(70)号决定中核可了关于农村学校清洁用水问题的最佳做法指南以及各项有关建议，\n"
    "建议广泛传播指南，请会员国、国际组织和各区域委员会考虑是否可以采取适当措施，确保在全世界"
    "适用指南，\n",
}


@pytest.mark.parametrize("code", EMPHASIZED_TWICE)
def test_a_second_phrase_that_begins_a_line_after_a_full_one_opens_no_paragraph(code: str) -> None:
    draft = read(EMPHASIZED_TWICE[code], "draft.md")
    assert (draft.language, len(draft.part("preamble"))) == (code, 1)


def test_an_emphasized_phrase_after_a_short_line_opens_a_paragraph() -> None:
    text = EMPHASIZED_TWICE["ru"].replace(" многих регионов мира", "")
    assert starts(read(text, "draft.md"), "preamble") == ["*отмечая*", "*ссылаясь*"]


def test_a_name_that_begins_a_line_opens_no_paragraph_where_phrases_are_emphasized() -> None:
    text = (
        "*La Asamblea General*,\n\n*Recordando* que los Estados aprobaron el Pacto Mundial para la"
        " Migración\nSegura, Ordenada y Regular, también conocido como el Pacto de Marrakech,\n"
        "y sus anexos,\n"
    )
    assert starts(read(text, "draft.md"), "preamble") == ["*Recordando*"]


@pytest.mark.parametrize(
    "lines",
    ["ibid., *Supplement No.\n48* (A/75/48)", "*Supplement No. 4*; see\nA/74/256"],
)
def test_a_number_or_symbol_that_begins_a_line_stays_in_its_note(lines: str) -> None:
    text = (
        "*The General Assembly*,\n\n*Recalling* the reports of its committees on the wells of\n"
        "rural schools,[^1]\n\n1. *Decides* to act;\n\n2. *Requests* a report.\n\n"
        "[^1]: *Official Records of the Assembly, Supplement No. 18*; see\n"
        f"also the report of its committee and {lines}.\n"
    )
    (note,) = read(text, "draft.md").notes
    assert note.paragraph.text.endswith(lines.rpartition("\n")[2].replace("*", "") + ".")


@pytest.mark.parametrize(
    "paragraph",
    [
        "Recalling its resolution on wells, and recalling also the report on schools,",
        "Recalling the report “Wells, Noting the shortage, 1. Decides” and its annexes,",
        "Recalling the views of States, Recognized Observers and schools in all regions,",
        "Recalling the work of the Deputy Secretary-General,\nthe Emergency Relief Coordinator,",
        "Recalling its resolution on wells of 5 May; 2. December was dry,",
    ],
)
def test_one_paragraph_stays_one(paragraph: str) -> None:
    draft = read(f"The General Assembly,\n\n{paragraph}\n\n1. Decides to act.\n")
    assert len(draft.part("preamble")) == 1
    assert len(draft.part("operative")) == 1


def test_a_word_and_number_within_a_line_begin_the_next_paragraph() -> None:
    draft = read(
        "The General Assembly,\n\nNoting the shortage of water,\n\n"
        "OP1 Calls upon Member States to repair the wells; OP2 Requests a report.\n"
    )
    assert [paragraph.text for paragraph in draft.part("operative")] == [
        "Calls upon Member States to repair the wells;",
        "Requests a report.",
    ]


def test_pieces_are_read_again_as_at_first() -> None:
    texts = [*ONE_LINE.values(), *(text for text, _ in WRAPPED.values())]
    for text in texts:
        cache = ParagraphCache()
        edits = [text, f"Draft\n\n{text}", text.replace("25", "2"), text, text[:-30], text]
        for edited in edits:
            kept = read_draft(Source(edited, "draft.txt"), cache=cache)
            fresh = read(edited)
            assert [(p.part, p.place, p.start, p.end, p.text) for p in kept.paragraphs] == [
                (p.part, p.place, p.start, p.end, p.text) for p in fresh.paragraphs
            ]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_of_two_code_points_keep_their_places_where_blocks_join(
    form: Literal["NFC", "NFD"],
) -> None:
    text = normalize(form, "*The General Assembly*,\n\n*Noting* the café\n\n> a\n\nof Orléans,\n")
    draft = read(text, "draft.md")
    for paragraph in draft.paragraphs:
        for place, letter in enumerate(paragraph.text):
            start, end = paragraph.source_span(place, place + 1)
            if letter == "é":
                assert text[start:end] == normalize(form, "é")


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("إن *الجمعية العامة*،\n\n*إذ تشير* إلى الميثاق،", "*تدعو* المكتبات إلى أن تفتح أبوابها"),
        ("*The General Assembly*,\n\n*Recalling* the Charter,", "*Invites* libraries to open"),
        ("*La Asamblea General*,\n\n*Recordando* la Carta,", "*Invita* a las bibliotecas a abrir"),
        (
            "*L’Assemblée générale*,\n\n*Rappelant* la Charte,",
            "*Invite* les bibliothèques à ouvrir",
        ),
        ("*Генеральная Ассамблея*,\n\n*ссылаясь* на Устав,", "*призывает* библиотеки открыться"),
    ],
)
def test_a_number_too_long_for_a_label_is_no_paragraph(head: str, text: str) -> None:
    text += f" {text.split(maxsplit=1)[1]}" * 6  # long enough for two paragraphs
    draft = read(f"{head}\n\n999. {text};\n\n1000. {text};\n\n1001. {text}.\n", "draft.md")
    texts = [paragraph.text for paragraph in draft.part("operative")]
    plain = text.replace("*", "")
    assert texts == [f"{plain};", f"1000. {plain};", f"1001. {plain}."]


DASHED = {
    "en": "recalling its earlier decision, - aware of the price of bread, - noting the report,",
    "fr": "rappelant sa décision, - conscient du prix du pain, - notant le rapport de mai,",
    "es": "recordando su decisión, - consciente del precio del pan, - observando el informe,",
}
BODIES = {
    "en": "The Council of Villages,",
    "fr": "Le Conseil des villages,",
    "es": "El Consejo de Aldeas,",
}
DECIDES = {"en": "Decides", "fr": "Décide", "es": "Decide"}


@pytest.mark.parametrize("sign", ["-", "–", "•"])
@pytest.mark.parametrize("language", DASHED)
def test_dashes_before_phrases_in_small_letters_stand_on_one_line(language: str, sign: str) -> None:
    line = f"{sign} {DASHED[language].replace(' - ', f' {sign} ')}"
    text = f"{BODIES[language]}\n\n{line}\n\n1. {DECIDES[language]} x.\n"
    draft = read_draft(Source(text))
    assert [one.text for one in draft.part("preamble")] == DASHED[language].replace(
        ", - ", ",| "
    ).replace("| ", "|").split("|")


@pytest.mark.parametrize("language", DECIDES)
def test_a_verb_alone_heads_numbers_on_its_line(language: str) -> None:
    reason = {"en": "Recalling", "fr": "Rappelant", "es": "Recordando"}[language]
    line = f"{DECIDES[language]}: 1.- Xa yb; 2.- Xc yd; 3.- Xe yf."
    text = f"{BODIES[language]}\n\n{reason} x,\n\n{line}\n"
    draft = read_draft(Source(text))
    assert [one.text for one in draft.part("operative")] == ["Xa yb;", "Xc yd;", "Xe yf."]


def test_a_number_and_a_stroke_apart_open_paragraphs_on_one_line() -> None:
    text = (
        "The General Assembly,\n\nRecalling x,\n\n1 / Urges States to act; 2 / Decides to meet.\n"
    )
    draft = read_draft(Source(text))
    assert [one.text for one in draft.part("operative")] == [
        "Urges States to act;",
        "Decides to meet.",
    ]


def test_far_from_a_change_no_block_is_divided_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []
    add = RunTogether._add

    def counted(
        self: RunTogether, divided: list[Block], blocks: list[Block], index: int, *others: object
    ) -> object:
        looked_at.append(blocks[index].plain.text)
        return add(self, divided, blocks, index, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(RunTogether, "_add", counted)
    head = "*The General Assembly*,\n\n*Recalling* the Charter of the United Nations,\n\n"
    invites, requests = "*Invites* libraries to open at night;", "*Requests* a report on books;"
    body = "".join(
        f"{number}. {invites}\n{number + 1}. {requests}\n\n{number + 2}. {invites}\n\n"
        for number in range(1, 60, 3)
    )
    text = f"{head}{body}60. *Decides* to read aloud.\n"
    at = text.index("\n30. ") + 1
    cache = ParagraphCache()
    read_draft(Source(text, "draft.md"), cache=cache)
    for after in (
        text[:at] + "New words\n\n" + text[at:],
        text,
        text[:at] + text[text.index("*", at) :],
        text[:at] + text[text.index("\n31. ") + 1 :],
        text,
        text.replace("at night;\n32. ", "at night;\n\n32. "),
        text.replace("\n\n30. ", "\n30. "),
    ):
        looked_at.clear()
        kept = read_draft(Source(after, "draft.md"), cache=cache)
        assert 0 < len(looked_at) < 10
        assert [(p.part, p.place, p.start, p.end, p.text) for p in kept.paragraphs] == [
            (p.part, p.place, p.start, p.end, p.text) for p in read(after, "draft.md").paragraphs
        ]


GLUED = {
    "en": (
        "The Council of Villages,alarmed by the floods of the last year,noting the report "
        "of engineers,aware of the price of ferries,1. asks the mayor to act;2. requests reports."
    ),
    "fr": (
        "Le Conseil des villages,alarmé par les crues de la vallée,notant le rapport de mai,"
        "conscient du prix des bacs,1. prie le maire d’agir;2. demande un rapport."
    ),
    "es": (
        "El Consejo de Aldeas,alarmado por las crecidas del valle,observando el informe de mayo,"
        "consciente del precio de las barcas,1. pide al alcalde que actúe;2. solicita un informe."
    ),
}


@pytest.mark.parametrize("language", GLUED)
def test_paragraphs_in_small_letters_lost_the_spaces_between_them(language: str) -> None:
    draft = read_draft(Source(f"Resolution\n\n{GLUED[language]}\n", "draft.txt"))
    assert draft.is_resolution
    parts = GLUED[language].replace(",", ",|").replace(";", ";|").split("|")
    assert [one.text for one in draft.part("preamble")] == parts[1:4]
    assert [one.text for one in draft.part("operative")] == [part[3:] for part in parts[4:]]


@pytest.mark.parametrize(
    ("items", "levels"),
    [
        ("a. roofs: i. of tiles, ii. of straw; b. doors; c. walls.", [1, 2, 2, 1, 1]),
        ("(a) roofs: (i) of tiles; (ii) of straw; (b) doors; (c) walls.", [1, 2, 2, 1, 1]),
        ("a) roofs, b) doors: i) old, ii) new, iii) lost, c) walls.", [1, 1, 2, 2, 2, 1]),
        ("a. roofs, b. doors as in part i. of the plan, c. walls.", [1, 1, 1]),
        ("a. roofs: all, b. doors, such as (c) of the plan.", [1, 1]),
    ],
)
def test_items_of_both_levels_stand_on_one_line(items: str, levels: list[int]) -> None:
    text = f"The General Assembly, Noting the towns, 1. Asks for: {items}"
    operative = read(text).part("operative")
    assert [one.level for one in operative] == [0, *levels]


@pytest.mark.parametrize("spaces", ["", " ", "   ", "       "])
def test_any_spaces_stand_before_a_capital_on_one_line(spaces: str) -> None:
    text = f"The General Assembly, Noting the wells,{spaces}Believing that they help,"
    assert starts(read(text), "preamble") == ["Noting", "Believing"]


def test_lines_above_the_first_phrase_show_no_blank_lines_between_lines() -> None:
    heads = "\n\n".join(f"Field {name} of this paper on the wells" for name in "abcdef")
    text = (
        f"{heads}\n\nThe General Assembly,\n\nNoting the wells of the villages,\n\n"
        "Drawn to the wells of the towns,\n\nRecalling the wells of the hills,\n\n1. Decides.\n"
    )
    assert len(read(text).part("preamble")) == 3


REMARKED = [
    (
        "The General Assembly, [name varies] Noting the wells, [use commas] Recalling the rain, ",
        "[begin here] 1. Urges all to dig; [use semicolons] 2. Requests a report. [full stop]",
    ),
    (
        "The General Assembly, Noting the wells,[use commas]Recalling the rain,",
        " 1. Urges all to dig; [one (1) only] 2. Requests a report.",
    ),
]


@pytest.mark.parametrize(("preamble", "operative"), REMARKED)
def test_remarks_in_brackets_stand_between_paragraphs_on_one_line(
    preamble: str, operative: str
) -> None:
    draft = read(preamble + operative)
    assert [one.text[:6] for one in draft.part("preamble")] == ["Noting", "Recall"]
    assert [one.text[:5] for one in draft.part("operative")] == ["Urges", "Reque"]


@pytest.mark.parametrize(
    "header",
    [
        "Topic: The wells of the villages Signatories: Mali, Chad",
        "Topic: The wells of the villages Signatories: Mali, Chad ",
    ],
)
def test_a_preamble_may_be_glued_to_its_header(header: str) -> None:
    text = (
        f"{header}Recalling the report on the wells of all the villages of the hills,"
        "Reaffirms the need to dig wells in all of the villages,Alarmed by the rain,"
    )
    draft = read(text)
    assert draft.is_resolution
    assert starts(draft, "preamble") == ["Recalling", "Reaffirms", "Alarmed"]


@pytest.mark.parametrize("word", ["Concerning", "Regarding", "Following"])
def test_a_preposition_of_a_title_at_the_start_of_a_line_opens_no_paragraph(word: str) -> None:
    text = (
        "The General Assembly,\nNoting the Declaration of the Ministers of the Hill Country\n"
        f"{word} the Wells of 1981 and all that was said of it by the towns,\n"
        "Recalling the rain,\n1. Decides to go.\n"
    )
    assert starts(read(text), "preamble") == ["Noting", "Recalling"]


@pytest.mark.parametrize(
    ("organ", "preamble", "line"),
    [
        ("The General Assembly", "Noting the bridges",
         "1.Urges all to build;2.Requests a report;3.Decides to go."),
        ("Генеральная Ассамблея", "отмечая важность мостов",
         "1.призывает строить мосты;2.просит доложить;3.постановляет продолжать."),
        ("إن الجمعية العامة", "إذ تدرك أهمية الجسور",
         "1.تقرر بناء الجسور؛2.تطلب تقديم تقرير؛3.تدعو الدول إلى التعاون."),
        ("大会", "深信桥梁对各村的重要性",
         "1.决定修建桥梁；2.请秘书长提出报告；3.决定继续处理此案。"),
    ],
    ids=["en", "ru", "ar", "zh"],
)  # fmt: skip
def test_numbers_glued_to_the_semicolon_before_them(organ: str, preamble: str, line: str) -> None:
    draft = read_draft(Source(f"{organ},\n{preamble},\n{line}\n", "draft.txt"))
    assert [one.place for one in draft.part("operative")] == ["1", "2", "3"]
