"""Findings on the numbers of Word lists."""

from __future__ import annotations

import pytest

from reslint.documents import read_source
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from tests.documents.word_files import docx, numbered, p, r


def level(at: int, kind: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


LISTS = (
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1)")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def draft(*operative: str) -> bytes:
    italic = "<w:i/>"
    return docx(
        p(r("The General Assembly", italic), ",")
        + p(r("Recalling", italic), " its resolution 70/1 of 25 September 2015,")
        + "".join(operative),
        numbering=LISTS,
    )


def paragraph(phrase: str, end: str, *, typed: str = "") -> str:
    properties = "" if typed else numbered(1)
    return p(typed, r(phrase, "<w:i/>"), f" to go on{end}", properties=properties)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "not 1). The number is automatic: change the settings of the list."),
        ("fr", "et non 1). Le numéro est automatique : modifier les réglages de la liste."),
    ],
)
def test_one_finding_a_level_without_a_fix(language: str, words: str) -> None:
    data = draft(paragraph("Decides", ";"), paragraph("Requests", ";"), paragraph("Invites", "."))
    result = Linter(Settings(message_language=language)).lint(read_source(data, "x"))
    found = [one for one in result.diagnostics if one.code == "NUM010"]
    assert [(one.start, one.fix) for one in found] == [(result.draft.source.text.index("1)"), None)]
    assert found[0].message.endswith(words)


def test_typed_numbers_have_their_own_findings() -> None:
    data = draft(paragraph("Decides", ";", typed="1) "), paragraph("Requests", ".", typed="2) "))
    result = Linter().lint(read_source(data, "x"))
    found = [one for one in result.diagnostics if one.code == "NUM010"]
    assert all(one.fix is not None and "automatic" not in one.message for one in found)
    assert found


def test_each_list_of_one_item_has_its_own_finding() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")
    lists = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    item = p("To read;", properties=numbered(1, 1))
    body = (
        p(r("The General Assembly", "<w:i/>"), ",")
        + p(r("Recalling", "<w:i/>"), " its resolution 70/1 of 25 September 2015,")
        + paragraph("Decides", ":")
        + item
        + paragraph("Requests", ":")
        + item
        + paragraph("Invites", ".")
    )
    found = [
        one
        for one in Linter().lint(read_source(docx(body, numbering=lists), "x")).diagnostics
        if one.code == "NUM006"
    ]
    assert len(found) == 2
    assert all("settings" not in one.message for one in found)
