"""What must hold for any text whatever."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.fixes.choosing import apply, choose, edits_of
from reslint.linting.linter import Linter
from reslint.rulebook.book import Rulebook, standard
from reslint.settings.settings import Settings
from reslint.text.letters import plain_letters
from reslint.text.source import Source, as_read
from tests.conftest import EXAMPLES

_PIECES = st.sampled_from(
    [
        "*The General Assembly*,",
        "*L’Assemblée générale*,",
        "*Recalling* its resolution 70/1[^1],",
        "Rappelant également ses résolutions¹ ;",
        "1. *Decides* to go on;",
        "2. **Prie** le Secrétaire général :",
        "(a) To read;",
        "ii) *Encourage* la lecture,",
        "[^1]: See resolution 70/1.",
        "<sup>2</sup> Ibid",
        "³ Voir résolution 70/1",
        "---",
        "\f",
        "# 79/900. Title.",
        "**I**",
        "Annex",
        "5 December 2024",
        "> quoted",
        "| a | b |",
        "<!-- reslint-disable LEAD002 -->",
        "🌍 *Noting* 𝒳 e\u0301",
        "***\u202bإذ تشير\u202c***",
        "**回顾**其决议，",
        "*unclosed",
        "a\u2028b\u0085c",
        "\u061c(\u0627\u0654) \ufefb\u200b، \uff11\u0661\u202c",
        "&amp; &nbsp; `code` [x](#)",
        "{++1. *Decides*++} to ~~stay~~ {~~go~>come~~};{>>when?<<}",
        "~~2. *Requests*",
        "go~~ [Urges]{.underline} <del>all</del> <span style='font-style:italic'>on</span>",
        "{--3. *Invites* all;--}",
        "{-- {== ++} ]{.smallcaps}",
        "<u>Recalling</u>",
        "\\_\\_\\_",
        "\u00a0",
        "",
    ]
)
DRAFTS = sorted(
    path
    for path in (Path(__file__).parents[1] / "benchmarks/drafts").iterdir()
    if path.suffix != ".json"
)
_LINE_END = st.sampled_from(["\n", "\n\n"])
drafts = st.lists(st.tuples(st.one_of(_PIECES, st.text(max_size=40)), _LINE_END), max_size=25).map(
    lambda lines: "".join(line.replace("\r", "") + end for line, end in lines)
)


def findings_by_line(
    text: str, profile: str
) -> list[tuple[str, str, tuple[int, int], tuple[int, int]]]:
    """The code, the message and the lines and columns of each finding of a text."""
    source = as_read(text)
    return [
        (found.code, found.message, source.position(found.start), source.position(found.end))
        for found in Linter(Settings(profile=profile)).lint(source).diagnostics
    ]


def assert_spans_hold(draft: Draft, text: str) -> None:
    """Blocks in order inside the text; each plain character at its place in the source."""
    before = 0
    for block in draft.blocks:
        assert before <= block.start <= block.end <= len(text)
        before = block.start
    for paragraph in draft.paragraphs:
        assert 0 <= paragraph.start <= paragraph.end <= len(text)
        last = 0
        for place, character in enumerate(paragraph.text):
            start, end = paragraph.source_span(place, place + 1)
            assert 0 <= start <= end <= len(text)
            assert start >= last
            last = start
            written = text[start:end]
            # A joint of two pieces stands nowhere, a line break is a space, an entity its sign.
            if (
                written not in ("", character)
                and character != " "
                and written[0] not in "&\r\n`<\\"
            ):
                assert character in plain_letters(written)[0]
        for emphasis in paragraph.emphases:
            assert 0 <= emphasis.start <= emphasis.end <= len(paragraph.text)
            assert emphasis.opening[0] < emphasis.opening[1] <= emphasis.closing[0]
            assert emphasis.closing[0] < emphasis.closing[1] <= len(text)
        for marker in paragraph.markers:
            assert 0 <= marker.at <= len(paragraph.text)
            assert marker.start <= marker.digits[0] <= marker.digits[1] <= marker.end
            assert marker.number in text[marker.start : marker.end] or marker.notation == "letter"


@given(drafts)
@settings(max_examples=300, deadline=None)
def test_spans_lie_in_the_text(text: str) -> None:
    for path_format in ("markdown", "plain"):
        assert_spans_hold(read_draft(Source(text), path_format=path_format), text)


@given(drafts, st.sampled_from(["en", "fr"]))
@settings(max_examples=200, deadline=None)
def test_findings_lie_in_the_text_in_order(text: str, language: str) -> None:
    result = Linter(Settings(language=language, profile="strict")).lint(Source(text))
    assert not result.errors
    keys = [found.key() for found in result.diagnostics]
    assert keys == sorted(keys)
    for found in result.diagnostics:
        assert 0 <= found.start <= found.end <= len(text)
        for edit in found.fix.edits if found.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)


@given(drafts, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_rules_does_not_matter(text: str, chance: random.Random) -> None:
    def shuffled(language: str) -> Rulebook:
        rules = list(standard(language))
        chance.shuffle(rules)
        return Rulebook(rules)

    def seen(book: object) -> list[tuple[object, ...]]:
        found = Linter(Settings(profile="strict"), book).lint(Source(text)).diagnostics  # type: ignore[arg-type]
        return [(*one.key(), one.severity, one.paragraph) for one in found]

    assert seen(standard) == seen(shuffled)


@given(drafts)
@settings(max_examples=150, deadline=None)
def test_line_ends_do_not_matter(text: str) -> None:
    expected = findings_by_line(text, "standard")
    assert findings_by_line(text.replace("\n", "\r\n"), "standard") == expected
    assert findings_by_line(text.replace("\n", "\r"), "standard") == expected


@given(drafts)
@settings(max_examples=150, deadline=None)
def test_safe_fixes_come_to_rest(text: str) -> None:
    """Applied again and again, safe fixes end: no fix undoes another."""
    for _ in range(10):
        chosen = choose(Linter().lint(Source(text)).diagnostics)
        if not chosen:
            return
        text = apply(text, edits_of(chosen))
    assert not choose(Linter().lint(Source(text)).diagnostics)


def mutilated(text: str, chance: random.Random) -> str:
    """A text with some pieces cut, doubled, moved or replaced."""
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 1, 2, 5, 40, 400)))
        piece = text[start:end]
        new = chance.choice(
            ("", piece * 2, piece[::-1], "*", "**", "\n", "\r", "\f", "\n\n", "1. ", "[^1]", "¹",
             "<sup>", "---\n", "\u200f", "🌍", "<!--", "\\", "`", "&#0;")
        )  # fmt: skip
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_mutilated_examples_raise_nothing(path: Path) -> None:
    chance = random.Random(path.name)
    text = path.read_text(encoding="utf-8")
    for _ in range(75):
        broken = mutilated(text, chance)
        assert not Linter().lint(Source(broken)).errors


def test_mutilated_real_drafts_raise_nothing(seeds: Path) -> None:
    chance = random.Random(2)
    texts = [
        re.sub(r"(?s)^.*?(?=\n\*?L[e'’])", "", path.read_text(encoding="utf-8"))[:9000]
        for path in sorted(seeds.glob("*.md"))
    ]
    for round_ in range(200):
        broken = mutilated(texts[round_ % len(texts)], chance)
        result = Linter().lint(Source(broken))
        assert not result.errors
        if round_ % 20 == 0:
            assert_spans_hold(result.draft, broken)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_line_ends_do_not_matter_in_drafts(path: Path, end: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert findings_by_line(text.replace("\n", end), "strict") == findings_by_line(text, "strict")


LAYOUTS: dict[str, Callable[[str], str]] = {
    "spaces behind every line": lambda text: re.sub(r"(?m)(?<=\S)$", "  ", text),
    "further in": lambda text: re.sub(r"(?m)^(?=.)", "    ", text),
    "twice as many blank lines": lambda text: text.replace("\n", "\n\n"),
    "no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_white_space_between_lines_changes_no_paragraph(path: Path, layout: str) -> None:
    def seen(text: str) -> object:
        path_format = "plain" if path.suffix == ".txt" else "markdown"
        draft = read_draft(Source(text), path_format=path_format)
        parts = [(p.part, p.level) for p in draft.paragraphs if p.part in ("preamble", "operative")]
        return draft.is_resolution, draft.organ, parts

    text = path.read_text(encoding="utf-8")
    assert seen(LAYOUTS[layout](text)) == seen(text)
