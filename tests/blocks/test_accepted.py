"""Marks of changes: the text is read as if they were accepted, each character at its place."""

from __future__ import annotations

import pytest

from reslint.blocks.accepted import accepted
from reslint.blocks.model import Block
from reslint.blocks.reader import read_blocks
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.text.source import Source


def read(text: str) -> Block:
    (block,) = read_blocks(Source(text))
    return block


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("{++new ++}water", "new water"),
        ("the {--old --}wells", "the wells"),
        ("a {~~dirty~>clean~~} well", "a clean well"),
        ("a well{>>which one?<<}", "a well"),
        ("a {==deep==} well", "a deep well"),
        ("a ~~dry~~ well", "a  well"),
        ("a <del>dry</del><s>old</s><strike>x</strike> well", "a  well"),
        ("a well,<ref>A/79/1, p. 2.</ref>", "a well,"),
        ('a well;<ref name="x" /> a mill<ref name="y">See 3.</ref>.', "a well; a mill."),
        ("{++a {--b--}c++}d", "a cd"),
        ("{--a {++b++}c--}d", "d"),
        ("[Urges]{.underline} all", "Urges all"),
        ("[Urges]{.smallcaps} all", "Urges all"),
        ("see [70/1](u){.external} above", "see 70/1 above"),
        ("<span lang='fr'>Prie</span> <font color='red'>tous</font>", "Prie tous"),
        ("d’&eacute;t&eacute; en&nbsp;2015 l&#8217;eau", "d’été en\u00a02015 l’eau"),
        ("the [old [x]]{.deletion}well", "the well"),
        ("[a [b] c]{.underline} d", "a [b] c d"),
        # What is no mark stays.
        ("from 5 ~~ 6", "from 5 ~~ 6"),
        ("open {++ only", "open {++ only"),
        ("close --} only", "close --} only"),
        ("code `{--x--}` stays", "code {--x--} stays"),
        ("a \\~~b\\~~ c", "a ~~b~~ c"),
        ("{note} [x] {1}", "{note} [x] {1}"),
        ("see <https://example.org/a> and <a@b.org>", "see https://example.org/a and a@b.org"),
        ("Smith &amp; Co &lt;b&gt;", "Smith & Co <b>"),
    ],
)
def test_text_as_accepted(written: str, plain: str) -> None:
    assert read(written).plain.text == plain


def test_changes_go_over_the_lines_of_a_paragraph() -> None:
    blocks = read_blocks(Source("First,\n\na ~~dry\nand old~~ well,\n\nlast,\n"))
    assert [block.plain.text for block in blocks] == ["First,", "a  well,", "last,"]


def test_each_character_keeps_its_place() -> None:
    text = "the {++new++} {--old--}[wells]{.smallcaps} of~~f~~ &eacute;t&eacute;"
    block = read(text)
    for place, character in enumerate(block.plain.text):
        start, end = block.plain.source_span(place, place + 1)
        assert text[start:end] == ("&eacute;" if character == "é" else character)


def test_marks_that_no_fix_may_touch() -> None:
    text = "x {++a++} {--b--} [c]{.smallcaps} [d]{.underline} &nbsp;"
    found = accepted(text)
    assert found is not None
    assert [text[start:end] for start, end in found[2]] == [
        "{++",
        "++}",
        "{--b--}",
        "[",
        "]{.smallcaps}",
    ]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("[Urges]{.underline} all", "underline"),
        ("[Urges]{.ul} all", "underline"),
        ('<span style="text-decoration: underline">Urges</span> all', "underline"),
        ('<span style="font-style:italic">Urges</span> all', "italic"),
        ('<span style="font-weight: 700">Urges</span> all', "bold"),
    ],
)
def test_styles_are_emphasis_with_marks_at_their_places(written: str, kind: str) -> None:
    (emphasis,) = read(written).emphases
    assert (emphasis.kind, emphasis.start, emphasis.end) == (kind, 0, 5)
    start, end = emphasis.opening[1], emphasis.closing[0]
    assert written[start:end] == "Urges"
    assert emphasis.opening[0] == 0
    assert written[emphasis.closing[1] :] == " all"


@pytest.mark.parametrize("struck", ["~~{}~~", "{{--{}--}}", "<del>{}</del>", "<s>{}</s>"])
def test_a_struck_paragraph_is_no_paragraph(struck: str) -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the wells,\n\n1. *Decides* to go;\n\n"
        + struck.format("2. *Invites* all;")
        + "\n\n2. *Decides* to come.\n"
    )
    result = Linter().lint(Source(text))
    assert [p.place for p in result.draft.part("operative")] == ["1", "2"]
    assert not result.diagnostics


@pytest.mark.parametrize("marks", ["{{--{}--}}", "~~{}~~", "<del>{}</del>", "{{>>{}<<}}"])
@pytest.mark.parametrize("path_format", ["markdown", "plain"])
def test_a_struck_break_of_lines_leaves_nothing(marks: str, path_format: str) -> None:
    # All that the block has is deleted, over two lines.
    for before in ("", "# ", "> ", "[^1]: ", "1. "):
        source = Source("\n" + before + marks.format("\n"))
        for block in read_blocks(source, path_format):
            assert 0 <= block.start <= block.end <= len(source.text)


def test_a_label_within_an_insertion_is_found() -> None:
    block = read("{++2. *Invites* all;++}")
    assert block.label is not None
    assert (block.label.text, block.label.start, block.label.end) == ("2.", 3, 5)


_DRAFTS = {
    "en": "*The General Assembly*,\n\n{} the wells of the village,\n\n1. *Decides* to go.\n",
    "fr": "*L’Assemblée générale*,\n\n{} des puits du village,\n\n1. *Décide* de partir.\n",
    "es": "*La Asamblea General*,\n\n{} los pozos de la aldea,\n\n1. *Decide* partir.\n",
    "ru": "*Генеральная Ассамблея*,\n\n{} колодцы деревни,\n\n1. *постановляет* идти.\n",
    "ar": "***إن الجمعية العامة***،\n\n{} آبار القرية،\n\n1 - ***تقرر*** الذهاب.\n",
    "zh": "**大会**，\n\n{}村庄的水井，\n\n1. **决定**前往。\n",
}
_WORDS = {
    "en": "Noting",
    "fr": "Prenant note",
    "es": "Observando",
    "ru": "отмечая",
    "ar": "إذ تلاحظ",
    "zh": "注意到",
}


@pytest.mark.parametrize("language", list(_DRAFTS))
@pytest.mark.parametrize(
    "marks",
    ["[{}]{{.underline}}", '<span style="text-decoration:underline">{}</span>', "<u>{}</u>"],
)
def test_an_underlined_phrase_is_of_the_wrong_kind(language: str, marks: str) -> None:
    written = marks.format(_WORDS[language])
    text = _DRAFTS[language].format(written)
    found = [one for one in Linter().lint(Source(text)).diagnostics if one.code == "LEAD002"]
    assert [text[one.start : one.end] for one in found] == [_WORDS[language]]


def test_a_phrase_both_italic_and_underlined_loses_its_underline() -> None:
    text = _DRAFTS["en"].format("*[Noting]{.underline}*")
    (found,) = [one for one in Linter().lint(Source(text)).diagnostics if one.code == "LEAD002"]
    assert text[found.start : found.end] == "Noting"
    assert found.fix is not None
    assert sorted(text[edit.start : edit.end] for edit in found.fix.edits) == ["[", "]{.underline}"]
    assert {edit.text for edit in found.fix.edits} == {""}


@pytest.mark.parametrize("written", ["Not{++ing++}", "No~~d~~ting", "No<font>ting</font>"])
def test_no_fix_crosses_marks(written: str) -> None:
    text = _DRAFTS["en"].format(written)
    found = [one for one in Linter().lint(Source(text)).diagnostics if one.code == "LEAD002"]
    assert len(found) == 1
    assert found[0].fix is None


FORUM = """[b]The World Assembly,[/b]

[i]Believing[/i] that old trees are rare,

1. [b]Prohibits[/b] their felling, except:
[list]
[*]to fight fire;
[*]to build [url=http://x.org]ships[/url];
[/list]

2. [size=2][u]Urges[/u] all to plant trees.[/size]
"""


def test_marks_of_forums_are_emphasis_and_bullets() -> None:
    draft = read_draft(Source(FORUM))
    assert [(one.part, one.level, one.text) for one in draft.paragraphs] == [
        ("organ line", 0, "The World Assembly,"),
        ("preamble", 0, "Believing that old trees are rare,"),
        ("operative", 0, "Prohibits their felling, except:"),
        ("operative", 1, "to fight fire;"),
        ("operative", 1, "to build ships;"),
        ("operative", 0, "Urges all to plant trees."),
    ]
    assert [one.emphases[0].kind for one in draft.paragraphs if one.emphases] == [
        "bold",
        "italic",
        "bold",
        "underline",
    ]
    assert draft.organ == "other"


def test_square_brackets_of_other_kinds_stay() -> None:
    text = "*The General Assembly*,\n\n*Recalling* paragraph [b] of it and [i] too,\n"
    shown = "Recalling paragraph [b] of it and [i] too,"
    assert read_draft(Source(text)).paragraphs[1].text == shown
