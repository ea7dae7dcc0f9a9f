"""Renaming and numbers on Enter, asked as editors ask."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.client import Client, ResponseError, span
from tests.server.test_actions import applied

TEXT = (
    "*The General Assembly*,\n\n*Noting* the boats,\n\n1. *Decides* to paint them;\n\n"
    "2. *Requests* a report on paragraph 1 above.\n"
)
OPTIONS = {"tabSize": 4, "insertSpaces": True}


def entered(client: Client, uri: str) -> tuple[str, list[dict[str, Any]]]:
    """Type a line end after paragraph 1; return the text and the edits that are proposed."""
    client.open(uri, TEXT)
    end = span(4, 27, 4, 27)
    client.change(uri, 2, {"range": end, "text": "\n"})
    text = TEXT.replace("them;\n", "them;\n\n")
    request = {
        "textDocument": {"uri": uri},
        "position": {"line": 5, "character": 0},
        "ch": "\n",
        "options": OPTIONS,
    }
    return text, client.request("textDocument/onTypeFormatting", request)


def test_enter_writes_the_next_number(client: Client) -> None:
    text, edits = entered(client, "file:///drafts/enter.md")
    assert applied(text, edits) == TEXT.replace("them;\n\n2.", "them;\n\n2. \n\n3.")


def test_a_setting_switches_it_off(client: Client) -> None:
    client.configure({"numberOnEnter": False})
    assert entered(client, "file:///drafts/no-enter.md")[1] == []


def test_rename(client: Client) -> None:
    uri = "file:///drafts/rename.md"
    client.open(uri, TEXT)
    at = {"textDocument": {"uri": uri}, "position": {"line": 6, "character": 36}}
    found = client.request("textDocument/prepareRename", at)
    assert found == {"range": span(6, 36, 6, 37), "placeholder": "1"}
    (change,) = client.request("textDocument/rename", {**at, "newName": "5"})["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    expected = TEXT.replace("1. ", "5. ").replace("paragraph 1", "paragraph 5")
    assert applied(TEXT, change["edits"]) == expected
    with pytest.raises(ResponseError, match="There is a paragraph 2 already"):
        client.request("textDocument/rename", {**at, "newName": "2"})
    nowhere = {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 0}}
    assert client.request("textDocument/prepareRename", nowhere) is None


LIBRARIES = (
    "*The General Assembly*,\n\n*Recalling* its earlier work,\n\n"
    "1. *Decides* to proclaim a week of open libraries;\n\n"
    "2. *Invites* Member States to keep a library open in the evening;\n\n"
    "3. *Also invites* Member States to report, in accordance with paragraph 2 above.\n"
)
SEEDS = "2. *Encourages* all villages to lend seeds;\n\n"


def typed_above(
    client: Client, uri: str, text: str, line: int, new: str, *, checked: str = ""
) -> tuple[str, int]:
    """Type a text letter by letter at the start of a line; return the new text and its version.

    It waits for the check after each of the letters `checked`.
    """
    client.open(uri, text)
    place, version = [line, 0], 1
    for letter in new:
        version += 1
        client.change(uri, version, {"range": span(*place, *place), "text": letter})
        if letter in checked:
            client.pushed(uri, version)
        place = [place[0] + 1, 0] if letter == "\n" else [place[0], place[1] + 1]
    lines = text.splitlines(keepends=True)
    return "".join(lines[:line]) + new + "".join(lines[line:]), version


def renumbering(client: Client, uri: str, line: int) -> dict[str, Any]:
    """The quick fix that numbers the paragraphs again, resolved."""
    titles = client.actions(uri, span(line, 0, line, 1), ["quickfix"])
    (found,) = [one for one in titles if one["title"].startswith("Number the paragraphs")]
    resolved: dict[str, Any] = client.request("codeAction/resolve", found)
    return resolved


@pytest.mark.parametrize("checked", ["", "2;", SEEDS])
def test_references_follow_the_paragraphs_that_they_meant(client: Client, checked: str) -> None:
    uri = "file:///drafts/doubled.md"
    text, version = typed_above(client, uri, LIBRARIES, 6, SEEDS, checked=checked)
    if not checked.endswith("\n"):
        client.pushed(uri, version)
    action = renumbering(client, uri, 8)
    assert "references to check" not in action["title"]
    fixed = applied(text, action["edit"]["documentChanges"][0]["edits"])
    assert "3. *Invites*" in fixed and "with paragraph 3 above" in fixed


def test_references_that_only_a_reader_can_settle_are_findings(client: Client) -> None:
    uri = "file:///drafts/doubled-before.md"
    lines = LIBRARIES.splitlines(keepends=True)
    text = "".join(lines[:6]) + SEEDS + "".join(lines[6:])
    client.open(uri, text)
    client.pushed(uri, 1)
    action = renumbering(client, uri, 8)
    assert action["title"].endswith("(references to check then: 1)")
    edits = action["edit"]["documentChanges"][0]["edits"]
    client.change(uri, 2, *({"range": one["range"], "text": one["newText"]} for one in edits[::-1]))
    (found,) = client.pushed(uri, 2)
    column = lines[-1].index("2 above")
    assert found["range"] == span(10, column, 10, column + 1)
    assert found["message"].startswith("Check this reference")
    # It moves with its line, and goes once it is accepted.
    client.change(uri, 3, {"range": span(9, 0, 9, 0), "text": "\n"})
    (moved,) = client.pushed(uri, 3)
    assert moved["range"] == span(11, column, 11, column + 1)
    (accept,) = [
        one
        for one in client.actions(uri, moved["range"], ["quickfix"])
        if one["title"] == "This reference is right"
    ]
    command = accept["command"]
    about = {"command": command["command"], "arguments": command["arguments"]}
    client.request("workspace/executeCommand", about)
    assert client.pushed(uri, 3) == []


def test_numbering_by_hand_leaves_references_to_check(client: Client) -> None:
    uri = "file:///drafts/by-hand.md"
    _, version = typed_above(client, uri, LIBRARIES, 6, SEEDS)
    client.pushed(uri, version)
    for line, number in ((8, "3"), (10, "4")):
        version += 1
        client.change(uri, version, {"range": span(line, 0, line, 1), "text": number})
        items = client.pushed(uri, version)
    (found,) = items
    column = LIBRARIES.splitlines()[8].index("2 above")
    assert found["range"] == span(10, column, 10, column + 1)
    assert "now number 3" in found["message"]
    (fix,) = [
        one
        for one in client.actions(uri, found["range"], ["quickfix"])
        if one["title"].startswith("Write 3")
    ]
    edit = client.request("codeAction/resolve", fix)["edit"]
    assert edit["documentChanges"][0]["edits"] == [{"range": found["range"], "newText": "3"}]


def test_levels_are_changed_on_request(client: Client) -> None:
    uri = "file:///drafts/level.md"
    text = TEXT.replace("on paragraph 1 above", "on the boats")
    client.open(uri, text)
    about = {"textDocument": {"uri": uri}, "positions": [{"line": 6, "character": 0}]}
    edits = client.request("reslint/changeLevels", {**about, "by": 1})
    moved = applied(text, edits)
    assert "to paint them:\n\n(a) *Requests*" in moved
    assert client.request("reslint/changeLevels", {**about, "by": -1}) == []
    both = [{"line": line, "character": 0} for line in (4, 6)]
    assert client.request("reslint/changeLevels", {**about, "positions": both, "by": 1}) == edits
    for wrong in ({"by": 2}, {"by": 1, "positions": []}, {"by": 1, "positions": [{"line": "1"}]}):
        with pytest.raises(ResponseError, match="1 or -1"):
            client.request("reslint/changeLevels", {**about, **wrong})


def test_glued_numbers_are_offered_as_notes(client: Client) -> None:
    uri = "file:///drafts/glued.md"
    text = TEXT.replace("the boats,", "the report of the Secretary-General,1") + "\n1 A/80/1.\n"
    client.open(uri, text)
    (action,) = client.actions(uri, span(2, 3, 2, 3), ["refactor"])[:1]
    assert action["title"] == "Make 1 number(s) after words markers of notes: 1"
    fixed = applied(text, action["edit"]["documentChanges"][0]["edits"])
    assert "Secretary-General,[^1]\n" in fixed
    assert fixed.endswith("[^1]: A/80/1.\n")
    assert not client.actions(uri, span(4, 3, 4, 3), ["refactor.extract"])
