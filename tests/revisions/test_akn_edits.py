"""Fixes in AKN4UN files: splices of plain text."""

from __future__ import annotations

import pytest

from reslint.documents import read_source
from reslint.revisions.akn_edits import write_changes
from reslint.text.diagnostics import Edit

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<preamble><container><p><span class="italic">Noting</span> the  report &amp; more,,</p></container>
</preamble></statement></akomaNtoso>
"""


def edit(old: str, new: str) -> Edit:
    text = read_source(FILE.encode(), "x").text
    start = text.index(old)
    return Edit(start, start + len(old), new)


def test_a_splice() -> None:
    made = write_changes(FILE.encode(), "x", [edit(",,", ","), edit("report", "re>port")])
    assert made.refused == []
    assert made.data.decode() == FILE.replace(",,", ",").replace("report", "re&gt;port")
    assert made.source.text == "*Noting* the re>port \\& more,\n"


def test_a_note_stands_in_the_middle_of_the_file() -> None:
    """Its text is the last of the Markdown: the edits come in another order in the file."""
    note = '<authorialNote marker="1"><p>See A/80/1;;</p></authorialNote>'
    file = FILE.replace(" the  report", f" the{note}  report")
    text = read_source(file.encode(), "x").text
    edits = [
        Edit(start, start + 2, new)
        for old, new in ((",,", ","), (";;", "."))
        for start in [text.index(old)]
    ]
    assert edits[0].start < edits[1].start
    made = write_changes(file.encode(), "x", edits)
    assert made.refused == []
    assert made.data.decode() == file.replace(",,", ",").replace(";;", ".")


@pytest.mark.parametrize(
    ("old", "new"), [("*", ""), ("*Noting* the", "*Noting the*"), ("\\&", "+")]
)
def test_what_is_no_plain_text_in_one_piece_is_refused(old: str, new: str) -> None:
    made = write_changes(FILE.encode(), "x", [edit(old, new), edit(",,", ",")])
    assert len(made.refused) == 1
    assert made.data.decode() == FILE.replace(",,", ",")


def test_what_reads_otherwise_is_refused() -> None:
    made = write_changes(FILE.encode(), "x", [edit("report", " report")])
    assert (made.data.decode(), len(made.refused)) == (FILE, 1)


def test_such_fixes_are_not_offered() -> None:
    source = read_source(FILE.encode(), "x")
    origin = source.origin
    assert origin is not None
    assert origin.allows(source.text, [edit(",,", ",")])
    assert not origin.allows(source.text, [edit("*", "")])
    assert not origin.allows(source.text, [edit("the", "*the*")])
