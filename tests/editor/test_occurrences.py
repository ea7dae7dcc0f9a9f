"""What stands at a place and where else: exact places in six languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.editor.occurrences import Occurrences, occurrences_at
from reslint.editor.places import (
    CitationHere,
    LabelHere,
    MarkerHere,
    NameHere,
    NoteHere,
    ReferenceHere,
    SymbolHere,
    references_in,
    subject_at,
)
from tests.editor.drafts import SAMPLES, Sample, label, read, span

every_language = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)


def at(text: str, offset: int) -> Occurrences:
    found = occurrences_at(read(text), offset)
    assert found is not None
    return found


@every_language
def test_the_samples_are_read_as_meant(sample: Sample) -> None:
    draft = read(sample.text)
    assert SAMPLES[draft.language] is sample
    assert [p.place for p in draft.paragraphs if p.level][:2] != []
    assert len(draft.notes) == 2


@every_language
def test_a_marker_leads_to_its_note_and_back(sample: Sample) -> None:
    text = sample.text
    marker = span(text, "[^2]")
    number = (text.rindex("[^2]:") + 2, text.rindex("[^2]:") + 3)
    for offset in (marker[0], marker[0] + 2, marker[1]):
        found = at(text, offset)
        assert found.here == marker
        assert [one.selected for one in found.definitions] == [number]
        assert found.destinations() == [number]
        assert found.uses == [marker]
    back = at(text, number[0])
    assert isinstance(subject_at(read(text), number[0]), NoteHere)
    assert back.destinations() == [marker]


@every_language
def test_a_citation_leads_to_the_first_and_knows_the_others(sample: Sample) -> None:
    text = sample.text
    first = span(text, sample.citation)
    later = span(text, sample.again[0], after="\n[^1]:")
    offset = text.index("70/1", later[0])
    found = at(text, offset)
    assert isinstance(subject_at(read(text), offset), CitationHere)
    assert found.here == later
    assert found.destinations() == [first]
    assert found.uses == [first, later]
    assert at(text, text.index("70/1")).destinations() == [later]


@every_language
def test_a_body_knows_its_other_mentions(sample: Sample) -> None:
    text = sample.text
    first = span(text, sample.body)
    second = span(text, sample.body, after=text[: first[1]])
    for offset in (second[0], second[0] + 3, second[1] - 1):
        found = at(text, offset)
        assert isinstance(subject_at(read(text), offset), NameHere)
        assert found.here == second
        assert found.uses == [first, second]
        assert found.destinations() == [first]


@every_language
def test_a_reference_leads_to_its_paragraph(sample: Sample) -> None:
    text = sample.text
    place = span(text, sample.reference)
    for offset in (place[0], place[1] - 1):
        found = at(text, offset)
        assert isinstance(subject_at(read(text), offset), ReferenceHere)
        assert found.here == place
        assert found.destinations() == [label(text, sample.target)]
    target = label(text, sample.target)
    back = at(text, target[0])
    assert isinstance(subject_at(read(text), target[0]), LabelHere)
    assert back.uses == [place]
    assert back.destinations() == [place]


@every_language
def test_a_reference_that_does_not_say_whose_leads_there_too(sample: Sample) -> None:
    text = sample.text
    place = span(text, sample.bare, after=sample.reference)
    found = at(text, place[0] + 1)
    assert found.destinations() == [label(text, sample.bare_target)]


@every_language
def test_a_paragraph_of_another_text_leads_nowhere(sample: Sample) -> None:
    draft = read(sample.text)
    last = draft.resolutions[0].operative[-1]
    assert len(list(references_in(draft, last))) == 1
    place = span(sample.text, sample.other, after=sample.bare)[0]
    assert not isinstance(subject_at(draft, place), ReferenceHere)


@pytest.mark.parametrize(
    "sentence",
    [
        "1. *Recalls* resolution 70/1, paragraph 1;",
        "1. *Recalls* its resolution 70/1 of 25 September 2015, paragraph 1, on schools;",
        "1. *Recalls* document A/75/100, paragraph 1;",
        "1. *Recalls* article 5, paragraph 1, of the statute;",
        "1. *Recalls* paragraph 1 of that report;",
        "1. *Recalls* paragraph 1.2, on schools;",
        "1. *Recalls* paragraphs 1 and 2 of that report;",
        "1. *Recalls* that “paragraph 1 is to be read with care”;",
    ],
)
def test_what_another_text_owns_is_no_reference(sentence: str) -> None:
    draft = read(
        f"*The General Assembly*,\n\n*Noting* schools,\n\n{sentence}\n\n2. *Decides* so.\n"
    )
    assert list(references_in(draft, draft.resolutions[0].operative[0])) == []


def test_each_number_of_a_list_leads_to_its_own_paragraph() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* schools,\n\n1. *Decides* so;\n\n2. *Invites* all;\n\n"
        "3. *Recalls* paragraphs 1 and 2 above.\n"
    )
    draft = read(text)
    found = list(references_in(draft, draft.resolutions[0].operative[2]))
    assert [(one.span, one.target.place) for one in found] == [
        (span(text, "paragraphs 1"), "1"),
        (span(text, "2", after="paragraphs 1 and "), "2"),
    ]


def test_the_symbol_of_a_resolution_is_the_resolution() -> None:
    text = (
        "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015,\n\n"
        "1. *Decides* so.[^1]\n\n[^1]: A/RES/70/1, annex.\n"
    )
    found = at(text, text.index("A/RES"))
    assert isinstance(subject_at(read(text), text.index("A/RES")), SymbolHere)
    assert found.uses == [
        span(text, "resolution 70/1 of 25 September 2015"),
        span(text, "A/RES/70/1"),
    ]


def test_an_acronym_leads_to_where_it_is_introduced() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the United Nations Institute for Training and "
        "Research (UNITAR),\n\n1. *Invites* UNITAR to open schools.\n"
    )
    found = at(text, text.index("UNITAR to"))
    assert found.destinations() == [span(text, "UNITAR")]
    assert found.uses == [
        span(text, "United Nations Institute for Training and Research"),
        span(text, "UNITAR"),
        span(text, "UNITAR", after="Invites* "),
    ]


def test_in_a_composite_draft_each_half_has_its_own_paragraphs_and_notes() -> None:
    half = (
        "{letter}\n\n*The General Assembly*,\n\n*Noting* schools,[^1]\n\n1. *Decides* so;\n\n"
        "2. *Recalls* paragraph 1 above.\n\n[^1]: See {symbol}.\n\n"
    )
    text = half.format(letter="A", symbol="A/75/1") + half.format(letter="B", symbol="A/75/2")
    second = text.index("\nB\n")
    found = at(text, text.rindex("paragraph 1") + 2)
    assert found.destinations() == [(text.rindex("\n1. ") + 1, text.rindex("\n1. ") + 3)]
    marker = text.index("[^1]", second)
    assert at(text, marker).destinations() == [(text.rindex("[^1]:") + 2, text.rindex("[^1]:") + 3)]


def test_of_notes_in_three_notations() -> None:
    for marker, note in (("[^1]", "[^1]: "), ("<sup>1</sup>", "<sup>1</sup> "), ("¹", "¹ ")):
        text = (
            f"*The General Assembly*,\n\n*Noting* schools,{marker}\n\n1. *Decides* so.\n\n"
            f"{note}See A/75/1.\n"
        )
        found = at(text, text.index(marker))
        assert isinstance(subject_at(read(text), text.index(marker)), MarkerHere)
        (target,) = found.destinations()
        assert text.rindex(note) <= target[0] < target[1] <= text.rindex(note) + len(note)
        assert at(text, target[0]).destinations() == [span(text, marker)]


def test_a_marker_without_a_note_leads_nowhere() -> None:
    text = "*The General Assembly*,\n\n*Noting* schools,[^7]\n\n1. *Decides* so.\n"
    assert at(text, text.index("[^7]")).destinations() == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@every_language
def test_line_ends_and_odd_characters_change_no_place(sample: Sample, newline: str) -> None:
    text = sample.text.replace(" 🪔", "\f\u2028\u0085 🪔", 1).replace("\n", newline)
    found = at(text, text.index("70/1"))
    assert found.here == span(text, sample.citation)
    place = span(text, sample.reference)
    (target,) = at(text, place[0] + 1).destinations()
    assert text[slice(*target)] == sample.target


@every_language
@given(data=st.data())
@settings(max_examples=30)
def test_any_offset_of_any_piece_is_answered(sample: Sample, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sample.text)))
    text = sample.text[start : data.draw(st.integers(start, len(sample.text)))]
    draft = read(text)
    for offset in (-1, 0, data.draw(st.integers(0, len(text) + 5)), len(text), len(text) + 9):
        found = occurrences_at(draft, offset)
        if found is not None:
            for first, last in [found.here, *found.all(), *found.destinations()]:
                assert 0 <= first <= last <= len(text)
