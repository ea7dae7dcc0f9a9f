"""Heads that a page repeats, as in text out of a PDF, are no part of the draft."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.reader import read_draft
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.text.source import Source

WORDS = {
    "en": ("The General Assembly,", "Recalling the pact,", "Noting the drought,", "Decides to act;",
           "Requests a report."),
    "fr": ("L'Assemblée générale,", "Rappelant le pacte,", "Notant la sécheresse,",
           "Décide d'agir ;", "Demande un rapport."),
    "es": ("La Asamblea General,", "Recordando el pacto,", "Observando la sequía,",
           "Decide actuar;", "Pide un informe."),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на договор,", "отмечая засуху,",
           "постановляет действовать;", "просит представить доклад."),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى الميثاق،", "وإذ تلاحظ الجفاف،", "تقرر أن تعمل؛",
           "تطلب تقريرا."),
    "zh": ("大会，", "回顾该公约，", "注意到旱情，", "决定采取行动；", "请秘书长提出报告。"),
}  # fmt: skip


def draft_with(heads: tuple[str, str, str], language: str) -> str:
    organ, first, second, deed, last = WORDS[language]
    return (
        "\n\n".join(
            (heads[0], organ, first, heads[1], second, f"1. {deed}", heads[2], f"2. {last}")
        )
        + "\n"
    )


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize(
    "heads",
    [
        tuple(f"Model of the Lake 2019 – Draft 2.1      {page}" for page in (1, 2, 3)),
        tuple(f"{page} Model of the Lake 2019 – Draft 2.1" for page in (1, 2, 3)),
        tuple(f"Model of the Lake | Draft | {page}" for page in (4, 5, 7)),
        ("MODEL OF THE LAKE 2019",) * 3,
    ],
)
def test_repeated_heads_are_left_out(language: str, heads: tuple[str, str, str]) -> None:
    draft = read_draft(Source(draft_with(heads, language), "draft.txt"))
    assert counts_of(draft) == (2, 2, 0, 0)
    head = heads[1].split("  ")[0]
    assert not [
        p
        for part in ("preamble", "operative", "heading")
        for p in draft.part(part)
        if head in p.text
    ]


def test_a_line_that_stands_once_is_kept() -> None:
    text = draft_with(("MODEL OF THE LAKE", "On the state of the bridges", "MODEL"), "en")
    draft = read_draft(Source(text, "draft.txt"))
    assert any("state of the bridges" in p.text for p in draft.paragraphs)


def test_a_head_that_is_typed_again_is_read_as_it_is_now() -> None:
    heads = tuple(f"Model of the Lake 2019 – Draft 2.1      {page}" for page in (1, 2, 3))
    text = draft_with(heads, "en")  # type: ignore[arg-type]
    cache = ParagraphCache()
    read_draft(Source(text, "draft.txt"), cache=cache)
    for changed in (text.replace("Lake 2019", "Lakes 2019", 1), text.replace("2.1      2", "2.1")):
        again = read_draft(Source(changed, "draft.txt"), cache=cache)
        new = read_draft(Source(changed, "draft.txt"))
        assert [(p.part, p.text) for p in again.paragraphs] == [
            (p.part, p.text) for p in new.paragraphs
        ]


def test_several_lines_of_the_masthead_in_the_midst_of_an_item() -> None:
    head = ("United Nations General Assembly", "Republic of Hills (A. Miller)", "Resolution #34")
    text = "\n\n".join(head) + (
        "\n\nThe General Assembly,\n\nNoting the rain,\n\n1. Encourages all to go:\n\n"
        "a. With the aim to mend the roofs of the mills,\n\n" + "\n".join(head) + "\n\n"
        "b. With the hope to stay dry.\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert [one.text for one in draft.resolutions[0].operative[0].children] == [
        "With the aim to mend the roofs of the mills,",
        "With the hope to stay dry.",
    ]


def test_several_lines_of_the_masthead_at_the_end_of_a_wrapped_paragraph() -> None:
    head = ("United Nations General Assembly", "Republic of Hills (A. Miller)", "Resolution #34")
    wrapped = "Noting the rain of the valley and the cost of all the roofs\nof the mills,"
    text = "\n\n".join(head) + (
        f"\n\nThe General Assembly,\n\n{wrapped}\n\n{wrapped}\n\n{wrapped}\n\n"
        "1. Encourages the millers to mend the roofs of the mills now\nand for all years to come;\n"
        + "\n".join(head)
        + "\n\n2. Decides to stay dry.\n"
    )
    source = Source(text, "draft.txt")
    assert [one.text for one in read_draft(source).resolutions[0].operative] == [
        "Encourages the millers to mend the roofs of the mills now and for all years to come;",
        "Decides to stay dry.",
    ]
    linter = IncrementalLinter()
    for changed in (text, text.replace("rain", "snow", 1), text.replace("dry", "wet"), text):
        live = linter.lint(Source(changed, "draft.txt")).diagnostics
        full = Linter().lint(Source(changed, "draft.txt")).diagnostics
        assert [(one.code, one.start, one.end) for one in live] == [
            (one.code, one.start, one.end) for one in full
        ]
