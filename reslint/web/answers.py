"""Answers as plain data: made in a process of the pool, sent by the page's own process."""

from __future__ import annotations

from dataclasses import dataclass, field

from reslint.reports.json_text import json_text

JSON = "application/json"


@dataclass(frozen=True)
class Answer:
    """What is sent: a text or bytes, their media type, the status, further headers."""

    body: str | bytes
    media_type: str = JSON
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def error_answer(status: int, message: str, **headers: str) -> Answer:
    """Return an answer that says what is wrong: `{"error": message}`."""
    body = json_text({"error": message})
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(body, status=status, headers=names)
