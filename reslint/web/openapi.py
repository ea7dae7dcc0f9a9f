"""The description of the API, made from the table of its paths (OpenAPI 3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.version import __version__
from reslint.web import fields
from reslint.web.endpoints import ENDPOINTS

if TYPE_CHECKING:
    from typing import Any

    from reslint.web.endpoints import Endpoint
    from reslint.web.options import Limits


_ERRORS = {
    "400": "The request is wrong; `error` says what.",
    "401": "The token is missing or wrong.",
    "403": "The request comes from another origin.",
    "413": "The request is too large.",
    "415": "The draft is in no format that can be read.",
    "503": "Too many requests are worked on; `Retry-After` says when to try again.",
    "504": "The check took too long and was stopped.",
}


def description(limits: Limits, root_path: str) -> dict[str, Any]:
    """Return the description of all paths."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "reslint",
            "version": __version__,
            "description": (
                "Checks drafts of United Nations resolutions. Nothing of a draft is stored or "
                f"logged. Limits: {limits.megabytes} MB and {limits.seconds} seconds a request."
            ),
        },
        "servers": [{"url": root_path or "/"}],
        "paths": {one.path: {"post": _operation(one)} for one in ENDPOINTS},
        "components": {"schemas": {"Error": _ERROR}},
    }


_ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {"error": {"type": "string"}},
}


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    own = {one.name: one.schema() for one in endpoint.fields}
    file = fields.FILES if endpoint.files else fields.FILE
    content: dict[str, Any] = {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": [file.name],
                "properties": {file.name: file.schema(), **own},
            }
        }
    }
    if endpoint.text:
        text = {one.name: one.schema() for one in (fields.TEXT, fields.FILENAME)}
        content["application/json"] = {
            "schema": {
                "type": "object",
                "required": [fields.TEXT.name],
                "additionalProperties": False,
                "properties": {**text, **own},
            }
        }
    answers: dict[str, Any] = {
        "200": {"description": endpoint.summary, "content": {endpoint.answer: {}}}
    }
    for status, about in _ERRORS.items():
        schema = {"$ref": "#/components/schemas/Error"}
        answers[status] = {
            "description": about,
            "content": {"application/json": {"schema": schema}},
        }
    return {
        "operationId": endpoint.path.rpartition("/")[2],
        "summary": endpoint.summary,
        "requestBody": {"required": True, "content": content},
        "responses": answers,
    }
