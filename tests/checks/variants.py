"""A draft without errors, and what is found in it after a few replacements."""

from __future__ import annotations

from reslint.fixes.choosing import apply, choose, edits_of
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

CLEAN = """\
*The General Assembly*,

*Recalling* the maps,

*Noting* the towns,

1. *Decides* to read;

2. *Requests* the towns to light:

(a) The stairs;

(b) The maps;

3. *Invites* all to come.
"""

Finding = tuple[str, str, str]
"""Code, text of the span, and the safety of the fix (`none` without one)."""


def variant(*replacements: tuple[str, str], of: str = CLEAN) -> str:
    """The draft with each text replaced by another one; it must hold the text."""
    text = of
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new)
    return text


def judged(text: str, *families: str, **settings: str) -> tuple[list[Finding], str]:
    """The findings of families of rules in their order, and the text after all their fixes."""
    chosen = Settings(
        profile="strict",
        select=frozenset(families),
        language=settings.get("language"),
        organ=settings.get("organ"),
    )
    diagnostics = Linter(chosen).lint(Source(text)).diagnostics
    found: list[Finding] = [
        (one.code, text[one.start : one.end], one.fix.safety if one.fix else "none")
        for one in diagnostics
    ]
    return found, apply(text, edits_of(choose(diagnostics, unsafe=True)))
