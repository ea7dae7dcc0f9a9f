"""Show what the cache of results and compiled rules holds, or remove it."""

from __future__ import annotations

import os
import sys

from reslint.cli.reporting import Cache
from reslint.settings.merging import add_options, locale_language
from reslint.text import Wordings
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


DONE, ERROR = 0, 2
"""Exit codes."""
_WORDS = Wordings(
    {
        "place": {"en": "cache: {path}", "fr": "cache : {path}"},
        "none": {
            "en": "cache: none (RESLINT_NO_CACHE is set, or the folder is not yours alone)",
            "fr": "cache : aucun (RESLINT_NO_CACHE est défini, ou le dossier est à d’autres)",
        },
        "results": {"en": "results of checks", "fr": "résultats de vérifications"},
        "compiled": {"en": "compiled rules", "fr": "règles compilées"},
        "pages": {"en": "pages of rules for editors", "fr": "pages de règles pour les éditeurs"},
        "files": {
            "en": ("{n} file", "{n} files"),
            "fr": ("{n} fichier", "{n} fichiers"),
        },
        "line": {"en": "{what}: {files}, {size} MB", "fr": "{what} : {files}, {size} Mo"},
        "cleaned": {"en": "{path} emptied.", "fr": "{path} vidé."},
    }
)
_KNOWN = ("results", "compiled", "pages")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint cache`."""
    parser.add_argument(
        "action", choices=("info", "clean"), help="show what it holds, or remove it"
    )
    parser.add_argument("--cache-dir", metavar="FOLDER", help="the cache in this folder")
    add_options(parser, "message_language")


def run(arguments: Namespace) -> int:
    """Show or clean the cache. Exit code 2 if something cannot be removed."""
    with Cache(arguments):
        return _run(arguments)


def _run(arguments: Namespace) -> int:
    from reslint.data import cache_care

    language = arguments.message_language or locale_language()
    base = cache_care.place()
    if not base:
        print(_WORDS.text("none", language))
        return DONE
    if arguments.action == "clean":
        try:
            cache_care.clean()
        except OSError as error:
            path = escaped(os.fsdecode(error.filename or base))
            print(f"reslint cache: {path}: {error.strerror}", file=sys.stderr)
            return ERROR
        print(_WORDS.text("cleaned", language, path=escaped(base)))
        return DONE
    print(_WORDS.text("place", language, path=escaped(base)))
    for shelf in cache_care.shelves():
        what = _WORDS.text(shelf.name, language) if shelf.name in _KNOWN else escaped(shelf.name)
        size = f"{shelf.bytes / 1_000_000:.1f}"
        if language == "fr":
            size = size.replace(".", ",")
        files = _WORDS.count("files", shelf.files, language)
        print(_WORDS.text("line", language, what=what, files=files, size=size))
    return DONE
