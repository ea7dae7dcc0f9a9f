"""A fix is whole or none: its edits never overlap and always change something."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reslint.fixes.judging import MARKER
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.linting.sound_edits import SoundEdits
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Edit
from reslint.text.source import Source

TEXTS = (
    "*安全理事会,*،\n2. *请*\nv)请；\n",
    "*大会，*,\n\n*回顾*《宪章》，\n\n1. *决定*阅读。\n",
    "*The General Assembly,*،\n\n*Recalling* the Charter,\n\n1. *Decides* to read.\n",
    "*L’Assemblée générale,*؛\n\n*Rappelant* la Charte,\n\n1. *Décide* de lire.\n",
    "*Генеральная Ассамблея,*;\n\n*ссылаясь* на Устав,\n\n1. *постановляет* читать.\n",
    "*La Asamblea General,*.\n\n*Recordando* la Carta,\n\n1. *Decide* leer.\n",
    "إن *الجمعية العامة،*,\n\n*إذ تشير* إلى الميثاق،\n\n1 - *تقرر* القراءة.\n",
)


@pytest.mark.parametrize("text", TEXTS)
def test_edits_of_one_fix_do_not_overlap(text: str) -> None:
    result = Linter(Settings(profile="strict")).lint(Source(text, "draft.txt"))
    for one in result.diagnostics:
        if one.fix is None:
            continue
        edits = sorted(one.fix.edits, key=Edit.key)
        assert all(first.end <= second.start for first, second in pairwise(edits))
        assert all(text[each.start : each.end] != each.text for each in edits)


@pytest.mark.parametrize(
    ("line", "edits"),
    [
        # No preamble: the comma goes, and the mark behind the emphasis.
        ("*安全理事会,*،\n2. *请*\nv)请；\n", [(0, 1, "**"), (6, 7, ""), (7, 8, "**"), (8, 9, "")]),
        (TEXTS[2], [(23, 24, "")]),
        (TEXTS[3], [(23, 24, "")]),
        (TEXTS[4], [(24, 25, "")]),
        (TEXTS[5], [(22, 23, "")]),
        # The first mark becomes the comma.
        (TEXTS[2].replace(",*،", ";*."), [(21, 22, ","), (23, 24, "")]),
        (TEXTS[5].replace(",*.", ":*;"), [(20, 21, ","), (22, 23, "")]),
    ],
)
def test_emphasis_that_ends_between_marks_of_the_organ_line_stays(
    line: str, edits: list[tuple[int, int, str]]
) -> None:
    found = Linter(Settings(profile="strict")).lint(Source(line, "draft.txt")).diagnostics
    (fix,) = [one.fix for one in found if one.code == "FORM001"]
    assert fix is not None
    assert sorted(each.key() for each in fix.edits) == edits


@pytest.mark.parametrize(
    ("edits", "kept"),
    [
        ([(1, 1, "")], []),
        ([(0, 2, "ab")], []),
        ([(0, 2, "ab"), (2, 3, "x")], [(2, 3, "x")]),
        ([(0, 2, "x"), (1, 3, "y")], []),
        ([(0, 1, "x"), (0, 1, "x")], [(0, 1, "x")]),
        ([(0, 1, "x"), (1, 1, "y")], [(0, 1, "x"), (1, 1, "y")]),
    ],
)
def test_a_fix_that_says_nothing_clear_is_none(
    edits: list[tuple[int, int, str]], kept: list[tuple[int, int, str]]
) -> None:
    sound = SoundEdits("abc").of(tuple(Edit(*each) for each in edits))
    assert [each.key() for each in sound] == kept


@pytest.mark.parametrize(
    "ending", ["{};", " {};", " {} ;", "; {}", " {}{};", "[^1] {};", ".. {}", " {}", " %{} ;"]
)
@pytest.mark.parametrize(
    ("organ", "recalling", "decides"),
    [
        ("*The General Assembly*", "*Recalling*", "*Decides*"),
        ("*La Asamblea General*", "*Recordando*", "*Decide*"),
        ("*L’Assemblée générale*", "*Rappelant*", "*Décide*"),
        ("*Генеральная Ассамблея*", "*ссылаясь на*", "*постановляет*"),
        ("إن *الجمعية العامة*", "*إذ تشير إلى*", "*تقرر*"),
        ("**大会**", "**回顾**", "**决定**"),
    ],
)
def test_no_fix_deletes_a_comment(organ: str, recalling: str, decides: str, ending: str) -> None:
    end = ending.replace("{}", "<!-- which? -->")
    text = (
        f"{organ},\n\n{recalling} 70/1{end}\n\n1. {decides} 70/1{end}\n\n2. {decides} 70/1.\n\n"
        "[^1]: A/90/511.\n"
    )
    linter = Linter()
    result = linter.lint(Source(text))
    fixed = fix_in_rounds(result, linter, unsafe=True)
    assert fixed.text.count("<!-- which? -->") == text.count("<!-- which? -->")


@pytest.mark.parametrize(
    "written",
    [
        "*T*,\n1. *Decides*\n1[1], \ufeff\ni\n1.",
        "*The General Assembly*,\n\n*Recalling* 70/1,\n\n# Mills [^1]؛\n\n1. *Decides* 70/1.\n",
        "*Генеральная Ассамблея*,\n\n*ссылаясь* на 70/1,\n\n# » [^1]؛\n\n1. *постановляет* это.\n",
        "*L’Assemblée générale*,\n\n*Rappelant* 70/1 [^1] ;\n\n1. *Décide* 70/1 [^2] .\n",
        "*L’Assemblée g*,\n\n*Rappelant* _, [^1]_\n",
    ],
)
@pytest.mark.parametrize("unsafe", [False, True])
def test_no_fix_deletes_a_marker(written: str, unsafe: bool) -> None:
    linter = Linter(Settings(profile="strict"))
    result = linter.lint(Source(written))
    fixed = fix_in_rounds(result, linter, unsafe=unsafe).result
    before, after = (
        sum(len(paragraph.markers) for paragraph in one.draft.paragraphs) for one in (result, fixed)
    )
    assert 0 < before == after


@pytest.mark.parametrize(
    ("written", "name", "code", "brings"),
    [
        # The space that it leaves is a finding then: its fix would lose the marker.
        ("*La Asamblea l*,\n\n,\n\n[](²'[\u2028１)", "draft.md", "TYPO012", "TYPO007"),
        ("*La Asamblea General*,\n\n*Recordando* <ﬃ\n１²>क", "draft.txt", "TYPO011", MARKER),
    ],
)
def test_a_fix_that_makes_a_marker_plain_text_is_taken_back(
    written: str, name: str, code: str, brings: str
) -> None:
    # What stands beside a raised number decides whether it is a marker.
    linter = Linter(Settings(profile="mun"))
    result = linter.lint(Source(written, name))
    fixed = fix_in_rounds(result, linter)
    assert [len(one.markers) for one in fixed.result.draft.paragraphs if one.markers] == [1]
    assert (code, brings) in [(one.code, one.brings) for one in fixed.reverted]
    assert code not in fixed.fixed


def test_a_capital_of_which_two_letters_become_moves_no_name() -> None:
    text = (
        "*إن الجمعية العامة*،\n\n*إذ تشير* إلى İالأمين العام وإلى İ الأمين العام،\n\n"
        "1 - *تقرر* أن تعمل؛\n\n2 - *تطلب* تقريرا.\n"
    )
    found = Linter(Settings(profile="strict")).lint(Source(text, "draft.md"))
    assert found.errors == []
    english = (
        "*The General Assembly*,\n\n*Noting* the İ United nations and the İ Secretary-general,\n\n"
        "1. *Decides* to act;\n\n2. *Requests* a report.\n"
    )
    found = Linter().lint(Source(english, "draft.md"))
    named = [one for one in found.diagnostics if one.code == "NAME006"]
    assert [english[one.start : one.end] for one in named] == [
        "United nations",
        "Secretary-general",
    ]


def test_a_comment_without_end_is_found_once_also_over_a_page_break() -> None:
    text = "*The General Assembly*,\n\n*Noting* it;<!-- a\x0cb"
    found = Linter().lint(Source(text, "draft.md")).diagnostics
    places = [(one.start, one.end) for one in found if one.code == "TOOL011"]
    assert places == [(text.index("<!--"), text.index("<!--") + 4)]
