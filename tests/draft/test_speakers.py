"""Motions without a title, and sentences of a body that lead to the list of what it decides."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.md"))


UNTITLED = {
    "en": (
        "Late ferries",
        "Conference welcomes the new ferry. In particular we note:",
        "1.The colour of the hull;",
        "2.The size of the deck.",
        "Conference is appalled that the other ferry is late.",
        "It also regrets the noise of its horn.",
        "Conference instructs the Executive to:",
        "A.Write to the captain;",
        "B.Count the delays.",
    ),
    "fr": (
        "Bacs en retard",
        "Cette conférence se félicite du nouveau bac, en particulier :",
        "1. de la couleur de la coque ;",
        "2. de la taille du pont.",
        "Cette conférence s’étonne que l’autre bac soit en retard.",
        "Elle regrette aussi le bruit de sa corne.",
        "Cette conférence charge le bureau :",
        "1. d’écrire au capitaine ;",
        "2. de compter les retards.",
    ),
    "es": (
        "Barcas con retraso",
        "Esta Conferencia acoge con beneplácito la barca nueva, en particular:",
        "1. el color del casco;",
        "2. el tamaño de la cubierta.",
        "Esta Conferencia pide que la otra barca sea puntual.",
        "También lamenta el ruido de su bocina.",
        "Esta Conferencia encarga a la mesa:",
        "1. que escriba al capitán;",
        "2. que cuente los retrasos.",
    ),
}


@pytest.mark.parametrize("language", UNTITLED)
def test_a_body_without_article_or_title_speaks(language: str) -> None:
    text = "\n\n".join(UNTITLED[language]) + "\n"
    draft = read(text)
    assert draft.language == language
    assert draft.is_resolution
    assert counts_of(draft)[:3] == (0, 4, 4)
    found = {one.code for one in Linter().lint(Source(text, "draft.md")).diagnostics}
    assert not {"FORM001", "NUM009", "LEAD001"} & found


SENTENCES = {
    "en": (
        "The Congress of Rowers, meeting in Hillford in May 2016,",
        "recognising that ferries are late;",
        "recalling its earlier decisions;",
        "Congress instructs the Executive Committee to:",
        "1. write to the captains;",
        "2. print a timetable.",
    ),
    "es": (
        "El Congreso de Remeros, reunido en Hillford en mayo de 2016,",
        "reconociendo que las barcas llegan tarde;",
        "recordando sus decisiones anteriores;",
        "Este Congreso encarga a la mesa:",
        "1. que escriba a los capitanes;",
        "2. que imprima un horario.",
    ),
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_with_its_list_is_the_operative_part(language: str) -> None:
    draft = read("# Bacs\n\n" + "\n\n".join(SENTENCES[language]) + "\n\nCarried\n")
    assert draft.language == language
    assert draft.is_resolution
    assert counts_of(draft)[:3] == (2, 1, 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "This Conference, meeting at the start of the season, calls upon:",
        "This Conference, meeting at the start of the season calls upon:",
        "This Conference resolves that each village make an effort to reach:",
    ],
)
def test_one_sentence_below_a_title(sentence: str) -> None:
    items = "1. all captains;\n2. the millers; and\n3. the clerks.\n"
    draft = read(f"Resolution 3\nOn ferries\n\n{sentence}\n\n{items}")
    assert draft.is_resolution
    assert counts_of(draft)[:3] == (0, 1, 3)
    assert not read(f"News from the lake\n\n{sentence}\n\n{items}").is_resolution


LISTS = {
    "bullets": ("- notes the rain;", "- resolves to buy a boat."),
    "letters": ("a. notes the rain", "b. resolves to buy a boat."),
    "letters in brackets": ("(a) notes the rain;", "(b) resolves to buy a boat."),
    "numbers": ("1. resolves to buy a boat; and", "2. urges all to row."),
}


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize(
    "line",
    [
        "The Anglers’ Council:",
        "On the fiftieth anniversary of the first ferry, this Conference:",
        "The 15th General Assembly of Millers, meeting in Hillford, in October 2005:",
    ],
)
def test_a_line_above_a_list_of_decisions(line: str, kind: str) -> None:
    draft = read("\n\n".join(("Resolution 4: Boats", line, *LISTS[kind])) + "\n")
    assert draft.is_resolution
    assert draft.organ == "other"
    assert counts_of(draft)[:3] == (0, 2, 0)


def test_a_bare_name_right_above_number_1() -> None:
    text = (
        "The Conference of the Parties\n1.Welcomes the boat;\n2.Requests a pier;\n3.Urges care.\n"
    )
    draft = read(text)
    assert draft.is_resolution
    assert counts_of(draft)[:3] == (0, 3, 0)
    assert not read(
        text.replace("2.Requests", "2.Cleans").replace("3.Urges", "3.Has")
    ).is_resolution


HEADS = {
    "en": ("The Guild of Millers,", "considering", "that it rains,", "decides", "To row."),
    "fr": ("Le Congrès des meuniers,", "considérant", "qu’il pleut,", "décide", "De ramer."),
    "es": ("El Congreso de Molineros,", "considerando", "que llueve,", "decide", "Remar."),
}


@pytest.mark.parametrize("language", HEADS)
def test_a_phrase_alone_in_small_letters_heads_bullets(language: str) -> None:
    line, reasons, reason, decides, decision = HEADS[language]
    draft = read(
        f"# 1\n\n{line}\n\n{reasons}\n\n• {reason}\n• {reason}\n\n{decides}\n\n"
        f"1. {decision}\n2. {decision}\n"
    )
    assert draft.language == language
    assert draft.is_resolution
    assert counts_of(draft)[:3] == (2, 2, 0)


def test_letters_may_name_the_body_below_reasons() -> None:
    text = (
        "Ferries\n\nConsidering that:\n\n- ferries are late;\n- piers are short;\n\n"
        "Believing that:\n\n- rain is wet;\n- wind is free.\n\n"
        "IFRU calls for:\n\n- longer piers;\n- more wind.\n"
    )
    draft = read(text)
    assert draft.is_resolution
    assert [len(one.operative) for one in draft.resolutions] == [1]
    news = text.replace("Believing", "We hear").replace("Considering", "We know")
    assert not read(news).is_resolution


def test_resolved_may_stand_before_a_semicolon() -> None:
    draft = read(
        "Whereas;\nthe ferry is late,\n\nAnd whereas;\nthe pier is short,\n\n"
        "Therefore, be it resolved;\nthat we row,\n\nBe it further resolved;\nthat we wait.\n"
    )
    assert counts_of(draft)[:3] == (2, 2, 0)


def test_a_heading_may_stand_above_the_first_paragraph() -> None:
    draft = read(
        "The 5th Congress of Millers meeting in Hillford from 22 to 26 July 2007,\nWind\n"
        "1. Affirms that wind is good;\n2. Notes that wind is free;\nSails\n"
        "3. Considers that sails are dear.\n"
    )
    assert draft.is_resolution
    assert counts_of(draft)[:3] == (0, 3, 0)


@pytest.mark.parametrize(
    "text",
    [
        # news, duties, manuals, minutes, letters
        "Congress notes the cost.\n\nCongress deplores it.\n\nCongress demands more.\n",
        "Congress notes the cost\n\nCongress instructs the clerk\n\nCongress demands more\n",
        "The Server:\n\n- Accepts connections.\n- Requests tokens.\n- Notes errors.\n",
        "The Anglers’ Council:\n\n- recommends a budget;\n- approves it.\n",
        "Minutes\n\nThe committee asked the clerk to:\n\n1. write;\n2. count.\n",
        "Dear members,\n\nThe Council urges residents to:\n\n1. stay at home;\n2. wait.\n",
        "Council is open from nine. Council has a door. Council resolves nothing today.\n",
    ],
)
def test_other_sentences_about_a_body_are_no_draft(text: str) -> None:
    assert not read(text).is_resolution


def test_an_edit_reads_the_same_as_the_whole() -> None:
    text = "\n\n".join(UNTITLED["en"]) + "\n"
    linter = IncrementalLinter(Settings())
    linter.lint(Source(text, "draft.md"))
    for changed in (
        text.replace("Conference is", "The hall is"),
        text.replace("instructs", "thanks"),
        text.replace("Executive to:", "Executive."),
        text,
    ):
        again = linter.lint(Source(changed, "draft.md"))
        whole = Linter().lint(Source(changed, "draft.md"))
        assert [(p.part, p.start) for p in again.draft.paragraphs] == [
            (p.part, p.start) for p in whole.draft.paragraphs
        ]
        assert [(d.code, d.start) for d in again.diagnostics] == [
            (d.code, d.start) for d in whole.diagnostics
        ]


@pytest.mark.parametrize(
    ("line", "organ"),
    [
        ("Therefore be it resolved that the General Assembly:", "GA"),
        ("THEREFORE, BE IT RESOLVED BY THE GENERAL ASSEMBLY:", "GA"),
        ("Now, therefore, be it resolved, the Security Council:", "SC"),
        ("And be it further resolved by the Economic and Social Council that:", "ECOSOC"),
        ("Now therefore be it resolved that the Human Rights Council hereby:", "HRC"),
        ("Therefore, be it resolved by the Committee on Ferries that:", "other"),
        ("Therefore be it resolved:", "other"),
    ],
)
def test_a_body_named_behind_resolved_is_the_organ_and_no_paragraph(line: str, organ: str) -> None:
    draft = read(
        "Draft Resolution 1.1\n\nWhereas the ferries are late,\nWhereas the piers are short,\n\n"
        f"{line}\n1. Condemns delays;\n2. Creates a pier in each State;\n3. Asks for wind.\n"
    )
    assert (draft.organ, counts_of(draft)[:3]) == (organ, (2, 3, 0))
