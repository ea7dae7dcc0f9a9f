"""What a draft does throughout is one finding; in a house with manners of its own, none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reslint.checks.throughout import joined
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.diagnostics import Diagnostic, Edit, Finding
from reslint.text.source import Source
from tests.conftest import ROOT

if TYPE_CHECKING:
    from reslint.text.diagnostics import Safety

DRAFTS = {
    "ar": """\
***إن الجمعية العامة***،

***إذ تشير*** إلى أعمالها المتعلقة بآبار القرى،

***وإذ تلاحظ*** قدم الدلاء،

1 - ***تدعو*** الدول الأعضاء إلى إصلاح الآبار؛

2 - ***تطلب*** إلى الأمين العام عد الدلاء.
""",
    "en": """\
*The General Assembly*,

*Recalling* its earlier work on village wells,

*Noting* the age of the buckets,

1. *Calls upon* Member States to repair the wells;

2. *Requests* the Secretary-General to count the buckets.
""",
    "es": """\
*La Asamblea General*,

*Recordando* su labor sobre los pozos de aldea,

*Observando* la edad de los cubos,

1. *Exhorta* a los Estados Miembros a que reparen los pozos;

2. *Solicita* al Secretario General que cuente los cubos.
""",
    "fr": """\
*L’Assemblée générale*,

*Rappelant* ses travaux sur les puits de village,

*Constatant* l’âge des seaux,

1. *Demande* aux États Membres de réparer les puits ;

2. *Prie* le Secrétaire général de compter les seaux.
""",
    "ru": """\
*Генеральная Ассамблея*,

*ссылаясь* на свою работу о деревенских колодцах,

*отмечая* возраст ведер,

1. *призывает* государства-члены починить колодцы;

2. *просит* Генерального секретаря сосчитать ведра.
""",
    "zh": """\
**大会**，

**回顾**其关于乡村水井的工作，

**注意到**水桶年久，

1. **促请**会员国修理水井；

2. **请**秘书长清点水桶。
""",
}
MASTHEADS = {
    "ar": "اللجنة: الجمعية العامة\nالدول الراعية: كينيا",
    "en": "Committee: General Assembly\nSponsors: Kenya",
    "es": "Comité: Asamblea General\nPatrocinadores: Kenia",
    "fr": "Comité : Assemblée générale\nPays rédacteurs : Kenya",
    "ru": "Комитет: Генеральная Ассамблея\nСпонсоры: Кения",
    "zh": "委员会：大会\n主提案国：肯尼亚",
}
LISTS = """\
*The General Assembly*,

*Recalling* its earlier work on village wells,

1. *Calls upon* Member States:

(a) To repair the wells;

(b) To count the buckets;

2. *Invites* villages:

(a) To paint the wells;

(b) To weigh the buckets;

3. *Requests* the Secretary-General to report to it on the wells.
"""


def findings(text: str, path: str = "draft.md") -> list[Diagnostic]:
    return Linter().lint(Source(text, path)).diagnostics


def found(text: str) -> list[tuple[str, str, int]]:
    """The codes, the words they report, and how many places are related."""
    return [(one.code, text[one.start : one.end], len(one.related)) for one in findings(text)]


def fixed(text: str, *, unsafe: bool = False) -> str:
    linter = Linter()
    return fix_in_rounds(linter.lint(Source(text, "draft.md")), linter, unsafe=unsafe).text


def underlined(text: str) -> str:
    """The draft with all leading phrases underlined, its organ line as it was."""
    line, rest = text.split("\n", 1)
    for mark in ("***", "**", "*"):
        while mark in rest:
            rest = rest.replace(mark, "<u>", 1).replace(mark, "</u>", 1)
    return f"{line}\n{rest}"


@pytest.mark.parametrize("language", DRAFTS)
def test_the_drafts_are_right(language: str) -> None:
    assert found(DRAFTS[language]) == []


@pytest.mark.parametrize("language", DRAFTS)
def test_phrases_underlined_throughout_are_one_finding_with_one_fix(language: str) -> None:
    text = underlined(DRAFTS[language])
    ((code, _, related),) = found(text)
    assert (code, related) == ("LEAD002", 3)
    assert fixed(text) == DRAFTS[language]


@pytest.mark.parametrize("language", DRAFTS)
def test_one_underlined_phrase_is_a_finding_of_its_own(language: str) -> None:
    lines = DRAFTS[language].split("\n")
    lines[2] = underlined("\n".join(["", lines[2]]))[1:]
    text = "\n".join(lines)
    assert [(code, related) for code, _, related in found(text)] == [("LEAD002", 0)]


@pytest.mark.parametrize("language", DRAFTS)
def test_a_model_united_nations_underlines_as_it_likes(language: str) -> None:
    text = f"{MASTHEADS[language]}\n\n{underlined(DRAFTS[language])}"
    assert found(text) == []
    assert fixed(text, unsafe=True) == text


@pytest.mark.parametrize("language", DRAFTS)
def test_a_mark_that_is_missing_is_reported_in_any_house(language: str) -> None:
    text = f"{MASTHEADS[language]}\n\n{DRAFTS[language].rstrip()[:-1]}\n"
    assert [code for code, *_ in found(text)] == ["FORM004"]


@pytest.mark.parametrize(
    ("ends", "right"), [(".", ","), (";", ","), ("", ",")], ids=["stops", "semicolons", "none"]
)
def test_ends_of_a_preamble_are_one_finding(ends: str, right: str) -> None:
    text = DRAFTS["en"].replace(f"wells{right}", f"wells{ends}", 1)
    text = text.replace(f"buckets{right}", f"buckets{ends}")
    ((code, _, related),) = found(text)
    assert (code, related) == ("FORM003", 1)
    assert fixed(text) == DRAFTS["en"]


@pytest.mark.parametrize("ends", [",", "", "."])
def test_items_that_all_end_in_one_way_are_one_finding(ends: str) -> None:
    text = LISTS
    for word in ("wells;", "buckets;"):
        text = text.replace(word, word[:-1] + ends)
    ((code, _, related),) = found(text)
    assert (code, related) == ("FORM004", 3)
    assert fixed(text) == LISTS


def test_the_last_items_may_end_as_they_should() -> None:
    text = LISTS.replace("wells;", "wells,")
    assert found(text) == [("FORM004", ",", 1)]
    assert fixed(text) == LISTS


def test_one_item_that_ends_otherwise_is_a_finding_of_its_own() -> None:
    text = LISTS.replace("repair the wells;", "repair the wells,")
    assert found(text) == [("FORM004", ",", 0)]


def test_small_letters_throughout_are_one_finding() -> None:
    text = LISTS.replace(") To", ") to")
    assert found(text) == [("NUM007", "t", 3)]
    assert fixed(text) == LISTS


def test_small_letters_in_one_list_are_one_finding() -> None:
    text = LISTS.replace(") To paint", ") to paint").replace(") To weigh", ") to weigh")
    assert found(text) == [("NUM007", "t", 1)]
    assert fixed(text) == LISTS


def test_capitals_throughout_are_one_finding() -> None:
    text = DRAFTS["en"]
    for phrase in ("Recalling", "Noting", "Calls upon", "Requests"):
        text = text.replace(phrase, phrase.upper())
    assert found(text) == [("LEAD010", "RECALLING", 3)]
    assert fixed(text) == DRAFTS["en"]


def test_bullets_in_a_list_are_one_finding() -> None:
    text = LISTS.replace("(a) ", "- ").replace("(b) ", "- ")
    assert [one for one in found(text) if one[0] == "NUM005"] == [("NUM005", "-", 3)]


def numbered_on() -> str:
    """A draft whose numbers begin in the preamble and go on in the operative part."""
    text = DRAFTS["en"].replace("2. *R", "4. *R").replace("1. *C", "3. *C")
    return text.replace("*Recalling", "1. *Recalling").replace("*Noting", "2. *Noting")


def test_numbers_that_begin_in_the_preamble_are_one_finding() -> None:
    text = numbered_on()
    assert found(text) == [("NUM003", "1.", 1)]
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == DRAFTS["en"]


def test_numbers_that_begin_in_the_preamble_are_right_in_unesco() -> None:
    text = numbered_on().replace("General Assembly", "General Conference")
    text = text.replace("Secretary-General", "Director-General")
    assert found(text) == []


HOUSE = """\
The Council of Ministers of Village Wells,

**Recalling** its earlier work on wells;

**Noting** the age of the buckets;

1. **Calls upon** villages to repair the wells.

2. **Requests** the Secretariat to count the buckets.
"""


def test_what_an_unknown_house_does_throughout_is_right() -> None:
    assert found(HOUSE) == []
    assert fixed(HOUSE, unsafe=True) == HOUSE


def test_what_an_unknown_house_does_once_is_reported() -> None:
    text = HOUSE.replace("**Noting** the age", "Noting the age")
    assert found(text) == [("LEAD002", "Noting", 0)]


HOUSES = sorted((ROOT / "tests" / "messy").glob("house-*"))


def test_there_are_drafts_of_other_houses() -> None:
    languages = {path.name.split(".")[1] for path in HOUSES}
    assert languages == {"ar", "en", "es", "ru", "zh"}


@pytest.mark.parametrize("path", HOUSES, ids=lambda path: path.name)
def test_a_draft_of_another_house_is_left_alone(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [one.code for one in findings(text, path.name) if one.code != "TOOL007"] == []


@pytest.mark.parametrize(
    ("safeties", "expected"),
    [
        ((None, None), None),
        ((None, "unsafe"), "unsafe"),
        (("unsafe", None), "unsafe"),
    ],
)
def test_joined_findings_are_as_safe_as_the_least_safe(
    safeties: tuple[Safety | None, ...], expected: Safety | None
) -> None:
    findings = [
        Finding(at, at + 1, "1", edits=(Edit(at, at + 1, ""),), safety=safety)
        for at, safety in enumerate(safeties)
    ]
    one = joined(findings, "all")
    assert (one.start, one.end, one.variant, one.safety) == (0, 1, "all", expected)
    assert [each.key() for each in one.edits] == [(0, 1, ""), (1, 2, "")]
    assert [(start, end) for start, end, _ in one.related] == [(1, 2)]
