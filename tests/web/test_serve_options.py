"""The options of `reslint serve`, each with the command started by it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.run import reslint
from tests.web.serving import DRAFT, served

JSON = {"text": DRAFT}


def test_a_token_on_the_command_line(tmp_path: Path) -> None:
    with served(tmp_path, "--jobs", "1", "--token", "open-sesame") as page:
        assert page.check(DRAFT).status_code == 401
        bearer = {"Authorization": "Bearer open-sesame"}
        assert page.client.post("/api/check", json=JSON, headers=bearer).status_code == 200


def test_the_size_of_a_request(tmp_path: Path) -> None:
    with served(tmp_path, "--jobs", "1", "--max-size", "1") as page:
        answer = page.check(DRAFT + "x" * 1_000_000)
        assert (answer.status_code, "1 MB" in answer.json()["error"]) == (413, True)
        assert page.check(DRAFT).status_code == 200


def test_the_time_for_a_request(tmp_path: Path) -> None:
    lamps = "*Noting* " + "the lamps of all villages and " * 60 + "of the towns,\n\n"
    long = DRAFT.replace("1. ", lamps * 5_000 + "1. ")
    with served(tmp_path, "--jobs", "1", "--max-time", "1") as page:
        answer = page.check(long)
        assert "after 1 s " in answer.json()["error"]
        assert answer.status_code == 504
        assert page.check(DRAFT).status_code == 200


def test_forwarded_headers_are_believed_of_a_named_proxy_alone(tmp_path: Path) -> None:
    # What was sent to the proxy by https comes from the page's own origin.
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
    for options, status in (((), 403), (("--trust-proxy", "127.0.0.1"), 200)):
        with served(tmp_path, "--jobs", "1", *options) as page:
            origin = page.address.rstrip("/").replace("http:", "https:")
            answer = page.client.post(
                "/api/check", json=JSON, headers={**headers, "Origin": origin}
            )
            assert answer.status_code == status


def test_the_page_opens_in_the_browser(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    os.mkfifo(opened)
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}"\n')
    browser.chmod(0o755)
    with served(tmp_path, "--jobs", "1", "--open", BROWSER=f"{browser} %s") as page:
        assert opened.read_text().strip() == page.address


@pytest.mark.parametrize("option", ["--jobs", "--queue", "--sessions", "--max-size", "--max-time"])
def test_a_limit_is_a_number_from_one_on(tmp_path: Path, option: str) -> None:
    for value in ("0", "-1", "many"):
        outcome = reslint(tmp_path, "serve", option, value)
        assert outcome.code == 2
        assert f"{option}: invalid" in outcome.err
