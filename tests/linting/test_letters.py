"""Letters written in another way: the same findings at the same places as in plain letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

from reslint.fixes.choosing import apply
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.letters import plain_letters
from reslint.text.source import Source
from tests.conftest import EXAMPLES

_LETTERS = ("TYPO011", "TYPO012")
_DRAFTS = EXAMPLES


def _decomposed(text: str) -> str:
    return normalize("NFD", text)


def _with_word_joiners(text: str) -> str:
    """Put an invisible character within words, after marks and at the ends of lines."""
    text = re.sub(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})", "\u2060", text, count=400)
    return re.sub(r"([,;.،؛，；。])(?=\n)", "\\1\u00ad", text)


def _with_letter_marks(text: str) -> str:
    """Put a direction mark before each line and after each mark of punctuation."""
    return re.sub(r"(?m)^(?=[^\n#|<-])", "\u061c", re.sub("([,;،؛])", "\\1\u200f", text))


def _with_embeddings(text: str) -> str:
    return re.sub(r"(?m)^([^\n#|<-][^\n]*)$", "\u202b\\1\u202c", text)


def _with_presentation_forms(text: str) -> str:
    return text.replace("لا", "\ufefb").replace("ن", "\ufee5").replace("fi", "\ufb01")


_WAYS = [
    _decomposed,
    _with_word_joiners,
    _with_letter_marks,
    _with_embeddings,
    _with_presentation_forms,
]


def _found(text: str) -> list[tuple[str, str]]:
    return [
        (one.code, plain_letters(text[one.start : one.end])[0])
        for one in Linter().lint(Source(text)).diagnostics
        if one.code not in _LETTERS
    ]


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("path", _DRAFTS, ids=lambda path: path.name)
def test_the_findings_are_those_of_plain_letters(path: Path, way: Callable[[str], str]) -> None:
    text = path.read_text(encoding="utf-8")
    assert _found(way(text)) == _found(text)


@pytest.mark.parametrize("path", _DRAFTS, ids=lambda path: path.name)
def test_one_finding_names_the_decomposed_letters_and_its_fix_composes_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    written = _decomposed(text)
    found = [one for one in Linter().lint(Source(written)).diagnostics if one.code == "TYPO011"]
    if written == text:
        assert not found
        return
    assert len(found) == 1
    assert found[0].fix is not None
    fixed = apply(written, found[0].fix.edits)
    for block in Linter().lint(Source(fixed)).draft.blocks:
        assert normalize("NFC", block.plain.text) == block.plain.text
    first = next(
        match
        for match in re.finditer(r".[\u0300-\u036f\u0653-\u0655]+", written)
        if normalize("NFC", match[0]) != match[0]
    )
    assert (found[0].start, found[0].end) == first.span()


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("path", _DRAFTS, ids=lambda path: path.name)
def test_fixes_give_the_text_that_they_give_in_plain_letters(
    path: Path, way: Callable[[str], str]
) -> None:
    linter = Linter(Settings(ignore=frozenset(_LETTERS)))
    text = path.read_text(encoding="utf-8")
    right = fix_in_rounds(linter.lint(Source(text)), linter, unsafe=True).text
    fixed = fix_in_rounds(linter.lint(Source(way(text))), linter, unsafe=True).text
    assert plain_letters(fixed)[0] == plain_letters(right)[0]


def test_a_fix_writes_the_digits_of_the_draft() -> None:
    text = (
        "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** حالة الآبار،\n\n"
        "١ - ***تقرر*** إصلاح الآبار؛\n\n"
        "٣ - ***تدعو*** الدول الأعضاء إلى الحضور؛\n\n٤ - ***تطلب*** إلى الأمين العام الحضور.\n"
    )
    found = [one for one in Linter().lint(Source(text)).diagnostics if one.code == "NUM001"]
    assert found
    fix = found[0].fix
    assert fix is not None
    assert {(text[edit.start : edit.end], edit.text) for edit in fix.edits} >= {("٣", "٢")}
