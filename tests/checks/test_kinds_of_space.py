"""A space of another kind is a space: findings and fixes are those of the plain one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source
from tests.conftest import EXAMPLES, ROOT
from tests.test_drafts import marked

DRAFTS = [*EXAMPLES, *sorted((ROOT / "tests" / "drafts").glob("*.*.md"))]
KINDS = ["\u00a0", "\u2003", "\u2009", "\u202f", "\u3000"]
THIN = "\u2009"
_BETWEEN = re.compile(r"(?<=\S) (?=\S)")


def diagnostics(text: str) -> list[Diagnostic]:
    return Linter(Settings(profile="strict")).lint(Source(text)).diagnostics


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def with_spaces(text: str, kind: str) -> str:
    """A text whose spaces are of another kind, but for those that are Markdown's own."""
    replaced = _BETWEEN.sub(kind, text)
    return re.sub(rf"(?m)^([#>*-]+|\[\^\d+\]:|\S{{1,5}}[.)]){kind}", r"\1 ", replaced)


def outline(text: str, kind: str = " ") -> list[tuple[object, ...]]:
    """Codes, spans and edits, the spaces of edits made plain."""
    return [
        (one.code, one.start, one.end, *(edit.key()[:2] for edit in edits), *texts)
        for one in diagnostics(text)
        for edits in [one.fix.edits if one.fix else ()]
        for texts in [[edit.text.replace(kind, " ") for edit in edits]]
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"U+{ord(kind):04X}")
@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_the_kind_of_space_changes_no_finding(path: Path, kind: str) -> None:
    text = plain(marked(path)[0])
    changed = with_spaces(text, kind)
    assert kind in changed or ".zh." in path.name
    assert outline(changed, kind) == outline(text)


# Each line stands in a draft of its language; _ is the thin space.
LINES = [
    ("en", "WORD003", "*Noting* the member_states,", "member_states", "Member_States"),
    (
        "en",
        "CITE005",
        "*Recalling* its resolution 70/1 of September_25,_2015,",
        "September_25,_2015",
        "25_September_2015",
    ),
    ("fr", "WORD003", "*Notant* le rôle des états_membres,", "états_membres", "États_Membres"),
    (
        "fr",
        "CITE001",
        "*Rappelant* la_résolution_1325(2000) du_Conseil_de_sécurité,",
        "1325(2000)",
        None,
    ),
    (
        "fr",
        "CITE005",
        "*Rappelant* sa résolution 70/1 du 25_Septembre_2015,",
        "25_Septembre_2015",
        "25_septembre_2015",
    ),
    (
        "es",
        "WORD003",
        "*Observando* a los estados_miembros,",
        "estados_miembros",
        "Estados_Miembros",
    ),
    (
        "es",
        "CITE005",
        "*Recordando* su resolución 70/1, de 25_de_Septiembre_de_2015,",
        "25_de_Septiembre_de_2015",
        "25_de_septiembre_de_2015",
    ),
    (
        "ru",
        "CITE005",
        "*ссылаясь* на свою резолюцию 70/1 от 25_Сентября_2015_года,",
        "25_Сентября_2015_года",
        "25_сентября_2015_года",
    ),
    (
        "ar",
        "CITE007",
        "***إذ تشير*** إلى قرار_مجلس_الأمن 1325_(2000) المؤرخ 31_تشرين_الأول/أكتوبر_2001،",
        "31_تشرين_الأول/أكتوبر_2001",
        None,
    ),
    ("zh", "TYPO009", "**欢迎**档案馆和博物馆开放;_并延长时间，", ";", "；"),
]
FRAMES = {
    "en": ("*The General_Assembly*,", "1. *Decides*_to remain_seized."),
    "fr": ("*L’Assemblée_générale*,", "1. *Décide*_de rester_saisie."),
    "es": ("*La Asamblea_General*,", "1. *Decide*_seguir examinando_la cuestión."),
    "ru": ("*Генеральная_Ассамблея*,", "1. *постановляет*_продолжить рассмотрение."),
    "ar": ("***إن_الجمعية_العامة***،", "1 - ***تقرر***_أن تواصل ذلك."),
    "zh": ("**大会**，", "1. **决定**_继续审议。"),
}


@pytest.mark.parametrize(("language", "code", "line", "written", "right"), LINES)
def test_a_thin_space_in_a_line(
    language: str, code: str, line: str, written: str, right: str | None
) -> None:
    opening, ending = FRAMES[language]
    text = f"{opening}\n\n{line}\n\n{ending}\n".replace("_", THIN)
    written = written.replace("_", THIN)
    (found,) = [one for one in diagnostics(text) if one.code == code]
    assert text[found.start : found.end] == written
    if right is None:
        assert found.fix is None
        return
    assert found.fix is not None
    fixed = text
    for edit in sorted(found.fix.edits, key=lambda edit: -edit.start):
        fixed = fixed[: edit.start] + edit.text + fixed[edit.end :]
    # A full-width mark holds its own space.
    replaced = written + THIN if language == "zh" else written
    assert fixed == text.replace(replaced, right.replace("_", THIN))


@pytest.mark.parametrize("language", sorted(FRAMES))
def test_organ_lines_and_leading_phrases_with_thin_spaces(language: str) -> None:
    opening, ending = FRAMES[language]
    line = next(each[2] for each in LINES if each[0] == language)
    text = f"{opening}\n\n{line}\n\n{ending}\n".replace("_", THIN)
    draft = Linter().lint(Source(text)).draft
    assert (draft.language, draft.organ) == (language, "GA")
    found = {one.code for one in diagnostics(text)}
    assert not found & {"FORM001", "LEAD001", "LEAD002", "LEAD003", "LEAD004"}


def test_french_marks_keep_the_thin_space_of_the_draft() -> None:
    text = (
        "*L’Assemblée générale*,\n\n*Notant* l’avis,\n\n1. *Prie* les États d’aider\u202f;\n\n"
        "2. *Invite* les villes à lire\u202f;\n\n3. *Engage* les écoles à lire\u202f;\n\n"
        "4. *Demande* aux ports de lire ;\n\n5. *Décide* de rester saisie.\n"
    )
    (found,) = [one for one in diagnostics(text) if one.code == "TYPO001"]
    assert text[found.start : found.end] == " ;"
    assert found.fix is not None
    assert [edit.key() for edit in found.fix.edits] == [(found.start, found.start + 1, "\u202f")]
