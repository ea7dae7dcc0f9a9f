"""Drafts of our own in the six languages, each with one error at a known place."""

from __future__ import annotations

DRAFTS = {
    "en": (
        "*The General Assembly*,\n\n"
        "Recalling its resolution 70/1 of 25 September 2015,\n\n"
        "1. *Requests* the Secretary-General to report on the reading rooms;\n\n"
        "2. *Decides* to remain seized of the matter.\n",
        ("LEAD002", "Recalling"),
    ),
    "fr": (
        "*L’Assemblée générale*,\n\n"
        "Rappelant sa résolution 70/1 du 25 septembre 2015,\n\n"
        "1. *Prie* le Secrétaire général de rendre compte des salles de lecture ;\n\n"
        "2. *Décide* de rester saisie de la question.\n",
        ("LEAD002", "Rappelant"),
    ),
    "es": (
        "*La Asamblea General*,\n\n"
        "Recordando su resolución 70/1, de 25 de septiembre de 2015,\n\n"
        "1. *Solicita* al Secretario General que informe sobre las salas de lectura;\n\n"
        "2. *Decide* seguir ocupándose de la cuestión.\n",
        ("LEAD002", "Recordando"),
    ),
    "ru": (
        "*Генеральная Ассамблея*,\n\n"
        "ссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года,\n\n"
        "1. *просит* Генерального секретаря представить доклад о читальных залах;\n\n"
        "2. *постановляет* продолжать заниматься этим вопросом.\n",
        ("LEAD002", "ссылаясь"),
    ),
    "ar": (
        "***إن الجمعية العامة***،\n\n"
        "إذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015،\n\n"
        "1 - ***تطلب*** إلى الأمين العام أن يقدم تقريرا عن قاعات المطالعة؛\n\n"
        "2 - ***تقرر*** أن تبقي المسألة قيد نظرها.\n",
        ("LEAD002", "إذ تشير"),
    ),
    "zh": (
        "**大会**，\n\n"
        "回顾其2015年9月25日第70/1号决议，\n\n"
        "1. **请**秘书长提交关于阅览室的报告；\n\n"
        "2. **决定**继续处理此案。\n",
        ("LEAD002", "回顾"),
    ),
}
"""By language: the draft, and the code and words of what is wrong with it."""

EN, FR = DRAFTS["en"][0], DRAFTS["fr"][0]
CLEAN = EN.replace("Recalling", "*Recalling*")
