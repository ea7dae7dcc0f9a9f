"""List the rules: code, severity, profile, fix, languages, name."""

from __future__ import annotations

from reslint.cli.rule_books import add_rules_option, all_rules, print_problems

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reslint.rulebook.rule import Rule
    from reslint.rulebook.rulebook import Rulebook

_HEADINGS = ("code", "severity", "profile", "fix", "languages", "name")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint rules`."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to list (default: text)"
    )
    add_rules_option(parser)


def run(arguments: Namespace) -> int:
    """Print the list: exit code 0, or 2 where a rule file is broken."""
    book = all_rules(arguments.rules)
    print(_json(book) if arguments.format == "json" else _table(book))
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
    import json

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
    return json.dumps({"version": 1, "rules": rules}, ensure_ascii=False, indent=2)
