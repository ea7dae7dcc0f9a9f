"""The numbered lists of wikis: each line begins with `#`."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.reader import read_draft
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

DRAFTS = {
    "en": (
        "The General Assembly,",
        "Noting the ferries,",
        "Requests a report:",
        "of May;",
        "Urges care.",
    ),
    "fr": (
        "L’Assemblée générale,",
        "Notant les bacs,",
        "Demande un rapport :",
        "de mai ;",
        "Prie chacun d’agir.",
    ),
    "es": (
        "La Asamblea General,",
        "Observando las barcas,",
        "Pide un informe:",
        "de mayo;",
        "Insta a todos a remar.",
    ),
    "ru": (
        "Генеральная Ассамблея,",
        "отмечая паромы,",
        "просит доклад:",
        "за май;",
        "призывает всех грести.",
    ),
    "ar": (
        "إن الجمعية العامة،",
        "وإذ تلاحظ العبّارات،",
        "تطلب تقريرا:",
        "عن أيار؛",
        "تحث الجميع على التجديف.",
    ),
    "zh": ("大会，", "注意到渡船，", "请提出报告：", "五月的；", "敦促人人划船。"),
}


@pytest.mark.parametrize("path", ["draft.txt", "draft.md"])
@pytest.mark.parametrize("language", DRAFTS)
def test_the_lines_of_a_list_are_paragraphs_and_items(language: str, path: str) -> None:
    organ, noting, first, item, last = DRAFTS[language]
    text = f"{organ}\n\n{noting}\n\n# {first}\n## {item}\n## {item}\n# {last}\n"
    draft = read_draft(Source(text, path))
    assert draft.language == language
    assert counts_of(draft) == (1, 2, 2, 0)
    codes = {one.code for one in Linter().lint(Source(text, path)).diagnostics}
    assert not {"NUM009", "NUM005", "FORM009"} & codes


def test_the_emphasis_of_a_wiki_stands_behind_the_mark() -> None:
    draft = read_draft(
        Source("The General Assembly,\n\nNoting it,\n\n# ''Urges'' care;\n# ''Decides'' to meet.\n")
    )
    assert counts_of(draft) == (1, 2, 0, 0)
    assert [one.text for one in draft.part("operative")] == ["Urges care;", "Decides to meet."]


@pytest.mark.parametrize(
    "lines",
    [
        "# Ferries of the valley;\n# Bridges;",
        "# Requests a report;",
        "# Notes on ferries.\n\n# Requests are made below.",
    ],
)
def test_headings_stay_headings(lines: str) -> None:
    draft = read_draft(
        Source(f"The General Assembly,\n\nNoting it,\n\n{lines}\n\n1. Urges care.\n")
    )
    assert counts_of(draft) == (1, 1, 0, 0)


def test_blank_lines_may_stand_between_the_lines_of_a_list() -> None:
    draft = read_draft(
        Source("The General Assembly,\n\nNoting it,\n\n# Requests a report;\n\n# Urges care.\n")
    )
    assert counts_of(draft) == (1, 2, 0, 0)


def test_a_line_that_loses_its_mark_is_read_again() -> None:
    organ, noting, first, item, last = DRAFTS["en"]
    text = f"{organ}\n\n{noting}\n\n# {first}\n## {item}\n## {item}\n# {last}\n"
    linter = IncrementalLinter(Settings())
    linter.lint(Source(text, "draft.md"))
    for changed in (text.replace("care.", "care"), text.replace("of May", "of June"), text):
        again = linter.lint(Source(changed, "draft.md"))
        whole = Linter().lint(Source(changed, "draft.md"))
        for one, other in ((again, whole),):
            assert [(p.part, p.start, p.end) for p in one.draft.paragraphs] == [
                (p.part, p.start, p.end) for p in other.draft.paragraphs
            ]
            assert [(d.code, d.start) for d in one.diagnostics] == [
                (d.code, d.start) for d in other.diagnostics
            ]


def test_notes_of_wikis_are_no_text() -> None:
    text = (
        "'''The General Assembly,'''\n\n''Recalling'' the mills,<ref>A/79/1.</ref>\n\n"
        "# ''Urges'' care;<ref name=x />\n# ''Requests'' a report.\n\n<references />\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert [one.text for one in draft.part("operative")] == ["Urges care;", "Requests a report."]
    assert [one.text for one in draft.part("preamble")] == ["Recalling the mills,"]
