"""Numbers, letters and references: each error found once, at its place, and fixed exactly."""

from __future__ import annotations

from typing import Any

import pytest

import reslint
from reslint.authoring.runner import run_all
from reslint.checks.kinds import Rule
from reslint.fixes import choosing
from reslint.linting.linter import Linter
from reslint.rulebook import loader
from reslint.rulebook.book import Rulebook, standard
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source
from tests.conftest import ROOT

RULES_FILE = ROOT / "rules" / "standard" / "numbering.yaml"
HEAD = "*The General Assembly*,\n\n*Stressing* that libraries serve every public,\n\n"
LIST = "1. *Invites* libraries:\n\n(a) To open early;\n\n(b) To lend maps;\n\n"
LAST = "*Decides* to count the bridges every year.\n"


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    found, problems = loader.load([str(RULES_FILE)], shipped=True)
    assert not problems
    return found


@pytest.fixture(scope="module")
def book(rules: list[Rule]) -> Rulebook:
    return Rulebook(rules)


def found(book: Rulebook, text: str, **options: Any) -> list[Diagnostic]:
    return Linter(Settings(**options), lambda _: book).lint(Source(text)).diagnostics


def spans(book: Rulebook, text: str) -> list[tuple[str, str]]:
    return [(one.code, text[one.start : one.end]) for one in found(book, text)]


def fixed(book: Rulebook, text: str) -> str:
    chosen = choosing.choose(found(book, text), unsafe=True)
    return choosing.apply(text, choosing.edits_of(chosen))


def operative(*labels: str, heads: dict[int, str] | None = None) -> str:
    """A draft whose operative paragraphs bear these labels; `heads` stand before some."""
    pieces = []
    for place, label in enumerate(labels):
        if heads and place in heads:
            pieces.append(heads[place] + "\n\n")
        end = "." if place == len(labels) - 1 else ";"
        verb = ("Invites", "Encourages", "Requests", "Urges")[place % 4]
        pieces.append(f"{label} *{verb}* the town to paint its bridges{end}\n\n".lstrip())
    return HEAD + "".join(pieces)


def test_examples_of_the_rules(rules: list[Rule], book: Rulebook) -> None:
    failures = [
        (result.code, result.number, result.failures)
        for result in run_all(rules, lambda _: book)
        if not result.passed
    ]
    assert failures == []


@pytest.mark.parametrize(
    ("labels", "at"),
    [
        ("1. 2. 4. 5. 6.", ["4."]),
        ("1. 2. 2. 3.", ["2."]),
        ("2. 3. 4.", ["2."]),
        ("1. 2. 7. 4. 5.", ["7."]),
        ("1. 3. 2. 4.", ["3."]),
        ("1. 2. 3. 8.", ["8."]),
        ("1. 2. 4. 5. 5. 6.", ["4.", "5."]),
        ("1. 2. 3. 4.", []),
    ],
)
def test_one_error_one_finding(book: Rulebook, labels: str, at: list[str]) -> None:
    text = operative(*labels.split())
    assert spans(book, text) == [("NUM001", label) for label in at]
    count = len(labels.split())
    assert fixed(book, text) == operative(*(f"{number}." for number in range(1, count + 1)))


def test_roman_sections_one_way_in_a_draft(book: Rulebook) -> None:
    heads = {0: "**I**", 2: "**II**", 4: "**III**"}
    for labels in ("1. 2. 3. 4. 5. 6.", "1. 2. 1. 2. 1. 2."):
        assert spans(book, operative(*labels.split(), heads=heads)) == []
    text = operative(*["1.", "2.", "3.", "4.", "1.", "2."], heads=heads)
    assert spans(book, text) == [("NUM001", "1.")]
    assert fixed(book, text) == operative(*["1.", "2.", "3.", "4.", "5.", "6."], heads=heads)
    assert spans(book, operative(*["1.", "2.", "1.", "2."], heads={2: "**Rivers**"})) == [
        ("NUM001", "1.")
    ]


def test_nested_resolution_counts_from_one(book: Rulebook) -> None:
    outer = (
        "*The Economic and Social Council*\n\n*Recommends* to the General Assembly the adoption "
        "of the following draft resolution:\n\n"
    )
    inner = operative("1.", "2.", "3.")
    assert spans(book, outer + inner) == []
    assert spans(book, outer + inner.replace("3. ", "4. ")) == [("NUM001", "4.")]


def test_bis_is_for_negotiations(book: Rulebook, rules: list[Rule]) -> None:
    text = operative("1.", "2.", "2 bis.", "2 ter.", "3.")
    assert [code for code, _ in spans(book, text)] == ["NUM001"]
    assert fixed(book, text) == operative("1.", "2.", "3.", "4.", "5.")
    rule = next(rule for rule in rules if rule.code == "NUM001")
    before = rule.parameters
    rule.parameters = {"negotiation": True}
    try:
        assert spans(book, text) == []
    finally:
        rule.parameters = before


def test_renumbering_fixes_references(book: Rulebook) -> None:
    text = (
        HEAD + LIST + "3. *Requests* the town to keep to paragraph 1 (b) above and paragraphs 1 "
        "and 4 of the present resolution;\n\n4. *Urges* rivers to follow paragraph 3 above.\n"
    )
    wanted = (
        text.replace("3. *R", "2. *R")
        .replace("4. *U", "3. *U")
        .replace("and 4 of", "and 3 of")
        .replace("paragraph 3 above", "paragraph 2 above")
    )
    assert fixed(book, text) == wanted


def test_a_doubtful_reference_is_left_and_named(book: Rulebook) -> None:
    text = operative("1.", "2.", "2.", "3.").replace(
        "bridges.", "bridges as paragraph 2 above says."
    )
    (one,) = found(book, text)
    assert [text[other.start : other.end] for other in one.related] == ["2"]
    assert "paragraph 2 above" in fixed(book, text)


def test_a_number_without_stop_counts(book: Rulebook) -> None:
    text = operative("1.", "2.", "3", "4.")
    assert spans(book, text) == [("NUM010", "3")]
    assert fixed(book, text) == operative("1.", "2.", "3.", "4.")


@pytest.mark.parametrize("label", ["3)", "3 -", "3."])
def test_other_labels_are_rewritten(book: Rulebook, label: str) -> None:
    text = operative("1.", "2.", label, "4.")
    if label == "3.":
        text = text.replace("3. *", "3.*")
    assert [code for code, _ in spans(book, text)] == ["NUM010"]
    assert fixed(book, text) == operative("1.", "2.", "3.", "4.")


def test_a_bracketed_number_after_a_list_counts(book: Rulebook) -> None:
    text = HEAD + LIST + "2) *Urges* rivers to rise;\n\n3. " + LAST
    assert spans(book, text) == [("NUM010", "2)")]


@pytest.mark.parametrize("gap", ["     ", "\u00a0", "\t", " "])
def test_blanks_after_a_label_are_layout(book: Rulebook, gap: str) -> None:
    assert spans(book, operative("1.", "2.", "3.").replace("2. ", "2." + gap)) == []


@pytest.mark.parametrize(
    "written",
    ["1. *Decides* to", "*1. Decides* to", "**1.** *Decides* to", "**1**. *Decides* to",
     "1\\. *Decides* to", "1.\u00a0*Decides* to"],
)  # fmt: skip
def test_a_needless_number_goes_with_its_marks(book: Rulebook, written: str) -> None:
    text = HEAD + LAST.replace("*Decides* to", written)
    assert [one.code for one in found(book, text)] == ["NUM002"]
    assert fixed(book, text) == HEAD + LAST


def test_letters(book: Rulebook) -> None:
    text = HEAD + LIST.replace("(b)", "(d)") + "2. " + LAST
    assert spans(book, text) == [("NUM004", "(d)")]
    assert fixed(book, text) == HEAD + LIST + "2. " + LAST
    letters = [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]
    items = "".join(f"({letter}) To lend maps;\n\n" for letter in letters)
    assert spans(book, HEAD + "1. *Invites* libraries:\n\n" + items + "2. " + LAST) == []


def test_letters_that_are_referred_to_change_only_on_request(book: Rulebook) -> None:
    text = HEAD + LIST.replace("(b)", "(c)") + "2. *Urges* rivers to heed paragraph 1 (c) above.\n"
    (one,) = found(book, text)
    assert one.fix is not None
    assert one.fix.safety == "unsafe"


def test_references(book: Rulebook) -> None:
    def with_end(words: str) -> list[str]:
        text = HEAD + LIST + f"2. *Urges* rivers to heed {words}.\n"
        return [text[one.start : one.end] for one in found(book, text)]

    assert with_end("paragraph 1 above") == []
    assert with_end("paragraphs 1 (a) and (b) above") == []
    assert with_end("subparagraph (b) of paragraph 1 above") == []
    assert with_end("subparagraph (d) of paragraph 1 above") == ["(d)"]
    assert with_end("paragraph 1 (a) and (c) above") == ["(c)"]
    assert with_end("paragraphs 5 to 7 of this resolution") == ["5", "7"]
    assert with_end("paragraph 1 below") == ["1"]
    assert with_end("paragraph 9 of its resolution 70/1") == []
    assert with_end("article V, paragraph 9, above") == []
    assert with_end("paragraph 9") == []


def test_a_number_is_inserted_where_one_is_missing(book: Rulebook) -> None:
    text = operative("1.", "", "3.")
    assert spans(book, text) == [("NUM009", "Encourages")]
    assert fixed(book, text) == operative("1.", "2.", "3.")
    (one,) = found(book, operative("1.", "", "2."))
    assert (one.code, one.fix) == ("NUM009", None)


@pytest.mark.parametrize("wrong", ["2.*", "2 *", "*"])
def test_a_gap_after_a_number_is_that_of_the_draft(book: Rulebook, wrong: str) -> None:
    blanks = operative("1.", "2.", "3.")
    tabs = blanks.replace(". *", ".\t*")
    assert fixed(book, tabs.replace("2.\t*", wrong)) == tabs.replace("2.\t", _after(wrong))
    assert fixed(book, blanks.replace("2. *", wrong)) == blanks


def _after(wrong: str) -> str:
    """The right label; a blank that stands there already stays."""
    return "2. " if " " in wrong else "2.\t"


def test_a_name_keeps_its_capital_in_a_lower_case_list(book: Rulebook) -> None:
    text = (
        "*The Security Council*,\n\n*Stressing* that the Alban river must stay open,\n\n"
        "1. *Requests* that these stay open:\n\n(a) roads;\n\n(b) bridges;\n\n(c) Alban ports;\n\n"
        "(d) fords;\n\n"
        "2. " + LAST
    )
    assert spans(book, text) == []
    assert spans(book, text.replace("(a) r", "(a) R")) == [("NUM007", "R")]


def test_bullets_belong_to_the_security_council(book: Rulebook) -> None:
    items = "1. *Requests* that these stay open:\n\n– roads;\n\n– bridges;\n\n2. " + LAST
    assert [code for code, _ in spans(book, HEAD + items)] == ["NUM005"]
    assert spans(book, HEAD.replace("General Assembly", "Security Council") + items) == []


def test_a_preamble_numbered_throughout_loses_all_its_numbers(book: Rulebook) -> None:
    text = (
        "*The General Assembly*,\n\n1. *Stressing* that libraries serve every public,\n\n"
        "2. *Recognizing* that rivers need bridges,\n\n3. *Decides* to open the library;\n\n"
        "4. *Requests* the librarian to report on it.\n"
    )
    assert spans(book, text) == [("NUM003", "1.")]
    assert "\n\n*Recognizing* that" in fixed(book, text)
    assert "\n\n1. *Decides* to" in fixed(book, text)


def test_numbers_under_a_lettered_item_are_items_till_a_verb_opens_a_paragraph(
    book: Rulebook,
) -> None:
    text = (
        HEAD + "1. *Decides* to open:\n\n(a) The rooms for reading:\n\n1. In the library;\n\n"
        "2. In the school;\n\n(b) The garden;\n\n2. *Requests* the librarian to report on it.\n"
    )
    first, second = text.index("1. In"), text.index("2. In")
    assert [(d.code, d.start, d.end) for d in found(book, text)] == [
        ("NUM005", first, first + 2),
        ("NUM005", second, second + 2),
    ]


def test_two_items_in_the_wrong_order_are_one_list_over_a_line_between(book: Rulebook) -> None:
    text = (
        HEAD
        + "1. *Invites* libraries:\n\n(b) To lend maps;\n\nMaps of rivers first;\n\n"
        + f"(a) To open early;\n\n2. {LAST}"
    )
    assert spans(book, text) == [("NUM004", "(b)"), ("NUM004", "(a)")]
    # Two lists that both begin at one stay two.
    apart = text.replace("(b)", "(a)")
    assert "NUM004" not in {code for code, _ in spans(book, apart)}


def test_a_repeated_letter_is_one_over_lines_that_its_colon_announced(book: Rulebook) -> None:
    text = (
        HEAD
        + "1. *Invites* libraries:\n\n(a) To speak of:\n\nRivers;\n\nBridges;\n\n"
        + f"(a) To open early;\n\n2. {LAST}"
    )
    (one,) = found(book, text)
    assert (one.code, one.start) == ("NUM004", text.rindex("(a)"))
    assert fixed(book, text) == text.replace("(a) To open", "(b) To open")


def test_a_list_is_relettered_with_its_own_letters(book: Rulebook) -> None:
    text = HEAD + LIST.replace("(a)", "(а)") + "2. " + LAST  # а is Cyrillic
    swapped = text.replace("(а)", "(!)").replace("(b)", "(а)").replace("(!)", "(b)")
    assert {code for code, _ in spans(book, swapped)} == {"NUM004"}
    assert fixed(book, swapped) == text


QUOTED = """\
***إن الجمعية العامة***،

***إذ تشدد*** على أن المكتبات تخدم الجمهور كافة،

1 - ***تدعو*** المكتبات إلى ما يلي:

(أ) فتح الأبواب:

’1‘ في المساء؛

’2‘ في الصباح؛

’3‘ في الظهر؛

(ب) طلاء الجسور؛

2 - ***تقرر*** أن تعود إلى المسألة.
"""


@pytest.mark.parametrize("label", ["’1‘", "’2‘", "’3‘"])
@pytest.mark.parametrize("frame", ["N.", "N)", "N -"])
def test_a_plain_number_in_a_list_of_quoted_ones(label: str, frame: str) -> None:
    written = frame.replace("N", label[1])
    assert found(standard("ar"), QUOTED) == []
    place = QUOTED.index(label)
    errors = found(standard("ar"), QUOTED.replace(label, written))
    assert [(d.code, d.start, d.end) for d in errors] == [("NUM005", place, place + len(written))]


def test_a_plain_number_after_an_item_that_is_but_a_title(book: Rulebook) -> None:
    text = (
        f"{HEAD}1. *Invites* libraries to open:\n\n(a) **Rooms**\n\n1. In the library;\n\n"
        f"(b) **Gardens**\n\n2. {LAST}"
    )
    assert ("NUM005", "1.") in spans(book, text)
    assert "NUM001" not in {code for code, _ in spans(book, text)}


def test_a_lone_paragraph_with_another_number_than_one_is_left_alone() -> None:
    text = "*The General Assembly*,\n\n*Noting* the wells,\n\n{}. *Decides* to dig a well.\n"
    codes = [
        [one.code for one in Linter().lint(Source(text.format(number))).diagnostics]
        for number in (1, 3)
    ]
    assert codes[0] == ["NUM002"]
    assert "NUM002" not in codes[1]


@pytest.mark.parametrize(
    ("letters", "message", "fixed"),
    [
        ("а б г", "Sub-paragraph г) follows б: it should be в.", "в"),
        ("а в г", "Sub-paragraph в) follows а: it should be б.", "б"),
    ],
)
def test_cyrillic_letters_are_named_and_put_in_order_unsafely(
    letters: str, message: str, fixed: str
) -> None:
    items = "".join(f"{letter}) чинить лодки;\n\n" for letter in letters.split())
    text = (
        "*Генеральная Ассамблея*,\n\n*отмечая* лодки,\n\n1. *призывает* деревни:\n\n"
        f"{items}2. *постановляет* вернуться к вопросу.\n"
    )
    found = [one for one in reslint.check(text).diagnostics if one.code == "NUM004"]
    assert found[0].message == message
    assert found[0].fix is not None and found[0].fix.safety == "unsafe"
    assert found[0].fix.edits[0].text == fixed


@pytest.mark.parametrize(
    "line",
    [
        "(1) *Decides* to count the bridges, (2) to paint them.",
        "1 *Decides* to count the bridges and 2 to paint them.",
    ],
)
def test_the_only_number_stays_where_the_next_one_may_stand_on_its_line(
    book: Rulebook, line: str
) -> None:
    one = [each for each in found(book, HEAD + line + "\n") if each.code == "NUM002"]
    assert [each.fix.safety for each in one if each.fix] == ["unsafe"]
    other = [each for each in found(book, HEAD + "(1) " + LAST) if each.code == "NUM002"]
    assert [each.fix.safety for each in other if each.fix] == ["safe"]
