"""Drafts in the forms of parliaments and other organizations, and out of Word and PDF."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.draft.roles.final_marks import last_mark
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.source import Source


def read(text: str, path: str = "draft.txt") -> Draft:
    return read_draft(Source(text, path))


# Phrases alone on their lines: the language, the preambular and operative phrase, what goes on.
HEADS = [
    ("en", "The Plenipotentiary Conference,", "considering", "that", "resolves", "to act"),
    ("fr", "La Conférence de plénipotentiaires,", "considérant", "que les", "décide", "d'agir"),
    ("es", "La Conferencia de Plenipotenciarios,", "considerando", "que los", "resuelve", "actuar"),
    ("ru", "Полномочная конференция,", "учитывая,", "что", "решает", "действовать"),
]


@pytest.mark.parametrize(("language", "organ", "first", "that", "verb", "act"), HEADS)
def test_a_phrase_alone_announces_paragraphs(
    language: str, organ: str, first: str, that: str, verb: str, act: str
) -> None:
    draft = read(
        f"{organ}\n\n{first}\n\na) {that} w z w;\n\nb) {that} w w z,\n\n{first}\n\n{that} x z,\n\n"
        f"{verb}\n\n1 {act};\n\n2 {act},\n\n{verb}\n\n1 {act}.\n"
    )
    assert draft.language == language
    assert draft.is_resolution
    assert counts_of(draft) == (3, 3, 0, 0)
    assert [p.text for p in draft.part("heading")] == [first, first, verb, verb]
    assert [p.label and p.label.text for p in draft.resolutions[0].operative] == ["1", "2", "1"]


def test_words_in_capitals_with_a_colon_announce_paragraphs() -> None:
    draft = read(
        "LA ASAMBLEA GENERAL,\n\nVISTO el informe;\n\nCONSIDERANDO:\n\nQue el agua falta; y\n\n"
        "Que los pozos se secan,\n\nRESUELVE:\n\n1. Instar a los Estados a medir.\n\n"
        "2. Pedir ayuda.\n"
    )
    assert counts_of(draft) == (3, 2, 0, 0)
    assert [p.text for p in draft.part("heading")] == ["CONSIDERANDO:", "RESUELVE:"]


def test_an_emphasized_phrase_with_a_colon_keeps_its_items() -> None:
    draft = read(
        "*The General Assembly*,\n\n*Recalling*:\n\n(a) Its resolution 70/1;\n\n"
        "(b) The Charter,\n\n1. *Decides* to act.\n",
        "draft.md",
    )
    assert counts_of(draft) == (1, 1, 2, 0)


def test_acting_under_a_chapter_announces_nothing() -> None:
    draft = read(
        "*The Security Council*,\n\n*Acting* under Chapter VII of the Charter of the United "
        "Nations,"
        "\n\n1. *Decides* to remain seized of the matter.\n",
        "draft.md",
    )
    assert counts_of(draft) == (1, 1, 0, 0)


SMALL = [
    ("The European Parliament,", "having regard to", "whereas", "calls on States to act"),
    ("Le Parlement européen,", "vu", "considérant que", "invite les États à agir"),
    ("El Parlamento Europeo,", "visto", "considerando que", "pide a los Estados que actúen"),
]


@pytest.mark.parametrize(("organ", "seen", "whereas", "asks"), SMALL)
def test_recitals_in_capital_letters_and_small_letters_are_preamble(
    organ: str, seen: str, whereas: str, asks: str
) -> None:
    draft = read(
        f"{organ}\n\n– {seen} w z,\n\n– {seen} z w,\n\nA. {whereas} w z;\n\nB. {whereas} z w;\n\n"
        f"1. {asks};\n\n2. {asks}.\n"
    )
    assert draft.organ == "other"
    assert counts_of(draft) == (4, 2, 0, 0)


@pytest.mark.parametrize("before", ["Proposes three members", "Proposes three members:"])
def test_capital_letters_below_a_paragraph_are_items(before: str) -> None:
    draft = read(
        f"The General Assembly,\n\nRecalling its work,\n\n1. {before}\n\nA. one by States\n\n"
        "B. one by towns\n\n2. Decides to continue.\n"
    )
    assert counts_of(draft) == (1, 2, 2, 0)


def test_headings_with_capital_letters_stay_headings() -> None:
    draft = read(
        "The General Assembly,\n\nRecalling its work,\n\nA. Wells\n\n1. Decides to dig;\n\n"
        "B. Pumps\n\n2. Requests a report.\n"
    )
    assert counts_of(draft) == (1, 2, 0, 0)
    assert [p.text for p in draft.part("heading")] == ["A. Wells", "B. Pumps"]


QUOTED = [
    ("*The General Assembly,*", "Recalling", "Aware", "Invites", "Decides"),
    ("*L'Assemblée générale,*", "Rappelant", "Notant", "Invite", "Décide"),
    ("*La Asamblea General,*", "Recordando", "Observando", "Invita", "Decide"),
    ("*Генеральная Ассамблея,*", "ссылаясь", "отмечая", "призывает", "постановляет"),
    ("*إن الجمعية العامة،*", "إذ تشير", "وإذ تلاحظ", "تدعو", "تقرر"),
    ("*大会，*", "回顾", "注意到", "邀请", "决定"),
]


@pytest.mark.parametrize(("organ", "first", "second", "asks", "decides"), QUOTED)
def test_block_quotes_that_indent_are_text(
    organ: str, first: str, second: str, asks: str, decides: str
) -> None:
    draft = read(
        f"{organ}\n\n> [{first}]{{.underline}} w z,\n>\n> [{second}]{{.underline}} z w,\n\n"
        f"1\\. [{asks}]{{.underline}} x:\n\n> \\(a\\) z w;\n>\n> \\(b\\) w w;\n\n"
        f"> 2\\. [{decides}]{{.underline}} x.\n",
        "draft.md",
    )
    assert counts_of(draft) == (2, 2, 2, 0)
    start = draft.resolutions[0].preamble[0].start
    assert draft.source.text[start:].startswith(f"[{first}]")


def test_block_quotes_that_quote_stay_quotations() -> None:
    draft = read(
        "*The General Assembly*,\n\n*Recalling* the leaflet, which says:\n\n> We bring the chairs "
        'for everybody.\n\n1. *Decides* to print this:\n\n> "Peace begins at the table."\n\n'
        "2. *Requests* a report.\n",
        "draft.md",
    )
    assert counts_of(draft) == (1, 2, 0, 0)
    assert len(draft.part("quotation")) == 2


def test_tags_after_a_paragraph_in_brackets_are_no_part_of_it() -> None:
    assert last_mark("[Noting the role of schools,] (EU)") == ","
    assert last_mark("[Invites banks to lend;] (Chile)") == ";"
    assert last_mark("[Invites banks to lend;] [CHL] (agreed)") == ";"


def test_entities_in_plain_text_are_characters() -> None:
    draft = read(
        "The General Assembly,\n\nRecalling the world&#39;s wells &amp; pumps,\n\n"
        "1. Decides to spend 1&nbsp;dollar.\n"
    )
    assert [p.text for p in draft.part("preamble", "operative")] == [
        "Recalling the world's wells & pumps,",
        "Decides to spend 1\u00a0dollar.",
    ]


PAGE = """A/C.2/80/L.77
Mountain railways
The General Assembly,
Recalling its resolution 70/1 of 25 September 2015 and its work on the mountain railways,{mark}
1. Invites the banks of the regions to lend money for the bridges of these railways on
{note}
25-05678 (E)                                                                         1/2
A/C.2/80/L.77                                                          Mountain railways
easy terms;
2. Requests the Secretary-General to report on these railways at the eighty-second session
of the General Assembly.
2/2                                                                         25-05678 (E)
"""


@pytest.mark.parametrize(("mark", "note"), [("1", "1 See A/80/33."), ("(1)", "(1) See A/80/33.")])
def test_a_note_at_the_foot_of_a_page_is_a_note(mark: str, note: str) -> None:
    text = PAGE.format(mark=mark, note=note)
    draft = read(text)
    assert counts_of(draft) == (1, 2, 0, 1)
    assert draft.resolutions[0].operative[0].text.endswith("railways on easy terms;")
    found = draft.notes[0]
    assert (found.number, found.paragraph.text) == ("1", "See A/80/33.")
    assert text[slice(*found.number_span)] == "1"


def test_a_number_without_its_mark_in_the_text_is_no_note() -> None:
    assert read(PAGE.format(mark="", note="1 See A/80/33.")).notes == []


UNMARKED = [
    ("The General Assembly,", "Recalling", "Noting", "Requests"),
    ("L'Assemblée générale,", "Rappelant", "Notant", "Prie"),
    ("La Asamblea General,", "Recordando", "Observando", "Pide"),
    ("إن الجمعية العامة،", "إذ تشير", "وإذ تلاحظ", "تطلب"),
]


@pytest.mark.parametrize(("organ", "first", "second", "asks"), UNMARKED)
def test_a_line_opens_a_paragraph_though_the_one_above_lost_its_mark(
    organ: str, first: str, second: str, asks: str
) -> None:
    comma = "،" if organ.endswith("،") else ","
    long = "xxxxxx " * 9
    draft = read(
        f"{organ}\n{first} {long}xxxx\n{second} {long}yyyy\nzzzz zzz{comma}\n"
        f"1. {asks} {long}xxxxxxxx\nzzzz.\n"
    )
    assert [p.text.split()[-1] for p in draft.resolutions[0].preamble] == ["xxxx", f"zzz{comma}"]


def test_a_note_with_a_star_on_the_sponsors_is_outside() -> None:
    draft = read(
        "Kenya:* draft resolution\n\n*The General Assembly*,\n\n*Recalling* its work,\n\n"
        "1. *Decides* to continue.\n\n\\* Changes to the list will be reflected in the record.\n",
        "draft.md",
    )
    assert counts_of(draft) == (1, 1, 0, 0)
    assert draft.paragraphs[-1].part == "outside"


SECTIONS = [
    ("*The General Assembly*,", "*Recalling* it,", "*Alarmed* by it", "*Decides* so"),
    ("*L'Assemblée générale*,", "*Rappelant* ceci,", "*Préoccupée* par cela", "*Décide* ainsi"),
    ("*La Asamblea General*,", "*Recordando* esto,", "*Preocupada* por ello", "*Decide* así"),
    ("*Генеральная Ассамблея*,", "*ссылаясь* на это,", "*сознавая* это", "*постановляет* так"),
]


@pytest.mark.parametrize(("organ", "recalls", "alarmed", "decides"), SECTIONS)
def test_a_section_may_have_a_preamble_of_its_own(
    organ: str, recalls: str, alarmed: str, decides: str
) -> None:
    draft = read(
        f"{organ}\n\n{recalls}\n\nI\n\n1. {decides};\n\nII\n\n{alarmed}\n\n"
        f"{recalls}\n\n2. {decides}.\n",
        "draft.md",
    )
    assert counts_of(draft) == (3, 2, 0, 0)
    assert not any(paragraph.doubt for paragraph in draft.paragraphs)


LABELS = [
    ("Le Conseil économique et social,", "P1.", "P2bis.", "D1.", "Rappelant", "Notant", "Prie"),
    ("Генеральная Ассамблея,", "ПП1", "ПП2-бис", "ОП1", "ссылаясь", "отмечая", "просит"),
    ("Генеральная Ассамблея,", "П1.", "П2-тер.", "О1.", "ссылаясь", "отмечая", "просит"),
    ("The General Assembly,", "PP1", "PP2-bis", "OP1", "Recalling", "Noting", "Requests"),
]


@pytest.mark.parametrize(("organ", "p1", "p2", "o1", "first", "second", "asks"), LABELS)
def test_labels_of_negotiations_in_any_alphabet(
    organ: str, p1: str, p2: str, o1: str, first: str, second: str, asks: str
) -> None:
    draft = read(f"{organ}\n\n{p1} {first} w z,\n\n{p2} [{second} z w,] (EU)\n\n{o1} {asks} x.\n")
    assert counts_of(draft) == (2, 1, 0, 0)
    labels = [p.label for p in draft.part("preamble", "operative")]
    assert [(one.value, bool(one.suffix)) for one in labels if one is not None] == [
        (1, False),
        (2, True),
        (1, False),
    ]


def test_a_list_of_priorities_is_no_draft() -> None:
    assert not read("P1. Server down\n\nP2. Noting wrong\n\nP3. Mail slow\n").is_resolution


@pytest.mark.parametrize(
    ("organ", "preamble", "operative"),
    [
        ("We, the Heads of State and Government of the Union,", "RECALLING it;", "DECIDE to act."),
        ("Nous, Chefs d'État et de gouvernement de l'Union,", "RAPPELANT cela ;", "DÉCIDONS."),
        ("Nosotros, los Jefes de Estado de la Unión,", "RECORDANDO esto;", "DECIDIMOS actuar."),
        ("Мы, главы государств и правительств Союза,", "ссылаясь на это,", "решаем так."),
        ("We, the youth of the Lake,", "RECALLING it;", "DEMAND to act."),
        ("Nous, jeunes du Lac, réunis à Rive,", "RAPPELANT cela ;", "DEMANDONS cela."),
        ("Nosotras, delegadas del Valle,", "RECORDANDO esto;", "PEDIMOS actuar."),
        ("Las delegadas al Foro, reunidas en mayo,", "RECORDANDO esto;", "PIDEN actuar."),
        ("Les participantes au Forum, réunies en mai,", "RAPPELANT cela ;", "DEMANDENT cela."),
        ("我们，参加论坛的青年，", "重申这一点，", "要求采取行动。"),
    ],
)
def test_heads_of_state_speak_for_themselves(organ: str, preamble: str, operative: str) -> None:
    draft = read(f"{organ}\n\n{preamble}\n\n{preamble}\n\n1. {operative}\n")
    assert draft.is_resolution
    assert draft.organ == "other"
    assert counts_of(draft) == (2, 1, 0, 0)


@pytest.mark.parametrize(
    ("organ", "preamble", "operative"),
    [
        ("Nous, ministres du Lac,", ("Rappelant cela ;", "Nous félicitant de cela ;"),
         ("Nous engageons à agir ;", "Appelons les villes à agir ;", "Décidons d'agir.")),
        ("Nosotras, delegadas del Valle,", ("Recordando esto;", "Convencidas de esto;"),
         ("Exhortamos a las villas;", "Nos comprometemos a esto;", "Decidimos actuar.")),
        ("Мы, участники форума,", ("отмечая это,", "учитывая это,"),
         ("призываем города;", "рекомендуем городам;", "постановляем так.")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("numbered", [True, False])
def test_those_who_speak_for_themselves_write_we(
    organ: str, preamble: tuple[str, str], operative: tuple[str, ...], numbered: bool
) -> None:
    numbers = [f"{number}. " if numbered else "" for number in range(1, 4)]
    deeds = [number + deed for number, deed in zip(numbers, operative, strict=True)]
    text = "\n\n".join((organ, *preamble, *deeds)) + "\n"
    assert counts_of(read(text)) == (2, 3, 0, 0)
    found = {one.code for one in Linter().lint(Source(text, "draft.txt")).diagnostics}
    assert not found & {"LEAD001", "LEAD006"}


@pytest.mark.parametrize(
    ("language", "paragraph", "wanted"),
    [("fr", "Décidons d'agir ;", "Décide"), ("es", "Decidimos actuar;", "Decide")],
)
def test_one_organ_does_not_write_we(language: str, paragraph: str, wanted: str) -> None:
    organ, noted, asks = {
        "fr": ("L'Assemblée générale,", "Rappelant cela,", "Prie les États d'agir."),
        "es": ("La Asamblea General,", "Recordando esto,", "Pide un informe."),
    }[language]
    text = f"{organ}\n\n{noted}\n\n1. {paragraph}\n\n2. {asks}\n"
    (found,) = [
        one for one in Linter().lint(Source(text, "draft.txt")).diagnostics if one.code == "LEAD006"
    ]
    assert text[found.start : found.end] == paragraph.split()[0]
    assert f"“{wanted}”" in found.message


@pytest.mark.parametrize(
    ("organ", "preamble", "operative"),
    [
        ("The Parliamentary Assembly of the East:", "Noting it,", "Invites States to act;"),
        ("Парламентская ассамблея Востока:", "отмечая это,", "призывает государства;"),
        ("L'Assemblée parlementaire de l'Est :", "Notant cela,", "Invite les États à agir ;"),
        ("La Asamblea Parlamentaria del Este:", "Observando esto,", "Invita a los Estados;"),
    ],
)
def test_a_body_named_between_the_parts(organ: str, preamble: str, operative: str) -> None:
    draft = read(f"1. {preamble}\n\n2. {preamble}\n\n{organ}\n\n3. {operative}\n\n4. {operative}\n")
    assert draft.is_resolution
    assert draft.organ == "other"
    assert counts_of(draft) == (2, 2, 0, 0)


def test_whereas_and_be_it_resolved() -> None:
    draft = read(
        "WHEREAS, the stands are full;\n\nWHEREAS, the trees suffer;\n\nTHEREFORE, BE IT RESOLVED, "
        "that stands be built;\n\nBE IT FURTHER RESOLVED, that they have a roof.\n"
    )
    assert draft.is_resolution
    assert counts_of(draft) == (2, 2, 0, 0)


MOTIONS = {
    "en": ("Whereas the wells are old", "Whereas buckets are missing", "That the board write"),
    "fr": (
        "Considérant que les puits sont vieux",
        "Attendu que l’eau manque",
        "QUE le bureau écrive",
    ),
    "es": (
        "Considerando que los pozos son viejos",
        "Considerando que falta",
        "QUE la mesa escriba",
    ),
}


@pytest.mark.parametrize("language", MOTIONS)
def test_that_opens_the_operative_paragraphs_of_a_motion(language: str) -> None:
    first, second, act = MOTIONS[language]
    draft = read(f"{first};\n\n{second};\n\n{act} w;\n\n{act} x.\n")
    assert counts_of(draft) == (2, 2, 0, 0)
    assert draft.is_resolution


@pytest.mark.parametrize(
    "lines",
    [
        ["Le Conseil,", "Considérant que x ;", "Que les seaux manquent ;", "Décide de réparer."],
        ["The Council,", "Whereas x;", "That buckets are missing;", "Resolves to repair them."],
        ["El Consejo,", "Considerando que x;", "Que faltan cubos;", "Decide reparar los pozos."],
    ],
)
def test_that_goes_on_with_reasons_above_an_operative_part(lines: list[str]) -> None:
    assert counts_of(read("\n\n".join(lines))) == (2, 1, 0, 0)


def test_a_phrase_right_behind_another_opens_no_paragraph() -> None:
    draft = read(
        "Whereas, While old wells give clean water, many are far away; and\n\n"
        "Whereas, Considering the age of the buckets, new ones count; now, therefore, be it\n\n"
        "Resolved, That the board repair the wells.\n"
    )
    assert counts_of(draft) == (2, 1, 0, 0)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The General Assembly,", "Resolution: 12.GA 3"),
        ("L’Assemblée générale,", "Résolution de l’Assemblée générale : 12.GA 3"),
        ("La Asamblea General,", "Resolución 31 GA 2A"),
        ("Генеральная ассамблея,", "WHC/31/31.GA/2"),
        ("大会，", "第12.GA 3号决议"),
        ("إن الجمعية العامة،", "القرار 12.GA 3"),
    ],
)
def test_a_general_assembly_of_parties_to_a_convention_is_another_one(line: str, text: str) -> None:
    phrases = {
        "The": ("Recalling x,", "Decides y."),
        "L’A": ("Rappelant x,", "Décide y."),
        "La ": ("Recordando x,", "Decide y."),
        "Ген": ("Напоминая x,", "Постановляет y."),
        "大会，": ("回顾甲，", "决定乙。"),
        "إن ": ("إذ تشير إلى س،", "تقرر ص."),
    }
    first, verb = phrases[line[:3]]
    draft = read(f"{text}\n\n{line}\n\n1. {first}\n\n2. {verb}\n")
    assert draft.organ == "other"
    assert read(f"{line}\n\n{first}\n\n1. {verb}\n").organ == "GA"


@pytest.mark.parametrize(
    ("line", "first", "second", "verb"),
    [
        ("The Youth Council,", "Alarmed by w", "Recalling x", "Urges y"),
        ("Le Conseil des jeunes,", "Alarmé par w", "Rappelant x", "Encourage y"),
        ("El Consejo de Jóvenes,", "Alarmado por w", "Recordando x", "Exhorta y"),
    ],
)
def test_organ_and_lettered_paragraphs_stand_on_one_line(
    line: str, first: str, second: str, verb: str
) -> None:
    draft = read(f"{line} A. {first}, B. {second}, C. {second} z;\n\n1. {verb};\n\n2. {verb} z.\n")
    assert counts_of(draft) == (3, 2, 0, 0)
    assert [p.label and p.label.text for p in draft.part("preamble")] == ["A.", "B.", "C."]


def test_the_word_that_leads_on_may_follow_a_comma() -> None:
    draft = read(
        "WHEREAS the wells are old, and\n\nWHEREAS new buckets are needed, therefore\n\n"
        "BE IT RESOLVED that the board repair the wells, and\n\n"
        "BE IT FURTHER RESOLVED that buckets be bought.\n"
    )
    assert counts_of(draft) == (2, 2, 0, 0)
    assert draft.part("preamble")[-1].text.endswith("needed,")


SPLIT = [
    ("L’ASSEMBLÉE DES VOYAGEURS,", "Considérant que les ponts s’usent", "Demande",
     "au ministre des Ponts,", "De créer un fonds pour les réparer"),
    ("LA ASAMBLEA DE LOS VIAJEROS,", "Considerando que los puentes se gastan", "Solicita",
     "al Ministro de Puentes,", "Que cree un fondo para repararlos"),
    ("THE ASSEMBLY OF TRAVELLERS,", "Considering that the bridges wear out", "Requests",
     "the Minister for Bridges,", "To set up a fund for their repair"),
]  # fmt: skip


@pytest.mark.parametrize(("organ", "reason", "verb", "whom", "what"), SPLIT)
def test_the_only_operative_sentence_may_stand_on_lines_with_a_comma(
    organ: str, reason: str, verb: str, whom: str, what: str
) -> None:
    reasons = "".join(f"{reason} {place} ;\n" for place in ("A", "B", "C"))
    draft = read(f"{organ}\n{reasons}{verb}\n{whom}\n{what}.\n")
    assert counts_of(draft)[:2] == (3, 1)
    (operative,) = draft.resolutions[0].operative
    assert (operative.text[: len(verb)], operative.text[-2]) == (verb, what[-1])


@pytest.mark.parametrize(("organ", "reason", "verb", "whom", "what"), SPLIT)
def test_below_reasons_with_commas_an_operative_verb_may_be_the_wrong_form(
    organ: str, reason: str, verb: str, whom: str, what: str
) -> None:
    reasons = "".join(f"{reason} {place},\n" for place in ("A", "B", "C"))
    draft = read(f"{organ}\n{reasons}{verb} {whom}\n1. {verb} {what[0].lower()}{what[1:]}.\n")
    assert counts_of(draft)[:2] == (4, 1)


# Decisions of bodies in Russian, Arabic and Chinese; the numbers of their paragraphs.
BODIES = [
    (
        "ПОСТАНОВЛЕНИЕ\n\nРассмотрев проект закона о мостах,\nотмечая значение дорог,\n"
        "Межпарламентская Ассамблея ПОСТАНОВЛЯЕТ:\n\n1. Принять закон (прилагается).\n\n"
        "2. Направить его в парламенты.\n",
        (2, 2, 0, 0),
    ),
    (
        "РЕШЕНИЕ\n\nО плане ремонта мостов\n\nСовет глав городов\n\nрешил:\n\n"
        "1. Утвердить план.\n\n2. Контроль возложить на исполком.\n",
        (0, 2, 0, 0),
    ),
    (
        "РЕШЕНИЕ\n\nВ соответствии с пунктом 4 статьи 12 Договора о мостах Совет комиссии решил:"
        "\n\n1. Внести изменения в порядок ремонта.\n\n2. Просить членов Совета принять меры.\n",
        (1, 2, 0, 0),
    ),
    (
        "Мы, участники форума «Мосты»,\n\nобеспокоенные состоянием мостов,\n\n"
        "сознавая важность ремонта,\n\nпризываем:\n\n1. Города — чинить мосты.\n\n"
        "2. Школы — рисовать их.\n",
        (2, 2, 0, 0),
    ),
    (
        "إن مجلس الجامعة على المستوى الوزاري،\n- بعد اطلاعه على تقرير المهندسين،\n"
        "- وإذ يؤكد أهمية الجسور،\nيُقــــرر ما يلي:\n١. التأكيد على إصلاح الجسور.\n"
        "٢. دعوة الدول إلى دعمه.\n",
        (2, 2, 0, 0),
    ),
    (
        "المؤتمر العام للجسور،\nبعد أن ناقش تقرير المهندسين،\nوإدراكا منه لأهمية الجسور،\n"
        "يوصي بما يلي:\nأولا: دعوة المدن إلى إصلاحها.\nثانيا: رفع هذا القرار إلى المجلس.\n",
        (2, 2, 0, 0),
    ),
    (
        "桥梁青年论坛（以下简称“论坛”），\n\n——遵循桥梁宪章；\n\n——愿加强合作，\n\n决定如下：\n\n"
        "1. 支持修复桥梁，为此：\n\n   （1）制定标准；\n\n   （2）举办大赛；\n\n2. 建议捐款。\n",
        (2, 2, 2, 0),
    ),
]


@pytest.mark.parametrize(("text", "counts"), BODIES)
def test_decisions_of_other_bodies(text: str, counts: tuple[int, ...]) -> None:
    for path in ("draft.md", "draft.txt"):
        draft = read(text, path)
        assert draft.is_resolution
        assert draft.organ == "other"
        assert counts_of(draft) == counts
        linter = Linter()
        found = linter.lint(Source(text, path))
        codes = {one.code for one in found.diagnostics if one.severity in ("error", "warning")}
        assert not codes & {"FORM001", "LEAD001", "LEAD002", "LEAD010", "NUM010"}
        assert counts_of(fix_in_rounds(found, linter).result.draft) == counts


def test_a_congress_is_not_the_general_assembly() -> None:
    draft = read("全国学生代表大会决议\n\n大会决定：\n\n一、批准报告；\n\n二、通过章程。\n")
    assert draft.organ == "other"


def test_the_last_preambular_paragraph_with_a_semicolon_is_no_heading() -> None:
    draft = read(
        "Генеральная Ассамблея,\n\nНапоминая о мостах;\n\nСлыша шум реки;\n\n"
        "1. Призывает чинить мосты,\n\n2. Постановляет продолжить работу.\n"
    )
    assert counts_of(draft) == (2, 2, 0, 0)


WORKING_PAPERS = [
    "Committee: General Assembly\nTopic: Bridges\n\n1. Urges all to paint their bridges;\n\n"
    "2. Encourages an exchange of paint;\n\n3. Requests a report.\n",
    "委员会：联合国大会\n议题：桥梁\n起草国：日本、英国\n一、呼吁各国修复桥梁；\n"
    "二、鼓励各国交流经验；\n三、请秘书长提交报告。\n",
    "Комитет: Генеральная Ассамблея\nТема: Мосты\n\n1. Призывает чинить мосты;\n\n"
    "2. Рекомендует красить их;\n\n3. Просит представить доклад.\n",
]


@pytest.mark.parametrize("text", WORKING_PAPERS)
def test_a_working_paper_has_an_operative_part_alone(text: str) -> None:
    draft = read(text)
    assert draft.is_resolution
    assert draft.organ == "GA"
    assert counts_of(draft) == (0, 3, 0, 0)
    assert not read(text.split("\n", 1)[1]).is_resolution  # no organ is named


def test_a_header_in_traditional_characters_runs_into_the_organ_line() -> None:
    draft = read(
        "決議草案1.2 委員會:聯合國大會\n議題:桥梁\n起草國:日本 附議國:英國\n"
        "聯合國大會,回顧各項決議,深信橋梁的重要性,認識到當務之急,\n"
        "1.決定設立工作組;2.敦促各城市修復橋梁。\n",
        "draft.md",
    )
    assert draft.organ == "GA"
    assert counts_of(draft) == (3, 2, 0, 0)


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("إن مجلس وزراء الجسور المنعقد في مدينة الجسور يومي 19 و20 أيار/مايو 2018", "؛"),
        ("إن مجلس وزراء الجسور المنعقد في مدينة الجسور يومي 19 و20 أيار/مايو 2018", "."),
    ],
)
def test_another_body_ends_its_line_as_its_paragraphs(line: str, mark: str) -> None:
    text = (
        f"{line}{mark}\n\nإذ يشير إلى أعماله المتعلقة بالجسور{mark}\n\n"
        f"وإذ يدرك أهمية الإصلاح{mark}\n\n1- يدعو المدن إلى إصلاحها.\n\n2- يطلب تقديم تقرير.\n"
    )
    found = Linter().lint(Source(text, "draft.txt"))
    assert counts_of(found.draft) == (2, 2, 0, 0)
    assert "FORM001" not in [one.code for one in found.diagnostics]


@pytest.mark.parametrize("line", ["131023   161023   23-19001 (A)", "23-19001 (C)   131023"])
def test_the_number_of_a_printed_document_is_no_text(line: str) -> None:
    text = (
        "إن الجمعية العامة،\nإذ تشير إلى أعمالها المتعلقة بالجسور،\n\n"
        f"{line}\n\nوإذ تشدد على أهمية الإصلاح،\n1 - تدعو المدن إلى إصلاحها.\n"
    )
    found = Linter().lint(Source(text, "draft.txt"))
    assert [one.text for one in found.draft.part("preamble")] == [
        "إذ تشير إلى أعمالها المتعلقة بالجسور،",
        "وإذ تشدد على أهمية الإصلاح،",
    ]
    assert line in fix_in_rounds(found, Linter()).text


ADJECTIVES = [
    (
        "Генеральная Ассамблея,",
        ["глубоко обеспокоенная состоянием мостов,", "убеждена в важности ремонта,"],
        "1. призывает чинить мосты.\n",
    ),
    (
        "الجمعية العامة،",
        ["معربة عن قلقها إزاء حالة الجسور،", "ومشيدة بجهود المهندسين،"],
        "1 - تدعو المدن إلى إصلاحها.\n",
    ),
]


@pytest.mark.parametrize(("line", "preamble", "operative"), ADJECTIVES)
def test_adjectives_open_preambular_paragraphs(
    line: str, preamble: list[str], operative: str
) -> None:
    text = "\n\n".join((line, *preamble, operative))
    found = Linter().lint(Source(text, "draft.txt"))
    assert [one.text for one in found.draft.part("preamble")] == preamble
    codes = {one.code for one in found.diagnostics}
    assert not codes & {"LEAD001", "LEAD006", "FORM012"}


def test_a_whole_draft_on_one_line_in_chinese() -> None:
    text = (
        "决议草案1.2委员会:联合国第一委员会议题:桥梁起草国:日本附议国:英国大会,强调桥梁的重要性,"
        "严重关切桥梁的状况,注意到工程师的报告,1、要求立即维修;2、呼吁各国捐款;3、决定继续审议。\n"
    )
    for path in ("draft.md", "draft.txt"):
        found = Linter().lint(Source(text, path))
        assert found.draft.organ == "GA"
        assert counts_of(found.draft) == (3, 3, 0, 0)
        fixed = fix_in_rounds(found, Linter())
        assert counts_of(fixed.result.draft) == (3, 3, 0, 0)


def test_a_preamble_on_one_line_below_the_sponsors() -> None:
    draft = read(
        "委员会：联合国安全理事会\n起草国：日本、英国\n"
        "回顾以往各项报告，考虑到桥梁的状况，坚信维修的重要性，强调各国的责任，\n"
        "1. 强调应修复桥梁；\n2. 决定继续处理此案。\n"
    )
    assert draft.organ == "SC"
    assert counts_of(draft) == (4, 2, 0, 0)


def test_a_chinese_number_before_an_unknown_verb_is_that_of_a_paragraph() -> None:
    draft = read(
        "联合国大会，\n回顾各项决议，\n一、呼吁各国修复桥梁；\n二、建议：\n（一）捐款；\n"
        "（二）捐物；\n三、倡议设立桥梁日；\n四、决定继续审议。\n"
    )
    assert counts_of(draft) == (1, 4, 2, 0)


def test_chinese_numbers_of_headings_are_none_of_paragraphs() -> None:
    draft = read("报告\n\n一、背景。\n\n二、桥梁的状况。\n\n三、呼吁各国捐款。\n\n四、结论。\n")
    assert not draft.is_resolution


def test_numbers_behind_their_dash_in_arabic() -> None:
    text = (
        "جمعية الجسور العالمية،\n\nبعد أن نظرت في تقرير المهندسين؛\n\n"
        "وإذ تشدد على أهمية الإصلاح،\n\n-1 تحث المدن على ما يلي:\n\n"
        "(1) إصلاح الجسور؛\n\n(2) طلاؤها؛\n\n-2 تطلب تقديم تقرير.\n"
    )
    found = Linter().lint(Source(text, "draft.txt"))
    assert counts_of(found.draft) == (2, 2, 2, 0)
    fixed = fix_in_rounds(found, Linter())
    assert counts_of(fixed.result.draft) == (2, 2, 2, 0)
    assert "\n-2 تطلب" in fixed.text


FOUR_PHRASES = {
    "ru": (
        "Генеральная Ассамблея",
        "отмечая",
        " состояние мостов, признавая важность ремонта, учитывая доклад, приветствуя помощь,",
        "постановляет чинить мосты.",
    ),
    "zh": (
        "大会",
        "注意到",
        "桥梁的状况，认识到维修的重要性，铭记以往各项报告，欢迎工程师的支助，",
        "决定修复桥梁。",
    ),
}


@pytest.mark.parametrize("number", ["", "1. "])
@pytest.mark.parametrize("language", FOUR_PHRASES)
def test_four_phrases_are_paragraphs_unless_the_first_alone_is_emphasized(
    language: str, number: str
) -> None:
    organ, phrase, others, operative = FOUR_PHRASES[language]
    comma = others[-1]
    plain = f"{organ}{comma}\n\n{phrase}{others}\n\n{number}{operative}\n"
    found = Linter().lint(Source(plain, "draft.txt"))
    assert counts_of(found.draft)[:2] == (4, 1)
    fixed = fix_in_rounds(Linter().lint(Source(plain, "draft.md")), Linter())
    assert counts_of(fixed.result.draft)[:2] == (4, 1)
    marks = "**" if language == "zh" else "*"
    official = f"{marks}{organ}{marks}{comma}\n\n{marks}{phrase}{marks}{others}\n\n"
    official += f"{number}{operative}\n"
    assert counts_of(read_draft(Source(official, "draft.md")))[:2] == (1, 1)


# The line of a body that met, two operative paragraphs without numbers.
MET = [
    ("The Union of Mills, meeting in Hillford on 2 May 1991,", "Welcomes it;", "Decides to act."),
    ("L’Union des moulins, réunie à Valmont le 2 mai 1991,", "Salue la paix ;", "Décide d’agir."),
    ("La Unión de Molinos, reunida en Valle el 2 de mayo,", "Pide la paz;", "Decide actuar."),
    ("Союз мельниц, собравшийся в Холмске 2 мая,", "приветствует мир;", "постановляет ждать."),
]


@pytest.mark.parametrize(("line", "first", "second"), MET)
def test_the_line_of_a_body_that_met_stands_above_operative_paragraphs(
    line: str, first: str, second: str
) -> None:
    draft = read(f"{line}\n\n{first}\n\n{second}\n")
    assert draft.is_resolution
    assert [one.part for one in draft.paragraphs] == ["organ line", "operative", "operative"]


@pytest.mark.parametrize("below", ["Notes of the meeting.", "Welcomes were said."])
def test_a_line_of_a_body_that_met_opens_no_minutes(below: str) -> None:
    text = f"The Union of Mills, meeting in Hillford on 2 May 1991,\n\n{below}\n\nMr. Otto spoke.\n"
    assert not read(text).is_resolution


@pytest.mark.parametrize(
    "text",
    [
        "The Mill Board met in Hillford on Monday.\n\n"
        "Having heard the clerk, it rose.\n\n1. Note the accounts\n2. Approve the fee\n",
        "Le Comité s’est réuni à Aubry le 3 mai 2024.\n\n"
        "Après avoir entendu la meunière, il a moulu le blé.\n\n1. Comptes\n2. Travaux\n",
        "El Comité reunido en Olmo el 3 de mayo de 2024.\n\n"
        "Previa lectura del acta, se aprobó la fiesta.\n\n1. Cuentas\n2. Obras\n",
        "المجلس المنعقد في القرية يوم الاثنين.\n\n"
        "بناء على اقتراح الرئيس وافق المجلس على الميزانية.\n\n1 - الحساب\n2 - الجسر\n",
        "المجلس المنعقد في القرية يوم الاثنين.\n\n"
        "وبعد المناقشة وافق المجلس على الميزانية.\n\n1 - الحساب\n2 - الجسر\n",
    ],
)
def test_a_sentence_on_a_body_that_met_is_no_line_of_it(text: str) -> None:
    assert not read(text).is_resolution


@pytest.mark.parametrize(
    ("line", "recalls", "decides"),
    [
        ("We the Peoples of the Hills,", "Recalling the rain,", "1. Decide to act."),
        ("Nous les habitants des collines,", "Rappelant la pluie,", "1. Décidons d’agir."),
        ("Nosotros los habitantes,", "Recordando la lluvia,", "1. Decidimos actuar."),
    ],
)
def test_those_who_speak_need_no_comma_behind_we(line: str, recalls: str, decides: str) -> None:
    draft = read(f"{line}\n\n{recalls}\n\n{decides}\n")
    assert [one.part for one in draft.paragraphs] == ["organ line", "preamble", "operative"]


def test_an_ordinance_is_no_draft() -> None:
    text = (
        "ORDINANCE NO. 12\n\nWHEREAS, the town has dogs; and\n\nWHEREAS, the dogs bark;\n\n"
        "NOW, THEREFORE, BE IT ORDAINED BY THE COUNCIL OF THE TOWN OF HILL:\n\n"
        "Section 1. Chapter 5 is amended.\n\nSection 2. This takes effect in May.\n"
    )
    assert not read(text).is_resolution
