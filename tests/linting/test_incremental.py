"""An incremental lint of an edited draft gives the diagnostics of a full lint."""

from __future__ import annotations

import gc
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.edits import facts_of
from reslint.blocks.model import Block
from reslint.draft import walk
from reslint.draft.parts.walk_state import WalkState
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter, LintResult
from reslint.rulebook.book import standard
from reslint.settings.settings import Settings
from reslint.text.source import Source, decode
from tests.conftest import EXAMPLES, ROOT, SHARED

DRAFTS = [*EXAMPLES, *sorted((ROOT / "tests" / "drafts").glob("*.md"))]
TEXTS = [decode(path.read_bytes()).text for path in DRAFTS]
TYPED = [
    "x", " ", "\n", "\n\n", "*", "**", ",", ";", ".", ":", "1. ", "(a) ", "\n\n2. ", "[^1]", "¹",
    "---\n", "```\n", "\f", "\r\n", "\u2028", "\u0085", "🌍", "е", "的", "\u200f", "’", "'", "«",
    "»", "# ", " of 15 December 2022", " résolution 70/1 ", "<!-- ", " -->",
    "<!-- reslint-disable-next-line LEAD002 -->\n", "Annex\n\n", "*Recalling* ", "5 Decides ",
]  # fmt: skip


def edited(text: str, random: random.Random) -> str:
    """The text after one edit as people make them, and some that they do not."""
    at = random.randrange(len(text) + 1)
    kind = random.random()
    if kind < 0.45:
        return text[:at] + random.choice(TYPED) + text[at:]
    if kind < 0.7:
        return text[:at] + text[at + random.choice([1, 1, 1, 2, 5, 40]) :]
    paragraphs = text.split("\n\n")
    one, other = random.randrange(len(paragraphs)), random.randrange(len(paragraphs))
    if kind < 0.8:
        del paragraphs[one]
    elif kind < 0.9:
        paragraphs.insert(one, paragraphs[other])
    else:
        paragraphs[one], paragraphs[other] = paragraphs[other], paragraphs[one]
    return "\n\n".join(paragraphs)


def assert_same_while_edited(text: str, seed: int, edits: int, options: Settings) -> None:
    random_edits = random.Random(seed)
    linter = IncrementalLinter(options)
    linter.lint(Source(text))
    for _ in range(edits):
        text = edited(text, random_edits)
        live = linter.lint(Source(text))
        full = Linter(options).lint(Source(text))
        assert facts_of(live) == facts_of(full)
        assert [str(problem) for problem in live.errors] == [str(p) for p in full.errors]
        assert live.ran == full.ran


@settings(max_examples=60)
@given(st.sampled_from(TEXTS), st.integers(0, 2**32))
def test_an_incremental_lint_agrees_with_a_full_one(text: str, seed: int) -> None:
    assert_same_while_edited(text, seed, 6, Settings(profile="strict"))


@settings(max_examples=15)
@given(st.sampled_from(TEXTS), st.integers(0, 2**32))
def test_an_incremental_lint_of_plain_text_agrees_with_a_full_one(text: str, seed: int) -> None:
    plain = text.replace("*", "")
    assert_same_while_edited(plain, seed, 4, Settings(text_format="plain"))


def test_plain_text_that_gets_and_loses_emphasis_while_it_is_typed() -> None:
    bare = "The General Assembly,\n\nRecalling it,\n\n1. Decides to go on.\n"
    organ = bare.replace("The General Assembly", "*The General Assembly*")
    both = organ.replace("Recalling", "*Recalling*")
    options = Settings(text_format="plain")
    linter = IncrementalLinter(options)
    codes = []
    for text in (bare, organ, both, both, organ, both):
        live = linter.lint(Source(text))
        assert facts_of(live) == facts_of(Linter(options).lint(Source(text)))
        codes.append({one.code for one in live.diagnostics} & {"LEAD002", "TOOL007"})
    plain, read = {"TOOL007"}, {"LEAD002"}
    assert codes == [plain, plain, read, read, plain, read]


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_official_texts_edited(language: str) -> None:
    paths = sorted((SHARED / "corpus" / "md" / language).glob("*.md"))[::27]
    if not paths:
        pytest.skip("the official texts are not here (RESLINT_TEXTS names their folder)")
    for path in paths:
        assert_same_while_edited(decode(path.read_bytes()).text, 1, 4, Settings())


def test_recovered_texts_edited(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.md")):
        assert_same_while_edited(decode(path.read_bytes()).text, 7, 12, Settings())


def test_other_texts_in_between() -> None:
    for options in (Settings(), Settings(profile="strict"), Settings(language="fr")):
        linter = IncrementalLinter(options)
        for text in (TEXTS[0], "", TEXTS[-1], "no draft\n", TEXTS[0]):
            live = linter.lint(Source(text))
            assert facts_of(live) == facts_of(Linter(options).lint(Source(text)))


def test_what_is_unchanged_is_not_looked_at_again() -> None:
    text = TEXTS[0]
    linter = IncrementalLinter()
    before = linter.lint(Source(text))
    end = text.rindex(".")
    after = linter.lint(Source(text[:end] + "x" + text[end:]))
    same = set(map(id, before.draft.paragraphs)) & set(map(id, after.draft.paragraphs))
    assert len(same) == len(after.draft.paragraphs)
    end = after.draft.source.text.rindex(".")
    last = linter.lint(Source(text[:end] + "\n\nx" + text[end:]))
    assert len(same & set(map(id, last.draft.paragraphs))) == len(after.draft.paragraphs) - 1


def test_what_is_unchanged_is_not_judged_again() -> None:
    text = (ROOT / "examples" / "libraries-with-errors.en.md").read_text(encoding="utf-8")
    linter = IncrementalLinter()
    before = linter.lint(Source(text))
    end = text.rindex(".")
    after = linter.lint(Source(text[:end] + "x" + text[end:]))
    known = {id(each) for each in before.diagnostics}
    kept = {each.code for each in after.diagnostics if id(each) in known}
    assert {"LEAD003", "LEAD004", "NOTE004"} <= kept


def test_the_walk_goes_over_what_changed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(f"{number}. *Notes* it;\n\n" for number in range(1, 400))
    text = f"*The General Assembly*,\n\n*Recalling* it,\n\n{body}400. *Decides* it.\n"
    steps: list[Block] = []
    step = walk._read_block

    def counted(state: WalkState, block: Block) -> None:
        steps.append(block)
        step(state, block)

    monkeypatch.setattr(walk, "_read_block", counted)
    linter = IncrementalLinter()
    linter.lint(Source(text))
    assert len(steps) == 402
    steps.clear()
    at = text.index("200. ")
    result = linter.lint(Source(text[:at] + "200. *Notes* more;\n\n" + text[at:]))
    assert len(steps) < 12
    assert [p.place for p in result.draft.paragraphs] == [
        p.place for p in Linter().lint(result.draft.source).draft.paragraphs
    ]


def edited_live(before: str, after: str, path: str = "") -> tuple[LintResult, LintResult]:
    """The results of an incremental and of a full lint after an edit."""
    linter = IncrementalLinter()
    linter.lint(Source(before, path))
    live, full = linter.lint(Source(after, path)), Linter().lint(Source(after, path))
    assert facts_of(live) == facts_of(full)
    parts = [[(p.part, p.place) for p in result.draft.paragraphs] for result in (live, full)]
    assert parts[0] == parts[1]
    return live, full


def numbered(*sentences: str) -> str:
    head = "*The General Assembly*,\n\n*Recalling* the winter,\n\n*Noting* the snow,\n\n"
    return head + "".join(f"{at}. {each}\n\n" for at, each in enumerate(sentences, 1))


NOTES = ("*Notes* the roads;", "*Invites* the towns;", "*Requests* the schools;")


def test_a_line_below_a_heading_becomes_an_item_with_its_end_mark() -> None:
    before = numbered("*Notes* the roads;") + "## A\n\n(a) Roads\n\n2. *Thanks* the drivers.\n"
    after = before.replace("(a) Roads", "(a) Roads;")
    live, _ = edited_live(before, after, "draft.md")
    assert "NUM006" in {each.code for each in live.diagnostics}
    live, _ = edited_live(after, before, "draft.md")
    assert "NUM006" not in {each.code for each in live.diagnostics}


def test_a_finding_that_looks_beyond_its_paragraph_follows_the_others() -> None:
    town = "*Welcomes* the library of Pago Pago;"
    before = numbered(town, *NOTES, "*Thanks* the drivers.")
    after = before.replace("the drivers", "Pago, Pago and Pago for the drivers")
    live, _ = edited_live(before, after)
    assert "WORD008" in {each.code for each in live.diagnostics}
    live, _ = edited_live(after, before)
    assert "WORD008" not in {each.code for each in live.diagnostics}


def test_a_finding_in_a_paragraph_follows_the_items_below_it() -> None:
    # In a paragraph with items a bracket may be closed in one of them.
    whole = "1. *Decides* to count] the bridges:\n\n{}(a) Of wood;\n\n(b) Of stone."
    text = f"*The General Assembly*,\n\n*Recalling* the Charter,\n\n{whole}\n"
    between = "2. *Requests* a report;\n\n"
    live, _ = edited_live(text.format(between), text.format(""))
    assert "TYPO014" not in {each.code for each in live.diagnostics}
    live, _ = edited_live(text.format(""), text.format(between))
    assert "TYPO014" in {each.code for each in live.diagnostics}


@pytest.mark.parametrize("bracket", ["(", "[", "（"])
def test_a_bracket_opened_far_before_the_end_makes_its_fix_unsafe(bracket: str) -> None:
    text = numbered("*Notes* the {}roads of the towns and " + "of the villages and " * 9 + "hills")
    closed, _ = edited_live(text.format(bracket), text.format(""))
    opened, _ = edited_live(text.format(""), text.format(bracket))
    safety = [
        [each.fix.safety for each in result.diagnostics if each.code == "FORM004" and each.fix]
        for result in (closed, opened)
    ]
    assert safety == [["safe"], ["unsafe"]]


@pytest.mark.parametrize("typed", ['"', "\N{SOFT HYPHEN}", "of 1945,"])
def test_a_line_typed_above_a_label_changes_the_fix_of_the_label(typed: str) -> None:
    text = "*The General Assembly*,\n\n*Recalling* the Charter,{}\n1. *Decides* to act.\n"
    live, _ = edited_live(text.format(typed), text.format("\n"))
    (found,) = [each for each in live.diagnostics if each.code == "NUM002"]
    assert [edit.text for edit in found.fix.edits] == [""]  # type: ignore[union-attr]
    live, _ = edited_live(text.format("\n"), text.format(typed))
    (found,) = [each for each in live.diagnostics if each.code == "NUM002"]
    assert [edit.text for edit in found.fix.edits] == ["\n"]  # type: ignore[union-attr]


def test_a_word_beside_a_chinese_character_is_found_whatever_else_the_draft_holds() -> None:
    text = "*The General Assembly*,\n\n*Noting* {} land,\n\n1. *Decides* on 段percent.\n"
    one, _ = edited_live(text.format("five percent of"), text.format("the"))
    other, _ = edited_live(text.format("the"), text.format("five percent of"))
    places = [
        [each.paragraph for each in result.diagnostics if each.code == "TYPO002"]
        for result in (one, other)
    ]
    assert places == [["1"], ["preamble 1", "1"]]


def test_plain_text_stops_being_markdown_while_it_is_typed() -> None:
    text = "*大会*,\n\n*回顾*1号《宪章》,\n\n1.{} *决定* "
    live, full = edited_live(text.format(""), text.format("</a>"), "draft.txt")
    assert (live.draft.is_resolution, full.draft.is_resolution) == (False, False)


def test_numbers_in_the_margin_come_and_go() -> None:
    lines = [f"    the maps of town {number} and" for number in range(1, 17)]
    for number in (5, 10, 15):
        lines[number - 1] = f"{number:<4}" + lines[number - 1].lstrip()
    lines[0] = "    *The General Assembly*,"
    lines[1], lines[6], lines[7] = "\n    *Recalling*", "    rivers,\n", "    *Noting*"
    with_margin = "\n".join(lines) + "\n    rivers,\n\n    1. *Decides* to count them.\n"
    # Only the first paragraph is edited; the second one has numbers in its midst.
    without = with_margin.replace("5   ", "    ", 1)
    live, full = edited_live(with_margin, without)
    assert "10  the maps" in full.draft.paragraphs[2].text
    assert live.draft.paragraphs[2].text == full.draft.paragraphs[2].text
    live, full = edited_live(without, with_margin)
    assert "10" not in full.draft.paragraphs[2].text.replace("town 10", "")
    assert live.draft.paragraphs[2].text == full.draft.paragraphs[2].text


def test_a_habit_that_changes_is_judged_everywhere() -> None:
    last = "*Thanks* the driver’s and a girl's dog."
    before = numbered("*Notes* the town’s roads;", *NOTES, last)
    after = before.replace("driver’s and", "driver's, a boy's and")
    _, was = edited_live(after, before)
    live, _ = edited_live(before, after)
    places = [
        [each.paragraph for each in result.diagnostics if each.code == "TYPO006"]
        for result in (was, live)
    ]
    assert places == [["5"], ["1"]]


def test_a_number_far_below_decides_what_stands_above() -> None:
    preamble = "*The General Assembly*,\n\n" + "*Recalling* the winter,\n\n" * 6
    above = preamble + "*Decides* to read\n\n" + "*Recalling* the spring,\n\n" * 6
    before, after = above + "1. *Notes* the snow.\n", above + "*Notes* the snow.\n"
    one, _ = edited_live(after, before)
    other, _ = edited_live(before, after)
    parts = [[p.part for p in result.draft.paragraphs] for result in (one, other)]
    assert parts[0][:8] != parts[1][:8]


def test_a_line_that_joins_a_paragraph_above_changes_what_follows() -> None:
    whole = (
        "THE ENVIRONMENT COMMISSION,\n"
        "DEEPLY DISTURBED by the loss of forest within ten kilometres of large refugee camps,\n"
        "FULLY AWARE that women who walk far for wood are often attacked on the way,\n"
        "FORUM: Environment Commission\n"
        "QUESTION OF: Firewood and deforestation around refugee camps\n"
        "SUBMITTED BY: {}ganda\nCO-SUBMITTED BY: Kenya, Jordan, Bangladesh, UNHCR\n"
        "2. URGES host governments to plant trees together with the residents by:\n"
        "a) hiring residents and neighbours in equal numbers,\n"
        "b) paying by surviving tree and not by planted tree,\n"
        "c) choosing species that:\ni) grow fast,\nii) feed animals;\n"
    )
    before, after = whole.format("U"), whole.format(" depend on the state of the forest.\n")
    live, _ = edited_live(before, after)
    assert [len(each.blocks) for each in live.draft.paragraphs[:3]] == [1, 1, 3]
    edited_live(after, before)


@pytest.mark.parametrize(
    ("organ", "phrase", "other"),
    [
        ("*The General Assembly*,", "*Recalling*", "*Apples*"),
        ("*La Asamblea General*,", "*Recordando*", "*Manzanas*"),
        ("*L’Assemblée générale*,", "*Rappelant*", "*Pommes*"),
        ("*Генеральная Ассамблея*,", "*ссылаясь на*", "*Яблоки*"),
        ("*إن الجمعية العامة*،", "*إذ تشير إلى*", "*التفاح*"),
        ("*大会*,", "*回顾*", "*苹果*"),
    ],
)
def test_the_paragraph_below_decides_where_a_line_ends(organ: str, phrase: str, other: str) -> None:
    before = f"No. 5 {organ}\n\n{phrase} 70/1,\n\n1. 70/1.\n"
    after = before.replace(phrase, other)
    live, _ = edited_live(before, after)
    assert [each.part for each in live.draft.paragraphs] == ["masthead"] * 3
    live, _ = edited_live(after, before)
    parts = [each.part for each in live.draft.paragraphs[:3]]
    assert parts == ["masthead", "organ line", "preamble"]


def test_a_rule_that_fails_is_an_error_of_every_lint(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "examples" / "libraries-with-errors.en.md").read_text(encoding="utf-8")
    rule = standard("en").get("LEAD002")
    linter = IncrementalLinter()
    with monkeypatch.context() as patched:
        patched.setattr(rule, "_messages", {"": {"en": "{no_such_value}"}})
        for typed in ("", "x", "xy"):
            result = linter.lint(Source(text + typed))
            assert [one.code for one in result.errors] == ["TOOL004"]
    # What the rule did not find in unchanged paragraphs is found as soon as it works.
    after = linter.lint(Source(text + "xyz"))
    assert after.errors == []
    assert facts_of(after) == facts_of(Linter().lint(Source(text + "xyz")))


def test_edits_leave_nothing_in_memory() -> None:
    # Counted in objects, not in bytes or time: a draft is some thousands of them.
    linter = IncrementalLinter(Settings(profile="strict"))
    chance = random.Random(1)
    text = TEXTS[0][:900]

    def edit(number: int) -> None:
        nonlocal text
        for _ in range(number):
            at = chance.randrange(len(text))
            text = (text[:at] + chance.choice(TYPED) + text[at:])[:900]
            linter.lint(Source(text))

    edit(60)
    gc.collect()
    before = len(gc.get_objects())
    edit(60)
    gc.collect()
    assert len(gc.get_objects()) - before < 5000
