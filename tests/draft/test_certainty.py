"""Where the reader doubts the structure of a draft, and what a doubt does to findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.draft.certainty import (
    CONTRADICTORY_NUMBERS,
    DOUBTFUL_PARAGRAPHS,
    NO_ORGAN_LINE,
    TWO_READINGS,
    UNKNOWN_PHRASES,
    UNREAD_TEXT,
)
from reslint.draft.outline import as_data, as_lines
from reslint.draft.reader import read_draft
from reslint.files.check import check_bytes
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

DRAFTS = {
    "en": """\
*The General Assembly*,

*Recalling* the plan for village bridges,

*Noting* the age of the old ferries,

1. *Calls upon* all villages to paint their boats;

2. *Requests* the bridge warden to count the planks;

3. *Decides* to return to the matter.
""",
    "fr": """\
*L’Assemblée générale*,

*Rappelant* le plan des ponts de village,

*Notant* l’âge des vieux bacs,

1. *Demande* aux villages de peindre leurs barques ;

2. *Prie* le gardien du pont de compter les planches ;

3. *Décide* de revenir sur la question.
""",
    "es": """\
*La Asamblea General*,

*Recordando* el plan de los puentes de aldea,

*Observando* la edad de los viejos transbordadores,

1. *Exhorta* a las aldeas a que pinten sus barcas;

2. *Solicita* al guardián del puente que cuente los tablones;

3. *Decide* volver a examinar la cuestión.
""",
    "ru": """\
*Генеральная Ассамблея*,

*ссылаясь* на план деревенских мостов,

*отмечая* возраст старых паромов,

1. *призывает* деревни покрасить свои лодки;

2. *просит* смотрителя моста сосчитать доски;

3. *постановляет* вернуться к этому вопросу.
""",
    "ar": """\
***إن الجمعية العامة***،

***إذ تشير*** إلى خطة جسور القرى،

***وإذ تلاحظ*** قدم العبارات القديمة،

1 - ***تهيب*** بالقرى أن تطلي قواربها؛

2 - ***تطلب*** إلى حارس الجسر أن يعد الألواح؛

3 - ***تقرر*** أن تعود إلى المسألة.
""",
    "zh": """\
**大会**，

**回顾**村庄桥梁计划，

**注意到**旧渡船的年限，

1. **促请**各村粉刷船只；

2. **请**护桥员清点木板；

3. **决定**再次审议这一问题。
""",
}
LANGUAGES = tuple(DRAFTS)


def paragraphs_of(language: str) -> list[str]:
    return DRAFTS[language].strip().split("\n\n")


def joined(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def doubts(text: str, language: str) -> tuple[str, ...]:
    return read_draft(Source(text, "draft.md"), language=language).doubts


def doubtful(text: str, language: str) -> list[str]:
    """The places of the paragraphs that can be read in two ways."""
    draft = read_draft(Source(text, "draft.md"), language=language)
    assert {paragraph.doubt for paragraph in draft.paragraphs} <= {"", TWO_READINGS}
    return [paragraph.place for paragraph in draft.paragraphs if paragraph.doubt]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_well_made_draft_is_certain(language: str) -> None:
    assert doubts(DRAFTS[language], language) == ()
    assert doubtful(DRAFTS[language], language) == []
    assert Linter().lint(Source(DRAFTS[language], "draft.md")).diagnostics == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_organ_line_is_a_doubt(language: str) -> None:
    assert doubts(joined(paragraphs_of(language)[1:]), language) == (NO_ORGAN_LINE,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_that_go_back_again_and_again_are_a_doubt(language: str) -> None:
    parts = paragraphs_of(language)
    once = [*parts[:4], parts[4].replace("2", "1"), parts[5]]
    assert CONTRADICTORY_NUMBERS not in doubts(joined(once), language)
    twice = [*once[:5], parts[5].replace("3", "1")]
    assert CONTRADICTORY_NUMBERS in doubts(joined(twice), language)


def test_each_section_may_begin_with_one() -> None:
    parts = paragraphs_of("en")
    sections = [
        *parts[:3],
        *("## I\n\n" + one.replace(one[0], "1", 1) for one in parts[3:]),
    ]
    assert doubts(joined(sections), "en") == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Wombling over"),
        ("fr", "Bidulant sur"),
        ("es", "Trasteando con"),
        ("ru", "Околесица про"),
    ],
)
def test_unknown_words_at_the_start_of_most_paragraphs_are_a_doubt(
    language: str, words: str
) -> None:
    parts = paragraphs_of(language)
    unknown = [parts[0]]
    for number, one in enumerate(parts[1:], 1):
        label, _, rest = one.partition("*")
        unknown.append(label + words + rest.partition("*")[2] if number < 5 else one)
    assert UNKNOWN_PHRASES in doubts(joined(unknown), language)
    assert UNKNOWN_PHRASES not in doubts(joined([*unknown[:2], *parts[2:]]), language)


def test_paragraphs_before_the_organ_line_are_a_doubt() -> None:
    parts = paragraphs_of("en")
    assert UNREAD_TEXT in doubts(joined([parts[1], *parts]), "en")
    assert doubts(joined(["Bridges of all villages", *parts]), "en") == ()


@pytest.mark.parametrize(
    ("language", "between"),
    [
        ("en", "*Deciding* to count the planks"),
        ("fr", "*Décidant* de compter les planches"),
        ("es", "*Decidiendo* contar los tablones"),
        ("ru", "*постановляя* сосчитать доски"),
        ("ar", "***وإذ تقرر*** عد الألواح"),
        ("zh", "**回顾**清点木板的工作"),
    ],
)
def test_a_paragraph_with_two_signs_of_the_other_part_is_a_doubt(
    language: str, between: str
) -> None:
    """Between the operative paragraphs: no number, a phrase of the preamble, a comma."""
    parts = paragraphs_of(language)
    comma, semicolon = parts[1][-1], parts[3][-1]
    # Chinese 回顾 opens operative paragraphs, too: with a semicolon it is one.
    for mark in (comma,) if language == "zh" else (comma, semicolon):
        text = joined([*parts[:4], between + mark, *parts[4:]])
        draft = read_draft(Source(text, "draft.md"), language=language)
        found = {each.text[-2:]: each.doubt for each in draft.paragraphs if each.doubt}
        assert found == {between[-1] + mark: TWO_READINGS}
        assert draft.doubts == ()


def test_a_number_in_the_preamble_is_a_doubt_unless_the_phrase_decides() -> None:
    """Chinese 欢迎 opens paragraphs of both parts: with a comma for a semicolon it is misread."""
    parts = paragraphs_of("zh")
    both = [
        *parts[:3],
        "1. **欢迎**各村粉刷船只，",
        "2. **促请**各村粉刷船只；",
        "3. **决定**结束。",
    ]
    assert doubtful(joined(both), "zh") in (["preamble 3"], [])
    alone = [*paragraphs_of("en")[:2], "1. " + paragraphs_of("en")[2], *paragraphs_of("en")[3:]]
    assert doubtful(joined(alone), "en") == []


def test_a_doubt_about_most_paragraphs_is_one_about_the_draft() -> None:
    text = """\
*The General Assembly*,

1. *Recalling* the plan for village bridges;

2. *Noting* the age of the old ferries.

3. *Decides* to return to the matter.
"""
    assert doubts(text, "en") == (DOUBTFUL_PARAGRAPHS,)
    once = text.replace("*Noting*", "*Notes*").replace("ferries.", "ferries;")
    assert doubts(once, "en") == ()


def checked(text: str, **settings: object) -> list[tuple[str, str, str]]:
    """The findings: code, severity, safety of the fix."""
    result = Linter(Settings(**settings)).lint(Source(text, "draft.md"))  # type: ignore[arg-type]
    return [
        (each.code, each.severity, each.fix.safety if each.fix else "none")
        for each in result.diagnostics
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_on_structure_are_soft_in_a_doubtful_draft(language: str) -> None:
    parts = paragraphs_of(language)
    wrong = [parts[0], parts[1][:-1] + {"zh": "；", "ar": "؛"}.get(language, ";")]
    text = joined([*wrong, *parts[2:]])
    assert checked(text) == [("FORM003", "error", "safe")]
    assert ("FORM003", "warning", "unsafe") in checked(joined([wrong[1], *parts[2:]]))


def test_a_doubtful_paragraph_does_not_soften_findings_elsewhere() -> None:
    parts = paragraphs_of("en")
    parts[1] = parts[1][:-1] + ";"
    parts.insert(4, "*Deciding* to count the planks,")
    assert checked(joined(parts)) == [("FORM003", "error", "safe"), ("FORM002", "warning", "none")]


def test_a_severity_of_the_settings_holds_in_doubt() -> None:
    text = joined(paragraphs_of("en")[1:]).replace("bridges,", "bridges;")
    assert ("FORM003", "warning", "unsafe") in checked(text)
    assert ("FORM003", "error", "unsafe") in checked(text, severities={"FORM003": "error"})


def test_other_findings_stay_as_they_are() -> None:
    text = joined(paragraphs_of("en")[1:]).replace("the plan", "the  plan")
    assert ("TYPO007", "warning", "safe") in checked(text)


def test_the_outline_names_the_doubts() -> None:
    text = joined(paragraphs_of("en")[1:])
    draft = read_draft(Source(text, "draft.md"))
    data = as_data(draft)
    assert data["certain"] is False
    assert data["doubts"] == [NO_ORGAN_LINE]
    assert {paragraph["doubt"] for paragraph in data["paragraphs"]} == {None}
    assert "  in doubt: no-organ-line" in as_lines(draft)
    assert as_data(read_draft(Source(DRAFTS["en"], "draft.md")))["certain"] is True


def test_a_check_after_an_edit_sees_new_doubts() -> None:
    """Findings that are kept from the last check must not keep their old safety."""
    linter = IncrementalLinter(Settings(language="en"))
    text = joined(paragraphs_of("en")).replace("*Noting* the", "Wombling the")
    for version in (text, text.partition("\n\n")[2], text):
        kept = linter.lint(Source(version, "draft.md")).diagnostics
        new = Linter(Settings(language="en")).lint(Source(version, "draft.md")).diagnostics
        assert [(one.code, one.severity, one.fix and one.fix.safety) for one in kept] == [
            (one.code, one.severity, one.fix and one.fix.safety) for one in new
        ]


def test_the_report_says_that_a_draft_is_in_doubt(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    for text, expected in ((DRAFTS["en"], True), (joined(paragraphs_of("en")[1:]), False)):
        path.write_text(text, encoding="utf-8")
        assert check_bytes(path.read_bytes(), str(path), True, Settings(), None).certain is expected


@pytest.mark.parametrize(
    "text",
    [
        # notes below the last paragraph, and letters of a paragraph with an emphasized verb
        "*The General Assembly*,\n\n*Noting* it,\n\n1. *Urges* care;\n\n2. *Decides* to meet.\n\n"
        "(1) A/70/1.\n\n(2) A/70/2.\n",
        "*The General Assembly*,\n\n*Noting* it,\n\n1. *Requests* the clerk:\n\n"
        "a) to count; b) to mend;\n\nA. *Decides* to meet;\n\nB. *Urges* care.\n",
    ],
)
def test_an_item_that_may_be_none_is_in_doubt_and_keeps_its_text(text: str) -> None:
    result = Linter().lint(Source(text))
    items = [one for one in result.draft.part("operative") if one.parent is not None]
    assert {one.doubt for one in items[-2:]} == {"two-readings"}
    fixed = fix_in_rounds(result, Linter()).text
    assert fixed.rpartition("\n\n")[2] == text.rpartition("\n\n")[2]
