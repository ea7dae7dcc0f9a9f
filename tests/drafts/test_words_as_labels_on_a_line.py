"""Words as the labels of paragraphs that stand on one line: «RESUELVE: PRIMERO: …. SEGUNDO: ….»."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

PREAMBLES = {
    "en": "The Council of Millers,\n\nNoting the cost of the wells,\n\nAware of the rain,\n\n",
    "fr": "Le Conseil du Lac,\n\nConsidérant que les puits sont vieux,\n\nVu le rapport,\n\n",
    "es": "El Consejo del Valle,\n\nConsiderando que los pozos son viejos,\n\nVisto el plan,\n\n",
    "ru": "Совет мельников,\n\nотмечая цену зерна,\n\nпринимая во внимание доклад,\n\n",
}


def places(text: str) -> list[tuple[str, str]]:
    found = read_draft(Source(text, "draft.txt")).paragraphs
    return [(one.label.text if one.label else one.part, one.text) for one in found[3:]]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        (
            "es",
            "RESUELVE: PRIMERO: Reparar los pozos. SEGUNDO: Comprar cubos. TERCERO: Informar.",
            ["PRIMERO:", "SEGUNDO:", "TERCERO:"],
        ),
        (
            "es",
            "EL CONSEJO RESUELVE: PRIMERO.- Reparar los pozos. SEGUNDO.- Comprar cubos.",
            ["PRIMERO.-", "SEGUNDO.-"],
        ),
        (
            "fr",
            "DÉCIDE : PREMIÈREMENT : de réparer les puits. DEUXIÈMEMENT : d’acheter des seaux.",
            ["PREMIÈREMENT :", "DEUXIÈMEMENT :"],
        ),
        (
            "fr",
            "Décide : Article 1. De réparer les puits ; Article 2. D’acheter des seaux.",
            ["Article 1.", "Article 2."],
        ),
        (
            "en",
            "RESOLVES: FIRST: To mend the wells. SECOND: To buy buckets.",
            ["FIRST:", "SECOND:"],
        ),
        (
            "ru",
            "постановляет: Первое: чинить мельницы. Второе: купить зерно.",
            ["Первое:", "Второе:"],
        ),
    ],
)
def test_each_word_is_the_label_of_a_paragraph(
    language: str, line: str, expected: list[str]
) -> None:
    found = places(PREAMBLES[language] + line + "\n")
    assert [label for label, _ in found[1:]] == expected
    assert found[1][1].endswith(("pozos.", "puits.", "puits ;", "wells.", "мельницы."))


@pytest.mark.parametrize(
    "line",
    [
        # No second one, one without a mark behind it, one in small letters, another number.
        "RESUELVE: PRIMERO: Reparar los pozos. Comprar cubos.",
        "RESUELVE: PRIMERO: Reparar los pozos. Segundo punto: cubos.",
        "RESUELVE: PRIMERO: Reparar los pozos; segundo: comprar cubos.",
        "RESUELVE: PRIMERO: Reparar los pozos. TERCERO: Comprar cubos.",
        # No verb before the first.
        "Hay dos motivos: PRIMERO: Los pozos son viejos. SEGUNDO: Faltan cubos.",
    ],
)
def test_other_words_divide_no_line(line: str) -> None:
    assert len(places(PREAMBLES["es"] + line + "\n")) == 1
