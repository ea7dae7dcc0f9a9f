"""What is said of a place, in six languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.editor.hover import Hover, hover_at, names_in_all
from reslint.rulebook.book import standard_in_full
from reslint.rulebook.page import escaped, plain
from tests.editor.drafts import SAMPLES, Sample, check, cursor, label, span

every_language = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
RULES = standard_in_full()

HEAD = "*The General Assembly*,\n\n*Noting* schools,\n\n"
END = "1. *Decides* to go on.\n"


def hover(text: str, offset: int, language: str = "en") -> Hover:
    result = check(text)
    found = hover_at(result.draft, result.diagnostics, offset, RULES.get, language)
    assert found is not None
    return found


@every_language
def test_a_citation_shows_its_document_and_date(sample: Sample) -> None:
    found = hover(sample.text, sample.text.index("70/1"))
    assert found.span == span(sample.text, sample.citation)
    language = next(code for code in SAMPLES if SAMPLES[code] is sample)
    assert f"[A/RES/70/1](<https://undocs.org/{language}/A/RES/70/1>)" in found.markdown
    date = f"\u2067{sample.date}\u2069" if language == "ar" else sample.date
    assert f"adopted on {date}" in found.markdown


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "*Le Conseil économique et social*,\n\n*Rappelant* sa résolution 2021/10 du 8 juin "
            "2021,\n\n1. *Décide* cela.",
            "Transition vers le développement durable et justice sociale",
        ),
        (
            "*El Consejo Económico y Social*,\n\n*Recordando* su resolución 2021/10, de 8 de junio "
            "de 2021,\n\n1. *Decide* eso.",
            "Transición socialmente justa",
        ),
    ],
)
def test_the_title_is_in_the_language_of_the_draft(text: str, title: str) -> None:
    place = re.search("2021/10", text)
    assert place is not None
    assert title in hover(text, place.start()).markdown


def test_a_date_that_is_not_the_registrys_is_said() -> None:
    text = (
        "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 26 September 2015,\n\n"
        "1. *Decides* to go on.\n"
    )
    found = hover(text, text.index("70/1"))
    assert "adopted on 25 September 2015" in found.markdown
    assert "the draft has 26 September 2015" in found.markdown


def test_a_number_that_nobody_has_adopted_has_no_date() -> None:
    text = (
        "*The General Assembly*,\n\n*Recalling* its resolution 70/9999 of 25 September 2015,\n\n"
        "1. *Decides* to go on.\n"
    )
    assert "adopted" not in hover(text, text.index("70/9999")).markdown.splitlines()[-1]


@every_language
def test_a_body_shows_its_names_in_six_languages(sample: Sample) -> None:
    place = span(sample.text, sample.body)
    found = hover(sample.text, place[0] + 1)
    assert found.span == place
    names = dict(re.findall(r"(?m)^- (\w\w): (.*)$", found.markdown))
    assert set(names) == set(SAMPLES)
    language = next(code for code in SAMPLES if SAMPLES[code] is sample)
    assert next(iter(names)) == language
    assert names[language].startswith(sample.body.replace("’", "'"))
    assert names["en"].startswith("United Nations Children's Fund")
    assert "2 mentions" in found.markdown


@every_language
def test_a_marker_shows_the_text_of_its_note(sample: Sample) -> None:
    marker = span(sample.text, "[^2]")
    found = hover(sample.text, marker[0] + 1)
    assert found.span == marker
    assert "**Note 2**" in found.markdown
    assert "E/2020/25" in found.markdown


@every_language
def test_a_note_shows_where_its_marker_stands(sample: Sample) -> None:
    found = hover(sample.text, sample.text.rindex("[^2]:") + 2)
    assert found.markdown.startswith("preamble 2: ")
    assert sample.openings[1] in found.markdown


@every_language
def test_a_reference_shows_the_paragraph_it_leads_to(sample: Sample) -> None:
    place = span(sample.text, sample.reference)
    found = hover(sample.text, place[1] - 1)
    assert found.span == place
    start = label(sample.text, sample.target)[1] + 1
    assert escaped(sample.text[start : start + 12]) in found.markdown
    assert found.markdown.startswith("**Paragraph 1 ")


@pytest.mark.parametrize(("language", "word"), [("en", "**Why**"), ("fr", "**Pourquoi**")])
def test_a_finding_shows_its_rule_and_the_place_of_the_finding(language: str, word: str) -> None:
    text = "*The General Assembly*,\n\nNoting schools,\n\n1. *Decides* to go on.\n"
    found = hover(text, text.index("oting"), language)
    assert found.span == span(text, "Noting")
    assert found.markdown.startswith("**LEAD002** leading-phrase-not-emphasized")
    assert word in found.markdown
    assert "](<https://www.un.org/" in found.markdown
    assert found.markdown.count(":** `") == 2  # the wrong text and the right one, on a line each


def test_a_finding_on_a_marker_shows_the_note_too() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* schools[^1],\n\n1. *Decides* to go on.\n\n"
        "[^1]: See A/75/1.\n"
    )
    found = hover(text, text.index("[^1]"))
    assert found.markdown.startswith("**Note 1**\n\nSee A/75/1.")
    assert "**NOTE004**" in found.markdown


@pytest.mark.parametrize(
    ("text", "word", "example"),
    [
        # The example is of the same part, and changes what the fix changes.
        (f"{HEAD}1. *Deciding* to go on.\n", "Deciding", "Decid"),
        (f"{HEAD}1. *Decides* to go on\n", "on", "."),
        (HEAD.replace("*The General Assembly*", "The General Assembly") + END, "The", "*The"),
    ],
)
def test_the_example_fits_the_finding(text: str, word: str, example: str) -> None:
    found = hover(text, text.rindex(word) if word != "The" else 0)
    right = found.markdown.split("Right:")[1].split("**Why**")[0]
    assert example in right


def test_messages_are_left_to_an_editor_that_shows_them() -> None:
    text = "*The General Assembly*,\n\nNoting schools,\n\n1. *Decides* to go on.\n"
    result = check(text)
    at = text.index("Noting")
    found = hover_at(result.draft, result.diagnostics, at, RULES.get, messages=False)
    assert found is not None
    assert "LEAD002" not in found.markdown
    wrong, right = found.markdown.split("\n")[:2]
    assert (wrong.split(" `")[0], right.split(" `")[0]) == ("**Wrong:**", "**Right:**")
    assert right.count("*") == wrong.count("*") + 2


def test_a_finding_of_a_rule_that_is_gone_is_shown_without_it() -> None:
    text = "*The General Assembly*,\n\nNoting schools,\n\n1. *Decides* to go on.\n"
    result = check(text)
    found = hover_at(result.draft, result.diagnostics, text.index("Noting"), lambda code: None)
    assert found is not None
    assert "LEAD002" in found.markdown
    assert "Why" not in found.markdown


def test_nothing_is_said_of_plain_words() -> None:
    text, offset = cursor(
        "*The General Assembly*,\n\n*Noting* that sch‸ools are open,\n\n1. *Decides* so.\n"
    )
    result = check(text)
    assert hover_at(result.draft, [], offset, RULES.get) is None


def test_the_names_of_an_entity_begin_with_the_language_asked_for() -> None:
    found = list(names_in_all("hrc", first="ru"))
    assert found[0] == ("ru", "Совет по правам человека")
    assert [code for code, _ in found[1:]] == ["ar", "en", "es", "fr", "zh"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a*b_c [d] <e> #f", r"a\*b\_c \[d\] \<e\> \#f"),
        ("two\nlines\u2028three", "two lines three"),
        ("1. not a list", r"1\. not a list"),
        ("- nor this", r"\- nor this"),
    ],
)
def test_words_of_a_draft_are_no_mark_up(text: str, shown: str) -> None:
    assert escaped(text) == shown


@given(st.text())
def test_what_is_escaped_reads_as_before(text: str) -> None:
    assert plain(escaped(text)) == " ".join(text.split())


@every_language
@given(data=st.data())
@settings(max_examples=15)
def test_every_offset_of_a_piece_can_be_asked_about(sample: Sample, data: st.DataObject) -> None:
    text = sample.text[: data.draw(st.integers(0, len(sample.text)))]
    result = check(text)
    for offset in {0, len(text), data.draw(st.integers(-3, len(text) + 3))}:
        found = hover_at(result.draft, result.diagnostics, offset, RULES.get)
        if found is not None:
            assert 0 <= found.span[0] <= found.span[1] <= len(text)
            assert found.markdown.strip()
