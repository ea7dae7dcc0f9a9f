"""Laws, ordinances and letters about them: they open and decide like drafts and are none."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

ARTICLES = "Artículo 1º.- Declárase de interés el puente.\n\nArtículo 2º.- Comuníquese.\n"
LAWS = {
    "decree": f"DECRETO N° 33/2006\n\nLA JUNTA DEL LAGO\n\nD E C R E T A :\n\n{ARTICLES}",
    "project": f"PROYECTO DE ORDENANZA\n\nEL CONCEJO DEL LAGO\n\nDECRETA:\n\n{ARTICLES}",
    "ordinance": (
        "VISTO el expediente nº 53; y\n\nCONSIDERANDO que el barrio crece;\n\n"
        "EL CONCEJO DEL LAGO sanciona la siguiente\n\nO R D E N A N Z A\n\n" + ARTICLES
    ),
    "letter": (
        "De mi mayor consideración:\n\nTengo el agrado de comunicarle que el Concejo sancionó la "
        f"siguiente:\n\nORDENANZA Nº 74/14\n\n{ARTICLES}\nSaludo a usted atentamente.\n"
    ),
    "arrêté": (
        "ARRÊTÉ N° 12\n\nLe Conseil du Lac,\n\nVu le code des ports,\n\nConsidérant que le quai "
        "est étroit,\n\nArrête :\n\nArticle 1. Le quai est fermé.\n\nArticle 2. Le port l'est.\n"
    ),
    "minutes": (
        "La séance est ouverte à 20 heures.\n\nMotion d'ordre\n\nLe maire demande :\n\n"
        "De passer au point suivant.\n\nLe point est approuvé.\n"
    ),
}


@pytest.mark.parametrize("kind", LAWS)
def test_a_law_is_no_draft(kind: str) -> None:
    assert not read_draft(Source(LAWS[kind], "text.md")).is_resolution


def test_the_title_of_a_law_is_no_bar_to_a_draft_of_an_organ_of_the_united_nations() -> None:
    text = (
        "LEY MODELO SOBRE PUENTES\n\nLa Asamblea General,\n\n*Recordando* su resolución 70/1,\n\n"
        "1. *Pide* al Secretario General que informe.\n"
    )
    assert read_draft(Source(text, "text.md")).is_resolution


@pytest.mark.parametrize("title", ["RESOLUCIÓN 4", "Proyecto de resolución", "MOCIÓN"])
def test_a_verb_alone_heads_the_decisions_below_a_title(title: str) -> None:
    text = f"{title}\n\nRESUELVE:\n\n{ARTICLES}"
    assert read_draft(Source(text, "text.md")).is_resolution
    untitled = text.replace(title, "Informe sobre el puente")
    assert not read_draft(Source(untitled, "text.md")).is_resolution
