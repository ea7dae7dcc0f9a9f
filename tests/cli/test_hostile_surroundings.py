"""The command in hostile surroundings: names and texts that would command a terminal, no input."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import environment

_DRAFT = "The General Assembly,\n\n*Recalling* \x1b]0;owned\x07 the rooms,\n\n*Decides* to meet.\n"
_ODD = "odd\x1b]0;o\x07\u202e\u2028\n::error::.md"
_RULE = """code: HOUSE001
name: no-rooms
check: text.forbidden
severity: warning
parameters: {texts: [rooms]}
message: {en: "Stop\\n::error file=x::bad\\e[31m.", fr: "Stop\\e[31m."}
why: "Because\\e]0;owned\\a."
examples:
  - {language: en, in: operative, bad: "Opens rooms\\e[31m.", at: rooms}
  - {language: en, in: operative, good: Opens halls.}
"""


def _run(folder: Path, *arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reslint", *arguments]
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        command, cwd=folder, env=environment(), capture_output=True, check=False, **options
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(_DRAFT, encoding="utf-8")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "house.yaml").write_text(_RULE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("outline", "draft.md"),
        ("explain", "HOUSE001", "--rules", "rules"),
        ("rules", "--rules", "rules"),
        ("test-rules", "rules"),
        *(
            ("check", "draft.md", "--rules", "rules", "--format", name)
            for name in ("text", "concise", "github")
        ),
        ("check", "--config", "bad.yaml", "draft.md"),
        ("config", "--config", "values.yaml"),
        ("outline", _ODD),
        ("outline", "--format", "json", _ODD),
        *(
            ("check", _ODD, "--format", name)
            for name in ("json", "html", "junit", "sarif", "gitlab", "concise")
        ),
        ("check", "--unknown\x1b[31m\n::error::"),
        ("check", "draft.md", "--rules", "no\x1b[31m\n::error::"),
        ("check", "draft.md", "--select", "no\x1b[31m\n::error::"),
        ("init", "no\x1b[31m\n::error::"),
        ("config", "no\x1b[31m\n::error::"),
        ("new-rule", "forbidden", "--words", "no\x1b[31m\n::error::"),
        ("convert", "draft.md", "no\x1b[31m\n::error::/out.md"),
        ("check", "no\x1bsuch\nfile.md"),
        ("no\x1bsuch\ncommand",),
    ],
    ids=lambda arguments: " ".join(arguments[:2]).encode("unicode_escape").decode(),
)
def test_no_control_character_and_no_line_of_others_is_printed(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    (folder / _ODD).write_text(_DRAFT + "\u009b31m\n", encoding="utf-8")
    (folder / "values.yaml").write_text(
        'rules: ["no\\e[31m\\n::error::"]\nexclude: ["no\\e[31m\\n::error::"]\n'
        'overrides: [{files: ["no\\e[31m\\n::error::"], select: ["X\\n::error::"]}]\n',
        encoding="utf-8",
    )
    (folder / "bad.yaml").write_text('"\\n::error::\\e[31m": 1\n', encoding="utf-8")
    done = _run(folder, *arguments)
    for printed in (done.stdout, done.stderr):
        assert not set(printed) & {*range(9), *range(11, 32), 127}
        assert not set(printed.decode()) & set("\x85\x9b\u2028\u2029\u202e")
        lines = printed.decode().split("\n")
        ours = arguments[-1] == "github"
        assert not any(line.startswith("::error file=x") for line in lines)
        assert ours or not any(line.startswith("::error") for line in lines)


@pytest.mark.skipif(os.name == "nt", reason="file descriptors are closed by the shell here")
@pytest.mark.parametrize("command", ["check", "outline", "convert"])
def test_closed_standard_input(folder: Path, command: str) -> None:
    line = f'"{sys.executable}" -m reslint {command} - <&-'
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment(), capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"standard input cannot be read (it is closed)" in done.stdout + done.stderr
    assert b"internal error" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="file descriptors are closed by the shell here")
@pytest.mark.parametrize(
    ("command", "code"), [("init", 0), ("new-rule forbidden --words halls --folder own", 0)]
)
def test_nobody_is_asked_where_standard_input_is_closed(
    folder: Path, command: str, code: int
) -> None:
    line = f'"{sys.executable}" -m reslint {command} <&-'
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment(), capture_output=True, check=False
    )
    assert b"internal error" not in done.stderr
    assert done.returncode == code, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be deleted there")
def test_deleted_working_folder(folder: Path) -> None:
    python = f'"{sys.executable}" -m reslint check'
    gone = folder / "gone"
    gone.mkdir()
    script = (
        f'rmdir "{gone}"; {python} draft.md; echo "code $?"; '
        f'{python} "{folder / "draft.md"}"; echo "code $?"'
    )
    done = subprocess.run(
        ["sh", "-c", script], cwd=gone, env=environment(), capture_output=True, check=False
    )
    assert done.stderr.decode() == "reslint: the current folder does not exist any more\n"
    assert done.stdout.decode().split("\n")[0] == "code 2"
    assert done.stdout.decode().split("\n")[-2] in ("code 0", "code 1")


@pytest.mark.parametrize("module", ["argparse", "reslint.cli.main", "reslint.files.check"])
def test_interrupted_while_starting(folder: Path, module: str) -> None:
    # As Ctrl-C does it: the signal arrives while this module is imported.
    script = (
        "import os, signal, sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, path, target=None):\n"
        f"        if name == {module!r}:\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "sys.modules.pop('argparse', None)\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job may ignore it
        "sys.argv = ['reslint', 'check', 'draft.md']\n"
        "from reslint.__main__ import run\n"
        "run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--rules", "pipe"), "pipe: is no regular file"),
        (("--config", "house.yaml"), "pipe: the registry cannot be read (it is no regular file)"),
        (("--config", "pipe"), "pipe: is no regular file"),
        (("--baseline", "pipe"), "pipe: the baseline cannot be read (it is no regular file)"),
        (("--format", "template:pipe"), "pipe cannot be read: it is no regular file"),
    ],
)
def test_pipes_instead_of_files(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    # Opening one would wait for ever; that of the folder's own settings is passed over.
    os.mkfifo(folder / "pipe")
    os.mkfifo(folder / ".gitignore")
    os.mkfifo(folder / "reslint.yaml")
    os.mkfifo(folder / "pyproject.toml")
    (folder / "house.yaml").write_text("registry: [pipe]\n", encoding="utf-8")
    done = _run(folder, "check", *arguments, ".", timeout=60)
    assert done.returncode == 2
    assert said in done.stderr.decode()
