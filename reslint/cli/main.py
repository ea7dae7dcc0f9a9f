"""Run the command line: pick the module of the command; never show a traceback.

Exit codes: 0 nothing to report, 1 findings, 2 wrong usage, settings or rules, or an internal
error, 130 interrupted, 141 the reader of the output ended.
"""

from __future__ import annotations

import gc
import os
import sys
from errno import EBADF
from importlib import import_module

from reslint.cli.parser import Help, Parser, parsed
from reslint.cli.wrong_usage import asks_in_french, remember
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Sequence
    from typing import Any

    from reslint.data.code_cache import CodeCache

COMMANDS = {
    "check": ("check", "check drafts: report errors, say why, show how to fix them"),
    "concordance": (
        "concordance",
        "compare the language versions of a draft: what one says and the others do not",
    ),
    "baseline": ("baseline", "record the present findings, so that only new ones are reported"),
    "registry": ("registry", "add adopted resolutions to a registry of your own"),
    "init": ("settings:init", "write a settings file with comments"),
    "config": (
        "settings:config",
        "show the settings for a path, and where each comes from",
    ),
    "rules": ("rules", "list the rules"),
    "explain": ("rules:explain", "explain one rule: what it requires, why, and its source"),
    "new-rule": ("new_rule", "write your own rule, with a tested example"),
    "test-rules": ("rule_tests", "test rules on their own examples"),
    "convert": ("convert", "write a draft as Markdown, or as a new Word file"),
    "outline": ("outline", "print the structure of a draft as reslint understands it"),
    "preview": ("preview", "show a draft as it is printed, as a page for a browser"),
    "cache": ("cache", "show what the cache holds, or remove it"),
    "server": ("server", "start the language server for editors"),
    "serve": ("serve", "serve a page on which drafts are checked in a browser"),
    "completion": ("shell:completion", "print the script for command completion in a shell"),
    "man": ("shell:man", "print the manual page"),
}
"""Each command with its module in reslint.cli and its purpose.

The module has `add_arguments(parser)` and `run(arguments)`, which returns the exit code. A module
of several commands is named with the command: `shell:man` has `add_man_arguments` and `run_man`.
"""
ERROR, INTERRUPTED, BROKEN_PIPE = 2, 130, 141
"""Exit codes."""
_OBJECTS = 50_000
"""New objects after which garbage is collected; a draft of 80 KB has about as many."""
_OBJECTS_OF = {"concordance": 200_000}  # six of them at a time


def run(code_cache: CodeCache | None = None) -> None:
    """Run the command line and end the process: the entry point.

    The modules imported are written to `code_cache`.
    """
    # A draft is thousands of small objects that are freed together: collecting garbage after
    # every 700 new ones costs a twentieth of the time and finds none.
    # A server runs for hours: it keeps Python's own thresholds.
    short = sys.argv[1:2] not in (["server"], ["serve"])
    if short:
        gc.set_threshold(_OBJECTS_OF.get("".join(sys.argv[1:2]), _OBJECTS), 20, 20)
        gc.freeze()  # what has been imported stays: no collection has to look through it
    gc.enable()
    code = main(sys.argv[1:])
    if code_cache is not None:
        code_cache.save()
    if short and _flushed():
        # All is written and all processes have ended. To take the interpreter apart, object by
        # object, costs a seventh of a short run and more after a long one.
        os._exit(code)
    sys.exit(code)


def _flushed() -> bool:
    """Write what waits to be written; tell whether nothing is left to do."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return False
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


def main(argv: Sequence[str]) -> int:
    """Run the command line `argv` (without the program's name); return its exit code."""
    try:
        _prepare_output()
        remember(argv)
        if not _has_folder(argv):
            _say("reslint: ", "the current folder does not exist any more")
            return ERROR
        code = _dispatch(list(argv))
        # Here, not at exit, where Python itself would print an error if the reader has ended.
        sys.stdout.flush()
        return code
    except SystemExit as leaving:
        # argparse ends in this way after --help or wrong usage.
        return leaving.code if isinstance(leaving.code, int) else ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return BROKEN_PIPE
    except OSError as error:
        # A full disk, a closed terminal: no error of reslint.
        where = error.filename or "the output cannot be written"
        print(f"reslint: {escaped(str(where))}: {error.strerror or error}", file=sys.stderr)
        if not error.filename:
            _drop_output()
        return ERROR
    except Exception as error:
        return _internal_error(error)


def _has_folder(argv: Sequence[str]) -> bool:
    """Tell whether there is a current folder, or nothing on the command line that needs one.

    A folder may be deleted while a shell stands in it. Absolute paths can be checked all the same.
    """
    try:
        os.getcwd()
    except FileNotFoundError:
        values = [one for one in argv[1:] if not one.startswith("-")]
        if not values or not all(map(os.path.isabs, values)):
            return False
        os.chdir(os.path.abspath(os.sep))
    return True


def _dispatch(argv: list[str]) -> int:
    """Run the command that `argv` names."""
    if not argv:
        print(_overview(), file=sys.stderr)
        return ERROR
    first = argv[0]
    if first in ("--version", "-V"):
        from reslint.version import __version__

        print(f"reslint {__version__}")
        return 0
    if first in ("--help", "-h", "help"):
        print(_overview(french=asks_in_french()))
        return 0
    if first not in COMMANDS:
        from reslint.rulebook.own_codes import suggestion

        kind = "option" if first.startswith("-") else "command"
        hint = suggestion(first, COMMANDS)
        if not hint and os.path.exists(first):
            hint = f"; to check it: reslint check {first}"
        _say("reslint: ", f"no such {kind}: {first}{hint}")
        _say("", "reslint --help lists the commands.")
        return ERROR
    description, add_arguments, run_command = functions_of(first)
    asked = "-h" in argv or "--help" in argv
    parser = _new_parser(
        asked and asks_in_french(), prog=f"reslint {first}", description=description
    )
    add_arguments(parser)
    return run_command(parsed(parser, argv[1:]))


def functions_of(
    command: str,
) -> tuple[str | None, Callable[[ArgumentParser], None], Callable[[Namespace], int]]:
    """Import a command: its description, `add_arguments` and `run`."""
    name, _, one_of_several = COMMANDS[command][0].partition(":")
    module = import_module(f"reslint.cli.{name}")
    if not one_of_several:
        about = getattr(module, "ABOUT", module.__doc__)
        return about, module.add_arguments, module.run
    run_command = getattr(module, f"run_{one_of_several}")
    add_arguments = getattr(module, f"add_{one_of_several}_arguments")
    return run_command.__doc__, add_arguments, run_command


def _new_parser(french: bool, **about: Any) -> ArgumentParser:
    """Return the parser of a command, its help in French or in English."""
    if not french:
        return Parser(formatter_class=Help, allow_abbrev=False, **about)
    from reslint.cli.french import FrenchParser

    return FrenchParser(formatter_class=_FrenchHelp, allow_abbrev=False, **about)


class _FrenchHelp(Help):
    """The same in French."""

    def start_section(self, heading: str | None) -> None:
        """Begin a section with its heading in French."""
        from reslint.cli.french import in_french

        super().start_section(None if heading is None else in_french(heading))

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage behind its French word."""
        super().add_usage(usage, actions, groups, "utilisation : " if prefix is None else prefix)


def _say(before: str, message: str) -> None:
    """Print a message for the user, in French to those who read it."""
    if asks_in_french():
        from reslint.cli.french_errors import in_french

        message = in_french(message)
        before = before.replace(":", " :")
    print(f"{before}{escaped(message)}", file=sys.stderr)


def _overview(*, french: bool = False) -> str:
    """What `reslint --help` prints."""

    def said(text: str) -> str:
        if not french:
            return text
        from reslint.cli.french import in_french

        return in_french(text)

    width = max(map(len, COMMANDS))
    lines = [f"  {name:{width}}  {said(purpose)}" for name, (_, purpose) in COMMANDS.items()]
    return "\n\n".join(
        (
            said("reslint: a drafting-style linter for United Nations resolutions"),
            said("usage: reslint COMMAND …"),
            "\n".join(lines),
            said("reslint COMMAND --help shows more; reslint --version prints the version."),
        )
    )


def _prepare_output() -> None:
    """Set the output to UTF-8 unless it is a terminal; no character raises an error.

    Raises OSError where there is no standard output (`>&-`).
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open to the end
    if sys.stdout is None:
        raise OSError(EBADF, os.strerror(EBADF))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue  # replaced by a caller (a test, a notebook)
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Discard unwritten output, so that ending the process does not fail again."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _internal_error(error: Exception) -> int:
    """Print one line on an unexpected error; RESLINT_TRACEBACK=1 adds the traceback."""
    text = escaped(" ".join(str(error).split()))
    print(
        f"reslint: internal error: {type(error).__name__}{': ' if text else ''}{text} "
        "(please report this; RESLINT_TRACEBACK=1 shows where)",
        file=sys.stderr,
    )
    if os.environ.get("RESLINT_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    return ERROR
