"""`reslint check --fix` and `--diff`: what is written, what is said, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reslint.fixes.choosing import choose
from reslint.text.diagnostics import Diagnostic
from tests.cli.run import reslint, reslint_process
from tests.conftest import EXAMPLES
from tests.texts import DRAFT, FAULTY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def test_fix_writes_and_says_what_remains(folder: Path) -> None:
    outcome = reslint(folder, "check", "--fix")
    assert (folder / "draft.md").read_text() == DRAFT
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "1 draft checked: nothing to report.\n"
        "Fixed 2 findings in 1 draft (FORM004: 1, LEAD002: 1); 0 findings remain.\n"
    )
    before = (folder / "draft.md").stat()
    outcome = reslint(folder, "check", "--fix")
    assert outcome.out.endswith("Nothing to fix; 0 findings remain.\n")
    assert (folder / "draft.md").stat().st_mtime_ns == before.st_mtime_ns


def test_json_stays_json(folder: Path) -> None:
    outcome = reslint(folder, "check", "--fix", "--format", "json")
    assert json.loads(outcome.out)["summary"]["diagnostics"] == 0
    assert outcome.err.startswith("Fixed 2 findings")


def test_unsafe_fixes_are_made_on_request_only(folder: Path) -> None:
    text = DRAFT.replace("2. *", "3. *")
    (folder / "draft.md").write_text(text)
    outcome = reslint(folder, "check", "--fix")
    assert (outcome.code, (folder / "draft.md").read_text()) == (1, text)
    said = "Nothing to fix; 1 finding remains (--unsafe-fixes has a fix for 1).\n"
    assert outcome.out.endswith(said)
    outcome = reslint(folder, "check", "--fix", "--unsafe-fixes")
    assert (outcome.code, (folder / "draft.md").read_text()) == (0, DRAFT)


@pytest.mark.parametrize("more", [[], ["--fix"]])
def test_diff_shows_and_writes_nothing(folder: Path, more: list[str]) -> None:
    outcome = reslint(folder, "check", "--diff", *more)
    assert outcome.code == 1
    assert (folder / "draft.md").read_text() == FAULTY
    assert outcome.out.startswith("--- a/draft.md\n+++ b/draft.md\n@@ ")
    assert "would" not in outcome.out
    assert outcome.err.startswith("Would fix 2 findings")
    subprocess.run(["git", "apply"], cwd=folder, input=outcome.out.encode(), check=True)
    assert (folder / "draft.md").read_text() == DRAFT
    outcome = reslint(folder, "check", "--diff", *more)
    assert (outcome.code, outcome.out) == (0, "")


@pytest.mark.parametrize("tool", [["git", "apply"], ["patch", "-p1", "--binary"]])
@pytest.mark.parametrize(
    ("name", "mark", "end"),
    [
        ("the first draft é.md", b"", b"\n"),
        ("first.md", b"\xef\xbb\xbf", b"\r\n"),
        ("first.md", b"\xef\xbb\xbf", b"\r"),
    ],
)
def test_what_diff_shows_can_be_applied_to_the_first_line_too(
    folder: Path, tool: list[str], name: str, mark: bytes, end: bytes
) -> None:
    if not shutil.which(tool[0]):
        pytest.skip(f"{tool[0]} is not installed")
    data = mark + FAULTY.replace("*The General Assembly*", "The General Assembly").encode()
    (folder / name).write_bytes(data.replace(b"\n", end))
    outcome = reslint(folder, "check", "--diff", name)
    subprocess.run(tool, cwd=folder, input=outcome.out.encode(), check=True)
    assert (folder / name).read_bytes() == (mark + DRAFT.encode()).replace(b"\n", end)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("final", [True, False])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_without_errors_are_kept(folder: Path, end: str, final: bool, mark: bytes) -> None:
    def laid_out(text: str) -> bytes:
        return mark + (text if final else text.rstrip("\n")).replace("\n", end).encode()

    path = folder / "draft.md"
    path.write_bytes(laid_out(FAULTY))
    diff = reslint(folder, "check", "--diff").out
    assert ("\\ No newline at end of file" in diff) == (not final)
    assert reslint(folder, "check", "--fix").code == 0
    assert path.read_bytes() == laid_out(DRAFT)


def test_standard_input(folder: Path) -> None:
    outcome = reslint(folder, "check", "--fix", "-", stdin=FAULTY.encode())
    assert (outcome.code, outcome.out) == (0, DRAFT)
    assert "Fixed 2 findings" in outcome.err
    text = FAULTY.replace("2. *", "3. *")
    outcome = reslint(folder, "check", "--fix", "-", "--exit-zero", stdin=text.encode())
    assert (outcome.code, outcome.out) == (0, DRAFT.replace("2. *", "3. *"))
    assert "NUM001" in outcome.err
    outcome = reslint(folder, "check", "--diff", "-", stdin=FAULTY.encode())
    assert outcome.code == 1
    assert outcome.out.startswith("--- a/-\n")


def test_standard_input_that_is_no_text_passes_unchanged(folder: Path) -> None:
    data = "é".encode("utf-16") + b"\x00"
    outcome = reslint_process(folder, "check", "--fix", "-", stdin=data)
    assert (outcome.code, outcome.data) == (2, data)


@pytest.mark.parametrize(
    "arguments", [["--unsafe-fixes"], ["--fix", "-", "draft.md"], ["--diff", "--watch"]]
)
def test_wrong_usage(folder: Path, arguments: list[str]) -> None:
    outcome = reslint(folder, "check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert (folder / "draft.md").read_text() == FAULTY


def test_a_read_only_file_is_an_error_and_the_others_are_fixed(folder: Path) -> None:
    (folder / "other.md").write_text(FAULTY)
    (folder / "draft.md").chmod(0o444)
    outcome = reslint(folder, "check", "--fix")
    assert outcome.code == 2
    assert (
        "draft.md: error TOOL010 the fixes were not written: the file is read-only" in outcome.out
    )
    assert "LEAD002" in outcome.out
    assert (folder / "draft.md").read_text() == FAULTY
    assert (folder / "other.md").read_text() == DRAFT
    assert outcome.out.endswith(
        "Fixed 2 findings in 1 draft (FORM004: 1, LEAD002: 1), 1 draft could not be written; "
        "2 findings remain.\n"
    )
    outcome = reslint(folder, "check", "--fix", "draft.md")
    assert outcome.out.endswith("Nothing fixed, 1 draft could not be written; 2 findings remain.\n")
    outcome = reslint(folder, "check", "--diff")
    assert (outcome.code, "TOOL010" in outcome.err) == (1, False)


def broken(*_: object, **__: object) -> None:
    raise RuntimeError("no such round")


@pytest.mark.parametrize(
    "options", [["--fix"], ["--fix", "--unsafe-fixes"], ["--select", "LEAD", "--fix"]]
)
def test_an_error_of_the_fix_rounds_is_reported_and_the_file_untouched(
    folder: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    before = (folder / "draft.md").stat()
    monkeypatch.setattr("reslint.fixes.rounds.choose", broken)
    outcome = reslint(folder, "check", *options, "--format", "concise")
    assert outcome.code == 2
    assert (
        "draft.md: error TOOL004 reslint failed to fix this text (RuntimeError: no such round)"
        " and left it as it is. Please report this.\n"
    ) in outcome.out
    # What was found is reported all the same.
    assert "draft.md:3:1 error LEAD002" in outcome.out
    assert "Nothing fixed; " in outcome.out
    assert (folder / "draft.md").read_text() == FAULTY
    assert (folder / "draft.md").stat().st_mtime_ns == before.st_mtime_ns


def test_an_error_of_the_fix_rounds_leaves_the_other_files_to_be_fixed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "other.md").write_text(FAULTY, encoding="utf-8")
    calls: list[int] = []

    def broken_once(diagnostics: list[Diagnostic], *, unsafe: bool) -> list[Diagnostic]:
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError
        return choose(diagnostics, unsafe=unsafe)

    monkeypatch.setattr("reslint.fixes.rounds.choose", broken_once)
    outcome = reslint(folder, "check", "--fix")
    assert outcome.code == 2
    assert [(folder / name).read_text() for name in ("draft.md", "other.md")] == [FAULTY, DRAFT]


def test_an_error_of_the_fix_rounds_passes_standard_input_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reslint.fixes.rounds.choose", broken)
    outcome = reslint(folder, "check", "--fix", "-", stdin=FAULTY.encode())
    assert (outcome.code, outcome.out) == (2, FAULTY)
    assert "TOOL004" in outcome.err


def test_what_cannot_be_fixed(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    (folder / "empty.md").write_bytes(b"")
    (folder / "bad.md").write_bytes(b"\xff\xfea")
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "folder.md").mkdir()
    (folder / "new\nline.md").write_text(FAULTY)
    outcome = reslint(folder, "check", "--fix", "pipe.md", "empty.md", "bad.md", ".")
    assert outcome.code == 2
    assert (
        "pipe.md: error TOOL010 the fixes were not written: it is not a regular file" in outcome.out
    )
    assert "bad.md: error TOOL005" in outcome.out
    assert "Fixed 4 findings in 2 drafts" in outcome.out
    assert (folder / "new\nline.md").read_text() == DRAFT
    assert (folder / "empty.md").read_bytes() == b""


def test_select_chooses_what_is_fixed(folder: Path) -> None:
    outcome = reslint(folder, "check", "--fix", "--select", "LEAD")
    assert outcome.code == 0
    assert (folder / "draft.md").read_text() == DRAFT.replace("matter.", "matter")


def test_a_fix_that_breaks_the_structure_is_said(folder: Path) -> None:
    (folder / "draft.md").write_text(DRAFT)
    (folder / "house").mkdir()
    (folder / "house" / "rule.yaml").write_text(
        """code: HOUSE002
name: seven
check: text.pattern
severity: warning
fix: safe
fix_title: {en: seven, fr: sept}
parameters: {pattern: 'the matter\\.', replacement: 'the matter'}
message: {en: No., fr: Non.}
why: We like it.
examples:
  - language: en
    in: operative
    bad: '*Decides* the matter.'
    at: 'the matter.'
    good: '*Decides* the matter'

"""
    )
    outcome = reslint(folder, "check", "--fix", "--rules", "house", "--select", "HOUSE")
    assert (folder / "draft.md").read_text() == DRAFT
    assert (
        "the fix of HOUSE002 was undone: it would have caused FORM004 (End the last" in outcome.err
    )
    assert outcome.code == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "draft.md:9:61: NUM001 Check this reference"),
        ("fr", "draft.md:9:61: NUM001 Vérifier ce renvoi"),
    ],
)
@pytest.mark.parametrize("mode", ["--fix", "--diff"])
def test_a_reference_that_a_renumbering_cannot_fix_is_named(
    folder: Path, mode: str, language: str, said: str
) -> None:
    (folder / "draft.md").write_text(
        "*The General Assembly*,\n\n"
        "1. *Decides* to plant orchards;\n\n"
        "2. *Invites* all to water them;\n\n"
        "2. *Requests* the Secretary-General to count them;\n\n"
        "3. *Decides* to return to what is said of them in paragraph 2 above.\n"
    )
    outcome = reslint(
        folder, "check", mode, "--unsafe-fixes", "--message-language", language, "draft.md"
    )
    assert said in outcome.err


def test_examples_are_fixed_in_one_run(folder: Path) -> None:
    for path in EXAMPLES:
        (folder / path.name).write_bytes(path.read_bytes())
    reslint(folder, "check", "--fix", "--unsafe-fixes")
    texts = {path.name: path.read_bytes() for path in folder.glob("*.md")}
    found = json.loads(reslint(folder, "check", "--format", "json").out)
    assert [
        one["code"] for file in found["files"] for one in file["diagnostics"] if one["fix"]
    ] == []
    reslint(folder, "check", "--fix", "--unsafe-fixes")
    assert {path.name: path.read_bytes() for path in folder.glob("*.md")} == texts


def test_the_format_diff_is_plain_and_goes_to_a_file(folder: Path) -> None:
    coded = reslint(folder, "check", "--diff")
    plain = reslint(folder, "check", "--format", "diff", "--color", "always")
    assert (plain.code, (folder / "draft.md").read_text()) == (1, FAULTY)
    hunks = [line for line in coded.out.splitlines() if line.startswith("@@")]
    assert hunks == ["@@ -1,7 +1,7 @@ LEAD002, FORM004"]
    assert coded.out.replace(" LEAD002, FORM004", "") == plain.out
    outcome = reslint(folder, "check", "--format", "diff", "--output-file", "fixes.patch")
    assert (outcome.code, outcome.out) == (1, "")
    assert (folder / "fixes.patch").read_text() == plain.out


def test_the_diff_in_colour_is_word_by_word(folder: Path) -> None:
    outcome = reslint(folder, "check", "--diff", "--color", "always")
    assert outcome.out.splitlines()[0] == "\x1b[1mdraft.md\x1b[0m"
    assert "\x1b[31mmatter\x1b[0m\x1b[1;32mmatter.\x1b[0m  \x1b[1mFORM004\x1b[0m\n" in outcome.out
    assert "@@" not in outcome.out


def test_a_fix_that_a_page_cannot_take_is_named_once_at_its_place_in_the_file(
    tmp_path: Path,
) -> None:
    page = (
        "<div>The General Assembly,<br><br>Recalling the Charter,<br>Noting the wells;<br><br>"
        "1. Decides to dig;<br>2. Requests a report</div>\n"
    )
    (tmp_path / "page.html").write_text(page)
    outcome = reslint(tmp_path, "check", "--fix", "page.html")
    said = [line.split(": ")[1:3] for line in outcome.err.splitlines()]
    assert said == [
        [f"page.html:1:{page.index(word) + 1}", f"the fix of {code} was not made"]
        for word, code in (
            ("The General", "FORM001"),
            ("Recalling", "LEAD002"),
            ("Decides", "LEAD002"),
            ("Requests", "LEAD002"),
        )
    ]
    fixed = page.replace("wells;", "wells,").replace("report<", "report.<")
    assert (tmp_path / "page.html").read_text() == fixed
