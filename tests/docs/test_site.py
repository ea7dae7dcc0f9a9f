"""The site: it is built without a warning, reads well narrow and wide, and its search finds."""

from __future__ import annotations

import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Error, Request, expect, sync_playwright

from tests.conftest import ROOT

CHROMIUM = shutil.which("chromium")
HOST = "http://site.example"
PAGES = ("", "tutorial/", "settings/", "rules/", "rules/LEAD002/", "repository/rules/organs/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_link_leads_somewhere(site: Path) -> None:
    """Within the site: files and headings; no page refers to the repository's own paths."""
    anchors: dict[Path, set[str]] = {}
    texts = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    for path, text in texts.items():
        anchors[path] = {unquote(one) for one in re.findall(r' id="([^"]+)"', text)}
    missing = []
    for path, text in texts.items():
        if path.name == "404.html":
            continue
        here = f"{HOST}/{path.relative_to(site).as_posix()}"
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            parts = urlsplit(urljoin(here, link))
            if f"{parts.scheme}://{parts.netloc}" != HOST:
                continue
            target = site / unquote(parts.path).lstrip("/")
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file():
                missing.append((path.relative_to(site).as_posix(), link))
            elif parts.fragment and target.suffix == ".html":
                if unquote(parts.fragment) not in anchors[target]:
                    missing.append((path.relative_to(site).as_posix(), link))
    assert missing == []


def test_every_page_of_docs_has_its_place_in_the_navigation(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8") + (site / "rules/index.html").read_text("utf-8")
    linked = set(re.findall(r'href="(?:\.\./)?([\w/-]+)/"', home))
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")}
    pages |= {f"rules/{path.stem}" for path in (ROOT / "docs" / "rules").glob("[A-Z]*[0-9].md")}
    shown = linked | {f"rules/{one}" for one in linked}
    assert pages - shown == set()


def test_markdown_is_shown_as_such(site: Path) -> None:
    """No list or table is taken for text: each has a blank line before it."""
    wrong = re.compile(r"<p>[^<]*(?:<(?!/p>)[^<]*)*?\n(?:- |\d\. |\| )")
    found = [
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if wrong.search(path.read_text("utf-8"))
    ]
    assert found == []


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and prints nothing."""

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of the site on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def note(found: list[str], error: Error) -> None:
    """Note an error of a page."""
    found.append(str(error))


def note_request(found: list[str], request: Request) -> None:
    """Note what a page asks for."""
    found.append(request.url)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here")
def test_in_a_browser_narrow_and_wide(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (360, 1280):
            page = browser.new_page(viewport={"width": width, "height": 800})
            wrong: list[str] = []
            asked: list[str] = []
            page.on("pageerror", partial(note, wrong))
            page.on("request", partial(note_request, asked))
            for one in PAGES:
                page.goto(address + one)
                wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                assert wide <= 0, (width, one)
            if width > 1000:
                page.get_by_role("textbox", name="Search").fill("house rules")
                first = page.locator(".md-search-result__item a").first
                expect(first).to_contain_text("rule", ignore_case=True, timeout=60_000)
            assert wrong == []
            # Nothing is loaded from elsewhere.
            assert [one for one in asked if not one.startswith((address, "data:"))] == []
            page.close()
        browser.close()
