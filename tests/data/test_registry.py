"""The registry of adopted resolutions, and the script that makes it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from reslint.data import paths, registry
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def script() -> ModuleType:
    path = ROOT / "scripts" / "make_registry.py"
    spec = importlib.util.spec_from_file_location("make_registry", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def table(folder: Path, *rows: str) -> Path:
    path = folder / "facts.tsv"
    heading = "organ\tnumber\tdate\tevidence\ttitle_en\ttitle_fr\tsource"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_resolution_has_date_and_evidence() -> None:
    entry = registry.SHIPPED.find("GA", "70/1")
    assert entry is not None
    assert entry.date == (2015, 9, 25)
    assert entry.firm and not entry.published
    agreeing, total = entry.counted
    assert 500 < agreeing <= total


def test_a_published_text_has_titles() -> None:
    entry = registry.SHIPPED.find("GA", "76/300")
    assert entry is not None and entry.published
    assert entry.title("fr").startswith("Droit à un environnement propre")
    assert entry.title("xx") == ""


def test_what_is_not_there() -> None:
    for organ, number in (("GA", "70/9999"), ("HRC", "7/1"), ("", ""), ("ZZ", "é\udc80")):
        assert registry.SHIPPED.find(organ, number) is None


def test_the_year_of_a_council_resolution() -> None:
    assert registry.SHIPPED.council_year(1701) == 2006
    assert registry.SHIPPED.council_year(9999) == 0


def test_every_line_is_found() -> None:
    path = ROOT / "rules" / "registry" / "resolutions.tsv"
    for line in path.read_text(encoding="utf-8").splitlines()[::50]:
        organ, number, day, evidence = line.split("\t")
        entry = registry.SHIPPED.find(organ, number)
        assert entry is not None and entry.evidence == evidence
        assert "{:04}-{:02}-{:02}".format(*entry.date) == day


@pytest.mark.parametrize(
    ("evidence", "firm"),
    [
        ("published text", True),
        ("cited 3/3", True),
        ("cited 7/8", True),
        ("cited 2/2", False),
        ("cited 3/4", False),
        ("published text; cited 3/3 as 2022-12-22", False),
    ],
)
def test_thin_or_divided_evidence_is_not_firm(evidence: str, firm: bool) -> None:
    assert registry.Entry(b"", (2020, 1, 1), evidence).firm is firm


def test_the_script_writes_what_is_looked_up(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = table(
        tmp_path,
        "SC\t1325 (2000)\t2000-10-31\tpublished text\tA bridge\tUn pont\tsymbol S/RES/1325 (2000)",
        "GA\t75/101 A-B\t2020-12-10\tcited 3/3\t\t\t",
        "GA\t70/1\t2015-09-25\tcited 2/2\t\t\t",
        "GA\t70/1\t2015-09-26\tpublished text\t- Rivers B ( )\t\t",
    )
    (tmp_path / "rules").mkdir()
    assert script.main([str(facts), "--folder", str(tmp_path / "rules" / "registry")]) == 0
    monkeypatch.setattr(registry, "_tables", {})
    monkeypatch.setattr(paths, "rules_folder", lambda: str(tmp_path / "rules"))
    entry = registry.SHIPPED.find("SC", "1325 (2000)")
    assert entry is not None and entry.published and "S/RES/1325" in entry.evidence
    assert entry.title("fr") == "Un pont"
    assert registry.SHIPPED.find("GA", "75/101 B") is not None
    better = registry.SHIPPED.find("GA", "70/1")
    assert better is not None and better.date == (2015, 9, 26)
    assert better.title("en") == "Rivers"


@pytest.mark.parametrize(
    "row",
    [
        "GA\t70-1\t2015-09-25\tpublished text\t\t\t",
        "XX\t70/1\t2015-09-25\tpublished text\t\t\t",
        "GA\t70/1\t2015-13-25\tpublished text\t\t\t",
        "GA\t70/1\t2015-09-25\t\t\t\t",
    ],
)
def test_a_bad_row_stops_the_script(
    script: ModuleType, tmp_path: Path, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main([str(table(tmp_path, row)), "--folder", str(tmp_path / "registry")]) == 2
    assert "facts.tsv:2" in capsys.readouterr().err
    assert not (tmp_path / "registry").exists()


def test_numbers_with_the_same_start_come_in_their_order() -> None:
    found = registry.SHIPPED.starting("GA", "70/", 1000)
    numbers = [int(number.partition("/")[2].split()[0]) for number, _ in found]
    assert numbers == sorted(numbers)
    assert len(numbers) > 100
    assert ("70/1", (2015, 9, 25)) in [(number, entry.date) for number, entry in found]
    assert [number for number, _ in registry.SHIPPED.starting("GA", "70/", 3)] == [
        number for number, _ in found[:3]
    ]
    assert [number for number, _ in registry.SHIPPED.starting("SC", "1325", 9)] == ["1325 (2000)"]
    assert registry.SHIPPED.starting("SC", "9999", 9) == registry.SHIPPED.starting("", "", 9) == []


def test_no_title_keeps_the_dash_after_the_number() -> None:
    for path in sorted((ROOT / "rules" / "registry").glob("titles-*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            title = line.split("\t")[2]
            assert title[:1] not in "-–—" and not title.endswith("( )"), f"{path.name}: {line}"
