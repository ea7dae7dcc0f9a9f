"""What is not asked of a body of which no file says anything, and whose drafts it is asked of."""

from __future__ import annotations

import pytest

from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

DRAFT = """{line}

*Recalling* the meeting of 3rd May, 2011,

1. *Calls on* all organisers to row;

2. *Requests* its heads of state and government to pay $5.
"""


def codes(line: str, settings: Settings | None = None) -> set[str]:
    text = DRAFT.format(line=line)
    return {one.code for one in Linter(settings).lint(Source(text, "draft.md")).diagnostics}


def test_spelling_and_dates_are_those_of_the_body() -> None:
    assert not codes("*The Guild of Rowers*,")
    assert not codes("*The General Assembly of ICOMOS*,")


@pytest.mark.parametrize(
    "line",
    [
        "*The General Assembly*,",
        "*The United Nations Guild of Rowers*,",
        "*The Governing Council*,",
        "*The Conference of the Parties*,",
    ],
)
def test_bodies_of_the_united_nations_are_asked(line: str) -> None:
    assert {"CITE005", "WORD001", "WORD006"} <= codes(line)


def test_a_code_that_the_settings_name_is_asked() -> None:
    assert codes("*The Guild of Rowers*,", Settings(select=("WORD001",))) == {"WORD001"}


def test_words_that_only_contain_such_a_word_show_nothing() -> None:
    assert not codes("*The Communal Hall of Dunmun*,")
