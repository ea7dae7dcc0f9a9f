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
    assert codes("*The Guild of Rowers*,", Settings(select=frozenset({"WORD001"}))) == {"WORD001"}


def test_words_that_only_contain_such_a_word_show_nothing() -> None:
    assert not codes("*The Communal Hall of Dunmun*,")


TELEGRAM = """THE ECONOMIC AND SOCIAL COUNCIL,

RECALLING THE FERRIES,

ALSO NOTING THE PIERS,

1. DECIDES TO MEET ON 3RD MAY 2011;

2. DECIDES FURTHER TO ROW.
"""


def test_no_small_letters_are_written_in_a_telegram() -> None:
    found = Linter().lint(Source(TELEGRAM, "draft.md")).diagnostics
    edits = [edit.text for one in found if one.fix is not None for edit in one.fix.edits]
    assert "*" in edits
    assert all(text == text.upper() for text in edits)
    adverbs = [one.fix for one in found if one.code == "LEAD009"]  # they stay in capitals, too
    assert [edit.text for fix in adverbs if fix is not None for edit in fix.edits] == [
        "NOTING ALSO",
        "FURTHER DECIDES",
    ]


def test_a_dash_at_the_start_of_a_line_is_no_aside() -> None:
    text = "*The General Assembly*,\n\n*Recalling* it\n- and the piers,\n\n*Decides* to row.\n"
    assert "TYPO006" not in {one.code for one in Linter().lint(Source(text, "a.md")).diagnostics}
    aside = text.replace("\n- and", " - and - then")
    assert "TYPO006" in {one.code for one in Linter().lint(Source(aside, "a.md")).diagnostics}


@pytest.mark.parametrize(
    "above",
    ["OAS resolution text", "Organization of American States", "General Assembly of the OAS"],
)
def test_the_assembly_of_the_american_states(above: str) -> None:
    text = f"{above}\n\nTHE GENERAL ASSEMBLY,\n\nNOTING the rain,\n\nRESOLVES:\n\n1. To row.\n"
    assert Linter().lint(Source(text, "draft.md")).draft.organ == "other"
    title = text.replace(above, "Cooperation with the Organization of American States")
    assert Linter().lint(Source(title, "draft.md")).draft.organ == "GA"
