"""Clients that are broken, mean or gone: the server answers, goes on, and ends when it should."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.server.client import LIMIT, Client, ProcessClient, ResponseError, codes, insertion, span
from tests.server.drafts import CLEAN, DRAFTS, EN

NewProcess = Callable[..., ProcessClient]
URI = "file:///drafts/robust.md"


def alive(client: Client) -> None:
    """The server still checks drafts."""
    uri = "file:///drafts/alive.md"
    client.close(uri)
    client.open(uri, EN, version=1)
    client.wait_for(
        "textDocument/publishDiagnostics",
        lambda said: said["uri"] == uri and codes(said["diagnostics"]) == ["LEAD002"],
    )


def test_a_session_ends_in_order(new_process: NewProcess) -> None:
    client = new_process().start()
    client.open(URI, EN)
    assert client.end() == 0


def test_a_session_that_ends_out_of_order_says_so(new_process: NewProcess) -> None:
    client = new_process().start()
    client.notify("exit", None)
    assert client.process.wait(LIMIT) == 1


def test_nothing_is_done_before_the_start_or_after_the_end(new_process: NewProcess) -> None:
    client = new_process()
    with pytest.raises(ResponseError) as refused:
        client.request(
            "textDocument/hover",
            {"textDocument": {"uri": URI}, "position": span(0, 0, 0, 0)["start"]},
        )
    assert refused.value.code == -32002
    client.open(URI, EN)
    client.start()
    with pytest.raises(ResponseError) as refused:
        client.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    assert refused.value.code == -32600
    client.request("shutdown", None)
    with pytest.raises(ResponseError) as refused:
        client.request("reslint/explain", {"code": "LEAD002"})
    assert refused.value.code == -32600
    client.notify("exit", None)
    assert client.process.wait(LIMIT) == 0
    assert client.passed("textDocument/publishDiagnostics") == []


@pytest.mark.parametrize("way", ["stdin", "half"])
def test_the_server_ends_when_its_client_is_gone(new_process: NewProcess, way: str) -> None:
    client = new_process().start()
    client.open(URI, EN)
    client.pushed(URI)
    process = client.process
    assert process.stdin is not None
    if way == "half":
        client.send_bytes(b"Content-Length: 1000\r\n\r\n{")
    process.stdin.close()
    process.wait(LIMIT)


def test_the_server_ends_when_nobody_reads_it_any_more() -> None:
    script = (
        "import subprocess, sys, json\n"
        "p = subprocess.Popen([sys.executable, '-m', 'reslint', 'server'],"
        " stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)\n"
        "def send(m):\n"
        "    b = json.dumps(m).encode()\n"
        "    p.stdin.write(b'Content-Length: %d\\r\\n\\r\\n%b' % (len(b), b)); p.stdin.flush()\n"
        "p.stdout.close()\n"
        "send({'jsonrpc': '2.0', 'id': 1, 'method': 'initialize',"
        " 'params': {'processId': None, 'rootUri': None, 'capabilities': {}}})\n"
        "print(p.wait(30))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=LIMIT * 2,
        check=True,
    )
    assert done.stdout.strip() == b"1"


@pytest.mark.skipif(os.name != "posix", reason="processes are watched on POSIX only")
def test_the_server_ends_with_the_process_of_its_editor(new_process: NewProcess) -> None:
    editor = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    client = new_process()
    client.request("initialize", {"processId": editor.pid, "rootUri": None, "capabilities": {}})
    editor.kill()
    editor.wait(LIMIT)
    assert editor.stdin is not None
    editor.stdin.close()
    # Its pipes are still open: only the process is gone.
    assert client.process.wait(LIMIT) == 1


@pytest.mark.parametrize(
    "garbage",
    [
        b"Content-Length: 7\r\n\r\nnothing",
        b"Content-Length: 2\r\n\r\n[]",
        b"Content-Length: 4\r\n\r\nnull",
        b"Content-Length: 2\r\n\r\n{}",
        b"Content-Length: 3\r\n\r\n\xff\xfe\xfd",
        b'Content-Type: what\r\nContent-Length: 17\r\n\r\n{"jsonrpc":"1.0"}',
        b"no header at all\r\n\r\n",
        b"Content-Length: -5\r\n\r\n",
        b"Content-Length: 20000\r\n\r\n" + b"[" * 20_000,
        b'Content-Length: 40\r\n\r\n{"jsonrpc":"2.0","method":7,"params":[]}',
    ],
)
def test_garbage_is_passed_over(client: Client, garbage: bytes) -> None:
    client.send_bytes(garbage)
    alive(client)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/rename", {"any": "thing"}),
        ("no/such/method", None),
        ("textDocument/codeAction", {"textDocument": 5}),
        ("textDocument/codeAction", None),
        ("textDocument/diagnostic", {"textDocument": {}}),
        ("workspace/executeCommand", {"command": "rm", "arguments": ["-rf"]}),
        ("workspace/executeCommand", {"command": "reslint.checkFolder", "arguments": [7]}),
        ("reslint/explain", [1, 2]),
        ("reslint/refused", {"code": 1}),
    ],
)
def test_a_request_that_cannot_be_met_is_refused(client: Client, method: str, params: Any) -> None:
    with pytest.raises(ResponseError):
        client.request(method, params)
    alive(client)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/didOpen", {"textDocument": {"uri": URI}}),
        (
            "textDocument/didChange",
            {
                "textDocument": {"uri": "file:///not/open.md", "version": 2},
                "contentChanges": [{"text": "x"}],
            },
        ),
        ("textDocument/didClose", {"textDocument": {"uri": "file:///not/open.md"}}),
        ("textDocument/didSave", {"textDocument": {"uri": "file:///not/open.md"}}),
        ("workspace/didChangeConfiguration", {"settings": [1, "two"]}),
        (
            "workspace/didChangeConfiguration",
            {"settings": {"reslint": {"select": 3, "severity": []}}},
        ),
        ("workspace/didChangeWatchedFiles", {"changes": [{"uri": "http://[", "type": 3}]}),
        (
            "workspace/didChangeWorkspaceFolders",
            {"event": {"added": [{"uri": "vscode-vfs://x/y", "name": "y"}], "removed": []}},
        ),
        ("$/cancelRequest", {"id": 123456}),
        ("$/setTrace", {"value": "verbose"}),
        ("window/workDoneProgress/cancel", {"token": "none"}),
        ("textDocument/publishDiagnostics", {"uri": URI, "diagnostics": []}),
        ("no/such/notification", {}),
    ],
)
def test_a_notification_that_makes_no_sense_is_passed_over(
    client: Client, method: str, params: Any
) -> None:
    client.notify(method, params)
    alive(client)


def test_edits_outside_the_text_and_wrong_versions(client: Client) -> None:
    client.open(URI, CLEAN, version=5)
    assert client.pushed(URI, 5) == []
    outside = {"range": span(900, 4, 950, 7), "text": "\n<!-- the end -->\n"}
    client.change(URI, 5, outside)
    backwards = {"range": span(0, 5, 0, 0), "text": ""}
    client.change(URI, 3, backwards)
    client.change(URI, 4, insertion(2, 10_000, ""), insertion(0, 0, "*The "))
    found = client.request("reslint/describe", {"textDocument": {"uri": URI}})["text"]
    assert "en, GA" in found
    client.change(URI, 9, {"range": span(0, 0, 10**9, 10**9), "text": EN})
    assert codes(client.pushed(URI, 9)) == ["LEAD002"]


def test_halves_of_characters_do_no_harm(client: Client) -> None:
    uri = "file:///drafts/halves.md"
    client.open(uri, f"{EN}\n\ud800 alone \udc00\x00\n")
    client.pushed(uri, 1)
    client.change(uri, 2, insertion(9, 1, "\udbff"))
    client.pushed(uri, 2)
    alive(client)


def test_a_document_opened_twice_and_closed_twice(client: Client) -> None:
    uri = "file:///drafts/twice.md"
    client.open(uri, CLEAN, version=1)
    client.open(uri, EN, version=1)
    client.wait_for(
        "textDocument/publishDiagnostics",
        lambda said: said["uri"] == uri and codes(said["diagnostics"]) == ["LEAD002"],
    )
    client.close(uri)
    client.close(uri)
    alive(client)


def test_a_request_can_be_cancelled(client: Client) -> None:
    uri = "file:///drafts/cancelled.md"
    client.open(uri, EN * 100)
    numbers = [client.ask("reslint/htmlReport", {"textDocument": {"uri": uri}}) for _ in range(5)]
    for number in numbers:
        client.notify("$/cancelRequest", {"id": number})
    answers = [client.answer(number) for number in numbers]
    assert all(("result" in one) != ("error" in one) for one in answers)
    assert answers[-1]["error"]["code"] == -32800
    # The check itself was not given up with them.
    client.pushed(uri, 1)
    alive(client)


def test_a_hundred_documents_at_once(client: Client) -> None:
    texts = [text for text, _ in DRAFTS.values()]
    wanted = [code for _, (code, _) in DRAFTS.values()]
    uris = [f"file:///drafts/many/{number}.md" for number in range(100)]
    for number, uri in enumerate(uris):
        client.open(uri, texts[number % 6])
    for number, uri in enumerate(uris):
        client.change(uri, 2, insertion(0, 0, "\n"))
        assert number < 100
    found: dict[str, list[str]] = {}
    while len(found) < 100:
        said = client.wait_for(
            "textDocument/publishDiagnostics", lambda params: params.get("version") == 2
        )
        found[said["uri"]] = codes(said["diagnostics"])
    assert [found[uri] for uri in uris] == [[wanted[number % 6]] for number in range(100)]
    for uri in uris:
        client.close(uri)


def test_a_draft_of_signs_alone_does_not_break_the_server(client: Client) -> None:
    client.open(URI, ">" * 50_000 + "*" * 50_000)
    client.pushed(URI, 1)
    client.change(URI, 2, {"text": "1. " * 30_000})
    client.pushed(URI, 2)
    alive(client)
