"""Which texts are recognized as resolutions, with and without an organ line, and which are not."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source
from tests.checks.marked_drafts import PREAMBLES
from tests.draft.organ_texts import OPERATIVES
from tests.draft.other_texts import OTHER_TEXTS

AGREEMENTS = {
    "ar": "قد اتفقت على ما يلي:",
    "en": "Have agreed as follows:",
    "es": "Han convenido en lo siguiente:",
    "fr": "Sont convenus de ce qui suit :",
    "ru": "согласились о нижеследующем:",
    "zh": "议定如下：",
}


@pytest.mark.parametrize("ending", [".md", ".txt"])
@pytest.mark.parametrize("name", sorted(OTHER_TEXTS))
def test_other_texts_are_no_resolutions(name: str, ending: str) -> None:
    assert not read_draft(Source(OTHER_TEXTS[name], name + ending)).is_resolution


@pytest.mark.parametrize("ending", [".md", ".txt"])
@pytest.mark.parametrize("language", sorted(PREAMBLES))
def test_a_draft_without_organ_line(language: str, ending: str) -> None:
    text = f"{PREAMBLES[language]}\n\n{OPERATIVES[language]}"
    if ending == ".txt":
        text = text.replace("*", "")
    draft = read_draft(Source(text, "draft" + ending))
    (resolution,) = draft.resolutions
    assert (draft.is_resolution, draft.language, draft.organ) == (True, language, "other")
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 2]


LINES = """\
Recalling article 15 of the Convention on the Millers of the International
{second} concerning the weight of the stones
and of the wheels,
Noting that the stones of the mills are heavy,
1. Adopts the code;
2. Invites the millers to use it.
"""


@pytest.mark.parametrize("second", ["Society", "society"])
def test_lines_of_the_first_paragraph_may_open_with_capitals(second: str) -> None:
    draft = read_draft(Source(LINES.format(second=second), "draft.txt"))
    (resolution,) = draft.resolutions
    assert [len(resolution.preamble), len(resolution.operative)] == [2, 2]


def test_prose_on_lines_is_no_resolution() -> None:
    text = LINES.replace(",\n", ".\n").replace("1. Adopts", "They adopt").replace("2. ", "")
    assert not read_draft(Source(text.format(second="Society"), "draft.txt")).is_resolution


def test_the_name_of_a_conference_is_no_label() -> None:
    text = (
        "PP-02 documents are available on the page of the conference.\n\n"
        "The General Assembly,\n\nNoting it,\n\n1. Urges care;\n\n2. Decides to meet.\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert [draft.organ, *(len(one.preamble) for one in draft.resolutions)] == ["GA", 1]


@pytest.mark.parametrize("language", sorted(PREAMBLES))
def test_a_treaty_with_the_same_preamble(language: str) -> None:
    text = f"{PREAMBLES[language]}\n\n{AGREEMENTS[language]}\n\n{OPERATIVES[language]}"
    assert not read_draft(Source(text, "draft.md")).is_resolution


@pytest.mark.parametrize(
    ("text", "recognized"),
    [
        ("PP1 Recalling the wells,\nPP2 Noting the drought,\n", True),
        ("OP1. Calls upon States to act;\n\nOP2. Requests a report.\n", True),
        ("*Recalling* it,\n\n*Noting* it,\n\n*Welcoming* it,\n", True),
        ("Recalling it,\n\nNoting it,\n\nWelcoming it,\n", True),
        ("*Recalling* it,\n\n*Noting* it,\n", False),
        ("Recalling it.\n\nNoting it.\n\nWelcoming it.\n", False),
        # Commas count for paragraphs with a leading phrase only.
        ("Recalling it,\n\nNoting it,\n\nFor the wells,\n\nOf the towns,\n", False),
        ("1. *Decides* it;\n\n2. *Requests* it;\n\n3. *Invites* it;\n", True),
        ("1. Decides it;\n\n2. Requests it;\n\n3. Invites it;\n", False),
        ("The General Assembly, recalling it, met.\n\nNothing was said.\n", False),
        ("The Board, recalling its work,\n\n1. Decides it;\n\n2. Requests it.\n", True),
    ],
)
def test_parts_alone(text: str, recognized: bool) -> None:
    assert read_draft(Source(text, "draft.md")).is_resolution is recognized


ONE_PARAGRAPH = {
    "ar": "**إن الجمعية العامة**،\n\n1 - فتح المكتبات.\n",
    "en": "*The General Assembly*,\n\n1. To open the libraries.\n",
    "es": "*La Asamblea General*,\n\n1. Abrir las bibliotecas.\n",
    "fr": "*L’Assemblée générale*,\n\n1. Ouvrir les bibliothèques.\n",
    "ru": "*Генеральная Ассамблея*,\n\n1. Открыть библиотеки.\n",
    "zh": "**大会**，\n\n1. 开放图书馆。\n",
}


@pytest.mark.parametrize("language", ONE_PARAGRAPH)
def test_an_organ_line_and_one_paragraph_are_enough(language: str) -> None:
    text = ONE_PARAGRAPH[language]
    assert read_draft(Source(text)).is_resolution
    assert not read_draft(Source(text.partition("\n\n")[2])).is_resolution


def test_a_line_of_a_control_character_is_no_announcement() -> None:
    draft = read_draft(Source("# 79/900. Title.\n\x1f\n", "draft.md"))
    assert not draft.is_resolution


@pytest.mark.parametrize(
    ("text", "recognized"),
    [
        ("We, the pupils,\n\nAware of it,\n\nDemand free ferries;\n\nDemand bridges.\n", False),
        ("We, the ministers,\n\nAware of it,\n\nWe commit to it;\n\nWe will row.\n", False),
        ("We, the ministers,\n\nAware of it,\n\nNoting it,\n\nFor the wells,\n", True),
        ("We, the people,\n\nMindful of it,\n\nArticle 1. Valleys.\n\nArticle 2. Wells.\n", False),
        ("*The Board of Millers*,\n\nAware of it,\n\nFor wells,\n\nOf towns,\n", True),
        ("The Board of Millers,\n\nAware of it,\n\nDesiring it,\n", True),
        ("The Board of Millers,\n\n*Aware* of it,\n\n*counts* it,\n\n*weighs* it.\n", True),
    ],
)
def test_a_line_of_another_body_needs_preambular_phrases_below(text: str, recognized: bool) -> None:
    assert read_draft(Source(text, "draft.md")).is_resolution is recognized


PROSE = [
    "On the recommendation of the miller, the members met.\n\nAfter having heard the clerk, they "
    "left.\n\nResolved, That the next meeting be in May.\n",
    "Sur proposition de M. Durand, l'ordre du jour est adopté.\n\nAprès avoir entendu le greffier, "
    "les membres partent.\n\nIl est résolu que la réunion suivante ait lieu en mai.\n",
    "A propuesta de la mesa, se aprueba el orden del día.\n\nDespués de haber oído al oficial, los "
    "socios salen.\n\nSe resuelve que la próxima reunión sea en mayo.\n",
]


@pytest.mark.parametrize("minutes", PROSE)
def test_sentences_of_minutes_open_like_paragraphs_and_are_none(minutes: str) -> None:
    assert not read_draft(Source(minutes, "minutes.txt")).is_resolution
    draft = minutes.replace(".\n\n", ",\n\n", 2)
    assert read_draft(Source(draft, "minutes.txt")).is_resolution


QUESTIONS = [
    ("Recalling it,", "Noting this,", "What do decisions look like?", "Urges all to act"),
    ("Rappelant cela,", "Notant ceci,", "À quoi ressemblent les décisions ?", "Prie d’agir"),
    ("Recordando esto,", "Observando eso,", "¿Cómo son las decisiones?", "Pide actuar"),
    ("ссылаясь на это,", "отмечая то,", "Как выглядят решения?", "просит действовать"),
    ("回顾此事，", "注意到此事，", "条款是什么样的？", "敦促采取行动"),
]


@pytest.mark.parametrize(("first", "second", "question", "asks"), QUESTIONS)
def test_a_guide_with_questions_is_no_draft(
    first: str, second: str, question: str, asks: str
) -> None:
    text = f"{first}\n\n{second}\n\n{first}\n\n{{}}\n\n1. {asks};\n\n2. {asks}.\n"
    assert read_draft(Source(text.format(question.strip("？?¿")))).is_resolution
    assert not read_draft(Source(text.format(question))).is_resolution


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Submitted to: General Assembly", True),
        ("Committee: Security Council", True),
        ("Submitted to: Ms. Otto", False),
        ("Subject: Our talk of May", False),
    ],
)
@pytest.mark.parametrize("reasons", ["Recalling it{},", "Whereas the town said “no{}”, and"])
def test_two_reasons_below_a_header_that_names_the_organ_are_a_draft(
    header: str, found: bool, reasons: str
) -> None:
    text = f"{header}\n\n{reasons.format(' twice')}\n\n{reasons.format(' again')}\n"
    assert read_draft(Source(text)).is_resolution is found


def test_a_letter_to_an_organ_is_no_draft() -> None:
    text = "To: General Assembly\n\nRecalling our talk,\n\nNoting your letter, I write again.\n"
    assert not read_draft(Source(text)).is_resolution


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SHOCKED that it rains,\n\nthe Security Council hereby CONDEMNS the rain.\n", True),
        ("Shocked that it rains,\n\nthe Security Council hereby condemns the rain.\n", True),
        ("Noting your letter,\n\nthe Board hereby confirms the meeting.\n", False),
        ("Dear all,\n\nthe Security Council hereby thanks you.\n", False),
    ],
)
def test_one_reason_and_one_sentence_of_an_organ_are_a_draft(text: str, found: bool) -> None:
    assert read_draft(Source(text)).is_resolution is found


CAPITALS = "{0} that it rains.\n\n{1} the floods.\n\n{2} the plan that was made.\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("RECOGNIZING", "NOTING", "RECALLING"), True),
        (("Recognizing", "Noting", "Recalling"), False),
    ],
)
def test_reasons_in_capitals_may_be_sentences(words: tuple[str, ...], found: bool) -> None:
    assert read_draft(Source(CAPITALS.format(*words))).is_resolution is found


@pytest.mark.parametrize(
    ("title", "last", "found"),
    [
        ("Draft resolution on rain", "Hoping for sun;", True),
        ("A talk about rain", "Hoping for sun;", False),
        ("Draft resolution on rain", "Hoping for sun.", False),
    ],
)
def test_reasons_with_semicolons_below_a_title_are_a_draft(
    title: str, last: str, found: bool
) -> None:
    text = f"{title}\n\nNoting the rain;\n\nGauging the floods;\n\nRecalling the wells;\n\n{last}\n"
    assert read_draft(Source(text)).is_resolution is found


@pytest.mark.parametrize(
    "text",
    [
        "عقد\n\nبناء على رغبة الطرفين،\nواستنادا إلى القانون،\n\n"
        "اتفق الطرفان على ما يلي:\n\n1 - يؤجر الأول البيت؛\n2 - يدفع الثاني الأجرة.\n",
        "CONTRAT\n\nVu le devis du 3 mai,\nConsidérant l’urgence,\n\n"
        "il est convenu ce qui suit :\n\n1. Le toit est refait ;\n2. Le prix est fixe.\n",
    ],
)
def test_a_contract_is_no_draft(text: str) -> None:
    assert not read_draft(Source(text, "contract.txt")).is_resolution
