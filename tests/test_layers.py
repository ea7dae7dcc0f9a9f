"""The layers hold: nothing imports upwards, and a start imports nothing heavy."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "reslint"

LAYERS = (
    ("reslint.source", "reslint.diagnostics"),
    ("reslint.tool_codes", "reslint.data"),
    ("reslint.names", "reslint.registry"),
    ("reslint.blocks",),
    ("reslint.vocabulary", "reslint.registry"),
    ("reslint.names",),
    ("reslint.draft",),
    ("reslint.outline",),
    ("reslint.facts",),
    ("reslint.rulebook.rule", "reslint.rule_pages"),
    ("reslint.checks",),
    ("reslint.rulebook",),
    ("reslint.suppression", "reslint.house_words"),
    ("reslint.linter", "reslint.live"),
    (
        "reslint.fixing",
        "reslint.mending",
        "reslint.writing",
        "reslint.reports",
        "reslint.config",
        "reslint.config_reading",
        "reslint.discovery",
    ),
    ("reslint.batch", "reslint.baseline", "reslint.rule_frames", "reslint.rule_tests"),
    ("reslint.new_rules", "reslint.rule_coverage"),
    ("reslint.repairing", "reslint.baseline_file", "reslint.config_schema"),
    ("reslint.jobs", "reslint.result_cache"),
    ("reslint.runs", "reslint.pool", "reslint.progress"),
    ("reslint.cli", "reslint.server"),
    ("reslint.__main__",),
)
"""From the bottom up; what stands in one line may import each other."""

HEAVY = {
    "pygls",
    "lsprotocol",
    "docx",
    "rich",
    "jsonschema",
    "yaml",
    "pathspec",
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
    "hashlib",
    "_blake2",
}

UNUSED = {
    f"reslint.{name}"
    for name in (
        "baseline",
        "baseline_file",
        "config_reading",
        "fixing",
        "jobs",
        "mending",
        "pool",
        "progress",
        "repairing",
        "result_cache",
        "runs",
        "writing",
    )
}
"""Modules of ours that a check of one file has no use for."""

DRAFT = """*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

1. *Requests* the Secretary-General to report on the matter;

2. *Decides* to remain seized of the matter.
"""


def modules() -> dict[str, Path]:
    """Every module of the package, by name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path, name: str) -> Iterator[tuple[str, int]]:
    """The modules that a module imports (for types, too), with their lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: relative import"
            assert node.module is not None
            yield node.module, node.lineno
            # `from reslint.cli import check` may name a module as well.
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def layer(name: str) -> int | None:
    """The layer of a module; of several that fit, the one with the longest name."""
    fitting = [
        (len(prefix), number)
        for number, line in enumerate(LAYERS)
        for prefix in line
        if name == prefix or name.startswith(prefix + ".")
    ]
    return max(fitting)[1] if fitting else None


def test_every_module_has_a_layer() -> None:
    assert [name for name in modules() if name != "reslint" and layer(name) is None] == []


@pytest.mark.parametrize(("name", "path"), modules().items(), ids=list(modules()))
def test_nothing_imports_upwards(name: str, path: Path) -> None:
    own = layer(name)
    known = modules()
    upwards = [
        f"line {line}: {imported}"
        for imported, line in imports(path, name)
        if own is not None
        and imported in known
        and (other := layer(imported)) is not None
        and other > own
    ]
    assert upwards == []


def test_only_the_server_knows_the_language_server_protocol() -> None:
    wrong = [
        (name, imported)
        for name, path in modules().items()
        if not name.startswith("reslint.server")
        for imported, _ in imports(path, name)
        if imported.split(".")[0] in ("pygls", "lsprotocol")
    ]
    assert wrong == []


def imported_by(folder: Path, *arguments: str) -> tuple[set[str], int]:
    """The modules that a command imports beyond those of a bare interpreter, and its exit code."""

    def run(*command: str) -> tuple[set[str], int]:
        done = subprocess.run(
            [sys.executable, "-X", "importtime", *command],
            cwd=folder,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=60,
            check=False,
        )
        lines = done.stderr.decode().splitlines()
        times = [line for line in lines if line.startswith("import time:")]
        return {line.rpartition("|")[2].strip() for line in times}, done.returncode

    # Installed packages may import things at every start of Python (.pth files): not our doing.
    bare, _ = run("-c", "pass")
    ours, code = run("-m", "reslint", *arguments)
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
    assert "reslint.linter" in names
    assert (code, heavy(names)) == (0, set())
    assert names & UNUSED == set()
