"""Read the body of a request: JSON or a form, bounded, in memory, never on a disk."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from reslint.web.answers import error_answer
from reslint.web.tasks import UNSUPPORTED, WRONG, Upload

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from typing import Any

    from starlette.requests import Request

    from reslint.web.answers import Answer
    from reslint.web.options import Limits


TOO_LARGE = 413
_MAX_FILES, _MAX_FIELDS = 20, 20
_NO_NAME = re.compile(r"[\x00-\x1f\x7f/\\:]+")
_LONGEST_NAME = 120


class Refused(Exception):
    """Raised for a request that is not answered as asked; `answer` says why."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


class Body:
    """The fields of a request by name, and the files that came with it."""

    def __init__(self, fields: dict[str, Any], files: list[Upload]) -> None:
        self.fields = fields
        self.files = files


async def read_body(request: Request, limits: Limits) -> Body:
    """Read the body of a request. Raises Refused: 400, 413 or 415."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/json", "multipart/form-data"):
        message = "send application/json, or a file as multipart/form-data"
        raise Refused(error_answer(UNSUPPORTED, message))
    data = await _bounded(request, limits)
    return _json(data) if kind == "application/json" else await _form(request, data, limits)


async def _bounded(request: Request, limits: Limits) -> bytes:
    """Read no more bytes than allowed, whatever the header says."""
    message = f"a request may have {limits.megabytes} MB"
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limits.size:
        raise Refused(error_answer(TOO_LARGE, message))
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > limits.size:
            raise Refused(error_answer(TOO_LARGE, message))
    return bytes(data)


def _json(data: bytes) -> Body:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise Refused(error_answer(WRONG, "the body is not JSON")) from None
    if not isinstance(found, dict):
        raise Refused(error_answer(WRONG, "the body must be a JSON object"))
    text = found.pop("text", None)
    name = found.pop("filename", None)
    if not isinstance(text, str) or not isinstance(name, str | None):
        raise Refused(error_answer(WRONG, "text: give the draft as a text"))
    try:
        upload = Upload(clean_name(name or "-"), text.encode("utf-8"), is_text=True)
    except UnicodeEncodeError:
        raise Refused(error_answer(WRONG, "text: half of a surrogate pair")) from None
    return Body(found, [upload])


class _InMemory(MultiPartParser):
    """Keeps files in memory: a draft is never written to a disk."""

    spool_max_size = 1 << 40


async def _form(request: Request, data: bytes, limits: Limits) -> Body:
    async def whole() -> AsyncGenerator[bytes, None]:
        yield data

    try:
        form = await _InMemory(
            request.headers,
            whole(),
            max_files=_MAX_FILES,
            max_fields=_MAX_FIELDS,
            max_part_size=limits.size,
        ).parse()
    except MultiPartException as error:
        raise Refused(error_answer(WRONG, f"the form cannot be read: {error.message}")) from None
    except Exception as error:  # a body that the parser does not expect
        message = f"the form cannot be read ({type(error).__name__})"
        raise Refused(error_answer(WRONG, message)) from None
    fields: dict[str, Any] = {}
    files: list[Upload] = []
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            shown = _distinct(clean_name(value.filename or "draft.md"), files)
            files.append(Upload(shown, await value.read()))
        elif name in fields and name in ("select", "ignore"):
            fields[name] += f",{value}"
        else:
            # Forms have CRLF, whatever the text of the page has.
            fields[name] = value.replace("\r\n", "\n")
    if not files and isinstance(fields.get("text"), str):
        name = clean_name(fields.pop("filename", "-") or "-")
        files.append(Upload(name, fields.pop("text").encode("utf-8", "replace"), is_text=True))
    if not files:
        raise Refused(error_answer(WRONG, "file: send a draft"))
    return Body(fields, files)


def clean_name(name: str) -> str:
    """Return a name without folders and control characters: it is shown, never opened."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return _NO_NAME.sub("_", last)[-_LONGEST_NAME:].strip() or "draft.md"


def _distinct(name: str, files: list[Upload]) -> str:
    """Return a name that no other file of the request has: two folders may have the same."""
    taken = {one.name for one in files}
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{stem} ({number}){dot}{ending}"
    return found
