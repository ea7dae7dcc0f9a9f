"""After any sequence of edits the server says what `reslint check` says of the same text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from reslint.server.positions import place_in
from reslint.text.source import Source
from tests.cli.run import reslint
from tests.server.client import Client, span
from tests.server.drafts import DRAFTS

LONG = "\n\n".join(text for text, _ in DRAFTS.values())
PIECES = st.sampled_from(
    [
        *"a *.,;:()\n\r1[^]-_<>«»\"'😀é大ش\f\u2028\x85\u200f",
        "\n\n", "\r\n", "*Recalling* ", "3. ", "(a) ", "[^1]", "[^1]: Ibid.\n", "---\n\n",
        "<!-- reslint-disable-file LEAD002 -->\n\n", "<!-- reslint-enable LEAD002 -->",
        "*Requests* the General Assembly", " resolution 70/1 of 26 September 2015", "Annex\n\n",
        DRAFTS["fr"][0], DRAFTS["en"][0][:120],
    ]
)  # fmt: skip
EDIT = st.tuples(st.floats(0, 1), st.integers(0, 60), PIECES | st.just(""))


@pytest.fixture(scope="module")
def typist() -> Iterator[Client]:
    one = Client().start(options={"typingPause": 0}, encodings=["utf-16"])
    yield one
    one.kill()


def checked(path: Path, text: str) -> list[tuple[str, int, int, str]]:
    """What the command line says of a text: code, offsets, message."""
    path.write_bytes(text.encode("utf-8"))
    done = reslint(path.parent, "check", "--no-cache", "--format", "json", path.name)
    files = json.loads(done.out)["files"]
    found = [] if not files else files[0]["diagnostics"]
    return [
        (one["code"], one["offset"], one["end_offset"], one["message"])
        for one in found
        if one["code"] != "TOOL006"
    ]


def as_said(text: str, found: list[tuple[str, int, int, str]]) -> list[Any]:
    """Findings of the command line as the server would say them in UTF-16."""
    source = Source(text)
    return [
        (code, span(*place_in(source, start, "utf-16"), *place_in(source, end, "utf-16")), message)
        for code, start, end, message in found
    ]


@seed(80118)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(st.sampled_from([*(text for text, _ in DRAFTS.values()), LONG]), st.lists(EDIT, max_size=12))
def test_the_server_says_what_the_command_line_says(
    typist: Client, tmp_path_factory: pytest.TempPathFactory, text: str, edits: list[Any]
) -> None:
    uri = f"file:///drafts/random/{typist.ask('reslint/explain', {'code': 'LEAD002'})}.md"
    typist.open(uri, text)
    for version, (where, length, new) in enumerate(edits, 2):
        source = Source(text)
        start = round(where * len(text))
        end = min(start + length, len(text))
        # No position of the protocol lies between CR and LF.
        start -= text[start - 1 : start + 1] == "\r\n"
        end += text[end - 1 : end + 1] == "\r\n"
        place = span(*place_in(source, start, "utf-16"), *place_in(source, end, "utf-16"))
        typist.change(uri, version, {"range": place, "text": new})
        text = text[:start] + new + text[end:]
    typist.save(uri)
    items = typist.pull(uri)["items"]
    said = [(one["code"], one["range"], one["message"]) for one in items]
    typist.close(uri)
    path = tmp_path_factory.mktemp("random") / "draft.md"
    assert said == as_said(text, checked(path, text))
