from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reslint.text.changes import edits_between
from reslint.text.diagnostics import Edit

TEXTS = st.text(alphabet="ab \n\r\u2028*,", max_size=60)


def applied(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@given(TEXTS, TEXTS)
def test_the_edits_give_the_new_text(old: str, new: str) -> None:
    edits = edits_between(old, new)
    assert applied(old, edits) == new
    for first, second in zip(edits, edits[1:], strict=False):
        assert first.end <= second.start
    assert all(edit.text != old[edit.start : edit.end] for edit in edits)


def test_only_the_words_that_differ_are_replaced() -> None:
    old = "*Recalling* the report,\n\n1. *Decides* to act.\n"
    new = "*Recalling* the reports,\n\n1. *Decides* to act now.\n"
    assert edits_between(old, new) == [Edit(16, 22, "reports"), Edit(44, 44, " now")]


def test_lines_of_a_renumbering_are_changed_one_by_one() -> None:
    old = "2. Decides;\n3. Invites.\n"
    new = "3. Decides;\n4. Invites.\n"
    assert edits_between(old, new) == [Edit(0, 1, "3"), Edit(12, 13, "4")]


def test_a_text_that_was_changed_throughout_is_one_edit() -> None:
    old = "a " * 3_000 + "end"
    new = "b " * 3_000 + "end"
    assert edits_between(old, new) == [Edit(0, 5_999, "b " * 2_999 + "b")]


def test_words_that_are_repeated_are_counted_once() -> None:
    old, new = "a " * 3_000, "a " * 3_001
    for before, after in ((old, new), (new, old)):
        edits = edits_between(before, after)
        assert len(edits) == 1
        assert applied(before, edits) == after


def test_of_very_many_lines_all_between_the_first_and_the_last_change_is_one_edit() -> None:
    old = "a\n" * 10_001
    new = "a\nb\n" + "a\n" * 9_997 + "b\na\n"
    assert edits_between(old, new) == [Edit(2, len(old) - 3, new[2:-3])]
