"""Differences of structure in a draft with sections, notes, an annex and a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.concordance.comparing import findings_of
from reslint.settings.settings import Settings
from tests.concordance.conftest import aligned

FOLDER = Path(__file__).parent / "water"
TEXTS = {one: (FOLDER / f"{one}.md").read_text(encoding="utf-8") for one in ("en", "fr", "ru")}
Found = list[tuple[str, str, str]]


def found(texts: dict[str, str]) -> Found:
    """Language, code and paragraph of what is found."""
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    return [
        (path[:2], one.code, one.paragraph or "")
        for path, each in results.items()
        for one in each.diagnostics
    ]


def without(start: str) -> str:
    """The French draft without the paragraph that begins so."""
    blocks = TEXTS["fr"].split("\n\n")
    kept = [one for one in blocks if not one.startswith(start)]
    assert len(kept) < len(blocks)
    return "\n\n".join(kept)


def swapped(first: str, second: str) -> str:
    """The French draft with two paragraphs in each other's place."""
    blocks = TEXTS["fr"].split("\n\n")
    one = next(at for at, text in enumerate(blocks) if text.startswith(first))
    other = next(at for at, text in enumerate(blocks) if text.startswith(second))
    blocks[one], blocks[other] = blocks[other], blocks[one]
    return "\n\n".join(blocks)


def replaced(*pairs: tuple[str, str]) -> str:
    """The French draft with other words."""
    text = TEXTS["fr"]
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


DIFFERENCES = {
    "a section without its heading": (without("**Financement"), "CONC001"),
    "a preambular paragraph lost": (without("*Considérant*"), "CONC001"),
    "an item lost": (without("ii)"), "CONC001"),
    "a paragraph of the annex lost": (without("2. Les comptes"), "CONC001"),
    "two preambular paragraphs in one": (
        replaced(
            ("fleuves,\n\n*Profondément préoccupée*", "fleuves, et *profondément préoccupée*")
        ),
        "CONC001",
    ),
    "another level": (
        replaced(("ii) Avec", "c) Avec"), ("c) De faire", "d) De faire")),
        "CONC003",
    ),
    "a wrong label": (replaced(("5. *Encourage*", "6. *Encourage*")), "CONC003"),
    "a marker lost": (replaced(("général[^1]", "général")), "CONC004"),
    "a marker at another paragraph": (
        replaced(("annexe[^2]", "annexe"), ("contributions ;", "contributions[^2] ;")),
        "CONC004",
    ),
    "the symbol in a note": (replaced(("A/80/77", "A/80/76")), "CONC007"),
    "the paragraph in a note": (replaced(("par. 12", "par. 21")), "CONC009"),
    "a cell of a table": (replaced(("350 |", "530 |")), "CONC017"),
    "a row of a table": (replaced(("| Voyages | 350 | 400 |\n", "")), "CONC017"),
    "the symbol of the draft": (replaced(("A/C.2/80/L.31", "A/C.2/80/L.13")), "CONC015"),
    "the date of distribution": (replaced(("3 novembre", "8 novembre")), "CONC015"),
    "the agenda item": (replaced(("Point 19", "Point 18")), "CONC015"),
    "the letter of the agenda item": (replaced(("Point 19 d)", "Point 19 b)")), "CONC015"),
    "the session": (replaced(("Quatre-vingtième", "Quatre-vingt-unième")), "CONC015"),
    "the committee": (replaced(("Deuxième Commission", "Troisième Commission")), "CONC015"),
    "a future session": (
        replaced(("quatre-vingt-deuxième session", "quatre-vingt-troisième session")),
        "CONC009",
    ),
    "a weaker verb": (replaced(("4. *Prie* le", "4. *Invite* le")), "CONC012"),
    "a verb that decides nothing": (
        replaced(("6. *Décide* d’adopter", "6. *Recommande* d’adopter")),
        "CONC012",
    ),
    "another body": (replaced(("pour l’environnement", "pour le développement")), "CONC011"),
}


def test_the_draft_has_no_difference() -> None:
    assert found(TEXTS) == []


@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_difference_is_found_once(name: str) -> None:
    text, code = DIFFERENCES[name]
    for others in (("en", "ru"), ("en",)):
        odd = found({**{one: TEXTS[one] for one in others}, "fr": text})
        assert {(language, one) for language, one, _ in odd} == {("fr", code)}


def test_of_two_swapped_paragraphs_the_place_is_said_and_not_the_verbs() -> None:
    text = swapped("2. *D", "3. *D")
    text = text.replace("3. *Demande* au", "2. *Demande* au")
    text = text.replace("2. *Demande instamment", "3. *Demande instamment")
    assert found({**TEXTS, "fr": text}) == [("fr", "CONC002", "2")]
    assert [one for _, one, _ in found({**TEXTS, "fr": swapped("*Cons", "*Prof")})] == ["CONC002"]


def test_the_row_of_a_table_and_the_number_word_are_the_places() -> None:
    text = replaced(("350 |", "530 |"), ("quatre-vingt-deuxième", "quatre-vingt-troisième"))
    comparison = aligned({**TEXTS, "fr": text})
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    number, table = results["fr.md"].diagnostics
    assert text[table.start : table.end] == "Voyages | 530 | 400"
    assert text[number.start : number.end] == "quatre-vingt-troisième"
    related = [
        TEXTS[one.path[:2]][one.start : one.end] for one in (*number.related, *table.related)
    ]
    assert related == [
        "eighty-second",
        "восемьдесят второй",
        "Travel | 350 | 400",
        "Поездки | 350 | 400",
    ]
