"""Each feature asked of the real server through its pipes, with positions in UTF-16."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.editor.drafts import SAMPLES, Sample, Span, label, span
from tests.server.client import PUSH, Client, ResponseError, insertion

every_language = pytest.mark.parametrize("language", SAMPLES)

CAPABILITIES: dict[str, Any] = {
    **PUSH,
    "textDocument": {
        **PUSH["textDocument"],
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
}
ODD = "\f\u2028\u0085\U0001d49c "
"""Characters at which others part lines, and one of two units: put into the first paragraph."""


@pytest.fixture(scope="module")
def editor() -> Iterator[Client]:
    one = Client().start(CAPABILITIES, encodings=["utf-16"])
    yield one
    one.kill()


def odd(sample: Sample, newline: str = "\n") -> str:
    """The sample with odd characters before the citation, and other line ends."""
    return sample.text.replace("🪔", ODD + "🪔", 1).replace("\n", newline)


def position(text: str, offset: int) -> dict[str, int]:
    """A place as the protocol counts it in UTF-16."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line = before.rpartition("\n")[2]
    return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}


def range_(text: str, place: Span) -> dict[str, Any]:
    return {"start": position(text, place[0]), "end": position(text, place[1])}


class Open:
    """A document open in an editor."""

    def __init__(self, editor: Client, name: str, text: str) -> None:
        self.editor = editor
        self.uri = f"file:///understanding/{name}.md"
        self.text = text
        editor.open(self.uri, text)

    def ask(self, method: str, offset: int | None = None, **more: Any) -> Any:
        params: dict[str, Any] = {"textDocument": {"uri": self.uri}, **more}
        if offset is not None:
            params["position"] = position(self.text, offset)
        return self.editor.request(method, params)

    def locations(self, method: str, offset: int, **more: Any) -> list[dict[str, Any]]:
        found = self.ask(method, offset, **more)
        assert all(one["uri"] == self.uri for one in found)
        return [one["range"] for one in found]


@pytest.fixture
def opened(editor: Client, language: str, request: pytest.FixtureRequest) -> Iterator[Open]:
    newline = "\r\n" if language in ("fr", "ar") else "\n"
    name = f"{request.node.originalname}-{language}"
    one = Open(editor, name, odd(SAMPLES[language], newline))
    yield one
    editor.close(one.uri)


def test_the_server_says_what_it_can(editor: Client) -> None:
    can = editor.capabilities
    for name in (
        "documentSymbolProvider",
        "foldingRangeProvider",
        "hoverProvider",
        "definitionProvider",
        "referencesProvider",
        "documentHighlightProvider",
        "documentLinkProvider",
        "completionProvider",
    ):
        assert can.get(name), name
    assert can["completionProvider"]["resolveProvider"] is True
    assert can["positionEncoding"] == "utf-16"


@every_language
def test_hover(opened: Open, language: str) -> None:
    sample, text = SAMPLES[language], opened.text
    found = opened.ask("textDocument/hover", text.index("70/1"))
    assert found["range"] == range_(text, span(text, sample.citation))
    assert found["contents"]["kind"] == "markdown"
    assert f"https://undocs.org/{language}/A/RES/70/1" in found["contents"]["value"]
    body = opened.ask("textDocument/hover", text.index(sample.body) + 1)
    assert body["range"] == range_(text, span(text, sample.body))
    assert "联合国儿童基金会" in body["contents"]["value"]
    assert opened.ask("textDocument/hover", len(text)) is None


@every_language
def test_definition_and_references(opened: Open, language: str) -> None:
    sample, text = SAMPLES[language], opened.text
    go, all_of = "textDocument/definition", "textDocument/references"
    number = (text.rindex("[^2]:") + 2, text.rindex("[^2]:") + 3)
    marker = span(text, "[^2]")
    assert opened.locations(go, marker[0] + 1) == [range_(text, number)]
    assert opened.locations(go, number[0]) == [range_(text, marker)]
    target = label(text, sample.target)
    reference = span(text, sample.reference)
    assert opened.locations(go, reference[1] - 1) == [range_(text, target)]
    without = {"context": {"includeDeclaration": False}}
    assert opened.locations(all_of, target[0], **without) == [range_(text, reference)]
    first = span(text, sample.body)
    second = span(text, sample.body, after=text[: first[1]])
    assert opened.locations(all_of, second[0] + 1, context={"includeDeclaration": True}) == [
        range_(text, first),
        range_(text, second),
    ]


@every_language
def test_highlight(opened: Open, language: str) -> None:
    sample, text = SAMPLES[language], opened.text
    found = opened.ask("textDocument/documentHighlight", text.index("70/1") + 1)
    assert [(one["range"], one["kind"]) for one in found] == [
        (range_(text, span(text, sample.citation)), 3),
        (range_(text, span(text, sample.again[0], after="[^1]:")), 2),
    ]


@every_language
def test_links(opened: Open, language: str) -> None:
    text = opened.text
    found = opened.ask("textDocument/documentLink")
    assert (found[0]["range"], found[0]["target"]) == (
        range_(text, span(text, "70/1")),
        f"https://undocs.org/{language}/A/RES/70/1",
    )
    assert found[-1]["range"] == range_(text, span(text, "E/2020/25"))


@every_language
def test_symbols(opened: Open, language: str) -> None:
    text = opened.text
    found = opened.ask("textDocument/documentSymbol")
    assert [one["name"] for one in found] == ["Masthead", "Preamble", "Operative part", "Notes"]
    operative = found[2]
    start = label(text, "1 -" if language == "ar" else "1.")[0]
    last = text.rindex("A/75/100/Add.1")
    assert operative["range"]["start"] == position(text, start)
    assert operative["range"]["end"]["line"] == position(text, last)["line"]
    assert [len(one["children"]) for one in operative["children"]] == [2, 0, 0]
    assert [one["name"][:1] for one in found[3]["children"]] == ["1", "2"]


@every_language
def test_folding(opened: Open, language: str) -> None:
    text = opened.text
    found = [(one["startLine"], one["endLine"]) for one in opened.ask("textDocument/foldingRange")]
    first = position(text, label(text, "1 -" if language == "ar" else "1.")[0])["line"]
    last = position(text, text.rindex("A/75/100/Add.1"))["line"]
    notes = position(text, text.rindex("[^1]:"))["line"]
    assert (first, last) in found
    assert (first, first + 4) in found
    assert (notes, notes + 2) in found


@every_language
def test_the_side_bars_outline(opened: Open, language: str) -> None:
    sample, text = SAMPLES[language], opened.text
    found = opened.ask("reslint/outline")
    assert (found["uri"], found["version"], found["language"]) == (opened.uri, 1, language)
    assert found["organ"] == "GA"
    assert [one["kind"] for one in found["sections"]] == ["masthead", "preamble", "operative"]
    assert set(found["sections"][0]) == {
        "kind",
        "label",
        "text",
        "range",
        "findings",
        "children",
    }
    assert found["citations"][0]["range"] == range_(text, span(text, "70/1"))
    assert found["notes"][1]["markers"] == [range_(text, span(text, "[^2]"))]
    body = next(one for one in found["bodies"] if one["count"] == 2)
    assert body["ranges"][0] == range_(text, span(text, sample.body))


@every_language
def test_completion_as_it_is_typed(opened: Open, language: str) -> None:
    """A new paragraph is typed before the last operative one; what is offered fits its place."""
    sample, text = SAMPLES[language], opened.text
    line = position(text, text.index(sample.openings[4]))["line"]
    number = "9 - " if language == "ar" else "9. "
    typed = number + sample.openings[4][:1]
    opened.editor.change(opened.uri, 2, insertion(line, 0, f"{typed}\n\n"))
    params = {
        "textDocument": {"uri": opened.uri},
        "position": {"line": line, "character": len(typed)},
    }
    found = opened.editor.request("textDocument/completion", params)
    item = next(one for one in found["items"] if one["label"] == sample.openings[4])
    assert item["textEdit"]["range"] == {
        "start": {"line": line, "character": len(number)},
        "end": {"line": line, "character": len(typed)},
    }
    mark = {"ar": "***", "zh": "**"}.get(language, "*")
    written = f"{mark}{sample.openings[4]}{mark}"
    assert item["textEdit"]["newText"].rstrip(" ") == written
    assert item["filterText"] == sample.openings[4]
    orders = [one["sortText"] for one in found["items"]]
    assert orders == sorted(orders)


def test_a_resolution_is_completed_and_explained_when_asked(editor: Client) -> None:
    text = "*The Security Council*,\n\n*Recalling* resolution 70/1\n\n1. *Decides* so.\n"
    one = Open(editor, "resolution", text)
    found = one.ask("textDocument/completion", text.index("70/1") + 4)
    item = next(item for item in found["items"] if item["label"] == "70/1")
    (further,) = item["additionalTextEdits"]
    assert further["newText"] == "General Assembly "
    assert further["range"]["start"] == position(text, text.index("resolution"))
    assert "documentation" not in item
    resolved = editor.request("completionItem/resolve", item)
    assert "https://undocs.org/en/A/RES/70/1" in resolved["documentation"]["value"]
    plain = editor.request("completionItem/resolve", {"label": "x", "data": {"organ": 7}})
    assert "documentation" not in plain


@every_language
@pytest.mark.parametrize("organ", ["GA", "SC", "ECOSOC", "HRC", "other"])
def test_a_new_draft_has_no_findings(editor: Client, organ: str, language: str) -> None:
    text = editor.request("reslint/newDraft", {"organ": organ, "language": language})["text"]
    uri = f"untitled:{organ}-{language}"
    editor.open(uri, text)
    assert editor.pushed(uri, 1) == []
    found = editor.request("reslint/outline", {"textDocument": {"uri": uri}})
    assert (found["organ"], found["language"]) == (organ, language)
    editor.close(uri)


@pytest.mark.parametrize(
    "params", [{"organ": "GA", "language": "xx"}, {"organ": "XX", "language": "en"}, {}, [], None]
)
def test_a_new_draft_of_what_is_not_there_is_an_error(editor: Client, params: Any) -> None:
    with pytest.raises(ResponseError) as caught:
        editor.request("reslint/newDraft", params)
    assert caught.value.code == -32602


EVERY = [
    ("textDocument/hover", True),
    ("textDocument/definition", True),
    ("textDocument/references", True),
    ("textDocument/documentHighlight", True),
    ("textDocument/completion", True),
    ("textDocument/documentSymbol", False),
    ("textDocument/foldingRange", False),
    ("textDocument/documentLink", False),
    ("reslint/outline", False),
]


@pytest.mark.parametrize(("method", "placed"), EVERY)
def test_what_is_no_draft_is_left_to_others(editor: Client, method: str, placed: bool) -> None:
    text = "# Read me\n\nThe General Assembly and resolution 70/1, see A/75/1.[^1]\n\n[^1]: Note.\n"
    one = Open(editor, "readme" + method.replace("/", "-"), text)
    more = {"context": {"includeDeclaration": True}} if "references" in method else {}
    for offset in range(0, len(text), 7) if placed else [None]:
        found = one.ask(method, offset, **more)
        assert not (found["items"] if isinstance(found, dict) else found)


@pytest.mark.parametrize(("method", "placed"), EVERY)
def test_places_outside_and_closed_documents_are_answered(
    editor: Client, method: str, placed: bool
) -> None:
    one = Open(editor, "outside" + method.replace("/", "-"), SAMPLES["en"].text)
    more = {"context": {"includeDeclaration": True}} if "references" in method else {}
    if placed:
        for place in ({"line": 9999, "character": 0}, {"line": 0, "character": 9999}):
            params = {"textDocument": {"uri": one.uri}, "position": place, **more}
            editor.request(method, params)
    editor.close(one.uri)
    gone = {"textDocument": {"uri": one.uri}, **more}
    if placed:
        gone["position"] = {"line": 0, "character": 0}
    assert editor.request(method, gone) is None


@pytest.mark.parametrize("text", ["", "\ufeff", "\n", "🪔", "*", "1. ", "[^", "\r\n\r\n*\r\n"])
def test_next_to_nothing_is_answered(editor: Client, text: str) -> None:
    one = Open(editor, f"little-{len(text)}-{text.encode().hex()}", text)
    for method, placed in EVERY:
        more = {"context": {"includeDeclaration": True}} if "references" in method else {}
        one.ask(method, len(text) if placed else None, **more)


def test_a_client_that_shows_no_trees_and_no_markdown_is_served(new_client: Any) -> None:
    editor = new_client().start({"textDocument": {"hover": {"contentFormat": ["plaintext"]}}})
    sample = SAMPLES["en"]
    one = Open(editor, "simple", sample.text)
    found = one.ask("textDocument/documentSymbol")
    names = [(item["name"], item.get("containerName")) for item in found]
    assert ("Preamble", None) in names
    assert ("1  Invites Member States:", "Operative part") in names
    hover = one.ask("textDocument/hover", sample.text.index("70/1"))
    assert hover["contents"]["kind"] == "plaintext"
    assert hover["contents"]["value"].startswith("A/RES/70/1 (https://undocs.org/en/A/RES/70/1)")
    assert editor.end() == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-32"])  # UTF-16 above
def test_in_every_encoding_of_positions(new_client: Any, encoding: str) -> None:
    editor = new_client().start(CAPABILITIES, encodings=[encoding])
    sample = SAMPLES["zh"]
    text = odd(sample)
    one = Open(editor, "encoding", text)
    (link, *_) = one.ask("textDocument/documentLink")
    first, last = span(text, "70/1")
    line_start = text.rindex("\n", 0, first) + 1

    def units(words: str) -> int:
        if encoding == "utf-32":
            return len(words)
        return len(words.encode("utf-8"))

    line = text.count("\n", 0, first)
    assert link["range"] == {
        "start": {"line": line, "character": units(text[line_start:first])},
        "end": {"line": line, "character": units(text[line_start:last])},
    }
    assert editor.end() == 0
