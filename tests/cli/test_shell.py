"""Completions and the manual page: made from the same options as `--help`, and they work."""

from __future__ import annotations

import re
import shutil
import subprocess
from argparse import ArgumentParser
from pathlib import Path

import pytest

from reslint.cli.main import COMMANDS
from reslint.cli.shell import parsers
from tests.cli.run import reslint

COMPLETE = """
source completion.bash
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
function=$(complete -p reslint | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
"$function"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def options_of(parser: ArgumentParser) -> set[str]:
    """The options that the help of a parser lists."""
    lines = re.findall(r"^  (-.*?)(?:  |$)", parser.format_help(), re.MULTILINE)
    return {option for line in lines for option in re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", line)}


@pytest.fixture
def completed(tmp_path: Path) -> Path:
    for shell in ("bash", "zsh", "fish"):
        made = reslint(tmp_path, "completion", shell)
        assert (made.code, made.err) == (0, "")
        (tmp_path / f"completion.{shell}").write_text(made.out)
    return tmp_path


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["che"], {"check"}),
        ([""], set(COMMANDS)),
        (["check", "--fi"], {"--fix"}),
        (["check", "--format", "s"], {"sarif"}),
        (["new-rule", "for"], {"forbidden"}),
        (["completion", ""], {"bash", "zsh", "fish"}),
        (["check", "dra"], {"draft.md"}),
        (["check", "--output-file", "dra"], {"draft.md"}),
    ],
)
def test_bash_completes(completed: Path, words: list[str], offered: set[str]) -> None:
    (completed / "draft.md").write_text("")
    done = subprocess.run(
        ["bash", "--norc", "-c", COMPLETE, "bash", "reslint", *words],
        cwd=completed,
        capture_output=True,
        check=False,
        text=True,
    )
    found = set(done.stdout.split())
    assert done.stderr == ""
    assert found >= offered
    if words[-1]:
        assert found == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_reads_its_script(completed: Path, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} here")
    script = str(completed / f"completion.{shell}")
    subprocess.run([program, "-n", script], check=True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_option_is_in_the_scripts(completed: Path, shell: str) -> None:
    script = (completed / f"completion.{shell}").read_text()
    for parser in parsers().values():
        for option in options_of(parser):
            assert option.lstrip("-") in script, option


def test_the_manual_page(tmp_path: Path) -> None:
    made = reslint(tmp_path, "man")
    assert (made.code, made.err) == (0, "")
    plain = made.out.replace("\\-", "-")
    assert "reslint - check drafts of United Nations resolutions" in plain.replace("\n", " ")
    for parser in parsers().values():
        for option in options_of(parser):
            # The page has no word on --help itself; -h stands in each usage.
            assert option in plain or option == "--help", option
    if shutil.which("man"):
        (tmp_path / "reslint.1").write_text(made.out)
        shown = subprocess.run(
            ["man", "-l", "reslint.1"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
            env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
        )
        assert "reslint new-rule" in shown.stdout


def test_each_command_is_there_with_its_own_options() -> None:
    whole = parsers()
    names = {name: f"reslint {name}".rstrip() for name in ("", *COMMANDS)}
    assert {name: parser.prog for name, parser in whole.items()} == names
    assert "--unsafe-fixes" in options_of(whole["check"])
