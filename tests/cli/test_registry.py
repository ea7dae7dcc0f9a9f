"""`reslint registry add`, and checks with a registry of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reslint.data.own_registry import registry_of
from tests.cli.run import reslint

ADOPTED = {
    "en": """Resolution adopted by the General Assembly on 18 December 2031

86/45. Wells for all

*The General Assembly*,

*Recalling* its work on wells,

*Decides* to dig wells.

57th plenary meeting
18 December 2031
""",
    "fr": """Résolution adoptée par l’Assemblée générale le 18 décembre 2031

86/45. Des puits pour tous

*L’Assemblée générale*,

*Rappelant* ses travaux sur les puits,

*Décide* de creuser des puits.

57e séance plénière
18 décembre 2031
""",
}
CITING = """*The General Assembly*,

*Recalling* its resolution 86/45 of 8 December 2031 on wells,

1. *Decides* to dig wells;

2. *Requests* a report.
"""
HEAD = "organ\tnumber\tdate\tevidence\ttitle_ar\ttitle_en\ttitle_es\ttitle_fr\ttitle_ru\ttitle_zh\n"
LINE = "GA\t86/45\t2031-12-18\tpublished text\t\tWells for all\t\tDes puits pour tous\t\t\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, text in ADOPTED.items():
        (tmp_path / f"{language}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_number_organ_date_and_titles_are_taken_from_the_texts(folder: Path) -> None:
    outcome = reslint(folder, "registry", "add", "en.md", "fr.md")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "reslint-registry.tsv: 1 resolution added, 0 changed; it now has 1.\n"
        "To use it, write in reslint.yaml: registry: [reslint-registry.tsv]\n"
    )
    assert (folder / "reslint-registry.tsv").read_text(encoding="utf-8") == HEAD + LINE
    again = reslint(folder, "registry", "add", "en.md")
    assert again.out.startswith("reslint-registry.tsv: 0 resolutions added, 0 changed")


def test_another_date_is_an_error_that_names_both(folder: Path) -> None:
    registry = folder / "own.tsv"
    registry.write_text(HEAD + LINE.replace("12-18", "12-19"), encoding="utf-8")
    before = registry.read_bytes()
    outcome = reslint(folder, "registry", "add", "en.md", "--registry", "own.tsv")
    assert outcome.code == 2
    assert outcome.err == (
        "reslint registry: en.md: GA 86/45 is dated 2031-12-18 here, but 2031-12-19 in own.tsv "
        "(--replace takes the new date)\nNothing was written.\n"
    )
    assert registry.read_bytes() == before
    french = reslint(
        folder, "registry", "add", "fr.md", "--registry", "own.tsv", "--message-language", "fr"
    )
    assert "porte ici la date 2031-12-18, mais la date 2031-12-19 dans own.tsv" in french.err
    replaced = reslint(folder, "registry", "add", "en.md", "--registry=own.tsv", "--replace")
    assert replaced.code == 0
    assert registry.read_text(encoding="utf-8") == HEAD + LINE


def test_a_date_of_the_shipped_registry_is_not_overruled(folder: Path) -> None:
    text = ADOPTED["en"].replace("86/45", "70/1")
    (folder / "en.md").write_text(text, encoding="utf-8")
    outcome = reslint(folder, "registry", "add", "en.md")
    assert outcome.code == 2
    assert "GA 70/1 is dated 2031-12-18 here, but 2015-09-25 in the registry of" in outcome.err
    assert not (folder / "reslint-registry.tsv").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("86/45. ", ""), "no number was found"),
        (("on 18 December 2031", "on 8 December 2031"), "two dates of adoption: 2031-12-08 above"),
        (("18 December 2031", ""), "no date of adoption was found"),
        (("*The General Assembly*,", "*The Council of Wells*,"), "the organ is not known"),
        (("*", ""), "this is not read as a resolution"),
    ],
)
def test_a_text_without_what_is_needed_is_an_error(
    folder: Path, change: tuple[str, str], message: str
) -> None:
    text = ADOPTED["en"].replace(*change)
    if change[0] == "*":
        text = "Wells are deep.\n"
    (folder / "en.md").write_text(text.replace("by the General Assembly", "by us"), "utf-8")
    outcome = reslint(folder, "registry", "add", "fr.md", "en.md")
    assert outcome.code == 2
    assert f"reslint registry: en.md: {message}" in outcome.err
    assert not (folder / "reslint-registry.tsv").exists()


def test_the_registry_of_the_settings_is_written_and_used(folder: Path) -> None:
    (folder / "reslint.yaml").write_text("registry: [own.tsv]\n", encoding="utf-8")
    outcome = reslint(folder, "registry", "add", "en.md")
    assert outcome.out == "own.tsv: 1 resolution added, 0 changed; it now has 1.\n"
    (folder / "draft.md").write_text(CITING, encoding="utf-8")
    checked = reslint(folder, "check", "draft.md", "--format=json")
    (found,) = json.loads(checked.out)["files"][0]["diagnostics"]
    assert (found["code"], found["line"], found["column"]) == ("CITE008", 3, 37)
    assert found["fix"]["edits"][0]["text"] == "18"
    # The cache knows that the registry has changed.
    (folder / "own.tsv").write_text(HEAD + LINE.replace("12-18", "12-08"), encoding="utf-8")
    checked = reslint(folder, "check", "draft.md", "--format=json")
    assert json.loads(checked.out)["files"][0]["diagnostics"] == []


def test_an_option_of_check_names_a_registry(folder: Path) -> None:
    (folder / "draft.md").write_text(CITING, encoding="utf-8")
    (folder / "own.tsv").write_text(HEAD + LINE, encoding="utf-8")
    codes = [
        one["code"]
        for options in ([], ["--registry", "own.tsv"])
        for one in json.loads(reslint(folder, "check", "draft.md", "--format=json", *options).out)[
            "files"
        ][0]["diagnostics"]
    ]
    assert codes == ["CITE008"]


def test_a_broken_registry_is_reported_with_its_line(folder: Path) -> None:
    (folder / "draft.md").write_text(CITING, encoding="utf-8")
    lines = [LINE, LINE, "GA\t86/46\tsoon\t\n", "GA\t\t\n"]
    (folder / "own.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")
    outcome = reslint(folder, "check", "draft.md", "--registry", "own.tsv")
    assert outcome.code == 2
    assert "own.tsv:3:1: GA 86/45 stands in the registry twice" in outcome.err
    assert "own.tsv:4:1: “soon” is no date such as 2026-12-18" in outcome.err
    assert "own.tsv:5:1: organ, number, date and evidence stand in each line" in outcome.err
    missing = reslint(folder, "check", "draft.md", "--registry", "none.tsv")
    assert (missing.code, "none.tsv: the registry cannot be read" in missing.err) == (2, True)
    added = reslint(folder, "registry", "add", "en.md", "--registry", "own.tsv")
    assert added.code == 2


def test_titles_and_years_of_an_own_registry_are_known(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(HEAD + LINE + "SC\t3901 (2031)\t2031-02-03\tpublished text\n", "utf-8")
    registry = registry_of((str(path),))
    entry = registry.find("GA", "86/45")
    assert entry is not None
    assert (entry.date, entry.title("fr"), entry.firm) == (
        (2031, 12, 18),
        "Des puits pour tous",
        True,
    )
    assert registry.council_year(3901) == 2031
    assert [number for number, _ in registry.starting("GA", "86/", 5)] == ["86/45"]
    assert registry.find("GA", "70/1") is not None
    assert registry_of((str(path),)) is registry
    path.write_text(HEAD, "utf-8")
    assert registry_of((str(path),)).find("GA", "86/45") is None
