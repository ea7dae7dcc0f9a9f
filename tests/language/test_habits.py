"""The habits of organs with a style of their own: those that ship, each with its examples."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.checks.kinds import ORGANS
from reslint.data.yaml_reader import read_file
from reslint.fixes.rounds import fix_in_rounds
from reslint.language.habits import Habits, habits_of_head, habits_of_line, habits_of_profile
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.rulebook.book import codes
from reslint.settings.organ import KEYS, read_organ
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
SHIPPED_KEYS = (
    *KEYS,
    "lines",
    "header",
    "throughout",
    "profile",
    "marks",
    "unknown_style",
    "held",
    "source",
    "examples",
    "unlisted",
)
"""The keys of a file of `rules/organs/`."""
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
        ("The Commission on Narcotic Drugs,", "en", None),
        ("La Conférence des Parties,", "fr", None),
    ],
)
def test_an_organ_line_names_its_habits(line: str, language: str, code: str | None) -> None:
    habits = habits_of_line(line, language)
    assert (habits and habits.code) == code


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Committee: General Assembly\nSponsors: Kenya", "MUN"),
        ("**Sponsors:** Kenya", "MUN"),
        ("*Main submitter (delegation)*: Kenya", "MUN"),
        ("QUESTION OF: village wells", "MUN"),
        ("**Pays signataires :** Kenya", "MUN"),
        ("Firmantes: Kenia", "MUN"),
        ("**Спонсоры:** Кения", "MUN"),
        ("الموقعون: كينيا", "MUN"),
        ("**附議國：** 肯亞", "MUN"),
        ("Village Model United Nations 2025", "MUN"),
        ("OEA/Ser.P\nAG/doc.5800/24", "OTHER"),
        ("Doc. EX.CL/1500(XLV)", "OTHER"),
        ("RESOLVES:\n\n1. ", "OTHER"),
        ("RESUELVE:\r\n\r\n1. ", "OTHER"),
        ("DÉCIDE :\n\n1. ", "OTHER"),
        ("ПОСТАНОВЛЯЕТ:\n\n1. ", "OTHER"),
        ("يقرر:\n\n١ - ", "OTHER"),
        ("决定：\n\n一、", "OTHER"),
        ("*Decides* to repair the wells:\n\n1. ", None),
        ("*Decides*:\n\n(a) To repair the wells;", None),
        ("Draft resolution submitted by the sponsors of wells", None),
        ("Kenya and Peru: draft resolution", None),
    ],
)
def test_what_stands_above_tells_of_a_house(head: str, code: str | None) -> None:
    habits = habits_of_head(f"Village wells\n\n{head}")
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
    assert found(WHO, severities={"LEAD002": "info"}) == ["LEAD002"]
    assert found(WHO, select=frozenset({"LEAD010"})) == ["LEAD010"]
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
    found = read_organ(
        given, ("organ",), lambda text, way: errors.append((text, way)), taken=ORGANS
    )
    return found, errors


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
        ({"code": "GA"}, '"code" must not be that of an organ', ("organ", "code")),
        ({"capitals": "verbs"}, '"capitals" must be of preamble', ("organ", "capitals")),
        ({"names": {"en": ""}}, '"en" must hold nothing but text', ("organ", "names", "en")),
        ({"names": {"en": []}}, '"en" must not be empty', ("organ", "names", "en")),
        ({"emphasis": {"title": "bold"}}, 'unknown key "title"', ("organ", "emphasis", "title")),
        ({"labels": "a."}, '"labels" must give labels', ("organ", "labels")),
        ({"labels": {"item": "a."}}, 'unknown key "item"', ("organ", "labels", "item")),
        (
            {"labels": {"items": ["a.", "A."]}},
            '"items" must be of',
            ("organ", "labels", "items", 1),
        ),
        (
            {"labels": {"operative": 1}},
            '"operative" must be text',
            ("organ", "labels", "operative"),
        ),
        (
            {"labels": {"continuous": "often"}},
            '"continuous" must be true or false',
            ("organ", "labels", "continuous"),
        ),
        ({"endings": {"last": "dot"}}, '"last" must be of comma', ("organ", "endings", "last")),
        ({"phrases": ["Begs"]}, '"phrases" must give phrases by language', ("organ", "phrases")),
        ({"phrases": {"en": "Begs"}}, '"en" must give phrases by part', ("organ", "phrases", "en")),
        (
            {"phrases": {"en": {"title": "Begs"}}},
            'unknown key "title"',
            ("organ", "phrases", "en", "title"),
        ),
        (
            {"phrases": {"en": {"operative": "Begs + all"}}},
            '"Begs + all" is no leading phrase',
            ("organ", "phrases", "en", "operative", 0),
        ),
        ({"hereby": "no"}, '"hereby" must be true or false', ("organ", "hereby")),
        ({"joined": 1}, '"joined" must be true or false', ("organ", "joined")),
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
    path.write_text("organ:\n  silent: [LEAD002, LEAD999]\n", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        merge_file(read_config(str(path)), "en")
    assert [(one.code, one.line, one.column) for one in error.value.problems] == [
        ("TOOL002", 2, 21)
    ]


def test_the_outline_shows_the_code_of_an_organ_in_the_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from reslint.cli.main import main

    (tmp_path / "reslint.yaml").write_text(
        "organ:\n  code: GUILD\n  names: {en: The Guild of Ropes}\n", encoding="utf-8"
    )
    draft = tmp_path / "draft.md"
    draft.write_text(GUILD_DRAFTS["en"], encoding="utf-8")
    assert main(["outline", str(draft)]) == 0
    shown = capsys.readouterr().out
    assert ": en, GUILD\n" in shown
    assert "GUILD: 1 preambular, 2 operative paragraphs" in shown
    assert "organ line     THE GUILD OF ROPES," in shown


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
        ("The General Assembly,", "en", "", "OTHER"),  # where the settings say `organ: other`
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
    first = without.replace("*Recalling*", "The General Assembly hereby:\n\n*Recalling*").replace(
        "The General Assembly hereby:\n\n1.", "1."
    )
    assert found(first, profile="mun", language="en") == []
    misspelt = text.replace("The General Assembly,", "The Genral Assembly,")
    assert found(misspelt, profile="mun") == ["FORM001"]
    assert found(text.replace("The General", "The United Nations General", 1), profile="mun") == []


# An organ of one's own ------------------------------------------------------------------------

GUILD = {
    "code": "GUILD",
    "names": {
        "ar": ["نقابة الحبال"],
        "en": ["The Guild of Ropes", "The Rope Guild"],
        "es": ["El Gremio de las Cuerdas"],
        "fr": ["La Guilde des cordes"],
        "ru": ["Гильдия канатов"],
        "zh": ["绳索行会"],
    },
    "emphasis": {"preamble": "italic", "operative": "bold"},
    "capitals": "operative",
    "labels": {"operative": "1)", "items": ["a.", "i."]},
    "endings": {"preamble": "semicolon", "items": "comma"},
    "phrases": {
        "ar": {"operative": "يستحلف"},
        "en": {"preamble": "Guided by the bells", "operative": ["Beseeches"]},
        "es": {"operative": "Suplica"},
        "fr": {"operative": "Conjure"},
        "ru": {"operative": "заклинает"},
        "zh": {"operative": "恳求"},
    },
}
GUILD_DRAFTS = {
    "en": """\
THE GUILD OF ROPES,

*Guided by the bells* of the village;

1) **DECIDES** to repair the ropes, and in doing so:

a. to count them,

b. to paint them:

i. red,

ii. blue;

2) **BESEECHES** all villages to help.
""",
    "fr": """\
*Guilde des cordes*,

*Rappelant* son plan pour les cordes ;

1) **DÉCIDE** de réparer les cordes, à savoir :

a. les compter,

b. les peindre ;

2) **CONJURE** tous les villages d’y aider.
""",
    "es": """\
*El Gremio de las Cuerdas*,

*Recordando* su plan para las cuerdas;

1) **DECIDE** reparar las cuerdas, a saber:

a. contarlas,

b. pintarlas;

2) **SUPLICA** a todas las aldeas que ayuden.
""",
    "ru": """\
ГИЛЬДИЯ КАНАТОВ,

*ссылаясь* на свой план для канатов;

1) **ПОСТАНОВЛЯЕТ** починить канаты, а именно:

a. сосчитать канаты,

b. покрасить канаты;

2) **ЗАКЛИНАЕТ** все деревни помочь.
""",
    "ar": """\
إن نقابة الحبال،

*إذ يشير* إلى خطته للحبال؛

1) **يقرر** إصلاح الحبال، وذلك من خلال:

أ. عد الحبال،

ب. طلاء الحبال؛

2) **يستحلف** جميع القرى أن تساعد.
""",
    "zh": """\
绳索行会，

*回顾*其绳索计划；

1) **决定**修理绳索，包括：

a. 清点绳索，

b. 粉刷绳索；

2) **恳求**所有村庄提供帮助。
""",
}


def in_guild(text: str, given: dict[str, Any] = GUILD) -> list[tuple[str, str]]:
    """The codes found in a text of the guild, each with the words of its place."""
    habits, errors = own(given)
    assert errors == []
    result = Linter(Settings(habits=habits, organ="GUILD")).lint(Source(text, "draft.md"))
    assert result.errors == []
    assert result.draft.organ == "GUILD"
    line = result.draft.resolutions[0].organ_line
    assert line is not None
    assert result.draft.resolutions[0].line_organ == "GUILD"
    return [(each.code, text[each.start : each.end]) for each in result.diagnostics]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_in_the_style_of_its_house_is_right(language: str) -> None:
    text = GUILD_DRAFTS[language]
    assert in_guild(text) == []
    assert found(text, language=language) != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_breaks_the_style_of_its_house_is_found(language: str) -> None:
    text = GUILD_DRAFTS[language]
    first = {"ar": "أ"}.get(language, "a")
    assert in_guild(text.replace(f"{first}. ", f"({first}) ", 1)) == [("NUM005", f"({first})")]
    assert in_guild(text.replace("2) ", "2. ")) == [("NUM010", "2.")]
    comma = {"ar": "،", "zh": "，"}.get(language, ",")
    lines = text.split("\n")
    lines[2] = lines[2].rstrip(" ;؛；") + comma
    assert in_guild("\n".join(lines)) == [("FORM003", comma)]
    bold = text.split("**")[1]
    assert ("LEAD002", bold) in in_guild(text.replace(f"**{bold}**", f"*{bold}*"))


@pytest.mark.parametrize("language", ["en", "es", "fr", "ru"])
def test_a_verb_in_small_letters_is_found_where_the_house_has_capitals(language: str) -> None:
    text = GUILD_DRAFTS[language]
    verb = text.split("**")[3]
    assert in_guild(text.replace(verb, verb.capitalize())) == [("LEAD010", verb.capitalize())]


@pytest.mark.parametrize("line", ["The Rope Guild,", "GUILD OF ROPES,", "**the guild of ropes**,"])
def test_any_name_of_the_house_is_its_organ_line(line: str) -> None:
    assert in_guild(GUILD_DRAFTS["en"].replace("THE GUILD OF ROPES,", line)) == []


PLAIN = {"code": "GUILD", "names": {"en": "The Guild of Ropes"}}
STYLES = [
    ({"operative": "none"}, ("", ""), ("", "")),
    ({"operative": "bullet"}, ("", ""), ("- ", "- ")),
    ({"operative": "(1)", "items": "(a)"}, ("", ""), ("(1) ", "(2) ")),
    ({"operative": "1"}, ("", ""), ("1 ", "2 ")),
    ({"preamble": "bullet"}, ("- ", "- "), ("1. ", "2. ")),
    ({"preamble": "(a)"}, ("(a) ", "(b) "), ("1. ", "2. ")),
    ({"preamble": "(i)"}, ("(i) ", "(ii) "), ("1. ", "2. ")),
    ({"preamble": "1.", "continuous": True}, ("1. ", "2. "), ("3. ", "4. ")),
    ({"preamble": "1)", "operative": "1)", "continuous": True}, ("1) ", "2) "), ("3) ", "4) ")),
]


@pytest.mark.parametrize(("labels", "preamble", "operative"), STYLES)
def test_labels_of_a_house(
    labels: dict[str, Any], preamble: tuple[str, str], operative: tuple[str, str]
) -> None:
    def written(before: tuple[str, ...]) -> str:
        return (
            "*The Guild of Ropes*,\n\n"
            f"{before[0]}*Recalling* its plan,\n\n{before[1]}*Noting* the age of the ropes,\n\n"
            f"{before[2]}*Decides* to weigh the ropes;\n\n"
            f"{before[3]}*Requests* the master to report.\n"
        )

    given = {**PLAIN, "labels": labels}
    right = written((*preamble, *operative))
    assert in_guild(right, given) == []
    assert [code for code, _ in in_guild(right, PLAIN)] != []
    if "preamble" in labels:
        other = written(("(1) ", preamble[1], *operative))
        assert ("NUM003", "(1)") in in_guild(other, given)


def test_a_number_that_does_not_go_on_from_the_preamble() -> None:
    given = {**PLAIN, "labels": {"preamble": "1.", "continuous": True}}
    text = (
        "*The Guild of Ropes*,\n\n1. *Recalling* its plan,\n\n"
        "{}. *Decides* to weigh it;\n\n{}. *Urges* it to help.\n"
    )
    assert in_guild(text.format(2, 3), given) == []
    assert [code for code, _ in in_guild(text.format(3, 4), given)] == ["NUM001"]


def test_plain_phrases_and_endings_of_a_house() -> None:
    given = {
        **PLAIN,
        "emphasis": "none",
        "endings": {"preamble": "stop", "operative": "stop", "last": "semicolon"},
        "joined": True,
    }
    text = """\
The Guild of Ropes,

Recalling its plan.

1. Decides to weigh the ropes.

2. Requests the master to report;
"""
    assert in_guild(text, given) == []
    assert in_guild(text.replace("Recalling", "*Recalling*"), given) == [("LEAD002", "Recalling")]
    assert in_guild(text.replace("report;", "report."), given) == [("FORM004", ".")]
    assert in_guild(text.replace("ropes.", "ropes; and"), given) == []
    assert in_guild(text.replace("ropes.", "ropes;"), given) == [("FORM004", ";")]


def test_underline_alone_is_found_and_not_written() -> None:
    given = {**PLAIN, "emphasis": "underline"}
    text = (
        "The Guild of Ropes,\n\n<u>Recalling</u> its plan,\n\n1. <u>Decides</u> to help;\n\n"
        "2. <u>Requests</u> help.\n"
    )
    assert in_guild(text, given) == []
    habits, _ = own(given)
    plain = text.replace("<u>Decides</u>", "Decides")
    result = Linter(Settings(habits=habits)).lint(Source(plain, "draft.md"))
    assert [(each.code, each.fix) for each in result.diagnostics] == [("LEAD002", None)]
    assert "<u>Decides</u>" in result.diagnostics[0].message
    short = text.replace("<u>Requests</u> help", "<u>Takes</u> note of help")
    assert [code for code, _ in in_guild(short, given)] == ["LEAD004"]


@pytest.mark.parametrize(
    "mark",
    [mark for data in SHIPPED.values() for mark in data.get("marks", ())],
    ids=lambda mark: str(mark["gate"][0]),
)
@given(data=st.data())
@hypothesis.settings(max_examples=60, deadline=None)
def test_each_match_of_a_mark_holds_a_word_of_its_gate(
    mark: dict[str, Any], data: st.DataObject
) -> None:
    head = data.draw(st.from_regex(re.compile("(?m)" + mark["pattern"])))
    if not any(character.isdecimal() and not character.isascii() for character in head):
        assert habits_of_head(head) is not None
