"""Who is answered: another origin, another host, a missing token; the headers of all answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.web.serving import DRAFT, Served, served

if TYPE_CHECKING:
    from pathlib import Path

JSON = {"text": DRAFT}


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"]
)
def test_another_origin_is_refused(page: Served, origin: str) -> None:
    answer = page.client.post("/api/check", json=JSON, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "origin" in answer.json()["error"]
    with pytest.raises(InvalidStatus) as refused, connect(_lsp(page), origin=Origin(origin)):
        pass
    assert refused.value.response.status_code == 403


def test_the_page_s_own_origin_is_answered(page: Served) -> None:
    own = page.address.rstrip("/")
    assert page.client.post("/api/check", json=JSON, headers={"Origin": own}).status_code == 200
    with connect(_lsp(page), origin=Origin(own)):
        pass


def test_requests_across_sites_without_an_origin_are_refused(page: Served) -> None:
    cross = {"Sec-Fetch-Site": "cross-site"}
    assert page.client.post("/api/check", json=JSON, headers=cross).status_code == 403
    # A link from elsewhere opens the page.
    assert page.client.get("/", headers=cross).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", ""]
)
def test_a_name_that_was_made_to_point_here_is_refused(page: Served, host: str) -> None:
    for path in ("/", "/api/openapi.json", "/static/page.js"):
        assert page.client.get(path, headers={"Host": host}).status_code == 403
    assert page.client.get("/", headers={"Host": "LOCALHOST:1"}).status_code == 200


def test_a_name_that_the_office_gives_is_answered(tmp_path: Path) -> None:
    with served(tmp_path, "--jobs", "1", "--allow-host", "drafts.example") as page:
        assert page.client.get("/", headers={"Host": "drafts.example"}).status_code == 200
        assert page.client.get("/", headers={"Host": "other.example"}).status_code == 403


def test_a_token(tmp_path: Path) -> None:
    with served(tmp_path, "--jobs", "1", RESLINT_TOKEN="open-sesame") as page:
        get = page.client.get
        assert get("/").status_code == 401
        assert get("/?token=wrong").status_code == 401
        assert get("/health").status_code == 200
        bearer = {"Authorization": "Bearer open-sesame"}
        assert page.client.post("/api/check", json=JSON, headers=bearer).status_code == 200
        first = get("/?token=open-sesame")
        assert first.status_code == 303
        assert first.headers["location"] == "/"
        cookie = first.headers["set-cookie"]
        assert "HttpOnly" in cookie and "SameSite=strict" in cookie
        assert get("/").status_code == 200  # the client has the cookie now
        with pytest.raises(InvalidStatus), connect(_lsp(page)):
            pass


def test_all_answers_have_the_headers_for_security(page: Served) -> None:
    answers = [
        page.client.get("/"),
        page.client.get("/static/page.js"),
        page.client.get("/nothing"),
        page.client.get("/", headers={"Host": "evil.example"}),
        page.check(DRAFT),
    ]
    for answer in answers:
        headers = answer.headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "server" not in headers


def test_the_policy_of_the_page_allows_nothing_inline(page: Served) -> None:
    first, second = (page.client.get("/").headers["content-security-policy"] for _ in range(2))
    directives = dict(part.strip().split(" ", 1) for part in first.split(";"))
    assert directives["script-src"] == "'self'"
    assert "unsafe" not in first
    assert first != second  # another nonce each time
    assert "<script>" not in page.client.get("/").text


def test_a_path_at_a_proxy(tmp_path: Path) -> None:
    with served(tmp_path, "--jobs", "1", "--root-path", "/drafts") as page:
        text = page.client.get("/").text
        assert 'src="/drafts/static/page.js"' in text
        description = page.client.get("/api/openapi.json").json()
        assert description["servers"] == [{"url": "/drafts"}]


def test_static_files_stay_in_their_folder(page: Served) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/"):
        assert page.client.get(path).status_code == 404


def _lsp(page: Served) -> str:
    return page.address.replace("http://", "ws://") + "lsp"
