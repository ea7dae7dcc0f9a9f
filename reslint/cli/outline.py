"""`reslint outline`: the structure of a draft as reslint understands it."""

from __future__ import annotations

import sys

from reslint.draft.reading import read_draft
from reslint.outline import opening_words
from reslint.source import UnreadableText, decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import Any

    from reslint.draft.model import Draft, Paragraph, Resolution


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of `reslint outline`."""
    parser.add_argument("path", metavar="PATH", help="a draft, or - for standard input")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of output")
    parser.add_argument("--language", metavar="L", help="the draft's language, if not recognized")
    parser.add_argument("--organ", metavar="O", help="the draft's organ, if not recognized")


def run(arguments: Namespace) -> int:
    """Print the outline; 0, or 2 for a file that cannot be read."""
    path: str = arguments.path
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                data = file.read()
        source = decode(data, path)
    except OSError as error:
        print(f"reslint: {path}: {error.strerror or error}", file=sys.stderr)
        return 2
    except UnreadableText as error:
        place = f":{error.line}:{error.column}" if error.line else ""
        print(f"reslint: {path}{place}: {error}", file=sys.stderr)
        return 2
    path_format = "plain" if path.lower().endswith(".txt") else "markdown"
    try:
        draft = read_draft(
            source,
            path_format=path_format,
            language=arguments.language,
            organ=arguments.organ,
        )
    except LookupError as error:
        print(f"reslint: there are no rules for the language {error}", file=sys.stderr)
        return 2
    if arguments.format == "json":
        import json

        json.dump(as_data(draft), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        print("\n".join(as_lines(draft)))
    return 0


def as_data(draft: Draft) -> dict[str, Any]:
    """The outline as plain values; lines are 1-based, offsets code points."""
    masthead = draft.masthead
    return {
        "language": draft.language,
        "organ": draft.organ,
        "resolution": draft.is_resolution,
        "symbol": masthead.symbol,
        "number": masthead.number,
        "session": masthead.session or None,
        "title": masthead.title.text if masthead.title else None,
        "dates": {
            name: "-".join(f"{part:02d}" for part in place.date) if place else None
            for name, place in (
                ("distribution", masthead.distribution),
                ("adoption", masthead.adoption),
                ("closing", masthead.closing),
            )
        },
        "resolutions": [_counts(resolution) for resolution in draft.resolutions],
        "notes": len(draft.notes),
        "paragraphs": [_paragraph(draft, paragraph) for paragraph in draft.paragraphs],
    }


def _counts(resolution: Resolution) -> dict[str, Any]:
    return {
        "organ": resolution.organ,
        "nested": resolution.parent is not None,
        "preambular": len(resolution.preamble),
        "operative": len(resolution.operative),
    }


def _paragraph(draft: Draft, paragraph: Paragraph) -> dict[str, Any]:
    return {
        "part": paragraph.part,
        "place": paragraph.place,
        "level": paragraph.level,
        "label": paragraph.label.text if paragraph.label else None,
        "line": draft.source.position(paragraph.start)[0],
        "end_line": draft.source.position(paragraph.end)[0],
        "offset": paragraph.start,
        "end_offset": paragraph.end,
        "pieces": len(paragraph.blocks),
        "markers": [marker.number for marker in paragraph.markers],
        "text": paragraph.text,
    }


def as_lines(draft: Draft, path: str = "") -> list[str]:
    """The outline for a reader: a summary, then a line for each paragraph.

    `path` is the name under which the draft is known, if it is not that of its source.
    """
    data = as_data(draft)
    lines = [f"{path or draft.source.path}: {draft.language}, {draft.organ}"]
    facts = [
        str(value)
        for value in (
            data["symbol"],
            data["number"],
            data["session"] and f"session {data['session']}",
        )
        if value
    ]
    facts += [f"{name} {date}" for name, date in data["dates"].items() if date]
    if facts:
        lines.append("  " + ", ".join(facts))
    for counts in data["resolutions"]:
        nested = "nested draft of the " if counts["nested"] else ""
        lines.append(
            f"  {nested}{counts['organ']}: {counts['preambular']} preambular, "
            f"{_counted(counts['operative'], 'operative paragraph')}"
        )
    lines.append(f"  {_counted(data['notes'], 'note')}")
    if not draft.is_resolution:
        lines.append("  not recognized as a resolution")
    lines.append("")
    width = len(str(len(draft.source.line_starts)))
    for paragraph, entry in zip(draft.paragraphs, data["paragraphs"], strict=True):
        opening = opening_words(paragraph.text)
        joined = f" [{entry['pieces']} pieces]" if entry["pieces"] > 1 else ""
        notes = "".join(f" ^{number}" for number in entry["markers"])
        indent = "  " * paragraph.level
        place = entry["place"] or entry["part"]
        lines.append(f"{entry['line']:>{width}}  {indent}{place:<14} {opening}{joined}{notes}")
    return lines


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
