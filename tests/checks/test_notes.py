"""Notes: errors of all kinds in all three notations, each found once, at its place, and fixed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reslint
from reslint.checks.kinds import Rule
from reslint.checks.notes import KINDS
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.fixes.choosing import apply
from reslint.text.diagnostics import Finding
from reslint.text.source import Source

RULE = Rule(
    code="NOTE999",
    name="note",
    check="notes.sequence",
    languages=None,
    organs=None,
    severity="error",
    profile="standard",
    fix="none",
    parameters={"year": 2020, "session": 74},
    messages={"": {"en": "-"}},
    fix_title={},
    why={"en": "-"},
    source={},
)

NOTATIONS: dict[str, tuple[Callable[[int], str], Callable[[int], str]]] = {
    "bracket": (lambda n: f"[^{n}]", lambda n: f"[^{n}]: "),
    "superscript": (lambda n: f"<sup>{n}</sup>", lambda n: f"<sup>{n}</sup> "),
    "letter": (lambda n: raised(n), lambda n: raised(n) + " "),
}
"""How a marker and the beginning of a note are written, by number."""


def raised(number: int) -> str:
    """The number in superscript digits."""
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def draft_text(notation: str, markers: list[int], notes: list[int]) -> str:
    """A draft with a paragraph for each marker and a note for each number."""
    marker, note = NOTATIONS[notation]
    lines = ["*The General Assembly*,"]
    lines += [f"*Recalling* the plan for the northern rivers,{marker(n)}" for n in markers]
    lines += ["1. *Invites* all libraries to open in the evening."]
    lines += [f"{note(number)}A/90/{500 + at}." for at, number in enumerate(notes)]
    return "\n\n".join(lines) + "\n"


def lint(text: str, language: str = "en", **options: str) -> list[tuple[str, Finding]]:
    """All findings of all kinds of the family, each with the name of its kind."""
    draft: Draft = read_draft(Source(text), language=language, **options)  # type: ignore[arg-type]
    return [(name, one) for name, kind in KINDS.items() for one in kind.run(draft, RULE)]


def only(text: str, kind: str, language: str = "en", **options: str) -> Finding:
    found = lint(text, language, **options)
    assert [name for name, _ in found] == [kind], [(n, text[f.start : f.end]) for n, f in found]
    return found[0][1]


@pytest.fixture(params=sorted(NOTATIONS))
def notation(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_sound_drafts_are_left_alone(notation: str) -> None:
    numbers = list(range(1, 13))
    assert lint(draft_text(notation, numbers, numbers)) == []


@pytest.mark.parametrize(
    ("numbers", "at"),
    [([1, 2, 4, 3, 5], 4), ([1, 2, 4, 5], 4), ([2, 1, 3], 2), ([1, 5, 3, 4, 2, 6], 5)],
)
def test_one_break_is_one_finding_and_is_renumbered(
    notation: str, numbers: list[int], at: int
) -> None:
    text = draft_text(notation, numbers, numbers)
    finding = only(text, "sequence")
    assert finding.values["number"] == str(at)
    assert text[finding.start : finding.end] == NOTATIONS[notation][0](at)
    sound = list(range(1, len(numbers) + 1))
    assert apply(text, finding.edits) == draft_text(notation, sound, sound)


def test_two_breaks_share_their_edits(notation: str) -> None:
    numbers = [1, 3, 2, 4, 6, 5, 7]
    found = [finding for _, finding in lint(draft_text(notation, numbers, numbers))]
    assert [finding.values["number"] for finding in found] == ["3", "6"]
    assert found[0].edits == found[1].edits
    assert found[0].group == found[1].group == "renumber"


def test_a_series_that_starts_at_two_is_information(notation: str) -> None:
    finding = only(draft_text(notation, [2, 3, 4], [2, 3, 4]), "sequence")
    assert (finding.severity, finding.variant, finding.edits) == ("info", "start", ())


def test_a_series_that_starts_at_two_keeps_its_start(notation: str) -> None:
    text = draft_text(notation, [2, 4, 3], [2, 4, 3])
    finding = only(text, "sequence")
    assert apply(text, finding.edits) == draft_text(notation, [2, 3, 4], [2, 3, 4])


def test_a_lost_marker_is_found_at_its_note(notation: str) -> None:
    finding = only(draft_text(notation, [1, 2, 4], [1, 2, 3, 4]), "note-without-marker")
    assert finding.place == "note 3"


def test_a_lost_note_is_found_at_its_marker(notation: str) -> None:
    finding = only(draft_text(notation, [1, 2, 3, 4], [1, 2, 4]), "marker-without-note")
    assert finding.values["number"] == "3"


@pytest.mark.parametrize(
    ("markers", "notes"),
    [([1, 2, 3, 4], [1, 2, 2, 4]), ([1, 2, 2, 4], [1, 2, 2, 4]), ([1, 2, 3, 4], [1, 2, 1, 4])],
)
def test_a_note_with_anothers_number_gets_its_own(
    notation: str, markers: list[int], notes: list[int]
) -> None:
    text = draft_text(notation, markers, notes)
    finding = only(text, "duplicate")
    assert finding.related[0][2] == "other"
    assert apply(text, finding.edits) == draft_text(notation, [1, 2, 3, 4], [1, 2, 3, 4])


@pytest.mark.parametrize("wrong", [2, 4, 9])
def test_a_marker_with_anothers_number_gets_its_own(notation: str, wrong: int) -> None:
    text = draft_text(notation, [1, 2, wrong, 4], [1, 2, 3, 4])
    finding = only(text, "sequence")
    assert finding.values == {"number": str(wrong), "due": "3"}
    assert apply(text, finding.edits) == draft_text(notation, [1, 2, 3, 4], [1, 2, 3, 4])


def test_a_duplicate_that_nothing_explains_has_no_fix(notation: str) -> None:
    finding = only(draft_text(notation, [1, 2, 3], [1, 2, 3, 2]), "duplicate")
    assert finding.edits == ()


def test_reuse_names_the_first_use(notation: str) -> None:
    text = draft_text(notation, [1, 2, 3, 1, 1], [1, 2, 3])
    found = lint(text)
    assert [name for name, _ in found] == ["reuse", "reuse"]
    start, end, variant = found[0][1].related[0]
    assert (text[start:end], variant) == (NOTATIONS[notation][0](1), "first")


@pytest.mark.parametrize(("year", "count"), [("2019", 0), ("2020", 1)])
def test_reuse_depends_on_the_date(year: str, count: int) -> None:
    text = draft_text("bracket", [1, 2, 1], [1, 2])
    closing = f"evening.\n\n12th plenary meeting\n\n3 December {year}\n"
    assert len(lint(text.replace("evening.\n", closing))) == count


MOVES = [
    ("en", "rivers,{}", "rivers{},"),
    ("en", "rivers;{} and", "rivers{}; and"),
    ("en", "“rivers”,{} and", "“rivers”{}, and"),
    ("en", "“rivers,”{} and", "“rivers{},” and"),
    ("en", "rivers,{} and", "rivers {}, and"),
    ("fr", "fleuves{}, et", "fleuves,{} et"),
    ("fr", "fleuves{}\u00a0; et", "fleuves\u00a0;{} et"),
    ("fr", "« fleuves »{}, et", "« fleuves »,{} et"),
    ("fr", "*fleuves*{}, et", "*fleuves*,{} et"),
    ("fr", "fleuves{}, et", "fleuves, {} et"),
]


@pytest.mark.parametrize("group", [1, 2])
@pytest.mark.parametrize(("language", "good", "bad"), MOVES)
def test_markers_are_moved_across_the_mark(
    notation: str, language: str, good: str, bad: str, group: int
) -> None:
    marker, note = NOTATIONS[notation]
    markers = ",".join(marker(number) for number in range(1, group + 1))
    notes = "".join(f"\n\n{note(number)}A/90/511." for number in range(1, group + 1))
    head = (
        "*The General Assembly*,\n\n*Recalling* the "
        if language == "en"
        else ("*L’Assemblée générale*,\n\n*Rappelant* les ")
    )
    tail = " x,\n\n1. *Decides* to read." + notes
    sound = head + good.format(markers) + tail
    text = head + bad.format(markers) + tail
    assert lint(sound, language) == []
    finding = only(text, "marker-position", language)
    assert text[finding.start : finding.end] == markers
    assert apply(text, finding.edits) == sound


@pytest.mark.parametrize(
    ("marker", "following"),
    [("[1]", "(long)"), ("[1]", "[long]"), ("[1]", "long"), ("[^1]", "(long)"), ("[^1]", "[a]")],
)
def test_a_marker_is_not_moved_to_where_it_would_be_a_link_or_text(
    marker: str, following: str
) -> None:
    note = "[^1]: " if "^" in marker else "[1] "
    text = (
        f"*The General Assembly*,\n\n*Recalling* the rivers{marker},{following} ones,\n\n"
        f"1. *Decides* to read.\n\n{note}A/90/511.\n"
    )
    finding = only(text, "marker-position")
    assert text[finding.start : finding.end] == marker
    assert finding.edits == ()
    # With a space between them it is moved.
    apart = text.replace(f",{following}", f", {following}")
    moved = apply(apart, only(apart, "marker-position").edits)
    assert moved == text.replace(f"{marker},", f",{marker} ")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "rivers¹ and bridges"),
        ("en", "rivers (and bridges)¹ and “lakes”¹ too"),
        ("en", "rivers¹.5 metres deep"),
        ("fr", "fleuves¹ et ponts"),
        ("fr", "fleuves, etc.¹, et ponts"),
        ("fr", "« fleuves sont longs.¹ » et ponts"),
        ("fr", "fleuves, « ponts »¹, et lacs"),
        ("fr", "dires de M.¹ et de Mme.¹ Pont"),
    ],
)
def test_markers_that_stand_well(language: str, words: str) -> None:
    head = "The General Assembly" if language == "en" else "L’Assemblée générale"
    verb = "Recalling" if language == "en" else "Rappelant"
    text = f"*{head}*,\n\n*{verb}* the {words},\n\n1. *Decides* to read.\n\n¹ A/90/511.\n"
    assert [name for name, _ in lint(text, language) if name != "reuse"] == []


def test_spaces_before_a_marker_are_taken_out(notation: str) -> None:
    sound = draft_text(notation, [1, 2], [1, 2]).replace("rivers,", "rivers")
    marker = NOTATIONS[notation][0](2)
    text = sound.replace("rivers" + marker, "rivers \u00a0" + marker)
    finding = only(text, "spacing")
    assert text[finding.start : finding.end] == marker
    assert apply(text, finding.edits) == sound


def test_markers_together_are_parted_by_a_comma() -> None:
    text = draft_text("bracket", [1, 2], [1, 2]).replace("rivers,[^1]", "rivers,[^1] [^3]")
    text += "\n[^3]: A/90/600.\n"
    found = [finding for name, finding in lint(text) if name == "spacing"]
    assert [finding.variant for finding in found] == ["together"]
    assert "[^1],[^3]" in apply(text, found[0].edits)


def test_a_final_stop_is_added(notation: str) -> None:
    sound = draft_text(notation, [1, 2], [1, 2])
    text = sound.replace("500.", "500")
    finding = only(text, "ending")
    assert finding.place == "note 1"
    assert apply(text, finding.edits) == sound


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("*Rivers of the north*", "*Rivers of the north*."),
        ("See <https://example.org/rivers>", "See <https://example.org/rivers>."),
        ("See [A/90/511](#)", "See [A/90/511](#)."),
        ("A/90/511,", "A/90/511."),
        ("A/90/511 ", "A/90/511. "),
    ],
)
def test_a_final_stop_stands_after_the_mark_up(bad: str, good: str) -> None:
    text = draft_text("bracket", [1], [1]).replace("A/90/500.", bad)
    finding = only(text, "ending")
    assert apply(text, finding.edits) == text.replace(bad, good)


def test_an_empty_note_is_found() -> None:
    text = draft_text("bracket", [1, 2], [1, 2]).replace("A/90/500.", "")
    assert only(text, "ending").variant == "empty"


def test_markers_in_tables_titles_and_annexes_count() -> None:
    text = (
        "*The General Assembly*,\n\n*Recalling* the plan for rivers,[^1]\n\n"
        "1. *Adopts* the plan.\n\n3 December 2025\n\n**Annex**\n\n"
        "| River | Length |\n|---|---|\n| North | 12[^2] |\n\n"
        "The rivers are long.[^3]\n\n"
        "[^1]: A/90/511.\n\n[^2]: In kilometres.\n\n[^3]: A/90/513.\n"
    )
    assert lint(text) == []


def test_two_resolutions_may_each_number_their_notes() -> None:
    one = draft_text("letter", [1, 2], [1, 2])
    first = one.replace("evening.", "evening.\n\n12th plenary meeting\n3 December 2025")
    assert lint(f"**A**\n\n{first}\n**B**\n\n{one}") == []


def test_named_markers_are_never_numbered() -> None:
    text = draft_text("bracket", [1, 2], [1, 2])
    text = text.replace("[^1]", "[^plan]")
    assert [name for name, _ in lint(text) if name != "sequence"] == []


def test_a_nested_draft_speaks_as_its_own_organ() -> None:
    text = (
        "*The Economic and Social Council*,\n\n*Recalling* its plan for rivers,[^1]\n\n"
        "1. *Recommends* to the General Assembly the adoption of the following draft "
        "resolution:\n\n*The General Assembly*,\n\n*Recalling* its plan for bridges,[^2]\n\n"
        "1. *Decides* to build bridges.\n\n"
        "[^1]: Resolution 70/1.\n\n[^2]: Resolution 70/1.\n"
    )
    finding = only(text, "form")
    assert finding.place == "note 1"
    assert "[^1]: General Assembly resolution 70/1." in apply(text, finding.edits)


def test_plain_text_has_no_emphasis_to_judge() -> None:
    text = "The General Assembly,\n\nRecalling the rivers,¹\n\n1. Decides to read.\n\n"
    text += "¹ *Official Records, Supplement No. 11 (A/90/11).*\n"
    assert "emphasis-over-symbol" not in [n for n, _ in lint(text, path_format="plain")]


@pytest.mark.parametrize("text", ["", "[^1]", "¹", "[^1]:", "<sup>1</sup>", "¹ ²,³ [^x]: [^1]"])
def test_scraps_do_not_break_anything(text: str) -> None:
    for language in ("en", "fr"):
        lint(text, language)


@pytest.mark.parametrize(
    ("masthead", "reported"),
    [
        ("Distributed on 31 December 2019", False),
        ("Distributed on 1 January 2020", True),
        ("Seventy-third session", False),
        ("Seventy-fourth session", True),
        ("", True),
    ],
)
def test_a_note_may_be_used_twice_in_drafts_before_the_rule(masthead: str, reported: bool) -> None:
    text = (
        f"{masthead}\n\n*The General Assembly*,\n\n*Recalling* the report[^1] on rivers,\n\n"
        "1. *Notes* the report[^1] on lakes;\n\n2. *Decides* to act.\n\n[^1]: A/79/1.\n"
    )
    draft = read_draft(Source(text))
    found = list(KINDS["reuse"].run(draft, RULE))
    assert [text[one.start : one.end] for one in found] == (["[^1]"] if reported else [])


@pytest.mark.parametrize(
    ("paragraph", "message"),
    [
        (
            "*Noting* the report entitled “Rivers[^1]”,",
            "Put note marker 1 after the closing quotation mark, not before it.",
        ),
        ("*Noting* the report[^1],", "Put note marker 1 after “,”, not before it."),
    ],
)
def test_the_message_says_on_which_side_the_marker_goes(paragraph: str, message: str) -> None:
    text = (
        f"*The General Assembly*,\n\n{paragraph}\n\n1. *Thanks* a;\n\n2. *Urges* b.\n\n"
        "[^1]: See A/77/1.\n"
    )
    found = [one.message for one in reslint.check(text).diagnostics if one.code == "NOTE004"]
    assert found == [message]


@pytest.mark.parametrize(("mark", "found"), [(" [1]", 0), ("[1]", 0), ("", 1), (" [2]", 1)])
def test_a_number_in_brackets_set_apart_may_point_to_a_note(mark: str, found: int) -> None:
    text = (
        f"The General Assembly,\n\nRecalling the wells{mark} of the hills,\n\n"
        "1. Urges all to go;\n\n2. Requests a report.\n\n[1] A report on wells.\n"
    )
    codes = [one.code for one in reslint.check(text).diagnostics]
    assert codes.count("NOTE002") == found


def test_no_mark_is_put_behind_the_plain_number_of_a_note() -> None:
    text = (
        "The General Assembly,\n\nRecalling the report, 2\n\nNoting the wells,\n\n"
        "1. Urges all to go;\n\n2. Requests a report.\n"
    )
    assert "FORM003" not in [one.code for one in reslint.check(text).diagnostics]
