"""The API, asked as programs ask it: a real server process."""

from __future__ import annotations

import io
import json
import os
import re
import signal
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import jsonschema
import pytest

from tests.cli.run import reslint
from tests.documents.word_files import docx, p, part, r
from tests.texts import house_rule
from tests.web.serving import DRAFT, FRENCH, Served, served


def word_file() -> bytes:
    return docx(
        p(r("The General Assembly", "<w:i/>"), r(","))
        + p(r("Recalling its resolution 70/1 of 25 September 2015,"))
        + p(r("1. "), r("Decides", "<w:i/>"), r(" to act;"))
        + p(r("2. "), r("Requests", "<w:i/>"), r(" a report."))
    )


def test_check_gives_the_json_of_the_command_line(page: Served, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT)
    said = reslint(tmp_path, "check", "draft.md", "--format", "json").out
    answer = page.check(DRAFT, filename="draft.md")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == json.loads(said)
    (found,) = answer.json()["files"][0]["diagnostics"]
    assert (found["code"], found["line"], found["column"]) == ("LEAD002", 3, 1)


def test_settings_of_a_request(page: Served) -> None:
    assert page.check(DRAFT, select=["NUM"]).json()["summary"]["diagnostics"] == 0
    assert page.check(DRAFT, ignore=["LEAD002"]).json()["summary"]["diagnostics"] == 0
    french = page.check(DRAFT, message_language="fr").json()["files"][0]["diagnostics"][0]
    assert french["message"].startswith("Mettre")
    by_header = page.client.post(
        "/api/check", json={"text": DRAFT}, headers={"Accept-Language": "fr-CH, en;q=0.5"}
    )
    assert by_header.json()["files"][0]["diagnostics"][0]["message"] == french["message"]
    other = page.check(DRAFT, language="fr").json()["files"][0]
    assert other["language"] == "fr"


def test_fix_adds_the_text(page: Served) -> None:
    answer = page.post("/api/fix", json={"text": DRAFT}).json()
    assert answer["text"] == DRAFT.replace("Recalling", "*Recalling*")
    assert answer["summary"]["diagnostics"] == 0
    assert answer["fixed"] == {"LEAD002": 1}
    assert (
        page.post("/api/fix", json={"text": "no draft at all"}).json()["text"] == "no draft at all"
    )


def test_unsafe_fixes_only_when_asked(page: Served) -> None:
    text = DRAFT.replace("Recalling", "*Recalling*").replace("70/1 of 25", "70/1 of 24")
    assert page.post("/api/fix", json={"text": text}).json()["text"] == text
    fixed = page.post("/api/fix", json={"text": text, "unsafe": True}).json()
    assert fixed["text"] == text.replace("70/1 of 24", "70/1 of 25")


def test_a_word_file_is_checked_and_fixed_as_tracked_changes(page: Served) -> None:
    files = {"file": ("draft.docx", word_file())}
    found = page.post("/api/check", files=files).json()["files"][0]
    assert (found["path"], found["format"]) == ("draft.docx", "word")
    assert [one["code"] for one in found["diagnostics"]] == ["LEAD002"]
    fixed = page.post("/api/fix", files=files, data={"unsafe": "false"}).json()
    assert fixed["file"]["name"] == "draft.docx"
    body = part(b64decode(fixed["file"]["base64"]), "word/document.xml")
    assert "rPrChange" in body
    assert "text" not in fixed


def test_convert(page: Served) -> None:
    files = {"file": ("draft.docx", word_file())}
    markdown = page.post("/api/convert", files=files, data={"to": "md"})
    assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
    assert "*The General Assembly*," in markdown.text
    word = page.post("/api/convert", json={"text": DRAFT, "to": "docx"})
    assert "General Assembly" in part(word.content, "word/document.xml")
    commented = page.post("/api/convert", files=files, data={"to": "docx", "comments": "true"})
    assert "LEAD002" in part(commented.content, "word/comments.xml")
    assert commented.headers["reslint-left-out"] == "0"
    report = page.post("/api/convert", json={"text": DRAFT, "to": "html"})
    assert report.headers["content-type"] == "text/html; charset=utf-8"
    assert report.headers["content-security-policy"].startswith("sandbox ")
    assert "LEAD002" in report.text


def test_what_was_edited_is_written_into_the_file_as_tracked_changes(page: Served) -> None:
    files = {"file": ("draft.docx", word_file())}
    text = page.post("/api/convert", files=files).text
    edited = text.replace("to act", "to paint boats").replace("Recalling", "*Recalling*")
    answer = page.post("/api/convert", files=files, data={"to": "same", "edited": edited})
    assert answer.status_code == 200, answer.text
    # As a form of a browser has it.
    lines = edited.replace("\n", "\r\n")
    same = page.post("/api/convert", files=files, data={"to": "same", "edited": lines})
    assert same.status_code == 200, same.text
    again = page.post("/api/convert", files={"file": ("draft.docx", answer.content)})
    assert again.text == edited
    before = page.post(
        "/api/convert",
        files={"file": ("draft.docx", answer.content)},
        data={"changes": "original"},
    )
    assert before.text == text


def test_line_ends_of_a_file_are_kept(page: Served) -> None:
    data = DRAFT.replace("\n", "\r\n").encode()
    edited = DRAFT.replace("paint", "row")
    for sent in (edited, edited.replace("\n", "\r\n")):
        answer = page.post(
            "/api/convert",
            files={"file": ("draft.md", data)},
            data={"to": "same", "edited": sent},
        )
        assert answer.content == data.replace(b"paint", b"row")


def test_concordance(page: Served) -> None:
    files = [("file", ("en.md", DRAFT.encode())), ("file", ("fr.md", FRENCH.encode()))]
    answer = page.post("/api/concordance", files=files).json()
    assert answer["groups"] == [
        {"key": "uploaded", "reference": "en.md", "files": ["en.md", "fr.md"]}
    ]
    by_path = {one["path"]: one for one in answer["files"]}
    assert by_path["en.md"]["diagnostics"] == []
    found = by_path["fr.md"]["diagnostics"][0]
    assert found["code"].startswith("CONC")
    assert found["line"] == 3
    assert found["related"][0]["path"] == "en.md"
    other = page.post("/api/concordance", files=files, data={"reference": "fr"}).json()
    assert other["groups"][0]["reference"] == "fr.md"
    shown = page.post("/api/concordance", files=files, data={"format": "html"})
    assert shown.headers["content-type"].startswith("text/html")
    assert "bateaux" in shown.text


def test_versions_of_the_same_name_are_told_apart(page: Served) -> None:
    files = [("file", ("en/a.md", DRAFT.encode())), ("file", ("fr/a.md", FRENCH.encode()))]
    answer = page.post("/api/concordance", files=files).json()
    assert [one["path"] for one in answer["files"]] == ["a.md", "a (2).md"]


WRONG = [
    ({"text": 5}, "text: give the draft as a text"),
    ({}, "text: give the draft as a text"),
    ({"text": DRAFT, "langauge": "en"}, "there is no field langauge; did you mean language?"),
    ({"text": DRAFT, "language": "xx"}, 'language: "xx" is not one of'),
    ({"text": DRAFT, "select": ["NOPE"]}, "NOPE"),
    ({"text": DRAFT, "select": 5}, "select: give a list of codes"),
    ({"text": DRAFT, "rules": ["/etc"]}, "there is no field rules"),
    ({"text": DRAFT, "unsafe": True}, "there is no field unsafe"),
    ({"text": "\ud800"}, "text: half of a surrogate pair"),
    ([], "the body must be a JSON object"),
]


@pytest.mark.parametrize(("body", "message"), WRONG, ids=lambda one: str(one)[:40])
def test_wrong_requests_say_what_is_wrong(page: Served, body: Any, message: str) -> None:
    answer = page.client.post(
        "/api/check", content=json.dumps(body), headers={"content-type": "application/json"}
    )
    assert answer.status_code == 400
    assert list(answer.json()) == ["error"]
    assert message in answer.json()["error"]


def test_bodies_that_cannot_be_read(page: Served) -> None:
    post = page.client.post
    kind = {"content-type": "application/json"}
    assert post("/api/check", content=b"{", headers=kind).status_code == 400
    assert post("/api/check", content=b"[" * 200_000, headers=kind).status_code == 400
    assert (
        post("/api/check", content=b"x", headers={"content-type": "text/plain"}).status_code == 415
    )
    assert post("/api/check", content=b"x").status_code == 415
    form = {"content-type": "multipart/form-data; boundary=x"}
    assert post("/api/check", content=b"nonsense", headers=form).status_code == 400
    no_boundary = {"content-type": "multipart/form-data"}
    assert post("/api/check", content=b"nonsense", headers=no_boundary).status_code == 400
    assert post("/api/check", files={"other": ("", b"")}).status_code == 400
    two = [("file", ("a.md", b"a")), ("file", ("b.md", b"b"))]
    assert post("/api/check", files=two).status_code == 400
    assert post("/api/concordance", files=two[:1]).status_code == 400
    seven = post("/api/concordance", files=[("file", (f"{at}.md", b"x")) for at in range(7)])
    assert seven.status_code == 400
    assert seven.json() == {"error": "file: send at most 6 versions of the draft"}
    assert page.client.get("/api/check").status_code == 405
    assert page.client.get("/nothing").status_code == 404


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"{\\rtf1 }", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_formats_that_are_not_read(page: Served, data: bytes) -> None:
    answer = page.post("/api/check", files={"file": ("draft.docx", data)})
    assert answer.status_code == 415
    assert answer.json()["error"]


def test_a_hostile_zip_is_refused(page: Served) -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<a>" + b" " * 300_000_000)
    assert len(packed.getvalue()) < 1_000_000
    answer = page.post("/api/check", files={"file": ("bomb.docx", packed.getvalue())})
    assert answer.status_code == 415
    assert page.check(DRAFT).status_code == 200


def test_too_large(page: Served) -> None:
    answer = page.check("x" * 10_000_001)
    assert answer.status_code == 413
    assert answer.json() == {"error": "a request may have 10 MB"}


def test_the_description_fits_the_answers(page: Served) -> None:
    description = page.client.get("/api/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    assert "10 MB and 20 seconds" in description["info"]["description"]
    assert set(description["paths"]) == {
        "/api/check",
        "/api/fix",
        "/api/convert",
        "/api/concordance",
    }
    for path in description["paths"].values():
        for kind in path["post"]["requestBody"]["content"].values():
            jsonschema.Draft202012Validator.check_schema(kind["schema"])
    schema = description["paths"]["/api/fix"]["post"]["requestBody"]["content"]["application/json"]
    jsonschema.validate({"text": DRAFT, "language": "en", "unsafe": True}, schema["schema"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"text": DRAFT, "language": "xx"}, schema["schema"])


def test_the_office_s_settings_and_house_rules_hold(tmp_path: Path) -> None:
    (tmp_path / "reslint.yaml").write_text("ignore: [LEAD002]\nrules: [house]\n")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "boats.yaml").write_text(house_rule("boats"))
    with served(tmp_path, "--jobs", "1") as page:
        found = page.check(DRAFT).json()
    assert found["errors"] == []
    assert [one["code"] for one in found["files"][0]["diagnostics"]] == ["HOUSE001"]


def test_killed_processes_lose_no_check(page: Served) -> None:
    long = DRAFT.replace("1. ", "*Noting* the lamps of all villages,\n\n" * 4_000 + "1. ")
    with ThreadPoolExecutor(2) as threads:
        answers = [threads.submit(page.check, long) for _ in range(2)]
        while not _is_running(page, 2):
            assert not any(one.done() for one in answers)
        for process in _workers(page):
            os.kill(process, signal.SIGKILL)
        assert [one.result().status_code for one in answers] == [200, 200]
    assert page.check(DRAFT).status_code == 200


def _is_running(page: Served, count: int) -> bool:
    return f"reslint_running {count}.0" in page.client.get("/metrics").text


def _workers(page: Served) -> list[int]:
    """The processes of the pool: children of the server."""
    parent = page.process.pid
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [int(one) for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


def test_metrics_count_and_hold_nothing_of_a_draft(page: Served) -> None:
    page.check(DRAFT)
    text = page.client.get("/metrics").text
    count = re.search(r'reslint_requests_total\{path="/api/check",status="200"\} ([0-9.]+)', text)
    assert count is not None
    page.check(DRAFT.replace("boats", "submarines"))
    after = page.client.get("/metrics").text
    again = re.search(r'reslint_requests_total\{path="/api/check",status="200"\} ([0-9.]+)', after)
    assert again is not None
    assert float(again[1]) == float(count[1]) + 1
    assert "submarines" not in after


def test_nothing_of_a_draft_is_stored_or_logged(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    folder = tmp_path / "office"
    folder.mkdir()
    with served(folder, "--jobs", "1", XDG_CACHE_HOME=str(cache), TMPDIR=str(tmp_path)) as page:
        secret = DRAFT.replace("boats", "submarines")
        page.check(secret)
        page.post("/api/fix", json={"text": secret})
        # Larger than what a parser of forms would keep in memory by itself.
        big = secret.replace("1. ", "*Noting* the submarines of all,\n\n" * 60_000 + "1. ")
        assert len(big) > 1 << 20
        page.post("/api/convert", files={"file": ("secret.md", big.encode())})
        files = [("file", ("a.md", secret.encode())), ("file", ("b.md", secret.encode()))]
        page.post("/api/concordance", files=files)
        page.process.terminate()
        assert page.process.stderr is not None
        log = page.process.stderr.read()
    assert "submarines" not in log
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"submarines" not in path.read_bytes(), path


def test_a_path_or_method_that_does_not_exist_is_an_error_as_any_other(page: Served) -> None:
    answer = page.client.get("/api/check")
    assert (answer.status_code, answer.json()) == (405, {"error": "Method Not Allowed"})
    assert answer.headers["allow"] == "POST"
    for path in ("/api/nowhere", "/static/%2e%2e/app.py", "/lsp"):
        answer = page.client.get(path)
        assert (answer.status_code, answer.json()) == (404, {"error": "Not Found"})


def test_fields_in_the_address_are_refused(page: Served) -> None:
    answer = page.client.post("/api/check?language=fr", json={"text": DRAFT})
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("language: send fields in the body")
