"""The lines of bodies that are no organ of the United Nations, and what stands right below them."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


# The number of a session behind an article that is not that of the name: « L'Assemblée ».
NUMBERED = [
    ("La 19e Assemblée générale des passeurs,", "Rappelant les bacs,", "Décide de creuser."),
    ("La 16ème Assemblée des passeurs,", "Rappelant les bacs,", "Décide de creuser."),
    ("La XVIIe Conférence des passeurs,", "Rappelant les bacs,", "Décide de creuser."),
    ("The 19th Assembly of Millers,", "Recalling the ferries,", "Decides to dig."),
    ("La 12ª Asamblea de Barqueros,", "Recordando los puentes,", "Decide cavar."),
]


@pytest.mark.parametrize(("organ", "preambular", "operative"), NUMBERED)
def test_the_number_of_a_session_is_no_part_of_the_name(
    organ: str, preambular: str, operative: str
) -> None:
    draft = read(f"{organ}\n\n{preambular}\n\n1. {operative}\n")
    line = draft.resolutions[0].organ_line
    assert line is not None
    assert line.text == organ
    assert draft.organ == "other"
    assert counts_of(draft) == (1, 1, 0, 0)


# Without a preamble, and with commas where the sentence goes on.
WITHOUT_PREAMBLE = [
    (
        "La 16e Assemblée des passeurs, réunie à Lac en mai 2008,",
        ("Exprime sa gratitude aux passeurs,", "Accepte l'invitation du port,"),
        "Remercie le greffier.",
    ),
    (
        "The Council of Millers,",
        ("Thanks the clerk,", "Accepts the report,"),
        "Requests more water.",
    ),
    (
        "El Consejo de Molineros,",
        ("Agradece al oficial,", "Acepta el informe,"),
        "Pide más agua.",
    ),
]


@pytest.mark.parametrize(("organ", "verbs", "last"), WITHOUT_PREAMBLE)
def test_verbs_with_commas_are_operative_where_nothing_else_follows(
    organ: str, verbs: tuple[str, str], last: str
) -> None:
    text = "\n\n".join((organ, *verbs, last))
    assert counts_of(read(text + "\n")) == (0, 3, 0, 0)


@pytest.mark.parametrize(("organ", "verbs", "last"), WITHOUT_PREAMBLE)
def test_a_verb_with_a_comma_above_numbers_is_in_the_preamble(
    organ: str, verbs: tuple[str, str], last: str
) -> None:
    text = "\n\n".join((organ, *verbs, f"1. {last}"))
    assert counts_of(read(text + "\n")) == (2, 1, 0, 0)


def test_one_verb_with_a_comma_shows_no_part() -> None:
    assert counts_of(read("The Council of Millers,\n\nThanks the clerk,\n\nAs ever.\n"))[0] > 0


PROPOSED = [
    ("L'Assemblée des bacs réunie à Lac, sur proposition du bureau,", "Se félicite du pont ;"),
    ("Le Conseil des bacs, sur la recommandation du comité,", "Se félicite du pont ;"),
    ("The Council of Ferries, on the proposal of its bureau,", "Welcomes the bridge;"),
    ("El Consejo de Barcas, a propuesta de la mesa,", "Acoge con satisfacción el puente;"),
]


@pytest.mark.parametrize(("organ", "verb"), PROPOSED)
def test_who_proposed_it_stands_on_the_line_of_the_body(organ: str, verb: str) -> None:
    draft = read(f"{organ}\n\n{verb}\n\n{verb[:-1].rstrip()}.\n")
    assert counts_of(draft) == (0, 2, 0, 0)
    assert draft.resolutions[0].organ_line is not None


# What leads to the decision, the body and its verb on three lines.
LED = [
    ("CONSIDÉRANT la crise ;", "PAR CES MOTIFS :", "LE CONSEIL DES BACS", "DÉCIDE :", "Article"),
    ("CONSIDERANDO la crisis;", "POR ELLO:", "EL CONSEJO DE BARCAS", "RESUELVE:", "Artículo"),
]


@pytest.mark.parametrize(("reason", "leads", "body", "verb", "label"), LED)
def test_the_body_below_what_leads_to_the_decision_decides(
    reason: str, leads: str, body: str, verb: str, label: str
) -> None:
    header = {"Article": "RÉSOLUTION CS 9/22", "Artículo": "RESOLUCIÓN CS Nº 9/22"}[label]
    draft = read(
        f"{header}\n\n{reason}\n\n{reason}\n\n{leads}\n\n{body}\n\n{verb}\n\n"
        f"{label} 1. Xyz.\n\n{label} 2. Zyx.\n"
    )
    assert draft.organ == "other"  # CS is no council of the United Nations here
    assert counts_of(draft) == (2, 2, 0, 0)


# One series of numbers through both parts, with the body between them: two reasons, its line, two
# verbs, and a title of the operative part that is none.
ONE_SERIES = [
    ("en", "RECALLING the ferries;", "THE CONFERENCE OF THE FERRIES", "REQUESTS more water;"),
    ("fr", "RAPPELANT les bacs ;", "LA CONFÉRENCE DES BACS", "PRIE le greffier de creuser ;"),
    ("es", "RECORDANDO las barcas;", "LA CONFERENCIA DE LAS BARCAS", "PIDE más agua;"),
    ("ru", "НАПОМИНАЯ о мостах;", "КОНФЕРЕНЦИЯ МОСТОВ", "ПРОСИТ воды;"),
]


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize(("language", "reason", "body", "verb"), ONE_SERIES)
def test_the_body_stands_between_the_numbers_of_both_parts(
    language: str, reason: str, body: str, verb: str, gap: str
) -> None:
    paragraphs = f"1.{gap}{reason}\n\n2.{gap}{reason}\n\n"
    operative = f"3.{gap}{verb}\n\n4.{gap}{verb[:-1]}.\n"
    draft = read(f"{paragraphs}{body}\n\n{operative}")
    late = draft.resolutions[0].late_line
    assert (draft.language, draft.organ) == (language, "other")
    assert late is not None
    assert late.text == body
    assert counts_of(draft) == (2, 2, 0, 0)


def test_a_body_above_a_later_number_of_the_operative_part_is_a_heading() -> None:
    draft = read(
        "The General Assembly,\n\nRecalling the ferries,\n\n1. Requests more water;\n\n"
        "THE COMMITTEE OF FERRIES\n\n2. Requests less water.\n"
    )
    assert draft.resolutions[0].late_line is None
    assert draft.organ == "GA"


BULLETS = ["- ", "-* ", "• "]
ALONE = [
    ("The Council of Millers,", "Considering", "the mills;", "requests", "that we count,"),
    ("Le Conseil des meuniers,", "Considérant", "les moulins ;", "demande", "que l'on compte,"),
    ("El Consejo de Molineros,", "Considerando", "los molinos;", "pide", "que se cuente,"),
]


@pytest.mark.parametrize("bullet", BULLETS)
@pytest.mark.parametrize(("organ", "phrase", "reason", "verb", "act"), ALONE)
def test_a_verb_alone_in_small_letters_heads_bullets_as_the_phrase_above_does(
    organ: str, phrase: str, reason: str, verb: str, act: str, bullet: str
) -> None:
    reasons = f"{bullet}{reason}\n{bullet}{reason}\n"
    draft = read(f"{organ}\n\n{phrase}\n{reasons}\n{verb}\n{bullet}{act}\n{bullet}{act[:-1]}.\n")
    assert counts_of(draft) == (2, 2, 0, 0)
    assert [one.text for one in draft.part("heading")] == [phrase, verb]


def test_a_verb_with_a_colon_keeps_its_bullets_below_a_preamble_of_paragraphs() -> None:
    draft = read(
        "The Council of Millers,\n\nNoting the mills,\n\nRequests:\n- that we count;\n"
        "- that we weigh.\n"
    )
    assert counts_of(draft) == (1, 1, 2, 0)


REASONS = [
    ("en", "CONSIDERING That", "That"),
    ("fr", "CONSIDÉRANT Que", "Que"),
    ("es", "CONSIDERANDO Que,", "Que,"),
    ("es", "CONSIDERANDO: Que", "Que"),
]
ACTS = {"en": "RESOLVES:\n\n1. Wx.\n\n2. Xw.\n", "fr": "DÉCIDE :\n\n1. Wx.\n\n2. Xw.\n"}
ACTS["es"] = "RESUELVE:\n\n1. Wx.\n\n2. Xw.\n"


@pytest.mark.parametrize(("language", "first", "more"), REASONS)
def test_reasons_on_one_line_begin_with_a_capital(language: str, first: str, more: str) -> None:
    organ = {"en": "THE COUNCIL,", "fr": "LE CONSEIL,", "es": "EL CONSEJO,"}[language]
    facts = {
        "en": ("the mills of the valley are old", "the rivers are low"),
        "fr": ("les moulins de la vallée sont vieux", "les rivières sont basses"),
        "es": ("los molinos del valle son viejos", "los ríos son bajos"),
    }
    line = "{first} {0}; {more} {1};".format(*facts[language], first=first, more=more)
    draft = read(f"{organ}\n\n{line}\n\n{ACTS[language]}")
    assert counts_of(draft)[:2] == (2, 2)
    word = {"en": "and", "fr": "et", "es": "y"}[language]
    joined = line.replace(f"; {more}", f"; {word} {more}")
    assert counts_of(read(f"{organ}\n\n{joined}\n\n{ACTS[language]}"))[:2] == (2, 2)
    small = line.replace(f"; {more}", f"; {more.lower()}")
    assert counts_of(read(f"{organ}\n\n{small}\n\n{ACTS[language]}"))[:2] == (1, 2)


def test_reasons_below_their_head_are_a_draft_in_work_below_a_title() -> None:
    reasons = "CONSIDERANDO:\n\nQue las barcas son lentas.\n\nQue el río es hondo.\n\n"
    text = f"VISTO: La nota del puerto, y;\n\n{reasons}Que hay que cavar.\n"
    assert read(f"RESOLUCIÓN CS Nº 9/22\n\n{text}").is_resolution
    assert read(f"RESOLUCIÓN CS Nº 9/22\n\n{text}").organ == "other"
    assert read(f"RESOLUCIÓN CS 9\n\n{text}").organ == "SC"
    assert not read(f"Carta al puerto\n\n{text}").is_resolution


SPONSORS = [
    ("The General Assembly,", "Recalling the mills,", "Decides to dig.", "Signatories:"),
    ("L'Assemblée générale,", "Rappelant les moulins,", "Décide de creuser.", "Signataires :"),
    ("La Asamblea General,", "Recordando los molinos,", "Decide cavar.", "Firmantes:"),
    ("Генеральная Ассамблея,", "ссылаясь на мельницы,", "постановляет копать.", "Подписали:"),
]


@pytest.mark.parametrize(("organ", "preambular", "operative", "sponsors"), SPONSORS)
def test_bullets_below_sponsors_are_no_items(
    organ: str, preambular: str, operative: str, sponsors: str
) -> None:
    listed = f"{sponsors}\n\n- Peru\n\n- Chad\n"
    draft = read(f"{organ}\n\n{preambular}\n\n1. {operative}\n\n{listed}")
    assert counts_of(draft) == (1, 1, 0, 0)
    items = f"1. {operative[:-1]}:\n\n- Wxyz;\n\n- Zyxw.\n"
    assert counts_of(read(f"{organ}\n\n{preambular}\n\n{items}")) == (1, 1, 2, 0)


ARTICLES = [
    ("The Committee of Ferries decides", "Noting the ferries,", "Article", "The ban of rafts"),
    ("Le Groupe de travail décide", "Notant les bacs,", "Article", "L'interdiction des radeaux"),
    ("El Comité decide", "Observando las barcas,", "Artículo", "La prohibición de las balsas"),
]


@pytest.mark.parametrize(("line", "preambular", "label", "act"), ARTICLES)
def test_a_body_and_its_verb_without_colon_stand_above_articles_of_any_words(
    line: str, preambular: str, label: str, act: str
) -> None:
    draft = read(
        f"{preambular}\n\n{preambular}\n\n{line}\n\n{label} 1: {act}.\n"
        f"{label} 2: {act}:\n- 10 wz,\n- 10 zw.\n"
    )
    assert draft.is_resolution
    assert counts_of(draft) == (2, 2, 2, 0)


def test_what_a_city_resolves_stands_on_lines_that_open_with_que() -> None:
    reasons = "Attendu que le pont est vieux ;\n\nAttendu que la Ville le veut ;\n\n"
    moved = "Il est proposé par M. Durand, appuyé par Mme Roy et résolu :\n\n"
    acts = (
        "QUE la Ville appuie le projet ;\nQU'elle verse une aide de 5 000 $ ;\nQUE copie suive.\n"
    )
    assert counts_of(read(reasons + moved + acts)) == (2, 3, 0, 0)
    one = acts.replace(" ;\nQU'", " ; qu'").replace(" ;\nQUE", " ; que")
    assert counts_of(read(reasons + moved + one)) == (2, 1, 0, 0)


COMMITTEES = [
    ("The First Committee of the General Assembly,", "Recalling the mills,", "Decides to dig."),
    (
        "La Première Commission de l'Assemblée générale,",
        "Rappelant les bacs,",
        "Décide de creuser.",
    ),
    ("La Primera Comisión de la Asamblea General,", "Recordando las barcas,", "Decide cavar."),
    ("L'assemblée generale,", "Rappelant les bacs,", "Décide de creuser."),
]


@pytest.mark.parametrize(("organ", "preambular", "operative"), COMMITTEES)
def test_a_main_committee_and_a_name_without_accents_name_the_organ(
    organ: str, preambular: str, operative: str
) -> None:
    assert read(f"{organ}\n\n{preambular}\n\n1. {operative}\n").organ == "GA"


def test_other_bodies_of_the_assembly_are_bodies_of_their_own() -> None:
    text = "The Bureau of the General Assembly,\n\nRecalling the mills,\n\n1. Decides to dig.\n"
    assert read(text).organ == "other"
