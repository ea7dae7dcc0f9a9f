"""Who decides: above a paragraph in one block, behind a symbol, or without mark."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


def lines(draft: Draft) -> list[str]:
    return [one.text for one in draft.part("organ line")]


CONCLUDING = {
    "en": (
        ("NOTING the cost of ferries;", "RECALLING its report on the bridges of the valley;"),
        "NOW, THEREFORE, THE COMMISSION:",
        ("REGRETS that the ferry is late;", "INSTRUCTS the Secretary to write."),
    ),
    "fr": (
        ("NOTANT le prix des bacs ;", "RAPPELANT son rapport sur les ponts de la vallée ;"),
        "EN CONSÉQUENCE, LA COMMISSION :",
        ("REGRETTE que le bac tarde ;", "PRIE le secrétaire d’écrire."),
    ),
    "es": (
        ("OBSERVANDO el precio;", "RECORDANDO su informe sobre los puentes del valle;"),
        "POR TANTO, LA COMISIÓN:",
        ("LAMENTA que la barca tarde;", "PIDE al secretario que escriba."),
    ),
    "ru": (
        ("ОТМЕЧАЯ стоимость паромов,", "ССЫЛАЯСЬ на свой доклад о мостах этой долины,"),
        "КОМИССИЯ:",
        ("ОСУЖДАЕТ опоздание парома;", "ПРОСИТ секретаря написать."),
    ),
    "ar": (
        ("وإذ تلاحظ كلفة العبّارات،", "وإذ تشير إلى تقريرها عن الجسور في هذا الوادي،"),
        "اللجنة:",
        ("تدين تأخر العبّارة؛", "تطلب إلى الأمين أن يكتب."),
    ),
    "zh": (
        ("注意到渡船的费用，", "回顾其关于山谷中各座桥梁的报告和各项建议，"),
        "为此，委员会：",
        ("敦促船夫们每天准时开船并且清点乘客；", "请秘书写信。"),
    ),
}


@pytest.mark.parametrize("between", ["\n", " "])
@pytest.mark.parametrize("language", CONCLUDING)
def test_the_first_operative_paragraph_goes_on_from_who_decides(
    language: str, between: str
) -> None:
    reasons, line, (first, second) = CONCLUDING[language]
    draft = read("\n\n".join([*reasons, line + between + first, second]) + "\n")
    assert draft.language == language
    assert counts_of(draft) == (2, 2, 0, 0)
    assert lines(draft) == [line]
    assert [one.text for one in draft.part("operative")] == [first, second]


@pytest.mark.parametrize(
    ("title", "line", "first", "second"),
    [
        ("RESOLUTION ON FERRIES", "THE COMMISSION:", "AGREES to meet.", "REQUESTS a report."),
        ("RÉSOLUTION SUR LES BACS", "LA COMMISSION :", "DÉPLORE le retard.", "PRIE d’écrire."),
        ("RESOLUCIÓN SOBRE BARCAS", "LA COMISIÓN:", "LAMENTA el retraso.", "PIDE un informe."),
        ("РЕЗОЛЮЦИЯ О ПАРОМАХ", "КОМИССИЯ:", "ОСУЖДАЕТ задержку.", "ПРОСИТ написать доклад."),
        ("关于渡船的决议", "委员会：", "敦促船夫准时开船。", "请秘书写信。"),
    ],
)
def test_a_body_decides_below_a_title_in_its_block(
    title: str, line: str, first: str, second: str
) -> None:
    draft = read(f"{title}\n{line}\n{first}\n\n{second}\n")
    assert draft.is_resolution
    assert counts_of(draft) == (0, 2, 0, 0)
    assert lines(draft) == [line]


@pytest.mark.parametrize(
    "paragraph",
    [
        "NOTING that the Commission said: Regrets are cheap;",
        "NOTING the words of the Commission: REGRETS, and no more;",
    ],
)
def test_a_colon_within_a_paragraph_ends_no_line(paragraph: str) -> None:
    draft = read(f"The Council,\n\n{paragraph}\n\n1. Urges all to row.\n")
    assert counts_of(draft) == (1, 1, 0, 0)


def test_a_body_that_concludes_from_its_reasons_needs_no_numbers_and_no_other_line() -> None:
    reasons, line, (first, second) = CONCLUDING["en"]
    text = "\n\n".join(["Resolution 5", *reasons, line, first, second]) + "\n"
    found = {one.code for one in Linter().lint(Source(text, "draft.txt")).diagnostics}
    assert found == {"TOOL007"}


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("CM.5/R.1", "The Council of Millers,"),
        ("Description:", "The Council of Millers,"),
        ("Res. 12 (IV)", "The Free Union of Ferrymen,"),
    ],
)
def test_the_line_of_a_body_behind_a_symbol_or_field(before: str, line: str) -> None:
    draft = read(f"{before}   {line}\n\nNoting the cost,\n\nAware of it,\n\n1. Urges all to row.\n")
    assert lines(draft) == [line]
    assert counts_of(draft) == (2, 1, 0, 0)
    assert not draft.doubts


def test_a_name_within_the_line_of_a_body_is_no_line_of_its_own() -> None:
    line = "The Ministers of The Valley,"
    draft = read(f"{line}\n\nNoting the cost,\n\nAware of it,\n\n1. Urges all to row.\n")
    assert lines(draft) == [line]


@pytest.mark.parametrize(
    ("line", "first", "second"),
    [
        ("The Conference", "Mindful of the cost of ferries;", "Requests the clerk to write."),
        ("La Conférence", "Consciente du prix des bacs ;", "Prie le greffier d’écrire."),
        ("La Conferencia", "Consciente del precio de las barcas;", "Pide al oficial que escriba."),
        ("Конференция", "Сознавая стоимость паромов;", "Просит секретаря написать."),
        ("المؤتمر", "وإذ يدرك كلفة العبّارات؛", "يطلب إلى الأمين أن يكتب."),
        ("大会会议", "意识到渡船的费用；", "请秘书写信。"),
    ],
)
def test_a_line_of_another_body_without_mark(line: str, first: str, second: str) -> None:
    draft = read(f"7/12\n\n{line}\n\n{first}\n\n{first}\n\n1. {second}\n")
    assert lines(draft) == [line]
    assert counts_of(draft) == (2, 1, 0, 0)
    assert "no-organ-line" in draft.doubts


def test_a_title_above_the_first_paragraph_is_no_organ_line() -> None:
    draft = read("Bridges and ferries\n\nNoting it,\n\nAware of it,\n\n1. Urges all to row.\n")
    assert lines(draft) == []
