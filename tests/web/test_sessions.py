"""The language server behind the page: what a browser may send, and what comes back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from reslint.web.options import WebOptions
from reslint.web.sessions import DOCUMENT, NotAllowed, allowed
from tests.web.serving import DRAFT, Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from websockets.sync.client import ClientConnection


class Browser:
    """A page's side of the connection, without a browser."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._id = 0

    def send(self, method: str, params: Any, **more: Any) -> None:
        self._socket.send(
            json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more})
        )

    def until(self, method: str) -> dict[str, Any]:
        """The next notification with this method."""
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv(timeout=60))
            if message.get("method") == method:
                return message

    def ask(self, method: str, params: Any) -> Any:
        self._id += 1
        self.send(method, params, id=self._id)
        while True:
            message = json.loads(self._socket.recv(timeout=60))
            if message.get("id") == self._id and "method" not in message:
                return message.get("result")

    def begin(self, text: str = DRAFT) -> None:
        self.ask("initialize", {"capabilities": {}, "rootUri": "file:///etc"})
        self.send("initialized", {})
        document = {"uri": DOCUMENT, "languageId": "markdown", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})


@pytest.fixture
def browser(page: Served) -> Iterator[Browser]:
    with connect(page.address.replace("http://", "ws://") + "lsp", max_size=None) as socket:
        yield Browser(socket)


def test_findings_come_while_the_draft_is_typed(browser: Browser) -> None:
    browser.begin()
    found = browser.until("textDocument/publishDiagnostics")["params"]
    assert found["uri"] == DOCUMENT
    assert [(one["code"], one["range"]["start"]["line"]) for one in found["diagnostics"]] == [
        ("LEAD002", 2)
    ]
    change = {"range": {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 9}}}
    browser.send(
        "textDocument/didChange",
        {
            "textDocument": {"uri": DOCUMENT, "version": 2},
            "contentChanges": [{**change, "text": "*Recalling*"}],
        },
    )
    assert browser.until("textDocument/publishDiagnostics")["params"]["diagnostics"] == []


def test_the_office_s_settings_hold(tmp_path: Path) -> None:
    (tmp_path / "reslint.yaml").write_text("severity: {LEAD002: hint}\n")
    with (
        served(tmp_path, "--jobs", "1") as page,
        connect(page.address.replace("http://", "ws://") + "lsp") as socket,
    ):
        browser = Browser(socket)
        browser.begin()
        found = browser.until("textDocument/publishDiagnostics")["params"]["diagnostics"]
    assert [(one["code"], one["severity"]) for one in found] == [("LEAD002", 4)]


STRANGE: list[dict[str, Any]] = [
    {"method": "workspace/didChangeConfiguration", "params": {}},
    {"method": "workspace/didChangeWatchedFiles", "params": {}},
    {"method": "reslint/htmlReport", "params": {"textDocument": {"uri": "file:///etc/passwd"}}},
    {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "file:///etc/passwd"}}},
    {"method": "textDocument/hover", "params": {"textDocument": {"uri": "untitled:other.md"}}},
    {"method": "codeAction/resolve", "params": {"data": {"uri": "file:///tmp/reslint.yaml"}}},
    {"method": "codeAction/resolve", "params": {"data": [{"targetUri": "file:///x"}]}},
    {"method": "workspace/executeCommand", "params": {"command": "reslint.checkFolder"}},
    {
        "method": "workspace/executeCommand",
        "params": {"command": "reslint.checkFolder", "arguments": ["file:///etc", {}]},
    },
    {
        "method": "workspace/executeCommand",
        "params": {"command": "reslint.setDocument", "arguments": ["file:///etc", {}]},
    },
    {
        "method": "workspace/executeCommand",
        "params": {"command": "reslint.checkFolder", "arguments": [DOCUMENT, {}]},
    },
    {
        "method": "workspace/executeCommand",
        "params": {"command": "reslint.setDocument", "arguments": [DOCUMENT, {}, {}]},
    },
    {"method": "codeAction/resolve", "params": {"data": {"a": [[{"URI": "file:///x"}]]}}},
    {"method": "codeAction/resolve", "params": [{"a": {"b": {"documentUri": "file:///x"}}}]},
    {"method": "codeAction/resolve", "params": {"uri": [DOCUMENT]}},
    {"method": ["x"]},
    {"id": 1},
    {"result": None},
    {},
]


@pytest.mark.parametrize("message", STRANGE, ids=lambda one: str(one)[:60])
def test_what_a_page_has_no_business_to_send(message: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed):
        allowed(json.dumps(message), WebOptions())


@pytest.mark.parametrize("text", ["", "[]", "7", "{", "[" * 100_000])
def test_what_is_no_message(text: str) -> None:
    with pytest.raises(NotAllowed):
        allowed(text, WebOptions())


@pytest.mark.parametrize(
    "message",
    [
        {"id": 1, "result": None},
        {"id": 1, "error": {"code": 1, "message": "no"}},
        {"id": 2, "method": "shutdown"},
        {"id": 2, "method": "textDocument/hover", "params": {"textDocument": {"uri": DOCUMENT}}},
        {
            "method": "workspace/executeCommand",
            "params": {"command": "reslint.setDocument", "arguments": [DOCUMENT, {"x": 1}]},
        },
    ],
)
def test_what_a_page_sends_is_passed_on_as_it_is(message: dict[str, Any]) -> None:
    assert allowed(json.dumps(message), WebOptions()) == message


def test_initialize_takes_of_the_browser_only_what_a_request_may_choose(tmp_path: Path) -> None:
    given_params = {
        "locale": "fr",
        "processId": 1,
        "capabilities": {"workspace": {"configuration": True}, "textDocument": {"hover": {}}},
        "initializationOptions": {
            "settings": {
                "language": "fr",
                "messageLanguage": "fr",
                "configuration": "/etc/passwd",
                "rules": ["/etc"],
            },
            "status": False,
        },
    }
    text = json.dumps({"id": 1, "method": "initialize", "params": given_params})
    made = allowed(text, WebOptions(folder=str(tmp_path)))["params"]
    assert made["capabilities"] == {"textDocument": {"hover": {}}}
    assert (made["locale"], made["processId"]) == ("fr", None)
    chosen = {"language": "fr", "messageLanguage": "fr"}
    assert made["initializationOptions"] == {"settings": chosen, "status": True}
    config = str(tmp_path / "reslint.yaml")
    made = allowed(text, WebOptions(folder=str(tmp_path), config=config))["params"]
    assert made["initializationOptions"]["settings"] == {**chosen, "configuration": config}


def test_a_strange_message_ends_the_connection(browser: Browser) -> None:
    browser.begin()
    browser.send("workspace/executeCommand", {"command": "reslint.checkFolder", "arguments": []})
    with pytest.raises(ConnectionClosed) as closed:
        browser.until("nothing")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1008


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_initialize_never_names_a_folder_of_the_browser(params: Any) -> None:
    given_params = {"rootUri": "file:///etc", "workspaceFolders": [{"uri": "file:///etc"}]}
    given_params["initializationOptions"] = params
    options = WebOptions(folder="/srv/drafts")
    message = allowed(
        json.dumps({"id": 1, "method": "initialize", "params": given_params}), options
    )
    made = message["params"]
    assert made["rootUri"] == "file:///srv/drafts"
    assert [one["uri"] for one in made["workspaceFolders"]] == ["file:///srv/drafts"]
    assert set(made["initializationOptions"]) == {"settings", "status"}
    assert "configuration" not in made["initializationOptions"]["settings"]
    assert "workspace" not in made["capabilities"]


def test_no_more_pages_than_allowed(tmp_path: Path) -> None:
    with served(tmp_path, "--jobs", "1", "--sessions", "1") as page:
        address = page.address.replace("http://", "ws://") + "lsp"
        with connect(address) as first, connect(address) as second:
            with pytest.raises(ConnectionClosed) as closed:
                second.recv(timeout=60)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 1013
            Browser(first).begin()
            assert Browser(first).until("textDocument/publishDiagnostics")
