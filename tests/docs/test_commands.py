"""The commands in README and docs/: each is run, in a folder like that of a reader."""

from __future__ import annotations

import re
import shlex
import shutil
from argparse import ArgumentParser
from pathlib import Path

import pytest

from reslint.cli.main import COMMANDS
from reslint.cli.shell import parsers
from tests.cli.run import reslint
from tests.conftest import ROOT
from tests.texts import FAULTY, RULE

PAGES = [
    *("README.md", "CONTRIBUTING.md", "vscode-ext/README.md", "examples/house-rules/README.md"),
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")),
]
WAITING = {"serve", "server"}
"""Commands that end with their client."""
CLUSTER = "dask://"
"""Work for `tests/files/test_cluster.py`, which has one."""
BLOCK = re.compile(r"^ *```(sh|console)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def commands(page: str) -> list[list[str]]:
    """The commands of reslint in the blocks of a page, without the program's name."""
    found = []
    for kind, block in BLOCK.findall(text_of(page)):
        for line in block.replace("\\\n", " ").splitlines():
            stripped = line.strip()
            if kind == "console" and not stripped.startswith("$ "):
                continue
            for part in stripped.removeprefix("$ ").split(" && "):
                words = shlex.split(part.partition(" > ")[0], comments=True)
                if words[:1] == ["reslint"]:
                    found.append(words[1:])
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a reader may have: drafts in folders, a Word file, house rules, examples."""
    for name in ("drafts", "archive", "en", "fr", "house-rules", "rules"):
        (tmp_path / name).mkdir()
    for path in ("draft.md", "drafts/draft.en.md", "archive/a.md", "en/a.md"):
        (tmp_path / path).write_text(FAULTY, encoding="utf-8")
    french = "*L’Assemblée générale*,\n\n1. *Décide* de rester saisie de la question.\n"
    for path in ("drafts/draft.fr.md", "fr/a.md"):
        (tmp_path / path).write_text(french, encoding="utf-8")
    (tmp_path / "house-rules" / "rule.yaml").write_text(RULE, encoding="utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(tmp_path / "draft.md", tmp_path / "examples" / "house-rules")
    # A copy would be house rules with the codes of reslint.
    (tmp_path / "rules" / "standard").symlink_to(ROOT / "rules" / "standard")
    assert reslint(tmp_path, "convert", "draft.md", "draft.docx").code == 0
    shutil.copy(tmp_path / "draft.docx", tmp_path / "drafts" / "word.docx")
    return tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)])
def test_the_commands_of_a_page_run(folder: Path, page: str) -> None:
    if page == "docs/writing-rules.md":
        shutil.rmtree(folder / "house-rules")  # its first command writes them
    here = folder / "examples" / "house-rules" if page.startswith("examples/house") else folder
    ran = 0
    for words in commands(page):
        if words[0] in WAITING or words == ["new-rule"] or any(CLUSTER in one for one in words):
            continue
        done = reslint(here, *words)
        # Exit code 1: findings, or differences.
        assert done.code in (0, 1), (words, done)
        assert "error:" not in done.err, (words, done)
        ran += 1
    assert ran or page in ("docs/serve.md", "docs/scale.md")


def test_the_readme_has_the_two_commands() -> None:
    first, second = [block for _, block in BLOCK.findall(text_of("README.md"))][:2]
    assert "pip install . && reslint check examples --exit-zero" in first
    assert 'pip install -e ".[dev]" -c constraints.txt && python -m pytest' in second


@pytest.mark.parametrize("page", PAGES)
def test_each_option_that_a_page_names_is_there(page: str) -> None:
    known = parsers()
    for code in re.findall(r"`reslint ([^`]+)`", text_of(page)):
        name, *words = code.replace("\n", " ").split()
        if name in ("COMMAND", "…") or name.startswith("-"):
            continue
        assert name in COMMANDS, code
        options = {option for action in _actions(known[name]) for option in action}
        for word in words:
            option = word.partition("=")[0].rstrip(",.;")
            if option.startswith("--"):
                assert option in options, code


def _actions(parser: ArgumentParser) -> list[list[str]]:
    """The option strings of a parser and of those of its subcommands."""
    found = []
    for action in parser._actions:
        found.append(list(action.option_strings))
        if isinstance(action.choices, dict):
            for one in action.choices.values():
                found += _actions(one)
    return found


def test_the_tutorial_shows_what_is_printed(tmp_path: Path) -> None:
    page = text_of("docs/tutorial.md")
    (draft,) = re.findall(r"```markdown\n(\*The General.*?)```", page, re.DOTALL)
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    (shown,) = re.findall(r"```console\n\$ reslint check draft.md\n(.*?)```", page, re.DOTALL)
    printed = reslint(tmp_path, "check", "draft.md", variables={"COLUMNS": "100"}).out
    for part in shown.split("…\n"):
        assert part in printed
    fixed = reslint(tmp_path, "check", "draft.md", "--fix")
    assert "Fixed 3 findings" in fixed.out
    assert "NUM001" in fixed.out
