"""The JSON of reports as its schemas and docs/json.md describe it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.cli.run import reslint
from tests.conftest import EXAMPLES, ROOT
from tests.reports.test_reports import render, result, unreadable


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / name).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("version", ["1", "2"])
@pytest.mark.parametrize("options", [[], ["--statistics"], ["--select", "NUM,NOTE"]])
def test_reports_fit_their_schemas(tmp_path: Path, version: str, options: list[str]) -> None:
    paths = [str(path) for path in EXAMPLES]
    (tmp_path / "bad.md").write_bytes("é".encode("utf-16") + b"\0")
    (tmp_path / "reslint.yaml").write_text("langage: fr\n")
    (tmp_path / "wrong.md").write_text("x")
    arguments = ["check", *paths, "bad.md", "none.md", "--json-version", version, *options]
    outcome = reslint(tmp_path, *arguments, "--format", "json")
    errors = validator("report.schema.json").iter_errors(json.loads(outcome.out))
    assert [error.message for error in errors] == []
    line = validator("report-line.schema.json")
    lines = reslint(tmp_path, *arguments, "--format", "jsonl").out.splitlines()
    assert len(lines) > 20
    for one in lines:
        assert [error.message for error in line.iter_errors(json.loads(one))] == []


def test_errors_and_related_places_fit(tmp_path: Path) -> None:
    document = json.loads(render("json", result(), unreadable(), statistics="with"))
    assert validator("report.schema.json").is_valid(document)
    document["files"][0]["diagnostics"][0]["more"] = 1
    assert not validator("report.schema.json").is_valid(document)


def test_a_comparison_fits(tmp_path: Path) -> None:
    for path in EXAMPLES:
        if path.name.startswith(("libraries.", "bibliotheques.")):
            (tmp_path / f"a.{path.name.split('.')[1]}.md").write_bytes(path.read_bytes())
    outcome = reslint(tmp_path, "concordance", "--format", "json")
    document = json.loads(outcome.out)
    assert len(document["groups"]) == 1
    assert [e.message for e in validator("report.schema.json").iter_errors(document)] == []


def test_the_pages_made_from_tables_are_current() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_docs.py"), "--check"],
        check=False,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stderr) == (0, "")
