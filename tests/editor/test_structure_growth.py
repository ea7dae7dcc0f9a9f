"""What an outline costs: counted in calls of functions, which do not depend on the machine."""

from __future__ import annotations

import sys
from collections import Counter
from types import FrameType
from typing import TYPE_CHECKING, Any

from reslint.editor.structure import side_bar, symbols
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter, LintResult
from reslint.server.text_document import edited
from reslint.text.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "*The General Assembly*,\n\n"
SLACK = 1000  # calls: what does not grow with the draft


def calls(work: Callable[[], object]) -> Counter[str]:
    """The calls in some work, those of C too, by the name of the function."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, argument: Any) -> None:
        if event == "call":
            counted[frame.f_code.co_name] += 1
        elif event == "c_call":
            counted[argument.__name__] += 1

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def with_foot_notes(number: int) -> LintResult:
    """A draft with a note below each paragraph, and a finding in each paragraph."""
    pieces = [
        f"{n}. *Requests* the the council to report;[^{n}]\n\n[^{n}]: Report {n}.\n\n"
        for n in range(1, number + 1)
    ]
    return Linter().lint(Source(HEAD + "".join(pieces), "draft.md"))


def test_the_side_bar_and_symbols_grow_with_notes_and_findings() -> None:
    few, many = with_foot_notes(40), with_foot_notes(160)
    assert len(few.diagnostics) >= 40
    assert len(few.draft.notes) == 40

    def shown(result: LintResult) -> int:
        def work() -> None:
            side_bar(result.draft, result.diagnostics, lambda start, end: (start, end))
            symbols(result.draft)

        return calls(work).total()

    one, four = shown(few), shown(many)
    # Four times the work; the square would be sixteen.
    assert four <= 5 * one + SLACK, (one, four)


def test_only_the_words_of_the_changed_paragraph_are_cut_again() -> None:
    text = HEAD + "".join(
        f"{n}. *Requests* the council to report on books;\n\n" for n in range(1, 30)
    )
    linter, source = IncrementalLinter(), Source(text, "draft.md")
    symbols(linter.lint(source).draft)
    at = text.index("council", text.index("\n7. "))
    draft = linter.lint(edited(source, at, at, "x")).draft
    found = calls(lambda: symbols(draft))
    assert found["opening_words"] == 1
    operative = next(one for one in symbols(draft) if one.kind == "operative")
    assert operative.children[6].name == "7  Requests the xcouncil to report on books;"
