"""No imports in a circle, and a start imports nothing heavy."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from grimp import build_graph

from tests.conftest import ROOT

HEAVY = {
    "pygls",
    "charset_normalizer",
    "lsprotocol",
    "docx",
    "rich",
    "jsonschema",
    "yaml",
    "jinja2",
    "markupsafe",
    "asyncio",
    "importlib.metadata",
    "dataclasses",
    "typing",
    "pathlib",
    "logging",
    "json",
    "tempfile",
    "shutil",
    "subprocess",
    "tomllib",
    "difflib",
    "concurrent.futures",
    "multiprocessing",
    "watchfiles",
    "pyromark",
    "hashlib",
    "_blake2",
}

UNUSED = {
    "reslint.text.encodings",
    "reslint.files.baseline",
    "reslint.files.fix",
    "reslint.files.job",
    "reslint.files.replace",
    "reslint.files.result_cache",
    "reslint.files.runs",
    "reslint.fixes.choosing",
    "reslint.fixes.rounds",
    "reslint.settings.reading",
}
"""Modules of ours that a check of one file has no use for."""

_SIZE = re.compile(r"\b[0-9]{3} lines\b|\blong(er)?\b|one module, since|stay in one module", re.I)
LONGEST = 350
"""Lines of a module; a longer one says in its docstring why."""

DRAFT = """*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

1. *Requests* the Secretary-General to report on the matter;

2. *Decides* to remain seized of the matter.
"""


def test_no_two_modules_import_each_other() -> None:
    """No circle, however long, imports for types counted; the floors are held by import-linter."""
    graph = build_graph("reslint", cache_dir=None)
    waiting = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    while free := {module for module, imported in waiting.items() if not imported & set(waiting)}:
        waiting = {module: imported for module, imported in waiting.items() if module not in free}
    assert waiting == {}


def test_a_long_module_says_why() -> None:
    silent = []
    for path in sorted((ROOT / "reslint").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        docstring = ast.get_docstring(ast.parse(text)) or ""
        if text.count("\n") > LONGEST and not _SIZE.search(docstring):
            silent.append(path.relative_to(ROOT).as_posix())
    assert silent == []


_NAME_MODULES = """
import atexit, os, sys
def name_modules():
    print(*sys.modules, file=sys.stderr, flush=True)
def leave(code, leave=os._exit):
    name_modules()
    leave(code)
os._exit = leave
atexit.register(name_modules)
"""
_RUN = f"{_NAME_MODULES}\nfrom reslint.__main__ import run\nrun()\n"


def imported_by(folder: Path, *arguments: str) -> tuple[set[str], int]:
    """The modules that a command imports beyond those of a bare interpreter, and its exit code."""

    def run(script: str, *arguments: str) -> tuple[set[str], int]:
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=folder,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=60,
            check=False,
        )
        return {*done.stderr.decode().splitlines()[-1].split()}, done.returncode

    # Installed packages may import things at every start of Python (.pth files): not our doing.
    bare, _ = run(_NAME_MODULES)
    ours, code = run(_RUN, *arguments)
    return ours - bare, code


def heavy(names: set[str]) -> set[str]:
    """Those of the modules that a start must not import."""
    return {name for name in names if name in HEAVY or name.split(".")[0] in HEAVY}


def test_the_version_imports_nothing_heavy(tmp_path: Path) -> None:
    names, code = imported_by(tmp_path, "--version")
    assert (code, heavy(names)) == (0, set())


def test_a_check_imports_nothing_heavy(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    # The first check may have to compile the rules; the second finds them compiled.
    imported_by(tmp_path, "check", "draft.md")
    names, code = imported_by(tmp_path, "check", "draft.md")
    assert "reslint.linting.linter" in names
    assert (code, heavy(names)) == (0, set())
    assert names & UNUSED == set()
    # Of the readers of other formats only the module that tells formats.
    assert {name for name in names if name.startswith("reslint.documents")} == {"reslint.documents"}
    assert not any(name.startswith("reslint.revisions") for name in names)
    assert not names & {"zipfile", "xml.parsers.expat", "pyexpat"}


@pytest.mark.parametrize("arguments", [["--fix", "draft.md"], ["draft.md", "other.md"]])
def test_few_files_import_nothing_of_processes(tmp_path: Path, arguments: list[str]) -> None:
    for name in ("draft.md", "other.md"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    imported_by(tmp_path, "check", "draft.md")
    names, code = imported_by(tmp_path, "check", "--no-cache", *arguments)
    assert "reslint.files.runs" in names
    processes = {"concurrent.futures", "multiprocessing", "threading", "subprocess", "pickle"}
    assert (code, names & (processes | {"difflib", "json", "logging"})) == (0, set())
