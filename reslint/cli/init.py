"""Write a settings file, reslint.yaml, with comments on what can be set."""

from __future__ import annotations

import os
import sys

from reslint.settings.config import FILE_NAMES, LANGUAGES, ORGANS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


DONE, ERROR = 0, 2
"""Exit codes."""
_TEMPLATE = """\
# Settings of reslint, for the drafts in this folder and below it.

# The language and the organ of the drafts. Left out, they are recognized draft by draft.
{language}
{organ}

# standard, or strict with more rules.
# profile: strict

# Only these rules, or all but these: codes or their beginnings (reslint rules lists them).
# select: [LEAD, NUM, NOTE]
# ignore: [TYPO006]

# How grave a finding of a rule is: error, warning, info, hint, or "off".
# severity: {{FORM009: hint}}

# Words and names of the house, which are never reported as wrong.
# vocabulary: [e-participation]

# Folders with rules of your own, from here.
# rules: [house-rules]

# Other settings for some of the files, named as in a .gitignore. The last one that fits counts.
# overrides:
#   - files: ["fr/*.md"]
#     language: fr
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint init`."""
    add = parser.add_argument
    add("folder", nargs="?", default=".", help="where to write it (default: here)")
    add("--language", choices=LANGUAGES, help="language of the drafts")
    add("--organ", choices=ORGANS, help="organ of the drafts")
    add("--force", action="store_true", help="replace a settings file that is there")


def run(arguments: Namespace) -> int:
    """Ask what is not given (on a terminal only) and write the file."""
    folder = "" if arguments.folder == "." else arguments.folder
    path = os.path.join(folder, FILE_NAMES[0])
    there = [os.path.join(folder, name) for name in FILE_NAMES]
    there = [one for one in there if os.path.lexists(one)]
    if there and not arguments.force:
        print(f"reslint init: {there[0]} is there already (--force replaces it)", file=sys.stderr)
        return ERROR
    if not os.path.isdir(arguments.folder):
        # Before anything is asked.
        print(f"reslint init: there is no folder {arguments.folder}", file=sys.stderr)
        return ERROR
    language, organ = arguments.language, arguments.organ
    if sys.stdin.isatty() and sys.stdout.isatty():
        language = language or _ask("Language of the drafts", LANGUAGES)
        organ = organ or _ask("Organ", ORGANS)
    text = _TEMPLATE.format(
        language=f"language: {language}" if language else "# language: fr",
        organ=f"organ: {organ}" if organ else "# organ: GA",
    )
    try:
        with open(path, "w" if arguments.force else "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        print(f"reslint init: {path} cannot be written: {error.strerror}", file=sys.stderr)
        return ERROR
    print(f"{path} is written.")
    return DONE


def _ask(question: str, allowed: tuple[str, ...]) -> str | None:
    """The answer, one of those allowed; None for none (then it is recognized)."""
    by_folded = {one.casefold(): one for one in allowed}
    while True:
        try:
            answer = input(f"{question} ({', '.join(allowed)}; empty: recognized): ").strip()
        except EOFError:
            print()
            return None
        if not answer:
            return None
        if answer.casefold() in by_folded:
            return by_folded[answer.casefold()]
        print(f"{answer}: that is none of them.")
