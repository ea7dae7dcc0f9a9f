"""The mark that is missing goes before the negotiators' words, and never behind a remark."""

from __future__ import annotations

import pytest

from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.checks.marked_drafts import ORGAN_LINES, PREAMBLES

OPERATIVES = {
    "en": "1. *Decides* to count the bridges;\n\n2. *Requests* reports.",
    "fr": "1. *Décide* de compter les ponts\u00a0;\n\n2. *Demande* des rapports.",
    "es": "1. *Decide* contar los puentes;\n\n2. *Solicita* informes.",
    "ru": "1. *постановляет* сосчитать мосты;\n\n2. *просит* представить доклады.",
    "ar": "1 - ***تقرر*** عد الجسور؛\n\n2 - ***تطلب*** تقديم تقارير.",
    "zh": "1. **决定**清点桥梁；\n\n2. **请**提交报告。",
}
COMMAS = {"ar": "،", "zh": "，"}
STATUS = {
    "en": ("[ad ref]", "(agreed)", "**AGREED**", "AGREED", "[provisionally agreed]"),
    "fr": ("[convenu]", "(accepté)", "**CONVENU**", "[ad ref]"),
    "es": ("[acordado]", "(aceptado)", "**ACORDADO**", "[en discusión]"),
    "ru": ("[согласовано]", "(принято)", "СОГЛАСОВАНО", "[ad ref]"),
    "ar": ("[متفق عليه]", "(تم الاتفاق عليه)", "[agreed]"),
    "zh": ("［已商定］", "（待定）", "**已商定**", "[agreed]"),
}
REMARKS = {
    "en": ("[US, EU: delete]", "[new]", "[placement to be decided]", "(EU: delete)"),
    "fr": ("[UE\u00a0: supprimer]", "[nouveau]"),
    "es": ("[nuevo]", "(UE: suprimir)"),
    "ru": ("[новое]", "(США: исключить)"),
    "ar": ("[جديد]", "(مصر: تحذف)"),
    "zh": ("［新增］", "（中国：删除）"),
}


def draft(language: str, end: str) -> str:
    line = PREAMBLES[language][:-1] + end
    return f"{ORGAN_LINES[language]}\n\n{line}\n\n{OPERATIVES[language]}\n"


def fixed(text: str) -> str:
    linter = Linter()
    return fix_in_rounds(linter.lint(Source(text)), linter, unsafe=False).text


@pytest.mark.parametrize(
    ("language", "words"), [(each, words) for each in STATUS for words in STATUS[each]]
)
def test_the_mark_goes_before_words_on_the_negotiation(language: str, words: str) -> None:
    comma = COMMAS.get(language, ",")
    assert fixed(draft(language, f" {words}")) == draft(language, f"{comma} {words}")


@pytest.mark.parametrize(
    ("language", "remark"), [(each, remark) for each in REMARKS for remark in REMARKS[each]]
)
def test_no_mark_is_written_beside_what_may_be_a_remark(language: str, remark: str) -> None:
    text = draft(language, f" {remark}")
    assert fixed(text) == text


@pytest.mark.parametrize("words", ["(NOMAD)", "by [2030]", "of **the steppe**", "of Asia"])
def test_other_words_at_the_end_belong_to_the_paragraph(words: str) -> None:
    assert fixed(draft("en", f" {words}")) == draft("en", f" {words},")


@pytest.mark.parametrize("marked", ["**herders**", "*herders*", "<u>herders</u>", "herders[^1]"])
def test_mark_up_stays_closed(marked: str) -> None:
    note = "\n[^1]: See the report.\n" if "^" in marked else ""
    mark = marked.replace("[^1]", ",[^1]") if note else f"{marked},"
    text = draft("en", f" and {marked} [ad ref]")
    assert fixed(text + note) == draft("en", f" and {mark} [ad ref]") + note
