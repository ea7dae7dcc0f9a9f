"""The body of a request, and its fields: what is read, and what is refused."""

from __future__ import annotations

import asyncio
import json
import re
import tempfile
from typing import TYPE_CHECKING, Any

import pytest
from starlette.requests import Request

from reslint.web.fields import FILE, FORMAT, SETTINGS, UNSAFE, WrongField, read_fields
from reslint.web.options import Limits
from reslint.web.request_body import Body, Refused, clean_name, read_body

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import Message

LIMITS = Limits(megabytes=3)
JSON = "application/json"


def read(*chunks: bytes, kind: str = JSON, length: int | None = None) -> Body:
    """Read a body that arrives in pieces, with the length that its header says."""
    waiting = list(chunks)

    async def receive() -> Message:
        piece = waiting.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(waiting)}

    headers = [(b"content-type", kind.encode())]
    if length is not None:
        headers.append((b"content-length", str(length).encode()))
    scope = {"type": "http", "method": "POST", "path": "/", "headers": headers}
    return asyncio.run(read_body(Request(scope, receive), LIMITS))


def refusal(*chunks: bytes, kind: str = JSON, length: int | None = None) -> tuple[int, str]:
    with pytest.raises(Refused) as refused:
        read(*chunks, kind=kind, length=length)
    answer = refused.value.answer
    return answer.status, json.loads(answer.body)["error"]


def form(*parts: tuple[str, str, bytes]) -> Body:
    """Read a form of parts `(name, file name or "", content)`."""
    data = b""
    for name, file, content in parts:
        about = f'form-data; name="{name}"' + (f'; filename="{file}"' if file else "")
        data += f"--b\r\nContent-Disposition: {about}\r\n\r\n".encode() + content + b"\r\n"
    return read(data + b"--b--\r\n", kind="multipart/form-data; boundary=b")


def test_json_may_come_in_pieces() -> None:
    body = read(b'{"text": "dra', b'ft", "unsafe": true}', kind="Application/JSON; charset=utf-8")
    assert body.fields == {"unsafe": True}
    (file,) = body.files
    assert (file.name, file.data, file.is_text) == ("-", b"draft", True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "the body is not JSON"),
        (b"[" * 200_000, "the body is not JSON"),
        (b'"text"', "the body must be a JSON object"),
        (b"{}", "text: give the draft as a text"),
        (b'{"text": 1}', "text: give the draft as a text"),
        (b'{"text": "", "filename": 1}', "text: give the draft as a text"),
        (b'{"text": "\\ud800"}', "text: half of a surrogate pair"),
    ],
)
def test_json_that_is_refused(data: bytes, message: str) -> None:
    assert refusal(data) == (400, message)


def test_another_format_is_refused() -> None:
    assert refusal(b"{}", kind="text/plain")[0] == 415


def test_a_body_that_is_too_large_is_refused_whatever_its_header_says() -> None:
    small = b'{"text": ""}'
    assert read(small, length=LIMITS.size).fields == {}
    # By the header alone: nothing is read.
    assert refusal(length=LIMITS.size + 1) == (413, "a request may have 3 MB")
    exact = small + b" " * (LIMITS.size - len(small))
    assert read(exact, length=3).fields == {}
    assert refusal(exact, b" ", length=3) == (413, "a request may have 3 MB")


def test_a_form_has_files_and_fields() -> None:
    body = form(
        ("file", "a/draft.md", b"one"),
        ("file", "b\\draft.md", b"two"),
        ("file", "draft", b"3"),
        ("file", "c/draft", b"4"),
        ("select", "", b"NUM"),
        ("select", "", b"FORM"),
        ("edited", "", b"a\r\nb"),
        ("edited", "", b"c\r\nd"),
    )
    assert [(one.name, one.data) for one in body.files] == [
        ("draft.md", b"one"),
        ("draft (2).md", b"two"),
        ("draft", b"3"),
        ("draft (2)", b"4"),
    ]
    assert body.fields == {"select": "NUM,FORM", "edited": "c\nd"}


def test_a_form_may_have_its_draft_as_a_field() -> None:
    (file,) = form(("text", "", b"a\r\nb"), ("filename", "", b"x/y.md")).files
    assert (file.name, file.data, file.is_text) == ("y.md", b"a\nb", True)


def test_a_form_without_a_draft_or_of_nonsense_is_refused() -> None:
    with pytest.raises(Refused):
        form(("select", "", b"NUM"))
    assert refusal(b"nonsense", kind="multipart/form-data; boundary=b")[0] == 400
    assert refusal(b"nonsense", kind="multipart/form-data")[0] == 400


def test_a_large_file_of_a_form_is_kept_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where no temporary file can be made, none may be needed.
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    data = b"x" * (2 << 20)
    (file,) = form(("file", "draft.md", data)).files
    assert file.data == data


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("draft.md", "draft.md"),
        ("../../etc/passwd", "passwd"),
        ("C:\\drafts\\a.docx", "a.docx"),
        ("C:a\x00\x1b.md", "C_a_.md"),
        ("folder/", "draft.md"),
        ("  ", "draft.md"),
        ("x" * 200 + ".md", "x" * 117 + ".md"),
    ],
)
def test_a_name_is_shown_without_folders_and_control_characters(name: str, shown: str) -> None:
    assert clean_name(name) == shown


ALLOWED = (*SETTINGS, UNSAFE, FORMAT, FILE)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        *((one, True) for one in (True, "true", "1", "on")),
        *((one, False) for one in (False, "false", "0", "off", "")),
    ],
)
def test_flags(given: object, value: bool) -> None:
    assert read_fields({"unsafe": given}, ALLOWED) == {"unsafe": value}


@pytest.mark.parametrize("given", ["NUM, FORM,, ", ["NUM", " FORM ", ""]])
def test_codes(given: object) -> None:
    assert read_fields({"select": given}, ALLOWED) == {"select": ["NUM", "FORM"]}


def test_null_is_as_if_a_field_were_not_there() -> None:
    assert read_fields({"select": None, "language": "fr"}, ALLOWED) == {"language": "fr"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"unsafe": "maybe"}, "unsafe: give true or false"),
        ({"unsafe": []}, "unsafe: give true or false"),
        ({"select": 1}, "select: give a list of codes"),
        ({"select": ["NUM", 1]}, "select: give a list of codes"),
        ({"language": 1}, "language: give a text"),
        ({"language": ["en"]}, "language: give a text"),
        ({"format": "pdf"}, 'format: "pdf" is not one of json, html'),
        ({"langage": "fr"}, "there is no field langage; did you mean language?"),
        ({"file": "/etc/passwd"}, "there is no field file"),
        ({"rules": "folder"}, "there is no field rules"),
    ],
)
def test_fields_that_are_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(WrongField, match="^" + re.escape(message)):
        read_fields(given, ALLOWED)
