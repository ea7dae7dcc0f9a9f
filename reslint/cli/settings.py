"""The commands on settings: `reslint init` writes a settings file, `reslint config` shows it."""

from __future__ import annotations

import os
import sys

from reslint.language.habits import Habits
from reslint.settings.config import FILE_NAMES, ConfigError
from reslint.settings.finding import ConfigFinder, read_config
from reslint.settings.merging import add_options, locale_language
from reslint.settings.table import BY_NAME, in_order
from reslint.text import Wordings
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from typing import Any

    from reslint.settings.config import Config


DONE, ERROR = 0, 2
"""Exit codes."""
_LONGEST = 96  # characters of a comment on one line
_FIRST = ("language", "organ", "profile", "select", "ignore", "severity", "vocabulary", "rules")
"""How the file that `reslint init` writes begins; other settings follow."""
_OVERRIDES = """# overrides:
#   - files: ["fr/*.md"]
#     language: fr
"""
_WORDS = Wordings(
    {
        "head": {
            "en": "Settings of reslint, for the drafts in this folder and below it.",
            "fr": "Paramètres de reslint, pour les projets de ce dossier et des dossiers qu’il "
            "contient.",
        },
        "overrides": {
            "en": "Other settings for some files, with patterns as in .gitignore. "
            "The last match counts.",
            "fr": "D’autres paramètres pour certains fichiers, désignés comme dans .gitignore. "
            "Le dernier qui convient compte.",
        },
        "exists": {
            "en": "{path} exists already (--force replaces it)",
            "fr": "{path} existe déjà (--force le remplace)",
        },
        "no-folder": {
            "en": "there is no folder {path}",
            "fr": "il n’y a pas de dossier {path}",
        },
        "no-path": {
            "en": "there is no such file or folder: {path}",
            "fr": "ce fichier ou dossier n’existe pas : {path}",
        },
        "unwritten": {
            "en": "{path} cannot be written: {reason}",
            "fr": "{path} ne peut être écrit : {reason}",
        },
        "written": {"en": "{path} written.", "fr": "{path} écrit."},
        "ask-language": {"en": "Language of the drafts", "fr": "Langue des projets"},
        "ask-organ": {"en": "Organ", "fr": "Organe"},
        "question": {
            "en": "{question} ({choices}; empty: recognized): ",
            "fr": "{question} ({choices} ; vide : déterminé d’après le projet) : ",
        },
        "no-choice": {
            "en": "{answer} is not one of them.",
            "fr": "{answer} n’en fait pas partie.",
        },
        "file": {"en": "settings file: {path}", "fr": "fichier de paramètres : {path}"},
        "no-file": {"en": "settings file: none", "fr": "fichier de paramètres : aucun"},
        "default": {"en": "default", "fr": "par défaut"},
        "override": {
            "en": "override for {patterns}: applies here",
            "fr": "paramètres pour {patterns} : s’appliquent ici",
        },
        "other-override": {
            "en": "override for {patterns}: does not apply here",
            "fr": "paramètres pour {patterns} : ne s’appliquent pas ici",
        },
    }
)


def add_init_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint init`."""
    add = parser.add_argument
    add("folder", nargs="?", default=".", help="where to write it (default: here)")
    add("--language", choices=BY_NAME["language"].choices, help="language of the drafts")
    add("--organ", choices=BY_NAME["organ"].choices, help="organ of the drafts")
    add("--force", action="store_true", help="replace an existing settings file")
    add_options(parser, "message_language")


def run_init(arguments: Namespace) -> int:
    """Write a settings file, reslint.yaml, with comments on what can be set."""
    language = arguments.message_language or locale_language()
    folder = "" if arguments.folder == "." else arguments.folder
    path = os.path.join(folder, FILE_NAMES[0])
    there = [os.path.join(folder, name) for name in FILE_NAMES]
    there = [one for one in there if os.path.lexists(one)]
    if there and not arguments.force:
        return _wrong("init", _WORDS.text("exists", language, path=there[0]))
    if not os.path.isdir(arguments.folder):
        # Before anything is asked.
        return _wrong("init", _WORDS.text("no-folder", language, path=arguments.folder))
    given = {"language": arguments.language, "organ": arguments.organ}
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        given["language"] = given["language"] or _ask("language", language)
        given["organ"] = given["organ"] or _ask("organ", language)
    try:
        with open(path, "w" if arguments.force else "x", encoding="utf-8", newline="\n") as stream:
            stream.write(settings_text(given, language))
    except OSError as error:
        return _wrong("init", _WORDS.text("unwritten", language, path=path, reason=error.strerror))
    print(escaped(_WORDS.text("written", language, path=path)))
    return DONE


def _wrong(command: str, message: str) -> int:
    """Print what is wrong; return the exit code."""
    print(f"reslint {command}: {escaped(message)}", file=sys.stderr)
    return ERROR


def settings_text(given: dict[str, str | None], language: str = "en") -> str:
    """The text of a settings file: the settings given, the others as examples in comments."""
    pieces = [f"# {_WORDS.text('head', language)}\n"]
    for setting in in_order(*_FIRST):
        if not setting.example:
            continue
        if setting.comment:
            pieces += ["\n", *_comment(setting.said(setting.comment, language))]
        value = given.get(setting.name)
        line = f"{setting.name}: {value}" if value else f"# {setting.name}: {setting.example}"
        pieces.append(f"{line}\n")
    return "".join([*pieces, "\n", *_comment(_WORDS.text("overrides", language)), _OVERRIDES])


def _comment(text: str) -> list[str]:
    """The lines of a comment in YAML."""
    from textwrap import wrap

    return [f"# {line}\n" for line in wrap(text, _LONGEST)]


def _ask(name: str, language: str) -> str | None:
    """The choice that the user types, None for none: it is then recognized."""
    allowed = BY_NAME[name].choices
    by_folded = {one.casefold(): one for one in allowed}
    about = _WORDS.text(f"ask-{name}", language)
    question = _WORDS.text("question", language, question=about, choices=", ".join(allowed))
    while True:
        try:
            answer = input(question).strip()
        except EOFError:
            print()
            return None
        if not answer:
            return None
        if answer.casefold() in by_folded:
            return by_folded[answer.casefold()]
        print(_WORDS.text("no-choice", language, answer=answer))


def add_config_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint config`."""
    parser.add_argument("path", nargs="?", default=".", help="a file or folder (default: here)")
    parser.add_argument("--config", metavar="PATH", help="this settings file, no other")
    add_options(parser, "message_language")


def run_config(arguments: Namespace) -> int:
    """Show the settings for a file or folder, and where each value comes from."""
    path = arguments.path
    language = arguments.message_language or locale_language()
    if not os.path.exists(path):
        return _wrong("config", _WORDS.text("no-path", language, path=path))
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    try:
        if arguments.config is not None:
            config = read_config(arguments.config)
        else:
            config = ConfigFinder().for_folder(folder)
    except ConfigError as error:
        for problem in error.problems:
            print(f"reslint: {problem}", file=sys.stderr)
        return ERROR
    matching = () if os.path.isdir(path) else config.overrides_for(path)
    print(_WORDS.text("file" if config.path else "no-file", language, path=escaped(config.path)))
    settings = _lines(config.with_overrides(matching), language)
    lines = [tuple(map(escaped, line)) for line in settings]
    widths = [max(len(line[column]) for line in lines) for column in (0, 1)]
    for key, value, origin in lines:
        print(f"{key:{widths[0]}}  {value:{widths[1]}}  {origin}")
    for number, override in enumerate(config.overrides):
        key = "override" if number in matching else "other-override"
        print(escaped(_WORDS.text(key, language, patterns=", ".join(override.patterns))))
    return DONE


def _lines(config: Config, language: str) -> Iterator[tuple[str, str, str]]:
    """Each setting with its value as a settings file would have it, and its origin."""
    for setting in in_order():
        name = setting.name
        if name in config.values:
            yield name, _shown(config.values[name]), config.origins[name]
        elif setting.in_file:
            without = setting.said(setting.without, language)
            yield name, f"({without})", _WORDS.text("default", language)


def _shown(value: Any) -> str:
    if isinstance(value, Habits):
        return value.code
    if isinstance(value, dict):
        return "{" + ", ".join(f"{code}: {value[code]}" for code in sorted(value)) + "}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value
    return "[" + ", ".join(map(str, value if isinstance(value, tuple) else sorted(value))) + "]"
