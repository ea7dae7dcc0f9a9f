"""All safe fixes of the drafts in a folder, as one edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import reslint
from reslint.draft.reader import read_draft
from reslint.revisions.new_word_file import new_word_file
from reslint.text.source import Source
from tests.server.client import PUSH, Client, ResponseError
from tests.server.drafts import CLEAN, DRAFTS, EN, FR
from tests.server.test_actions import applied

NewClient = Callable[[], Client]


def write(path: Path, text: str, encoding: str = "utf-8") -> str:
    """Write a file as it is; its address."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path.as_uri()


def fix_folder(client: Client, folder: Path | None, *more: Any) -> dict[str, Any]:
    """Run the command."""
    arguments = [None if folder is None else folder.as_uri(), *more]
    answer: dict[str, Any] = client.request(
        "workspace/executeCommand", {"command": "reslint.fixFolder", "arguments": arguments}
    )
    return answer


def changes(answer: dict[str, Any]) -> dict[str, tuple[int | None, list[dict[str, Any]]]]:
    """The version and the edits of each document in the edit of an answer."""
    found = {}
    for one in (answer["edit"] or {"documentChanges": []})["documentChanges"]:
        assert one["textDocument"]["uri"] not in found
        found[one["textDocument"]["uri"]] = (one["textDocument"]["version"], one["edits"])
    return found


def test_drafts_of_all_languages_become_what_the_command_line_makes_of_them(
    client: Client, tmp_path: Path
) -> None:
    client.add_folder(tmp_path)
    texts = {
        write(tmp_path / language / "draft.md", text): text
        for language, (text, _) in DRAFTS.items()
    }
    write(tmp_path / "clean.md", CLEAN)
    write(tmp_path / "letter.md", "Dear colleague,\n")
    answer = fix_folder(client, tmp_path)
    assert answer["fixes"] == 6
    assert {one["uri"]: one["fixes"] for one in answer["drafts"]} == dict.fromkeys(texts, 1)
    made = changes(answer)
    assert made.keys() == texts.keys()
    for uri, text in texts.items():
        version, edits = made[uri]
        assert version is None
        assert applied(text, edits) == reslint.fix(text).text != text
    # Nothing was written.
    assert (tmp_path / "en" / "draft.md").read_text(encoding="utf-8") == EN
    said = [one["value"] for one in client.passed("$/progress")]
    assert said[-1] == {"kind": "end", "message": "Drafts: 6; safe fixes: 6"}


def test_an_open_draft_is_fixed_as_the_editor_has_it(client: Client, tmp_path: Path) -> None:
    on_disk = write(tmp_path / "one.md", EN)
    clean = write(tmp_path / "two.md", FR)
    typed = EN.replace("1. *Requests*", "1. Requests").replace("\n\n1.", "\n\n\n\n1.")
    client.open(on_disk, typed, version=7)
    client.open(clean, reslint.fix(FR).text)
    made = changes(fix_folder(client, tmp_path))
    assert list(made) == [on_disk]
    version, edits = made[on_disk]
    assert version == 7
    assert applied(typed, edits) == reslint.fix(typed).text
    assert len(edits) == 4  # the marks around two leading phrases


def test_nothing_outside_the_folder_is_touched(client: Client, tmp_path: Path) -> None:
    inside, other = tmp_path / "inside", tmp_path / "inside-too"
    write(tmp_path / "reslint.yaml", "exclude: [old/]\n")
    client.add_folder(tmp_path)
    one = write(inside / "one.md", EN)
    outside = write(other / "two.md", EN)
    client.open(outside, EN)
    (inside / "link.md").symlink_to(other / "two.md")
    (inside / "folder").symlink_to(other)
    write(inside / "old" / "three.md", EN)
    assert list(changes(fix_folder(client, inside))) == [one]
    assert list(changes(fix_folder(client, None))) == [outside, one]


def test_files_that_an_editor_of_text_cannot_write_are_left_alone(
    client: Client, tmp_path: Path
) -> None:
    (tmp_path / "draft.docx").write_bytes(new_word_file(read_draft(Source(EN))))
    write(tmp_path / "latin.md", FR.replace("’", "'"), "latin-1")
    assert fix_folder(client, tmp_path) == {"fixes": 0, "drafts": [], "edit": None}


def test_line_ends_and_a_byte_order_mark_stay(client: Client, tmp_path: Path) -> None:
    text = "\ufeff" + EN.replace("\n", "\r\n")
    uri = write(tmp_path / "draft.md", text)
    ((_, edits),) = changes(fix_folder(client, tmp_path)).values()
    assert [one["range"]["start"] for one in edits] == [
        {"line": 2, "character": 0},
        {"line": 2, "character": 9},
    ]
    assert [one["newText"] for one in edits] == ["*", "*"], uri


def test_the_settings_of_each_place_hold(client: Client, tmp_path: Path) -> None:
    client.add_folder(tmp_path)
    one = write(tmp_path / "a" / "one.md", EN)
    write(tmp_path / "b" / "two.md", EN)
    write(tmp_path / "b" / "reslint.yaml", "ignore: [LEAD002]\n")
    assert list(changes(fix_folder(client, tmp_path))) == [one]


def test_the_client_is_asked_to_make_the_edit(client: Client, tmp_path: Path) -> None:
    uri = write(tmp_path / "one.md", EN)
    fix_folder(client, tmp_path)
    assert client.passed("workspace/applyEdit") == []
    answer = fix_folder(client, tmp_path, {"apply": True})
    asked = client.wait_for("workspace/applyEdit")
    assert asked == {"label": "Apply all safe fixes", "edit": answer["edit"]}
    assert list(changes(answer)) == [uri]


def test_a_client_without_versions_gets_plain_changes(
    new_client: NewClient, tmp_path: Path
) -> None:
    client = new_client().start({**PUSH, "workspace": {}}, folders=[tmp_path])
    uri = write(tmp_path / "one.md", EN)
    ((changed, edits),) = fix_folder(client, None)["edit"]["changes"].items()
    assert (changed, applied(EN, edits)) == (uri, CLEAN)


def test_a_folder_that_is_no_address_is_refused(client: Client) -> None:
    with pytest.raises(ResponseError, match="the address of a folder is expected"):
        client.request(
            "workspace/executeCommand", {"command": "reslint.fixFolder", "arguments": [7]}
        )
