"""Try rules on their own examples: the shipped ones, or those in the files and folders given."""

from __future__ import annotations

import os

from reslint.cli.rule_books import print_problems
from reslint.rulebook import rulebook
from reslint.rulebook.rulebook import Rulebook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reslint.rule_tests import ExampleResult

PASSED, FAILED, ERROR = 0, 1, 2
"""Exit codes."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint test-rules`."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="rule files and folders (default: shipped rules)"
    )


def run(arguments: Namespace) -> int:
    """Print what fails: exit code 0 if nothing does, 1 for examples, 2 for broken rules."""
    from reslint.data.files import rules_folder
    from reslint.rule_tests import run_all

    book = rulebook.house(arguments.paths) if arguments.paths else rulebook.standard_in_full()
    base = "" if arguments.paths else rules_folder()
    books: dict[str, Rulebook] = {}

    def rulebook_for(language: str) -> Rulebook:
        if language not in books:
            # The shipped rules may be what is tested, as files: those files then count.
            others = (rule for rule in rulebook.standard(language) if rule.code not in book)
            books[language] = Rulebook([*others, *book])
        return books[language]

    results = run_all(book, rulebook_for)
    for result in results:
        for failure in result.failures:
            print(f"{_place(result, base)}: {_which(result)}: {failure}")
    failed = sum(not result.passed for result in results)
    print(f"{len(book)} rules, {len(results)} examples: {_count(failed)}")
    print_problems(book.problems)
    if book.problems:
        return ERROR
    return FAILED if failed else PASSED


def _place(result: ExampleResult, base: str) -> str:
    path = os.path.join(base, result.path) if base else result.path
    return f"{path}:{result.line}:{result.column}" if result.line else path


def _which(result: ExampleResult) -> str:
    return f"{result.code}, example {result.number}" if result.number else result.code


def _count(failed: int) -> str:
    return f"{failed} failed" if failed else "all passed"
