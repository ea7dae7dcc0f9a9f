"""Marks of the Latin script after letters of a script that has marks of its own."""

from __future__ import annotations

import re

from reslint.draft.signs import INVISIBLE
from reslint.facts.spots import RUNNING
from reslint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.draft.model import Draft, Paragraph

_compiled: dict[str, re.Pattern[str]] = {}


def script_forms(draft: Draft) -> dict[str, Any]:
    """What the language says of the punctuation of its script; empty where it has the Latin one."""
    forms: dict[str, Any] = draft.vocabulary.forms.get("typography", {})
    return forms.get("script_punctuation") or {}


def own_mark(draft: Draft, paragraph: Paragraph, at: int) -> str:
    """The mark of the script for the Latin one at a plain offset, "" where that one is right."""
    forms = script_forms(draft)
    if not forms or not at or paragraph.part not in RUNNING:
        return ""
    text = paragraph.text
    right: str = forms["marks"].get(text[at], "")
    if not right and not text[at + 1 :].strip(INVISIBLE):
        right = forms.get("at_end", {}).get(text[at], "")
    if not right or not _letter(forms).match(text, at - 1) or in_zone(paragraph, draft, at, at + 1):
        return ""
    return right


def _letter(forms: dict[str, Any]) -> re.Pattern[str]:
    letters: str = forms["letters"]
    found = _compiled.get(letters)
    if found is None:
        found = _compiled[letters] = re.compile(f"[{letters}]")
    return found
