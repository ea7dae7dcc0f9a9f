"""Small drafts that linters get wrong, of the kinds met in public bug reports: `tests/bugs`."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter, LintResult
from reslint.settings.settings import Settings
from reslint.text.source import Source

FOLDER = Path(__file__).parent / "bugs"
NOTHING: list[tuple[str, int, int]] = []


def linted(name: str) -> LintResult:
    text = (FOLDER / f"{name}.md").read_bytes().decode("utf-8")
    return Linter(Settings()).lint(Source(text, f"{name}.md"))


def fixed(first: LintResult, *, unsafe: bool = False) -> str:
    return fix_in_rounds(first, Linter(Settings()), unsafe=unsafe).text


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("arabic-end-alm", NOTHING),
        ("arabic-label-alm", NOTHING),
        ("arabic-ligature", [("TYPO011", 7, 8)]),
        ("arabic-note-rle", NOTHING),
        ("citation-glued", [("CITE001", 9, 17), ("CITE008", 9, 35)]),
        ("code-span", NOTHING),
        ("comment-end-then-text", NOTHING),
        ("comment-wrapped-paragraph", NOTHING),
        ("directive-in-fence", [("TOOL002", 16, 6), ("TYPO002", 19, 38)]),
        ("disable-line-hint", NOTHING),
        ("end-marks-doubled", [("TYPO007", 11, 53), ("FORM004", 13, 77), ("TYPO007", 15, 70)]),
        (
            "end-marks-invisible",
            [("TYPO012", 11, 54), ("TYPO012", 15, 71), ("TYPO012", 17, 83)],
        ),
        ("end-marks-note", [("TYPO007", 9, 133)]),
        ("inline-note", NOTHING),
        ("line-separator", [("TYPO012", 11, 42)]),
        ("nfd-arabic-label", [("TYPO011", 5, 4)]),
        ("nfd-french", [("TYPO011", 1, 8)]),
        ("page-number-line", NOTHING),
        ("renumber-abbreviated", [("NUM001", 17, 1)]),
        ("suppression-in-front-matter", [("TOOL002", 2, 3), ("TYPO002", 20, 38)]),
        ("table-without-outer-pipes", NOTHING),
        ("unclosed-comment", [("TOOL011", 15, 1)]),
        ("zwj-zwnj", NOTHING),
    ],
)
def test_what_is_found(name: str, found: list[tuple[str, int, int]]) -> None:
    result = linted(name)
    source = result.draft.source
    assert result.draft.is_resolution
    assert [(one.code, *source.position(one.start)) for one in result.diagnostics] == found
    if not found:
        assert fixed(result, unsafe=True) == source.text


def test_each_draft_is_tested() -> None:
    (marks,) = [one for one in test_what_is_found.pytestmark if one.name == "parametrize"]  # type: ignore[attr-defined]
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == [case[0] for case in marks.args[1]]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("end-marks-note", "Development”,[^1].", "Development”,[^1]"),
        ("line-separator", "libraries\u2028lend", "libraries lend"),
        ("arabic-ligature", "ت\ufefbحظ", "تلاحظ"),
        ("directive-in-fence", "12% of libraries open", "12 per cent of libraries open"),
        ("suppression-in-front-matter", "12%", "12 per cent"),
        ("unclosed-comment", "<!--", "<!--"),
        ("citation-glued", "70/1", "70/1"),
    ],
)
def test_a_safe_fix_changes_that_alone(name: str, old: str, new: str) -> None:
    result = linted(name)
    text = result.draft.source.text
    made = fixed(result)
    if old != new:
        at = text.rindex(old)
        assert made == text[:at] + new + text[at + len(old) :]
    else:
        assert made == text


@pytest.mark.parametrize("name", ["nfd-french", "nfd-arabic-label"])
def test_decomposed_letters_are_composed_and_nothing_else(name: str) -> None:
    result = linted(name)
    assert fixed(result) == unicodedata.normalize("NFC", result.draft.source.text)


def test_superfluous_marks_go_and_no_mark_is_doubled() -> None:
    made = fixed(linted("end-marks-doubled"), unsafe=True)
    assert [line[-6:] for line in made.split("\n")[10:15:2]] == ["tools,", " year;", "trict;"]
    made = fixed(linted("end-marks-invisible"))
    assert not set(made) & {"\u00ad", "\u2060", "\u200b"}
    assert not any(pair in made for pair in (",,", ";;", ".."))


def test_a_renumbering_takes_abbreviated_references_along() -> None:
    made = fixed(linted("renumber-abbreviated"), unsafe=True)
    assert "4. *Notes* the work under para. 3 above and paras. 2 and 3 above;" in made
