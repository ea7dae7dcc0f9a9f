"""Safe fixes leave the structure of every text as it is, and every mark at an end once.

The texts: the drafts of the tests and examples, the same with all kinds of damage done to them,
and, where they are at hand, inputs that failed once and official texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.relaying.around import quoted
from benchmarks.relaying.harm import harm
from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.conftest import ROOT, SHARED
from tests.test_drafts import DRAFTS, marked

MESSY = Path(__file__).parent / "messy"
WELL_MADE = sorted(DRAFTS.glob("clean*.md")) + sorted((ROOT / "examples").glob("*.md"))
CASES = [
    path
    for folder in ("field", "bugs", "editor")
    for path in sorted((SHARED / "cases" / folder).glob("*.*"))
    if path.suffix in (".md", ".txt")
]
OFFICIAL = sorted((SHARED / "corpus" / "md").glob("*/*.md"))[::40]
MARKS = ",;.:،؛，；。："
PARAGRAPHS = "\n\n"


def each_paragraph(text: str, change: Callable[[int, str], str]) -> str:
    """The text with each paragraph changed; the first one has the number 0."""
    return PARAGRAPHS.join(change(number, one) for number, one in enumerate(text.split(PARAGRAPHS)))


def ended_with(mark: str) -> Callable[[str], str]:
    return lambda text: each_paragraph(
        text, lambda _, one: one + mark if one[-1:] in MARKS else one
    )


def other_marks(text: str) -> str:
    """Stops for commas, commas for semicolons, semicolons for stops, at the ends."""
    swaps = dict(zip(",;.，；。،؛", ".,;。，；؛،", strict=True))
    return each_paragraph(text, lambda _, one: one[:-1] + swaps.get(one[-1:], one[-1:]))


# Drafts of `messy` that are well made: nothing is found in them.
WELL_MADE_AMONG_MESSY = (
    "asamblea.es.md",
    "assambleya.ru.md",
    "assemblee.fr.md",
    "conseil.fr.md",
    "consejo.es.md",
    "council.en.md",
    "dahui.zh.md",
    "jamiya.ar.md",
    "majlis.ar.md",
    "parlament.ru.md",
    "renquan.zh.md",
    "sante.fr.md",
    "sections.en.md",
    "siha.ar.md",
    "sovet.ru.md",
    "weisheng.zh.md",
)


DAMAGE: dict[str, Callable[[str], str]] = {
    "no marks at the ends": lambda text: each_paragraph(text, lambda _, one: one.rstrip(MARKS)),
    "other marks at the ends": other_marks,
    "a stop behind each mark": ended_with("."),
    "a comma behind each mark": ended_with(","),
    "a space and a semicolon behind each mark": ended_with(" ;"),
    "a tag behind each mark": ended_with(" [agreed]"),
    "a quotation mark behind each mark": ended_with("”"),
    "a bracket behind each mark": ended_with(")"),
    "a note behind each mark": ended_with("[^77]."),
    "an invisible character behind each mark": ended_with("\u2060"),
    "no emphasis": lambda text: text.replace("*", ""),
    "underlined phrases": lambda text: text.replace("***", "*").replace("**", "*"),
    "capitals": lambda text: text.upper(),
    "no organ line": lambda text: each_paragraph(
        text, lambda _, one: "" if one.startswith("*") and len(one) < 45 else one
    ),
    "every second paragraph gone": lambda text: PARAGRAPHS.join(text.split(PARAGRAPHS)[::2]),
    "the order reversed": lambda text: PARAGRAPHS.join(text.split(PARAGRAPHS)[::-1]),
    "twice": lambda text: text + "\n" + text,
    "one line a paragraph": lambda text: text.replace(PARAGRAPHS, "\n"),
    "all on one line": lambda text: text.replace(PARAGRAPHS, " "),
    "every number a one": lambda text: "".join("1" if c in "23456789" else c for c in text),
    "no numbers": lambda text: each_paragraph(text, lambda _, one: one.lstrip("0123456789.- ")),
    "bullets": lambda text: each_paragraph(text, lambda n, one: "- " + one if n > 2 else one),
    "quoted": quoted,
    "numbers in brackets, every third one gone": lambda text: re.sub(
        r"^(\d+)(?:\.| -)", lambda found: f"({int(found[1]) * 3 // 2})", text, flags=re.MULTILINE
    ),
    "quoted bullets": lambda text: quoted(re.sub(r"\n\n(?=\*)", "\n- ", text)),
    "text after the end": lambda text: text + "\n\nSponsors: France, Kenya; Peru.\n\n1. Thanks.\n",
}


@pytest.mark.parametrize(
    "path", [*WELL_MADE, *sorted(MESSY.glob("*.*"))], ids=lambda path: path.name
)
def test_fixes_do_no_harm_to_a_draft(path: Path) -> None:
    assert harm(path.read_text(encoding="utf-8"), path.name) == []


@pytest.mark.parametrize("name", WELL_MADE_AMONG_MESSY)
def test_a_well_made_draft_is_clean(name: str) -> None:
    text = (MESSY / name).read_text(encoding="utf-8")
    assert [each.code for each in Linter().lint(Source(text, name)).diagnostics] == []


@pytest.mark.parametrize("path", sorted(DRAFTS.glob("errors*.md")), ids=lambda path: path.name)
def test_fixes_do_no_harm_to_a_draft_with_errors(path: Path) -> None:
    assert harm(marked(path)[0], path.name) == []


@pytest.mark.parametrize("damage", DAMAGE)
def test_fixes_do_no_harm_to_a_damaged_draft(damage: str) -> None:
    harms = {path.name: harm(text, path.name) for path, text in damaged(damage)}
    assert {name: found for name, found in harms.items() if found} == {}


def damaged(damage: str) -> Iterator[tuple[Path, str]]:
    """A well-made draft of each language, with the damage done."""
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        path = DRAFTS / f"clean.{language}.md"
        yield path, DAMAGE[damage](path.read_text(encoding="utf-8").strip()) + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_fixes_do_no_harm_to_what_failed_once(path: Path) -> None:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        pytest.skip("another encoding")
    assert harm(text, path.name) == []


@pytest.mark.parametrize("path", OFFICIAL, ids=lambda path: path.name)
def test_fixes_do_no_harm_to_an_official_text(path: Path) -> None:
    assert harm(path.read_text(encoding="utf-8"), path.name) == []
