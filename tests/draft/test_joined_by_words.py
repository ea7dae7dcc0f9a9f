"""Resolutions of councils: in capitals on one line, of two paragraphs, with "Hereby" alone."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


ONE_LINE = {
    "en": (
        "RESOLUTION NO. 7 OF THE COUNCIL OF THE VALLEY ON FERRIES WHEREAS, the ferries of the "
        "valley are slow; and WHEREAS, the bridges are old and narrow, and NOW, THEREFORE, "
        "BE IT RESOLVED that the council will count them; and BE IT FURTHER RESOLVED that it will "
        "mend them.",
        (2, 2),
    ),
    "fr": (
        "RÉSOLUTION No 7 DU CONSEIL DE LA VALLÉE SUR LES BACS ATTENDU QUE les bacs de la vallée "
        "sont très lents ; et ATTENDU QUE les ponts sont vieux et étroits ; IL EST RÉSOLU "
        "QUE le conseil compte tous les ponts.",
        (2, 1),
    ),
    "es": (
        "RESOLUCIÓN 7 DEL CONSEJO DEL VALLE SOBRE LAS BARCAS CONSIDERANDO que las barcas del valle "
        "son muy lentas; y CONSIDERANDO que los puentes son viejos y estrechos; SE RESUELVE que el "
        "consejo cuente los puentes.",
        (2, 1),
    ),
}


@pytest.mark.parametrize("language", ONE_LINE)
def test_paragraphs_in_capitals_on_the_line_of_the_title(language: str) -> None:
    text, counts = ONE_LINE[language]
    draft = read(text + "\n")
    assert draft.language == language
    assert draft.is_resolution
    assert counts_of(draft)[:2] == counts


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("NOTING the rules of ferries, and AWARE of their cost,", "DECIDES to row."),
        ("NOTING the rules of ferries, and NOTING ALSO their cost,", "DECIDES to row."),
        ("NOTANT les règles des bacs, et CONSCIENTE de leur prix,", "DÉCIDE d’agir."),
        ("OBSERVANDO las normas de barcas, y CONSCIENTE de ello,", "DECIDE remar."),
    ],
)
def test_a_comma_before_other_words_in_capitals_stands_within_a_paragraph(
    line: str, last: str
) -> None:
    draft = read(f"7/12\n\n{line}\n\n{line}\n\n1. {last}\n")
    assert [one.text for one in draft.part("preamble")] == [line, line]


def test_reasons_within_an_operative_paragraph_in_capitals_stay_there() -> None:
    asks = "REQUESTS the clerk, NOTING the rule; RECALLING the cost, to act;"
    draft = read(f"THE GENERAL ASSEMBLY,\n\nNOTING it,\n\n{asks}\n\nDECIDES to meet.\n")
    assert [one.text for one in draft.part("operative")] == [asks, "DECIDES to meet."]


def test_what_is_resolved_is_read_with_the_words_that_lead_to_it() -> None:
    draft = read(
        "WHEREAS, the ferries are slow;\n\nNOW, THEREFORE, BE IT RESOLVED, that they be mended;\n\n"
        "BE IT FURTHER RESOLVED, that the clerk rows.\n"
    )
    assert [one.text.split(" RESOLVED")[0] for one in draft.part("operative")] == [
        "NOW, THEREFORE, BE IT",
        "BE IT FURTHER",
    ]
    assert not draft.part("outside")


@pytest.mark.parametrize(
    "text",
    [
        "WHEREAS, the ferries are slow;\n\nNOW, THEREFORE, BE IT RESOLVED, that they be mended.\n",
        "Attendu que les bacs sont lents ;\n\nIl est résolu que le conseil les répare.\n",
        "Considerando que las barcas son lentas;\n\nSe resuelve que el consejo las repare.\n",
    ],
)
def test_one_reason_and_what_is_resolved_are_a_resolution(text: str) -> None:
    draft = read(text)
    assert draft.is_resolution
    assert counts_of(draft) == (1, 1, 0, 0)


def test_a_title_in_capitals_that_holds_a_phrase_is_one_line() -> None:
    title = "RESOLUTION NOTING FERRIES OF THE VALLEY, WELCOMING BRIDGES OF THE VALLEY"
    draft = read(
        f"{title} AND OF ALL THE VILLAGES OF THE NORTH AND OF THE SOUTH OF THIS LAND\n\n"
        "The Council of Millers,\n\nNoting it,\n\n1. Urges care.\n"
    )
    assert counts_of(draft) == (1, 1, 0, 0)


HEREBY = {
    "en": (
        "The General Assembly,",
        "Noting the ferries,",
        "Hereby frees the ferries.",
        "Votes for: 7",
    ),
    "fr": (
        "L’Assemblée générale,",
        "Notant les bacs,",
        "Par la présente, libère les bacs.",
        "Votes : 7",
    ),
    "es": (
        "La Asamblea General,",
        "Observando las barcas,",
        "Por la presente libera las barcas.",
        "Votos a favor: 7",
    ),
    "ru": (
        "Генеральная Ассамблея,",
        "отмечая паромы,",
        "Настоящим освобождает паромы.",
        "За: 7",
    ),
    "ar": (
        "إن الجمعية العامة،",
        "وإذ تلاحظ العبّارات،",
        "بموجب هذا تحرر العبّارات.",
        "",
    ),
    "zh": ("大会，", "注意到渡船，", "特此释放所有渡船。", "赞成：7"),
}


@pytest.mark.parametrize("language", HEREBY)
def test_hereby_and_an_unknown_verb_are_the_operative_part(language: str) -> None:
    organ, noting, hereby, vote = HEREBY[language]
    draft = read("\n\n".join([organ, noting, noting, hereby, vote]) + "\n")
    assert draft.language == language
    assert counts_of(draft) == (2, 1, 0, 0)
    assert [one.text for one in draft.part("operative")] == [hereby]


def test_hereby_with_a_comma_at_the_end_stays_in_the_preamble() -> None:
    draft = read("The General Assembly,\n\nNoting it,\n\nHereby aware of it,\n\n1. Urges care.\n")
    assert counts_of(draft) == (2, 1, 0, 0)


def test_what_is_recommended_and_resolved_joined_by_a_comma_and_a_word() -> None:
    draft = read(
        "A resolution on ferries\n\nWHEREAS, The ferries are slow, and\n\n"
        "THEREFORE, Be it recommended by the council that they be mended, and\n\n"
        "THEREFORE, Be it resolved that the council pays.\n"
    )
    assert counts_of(draft) == (1, 2, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Resolved, That the council counts the ferries; and be it further\n\n"
        "Resolved, That it mends them.\n",
        "Il est résolu que le conseil compte les bacs ;\n\nIl est résolu que le conseil paie.\n",
        "Se resuelve que el consejo cuente las barcas;\n\nSe resuelve que el consejo pague.\n",
    ],
)
def test_what_is_resolved_without_reasons_is_a_resolution(text: str) -> None:
    draft = read(text)
    assert draft.is_resolution
    assert counts_of(draft) == (0, 2, 0, 0)


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Annual report\nResolution on ferries", "NOTING that ferries are slow;", "AWARE of it;"),
        (
            "Rapport annuel\nRésolution sur les bacs",
            "NOTANT leur lenteur ;",
            "CONSCIENTE de cela ;",
        ),
        (
            "Informe anual\nResolución sobre barcas",
            "OBSERVANDO su lentitud;",
            "CONSCIENTE de ello;",
        ),
    ],
)
def test_the_lines_of_a_title_right_above_the_first_paragraph(
    title: str, first: str, second: str
) -> None:
    draft = read(f"{title}\n{first}\n\n{second}\n\n{second}\n\n1. X.\n")
    assert [one.text for one in draft.part("preamble")] == [first, second, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("WITH DUE REGARD to the rules;", "AWARE of the cost of ferries;"),
        ("SANS PRÉJUDICE des règles ;", "CONSCIENTE du prix des bacs ;"),
        ("SIN PERJUICIO de las normas;", "CONSCIENTE del precio de las barcas;"),
        ("БЕЗ УЩЕРБА для правил;", "СОЗНАВАЯ стоимость паромов;"),
    ],
)
def test_unknown_words_in_capitals_open_the_first_paragraph(first: str, second: str) -> None:
    draft = read(f"7/12\n\n{first}\n\n{second}\n\n{second}\n\n1. X.\n")
    assert [one.text for one in draft.part("preamble")] == [first, second, second]


def test_a_title_in_capitals_opens_no_preamble() -> None:
    draft = read("FERRIES AND BRIDGES;\n\nAWARE of the cost;\n\nNOTING it;\n\n1. Urges care.\n")
    assert [one.text for one in draft.part("preamble")] == ["AWARE of the cost;", "NOTING it;"]


# Reasons without marks on one line, and a body that decides.
UNMARKED = {
    "en": (
        "Resolution of the guild WHEREAS the old ferries leak WHEREAS the lake is deep and cold "
        "WHEREAS nobody of the guild can swim ",
        "THE GENERAL ASSEMBLY OF THE GUILD RESOLVES to repair the ferries.",
    ),
    "es": (
        "Resolución del gremio CONSIDERANDO que los barcos son viejos CONSIDERANDO que el lago es "
        "frío CONSIDERANDO que nadie sabe nadar ",
        "LA ASAMBLEA GENERAL DEL GREMIO RESUELVE reparar los barcos.",
    ),
    "fr": (
        "Résolution de la guilde CONSIDÉRANT que les bacs sont vieux CONSIDÉRANT que le lac est "
        "froid CONSIDÉRANT que nul ne sait nager ",
        "LE CONSEIL DE LA GUILDE DÉCIDE de réparer les bacs.",
    ),
}


@pytest.mark.parametrize("language", UNMARKED)
def test_a_word_in_capitals_again_opens_the_next_reason(language: str) -> None:
    reasons, decision = UNMARKED[language]
    draft = read_draft(Source(reasons + decision, "draft.txt"))
    assert draft.is_resolution
    assert draft.organ == "other"
    assert len(draft.part("preamble")) == 3
    assert [one.text for one in draft.part("operative")] == [decision]


@pytest.mark.parametrize(
    "text",
    [
        "Notes: WHEREAS is a word of lawyers WHEREAS means since, says THE OLD BOOK OF LAW here.",
        "THE GENERAL ASSEMBLY OF THE GUILD RESOLVES to repair the ferries, we read.",
    ],
)
def test_words_in_capitals_alone_make_no_draft(text: str) -> None:
    assert not read_draft(Source(text, "draft.txt")).is_resolution
