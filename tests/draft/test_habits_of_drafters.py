"""The same draft in the habits of many drafters: it has the same paragraphs in each of them.

Organ lines, layouts, labels and emphasis are combined in six languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

DRAFTS = {
    "en": (
        "The General Assembly,",
        ("Recalling the report on ferries,", "Noting the rise of fares,"),
        ("Urges villages to build bridges;", "Requests a report;", "Decides to return to it."),
    ),
    "fr": (
        "Le Conseil de sécurité,",
        ("Rappelant le rapport sur les bacs,", "Notant la hausse des prix,"),
        ("Engage les villages à bâtir ;", "Prie son président d’agir ;", "Décide d’y revenir."),
    ),
    "es": (
        "El Consejo Económico y Social,",
        ("Recordando el informe sobre barcas,", "Observando el alza de precios,"),
        ("Insta a las aldeas a construir;", "Pide un informe;", "Decide volver a examinarla."),
    ),
    "ru": (
        "Совет по правам человека,",
        ("ссылаясь на доклад о паромах,", "отмечая рост цен,"),
        ("призывает деревни строить;", "просит представить доклад;", "постановляет вернуться."),
    ),
    "ar": (
        "إن الجمعية العامة،",
        ("إذ تشير إلى تقرير القوارب،", "وإذ تلاحظ ارتفاع الأجور،"),
        ("تحث القرى على بناء الجسور؛", "تطلب تقديم تقرير؛", "تقرر العودة إلى المسألة."),
    ),
    "zh": (
        "安全理事会，",
        ("回顾关于渡船的报告，", "注意到票价上涨，"),
        ("敦促各村修建桥梁；", "请秘书长提出报告；", "决定继续处理此案。"),
    ),
}
ORGANS = {"en": "GA", "fr": "SC", "es": "ECOSOC", "ru": "HRC", "ar": "GA", "zh": "SC"}
LAYOUTS = {"blank lines": "\n\n", "lines": "\n", "further in": "\n\n        "}

Written = Callable[[str], str]
ORGAN_LINES: dict[str, Written] = {
    "in capitals": str.upper,
    "in small letters": str.lower,
    "without comma": lambda line: line[:-1],
    "with a colon": lambda line: line[:-1] + ":",
    "a heading": lambda line: f"# {line}",
    "a heading without comma": lambda line: f"## {line[:-1]}",
    "bold": lambda line: f"**{line}**",
    "bold and italic": lambda line: f"***{line[:-1]}***{line[-1]}",
    "underlined": lambda line: f"<u>{line}</u>",
    "quoted": lambda line: f"“{line}",
    "with wide spaces": lambda line: line.replace(" ", "  "),
}


def first_word(replacement: str) -> Written:
    return lambda text: re.sub(r"^(\S+)", replacement, text)


OPENINGS: dict[str, Written] = {
    "plain": lambda text: text,
    "italic": first_word(r"*\1*"),
    "bold": first_word(r"**\1**"),
    "underlined": first_word(r"<u>\1</u>"),
    "in capitals": lambda text: re.sub(r"^\S+", lambda found: found[0].upper(), text),
    "with a capital": lambda text: text[0].upper() + text[1:],
}
LABELS_OF_PREAMBLE = ("", "- ", "— ", "{}. ", "({letter}) ", "PP{} ")
LABELS = (
    *("{}. ", "{}) ", "({}) ", "{} - ", "{} ", "{}/ ", "{}.\t", "**{}.** ", "### {}. "),
    *("OP{} ", "OP{}. ", "{roman}. ", "- ", ""),
)


def draft(
    language: str,
    layout: str,
    organ: Written,
    opening: Written,
    preamble: str = "",
    label: str = "{}. ",
) -> str:
    """The draft of a language, written as these say."""
    line, reasons, decisions = DRAFTS[language]

    def labelled(form: str, number: int) -> str:
        return form.format(number, letter="abc"[number - 1], roman="I" * number)

    texts = [organ(line)]
    texts += [labelled(preamble, at) + opening(text) for at, text in enumerate(reasons, 1)]
    texts += [labelled(label, at) + opening(text) for at, text in enumerate(decisions, 1)]
    return LAYOUTS[layout].join(texts) + "\n"


def paragraphs(text: str) -> tuple[bool, str, list[tuple[str, int]]]:
    path_format = "markdown" if set(text) & set("*<#") else "plain"
    read = read_draft(Source(text), path_format=path_format)
    parts: list[tuple[str, int]] = [
        (one.part, one.level) for one in read.paragraphs if one.part != "masthead"
    ]  # the mark of a quotation stands there
    return read.is_resolution, read.organ, parts


def expected(language: str) -> tuple[bool, str, list[tuple[str, int]]]:
    parts = ("organ line", *("preamble",) * 2, *("operative",) * 3)
    return True, ORGANS[language], [(part, 0) for part in parts]


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_habit_of_organ_lines_is_read(language: str, layout: str) -> None:
    for (name, organ), opening in product(ORGAN_LINES.items(), ("plain", "italic")):
        text = draft(language, layout, organ, OPENINGS[opening])
        assert paragraphs(text) == expected(language), (name, opening)


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("label", LABELS)
def test_every_habit_of_labels_and_openings_is_read(language: str, layout: str, label: str) -> None:
    for (name, opening), preamble in product(OPENINGS.items(), LABELS_OF_PREAMBLE):
        if not label and preamble not in ("", "- "):
            continue  # a part without labels below one with labels may go on in that
        text = draft(language, layout, str, opening, preamble, label)
        assert paragraphs(text) == expected(language), (name, preamble)
