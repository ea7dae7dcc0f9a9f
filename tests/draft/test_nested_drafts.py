"""Drafts of another body that a resolution recommends to it."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.reader import read_draft
from reslint.text.source import Source

RECOMMENDED = {
    "en": (
        "The Executive Board,",
        "Noting the ferries,",
        "Recommends to the Health Assembly the adoption of the following resolution:",
        "The Seventieth Health Assembly,",
        "Requests a report.",
    ),
    "fr": (
        "Le Conseil exécutif,",
        "Notant les bacs,",
        "Recommande à l’Assemblée de la Santé d’adopter la résolution suivante :",
        "La Soixante-dixième Assemblée de la Santé,",
        "Demande un rapport.",
    ),
    "es": (
        "El Consejo Ejecutivo,",
        "Observando las barcas,",
        "Recomienda a la Asamblea de la Salud que adopte la siguiente resolución:",
        "La 70.ª Asamblea de la Salud,",
        "Pide un informe.",
    ),
    "ru": (
        "Исполнительный комитет,",
        "отмечая паромы,",
        "рекомендует Ассамблее здравоохранения принять следующую резолюцию:",
        "Семидесятая сессия Ассамблеи здравоохранения,",
        "просит доклад.",
    ),
    "ar": (
        "المجلس التنفيذي،",
        "وإذ يلاحظ العبّارات،",
        "يوصي جمعية الصحة باعتماد القرار التالي:",
        "جمعية الصحة السبعون،",
        "تطلب تقريرا.",
    ),
    "zh": (
        "执行委员会，",
        "注意到渡船，",
        "建议卫生大会通过以下决议：",
        "第七十届卫生大会，",
        "请提出报告。",
    ),
}


@pytest.mark.parametrize("language", RECOMMENDED)
def test_a_recommended_draft_is_nested(language: str) -> None:
    board, noting, recommends, assembly, requests = RECOMMENDED[language]
    draft = read_draft(
        Source("\n\n".join([board, noting, recommends, assembly, noting, f"1. {requests}"]) + "\n")
    )
    assert draft.language == language
    outer, inner = draft.resolutions
    assert inner.parent is outer
    assert [one.text for one in draft.part("organ line")] == [board, assembly]
    assert counts_of(draft) == (2, 2, 0, 0)


def test_a_body_below_another_paragraph_opens_no_draft() -> None:
    draft = read_draft(
        Source(
            "The Board,\n\nNoting the views of these bodies:\n\nThe Assembly of Millers,\n\n"
            "Recalling it,\n\n1. Requests a report.\n"
        )
    )
    assert len(draft.resolutions) == 1
