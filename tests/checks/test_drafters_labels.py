"""Findings on the labels of drafters: one for a style throughout, none for negotiated drafts."""

from __future__ import annotations

import pytest

from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source
from tests.checks.marked_drafts import ENDINGS, FIRST, ORGAN_LINES, PREAMBLES

OPENINGS = {
    "en": "*Urges*",
    "fr": "*Encourage*",
    "es": "*Exhorta*",
    "ru": "*призывает*",
    "ar": "***تشجع***",
    "zh": "**促请**",
}
FRAMES = {"ar": "{} - "}


def draft(language: str, *operative: str, preamble: str = "") -> str:
    paragraphs = [ORGAN_LINES[language], preamble or PREAMBLES[language], *operative]
    return "\n\n".join(paragraphs) + "\n"


def labelled(language: str, frame: str, *numbers: object) -> list[str]:
    """The operative paragraphs of a draft with labels; the last one ends it."""
    texts = [FIRST[language]] * (len(numbers) - 1) + [ENDINGS[language]]
    return [frame.format(number) + text for number, text in zip(numbers, texts, strict=True)]


def findings(text: str, *codes: str) -> list[Diagnostic]:
    found = Linter().lint(Source(text)).diagnostics
    return [one for one in found if one.code.startswith(codes or ("NUM", "LEAD001", "FORM"))]


def fixed(text: str) -> str:
    linter = Linter()
    return fix_in_rounds(linter.lint(Source(text)), linter, unsafe=True).text


@pytest.mark.parametrize("language", ORGAN_LINES)
def test_a_part_without_numbers_is_one_finding_and_one_fix(language: str) -> None:
    text = draft(language, *labelled(language, "", 1, 2, 3))
    (one,) = findings(text)
    assert (one.code, text[one.start : one.end]) == ("NUM009", OPENINGS[language])
    starts = [text[other.start : other.start + 4] for other in one.related]
    assert starts == [OPENINGS[language][:4], ENDINGS[language][:4]]
    assert one.fix is not None
    assert one.fix.safety == "unsafe"
    frame = FRAMES.get(language, "{}. ")
    assert fixed(text) == draft(language, *labelled(language, frame, 1, 2, 3))


@pytest.mark.parametrize("language", ORGAN_LINES)
def test_bullets_give_way_to_numbers(language: str) -> None:
    text = draft(language, *labelled(language, "- ", 1, 2))
    (one,) = findings(text)
    assert (one.code, text[one.start : one.end]) == ("NUM009", "- " + OPENINGS[language])
    frame = FRAMES.get(language, "{}. ")
    assert fixed(text) == draft(language, *labelled(language, frame, 1, 2))


@pytest.mark.parametrize("language", ORGAN_LINES)
def test_a_single_paragraph_needs_no_number(language: str) -> None:
    assert findings(draft(language, ENDINGS[language])) == []


@pytest.mark.parametrize("language", ORGAN_LINES)
@pytest.mark.parametrize("frame", ["**OP{}.** ", "OP {}: ", "(OP{}) "])
def test_labels_of_negotiated_drafts_are_left_alone(language: str, frame: str) -> None:
    before = frame.replace("OP", "PP").format(1) + PREAMBLES[language]
    numbers = (1, "1bis", "2 alt", "3 alt")
    assert findings(draft(language, *labelled(language, frame, *numbers), preamble=before)) == []
    (gap,) = findings(draft(language, *labelled(language, frame, 1, 2, 5), preamble=before))
    assert gap.code == "NUM001"


@pytest.mark.parametrize(
    ("language", "frame"),
    [(language, frame) for language in ORGAN_LINES for frame in ("{}/ ", "{}) ", "§{} ", "{}: ")]
    + [
        ("en", "Article {}. "),
        ("fr", "Article {} : "),
        ("es", "Artículo {}. "),
        ("ru", "Пункт {}. "),
        ("ar", "المادة {}: "),
        ("zh", "第{}条 "),
    ],
)
def test_a_style_throughout_is_one_finding_and_one_fix(language: str, frame: str) -> None:
    text = draft(language, *labelled(language, frame, 1, 2, 3))
    (one,) = findings(text)
    written = [frame.format(number).strip() for number in (1, 2, 3)]
    assert (one.code, text[one.start : one.end]) == ("NUM010", written[0])
    assert [text[other.start : other.end] for other in one.related] == written[1:]
    right = FRAMES.get(language, "{}. ")
    assert fixed(text) == draft(language, *labelled(language, right, 1, 2, 3))


def test_a_label_with_a_word_changes_only_on_request() -> None:
    (one,) = findings(draft("en", *labelled("en", "Article {}. ", 1, 2)))
    assert one.fix is not None
    assert one.fix.safety == "unsafe"


def test_chinese_numerals_that_do_not_count_on() -> None:
    text = draft("zh", *labelled("zh", "第{}条 ", *"一二四"))
    assert [(one.code, text[one.start : one.end]) for one in findings(text)] == [
        ("NUM010", "第一条"),
        ("NUM001", "第四条"),
    ]
    assert fixed(text) == draft("zh", *labelled("zh", "{}. ", 1, 2, 3))


@pytest.mark.parametrize("language", ORGAN_LINES)
@pytest.mark.parametrize("bullet", ["-", "*", "•", "–"])
def test_bullets_of_the_preamble_go_and_the_paragraphs_stay_apart(
    language: str, bullet: str
) -> None:
    one = PREAMBLES[language]
    other = one.replace("إذ", "وإذ")
    operative = labelled(language, FRAMES.get(language, "{}. "), 1, 2)
    text = draft(language, *operative, preamble=f"{bullet} {one}\n{bullet} {other}")
    found = [(each.code, text[each.start : each.end]) for each in findings(text, "NUM", "LEAD012")]
    assert found == [("NUM003", bullet)]
    linter = Linter()
    safe = fix_in_rounds(linter.lint(Source(text)), linter).text
    assert safe == draft(language, *operative, preamble=f"{one}\n\n{other}")


@pytest.mark.parametrize("language", ORGAN_LINES)
def test_nested_numbers_are_items(language: str) -> None:
    first = FIRST[language].rstrip(" ;؛；") + ("：" if language == "zh" else ":")
    right = FRAMES.get(language, "{}. ")
    items = f"\n    1. {ENDINGS[language][3:7]};\n    2. {ENDINGS[language][3:7]};"
    text = draft(language, right.format(1) + first + items, right.format(2) + ENDINGS[language])
    codes = [
        (each.code, text[each.start : each.end]) for each in findings(text, "NUM00", "LEAD001")
    ]
    assert [one for one in codes if one[0] != "NUM007"] == [("NUM005", "1.")]
    (one,) = findings(text, "NUM005")
    assert [text[place.start : place.end] for place in one.related] == ["2."]


@pytest.mark.parametrize(
    ("language", "written", "right"),
    [
        ("en", "{}) ", "({}) "),
        ("en", "{}. ", "({}) "),
        ("fr", "({}) ", "{}) "),
        ("es", "({}) ", "{}) "),
        ("ru", "({}) ", "{}) "),
        ("zh", "{}. ", "({}) "),
    ],
)
def test_letters_in_one_wrong_frame_are_one_finding(
    language: str, written: str, right: str
) -> None:
    def with_items(frame: str) -> str:
        first = FIRST[language].rstrip(" ;؛；") + ("：" if language == "zh" else ":")
        items = "".join(
            f"\n\n{frame.format(letter)}{text}"
            for letter, text in zip("ab", (FIRST[language], FIRST[language]), strict=True)
        ).replace("*", "")
        paragraphs = [f"1. {first}{items}", f"2. {ENDINGS[language]}"]
        return draft(language, *paragraphs)

    text = with_items(written)
    (one,) = findings(text, "NUM005")
    assert text[one.start : one.end] == written.format("a").strip()
    assert [text[other.start : other.end] for other in one.related] == [written.format("b").strip()]
    assert findings(with_items(right), "NUM005") == []
    mixed = with_items(right).replace(right.format("b"), written.format("b"))
    assert [each.related for each in findings(mixed, "NUM005")] == [()]


@pytest.mark.parametrize("language", ORGAN_LINES)
def test_a_numbered_preamble_may_end_in_full_stops(language: str) -> None:
    stop = "。" if language == "zh" else "."
    frame = FRAMES.get(language, "{}. ")
    texts = [PREAMBLES[language], PREAMBLES[language], FIRST[language], ENDINGS[language]]
    lines = [
        frame.format(n) + text.rstrip(" ;؛；,،，.。") + stop for n, text in enumerate(texts, 1)
    ]
    text = "\n\n".join([ORGAN_LINES[language], *lines]) + "\n"
    found = [(one.code, text[one.start : one.end]) for one in findings(text)]
    assert found == [
        ("NUM003", frame.format(1).strip()),
        ("FORM003", stop),
        ("FORM004", stop),
    ]


@pytest.mark.parametrize("language", ORGAN_LINES)
@pytest.mark.parametrize("level", ["# ", "### ", "###### "])
def test_paragraphs_in_headings_keep_their_marks(language: str, level: str) -> None:
    frame = level + FRAMES.get(language, "{}. ")
    assert findings(draft(language, *labelled(language, frame, 1, 2))) == []
