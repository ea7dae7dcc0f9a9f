"""CONSIDERANDO, VU, RECONOCIENDO alone on their lines without a mark, and what stands around."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import HEADING, MASTHEAD, ORGAN_LINE, PREAMBLE, Draft
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


def texts(draft: Draft, part: str) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs if paragraph.part == part]


# The organ, a head, what stands below it twice, a second head with a line, the verb and two deeds.
IN_CAPITALS = {
    "es": "LA ASAMBLEA DEL VALLE|CONSIDERANDO|Que el puente es viejo;|Que el río crece;|"
    "TENIENDO EN CUENTA|El informe de la comisión;|DECIDE|ARTÍCULO PRIMERO. Reparar el puente.|"
    "ARTÍCULO SEGUNDO. Limpiar el río.",
    "fr": "LE CONSEIL DE LA VALLÉE|CONSIDÉRANT|Que le pont est vieux ;|Que la rivière monte ;|"
    "VU|Le rapport de la commission ;|DÉCIDE|Article 1er : De réparer le pont.|"
    "Article 2 : De nettoyer la rivière.",
    "en": "THE COUNCIL OF THE VALLEY|CONSIDERING|That the bridge is old;|That the river rises;|"
    "RECALLING|The report of the commission;|DECIDES|1. To repair the bridge.|"
    "2. To clean the river.",
}


@pytest.mark.parametrize("language", IN_CAPITALS)
def test_heads_in_capitals_need_no_marks(language: str) -> None:
    draft = read(IN_CAPITALS[language].replace("|", "\n\n"))
    assert (draft.language, draft.is_resolution) == (language, True)
    organ, head, _, _, second, _, verb, *_ = IN_CAPITALS[language].split("|")
    assert texts(draft, ORGAN_LINE) == [organ]
    assert texts(draft, HEADING) == [head, second, verb]
    assert counts_of(draft) == (3, 2, 0, 0)


@pytest.mark.parametrize("language", ["es", "fr"])
def test_a_head_opens_a_draft_without_organ_line(language: str) -> None:
    _, *rest = IN_CAPITALS[language].split("|")
    title = {"es": "LA REPARACIÓN DEL PUENTE", "fr": "LA RÉPARATION DU PONT"}[language]
    draft = read("\n\n".join([title, *rest]))
    assert draft.is_resolution
    assert texts(draft, MASTHEAD) == [title]
    assert counts_of(draft) == (3, 2, 0, 0)


def test_a_head_alone_opens_nothing_where_no_line_announces_a_decision() -> None:
    draft = read(
        "LISTA DE PALABRAS\n\nCONSIDERANDO\n\nRECORDANDO\n\nPalabras útiles de la clase.\n"
    )
    assert not draft.is_resolution


def test_the_organ_stands_between_heads_and_verb() -> None:
    draft = read(
        "RÉSOLUTION SUR LE PONT\n\nCONSIDÉRANT\n\nQue le pont est vieux ;\n\n"
        "Que la rivière monte ;\n\nLE CONGRÈS DE LA VALLÉE\n\nDÉCIDE\n\n"
        "1. De réparer le pont ;\n\n2. De nettoyer la rivière.\n"
    )
    assert texts(draft, ORGAN_LINE) == ["LE CONGRÈS DE LA VALLÉE"]
    assert counts_of(draft) == (2, 2, 0, 0)


ITEMS = {
    "es": ("La Asamblea General,", "CONSIDERANDO", "Que son fines, entre otros:", "RESUELVE"),
    "fr": ("L’Assemblée générale,", "CONSIDÉRANT", "Que les buts sont :", "DÉCIDE"),
    "en": ("The General Assembly,", "CONSIDERING", "That the aims are:", "DECIDES"),
    "ru": ("Генеральная Ассамблея,", "УЧИТЫВАЯ,", "что целями являются:", "ПОСТАНОВЛЯЕТ"),
}


@pytest.mark.parametrize("language", ITEMS)
@pytest.mark.parametrize(("first", "second"), [("a)", "b)"), ("(a)", "(b)"), ("a.)", "b.)")])
def test_items_below_a_paragraph_under_a_head_stay_items(
    language: str, first: str, second: str
) -> None:
    organ, head, that, verb = ITEMS[language]
    draft = read(
        f"{organ}\n\n{head}\n\n{that}\n\n{first} x y z;\n\n{second} y z x;\n\n"
        f"{verb}\n\n1. Zx xz.\n\n2. Xz zx.\n"
    )
    items = [p.label and p.label.text for p in draft.part(PREAMBLE) if p.level]
    assert items == [first, second]
    assert counts_of(draft) == (1, 2, 2, 0)


def test_words_that_lead_to_the_decision_name_no_organ() -> None:
    text = (
        "LE CONSEIL DU LAC\n\nVU la charte du lac ;\n\nCONSIDÉRANT l’intérêt des pêcheurs ;\n\n"
        "PAR CES MOTIFS\n\nARRÊTE\n\nArticle 1er : Un plan est adopté.\n\n"
        "Article 2 : Le président en rend compte.\n"
    )
    draft = read(text)
    assert draft.resolutions[0].organ_line is not None
    assert draft.resolutions[0].organ_line.text == "LE CONSEIL DU LAC"
    assert counts_of(draft) == (2, 2, 0, 0)
    assert not [
        one for one in Linter().lint(Source(text, "draft.txt")).diagnostics if one.line == 7
    ]


BULLETS = {
    "es": (
        "El Congreso del Valle,",
        "Recordando el pacto,",
        "POR TANTO, ACUERDA:",
        "Abrir una sala",
    ),
    "fr": (
        "Le Congrès de la Vallée,",
        "Rappelant le pacte,",
        "DÉCIDE :",
        "Ouvrir une salle de lecture",
    ),
    "en": ("The Congress of the Valley,", "Recalling the pact,", "RESOLVES:", "To open a room"),
    "ru": ("Съезд долины,", "ссылаясь на договор,", "ПОСТАНОВЛЯЕТ:", "открыть зал"),
}


@pytest.mark.parametrize("language", BULLETS)
@pytest.mark.parametrize("bullet", ["•", "-"])
@pytest.mark.parametrize("mark", ["", ";"])
def test_bullets_below_a_verb_in_capitals_are_the_operative_part(
    language: str, bullet: str, mark: str
) -> None:
    organ, preambular, verb, deed = BULLETS[language]
    deeds = "\n".join(f"{bullet} {deed} {number}{mark}" for number in "abc")
    draft = read(f"{organ}\n\n{preambular}\n\n{preambular}\n\n{verb}\n\n{deeds}\n")
    assert draft.language == language
    assert counts_of(draft)[:3] == (2, 3, 0)
    assert texts(draft, HEADING) + texts(draft, ORGAN_LINE)[1:] == [verb]


def test_a_verb_in_capitals_above_bullets_and_another_verb_is_a_paragraph() -> None:
    draft = read(
        "La Asamblea General,\n\nRecordando el pacto,\n\nDECIDE:\n\n- abrir x;\n- abrir y;\n\n"
        "PIDE un informe.\n"
    )
    assert counts_of(draft) == (1, 2, 2, 0)


@pytest.mark.parametrize("name", ["R E S O L U C I Ó N", "RESOLUCION"])
@pytest.mark.parametrize("verb", ["aprueba lo siguiente", "acuerda y sanciona la siguiente"])
def test_a_council_that_passes_what_follows(name: str, verb: str) -> None:
    draft = read(
        "VISTO el expediente 12 del bloque vecinal; y\n\nCONSIDERANDO que el puente es viejo;\n\n"
        f"por todo ello, el HONORABLE CONCEJO DEL VALLE, en uso de sus facultades, {verb}\n\n"
        f"{name}\n\nARTICULO 1º: Repárese el puente.-\n\nARTICULO 2º: Comuníquese.-\n\n"
        "Dada en la sala a los dos días del mes de mayo.-\n"
    )
    assert draft.is_resolution
    assert counts_of(draft) == (2, 2, 0, 0)
    assert [p.text for p in draft.resolutions[0].operative] == [
        "Repárese el puente.-",
        "Comuníquese.-",
    ]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_full_stop_with_a_dash_ends_a_paragraph(dash: str) -> None:
    text = (
        "La Asamblea General,\n\nRecordando el pacto,\n\n1. Decide abrir x;\n\n"
        f"2. Pide un informe.{dash}\n"
    )
    assert not [
        one
        for one in Linter().lint(Source(text, "draft.txt")).diagnostics
        if one.code in ("FORM004", "TYPO011")
    ]


POINTS = {
    "fr": ("LA CHAMBRE DU LAC,", "considérant que le pont est vieux;", "DEMANDE AU GOUVERNEMENT:",
           "de réparer le pont;"),
    "es": ("LA CÁMARA DEL LAGO,", "considerando que el puente es viejo;", "PIDE AL GOBIERNO:",
           "que repare el puente;"),
    "en": ("THE CHAMBER OF THE LAKE,", "considering that the bridge is old;",
           "CALLS ON THE GOVERNMENT:", "to repair the bridge;"),
    "ru": ("Палата озера,", "учитывая, что мост стар,", "ПРОСИТ ПРАВИТЕЛЬСТВО:",
           "отремонтировать мост;"),
}  # fmt: skip


@pytest.mark.parametrize("language", POINTS)
def test_a_verb_with_who_is_asked_heads_points(language: str) -> None:
    organ, reason, verb, point = POINTS[language]
    draft = read(
        f"{organ}\n\nA. {reason}\n\nB. {reason}\n\nC. {reason}\n\n{verb}\n\n"
        f"1. {point}\n\n2. {point}\n\n3. {point}\n"
    )
    assert (draft.language, draft.is_resolution) == (language, True)
    assert texts(draft, HEADING) + texts(draft, ORGAN_LINE)[1:] == [verb]
    assert counts_of(draft) == (3, 3, 0, 0)


def test_a_verb_with_who_is_asked_above_points_and_another_verb_is_a_paragraph() -> None:
    draft = read(
        "Le Congrès du Lac,\n\nRappelant le pacte,\n\nNotant le rapport,\n\n"
        "Demande aux villes :\n\n1. de réparer les ponts ;\n\n2. de planter des arbres ;\n\n"
        "Décide de se réunir en mai.\n"
    )
    assert texts(draft, HEADING) == []


@pytest.mark.parametrize("verb", ["proposé par Luc Roy, appuyé par Anne Côté", "résolu"])
@pytest.mark.parametrize("whole", ["", " et résolu à l'unanimité"])
def test_who_proposes_a_motion_stands_between_its_parts(verb: str, whole: str) -> None:
    draft = read(
        "RÉSOLUTION 12\n\nATTENDU QUE le pont est vieux;\n\nCONSIDÉRANT la crue du lac;\n\n"
        f"EN CONSÉQUENCE, il est {verb}{whole if 'par' in verb else ''}:\n\n"
        "QUE le conseil répare le pont;\n\nQU'une copie soit remise au maire;\n\n"
        "QUE le greffier en rende compte.\n"
    )
    assert draft.is_resolution
    assert counts_of(draft) == (2, 3, 0, 0)


@pytest.mark.parametrize(
    ("organ", "name", "preamble", "operative"),
    [
        ("GA", "L'ASSEMBLEE GENERALE DES NATIONS UNIES,",
         ("CONSIDERANT LA SECHERESSE,", "PREOCCUPEE PAR LA FAIM,", "REAFFIRMANT LE PACTE,"),
         ("DECIDE DE CREER UN FONDS;", "REITERE SON APPEL.")),
        ("SC", "LE CONSEIL DE SECURITE DE L'ONU,",
         ("DEPLORANT LA SECHERESSE,", "CONSTERNE PAR LA FAIM,", "RAPPELANT LE PACTE,"),
         ("PRIE LES ETATS D'AGIR;", "DECIDE DE RESTER SAISI.")),
        ("ECOSOC", "EL CONSEJO ECONOMICO Y SOCIAL DE LA ONU,",
         ("SENALANDO LA SEQUIA,", "ALARMADO POR EL HAMBRE,", "RECORDANDO EL PACTO,"),
         ("DECIDE CREAR UN FONDO;", "PIDE UN INFORME.")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("numbered", [True, False])
def test_capitals_may_lack_their_accents(
    organ: str,
    name: str,
    preamble: tuple[str, ...],
    operative: tuple[str, ...],
    numbered: bool,
) -> None:
    deeds = [f"{number}. {deed}" if numbered else deed for number, deed in enumerate(operative, 1)]
    text = "\n\n".join((name, *preamble, *deeds)) + "\n"
    draft = read(text)
    assert (draft.organ, draft.is_resolution) == (organ, True)
    assert counts_of(draft) == (3, 2, 0, 0)
    found = [one.code for one in Linter().lint(Source(text, "draft.txt")).diagnostics]
    assert "LEAD001" not in found
