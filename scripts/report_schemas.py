"""The JSON that reslint writes, key by key: the schemas of `schemas/` and of docs/json.md.

One table for each object: the key, its JSON schema, what it says. A key in `optional` is left out
where it would say nothing.
"""

from __future__ import annotations

from typing import Any

from reslint.rulebook.schema import DIALECT
from reslint.text.diagnostics import SEVERITIES

LINE = {"type": "integer", "minimum": 1}
OFFSET = {"type": "integer", "minimum": 0}
COUNT = OFFSET
TEXT = {"type": "string"}
PLACE = {
    "line": (LINE, "The line on which it starts, from 1."),
    "column": (LINE, "The column on which it starts, from 1, in code points."),
    "end_line": (LINE, "The line on which it ends."),
    "end_column": (LINE, "The column after its last character."),
    "offset": (OFFSET, "Its start in code points of the text, without byte order mark, from 0."),
    "end_offset": (OFFSET, "Its end: the offset after its last character."),
}


def ref(name: str) -> dict[str, Any]:
    """A reference to another object of the schema."""
    return {"$ref": f"#/$defs/{name}"}


def listed(name: str) -> dict[str, Any]:
    """A list of objects."""
    return {"type": "array", "items": ref(name)}


Table = dict[str, tuple[dict[str, Any], str]]
OBJECTS: dict[str, tuple[str, Table, tuple[str, ...]]] = {
    "report": (
        "The whole document of `--format json`.",
        {
            "version": ({"enum": [1, 2]}, "The version of this form: see `--json-version`."),
            "reslint": (TEXT, "The version of reslint."),
            "files": (listed("file"), "The files, in the order of their paths."),
            "groups": (listed("group"), "`reslint concordance` only: the versions compared."),
            "errors": (listed("error"), "What is wrong with settings and rules."),
            "summary": (ref("summary"), "The counts."),
        },
        ("groups",),
    ),
    "file": (
        "The result for a file.",
        {
            "path": (TEXT, "As on the command line; `-` or `--stdin-filename` for standard input."),
            "language": (TEXT, "Of the draft: ar, en, es, fr, ru, zh; empty for none."),
            "organ": (TEXT, "GA, SC, ECOSOC, HRC, other or one of the settings; empty for none."),
            "format": (TEXT, "Of a file that is no text: `word`, `akn4un`, …"),
            "certain": ({"const": False}, "There where the structure is in doubt."),
            "diagnostics": (listed("diagnostic"), "The findings, in the order of their places."),
            "fix_groups": (
                {"type": "object", "additionalProperties": ref("fix_group")},
                "Version 2 only: what several fixes share, by the key of the group.",
            ),
            "errors": (listed("error"), "What kept reslint from checking the file."),
        },
        ("format", "certain", "fix_groups"),
    ),
    "diagnostic": (
        "A finding.",
        {
            "code": (TEXT, "The code of the rule: `LEAD002`."),
            "name": (TEXT, "The name of the rule: `leading-phrase-not-emphasized`."),
            "severity": ({"enum": list(SEVERITIES)}, "How serious it is."),
            "message": (TEXT, "What to do, in the language of the messages."),
            **PLACE,
            "paragraph": (
                TEXT,
                "Its place for a drafter: `preamble 3`, `12 (a)`, `note 4`.",
            ),
            "url": (TEXT, "The source of the convention on the web, or empty."),
            "fix": ({"anyOf": [ref("fix"), {"type": "null"}]}, "The fix, null for none."),
            "origin": (
                ref("origin"),
                "The place in a file that was turned into Markdown; null where it has none.",
            ),
            "related": (listed("related"), "Other places that belong to it."),
        },
        ("origin", "related"),
    ),
    "related": (
        "Another place that belongs to a finding.",
        {
            "path": (TEXT, "Of the file, where it is another one."),
            "message": (TEXT, "What is there."),
            **PLACE,
            "origin": (ref("origin"), "As for the finding."),
        },
        ("path", "origin"),
    ),
    "fix": (
        "A fix. Version 2: one that others share has no `edits`, its `group` has them.",
        {
            "safety": ({"enum": ["safe", "unsafe"]}, "Whether `--fix` makes it unasked."),
            "title": (TEXT, "What it does."),
            "edits": (listed("edit"), "The replacements: all are made, or none."),
            "group": (
                TEXT,
                "Fixes of one group are made together or not at all. Version 2: the key in "
                "`fix_groups`.",
            ),
        },
        ("edits", "group"),
    ),
    "edit": (
        "One replacement in the text.",
        {
            "offset": (OFFSET, "Where it starts."),
            "end_offset": (OFFSET, "Where it ends."),
            "text": (TEXT, "What takes the place of the text between them."),
        },
        (),
    ),
    "fix_group": (
        "What the fixes of a group share (version 2).",
        {
            "edits": (listed("edit"), "The replacements."),
            "related": (listed("related"), "The places that all its findings share."),
        },
        ("related",),
    ),
    "error": (
        "What is wrong with a file, with settings or with a rule: the exit code is 2.",
        {
            "code": (TEXT, "TOOL005 and so on; empty for none."),
            "message": (TEXT, "What is wrong."),
            "path": (TEXT, "Of the file; left out within the result for a file."),
            "line": (LINE, "The line, if there is a place."),
            "column": (OFFSET, "The column, if there is a place."),
        },
        ("path", "line", "column"),
    ),
    "summary": (
        "The counts over all files.",
        {
            "files": (COUNT, "Files that the report shows."),
            "diagnostics": (COUNT, "Findings."),
            "fixable": (COUNT, "Findings with a fix."),
            **{one: (COUNT, f"Findings of the severity `{one}`.") for one in SEVERITIES},
            "by_code": (
                {"type": "object", "additionalProperties": COUNT},
                "Findings by code, with `--statistics`.",
            ),
        },
        ("by_code",),
    ),
    "group": (
        "The versions of one draft that were compared.",
        {
            "key": (TEXT, "What they have in common: a symbol, a name."),
            "reference": (TEXT, "The language that is right where no majority says so."),
            "files": ({"type": "array", "items": TEXT}, "Their paths."),
        },
        (),
    ),
}
ORIGIN = {"type": ["object", "null"]}
LINES: dict[str, dict[str, Any]] = {
    "diagnostic": {"path": TEXT, "language": TEXT, "organ": TEXT},
    "error": {},
    "fix_group": {"path": TEXT, "group": TEXT},
    "group": {},
    "summary": {"version": {"enum": [1, 2]}, "reslint": TEXT},
}
"""The types of lines of `--format jsonl`, each with its keys besides those of the object."""


def definitions() -> dict[str, Any]:
    """The schemas of all objects."""
    return {"origin": ORIGIN} | {name: _object(name) for name in OBJECTS}


def _object(name: str, more: dict[str, Any] | None = None) -> dict[str, Any]:
    about, table, optional = OBJECTS[name]
    more = more or {}
    return {
        "description": about,
        "type": "object",
        "properties": {
            **more,
            **{key: {**schema, "description": text} for key, (schema, text) in table.items()},
        },
        "required": [*more, *(key for key in table if key not in optional)],
        "additionalProperties": False,
    }


def report_schema() -> dict[str, Any]:
    """The schema of a document of `--format json`."""
    return {
        "$schema": DIALECT,
        "title": "A report of reslint (--format json)",
        "$defs": definitions(),
        **ref("report"),
    }


def line_schema() -> dict[str, Any]:
    """The schema of a line of `--format jsonl`."""
    return {
        "$schema": DIALECT,
        "title": "A line of a report of reslint (--format jsonl)",
        "$defs": definitions(),
        "oneOf": [_object(name, {"type": {"const": name}, **more}) for name, more in LINES.items()],
    }


def json_page() -> str:
    """The page docs/json.md."""
    parts = [_HEAD]
    for name, (about, table, optional) in OBJECTS.items():
        parts.append(f"\n### {name}\n\n{about}\n\n| key | value | |\n|---|---|---|\n")
        for key, (schema, text) in table.items():
            left_out = " (may be left out)" if key in optional else ""
            parts.append(f"| `{key}` | {_kind(schema)} | {text}{left_out} |\n")
    return "".join([*parts, _TAIL])


def _kind(schema: dict[str, Any]) -> str:
    """The kind of a value in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})" if name != "origin" else "object or null"
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{one}`" for one in schema["enum"])
    if "const" in schema:
        return f"`{str(schema['const']).lower()}`"
    if schema["type"] == "array":
        return f"list of {_kind(schema['items'])}"
    if schema["type"] == "object":
        return f"object of {_kind(schema['additionalProperties'])}"
    return {"integer": "number", "string": "text"}.get(schema["type"], str(schema["type"]))


_HEAD = """# The JSON that reslint writes

`reslint check --format json` writes one document, `--format jsonl` one object a line. Both are a
contract: keys may come, none go. The schemas are
[report.schema.json](../schemas/report.schema.json) and
[report-line.schema.json](../schemas/report-line.schema.json); this page is made from them.
`reslint concordance` writes the same. [ci.md](ci.md#json-for-other-programs) shows what
`--json-version 2` changes.

Ends are exclusive. Offsets count code points of the decoded text, without a byte order mark. For a
Word or AKN4UN file, places are those of the Markdown that reslint makes of it, and `origin` is the
place in the file: `line`, `column`, `end_line`, `end_column` of XML and HTML; `part`, `paragraph`,
`start`, `end` of Word.

## Objects
"""
_TAIL = """
## Lines of `--format jsonl`

Each line has a `type`. A `diagnostic`, and in version 2 a `fix_group`, also has the `path` of its
file (a `diagnostic` its `language` and `organ`, a `fix_group` the key of its `group`). The
`summary` is the last line, with `version` and `reslint`.

## Other documents

`reslint outline --format json` writes `language`, `organ`, `resolution` (whether the text was
recognized as one), `symbol`, `number`, `session`, `title`, `dates`, `certain`, `doubts`,
`resolutions` (each with `organ`, `nested`, `preambular`, `operative`), `notes` (their number) and
`paragraphs`: each with `part`, `place`, `level`, `label`, `line`, `end_line`, `offset`,
`end_offset`, `pieces`, `markers`, `doubt` and `text`. `reslint rules --format json` lists the
rules: `code`, `name`, `severity`, `profile`, `fix`, `languages`, `organs`, `check`, `message`,
`why`, `source`.

The formats `sarif` (2.1.0), `gitlab` (code quality) and `junit` follow the schemas of those who
defined them.
"""
