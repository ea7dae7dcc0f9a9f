"""Drafts of councils and chambers: what the Assembly asks for, they are not asked for."""

from __future__ import annotations

import pytest

from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source


def codes(text: str) -> list[str]:
    return [one.code for one in Linter(Settings()).lint(Source(text, "draft.md")).diagnostics]


COUNCIL = (
    "RESOLUCIÓN N° 7/03\n\nVISTO el informe; y\n\nCONSIDERANDO:\n\nQue los faroles no lucen.\n\n"
    "Que llega el invierno.\n\nEL CONSEJO DEL LAGO\n\nR E S U E L V E :\n\n"
    "Artículo 1º.- Comprar faroles.\n\nArtículo 2º.- Comunicarlo al alcalde.\n"
)


def test_the_reasons_of_a_council_end_with_any_mark() -> None:
    assert not {"FORM001", "FORM003", "NUM010"} & {*codes(COUNCIL)}


def test_reasons_below_the_line_of_a_body_end_with_commas() -> None:
    text = "El Consejo del Lago,\n\n*Recordando* el informe;\n\n*Viendo* el mapa,\n\n1. *Pide* x.\n"
    assert "FORM003" in codes(text)


def test_a_letter_spaced_verb_has_a_space_before_its_colon() -> None:
    assert "TYPO007" not in codes(COUNCIL)
    assert "TYPO007" in codes(COUNCIL.replace("R E S U E L V E :", "RESUELVE :"))


@pytest.mark.parametrize("article", ["Artículo único.", "Artículo Único:"])
def test_the_sole_article_of_another_body_keeps_its_label(article: str) -> None:
    text = f"RESOLUCIÓN 4\n\nRESUELVE:\n\n{article} Aprobar las demandas de los pueblos.\n"
    assert not {"NUM002", "NUM010", "FORM001"} & {*codes(text)}


BODY = (
    "Le Comité des quais,\n\n{}1. *Notant* le rapport sur les quais,\n\n{}. *Félicite* le port.\n"
)


def test_the_numbers_of_another_body_may_go_on_from_one_preambular_paragraph() -> None:
    assert not {"NUM001", "NUM003"} & {*codes(BODY.format("", 2))}
    assert "NUM003" in codes(BODY.format("", 1))


def test_those_of_the_assembly_may_not() -> None:
    text = BODY.format("", 2).replace("Le Comité des quais", "*L’Assemblée générale*")
    assert "NUM003" in codes(text)
