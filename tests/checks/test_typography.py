"""Typography: each error found once at its place, and fixed so that the text is as before."""

from __future__ import annotations

import pytest

import reslint
from reslint.checks.kinds import find_kind
from reslint.draft.reader import read_draft
from reslint.fixes import choosing
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

ENGLISH = """\
*The General Assembly*,

*Noting* the readers’ report entitled “Reading at night”, the plan – a good one – for 2022–2026, \
the 1,200 books read by 30 per cent of the city’s libraries, and “Who reads”,

1. *Calls upon* Member States to read, including at night;

2. *Requests* the Librarian to go on.
"""
FRENCH = """\
*L’Assemblée générale*,

*Notant* le rapport «\u00a0Lire la nuit\u00a0», le plan – bon – pour 2022-2026, les \
1\u00a0200 livres de la 64e réunion, lus par 30 pour cent des bibliothèques,

1. *Demande* aux États Membres de lire, y compris la nuit\u00a0;

2. *Prie* la bibliothécaire d’en faire autant.
"""


def findings(text: str, family: str = "TYPO") -> list[Diagnostic]:
    options = Settings(select=frozenset([family]))
    return Linter(options).lint(Source(text)).diagnostics


def test_clean_drafts_are_clean() -> None:
    assert findings(ENGLISH) == []
    assert findings(FRENCH) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "code", "restored"),
    [
        (ENGLISH, " the plan", "  the plan", "TYPO007", True),
        (ENGLISH, ", the plan", " , the plan", "TYPO007", True),
        (ENGLISH, ", including", ",including", "TYPO007", True),
        (ENGLISH, "*Noting* the", "*Noting *the", "TYPO007", True),
        (ENGLISH, "*Noting* the", "*Noting * the", "TYPO007", True),
        (ENGLISH, "*Noting* the", "*Noting the", "TYPO008", False),
        (ENGLISH, " per cent", "%", "TYPO002", True),
        (ENGLISH, " per cent", " %", "TYPO002", True),
        (ENGLISH, "per cent", "percent", "TYPO002", True),
        (ENGLISH, "1,200", "1200", "TYPO003", True),
        (ENGLISH, "1,200", "1 200", "TYPO003", True),
        (ENGLISH, "1,200", "1.200", "TYPO003", True),
        (ENGLISH, "“Who", '"Who', "TYPO004", True),
        (ENGLISH, "night”", 'night"', "TYPO004", True),
        (ENGLISH, "night”", "night", "TYPO004", False),
        (ENGLISH, "“Reading", "Reading", "TYPO004", False),
        (ENGLISH, "city’s", "city's", "TYPO006", True),
        (ENGLISH, "readers’", "readers'", "TYPO006", True),
        (ENGLISH, "plan –", "plan -", "TYPO006", True),
        (ENGLISH, "plan – a", "plan—a", "TYPO006", True),
        (ENGLISH, "2022–2026", "2022-2026", "TYPO010", True),
        (ENGLISH, "libraries", "libr\u0430ries", "TYPO011", True),
        (ENGLISH, "libraries", "libra\u200bries", "TYPO012", True),
        (ENGLISH, "2. *Req", "<!-- image -->\n\n2. *Req", "TYPO008", True),
        (ENGLISH, "2. *Req", "\\_\\_\\_\\_\n\n2. *Req", "TYPO008", True),
        (FRENCH, "\u00a0;", " ;", "TYPO001", True),
        (FRENCH, "\u00a0;", ";", "TYPO001", True),
        (FRENCH, "«\u00a0L", "« L", "TYPO001", True),
        (FRENCH, "nuit\u00a0»", "nuit»", "TYPO001", True),
        (FRENCH, "nuit\u00a0»", 'nuit"', "TYPO004", True),
        (FRENCH, "«\u00a0Lire", '"Lire', "TYPO004", True),
        (FRENCH, "pour cent", "%", "TYPO002", True),
        (FRENCH, "1\u00a0200", "1200", "TYPO003", True),
        (FRENCH, "1\u00a0200", "1,200", "TYPO003", True),
        (FRENCH, "64e", "64ème", "TYPO005", True),
        (FRENCH, "64e", "64^e", "TYPO005", True),
        (FRENCH, "d’en", "d'en", "TYPO006", True),
        (FRENCH, "2022-2026", "2022–2026", "TYPO010", True),
        (FRENCH, "lire, y", "lire , y", "TYPO007", True),
    ],
)  # fmt: skip
def test_an_error_is_found_once_and_fixed(
    text: str, old: str, new: str, code: str, restored: bool
) -> None:
    assert text.count(old) == 1
    at = text.index(old)
    bad = text.replace(old, new)
    (found,) = findings(bad)
    assert found.code == code
    if restored:
        assert at - 1 <= found.start <= found.end <= at + len(new) + 1
        assert found.fix is not None
        assert choosing.apply(bad, found.fix.edits) == text


@pytest.mark.parametrize(
    "fragment",
    [
        "resolutions 1325 (2000), 2231 and 1267 and target 16.4",
        "the address www.example.org/a,b and http://example.org/%20",
        'the height of 5" and the hours 9:30',
        "the *Plan 2022-2026* and document A/2020-2021/5",
        "the newspaper Правда and the island of Hawaiʻi",
        "short- and long-term plans, well-known ones",
        "No. 20378, vol. 1249 and Sales No. 12345 of that list",
    ],
)
def test_what_only_looks_like_an_error(fragment: str) -> None:
    text = ENGLISH.replace("the plan", f"{fragment}, the plan")
    assert findings(text) == []


def test_plain_typed_drafts_keep_their_kinds() -> None:
    plain = FRENCH.replace("\u00a0", " ").replace("’", "'")
    assert findings(plain) == []
    bad = plain.replace("la nuit ;", "la nuit;")
    (found,) = findings(bad)
    assert found.fix is not None
    assert choosing.apply(bad, found.fix.edits) == plain


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    text = """\
*The General Assembly*,

*Decides* to ask:

“What do they read?

“What should they read?”
"""
    assert [one.code for one in findings(text) if one.code == "TYPO004"] == []


NESTED = """\
*Le Conseil économique et social*

*Recommande* à l’Assemblée générale d’adopter le projet de résolution suivant :

« *L’Assemblée générale*,

*Rappelant* sa résolution 70/1 du 25 septembre 2015, intitulée « Lire »,

1. *Se félicite* des travaux accomplis ;

2. *Décide* de lire. »
"""


def test_a_nested_draft_in_quotation_is_one_quotation() -> None:
    options = Settings(select=frozenset(["TYPO004", "FORM001"]))
    assert Linter(options).lint(Source(NESTED)).diagnostics == []
    unclosed = NESTED.replace("lire. »", "lire.")
    (found,) = Linter(options).lint(Source(unclosed)).diagnostics
    start = NESTED.index("« *L’Assemblée")
    assert (found.code, found.start, found.end) == ("TYPO004", start, start + 1)


def test_a_mark_that_should_be_another_is_asked_for_no_space() -> None:
    text = FRENCH.replace("autant.", "autant ;").replace("bibliothèques,", "bibliothèques;")
    options = Settings(select=frozenset(["TYPO001", "FORM003", "FORM004"]))
    found = Linter(options).lint(Source(text)).diagnostics
    assert [(one.code, one.start) for one in found] == [
        ("FORM003", text.index(";")),
        ("FORM004", text.rindex(";")),
    ]


def test_organs_that_write_the_sign() -> None:
    council = ENGLISH.replace("General Assembly", "Security Council").replace(" per cent", "%")
    assert "TYPO002" not in {one.code for one in findings(council)}


def test_nested_emphasis_is_reported_beyond_the_opening_words_only() -> None:
    inner = ENGLISH.replace("the plan", "the *guide to *Night* reading*, the plan")
    assert [one.code for one in findings(inner)] == ["TYPO008"]


@pytest.mark.parametrize(
    ("forms", "bad", "good"),
    [
        (
            {"letters": "一-鿿", "marks": {",": "，", ";": "；"}, "closed_up": True},
            "大会, 注意",
            "大会，注意",
        ),
        ({"letters": "ء-ي", "marks": {",": "،"}}, "علم, كتاب", "علم، كتاب"),
    ],
)
def test_the_punctuation_of_a_script(forms: dict[str, object], bad: str, good: str) -> None:
    text = ENGLISH.replace("the plan", f"{bad} and the plan")
    draft = read_draft(Source(text), language="en")
    kept = draft.vocabulary.forms["typography"]
    draft.vocabulary.forms["typography"] = {"script_punctuation": forms}
    try:
        found = list(find_kind("typography.script-punctuation").run(draft, None))  # type: ignore[arg-type]
    finally:
        draft.vocabulary.forms["typography"] = kept
    (one,) = found
    assert choosing.apply(text, one.edits) == text.replace(bad, good)


def test_brackets_around_the_number_of_a_note_are_no_brackets_of_the_text() -> None:
    noted = "***إذ تلاحظ*** البرنامج <sup>(</sup>** <sup>1</sup> **<sup>)</sup>"
    text = f"***إن الجمعية العامة***،\n\n{noted}،\n\n<sup>(1)</sup> القرار 70/1.\n"
    assert findings(text, "TYPO007") == []
    spaced = "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** البرنامج ( الجديد)،\n"
    assert [(one.code, spaced[one.start : one.end]) for one in findings(spaced)] == [
        ("TYPO007", "( ")
    ]


@pytest.mark.parametrize(
    ("old", "new", "fixed"),
    [
        ("the plan", "*the *“plan”", None),
        ("the plan – a", "the *plan “*a", "the *plan* “a"),
        ("the plan – a", "the **plan؛**a", "the **plan**؛a"),
        ("the plan – a", "the plan**،**", "the plan،"),
        ("the plan – a", "the **《plan》**a", "the 《**plan**》a"),
        ("the plan – a", "the **plan[^1]**a", None),
    ],
)
def test_emphasis_that_takes_no_effect_is_rebuilt_or_left(
    old: str, new: str, fixed: str | None
) -> None:
    text = ENGLISH.replace(old, new)
    found = [one for one in findings(text) if one.code == "TYPO008"]
    for one in found:
        changed = choosing.apply(text, one.fix.edits if one.fix else ())
        # A fix that is offered changes something.
        assert (changed == text) == (one.fix is None)
        if fixed is not None:
            assert changed == ENGLISH.replace(old, fixed)
    assert found or fixed is None


@pytest.mark.parametrize(
    ("opening", "fixed"),
    [
        ("*Recalling <!-- the old ones -->* its", None),
        ("*Recalling [^1]* its", "*Recalling[^1]* its"),
        ("*Recalling ¹* its", "*Recalling¹* its"),
        ("*Recalling * its", "*Recalling* its"),
    ],
)
def test_no_comment_or_marker_is_lost_with_a_space_inside_emphasis(
    opening: str, fixed: str | None
) -> None:
    text = f"*The General Assembly*,\n\n{opening} mills,\n\n1. *Thanks* a;\n\n2. *Urges* b.\n"
    text += "\n¹ See resolution 70/1.\n" if "¹" in opening else ""
    text += "\n[^1]: See resolution 70/1.\n" if "^" in opening else ""
    (found,) = [one for one in findings(text) if one.code in ("TYPO007", "TYPO008")]
    assert text[found.start : found.end].endswith("*")
    assert reslint.fix(text).text == text.replace(opening, fixed or opening)


@pytest.mark.parametrize("elsewhere", ["", " ; ", " a ;b", ",,"])
@pytest.mark.parametrize("marks", [", ;", "; ,", ", ,"])
def test_two_marks_apart_are_found_whatever_stands_elsewhere(marks: str, elsewhere: str) -> None:
    text = (
        f"*The General Assembly*,\n\n*Recalling* the mills{marks}7 of them,\n\n"
        f"*Noting* all{elsewhere},\n\n1. *Thanks* a;\n\n2. *Urges* b.\n"
    )
    start = text.index(marks)
    found = [(one.start, one.end) for one in findings(text) if one.code == "TYPO007"]
    assert (start, start + 3) in found


@pytest.mark.parametrize("word", ["TBD", "tbc", "[date]", "[…]"])
def test_what_stands_for_a_text_to_come_is_found(word: str) -> None:
    text = ENGLISH.replace("Reading at night", f"Reading at {word} night")
    options = Settings(select=frozenset(["TYPO016"]), profile="strict")
    found = Linter(options).lint(Source(text)).diagnostics
    expected = [] if word == "tbc" else [word]
    assert [text[one.start : one.end] for one in found] == expected


@pytest.mark.parametrize("blank", ["___", "____"])
def test_a_blank_to_fill_in_is_no_mark_of_emphasis(blank: str) -> None:
    text = ENGLISH.replace("the plan", f"the plan of {blank} May")
    assert "TYPO008" not in [one.code for one in findings(text)]
    assert "TYPO008" in [one.code for one in findings(text.replace(blank, "__the"))]


LEFT = {
    "en": (
        "*The General Assembly*,",
        "*Noting* […],",
        "1. *Requests* ${1:…};",
        "2. *Decides* […].",
    ),
    "fr": ("*L’Assemblée générale*,", "*Notant* […],", "1. *Prie* […] ;", "2. *Décide* [...]."),
    "es": ("*La Asamblea General*,", "*Observando* […],", "1. *Pide* […];", "2. *Decide* […]."),
    "ru": ("*Генеральная Ассамблея*,", "*отмечая* […],", "1. *просит* […];", "2. *призывает* […]."),
    "ar": (
        "***إن الجمعية العامة***،",
        "***إذ تلاحظ*** […]،",
        "1 - ***تطلب*** […]؛",
        "2 - ***تقرر*** […].",
    ),
    "zh": ("**大会**，", "**注意到**[…]，", "1. **请**[…]；", "2. **决定**[…]。"),
}


@pytest.mark.parametrize("language", LEFT)
def test_what_a_snippet_left_is_found_once(language: str) -> None:
    text = "\n\n".join(LEFT[language])
    for profile in ("standard", "strict"):
        found = Linter(Settings(profile=profile)).lint(Source(text)).diagnostics
        left = [(text[one.start : one.end], one.code, one.severity) for one in found]
        assert [one[1:] for one in left] == [("TYPO017", "info")] * 3
        assert {one[0] for one in left} <= {"[…]", "[...]", "${1:…}"}


@pytest.mark.parametrize(
    "written",
    [
        "1. *Requests* [the Secretary-General] [States] to report […] on reading;",
        "1. [*Requests* States to report [annually];]",
        "1. *Requests* States to report [annually] [every year];",
        "1. *Requests* States to report “on […]”;",
        "1. *Requests* States to pay $1 for [each book] […](a.md);",
        "[…]",
        "[…];",
    ],
)
def test_brackets_of_negotiators_are_their_own(written: str) -> None:
    text = ENGLISH.replace("1. *Calls", f"{written}\n\n2. *Calls").replace("2. *Req", "3. *Req")
    assert written in text
    assert "TYPO017" not in [one.code for one in findings(text)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["[1. *Requests* States to help;]", "2. *Decides* to go."],
        ["[1. *Requests* States to help;", "2. *Calls upon* all to go;]", "3. *Decides* to go."],
        ["1. [*Requests* States to help;", "2. *Calls upon* all to go;]", "3. *Decides* to go."],
    ],
)
def test_brackets_may_stand_around_labels_and_several_paragraphs(paragraphs: list[str]) -> None:
    text = f"*The General Assembly*,\n\n*Noting* the plan,\n\n{chr(10).join(paragraphs)}\n"
    assert "TYPO014" not in [one.code for one in findings(text)]
    # A closing bracket too many is one, and so is one whose partner was lost.
    for lost in (text.replace("go.", "go.]"), text.replace("[", "", 1)):
        (found,) = [one for one in findings(lost) if one.code == "TYPO014"]
        assert lost[found.start : found.end] == "]"
        assert found.start == lost.rindex("]")


def codes(text: str) -> list[str]:
    return [one.code for one in findings(text, "WORD")]


def test_remarks_of_delegations_within_a_paragraph_keep_their_names() -> None:
    text = "*The General Assembly*,\n\n*Noting* the plan,\n\n1. *Requests* {} to help."
    assert "WORD007" not in codes(text.format("States [UK: all States]"))
    assert "WORD007" in codes(text.format("the UK"))


@pytest.mark.parametrize(
    "text",
    [
        # A bracket of the preamble is none of the operative part.
        "[*Noting* the plan,\n\n1. *Requests* all to go;]\n\n2. *Decides* to stay.",
        # One within a paragraph closes in it.
        "*Noting* it,\n\n1. *Requests* [all to go;\n\n2. *Decides* to stay;]\n\n3. *Asks* all.",
    ],
)
def test_brackets_of_two_paragraphs_pair_around_paragraphs_of_one_part_alone(text: str) -> None:
    text = f"*The General Assembly*,\n\n{text}\n"
    marks = [text[one.start : one.end] for one in findings(text) if one.code == "TYPO014"]
    assert marks == ["[", "]"]


@pytest.mark.parametrize(
    ("written", "reported"),
    [
        ("en su 24a. reunión", "24a."),
        ("en sus reuniones 23a., tercera y cuarta", "23a."),
        ("en su reunión 24a. Los pozos", "24a"),
        ("en su 24a reunión", "24a"),
    ],
)
def test_the_stop_of_a_spanish_ordinal_goes_with_its_letter(written: str, reported: str) -> None:
    text = f"La Asamblea General,\n\nRecordando el informe visto {written},\n\n1. Pide x.\n"
    found = Linter().lint(Source(text, "draft.txt")).diagnostics
    assert [text[one.start : one.end] for one in found if one.code == "TYPO005"] == [reported]
