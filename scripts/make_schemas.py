"""Write the JSON schemas that editors use for settings and rule files.

    python scripts/make_schemas.py [--check]

With --check nothing is written: exit code 1 says that a schema in `schemas/` is not current.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from reslint.rules.schema import DIALECT, RULE
from reslint.settings.table import schema

FOLDER = Path(__file__).parents[1] / "schemas"


def schemas() -> dict[str, str]:
    """The text of each schema by the name of its file."""
    rule = {key: value for key, value in RULE.items() if key != "$schema"}
    rules = {
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
    made = {"settings.schema.json": schema(), "rules.schema.json": rules}
    return {
        name: json.dumps(value, indent=2, ensure_ascii=False) + "\n" for name, value in made.items()
    }


def main(arguments: list[str]) -> int:
    """Write or check the schemas."""
    stale = 0
    for name, text in schemas().items():
        path = FOLDER / name
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path} is not current: python scripts/make_schemas.py", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
