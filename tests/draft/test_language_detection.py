"""Tests of language detection: short drafts, parts of drafts, quotations in another language."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

# Ten lines or fewer without organ line: paragraphs as a delegation sends them by mail.
PIECES = {
    "en": """\
*Stressing* that reading rooms serve all the people of a town,

*Noting with concern* that few of them open in the evening,

1. *Invites* towns to open their reading rooms at night;

2. *Requests* the Secretary-General to report on their use.
""",
    "fr": """\
*Soulignant* que les salles de lecture sont au service de tous les habitants,

*Notant avec inquiétude* que peu d’entre elles ouvrent le soir,

1. *Invite* les villes à ouvrir leurs salles de lecture la nuit ;

2. *Prie* le Secrétaire général de faire rapport sur leur utilisation.
""",
    "es": """\
*Destacando* que las salas de lectura están al servicio de todos los habitantes,

*Observando con preocupación* que pocas de ellas abren por la noche,

1. *Invita* a las ciudades a que abran sus salas de lectura por la noche;

2. *Solicita* al Secretario General que informe sobre su uso.
""",
    "ru": """\
*подчеркивая*, что читальные залы служат всем жителям города,

*отмечая с озабоченностью*, что немногие из них открыты вечером,

1. *предлагает* городам открывать читальные залы ночью;

2. *просит* Генерального секретаря представить доклад об их работе.
""",
    "ar": """\
***إذ تؤكد*** أن قاعات المطالعة تخدم جميع سكان المدينة،

***وإذ تلاحظ مع القلق*** أن قليلا منها يفتح مساء،

1 - ***تدعو*** المدن إلى فتح قاعاتها ليلا؛

2 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا عن استخدامها.
""",
    "zh": """\
**强调**阅览室为城市所有居民服务，

**关切地注意到**晚间开放的阅览室很少，

1. **邀请**各城市在夜间开放阅览室；

2. **请**秘书长报告阅览室的使用情况。
""",
}
MASTHEADS = {
    "es": "Naciones Unidas\n\nA/HRC/99/L.1\n\nDistr. general\n\n99º período de sesiones\n",
    "fr": "Nations Unies\n\nA/99/L.1\n\nDistr. générale\n\n3e séance plénière\n",
}


@pytest.mark.parametrize("language", sorted(PIECES))
def test_ten_lines_without_organ_line(language: str) -> None:
    assert read_draft(Source(PIECES[language])).language == language


@pytest.mark.parametrize("language", sorted(MASTHEADS))
def test_a_masthead_alone(language: str) -> None:
    assert read_draft(Source(MASTHEADS[language])).language == language


@pytest.mark.parametrize("language", sorted(set(PIECES) - {"en"}))
def test_an_english_title_does_not_decide(language: str) -> None:
    title = "# Reading rooms of the towns and of the villages of the world, and their opening hours"
    assert read_draft(Source(f"{title}\n\n{PIECES[language]}")).language == language


def test_an_english_title_quoted_in_a_french_paragraph() -> None:
    quoting = (
        "*Prenant note* du rapport intitulé « Opening the reading rooms of the towns to all the"
        " people and by night: a study of the needs of readers », établi par la bibliothèque,\n\n"
    )
    assert read_draft(Source(quoting + PIECES["fr"])).language == "fr"


def test_a_french_title_in_an_english_draft() -> None:
    title = "# Les salles de lecture des villes et des villages, et leurs heures d’ouverture"
    assert read_draft(Source(f"{title}\n\n{PIECES['en']}")).language == "en"


@pytest.mark.parametrize("line", ["L’Assemblée générale", "Asamblea General", "大会"])
def test_an_organ_in_plain_words_above_the_draft_does_not_tell_its_language(line: str) -> None:
    draft = f"{line}\n\n*The General Assembly*,\n\n*Recalling* x,\n\n1. *Decides* y.\n"
    assert read_draft(Source(draft)).language == "en"
    # With a comma, or emphasized, it is an organ line, and the first one counts.
    for written in (f"{line},", f"*{line}*"):
        other = read_draft(Source(draft.replace(line, written))).language
        assert other == ("en" if line.startswith("Asamblea") else "fr" if line[0] == "L" else "zh")


def test_short_lines_decide_where_the_paragraphs_hold_no_common_word() -> None:
    """The one long line has no word that is French alone: `le` and `de` are Spanish, too."""
    text = (
        "L’Assemblée mondiale de la Santé,\n\nAyant examiné le rapport sur les puits ;\n\n"
        "1. INVITE les États Membres à venir ;\n\n2. PRIE le Directeur général de faire rapport.\n"
    )
    assert read_draft(Source(text, "draft.md")).language == "fr"


@pytest.mark.parametrize("text", ["", "\n\n", "1. 2\n", "---\n", "☺\n"])
def test_text_without_letters_counts_as_english(text: str) -> None:
    """Nothing shows a language, so the script of no language may win."""
    assert read_draft(Source(text)).language == "en"
