"""Weaker verbs of operative paragraphs, by language: what each may be changed to."""

from __future__ import annotations

WEAKER: dict[str, dict[str, list[str]]] = {
    "en": {
        "Demands": ["Requests", "Encourages"],
        "Urges": ["Encourages", "Invites"],
        "Strongly urges": ["Encourages"],
        "Calls upon": ["Encourages", "Invites"],
        "Requests": ["Invites", "Encourages"],
        "Decides": ["Recommends", "Invites"],
        "Condemns": ["Notes"],
        "Strongly condemns": ["Notes with concern"],
    },
    "fr": {
        "Exige": ["Prie", "Encourage"],
        "Exhorte": ["Encourage", "Invite"],
        "Demande instamment": ["Invite"],
        "Engage instamment": ["Invite"],
        "Prie": ["Invite", "Encourage"],
        "Demande": ["Invite"],
        "Décide": ["Recommande", "Invite"],
        "Condamne": ["Note"],
    },
    "es": {
        "Exige": ["Solicita", "Alienta"],
        "Insta": ["Alienta", "Invita"],
        "Exhorta": ["Alienta", "Invita"],
        "Solicita": ["Invita", "Alienta"],
        "Decide": ["Recomienda", "Invita"],
        "Condena": ["Observa"],
    },
    "ru": {
        "требует": ["просит", "рекомендует"],
        "настоятельно призывает": ["рекомендует", "предлагает"],
        "просит": ["предлагает", "рекомендует"],
        "постановляет": ["рекомендует", "предлагает"],
        "осуждает": ["отмечает"],
    },
    "ar": {
        "تطالب": ["تطلب", "تشجع"],
        "تحث": ["تشجع"],
        "تهيب": ["تشجع"],
        "تطلب": ["تشجع"],
        "تقرر": ["توصي", "تشجع"],
        "تدين": ["تلاحظ"],
    },
    "zh": {
        "要求": ["鼓励", "邀请"],
        "敦促": ["鼓励", "邀请"],
        "促请": ["鼓励", "邀请"],
        "请": ["鼓励"],
        "决定": ["建议", "邀请"],
        "谴责": ["注意到"],
    },
}
"""The opening words as they stand in texts, and weaker ones in their place."""
