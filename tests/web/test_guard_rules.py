"""The rules of the guard, asked directly: hosts, origins, and where a token is taken from."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from reslint.web.guard import Guard
from reslint.web.options import WebOptions

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send

TOKEN = "open-sesame"
HOST = "127.0.0.1:8765"


async def page(scope: Scope, receive: Receive, send: Send) -> None:
    """A page that answers everything."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse("here")(scope, receive, send)


def asked(
    options: WebOptions,
    *,
    kind: str = "http",
    scheme: str = "http",
    method: str = "GET",
    path: str = "/",
    query: str = "",
    root_path: str = "",
    **headers: str,
) -> tuple[int, Headers]:
    """Ask for a page; the status and the headers. 101 for a WebSocket that was opened."""
    given = {"host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
    scope: Scope = {
        "type": kind,
        "scheme": scheme,
        "path": root_path + path,
        "root_path": root_path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in given.items()],
    }
    if kind == "http":
        scope["method"] = method
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect" if kind == "websocket" else "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Guard(page, options)(scope, receive, send))
    first = sent[0]
    if kind == "websocket":
        return (101 if first["type"] == "websocket.accept" else first["code"]), Headers({})
    return first["status"], Headers(raw=first["headers"])


OPEN = WebOptions()
CLOSED = WebOptions(token=TOKEN)


@pytest.mark.parametrize("host", ["127.0.0.1", "LocalHost:80", "[::1]:8765", "localhost"])
def test_the_names_of_this_computer(host: str) -> None:
    assert asked(OPEN, host=host)[0] == 200


@pytest.mark.parametrize("host", ["", "[", "[::1", "a.example", "127.0.0.1@a.example", "::1"])
def test_other_names_and_what_is_no_name(host: str) -> None:
    assert asked(OPEN, host=host)[0] == 403
    assert asked(WebOptions(hosts=("*",)), host=host)[0] == 200


@pytest.mark.parametrize(
    ("site", "status"),
    [("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403)],
)
def test_where_a_request_without_origin_comes_from(site: str, status: int) -> None:
    assert asked(OPEN, method="POST", sec_fetch_site=site)[0] == status
    assert asked(OPEN, method="GET", sec_fetch_site=site)[0] == 200
    assert asked(OPEN, method="HEAD", sec_fetch_site=site)[0] == 200
    opened = asked(OPEN, kind="websocket", scheme="ws", sec_fetch_site=site)[0]
    assert opened == (101 if status == 200 else 1008)


@pytest.mark.parametrize(
    ("kind", "scheme", "origin", "answered"),
    [
        ("http", "http", "http://" + HOST, True),
        ("http", "https", "https://" + HOST, True),
        ("http", "https", "http://" + HOST, False),
        ("websocket", "ws", "http://" + HOST, True),
        ("websocket", "wss", "https://" + HOST, True),
        ("websocket", "wss", "http://" + HOST, False),
        ("http", "http", "null", False),
        ("websocket", "ws", "null", False),
    ],
)
def test_an_origin_has_scheme_and_port(kind: str, scheme: str, origin: str, answered: bool) -> None:
    status = asked(OPEN, kind=kind, scheme=scheme, origin=origin)[0]
    good, bad = (101, 1008) if kind == "websocket" else (200, 403)
    assert status == (good if answered else bad)


@pytest.mark.parametrize(("kind", "good", "bad"), [("http", 200, 401), ("websocket", 101, 1008)])
def test_where_a_token_is_taken_from(kind: str, good: int, bad: int) -> None:
    scheme = "ws" if kind == "websocket" else "http"

    def status(**given: str) -> int:
        return asked(CLOSED, kind=kind, scheme=scheme, **given)[0]

    assert status() == bad
    assert status(authorization=f"Bearer {TOKEN}") == good
    assert status(authorization=f"Bearer {TOKEN}x") == bad
    assert status(cookie=f"a=b; reslint-token={TOKEN}") == good
    assert status(cookie="reslint-token=é") == bad
    assert status(cookie="a(b)=1; c=2") == bad  # no cookie may be called so
    # In an address it opens the page once: nothing else is answered for it.
    assert status(query=f"token={TOKEN}") == (303 if kind == "http" else bad)
    assert status(query=f"token={TOKEN}x") == bad


def test_a_token_in_an_address_is_for_the_page_alone() -> None:
    assert asked(CLOSED, method="POST", query=f"token={TOKEN}")[0] == 401


def test_the_cookie_is_for_the_path_of_the_page_and_for_https_where_it_is_used() -> None:
    status, headers = asked(CLOSED, query=f"token={TOKEN}", root_path="/drafts")
    assert (status, headers["location"]) == (303, "/drafts/")
    cookie = headers["set-cookie"].split("; ")
    assert {"HttpOnly", "SameSite=strict", "Path=/drafts/"} <= set(cookie)
    assert "Secure" not in cookie
    _, headers = asked(CLOSED, scheme="https", query=f"token={TOKEN}")
    assert "Secure" in headers["set-cookie"].split("; ")


def test_the_state_of_the_page_is_told_without_a_token_also_at_a_proxy() -> None:
    assert asked(CLOSED, path="/health")[0] == 200
    assert asked(CLOSED, path="/health", root_path="/drafts")[0] == 200
    assert asked(CLOSED, path="/metrics", root_path="/drafts")[0] == 401
    assert asked(CLOSED, path="/health", host="a.example")[0] == 403


def test_what_the_page_sends_and_what_is_refused_have_the_headers() -> None:
    for _, headers in (asked(OPEN), asked(CLOSED), asked(OPEN, host="a.example")):
        assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert headers["x-frame-options"] == "DENY"
