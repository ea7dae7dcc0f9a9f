"""Diagnostics as an editor gets them: where, when, what comes with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlparse
from urllib.request import url2pathname

import pytest

from reslint.server.positions import ENCODINGS, code_points
from tests.server.client import PULL, Client, codes, insertion, span
from tests.server.drafts import CLEAN, DRAFTS, EN

URI = "file:///drafts/a.md"
ODD = "😀 a\fb\u2028c\x85d\ve 𝒜 \u200fשלום\u200e é"
"""Characters that take other units than one, or that other tools take for line ends."""


def marked(text: str, item: dict[str, Any], encoding: str) -> str:
    """The text under a diagnostic, read as an editor with this encoding reads it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start, end = item["range"]["start"], item["range"]["end"]
    assert start["line"] == end["line"]
    line: str = lines[start["line"]]
    ends = [code_points(line, place["character"], encoding) for place in (start, end)]
    return line[slice(*ends)]


@pytest.fixture(scope="module", params=ENCODINGS)
def encoded(request: pytest.FixtureRequest) -> Any:
    one = Client().start(encodings=[request.param])
    assert one.capabilities["positionEncoding"] == request.param
    yield one
    one.kill()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("language", DRAFTS)
def test_an_error_is_marked_in_every_language(encoded: Client, language: str, end: str) -> None:
    text, (code, words) = DRAFTS[language]
    # A marker without a note stands behind odd characters, below a line of them.
    head, _, tail = text.partition("\n\n2")
    text = f"<!-- {ODD} -->\n\n{head[:-1]} {ODD}[^9]{head[-1]}\n\n2{tail}".replace("\n", end)
    uri = f"file:///drafts/{language}-{len(end)}{ord(end[0])}.md"
    encoded.open(uri, text)
    items = encoded.pushed(uri, 1)
    encoding = encoded.capabilities["positionEncoding"]
    for wanted, under in ((code, words), ("NOTE001", "[^9]")):
        found = [one for one in items if one["code"] == wanted]
        assert [marked(text, one, encoding) for one in found] == [under]


def test_what_comes_with_a_diagnostic(client: Client) -> None:
    text = EN.replace("70/1", "79/901").replace(
        "rooms;", "rooms, as resolution 79/901 of 26 September 2015 has it;"
    )
    client.open(URI, text, version=7)
    items = client.pushed(URI, 7)
    by_code = {one["code"]: one for one in items}
    lead = by_code["LEAD002"]
    assert lead["range"] == span(2, 0, 2, 9)
    assert lead["severity"] == 1
    assert lead["source"] == "reslint"
    assert lead["data"]["name"] == "leading-phrase-not-emphasized"
    assert lead["data"]["paragraph"] == "preamble 1"
    assert lead["data"]["fix"]["safety"] == "safe"
    assert lead["data"]["fix"]["edits"] == [
        {"range": span(2, 0, 2, 0), "newText": "*"},
        {"range": span(2, 9, 2, 9), "newText": "*"},
    ]
    (related,) = by_code["CITE006"]["relatedInformation"]
    assert related["location"] == {"uri": URI, "range": span(2, 35, 2, 52)}
    assert related["message"] == "Here it is dated 25 September 2015."
    client.close(URI)
    assert client.pushed(URI) == []


def test_the_code_links_to_a_page_of_the_rule(new_client: Any, tmp_path: Path) -> None:
    client = new_client().start(options={"globalStoragePath": str(tmp_path)})
    client.open(URI, EN)
    (item,) = client.pushed(URI)
    path = Path(url2pathname(urlparse(item["codeDescription"]["href"]).path))
    assert path.is_relative_to(tmp_path)
    client.request("reslint/explain", {"code": "LEAD002"})  # the page is written before this
    page = path.read_text(encoding="utf-8")
    assert page.startswith("# LEAD002 leading-phrase-not-emphasized\n")
    assert "*Recalling* its previous work" in page


def test_an_unneeded_comment_is_tagged(client: Client) -> None:
    uri = "file:///drafts/tagged.md"
    client.open(uri, f"<!-- reslint-disable-file LEAD003 -->\n\n{CLEAN}")
    (item,) = client.pushed(uri)
    assert (item["code"], item["tags"]) == ("TOOL001", [1])


def test_a_poor_client_gets_no_more_than_it_can_read(new_client: Any) -> None:
    client = new_client().start(capabilities={})
    client.open(URI, EN)
    (item,) = client.pushed(URI)
    assert set(item) == {"range", "severity", "code", "source", "message"}


def test_edits_are_followed(client: Client) -> None:
    uri = "file:///drafts/edited.md"
    client.open(uri, EN)
    assert codes(client.pushed(uri, 1)) == ["LEAD002"]
    client.change(uri, 2, insertion(2, 9, "*"), insertion(2, 0, "*"))
    assert client.pushed(uri, 2) == []
    client.change(uri, 3, insertion(0, 0, "<!-- 😀 -->\n\n"))
    client.change(
        uri,
        4,
        {"range": span(4, 10, 4, 11), "text": ""},
        {"range": span(4, 0, 4, 1), "text": ""},
    )
    found = client.wait_for(
        "textDocument/publishDiagnostics",
        lambda said: said["uri"] == uri and bool(said["diagnostics"]),
    )
    assert found["version"] == 4
    assert [one["range"] for one in found["diagnostics"]] == [span(4, 0, 4, 9)]
    client.change(uri, 5, {"text": CLEAN})
    assert client.pushed(uri, 5) == []


def test_diagnostics_go_when_a_document_is_closed(client: Client) -> None:
    uri = "file:///drafts/closed.md"
    client.open(uri, EN)
    assert len(client.pushed(uri, 1)) == 1
    client.close(uri)
    assert client.pushed(uri) == []
    client.open(uri, EN, version=1)
    assert len(client.pushed(uri, 1)) == 1


def test_a_text_that_is_no_resolution_is_silent(client: Client) -> None:
    uri = "file:///drafts/letter.md"
    client.open(uri, "# A letter\n\nRecalling our talk ,I  write to you.\n")
    assert client.pushed(uri, 1) == []
    said = client.status(uri, "silent")
    assert (said["language"], said["version"]) == (None, 1)
    assert said["message"] == (
        "This text was not recognized as a resolution"
        " (only 1 paragraph opens like one of a resolution): nothing was checked."
    )
    # It becomes one as it is written.
    client.change(uri, 2, {"text": EN})
    assert codes(client.pushed(uri, 2)) == ["LEAD002"]
    client.change(uri, 3, {"text": "Nothing left."})
    assert client.pushed(uri, 3) == []


def test_the_status_counts(client: Client) -> None:
    uri = "file:///drafts/status.md"
    client.open(uri, EN, version=3)
    assert client.status(uri, "checking")["version"] == 3
    assert client.status(uri, "checked") == {
        "uri": uri,
        "version": 3,
        "state": "checked",
        "language": "en",
        "organ": "GA",
        "counts": {"error": 1, "warning": 0, "info": 0, "hint": 0},
        "fixable": 1,
    }


def test_a_client_that_did_not_ask_gets_no_status(new_client: Any) -> None:
    client = new_client().start(options={"status": False})
    client.open(URI, EN)
    client.pushed(URI)
    client.request("reslint/describe", {"textDocument": {"uri": URI}})
    assert client.passed("reslint/status") == []


def test_plain_text_is_read_as_such(client: Client) -> None:
    uri = "file:///drafts/plain.txt"
    client.open(uri, CLEAN.replace("*", ""), language="plaintext")
    assert codes(client.pushed(uri)) == ["TOOL007"]


# What is being typed


def test_a_phrase_is_left_alone_while_it_is_typed(typing_client: Client) -> None:
    client = typing_client
    text = CLEAN.replace("*Recalling* its", "*Recallin* its")
    client.open(URI, text.replace("*Recallin*", "*Recalli*"))
    assert codes(client.pushed(URI, 1)) == ["LEAD001"]  # it was so when it was opened
    client.change(URI, 2, {"text": CLEAN})
    assert client.pushed(URI, 2) == []
    client.change(URI, 3, {"range": span(2, 9, 2, 10), "text": ""})
    assert client.pushed(URI, 3) == []  # the cursor is in the phrase
    client.change(URI, 4, {"range": span(2, 8, 2, 9), "text": ""})
    assert client.pushed(URI, 4) == []
    client.change(URI, 5, insertion(4, 35, "all "))
    assert codes(client.pushed(URI, 5)) == ["LEAD001"]  # typed elsewhere: the phrase is done


def test_a_mark_is_left_alone_while_the_word_that_it_opens_is_typed(
    typing_client: Client,
) -> None:
    client = typing_client
    text = CLEAN.replace("\n\n1.", "\n\n\n\n1.")
    client.open(URI, text)
    assert client.pushed(URI, 1) == []
    for place, character in enumerate("*Taking no"):
        client.change(URI, place + 2, insertion(4, place, character))
        assert client.pushed(URI, place + 2) == []
    client.change(URI, 12, {"range": span(4, 9, 4, 10), "text": ""})
    assert client.pushed(URI, 12) == []
    client.change(URI, 13, insertion(4, 9, "\n"))  # the line is left
    items = client.pushed(URI, 13)
    assert span(4, 0, 4, 1) in [one["range"] for one in items if one["code"] == "TYPO008"]


def test_an_empty_paragraph_is_left_alone_once_enter_has_begun_it(typing_client: Client) -> None:
    client = typing_client
    client.open(URI, CLEAN)
    assert client.pushed(URI, 1) == []
    line = CLEAN[: CLEAN.index("2. *")].count("\n")
    client.change(URI, 2, insertion(line - 2, len(CLEAN.splitlines()[line - 2]), "\n"))
    assert client.pushed(URI, 2) == []
    below, above = span(line + 1, 0, line + 1, 1), span(line - 1, 0, line - 1, 0)
    client.change(URI, 3, {"range": below, "text": "3"}, {"range": above, "text": "\n2. "})
    assert client.pushed(URI, 3) == []
    client.actions(URI, span(line, 3, line, 3))  # the cursor is after the number
    assert client.passed("textDocument/publishDiagnostics")[-1]["diagnostics"] == []
    client.actions(URI, span(0, 5, 0, 5))
    assert codes(client.pushed(URI, 3)) == ["FORM012"]


@pytest.mark.parametrize("way", ["save", "cursor"])
def test_a_phrase_is_reported_once_the_cursor_leaves_it(typing_client: Client, way: str) -> None:
    client = typing_client
    client.open(URI, CLEAN)
    assert client.pushed(URI, 1) == []
    client.change(URI, 2, {"range": span(2, 9, 2, 10), "text": ""})
    assert client.pushed(URI, 2) == []
    if way == "save":
        client.save(URI)
    else:
        client.actions(URI, span(2, 5, 2, 5))  # still there
        assert client.passed("textDocument/publishDiagnostics")[-1]["diagnostics"] == []
        client.actions(URI, span(6, 5, 6, 5))
    assert codes(client.pushed(URI, 2)) == ["LEAD001"]


def test_a_phrase_is_reported_after_a_pause(new_client: Callable[[], Client]) -> None:
    client = new_client().start(options={"typingPause": 1})
    client.open(URI, CLEAN)
    assert client.pushed(URI, 1) == []
    client.change(URI, 2, {"range": span(2, 9, 2, 10), "text": ""})
    assert client.pushed(URI, 2) == []
    assert codes(client.pushed(URI, 2)) == ["LEAD001"]


def test_a_finding_that_is_shown_stays_while_its_paragraph_is_typed(client: Client) -> None:
    uri = "file:///drafts/shown.md"
    client.open(uri, EN)
    assert codes(client.pushed(uri, 1)) == ["LEAD002"]
    client.change(uri, 2, insertion(2, 9, " "))
    assert codes(client.pushed(uri, 2)) == ["LEAD002"]
    # The space is deleted, then letters of the word are typed over: both touch the finding.
    client.change(uri, 3, {"range": span(2, 9, 2, 10), "text": ""})
    assert codes(client.pushed(uri, 3)) == ["LEAD002"]
    client.change(uri, 4, {"range": span(2, 4, 2, 9), "text": "lling"})
    assert codes(client.pushed(uri, 4)) == ["LEAD002"]


# Pulled


def test_a_client_that_asks_is_never_pushed_to(pulling_client: Client) -> None:
    client = pulling_client
    provider = client.capabilities["diagnosticProvider"]
    assert provider["workspaceDiagnostics"] is False
    client.open(URI, EN)
    first = client.pull(URI)
    assert (first["kind"], codes(first["items"])) == ("full", ["LEAD002"])
    assert client.pull(URI, first["resultId"]) == {
        "kind": "unchanged",
        "resultId": first["resultId"],
    }
    client.change(URI, 2, insertion(0, 0, "\n"))
    moved = client.pull(URI, first["resultId"])
    assert moved["kind"] == "full"
    assert moved["items"][0]["range"] == span(3, 0, 3, 9)
    client.change(URI, 3, {"range": span(0, 0, 1, 0), "text": ""})
    assert client.pull(URI, first["resultId"])["kind"] == "unchanged"
    client.close(URI)
    assert client.pull(URI)["items"] == []
    assert client.passed("textDocument/publishDiagnostics") == []


def test_a_client_that_asks_is_told_when_to_ask_again(new_client: Callable[[], Client]) -> None:
    client = new_client().start(PULL, options={"typingPause": 1})
    client.open(URI, CLEAN)
    assert client.pull(URI)["items"] == []
    client.change(URI, 2, {"range": span(2, 9, 2, 10), "text": ""})
    client.wait_for("workspace/diagnostic/refresh")
    assert codes(client.pull(URI)["items"]) == ["LEAD001"]
    choice = [URI, {"organ": "SC", "profile": "strict"}]
    client.request(
        "workspace/executeCommand", {"command": "reslint.setDocument", "arguments": choice}
    )
    client.wait_for("reslint/status", lambda said: said["organ"] == "SC")
    client.wait_for("workspace/diagnostic/refresh")


def test_settings_that_come_during_a_check_hold_for_its_answer(
    pulling_client: Client,
) -> None:
    client = pulling_client
    paragraph = "\n\n*Noting* the reading rooms, the lamps and the librarians of the evening,"
    client.open(URI, EN.replace("2015,", f"2015,{paragraph * 1_500}"))
    client.status(URI, "checking")  # it goes on for longer than the next messages take
    asked = client.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    client.configure({"select": ["LEAD002"], "severity": {"LEAD002": "hint"}})
    (item,) = client.answer(asked)["result"]["items"]
    assert (item["code"], item["severity"]) == ("LEAD002", 4)


def test_a_client_that_cannot_be_told_to_ask_again_is_pushed_to(
    new_client: Callable[[], Client],
) -> None:
    client = new_client().start({"textDocument": {"diagnostic": {}}})
    assert "diagnosticProvider" not in client.capabilities
    client.open(URI, EN)
    assert codes(client.pushed(URI)) == ["LEAD002"]


def test_only_the_last_of_many_changes_counts(client: Client) -> None:
    uri = "file:///drafts/fast.md"
    client.open(uri, CLEAN)
    for version in range(2, 102):
        client.change(uri, version, insertion(6, 3, "x"))
    client.save(uri)
    items = client.pushed(uri, 101)
    assert codes(items) == ["LEAD002"] or codes(items) == []
    versions = [
        one["version"]
        for one in client.passed("textDocument/publishDiagnostics")
        if one["uri"] == uri and one["diagnostics"] is not None
    ]
    assert versions == sorted(versions)


def test_a_finding_whose_words_are_typed_stays(client: Client) -> None:
    uri = "file:///drafts/stays.md"
    text = EN.replace("1. *Requests*", "1. *Requests the Secretary-General to act on boats*")
    assert text != EN
    client.open(uri, text)
    assert "LEAD003" in codes(client.pushed(uri, 1))
    line = text[: text.index("1. *")].count("\n")
    at = span(line, 14, line, 14)
    client.change(uri, 2, {"range": at, "text": "x"})
    assert "LEAD003" in codes(client.pushed(uri, 2))


def test_a_long_finding_underlines_its_first_words(client: Client) -> None:
    uri = "file:///drafts/long-mark.md"
    words = " and the boats" * 30
    text = EN.replace("1. *Requests*", f"1. *Requests{words}*")
    client.open(uri, text)
    (found,) = [one for one in client.pushed(uri, 1) if one["code"] == "LEAD003"]
    start, end = found["range"]["start"], found["range"]["end"]
    assert end == {"line": start["line"], "character": start["character"] + 120}
