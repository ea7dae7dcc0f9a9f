"""How the command line is read: paths and options in every order."""

from __future__ import annotations

from argparse import Namespace

import pytest

from reslint.cli import check
from reslint.cli.main import main


def parsed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> tuple[Namespace | None, int, str]:
    """The arguments with which `reslint check` runs, the exit code, the first line of errors."""
    ran: list[Namespace] = []

    def run(namespace: Namespace) -> int:
        ran.append(namespace)
        return 0

    monkeypatch.setattr(check, "run", run)
    code = main(["check", *arguments])
    lines = capsys.readouterr().err.splitlines()
    return (ran[0] if ran else None), code, lines[0] if lines else ""


@pytest.mark.parametrize(
    ("arguments", "paths", "fix", "select"),
    [
        ([], [], False, None),
        (["a", "b"], ["a", "b"], False, None),
        (["a", "--fix", "b"], ["a", "b"], True, None),
        (["--fix", "a", "--select", "X", "b", "c"], ["a", "b", "c"], True, ["X"]),
        (["a", "--select=X", "b", "--select", "Y"], ["a", "b"], False, ["X", "Y"]),
        (["-"], ["-"], False, None),
        (["--fix", "-", "a"], ["-", "a"], True, None),
        (["--", "a"], ["a"], False, None),
        (["--", "-x", "--fix"], ["-x", "--fix"], False, None),
        (["a", "--fix", "--", "--diff", "b"], ["a", "--diff", "b"], True, None),
        (["--", "a", "--", "b"], ["a", "--", "b"], False, None),
        (["--fix", "--"], [], True, None),
        (["a b", "--fix", ""], ["a b", ""], True, None),
    ],
)
def test_paths_and_options(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    paths: list[str],
    fix: bool,
    select: list[str] | None,
) -> None:
    namespace, code, message = parsed(monkeypatch, capsys, arguments)
    assert namespace is not None
    assert (namespace.paths, namespace.fix, namespace.select) == (paths, fix, select)
    assert (code, message) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fixx", "a"], "unrecognized arguments: --fixx"),
        (["a", "-x", "b", "--fi"], "unrecognized arguments: -x --fi"),
        (["a", "--select"], "argument --select: expected one argument"),
        (
            ["--severity", "bad", "a"],
            "argument --severity: invalid choice: 'bad' "
            "(choose from 'error', 'warning', 'info', 'hint')",
        ),
    ],
)
def test_wrong_options(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    namespace, code, said = parsed(monkeypatch, capsys, arguments)
    assert (namespace, code) == (None, 2)
    # Newer versions of Python name choices without quotation marks.
    assert said.replace("'", "") == f"reslint check: error: {message}".replace("'", "")
