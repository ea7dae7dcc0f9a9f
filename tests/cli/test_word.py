"""The command on Word and AKN4UN files: check, fix, annotate, convert, outline."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.run import reslint, reslint_process
from tests.documents.word_files import docx, note, note_text, numbered, p, part, r

ITALIC = "<w:i/>"
LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def draft(recalling: str = "", end: str = ";") -> bytes:
    """A draft with automatic numbers; `recalling` are the properties of its first word."""
    return docx(
        p("A/79/L.1")
        + p(r("The General Assembly", ITALIC), ",")
        + p(r("Recalling", recalling), " its resolution 70/1 of 25 September 2015,", note(1))
        + p(r("Decides", ITALIC), f" to continue its work{end}", properties=numbered(1))
        + p(r("Requests", ITALIC), " the Secretary-General to report.", properties=numbered(1)),
        numbering=LISTS,
        footnotes=note_text(1, "A/79/1."),
    )


AKN = """<akomaNtoso><statement><preamble><p><i>The General Assembly</i>,</p>
<p><i>Recalling</i> its resolution 70/1 of 25 September 2015,,</p></preamble><mainBody>
<p>1. <i>Decides</i> to continue its work;</p>
<p>2. <i>Requests</i> the Secretary-General to report.</p></mainBody></statement></akomaNtoso>
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    (tmp_path / "draft.docx").write_bytes(draft(end=","))
    return tmp_path


def test_a_good_file_has_no_finding(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(draft(ITALIC))
    done = reslint(tmp_path, "check", "draft.docx")
    assert (done.code, done.err) == (0, "")
    assert "1 draft checked" in done.out


def test_places_in_json_are_those_of_the_file(folder: Path) -> None:
    done = reslint(folder, "check", "--format", "json", "draft.docx")
    (file,) = json.loads(done.out)["files"]
    assert (file["format"], file["organ"]) == ("word", "GA")
    found = {one["code"]: one for one in file["diagnostics"]}
    assert sorted(found) == ["FORM004", "LEAD002"]
    assert found["LEAD002"]["origin"] == {
        "part": "document", "paragraph": 3, "start": 0, "end": 9,
    }  # fmt: skip
    assert found["FORM004"]["origin"] == {
        "part": "document", "paragraph": 4, "start": 28, "end": 29,
    }  # fmt: skip
    again = reslint(folder, "check", "--format", "json", "draft.docx")  # from the cache
    assert again.out == done.out


def test_a_folder_is_checked_with_its_word_files(folder: Path) -> None:
    (folder / "akn.xml").write_text(AKN)
    (folder / "other.xml").write_text("<x/>")
    (folder / "~$draft.docx").write_text("owner")
    done = reslint(folder, "check", "--format", "concise", ".")
    assert "draft.docx:" in done.out and "2 drafts checked" in done.out
    # The place in the XML.
    assert "akn.xml:2:61 warning TYPO007" in done.out


def test_sarif_has_no_lines_for_word(folder: Path) -> None:
    (folder / "akn.xml").write_text(AKN)
    done = reslint(folder, "check", "--format", "sarif", ".")
    for found in json.loads(done.out)["runs"][0]["results"]:
        physical = found["locations"][0]["physicalLocation"]
        assert ("region" in physical) == (physical["artifactLocation"]["uri"] == "akn.xml")
        assert found["locations"][0]["logicalLocations"] and "fixes" not in found


def test_fix_writes_tracked_changes_in_place(folder: Path) -> None:
    done = reslint(folder, "check", "--fix", "draft.docx")
    assert done.code == 0
    assert "Fixed 2 findings in 1 draft (FORM004: 1, LEAD002: 1); 0 findings remain" in done.out
    text = part((folder / "draft.docx").read_bytes(), "word/document.xml")
    assert re.findall(r"<w:(ins|del|rPrChange) ", text) == ["rPrChange", "del", "ins"]
    assert reslint(folder, "check", "draft.docx").code == 0
    original = reslint(folder, "check", "--changes", "original", "draft.docx")
    assert "FORM004" in original.out and "LEAD002" in original.out
    refused = reslint(folder, "check", "--fix", "--changes", "original", "draft.docx")
    assert refused.code == 2 and "must be read as accepted" in refused.out


def test_a_file_that_hides_changes_shows_them(folder: Path) -> None:
    hiding = docx(
        p(r("The General Assembly", ITALIC), ",")
        + p(r("Recalling", ITALIC), " its resolution 70/1 of 25 September 2015;")
        + p(r("Decides", ITALIC), " to continue its work."),
        settings='<w:revisionView w:markup="0"/>',
    )
    (folder / "draft.docx").write_bytes(hiding)
    done = reslint(folder, "check", "--fix", "draft.docx")
    assert "draft.docx: this file hid its tracked changes; now it shows them" in done.err
    assert "revisionView" not in part((folder / "draft.docx").read_bytes(), "word/settings.xml")


def test_diff_shows_the_markdown_and_writes_nothing(folder: Path) -> None:
    before = (folder / "draft.docx").read_bytes()
    done = reslint(folder, "check", "--diff", "draft.docx")
    assert "-Recalling its resolution" in done.out and "+*Recalling* its" in done.out
    assert (folder / "draft.docx").read_bytes() == before


def test_an_akn_file_is_fixed_in_its_text(folder: Path) -> None:
    (folder / "akn.xml").write_text(AKN)
    done = reslint(folder, "check", "--fix", "akn.xml")
    assert done.code == 0
    assert (folder / "akn.xml").read_text() == AKN.replace(",,", ",")


def test_an_akn_file_has_no_annotated_copy_and_stays_as_it_is(folder: Path) -> None:
    (folder / "akn.xml").write_text(AKN)
    done = reslint(folder, "check", "akn.xml", "--annotate", "copy.docx", "--fix")
    assert done.code == 1
    assert "Nothing fixed; 1 finding remains." in done.out
    assert (
        "akn.xml: no copy (only Word files have comments); --fix without --annotate changes the "
        "file itself\n"
    ) in done.out
    assert (folder / "akn.xml").read_text() == AKN
    assert not (folder / "copy.docx").exists()


def test_annotate_one_file(folder: Path) -> None:
    before = (folder / "draft.docx").read_bytes()
    done = reslint(folder, "check", "--annotate", "out.docx", "draft.docx")
    assert done.code == 1
    assert "out.docx: 2 comments" in done.out
    assert (folder / "draft.docx").read_bytes() == before
    comments = part((folder / "out.docx").read_bytes(), "word/comments.xml")
    assert "LEAD002" in comments and "United Nations Editorial Manual" in comments
    french = reslint(
        folder, "check", "--annotate", "fr.docx", "draft.docx", variables={"LANG": "fr_FR.UTF-8"}
    )
    assert "fr.docx : 2 commentaires" in french.out


def test_annotate_with_fixes(folder: Path) -> None:
    before = (folder / "draft.docx").read_bytes()
    done = reslint(folder, "check", "--annotate", "out.docx", "--fix", "draft.docx")
    assert "out.docx: 0 comments, 2 fixes as tracked changes" in done.out
    assert (folder / "draft.docx").read_bytes() == before
    assert "rPrChange" in part((folder / "out.docx").read_bytes(), "word/document.xml")


def test_annotate_a_folder(folder: Path) -> None:
    (folder / "in" / "sub").mkdir(parents=True)
    (folder / "in" / "a.docx").write_bytes(draft())
    (folder / "in" / "sub" / "b.docx").write_bytes(draft(ITALIC))
    (folder / "in" / "c.xml").write_text(AKN)
    done = reslint(folder, "check", "--annotate", "out", "in")
    assert "out/a.docx: 1 comment\n" in done.out
    assert "out/sub/b.docx: 0 comments\n" in done.out
    assert "in/c.xml: no copy (only Word files have comments)\n" in done.out  # no fix was wanted
    assert sorted(str(one.relative_to(folder)) for one in (folder / "out").rglob("*.*")) == [
        "out/a.docx",
        "out/sub/b.docx",
    ]


def test_annotate_a_folder_with_fixes(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.docx").write_bytes(draft(end=","))
    (folder / "in" / "c.xml").write_text(AKN)
    done = reslint(folder, "check", "--annotate", "out", "--fix", "in")
    # What has no copy is not fixed: its findings stay.
    assert "in/c.xml" in done.out.split("\n")[0] and "TYPO007" in done.out
    assert "Fixed 2 findings in 1 draft (FORM004: 1, LEAD002: 1); 1 finding remains" in done.out
    assert "out/a.docx: 0 comments, 2 fixes as tracked changes\n" in done.out
    assert (folder / "in" / "c.xml").read_text() == AKN
    assert (folder / "in" / "a.docx").read_bytes() == draft(end=",")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--annotate", "draft.docx", "draft.docx"], "would be replaced"),
        (["--annotate", ".", "."], "would be replaced"),
        (["--annotate", "x.docx", "-"], "--annotate cannot be used with -"),
        (["--annotate", "x.docx", "--diff", "draft.docx"], "cannot be used with --diff"),
    ],
)
def test_annotate_replaces_no_draft(folder: Path, arguments: list[str], message: str) -> None:
    before = (folder / "draft.docx").read_bytes()
    done = reslint(folder, "check", *arguments)
    assert done.code == 2
    assert message in done.err + done.out
    assert (folder / "draft.docx").read_bytes() == before


def test_convert_to_a_format_that_the_name_does_not_say(folder: Path) -> None:
    text = reslint(folder, "convert", "draft.docx").out
    (folder / "draft.md").write_text(text)
    to_word = reslint_process(folder, "convert", "--to", "docx", "draft.md")
    assert (to_word.code, to_word.data[:4]) == (0, b"PK\x03\x04")
    (folder / "piped.docx").write_bytes(to_word.data)
    assert reslint(folder, "convert", "piped.docx").out == text.replace(". *", ".\t*")
    assert reslint(folder, "convert", "--to", "md", "draft.docx", "new.txt").code == 0
    assert (folder / "new.txt").read_text() == text


def test_convert_and_back(folder: Path) -> None:
    text = reslint(folder, "convert", "draft.docx").out
    assert text.startswith("A/79/L.1\n\n*The General Assembly*,\n\nRecalling its resolution")
    (folder / "draft.md").write_text(text)
    assert reslint(folder, "convert", "draft.md", "new.docx").code == 0
    assert reslint(folder, "convert", "new.docx").out == text.replace(". *", ".\t*")
    again = reslint(folder, "convert", "draft.md", "new.docx")
    assert again.code == 2 and "--force" in again.err
    assert reslint(folder, "convert", "--force", "draft.md", "new.docx").code == 0
    bad = reslint(folder, "convert", "none.docx")
    assert bad.code == 2 and "TOOL005" in bad.err


def test_outline_and_html(folder: Path) -> None:
    done = reslint(folder, "outline", "draft.docx")
    assert "GA: 1 preambular, 2 operative paragraphs" in done.out
    page = reslint(folder, "check", "--format", "html", "draft.docx").out
    assert "Secretary-General to report" in page and "preamble 1" in page
    assert "line 5" not in page and "could not be read again" not in page
    data = (folder / "draft.docx").read_bytes()
    given = reslint(folder, "check", "--format", "html", "-", stdin=data).out
    assert "Secretary-General to report" in given and "could not be read again" not in given


def test_a_damaged_file_is_one_error(folder: Path) -> None:
    (folder / "bad.docx").write_bytes(draft()[:300])
    done = reslint(folder, "check", "--format", "concise", ".")
    assert done.code == 2
    assert "bad.docx: error TOOL005 the file is damaged" in done.out
    assert "draft.docx:" in done.out


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("draft.docx", "~$draft.docx"),
        ("drafts.docx", "~$drafts.docx"),
        ("drafted.docx", "~$rafted.docx"),
        ("document.docx", "~$cument.docx"),
        ("决议草案.docx", "~$决议草案.docx"),
        ("draft.docx", ".~lock.draft.docx#"),
    ],
)
def test_a_file_open_in_a_word_processor_is_not_replaced(
    tmp_path: Path, name: str, owner: str
) -> None:
    data = draft(end=",")
    (tmp_path / name).write_bytes(data)
    (tmp_path / "other.docx").write_bytes(data)
    (tmp_path / owner).write_bytes(b"\x04owner")
    done = reslint(tmp_path, "check", "--fix", name)
    assert done.code == 2
    assert f"it is open in a word processor, as {owner} says; close it first" in done.out + done.err
    assert (tmp_path / name).read_bytes() == data
    done = reslint(tmp_path, "check", "other.docx", "--annotate", name)
    assert (done.code, owner in done.out + done.err) == (2, True)
    assert (tmp_path / name).read_bytes() == data
    # Reading goes on, and a copy may be written.
    assert reslint(tmp_path, "check", name, "--annotate", "copy.docx").code == 1
    (tmp_path / owner).unlink()
    assert reslint(tmp_path, "check", "--fix", name).code != 2
    assert (tmp_path / name).read_bytes() != data
