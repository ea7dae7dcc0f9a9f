"""The parts of a rule's page: what a text holds is never markup."""

from __future__ import annotations

from reslint.rulebook import page
from reslint.rulebook.book import standard_in_full


def test_placeholders_are_blanks_and_marks_are_escaped() -> None:
    message = "Write *{the_word}* | [^1]"
    assert page.message_line(message) == r"Write \**the word*\* \| \[^1\]"
    assert page.with_blanks(message, str, "<{}>".format) == "Write *<the word>* | [^1]"


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    assert page.block("a ``` b\n") == "````markdown\na ``` b\n````"
    assert page.block("- a\n+ b", "diff") == "```diff\n- a\n+ b\n```"


def test_examples_are_in_the_first_language_that_has_any() -> None:
    examples = [{"language": "en", "bad": "a"}, {"language": "fr", "bad": "b"}]
    assert page.examples_in(examples, (None, "fr", "en")) == examples[1:]
    assert page.examples_in(examples, ("zh", "ru")) == examples


def test_a_page_has_its_parts_in_both_languages() -> None:
    rule = standard_in_full().get("LEAD002")
    assert rule is not None
    english, french = page.rule_page(rule, "en", "fr"), page.rule_page(rule, "fr", "fr")
    for words in ("## Messages", "## Why", "## Source", "## Examples"):
        assert words in english
    assert "## Pourquoi" in french
    example = "```markdown\nNotant avec une vive préoccupation"
    assert english.count(example) == french.count(example) == 1
    assert page.source_line(rule) in english and page.source_line(rule) in french
