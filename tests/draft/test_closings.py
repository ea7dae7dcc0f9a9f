"""The last lines of a draft: meeting and date, in either order, on one line or several."""

from __future__ import annotations

import pytest

from reslint.draft.model import CLOSING, OPERATIVE, PREAMBLE
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.checks.marked_drafts import PREAMBLES
from tests.draft.organ_texts import OPERATIVES

CLOSINGS = [
    ("en", "50th plenary meeting\n\n3 December 2024"),
    ("en", "50th plenary meeting\n3 December 2024"),
    ("en", "3 December 2024\n50th plenary meeting"),
    ("en", "3 December 2024\n\n50th plenary meeting"),
    ("en", "*50th plenary meeting / 3 December 2024*"),
    ("en", "(Eighth plenary meeting, 27 May 2023)"),
    ("en", "Adopted at the 50th plenary meeting, 3 December 2024"),
    ("en", "Adopted by the General Assembly without a vote on December 3, 2024."),
    ("en", "Geneva, 3 December 2024"),
    ("fr", "50e séance plénière, 3 décembre 2024"),
    ("fr", "3 décembre 2024\n50e séance plénière"),
    ("fr", "Adoptée à la 50e séance plénière, le 3 décembre 2024"),
    ("fr", "Genève, le 3 décembre 2024"),
    ("es", "50.ª sesión plenaria / 3 de diciembre de 2024"),
    ("es", "3 de diciembre de 2024\n50ª sesión plenaria"),
    ("es", "Aprobada por unanimidad en la 50ª sesión plenaria, el 3 de diciembre de 2024"),
    ("ru", "50-е пленарное заседание, 3 декабря 2024 года"),
    ("ru", "3 декабря 2024 года\n50-е пленарное заседание"),
    ("ru", "Принята на 50-м пленарном заседании 3 декабря 2024 года"),
    ("ru", "Принята Генеральной Ассамблеей без голосования 3 декабря 2024 г."),
    ("zh", "2024年12月3日第50次全体会议"),
    ("zh", "2024年12月3日\n第50次全体会议"),
    ("zh", "2024年12月3日第50次全體會議"),
    ("zh", "大会于2024年12月3日通过"),
    ("zh", "第五十次全体会议"),
    ("ar", "الجلسة العامة 50، 3 كانون الأول/ديسمبر 2024"),
    ("ar", "3 كانون الأول/ديسمبر 2024\nالجلسة العامة 50"),
    ("ar", "اعتمدته الجمعية العامة بدون تصويت في 3 كانون الأول/ديسمبر 2024"),
]
ORGANS = {
    "ar": "***إن الجمعية العامة***،",
    "en": "*The General Assembly*,",
    "es": "*La Asamblea General*,",
    "fr": "*L’Assemblée générale*,",
    "ru": "*Генеральная Ассамблея*,",
    "zh": "**大会**，",
}
SINGLE = {
    "ar": "***تقرر*** عد الجسور.",
    "en": "*Decides* to count the bridges.",
    "es": "*Decide* contar los puentes.",
    "fr": "*Décide* de compter les ponts.",
    "ru": "*постановляет* сосчитать мосты.",
    "zh": "**决定**清点桥梁。",
}


@pytest.mark.parametrize(("language", "closing"), CLOSINGS)
@pytest.mark.parametrize("ending", [".md", ".txt"])
def test_closings(language: str, closing: str, ending: str) -> None:
    text = f"{ORGANS[language]}\n\n{PREAMBLES[language]}\n\n{OPERATIVES[language]}\n{closing}\n"
    stars = "" if ending == ".txt" else "*"
    text = text.replace("*", stars)
    draft = read_draft(Source(text, "draft" + ending))
    (resolution,) = draft.resolutions
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 2]
    assert draft.part(CLOSING)[0].start == text.rstrip().rfind(closing.replace("*", stars))
    assert draft.paragraphs[-1].part == CLOSING


@pytest.mark.parametrize(("language", "closing"), CLOSINGS)
def test_a_closing_after_the_only_operative_paragraph(language: str, closing: str) -> None:
    text = f"{ORGANS[language]}\n\n{PREAMBLES[language]}\n\n{SINGLE[language]}\n\n{closing}\n"
    draft = read_draft(Source(text, "draft.md"))
    (resolution,) = draft.resolutions
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 1]
    assert draft.paragraphs[-1].part == CLOSING
    found = Linter(Settings()).lint(Source(text, "draft.md")).diagnostics
    assert [one.code for one in found if one.code.startswith("FORM")] == []


@pytest.mark.parametrize(("language", "closing"), CLOSINGS)
def test_the_only_operative_paragraph_with_a_comma(language: str, closing: str) -> None:
    marks = {"zh": ("。", "，"), "ar": (".", "،")}
    stop, comma = marks.get(language, (".", ","))
    single = SINGLE[language].rstrip(stop) + comma
    text = f"{ORGANS[language]}\n\n{PREAMBLES[language]}\n\n{single}\n\n{closing}\n"
    found = Linter(Settings()).lint(Source(text, "draft.md")).diagnostics
    assert "FORM004" in [one.code for one in found]
    (resolution,) = read_draft(Source(text, "draft.md")).resolutions
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 1]


@pytest.mark.parametrize(
    "line",
    [
        "*Recalling* the meeting of 3 December 2024,",
        "The meeting of 3 December 2024 opened with a report on the bridges of 2023,",
    ],
)
def test_a_paragraph_with_a_date_is_no_closing(line: str) -> None:
    text = f"{ORGANS['en']}\n\n{line}\n\n{PREAMBLES['en']}\n\n{OPERATIVES['en']}"
    draft = read_draft(Source(text, "draft.md"))
    assert draft.part(CLOSING) == []
    assert len(draft.resolutions[0].preamble) == 2


DATES_IN_SENTENCES = {
    "ar": ("إذ تشير إلى القرار المعتمد في", "25 حزيران/يونيه 1993،"),
    "en": ("Recalling the decision adopted on", "25 June 1993,"),
    "es": ("Recordando la decisión aprobada el", "25 de junio de 1993,"),
    "fr": ("Rappelant la décision adoptée le", "25 juin 1993,"),
    "ru": ("напоминая о решении от", "25 июня 1993 года,"),
    "zh": ("回顾大会", "1993年6月25日，"),
}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("language", DATES_IN_SENTENCES)
def test_a_date_that_a_comma_ends_goes_on_with_the_sentence_above(language: str, gap: str) -> None:
    above, date = DATES_IN_SENTENCES[language]
    parts = [ORGANS[language], above + gap + date, f"1. {SINGLE[language]}"]
    draft = read_draft(Source("\n\n".join(parts) + "\n"))
    assert [one.text.split() for one in draft.part(PREAMBLE)] == [[*above.split(), *date.split()]]
    assert draft.part(CLOSING) == []


@pytest.mark.parametrize(
    ("above", "closes"),
    [("Decides to meet again on", False), ("Decides to remain seized of the matter", True)],
)
def test_a_date_below_an_open_end_is_the_closing_unless_a_preposition_leads_to_it(
    above: str, closes: bool
) -> None:
    text = f"{ORGANS['en']}\n\n*Recalling* the bridges,\n\n1. {above}\n\n25 June 2022.\n"
    draft = read_draft(Source(text))
    assert bool(draft.part(CLOSING)) is closes
    assert draft.part(OPERATIVE)[0].text == (above if closes else f"{above} 25 June 2022.")
