"""Organ lines as drafters write them: which organ they name, and where they stand."""

from __future__ import annotations

import pytest

from reslint.draft.model import Draft, Resolution
from reslint.draft.reader import read_draft
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.checks.marked_drafts import PREAMBLES
from tests.draft.organ_texts import OFFICIAL, OPERATIVES

KNOWN = [
    ("en", "*The United Nations General Assembly*,", "GA"),
    ("en", "**THE GENERAL ASSEMBLY,**", "GA"),
    ("en", "THE GENERAL ASSEMBLY:", "GA"),
    ("en", "## The General Assembly,", "GA"),
    ("en", "<u>The Security Council</u>,", "SC"),
    ("en", "The UNGA,", "GA"),
    ("en", "*The Security Council (UNSC)*,", "SC"),
    ("en", "The General Assembly First Committee,", "GA"),
    ("en", "*The Human Rights Council of the United Nations*,", "HRC"),
    ("en", "*The Economic & Social Council*,", "ECOSOC"),
    ("en", "*The ECOSOC II Committee*,", "ECOSOC"),
    ("en", "The General Assemby", "GA"),
    ("en", "The General Assembly hereby:", "GA"),
    ("fr", "*L’Assemblée générale des Nations Unies*,", "GA"),
    ("fr", "**Le Conseil de sécurité de l’ONU,**", "SC"),
    ("fr", "L'ASSEMBLÉE GÉNÉRALE,", "GA"),
    ("fr", "*L’AG*,", "GA"),
    ("es", "*La Asamblea General de las Naciones Unidas*,", "GA"),
    ("es", "### El Consejo de Seguridad", "SC"),
    ("es", "*La AGNU*,", "GA"),
    ("ru", "*Генеральная Ассамблея Организации Объединенных Наций*,", "GA"),
    ("ru", "*ГА ООН*,", "GA"),
    ("ru", "Совет Безопасности ООН,", "SC"),
    ("zh", "**联合国大会**，", "GA"),
    ("zh", "大會，", "GA"),
    ("zh", "**安理会**，", "SC"),
    ("zh", "**经社理事会**，", "ECOSOC"),
    ("ar", "***إن الجمعية العامة للأمم المتحدة***،", "GA"),
    ("ar", "الجمعية العامة،", "GA"),
    ("ar", "**إن مجلس الأمن الدولي**،", "SC"),
]


def the_resolution(text: str) -> tuple[Draft, Resolution]:
    """The draft in a text, and its only resolution."""
    draft = read_draft(Source(text, "draft.md"))
    (resolution,) = draft.resolutions
    return draft, resolution


def draft_of(language: str, line: str) -> str:
    return f"{line}\n\n{PREAMBLES[language]}\n\n{OPERATIVES[language]}"


def faults(text: str) -> list[tuple[int, int]]:
    """The places of the findings on the organ line."""
    source = Source(text, "draft.md")
    found = Linter(Settings()).lint(source).diagnostics
    return [source.position(one.start) for one in found if one.code == "FORM001"]


@pytest.mark.parametrize(("language", "line", "organ"), KNOWN)
def test_a_line_that_is_off_still_names_its_organ(language: str, line: str, organ: str) -> None:
    text = draft_of(language, line)
    draft = read_draft(Source(text, "draft.md"))
    assert (draft.language, draft.organ, draft.is_resolution) == (language, organ, True)
    assert [len(one.preamble) for one in draft.resolutions] == [1]
    assert [place[0] for place in faults(text)] == [1]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "*The Executive Board*,"),
        ("en", "*The World Health Organization*,"),
        ("en", "*The Special Political and Decolonization Committee*,"),
        ("en", "*The General Assembly of the Organization of American States*,"),
        ("en", "*The Peace and Security Council of the African Union*,"),
        ("fr", "*L’Organisation mondiale de la Santé*,"),
        ("fr", "*Le Conseil exécutif*,"),
        ("fr", "*La Conférence générale*,"),
        ("es", "*La Junta Ejecutiva*,"),
        ("es", "*La Organización Mundial de la Salud*,"),
        ("ru", "*Исполнительный комитет*,"),
        ("ru", "*Всемирная организация здравоохранения*,"),
        ("zh", "**执行局**，"),
        ("zh", "**世界卫生组织**，"),
        ("ar", "***إن المجلس التنفيذي***،"),
        ("ar", "***إن منظمة الصحة العالمية***،"),
        ("en", "The Heads of State and Government of the Member Countries of the Region,"),
        ("en", "The International Conference of the Red Cross and Red Crescent,"),
        ("fr", "Les Chefs d’État et de gouvernement des pays membres de la région,"),
        ("es", "Los Jefes de Estado y de Gobierno de los países miembros de la región,"),
        ("ru", "Главы государств и правительств стран — членов организации,"),
        ("ar", "إن رؤساء دول وحكومات البلدان الأعضاء في المنظمة،"),
        ("zh", "缔约方大会，"),
    ],
)
def test_the_line_of_another_body(language: str, line: str) -> None:
    text = draft_of(language, line)
    draft = read_draft(Source(text, "draft.md"))
    assert (draft.organ, draft.is_resolution) == ("other", True)
    assert draft.resolutions[0].organ_line is not None
    assert faults(text) == []


@pytest.mark.parametrize("language", sorted(OFFICIAL))
def test_organ_and_first_paragraph_on_one_line(language: str) -> None:
    line, first = OFFICIAL[language]
    text = f"{line} {first}\n\n{PREAMBLES[language]}\n\n{OPERATIVES[language]}"
    draft, resolution = the_resolution(text)
    assert draft.organ == "GA"
    assert len(resolution.preamble) == 2
    assert resolution.preamble[0].text == first
    assert resolution.preamble[0].start == len(line) + 1
    assert faults(text) == [(1, 1)]


@pytest.mark.parametrize("language", sorted(OFFICIAL))
def test_the_organ_line_after_the_preamble(language: str) -> None:
    line, _ = OFFICIAL[language]
    text = f"{PREAMBLES[language]}\n\n{line}\n\n{OPERATIVES[language]}"
    draft, resolution = the_resolution(text)
    assert draft.organ == "GA"
    assert resolution.organ_line is resolution.late_line is not None
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 2]
    assert faults(text) == [(3, 1)]


@pytest.mark.parametrize("language", sorted(OFFICIAL))
def test_the_organ_line_before_and_after_the_preamble(language: str) -> None:
    line, _ = OFFICIAL[language]
    text = f"{line}\n\n{PREAMBLES[language]}\n\n{line}\n\n{OPERATIVES[language]}"
    _, resolution = the_resolution(text)
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 2]
    assert faults(text) == [(1, 1), (5, 1)]


def test_another_organ_after_a_preamble_opens_a_nested_draft() -> None:
    text = (
        "*The Economic and Social Council*,\n\n*Recalling* its work,\n\n"
        "*Recommends* to the General Assembly the following draft:\n\n"
        "*The General Assembly*,\n\n*Recalling* its work,\n\n"
        "1. *Decides* to work;\n\n2. *Requests* a report.\n"
    )
    draft = read_draft(Source(text, "draft.md"))
    assert [one.organ for one in draft.resolutions] == ["ECOSOC", "GA"]
    assert draft.resolutions[1].late_line is None


@pytest.mark.parametrize(
    ("language", "header", "organ"),
    [
        ("en", "Committee: General Assembly", "GA"),
        ("en", "**Committee:** United Nations Security Council (UNSC)", "SC"),
        ("en", "Forum: GA1", "GA"),
        ("en", "Submitted to: Security Council", "SC"),
        ("en", "Committee: DISEC", "GA"),
        ("en", "Committee: World Health Organization", "other"),
        ("en", "# UNSC Draft Resolution 1.1", "SC"),
        ("en", "# UN General Assembly", "GA"),
        ("en", "# Draft of the General Assembly on the Security Council", "other"),
        ("fr", "Comité : Assemblée générale", "GA"),
        ("fr", "# Projet de résolution sur ces puits", "other"),
        ("es", "Comité: Consejo de Seguridad", "SC"),
        ("ru", "Комитет: Генеральная Ассамблея", "GA"),
        ("zh", "委员会：大会", "GA"),
        ("zh", "委員會：聯合國安全理事會", "SC"),
        ("ar", "اللجنة: الجمعية العامة", "GA"),
    ],
)
def test_the_organ_in_the_header(language: str, header: str, organ: str) -> None:
    text = draft_of(language, header)
    draft = read_draft(Source(text, "draft.md"))
    assert draft.organ == organ
    assert faults(text)[0][0] == 3


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    text = (
        "**大會**，\n\n**回顧**其關於圖書館的工作，\n\n"
        "1. **決定**設立基金；\n\n2. **促請**會員國參加。\n"
    )
    draft, resolution = the_resolution(text)
    assert (draft.language, draft.organ) == ("zh", "GA")
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 2]
    codes = {one.code for one in Linter(Settings()).lint(Source(text, "draft.md")).diagnostics}
    assert codes == set()


def test_the_run_in_fix_sets_line_and_paragraph_apart() -> None:
    text = f"The General Assembly, recalling its work on wells,\n\n{OPERATIVES['en']}"
    found = Linter(Settings()).lint(Source(text, "draft.md")).diagnostics
    (fix,) = [one.fix for one in found if one.code == "FORM001"]
    assert fix is not None
    assert fix.safety == "unsafe"
    fixed = text
    for edit in sorted(fix.edits, key=lambda one: -one.start):
        fixed = fixed[: edit.start] + edit.text + fixed[edit.end :]
    assert fixed.startswith("*The General Assembly*,\n\n*Recalling* its work on wells,\n\n1. ")


def test_a_run_in_line_keeps_its_paragraphs_while_the_draft_is_edited() -> None:
    text = f"The General Assembly, recalling its work on wells,\n\n{OPERATIVES['en']}"
    cache = ParagraphCache()
    first = read_draft(Source(text), cache=cache).resolutions[0].preamble[0]
    again = read_draft(Source("Draft\n\n" + text), cache=cache)
    assert again.resolutions[0].preamble[0] is first
    assert again.source.text[first.start :].startswith("recalling")


@pytest.mark.parametrize(
    ("language", "line", "organ"),
    [
        ("en", "The General Assembly hereby:", "GA"),
        ("en", "Hereby, the General Assembly:", "GA"),
        ("en", "*The Security Council hereby decides:*", "SC"),
        ("en", "## OPERATIVE CLAUSES\n\nTHE GENERAL ASSEMBLY:", "GA"),
        ("en", "THE GENERAL ASSEMBLY:\n\n## OPERATIVE CLAUSES", "GA"),
        ("en", "The Executive Board hereby:", "other"),
        ("fr", "L’Assemblée générale décide ce qui suit :", "GA"),
        ("es", "Por la presente, la Asamblea General:", "GA"),
        ("es", "El Consejo de Seguridad resuelve lo siguiente:", "SC"),
        ("ru", "Генеральная Ассамблея настоящим постановляет:", "GA"),
        ("zh", "联合国大会兹：", "GA"),
        ("ar", "إن الجمعية العامة تقرر ما يلي:", "GA"),
    ],
)
def test_a_line_that_announces_the_operative_part(language: str, line: str, organ: str) -> None:
    text = f"{PREAMBLES[language]}\n\n{line}\n\n{OPERATIVES[language]}"
    draft, resolution = the_resolution(text)
    assert draft.organ == organ
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 2]
    (fault,) = faults(text)
    assert fault[0] in (3, 5)
    assert draft.doubts


def test_hereby_alone_names_no_organ() -> None:
    text = f"{PREAMBLES['en']}\n\nHereby resolves to:\n\n{OPERATIVES['en']}"
    _, resolution = the_resolution(text)
    assert resolution.organ_line is None
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 2]
    assert faults(text) == [(1, 2)]


@pytest.mark.parametrize("language", sorted(OFFICIAL))
def test_edits_around_a_line_in_a_wrong_place(language: str) -> None:
    line, first = OFFICIAL[language]
    late = f"{PREAMBLES[language]}\n\n{line}\n\n{OPERATIVES[language]}"
    run_in = f"{line} {first}\n\n{OPERATIVES[language]}"
    linter = IncrementalLinter(Settings())
    for text in (late, "Draft\n\n" + late, late, run_in, "Draft\n\n" + run_in, run_in[3:], run_in):
        live = linter.lint(Source(text, "draft.md")).diagnostics
        full = Linter(Settings()).lint(Source(text, "draft.md")).diagnostics
        assert [(one.code, one.start, one.end) for one in live] == [
            (one.code, one.start, one.end) for one in full
        ]


HALVES = {
    "en": ("The General", "Assembly,"),
    "fr": ("L’Assemblée", "Générale,"),
    "es": ("La Asamblea", "General,"),
    "ru": ("Генеральная", "Ассамблея,"),
    "ar": ("إن", "الجمعية العامة،"),
    "zh": ("联合国", "大会，"),
}


@pytest.mark.parametrize("path", ["draft.md", "draft.txt"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("language", [code for code in sorted(HALVES) if code != "zh"])
def test_a_line_broken_within_the_name(language: str, between: str, path: str) -> None:
    first, second = HALVES[language]
    lines = f"{first}{between}{second}"
    text = f"{lines}\n\n{PREAMBLES[language]}\n\n{OPERATIVES[language]}"
    draft = read_draft(Source(text, path))
    line = draft.resolutions[0].organ_line
    assert line is not None and draft.organ == "GA"
    assert line.text == f"{first} {second}".replace("\n", " ")
    linter = Linter()
    found = linter.lint(Source(text, path))
    fixed = fix_in_rounds(found, linter, unsafe=True).text
    assert fixed.split("\n\n")[1] == PREAMBLES[language]


def test_a_title_above_the_organ_line_stays_a_title() -> None:
    lines = "Организация Объединенных Наций\n\nГенеральная Ассамблея,"
    draft, resolution = the_resolution(f"{lines}\n\n{PREAMBLES['ru']}\n\n{OPERATIVES['ru']}")
    assert resolution.organ_line is not None
    assert resolution.organ_line.text == "Генеральная Ассамблея,"
    assert draft.organ == "GA"


OTHER_BODIES = {
    "The World Assembly,": ("Recalling x,", "Urges y."),
    "The Human Rights Committee,": ("Recalling x,", "Urges y."),
    "The Human Rights Commission,": ("Recalling x,", "Urges y."),
    "L’Assemblée nationale,": ("Rappelant x,", "Prie y."),
    "Le Comité des droits de l’homme,": ("Rappelant x,", "Prie y."),
    "La Asamblea Nacional,": ("Recordando x,", "Insta a y."),
    "El Comité de Derechos Humanos,": ("Recordando x,", "Insta a y."),
}


@pytest.mark.parametrize("line", OTHER_BODIES)
def test_another_body_with_a_like_name_is_no_misspelt_organ(line: str) -> None:
    reason, decision = OTHER_BODIES[line]
    text = f"*{line[:-1]}*,\n\n{reason}\n\n1. {decision}\n"
    assert read_draft(Source(text)).organ == "other"


@pytest.mark.parametrize(
    ("line", "organ"), [("The Genral Assembly,", "GA"), ("The Security Counsel,", "SC")]
)
def test_an_organ_with_wrong_letters_is_known(line: str, organ: str) -> None:
    text = f"{line}\n\nRecalling x,\n\n1. Urges y.\n"
    assert read_draft(Source(text)).organ == organ


@pytest.mark.parametrize(
    ("organ", "line"),
    [
        ("GA", "L'Assemblée générale de l'ONU décide de :"),
        ("GA", "L'Assemblée générale des Nations-Unies décide que :"),
        ("SC", "El Consejo de Seguridad de la ONU acuerda que:"),
        ("other", "Le Congrès du Lac décide de :"),
    ],
)
def test_a_line_that_says_what_the_organ_decides_to_do(organ: str, line: str) -> None:
    first, second = {
        "L": ("Rappelant le pacte de la vallée,", "Notant la crue du lac,"),
        "E": ("Recordando el pacto del valle,", "Observando la crecida del lago,"),
    }[line[0]]
    draft = read_draft(
        Source(f"{first}\n\n{second}\n\n{line}\n\n1. Aller au lac ;\n\n2. Agir.\n", "draft.txt")
    )
    assert (draft.organ, draft.is_resolution) == (organ, True)
    assert len(draft.resolutions[0].operative) == 2


# Two reasons, "Therefore", a body, two operative paragraphs.
BELOW_THEREFORE = [
    ("Mindful of it,", "Aware of this,", "Therefore", "The Pupils’ Council", "Asks for"),
    ("Conscient de cela,", "Notant ceci,", "Par conséquent,", "Le Conseil des élèves", "Prie"),
    ("Consciente de ello,", "Notando esto,", "Por tanto,", "El Consejo de Alumnos", "Pide"),
]


@pytest.mark.parametrize(("first", "second", "therefore", "body", "asks"), BELOW_THEREFORE)
def test_a_body_stands_alone_below_therefore(
    first: str, second: str, therefore: str, body: str, asks: str
) -> None:
    text = f"{first}\n\n{second}\n\n{therefore}\n\n{body}\n\n1. {asks} a;\n\n2. {asks} b.\n"
    draft = read_draft(Source(text))
    assert [one.part for one in draft.paragraphs] == [
        "preamble",
        "preamble",
        "outside",
        "organ line",
        "operative",
        "operative",
    ]


@pytest.mark.parametrize("line", ["The student wells", "Pumps"])
def test_a_heading_below_therefore_is_no_body(line: str) -> None:
    text = (
        f"Mindful of it,\n\nAware of this,\n\nTherefore\n\n{line}\n\n1. Asks for a;\n\n2. Asks b.\n"
    )
    assert "organ line" not in [one.part for one in read_draft(Source(text)).paragraphs]


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("The General Assembly Committee 1,", "GA"),
        ("The General Assembly Committee Three,", "GA"),
        ("The General Assembly Committee IV,", "GA"),
        ("The General Synod Committee 1,", "other"),
    ],
)
def test_a_committee_with_a_number_is_of_its_organ(name: str, organ: str) -> None:
    draft = read_draft(Source(f"{name}\n\nRecalling it,\n\nNoting this,\n\n1. Decides to go.\n"))
    assert draft.organ == organ


@pytest.mark.parametrize(
    ("header", "organ"),
    [
        ("COMMITTEE: General Assembly QUESTION OF: The wells of {} MAIN SUBMITTER: Mali", "GA"),
        ("Code 1 Forum: Security Council Topic: The wells of {} Sponsors: Mali, Chad", "SC"),
        ("TOPIC: The wells of {} as seen by the General Assembly MAIN SUBMITTER: Mali", "other"),
    ],
)
def test_a_long_header_on_one_line_names_the_organ(header: str, organ: str) -> None:
    line = header.format("the villages of the hills and of the towns by the lake " * 8)
    text = f"{line}\n\nRecalling it,\n\nNoting this,\n\nAware of that,\n\n1. Decides to go.\n"
    assert read_draft(Source(text)).organ == organ


HEREBY = {
    "en": ("Hereby solemnly:", "Hereby,", "HEREBY"),
    "fr": ("Par la présente, solennellement :", "Par la présente,", "PAR LA PRÉSENTE"),
    "es": ("Por la presente, solemnemente:", "Por la presente,", "POR LA PRESENTE"),
    "ru": ("настоящим торжественно:", "настоящим", "Настоящим,"),
    "ar": ("بموجب هذا رسميا:", "بموجب هذا،", "بموجب هذا"),
    "zh": ("特此郑重：", "特此", "特此，"),
}


@pytest.mark.parametrize("language", HEREBY)
@pytest.mark.parametrize("form", [0, 1, 2])
def test_a_word_alone_leads_to_the_operative_part(language: str, form: int) -> None:
    line, first = OFFICIAL[language]
    text = f"{line}\n\n{first}\n\n{HEREBY[language][form]}\n\n{OPERATIVES[language]}"
    (resolution,) = read_draft(Source(text)).resolutions
    assert (len(resolution.preamble), len(resolution.operative)) == (1, 2)


def test_hereby_above_a_verb_without_number_leads_to_the_operative_part() -> None:
    head = "The General Assembly,\n\nNoting the rain,\n\nHereby,\n\n"
    (resolution,) = read_draft(
        Source(head + "Urges all to go;\n\nRequests a report.\n")
    ).resolutions
    assert (len(resolution.preamble), len(resolution.operative)) == (1, 2)
    (resolution,) = read_draft(Source(head + "Recalling the wells,\n\n1. Urges all.\n")).resolutions
    assert len(resolution.preamble) == 3
