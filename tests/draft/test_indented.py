"""Paragraphs and items that a drafter indented with `>`; what is quoted stays a quotation."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

DRAFTS = {
    "en": ("*The General Assembly*,", "*Noting* the wells", "1. *Decides*:", "2. *Requests* it."),
    "fr": ("*L’Assemblée générale*,", "*Notant* les puits", "1. *Décide* :", "2. *Prie* d’agir."),
    "es": (
        "*La Asamblea General*,",
        "*Observando* los pozos",
        "1. *Decide*:",
        "2. *Solicita* eso.",
    ),
    "ru": ("*Генеральная Ассамблея*,", "*отмечая* колодцы", "1. *постановляет*:", "2. *просит*."),
    "zh": ("**大会**，", "**注意到**水井", "1. **决定**：", "2. **请**提出报告。"),
    "ar": ("**إن الجمعية العامة**،", "**وإذ تلاحظ** الآبار", "1 - **تقرر**:", "2 - **تطلب** ذلك."),
}


def places(*blocks: str) -> list[str]:
    draft = read_draft(Source("\n\n".join(blocks) + "\n"))
    return [paragraph.place for paragraph in draft.paragraphs]


@pytest.mark.parametrize("language", DRAFTS)
def test_an_indented_paragraph_is_one_of_the_draft(language: str) -> None:
    organ, noting, decides, requests = DRAFTS[language]
    found = places(organ, f"> {noting},", decides, requests)
    assert found == ["organ line", "preamble 1", "1", "2"]


@pytest.mark.parametrize("language", DRAFTS)
def test_indented_items_stand_under_their_paragraph(language: str) -> None:
    organ, noting, decides, requests = DRAFTS[language]
    found = places(organ, f"{noting},", decides, "> 1. A, B;", "> 2. C, D;", requests)
    assert found == ["organ line", "preamble 1", "1", "1 1.", "1 2.", "2"]


@pytest.mark.parametrize("language", DRAFTS)
def test_indented_numbers_under_a_paragraph_without_label_are_quoted(language: str) -> None:
    organ, noting, decides, requests = DRAFTS[language]
    found = places(organ, f"{noting}:", "> 1. A, B;", "> 2. C, D;", decides, requests)
    assert found == ["organ line", "preamble 1", "quotation", "quotation", "1", "2"]


REPLACING = {
    "en": ("1. *Decides* to replace rule 3 by the following:", "1. *Decides* to build:"),
    "fr": ("1. *Décide* de remplacer la règle 3 par :", "1. *Décide* de creuser :"),
    "es": ("1. *Decide* sustituir la regla 3 por:", "1. *Decide* cavar:"),
    "ru": ("1. *постановляет* заменить правило 3 словами:", "1. *постановляет* рыть:"),
    "zh": ("1. **决定**将第3条改为：", "1. **决定**挖："),
    "ar": ("1 - **تقرر** أن يستعاض عن المادة بما يلي:", "1 - **تقرر** حفر:"),
}


@pytest.mark.parametrize("language", DRAFTS)
def test_what_replaces_another_text_is_quoted(language: str) -> None:
    organ, noting, _, requests = DRAFTS[language]
    replaces, decides = REPLACING[language]
    quote = ("> 3. A:", "> (a) B,", "> (b) C")
    found = places(organ, f"{noting},", replaces, *quote, requests)
    assert found == ["organ line", "preamble 1", "1", *["quotation"] * 3, "2"]
    found = places(organ, f"{noting},", decides, *quote[1:], requests)
    assert found == ["organ line", "preamble 1", "1", "1 (a)", "1 (b)", "2"]


def test_in_a_draft_that_pandoc_quoted_nothing_is_quoted() -> None:
    organ, noting, _, requests = DRAFTS["en"]
    body = [f"{noting},", REPLACING["en"][0], "(a) A;", "(b) B;", requests]
    found = places(organ, "\n>\n".join(f"> {one}" for one in body))
    assert found == ["organ line", "preamble 1", "1", "1 (a)", "1 (b)", "2"]


@pytest.mark.parametrize("language", DRAFTS)
def test_a_draft_that_pandoc_quoted_for_its_indentation(language: str) -> None:
    organ, noting, decides, requests = DRAFTS[language]
    body = [organ, f"{noting},[^1]", decides, "(a) A, B;", "(b) C;", requests]
    above = ["A/80/L.1", "80/1. Wells", "Agenda item 7"]
    notes = ["[^1]:\n    > *Wells*,\n    > vol. 2.", "[^2]:\n    > A/80/1."]
    quote = "\n>\n".join(f"> {one}" for one in body)
    found = places(*above, quote, *notes)
    inside = ["organ line", "preamble 1", "1", "1 (a)", "1 (b)", "2"]
    assert found[len(above) :] == [*inside, "note 1", "note 2"]
    # The text of a treaty that is quoted in a draft is no draft.
    other = "\n".join(f"> Article {number}\n>" for number in range(20))
    assert places(organ, f"{noting},", decides, requests, other)[:3] == [
        "organ line",
        "preamble 1",
        "1",
    ]


@pytest.mark.parametrize("language", DRAFTS)
def test_an_organ_line_may_be_indented_with_its_preamble(language: str) -> None:
    organ, noting, decides, requests = DRAFTS[language]
    found = places(f"> {organ}", f"> {noting},", f"> {noting},", decides, requests)
    assert found == ["organ line", "preamble 1", "preamble 2", "1", "2"]


@pytest.mark.parametrize("language", DRAFTS)
def test_an_organ_line_quoted_alone_opens_no_draft(language: str) -> None:
    organ, _, decides, _ = DRAFTS[language]
    draft = read_draft(Source("\n\n".join([f"> {organ}", f"> {decides}"]) + "\n"))
    assert not draft.is_resolution
