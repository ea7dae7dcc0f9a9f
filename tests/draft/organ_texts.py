"""Organ lines, first paragraphs and operative parts in six languages."""

from __future__ import annotations

OFFICIAL = {
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى أعمالها المتعلقة بالجسور،"),
    "en": ("The General Assembly,", "recalling its work on bridges,"),
    "es": ("La Asamblea General,", "recordando su labor sobre los puentes,"),
    "fr": ("L’Assemblée générale,", "rappelant ses travaux sur les ponts,"),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на свою работу о мостах,"),
    "zh": ("大会，", "回顾其关于桥梁的工作，"),
}
"""An official organ line without emphasis, and a paragraph that may stand on the same line."""

OPERATIVES = {
    "ar": "1 - ***تقرر*** أن تواصل أعمالها؛\n\n2 - ***تطلب*** تقديم تقرير.\n",
    "en": "1. *Decides* to go on;\n\n2. *Requests* a report.\n",
    "es": "1. *Decide* proseguir su labor;\n\n2. *Solicita* un informe.\n",
    "fr": "1. *Décide* de poursuivre\u00a0;\n\n2. *Demande* un rapport.\n",
    "ru": "1. *постановляет* продолжить работу;\n\n2. *просит* представить доклад.\n",
    "zh": "1. **决定**继续工作；\n\n2. **请**提交报告。\n",
}
"""Two operative paragraphs."""
