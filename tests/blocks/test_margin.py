"""Line numbers in the margin: left out where they are certain, and only there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.blocks.margin import find_margin
from reslint.draft.reader import read_draft
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.text.source import Source

WRAPPED = {
    "en": "The General Assembly,\n\nNoting the cost of\nferries in all of the\nriver villages,\n\n"
    "1. Urges villages to\nbuild one bridge each;\n\n2. Decides to return to\nthe matter.",
    "fr": "L’Assemblée générale,\n\nNotant le prix des\nbacs dans tous les\nvillages,\n\n"
    "1. Encourage les villages\nà bâtir un pont ;\n\n2. Décide de revenir sur\nla question.",
    "es": "La Asamblea General,\n\nObservando el precio de\nlas barcas en todas\nlas aldeas,\n\n"
    "1. Exhorta a las aldeas\na construir un puente;\n\n2. Decide volver a\nexaminar la cuestión.",
    "ru": "Генеральная Ассамблея,\n\nотмечая цену паромов\nво всех деревнях\nу реки,\n\n"
    "1. призывает деревни\nпостроить мост;\n\n2. постановляет вернуться\nк этому вопросу.",
    "ar": "إن الجمعية العامة،\n\nإذ تلاحظ ارتفاع أجرة\nالقوارب في كل القرى\nالواقعة على النهر،\n\n"
    "1 - تشجع القرى على\nبناء الجسور؛\n\n2 - تقرر العودة إلى\nهذه المسألة.",
    "zh": "大会，\n\n铭记沿河各村渡船票价\n高昂，而且渡船\n不多，\n\n"
    "1. 促请各村修建\n桥梁；\n\n2. 决定继续审议\n这一问题。",
}


def places(text: str) -> list[tuple[str, str]]:
    return [(one.place, one.text) for one in read_draft(Source(text, "draft.txt")).paragraphs]


def every_line(text: str) -> str:
    return "".join(f"{number:>3} {line}\n" for number, line in enumerate(text.split("\n"), 1))


def every_filled_line(text: str) -> str:
    number, lines = 0, []
    for line in text.split("\n"):
        number += bool(line)
        lines.append(f"{number}\t{line}" if line else "")
    return "\n".join(lines) + "\n"


def every_fifth(text: str) -> str:
    lines = (text + "\n\n" + "x y\n" * 4).split("\n")
    return "".join(
        f"{number if number % 5 == 0 else '':>3}  {line}\n" for number, line in enumerate(lines, 1)
    )


@pytest.mark.parametrize("language", WRAPPED)
@pytest.mark.parametrize("numbered", [every_line, every_filled_line, every_fifth])
def test_numbers_of_lines_are_left_out(language: str, numbered: Callable[[str], str]) -> None:
    text = WRAPPED[language]
    found = places(numbered(text))[:4]
    assert found == places(text)
    assert [place for place, _ in found] == ["organ line", "preamble 1", "1", "2"]


@pytest.mark.parametrize("language", WRAPPED)
@pytest.mark.parametrize("between", ["- 2 -\n", "2\n", "\n2/3\n\n", "\f"])
@pytest.mark.parametrize("again", [False, True])
def test_heads_and_feet_of_pages_have_no_line_numbers(
    language: str, between: str, again: bool
) -> None:
    """A page may have more lines than this one; what counts is that most have numbers."""
    text = WRAPPED[language] + "\n\n" + WRAPPED[language].split("\n\n", 2)[2]
    lines = [line for line in text.split("\n") if line]
    half = next(index for index, line in enumerate(lines) if line.startswith("2"))
    first = 1 - half if again else 1  # the numbers may begin again on the second page
    numbered = [f"{number:>3} {line}\n" for number, line in enumerate(lines[:half], 1)]
    numbered += [f"{number:>3} {line}\n" for number, line in enumerate(lines[half:], half + first)]
    widths = find_margin(Source("".join(numbered[:half]) + between + "".join(numbered[half:])))
    assert widths is not None
    assert len([width for width in widths if width]) == len(lines)


@pytest.mark.parametrize("language", WRAPPED)
@pytest.mark.parametrize("again", [False, True])
def test_every_fifth_line_has_a_number_on_each_page(language: str, again: bool) -> None:
    rest = WRAPPED[language].split("\n\n", 2)[2]
    lines = [line for line in "\n".join([WRAPPED[language], rest, rest]).split("\n") if line]
    lines += ["x y"] * (35 - len(lines))
    half = next(index for index, line in enumerate(lines) if line.startswith("2")) + 3
    text = ""
    for index, line in enumerate(lines):
        number = index - half + 1 if again and index >= half else index + 1
        text += "- 2 -\n\n" if index == half else ""
        text += f"{number if number % 5 == 0 else '':>3}  {line}\n"
    widths = find_margin(Source(text))
    assert widths is not None
    assert sum(map(bool, widths)) >= 6


EMPTY = {
    "en": "The General Assembly,\n\nNoting the cost,\n\n1. Urges all to row;\n\n2. Decides x.",
    "fr": "L’Assemblée générale,\n\nNotant le prix,\n\n1. Invite à ramer ;\n\n2. Décide x.",
    "es": "La Asamblea General,\n\nObservando x,\n\n1. Exhorta a remar;\n\n2. Decide y.",
    "ru": "Генеральная Ассамблея,\n\nотмечая x,\n\n1. призывает грести;\n\n2. постановляет y.",
    "ar": "إن الجمعية العامة،\n\nإذ تلاحظ x،\n\n1 - تشجع القرى؛\n\n2 - تقرر y.",
    "zh": "大会，\n\n铭记船少，\n\n1. 促请各村修桥；\n\n2. 决定继续审议。",
}


@pytest.mark.parametrize("language", EMPTY)
def test_numbers_of_empty_lines_show_a_margin_where_no_line_is_wrapped(language: str) -> None:
    text = EMPTY[language]
    assert places(every_line(text + "\n\nx")) == places(text + "\n\nx")
    assert [place for place, _ in places(text)] == ["organ line", "preamble 1", "1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        # A form whose last paragraphs are empty, and one empty paragraph among others.
        "".join(f"{number} Urges all to count;\n" for number in range(1, 9)) + "9\n10\n11\n",
        "".join(f"{number}{' Urges all;' * (number != 4)}\n" for number in range(1, 12)),
        # Lines without numbers that are more than the heads and feet of pages.
        "".join(f"{number} Urges the villages to\ncount bridges\n" for number in range(1, 12)),
        # Numbers of paragraphs without their stops.
        "".join(f"{number} Urges villages to count their bridges;\n" for number in range(1, 12)),
        # The same, and the title of a section or the second line of a paragraph among them.
        "".join(f"{n} Urges bridges\n" + "On towns\n" * (n == 7) for n in range(1, 13)),
        "".join(f"{n} Urges a\n" + "second bridge;\n" * (n == 7) for n in range(1, 13)),
        # Numbers that do not count on.
        "\n".join(f"{number} of them" for number in (1, 2, 3, 5, 6, 7, 8, 9, 10)),
        # Multiples of five at other distances than of five lines.
        "".join(
            f"{'to':>3} all the villages\n" * 2 + f"{n:>3}  bridges and\n" for n in (5, 10, 15)
        ),
        "The General Assembly,\n\nNoting that\n5 villages and\n10 towns and\n15 farms are there,\n",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert find_margin(Source(text)) is None


def test_findings_and_edits_stand_at_their_places() -> None:
    text = every_line(WRAPPED["en"].replace("each;", "each,"))
    linter = IncrementalLinter()
    linter.lint(Source(text.replace("each", "either"), "draft.txt"))
    live = linter.lint(Source(text, "draft.txt")).diagnostics
    full = Linter().lint(Source(text, "draft.txt")).diagnostics
    found = [(one.code, one.start, one.end) for one in full]
    assert found == [(one.code, one.start, one.end) for one in live]
    assert ("FORM004", text.index("each,") + 4, text.index("each,") + 5) in found


def test_the_number_of_the_page_may_stand_before_that_of_the_line() -> None:
    lines = WRAPPED["en"].splitlines()
    half = len(lines) // 2
    numbered = [f"1-{number} {line}" for number, line in enumerate(lines[:half], 1)]
    numbered += [f"2-{number} {line}" for number, line in enumerate(lines[half:], 1)]
    found = find_margin(Source("\n".join(numbered)))
    assert found == [len(one.split(" ", 1)[0]) for one in numbered]


def test_line_numbers_may_have_lost_their_space() -> None:
    lines = [
        "WHEREAS:the lamps of",
        "the stairs are dark, and",
        "WHEREAS: the stairs",
        "are steep,",
    ]
    lines += [
        "and so",
        "is the cellar, therefore",
        "Be it resolved by the Student Congress here assembled:",
        "That the Student Union will buy new lamps for the",
        "stairs, and the Dean will pay for all the lamps in\n\n10the cellar.",
    ]
    text = "".join(f"{number}{line}\n\n" for number, line in enumerate(lines, 1))
    widths = find_margin(Source(text))
    assert widths is not None
    assert [width for width in widths if width] == [1] * 9 + [2]
    found = [text for _, text in places("A resolution on lamps\n\n" + text)]
    assert "WHEREAS:the lamps of the stairs are dark, and" in found
    for lines in (
        ["1st of May", "2nd of May", "3rd of May"] * 4,
        [f"{n}th day" for n in range(1, 12)],
    ):
        assert find_margin(Source("\n".join(lines))) is None
