"""Test the quality benchmarks: counting, triage, injected errors, recall."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks import quality, recall
from benchmarks.errors import kinds
from benchmarks.errors.kinds import InjectedError
from benchmarks.injecting import Text, collect_wording, judge, possible_errors
from benchmarks.speed_texts import draft_of
from benchmarks.tables import markdown_table
from benchmarks.triage import TriageError, read_triage
from reslint.fixes import choosing
from reslint.text.diagnostics import Edit
from reslint.text.source import Source

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = draft_of(2_500)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    (texts / "en").mkdir(parents=True)
    (texts / "en" / "clean.md").write_text(DRAFT, encoding="utf-8")
    faulty = DRAFT.replace(";\n\n2. ", ",\n\n2. ")
    assert faulty != DRAFT
    (texts / "en" / "faulty.md").write_text(faulty, encoding="utf-8")
    (texts / "notes.md").write_text("Buy milk.\n", encoding="utf-8")
    (texts / "picture.md").write_bytes(b"\x00\x01\x02")
    return texts


def _triage(path: Path, *rows: str) -> str:
    lines = ["path\tcode\tparagraph\tline\tverdict\treason", "# a remark", *rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


# Precision ------------------------------------------------------------------------------------


def test_findings_are_counted_over_a_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = quality.main(["precision", str(folder), "--no-triage", "--max", "0.4"])
    output = capsys.readouterr().out
    assert code == 1
    assert "en/faulty.md" in output
    assert "FORM004" in output
    assert "- notes.md" in output and "- picture.md" in output


def test_a_verdict_takes_a_finding_out_of_the_count(folder: Path, tmp_path: Path) -> None:
    triage = _triage(tmp_path / "t.tsv", "en/faulty.md\tFORM004\t\t\terror\tcomma for semicolon")
    figures = tmp_path / "figures.json"
    arguments = ["precision", str(folder), "--triage", triage, "--json", str(figures)]
    assert quality.main(arguments) == 0
    read = json.loads(figures.read_text(encoding="utf-8"))
    assert read["untriaged_a_text"] == {"en": 0.0}
    assert [finding["verdict"] for finding in read["findings"]] == ["error"]
    assert "week" not in figures.read_text(encoding="utf-8")


def test_a_verdict_holds_for_a_part_of_the_collection(folder: Path, tmp_path: Path) -> None:
    triage = _triage(tmp_path / "t.tsv", "en/faulty.md\tFORM004\t\t\terror\tcomma for semicolon")
    assert quality.main(["precision", str(folder / "en"), "--triage", triage]) == 0


def test_a_false_positive_still_counts(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    triage = _triage(tmp_path / "t.tsv", "en/faulty.md\tFORM004\t\t\tfalse\tto be resolved")
    assert quality.main(["precision", str(folder), "--triage", triage]) == 1
    output = capsys.readouterr().out
    assert "0.500 false per text in the worst language; allowed: 0.05\n" in output
    assert "1 false findings have a safe fix; allowed: 0\n" in output
    # However many may be false, none may have a safe fix.
    options = ["--triage", triage, "--max", "1", "--max-false", "1"]
    assert quality.main(["precision", str(folder), *options]) == 1


def test_a_folder_may_bring_its_verdicts(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _triage(folder / "triage.tsv", "en/faulty.md\tFORM004\t\t\tconversion\tlost in the source")
    assert quality.main(["precision", str(folder)]) == 0
    output = capsys.readouterr().out
    assert "| FORM004 | 1 | 0 | 1 | 0 | 0 | 1 error | 1 | 50.0 % |  |" in output
    assert "| all | 1 | 0 | 1 | 0 | 0 |  | 1 |  |  |" in output
    missing = str(tmp_path / "none.tsv")
    assert quality.main(["precision", str(folder), "--triage", missing]) == 2


@pytest.mark.parametrize("row", ["too\tfew", "a.md\tFORM001\t\t\tperhaps\twho knows"])
def test_a_broken_triage_file_is_reported_with_its_line(row: str, tmp_path: Path) -> None:
    with pytest.raises(TriageError, match=r"t\.tsv:3"):
        read_triage(_triage(tmp_path / "t.tsv", row))


def test_the_stored_triage_file_can_be_read() -> None:
    triage = read_triage(quality._TRIAGE)
    assert triage.verdicts
    assert all(len(verdict.reason) < 90 for verdict in triage.verdicts)


def test_an_empty_folder_fails(tmp_path: Path) -> None:
    assert quality.main(["precision", str(tmp_path)]) == 2
    assert quality.main(["recall", str(tmp_path)]) == 2
    assert quality.main(["precision", str(tmp_path / "none")]) == 2


# Errors ----------------------------------------------------------------------------------------


def test_places_follow_the_edits() -> None:
    first, second = Edit(2, 4, "xyz"), Edit(6, 6, "!")
    error = InjectedError([second, first], [second, first, (4, 6), (7, 9)])
    faulty = choosing.apply("abcdefghij", error.edits)
    assert faulty == "abxyzef!ghij"
    assert [faulty[start:end] for start, end in error.places] == ["!", "xyz", "ef!", "hi"]


def _offers(text: str, *select: str) -> dict[str, list[InjectedError]]:
    one = Text("draft.md", Source(text, "draft.md"))
    return possible_errors(one, collect_wording([one])["en"], select, 1)


def test_every_kind_makes_errors_inside_the_text() -> None:
    text = Text("draft.md", Source(DRAFT, "draft.md"))
    assert not text.diagnostics
    for name, errors in _offers(DRAFT).items():
        for error in errors:
            faulty = choosing.apply(DRAFT, error.edits)
            assert faulty != DRAFT, name
            assert error.places, name
            for start, end in error.places:
                assert 0 <= start <= end <= len(faulty), name


def test_a_text_that_is_not_clean_for_a_code_has_no_error_of_it() -> None:
    faulty = DRAFT.replace(";\n\n2. ", ",\n\n2. ")
    assert "FORM004 comma" in _offers(DRAFT, "FORM004")
    assert not _offers(faulty, "FORM004")


def test_kinds_are_chosen_by_code() -> None:
    assert {kind.code for kind in kinds(("NUM001",))} == {"NUM001"}
    families = {kind.code.rstrip("0123456789") for kind in kinds()}
    assert {"FORM", "LEAD", "NUM", "NOTE"} <= families


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("FORM003", "semicolon"),
        ("LEAD002", "no-emphasis"),
        ("NUM010", "stop-lost"),
        ("NOTE006", "no-stop"),
    ],
)
def test_an_error_is_found_and_its_fix_restores_the_text(code: str, name: str) -> None:
    text = Text("draft.md", Source(DRAFT, "draft.md"))
    shared = collect_wording([text])["en"]
    kind = next(kind for kind in kinds((code,)) if kind.name == name)
    error = possible_errors(text, shared, (code,), 1)[repr(kind)][-1]
    outcome = judge(text, kind, error)
    assert outcome.found
    assert outcome.safety == "safe"
    assert outcome.restored
    assert outcome.extra == ()


def test_a_finding_elsewhere_or_of_another_code_is_a_miss() -> None:
    text = Text("draft.md", Source(DRAFT, "draft.md"))
    kind = next(kind for kind in kinds(("FORM003",)) if kind.name == "semicolon")
    error = possible_errors(text, collect_wording([text])["en"], ("FORM003",), 1)[repr(kind)][0]
    error.places = [(0, 5)]
    assert not judge(text, kind, error).found
    other = next(kind for kind in kinds(("LEAD002",)) if kind.name == "no-emphasis")
    error = possible_errors(text, collect_wording([text])["en"], ("FORM003",), 1)[repr(kind)][0]
    outcome = judge(text, other, error)
    assert not outcome.found
    assert outcome.extra == ("FORM003",)


# Recall ---------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_errors(folder: Path) -> None:
    one, other, third = (
        recall.measure(str(folder), seed=seed, per_code=4, select=("LEAD", "FORM"))
        for seed in (5, 5, 6)
    )
    assert one.outcomes == other.outcomes
    assert one.outcomes != third.outcomes


def test_recall_writes_tables_and_figures(folder: Path, tmp_path: Path) -> None:
    tables, figures = tmp_path / "tables.md", tmp_path / "figures.json"
    arguments = ["recall", str(folder), "--per-code", "2", "--select", "FORM003", "LEAD002"]
    arguments += ["--markdown", str(tables), "--json", str(figures), "--show-missed"]
    assert quality.main(arguments) == 0
    assert "| LEAD002 |" in tables.read_text(encoding="utf-8")
    read = json.loads(figures.read_text(encoding="utf-8"))
    assert {error["code"] for error in read["errors"]} == {"FORM003", "LEAD002"}
    assert all("shown" not in error for error in read["errors"])


def test_missed_targets_are_named(folder: Path) -> None:
    measured = recall.measure(str(folder), per_code=4, select=("FORM003",))
    assert recall.holds(measured)
    measured.outcomes = [outcome._replace(found=False) for outcome in measured.outcomes]
    assert "FORM003 found, not 90%" in " ".join(recall.failures(measured))
    measured.outcomes = [
        outcome._replace(found=True, restored=False, safety="safe", restores=True)
        for outcome in measured.outcomes
    ]
    assert "did not restore" in " ".join(recall.failures(measured))


def test_figures_are_right_aligned() -> None:
    table = markdown_table(("code", "texts"), [("A|B", 3), ("C", 12)])
    assert table.splitlines()[1] == "|---|---:|"
    assert "A\\|B" in table


def test_long_drafts_are_clean() -> None:
    text = Text("draft.md", Source(draft_of(20_000), "draft.md"))
    assert not text.diagnostics
    assert 19_000 < len(text.source.text) < 24_000
