"""Read drafts of the kinds that people write, in all six languages, and harm none of them.

Each file of `drafts/kinds` holds the drafts of one kind. A line `=== name ending 3 2 1 0 organ`
stands above each: `md` or `txt`; the numbers of preambular, operative and sub-paragraphs and of
notes that are meant; the organ, if it is not another body than those of the United Nations.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.relaying.harm import harm
from benchmarks.structure import counts_of
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.text.source import Source

FOLDER = Path(__file__).parent / "drafts" / "kinds"


class Meant(NamedTuple):
    """A draft, and what its author meant."""

    name: str
    ending: str
    counts: tuple[int, ...]
    organ: str
    text: str


def drafts() -> list[Meant]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for part in ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")[1:]:
            head, _, text = part.partition("\n")
            name, ending, *rest = head.split()
            counts = tuple(int(each) for each in rest[:4])
            organ = rest[4] if len(rest) > 4 else "other"
            found.append(
                Meant(f"{path.stem}-{name}", ending, counts, organ, text.strip("\n") + "\n")
            )
    return found


@pytest.mark.parametrize("meant", drafts(), ids=lambda meant: meant.name)
def test_a_draft_is_read_as_it_is_meant(meant: Meant) -> None:
    draft = read_draft(Source(meant.text, f"draft.{meant.ending}"))
    assert draft.is_resolution
    assert counts_of(draft) == meant.counts
    organ = draft.organ if draft.organ in ("GA", "SC", "ECOSOC", "HRC") else "other"
    assert organ == meant.organ


@pytest.mark.parametrize("meant", drafts(), ids=lambda meant: meant.name)
def test_safe_fixes_do_no_harm(meant: Meant) -> None:
    assert not harm(meant.text, f"draft.{meant.ending}")


def test_nothing_asks_for_the_organ_line_that_stands_before_a_remark() -> None:
    organ_line = "*The General Assembly*, [format may vary]\n\n"
    operative = "1. *Urges* States to wait;\n\n2. *Decides* to go on.\n"
    text = organ_line + "*Noting* the road,\n\n" + operative
    draft = read_draft(Source(text, "draft.md"))
    line = draft.resolutions[0].organ_line
    assert line is not None
    assert line.text == "The General Assembly,"
    diagnostics = Linter().lint(Source(text, "draft.md")).diagnostics
    assert not [each for each in diagnostics if each.code == "FORM001"]


def test_a_comma_lost_between_paragraphs_is_found_without_a_safe_fix() -> None:
    preamble = "Noting the schools in that country Taking into account the road,\n\n"
    text = f"The General Assembly,\n\n{preamble}1. Urges States to wait;\n\n2. Decides to go on.\n"
    diagnostics = Linter().lint(Source(text, "draft.txt")).diagnostics
    (found,) = [each for each in diagnostics if each.code == "FORM003"]
    assert text[found.start : found.end] == "country"
    assert found.fix is not None
    assert found.fix.safety == "unsafe"


def test_a_number_that_alone_shows_the_operative_part_is_not_deleted_safely() -> None:
    text = (
        "The General Assembly,\n\nNoting the road, Recalling the bridge, 1. Urges States to wait.\n"
    )
    diagnostics = Linter().lint(Source(text, "draft.txt")).diagnostics
    (found,) = [each for each in diagnostics if each.code == "NUM002"]
    assert text[found.start : found.end] == "1."
    assert found.fix is not None
    assert found.fix.safety == "unsafe"
