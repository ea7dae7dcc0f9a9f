"""The rule reference is that of the rules."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from reslint.rulebook.book import standard_in_full
from tests.conftest import ROOT

SCRIPT = ROOT / "scripts" / "make_rule_docs.py"
FOLDER = ROOT / "docs" / "rules"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("make_rule_docs", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, timeout=120, check=False
    )
    said = done.stdout.decode()
    assert done.returncode == 0, f"{said}run: python scripts/make_rule_docs.py"


def test_every_link_between_pages_leads_somewhere() -> None:
    for path in [*FOLDER.glob("*.md"), ROOT / "docs" / "quality.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_what_is_missing_stale_or_too_much_is_said(maker: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "A.md").write_text("old", encoding="utf-8")
    (tmp_path / "C.md").write_text("c", encoding="utf-8")
    said = maker.stale({"A.md": "new", "B.md": "b"}, tmp_path)
    assert said == ["missing: B.md", "no longer a rule: C.md", "stale: A.md"]


def test_figures_come_with_date_and_command(maker: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    found = {
        "precision": {
            "date": "2026-01-02",
            "command": "quality.py precision texts",
            "columns": [
                "code",
                "language",
                "texts",
                "findings",
                "right",
                "conversion",
                "false",
                "untriaged",
            ],
            "rows": [["LEAD002", "fr", 108, 4, 2, 1, 1, 0]],
        },
        "recall": {
            "date": "2026-01-03",
            "command": "quality.py recall texts",
            "rows": [
                {"code": "LEAD002", "language": "ar", "errors": 40, "found": 39},
                {"code": "LEAD002", "language": "zh", "errors": 30, "found": 30},
            ],
            "others": {"zh": ["2026-01-04", "quality.py recall --texts 9"]},
        },
    }
    path.write_text(json.dumps(found), encoding="utf-8")
    book = standard_in_full()
    results = maker.read_results(path)
    rule = book.get("LEAD002")
    page = maker.rule_page(rule, results)
    assert "| French | 108 | 4 | 2 | 1 | 1 | 0 |" in page
    assert "measured on 2026-01-02 with `quality.py precision texts`" in page
    assert "| Arabic | 40 | 39 | 97.5% |" in page
    assert "on 2026-01-03 with `quality.py recall texts` (Arabic)" in page
    assert "on 2026-01-04 with `quality.py recall --texts 9` (Chinese)" in page
    assert "not measured" not in page
    assert maker.rule_page(book.get("LEAD001"), results).count("not measured.") == 2


def test_without_figures_a_page_says_so(maker: ModuleType, tmp_path: Path) -> None:
    results = maker.read_results(tmp_path / "results.json")
    page = maker.rule_page(standard_in_full().get("LEAD002"), results)
    assert page.count("not measured.") == 2
