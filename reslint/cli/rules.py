"""List the rules: code, severity, profile, fix, languages, name."""

from __future__ import annotations

import os
import sys

from reslint.reports.json_text import json_text
from reslint.rulebook import own_codes, page
from reslint.rulebook.book import Rulebook, house, standard_in_full
from reslint.settings.merging import locale_language
from reslint.settings.table import MESSAGE_LANGUAGES
from reslint.text import Wordings
from reslint.text.diagnostics import Problem
from reslint.text.display import displayed, escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator

    from reslint.checks.kinds import Rule


_HEADINGS = ("code", "severity", "profile", "fix", "languages", "name")
_WORDS = Wordings(
    {
        "why": {"en": "Why", "fr": "Pourquoi"},
        "source": {"en": "Source", "fr": "Source"},
        "examples": {"en": "Examples", "fr": "Exemples"},
        "not": {"en": "wrong:", "fr": "incorrect :"},
        "but": {"en": "right:", "fr": "correct :"},
        "languages": {"en": "languages", "fr": "langues"},
        "organs": {"en": "organs", "fr": "organes"},
        "sessions": {"en": "sessions", "fr": "sessions"},
        "committees": {"en": "committees", "fr": "commissions"},
        "all": {"en": "all", "fr": "tous"},
        "fix": {"en": "fix", "fr": "correction"},
        "profile": {"en": "profile", "fr": "profil"},
        "severity": {"en": "severity", "fr": "gravité"},
    }
)


def add_rules_option(parser: ArgumentParser) -> None:
    """Declare `--rules`, as `reslint check` has it."""
    parser.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="FOLDER",
        help="also list the rules of this folder (may be repeated)",
    )


def all_rules(folders: Iterable[str]) -> Rulebook:
    """All shipped rules in full, those of the folders, and those that the settings here name.

    Settings that cannot be read, and broken rules, are problems of the rulebook.
    """
    from reslint.settings.config import ConfigError
    from reslint.settings.finding import ConfigFinder

    book = standard_in_full()
    paths = list(folders)
    try:
        paths += ConfigFinder().for_folder(os.getcwd()).rule_folders
    except ConfigError as error:
        book.problems.extend(error.problems)
    if not paths:
        return book
    return book.with_house_rules(house(dict.fromkeys(paths)))


def print_problems(problems: Iterable[Problem]) -> None:
    """Print the problems on standard error, one a line."""
    for problem in problems:
        print(f"reslint: {problem}", file=sys.stderr)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint rules`."""
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="format of the list (default: text)",
    )
    add_rules_option(parser)


def run(arguments: Namespace) -> int:
    """Print the list: exit code 0, or 2 where a rule file is broken."""
    book = all_rules(arguments.rules)
    print(_json(book) if arguments.format == "json" else displayed(_table(book)))
    print_problems(book.problems)
    return 2 if book.problems else 0


def _table(book: Rulebook) -> str:
    rows = [_HEADINGS, *(_row(rule) for rule in book)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _row(rule: Rule) -> tuple[str, ...]:
    languages = "all" if rule.languages is None else " ".join(rule.languages)
    return (rule.code, rule.severity, rule.profile, rule.fix, languages, rule.name)


def _json(book: Rulebook) -> str:

    rules = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity,
            "profile": rule.profile,
            "fix": rule.fix,
            "languages": "all" if rule.languages is None else list(rule.languages),
            "organs": "all" if rule.organs is None else list(rule.organs),
            "check": rule.check,
            "message": rule.messages[""],
            "why": rule.why,
            "source": rule.source,
        }
        for rule in book
    ]
    return json_text({"version": 1, "rules": rules}, indent=2)


def add_explain_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint explain`."""
    parser.add_argument("code", metavar="CODE", help="the rule's code or name")
    parser.add_argument("--language", metavar="L", help="show examples in this language")
    parser.add_argument(
        "--message-language",
        choices=MESSAGE_LANGUAGES,
        help="language of the explanation (default: the locale's, else English)",
    )
    add_rules_option(parser)


def run_explain(arguments: Namespace) -> int:
    """Explain one rule: what it requires, why, its source, with examples."""
    book = all_rules(arguments.rules)
    language = arguments.message_language or locale_language()
    wanted = arguments.code.strip()
    rule = book.get(wanted.upper()) or next((one for one in book if one.name == wanted), None)
    if rule is not None:
        print(displayed("\n".join(_explained(rule, language, arguments.language))))
        return 0
    if wanted.upper() in own_codes.NAMES:
        print(f"{wanted.upper()} {own_codes.NAMES[wanted.upper()]}: a message about reslint itself")
        return 0
    # The rule that is asked for may be one that could not be read.
    print_problems(book.problems)
    known = [*(rule.code for rule in book), *(rule.name for rule in book), *own_codes.NAMES]
    hint = own_codes.suggestion(wanted, known)
    print(f"reslint: there is no rule {escaped(wanted)}{hint}", file=sys.stderr)
    return 2


def _explained(rule: Rule, language: str, draft_language: str | None) -> Iterator[str]:
    """The lines of the explanation."""

    def words(name: str) -> str:
        return _WORDS.text(name, language)

    yield f"{rule.code} {rule.name}"
    traits = [f"{words('severity')}: {rule.severity}", f"{words('profile')}: {rule.profile}"]
    traits.append(f"{words('fix')}: {rule.fix}")
    languages = words("all") if rule.languages is None else " ".join(rule.languages)
    organs = words("all") if rule.organs is None else " ".join(rule.organs)
    traits += [f"{words('languages')}: {languages}", f"{words('organs')}: {organs}"]
    if rule.sessions:
        traits.append(f"{words('sessions')}: {' '.join(map(str, rule.sessions))}")
    if rule.committees:
        traits.append(f"{words('committees')}: {', '.join(rule.committees)}")
    yield "; ".join(traits)
    yield ""
    for message in page.messages(rule, language):
        yield page.with_blanks(message, str, "<{}>".format)
    reason = page.why(rule, language)
    if reason:
        yield from ("", words("why"), *_indented(reason))
    if rule.source:
        parts = [rule.source.get(key, "") for key in ("title", "section", "url")]
        yield from ("", words("source"), *_indented(", ".join(filter(None, parts))))
    examples = page.examples_in(rule.examples, (draft_language, language, "en"))
    if examples:
        yield from ("", words("examples"))
    for example in examples:
        if "bad" in example:
            yield from _labelled(words("not"), example["bad"])
        if "good" in example:
            yield from _labelled(words("but") if "bad" in example else "", example["good"])
        for name, text in example.get("versions", {}).items():
            yield from _labelled(page.version_heading(example, name, language), text)
        yield ""


def _indented(text: str) -> list[str]:
    """The lines of a text, wrapped and indented."""
    from textwrap import wrap

    return wrap(
        text,
        98,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _labelled(label: str, text: str) -> Iterator[str]:
    """The lines of an example, the first after its label, the others below it."""
    width = len(label) + 1 if label else 0
    for number, line in enumerate(text.strip("\n").split("\n")):
        yield f"  {label + ' ' if label and not number else ' ' * width}{line}".rstrip()
