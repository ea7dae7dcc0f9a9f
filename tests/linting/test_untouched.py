"""What no fix touches: inline code, and all that a comment without end may hide."""

from __future__ import annotations

import pytest

from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.text.source import Source

HEAD = "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015,\n\n"
BODY = (
    "1. *Decides* to keep 12% of libraries open;\n\n"
    "2. *Invites* Member States to keep 12% of libraries open;\n\n"
    "{}"
    "3. *Invites* Member States to keep 12% of libraries open;\n\n"
    "5. *Requests* the Secretary-General to report thereon.\n"
)


@pytest.mark.parametrize("linter", [Linter(), IncrementalLinter()])
def test_nothing_is_fixed_after_an_unclosed_comment(linter: Linter) -> None:
    text = HEAD + BODY.format("<!-- to be discussed\n\n")
    for _ in range(2):  # an incremental linter keeps its findings
        found = linter.lint(Source(text)).diagnostics
        places = [one.start for one in found if one.code == "TYPO002"]
        assert places == [at for at in range(len(text)) if text.startswith("%", at)]
        fixed = [one.start for one in found if one.fix is not None]
        # The last paragraph before the comment may go on in it.
        assert fixed == [text.index("%")]
        (comment,) = [one for one in found if one.code == "TOOL011"]
        assert (comment.start, comment.severity) == (text.index("<!--"), "warning")
    linter.lint(Source(HEAD + BODY.format("")))
    again = linter.lint(Source(HEAD + BODY.format(""))).diagnostics
    assert sum(one.fix is not None for one in again) == 4  # three of TYPO002, one of NUM001


def test_each_comment_without_end_is_reported() -> None:
    text = HEAD + BODY.format("<!-- one\n\n<!-- two\n\n")
    found = [one.start for one in Linter().lint(Source(text)).diagnostics if one.code == "TOOL011"]
    assert found == [text.index("<!-- one"), text.index("<!-- two")]


def test_inline_code_is_not_checked() -> None:
    text = HEAD + BODY.format("").replace("12%", "`12%  of --x`").replace("5.", "4.")
    assert Linter().lint(Source(text)).diagnostics == []


def test_no_fix_writes_into_inline_code() -> None:
    text = HEAD.replace("2015,", "2015 and `a;`,") + "*Decides* to use `b,`\n"
    for one in Linter().lint(Source(text)).diagnostics:
        for edit in one.fix.edits if one.fix is not None else ():
            assert edit.end <= text.index("`b") or edit.start >= text.rindex("`")


@pytest.mark.parametrize(
    "before",
    [
        "---\n# reslint-disable-file TYPO002\ntitle: x\n---\n\n",
        "```\n<!-- reslint-disable-file TYPO002 -->\n```\n\n",
        "`<!-- reslint-disable-file TYPO002 -->`\n\n",
    ],
)
def test_a_directive_in_code_or_front_matter_is_reported(before: str) -> None:
    text = before + HEAD + BODY.format("").replace("5.", "4.")
    found = Linter().lint(Source(text)).diagnostics
    assert [one.code for one in found] == ["TOOL002", "TYPO002", "TYPO002", "TYPO002"]
    assert found[0].start == text.index("reslint")
