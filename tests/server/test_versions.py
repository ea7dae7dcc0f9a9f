"""Versions of an open draft in the workspace, compared and shown while it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.concordance.conftest import VERSIONS
from tests.server.client import PULL, PUSH, Client, ProcessClient, codes, span

HOVER: dict[str, Any] = {
    **PUSH,
    "textDocument": {**PUSH["textDocument"], "hover": {"contentFormat": ["markdown"]}},
}
ODD = {**VERSIONS, "fr": VERSIONS["fr"].replace("30 juin", "20 juin")}


class Workspace:
    """A folder with six versions of a draft, in an editor."""

    def __init__(self, folder: Path, client: Client) -> None:
        self.folder = folder
        self.client = client

    def path(self, language: str) -> Path:
        return self.folder / language / "draft.md"

    def uri(self, language: str) -> str:
        return self.path(language).as_uri()

    def write(self, texts: dict[str, str]) -> None:
        for language, text in texts.items():
            self.path(language).parent.mkdir(exist_ok=True)
            self.path(language).write_text(text, encoding="utf-8")

    def found(self, language: str, *wanted: str) -> list[dict[str, Any]]:
        """The findings of the versions once they are those wanted."""
        found = self.client.wait_for(
            "textDocument/publishDiagnostics",
            lambda params: (
                params["uri"] == self.uri(language)
                and compared(params["diagnostics"]) == list(wanted)
            ),
        )
        return [one for one in found["diagnostics"] if one["code"].startswith("CONC")]

    def ask(self, method: str, language: str, needle: str, **more: Any) -> Any:
        """What a request at the start of some words gives."""
        text = VERSIONS[language]
        before = text[: text.index(needle)]
        line = before.count("\n")
        position = {"line": line, "character": len(before.rpartition("\n")[2])}
        document = {"textDocument": {"uri": self.uri(language)}}
        return self.client.request(method, {**document, "position": position, **more})


def compared(items: list[dict[str, Any]]) -> list[str]:
    return [code for code in codes(items) if code.startswith("CONC")]


@pytest.fixture
def workspace(tmp_path: Path, new_process: Callable[..., ProcessClient]) -> Workspace:
    one = Workspace(tmp_path, new_process())
    one.write(VERSIONS)
    return one


def start(workspace: Workspace, capabilities: dict[str, Any] = HOVER, **settings: Any) -> None:
    workspace.client.start(
        capabilities, {"settings": settings, "typingPause": 0}, folders=[workspace.folder]
    )


def test_a_difference_appears_while_it_is_typed_and_goes_with_it(workspace: Workspace) -> None:
    start(workspace)
    client, uri = workspace.client, workspace.uri("fr")
    client.open(uri, VERSIONS["fr"])
    line = VERSIONS["fr"][: VERSIONS["fr"].index("30 juin")].count("\n")
    column = VERSIONS["fr"].splitlines()[line].index("30 juin")
    client.change(uri, 2, {"range": span(line, column, line, column + 1), "text": "2"})
    found = workspace.found("fr", "CONC008")[0]
    assert found["range"] == span(line, column, line, column + len("20 juin 2028"))
    related = {
        one["location"]["uri"]: one["location"]["range"] for one in found["relatedInformation"]
    }
    assert set(related) == {workspace.uri(one) for one in VERSIONS if one != "fr"}
    english = VERSIONS["en"][: VERSIONS["en"].index("30 June")]
    assert related[workspace.uri("en")]["start"] == {
        "line": english.count("\n"),
        "character": len(english.rpartition("\n")[2]),
    }
    # An edit above moves it at once.
    client.change(uri, 3, {"range": span(0, 0, 0, 0), "text": "\n\n"})
    moved = workspace.found("fr", "CONC008")[0]
    assert moved["range"]["start"]["line"] == line + 2
    client.change(uri, 4, {"range": span(line + 2, column, line + 2, column + 1), "text": "3"})
    workspace.found("fr")


def test_a_change_in_another_open_version_and_in_a_file(workspace: Workspace) -> None:
    start(workspace)
    client = workspace.client
    client.open(workspace.uri("fr"), ODD["fr"])
    workspace.found("fr", "CONC008")
    client.open(workspace.uri("ru"), VERSIONS["ru"].replace("80/118", "80/181"))
    workspace.found("ru", "CONC006")
    client.close(workspace.uri("ru"))
    workspace.write({"ar": VERSIONS["ar"].replace("14 بلدا", "41 بلدا"), "fr": ODD["fr"]})
    event = {"uri": workspace.uri("ar"), "type": 2}
    client.notify("workspace/didChangeWatchedFiles", {"changes": [event]})
    client.open(workspace.uri("ar"), workspace.path("ar").read_text(encoding="utf-8"))
    workspace.found("ar", "CONC009")


def test_versions_that_come_and_go(workspace: Workspace) -> None:
    for language in VERSIONS:
        if language != "fr":
            workspace.path(language).unlink()
    start(workspace)
    client = workspace.client
    client.open(workspace.uri("fr"), ODD["fr"])
    workspace.found("fr")
    workspace.write({"en": VERSIONS["en"]})
    event = {"uri": workspace.uri("en"), "type": 1}
    client.notify("workspace/didChangeWatchedFiles", {"changes": [event]})
    workspace.found("fr", "CONC008")
    workspace.path("en").unlink()
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{**event, "type": 3}]})
    workspace.found("fr")


def test_a_client_that_pulls_is_told_to_pull_again(workspace: Workspace) -> None:
    start(workspace, PULL)
    client = workspace.client
    client.open(workspace.uri("fr"), ODD["fr"])
    client.pull(workspace.uri("fr"))
    while compared(client.pull(workspace.uri("fr"))["items"]) != ["CONC008"]:
        client.wait_for("workspace/diagnostic/refresh")


def test_hover_and_definition_lead_to_the_counterparts(workspace: Workspace) -> None:
    start(workspace)
    client = workspace.client
    client.open(workspace.uri("fr"), ODD["fr"])
    workspace.found("fr", "CONC008")
    hover = workspace.ask("textDocument/hover", "fr", "Décide*")
    text = hover["contents"]["value"]
    english = VERSIONS["en"][: VERSIONS["en"].index("4. *Decides")].count("\n") + 1
    assert f"[en 4](<{workspace.uri('en')}#L{english}>)" in text
    assert "Decides to consider the question at its ninetieth session." in text
    assert f"[zh 4](<{workspace.uri('zh')}#L" in text
    found = workspace.ask("textDocument/definition", "fr", "examiner la question à")
    assert [one["uri"] for one in found] == [
        workspace.uri(one) for one in ("en", "es", "ru", "ar", "zh")
    ]
    assert found[0]["range"]["start"] == {"line": english - 1, "character": 0}


def test_counterparts_and_rows_for_views_side_by_side(workspace: Workspace) -> None:
    start(workspace)
    workspace.client.open(workspace.uri("fr"), ODD["fr"])
    workspace.found("fr", "CONC008")
    found = workspace.ask("reslint/counterparts", "fr", "Décide*")
    assert found["reference"] == workspace.uri("en") and found["place"] == "4"
    assert [one["name"] for one in found["versions"]] == ["en", "es", "ru", "ar", "zh"]
    russian = found["versions"][2]
    assert russian["text"].startswith("постановляет") and russian["place"] == "4"
    rows = workspace.ask("reslint/rows", "fr", "Décide*", other=workspace.uri("ru"))["lines"]
    assert [VERSIONS["ru"].splitlines()[line][:2] for _, line in rows[3:6]] == ["1.", "2.", "a)"]
    assert rows == sorted(rows) and all(here == there for here, there in rows)
    assert workspace.ask("reslint/rows", "fr", "Décide*", other="file:///none.md") is None


def test_a_comparison_can_be_switched_off(workspace: Workspace) -> None:
    start(workspace, versions=False)
    client = workspace.client
    client.open(workspace.uri("fr"), ODD["fr"])
    client.pushed(workspace.uri("fr"), 1)
    assert workspace.ask("textDocument/hover", "fr", "Décide*") is None
    assert workspace.ask("reslint/counterparts", "fr", "Décide*") is None
    client.configure({"versions": True, "hoverVersions": False})
    workspace.found("fr", "CONC008")
    assert workspace.ask("textDocument/hover", "fr", "Décide*") is None
    client.configure({"versions": False})
    workspace.found("fr")


def test_a_finding_of_versions_is_suppressed_by_an_action(workspace: Workspace) -> None:
    start(workspace)
    client, uri = workspace.client, workspace.uri("fr")
    client.open(uri, ODD["fr"])
    found = workspace.found("fr", "CONC008")[0]
    titles = {one["title"]: one for one in client.actions(uri, found["range"])}
    action = client.request("codeAction/resolve", titles["Do not report CONC008 in this paragraph"])
    edit = action["edit"]["documentChanges"][0]["edits"][0]
    assert "reslint-disable-next-line CONC008" in edit["newText"]
    client.change(uri, 2, {"range": edit["range"], "text": edit["newText"]})
    workspace.found("fr")
