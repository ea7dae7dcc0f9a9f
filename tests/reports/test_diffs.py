"""Diffs for people: codes behind each @@, and changes word by word."""

from __future__ import annotations

from reslint.reports.colour import plain
from reslint.reports.diffs import with_codes, word_by_word

DIFF = (
    "--- a/draft.md\n"
    "+++ b/draft.md\n"
    "@@ -1,4 +1,5 @@\n"
    "-The Assembly,\n"
    "+*The Assembly*,\n"
    " \n"
    "-Recalling it;\n"
    "+*Recalling* it,\n"
    " \n"
    "@@ -9 +10,2 @@\n"
    "-1. Decides\x1b[31m\n"
    "+1. *Decides*\n"
    "+it.\n"
    "\\ No newline at end of file\n"
)
CODES = [(1, "FORM001"), (3, "FORM003"), (3, "LEAD002"), (9, "LEAD002")]


def marked(text: str, style: str) -> str:
    marks = {"removed": "-", "added": "+"}
    return f"{{{marks[style]}{text}{marks[style]}}}" if style in marks else text


def test_codes_stand_where_patch_skips_them() -> None:
    lines = with_codes(DIFF, CODES).split("\n")
    assert lines[2] == "@@ -1,4 +1,5 @@ FORM001, FORM003, LEAD002"
    assert lines[9] == "@@ -9 +10,2 @@ LEAD002"
    assert [one for one in lines if not one.startswith("@@")] == [
        one for one in DIFF.split("\n") if not one.startswith("@@")
    ]
    assert with_codes(DIFF, []) == DIFF


def test_each_changed_line_word_by_word_with_its_codes() -> None:
    assert word_by_word("draft.md", DIFF, CODES, marked) == (
        "draft.md\n"
        "    1 | {-The-}{+*The+} {-Assembly,-}{+Assembly*,+}  FORM001\n"
        "    3 | {-Recalling-}{+*Recalling*+} {-it;-}{+it,+}  FORM003, LEAD002\n"
        "    9 | {-1. Decides␛[31m-}\n"
        "      | {+1. *Decides*+}\n"
        "      | {+it.+}  LEAD002\n"
        "\n"
    )


def test_codes_go_below_a_change_that_fills_the_line() -> None:
    lines = word_by_word("draft.md", DIFF, CODES, plain, 50).splitlines()
    assert lines[1] == "    1 | The*The Assembly,Assembly*,  FORM001"
    assert lines[2:4] == [
        "    3 | Recalling*Recalling* it;it,",
        "      | FORM003, LEAD002",
    ]


def test_a_line_that_reads_from_right_to_left_is_set_as_one() -> None:
    diff = "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-إذ تشير؛\n+إذ تشير،\n"
    assert "\u202bإذ تشير؛تشير،\u202c" in word_by_word("a", diff, [], plain)
