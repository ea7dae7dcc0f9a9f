"""Write what is made from the settings and the form of rules, for editors.

    python scripts/make_schemas.py [--check]

Made are the JSON schemas of settings, rule files and reports in `schemas/`, and in `vscode-ext/`
the settings of the extension that the server reads (`package.json`) with their descriptions
(`package.nls.json`, `package.nls.fr.json`). Settings that only the extension reads (OWN) are
written there by hand, and so are the labels of choices.

With --check nothing is written: exit code 1 tells that a file is not current.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from reslint.language.habits import EMPHASES, ENDED, ENDINGS, ITEMS, OPERATIVE, PARTS, PREAMBLE
from reslint.language.loading import language_codes
from reslint.rulebook.schema import DIALECT, RULE
from reslint.settings.config import OVERRIDES
from reslint.settings.organ import (
    CAPITALS,
    CONTINUOUS,
    EMPHASIS,
    ENDS,
    HEREBY,
    ITEM_LABELS,
    JOINED,
    LABELLED,
    NAMES,
    OPERATIVE_LABELS,
    PHRASES,
    PREAMBLE_LABELS,
    SILENT,
)
from reslint.settings.organ import CODE as CODE_OF_ORGAN
from reslint.settings.reading import FILES
from reslint.settings.setting import Setting
from reslint.settings.table import EDITOR_ONLY, LEVELS, SETTINGS, in_order

sys.path.insert(0, str(Path(__file__).parent))
from report_schemas import line_schema, report_schema

ROOT = Path(__file__).parents[1]
EXTENSION = ROOT / "vscode-ext"
AUTO = "auto"
"""The choice of the editor that leaves a setting to the draft, or to the locale."""
OWN = ("interpreter", "importStrategy", "followCursor", "trace.server")
"""The settings that only the extension reads."""
CODE = "^[A-Z][A-Z0-9]*[0-9]{3}$"
CODE_OR_BEGINNING = "^[A-Z]+[0-9]*$"
TEXTS = {"type": ["string", "array"], "minLength": 1, "items": {"type": "string", "minLength": 1}}
# The schema names them in this order; other settings follow.
FIRST = (
    "select",
    "ignore",
    "severity",
    "language",
    "organ",
    "profile",
    "vocabulary",
    "message_language",
)


def settings_schema() -> dict[str, Any]:
    """The schema of a settings file; `reslint` itself words errors better."""
    settings = [setting for setting in in_order(*FIRST) if setting.in_file]
    overridable = {one.name: value_schema(one) for one in settings if one.overridable}
    override = {
        "type": "object",
        "properties": {
            FILES: {
                **TEXTS,
                "description": "The files, named as in a .gitignore, from the settings file.",
            },
            **overridable,
        },
        "required": [FILES],
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "title": "Settings of reslint (reslint.yaml)",
        "type": "object",
        "properties": {
            **overridable,
            **{one.name: value_schema(one) for one in settings if not one.overridable},
            OVERRIDES: {
                "type": "array",
                "description": "Other settings for some of the files; the last that fits counts.",
                "items": override,
            },
        },
        "additionalProperties": False,
    }


def value_schema(setting: Setting) -> dict[str, Any]:
    """The schema of a value in a settings file."""
    if setting.kind == "choice":
        return {"enum": list(setting.choices), "description": setting.description[0]}
    if setting.kind == "flag":
        return {"type": "boolean", "description": setting.description[0]}
    if setting.kind == "organ":
        return {
            "anyOf": [{"enum": list(setting.choices)}, organ_schema()],
            "description": setting.description[0],
        }
    if setting.kind == "levels":
        return {
            "type": "object",
            "description": setting.description[0],
            "propertyNames": {"pattern": CODE},
            "additionalProperties": {"enum": [*LEVELS, False]},
        }
    if setting.kind == "versions":
        return {
            "type": "object",
            "description": setting.description[0],
            "propertyNames": {"enum": list(language_codes())},
            "additionalProperties": {"type": "string", "pattern": r"\*"},
        }
    return {**TEXTS, "description": setting.description[0]}


def organ_schema() -> dict[str, Any]:
    """The schema of the habits of an organ of one's own."""

    def words(*allowed: str) -> dict[str, Any]:
        word = {"enum": list(allowed)} if allowed else {"type": "string", "minLength": 1}
        return {"anyOf": [word, {"type": "array", "items": word}]}

    def table(
        parts: dict[str, tuple[str, ...]], others: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        properties = {part: words(*allowed) for part, allowed in parts.items()}
        return {
            "type": "object",
            "properties": {**properties, **(others or {})},
            "additionalProperties": False,
        }

    return {
        "type": "object",
        "properties": {
            CODE_OF_ORGAN: {"type": "string", "pattern": "^[A-Z][A-Za-z0-9-]{0,30}$"},
            NAMES: {"type": "object", "additionalProperties": words()},
            EMPHASIS: {
                "anyOf": [*words(*EMPHASES)["anyOf"], table(dict.fromkeys(PARTS, EMPHASES))]
            },
            CAPITALS: words(*PARTS),
            LABELLED: table(
                {
                    PREAMBLE: PREAMBLE_LABELS,
                    OPERATIVE: OPERATIVE_LABELS,
                    ITEMS: ITEM_LABELS,
                },
                {CONTINUOUS: {"type": "boolean"}},
            ),
            ENDS: table(dict.fromkeys(ENDED, ENDINGS)),
            PHRASES: {
                "type": "object",
                "additionalProperties": table(dict.fromkeys(PARTS, ())),
            },
            JOINED: {"type": "boolean"},
            HEREBY: {"type": "boolean"},
            SILENT: {"type": "array", "items": {"type": "string", "pattern": CODE}},
        },
        "additionalProperties": False,
    }


def rules_schema() -> dict[str, Any]:
    """The schema of a rule file: one rule, or several."""
    rule = {key: value for key, value in RULE.items() if key != "$schema"}
    return {
        "$schema": DIALECT,
        "title": "A rule of reslint, or a list of them under the key rules",
        "$defs": {"rule": rule},
        "if": {"type": "object", "required": ["rules"]},
        "then": {
            "properties": {"rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}}},
            "additionalProperties": False,
        },
        "else": {"$ref": "#/$defs/rule"},
    }


def editor_value(setting: Setting, labels: set[str]) -> dict[str, Any]:
    """The type and the default of a setting of the extension; `labels` are the keys of texts."""
    if setting.kind in ("choice", "organ"):
        return editor_choice(setting, labels)
    if setting.kind in ("flag", "text"):
        type_ = "boolean" if setting.kind == "flag" else "string"
        return {"type": type_, "default": setting.default}
    if setting.kind == "levels":
        return {
            "type": "object",
            "propertyNames": {"pattern": CODE},
            "additionalProperties": {"type": "string", "enum": list(LEVELS)},
            "default": {},
        }
    items = {"type": "string"}
    if setting.kind == "codes":
        items |= {"pattern": CODE_OR_BEGINNING, "patternErrorMessage": "%setting.codes.pattern%"}
    return {"type": "array", "items": items, "uniqueItems": True, "default": []}


def editor_choice(setting: Setting, labels: set[str]) -> dict[str, Any]:
    """One of some texts, or `auto` where the setting has no default."""
    assert setting.editor is not None
    default = setting.default or AUTO
    choices = [*([] if setting.default else [AUTO]), *setting.choices]
    texts = f"value.{setting.editor.name}"
    if setting.editor.explained:
        shown = {"markdownEnumDescriptions": [f"%{texts}.{one}%" for one in choices]}
    else:
        keys = {one: f"{texts}.{one}.label" for one in choices}
        # A language without a label is shown by its code.
        shown = {
            "enumItemLabels": [f"%{key}%" if key in labels else one for one, key in keys.items()]
        }
    return {"type": "string", "enum": choices, **shown, "default": default}


def extension_files() -> dict[Path, Any]:
    """The contents of the files of the extension that hold settings."""
    settings = {one.editor.name: one for one in (*SETTINGS, *EDITOR_ONLY) if one.editor is not None}
    made: dict[Path, Any] = {}
    for place, file in enumerate(("package.nls.json", "package.nls.fr.json")):
        texts = json.loads((EXTENSION / file).read_text("utf-8"))
        texts = {key: text for key, text in texts.items() if is_used(key, {*settings, *OWN})}
        for name, setting in settings.items():
            assert setting.editor is not None
            texts[f"setting.{name}"] = setting.editor.texts[place]
            for choice, explained in (setting.editor.explained or {}).items():
                texts[f"value.{name}.{choice}"] = explained[place]
        made[EXTENSION / file] = texts
    labels = set(made[EXTENSION / "package.nls.json"])
    package = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    properties = package["contributes"]["configuration"]["properties"]
    properties = {f"reslint.{name}": properties[f"reslint.{name}"] for name in OWN}
    for name, setting in settings.items():
        assert setting.editor is not None
        properties[f"reslint.{name}"] = {
            "scope": setting.editor.scope,
            "order": setting.editor.order,
            **editor_value(setting, labels),
            "markdownDescription": f"%setting.{name}%",
        }
    package["contributes"]["configuration"]["properties"] = dict(
        sorted(properties.items(), key=lambda entry: entry[1]["order"])
    )
    made[EXTENSION / "package.json"] = package
    return made


def is_used(key: str, names: set[str]) -> bool:
    """Whether a text of the extension is not that of a setting which is gone."""
    kind, _, rest = key.partition(".")
    return (
        kind not in ("setting", "value")
        or rest == "codes.pattern"
        or any(rest == name or rest.startswith(f"{name}.") for name in names)
    )


def files() -> dict[Path, str]:
    """The text of each file made."""
    made = {
        ROOT / "schemas" / "settings.schema.json": settings_schema(),
        ROOT / "schemas" / "rules.schema.json": rules_schema(),
        ROOT / "schemas" / "report.schema.json": report_schema(),
        ROOT / "schemas" / "report-line.schema.json": line_schema(),
        **extension_files(),
    }
    return {
        path: json.dumps(value, indent=2, ensure_ascii=False) + "\n" for path, value in made.items()
    }


def main(arguments: list[str]) -> int:
    """Write or check the files."""
    stale = 0
    for path, text in files().items():
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path} is not current: python scripts/make_schemas.py", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
