"""Figures, dates, numbers of resolutions and names: whole families, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reslint.concordance.comparing import findings_of
from reslint.settings.settings import Settings
from tests.concordance.conftest import VERSIONS, aligned

Found = list[tuple[str, str]]
SENTENCES: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8")
)


def found(sentences: dict[str, str]) -> Found:
    """What is found in versions with these sentences as paragraph 3: language, code."""
    texts = {}
    for language, text in sentences.items():
        blocks = VERSIONS[language].split("\n\n")
        blocks[7] = text
        texts[language] = "\n\n".join(blocks)
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    return [(path[:2], one.code) for path, each in results.items() for one in each.diagnostics]


@pytest.mark.parametrize("name", SENTENCES)
def test_what_says_the_same_is_no_difference(name: str) -> None:
    sentences = SENTENCES[name]
    assert found(sentences) == []
    languages = list(sentences)
    for pair in zip(languages, [*languages[1:], languages[0]], strict=True):
        assert found({one: sentences[one] for one in pair}) == [], pair


@pytest.mark.parametrize(
    ("name", "language", "old", "new"),
    [
        ("billion words", "fr", "3,2 milliards", "3,2 millions"),
        ("billion words", "zh", "32亿", "3.2亿"),
        ("billion words", "zh", "1.5万亿", "1.5亿"),
        ("billion words", "es", "1,5 billones", "1,5 millones"),
        ("billion words", "es", "3.200 millones", "3,200 millones"),
        ("billion words", "ru", "3,2 млрд", "3,2 млн"),
        ("billion words", "ar", "3.2 بلايين", "3.2 ملايين"),
        ("thousand words", "zh", "25万", "2.5万"),
        ("thousand words", "ru", "250 тыс.", "205 тыс."),
        ("thousand words", "ar", "13 ألف", "31 ألف"),
        ("thousand words", "es", "13.000", "13.00"),
        ("thousand words", "ar", "000 250", "000 520"),
        ("percent", "ar", "0.7", "7.0"),
        ("percent", "zh", "百分之十二", "百分之二十"),
        ("percent", "fr", "0,7 %", "0,07 %"),
        ("percent", "es", "12 por ciento", "21 por ciento"),
        ("half third quarter", "zh", "四分之三", "五分之三"),
        ("biennium dash", "ru", "2026–2027", "2026–2028"),
        ("biennium dash", "zh", "2026-2027", "2025-2027"),
        ("period fraction", "zh", "6月30日", "6月20日"),
        ("period fraction", "ar", "30 حزيران/يونيه", "30 تموز/يوليه"),
        ("period fraction", "es", "30 de junio", "30 de julio"),
        ("range of days", "fr", "3 au 7 mars", "3 au 17 mars"),
        ("range of days", "ru", "3 по 7 марта", "3 по 7 мая"),
        ("range of days", "ar", "3 إلى 7", "4 إلى 7"),
        ("two months range", "fr", "28 février", "26 février"),
        ("first of month", "es", "1º de mayo", "11 de mayo"),
        ("first of month", "fr", "1er mai", "1er mars"),
        ("month only", "ru", "сентябре", "октябре"),
        ("month only", "ar", "أيلول/سبتمبر", "تشرين الأول/أكتوبر"),
        ("month only", "zh", "9月", "10月"),
        ("month only", "en", "September", "October"),
        ("arabic-indic", "ar", "٣٥", "٥٣"),
        ("arabic-indic", "ar", "٢٠٢٦", "٢٠٢٥"),
        ("ordinals", "ru", "двадцать третьей", "двадцать второй"),
        ("ordinals", "ar", "الثالثة والعشرين", "الرابعة والعشرين"),
        ("ordinals", "zh", "第七十四届", "第七十五届"),
        ("ordinals", "fr", "soixante-quatorzième", "soixante-quinzième"),
        ("ordinals", "es", "74º", "75º"),
        ("ordinals", "en", "twenty-third", "thirty-third"),
        ("numbers fr 70-99", "fr", "quatre-vingt-onze", "quatre-vingt-douze"),
        ("numbers es", "es", "cuarenta y cinco", "cincuenta y cinco"),
        ("numbers ru", "ru", "девяносто восемь", "девяносто семь"),
        ("numbers ar", "ar", "وخمسا وثلاثين", "وستا وثلاثين"),
        ("numbers zh", "zh", "三十五", "五十三"),
        ("symbols dashes", "fr", "Add.1", "Add.2"),
        ("symbols dashes", "ru", "L.22/Rev.1", "L.22/Rev.2"),
        ("symbols dashes", "zh", "A/C.3/80", "A/C.2/80"),
        ("years short fraction", "ru", "2026/27", "2025/26"),
        ("hours", "fr", "5 mai", "6 mai"),
        ("paragraph ranges", "ru", "3–5", "3–6"),
        ("paragraph ranges", "fr", "7 a)", "7 b)"),
        ("paragraph ranges", "zh", "第7(a)段", "第8(a)段"),
        ("paragraph ranges", "ar", "7 (أ)", "7 (ب)"),
        ("same day two dates", "es", "79/2", "78/2"),
        ("same day two dates", "fr", "22 septembre", "23 septembre"),
        ("resolution letters", "zh", "46/182 A", "46/182 B"),
        ("resolution letters", "ar", "46/182 ألف", "46/182 باء"),
        ("resolution letters", "ru", "46/182 А", "46/182 В"),
        ("sc resolutions", "fr", "31 octobre", "30 octobre"),
        ("sc resolutions", "ru", "2250 (2015)", "2250 (2016)"),
        ("sc resolutions", "ar", "9 كانون الأول/ديسمبر", "9 كانون الثاني/يناير"),
        ("sc resolutions", "zh", "第1325(2000)号", "第1352(2000)号"),
        ("money k", "fr", "567,89", "567,98"),
        ("money usd", "ar", "300 2", "003 2"),
        ("money usd", "zh", "2 300", "3 200"),
        ("money usd", "es", "2.300", "2,300"),
        ("body short", "es", "ACNUR", "UNICEF"),
        ("body short", "zh", "联合国难民事务高级专员公署", "联合国儿童基金会"),
        ("who unesco", "fr", "OMS", "OIT"),
        ("who unesco", "ru", "ВОЗ", "МОТ"),
        ("who unesco", "ar", "منظمة الصحة العالمية", "منظمة العمل الدولية"),
        ("plural countries", "ru", "Сирийской Арабской Республики", "Ливана"),
        ("two weeks", "fr", "six mois", "trois mois"),
        ("two weeks", "es", "cada dos años", "cada tres años"),
        ("decision symbols", "es", "79/512", "79/521"),
        ("hrc", "ru", "54/12", "54/21"),
        ("agenda 2030", "zh", "目标4和17", "目标4和16"),
        ("agenda 2030", "ar", "2030", "2063"),
        ("five million words", "ru", "пяти миллионов", "шести миллионов"),
        ("temperature", "fr", "1,5", "1,7"),
        ("age", "ru", "до пяти лет", "до трех лет"),
        ("decades", "en", "three decades", "two decades"),
        ("decades", "fr", "trois décennies", "cinq décennies"),
        ("decades", "ru", "три десятилетия", "четыре десятилетия"),
        ("decades", "zh", "三十年", "四十年"),
        ("letters of three alphabets", "ar", "(ج)", "(د)"),
        ("letters of three alphabets", "fr", "2 c)", "2 d)"),
    ],
)
def test_what_differs_is_found_in_the_odd_version(
    name: str, language: str, old: str, new: str
) -> None:
    sentences = dict(SENTENCES[name])
    assert old in sentences[language]
    sentences[language] = sentences[language].replace(old, new, 1)
    odd = found(sentences)
    assert odd and {one for one, _ in odd} == {language}
    other = "en" if language != "en" else "fr"
    assert found({one: sentences[one] for one in (other, language)}) != []
