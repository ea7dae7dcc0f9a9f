"""What can be done about a finding: the offers, and what they change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reslint.server.positions import offset_at
from reslint.text.source import Source
from tests.server.client import ANNOTATING, PUSH, Client, codes, span
from tests.server.drafts import CLEAN, DRAFTS, EN

URI = "file:///drafts/actions.md"
TWO = EN.replace("1. *Requests*", "1. Requests")
"""Two openings without emphasis."""


def applied(text: str, edits: list[dict[str, Any]], encoding: str = "utf-16") -> str:
    """A text after edits, made as an editor makes them."""
    source = Source(text)
    places = []
    for edit in edits:
        ends = (edit["range"][key] for key in ("start", "end"))
        start, end = (offset_at(source, at["line"], at["character"], encoding) for at in ends)
        places.append((start, end, edit["newText"]))
    for start, end, new in sorted(places, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def resolved(client: Client, action: dict[str, Any]) -> dict[str, Any]:
    """An action with its edit."""
    assert "edit" not in action
    made: dict[str, Any] = client.request("codeAction/resolve", action)
    return made


def after(client: Client, text: str, action: dict[str, Any]) -> str:
    """The draft after an action."""
    (change,) = resolved(client, action)["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": action["data"]["uri"], "version": 1}
    return applied(text, change["edits"])


def offered(client: Client, uri: str, text: str, **more: Any) -> dict[str, dict[str, Any]]:
    """The actions at the first finding of a draft, by title."""
    client.open(uri, text)
    client.pushed(uri, 1)
    found = client.actions(uri, more.get("where", span(2, 3, 2, 3)), more.get("only"))
    return {one["title"]: one for one in found}


def test_what_is_offered(client: Client) -> None:
    found = offered(client, URI, TWO)
    assert list(found) == [
        "Emphasize the leading phrase",
        "Fix all 2 LEAD002 findings in this draft",
        "Do not report LEAD002 in this paragraph",
        "Do not report LEAD002 in this draft",
        "Ignore LEAD002 in this project (settings file)",
        "Read about LEAD002",
    ]
    first = found["Emphasize the leading phrase"]
    assert first["isPreferred"] is True
    assert first["kind"] == "quickfix"
    assert [one["range"] for one in first["diagnostics"]] == [span(2, 0, 2, 9)]
    assert client.actions(URI, span(8, 0, 8, 3)) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Emphasize the leading phrase", TWO.replace("Recalling", "*Recalling*")),
        ("Fix all 2 LEAD002 findings in this draft", CLEAN),
        (
            "Do not report LEAD002 in this paragraph",
            TWO.replace("Recalling", "<!-- reslint-disable-next-line LEAD002 -->\nRecalling"),
        ),
        (
            "Do not report LEAD002 in this draft",
            f"<!-- reslint-disable-file LEAD002 -->\n\n{TWO}",
        ),
    ],
)
def test_what_an_action_changes(client: Client, title: str, expected: str) -> None:
    uri = f"file:///drafts/{abs(hash(title))}.md"
    assert after(client, TWO, offered(client, uri, TWO)[title]) == expected


def test_a_comment_for_the_draft_goes_below_front_matter(client: Client) -> None:
    uri = "file:///drafts/front-matter.md"
    found = offered(client, uri, f"---\ntitle: x\n---\n\n{TWO}", where=span(6, 3, 6, 3))
    fixed = after(
        client, f"---\ntitle: x\n---\n\n{TWO}", found["Do not report LEAD002 in this draft"]
    )
    comment = "<!-- reslint-disable-file LEAD002 -->"
    assert fixed == f"---\ntitle: x\n---\n\n{comment}\n\n{TWO}"


def test_a_comment_has_the_line_ends_of_the_draft(client: Client) -> None:
    uri = "file:///drafts/crlf.md"
    text = TWO.replace("\n", "\r\n")
    found = offered(client, uri, text)
    fixed = after(client, text, found["Do not report LEAD002 in this paragraph"])
    assert fixed == text.replace(
        "Recalling", "<!-- reslint-disable-next-line LEAD002 -->\r\nRecalling"
    )
    client.change(uri, 2, {"text": fixed})
    assert codes(client.pushed(uri, 2)) == ["LEAD002"]  # the other one


def test_all_safe_fixes_at_once(client: Client) -> None:
    uri = "file:///drafts/all.md"
    text = TWO.replace("of the matter.", "of the matter ,")
    client.open(uri, text)
    assert len(client.pushed(uri, 1)) > 2
    (action,) = client.actions(uri, span(0, 0, 0, 0), ["source.fixAll.reslint"])
    assert action["kind"] == "source.fixAll.reslint"
    fixed = after(client, text, action)
    assert fixed == CLEAN
    request = {"textDocument": {"uri": uri}, "options": {"tabSize": 4, "insertSpaces": True}}
    assert applied(text, client.request("textDocument/formatting", request)) == CLEAN
    client.change(uri, 2, {"text": fixed})
    assert client.pushed(uri, 2) == []
    assert client.actions(uri, span(0, 0, 0, 0), ["source.fixAll"]) == []
    assert client.request("textDocument/formatting", request) == []


def test_no_action_on_a_text_that_has_changed_since(client: Client) -> None:
    uri = "file:///drafts/stale.md"
    action = offered(client, uri, TWO)["Emphasize the leading phrase"]
    client.change(uri, 2, {"text": f"\n\n{TWO}"})
    assert "edit" not in resolved(client, action)


def test_a_client_that_cannot_resolve_gets_edits_at_once(
    new_client: Callable[[], Client],
) -> None:
    literal = {"codeActionKind": {"valueSet": ["quickfix"]}}
    client = new_client().start(
        {"textDocument": {"codeAction": {"codeActionLiteralSupport": literal}}}
    )
    found = offered(client, URI, EN)
    change = found["Emphasize the leading phrase"]["edit"]["changes"]
    assert applied(EN, change[URI]) == CLEAN


def test_a_client_that_knows_commands_alone_gets_no_more(
    new_client: Callable[[], Client],
) -> None:
    client = new_client().start(capabilities={})
    assert list(offered(client, URI, EN).values()) == [
        {"title": "Read about LEAD002", "command": "reslint.openRulePage", "arguments": ["LEAD002"]}
    ]


def test_the_page_of_a_rule_is_opened(client: Client) -> None:
    uri = "file:///drafts/page.md"
    action = offered(client, uri, EN)["Read about LEAD002"]
    answer = client.request("workspace/executeCommand", action["command"])
    shown = client.wait_for("window/showDocument")
    assert shown["uri"] == answer["uri"]
    assert answer["uri"].endswith("/LEAD002.md")


def test_actions_are_told_in_the_language_of_messages(new_client: Callable[[], Client]) -> None:
    client = new_client().start(locale="fr-FR")
    assert "Lire la règle LEAD002" in offered(client, URI, EN)


# Words of the house

LIBRARY = CLEAN.replace("reading rooms", "co-ordination of reading rooms")


def house_word(client: Client, uri: str, text: str) -> dict[str, Any]:
    """The offer to add the word that stands in paragraph 1."""
    found = offered(client, uri, text, where=span(4, 50, 4, 58))
    return next(one for title, one in found.items() if "house vocabulary" in title)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (None, 'vocabulary:\n  - "co-ordination"\n'),
        ("organ: GA\n", 'organ: GA\nvocabulary:\n  - "co-ordination"\n'),
        ("organ: GA", 'organ: GA\nvocabulary:\n  - "co-ordination"\n'),
        ("vocabulary: []\n", 'vocabulary: ["co-ordination"]\n'),
        ("vocabulary: [one]\n", 'vocabulary: ["co-ordination", one]\n'),
        (
            "vocabulary:\n- one\norgan: GA\n",
            'vocabulary:\n- "co-ordination"\n- one\norgan: GA\n',
        ),
    ],
)
def test_a_word_is_added_to_the_house_vocabulary(
    client: Client, tmp_path: Path, before: str | None, expected: str
) -> None:
    path = tmp_path / "reslint.yaml"
    if before is not None:
        path.write_text(before, encoding="utf-8")
    uri = (tmp_path / "draft.md").as_uri()
    action = house_word(client, uri, LIBRARY)
    changes = resolved(client, action)["edit"]["documentChanges"]
    if before is None:
        assert changes[0] == {
            "kind": "create",
            "uri": path.as_uri(),
            "options": {"ignoreIfExists": True},
        }
    assert changes[-1]["textDocument"] == {"uri": path.as_uri(), "version": None}
    path.write_text(applied(before or "", changes[-1]["edits"]), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == expected
    client.notify(
        "workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": 2}]}
    )
    assert client.pushed(uri, 1) == []


def test_a_word_of_a_draft_beside_the_open_folder_stays_there(
    client: Client, tmp_path: Path
) -> None:
    open_folder, beside = tmp_path / "drafts", tmp_path / "drafts-of-old"
    for folder in (open_folder, beside):
        folder.mkdir()
    client.add_folder(open_folder)
    action = house_word(client, (beside / "draft.md").as_uri(), LIBRARY)
    created = resolved(client, action)["edit"]["documentChanges"][0]["uri"]
    assert created == (beside / "reslint.yaml").as_uri()


WRITTEN = EN.replace("1. *Requests*", "1. Encourages the Secretary-General to act\n\n2. Requests")
"""A draft in which paragraph 1 is being written."""


def typing_in(client: Client, uri: str) -> tuple[str, dict[str, Any]]:
    """Type the last letter of paragraph 1; return the text and the place of the cursor."""
    client.open(uri, WRITTEN.replace("General to act\n", "General to ac\n"))
    line = WRITTEN[: WRITTEN.index("1. Encourages")].count("\n")
    column = len(WRITTEN.split("\n")[line]) - 1
    client.change(uri, 2, {"range": span(line, column, line, column), "text": "t"})
    client.pushed(uri, 2)
    return WRITTEN, span(line, column + 1, line, column + 1)["start"]


def formatted(client: Client, uri: str, text: str) -> str:
    request = {"textDocument": {"uri": uri}, "options": {"tabSize": 4, "insertSpaces": True}}
    return applied(text, client.request("textDocument/formatting", request))


def test_formatting_leaves_the_paragraph_that_is_being_written(client: Client) -> None:
    uri = "file:///drafts/writing.md"
    text, _ = typing_in(client, uri)
    fixed = formatted(client, uri, text)
    assert "1. Encourages the Secretary-General to act\n" in fixed
    assert "\n*Recalling*" in fixed and "2. *Requests*" in fixed


def test_once_the_cursor_is_elsewhere_all_is_formatted(client: Client) -> None:
    uri = "file:///drafts/left.md"
    text, cursor = typing_in(client, uri)
    about = {"textDocument": {"uri": uri}}
    for here in (cursor, {**cursor, "character": 0}):
        client.request("textDocument/documentHighlight", {**about, "position": here})
        assert "1. Encourages" in formatted(client, uri, text)
    below = {"line": cursor["line"] + 1, "character": 0}
    client.request("textDocument/documentHighlight", {**about, "position": below})
    assert "1. *Encourages* the Secretary-General to act;" in formatted(client, uri, text)


def test_a_client_that_says_where_its_cursors_are_has_their_paragraphs_left_alone(
    client: Client,
) -> None:
    uri = "file:///drafts/cursors.md"
    text, _ = typing_in(client, uri)
    line = text[: text.index("2. Requests")].count("\n")
    positions = [{"line": line, "character": 4}]
    client.notify("reslint/cursors", {"textDocument": {"uri": uri}, "positions": positions})
    fixed = formatted(client, uri, text)
    assert "\n2. Requests" in fixed  # the cursor is there
    assert "1. Encourages the Secretary-General to act\n" in fixed  # the last change was there
    assert "\n*Recalling*" in fixed
    client.notify("reslint/cursors", {"textDocument": {"uri": uri}, "positions": [7, {}]})
    assert "\n2. *Requests*" in formatted(client, uri, text)


NO_EMPHASIS = """The General Assembly,

Recalling its earlier work on reading in rural areas,

Noting the work of village libraries,

1. Invites Member States to keep one library open in the evening;

2. Encourages the lending of seeds;

3. Requests the Secretary-General to report to it.
"""


@pytest.mark.parametrize(
    ("cursors", "left"),
    [
        ([], []),
        (["2. Enc"], ["Encourages"]),
        (["1. Inv", "Recalling"], ["Invites", "Recalling"]),
        (["Noting", "3. Req", "2. Enc"], ["Noting", "Requests", "Encourages"]),
    ],
)
def test_of_an_error_throughout_all_places_but_those_of_the_cursors_are_fixed(
    client: Client, cursors: list[str], left: list[str]
) -> None:
    uri = f"file:///drafts/plain-{len(cursors)}.md"
    client.open(uri, NO_EMPHASIS)
    client.pushed(uri, 1)
    lines = [NO_EMPHASIS[: NO_EMPHASIS.index(one)].count("\n") for one in cursors]
    positions = [{"line": line, "character": 9} for line in lines]
    client.notify("reslint/cursors", {"textDocument": {"uri": uri}, "positions": positions})
    fixed = formatted(client, uri, NO_EMPHASIS)
    for word in ("Recalling", "Noting", "Invites", "Encourages", "Requests"):
        assert (f"*{word}*" in fixed) is (word not in left)
    client.notify("reslint/cursors", {"textDocument": {"uri": uri}, "positions": []})


@pytest.mark.parametrize(("trigger", "spared"), [(2, True), (1, False), (None, False)])
def test_fixes_that_the_editor_asks_for_by_itself(
    client: Client, trigger: int | None, spared: bool
) -> None:
    uri = f"file:///drafts/fix-on-save-{trigger}.md"
    text, _ = typing_in(client, uri)
    context: dict[str, Any] = {"diagnostics": [], "only": ["source.fixAll"]}
    if trigger is not None:
        context["triggerKind"] = trigger
    whole = span(0, 0, text.count("\n"), 0)
    (action,) = client.request(
        "textDocument/codeAction",
        {"textDocument": {"uri": uri}, "range": whole, "context": context},
    )
    (change,) = resolved(client, action)["edit"]["documentChanges"]
    fixed = applied(text, change["edits"])
    assert ("1. Encourages the Secretary-General to act\n" in fixed) is spared
    assert "2. *Requests*" in fixed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "ignore:\n  - LEAD002\n"),
        ("ignore: [NUM001]\n", "ignore: [LEAD002, NUM001]\n"),
        ("ignore:\n  - NUM001\n", "ignore:\n  - LEAD002\n  - NUM001\n"),
        ("profile: strict\n", "profile: strict\nignore:\n  - LEAD002\n"),
    ],
)
def test_a_rule_is_ignored_in_the_project(
    client: Client, tmp_path: Path, before: str | None, after: str
) -> None:
    settings = tmp_path / "reslint.yaml"
    if before is not None:
        settings.write_text(before, encoding="utf-8")
    client.add_folder(tmp_path)
    uri = (tmp_path / "draft.md").as_uri()
    client.open(uri, DRAFTS["en"][0])
    (found,) = [
        one
        for one in client.actions(uri, span(2, 0, 2, 1), ["quickfix"])
        if one["title"] == "Ignore LEAD002 in this project (settings file)"
    ]
    change = client.request("codeAction/resolve", found)["edit"]["documentChanges"][-1]
    assert change["textDocument"]["uri"] == settings.as_uri()
    assert applied(before or "", change["edits"]) == after


def test_near_phrases_come_first(client: Client) -> None:
    uri = "file:///drafts/pondering.md"
    text = DRAFTS["en"][0].replace("Recalling its", "*Pondering* its")
    client.open(uri, text)
    found = client.actions(uri, span(2, 3, 2, 3), ["quickfix"])
    titles = [one["title"] for one in found]
    assert "Write “Considering”" in titles[:3]
    chosen = found[titles.index("Write “Considering”")]
    (change,) = client.request("codeAction/resolve", chosen)["edit"]["documentChanges"]
    assert "*Considering* its" in applied(text, change["edits"])


# Fixes that are not safe are shown before they are made

UNSAFE = EN.replace("Recalling", "*Recalling*").replace(
    "to remain seized of the matter", "to act as per resolution 70/1"
)
TWICE = CLEAN.replace("2. *Decides*", "1. *Decides*")


@pytest.mark.parametrize(
    ("text", "title", "label"),
    [
        (
            UNSAFE,
            "Write “pursuant to resolution” (check the result)",
            "Write “pursuant to resolution”",
        ),
        (
            TWICE,
            "Number the paragraphs in order and adjust the references to them (check the result)",
            "Number the paragraphs in order and adjust the references to them",
        ),
    ],
)
def test_an_unsafe_fix_is_to_be_confirmed(
    new_client: Callable[[], Client], text: str, title: str, label: str
) -> None:
    client = new_client().start(ANNOTATING)
    where = span(6, 0, 6, 40)
    action = offered(client, URI, text, where=where)[title]
    edit = resolved(client, action)["edit"]
    assert edit["changeAnnotations"] == {"confirm": {"label": label, "needsConfirmation": True}}
    (change,) = edit["documentChanges"]
    assert {one["annotationId"] for one in change["edits"]} == {"confirm"}
    fixed = applied(text, change["edits"])
    assert fixed in (text.replace("as per", "pursuant to"), text.replace("1. *Dec", "2. *Dec"))


def test_a_safe_fix_is_made_at_once(new_client: Callable[[], Client]) -> None:
    client = new_client().start(ANNOTATING)
    edit = resolved(client, offered(client, URI, EN)["Emphasize the leading phrase"])["edit"]
    assert "changeAnnotations" not in edit
    assert all("annotationId" not in one for one in edit["documentChanges"][0]["edits"])


def test_a_client_without_annotations_gets_an_unsafe_fix_without_them(client: Client) -> None:
    where = span(6, 0, 6, 40)
    found = offered(client, URI, UNSAFE, where=where)
    edit = resolved(client, found["Write “pursuant to resolution” (check the result)"])["edit"]
    assert edit.keys() == {"documentChanges"}


def test_a_client_that_makes_all_actions_gets_one_fix(new_client: Callable[[], Client]) -> None:
    # Kate's key for quick fixes: one finding, the range of the whole document.
    client = new_client().start(
        {"textDocument": {"codeAction": PUSH["textDocument"]["codeAction"]}}
    )
    client.open(URI, TWO)
    found = [one for one in client.pushed(URI, 1) if one["code"] == "LEAD002"]
    assert len(found) == 2
    whole = span(0, 0, TWO.count("\n"), 0)

    def asked(about: list[dict[str, Any]], where: dict[str, Any]) -> list[str]:
        context = {"diagnostics": about}
        params = {"textDocument": {"uri": URI}, "range": where, "context": context}
        actions: list[dict[str, Any]] = client.request("textDocument/codeAction", params)
        if len(actions) == 1:
            (change,) = resolved(client, actions[0])["edit"]["changes"].values()
            assert {edit["range"]["start"]["line"] for edit in change} == {
                about[0]["range"]["start"]["line"]
            }
        return [one["title"] for one in actions]

    assert asked(found[1:], whole) == ["Emphasize the leading phrase"]
    assert asked(found[:1], whole) == ["Emphasize the leading phrase"]
    # A list to choose from has everything: at a place, or without a finding.
    assert len(asked(found[1:], found[1]["range"])) > 3
    assert len(asked([], whole)) > 3


def test_a_client_that_knows_preferred_actions_gets_all(new_client: Callable[[], Client]) -> None:
    able = {**PUSH["textDocument"]["codeAction"], "isPreferredSupport": True}
    client = new_client().start({"textDocument": {"codeAction": able}})
    client.open(URI, TWO)
    (first, *_) = client.pushed(URI, 1)
    whole = span(0, 0, TWO.count("\n"), 0)
    params = {"textDocument": {"uri": URI}, "range": whole, "context": {"diagnostics": [first]}}
    assert len(client.request("textDocument/codeAction", params)) > 3
