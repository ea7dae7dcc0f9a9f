"""Tests of the draft reader: parts, numbering, levels, joined paragraphs, resolutions."""

from __future__ import annotations

import pytest

from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text))


def outline(draft: Draft) -> list[tuple[str, str, str]]:
    return [(p.part, p.place, p.text) for p in draft.paragraphs]


ENGLISH = """\
*The General Assembly*,

*Recalling* its work on libraries,

1. *Decides* to open them;

2. *Requests* the librarian:

(a) To light:

(i) The stairs;

(ii) The shelves;

(b) To read.
"""


def test_parts_and_levels() -> None:
    draft = read(ENGLISH)
    assert (draft.language, draft.organ, draft.is_resolution) == ("en", "GA", True)
    assert outline(draft) == [
        ("organ line", "organ line", "The General Assembly,"),
        ("preamble", "preamble 1", "Recalling its work on libraries,"),
        ("operative", "1", "Decides to open them;"),
        ("operative", "2", "Requests the librarian:"),
        ("operative", "2 (a)", "To light:"),
        ("operative", "2 (a) (i)", "The stairs;"),
        ("operative", "2 (a) (ii)", "The shelves;"),
        ("operative", "2 (b)", "To read."),
    ]
    assert [p.level for p in draft.paragraphs] == [0, 0, 0, 0, 1, 2, 2, 1]


def test_the_letter_after_h_is_i() -> None:
    items = "\n\n".join(f"({letter}) To read;" for letter in "abcdefghij")
    draft = read(f"*The General Assembly*,\n\n*Recalling* x,\n\n1. *Requests*:\n\n{items}\n")
    levels = [(p.label.kind, p.label.value, p.level) for p in draft.paragraphs if p.parent]  # type: ignore[union-attr]
    assert levels == [("letter", value, 1) for value in range(1, 11)]


def test_paragraphs_are_joined_across_page_breaks_and_notes() -> None:
    text = (
        "*L'Assemblée générale*,\n\n*Rappelant* ses travaux¹ sur les bibliothèques de la\n\n"
        "---\n\n¹ Résolution 70/1.\n\nville et de la campagne,\n\n"
        "1. *Salue* la célébration de la\n\n\f\n\nSemaine de la lecture ;\n\n2. *Décide* d'agir.\n"
    )
    draft = read(text)
    assert outline(draft) == [
        ("organ line", "organ line", "L'Assemblée générale,"),
        (
            "preamble",
            "preamble 1",
            "Rappelant ses travaux sur les bibliothèques de la ville et de la campagne,",
        ),
        ("note", "note 1", "Résolution 70/1."),
        ("operative", "1", "Salue la célébration de la Semaine de la lecture ;"),
        ("operative", "2", "Décide d'agir."),
    ]
    joined = draft.paragraphs[1]
    start = joined.text.index("ville")
    first, last = joined.source_span(start, start + 5)
    assert text[first:last] == "ville"
    assert [note.paragraph.text for note in draft.notes] == ["Résolution 70/1."]
    assert [paragraph for paragraph, _ in draft.notes[0].markers] == [joined]


def test_headings_with_and_without_mark_up() -> None:
    draft = read(
        "*The General Assembly*,\n\n*Recalling* x,\n\n## Hours\n\n1. *Decides* to open;\n\n"
        "**Books**\n\n2. *Decides* to read;\n\nLamps and chairs\n\n3. *Decides* to sit.\n"
    )
    assert [p.text for p in draft.part("heading")] == ["Hours", "Books", "Lamps and chairs"]
    assert [p.section.text for p in draft.resolutions[0].operative if p.section] == [
        "Hours",
        "Books",
        "Lamps and chairs",
    ]


def test_fully_numbered_preamble_whatever_its_endings() -> None:
    text = ENGLISH.replace("*Recalling*", "1. *Noting* the rain;\n\n2. *Recalling*")
    draft = read(text.replace("libraries,", "libraries;").replace("rain;", "rain,"))
    assert [p.place for p in draft.resolutions[0].preamble] == ["preamble 1", "preamble 2"]
    assert [p.place for p in draft.resolutions[0].operative] == ["1", "2"]


def test_recommended_draft_may_be_quoted() -> None:
    text = """\
*The Economic and Social Council*

*Recommends* to the General Assembly the adoption of the following draft resolution:

“*The General Assembly*,

*Recalling* its work,

*Decides* to go on.”
"""
    outer, inner = read(text).resolutions
    assert (inner.organ, inner.parent) == ("GA", outer)
    # If each paragraph opens with a quotation mark, the whole is quoted text.
    quoted = text.replace("*Recalling*", "“*Recalling*").replace("*Decides*", "“*Decides*")
    assert [resolution.organ for resolution in read(quoted).resolutions] == ["ECOSOC"]


def test_a_recommended_draft_is_nested() -> None:
    draft = read(
        "*Le Conseil économique et social*\n\n"
        "*Recommande* à l'Assemblée générale d'adopter le projet de résolution suivant :\n\n"
        "*L'Assemblée générale*,\n\n*Consciente* du rôle des bibliothèques,\n\n"
        "1. *Décide* d'agir ;\n\n2. *Décide* de rester saisie de la question.\n"
    )
    outer, inner = draft.resolutions
    assert (outer.organ, inner.organ, inner.parent) == ("ECOSOC", "GA", outer)
    assert [p.place for p in inner.preamble] == ["nested draft, preamble 1"]
    assert [p.label.value for p in inner.operative if p.label] == [1, 2]
    assert draft.organ == "ECOSOC"


def test_resolutions_a_and_b_are_siblings() -> None:
    one = (
        "*The General Assembly*,\n\n*Recalling* x,\n\n1. *Decides* to read;\n\n2. *Decides* to sit."
    )
    draft = read(f"**A**\n\nLibraries\n\n{one}\n\n**B**\n\nArchives\n\n{one}\n")
    assert [(r.parent, len(r.preamble), len(r.operative)) for r in draft.resolutions] == [
        (None, 1, 2),
        (None, 1, 2),
    ]
    assert draft.resolutions[1].letter == "B"


def test_a_resolution_after_a_closing_is_a_sibling() -> None:
    closing = "40th plenary meeting\n5 December 2024\n"
    draft = read(f"{ENGLISH}\n{closing}\n{ENGLISH}\n{closing}")
    assert [(r.parent, r.letter) for r in draft.resolutions] == [(None, ""), (None, "")]
    assert [p.place for p in draft.resolutions[1].preamble] == ["resolution 2, preamble 1"]
    assert [p.resolution for p in draft.part("closing")] == draft.resolutions
    # Without the closing the second text is part of the first.
    outer, inner = read(f"{ENGLISH}\n{ENGLISH}").resolutions
    assert (outer.parent, inner.parent) == (None, outer)


def test_closing_and_annex() -> None:
    draft = read(
        ENGLISH
        + "\n40th plenary meeting\n5 December 2024\n\nAnnex I\n\nRules\n\n1. Read.\n\n2. Sit.\n"
    )
    assert [(p.part, p.text) for p in draft.paragraphs[-5:]] == [
        ("closing", "40th plenary meeting 5 December 2024"),
        ("annex", "Annex I"),
        ("annex", "Rules"),
        ("annex", "Read."),
        ("annex", "Sit."),
    ]
    assert draft.masthead.closing is not None
    assert draft.masthead.closing.date == (2024, 12, 5)


def test_masthead() -> None:
    draft = read(
        "Nations Unies\n\nA/RES/79/900\n\nAssemblée générale\n\nDistr. générale\n"
        "9 décembre 2024\n\nSoixante-dix-neuvième session\n\n"
        "Résolution adoptée par l'Assemblée générale le 5 décembre 2024\n\n"
        "79/900. Bibliothèques\n\n"
        "L'Assemblée générale,\n\nRappelant x,\n\nDécide d'agir.\n"
    )
    masthead = draft.masthead
    assert (masthead.symbol, masthead.number, masthead.session) == ("A/RES/79/900", "79/900", 79)
    assert masthead.title is not None
    assert masthead.title.text == "79/900. Bibliothèques"
    dates = (masthead.distribution, masthead.adoption, masthead.closing)
    assert [place and place.date for place in dates] == [(2024, 12, 9), (2024, 12, 5), None]


def test_labels_in_all_their_forms() -> None:
    for label, value in (
        ("1. ", 1),
        ("1.\u00a0", 1),
        ("1.     ", 1),
        ("1\\. ", 1),
        ("**1.** ", 1),
        ("1 - ", 1),
    ):
        draft = read(
            f"*The General Assembly*,\n\n*Recalling* x,\n\n{label}*Decides* to go on;\n\n"
            "2. *Decides* to rest.\n"
        )
        first = draft.resolutions[0].operative[0]
        assert first.label is not None
        assert (first.label.value, first.text) == (value, "Decides to go on;"), label
    draft = read(
        "*The General Assembly*,\n\n*Recalling* x,\n\n*1. Decides* to go;\n\n2. *Decides* y."
    )
    first = draft.resolutions[0].operative[0]
    assert first.text == "Decides to go;"
    assert [(e.start, e.end) for e in first.emphases] == [(0, 7)]


def test_a_number_that_lost_its_stop_is_a_label() -> None:
    draft = read(
        "*The General Assembly*,\n\n*Recalling* x,\n\n1. *Decides* a;\n\n2 *Encourages* b;\n\n"
        "3. *Decides* c.\n"
    )
    second = draft.resolutions[0].operative[1]
    assert second.label is not None
    assert (second.label.style, second.text, second.place) == ("N", "Encourages b;", "2")


def test_texts_that_are_not_resolutions() -> None:
    assert not read("# Minutes\n\n1. Welcome\n\n2. Reports\n").is_resolution
    assert not read("").is_resolution
    assert not read("The General Assembly is the main organ.\n").is_resolution


def test_a_line_of_adoption_makes_a_short_text_without_organ_line_a_resolution() -> None:
    text = "*Recalling* its work on libraries,\n\n*Decides* to open them.\n"
    assert not read(text).is_resolution
    adopted = f"Resolution adopted by the General Assembly on 3 May 2021\n\n{text}"
    assert read(adopted).is_resolution


def kinds_of_items(labels: str) -> list[tuple[str, int, int]]:
    items = "\n\n".join(f"{label} To read;" for label in labels.split())
    draft = read(f"*The General Assembly*,\n\n*Recalling* x,\n\n1. *Requests*:\n\n{items}\n")
    return [
        (p.label.kind, p.label.value, p.level) for p in draft.paragraphs if p.parent and p.label
    ]


def test_roman_numbers_directly_under_a_paragraph() -> None:
    assert kinds_of_items("(i) (ii) (iii) (iv)") == [("roman", n, 1) for n in (1, 2, 3, 4)]


def test_skipped_or_repeated_letter_is_not_a_roman_number() -> None:
    assert kinds_of_items("(f) (g) (i)")[-1] == ("letter", 9, 1)
    assert kinds_of_items("(a) (b) (c) (c)")[-1] == ("letter", 3, 1)


def test_a_numbered_preamble_is_still_the_preamble() -> None:
    draft = read(
        "*The Security Council*,\n\n1. *Recalling* x,\n\n2. *Acting* under Chapter VII,\n\n"
        "1. *Decides* a;\n\n2. *Decides* b.\n"
    )
    (resolution,) = draft.resolutions
    assert (len(resolution.preamble), len(resolution.operative)) == (2, 2)


@pytest.mark.parametrize(
    ("first", "second", "preambular"),
    [
        ("*Recallign* x,", "*Noting* y,", 2),
        # Only one of the two signs is there, final comma or next phrase: the number decides.
        ("*Recallign* x;", "*Noting* y,", 0),
        ("*Decidse* x,", "*Requests* y,", 0),
    ],
)
def test_numbered_preamble_that_opens_with_an_error(
    first: str, second: str, preambular: int
) -> None:
    draft = read(
        f"*The General Assembly*,\n\n1. {first}\n\n2. {second}\n\n"
        "1. *Decides* a;\n\n2. *Requests* b.\n"
    )
    assert len(draft.resolutions[0].preamble) == preambular


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        (("*The General Assembly*,", "*Recalling* it,", "1. *Decides* to go on."), True),
        (("The General Assembly,", "_Recalling_ it,", "1.  **Decides**: to go on."), True),
        (("The General Assembly,", "Recalling it,", "1. *Decides* to go on."), False),
        (("The General Assembly,", "* Recalling it,", "1. Decides *to go* on *all* days."), False),
        (("The General Assembly,", "Recalling it,*", "*Reissued for a reason,", "________"), False),
    ],
)
def test_plain_text_with_emphasis_as_in_markdown(lines: tuple[str, ...], known: bool) -> None:
    draft = read_draft(Source("\n\n".join(lines)), path_format="plain")
    assert draft.emphasis_known is known
    assert not known or draft.paragraphs[1].text == "Recalling it,"


HEAD = "*The General Assembly*,\n\n*Recalling* x,\n\n*Stressing* y,\n\n"


def operative(text: str) -> list[tuple[str, str]]:
    draft = read(HEAD + text)
    return [(p.place, p.text) for p in draft.resolutions[0].operative]


def test_closing_line_before_the_end_is_ignored() -> None:
    text = "1. *Decides* a;\n\n40th plenary meeting\n\n5 December 2024\n\n2. *Decides* b.\n"
    assert [place for place, _ in operative(text)] == ["1", "2"]


def test_number_in_another_style_still_counts() -> None:
    text = "1. *Decides* a;\n\n(2) *Requests* b;\n\n3) *Decides* c;\n\n4. *Decides* d.\n"
    assert len(operative(text)) == 4


def test_the_first_number_without_its_stop() -> None:
    assert operative("1 *Invites* a;\n\n2. *Decides* b.\n")[0] == ("1", "Invites a;")


def test_comma_does_not_end_an_operative_paragraph() -> None:
    draft = read(
        "*The Economic and Social Council*,\n\n*Takes note* of x,\n\n*Recommends* to the General "
        "Assembly the following draft:\n\n*The General Assembly*,\n\n*Recalling* z,\n\n"
        "1. *Decides* a;\n\n2. *Decides* b.\n"
    )
    assert [len(r.preamble) for r in draft.resolutions] == [1, 1]


def test_a_heading_of_two_lines_whatever_ends_it() -> None:
    draft = read(HEAD + "1. *Decides* a;\n\n**II**\n\n**Books and lamps;**\n\n2. *Decides* b.\n")
    assert [p.text for p in draft.part("heading")] == ["II", "Books and lamps;"]


def headings(text: str) -> list[str]:
    return [p.text for p in read(text).part("heading")]


def test_a_heading_without_mark_up_that_ends_with_a_mark() -> None:
    text = HEAD + "Lamps.\n\n1. *Decides* a;\n\nBooks and chairs,\n\n2. *Decides* b.\n"
    assert headings(text) == ["Lamps.", "Books and chairs,"]
    # Where the number of a paragraph is missing, the line may be that paragraph.
    assert headings(text.replace("2.", "3.")) == ["Lamps."]
    # A line in lower case, a long one, one with a verb that opens paragraphs.
    for line in ("and chairs;", "Books " * 13 + "too;", "Decides to read;"):
        assert headings(text.replace("Books and chairs,", line)) == ["Lamps."]
    # Lines after a colon are a list, a comma ends a paragraph of the preamble.
    assert headings(text.replace("a;", "as follows:")) == ["Lamps."]
    assert headings(text.replace("Lamps.", "Lamps and chairs,")) == ["Books and chairs,"]


def test_chinese_heading_may_open_like_a_paragraph() -> None:
    text = (
        "**大会**，\n\n**强调**图书馆为公众服务，\n\n1. **邀请**图书馆晚间开放；\n\n"
        "加强图书馆的工作：\n\n2. **决定**继续审议此事。\n"
    )
    assert headings(text) == ["加强图书馆的工作："]
    # A paragraph that lost both number and emphasis ends like a paragraph.
    assert headings(text.replace("工作：", "工作；")) == []


def test_numbers_that_restart_show_the_end_of_the_preamble() -> None:
    text = (
        "**大会**，\n\n1. **强调**图书馆为公众服务，\n\n2. **重申**桥梁的重要性；\n\n"
        "3. **回顾**河流，\n\n1. **邀请**图书馆晚间开放；\n\n2. **决定**继续审议此事。\n"
    )
    (resolution,) = read(text).resolutions
    assert (len(resolution.preamble), len(resolution.operative)) == (3, 2)


def test_lines_after_a_colon_are_its_items() -> None:
    text = (
        HEAD + "1. *Decides*:\n\n(a) To speak of:\n\nLibraries;\n\nRivers;\n\n"
        "(a) To read.\n\n2. *Decides* b.\n"
    )
    items = [p for p in read(text).paragraphs if p.parent is not None]
    assert [(p.level, p.text) for p in items] == [
        (1, "To speak of:"),
        (2, "Libraries;"),
        (2, "Rivers;"),
        (1, "To read."),
    ]
    # A line that ends with a colon announces items of its own.
    items = [
        p
        for p in read(text.replace("Rivers;", "Rivers:")).paragraphs
        if p.parent is not None and p.label is not None
    ]
    assert [p.level for p in items] == [1, 2]


def test_letters_in_wrong_order_are_letters() -> None:
    letters = "".join(f"({letter}) To lend maps;\n\n" for letter in "abcdefghjik")
    text = HEAD + "1. *Invites* libraries:\n\n" + letters + "2. *Decides* b.\n"
    items = [p for p in read(text).paragraphs if p.parent is not None and p.label is not None]
    assert [p.level for p in items] == [1] * 11
    assert [p.label.value for p in items if p.label][-3:] == [10, 9, 11]
    # After (i) and (j) another (i) is the first roman number.
    text = text.replace("(j) To lend maps;\n\n(i)", "(i) To lend maps;\n\n(j) To read;\n\n(i)")
    items = [p for p in read(text).paragraphs if p.parent is not None and p.label is not None]
    assert [(p.level, p.label.kind) for p in items if p.label][-2:] == [(2, "roman"), (1, "letter")]


def test_series_in_wrong_order_stay_at_their_level() -> None:
    draft = read(
        HEAD + "1. *Requests*:\n\n(a) To light:\n\n(ii) The stairs;\n\n(i) The shelves;\n\n"
        "(a) To lend;\n\n2. *Decides* b.\n"
    )
    items = [p for p in draft.paragraphs if p.parent is not None]
    assert [(p.level, p.label.kind, p.label.value) for p in items if p.label] == [
        (1, "letter", 1),
        (2, "roman", 2),
        (2, "roman", 1),
        (1, "letter", 1),
    ]  # fmt: skip


def test_the_next_letter_with_a_stop_is_an_item_whatever_ends_the_one_before() -> None:
    draft = read(ENGLISH.replace("The shelves;\n\n(b) To read", "The shelves,\n\nb. to read"))
    assert [p.place for p in draft.paragraphs][-2:] == ["2 (a) (ii)", "2 b."]
