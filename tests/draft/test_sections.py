"""Sections of a draft, each with a preamble of its own; two note markers together."""

from __future__ import annotations

import pytest

from reslint.linting.linter import Linter
from reslint.text.source import Source

# Organ line, two preambular paragraphs, two operative paragraphs; `{}` is the subject.
PARAGRAPHS = {
    "en": (
        "*The General Assembly*,",
        "*Recalling* its work on {},",
        "*Noting* the report on {},",
        "{}. *Welcomes* the report on {};",
        "{}. *Requests* a report on {};",
    ),
    "fr": (
        "*L’Assemblée générale*,",
        "*Rappelant* ses travaux sur {},",
        "*Notant* le rapport sur {},",
        "{}. *Se félicite* du rapport sur {} ;",
        "{}. *Prie* le Secrétaire général de faire rapport sur {} ;",
    ),
    "es": (
        "*La Asamblea General*,",
        "*Recordando* su labor sobre {},",
        "*Observando* el informe sobre {},",
        "{}. *Acoge con beneplácito* el informe sobre {};",
        "{}. *Solicita* un informe sobre {};",
    ),
    "ru": (
        "*Генеральная Ассамблея*,",
        "*ссылаясь* на свою работу, касающуюся {},",
        "*отмечая* доклад, касающийся {},",
        "{}. *приветствует* доклад, касающийся {};",
        "{}. *просит* представить доклад, касающийся {};",
    ),
    "ar": (
        "**إن الجمعية العامة**،",
        "**إذ تشير** إلى عملها المتعلق ب{}،",
        "**وإذ تلاحظ** التقرير المتعلق ب{}،",
        "{} - **ترحب** بالتقرير المتعلق ب{}؛",
        "{} - **تطلب** تقديم تقرير عن {}؛",
    ),
    "zh": (
        "**大会**，",
        "**回顾**其关于{}的工作，",
        "**注意到**关于{}的报告，",
        "{}. **欢迎**关于{}的报告；",
        "{}. **请**秘书长提出关于{}的报告；",
    ),
}
SUBJECTS = {
    "en": ("wells", "rivers"),
    "fr": ("les puits", "les cours d’eau"),
    "es": ("los pozos", "los ríos"),
    "ru": ("колодцев", "рек"),
    "ar": ("الآبار", "الأنهار"),
    "zh": ("水井", "河流"),
}
HEADINGS = [
    *((each, ("I", "II")) for each in PARAGRAPHS),
    *((each, ("**I**", "**II**")) for each in PARAGRAPHS),
    ("ar", ("أولا", "ثانيا")),
    ("zh", ("一", "二")),
    ("en", ("Section I. Wells", "Section II. Rivers")),
    ("fr", ("Section I : Puits", "Section II : Cours d’eau")),
    ("es", ("Sección I. Pozos", "Sección II. Ríos")),
    ("ru", ("Раздел I. Колодцы", "Раздел II. Реки")),
    ("ar", ("الفرع الأول: الآبار", "الفرع الثاني: الأنهار")),
    ("zh", ("第一节 水井", "第二节 河流")),
]


def _draft(language: str, heads: tuple[str, str], *, restart: bool, title: str) -> str:
    line, recalls, notes, welcomes, requests = PARAGRAPHS[language]
    blocks = [line]
    for index, (head, subject) in enumerate(zip(heads, SUBJECTS[language], strict=True)):
        first = 1 if restart or not index else 3
        titled = bool(title) and " " not in head  # else the head has its title on the same line
        blocks += [head, title.format(subject.capitalize())] if titled else [head]
        blocks += [recalls.format(subject), notes.format(subject)]
        blocks += [welcomes.format(first, subject), requests.format(first + 1, subject)]
    stop = "。" if language == "zh" else "."
    return "\n\n".join(blocks).rstrip(" ;؛；") + stop + "\n"


@pytest.mark.parametrize("title", ["", "{}", "**{}**"])
@pytest.mark.parametrize("restart", [False, True])
@pytest.mark.parametrize(("language", "heads"), HEADINGS)
def test_each_section_may_have_a_preamble(
    language: str, heads: tuple[str, str], restart: bool, title: str
) -> None:
    result = Linter().lint(Source(_draft(language, heads, restart=restart, title=title)))
    assert [(one.code, one.message) for one in result.diagnostics] == []
    (resolution,) = result.draft.resolutions
    assert len(resolution.operative) == 4


@pytest.mark.parametrize("between", [",", ", ", "、", "，"])
def test_the_comma_between_two_markers_ends_no_paragraph(between: str) -> None:
    text = (
        f"**大会**，\n\n**回顾**关于水井的报告，[^1]{between}[^2]\n\n"
        f"1. **决定**挖掘水井；[^3]{between}[^4]\n\n2. **请**秘书长提出报告。\n\n"
    )
    text += "\n\n".join(f"[^{number}]: A/78/{number}。" for number in range(1, 5)) + "\n"
    result = Linter().lint(Source(text))
    assert result.diagnostics == []
    assert len(result.draft.resolutions[0].operative) == 2
