"""What drafts of other bodies, and numbers that are all 1, are told only once or not at all."""

from __future__ import annotations

import pytest

from reslint.linting.linter import Linter
from reslint.text.source import Source


def codes(text: str) -> list[str]:
    found = Linter().lint(Source(text, "draft.txt")).diagnostics
    return [one.code for one in found if one.severity != "info"]


def test_be_it_further_resolved_follows_be_it_resolved() -> None:
    text = (
        "WHEREAS, the ferries are slow;\n\nBE IT RESOLVED that the council counts them; and\n\n"
        "BE IT FURTHER RESOLVED that it mends them.\n"
    )
    assert "LEAD007" not in codes(text)


@pytest.mark.parametrize(
    ("organ", "noting", "requests"),
    [
        ("The Council of Millers,", "Noting the cost,", "REQUESTS the clerk to count."),
        ("Le Conseil des meuniers,", "Notant le prix,", "PRIE le greffier de compter."),
        ("El Consejo de Molineros,", "Observando el precio,", "PIDE al oficial que cuente."),
    ],
)
def test_the_only_verb_of_another_body_may_be_in_capitals(
    organ: str, noting: str, requests: str
) -> None:
    assert "LEAD010" not in codes(f"{organ}\n\n{noting}\n\n{noting}\n\n{requests}\n")


def test_the_only_verb_of_the_assembly_in_capitals_is_reported() -> None:
    text = "The General Assembly,\n\nNoting the cost,\n\nAware of it,\n\nREQUESTS a report.\n"
    assert "LEAD010" in codes(text)


@pytest.mark.parametrize(
    ("verb", "right"),
    [
        ("NOTES FURTHER", "FURTHER NOTES"),
        ("NOTES further", "Further NOTES"),
        ("Notes further", "Further notes"),
    ],
)
def test_an_adverb_is_put_in_its_place_in_the_capitals_of_its_phrase(verb: str, right: str) -> None:
    text = f"The General Assembly,\n\nNoting it,\n\n1. Notes the cost;\n\n2. {verb} the rain.\n"
    found = Linter().lint(Source(text, "draft.txt")).diagnostics
    (message,) = [one.message for one in found if one.code == "LEAD009"]
    assert f"write “{right}”" in message


@pytest.mark.parametrize("more", [1, 3])
def test_numbers_that_are_all_one_are_one_error(more: int) -> None:
    text = "The General Assembly,\n\nNoting the cost,\n\n1. Urges care;\n\n"
    text += "1. Requests a report;\n\n" * more + "1. Decides to meet.\n"
    assert codes(text).count("NUM001") == 1


def test_two_numbers_that_stand_twice_are_two_errors() -> None:
    text = (
        "The General Assembly,\n\nNoting the cost,\n\n1. Urges care;\n\n1. Requests a report;\n\n"
        "3. Notes it;\n\n3. Decides to meet.\n"
    )
    assert codes(text).count("NUM001") == 2


DECREE = """\
RESOLUCIÓN 9

VISTO: La nota del puerto; y

CONSIDERANDO:

que las barcas son lentas. Son viejas.

Que Considerando el caudal hay que cavar.

EL CONSEJO DE BARCAS

RESUELVE:

Artículo 1. Cavar el Artículo 4 del Tratado de Barcas. Archivar.
{more}
"""


def test_a_decree_of_another_body_has_its_own_sentences_and_capitals() -> None:
    found = codes(DECREE.format(more="\nArtículo 2. Publicar.\n"))
    assert not {"LEAD010", "FORM010", "FORM012", "WORD013"} & {*found}


def test_one_item_with_a_full_stop_shows_the_style_of_another_body() -> None:
    items = "Artículo 1. Invitar a:\n- los barqueros.\n- los molineros.\n"
    text = DECREE.partition("Artículo 1.")[0] + items
    assert "FORM004" not in codes(text)
    assembly = "La Asamblea General,\n\nRecordando las barcas,\n\n1. Invita a:\n\na) {};\n\nb) {}\n"
    assert "FORM004" in codes(assembly.format("Los barqueros", "Los molineros").replace(";", "."))


def _written(text: str) -> list[str]:
    """Return what the fixes of FORM003 write."""
    found = Linter().lint(Source(text, "draft.txt")).diagnostics
    fixes = [one.fix for one in found if one.code == "FORM003" and one.fix is not None]
    return [edit.text for fix in fixes for edit in fix.edits]


MARKS = [
    ("La Commission des bacs,", "Notant le prix", "Prie le greffier de compter."),
    ("The Council of Millers,", "Noting the cost", "Requests the clerk to count."),
    ("El Consejo de Molineros,", "Observando el precio", "Pide al oficial que cuente."),
    ("Совет мельников,", "отмечая цену", "просит секретаря считать."),
]


@pytest.mark.parametrize(("organ", "noting", "requests"), MARKS)
def test_a_wrong_mark_becomes_the_one_that_the_other_paragraphs_have(
    organ: str, noting: str, requests: str
) -> None:
    preamble = f"{noting};\n\n{noting}.\n\n{noting};\n\n"
    text = f"{organ}\n\n{preamble}1. {requests}\n"
    assert _written(text) == [";"]


def test_the_mark_of_the_assembly_is_the_comma_whatever_others_are() -> None:
    preamble = "Noting the cost;\n\nAware of it.\n\nNoting it;\n\n"
    text = f"The General Assembly,\n\n{preamble}1. Decides to dig.\n"
    assert {*_written(text)} == {","}


def test_the_word_that_joins_stands_before_the_mark() -> None:
    text = "RESOLUCIÓN 9\n\nVISTO: La nota del puerto, y;\n\nCONSIDERANDO:\n\n{}"
    text += "EL CONSEJO DE BARCAS\n\nRESUELVE:\n\n"
    reasons = "Que hay barcas.\n\nQue hay puentes.\n\nQue hay ríos.\n\n"
    draft = text.format(reasons) + "Artículo 1. Cavar.\n\nArtículo 2. Archivar.\n"
    assert "FORM003" not in codes(draft)


HYPHENS = [
    ("The General Assembly,", "Recalling the Union of Ferries -UF-, which plans bridges,"),
    ("L'Assemblée générale,", "Rappelant l'Union des bacs -UB- et ses ponts,"),
    ("La Asamblea General,", "Recordando la Unión de Barcas -UBA-, que proyecta puentes,"),
    ("Генеральная Ассамблея,", "ссылаясь на союз паромов -сп-, который строит мосты,"),
]


@pytest.mark.parametrize(("organ", "noting"), HYPHENS)
def test_a_short_name_between_hyphens_keeps_its_spaces(organ: str, noting: str) -> None:
    assert "TYPO007" not in codes(f"{organ}\n\n{noting}\n\n1. Wxyz.\n")
    torn = noting.replace("-,", ",").replace("- ", " ")
    assert "TYPO007" in codes(f"{organ}\n\n{torn}\n\n1. Wxyz.\n")


def test_numbers_of_another_body_begin_again_below_its_verb() -> None:
    text = (
        "RÉSOLUTION 1\n\nL'Assemblée générale :\n\n1/ Rappelant les bacs,\n\n2/ Notant le prix,\n\n"
        "DÉCIDE DE :\n\n1/ Creuser ;\n\n2/ Planter.\n"
    )
    assert "NUM001" not in codes(text)
    assert "NUM001" in codes(text.replace("2/ Planter", "4/ Planter"))


@pytest.mark.parametrize(
    ("organ", "noting", "verb"),
    [
        ("The Committee of Mills has the power to decide:", "Noting the cost.", "Requests more."),
        ("La Commission des moulins :", "Notant le prix.", "Prie le greffier de compter."),
        ("El Comité de Molinos se basa en lo siguiente:", "Observando el precio.", "Pide más."),
    ],
)
def test_the_line_of_another_body_may_end_with_a_colon(organ: str, noting: str, verb: str) -> None:
    body = f"{noting}\n\n{noting}\n\n{noting}\n\n1. {verb}\n"
    assert "FORM001" not in codes(f"{organ}\n\n{body}")


def test_the_line_of_the_assembly_ends_with_a_comma() -> None:
    body = "Noting the cost.\n\nNoting the cost.\n\n1. Requests more.\n"
    assert "FORM001" in codes(f"The General Assembly:\n\n{body}")


FURTHER = [
    ("Le Conseil des meuniers,", "Rappelant les bacs,", "Rappelant en outre les ponts,", "Pr. 4."),
    ("El Consejo de Molineros,", "Recordando la red,", "Recordando además la ley,", "Pide más."),
]


@pytest.mark.parametrize(("organ", "first", "second", "verb"), FURTHER)
def test_another_body_has_its_own_order_of_adverbs(
    organ: str, first: str, second: str, verb: str
) -> None:
    assert "LEAD007" not in codes(f"{organ}\n\n{first}\n\n{second}\n\n1. {verb}\n")
    official = {"Le": "L'Assemblée générale,", "El": "La Asamblea General,"}[organ[:2]]
    assert "LEAD007" in codes(f"{official}\n\n{first}\n\n{second}\n\n1. {verb}\n")


def test_a_body_without_preamble_may_keep_its_comma() -> None:
    acts = "Félicite les passeurs ;\n\nRemercie le greffier.\n"
    assert "FORM001" not in codes(f"La 19e Assemblée des bacs,\n\n{acts}")
    assert "FORM001" in codes(f"L'Assemblée générale,\n\n{acts}")


NUMBERS = """\
{organ}

VISTO las Resoluciones 7/94, 22/94 y 15/97 y la Decisión 4/91 del puerto, la Resolución Nº 36/95 del
Grupo de Barcas y la Propuesta Nº 13/98 y

CONSIDERANDO:

Que hay barcas.

Que hay ríos.

RESUELVE

1. Cavar.

2. Publicar.
"""


def test_numbers_with_years_are_those_of_another_body() -> None:
    found = codes(NUMBERS.format(organ="EL CONSEJO DE BARCAS,"))
    assert not {"CITE012", "CITE017", "CITE018", "FORM003"} & {*found}


def test_a_verb_alone_in_capitals_tells_the_style_of_another_body() -> None:
    found = codes(NUMBERS.format(organ="LA ASAMBLEA GENERAL,"))
    assert not {"LEAD001", "LEAD010", "FORM001"} & {*found}


LATE = [
    ("Attendu que les loyers montent ;", "Le Congrès :", "Demande le gel des loyers ;"),
    ("Whereas rents are high;", "The Congress:", "Requests lower rents;"),
    ("Considerando que los alquileres suben;", "El Congreso:", "Pide más viviendas;"),
]


@pytest.mark.parametrize(("reason", "line", "verb"), LATE)
def test_a_congress_with_a_colon_may_stand_below_its_reasons(
    reason: str, line: str, verb: str
) -> None:
    text = f"{reason}\n\n{reason}\n\n{line}\n\n1. {verb}\n\n2. {verb[:-1]}.\n"
    assert "FORM001" not in codes(text)


SPANISH_DECREE = (
    "RESOLUCIÓN 9\n\n{above}CONSIDERANDO:\n\nque las barcas son lentas;\n\nque hay que cavar;\n\n"
    "EL CONSEJO DE BARCAS\n\nRESUELVE:\n\nArtículo 1. Cavar.\n\nArtículo 2. Publicar.\n"
)
FRENCH_DECREE = (
    "RÉSOLUTION 9\n\n{above}CONSIDÉRANT :\n\nque les bacs sont lents ;\n\nqu’il faut creuser ;\n\n"
    "LE CONSEIL DES BACS\n\nDÉCIDE :\n\nArticle 1. Creuser.\n\nArticle 2. Planter.\n"
)


@pytest.mark.parametrize(
    ("decree", "above", "head"),
    [
        (SPANISH_DECREE, "RECORDANDO la nota;\n\nTeniendo presente la ley;\n\n", "CONSIDERANDO:"),
        (FRENCH_DECREE, "RAPPELANT la note ;\n\nNotant le prix ;\n\n", "CONSIDÉRANT :"),
    ],
)
def test_a_phrase_in_capitals_above_reasons_shows_the_style_of_another_body(
    decree: str, above: str, head: str
) -> None:
    text = decree.format(above=above)
    assert "LEAD010" not in codes(text)
    # Neither those reasons nor a verb alone above the articles.
    without = text.index("RESUELVE" if head == "CONSIDERANDO:" else "DÉCIDE")
    body = text.index("EL CONSEJO" if head == "CONSIDERANDO:" else "LE CONSEIL")
    numbers = "1. Decide x;\n\n2. Invita a y.\n" if head == "CONSIDERANDO:" else ""
    numbers = numbers or "1. Décide x ;\n\n2. Invite y.\n"
    assert "LEAD010" in codes(text[: text.index(head)] + text[body:without] + numbers)


@pytest.mark.parametrize(
    ("decree", "assembly"),
    [
        (SPANISH_DECREE, "La Asamblea General,\n\nque las barcas son lentas,\n\n1. Decide ir.\n"),
        (
            FRENCH_DECREE,
            "L’Assemblée générale,\n\nque les bacs sont lents,\n\n1. Décide d’aller.\n",
        ),
    ],
)
def test_a_first_reason_in_small_letters_goes_on_with_the_phrase_above_it(
    decree: str, assembly: str
) -> None:
    assert "FORM012" not in codes(decree.format(above=""))
    assert "FORM012" in codes(assembly)
