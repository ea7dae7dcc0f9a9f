"""Write a house rule with comments and a tested example: ask on a terminal, else take options."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter

from reslint.authoring.new_rule import rule_text
from reslint.authoring.new_rule_kinds import KINDS, Answers, NoRule, check_phrase
from reslint.cli.wrong_usage import refuse
from reslint.data.patterns import expression
from reslint.rulebook.book import house
from reslint.rulebook.own_codes import suggestion
from reslint.settings.config import FILE_NAMES, ConfigError
from reslint.settings.finding import ConfigFinder
from reslint.settings.table import BY_NAME
from reslint.text.diagnostics import SEVERITIES
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Sequence

    from reslint.settings.config import Config


DONE, ERROR = 0, 2
"""Exit codes."""
FOLDER = "house-rules"
"""The folder of rules if the settings name none."""
_PREFIX = "HOUSE"
_CODE = expression(r"([A-Z][A-Z0-9]*?)([0-9]{3})")
_NAME = expression(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST_CODES = 999


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint new-rule`."""
    add = parser.add_argument
    add("kind", nargs="?", choices=tuple(KINDS), help="what the rule does (see below)")
    add("--words", action="append", default=[], metavar="TEXT", help="its words (repeatable)")
    add("--write", metavar="TEXT", help="what to write instead, or what must come before them")
    add("--most", type=int, metavar="N", help="for a length or a count: so many at most")
    add(
        "--language",
        choices=BY_NAME["language"].choices,
        help="language of the drafts (default: the settings')",
    )
    add("--severity", choices=SEVERITIES, help="severity of the findings (default: warning)")
    add("--why", metavar="TEXT", help="why, in two or three sentences")
    add("--source", metavar="TITLE", help="where the convention is written")
    add(
        "--bad",
        metavar="SENTENCE",
        help="a sentence that the rule reports (default: a ready-made one)",
    )
    add("--code", metavar="CODE", help="its code (default: the next one that is free)")
    add("--name", metavar="NAME", help="its name (default: made from its words)")
    add(
        "--folder",
        metavar="FOLDER",
        help=f"where to write it (default: the folder in the settings, else {FOLDER})",
    )
    parser.epilog = "Kinds: " + "; ".join(f"{name}: {kind.about}" for name, kind in KINDS.items())


def run(arguments: Namespace) -> int:
    """Ask what is not given (on a terminal only), try the rule, write it and name its folder."""
    try:
        settings = ConfigFinder().for_folder("")
    except ConfigError as error:
        for problem in error.problems:
            print(f"reslint: {problem}", file=sys.stderr)
        return ERROR
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        try:
            _ask_what_is_missing(arguments, settings)
        except EOFError:
            print()
            return _refuse("nothing is written")
    if arguments.kind is None:
        return _refuse(f"say which kind of rule: {', '.join(KINDS)}")
    folder = arguments.folder or next(iter(settings.rule_folders), _beside(settings))
    try:
        answers = _answers(arguments, settings, folder)
        text = rule_text(answers)
    except NoRule as error:
        return _refuse(str(error))
    path = os.path.join(folder, f"{answers.name}.yaml")
    try:
        os.makedirs(folder, exist_ok=True)
        _write_new(path, text)
    except FileExistsError:
        return _refuse(f"{path} exists already (--name gives the rule another name)")
    except OSError as error:
        return _refuse(f"{error.filename or path} cannot be written: {error.strerror}")
    print(f"{escaped(path)} written: {answers.code}, and its example passes.")
    print(_named_in_settings(settings, folder))
    print(f"Add your own sentences to it, then run: reslint test-rules {_shell(path)}")
    return DONE


def _write_new(path: str, text: str) -> None:
    """Write a new file, whole or not at all. Raises OSError, also if it exists."""
    stream = open(path, "x", encoding="utf-8", newline="\n")  # noqa: SIM115 - an error here must not unlink the file
    try:
        with stream:
            stream.write(text)
    except OSError:
        os.unlink(path)
        raise


def _refuse(message: str) -> int:
    return refuse("new-rule", message)


def _shell(path: str) -> str:
    from shlex import quote

    return quote(path)


# Answers ------------------------------------------------------------------------------------------


def _answers(arguments: Namespace, settings: Config, folder: str) -> Answers:
    """The answers in the arguments; the rest is made up where possible. Raises NoRule."""
    language = arguments.language or settings.language or "en"
    code = _code(arguments.code, [folder, *settings.rule_folders])
    name = arguments.name or _name(arguments, code)
    if not _NAME.fullmatch(name) or len(name) > 80:
        raise NoRule(f"a name has small letters, digits and hyphens only, not “{name}”")
    return Answers(
        arguments.kind,
        code,
        name,
        language,
        tuple(dict.fromkeys(arguments.words)),
        arguments.write or "",
        arguments.most or 0,
        arguments.severity or "warning",
        arguments.why or "",
        arguments.source or "",
        arguments.bad or "",
    )


def _code(given: str | None, folders: Sequence[str]) -> str:
    """The code given, or the next free code of the house rules. Raises NoRule."""
    book = house([one for one in dict.fromkeys(folders) if os.path.exists(one)])
    taken = book.codes()
    if given is not None:
        if not _CODE.fullmatch(given):
            raise NoRule(
                f"a code has capital letters and three digits, such as HOUSE001, not “{given}”"
            )
        if given in taken:
            raise NoRule(f"the code {given} belongs to another rule")
        return given
    prefixes = Counter(match[1] for rule in book if (match := _CODE.fullmatch(rule.code)))
    prefix = prefixes.most_common(1)[0][0] if prefixes else _PREFIX
    numbers = (f"{prefix}{number:03}" for number in range(1, _MOST_CODES + 1))
    code = next((one for one in numbers if one not in taken), None)
    if code is None:
        raise NoRule(f"all codes from {prefix}001 on are taken: give one with --code")
    return code


def _name(arguments: Namespace, code: str) -> str:
    """A name made of the rule's words, or of its code if they have no Latin letters."""
    what = {"required": "no", "length": "paragraph-too-long"}.get(arguments.kind, "not")
    if arguments.kind in ("consistency", "capitalization", "sequence", "count", "position"):
        what = arguments.kind
    first = arguments.words[0] if arguments.words else ""
    pieces = re.findall(r"[a-z0-9]+", first.lower())[:6]
    if arguments.kind == "pattern":
        what, pieces = "pattern", [code.lower()]
    if not pieces and first:
        pieces = [code.lower()]
    return "-".join([what, *pieces])[:80].strip("-")


def _ask_what_is_missing(arguments: Namespace, settings: Config) -> None:
    """Ask for what the options do not give. Raises EOFError."""
    if arguments.kind is None:
        print("What should the rule do?")
        for number, (name, kind) in enumerate(KINDS.items(), 1):
            print(f"  {number}  {name}: {kind.about}")
        choices = {str(number): name for number, name in enumerate(KINDS, 1)}
        arguments.kind = _ask("Number or name", lambda answer: _chosen(answer, choices))
    kind = KINDS[arguments.kind]
    if kind.words and not arguments.words:
        arguments.words = [_ask(kind.words, _phrase)]
        while more := _ask(f"{kind.words}, one more (empty: no more)", _phrase_or_nothing):
            arguments.words.append(more)
    if kind.write and not arguments.write:
        arguments.write = _ask(kind.write, _phrase)
    if arguments.kind == "length" and not arguments.most:
        arguments.most = int(_ask("How many words at most", _number))
    if arguments.kind == "count" and not arguments.most:
        arguments.most = int(_ask("How many times at most", _number))
    if arguments.language is None:
        default = settings.language or "en"
        known = {name: name for name in BY_NAME["language"].choices}
        arguments.language = _ask(
            f"Language of the drafts ({', '.join(known)}; empty: {default})",
            lambda answer: _chosen(answer or default, known),
        )
    if arguments.why is None:
        arguments.why = _ask("Why (empty: say it later, in the file)", _phrase_or_nothing)
    if arguments.bad is None:
        arguments.bad = _ask("A sentence that is wrong (empty: one of ours)", _phrase_or_nothing)


def _ask(question: str, understand: Callable[[str], str]) -> str:
    """Ask until `understand` accepts the answer."""
    while True:
        try:
            return understand(input(f"{question}: ").strip())
        except NoRule as error:
            print(f"  {error}")


def _chosen(answer: str, choices: dict[str, str]) -> str:
    wanted = choices.get(answer.lower(), answer.lower())
    if wanted not in choices.values():
        raise NoRule(f"not one of these{suggestion(answer, choices.values())}")
    return wanted


def _phrase(answer: str) -> str:
    wrong = check_phrase(answer)
    if wrong:
        raise NoRule(wrong)
    return answer


def _phrase_or_nothing(answer: str) -> str:
    return _phrase(answer) if answer else ""


def _number(answer: str) -> str:
    if not answer.isascii() or not answer.isdigit() or not 1 <= int(answer) <= 100_000:
        raise NoRule("a number is needed")
    return answer


# Settings -----------------------------------------------------------------------------------------


def _beside(settings: Config) -> str:
    """The default folder of rules: beside the settings file if there is one."""
    return os.path.join(os.path.dirname(settings.path), FOLDER)


def _named_in_settings(settings: Config, folder: str) -> str:
    """Add the folder to the settings if possible; return the message on it."""
    real = os.path.realpath(folder)
    if real in map(os.path.realpath, settings.rule_folders):
        return f"{settings.path} names the folder of the rule: reslint check uses it."
    base = os.path.dirname(settings.path)
    relative = os.path.relpath(real, os.path.realpath(base or ".")).replace(os.sep, "/")
    line = f"rules: ['{relative.replace(chr(39), chr(39) * 2)}']\n"
    path = settings.path or FILE_NAMES[0]
    by_hand = f"For reslint check to use it, put {relative} under rules: in {path}."
    if not settings.path:
        try:
            with open(path, "x", encoding="utf-8", newline="\n") as stream:
                stream.write(f"# Settings of reslint; reslint init writes a complete file.\n{line}")
        except OSError:
            return by_hand
        return f"{path} written; it names the folder of the rule: reslint check uses it."
    if settings.rule_folders or path.endswith(".toml") or not _appended(path, line):
        return by_hand
    return f"{path} now names the folder of the rule: reslint check uses it."


def _appended(path: str, line: str) -> bool:
    """Append a line to a YAML settings file; whether that was possible."""
    from reslint.data.yaml_reader import MAX_SIZE, YamlFileError, read_bytes
    from reslint.files.replace import NotWritten, replace, take_snapshot

    try:
        snapshot = take_snapshot(path, MAX_SIZE)
        data = snapshot.data
        gap = b"" if not data or data.endswith(b"\n") else b"\n"
        data += gap + line.encode()
        document = read_bytes(data, path)
        # After settings in braces, a further line is not a setting.
        if document.faults or "rules" not in document.value:
            return False
        replace(snapshot, data)
    except (OSError, NotWritten, YamlFileError, TypeError):
        return False
    return True
