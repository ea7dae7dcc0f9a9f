"""The command `reslint concordance`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from reslint.cli.main import main
from tests.concordance.conftest import VERSIONS

CHROMIUM = shutil.which("chromium")


def versions(folder: Path, **changed: str) -> None:
    for language in ("en", "fr", "es"):
        (folder / language).mkdir()
        text = changed.get(language, VERSIONS[language])
        (folder / language / "x.md").write_text(text, encoding="utf-8")


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    versions(tmp_path, fr=VERSIONS["fr"].replace("80/118", "80/181"))
    (tmp_path / "en" / "y.md").write_text(VERSIONS["en"], encoding="utf-8")
    assert main(["concordance", "--no-cache", "--format", "json", str(tmp_path)]) == 1
    document = json.loads(capsys.readouterr().out)
    files = {Path(one["path"]).relative_to(tmp_path).as_posix(): one for one in document["files"]}
    assert sorted(files) == ["en/x.md", "en/y.md", "es/x.md", "fr/x.md"]
    assert files["fr/x.md"]["language"] == "fr"
    (found,) = files["fr/x.md"]["diagnostics"]
    assert (found["code"], found["line"]) == ("CONC006", 3)
    assert [Path(one["path"]).parent.name for one in found["related"]] == ["en", "es"]
    assert files["en/y.md"]["errors"][0]["code"] == "TOOL020"
    (group,) = document["groups"]
    assert Path(group["reference"]).parent.name == "en"
    assert [Path(one).parent.name for one in group["files"]] == ["en", "es", "fr"]


@pytest.mark.parametrize(("reference", "odd"), [("en", "fr"), ("fr", "en")])
def test_of_two_versions_the_one_that_is_not_the_reference_is_odd(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reference: str, odd: str
) -> None:
    versions(tmp_path, fr=VERSIONS["fr"].replace("80/118", "80/181"))
    (tmp_path / "es" / "x.md").unlink()
    arguments = ["--format", "json", "--reference", reference, str(tmp_path)]
    assert main(["concordance", "--no-cache", *arguments]) == 1
    files = json.loads(capsys.readouterr().out)["files"]
    found = {Path(one["path"]).parent.name: one["diagnostics"] for one in files}
    assert [one["code"] for one in found[odd]] == ["CONC006"]
    assert found[reference] == []


def test_nothing_to_compare_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text(VERSIONS["en"], encoding="utf-8")
    assert main(["concordance", "--no-cache", str(tmp_path)]) == 2
    assert "nothing to compare" in capsys.readouterr().err


def test_text_names_the_places_in_the_other_versions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = VERSIONS["es"].replace("14 países", "15 países")
    versions(tmp_path, es=text)
    column = text.split("\n")[4].index("15 países") + 1
    assert main(["concordance", "--no-cache", "--verbose", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert f"{tmp_path}/es/x.md:5:{column} error CONC009" in printed.out
    assert f"{tmp_path}/fr/x.md:5:" in printed.out
    assert "by name, reference" in printed.err


def test_the_page_has_the_versions_side_by_side(tmp_path: Path) -> None:
    versions(tmp_path, fr=VERSIONS["fr"].replace("80/118", "80/181"))
    page = tmp_path / "page.html"
    code = main(["concordance", "--format", "html", "--output-file", str(page), str(tmp_path)])
    text = page.read_text(encoding="utf-8")
    assert code == 1
    assert text.count('class="cell draft"') == 3 * 10
    assert text.count('class="badge error"') == 1
    assert "<title>Concordance – reslint</title>" in text and "<h1>Concordance</h1>" in text


@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here")
def test_the_heads_of_the_columns_stay_in_sight_on_the_side_of_their_language(
    tmp_path: Path,
) -> None:
    versions(tmp_path)
    arabic = tmp_path / "ar" / "x.md"
    arabic.parent.mkdir()
    arabic.write_text(VERSIONS["ar"].replace("80/118", "80/181"), encoding="utf-8")
    page = tmp_path / "page.html"
    main(["concordance", "--format", "html", "--output-file", str(page), str(tmp_path)])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1400, "height": 500})
        tab.goto(page.as_uri())
        tab.evaluate("scrollTo(0, document.body.scrollHeight)")
        bar = tab.locator(".toolbar").bounding_box()
        head = tab.locator(".heads").bounding_box()
        name = tab.get_by_role("heading", name="العربية")
        alignment = name.evaluate("one => getComputedStyle(one).direction")
        browser.close()
    assert bar is not None and head is not None
    assert 0 <= head["y"] - (bar["y"] + bar["height"]) < 10
    assert alignment == "rtl"


def test_the_cache_gives_the_same_outcome(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "drafts"
    folder.mkdir()
    versions(folder, fr=VERSIONS["fr"].replace("80/118", "80/181"))
    outputs = []
    for _ in range(2):
        assert main(["concordance", "--format", "json", str(folder)]) == 1
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]
    (folder / "fr" / "x.md").write_text(VERSIONS["fr"], encoding="utf-8")
    assert main(["concordance", "--format", "json", str(folder)]) == 0


@pytest.mark.parametrize("report", ["text", "github", "junit", "sarif"])
def test_reports_name_the_files_of_the_places_in_other_versions(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    report: str,
) -> None:
    versions(tmp_path, fr=VERSIONS["fr"].replace("80/118", "80/181"))
    monkeypatch.chdir(tmp_path)
    assert main(["concordance", "--no-cache", "--format", report, "."]) == 1
    printed = capsys.readouterr().out
    if report == "sarif":
        (result,) = json.loads(printed)["runs"][0]["results"]
        places = [one["physicalLocation"] for one in result["relatedLocations"]]
        named = [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in places]
        assert named == [("en/x.md", 3), ("es/x.md", 3)]
    else:
        assert "en/x.md:3:28 in English" in printed and "es/x.md:3:" in printed


@pytest.mark.parametrize(
    ("report", "shown"),
    [
        ("text", "en/y.md: info TOOL020"),
        ("github", "::notice file=en/y.md,title=TOOL020"),
        ("junit", '<testsuite name="en/y.md" tests="1" failures="0" errors="0"'),
        ("gitlab", '"severity": "info"'),
        ("sarif", '"executionSuccessful": true'),
    ],
)
def test_a_lone_version_is_a_remark_and_no_error(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    report: str,
    shown: str,
) -> None:
    versions(tmp_path)
    (tmp_path / "en" / "y.md").write_text(VERSIONS["en"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["concordance", "--no-cache", "--format", report, "."]) == 0
    printed = capsys.readouterr().out
    assert shown in printed and "TOOL020" in printed
    assert "Not everything" not in printed


def test_the_patterns_of_a_settings_file_group_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    versions(tmp_path, fr=VERSIONS["fr"].replace("80/118", "80/181"))
    (tmp_path / "fr" / "x.md").rename(tmp_path / "fr" / "translated-x.md")
    assert main(["concordance", "--no-cache", "--verbose", str(tmp_path)]) == 0
    assert "translated-x.md" in capsys.readouterr().err
    settings = "versions: {en: en/*.md, es: es/*.md, fr: fr/translated-*.md}\n"
    (tmp_path / "reslint.yaml").write_text(settings, encoding="utf-8")
    assert main(["concordance", "--no-cache", "--verbose", str(tmp_path)]) == 1
    assert "x (by settings, reference" in capsys.readouterr().err


def test_the_page_shows_tables(tmp_path: Path) -> None:
    table = "\n| Region | Amount |\n|---|---|\n| 1 | 7 300 |\n"
    texts = {one: VERSIONS[one].replace("\n[^1]:", f"{table}\n[^1]:") for one in ("en", "fr", "es")}
    versions(tmp_path, **texts)
    page = tmp_path / "page.html"
    main(["concordance", "--format", "html", "--output-file", str(page), str(tmp_path)])
    assert page.read_text(encoding="utf-8").count(">7 300</td>") == 3
