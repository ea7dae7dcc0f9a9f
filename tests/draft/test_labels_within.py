"""Labels within a line, `…, B. Recalling …`, and at the end of one, `…; 2.`, in six languages."""

from __future__ import annotations

import pytest

from reslint.draft.dividing.labels_within import may_hang
from reslint.draft.reader import read_draft
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.draft.organ_texts import OFFICIAL

DRAFTS = {
    "en": (
        "The Youth Forum,\n"
        "A. Alarmed by the state of the bridges, B. Recalling the plan of 2011, C. Noting with "
        "concern the report of the engineers; 1.\n"
        "Calls upon the towns to repair them; 2.\n"
        "Invites all to help: a)\n"
        "with their hands, b)\n"
        "with money.\n"
    ),
    "fr": (
        "Le Parlement des jeunes,\n"
        "A. Alarmé par l’état des ponts, B. Rappelant le plan de 2011, C. Notant avec inquiétude "
        "le rapport; 1.\n"
        "Engage les communes à les réparer; 2.\n"
        "Invite chacun : a)\n"
        "à aider de ses mains, b)\n"
        "à donner de l’argent.\n"
    ),
    "es": (
        "La Asamblea de Jóvenes,\n"
        "A. Alarmada por el estado de los puentes, B. Recordando el plan de 2011, C. Observando "
        "con inquietud el informe; 1.\n"
        "Exhorta a los municipios a repararlos; 2.\n"
        "Invita a todos a: a)\n"
        "ayudar con sus manos, b)\n"
        "dar dinero.\n"
    ),
    "ru": (
        "Генеральная Ассамблея,\n"
        "A. Будучи обеспокоена состоянием мостов, B. Ссылаясь на план 2011 года, C. Отмечая доклад "
        "инженеров; 1.\n"
        "Призывает города отремонтировать их; 2.\n"
        "Предлагает всем помочь: a)\n"
        "своими руками, b)\n"
        "деньгами.\n"
    ),
    "zh": (
        "大会，\n"
        "A. 忆及其2011年关于桥梁和道路的计划，B. 深为关切各地桥梁的状况，"
        "C. 注意到工程师的报告；1.\n"
        "促请各城市修复桥梁；2.\n"
        "邀请所有人：a)\n"
        "亲手帮助，b)\n"
        "捐款。\n"
    ),
    "ar": (
        "إن الجمعية العامة،\n"
        "أ. إذ يساورها القلق إزاء حالة الجسور، ب. وإذ تشير إلى خطة عام 2011، "
        "ج. وإذ تلاحظ تقرير المهندسين؛ 1.\n"
        "تهيب بالمدن أن تصلحها؛ 2.\n"
        "تدعو الجميع إلى ما يلي: أ)\n"
        "المساعدة بأيديهم، ب)\n"
        "التبرع بالمال.\n"
    ),
}
LETTERS = {"ru": "ABCab", "zh": "ABCab", "ar": "أبجأب"}


def labels(text: str, cache: ParagraphCache | None = None) -> list[tuple[str, int, str]]:
    draft = read_draft(Source(text, "draft.txt"), cache=cache)
    return [
        (one.part, one.level, one.label.text if one.label else "")
        for one in draft.part("preamble", "operative")
    ]


@pytest.mark.parametrize("language", DRAFTS)
def test_letters_within_a_line_and_labels_at_the_end_of_lines(language: str) -> None:
    first, second, third, a, b = list(LETTERS.get(language, "ABCab"))
    assert labels(DRAFTS[language]) == [
        ("preamble", 0, f"{first}."),
        ("preamble", 0, f"{second}."),
        ("preamble", 0, f"{third}."),
        ("operative", 0, "1."),
        ("operative", 0, "2."),
        ("operative", 1, f"{a})"),
        ("operative", 1, f"{b})"),
    ]


@pytest.mark.parametrize("language", DRAFTS)
def test_no_fix_takes_the_paragraphs_together(language: str) -> None:
    """Labels that set paragraphs apart in a line stay, and that at its end is no mark."""
    linter = Linter(Settings())
    fixed = fix_in_rounds(linter.lint(Source(DRAFTS[language], "draft.txt")), linter)
    before = labels(DRAFTS[language])
    assert [part for part, _, _ in labels(fixed.text)] == [part for part, _, _ in before]
    assert len(fixed.text.splitlines()) == len(DRAFTS[language].splitlines())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_numbers_of_a_preamble_within_a_line(language: str) -> None:
    lines = DRAFTS[language].splitlines()
    for letter, number in zip("ABC", "123", strict=True):
        lines[1] = lines[1].replace(f"{letter}. ", f"{number}. ")
    assert [label for _, level, label in labels("\n".join(lines)) if not level] == [
        "1.",
        "2.",
        "3.",
        "1.",
        "2.",
    ]


def test_a_number_in_a_sentence_is_no_label() -> None:
    text = (
        "The Youth Forum,\n\n"
        "Recalling its letters of 2001, of 2002, and of 2003,\n\n"
        "Recalls paragraphs 1, 2.\n"
        "Decides to write again; and invites the towns to answer.\n"
    )
    assert [label for _, _, label in labels(text)] == ["", ""]


def test_typing_below_a_label_at_the_end_of_a_line_reads_as_from_new() -> None:
    """The paragraph below decides whether the one above ends with its label."""
    text = DRAFTS["en"]
    cache = ParagraphCache()
    labels(text, cache)
    typed = text.replace("Calls upon", "Kalls upon")
    assert labels(typed, cache) == labels(typed)
    assert labels(text, cache) == labels(text)


ENDINGS = [
    ("Recalling its work; 2.", True),
    ("Recalling its work,  (b)", True),
    ("Invites all Members:\u00a0a)", True),
    ("忆及其决议；2.", True),
    ("وإذ يشير إلى قراره، 2.", True),
    ("Recalling its work; 2. \u200e", True),
    ("Recalling its work;2.", False),
    ("Recalling its work;   2.", False),
    ("to remain seized of the matter.", False),
    ("Requests a report in 2015.", False),
    ("Recalling its work; 12345.", False),
    ("2.", False),
    ("; .", False),
]


@pytest.mark.parametrize(("text", "hangs"), ENDINGS)
def test_a_label_may_hang_behind_a_mark_at_the_end(text: str, hangs: bool) -> None:
    assert may_hang(text) is hangs


LINES = (
    "The Youth Parliament,\n\n"
    "A. Fully alarmed that the wells of the hills are not\n\nclean in all of the towns,\n\n"
    "B. Deeply regretting that the towns of the lake did not\n\ndig any wells,\n\n"
    "C. Aware of the rain that fell on all of the\n\nvillages,\n"
)


def test_letters_label_a_preamble_of_lines_set_apart() -> None:
    draft = read_draft(Source(LINES))
    assert draft.is_resolution
    assert [(one.part, one.label.value) for one in draft.part("preamble") if one.label] == [
        ("preamble", 1),
        ("preamble", 2),
        ("preamble", 3),
    ]
    assert len(draft.part("preamble")) == 3


def test_letters_before_phrases_alone_are_no_labels() -> None:
    text = "Phrases\n\nA. Fully alarmed\n\nB. Deeply regretting\n\nC. Aware of\n"
    assert not read_draft(Source(text)).is_resolution


NEGOTIATED = {
    "en": "PP1 Noting the rain, PP1bis Recalling the bridge, (agreed) OP1 Urges all to go; (EU) "
    "OP2 Requests a report.",
    "fr": "PP1 Notant la pluie, PP1bis Rappelant le pont, (agréé) OP1 Prie tous d’aller ; (UE) "
    "OP2 Demande un rapport.",
    "es": "PP1 Observando la lluvia, PP1bis Recordando el puente, (acordado) OP1 Insta a ir; (UE) "
    "OP2 Solicita un informe.",
    "ru": "ПП1 отмечая дождь, ПП1бис ссылаясь на мост, (согласовано) ОП1 призывает идти; (ЕС) "
    "ОП2 просит представить доклад.",
}


@pytest.mark.parametrize("language", NEGOTIATED)
def test_labels_of_negotiators_on_one_line(language: str) -> None:
    line = OFFICIAL[language][0]
    (resolution,) = read_draft(Source(f"{line}\n\n{NEGOTIATED[language]}\n")).resolutions
    assert (len(resolution.preamble), len(resolution.operative)) == (2, 2)
    assert resolution.preamble[1].text.endswith(")")
    assert [one.text[-1] for one in resolution.operative] == [")", "."]


def test_a_reference_to_a_paragraph_under_negotiation_opens_none() -> None:
    head = "The General Assembly,\n\nPP1 Noting the rain,\n\n"
    text = f"{head}OP1 Urges all, as OP2 of the text says.\n"
    (resolution,) = read_draft(Source(text)).resolutions
    assert [one.text for one in resolution.operative] == ["Urges all, as OP2 of the text says."]


def test_the_text_below_a_label_alone_announces_no_items() -> None:
    draft = read_draft(
        Source(
            "The Council of Mills,\n\nNoting the bridges,\n\nDecides:\n\n1.\n\nTo build one.\n\n"
            "2.\n\nTo repair the road.\n\n(Res. No. 5521 - 21/9/1995)\n\nBack to the list\n",
            "draft.txt",
        )
    )
    assert [one.place for one in draft.part("operative")] == ["1", "2"]
    assert len(draft.part("outside")) == 2
