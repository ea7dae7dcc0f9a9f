"""Add adopted resolutions to a registry of your own: number, organ, date and titles of the texts.

Drafts that cite them are then checked as with the registry of reslint, and editors show their
titles. Name the file under `registry` in the settings, or with reslint check --registry.
"""

from __future__ import annotations

import os
import sys

from reslint.settings.config import ConfigError
from reslint.settings.finding import ConfigFinder
from reslint.settings.merging import locale_language
from reslint.settings.table import BY_NAME
from reslint.text import Wordings
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reslint.files.registry_entries import Found


DONE, ERROR = 0, 2
"""Exit codes."""
DEFAULT = "reslint-registry.tsv"
_WORDS = Wordings(
    {
        "done": {
            "en": "{path}: {added}, {changed}; it now has {total}.",
            "fr": "{path} : {added}, {changed} ; il en contient désormais {total}.",
        },
        "added": {
            "en": ("{n} resolution added", "{n} resolutions added"),
            "fr": ("{n} résolution ajoutée", "{n} résolutions ajoutées"),
        },
        "changed": {"en": ("{n} changed", "{n} changed"), "fr": ("{n} modifiée", "{n} modifiées")},
        "hint": {
            "en": "To use it, write in reslint.yaml: registry: [{path}]",
            "fr": "Pour l’utiliser, écrire dans reslint.yaml : registry: [{path}]",
        },
        "nothing": {
            "en": "Nothing was written.",
            "fr": "Rien n’a été écrit.",
        },
        "no-files": {"en": "no text was found", "fr": "aucun texte trouvé"},
        "not-written": {
            "en": "{path} cannot be written: {reason}",
            "fr": "impossible d’écrire {path} : {reason}",
        },
    }
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint registry`."""
    add = parser.add_argument
    add("action", choices=("add",), help="add the resolutions in these texts")
    add(
        "paths",
        nargs="*",
        default=[],
        metavar="FILE",
        help="adopted texts (Markdown, text, Word, AKN4UN XML), and folders of them",
    )
    add(
        "--registry",
        metavar="FILE",
        help=f"the registry (default: the first one in the settings, else {DEFAULT})",
    )
    add(
        "--replace",
        action="store_true",
        help="take date and title of the texts where the registry has others",
    )
    for name in ("language", "organ"):
        setting = BY_NAME[name]
        add(
            f"--{name}",
            choices=setting.choices,
            help=f"{name} of the texts (default: detected)",
        )
    messages = BY_NAME["message_language"]
    assert messages.option is not None
    add(messages.option.flag, choices=messages.choices, help=messages.option.help)


def run(arguments: Namespace) -> int:
    """Add the resolutions. Exit code 2 for any error; nothing is written then."""
    from reslint.data.own_registry import read_table, written_table
    from reslint.files.registry_entries import add
    from reslint.files.whole import write_whole
    from reslint.language.loading import language_codes

    words = arguments.message_language or locale_language()
    try:
        path, in_settings = _registry(arguments)
    except ConfigError as error:
        return _refuse([str(problem) for problem in error.problems], words)
    entries = {}
    if os.path.exists(path):
        table = read_table(path)
        if table.problems:
            return _refuse([_placed(path, *problem) for problem in table.problems], words)
        entries = table.entries
    found, problems = _found(arguments, words)
    before = dict(entries)
    problems += add(entries, found, path, words, replace=arguments.replace)
    if problems or not found:
        lines = [f"{one}: {message}" if one else message for one, message in problems]
        return _refuse(lines or [_WORDS.text("no-files", words)], words)
    try:
        write_whole(path, written_table(entries, language_codes()).encode("utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        return _refuse([_WORDS.text("not-written", words, path=path, reason=reason)], words)
    added = len(entries.keys() - before.keys())
    changed = sum(
        (entry.date, entry.titles) != (before[key].date, before[key].titles)
        for key, entry in entries.items()
        if key in before
    )
    print(
        _WORDS.text(
            "done",
            words,
            path=escaped(path),
            added=_WORDS.count("added", added, words),
            changed=_WORDS.count("changed", changed, words),
            total=len(entries),
        )
    )
    if not in_settings:
        print(_WORDS.text("hint", words, path=escaped(path)))
    return DONE


def _registry(arguments: Namespace) -> tuple[str, bool]:
    """The path of the registry, and whether the settings name it. Raises ConfigError."""
    registries = ConfigFinder().for_folder("").registries
    if arguments.registry is None:
        return (registries[0], True) if registries else (DEFAULT, False)
    real = os.path.realpath(arguments.registry)
    return arguments.registry, real in map(os.path.realpath, registries)


def _found(
    arguments: Namespace, words: str
) -> tuple[list[tuple[str, Found]], list[tuple[str, str]]]:
    """What each text says of itself, and what is wrong, each with the path of the text."""
    from reslint.files.discovery import find_files
    from reslint.files.registry_entries import NoEntry, found_in

    files, unreadable = find_files(arguments.paths)
    found: list[tuple[str, Found]] = []
    problems = [(problem.path, problem.message) for problem in unreadable]
    for one in files:
        try:
            entry = found_in(one.path, words, language=arguments.language, organ=arguments.organ)
        except NoEntry as error:
            problems.append((one.path, str(error)))
        else:
            found.append((one.path, entry))
    return found, problems


def _placed(path: str, line: int, message: str) -> str:
    """A message with the file and the line that it is about."""
    return f"{path}:{line}: {message}" if line else f"{path}: {message}"


def _refuse(problems: list[str], words: str) -> int:
    """Print what is wrong, and that nothing was written."""
    for problem in problems:
        print(escaped(f"reslint registry: {problem}"), file=sys.stderr)
    print(_WORDS.text("nothing", words), file=sys.stderr)
    return ERROR
