"""Measure the quality of the rules: `quality.py precision|recall|fixes FOLDER`."""

from __future__ import annotations

import argparse
import os
import sys

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks import fixes, precision, recall
from benchmarks.tables import write_json, write_text
from benchmarks.triage import Triage, TriageError, read_triage
from reslint.settings.settings import Settings
from reslint.text.diagnostics import SEVERITIES

_TRIAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "triage.tsv")


def main(arguments: list[str] | None = None) -> int:
    """Run one measurement. Exit code 1 if a target is missed, 2 if the input cannot be used."""
    parsed = _parser().parse_args(arguments)
    if not os.path.exists(parsed.folder):
        print(f"{parsed.folder}: no such file or folder", file=sys.stderr)
        return 2
    if parsed.command == "recall":
        return _recall(parsed)
    if parsed.command == "fixes":
        return _fixes(parsed)
    return _precision(parsed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser(
        "precision", help="count findings in texts that are assumed to be correct"
    )
    other = commands.add_parser("recall", help="inject errors into clean texts and look for them")
    third = commands.add_parser(
        "fixes", help="fix texts and injected errors, and check the results"
    )
    for each in (one, other, third):
        each.add_argument("folder", help="a folder of drafts, or one draft")
        each.add_argument("--language", help="only texts in this language")
        each.add_argument("--json", metavar="F", help="write the figures to this file")
        each.add_argument("--markdown", metavar="F", help="write the tables to this file")
    one.add_argument(
        "--triage",
        metavar="FILE",
        help="verdicts on findings (default: triage.tsv in the folder, else the benchmarks' own)",
    )
    one.add_argument("--no-triage", action="store_true", help="count every finding")
    one.add_argument("--profile", choices=("standard", "strict"), default="standard")
    one.add_argument(
        "--severity", choices=SEVERITIES, default="hint", help="lowest severity to count"
    )
    one.add_argument("--list", action="store_true", help="show triaged findings too")
    one.add_argument("--quiet", action="store_true", help="show tables only")
    one.add_argument("--max", type=float, default=0.4, help="most untriaged findings per text")
    one.add_argument(
        "--max-false",
        type=float,
        help="most false findings per text (default: 0.05 in the standard profile, 0.3 in strict)",
    )
    other.add_argument("--seed", type=int, default=1)
    other.add_argument("--per-code", type=int, default=40, help="errors per code and language")
    other.add_argument("--texts", type=int, default=400, help="most texts per language")
    other.add_argument("--select", metavar="CODE", nargs="*", help="codes or code prefixes")
    other.add_argument("--show-missed", action="store_true", help="list each error that was missed")
    other.add_argument(
        "--show-extra", action="store_true", help="list other findings an error caused"
    )
    other.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    third.add_argument("--seed", type=int, default=1)
    third.add_argument("--errors", type=int, default=2000, help="number of errors to inject")
    third.add_argument(
        "--texts", type=int, default=40, help="texts per language to inject errors into"
    )
    third.add_argument("--unsafe", action="store_true", help="apply unsafe fixes as well")
    third.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    third.add_argument("--seconds", type=float, default=0, help="stop after this many seconds")
    return parser


def _precision(parsed: argparse.Namespace) -> int:
    triage: Triage | None = None
    verdicts = parsed.triage or _verdicts_on(parsed.folder)
    if not parsed.no_triage and (parsed.triage or os.path.exists(verdicts)):
        try:
            triage = read_triage(verdicts)
        except TriageError as error:
            print(error, file=sys.stderr)
            return 2
    measured = precision.measure(
        parsed.folder,
        Settings(profile=parsed.profile),
        triage=triage,
        severity=parsed.severity,
        only=parsed.language,
    )
    if not measured.texts:
        print(f"{parsed.folder}: no resolution found", file=sys.stderr)
        return 2
    if not parsed.quiet:
        print(precision.listing(measured, everything=parsed.list))
    tables = precision.report(measured)
    print(tables)
    if parsed.markdown:
        write_text(parsed.markdown, tables)
    if parsed.json:
        write_json(parsed.json, precision.as_json(measured))
    worst = max(measured.untriaged_rate(language) for language in measured.languages())
    print(f"{worst:.3f} untriaged per text in the worst language; allowed: {parsed.max}")
    most_false = precision.MOST_FALSE[parsed.profile]
    most_false = most_false if parsed.max_false is None else parsed.max_false
    false = max(measured.false_rate(language) for language in measured.languages())
    print(f"{false:.3f} false per text in the worst language; allowed: {most_false}")
    spoiling = measured.false_with_safe_fix()
    print(f"{len(spoiling)} false findings have a safe fix; allowed: 0")
    failed = worst > parsed.max or false > most_false or spoiling or measured.problems
    return 1 if failed else 0


def _verdicts_on(folder: str) -> str:
    """The path of the verdicts on a folder: its own triage.tsv, else that of the benchmarks."""
    own = os.path.join(folder, "triage.tsv")
    return own if os.path.exists(own) else _TRIAGE


def _recall(parsed: argparse.Namespace) -> int:
    measured = recall.measure(
        parsed.folder,
        seed=parsed.seed,
        per_code=parsed.per_code,
        most_texts=parsed.texts,
        only=parsed.language,
        select=tuple(parsed.select or ()),
        jobs=parsed.jobs,
    )
    if not measured.outcomes:
        print(f"{parsed.folder}: no error can be injected into these texts", file=sys.stderr)
        return 2
    if parsed.show_missed:
        print(recall.missed(measured))
    if parsed.show_extra:
        print(recall.extra(measured))
    tables = recall.report(measured)
    print(tables)
    if parsed.markdown:
        write_text(parsed.markdown, tables)
    if parsed.json:
        write_json(parsed.json, recall.as_json(measured))
    return 0 if recall.holds(measured) else 1


def _fixes(parsed: argparse.Namespace) -> int:
    measured = fixes.measure(
        parsed.folder,
        seed=parsed.seed,
        errors=parsed.errors,
        most_texts=parsed.texts,
        only=parsed.language,
        unsafe=parsed.unsafe,
        jobs=parsed.jobs,
        most_seconds=parsed.seconds,
    )
    if not measured.outcomes:
        print(f"{parsed.folder}: no resolution found", file=sys.stderr)
        return 2
    tables = fixes.report(measured)
    print(tables)
    if parsed.markdown:
        write_text(parsed.markdown, tables)
    if parsed.json:
        write_json(parsed.json, fixes.as_json(measured))
    return 1 if measured.faulty else 0


if __name__ == "__main__":
    sys.exit(main())
