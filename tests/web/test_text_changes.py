from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reslint.text.diagnostics import Edit
from reslint.web.text_changes import changes_between

TEXTS = st.text(alphabet="ab \n\r\u2028*,", max_size=60)


def applied(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@given(TEXTS, TEXTS)
def test_the_edits_give_the_new_text(old: str, new: str) -> None:
    edits = changes_between(old, new)
    assert applied(old, edits) == new
    for first, second in zip(edits, edits[1:], strict=False):
        assert first.end < second.start
    assert all(edit.text != old[edit.start : edit.end] for edit in edits)


def test_only_the_words_that_differ_are_replaced() -> None:
    old = "*Recalling* the report,\n\n1. *Decides* to act.\n"
    new = "*Recalling* the reports,\n\n1. *Decides* to act now.\n"
    assert changes_between(old, new) == [Edit(16, 22, "reports"), Edit(44, 44, " now")]
