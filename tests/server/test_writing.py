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
