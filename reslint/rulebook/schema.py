"""The JSON schema (draft 2020-12) of a rule file.

`description` ends an error message that begins "must be". Conditions between keys are checked in
`meaning.py`, which can word them better.
"""

from __future__ import annotations

from typing import Any

from reslint.checks.kinds import ORGANS, PROFILES
from reslint.text.diagnostics import SEVERITIES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FIXES = ("safe", "unsafe", "none")
PARTS_OF_A_FRAME = ("preamble", "operative", "notes", "whole")
Schema = dict[str, Any]
_TEXT: Schema = {"type": "string", "minLength": 1}
_LANGUAGE: Schema = {
    "type": "string",
    "pattern": "^[a-z]{2,3}$",
    "description": "the short name of a language, such as en or fr",
}


TEXTS: Schema = {
    "type": ["string", "object"],
    "description": "a text, or a text for each language (en: …, fr: …)",
    "minLength": 1,
    "patternProperties": {"^[a-z]{2,3}$": _TEXT},
    "additionalProperties": False,
    "minProperties": 1,
}
"""A text, or a text in several languages: one is enough."""
EXAMPLE: Schema = {
    "type": "object",
    "description": "an example: language, bad, at, good",
    "properties": {
        "language": _LANGUAGE,
        "organ": {"type": "string", "enum": list(ORGANS)},
        "in": {"type": "string", "enum": list(PARTS_OF_A_FRAME)},
        "bad": _TEXT,
        "at": {
            "type": ["string", "array"],
            "description": "a text or a list of texts",
            "minLength": 1,
            "minItems": 1,
            "items": _TEXT,
        },
        "line": {"type": "integer", "minimum": 1},
        "good": _TEXT,
        "fix": {"type": "boolean"},
    },
    "additionalProperties": False,
    "required": ["language"],
}
RULE: Schema = {
    "$schema": DIALECT,
    "type": "object",
    "description": "a rule (code: …, name: …, check: …)",
    "properties": {
        "code": {
            "type": "string",
            "pattern": "^[A-Z][A-Z0-9]*[0-9]{3}$",
            "maxLength": 40,
            "description": "capital letters and three digits, such as HOUSE001",
        },
        "name": {
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "maxLength": 80,
            "description": "small letters and hyphens, such as date-without-year",
        },
        "check": {"type": "string", "minLength": 1},
        "languages": {
            "type": ["string", "array"],
            "pattern": "^all$",
            "description": "all, or a list of languages such as [en, fr]",
            "minItems": 1,
            "uniqueItems": True,
            "items": _LANGUAGE,
        },
        "organs": {
            "type": ["string", "array"],
            "pattern": "^all$",
            "description": "all, or a list of organs such as [GA, SC]",
            "minItems": 1,
            "uniqueItems": True,
            "items": {"type": "string", "enum": list(ORGANS)},
        },
        "sessions": {
            "type": "array",
            "description": "a list of numbers of sessions such as [79, 80]",
            "minItems": 1,
            "items": {"type": "integer", "minimum": 1, "maximum": 999},
        },
        "committees": {
            "type": "array",
            "description": "a list of names such as [Third Committee]",
            "minItems": 1,
            "items": _TEXT,
        },
        "severity": {"type": "string", "enum": list(SEVERITIES)},
        "profile": {"type": "string", "enum": list(PROFILES)},
        "fix": {"type": "string", "enum": list(FIXES)},
        "fix_title": TEXTS,
        "yields_to": {
            "type": "array",
            "description": "a list of codes before which the rule steps back at the same words",
            "minItems": 1,
            "uniqueItems": True,
            "items": {"type": "string", "pattern": "^[A-Z][A-Z0-9]*[0-9]{3}$"},
        },
        "parameters": {"type": "object", "description": "a list of settings (name: value)"},
        "message": TEXTS,
        "variants": {
            "type": "object",
            "description": "further wordings, each with a name and a text for each language",
            "patternProperties": {"^[a-z0-9_]+(-[a-z0-9_]+)*$": TEXTS},
            "additionalProperties": False,
        },
        "why": TEXTS,
        "source": {
            "type": "object",
            "description": "where the convention is written (title: …, section: …, url: …)",
            "properties": {
                "title": _TEXT,
                "section": _TEXT,
                "url": {
                    "type": "string",
                    "pattern": "^https?://[^\\s]+$",
                    "description": "an address that begins with https://",
                },
            },
            "additionalProperties": False,
            "required": ["title"],
        },
        "examples": {
            "type": "array",
            "description": "a list of examples",
            "minItems": 1,
            "items": EXAMPLE,
        },
    },
    "additionalProperties": False,
    "required": ["code", "name", "check", "severity", "message", "why", "examples"],
}
COMPARISON: Schema = {
    "type": "object",
    "description": "an example: versions, differs, at",
    "properties": {
        "versions": {
            "type": "object",
            "description": "the text of each version by its language (en: …, fr: …)",
            "patternProperties": {"^[a-z]{2,3}(-[0-9])?$": _TEXT},
            "additionalProperties": False,
        },
        "organ": {"type": "string", "enum": list(ORGANS)},
        "in": {"type": "string", "enum": list(PARTS_OF_A_FRAME)},
        "reference": {"type": "string"},
        "differs": {"type": "string"},
        "at": _TEXT,
        "after": _TEXT,
    },
    "additionalProperties": False,
    "required": ["versions"],
}
"""An example of a rule that compares versions: where the version `differs` is reported."""
COMPARING_RULE: Schema = {
    **RULE,
    "properties": {
        **RULE["properties"],
        "examples": {**RULE["properties"]["examples"], "items": COMPARISON},
    },
}
SHIPPED_REQUIRED = ("languages", "organs", "profile", "fix", "source")
"""Keys that a shipped rule must have; house rules may leave them out."""
