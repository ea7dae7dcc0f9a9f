"""No edit that is proposed while somebody types breaks a draft: random typing, edits applied."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reslint.draft.reader import read_draft
from reslint.editor.levels import IN, OUT, levels_changed
from reslint.editor.numbering_on_enter import after_enter
from reslint.facts.references import references, targets
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Edit
from reslint.text.source import Source
from tests.editor.drafts import SAMPLES
from tests.editor.test_levels import REST, SIX, TOP

TEXTS = [*(text for text, *_ in SIX.values()), TOP + REST, *(s.text for s in SAMPLES.values())]
KEYS = st.sampled_from(
    [
        "\n",
        "\n",
        "enter at an end",
        "enter again",
        "in",
        "out",
        "both in",
        "both out",
        "a",
        "; ",
        "2. ",
        "(a) ",
        "*",
    ]
)
MARKS = " .;:,؛،；：。"
STRUCTURE = ("NUM001", "NUM004", "NUM005", "NUM008", "NUM009", "NUM010", "FORM001", "FORM004")
"""Rules that report a structure that was broken."""


def applied(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def structure(text: str) -> tuple[Counter[str], list[str], list[str]]:
    """Findings on the structure, the words of the paragraphs, and those that references mean."""
    result = Linter(Settings()).lint(Source(text, "draft.md"))
    draft = result.draft
    found = Counter(one.code for one in result.diagnostics if one.code in STRUCTURE)
    words = [one.text.rstrip(MARKS) for one in draft.paragraphs if one.text.strip()]
    where = targets(draft)
    tops = [where.resolved(one) for one in references(draft)]
    # The mark at the end may change, and "and" before it.
    meant = ["" if top is None else top.text.rstrip(MARKS)[:8] for top in tops]
    return found, words, meant


BROKEN_LABEL = re.compile(r"\(\w*\r?\n\w*\)")
"""A label cut in two by a line end: its halves are text, of which any edit may make a paragraph."""


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(TEXTS),
    st.lists(st.tuples(st.floats(0, 1), KEYS), min_size=1, max_size=8),
    st.sampled_from(["\n", "\r\n"]),
)
def test_random_typing(text: str, keys: list[tuple[float, str]], line_end: str) -> None:
    text = text.replace("\n", line_end)
    cursor = 0
    for where, key in keys:
        at = round(where * len(text))
        if key == "enter again":
            at, key = cursor, "\n"
        if text[at - 1 : at + 1] == "\r\n":
            at -= 1  # no editor has a cursor within a line end
        edits: list[Edit] = []
        if key.endswith(("in", "out")):
            # Of two cursors, the other one stands where something was typed last.
            places = [at, min(cursor, len(text))] if key.startswith("both") else [at]
            by = IN if key.endswith("in") else OUT
            edits = levels_changed(read_draft(Source(text, "d.md")), places, by)
        else:
            if key.startswith("enter"):
                end = text.find(line_end, at)
                at, key = (len(text) if end < 0 else end), "\n"
            key = key.replace("\n", line_end)
            text = text[:at] + key + text[at:]
            if key == line_end:
                at += len(line_end)
                edits = after_enter(read_draft(Source(text, "d.md")), at)
        if not edits or BROKEN_LABEL.search(text):
            continue
        before, after = structure(text), structure(applied(text, edits))
        # Not one finding more, no paragraph lost, and each reference means what it did.
        assert not after[0] - before[0], (text, edits)
        lost = Counter(before[1]) - Counter(after[1])
        assert not [one for one in lost if not any(one[:8] in new for new in after[1])]
        assert after[2] == before[2], (text, edits)
        cursor = next((one.start + len(one.text) for one in edits if one.end == at), 0)
        cursor += sum(len(one.text) - (one.end - one.start) for one in edits if one.end < at)
        text = applied(text, edits)
        assert line_end == "\n" or "\n" not in text.replace(line_end, "")
