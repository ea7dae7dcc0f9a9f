"""Write results as Markdown tables and JSON files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = str | int | float


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write a Markdown table; columns of figures are right-aligned."""
    written = [[_written(cell) for cell in row] for row in rows]
    figures = [
        all(row[column][:1].isdigit() or row[column] in ("", "–") for row in written)
        for column in range(len(heads))
    ]
    lines = [
        "| " + " | ".join(heads) + " |",
        "|" + "|".join("---:" if right else "---" for right in figures) + "|",
    ]
    lines.extend("| " + " | ".join(row) + " |" for row in written)
    return "\n".join(lines) + "\n"


def _written(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.3f}" if cell < 1 else f"{cell:,.1f}"
    return str(cell).replace("|", "\\|")


def share(part: int, whole: int) -> str:
    """A share in per cent, or a dash if the whole is 0."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def write_text(path: str, text: str) -> None:
    """Write a report to a file; `-` is standard output."""
    if path == "-":
        print(text, end="")
        return
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text)


def write_json(path: str, value: dict[str, Any]) -> None:
    """Write a report as JSON; `-` is standard output."""
    write_text(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")
