"""Test that the packages bundled with the extension follow pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT = ROOT
PYTHON = PROJECT / "vscode-ext" / "python"
# Only the command line uses them: the server runs without them in the editor tests.
NOT_BUNDLED = {"argparse-manpage", "rich", "shtab", "watchfiles", "websockets"}


def stated() -> dict[str, Requirement]:
    """The requirements in pyproject.toml, without extras."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    return by_name(project["dependencies"])


def asked() -> dict[str, Requirement]:
    """The requirements from which the pins were made."""
    lines = (PYTHON / "requirements.in").read_text("utf-8").splitlines()
    return by_name([line for line in lines if line and not line.startswith("#")])


def pinned() -> dict[str, str]:
    """The version of each pinned package by its normalized name; each must have hashes."""
    pins: dict[str, str] = {}
    text = (PYTHON / "requirements.txt").read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        match = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line)
        if match:
            assert "--hash=sha256:" in line, line
            pins[canonicalize_name(match[1])] = match[2]
    return pins


def by_name(lines: list[str]) -> dict[str, Requirement]:
    return {canonicalize_name(one.name): one for one in map(Requirement, lines)}


def test_bundled_packages_are_those_required() -> None:
    expected = {
        name: str(one.specifier) for name, one in stated().items() if name not in NOT_BUNDLED
    }
    assert {name: str(one.specifier) for name, one in asked().items()} == expected


def test_packages_left_out_are_required_ones() -> None:
    assert set(stated()) >= NOT_BUNDLED


@pytest.mark.parametrize("name", sorted(asked()))
def test_each_pin_satisfies_its_requirement(name: str) -> None:
    assert asked()[name].specifier.contains(pinned()[name])


@pytest.mark.parametrize("name", sorted(pinned()))
def test_requirements_of_pinned_packages_are_pinned(name: str) -> None:
    try:
        needs = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        pytest.skip(f"{name} is not installed here")
    for need in map(Requirement, needs):
        if need.marker is None or need.marker.evaluate({"extra": ""}):
            pin = pinned().get(canonicalize_name(need.name))
            assert pin is not None and need.specifier.contains(pin), str(need)
