"""Test the file of figures that the rule pages read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import results

if TYPE_CHECKING:
    from pathlib import Path


def _error(code: str, *, found: bool, safety: str = "", restored: bool = False) -> dict[str, Any]:
    return {
        "code": code,
        "language": "en",
        "found": found,
        "safety": safety,
        "restores": True,
        "restored": restored,
    }


def test_figures_are_counted_by_code_and_language(tmp_path: Path) -> None:
    errors = [
        _error("TYPO007", found=True, safety="safe", restored=True),
        _error("TYPO007", found=False),
        _error("CITE001", found=True),
    ]
    findings = [{"code": "TYPO007", "verdict": "error"}, {"code": "TYPO007", "verdict": None}]
    one, other = tmp_path / "recall.json", tmp_path / "precision.json"
    one.write_text(json.dumps({"errors": errors}), encoding="utf-8")
    precision = {"texts": {"en/GA": 7, "en/SC": 1}, "findings": findings}
    other.write_text(json.dumps(precision), encoding="utf-8")
    arguments = ["--recall", str(one), "--precision", str(other), "--date", "2026-01-31"]
    assert results.main([*arguments, "--folder", str(tmp_path)]) == 0
    read = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert read["recall"]["date"] == "2026-01-31"
    assert read["recall"]["columns"][:4] == ["code", "language", "errors", "found"]
    assert read["recall"]["rows"] == [["CITE001", "en", 1, 1, 0, 0], ["TYPO007", "en", 2, 1, 1, 1]]
    assert read["precision"]["rows"] == [
        ["CITE001", "en", 8, 0, 0, 0, 0, 0],
        ["TYPO007", "en", 8, 2, 1, 0, 0, 1],
    ]
    assert "| TYPO007 | en |" in (tmp_path / "results.md").read_text(encoding="utf-8")


def test_figures_of_other_languages_are_kept_with_their_day() -> None:
    before = {"date": "2026-01-30", "command": "recall --per-code 5"}
    before_rows = [["CITE001", "ar", 5, 4], ["CITE001", "en", 9, 9], ["TYPO007", "zh", 5, 5]]
    table: dict[str, Any] = {
        "date": "2026-01-31",
        "command": "recall",
        "rows": [["CITE001", "en", 9, 8]],
    }
    others = {"zh": ["2026-01-31", "recall"]}
    results.keep_others(table, {**before, "rows": before_rows, "others": others})
    assert table["rows"] == [
        ["CITE001", "ar", 5, 4],
        ["CITE001", "en", 9, 8],
        ["TYPO007", "zh", 5, 5],
    ]
    assert table["others"] == {"ar": ["2026-01-30", "recall --per-code 5"]}


def test_a_precision_file_holds_one_language() -> None:
    with pytest.raises(ValueError, match="one language"):
        results.precision_rows([{"texts": {"en/GA": 1, "fr/GA": 1}, "findings": []}])
