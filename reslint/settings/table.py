"""The JSON schema of a settings file, for editors; `reslint` itself words errors better."""

from __future__ import annotations

from reslint.settings.config import LANGUAGES, MESSAGE_LANGUAGES, ORGANS, PROFILES
from reslint.text.diagnostics import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12)."""
    texts = {
        "type": ["string", "array"],
        "minLength": 1,
        "items": {"type": "string", "minLength": 1},
    }
    some = {
        "select": {
            **texts,
            "description": "Only these rules: codes or their beginnings, such as LEAD.",
        },
        "ignore": {**texts, "description": "Leave these rules out: codes or their beginnings."},
        "severity": {
            "type": "object",
            "description": "How grave a finding of a rule is, by its code.",
            "propertyNames": {"pattern": "^[A-Z][A-Z0-9]*[0-9]{3}$"},
            "additionalProperties": {"enum": [*SEVERITIES, "off", False]},
        },
        "language": _one_of(LANGUAGES, "The language of the drafts; left out, it is recognized."),
        "organ": _one_of(ORGANS, "The organ of the drafts; left out, it is recognized."),
        "profile": _one_of(PROFILES, "standard, or strict with more rules."),
        "vocabulary": {
            **texts,
            "description": "Words and names of the house, which are never reported as wrong.",
        },
        "message_language": _one_of(MESSAGE_LANGUAGES, "The language of what reslint says."),
    }
    override = {
        "type": "object",
        "properties": {
            "files": {
                **texts,
                "description": "The files, named as in a .gitignore, from the settings file.",
            },
            **some,
        },
        "required": ["files"],
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "title": "Settings of reslint (reslint.yaml)",
        "type": "object",
        "properties": {
            **some,
            "rules": {**texts, "description": "Folders with rules of your own, from here."},
            "overrides": {
                "type": "array",
                "description": "Other settings for some of the files; the last that fits counts.",
                "items": override,
            },
        },
        "additionalProperties": False,
    }


def _one_of(values: tuple[str, ...], description: str) -> dict[str, Any]:
    return {"enum": list(values), "description": description}
