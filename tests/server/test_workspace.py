"""Folders with settings of their own, files that change, whole folders checked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.documents import read_source
from reslint.draft.reader import read_draft
from reslint.revisions.new_word_file import new_word_file
from reslint.text.source import Source
from tests.server.client import (
    ANNOTATING,
    PULL,
    PUSH,
    Client,
    ProcessClient,
    ResponseError,
    codes,
    insertion,
    span,
)
from tests.server.drafts import CLEAN, EN, FR

NewClient = Callable[[], Client]
NewProcess = Callable[..., ProcessClient]

RULE = """code: HOUSE001
name: old-name-of-the-library
check: text.forbidden
languages: [en]
organs: all
severity: warning
parameters:
  words: [{word}]
message:
  en: 'Do not write "{{match}}".'
  fr: 'Ne pas écrire "{{match}}".'
why: The house has another name for it.
examples:
  - language: en
    bad: The {word} is open.
    at: {word}
  - language: en
    good: The library is open.
"""


def written(path: Path, text: str) -> str:
    """Write a file at once, as editors do: the server never reads a part of it. Its address."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
    return path.as_uri()


def changed(client: Client, path: Path, kind: int = 2) -> None:
    """Say that a file has changed."""
    client.notify(
        "workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": kind}]}
    )


def test_each_folder_has_its_own_settings(client: Client, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    written(one / "reslint.yaml", "ignore: [LEAD]\n")
    written(two / "reslint.yaml", "severity: {LEAD002: hint}\n")
    first, second = written(one / "a.md", EN), written(two / "a.md", EN)
    client.open(first, EN)
    assert client.pushed(first, 1) == []
    client.open(second, EN)
    assert [item["severity"] for item in client.pushed(second, 1)] == [4]


def test_editor_settings_are_asked_for_folder_by_folder(
    new_client: NewClient, tmp_path: Path
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    first, second = written(one / "a.md", EN), written(two / "a.md", EN)
    client = new_client()
    client.settings = {"severity": {"LEAD002": "info"}}
    client.folder_settings = {two.as_uri(): {"enable": False}}
    client.start(folders=[one, two])
    client.open(first, EN)
    client.wait_for(
        "textDocument/publishDiagnostics",
        lambda said: said["uri"] == first and [d["severity"] for d in said["diagnostics"]] == [3],
    )
    # Opened later: the answers about two documents come in any order.
    client.open(second, EN)
    client.status(second, "silent")
    client.settings = {"select": ["NUM"]}
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    client.wait_for(
        "textDocument/publishDiagnostics",
        lambda said: said["uri"] == first and not said["diagnostics"],
    )


def test_settings_that_are_pushed_are_taken(new_client: NewClient) -> None:
    client = new_client().start(options={"settings": {"ignore": ["LEAD002"]}})
    uri = "file:///drafts/pushed.md"
    client.open(uri, EN)
    assert client.pushed(uri, 1) == []
    client.notify(
        "workspace/didChangeConfiguration",
        {"settings": {"reslint": {"messageLanguage": "fr", "severity": {"LEAD002": "warning"}}}},
    )
    (item,) = client.pushed(uri, 1)
    assert (item["severity"], item["message"]) == (
        2,
        "Mettre l’entrée en matière en italique : *Recalling*.",
    )


def test_a_settings_file_goes_before_the_editor(client: Client, tmp_path: Path) -> None:
    written(tmp_path / "reslint.yaml", "severity: {LEAD002: hint}\nlanguage: en\n")
    settings = {"severity": {"LEAD002": "error"}, "language": "fr", "profile": "strict"}
    client.configure(settings)
    uri = written(tmp_path / "a.md", EN)
    client.open(uri, EN)
    assert [item["severity"] for item in client.pushed(uri, 1)] == [4]
    assert client.status(uri, "checked")["language"] == "en"
    arguments = [uri, {"organ": "ECOSOC"}]
    command = {"command": "reslint.setDocument", "arguments": arguments}
    assert client.request("workspace/executeCommand", command) is None
    client.wait_for("reslint/status", lambda said: said["organ"] == "ECOSOC")
    command["arguments"] = [uri, {}]
    client.request("workspace/executeCommand", command)
    client.wait_for("reslint/status", lambda said: said["organ"] == "GA")


def test_a_language_that_the_draft_does_not_show_can_be_chosen(client: Client) -> None:
    uri = "file:///drafts/chosen.md"
    client.open(uri, EN)
    assert client.status(uri, "checked")["language"] == "en"
    command = {
        "command": "reslint.setDocument",
        "arguments": [uri, {"language": "fr", "organ": "GA"}],
    }
    client.request("workspace/executeCommand", command)
    assert "LEAD001" in codes(client.pushed(uri, 1))
    said = client.status(uri, "checked")
    assert (said["language"], said["organ"]) == ("fr", "GA")


@pytest.mark.parametrize(
    "arguments", [[], ["file:///a.md"], [1, {}], ["file:///a.md", {"language": "tlh"}]]
)
def test_a_choice_that_is_none_is_refused(client: Client, arguments: list[Any]) -> None:
    command = {"command": "reslint.setDocument", "arguments": arguments}
    with pytest.raises(ResponseError) as refused:
        client.request("workspace/executeCommand", command)
    assert refused.value.code == -32602


def test_a_settings_file_named_in_the_editor(client: Client, tmp_path: Path) -> None:
    written(tmp_path / "conf" / "house.yaml", "ignore: [LEAD002]\n")
    work = tmp_path / "work"
    uri = written(work / "a.md", EN)
    settings = {"configuration": "../conf/house.yaml"}
    client.add_folder(work)
    client.configure(settings)
    client.open(uri, EN)
    assert client.pushed(uri, 1) == []
    written(work / "reslint.yaml", "organ: GA\n")  # the draft's own goes before it
    changed(client, work / "reslint.yaml", 1)
    assert codes(client.pushed(uri, 1)) == ["LEAD002"]


def test_changed_settings_reach_open_drafts(new_client: NewClient, tmp_path: Path) -> None:
    path = tmp_path / "reslint.yaml"
    client = new_client().start(folders=[tmp_path])
    watched = client.wait_for("client/registerCapability")["registrations"][0]
    patterns = [one["globPattern"] for one in watched["registerOptions"]["watchers"]]
    assert "**/reslint.yaml" in patterns
    uri = written(tmp_path / "a.md", EN)
    client.open(uri, EN)
    assert codes(client.pushed(uri, 1)) == ["LEAD002"]
    written(path, "ignore: [LEAD]\n")
    changed(client, path, 1)
    assert client.pushed(uri, 1) == []
    path.unlink()
    changed(client, path, 3)
    assert codes(client.pushed(uri, 1)) == ["LEAD002"]


def test_files_are_looked_at_for_a_client_that_cannot_watch(
    new_client: NewClient, tmp_path: Path
) -> None:
    client = new_client().start(capabilities={}, folders=[tmp_path])
    uri = written(tmp_path / "a.md", EN)
    client.open(uri, EN)
    assert codes(client.pushed(uri, 1)) == ["LEAD002"]
    client.request("reslint/describe", {"textDocument": {"uri": uri}})
    written(tmp_path / "reslint.yaml", "ignore: [LEAD]\n")
    assert client.pushed(uri, 1) == []


def test_broken_settings_are_shown_in_their_file(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "reslint.yaml"
    config = written(path, "organ: GA\nignroe: [LEAD]\n")
    uri = written(tmp_path / "a.md", EN)
    client.open(uri, EN)
    assert codes(client.pushed(uri, 1)) == ["LEAD002"]
    assert "ignroe" in client.status(uri, "error")["message"]
    (item,) = client.pushed(config)
    assert (item["code"], item["range"]) == ("TOOL008", span(1, 0, 1, 6))
    assert "did you mean ignore?" in item["message"]
    written(path, "organ: GA\nignore: [LEAD, NUN001]\n")
    changed(client, path)
    found, (item,) = client.pushed_to(uri, config)
    assert found == []
    assert (item["code"], item["range"]) == ("TOOL002", span(1, 15, 1, 21))
    # Broken again: what it said when it was sound goes on to hold.
    written(path, "organ: [\n")
    changed(client, path)
    found, problems = client.pushed_to(uri, config)
    assert (found, problems[0]["code"]) == ([], "TOOL008")
    written(path, "organ: GA\n")
    changed(client, path)
    found, problems = client.pushed_to(uri, config)
    assert (codes(found), problems) == (["LEAD002"], [])


def test_house_rules_are_loaded_and_loaded_again(client: Client, tmp_path: Path) -> None:
    written(tmp_path / "reslint.yaml", "rules: [house]\n")
    rule = tmp_path / "house" / "rule.yaml"
    address = written(rule, RULE.format(word="bookhall"))
    text = CLEAN.replace("reading rooms", "bookhall and reading rooms")
    uri = written(tmp_path / "a.md", text)
    client.open(uri, text)
    (item,) = client.pushed(uri, 1)
    assert (item["code"], item["range"]) == ("HOUSE001", span(4, 53, 4, 61))
    page = client.request("reslint/explain", {"code": "HOUSE001"})["markdown"]
    assert "The house has another name for it." in page
    written(rule, RULE.format(word="reading"))
    changed(client, rule)
    (item,) = client.pushed(uri, 1)
    assert item["range"] == span(4, 66, 4, 73)
    written(rule, RULE.format(word="reading").replace("severity: warning", "severity: loud"))
    changed(client, rule)
    found, (problem,) = client.pushed_to(uri, address)
    assert found == []
    assert (problem["code"], problem["range"]["start"]["line"]) == ("RULE", 5)


def test_an_untrusted_folder_brings_no_rules(new_client: NewClient, tmp_path: Path) -> None:
    written(tmp_path / "reslint.yaml", "rules: [house]\nseverity: {HOUSE001: error}\n")
    written(tmp_path / "house" / "rule.yaml", RULE.format(word="bookhall"))
    client = new_client().start(folders=[tmp_path], options={"trusted": False})
    text = CLEAN.replace("reading rooms", "bookhall and reading rooms")
    uri = written(tmp_path / "a.md", text)
    client.open(uri, text)
    assert client.pushed(uri, 1) == []
    with pytest.raises(ResponseError):
        client.request("reslint/explain", {"code": "HOUSE001"})


REGISTRY = (
    "organ\tnumber\tdate\tevidence\ttitle_en\nGA\t86/45\t2031-12-{day}\tpublished text\tWells\n"
)
CITING = """*The General Assembly*,

*Recalling* its resolution 86/45 of 8 December 2031 on wells,

1. *Decides* to dig wells;

2. *Requests* a report.
"""


def test_a_registry_of_ones_own_is_read_again_when_it_changes(
    client: Client, tmp_path: Path
) -> None:
    written(tmp_path / "reslint.yaml", "registry: [own.tsv]\n")
    registry = tmp_path / "own.tsv"
    address = written(registry, REGISTRY.format(day="18"))
    uri = written(tmp_path / "a.md", CITING)
    client.open(uri, CITING)
    (item,) = client.pushed(uri, 1)
    assert (item["code"], item["range"]) == ("CITE008", span(2, 36, 2, 51))
    hover = client.request(
        "textDocument/hover",
        {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 29}},
    )
    assert "Wells" in hover["contents"]["value"]
    written(registry, REGISTRY.format(day="08"))
    changed(client, registry)
    assert client.pushed(uri, 1) == []
    written(registry, REGISTRY.format(day="xx"))
    changed(client, registry)
    found, (problem,) = client.pushed_to(uri, address)
    assert found == []
    assert problem["range"]["start"]["line"] == 1


def test_folders_come_and_go(new_client: NewClient, tmp_path: Path) -> None:
    written(tmp_path / "conf.yaml", "ignore: [LEAD]\n")
    uri = written(tmp_path / "a.md", EN)
    client = new_client()
    client.settings = {}
    client.folder_settings = {tmp_path.as_uri(): {"enable": False}}
    client.start()
    client.open(uri, EN)
    client.wait_for(
        "textDocument/publishDiagnostics", lambda said: codes(said["diagnostics"]) == ["LEAD002"]
    )
    folder = {"uri": tmp_path.as_uri(), "name": "a"}
    event: dict[str, Any] = {"added": [folder], "removed": []}
    client.notify("workspace/didChangeWorkspaceFolders", {"event": event})
    client.status(uri, "silent")
    event = {"added": [], "removed": [folder]}
    client.notify("workspace/didChangeWorkspaceFolders", {"event": event})
    client.status(uri, "checked")


def test_findings_on_saving_only(client: Client) -> None:
    client.configure({"run": "onSave"})
    uri = "file:///drafts/saved.md"
    client.open(uri, CLEAN)
    assert client.pushed(uri, 1) == []
    client.change(uri, 2, {"text": EN})
    client.status(uri, "checked")
    client.request("reslint/describe", {"textDocument": {"uri": uri}})
    pushed = client.passed("textDocument/publishDiagnostics")
    assert [one["uri"] for one in pushed].count(uri) == 1
    client.save(uri)
    assert codes(client.pushed(uri, 2)) == ["LEAD002"]


def test_an_untitled_draft_has_the_settings_of_the_first_folder(
    client: Client, tmp_path: Path
) -> None:
    written(tmp_path / "reslint.yaml", "ignore: [LEAD]\n")
    client.add_folder(tmp_path)
    client.open("untitled:Untitled-1", EN)
    assert client.pushed("untitled:Untitled-1", 1) == []


# A whole folder


def check_folder(client: Client, folder: Path | None, **more: Any) -> Any:
    """Run the command."""
    arguments = [] if folder is None else [folder.as_uri()]
    return client.request(
        "workspace/executeCommand",
        {"command": "reslint.checkFolder", "arguments": arguments, **more},
    )


def test_a_whole_folder_is_checked(client: Client, tmp_path: Path) -> None:
    client.add_folder(tmp_path)
    one, two = written(tmp_path / "one.md", EN), written(tmp_path / "sub" / "zwei ü.md", FR)
    written(tmp_path / "three.md", CLEAN)
    written(tmp_path / "letter.md", "Dear colleague,\n")
    client.open(one, EN)
    client.pushed(one, 1)
    assert check_folder(client, tmp_path) == {
        "files": 3,
        "diagnostics": 2,
        "counts": {"error": 2, "warning": 0, "info": 0, "hint": 0},
    }
    assert codes(client.pushed(two)) == ["LEAD002"]
    (create,) = client.passed("window/workDoneProgress/create")
    said = [one["value"] for one in client.passed("$/progress") if one["token"] == create["token"]]
    assert [one["kind"] for one in said] == ["begin", *["report"] * 4, "end"]
    assert said[-1]["message"] == "Drafts: 3; findings: 2"
    # What was found in a file goes once it is fixed, and when the file is gone.
    written(tmp_path / "sub" / "zwei ü.md", CLEAN)
    assert check_folder(client, None)["diagnostics"] == 1
    assert client.pushed(two) == []


def test_word_files_are_left_alone_until_their_folder_is_checked(
    client: Client, tmp_path: Path
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(new_word_file(read_draft(Source(EN))))
    opened = (tmp_path / "open.docx").as_uri()
    client.open(opened, EN, language="")
    other = written(tmp_path / "draft.md", EN)
    client.open(other, EN)
    client.pushed(other, 1)
    client.change(other, 2, {"text": CLEAN})
    client.pushed(other, 2)
    assert opened not in [one["uri"] for one in client.passed("textDocument/publishDiagnostics")]
    assert check_folder(client, tmp_path)["files"] == 2
    (found,) = client.pushed(path.as_uri())
    assert found["code"] == "LEAD002"
    # The place is that in the Markdown which `reslint convert` prints.
    line = read_source(path.read_bytes()).text.split("\n")[found["range"]["start"]["line"]]
    assert line.startswith("Recalling")


@pytest.mark.parametrize("way", ["delete", "rename", "open", "watch"])
def test_findings_of_a_folder_go_with_its_files(client: Client, tmp_path: Path, way: str) -> None:
    path = tmp_path / "sub" / "one.md"
    uri = written(path, EN)
    check_folder(client, tmp_path)
    assert codes(client.pushed(uri)) == ["LEAD002"]
    if way == "delete":
        folder = path.parent.as_uri()
        shutil.rmtree(path.parent)
        client.notify("workspace/didDeleteFiles", {"files": [{"uri": folder}]})
    elif way == "rename":
        path.rename(f"{path}.rst")
        files = [{"oldUri": uri, "newUri": f"{uri}.rst"}]
        client.notify("workspace/didRenameFiles", {"files": files})
    elif way == "watch":
        path.unlink()
        changed(client, path, 3)
    else:
        client.open(uri, CLEAN)
    assert client.pushed(uri) == []


def test_findings_of_a_folder_follow_its_files(client: Client, tmp_path: Path) -> None:
    first = written(tmp_path / "old" / "one.md", EN)
    check_folder(client, tmp_path)
    assert codes(client.pushed(first)) == ["LEAD002"]
    # A folder gets another name: the watcher of the editor says that it is gone, no more.
    (tmp_path / "old").rename(tmp_path / "new")
    changed(client, tmp_path / "old", 3)
    second = (tmp_path / "new" / "one.md").as_uri()
    assert [codes(one) for one in client.pushed_to(first, second)] == [[], ["LEAD002"]]
    # A draft that is new, and one that was clean when the folder was checked.
    third = written(tmp_path / "new" / "two.md", CLEAN)
    changed(client, tmp_path / "new" / "two.md", 1)
    written(tmp_path / "new" / "two.md", EN)
    changed(client, tmp_path / "new" / "two.md", 2)
    assert codes(client.pushed(third)) == ["LEAD002"]
    # A folder that is new: of the draft in it the watcher may say nothing.
    fifth = written(tmp_path / "further" / "five.md", EN)
    changed(client, tmp_path / "further", 1)
    assert codes(client.pushed(fifth)) == ["LEAD002"]
    # What is hidden is no draft of the folder, and not what lies beside it.
    fourth = written(tmp_path / ".hidden" / "three.md", EN)
    changed(client, tmp_path / ".hidden" / "three.md", 1)
    changed(client, tmp_path.parent / "four.md", 1)
    # An open draft has findings of its own; as it is on the disk when it is closed.
    client.open(third, EN)
    assert codes(client.pushed(third, 1)) == ["LEAD002"]
    client.change(third, 2, {"text": CLEAN})
    assert client.pushed(third, 2) == []
    client.close(third)
    found = [codes(client.pushed(third)), codes(client.pushed(third))]
    assert found == [[], ["LEAD002"]]
    said = [one["uri"] for one in client.passed("textDocument/publishDiagnostics")]
    assert fourth not in said


def test_findings_of_a_folder_come_back_with_the_settings(client: Client, tmp_path: Path) -> None:
    client.add_folder(tmp_path)
    one = written(tmp_path / "one.md", EN)
    check_folder(client, tmp_path)
    assert codes(client.pushed(one)) == ["LEAD002"]
    for settings in ("ignore: [LEAD002]\n", "exclude: [one.md]\n"):
        written(tmp_path / "reslint.yaml", settings)
        changed(client, tmp_path / "reslint.yaml", 1)
        assert client.pushed(one) == []
        (tmp_path / "reslint.yaml").unlink()
        changed(client, tmp_path / "reslint.yaml", 3)
        assert codes(client.pushed(one)) == ["LEAD002"]
    folder = {"uri": tmp_path.as_uri(), "name": "drafts"}
    event = {"added": [], "removed": [folder]}
    client.notify("workspace/didChangeWorkspaceFolders", {"event": event})
    assert client.pushed(one) == []


def test_findings_of_a_folder_follow_changes_from_outside(client: Client, tmp_path: Path) -> None:
    client.add_folder(tmp_path)
    one, other = written(tmp_path / "one.md", EN), written(tmp_path / "other.md", EN)
    check_folder(client, tmp_path)
    assert [codes(client.pushed(uri)) for uri in (one, other)] == [["LEAD002"], ["LEAD002"]]
    written(tmp_path / "one.md", CLEAN)
    changed(client, tmp_path / "one.md", 2)
    assert client.pushed(one) == []
    # A setting holds for all that are shown.
    written(tmp_path / "reslint.yaml", "ignore: [LEAD002]\n")
    changed(client, tmp_path / "reslint.yaml", 1)
    assert client.pushed(other) == []


def test_findings_of_a_folder_go_when_its_files_are_excluded(
    client: Client, tmp_path: Path
) -> None:
    client.add_folder(tmp_path)
    one, other = written(tmp_path / "old" / "one.md", EN), written(tmp_path / "other.md", EN)
    check_folder(client, tmp_path)
    assert [codes(items) for items in client.pushed_to(one, other)] == [["LEAD002"], ["LEAD002"]]
    written(tmp_path / "reslint.yaml", "exclude: [old/]\n")
    changed(client, tmp_path / "reslint.yaml", 1)
    assert client.pushed(one) == []
    # What has not changed is not said again.
    said = client.passed("textDocument/publishDiagnostics")
    assert [codes(items["diagnostics"]) for items in said if items["uri"] == other] == [["LEAD002"]]


@pytest.mark.parametrize("way", ["progress", "request"])
def test_a_check_of_a_folder_is_given_up(new_process: NewProcess, tmp_path: Path, way: str) -> None:
    client = new_process(environment={"RESLINT_NO_CACHE": "1"}).start(folders=[tmp_path])
    for number in range(300):
        written(tmp_path / f"{number}.md", EN)
    number = client.ask(
        "workspace/executeCommand",
        {"command": "reslint.checkFolder", "arguments": [], "workDoneToken": "mine"},
    )
    client.wait_for("$/progress", lambda said: said["value"]["kind"] == "begin")
    if way == "progress":
        client.notify("window/workDoneProgress/cancel", {"token": "mine"})
        assert client.answer(number)["result"]["files"] < 300
    else:
        client.notify("$/cancelRequest", {"id": number})
        assert client.answer(number)["error"]["code"] == -32800
    end = client.wait_for("$/progress", lambda said: said["value"]["kind"] == "end")
    assert end["value"]["message"] == "cancelled"


def test_a_client_that_asks_gets_the_findings_of_other_files_pushed(
    new_client: NewClient, tmp_path: Path
) -> None:
    client = new_client().start(PULL, folders=[tmp_path])
    one, two = written(tmp_path / "one.md", EN), written(tmp_path / "two.md", EN)
    client.open(one, EN)
    assert codes(client.pull(one)["items"]) == ["LEAD002"]
    check_folder(client, tmp_path)
    assert codes(client.pushed(two)) == ["LEAD002"]
    client.open(two, EN)
    assert client.pushed(two) == []  # now it is asked for
    assert codes(client.pull(two)["items"]) == ["LEAD002"]
    assert {said["uri"] for said in client.passed("textDocument/publishDiagnostics")} == {two}
    client.change(two, 2, insertion(0, 0, "\n"))
    assert codes(client.pull(two)["items"]) == ["LEAD002"]


# Beyond the protocol


def test_a_rule_is_explained(client: Client) -> None:
    page = client.request("reslint/explain", {"code": "LEAD002", "language": "zh"})["markdown"]
    assert page.startswith("# LEAD002 leading-phrase-not-emphasized\n")
    examples = page.partition("\n## Examples\n")[2]
    assert re.search("[\u4e00-\u9fff]", examples)
    assert "Recalling" not in examples
    assert client.request("reslint/explain", {"code": "tool001"})["markdown"].startswith("# TOOL")
    for wrong in ({"code": "LEAD999"}, {"code": 1}, {}):
        with pytest.raises(ResponseError):
            client.request("reslint/explain", wrong)


def test_a_draft_becomes_a_page_and_words(client: Client) -> None:
    uri = "file:///drafts/a%20b.md"
    client.open(uri, EN)
    document = {"textDocument": {"uri": uri}}
    html = client.request("reslint/htmlReport", document)["html"]
    assert html.startswith("<!DOCTYPE html>")
    assert "LEAD002" in html
    assert "a b.md" in html
    text = client.request("reslint/describe", document)["text"]
    lines = text.splitlines()
    assert lines[0] == f"{Path('/drafts/a b.md')}: en, GA"
    assert lines[1:3] == ["  GA: 1 preambular, 2 operative paragraphs", "  0 notes"]
    assert "preamble 1" in text
    client.open("untitled:Untitled-1", EN + "\n[^1]: A note.\n")
    document = {"textDocument": {"uri": "untitled:Untitled-1"}}
    lines = client.request("reslint/describe", document)["text"].splitlines()
    assert (lines[0], lines[2]) == ("Untitled-1: en, GA", "  1 note")
    assert client.request("reslint/describe", {"textDocument": {"uri": "file:///no.md"}}) is None


def test_commands_that_the_editor_has_itself_are_not_offered(new_client: NewClient) -> None:
    client = new_client().start(options={"clientCommands": ["reslint.checkFolder"]})
    offered = client.capabilities["executeCommandProvider"]["commands"]
    assert "reslint.setDocument" in offered
    assert "reslint.checkFolder" not in offered
    assert PUSH["window"]["workDoneProgress"] is True


def test_each_suggestion_of_a_house_rule_is_an_action(
    new_client: NewClient, tmp_path: Path
) -> None:
    client = new_client().start(ANNOTATING)
    written(tmp_path / "reslint.yaml", "rules: [house]\n")
    rule = RULE.format(word="reading").replace("text.forbidden", "text.substitution")
    rule = rule.replace("words: [reading]", "swaps: {reading: [study, learning]}")
    rule = rule.replace("severity: warning", "severity: warning\nfix: safe")
    written(tmp_path / "house" / "rule.yaml", rule)
    uri = written(tmp_path / "a.md", CLEAN)
    client.open(uri, CLEAN)
    (item,) = client.pushed(uri, 1)
    offers = {one["title"]: one for one in client.actions(uri, item["range"], None)}
    first, second = (title for title in offers if "“" in title)
    assert first.startswith("Write “study” (")
    assert second.startswith("Write “learning” (")
    edit = offers[second]["edit"]
    annotation = {"label": "Write “learning”", "needsConfirmation": True}
    assert edit["changeAnnotations"] == {"confirm": annotation}
    (change,) = edit["documentChanges"]
    assert [edit["newText"] for edit in change["edits"]] == ["learning"]
