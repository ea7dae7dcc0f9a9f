"""Kinds of check that compare the versions of a draft: what their rules may say.

A draft alone has no counterpart, so these kinds find nothing in it; the package
`concordance` compares versions by the rules of these kinds.
"""

from __future__ import annotations

from reslint.checks.kinds import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Finding


TOKENS = ("citation", "symbol", "figure", "year", "reference")
_COMMON = ("language", "versions", "count", "total")


def _nothing(_draft: Draft, _rule: Rule) -> Iterable[Finding]:
    return ()


def _kind(*placeholders: str, parameters: dict[str, dict[str, Any]] | None = None) -> Kind:
    return Kind(_nothing, placeholders=(*placeholders, *_COMMON), parameters=parameters)


KINDS = {
    "counterpart": _kind("place", "elsewhere", "end", "number"),
    "order": _kind("place", "elsewhere"),
    "label": _kind("here", "there"),
    "note": _kind("place", "elsewhere", "end", "number"),
    "marker": _kind("number", "place", "elsewhere"),
    "tokens": _kind(
        "here",
        "there",
        parameters={
            "kinds": {
                "type": "array",
                "items": {"type": "string", "enum": list(TOKENS)},
                "default": [],
                "description": "what is compared: citation, symbol, figure, year, reference",
            },
        },
    ),
    "date": _kind("here", "there", "citation"),
    "name": _kind("here", "there"),
    "term": _kind("here", "there"),
    "negation": _kind("there"),
    "quotation": _kind("here", "there"),
    "length": _kind(),
    "lost-words": _kind("there"),
    "translation": _kind(),
    "opening": _kind(
        "here",
        "there",
        "usual",
        parameters={
            "directive": {
                "type": "boolean",
                "default": False,
                "description": "only verbs that say how strongly something is asked; "
                "false: all others",
            },
            "margin": {
                "type": "number",
                "default": 2.5,
                "description": "how much better the usual rendering fits, as a logarithm",
            },
        },
    ),
    "emphasis": _kind("here"),
    "masthead": _kind("here", "there"),
    "table": _kind("here", "there"),
    "doubt": _kind("place"),
}
