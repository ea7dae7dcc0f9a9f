"""The source distribution and the wheel: what is in them, and that the wheel works by itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from hatch_build import ONLY_COMPILED
from tests.conftest import ROOT

IN_SOURCE = {
    *("reslint", "rules", "docs", "examples", "schemas"),
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    *("pyproject.toml", "constraints.txt", "hatch_build.py", "PKG-INFO"),
    ".gitignore",
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a source distribution and of the wheel made from it."""
    folder = tmp_path_factory.mktemp("built")
    command = (sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def source_names(built: Path) -> list[str]:
    """The files of the source distribution, without its outer folder."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        return [one.name.partition("/")[2] for one in archive.getmembers()]


@pytest.fixture(scope="session")
def unpacked(built: Path) -> Path:
    """The wheel, unpacked as an installation would."""
    (path,) = built.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(built / "unpacked")
    return built / "unpacked"


def test_the_source_distribution_has_no_strays(built: Path) -> None:
    names = source_names(built)
    assert {name.partition("/")[0] for name in names} <= IN_SOURCE
    assert [name for name in names if "__pycache__" in name or "_prebuilt" in name] == []


def test_the_source_distribution_has_all_that_is_committed_of_its_parts(built: Path) -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is no clone")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    committed = {one for one in listed.stdout.split("\0") if one.partition("/")[0] in IN_SOURCE}
    assert committed - {".gitignore"} - set(source_names(built)) == set()


def test_the_wheel_holds_each_rule_once_where_that_is_enough(unpacked: Path) -> None:
    assert {one.name for one in unpacked.iterdir() if not one.name.endswith(".dist-info")} == {
        "reslint"
    }
    inside = {one.name for one in (unpacked / "reslint" / "_rules").iterdir()}
    assert inside == {one.name for one in (ROOT / "rules").iterdir()} - set(ONLY_COMPILED)


def run(package: Path, folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run reslint of a package folder; its cache is in the folder."""
    done = subprocess.run(
        [sys.executable, "-m", "reslint", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(package),
            "RESLINT_CACHE_DIR": str(folder / "cache"),
            "COLUMNS": "100",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "examples", "--format", "json", "--profile", "strict"),
        ("check", "examples", "--profile", "mun", "--diff"),
        ("concordance", "examples"),
        ("explain", "LEAD002"),
        ("outline", "examples/libraries.en.md"),
        ("test-rules",),
        ("test-rules", "examples/house-rules/rules"),
    ],
)
def test_the_wheel_does_what_the_checkout_does(
    unpacked: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    ours = run(ROOT, tmp_path, *arguments)
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)
    theirs = run(unpacked, tmp_path, *arguments)
    assert theirs == ours
    # Nothing that is shipped was compiled.
    compiled = {one.name.split("-")[0] for one in tmp_path.glob("cache/reslint/compiled*/*")}
    assert compiled <= {"house"}


def test_an_organ_of_ones_own_works_from_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "reslint.yaml").write_text(
        "organ:\n  code: CLUB\n  names: {en: [The Chess Club]}\n"
        "  phrases: {en: {operative: [Beseeches]}}\n",
        encoding="utf-8",
    )
    (tmp_path / "draft.md").write_text(
        "*The Chess Club*,\n\nRecalling its resolution 3,\n\n1. *Decides* to meet.\n", "utf-8"
    )
    code, out, err = run(unpacked, tmp_path, "check", "draft.md", "--format", "json")
    assert (code, err) == run(ROOT, tmp_path, "check", "draft.md", "--format", "json")[::2]
    assert json.loads(out)["files"][0]["diagnostics"]


def pins() -> dict[str, str]:
    """The version of each package in constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    split = (line.split("==") for line in lines if not line.startswith("#"))
    return dict(split)


def test_each_requirement_is_pinned_to_a_version_that_fits() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    for one in map(Requirement, lines):
        name = canonicalize_name(one.name)
        assert name == "reslint" or one.specifier.contains(pins()[name]), str(one)
