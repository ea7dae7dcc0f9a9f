"""Two readings of a paragraph, aligned by the edits between them."""

from __future__ import annotations

import pytest

from reslint.fixes.choosing import apply
from reslint.revisions.alignment import Refused, changes_between, tokens_of
from reslint.text.diagnostics import Edit


def shown(text: str, *edits: Edit) -> str:
    """What changes, with `[-deleted-]`, `{+inserted+}`, and `~` before a new look."""
    old = tokens_of(text)
    new = tokens_of(apply(text, edits))
    out: list[str] = []
    for index, change in enumerate(changes_between(old, new, edits)):
        if change.before:
            out.append("{+" + "".join(one for one, _ in change.before) + "+}")
        if index < len(old):
            token = old[index]
            written = f"^{token.text}^" if token.is_marker else token.text
            if change.deleted:
                written = f"[-{written}-]"
            elif change.look is not None:
                written = "~" + written
            out.append(written)
    return "".join(out).replace("-][-", "")


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("a voluntary fund", [Edit(2, 3, "V")], "a [-voluntary-]{+Voluntary+} fund"),
        ("the the fund", [Edit(0, 4, "")], "[-the -]the fund"),
        ("its report,,", [Edit(11, 12, "")], "its report,[-,-]"),
        ("its report", [Edit(10, 10, ";")], "its report{+;+}"),
        ("report[^1], and", [Edit(6, 10, ""), Edit(11, 11, "[^1]")], "report{+,+}^1^[-,-] and"),
        ("Noting it", [Edit(0, 0, "*"), Edit(6, 6, "*")], "~N~o~t~i~n~g it"),
        ("*Noting* it", [Edit(0, 1, ""), Edit(7, 8, "")], "~N~o~t~i~n~g it"),
        ("one State of", [Edit(9, 9, "s")], "one [-State-]{+States+} of"),
        ("its reportt", [Edit(10, 11, "")], "its [-reportt-]{+report+}"),
        ("abcd efg", [Edit(1, 2, "B"), Edit(3, 4, "D")], "[-abcd-]{+aBcD+} efg"),
        ("*Also noting* it", [Edit(1, 12, "Noting also")], "[-Also noting-]{+Noting also+} it"),
        ("a , b", [Edit(1, 2, "")], "a[- -], b"),
        ("大会，决定", [Edit(2, 3, "、")], "大会[-，-]{+、+}决定"),
        (
            "the Secretary General of",
            [Edit(13, 14, "-")],
            "the [-Secretary General-]{+Secretary-General+} of",
        ),
        ("l'eau et", [Edit(1, 2, "’")], "[-l'eau-]{+l’eau+} et"),
        ("of 1999-2000", [Edit(7, 8, "–")], "of [-1999-2000-]{+1999–2000+}"),
        ("colour of labor", [Edit(10, 15, "labour")], "colour of [-labor-]{+labour+}"),
    ],
)
def test_changes(text: str, edits: list[Edit], expected: str) -> None:
    assert shown(text, *edits) == expected


def test_markers_must_stay() -> None:
    with pytest.raises(Refused):
        shown("report[^1] and", Edit(6, 10, ""))
