"""The habits of organs with a style of their own: those that ship, each with its examples."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from reslint.data.yaml_reader import read_file
from reslint.fixes.rounds import fix_in_rounds
from reslint.language.habits import Habits, habits_of_line, habits_of_profile
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.rulebook.book import codes
from reslint.settings.organ import SHIPPED_KEYS, read_organ
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.conftest import ROOT

FILES = sorted((ROOT / "rules" / "organs").glob("*.yaml"))
SHIPPED: dict[str, dict[str, Any]] = {path.stem: read_file(str(path)).value for path in FILES}
EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, data in SHIPPED.items()
    for number, example in enumerate(data["examples"], 1)
]
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


def found(text: str, **settings: Any) -> list[str]:
    """The codes found in a text."""
    result = Linter(Settings(**settings)).lint(Source(text, "draft.md"))
    assert result.draft.is_resolution
    return [each.code for each in result.diagnostics]


def profile_of(name: str) -> str:
    return str(SHIPPED[name].get("profile", "standard"))


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_each_example_finds_what_it_says(name: str, example: dict[str, Any]) -> None:
    codes_found = found(example["text"], language=example["language"], profile=profile_of(name))
    assert sorted(set(codes_found)) == example.get("finds", [])


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_no_fix_changes_a_right_example(name: str, example: dict[str, Any]) -> None:
    if example.get("finds"):
        return
    linter = Linter(Settings(language=example["language"], profile=profile_of(name)))
    first = linter.lint(Source(example["text"], "draft.md"))
    assert fix_in_rounds(first, linter, unsafe=True).text == example["text"]


@pytest.mark.parametrize("name", SHIPPED)
def test_each_file_is_right(name: str) -> None:
    """The same reading as that of a settings file, with the keys that only a shipped file has."""
    data = dict(SHIPPED[name])
    errors: list[tuple[str, tuple[str | int, ...]]] = []
    habits = read_organ(
        data,
        (),
        lambda text, way: errors.append((text, way)),
        SHIPPED_KEYS,
    )
    assert errors == []
    assert habits is not None
    assert habits.silent <= set(codes())
    assert data["source"]["title"]
    assert data["examples"]
    assert {"en", "es", "fr", "ru"} <= set(data.get("names", LANGUAGES)) <= set(LANGUAGES)


@pytest.mark.parametrize(
    ("line", "language", "code"),
    [
        ("The World Health Assembly,", "en", "WHO"),
        ("The Seventy-fifth World Health Assembly,", "en", "WHO"),
        ("L’Assemblée mondiale de la Santé,", "fr", "WHO"),
        ("La 75.ª Asamblea Mundial de la Salud,", "es", "WHO"),
        ("Семьдесят пятая сессия Всемирной ассамблеи здравоохранения,", "ru", None),
        ("Всемирная ассамблея здравоохранения,", "ru", "WHO"),
        ("إن جمعية الصحة العالمية،", "ar", "WHO"),
        ("世界卫生大会，", "zh", "WHO"),
        ("THE GENERAL CONFERENCE,", "en", "OTHER"),
        ("La Conférence générale de l’UNESCO,", "fr", "UNESCO"),
        ("The Maritime Safety Committee,", "en", "IMO"),
        ("The Assembly,", "en", "OTHER"),
        ("Парламентская ассамблея ОБСЕ,", "ru", "OSCE"),
        (
            "The Plenipotentiary Conference of the International Telecommunication Union,",
            "en",
            "ITU",
        ),
        ("El Parlamento Europeo,", "es", "OTHER"),
        ("Парламентская ассамблея,", "ru", "OTHER"),
        ("The General Assembly,", "en", None),
        ("The Commission on Narcotic Drugs,", "en", None),
        ("La Conférence des Parties,", "fr", None),
    ],
)
def test_an_organ_line_names_its_habits(line: str, language: str, code: str | None) -> None:
    habits = habits_of_line(line, language)
    assert (habits and habits.code) == code


def test_the_profile_of_model_united_nations() -> None:
    mun = habits_of_profile("mun")
    assert mun is not None
    assert mun.code == "MUN"
    assert habits_of_profile("standard") is None


WHO = """\
The World Health Assembly,

Having considered the report on village wells;

1. URGES Member States to repair the wells;

2. REQUESTS the Director-General to report.
"""
ASSEMBLY = WHO.replace("The World Health Assembly", "The General Assembly")


def test_the_habits_of_one_organ_are_not_those_of_another() -> None:
    assert found(WHO) == []
    assert {"FORM001", "FORM003", "LEAD002"} <= set(found(ASSEMBLY))


def test_the_settings_may_ask_for_what_an_organ_does_not() -> None:
    assert found(WHO, severities={"LEAD002": "info"}) == ["LEAD002"] * 3
    assert found(WHO, select=frozenset({"LEAD010"})) == ["LEAD010"] * 2
    assert found(WHO, select=frozenset({"LEAD"})) == []


def test_the_mark_of_the_house_is_written_by_a_fix() -> None:
    linter = Linter()
    text = WHO.replace("wells;\n\n1.", "wells.\n\n1.")
    first = linter.lint(Source(text, "draft.md"))
    assert [each.code for each in first.diagnostics] == ["FORM003"]
    assert "End a preambular paragraph with “;”" in first.diagnostics[0].message
    assert fix_in_rounds(first, linter).text == WHO


def test_a_check_after_an_edit_sees_new_habits() -> None:
    kept = IncrementalLinter(Settings(language="en"))
    for text in (WHO, ASSEMBLY, WHO):
        again = [each.code for each in kept.lint(Source(text, "draft.md")).diagnostics]
        assert again == found(text, language="en")


OWN = {
    "code": "VILLAGES",
    "emphasis": ["bold"],
    "endings": {"preamble": "semicolon"},
    "silent": ["FORM001"],
}


def own(given: dict[str, Any]) -> tuple[Habits | None, list[tuple[str, tuple[str | int, ...]]]]:
    errors: list[tuple[str, tuple[str | int, ...]]] = []
    return read_organ(given, ("organ",), lambda text, way: errors.append((text, way))), errors


def test_an_organ_of_ones_own() -> None:
    habits, errors = own(OWN)
    assert errors == []
    text = """\
The Council of Villages,

**Recalling** its plan for wells;

1. **Decides** to repair the wells;

2. *Requests* all villages to help.
"""
    assert found(text, habits=habits, organ="VILLAGES") == ["LEAD002"]
    assert pickle.loads(pickle.dumps(habits)) == habits
    assert habits != own({**OWN, "silent": ["FORM003"]})[0]


@pytest.mark.parametrize(
    ("given", "message", "way"),
    [
        ({"name": {}}, 'unknown key "name", did you mean', ("organ", "name")),
        ({"code": "a b"}, '"code" must be a short name', ("organ", "code")),
        ({"names": ["The Council"]}, '"names" must give names by language', ("organ", "names")),
        ({"names": {"de": "Der Rat"}}, '"de" is no language of reslint', ("organ", "names", "de")),
        ({"emphasis": "italics"}, '"emphasis" must be of italic', ("organ", "emphasis")),
        ({"emphasis": [1]}, '"emphasis" must be text: put it in quotes', ("organ", "emphasis", 0)),
        ({"endings": "comma"}, '"endings" must give marks', ("organ", "endings")),
        ({"endings": {"body": "comma"}}, 'unknown key "body"', ("organ", "endings", "body")),
        ({"endings": {"items": ","}}, '"items" must be of comma', ("organ", "endings", "items")),
        ({"silent": ["FORM"]}, '"silent" must hold codes of rules', ("organ", "silent", 0)),
    ],
)
def test_an_error_in_an_organ_is_said_at_its_place(
    given: dict[str, Any], message: str, way: tuple[str | int, ...]
) -> None:
    habits, errors = own(given)
    assert habits is None
    assert [place for _, place in errors] == [way]
    assert message.partition(",")[0] in errors[0][0]


def test_a_settings_file_defines_an_organ(tmp_path: Path) -> None:
    from reslint.settings.finding import read_config
    from reslint.settings.merging import merge_file

    path = tmp_path / "reslint.yaml"
    path.write_text(
        "organ:\n  code: VILLAGES\n  names: {en: The Council of Villages}\n"
        "  endings: {preamble: semicolon}\n  silent: [LEAD002]\n",
        encoding="utf-8",
    )
    settings = merge_file(read_config(str(path)), "en")
    assert settings.organ == "VILLAGES"
    assert settings.habits is not None
    assert settings.habits.endings == {"preamble": ("semicolon",)}
    path.write_text("organ:\n  silent: [LEAD002]\n  emphases: bold\n", encoding="utf-8")
    from reslint.settings.config import ConfigError

    with pytest.raises(ConfigError) as error:
        read_config(str(path))
    assert [(one.line, one.column) for one in error.value.problems] == [(3, 3)]


# What several organizations are called --------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "language", "above", "code"),
    [
        ("The General Conference,", "en", "UNESCO: wells", "UNESCO"),
        ("La Conférence générale,", "fr", "Projet de résolution de l’UNESCO", "UNESCO"),
        ("La Conferencia General,", "es", "UNESCO 43 C/5", "UNESCO"),
        ("Генеральная конференция,", "ru", "ЮНЕСКО", "UNESCO"),
        ("إن المؤتمر العام،", "ar", "اليونسكو", "UNESCO"),
        ("The General Conference,", "en", "IAEA: wells", "OTHER"),
        ("Генеральная конференция,", "ru", "МАГАТЭ", "OTHER"),
        ("The General Conference,", "en", "UNIDO", "OTHER"),
        ("THE ASSEMBLY,", "en", "IMO resolution", "IMO"),
        ("L’Assemblée,", "fr", "OMI", "IMO"),
        ("THE ASSEMBLY,", "en", "ICAO", "OTHER"),
        ("The Assembly of Wells,", "en", "IMO", None),
        ("The Executive Board,", "en", "", None),
    ],
)
def test_the_header_says_whose_a_common_line_is(
    line: str, language: str, above: str, code: str | None
) -> None:
    habits = habits_of_line(line, language, above)
    assert (habits and habits.code) == code


def test_a_general_conference_keeps_its_letters_and_capitals() -> None:
    text = """\
IAEA: village wells

The General Conference,

(a) Recalling its earlier work on village wells,

1. Urges Member States to repair the wells;

2. Requests the Director General to report.
"""
    assert found(text) == []
    assert "NUM003" in found(text.replace("General Conference", "General Assembly"))


# Model United Nations -------------------------------------------------------------------------

MUN_DRAFTS = {
    "en": """\
The General Assembly,

*Recalling* its earlier work on wells,

The General Assembly hereby:

1. <u>Calls upon</u> Member States to repair the wells;

2. <u>Decides</u> to remain seized of the matter.
""",
    "fr": """\
L’Assemblée générale,

*Rappelant* ses travaux sur les puits,

1. <u>Demande</u> aux États Membres de réparer les puits ;

2. <u>Décide</u> de rester saisie de la question.
""",
    "es": """\
La Asamblea General,

*Recordando* su labor sobre los pozos,

1. <u>Exhorta</u> a los Estados Miembros a reparar los pozos;

2. <u>Decide</u> seguir ocupándose de la cuestión.
""",
    "ru": """\
Генеральная Ассамблея,

*ссылаясь* на свою работу о колодцах,

1. <u>призывает</u> государства-члены починить колодцы;

2. <u>постановляет</u> продолжать заниматься этим вопросом.
""",
    "ar": """\
إن الجمعية العامة،

*إذ تشير* إلى أعمالها بشأن الآبار،

1 - <u>تطلب</u> إلى الدول الأعضاء إصلاح الآبار؛

2 - <u>تقرر</u> إبقاء المسألة قيد النظر.
""",
    "zh": """\
大会，

*回顾*其关于水井的工作，

1. <u>吁请</u>会员国修理水井；

2. <u>决定</u>继续处理此案。
""",
}


@pytest.mark.parametrize("language", MUN_DRAFTS)
def test_underlined_verbs_are_right_in_model_united_nations(language: str) -> None:
    text = MUN_DRAFTS[language]
    assert found(text, profile="mun") == []
    assert "LEAD002" in found(text)


@pytest.mark.parametrize("language", MUN_DRAFTS)
def test_bold_verbs_are_right_where_all_are_bold(language: str) -> None:
    text = MUN_DRAFTS[language].replace("<u>", "**").replace("</u>", "**")
    assert found(text, profile="mun") == []
    one = MUN_DRAFTS[language].replace("<u>", "**", 1).replace("</u>", "**", 1)
    result = Linter(Settings(profile="mun")).lint(Source(one, "draft.md"))
    assert [(each.code, one[: each.start].count("\n")) for each in result.diagnostics] == [
        ("LEAD002", one[: one.index("**")].count("\n"))
    ]


def test_a_missing_organ_line_is_said_in_model_united_nations() -> None:
    text = MUN_DRAFTS["en"]
    without = text.replace("The General Assembly,\n\n", "")
    assert found(without, profile="mun", language="en") == []
    neither = without.replace("The General Assembly hereby:\n\n", "")
    assert found(neither, profile="mun", language="en") == ["FORM001"]
    assert "FORM001" in found(text)
    misspelt = text.replace("The General Assembly,", "The Genral Assembly,")
    assert found(misspelt, profile="mun") == ["FORM001"]
    assert found(text.replace("The General", "The United Nations General", 1), profile="mun") == []
