"""Make the rule reference from the rules: a page for each code, and an index.

    python scripts/make_rule_docs.py            writes docs/rules/
    python scripts/make_rule_docs.py --check    lists stale pages; exit code 1 if there are any

Figures come from benchmarks/results.json (docs/quality.md describes it); the page of a rule without
figures says so.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from reslint.checks.kinds import Rule  # noqa: E402
from reslint.language.language import language as find_language  # noqa: E402
from reslint.language.loading import language_codes  # noqa: E402
from reslint.rulebook import own_codes, page  # noqa: E402
from reslint.rulebook.book import standard_in_full  # noqa: E402

FOLDER = ROOT / "docs" / "rules"
RESULTS = ROOT / "benchmarks" / "results.json"
FAMILIES = {
    "FORM": "Form: organ line, order of parts, endings, title, dates, headings",
    "LEAD": "Leading phrases: the words that open a paragraph",
    "NUM": "Numbering: numbers, letters, references to paragraphs of the draft",
    "NOTE": "Notes: markers and notes, their order, place and form",
    "CITE": "Citations: numbers, organs, dates, symbols and titles of resolutions cited",
    "NAME": "Names: bodies and instruments, acronyms",
    "TYPO": "Typography: quotation marks, spaces, numbers, dashes",
    "WORD": "Wording: UN spelling and usage",
    "CONC": "Concordance: the language versions of one draft (`reslint concordance`)",
}
_FIRST = ("en", "fr", "es", "ru", "ar", "zh")
LANGUAGES = {
    code: find_language(code).english_name
    for code in (*_FIRST, *sorted({*language_codes()} - {*_FIRST}))
}
"""The English names of the languages, in the order of the pages."""
ORGANS = {
    "GA": "General Assembly",
    "SC": "Security Council",
    "ECOSOC": "Economic and Social Council",
    "HRC": "Human Rights Council",
    "other": "other organs",
}
MADE = "<!-- Made by scripts/make_rule_docs.py from the rules: change those, not this page. -->"

Rows = dict[tuple[str, str], dict[str, Any]]


class Results:
    """Figures by code and language, with the date and command of their measurement."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        self.measured = {
            kind: (str(table.get("date", "")), str(table.get("command", "")))
            for kind, table in found.items()
            if kind in ("precision", "recall")
        }
        self.others: dict[str, dict[str, tuple[str, str]]] = {
            kind: {language: (date, command) for language, (date, command) in others.items()}
            for kind in self.measured
            if (others := found[kind].get("others"))
        }
        self.rows: dict[str, Rows] = {kind: _rows(found[kind]) for kind in self.measured}

    def of(self, kind: str, code: str) -> dict[str, dict[str, Any]]:
        """The figures of a code by language."""
        found = self.rows.get(kind, {})
        return {one: row for one in LANGUAGES if (row := found.get((code, one))) is not None}

    def when(self, kind: str, languages: Iterable[str]) -> dict[tuple[str, str], list[str]]:
        """The date and command of each measurement, with the languages it was made in."""
        made: dict[tuple[str, str], list[str]] = {}
        for language in languages:
            how = self.others.get(kind, {}).get(language, self.measured[kind])
            made.setdefault(how, []).append(language)
        return made


def _rows(table: Mapping[str, Any]) -> Rows:
    """The rows of a table by code and language; columns are named once, or in each row."""
    columns = table.get("columns")
    rows = [dict(zip(columns, row, strict=True)) if columns else row for row in table["rows"]]
    return {(row["code"], row["language"]): row for row in rows}


def read_results(path: Path = RESULTS) -> Results:
    """The figures in a file; without the file there are none."""
    return Results(json.loads(path.read_text(encoding="utf-8")) if path.exists() else {})


def pages(results: Results) -> dict[str, str]:
    """Every page of the reference by its file name."""
    book = standard_in_full()
    if book.problems:
        raise SystemExit("\n".join(map(str, book.problems)))
    made = {f"{rule.code}.md": rule_page(rule, results) for rule in book}
    made["README.md"] = index(list(book))
    return made


def rule_page(rule: Rule, results: Results) -> str:
    """The page of a rule."""
    traits = {
        "Severity": rule.severity,
        "Profile": rule.profile + ("" if rule.profile == "standard" else " (on request)"),
        "Fix": {"safe": "safe", "unsafe": "to be looked at", "none": "by hand"}[rule.fix],
        "Languages": _listed(rule.languages, LANGUAGES),
        "Organs": _listed(rule.organs, ORGANS),
    }
    parts = [
        MADE,
        f"# {rule.code} {rule.name}",
        f"| {' | '.join(traits)} |\n|{'---|' * len(traits)}\n| {' | '.join(traits.values())} |",
        "## Messages",
        page.message_list(rule, "en"),
        "## Why",
        page.escaped(page.why(rule, "en")),
        "## Source",
        page.source_line(rule),
        "## How it is fixed",
        _fixing(rule),
        "## Examples",
        *_examples(rule),
        "## How well it works",
        *_measured(rule.code, results),
        "## En français",
        page.message_list(rule, "fr"),
        page.escaped(page.why(rule, "fr")),
        f"[All rules](README.md) · `reslint explain {rule.code}` · `rules/{rule.path}`",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def index(rules: list[Rule]) -> str:
    """The index: the rules by family, and reslint's own codes."""
    families = [*FAMILIES, *sorted({_family(rule) for rule in rules} - set(FAMILIES))]
    parts = [
        MADE,
        "# Rules",
        f"{len(rules)} rules. [quality.md](../quality.md): how well they work.",
    ]
    for family in families:
        found = [rule for rule in rules if _family(rule) == family]
        if found:
            rows = [
                f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.profile}"
                f" | {rule.fix} | {' '.join(rule.languages or ['all'])} |"
                for rule in found
            ]
            head = (
                "| code | name | severity | profile | fix | languages |\n|---|---|---|---|---|---|"
            )
            parts += [f"## {FAMILIES.get(family, family)}", "\n".join([head, *rows])]
    rows = [f"| {code} | {name} |" for code, name in sorted(own_codes.NAMES.items())]
    own = "\n".join(["| code | name |\n|---|---|", *rows])
    parts += [
        "## Messages about reslint itself",
        "They are not rules, and in no profile.",
        own,
    ]
    return "\n\n".join(parts) + "\n"


def _family(rule: Rule) -> str:
    return rule.code.rstrip("0123456789")


def _listed(chosen: tuple[str, ...] | None, names: Mapping[str, str]) -> str:
    return "all" if chosen is None else ", ".join(names.get(one, one) for one in chosen)


def _fixing(rule: Rule) -> str:
    title = rule.fix_title.get("en")
    named = f" ({page.message_line(title)})" if title else ""
    if rule.compares:
        return "By hand: the versions show which one is odd, not which one is right."
    if rule.fix == "safe":
        return f"`reslint check --fix` fixes it{named}."
    if rule.fix == "unsafe":
        proposed = f"`reslint check --fix --unsafe-fixes` makes a change{named}"
        return f"{proposed}. Review it."
    return "By hand: only the drafter can decide what is right."


def _examples(rule: Rule) -> Iterator[str]:
    """The examples, by language."""
    for language, name in LANGUAGES.items():
        found = [one for one in rule.examples if one.get("language") == language]
        if found:
            yield f"### {name}"
        for example in found:
            organ = f" ({ORGANS[example['organ']]})" if "organ" in example else ""
            if "bad" in example:
                yield f"Wrong{organ}:"
                yield page.block(example["bad"])
            if "good" in example:
                yield "Right:" if "bad" in example else f"Right{organ}:"
                yield page.block(example["good"])
    for number, example in enumerate((one for one in rule.examples if "versions" in one), 1):
        yield f"### {number}. {'Reported' if 'differs' in example else 'Not reported'}"
        for name, text in example["versions"].items():
            yield page.version_heading(example, name, "en")
            yield page.block(text)


def _measured(code: str, results: Results) -> Iterator[str]:
    """Precision and recall by language."""
    precision = results.of("precision", code)
    if precision:
        yield _table(
            ("texts", "findings", "right", "conversion", "false", "not judged"),
            ("texts", "findings", "right", "conversion", "false", "untriaged"),
            precision,
        )
        yield _when("Precision", results.when("precision", precision))
    else:
        yield "Precision: not measured."
    recall = results.of("recall", code)
    if recall:
        yield _table(
            ("errors", "found", "share"),
            ("errors", "found", "share"),
            {
                language: {**row, "share": f"{row['found'] / row['errors']:.1%}"}
                for language, row in recall.items()
                if row.get("errors")
            },
        )
        yield _when("Recall", results.when("recall", recall))
    else:
        yield "Recall: not measured."


def _table(titles: tuple[str, ...], keys: tuple[str, ...], rows: dict[str, dict[str, Any]]) -> str:
    lines = [f"| language | {' | '.join(titles)} |", f"|---|{'--:|' * len(titles)}"]
    for language, row in rows.items():
        cells = " | ".join(str(row.get(key, "–")) for key in keys)
        lines.append(f"| {LANGUAGES[language]} | {cells} |")
    return "\n".join(lines)


def _when(what: str, made: Mapping[tuple[str, str], list[str]]) -> str:
    parts = []
    for (date, command), languages in made.items():
        whose = "" if len(made) == 1 else f" ({', '.join(LANGUAGES[one] for one in languages)})"
        parts.append(f"on {date or 'a day not noted'} with `{command or '?'}`{whose}")
    return f"{what}: measured {', '.join(parts)}."


def stale(made: Mapping[str, str], folder: Path = FOLDER) -> list[str]:
    """The pages that are missing, stale or superfluous in the folder, a line each."""
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return (
        [f"missing: {name}" for name in sorted(made.keys() - there.keys())]
        + [f"no longer a rule: {name}" for name in sorted(there.keys() - made.keys())]
        + [f"stale: {name}" for name in sorted(made) if name in there and there[name] != made[name]]
    )


def main(arguments: list[str] | None = None) -> int:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing, list stale pages")
    made = pages(read_results())
    wrong = stale(made)
    if parser.parse_args(arguments).check:
        if wrong:
            print("\n".join(wrong))
            print("run: python scripts/make_rule_docs.py", file=sys.stderr)
        return 1 if wrong else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
