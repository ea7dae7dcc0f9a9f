"""Rules as plain values for `reslint.data.compiled`, and back.

Only `rules_of` and `problems_of` are on the path of every start.
"""

from __future__ import annotations

from reslint.diagnostics import Problem
from reslint.rulebook.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

ANY_LANGUAGE = "any"
"""The part for a language that no rule names: the rules for all languages."""
INDEX = "index"
DETAILS = "details"

_HOT = (
    "code",
    "name",
    "check",
    "languages",
    "organs",
    "severity",
    "profile",
    "fix",
    "parameters",
    "messages",
    "fix_title",
    "source",
    "path",
)
_ALL = (*_HOT, "why", "examples")


def rules_of(part: dict[str, Any]) -> list[Rule]:
    """The rules in a part; `why` and `examples` are empty except in the part DETAILS."""
    keys = part["keys"]
    if len(keys) == len(_ALL):
        return [Rule(**dict(zip(keys, values, strict=True))) for values in part["rules"]]
    return [Rule(why={}, **dict(zip(keys, values, strict=True))) for values in part["rules"]]


def problems_of(part: dict[str, Any]) -> list[Problem]:
    """What was wrong with the rule files when the part was compiled."""
    return [Problem(*values) for values in part["problems"]]


def compile_rules(rules: Iterable[Rule], problems: Iterable[Problem]) -> dict[str, Any]:
    """All parts by name: one for each language that a rule names, ANY_LANGUAGE, INDEX, DETAILS."""
    rules = sorted(rules, key=lambda rule: rule.code)
    said = [(one.code, one.message, one.path, one.line, one.column) for one in problems]
    languages = {language for rule in rules for language in rule.languages or ()}
    parts: dict[str, Any] = {
        INDEX: {"codes": {rule.code: rule.name for rule in rules}, "problems": said},
        DETAILS: _part(rules, _ALL, said),
        ANY_LANGUAGE: _part((rule for rule in rules if rule.languages is None), _HOT, said),
    }
    for language in sorted(languages):
        speaking = (r for r in rules if r.languages is None or language in r.languages)
        parts[language] = _part(speaking, _HOT, said)
    return parts


def compile_standard(folder: str) -> dict[str, Any]:
    """All parts of the standard rules, from the folder of the shipped rules."""
    import os

    from reslint.rulebook.loader import load

    path = os.path.join(folder, "standard")
    return compile_rules(*load([path], shipped=True, relative_to=folder))


def compile_house(paths: Iterable[str]) -> dict[str, Any]:
    """The one part (DETAILS) of house rules in files and folders."""
    from reslint.rulebook.loader import load

    parts = compile_rules(*load(paths))
    return {DETAILS: parts[DETAILS]}


def _part(
    rules: Iterable[Rule], keys: tuple[str, ...], problems: list[tuple[str, str, str, int, int]]
) -> dict[str, Any]:
    return {
        "keys": keys,
        "rules": [tuple(getattr(rule, key) for key in keys) for rule in rules],
        "problems": problems,
    }
