"""Marks of the Latin script after letters of a script that has marks of its own."""

from __future__ import annotations

import re

from reslint.data.expressions import expression
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
    if not right or not _is_of_script(forms, text, at) or in_zone(paragraph, draft, at, at + 1):
        return ""
    return right


def _is_of_script(forms: dict[str, Any], text: str, at: int) -> bool:
    """Whether a mark stands after a letter of the script, or between a figure and such a letter."""
    if _one_of(forms["letters"]).match(text, at - 1):
        return True
    if "after" not in forms:
        return False
    before = len(text[:at].rstrip(INVISIBLE))
    following = text[at + 1 :].lstrip(INVISIBLE)
    if not before or not _one_of(forms["after"]).match(text, before - 1):
        return False
    return not following or _one_of(forms["letters"]).match(following) is not None


def _one_of(characters: str) -> re.Pattern[str]:
    found = _compiled.get(characters)
    if found is None:
        found = _compiled[characters] = expression(f"[{characters}]")
    return found
