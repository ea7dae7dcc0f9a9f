"""References to paragraphs of the draft, written out and abbreviated."""

from __future__ import annotations

import pytest

from reslint.facts.references import bare_references, references
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

DRAFTS = {
    "en": (
        "*The General Assembly*,\n\n1. *Decides* to lend lamps;\n\n"
        "2. *Notes* the work under {};\n\n3. *Requests* a report.\n"
    ),
    "fr": (
        "*L’Assemblée générale*,\n\n1. *Décide* de prêter des lampes ;\n\n"
        "2. *Note* les travaux visés {} ;\n\n3. *Prie* le Secrétaire général de faire rapport.\n"
    ),
    "es": (
        "*La Asamblea General*,\n\n1. *Decide* prestar lámparas;\n\n"
        "2. *Observa* la labor mencionada en {};\n\n3. *Solicita* un informe.\n"
    ),
    "ru": (
        "*Генеральная Ассамблея*,\n\n1. *постановляет* выдавать лампы;\n\n"
        "2. *отмечает* работу, упомянутую в {};\n\n3. *просит* представить доклад.\n"
    ),
}


def found(language: str, words: str) -> list[tuple[int, str]]:
    """Number and direction of each reference that the words make."""
    source = Source(DRAFTS[language].format(words), "draft.md")
    draft = Linter(Settings()).lint(source).draft
    return [(one.number, one.direction) for one in references(draft)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "paragraph 1 above"),
        ("en", "para. 1 above"),
        ("en", "para 1 above"),
        ("en", "Para. 1 above"),
        ("en", "operative para. 1 above"),
        ("fr", "au paragraphe 1 ci-dessus"),
        ("fr", "au par. 1 ci-dessus"),
        ("fr", "au par.\u00a01 ci-dessus"),
        ("fr", "au § 1 ci-dessus"),
        ("es", "el párrafo 1 supra"),
        ("es", "el párr. 1 supra"),
        ("ru", "пункте 1 выше"),
        ("ru", "п. 1 выше"),
    ],
)
def test_one_paragraph(language: str, words: str) -> None:
    assert found(language, words) == [(1, "above")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "paras. 1 and 3 above"),
        ("en", "paras 1 and 3 above"),
        ("en", "para. 1 and para. 3 above"),
        ("fr", "aux par. 1 et 3 ci-dessus"),
        ("fr", "aux §§ 1 et 3 ci-dessus"),
        ("es", "los párrs. 1 y 3 supra"),
        ("ru", "пп. 1 и 3 выше"),
    ],
)
def test_several_paragraphs(language: str, words: str) -> None:
    assert found(language, words) == [(1, "above"), (3, "above")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "article 4, para. 1 above"),
        ("en", "separate 1 above"),
        ("en", "para. 1 of the report"),
        ("fr", "à l’article 4, par. 1 ci-dessus"),
        ("fr", "au par. 1 du rapport"),
        ("es", "el artículo 4, párr. 1 supra"),
        ("ru", "статьи 4, п. 1 выше"),
        ("ru", "т.п. 1 выше"),
    ],
)
def test_those_of_another_text_are_none(language: str, words: str) -> None:
    assert found(language, words) == []


@pytest.mark.parametrize(
    ("language", "words", "fixed"),
    [
        ("en", "para. 4 below", "para. 3 below"),
        ("fr", "au par. 4 ci-après", "au par. 3 ci-après"),
        ("es", "el párr. 4 infra", "el párr. 3 infra"),
        ("ru", "п. 4 ниже", "п. 3 ниже"),
    ],
)
def test_a_renumbering_takes_them_along(language: str, words: str, fixed: str) -> None:
    text = DRAFTS[language].replace("3. ", "4. ").format(words)
    linter = Linter(Settings(select=frozenset({"NUM"})))
    first = linter.lint(Source(text, "draft.md"))
    assert "NUM008" not in [one.code for one in first.diagnostics]
    made = fix_in_rounds(first, linter, unsafe=True)
    assert made.text == DRAFTS[language].format(fixed)


def test_one_that_does_not_say_whose_it_is() -> None:
    source = Source(DRAFTS["en"].format("para. 1, and again"), "draft.md")
    draft = Linter(Settings()).lint(source).draft
    paragraph = next(one for one in draft.paragraphs if "again" in one.text)
    assert [one.number for one in bare_references(draft, paragraph)] == [1]
