"""The structure that editors show: outline, symbols, folding, side bar; drafts to begin with."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft.outline import Node, opening_words, outline
from reslint.editor.structure import Fold, Symbol, folds, side_bar, symbols
from reslint.editor.wording import new_draft, template_languages
from tests.editor.drafts import SAMPLES, Sample, check, read, span

every_language = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
ORGANS = ("GA", "SC", "ECOSOC", "HRC", "other")

COMPOSITE = """Schools

A

*The General Assembly*,

*Noting* schools,

1. *Decides* so.

B

*The General Assembly*,

*Noting* lamps,

I

Lamps

1. *Invites* all to lend lamps;

2. *Recommends* that the Economic and Social Council adopt the following draft:

*The Economic and Social Council*,

*Noting* oil,

1. *Decides* to send oil.
"""


def shape(nodes: list[Node]) -> list[Any]:
    return [
        (node.kind, node.label, shape(node.children)) if node.children else (node.kind, node.label)
        for node in nodes
    ]


def every(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for section in sections for one in (section, *every(section.get("children", [])))]


def walk(found: list[Symbol]) -> list[Symbol]:
    return [one for symbol in found for one in (symbol, *walk(symbol.children))]


@every_language
def test_the_parts_and_what_they_hold(sample: Sample) -> None:
    letters = ("(أ)", "(ب)") if "(ب)" in sample.text else ("a)", "b)")
    if "(a)" in sample.text:
        letters = ("(a)", "(b)")
    assert shape(outline(read(sample.text))) == [
        ("masthead", ""),
        ("preamble", "", [("organ line", ""), ("paragraph", ""), ("paragraph", "")]),
        (
            "operative",
            "",
            [
                ("paragraph", "1", [("paragraph", letters[0]), ("paragraph", letters[1])]),
                ("paragraph", "2"),
                ("paragraph", "3"),
            ],
        ),
    ]


def test_several_resolutions_each_hold_their_own() -> None:
    found = outline(read(COMPOSITE))
    resolutions = [node for node in found if node.kind == "resolution"]
    assert [node.label for node in resolutions] == ["A", "B"]
    inner = [node.kind for node in resolutions[1].children]
    assert inner[:2] == ["preamble", "operative"]
    nested = [node for node in resolutions[1].walk() if node.kind == "resolution"][1:]
    assert [node.paragraph.text for node in nested if node.paragraph] == [
        "The Economic and Social Council,"
    ]


def test_annexes_headings_and_closing_have_their_places() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* schools,\n\n## First\n\n1. *Decides* so;\n\n"
        "## Second\n\n2. *Invites* all.\n\n40th plenary meeting\n\n5 December 2024\n\n"
        "Annex I\n\nList of schools\n\n1. The first school.\n\n2. The second school.\n"
    )
    found = outline(read(text))
    assert [node.kind for node in found] == ["preamble", "operative", "closing", "annex"]
    assert [node.kind for node in found[1].children] == ["heading", "heading"]
    assert [len(node.children) for node in found[1].children] == [1, 1]
    annex = found[3]
    assert annex.text == "Annex I"
    assert [node.label for node in annex.children][-2:] == ["1", "2"]
    assert annex.end == len(text) - 1


@every_language
def test_symbols_open_with_the_words_of_the_paragraph(sample: Sample) -> None:
    found = walk(symbols(read(sample.text)))
    paragraphs = [one for one in found if one.kind == "paragraph"]
    tops = [
        one for one in paragraphs if not one.name.lstrip("(").startswith(("a)", "b)", "أ", "ب"))
    ]
    for symbol, opening in zip(tops, sample.openings, strict=True):
        assert opening in symbol.name
        assert sample.text[slice(*symbol.span)].lstrip("*0123456789. -").startswith(opening)
    notes = found[-2:]
    assert [one.kind for one in notes] == ["note", "note"]
    assert notes[1].name == f"2  {sample.text.rpartition('[^2]: ')[2].strip()}"


def test_parts_are_named_in_the_language_of_messages() -> None:
    draft = read(SAMPLES["en"].text)
    assert [one.name for one in symbols(draft, "en")] == [
        "Masthead",
        "Preamble",
        "Operative part",
        "Notes",
    ]
    assert [one.name for one in symbols(draft, "fr")][1:3] == ["Préambule", "Dispositif"]
    assert [one.detail for one in symbols(draft)] == ["", "2", "3", "2"]


@every_language
@given(data=st.data())
@settings(max_examples=25)
def test_symbols_of_any_piece_are_well_formed(sample: Sample, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sample.text)))
    text = sample.text[start : data.draw(st.integers(start, len(sample.text)))]

    def well_formed(symbol: Symbol) -> None:
        assert symbol.name.strip()
        assert 0 <= symbol.span[0] <= symbol.span[1] <= len(text)
        for child in symbol.children:
            assert symbol.span[0] <= child.span[0] and child.span[1] <= symbol.span[1]
            well_formed(child)

    for symbol in symbols(read(text)):
        well_formed(symbol)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one two three", "one two three"),
        ("a b c d e f g h i j", "a b c d e f g h i …"),
        ("x" * 100, "x" * 72 + " …"),
        ("学" * 50, "学" * 36 + " …"),
        ("", ""),
    ],
)
def test_opening_words(text: str, shown: str) -> None:
    assert opening_words(text) == shown


def test_what_folds_in_a_draft() -> None:
    text = (
        "A/90/L.7\nDistr.: Limited\n\n*The General Assembly*,\n\n*Noting* schools,[^1]\n\n"
        "<!-- a comment\nof two lines -->\n\n"
        "1. *Invites* all:\n\n(a) To read;\n\n(b) To write;\n\n2. *Decides* so.[^2]\n\n"
        "[^1]: One.\n\n[^2]: Two.\n"
    )
    for newline in ("\n", "\r\n"):
        assert folds(read(text.replace("\n", newline))) == [
            Fold(1, 2, "region"),  # masthead
            Fold(4, 6, "region"),  # preamble
            Fold(8, 9, "comment"),
            Fold(11, 17, "region"),  # operative part
            Fold(11, 15, "region"),  # paragraph 1
            Fold(19, 21, "region"),  # notes
        ]


@every_language
def test_the_side_bar(sample: Sample) -> None:
    with_error = re.sub(rf"\*+({sample.openings[4]})\*+", r"\1", sample.text)
    result = check(with_error)
    shown = side_bar(result.draft, result.diagnostics, lambda start, end: [start, end])
    assert (shown["organ"], shown["symbol"]) == ("GA", "A/90/L.7")
    assert shown["language"] == next(code for code in SAMPLES if SAMPLES[code] is sample)
    sections = shown["sections"]
    assert [one["kind"] for one in sections] == ["masthead", "preamble", "operative"]
    total = dict.fromkeys(("error", "warning", "info", "hint"), 0)
    for one in result.diagnostics:
        total[one.severity] += 1
    last = sections[2]["children"][-1]
    assert last["label"] == "3"
    assert last["findings"]["error"] >= 1
    for severity, count in total.items():
        assert sum(one["findings"][severity] for one in every(shown["notes"] + sections)) == count
    assert sections[2]["findings"] == dict.fromkeys(total, 0)
    assert [(note["number"], note["markers"]) for note in shown["notes"]] == [
        ("1", [list(span(with_error, "[^1]"))]),
        ("2", [list(span(with_error, "[^2]"))]),
    ]
    cited = shown["citations"][0]
    assert (cited["symbol"], cited["date"]) == ("A/RES/70/1", "2015-09-25")
    assert cited["range"] == list(span(with_error, "70/1"))
    assert cited["link"].endswith("/A/RES/70/1")
    body = next(one for one in shown["bodies"] if one["count"] == 2)
    assert body["name"] == sample.body.replace("’", "'")
    assert body["ranges"][0] == list(span(with_error, sample.body))


@pytest.mark.parametrize("language", SAMPLES)
@pytest.mark.parametrize("organ", ORGANS)
def test_a_new_draft_is_what_was_asked_for_and_clean(organ: str, language: str) -> None:
    text = new_draft(organ, language)
    result = check(text)
    assert result.draft.is_resolution
    assert (result.draft.organ, result.draft.language) == (organ, language)
    assert (result.diagnostics, result.errors) == ([], [])
    (resolution,) = result.draft.resolutions
    assert len(resolution.preamble) >= 3
    assert len(resolution.operative) >= 3
    assert text.endswith("\n")


def test_there_is_a_new_draft_in_every_language_and_no_other() -> None:
    assert template_languages() == sorted(SAMPLES)
    for organ, language in (("GA", "de"), ("GA", "../en"), ("XX", "en"), ("", ""), ("GA", "")):
        with pytest.raises(LookupError, match="no template"):
            new_draft(organ, language)


def test_notes_all_over_a_draft_do_not_span_it() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the boats,[^1]\n\n[^1]: A/80/1.\n\n"
        "1. *Decides* to paint them;[^2]\n\n2. *Requests* a report.[^3]\n\n"
        "[^2]: A/80/2.\n\n[^3]: A/80/3.\n"
    )
    at_page, at_end = [one for one in symbols(read(text)) if one.kind == "notes"]
    assert (at_page.detail, at_end.detail) == ("1", "2")
    assert text[slice(*at_page.span)] == "[^1]: A/80/1."
    assert text[slice(*at_end.span)] == "[^2]: A/80/2.\n\n[^3]: A/80/3."
    assert [child.name for child in at_end.children] == ["2  A/80/2.", "3  A/80/3."]
