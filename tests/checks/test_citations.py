"""The checks of citations on whole drafts: one error, one finding, the right fix."""

from __future__ import annotations

import pytest

from reslint.fixes.choosing import apply
from reslint.linting.linter import Linter
from reslint.rulebook import book
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

LINES = {
    ("en", "GA"): "*The General Assembly*,",
    ("en", "SC"): "*The Security Council*,",
    ("en", "ECOSOC"): "*The Economic and Social Council*,",
    ("en", "HRC"): "*The Human Rights Council*,",
    ("fr", "GA"): "*L’Assemblée générale*,",
    ("fr", "SC"): "*Le Conseil de sécurité*,",
    ("fr", "ECOSOC"): "*Le Conseil économique et social*,",
}
END = {
    "en": "\n\n1. *Invites* libraries to open in the evening.\n",
    "fr": "\n\n1. *Invite* les bibliothèques à ouvrir le soir.\n",
}
BOOK = book.standard_in_full()


def findings(text: str) -> list[Diagnostic]:
    options = Settings(select=frozenset(["CITE"]))
    result = Linter(options, lambda language: BOOK).lint(Source(text))
    assert result.errors == []
    return result.diagnostics


def draft(paragraph: str, language: str = "en", organ: str = "GA") -> str:
    return f"{LINES[language, organ]}\n\n{paragraph}{END[language]}"


@pytest.mark.parametrize(
    ("language", "organ", "bad", "code", "at", "good"),
    [
        (
            "en",
            "GA",
            "*Recalling* its resolution 70/1 of 25\u00a0September 2014 on rivers,",
            "CITE007",
            "25\u00a0September 2014",
            None,
        ),
        (
            "en",
            "GA",
            "*Recalling* its resolution 70/1 of 24\u00a0September 2015 on rivers,",
            "CITE008",
            "24\u00a0September 2015",
            "*Recalling* its resolution 70/1 of 25\u00a0September 2015 on rivers,",
        ),
        (
            "fr",
            "GA",
            "*Rappelant* sa résolution 60/252 du 1<sup>er</sup> mars 2006 sur les rivières,",
            "CITE008",
            "1<sup>er</sup> mars 2006",
            "*Rappelant* sa résolution 60/252 du 27 mars 2006 sur les rivières,",
        ),
        (
            "en",
            "SC",
            "*Recalling* its resolution 1325 (2000) of 31 October 2001 on bridges,",
            "CITE007",
            "31 October 2001",
            None,
        ),
        (
            "en",
            "HRC",
            "*Recalling* its resolution 7/1 of 6 March 2010 on bridges,",
            "CITE007",
            "6 March 2010",
            None,
        ),
        (
            "fr",
            "SC",
            "*Rappelant* ses résolutions 1325 (2000), 1820 et 1888 (2009),",
            "CITE002",
            "1820",
            "*Rappelant* ses résolutions 1325 (2000), 1820 (2008) et 1888 (2009),",
        ),
        (
            "fr",
            "ECOSOC",
            "*Rappelant* la résolution 70/1 de l’Assemblée générale 25 septembre 2015,",
            "CITE004",
            "25 septembre 2015",
            "*Rappelant* la résolution 70/1 de l’Assemblée générale, en date du 25 septembre 2015,",
        ),
        (
            "en",
            "GA",
            "*Noting* that the bridge opened on Sept. 25, 2015 and on 3\u00a0May\u00a02016,",
            "CITE005",
            "Sept. 25, 2015",
            "*Noting* that the bridge opened on 25\u00a0September\u00a02015 and on "
            "3\u00a0May\u00a02016,",
        ),
        (
            "fr",
            "GA",
            "*Notant* que le pont a ouvert le 1 Avril 2015,",
            "CITE005",
            "1 Avril 2015",
            "*Notant* que le pont a ouvert le 1er avril 2015,",
        ),
        (
            "fr",
            "GA",
            "*Rappelant* ses résolutions 70/1, 72/3 du 1<sup>er</sup> mai 2018, 71/2 et 73/4,",
            "CITE012",
            "71/2",
            "*Rappelant* ses résolutions 70/1, 71/2, 72/3 du 1<sup>er</sup> mai 2018 et 73/4,",
        ),
        (
            "en",
            "GA",
            "*Noting* document A/75/ 62 on rivers,",
            "CITE010",
            "A/75/ 62",
            "*Noting* document A/75/62 on rivers,",
        ),
    ],
)
def test_one_error_one_finding(
    language: str, organ: str, bad: str, code: str, at: str, good: str | None
) -> None:
    text = draft(bad, language, organ)
    (found,) = findings(text)
    assert (found.code, text[found.start : found.end]) == (code, at)
    if good is None:
        assert found.fix is None
    else:
        assert found.fix is not None
        assert apply(text, found.fix.edits) == draft(good, language, organ)


@pytest.mark.parametrize(
    ("language", "organ", "text"),
    [
        ("en", "GA", "*Noting* that the Commission recalled its resolution 78/2 of 27 May 2022,"),
        ("en", "GA", "*Recalling* its resolutions 70/1 and 69/1 and Council resolution 30/1,"),
        ("en", "SC", "*Recalling* its resolutions 2476 (2019), 2466 (2019) and 2410 (2018),"),
        ("en", "ECOSOC", "*Recalling* its decision 2023/201 A of 31 October 2022 on rivers,"),
        ("en", "GA", "*Recalling* resolution 49/1 of 4 March 2022 of the Human Rights Council,"),
        ("en", "GA", "*Welcoming* World Health Assembly resolutions 72.5 and WHA76.16 on rivers,"),
        ("en", "GA", "*Noting* the books entitled *Bridges of 25 September, 2015*,"),
        ("fr", "GA", "*Notant* la résolution 70/1 et le rapport intitulé *Rivers, bridges*,"),
        ("fr", "ECOSOC", "*Rappelant* la résolution 70/1 de l’Assemblé générale,"),
    ],
)
def test_what_is_right_is_left_alone(language: str, organ: str, text: str) -> None:
    found = [each for each in findings(draft(text, language, organ)) if each.code != "CITE005"]
    assert [(each.code, each.message) for each in found] == []


def test_two_dates_are_told_once_with_the_other_place() -> None:
    text = draft(
        "*Recalling* its resolution 70/1 of 25 September 2015,\n\n"
        "*Recalling also* its resolution 70/1 of 25 September 2016,"
    )
    (found,) = findings(text)
    assert found.code == "CITE006"
    assert text[found.start : found.end] == "25 September 2016"
    (other,) = found.related
    assert text[other.start : other.end] == "25 September 2015"
    assert "registry" in found.message


def test_the_wrong_date_is_explained_by_its_evidence() -> None:
    (found,) = findings(draft("*Recalling* its resolution 70/1 of 24 September 2015,"))
    assert "25 September 2015" in found.message and "citations in adopted texts" in found.message
    (found,) = findings(draft("*Recalling* its resolution 75/311 of 31 July 2021,"))
    assert "23 July 2021" in found.message and "published text" in found.message


def test_a_registry_with_thin_evidence_is_silent() -> None:
    # The published text and those who cite it disagree.
    assert findings(draft("*Recalling* its resolution 74/273 of 21 April 2020,")) == []


def test_a_symbol_that_named_the_organ_gives_its_name() -> None:
    text = draft("*Recalling* resolution A/RES/70/1 on rivers,", "en", "ECOSOC")
    (found,) = findings(text)
    assert found.code == "CITE003" and found.fix is not None
    assert "General Assembly resolution 70/1 on" in apply(text, found.fix.edits)


def test_broken_input_does_no_harm() -> None:
    for piece in ("resolution 1325 (", "resolutions S-/", "70/1 of 99 May 2020", "A/ / /", "« »"):
        findings(draft(f"*Recalling* its {piece} resolution,"))


def test_a_comma_that_is_missing_before_a_date_is_shown() -> None:
    text = (
        "*La Asamblea General*,\n\n*Recordando* su resolución 70/1 de 25 de septiembre de 2015,"
        "\n\n1. *Invita* a las bibliotecas a abrir por la noche.\n"
    )
    (finding,) = findings(text)
    assert finding.code == "CITE004"
    assert finding.message.endswith("write “, de 25 de septiembre de 2015”.")


@pytest.mark.parametrize(
    ("language", "cited", "joint", "date"),
    [
        ("es", "su resolución 70/1 de 25 septiembre 2015", "“, de …”", "25 de septiembre de 2015"),
        ("en", "its resolution 70/1 (25 Sept. 2015)", "“of …”", "25 September 2015"),
        ("fr", "sa résolution 70/1 (25 Septembre 2015)", "“du …”", "25 septembre 2015"),
    ],
)
def test_a_date_in_a_wrong_form_is_not_shown_as_right(
    language: str, cited: str, joint: str, date: str
) -> None:
    organ = {
        "es": "La Asamblea General",
        "en": "The General Assembly",
        "fr": "L’Assemblée générale",
    }
    verb = {"es": "Recordando", "en": "Recalling", "fr": "Rappelant"}
    found = findings(f"*{organ[language]}*,\n\n*{verb[language]}* {cited},\n")
    messages = {one.code: one.message for one in found}
    assert messages["CITE004"].endswith(f"write {joint}.")
    assert date in messages["CITE005"]


@pytest.mark.parametrize(
    ("cited", "right"),
    [
        ("第 2014(2011)、2051(2012)和 2140 (2014)号决议", []),
        ("第2014(2011)、20 51(2012)、2140(2014)和2202(2015)号决议", []),
        ("2014(2011)号决议", ["第2014(2011)"]),
    ],
)
def test_one_word_before_a_list_of_numbers_in_chinese(cited: str, right: list[str]) -> None:
    found = findings(f"**安全理事会**，\n\n**回顾**其{cited}，\n\n1. **决定**开会。\n")
    asked = [one.message for one in found if one.code == "CITE001" and "the word" in one.message]
    assert [one.split("“")[1].split("”")[0] for one in asked] == right


@pytest.mark.parametrize(
    ("numbers", "sorted_numbers"),
    [
        ("70/1, 70/2 and 70/3", None),
        ("70/1, 70/3 and 70/2", "70/1, 70/2 and 70/3"),
        ("70/1, 70/1, 70/3 and 70/2", "70/1, 70/1, 70/2 and 70/3"),
        ("70/10, 70/9 and 71/1", "70/9, 70/10 and 71/1"),
        # What goes down more often than up does so on purpose.
        ("70/3, 70/2, 70/1 and 70/4", None),
        ("70/3, 70/2 and 70/1", None),
        # Two are no list.
        ("70/2 and 70/1", None),
    ],
)
def test_the_order_of_a_list(numbers: str, sorted_numbers: str | None) -> None:
    text = draft(f"*Recalling* its resolutions {numbers},")
    found = [one for one in findings(text) if one.code == "CITE012"]
    if sorted_numbers is None:
        assert found == []
    else:
        (one,) = found
        assert one.fix is not None
        assert apply(text, one.fix.edits) == text.replace(numbers, sorted_numbers)


@pytest.mark.parametrize(
    "line", ["25 СЕНТЯБРЯ 2015 ГОДА", "РЕЗОЛЮЦИЯ, ПРИНЯТАЯ 25 СЕНТЯБРЯ 2015 ГОДА"]
)
def test_a_russian_date_in_a_line_of_capitals_is_left_alone(line: str) -> None:
    text = (
        f"**{line}**\n\n*Генеральная Ассамблея*,\n\n*ссылаясь* на свою РЕЗОЛЮЦИЮ 70/1 ОТ 25 "
        "сентября 2015 ГОДА,\n\n*постановляет* сосчитать мосты.\n"
    )
    result = Linter(Settings(language="ru")).lint(Source(text, "draft.md"))
    assert [each for each in result.diagnostics if each.code == "CITE005"] == []


_ONE_CITATION = {
    "en": "*The General Assembly*,\n\n*Recalling* its {},\n",
    "fr": "*L’Assemblée générale*,\n\n*Rappelant* sa {},\n",
    "es": "*La Asamblea General*,\n\n*Recordando* su {},\n",
    "ru": "*Генеральная Ассамблея*,\n\n*ссылаясь* на свою {},\n",
    "ar": "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى {}،\n",
    "zh": "**大会**，\n\n**回顾**其{}，\n",
}


@pytest.mark.parametrize(
    ("language", "citation", "code", "place"),
    [
        ("en", "resolution70/1 of 26 September 2015", "CITE001", "resolution70/1"),
        ("en", "resolution 70/1of 25 September 2015", "CITE001", "70/1of"),
        ("en", "resolution No. 70/1 of 26 September 2015", "CITE001", "resolution No. 70/1"),
        ("en", "resolution 70\u22151 of 26 September 2015", "TYPO011", "\u2215"),
        ("en", "resolution 70\uff0f1 of 26 September 2015", "TYPO011", "\uff0f"),
        ("fr", "résolution70/1 du 26 septembre 2015", "CITE001", "résolution70/1"),
        ("fr", "résolution n° 70/1 du 26 septembre 2015", "CITE001", "résolution n° 70/1"),
        ("es", "resolución70/1, de 26 de septiembre de 2015", "CITE001", "resolución70/1"),
        (
            "es",
            "resolución núm. 70/1, de 26 de septiembre de 2015",
            "CITE001",
            "resolución núm. 70/1",
        ),
        ("ru", "резолюцию70/1 от 26 сентября 2015 года", "CITE001", "резолюцию70/1"),
        ("ru", "резолюцию № 70/1 от 26 сентября 2015 года", "CITE001", "резолюцию № 70/1"),
        ("ar", "قرارها70/1 المؤرخ 26 أيلول/سبتمبر 2015", "CITE001", "قرارها70/1"),
        ("ar", "قرارها رقم 70/1 المؤرخ 26 أيلول/سبتمبر 2015", "CITE001", "قرارها رقم 70/1"),
        ("zh", "2015年9月26日第70\u22151号决议", "TYPO011", "\u2215"),
    ],
)
def test_a_badly_joined_citation_is_named_and_read(
    language: str, citation: str, code: str, place: str
) -> None:
    text = _ONE_CITATION[language].format(citation)
    found = Linter(Settings(language=language)).lint(Source(text)).diagnostics
    assert place in [text[one.start : one.end] for one in found if one.code == code]
    wrong_date = [one for one in found if one.code == "CITE008"]
    assert bool(wrong_date) == ("25" not in citation)


@pytest.mark.parametrize(
    ("language", "citation"),
    [
        ("en", "resolution 70/1 of 25 September 2015"),
        ("fr", "résolution 70/1 du 25 septembre 2015"),
        ("es", "resolución 70/1, de 25 de septiembre de 2015"),
        ("ru", "резолюцию 70/1 от 25 сентября 2015 года"),
        ("ar", "قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015"),
        ("zh", "2015年9月25日第70/1号决议"),
    ],
)
def test_a_citation_in_order_is_left_alone(language: str, citation: str) -> None:
    text = _ONE_CITATION[language].format(citation)
    found = Linter(Settings(language=language)).lint(Source(text)).diagnostics
    assert not [one for one in found if one.code in ("CITE001", "TYPO011", "CITE008")]


@pytest.mark.parametrize(
    ("language", "citation", "right"),
    [
        ("en", "decision 66/517 of 3 December 2011", "2 December 2011"),
        ("fr", "décision 66/517 du 3 décembre 2011", "2 décembre 2011"),
        ("es", "decisión 66/517, de 3 de diciembre de 2011", "2 de diciembre de 2011"),
        ("ru", "решение 66/517 от 3 декабря 2011 года", "2 декабря 2011 года"),
        ("ar", "مقررها 66/517 المؤرخ 3 كانون الأول/ديسمبر 2011", "2 كانون الأول/ديسمبر 2011"),
        ("zh", "2011年12月3日第66/517号决定", "2011年12月2日"),
    ],
)
def test_the_registry_knows_decisions_too(language: str, citation: str, right: str) -> None:
    text = _ONE_CITATION[language].format(citation)
    found = Linter(Settings(language=language)).lint(Source(text)).diagnostics
    (wrong,) = [one for one in found if one.code == "CITE008"]
    assert f"“{right}”" in wrong.message
    assert "66/517" in wrong.message


def test_a_number_within_another_is_no_earlier_mention() -> None:
    text = draft(
        "*Recalling* Security Council resolution 2570/1 of the rivers and document A/70/1,\n\n"
        "*Recalling also* its resolution 70/1 on the rivers,"
    )
    options = Settings(select=frozenset(["CITE014"]), profile="strict")

    def undated(text: str) -> list[int]:
        found = Linter(options, lambda language: BOOK).lint(Source(text)).diagnostics
        return [one.start for one in found]

    assert undated(text) == [text.index("70/1 on")]
    assert undated(text.replace("document A/70/1", "A/RES/70/1")) == []


def test_figures_behind_the_word_resolution_are_its_number() -> None:
    text = draft("*Recalling* resolution 2016/1/1 of the council and the report of 2016/1/1,")
    found = [one for one in findings(text) if one.code == "CITE005"]
    assert [one.start for one in found] == [text.rindex("2016/1/1")]
