"""Letters that are not plain: which there are, and where they are looked for."""

from __future__ import annotations

from reslint.text.letters import is_unusual, may_be_unusual


def test_the_look_at_a_whole_text_sees_every_letter_that_is_not_plain() -> None:
    # Whether a line is read in plain letters must not depend on the other lines of its draft.
    every = "".join(map(chr, [*range(0x3000), *range(0xF900, 0x10000)]))
    unusual = [one for one in every if is_unusual(one)]
    assert len(unusual) > 1000 and "\u0661" in unusual
    assert [one for one in unusual if not may_be_unusual(f"a{one}".encode(), f"a{one}")] == []
