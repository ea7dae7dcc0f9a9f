"""Test rules on their own examples: the shipped rules, or those in the given files and folders."""

from __future__ import annotations

import os

from reslint.cli.rules import print_problems
from reslint.data.paths import rules_folder
from reslint.rulebook.book import Rulebook, codes, house, standard, standard_in_full
from reslint.text.diagnostics import Problem
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from reslint.authoring.coverage import Coverage
    from reslint.authoring.runner import ExampleResult


PASSED, FAILED, ERROR = 0, 1, 2
"""Exit codes."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint test-rules`."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=[],
        metavar="PATH",
        help="rule files and folders (default: shipped rules)",
    )
    parser.add_argument(
        "--coverage",
        action="store_true",
        help="show what the examples do not test: rules that never fire, languages of a rule "
        "and, of the shipped rules, words of the vocabulary",
    )


def run(arguments: Namespace) -> int:
    """Print what fails: exit code 0 if nothing does, 1 for examples, 2 for broken rules."""
    from reslint.authoring.runner import run_all

    book = house(arguments.paths) if arguments.paths else standard_in_full()
    base = "" if arguments.paths else rules_folder()
    books: dict[str, Rulebook] = {}

    def rulebook_for(language: str) -> Rulebook:
        if language not in books:
            # The files tested may be those of the shipped rules: they then replace them.
            others = (rule for rule in standard(language) if rule.code not in book)
            books[language] = Rulebook([*others, *book])
        return books[language]

    alone = [rule for rule in book if not rule.compares]
    results = run_all(alone, rulebook_for)
    if comparing := [rule for rule in book if rule.compares]:
        from reslint.concordance.examples import run_all as run_comparisons

        results += run_comparisons(comparing)
    for result in results:
        for failure in result.failures:
            print(escaped(f"{_place(result, base)}: {_which(result)}: {failure}"))
    failed = sum(not result.passed for result in results)
    rules = f"{len(book)} rule{'s' if len(book) != 1 else ''}"
    examples = f"{len(results)} example{'s' if len(results) != 1 else ''}"
    problems = [*book.problems, *_codes_of_reslint(book, arguments.paths)]
    if arguments.paths and not len(book) and not problems:
        problems = [Problem("RULE", "holds no rule file", path) for path in arguments.paths]
    print(f"{rules}, {examples}: {_count(failed, len(problems))}")
    if arguments.coverage:
        from reslint.authoring.coverage import coverage_of

        print("\n".join(_uncovered(coverage_of(book, rulebook_for, words=not arguments.paths))))
    print_problems(problems)
    if problems:
        return ERROR
    return FAILED if failed else PASSED


def _place(result: ExampleResult, base: str) -> str:
    path = os.path.join(base, result.path) if base else result.path
    return f"{path}:{result.line}:{result.column}" if result.line else path


def _which(result: ExampleResult) -> str:
    return f"{result.code}, example {result.number}" if result.number else result.code


def _codes_of_reslint(book: Rulebook, paths: list[str]) -> Iterator[Problem]:
    """The house rules with the code of a rule of reslint: a check would leave them out."""
    shipped = os.path.realpath(rules_folder())
    if not paths or any(os.path.realpath(path).startswith(shipped) for path in paths):
        return
    for rule in book:
        if rule.code in codes():
            message = f"the code {rule.code} belongs to a rule of reslint; choose another one"
            yield Problem("RULE", message, rule.path)


def _count(failed: int, problems: int) -> str:
    """The outcome in words. With problems nothing has passed as a whole."""
    if not problems:
        return f"{failed} failed" if failed else "all passed"
    found = f"{problems} problem{'s' if problems != 1 else ''} in the files"
    return f"{failed} failed, and {found}" if failed else f"{found}: what they name was not tested"


def _uncovered(coverage: Coverage) -> Iterator[str]:
    """What the examples do not try, line by line."""
    from textwrap import wrap

    yield ""
    yield f"Rules that no example fires: {', '.join(coverage.silent) or 'none'}"
    if coverage.untried:
        yield "Languages of a rule in which no example fires it:"
        for code, languages in coverage.untried.items():
            yield f"  {code}: {' '.join(languages)}"
    else:
        yield "Languages of a rule in which no example fires it: none"
    if coverage.unused:
        yield "Words of the vocabulary that stand in no example (patterns are not counted):"
    for part in coverage.unused:
        yield f"  {part.language}, {part.part}: {len(part.words):,} of {part.total:,}"
        yield from wrap(
            "; ".join(part.words),
            98,
            initial_indent="    ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
