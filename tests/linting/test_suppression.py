"""Suppression comments: grammar, reach, and what is reported of the comments themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.blocks.reader import read_blocks
from reslint.linting.suppression import find_comments, suppress, without_house_words
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

NAMES = {
    "LEAD002": "leading-phrase-not-emphasized",
    "LEAD004": "emphasis-stops-short",
    "NUM001": "number-sequence",
    "FORM004": "operative-ending",
}
KNOWN = frozenset({"LEAD002", "NUM001", "FORM004"})


def at(code: str, start: int) -> Diagnostic:
    return Diagnostic(code, NAMES.get(code, "name"), "error", "message", start, start + 1)


def blocks_of(text: str) -> list[tuple[int, int]]:
    """Paragraphs parted by empty lines, comments left out."""
    blocks, position = [], 0
    for piece in text.split("\n\n"):
        if not piece.startswith("<!--"):
            blocks.append((position, position + len(piece)))
        position += len(piece) + 2
    return blocks


def left(
    text: str, *diagnostics: Diagnostic, active: frozenset[str] = KNOWN, language: str = "en"
) -> list[tuple[str, int, int]]:
    """What is left of the diagnostics, with the complaints, as code, start and end."""
    found = suppress(
        list(diagnostics),
        text,
        blocks_of(text),
        known=lambda: NAMES,
        active=active,
        language=language,
    )
    return sorted((one.code, one.start, one.end) for one in found)


def span(text: str, word: str, number: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(number + 1):
        start = text.index(word, start + 1)
    return start, start + len(word)


def test_without_a_comment_everything_is_reported() -> None:
    assert left("one\n\ntwo", at("LEAD002", 0)) == [("LEAD002", 0, 1)]


def test_next_line_reaches_over_the_whole_wrapped_block_and_no_further() -> None:
    text = "<!-- reslint-disable-next-line LEAD002: habit -->\n\none\ntwo\n\nthree"
    first, second, third = text.index("one"), text.index("two"), text.index("three")
    diagnostics = [at("LEAD002", place) for place in (first, second, third)]
    assert left(text, *diagnostics) == [("LEAD002", third, third + 1)]


def test_next_line_suppresses_only_the_codes_named() -> None:
    text = "<!-- reslint-disable-next-line LEAD002, NUM001: both -->\n\none"
    place = text.index("one")
    found = left(text, at("LEAD002", place), at("NUM001", place), at("FORM004", place))
    assert found == [("FORM004", place, place + 1)]


def test_next_line_passes_over_further_comments() -> None:
    text = (
        "<!-- reslint-disable-next-line LEAD002 -->\n\n"
        "<!-- reslint-disable-next-line NUM001 -->\n\none"
    )
    place = text.index("one")
    assert left(text, at("LEAD002", place), at("NUM001", place)) == []


@pytest.mark.parametrize(
    ("first", "reported"),
    [
        ("one {}", "one"),
        ("one {} more", "one"),
        ("one {}\nmore", "one"),
        ("{} one", "one"),
        ("{}\none", "two"),  # alone on its line: "one" is the block that comes next
    ],
)
def test_next_line_does_not_suppress_the_line_it_stands_on(first: str, reported: str) -> None:
    text = f"{first}\n\ntwo".format("<!-- reslint-disable-next-line NUM001 -->")
    blocks = [(one.start, one.end) for one in read_blocks(Source(text)) if one.kind == "text"]
    diagnostics = [at("NUM001", text.index(word)) for word in ("one", "two")]
    kept = suppress(diagnostics, text, blocks, known=lambda: NAMES, active=KNOWN)
    assert [(one.code, one.start) for one in kept] == [("NUM001", text.index(reported))]


def test_a_range_ends_at_enable() -> None:
    text = "one\n\n<!-- reslint-disable NUM001 -->\n\ntwo\n\n<!-- reslint-enable NUM001 -->\n\nsix"
    diagnostics = [at("NUM001", text.index(word)) for word in ("one", "two", "six")]
    six = text.index("six")
    assert left(text, *diagnostics) == [("NUM001", 0, 1), ("NUM001", six, six + 1)]


def test_a_range_never_closed_goes_to_the_end() -> None:
    text = "<!-- reslint-disable NUM001 -->\n\none\n\ntwo"
    assert left(text, at("NUM001", text.index("one")), at("NUM001", len(text))) == []


def test_disable_file_reaches_back_to_the_beginning() -> None:
    text = "one\n\n<!-- reslint-disable-file FORM004: quoted treaty -->\n\ntwo"
    assert left(text, at("FORM004", 0), at("FORM004", text.index("two"))) == []


def test_unused_suppression_is_reported_at_its_code() -> None:
    text = "<!-- reslint-disable-next-line LEAD002, NUM001: why -->\n\none"
    assert left(text, at("LEAD002", text.index("one"))) == [("TOOL001", *span(text, "NUM001"))]


def test_suppression_of_a_rule_that_did_not_run_is_not_called_unused() -> None:
    text = "<!-- reslint-disable-next-line LEAD002 -->\n\none"
    assert left(text, active=frozenset()) == []


def test_second_disable_and_enable_without_disable_are_unused() -> None:
    text = (
        "<!-- reslint-disable NUM001 -->\n\none\n\n<!-- reslint-disable NUM001 -->\n\n"
        "<!-- reslint-enable NUM001 -->\n\n<!-- reslint-enable NUM001 -->"
    )
    found = left(text, at("NUM001", text.index("one")))
    assert found == [("TOOL001", *span(text, "NUM001", 1)), ("TOOL001", *span(text, "NUM001", 3))]


def test_next_line_at_the_end_suppresses_nothing() -> None:
    text = "one\n\n<!-- reslint-disable-next-line NUM001 -->"
    found = left(text, at("NUM001", 0), at("NUM001", len(text)))
    assert ("TOOL001", *span(text, "NUM001")) in found
    assert len(found) == 3


def test_unknown_code_has_a_suggestion() -> None:
    text = "<!-- reslint-disable LEAD02 -->"
    found = suppress([], text, [], known=lambda: NAMES, active=KNOWN)
    assert [(one.code, one.severity, one.start, one.end) for one in found] == [
        ("TOOL002", "warning", *span(text, "LEAD02"))
    ]
    assert found[0].message == "No rule has the code LEAD02; did you mean LEAD002?"


def test_a_prefix_is_no_code() -> None:
    text = "<!-- reslint-disable-file LEAD0 -->\n\none"
    place = text.index("one")
    assert left(text, at("LEAD002", place)) == [
        ("LEAD002", place, place + 1),
        ("TOOL002", *span(text, "LEAD0")),
    ]


def test_misspelt_directive_and_missing_codes_are_reported() -> None:
    text = "<!-- reslint-disable-nextline NUM001 -->\n\n<!-- reslint-disable-->\n\none"
    place = text.index("one")
    assert left(text, at("NUM001", place)) == [
        ("NUM001", place, place + 1),
        ("TOOL002", *span(text, "reslint-disable-nextline")),
        ("TOOL002", *span(text, "reslint-disable", 1)),
    ]


def test_messages_in_french() -> None:
    text = "<!-- reslint-disable NUM001 -->"
    found = suppress([], text, [], known=lambda: NAMES, active=KNOWN, language="fr")
    assert found[0].message == "Retirer NUM001 de ce commentaire : reslint ne le signale pas ici."


def test_a_comment_over_several_lines() -> None:
    text = "<!--\nreslint-disable-file\r\nNUM001,\nFORM004: a long\nreason: it is so -->"
    (comment,) = find_comments(text)
    assert [code for code, _, _ in comment.codes] == ["NUM001", "FORM004"]
    assert (comment.start, comment.end) == (0, len(text))


def test_a_comment_never_closed_is_no_directive() -> None:
    assert find_comments("<!-- reslint-disable NUM001\n\n" * 1000) == []


@given(st.text(alphabet="<!-> \nreslint-disable-next-line,:NUM001x", max_size=200))
def test_any_text_gives_places_inside_it(text: str) -> None:
    for found in suppress([], text, blocks_of(text), known=lambda: NAMES, active=KNOWN):
        assert 0 <= found.start <= found.end <= len(text)


def test_disable_line_suppresses_what_starts_on_its_line() -> None:
    text = "one\r\nsix <!-- reslint-disable-line NUM001: so -->\r\ntwo"
    diagnostics = [at("NUM001", text.index(word)) for word in ("one", "six", "two")]
    assert [start for _, start, _ in left(text, *diagnostics)] == [0, text.index("two")]


def test_disable_line_without_a_finding_is_unused() -> None:
    text = "one\nsix <!-- reslint-disable-line NUM001 -->"
    found = suppress([at("NUM001", 0)], text, [(0, len(text))], known=lambda: NAMES, active=KNOWN)
    place = text.rindex("NUM001")
    assert [(one.code, one.start) for one in found] == [("NUM001", 0), ("TOOL001", place)]


def test_a_directive_in_code_has_no_effect_and_that_is_said() -> None:
    text = "`<!-- reslint-disable-file NUM001 -->` one"
    found = suppress(
        [at("NUM001", text.index("one"))],
        text,
        [(0, len(text))],
        no_effect=lambda: [(0, text.index(" one"))],
        known=lambda: NAMES,
        active=KNOWN,
    )
    start = text.index("reslint")
    assert [(one.code, one.start, one.end) for one in found] == [
        ("NUM001", text.index("one"), text.index("one") + 1),
        ("TOOL002", start, start + len("reslint-disable-file")),
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the Radio Free Europe station", False),
        ("the *Radio  Free* Europe station", False),
        ("Radio Free\nEurope", False),
        ("the Free Europe station", True),
        ("the Radio Free Europe1 station", False),
        ("NonRadio Free Europe", True),
        ("Europe", True),
    ],
)
def test_words_in_a_name_of_the_house_are_accepted(text: str, kept: bool) -> None:
    start = text.index("Europe")
    one = Diagnostic("WORD007", "name", "warning", "message", start, start + len("Europe"))
    assert without_house_words([one], text, ["Radio Free Europe"]) == ([one] if kept else [])
    other = Diagnostic("NUM001", "name", "warning", "message", start, start + len("Europe"))
    assert without_house_words([other], text, ["Radio Free Europe"]) == [other]


@pytest.mark.parametrize("word", ["LEAD", "leading-phrase-not-emphasized", "LEAD002"])
@pytest.mark.parametrize(
    "text",
    [
        "<!-- reslint-disable-next-line {}: habit -->\n\none\n\ntwo",
        "<!-- reslint-disable {} -->\n\none\n\n<!-- reslint-enable {} -->\n\ntwo",
        "one <!-- reslint-disable-line {} -->\n\ntwo",
    ],
)
def test_a_family_or_the_name_of_a_rule_stands_for_codes(text: str, word: str) -> None:
    text = text.replace("{}", word)
    one, two = text.index("one"), text.rindex("two")
    assert left(text, at("LEAD002", one), at("LEAD002", two)) == [("LEAD002", two, two + 1)]
    # Another rule of the family.
    rest = [] if word == "LEAD" else [("LEAD004", one, one + 1), ("TOOL001", *span(text, word))]
    assert left(text, at("LEAD004", one)) == sorted(rest)


def test_a_file_without_findings_of_a_family() -> None:
    text = "<!-- reslint-disable-file LEAD -->\n\none"
    assert left(text, at("LEAD004", text.index("one"))) == []
    assert left(text) == [("TOOL001", *span(text, "LEAD"))]
    assert left(text, active=frozenset({"NUM001"})) == []


@pytest.mark.parametrize("word", ["LEA", "LEAD0", "lead002x", "leading-phrase", "WORD"])
def test_a_part_of_a_code_or_name_is_neither(word: str) -> None:
    text = f"<!-- reslint-disable-file {word} -->\n\none"
    place = text.index("one")
    assert left(text, at("LEAD002", place)) == sorted(
        [("LEAD002", place, place + 1), ("TOOL002", *span(text, word))]
    )


def test_a_misspelt_name_has_a_suggestion() -> None:
    text = "<!-- reslint-disable-file leading-phrase-not-emphasised -->\n\none"
    (found,) = suppress([], text, [], known=lambda: NAMES, active=KNOWN)
    assert found.message == (
        "No rule has the code leading-phrase-not-emphasised;"
        " did you mean leading-phrase-not-emphasized?"
    )


@pytest.mark.parametrize("comment", ["reslint-disable LEAD02{}", "reslint-disable-nextline{} a"])
def test_few_of_thousands_of_unknown_words_have_a_suggestion(comment: str) -> None:
    # To look for what was meant takes a thousandth of a second each.
    text = "\n".join(f"<!-- {comment.format(chr(97 + one % 26) * 3)} -->" for one in range(3000))
    found = suppress([], text, [], known=lambda: NAMES, active=KNOWN)
    assert len(found) == 3000
    assert [("did you mean" in one.message) for one in found] == [True] * 20 + [False] * 2980
