"""While words within a paragraph are typed, that paragraph alone is read and judged."""

from __future__ import annotations

import pytest

from reslint.blocks import reader
from reslint.checks.kinds import Rule, find_kind
from reslint.draft.model import Draft
from reslint.draft.rereading.retyping import Retyped, Retyping
from reslint.language.language import language as find_language
from reslint.linting import incremental, rule_run
from reslint.linting.budget import Budget
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter, LintResult
from reslint.linting.rule_run import RuleRun
from reslint.settings.settings import Settings
from reslint.text.source import Source

HEAD = "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015,\n\n"
SENTENCE = (
    "*Notes* that the libraries of the northern valleys lend their books to all who walk there, "
    "and that they read “aloud” when the winter is long, while the drivers bring what the schools "
    "need over the passes and the councils repair the roofs before the snow comes again"
)
BODY = "".join(f"{number}. {SENTENCE};\n\n" for number in range(1, 120))
TEXT = f"{HEAD}{BODY}120. *Decides* to read aloud.\n"
AT = TEXT.index("winter", TEXT.index("60. "))


class Typing:
    """Counts the blocks read and the rules run while a linter follows a text."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, text: str = TEXT) -> None:
        self.linter = IncrementalLinter(Settings(profile="strict"))
        self.linter.lint(Source(text))
        self.read = 0
        self.wide: set[str] = set()
        read_block, run_rules = reader._read_block, rule_run.run_rules

        def read(*given: object) -> object:
            self.read += 1
            return read_block(*given)  # type: ignore[arg-type]

        def run(rules: list[Rule], draft: Draft, settings: Settings, budget: Budget) -> RuleRun:
            if draft.whole is draft:
                self.wide |= {rule.code for rule in rules}
            return run_rules(rules, draft, settings, budget)

        monkeypatch.setattr(reader, "_read_block", read)
        monkeypatch.setattr(incremental, "run_rules", run)

    def type(self, text: str) -> LintResult:
        """Lint a text as the next one; its result is that of a full lint."""
        self.read, self.wide = 0, set()
        result = self.linter.lint(Source(text))
        read, wide = self.read, self.wide
        full = Linter(Settings(profile="strict")).lint(Source(text))
        said = [
            [(one.code, one.start, one.end, one.message, one.paragraph) for one in each.diagnostics]
            for each in (result, full)
        ]
        assert said[0] == said[1]
        self.read, self.wide = read, wide
        return result


def test_a_letter_reads_one_block_and_runs_no_rule_on_the_whole_draft(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typing = Typing(monkeypatch)
    undeclared = {
        rule.code for rule in typing.linter._draft_rules if find_kind(rule.check).reads is None
    }
    for typed in ("x", "xy", "xyz"):
        typing.type(TEXT[:AT] + typed + TEXT[AT:])
        assert (typing.read, typing.wide) == (1, undeclared)


def test_a_rule_runs_again_where_what_it_reads_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    typing = Typing(monkeypatch)
    result = typing.type(TEXT[:AT] + "“" + TEXT[AT:])
    assert "TYPO004" in typing.wide and "NUM001" not in typing.wide
    assert [one.paragraph for one in result.diagnostics if one.code == "TYPO004"] == ["60"]
    # Its finding moves with the text, although nothing that the rule reads changes.
    result = typing.type(TEXT[: AT - 4] + "long " + TEXT[AT - 4 : AT] + "“" + TEXT[AT:])
    assert "TYPO004" not in typing.wide
    (found,) = [one for one in result.diagnostics if one.code == "TYPO004"]
    assert result.draft.source.text[found.start : found.end] == "“"


def test_a_finding_at_the_place_of_typing_is_looked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = TEXT[:AT] + "“" + TEXT[AT:]
    typing = Typing(monkeypatch, before)
    result = typing.type(TEXT)
    assert "TYPO004" in typing.wide
    assert "TYPO004" not in {one.code for one in result.diagnostics}


@pytest.mark.parametrize("typed", ["\n\n", "\n", "; \n\n", "<!-- "])
def test_what_changes_more_than_words_is_read_as_a_whole(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing = Typing(monkeypatch)
    taken: list[Retyped] = []
    take = Retyping.take

    def counted(self: Retyping, retyped: Retyped, source: Source) -> Draft:
        taken.append(retyped)
        return take(self, retyped, source)

    monkeypatch.setattr(Retyping, "take", counted)
    typing.type(TEXT[:AT] + typed + TEXT[AT:])
    assert not taken
    typing.type(TEXT)
    typing.type(TEXT[:AT] + "x" + TEXT[AT:])
    assert len(taken) == 1


def test_typing_in_the_first_of_several_lines_keeps_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrapped = TEXT.replace(" and that they", "\nand that they").replace(" need over", "\nneed over")
    typing = Typing(monkeypatch, wrapped)
    at = wrapped.index("northern", wrapped.index("60. "))
    for after in (wrapped[:at] + "cold" + wrapped[at:], wrapped[:at] + "x" + wrapped[at:]):
        result = typing.type(after)
        assert typing.read == 1
        (paragraph,) = [one for one in result.draft.paragraphs if one.place == "60"]
        start = after.index("60. ") + len("60. ")
        written = after[start : after.index(";", start) + 1]
        assert paragraph.text == written.replace("*", "").replace("\n", " ")
        assert paragraph.source_span(len(paragraph.text) - 6, len(paragraph.text)) == (
            start + len(written) - 6,
            start + len(written),
        )


def test_old_texts_are_forgotten_while_words_are_typed() -> None:
    text = f"{HEAD}1. {SENTENCE};\n\n2. *Decides* to read aloud.\n"
    linter = IncrementalLinter()
    linter.lint(Source(text))
    at = text.index("winter")
    for number in range(1000, 1800):
        linter.lint(Source(f"{text[:at]}{number} {text[at:]}"))
    roles = linter._paragraph_cache.roles(find_language("en"))
    assert 0 < len(roles._openings) < 600
    assert 0 < len(roles.phrases._found) < 600


def test_typing_in_lines_without_blank_lines_reads_one_block_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dense = TEXT.replace("\n\n", "\n")
    typing = Typing(monkeypatch, dense)
    at = dense.index("winter", dense.index("60. "))
    for typed in ("x", "xy"):
        result = typing.type(dense[:at] + typed + dense[at:])
        assert typing.read == 1
        (paragraph,) = [one for one in result.draft.paragraphs if one.place == "60"]
        assert f"the {typed}winter" in paragraph.text


@pytest.mark.parametrize("end", ["\n", " "])
def test_typing_in_one_of_several_paragraphs_of_a_block_reads_that_block_alone(
    end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = TEXT.index("60. ")
    joined = TEXT[:first] + TEXT[first:].replace("\n\n", end, 2)
    typing = Typing(monkeypatch, joined)
    undeclared = {
        rule.code for rule in typing.linter._draft_rules if find_kind(rule.check).reads is None
    }
    for place in ("60", "61", "62"):
        at = joined.index("winter", joined.index(f"{place}. "))
        for typed in ("x", "xy"):
            result = typing.type(joined[:at] + typed + joined[at:])
            assert (typing.read, typing.wide) == (1, undeclared)
            (paragraph,) = [one for one in result.draft.paragraphs if one.place == place]
            assert f"when the {typed}winter" in paragraph.text
            assert paragraph.source_span(0, 5)[0] == joined.index(f"{place}. ") + len("60. ") + 1
        typing.type(joined)


def test_a_letter_in_a_leading_phrase_runs_no_rule_on_labels_and_endings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typing = Typing(monkeypatch)
    at = TEXT.index("tes*", TEXT.index("60. "))
    typing.type(TEXT[:at] + "x" + TEXT[at:])
    assert "LEAD002" in typing.wide
    assert typing.wide.isdisjoint({"FORM004", "NUM006", "NUM007", "NUM009", "NUM010"})
    typing.type(TEXT[: at - 2] + "n" + TEXT[at - 1 :])
    assert {"LEAD002", "NUM007", "NUM010"} <= typing.wide


def test_a_date_is_judged_again_only_when_another_date_is_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = "on 3 may 2015, and that the winter"
    text = TEXT.replace("the winter", wrong, 1)
    linter = IncrementalLinter(Settings(profile="strict"))
    first = linter.lint(Source(text))
    assert [one.paragraph for one in first.diagnostics if one.code == "CITE005"] == ["1"]
    judged: list[set[str]] = []
    run_rules = rule_run.run_rules

    def run(rules: list[Rule], draft: Draft, settings: Settings, budget: Budget) -> RuleRun:
        if "1" in {one.place for one in draft.paragraphs} and draft.whole is not draft:
            judged.append({rule.code for rule in rules})
        return run_rules(rules, draft, settings, budget)

    monkeypatch.setattr(incremental, "run_rules", run)
    at = text.index("winter", text.index("60. "))
    for typed, again in (("x", []), ("on 4 May 2016 ", [{"CITE005"}])):
        result = linter.lint(Source(text[:at] + typed + text[at:]))
        assert judged == again
        found = [one for one in result.diagnostics if one.code == "CITE005"]
        assert [one.paragraph for one in found] == ["1"]


BROKEN = TEXT.replace(
    "lend their books",
    "lend\n\n---\n\n[^1]: See resolution 70/2, in which all of them lend books.\n\ntheir books",
    60,
).replace("winter is long", "winter[^1] is long", 1)


@pytest.mark.parametrize("words", ["libraries of", "is long", "all of them"])
def test_typing_beside_the_break_of_a_page_reads_one_block_alone(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing = Typing(monkeypatch, BROKEN)
    at = BROKEN.index(words, BROKEN.index("30. "))
    for typed in ("x", "xy"):
        result = typing.type(f"{BROKEN[:at]}{typed}{BROKEN[at:]}")
        assert typing.read == 1
        (paragraph,) = [one for one in result.draft.paragraphs if one.place == "30"]
        assert "lend their books" in paragraph.text
        assert (f"{typed}{words}" in paragraph.text) == (words != "all of them")
        start, end = paragraph.source_span(0, len(paragraph.text))
        written = result.draft.source.text[start:end]
        assert (written[:6], written[-12:]) == ("Notes*", "comes again;")


def test_words_that_come_between_two_paragraphs_of_a_block_belong_to_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    joined = TEXT.replace("\n\n61. ", " 61. ")
    typing = Typing(monkeypatch, joined)
    at = joined.index("61. ")
    result = typing.type(f"{joined[:at]}and so on; {joined[at:]}")
    assert (typing.read, "NUM001" in typing.wide) == (1, False)
    (paragraph,) = [one for one in result.draft.paragraphs if one.place == "60"]
    assert paragraph.text.endswith("comes again; and so on;")


@pytest.mark.parametrize("typed", ["[u]raised[/u]", "''Notes'' that\n\n''Notes''"])
def test_the_marks_of_a_forum_or_wiki_silence_emphasis_as_they_are_typed(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = TEXT.replace("60. *Notes*", "60. Notes")
    at = plain.index("60. ") + 4
    typing = Typing(monkeypatch, plain)
    for end in range(len(typed) + 1):
        result = typing.type(plain[:at] + typed[:end] + plain[at:])
    assert "TOOL007" in {one.code for one in result.diagnostics}
    result = typing.type(plain)
    assert "TOOL007" not in {one.code for one in result.diagnostics}
