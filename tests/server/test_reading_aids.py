"""Hints, tokens, selections, and questions about the whole workspace, asked of the real server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp

from tests.server.client import PUSH, Client, framed, span

CONTENT_MODIFIED = lsp.LSPErrorCodes.ContentModified.value

TEXT = (
    "*The General Assembly*,\n\n*Recalling* its resolution 70/1,\n\n"
    "1. *Decides* to paint the boats;\n\n2. *Requests* a report on paragraph 1 above.\n"
)


def test_inlay_hints_are_a_setting(client: Client) -> None:
    uri = "file:///aids/hints.md"
    client.open(uri, TEXT)
    about = {"textDocument": {"uri": uri}, "range": span(0, 0, 7, 0)}
    assert client.request("textDocument/inlayHint", about) == []
    client.configure({"inlayHints": "references"})
    (hint,) = client.request("textDocument/inlayHint", about)
    assert hint["position"] == {"line": 6, "character": 37}
    assert hint["label"] == "→ Decides to paint the boats;"
    client.configure({"inlayHints": "all"})
    assert len(client.request("textDocument/inlayHint", about)) == 2


def test_semantic_tokens(client: Client) -> None:
    uri = "file:///aids/tokens.md"
    client.open(uri, TEXT)
    about = {"textDocument": {"uri": uri}}
    legend = client.capabilities["semanticTokensProvider"]["legend"]["tokenTypes"]
    data = client.request("textDocument/semanticTokens/full", about)["data"]
    assert data[:10] == [2, 1, 9, legend.index("keyword"), 0, 0, 15, 15, legend.index("string"), 0]
    part = {**about, "range": span(4, 0, 5, 0)}
    found = client.request("textDocument/semanticTokens/range", part)["data"]
    assert found[:5] == [4, 0, 2, legend.index("number"), 0]
    client.configure({"semanticTokens": False})
    assert client.request("textDocument/semanticTokens/full", about)["data"] == []


ONE_TEXT = [
    ("textDocument/semanticTokens/full", {}),
    ("textDocument/semanticTokens/range", {"range": span(0, 0, 7, 0)}),
    ("textDocument/inlayHint", {"range": span(0, 0, 7, 0)}),
    ("textDocument/formatting", {"options": {"tabSize": 4, "insertSpaces": True}}),
    (
        "textDocument/onTypeFormatting",
        {
            "position": {"line": 5, "character": 0},
            "ch": "\n",
            "options": {"tabSize": 4, "insertSpaces": True},
        },
    ),
]


@pytest.mark.parametrize(("method", "params"), ONE_TEXT)
def test_places_of_a_newer_text_are_no_answer(
    client: Client, method: str, params: dict[str, Any]
) -> None:
    uri = f"file:///aids/{method.replace('/', '-')}.md"
    client.open(uri, TEXT)
    client.pushed(uri, 1)
    asked = {"id": method, "method": method, "params": {"textDocument": {"uri": uri}, **params}}
    line = {"range": span(0, 0, 0, 0), "text": "\n"}
    changed = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [line]}
    both = [asked, {"method": "textDocument/didChange", "params": changed}]
    # In one piece, so that the text has changed before the request is looked at.
    client.send_bytes(b"".join(framed({"jsonrpc": "2.0", **one}) for one in both))
    assert client.answer(method)["error"]["code"] == CONTENT_MODIFIED
    client.pushed(uri, 2)
    assert "error" not in client.answer(client.ask(method, asked["params"]))


def test_selection_ranges(client: Client) -> None:
    uri = "file:///aids/selection.md"
    client.open(uri, TEXT)
    about = {"textDocument": {"uri": uri}, "positions": [{"line": 4, "character": 6}]}
    (found,) = client.request("textDocument/selectionRange", about)
    ranges: list[Any] = []
    while found is not None:
        ranges.append(found["range"])
        found = found.get("parent")
    assert ranges[0] == span(4, 4, 4, 11)
    assert ranges[-1] == span(0, 0, 7, 0)


def test_drafts_of_the_workspace_by_symbol_and_title(client: Client, tmp_path: Path) -> None:
    draft = "A/RES/80/12\n\n# 80/12. Painting of boats\n\n" + TEXT
    (tmp_path / "boats.md").write_text(draft, encoding="utf-8")
    (tmp_path / "other.md").write_text("# Shopping\n\nBread.\n", encoding="utf-8")
    client.add_folder(tmp_path)
    (found,) = client.request("workspace/symbol", {"query": "painting"})
    assert found["location"]["uri"] == (tmp_path / "boats.md").as_uri()
    assert found["name"] == "A/RES/80/12 Painting of boats"
    assert client.request("workspace/symbol", {"query": "bread"}) == []


def test_where_the_workspace_cites_a_resolution(client: Client, tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.md").write_text(TEXT.replace("70/1,", "70/2,"), encoding="utf-8")
    client.add_folder(tmp_path)
    uri = (tmp_path / "open.md").as_uri()
    client.open(uri, TEXT)
    about = {
        "textDocument": {"uri": uri},
        "position": {"line": 2, "character": 30},
        "context": {"includeDeclaration": True},
    }
    found = client.request("textDocument/references", about)
    assert [Path(one["uri"]).name for one in found] == ["open.md", "one.md"]
    assert found[0]["range"] == found[1]["range"]


def test_the_printed_draft_is_given_to_editors(client: Client) -> None:
    uri = "file:///aids/preview.md"
    client.open(uri, TEXT)
    shown = client.request("reslint/preview", {"textDocument": {"uri": uri}})
    assert shown["text"] == TEXT
    assert '<div class="reslint-draft" lang="en" dir="ltr">' in shown["html"]
    assert "<em>Decides</em> to paint the boats;" in shown["html"]
    client.open("file:///aids/list.md", "# Shopping\n\nBread.\n")
    plain = {"textDocument": {"uri": "file:///aids/list.md"}}
    assert client.request("reslint/preview", plain) is None


def test_rows_of_completions_have_details(new_client: Callable[[], Client]) -> None:
    text = TEXT.rstrip() + "\n\n3. *Recalls* paragraph \n"
    for known in (True, False):
        items = {"completionItem": {"labelDetailsSupport": known}}
        document = {**PUSH["textDocument"], "completion": items}
        client = new_client().start({**PUSH, "textDocument": document})
        uri = "file:///aids/details.md"
        client.open(uri, text)
        place = {"line": 8, "character": 23}
        about = {"textDocument": {"uri": uri}, "position": place}
        found = client.request("textDocument/completion", about)["items"]
        assert [one["label"] for one in found] == ["1", "2"]
        details = [one.get("labelDetails") for one in found]
        assert details == [{"description": one["detail"]} if known else None for one in found]


def test_after_a_space_only_numbers_of_paragraphs_are_offered(
    new_client: Callable[[], Client],
) -> None:
    client = new_client().start(PUSH)
    client.open(uri := "file:///aids/space.md", TEXT.rstrip() + "\n\n3. *Recalls* paragraph \n")
    trigger = {"triggerKind": 2, "triggerCharacter": " "}
    for character, labels in ((23, ["1", "2"]), (3, []), (13, [])):
        place = {"line": 8, "character": character}
        about = {"textDocument": {"uri": uri}, "position": place}
        found = client.request("textDocument/completion", {**about, "context": trigger})
        assert [one["label"] for one in found["items"]] == labels, character
    assert client.request("textDocument/completion", {**about, "context": {"triggerKind": 1}})


def test_snippets_are_for_clients_that_know_them(new_client: Callable[[], Client]) -> None:
    text = TEXT + "\nop"
    place = {"line": 8, "character": 2}
    for known in (True, False):
        document = {**PUSH["textDocument"], "completion": {"completionItem": {}}}
        document["completion"]["completionItem"]["snippetSupport"] = known
        client = new_client().start({**PUSH, "textDocument": document})
        uri = "file:///aids/snippet.md"
        client.open(uri, text)
        about = {"textDocument": {"uri": uri}, "position": place}
        found = client.request("textDocument/completion", about)["items"]
        snippets = [one for one in found if one["label"] == "op-en"]
        assert bool(snippets) is known
        assert all(one["insertTextFormat"] == 2 for one in snippets)
