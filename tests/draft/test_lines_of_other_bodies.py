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
