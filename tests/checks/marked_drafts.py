"""Drafts with the expected findings marked in their text: `⟦FORM003|;⟧`.

A family's test gives its drafts as tables; here they are framed, checked and fixed.
"""

from __future__ import annotations

from reslint.fixes.choosing import apply, choose, edits_of
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source
from tests.test_drafts import split_marks

ORGAN_LINES = {
    "en": "*The General Assembly*,",
    "fr": "*L’Assemblée générale*,",
    "es": "*La Asamblea General*,",
    "ru": "*Генеральная Ассамблея*,",
    "ar": "***إن الجمعية العامة***،",
    "zh": "**大会**，",
}
COUNCIL_LINES = {
    "en": "*The Security Council*,",
    "fr": "*Le Conseil de sécurité*,",
    "es": "*El Consejo de Seguridad*,",
    "ru": "*Совет Безопасности*,",
    "ar": "***إن مجلس الأمن***،",
    "zh": "**安全理事会**，",
}
PREAMBLES = {
    "en": "*Stressing* that bridges serve every village,",
    "fr": "*Soulignant* que les ponts servent tous les villages,",
    "es": "*Subrayando* que los puentes sirven a todas las aldeas,",
    "ru": "*подчеркивая*, что мосты служат всем деревням,",
    "ar": "***إذ تشدد*** على أن الجسور تخدم كل القرى،",
    "zh": "**强调**桥梁为所有村庄服务，",
}
FIRST = {
    "en": "*Urges* all villages to paint their boats;",
    "fr": "*Encourage* les villages à peindre leurs barques ;",
    "es": "*Exhorta* a las aldeas a que pinten sus barcas;",
    "ru": "*призывает* деревни покрасить лодки;",
    "ar": "***تشجع*** القرى على طلاء قواربها؛",
    "zh": "**促请**各村粉刷船只；",
}
ENDINGS = {
    "en": "*Decides* to count the bridges.",
    "fr": "*Décide* de compter les ponts.",
    "es": "*Decide* contar los puentes.",
    "ru": "*постановляет* сосчитать мосты.",
    "ar": "***تقرر*** عد الجسور.",
    "zh": "**决定**清点桥梁。",
}


def framed(language: str, part: str, text: str, *, council: bool = False) -> str:
    """A whole draft around a text of one part: preamble, operative, or whole (no frame)."""
    line = (COUNCIL_LINES if council else ORGAN_LINES)[language]
    if part == "preamble":
        return f"{line}\n\n{text}\n\n{ENDINGS[language]}\n"
    if part == "operative":
        return f"{line}\n\n{PREAMBLES[language]}\n\n{text}\n"
    return f"{text}\n"


def diagnostics(text: str, family: str) -> list[Diagnostic]:
    """The findings of a family of codes (`FORM`), of both profiles."""
    found = Linter(Settings(profile="strict")).lint(Source(text)).diagnostics
    return [one for one in found if one.code.startswith(family)]


def assert_findings(family: str, marked: str, fixed: str | None, *, unsafe: bool = False) -> None:
    """Assert the findings of a family at their exact places, and the text after their fixes.

    `fixed` is the marked text with its fixes applied, None where nothing can be fixed.
    """
    text, expected = split_marks(marked)
    found = diagnostics(text, family)
    assert [(one.start, one.code, text[one.start : one.end]) for one in found] == expected
    chosen = choose(found, unsafe=True)
    if fixed is None:
        assert not chosen
        return
    assert {one.fix.safety for one in chosen if one.fix} == {"unsafe" if unsafe else "safe"}
    assert apply(text, edits_of(chosen)) == fixed
