"""Tables of web pages that only lay out a draft, and those that are tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.documents import read_source
from reslint.draft.model import OPERATIVE, PREAMBLE, TABLE, Draft
from reslint.draft.reader import read_draft
from tests.cli.run import reslint

# Organ line, a preambular and two operative paragraphs.
DRAFTS = {
    "en": ("The General Assembly,", "Recalling its work on wells,", "Urges States to dig;",
           "Decides to meet again."),
    "fr": ("L’Assemblée générale,", "Rappelant ses travaux sur les puits,",
           "Prie les États de creuser ;", "Décide de se réunir."),
    "es": ("La Asamblea General,", "Recordando su labor sobre los pozos,",
           "Insta a los Estados a cavar;", "Decide reunirse."),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на свою работу о колодцах,",
           "просит государства копать;", "постановляет собраться вновь."),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى أعمالها بشأن الآبار،", "تحث الدول على الحفر؛",
           "تقرر أن تجتمع مرة أخرى."),
    "zh": ("大会，", "回顾其关于水井的工作，", "敦促各国挖掘水井；", "决定再次开会。"),
}  # fmt: skip
NAVIGATION = "<ul><li><a href='/'>Home</a></li><li><a href='/a'>All</a></li></ul>"


def read(body: str) -> Draft:
    return read_draft(read_source(f"<html><body>{body}</body></html>".encode(), "page.html"))


def parts(draft: Draft) -> list[tuple[str, str]]:
    read = [one for one in draft.paragraphs if one.part in (PREAMBLE, OPERATIVE)]
    return [(one.label.text if one.label else "", one.text) for one in read]


@pytest.mark.parametrize("language", DRAFTS)
def test_the_text_of_a_page_in_one_cell_beside_its_links(language: str) -> None:
    line, first, second, third = DRAFTS[language]
    text = f"<p>{line}</p><p>{first}</p><p>1. {second}</p><p>2. {third}</p>"
    draft = read(f"<table><tr><td>{NAVIGATION}</td><td>{text}</td></tr></table>")
    assert (draft.is_resolution, draft.language, draft.organ) == (True, language, "GA")
    assert parts(draft) == [("", first), ("1.", second), ("2.", third)]


@pytest.mark.parametrize("language", DRAFTS)
def test_labels_in_a_column_of_their_own(language: str) -> None:
    line, first, second, third = DRAFTS[language]
    rows = f"<tr><td>1.</td><td>{second}</td></tr><tr><td>2.</td><td><p>{third}</p></td></tr>"
    draft = read(f"<p>{line}</p><p>{first}</p><table>{rows}</table>")
    assert parts(draft) == [("", first), ("1.", second), ("2.", third)]


@pytest.mark.parametrize("language", DRAFTS)
def test_a_column_that_only_counts_the_rows(language: str) -> None:
    line, first, second, third = DRAFTS[language]
    cells = (line, first, f"1. {second}", f"2. {third}")
    rows = "".join(f"<tr><td>{at}</td><td>{text}</td></tr>" for at, text in enumerate(cells, 1))
    draft = read(f"<table>{rows}</table>")
    assert (draft.is_resolution, draft.language, draft.organ) == (True, language, "GA")
    assert parts(draft) == [("", first), ("1.", second), ("2.", third)]


def test_a_column_of_numbers_in_a_table_of_data_stays() -> None:
    line, first, second, _ = DRAFTS["en"]
    rows = "<tr><td>1</td><td>well</td></tr><tr><td>2</td><td>spring</td></tr>"
    draft = read(f"<p>{line}</p><p>{first}</p><p>1. {second}</p><table>{rows}</table>")
    assert [one.text.split() for one in draft.paragraphs if one.part == TABLE]
    assert "| 1 | well |" in draft.source.text


def test_a_table_within_a_table() -> None:
    line, first, second, third = DRAFTS["es"]
    inner = (
        f"<table><tr><td>1.</td><td>{second}</td></tr><tr><td>2.</td><td>{third}</td></tr></table>"
    )
    draft = read(
        f"<table><tr><td>{NAVIGATION}</td><td><p>Page</p><p>{line}</p><p>{first}</p>{inner}</td>"
        "</tr></table>"
    )
    assert parts(draft) == [("", first), ("1.", second), ("2.", third)]


def test_a_table_of_figures_stays_a_table() -> None:
    line, first, second, third = DRAFTS["en"]
    table = (
        "<table><tr><th>Village</th><th>Wells</th></tr><tr><td><p>Odum</p><p>and Hill</p></td>"
        "<td>12</td></tr><tr><td></td><td>7</td></tr></table>"
    )
    draft = read(f"<p>{line}</p><p>{first}</p><p>1. {second}</p>{table}<p>2. {third}</p>")
    assert parts(draft) == [("", first), ("1.", second), ("2.", third)]
    tables = [one for one in draft.paragraphs if one.part == TABLE]
    assert len(tables) == 1
    written = draft.source.text[tables[0].start : tables[0].end]
    assert "Odum and Hill | 12" in written


def test_a_cell_that_the_file_leaves_open_is_read() -> None:
    line, first, second, third = DRAFTS["en"]
    draft = read(f"<table><tr><td><p>{line}<p>{first}<p>1. {second}<p>2. {third}")
    assert parts(draft) == [("", first), ("1.", second), ("2.", third)]


def test_a_fix_is_written_into_the_cell(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = (
        "<html><body><table><tr><td>Home</td><td><p><i>The General Assembly</i>,</p>"
        "<p><i>Recalling</i> its work on wells;</p><p>1. <i>Urges</i> States to dig;</p>"
        "<p>2. <i>Decides</i> to meet again.</p></td></tr></table></body></html>"
    )
    page.write_text(text, encoding="utf-8")
    reslint(tmp_path, "check", "--fix", "--no-cache", page.name)
    assert page.read_text(encoding="utf-8") == text.replace("wells;", "wells,")
