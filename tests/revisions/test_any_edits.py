"""Any edits of a Word file's text: written as tracked changes, they read back, or are refused."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reslint.documents import read_source
from reslint.draft.reader import read_draft
from reslint.fixes.choosing import apply
from reslint.revisions.alignment import show_the_same
from reslint.revisions.new_word_file import new_word_file
from reslint.revisions.word_changes import write_changes
from reslint.text.diagnostics import Edit
from reslint.text.source import Source
from tests.conftest import ROOT
from tests.documents.word_files import packed, parts

EXAMPLES = sorted(
    path.name
    for path in (ROOT / "examples").glob("*.md")
    if not re.search("with|con-|avec|s-osh|bi-a|you-wu", path.name)
)
TEXT_PARTS = {"word/document.xml", "word/footnotes.xml"}
NEW = st.sampled_from(
    ["", "x", " ", ",", ";", "word", "mot ", "، ", "、", "é\u00a0", "\u2011", "A/1"]
)


@cache
def word_file(name: str) -> bytes:
    """An example as a Word file whose text is split into many runs."""
    text = (ROOT / "examples" / name).read_text(encoding="utf-8")
    files = parts(new_word_file(read_draft(Source(text, "draft.md"))))
    document = files["word/document.xml"].decode("utf-8")

    def split(match: re.Match[str]) -> str:
        properties, words = match[1], match[2]
        cuts = [words[at : at + 7] for at in range(0, len(words), 7)]
        return "".join(
            f'<w:r>{properties}<w:t xml:space="preserve">{cut}</w:t></w:r>' for cut in cuts
        )

    pattern = (
        r'<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|)<w:t xml:space="preserve">([^<&]*)</w:t></w:r>'
    )
    files["word/document.xml"] = re.sub(pattern, split, document).encode("utf-8")
    return packed(dict(files))


@st.composite
def some_edits(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of stretches without mark-up, and of emphasis, in order and apart from each other."""
    places = [match.span() for match in re.finditer(r"[^\n*<>\[\]\\^|#]{4,}", text)]
    edits: list[Edit] = []
    for low, high in sorted(draw(st.lists(st.sampled_from(places), max_size=4, unique=True))):
        start = draw(st.integers(low, high))
        end = draw(st.integers(start, min(high, start + 12)))
        if draw(st.integers(0, 3)) == 0 and end > start:
            edits += [Edit(start, start, "*"), Edit(end, end, "*")]
        else:
            edits.append(Edit(start, end, draw(NEW)))
    return edits


@pytest.mark.parametrize("name", EXAMPLES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_written_reads_back(name: str, data: st.DataObject) -> None:
    before = word_file(name)
    source = read_source(before, "x")
    edits = data.draw(some_edits(source.text))
    assert source.origin is not None
    if not source.origin.allows(source.text, edits):
        return
    made = write_changes(before, "x", edits)
    now = read_source(made.data, "x")
    if not made.refused:
        meant = apply(source.text, edits).split("\n")
        assert all(map(show_the_same, now.text.split("\n"), meant))
    # Whatever is refused, the text before the changes is there, and all else keeps its bytes.
    assert read_source(made.data, "x", changes="original").text == source.text
    old, new = parts(before), parts(made.data)
    assert list(old) == list(new)
    assert {one for one in old if old[one] != new[one]} <= TEXT_PARTS
