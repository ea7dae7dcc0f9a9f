"""Collect the figures of all rules: `results.py --recall F … --precision F … --date D`.

Reads the JSON files that `quality.py` writes (one per language and measurement). Writes
`results.json`, from which the rule pages take their figures, and `results.md`. Languages that were
not measured this time keep their figures, date and command. Neither file quotes or names a
measured text.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from typing import Any

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks.tables import Cell, markdown_table, share, write_text

_HERE = os.path.dirname(os.path.abspath(__file__))
RECALL = ("code", "language", "errors", "found", "safe", "restored")
PRECISION = (
    "code",
    "language",
    "texts",
    "findings",
    "right",
    "conversion",
    "false",
    "untriaged",
)
_VERDICTS = {"error": "right", "conversion": "conversion", "false": "false", None: "untriaged"}

Row = list[str | int]


def recall_rows(measured: list[dict[str, Any]]) -> list[Row]:
    """Count by code and language: errors, errors found, safe fixes, exact fixes."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for each in measured:
        for error in each["errors"]:
            groups[error["code"], error["language"]].append(error)
    rows: list[Row] = []
    for key in sorted(groups):
        errors = groups[key]
        safe = [error for error in errors if error["safety"] == "safe" and error["restores"]]
        found = sum(error["found"] for error in errors)
        rows.append([*key, len(errors), found, len(safe), sum(error["restored"] for error in safe)])
    return rows


def precision_rows(measured: list[dict[str, Any]]) -> list[Row]:
    """Count findings in texts assumed to be correct, by code, language and verdict."""
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    texts: Counter[str] = Counter()
    for each in measured:
        languages = {group.split("/")[0] for group in each["texts"]}
        if len(languages) != 1:
            raise ValueError("a precision file must hold one language: use quality.py --language L")
        (language,) = languages
        texts[language] = sum(each["texts"].values())
        for finding in each["findings"]:
            counts = counted[finding["code"], language]
            counts["findings"] += 1
            counts[_VERDICTS[finding["verdict"]]] += 1
    return [
        [
            code,
            language,
            texts[language],
            *(counted[code, language][name] for name in PRECISION[3:]),
        ]
        for code, language in sorted(counted)
    ]


def add_silent(rows: list[Row], recall: list[Row]) -> list[Row]:
    """Add rows of zeros for codes that were measured for recall and have no findings."""
    texts = {str(row[1]): row[2] for row in rows}
    known = {(row[0], row[1]) for row in rows}
    silent: list[Row] = [
        [row[0], row[1], texts[str(row[1])], 0, 0, 0, 0, 0]
        for row in recall
        if (row[0], row[1]) not in known and str(row[1]) in texts
    ]
    return sorted([*rows, *silent], key=lambda row: (str(row[0]), str(row[1])))


def keep_others(measured: dict[str, Any], before: dict[str, Any]) -> None:
    """Add to a table the rows of languages that only the previous table has.

    `others` holds the date and command of those rows, if they differ.
    """
    now = {str(row[1]) for row in measured["rows"]}
    kept = [row for row in before["rows"] if row[1] not in now]
    own = [measured["date"], measured["command"]]
    earlier = {
        language: before.get("others", {}).get(language, [before["date"], before["command"]])
        for language in sorted({str(row[1]) for row in kept})
    }
    measured["rows"] = sorted([*measured["rows"], *kept], key=lambda row: (row[0], row[1]))
    measured["others"] = {language: how for language, how in earlier.items() if how != own}


def _how(table: dict[str, Any]) -> str:
    """Name the command of a table, and of languages measured with another."""
    others = [
        f"\n{language} ({date}): `{command}`\n"
        for language, (date, command) in table.get("others", {}).items()
    ]
    return "".join([f"`{table['command']}`\n", *others, "\n"])


def as_markdown(results: dict[str, Any]) -> str:
    """Write the figures as tables: totals by language, then by code."""
    parts = ["# Quality of the rules\n"]
    recall, precision = results["recall"], results["precision"]
    totals: list[list[Cell]] = []
    for language in sorted({row[1] for row in recall["rows"]}):
        of = [row for row in recall["rows"] if row[1] == language]
        errors, found, safe, restored = (sum(row[at] for row in of) for at in range(2, 6))
        totals.append([language, errors, found, share(found, errors), safe, restored])
    parts.append(f"\n## Injected errors found ({recall['date']})\n\n{_how(recall)}")
    parts.append(
        markdown_table(("language", "errors", "found", "share", "safe fixes", "restored"), totals)
    )
    rows = [[*row[:4], share(row[3], row[2]), *row[4:]] for row in recall["rows"]]
    heads = ("code", "language", "errors", "found", "share", "safe fixes", "restored")
    parts += ["\n", markdown_table(heads, rows)]
    parts.append(f"\n## Findings in adopted texts ({precision['date']})\n\n")
    parts.append(f"{_how(precision)}Codes without findings are left out.\n\n")
    parts.append(markdown_table(PRECISION, [row for row in precision["rows"] if row[3]]))
    return "".join(parts)


def main(arguments: list[str] | None = None) -> int:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recall", nargs="+", required=True, metavar="F")
    parser.add_argument("--precision", nargs="+", required=True, metavar="F")
    parser.add_argument("--date", required=True, help="the date of the measurement")
    parser.add_argument("--recall-command", default="python benchmarks/quality.py recall FOLDER")
    parser.add_argument(
        "--precision-command", default="python benchmarks/quality.py precision FOLDER"
    )
    parser.add_argument("--folder", default=_HERE, help="where the two files are written")
    parsed = parser.parse_args(arguments)
    recall = recall_rows([_read(path) for path in parsed.recall])
    precision = precision_rows([_read(path) for path in parsed.precision])
    results = {
        "recall": {
            "date": parsed.date,
            "command": parsed.recall_command,
            "columns": list(RECALL),
            "rows": recall,
        },
        "precision": {
            "date": parsed.date,
            "command": parsed.precision_command,
            "columns": list(PRECISION),
            "rows": add_silent(precision, recall),
        },
    }
    kept = os.path.join(parsed.folder, "results.json")
    if os.path.exists(kept):
        before = _read(kept)
        for name, table in results.items():
            keep_others(table, before[name])
    write_text(kept, _compact(results))
    write_text(os.path.join(parsed.folder, "results.md"), as_markdown(results))
    return 0


def _read(path: str) -> dict[str, Any]:
    with open(path, encoding="utf-8") as stream:
        read: dict[str, Any] = json.load(stream)
    return read


def _compact(results: dict[str, Any]) -> str:
    """JSON with one row per line, so that changed figures give a small diff."""
    parts = []
    for name, table in results.items():
        head = {key: value for key, value in table.items() if key != "rows"}
        rows = ",\n      ".join(json.dumps(row) for row in table["rows"])
        written = ",\n    ".join(f"{json.dumps(key)}: {json.dumps(head[key])}" for key in head)
        parts.append(f'  "{name}": {{\n    {written},\n    "rows": [\n      {rows}\n    ]\n  }}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main())
