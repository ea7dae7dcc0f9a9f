"""Damaged and hostile OpenDocument texts and old Word files: nothing outside is reached."""

from __future__ import annotations

import io
import subprocess
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from reslint.documents import read_source
from reslint.documents.open_document import harmless
from reslint.documents.others import converter
from reslint.documents.package import MAX_PART
from reslint.documents.xml_tree import MAX_DEPTH
from reslint.text.source import UnreadableText

LIBRE_OFFICE = converter()
needs_libre_office = pytest.mark.skipif(LIBRE_OFFICE is None, reason="LibreOffice is not installed")
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = (
    f'xmlns:office="{OPEN}office:1.0" xmlns:text="{OPEN}text:1.0" xmlns:draw="{OPEN}drawing:1.0" '
    f'xmlns:svg="{OPEN}svg-compatible:1.0" xmlns:x="http://www.w3.org/1999/xlink"'
)
DRAFT = (
    "<text:p>The General Assembly,</text:p><text:p>1. Decides to meet;</text:p>"
    '<text:p>See <text:a x:href="https://example.org/a">the page</text:a>, href="b".</text:p>'
)
PICTURE = (
    '<text:p><draw:frame draw:name="g" text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">'
    '<draw:image x:type="simple" x:show="embed" x:actuate="onLoad" x:href="{address}"/>'
    "</draw:frame></text:p>"
)


def content(body: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {SPACES}>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


MANIFEST = (
    f'<m:manifest xmlns:m="{OPEN}manifest:1.0" m:version="1.2"><m:file-entry m:full-path="/" '
    'm:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry '
    'm:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)


def odt(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, data in {"META-INF/manifest.xml": MANIFEST, **parts}.items():
            out.writestr(name, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def parts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"content.xml": b" " * (MAX_PART + 1)}, "too large"),
        (
            {"content.xml": content("<text:section>" * MAX_DEPTH + "</text:section>" * MAX_DEPTH)},
            "too large",
        ),
        ({"content.xml": content(DRAFT, '<!DOCTYPE a [<!ENTITY b "c">]>')}, "type declaration"),
        (
            {"content.xml": content(DRAFT), "styles.xml": '<!DOCTYPE a SYSTEM "file:///b"><a/>'},
            "type declaration",
        ),
        ({"content.xml": content(DRAFT).removesuffix("t>")}, "content.xml is damaged"),
        ({"content.xml": b"\xff\xfe<"}, "damaged"),
        ({"styles.xml": "<a/>"}, "no part content.xml"),
        (
            {"content.xml": b"\1\2", "META-INF/manifest.xml": "<a><encryption-data/></a>"},
            "protected by a password",
        ),
    ],
    ids=["bomb", "deep", "entity", "external", "broken", "encoding", "empty", "encrypted"],
)
@needs_libre_office
def test_it_is_refused_at_once(parts: dict[str, str | bytes], message: str) -> None:
    started = time.process_time()
    with pytest.raises(UnreadableText, match=message):
        read_source(odt(parts), "a.odt")
    assert time.process_time() - started < 5


@needs_libre_office
def test_half_a_file_is_refused() -> None:
    with pytest.raises(UnreadableText, match="no complete OpenDocument text"):
        read_source(odt({"content.xml": content(DRAFT)})[:200], "a.odt")


def test_only_text_and_styles_are_left() -> None:
    body = DRAFT + PICTURE.format(address="https://example.org/p.png").replace("x:", "y:").replace(
        "<draw:image", '<draw:image xmlns:y="http://www.w3.org/1999/xlink"'
    )
    given: dict[str, str | bytes] = {
        "content.xml": content(body),
        "styles.xml": f'<a {SPACES}><b c="1>" x:href = "d" e="f"/></a>',
        "Basic/Standard/Module1.xml": "<a/>",
        "Pictures/bomb.png": b"\0" * 1000,
    }
    left = parts_of(harmless(odt(given)))
    assert list(left) == ["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"]
    assert "p.png" not in left["content.xml"]
    # A link that is only shown stays, and so does the text.
    assert 'x:href="https://example.org/a">the page</text:a>, href="b".' in left["content.xml"]
    assert left["styles.xml"].endswith('<b c="1>" e="f"/></a>')


@pytest.fixture
def visited() -> Iterator[tuple[str, list[str]]]:
    """The address of a picture on a server of this computer, and what was asked of the server."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            asked.append(f"{self.command} {self.path}")
            self.send_error(404)

        def log_message(self, *_arguments: object) -> None:
            """Write nothing."""

    for command in ("GET", "HEAD", "OPTIONS", "PROPFIND"):
        setattr(Handler, f"do_{command}", Handler.answer)
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/p.png", asked
        server.shutdown()
        thread.join()


@needs_libre_office
def test_no_picture_is_fetched(visited: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = visited
    data = odt({"content.xml": content(DRAFT + PICTURE.format(address=address))})
    assert "Decides to meet" in read_source(data, "a.odt").text
    assert asked == []
    # The same picture in an old Word file. LibreOffice as it comes fetches it.
    (tmp_path / "a.odt").write_bytes(data)
    assert LIBRE_OFFICE is not None
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [LIBRE_OFFICE, profile, "--headless", "--convert-to"]
    for given, kind in (("a.odt", "doc"), ("a.doc", "docx")):
        places = ["--outdir", str(tmp_path), str(tmp_path / given)]
        subprocess.run([*command, kind, *places], capture_output=True, check=True)
    assert asked
    asked.clear()
    assert "Decides to meet" in read_source((tmp_path / "a.doc").read_bytes(), "a.doc").text
    assert asked == []
