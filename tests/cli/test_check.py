"""`reslint check`: exit codes, places, formats, settings, bad input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import Outcome, command, environment, reslint
from tests.conftest import heed_interruptions
from tests.texts import DRAFT, PLACES_OF_ORCHARDS, RULE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft, a file that is not a draft, a house rule and its settings file."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "README.md").write_text("# Read me\n\nA program.\n", encoding="utf-8")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "orchards.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "reslint.yaml").write_text("select: [HOUSE001]\nrules: [house]\n")
    return tmp_path


def places(outcome: Outcome, code: str = "HOUSE001") -> list[tuple[int, int]]:
    """The places of a code in JSON output, over all files."""
    return [
        (found["line"], found["column"])
        for one in json.loads(outcome.out)["files"]
        for found in one["diagnostics"]
        if found["code"] == code
    ]


def own_codes(outcome: Outcome) -> list[tuple[str, str, int]]:
    """Path, code and line of every error in JSON output."""
    return [
        (one["path"], error["code"], error.get("line", 0))
        for one in json.loads(outcome.out)["files"]
        for error in one["errors"]
    ]


NO_PHRASES = "no opening words of a resolution in any of the six languages"


def test_a_folder_as_a_person_sees_it(folder: Path) -> None:
    outcome = reslint(folder, "check")
    lines = outcome.out.splitlines()
    assert lines[0].endswith(' warning HOUSE001 Not "orchards". [preamble 1]')
    assert lines[1].startswith("    3 | *Recalling* its resolution")
    start = lines[2].index("^")
    assert lines[1][start : start + lines[2].count("^")] == "orchards"
    assert lines[3].strip() == 'fix: write "gardens": orchards, → gardens,'
    assert lines[-3] == "1 draft checked: 2 findings (2 warnings), 2 with a fix."
    assert lines[-2] == f"1 file was not read as a draft: {NO_PHRASES}."
    assert lines[-1] == "2 can be fixed with --fix."
    assert (outcome.code, outcome.err) == (1, "")


def test_json_has_exact_places(folder: Path) -> None:
    outcome = reslint(folder, "check", "--format", "json", "draft.md")
    assert outcome.code == 1
    document = json.loads(outcome.out)
    assert document["summary"] == {
        "files": 1,
        "diagnostics": 2,
        "fixable": 2,
        "error": 0,
        "warning": 2,
        "info": 0,
        "hint": 0,
    }
    (one,) = document["files"]
    assert (one["path"], one["language"], one["organ"]) == ("draft.md", "en", "GA")
    for found in one["diagnostics"]:
        assert DRAFT[found["offset"] : found["end_offset"]] == "orchards"
        line = DRAFT.split("\n")[found["line"] - 1]
        assert line[found["column"] - 1 : found["end_column"] - 1] == "orchards"
        assert found["fix"]["edits"] == [
            {"offset": found["offset"], "end_offset": found["end_offset"], "text": "gardens"}
        ]
    assert [found["line"] for found in one["diagnostics"]] == [3, 5]
    assert [found["paragraph"] for found in one["diagnostics"]] == ["preamble 1", "1"]


def test_concise_and_jsonl(folder: Path) -> None:
    concise = reslint(folder, "check", "--format", "concise").out.splitlines()
    assert len(concise) == 4
    assert all(line.endswith('warning HOUSE001 Not "orchards".') for line in concise[:2])
    lines = [
        json.loads(line)
        for line in reslint(folder, "check", "--format=jsonl").out.split("\n")
        if line
    ]
    assert [line["type"] for line in lines] == ["diagnostic", "diagnostic", "summary"]


@pytest.mark.parametrize(
    ("arguments", "code", "count"),
    [
        ([], 1, 2),
        (["--exit-zero"], 0, 2),
        (["--fail-on", "error"], 0, 2),
        (["--fail-on", "hint"], 1, 2),
        (["--severity", "error"], 0, 0),
        (["--ignore", "HOUSE"], 0, 0),
        (["--ignore", "house001"], 0, 0),
        (["--select", "TOOL"], 0, 0),
        (["--select", "TOOL,HOUSE001"], 1, 2),
        (["--select", "TOOL", "--select", "HOUSE"], 1, 2),
    ],
)
def test_exit_codes_and_selection(
    folder: Path, arguments: list[str], code: int, count: int
) -> None:
    outcome = reslint(folder, "check", "--format", "json", *arguments)
    assert (outcome.code, outcome.err) == (code, "")
    assert len(places(outcome)) == count


def test_unknown_code_is_wrong_usage_with_a_suggestion(folder: Path) -> None:
    outcome = reslint(folder, "check", "--rules", "house", "--select", "HOUSE01")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "reslint check: error: No rule has the code HOUSE01; did you mean HOUSE001?\n"
    )
    # A beginning of a code counts too; of equally close codes the first is suggested.
    assert "the code LED; did you mean LEAD?" in reslint(folder, "check", "--select", "LED").err
    assert "LEAD02; did you mean LEAD002?" in reslint(folder, "check", "--ignore", "LEAD02").err


def test_an_empty_selection_is_a_mistake(folder: Path) -> None:
    outcome = reslint(folder, "check", "--select", "")
    said = "reslint check: error: --select names no rule\n"
    assert (outcome.code, outcome.out, outcome.err) == (2, "", said)


def test_paths_stand_anywhere_among_the_options(folder: Path) -> None:
    for name in ("a.md", "-b.md", "--fix"):
        (folder / name).write_text(DRAFT)
    outcome = reslint(
        folder,
        "check",
        "a.md",
        "--format",
        "json",
        "draft.md",
        "--jobs",
        "1",
        "--",
        "-b.md",
        "--fix",
    )
    paths = [one["path"] for one in json.loads(outcome.out)["files"]]
    assert (outcome.code, paths) == (1, ["--fix", "-b.md", "a.md", "draft.md"])
    outcome = reslint(folder, "check", "a.md", "--jbos", "draft.md", "-x")
    assert outcome.code == 2
    assert "error: unrecognized arguments: --jbos -x\n" in outcome.err


@pytest.mark.parametrize("number", ["0", "257", "-1", "two", "1.5"])
def test_a_wrong_number_of_processes(folder: Path, number: str) -> None:
    outcome = reslint(folder, "check", f"--jobs={number}")
    said = f"argument --jobs: must be a number from 1 to 256, not '{number}'\n"
    assert (outcome.code, said in outcome.err) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "xml"],
        ["--severity", "fatal"],
        ["--no-such-option"],
        ["--rules", "nowhere"],
        ["--config", "nowhere.yaml"],
        ["--stdin-filename", "x.md"],
        ["--output-file", "nowhere/report.txt"],
    ],
)
def test_wrong_usage(folder: Path, arguments: list[str]) -> None:
    outcome = reslint(folder, "check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err
    assert "Traceback" not in outcome.err


def test_statistics(folder: Path) -> None:
    outcome = reslint(folder, "check", "--format", "concise", "--statistics")
    assert "2  HOUSE001  orchards\n" in outcome.out
    document = json.loads(reslint(folder, "check", "--format", "json", "--statistics").out)
    assert document["summary"]["by_code"] == {"HOUSE001": 2}


def test_output_file(folder: Path) -> None:
    outcome = reslint(folder, "check", "--format", "json", "--output-file", "report.json")
    assert (outcome.code, outcome.out) == (1, "")
    assert json.loads((folder / "report.json").read_bytes())["summary"]["diagnostics"] == 2


def test_a_report_never_takes_the_place_of_a_draft(folder: Path) -> None:
    for named in (["draft.md"], []):
        outcome = reslint(folder, "check", *named, "--output-file", "draft.md")
        said = "reslint check: error: --output-file draft.md: this file is a draft\n"
        assert (outcome.code, outcome.out, outcome.err) == (2, "", said)
        assert (folder / "draft.md").read_text() == DRAFT
    # The report of the last run is not a draft, whatever its name.
    for _ in range(2):
        assert reslint(folder, "check", "--output-file", "report.txt").code == 1
    assert "HOUSE001" in (folder / "report.txt").read_text()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full disk to write to")
def test_a_full_disk(folder: Path) -> None:
    outcome = reslint(folder, "check", "--output-file", "/dev/full")
    said = "reslint check: error: --output-file /dev/full: No space left on device\n"
    assert (outcome.code, outcome.err) == (2, said)


@pytest.mark.parametrize(
    ("variables", "arguments", "message"),
    [
        ({"LANG": "fr_CH.UTF-8"}, [], "Pas « orchards »."),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, [], 'Not "orchards".'),
        ({"LC_MESSAGES": "fr"}, [], "Pas « orchards »."),
        ({"LANG": "fr_FR.UTF-8"}, ["--message-language", "en"], 'Not "orchards".'),
        ({}, ["--message-language", "fr"], "Pas « orchards »."),
    ],
)
def test_message_language(
    folder: Path, variables: dict[str, str], arguments: list[str], message: str
) -> None:
    outcome = reslint(folder, "check", *arguments, variables=variables)
    assert f"HOUSE001 {message} [pr" in outcome.out
    assert ("projet vérifié" in outcome.out) == message.startswith("Pas")


def test_standard_input(folder: Path) -> None:
    outcome = reslint(folder, "check", "-", "--format", "json", stdin=DRAFT.encode())
    assert [one["path"] for one in json.loads(outcome.out)["files"]] == ["-"]
    assert (outcome.code, len(places(outcome))) == (1, 2)


def test_standard_input_with_a_name_takes_the_settings_of_that_place(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "reslint.yaml").write_text("severity: {TOOL007: off}\nrules: [../house]\n")
    outcome = reslint(
        folder,
        "check",
        "-",
        "--stdin-filename",
        "sub/new.txt",
        "--format",
        "json",
        stdin=DRAFT.replace("*", "").encode(),
    )
    (one,) = json.loads(outcome.out)["files"]
    assert one["path"] == "sub/new.txt"
    assert len(places(outcome)) == 2
    assert "TOOL007" not in outcome.out


def test_a_text_that_is_no_resolution_is_named_or_silent(folder: Path) -> None:
    found = json.loads(reslint(folder, "check", ".", "--format", "json").out)["files"]
    assert [one["path"] for one in found] == ["draft.md"]
    outcome = reslint(folder, "check", "README.md", "--format", "json")
    assert (outcome.code, places(outcome, "TOOL006")) == (0, [(1, 1)])
    outcome = reslint(folder, "check", "README.md", "--ignore", "TOOL006")
    said = f"0 drafts checked.\n1 file was not read as a draft: {NO_PHRASES}.\n"
    assert (outcome.code, outcome.out) == (0, said)


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (DRAFT.encode("utf-16") + b"\x00", 0, "UTF-16"),
        (
            DRAFT.replace("orchards,", "forêts, été").encode().replace(b"its", b"its \xea", 1),
            3,
            "not UTF-8 (byte 0xea)",
        ),
        (DRAFT.encode().replace(b"orchards;", b"\x00;"), 5, "NUL"),
    ],
)
def test_unreadable_files_are_errors_and_the_others_are_checked(
    folder: Path, data: bytes, line: int, words: str
) -> None:
    (folder / "bad.md").write_bytes(data)
    outcome = reslint(folder, "check", "--format", "json")
    assert outcome.code == 2
    assert own_codes(outcome) == [("bad.md", "TOOL005", line)]
    assert words in outcome.out
    assert len(places(outcome)) == 2


def test_a_missing_file(folder: Path) -> None:
    outcome = reslint(folder, "check", "draft.md", "none.md", "--exit-zero")
    assert outcome.code == 2
    assert outcome.out.startswith("none.md: error TOOL005 there is no such file or folder\n")
    assert "HOUSE001" in outcome.out


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "draft.md").chmod(0)
    outcome = reslint(folder, "check", "draft.md", "--format", "json")
    assert (outcome.code, own_codes(outcome)) == (2, [("draft.md", "TOOL005", 0)])


def test_an_empty_file_and_a_folder_without_drafts(folder: Path) -> None:
    (folder / "empty.md").write_bytes(b"")
    (folder / "nothing").mkdir()
    assert reslint(folder, "check", "nothing").out.startswith("0 drafts checked: no file")
    assert reslint(folder, "check", "nothing").code == 0
    outcome = reslint(folder, "check", "empty.md", "--format", "json")
    assert (outcome.code, places(outcome, "TOOL006")) == (0, [(1, 1)])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_do_not_move_places(
    folder: Path, end: str, mark: bytes
) -> None:
    (folder / "draft.md").write_bytes(mark + DRAFT.replace("\n", end).encode())
    outcome = reslint(folder, "check", "draft.md", "--format", "json")
    assert (outcome.code, places(outcome)) == (1, PLACES_OF_ORCHARDS)


def test_settings_that_are_wrong(folder: Path) -> None:
    (folder / "reslint.yaml").write_text("selct: [HOUSE001]\nrules: [house]\n")
    outcome = reslint(folder, "check", "--format", "json")
    assert outcome.code == 2
    assert json.loads(outcome.out)["errors"] == [
        {
            "code": "TOOL008",
            "message": 'unknown key "selct"; did you mean select?',
            "path": "reslint.yaml",
            "line": 1,
            "column": 1,
        }
    ]
    assert outcome.err == 'reslint: reslint.yaml:1:1: unknown key "selct"; did you mean select?\n'


def test_unknown_code_in_the_settings(folder: Path) -> None:
    (folder / "reslint.yaml").write_text("ignore: [HOUSE002]\nrules: [house]\n")
    outcome = reslint(folder, "check")
    assert outcome.code == 2
    assert outcome.err == (
        "reslint: reslint.yaml:1:10: No rule has the code HOUSE002; did you mean HOUSE001?\n"
    )


def test_a_named_settings_file_replaces_the_others(folder: Path) -> None:
    (folder / "other.yaml").write_text("severity: {HOUSE001: error}\nrules: [house]\n")
    outcome = reslint(
        folder, "check", "--config", "other.yaml", "--format", "concise", "--fail-on", "error"
    )
    assert "error HOUSE001" in outcome.out
    assert outcome.code == 1


def test_a_broken_house_rule_is_an_error_and_the_others_run(folder: Path) -> None:
    (folder / "house" / "broken.yaml").write_text("code: HOUSE002\nname: [oops\n")
    outcome = reslint(folder, "check", "--format", "json")
    assert outcome.code == 2
    assert len(places(outcome)) == 2
    (error,) = json.loads(outcome.out)["errors"]
    assert error["path"].endswith("broken.yaml")
    assert error["line"] >= 2
    assert outcome.err.count("broken.yaml") == 1


def test_suppression_comments(folder: Path) -> None:
    text = DRAFT.replace("1. ", "<!-- reslint-disable-next-line HOUSE001: theirs -->\n\n1. ")
    (folder / "draft.md").write_text(text)
    outcome = reslint(folder, "check", "--format", "json")
    assert places(outcome) == PLACES_OF_ORCHARDS[:1]
    (folder / "draft.md").write_text(text.replace("orchards", "gardens"))
    outcome = reslint(folder, "check", "--format", "json")
    assert (outcome.code, places(outcome, "TOOL001")) == (1, [(5, 32)])


def test_colour_only_when_asked_for_in_a_pipe(folder: Path) -> None:
    assert "\x1b[" not in reslint(folder, "check").out
    assert "\x1b[" in reslint(folder, "check", variables={"FORCE_COLOR": "1"}).out
    both = {"FORCE_COLOR": "1", "NO_COLOR": "1"}
    assert "\x1b[" not in reslint(folder, "check", variables=both).out


def test_no_colours_in_files_and_in_what_programs_read(folder: Path) -> None:
    forced = {"FORCE_COLOR": "1"}
    reslint(folder, "check", "--output-file", "report.txt", variables=forced)
    assert "\x1b[" not in (folder / "report.txt").read_text(encoding="utf-8")
    assert "\x1b[" not in reslint(folder, "check", "--format", "concise", variables=forced).out


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_no_standard_output(folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m reslint check draft.md >&-', sys.executable],
        cwd=folder,
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == b"reslint: the output cannot be written: Bad file descriptor\n"


def test_a_reader_that_goes_away(folder: Path) -> None:
    (folder / "many").mkdir()
    for number in range(300):
        (folder / "many" / f"{number}.md").write_text(DRAFT)
    with subprocess.Popen(
        command("check", "many"),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_an_interruption(folder: Path) -> None:
    with subprocess.Popen(
        command("check", "draft.md", "-", "zzz.md"),
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"PYTHONUNBUFFERED": "1"}),
        preexec_fn=heed_interruptions,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        # `zzz.md` is not there, which is said first: from then on it waits for its input.
        assert b"zzz.md" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()


def test_version_and_help(folder: Path) -> None:
    assert reslint(folder, "--version").out == "reslint 0.1.0\n"
    overview = reslint(folder, "--help")
    assert overview.code == 0
    assert all(name in overview.out for name in ("check", "rules", "explain", "outline"))
    usage = reslint(folder, "check", "--help")
    assert usage.code == 0
    assert "--message-language" in usage.out
    bare = reslint(folder)
    assert (bare.code, bare.out) == (2, "")


def test_unknown_command(folder: Path) -> None:
    outcome = reslint(folder, "chekc")
    assert (outcome.code, outcome.err.splitlines()[0]) == (
        2,
        "reslint: no such command: chekc; did you mean check?",
    )
    assert "reslint check draft.md" in reslint(folder, "draft.md").err


def test_the_page_shows_the_text_of_standard_input(tmp_path: Path) -> None:
    text = DRAFT.replace("*Recalling*", "Recalling")
    page = reslint(tmp_path, "check", "-", "--format", "html", stdin=text.encode())
    assert page.code == 1
    # A paragraph without any finding is there, too.
    assert "to remain seized of the matter." in page.out


def test_a_draft_is_one_in_whatever_language_it_is_said_to_be(folder: Path) -> None:
    outcome = reslint(folder, "check", "--language", "fr", "--format", "json", "draft.md")
    (file,) = json.loads(outcome.out)["files"]
    assert (file["language"], outcome.code) == ("fr", 1)
    assert places(outcome) == PLACES_OF_ORCHARDS
    outcome = reslint(folder, "check", "--language", "fr", "README.md")
    assert "TOOL006" in outcome.out
