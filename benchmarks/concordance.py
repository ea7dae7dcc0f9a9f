"""Measure `reslint concordance`: its findings in adopted texts, and differences it must find.

    python benchmarks/concordance.py precision FOLDER          findings by code and language
    python benchmarks/concordance.py recall FOLDER [--seed N] [--each N] [--versions N]

FOLDER has a folder for each language with files of the same names. `precision` compares with the
verdicts in concordance_triage.tsv. `recall` changes one version of a group at one place (a figure,
a day, a year, an amount, a number of a resolution, a symbol; a paragraph or sub-paragraph dropped,
doubled or swapped, left in English, or without its end; a marker lost or moved; a name; a weaker
verb) and counts the changes that give
a finding in that version at that place, which was not there before.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.concordance_changes import KINDS, Change, changes_of  # noqa: E402
from benchmarks.triage import read_triage  # noqa: E402
from reslint.concordance.comparing import align, findings_of  # noqa: E402
from reslint.concordance.grouping import group_files  # noqa: E402
from reslint.documents import read_file  # noqa: E402
from reslint.draft.reader import read_draft  # noqa: E402
from reslint.settings.settings import Settings  # noqa: E402
from reslint.text.source import Source  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft
    from reslint.text.diagnostics import Diagnostic

    Drafts = dict[str, Draft]

TRIAGE = ROOT / "benchmarks" / "concordance_triage.tsv"
TOTAL_TARGET, KIND_TARGET, PRECISION_TARGET = 0.97, 0.9, 0.5


def groups_below(folder: str) -> Iterator[Drafts]:
    """The drafts of each group in a folder, by path."""
    paths = [
        os.path.join(base, name)
        for base, _, names in sorted(os.walk(folder))
        for name in sorted(names)
        if name.endswith((".md", ".txt", ".xml", ".docx"))
    ]
    for group in group_files(paths, together=False)[0]:
        yield {path: read_draft(read_file(path)) for path in group.paths}


def compared(drafts: Drafts, profile: str = "standard") -> dict[str, list[Diagnostic]]:
    """The findings of a group by path."""
    comparison = align(list(drafts.items()))
    settings = Settings(profile=profile)
    found = findings_of(comparison, dict.fromkeys(drafts, settings))
    return {path: result.diagnostics for path, result in found.items()}


# Precision ----------------------------------------------------------------------------------------


def precision(folder: str, *, show: bool) -> int:
    """Print the findings by code, and what is not triaged by language; 1 if there is too much."""
    triage = read_triage(str(TRIAGE)) if TRIAGE.exists() else None
    counts: Counter[tuple[str, str, str]] = Counter()
    versions: Counter[str] = Counter()
    open_ones: Counter[str] = Counter()
    for drafts in groups_below(folder):
        for path, found in compared(drafts).items():
            language = drafts[path].language
            versions[language] += 1
            for one in found:
                line = drafts[path].source.position(one.start)[0]
                relative = os.path.relpath(path, folder).replace(os.sep, "/")
                verdict = triage and triage.find(relative, one.code, one.paragraph, line)
                said = verdict.verdict if verdict else "open"
                counts[one.code, one.severity, said] += 1
                if one.severity in ("error", "warning") and said != "error":
                    open_ones[language] += said != "conversion"
                if show and said == "open":
                    print(f"{relative}\t{one.code}\t{one.paragraph}\t{line}\t{one.message}")
    for (code, severity, said), count in sorted(counts.items()):
        print(f"{code} {severity:8} {said:11} {count:5}")
    failed = False
    for language, count in sorted(versions.items()):
        share = open_ones[language] / count
        failed = failed or share > PRECISION_TARGET
        print(f"{language}: {count} versions, {share:.2f} open errors and warnings a version")
    return int(failed)


# Recall -------------------------------------------------------------------------------------------


def recall(
    folder: str, seed: int, each: int, most_versions: int, kinds: list[str], *, show: bool
) -> int:
    """Print how many changes are found, by kind and language; 1 if that is too few."""
    random = Random(seed)
    found: Counter[tuple[str, str]] = Counter()
    made: Counter[tuple[str, str]] = Counter()
    wanted = Counter[tuple[str, str]]()
    started = time.perf_counter()
    groups = list(groups_below(folder))
    random.shuffle(groups)
    for drafts in groups:
        if most_versions < len(drafts):
            chosen = random.sample(sorted(drafts), most_versions)
            drafts = {path: drafts[path] for path in sorted(chosen)}
        if all(
            wanted[kind, draft.language] >= each
            for kind in kinds or KINDS
            for draft in drafts.values()
        ):
            continue
        before = {
            path: {(one.code, one.paragraph, one.message) for one in there}
            for path, there in compared(drafts).items()
        }
        for path, draft in drafts.items():
            for kind in kinds or KINDS:
                key = (kind, draft.language)
                if wanted[key] >= each:
                    continue
                change = changes_of(kind, draft, random)
                if change is None:
                    continue
                wanted[key] += 1
                made[key] += 1
                seen = _is_found(change, path, drafts, before)
                found[key] += seen
                if show and not seen:
                    print(f"missed\t{kind}\t{path}\t{change.line}\t{change.said}")
    _print_recall(found, made, time.perf_counter() - started)
    total = sum(found.values()) / max(sum(made.values()), 1)
    by_kind = _sums(made), _sums(found)
    weak = [kind for kind, count in by_kind[0].items() if by_kind[1][kind] < KIND_TARGET * count]
    return int(total < TOTAL_TARGET or bool(weak))


def _is_found(
    change: Change, path: str, drafts: Drafts, before: dict[str, set[tuple[str, str, str]]]
) -> bool:
    """Whether the changed version has a new finding of a fitting code at the place."""
    original = drafts[path]
    changed = read_draft(Source(change.text, path), language=original.language)
    results = compared({**drafts, path: changed})
    english = (one for one, draft in drafts.items() if draft.language == "en")
    reference = next(english, next(iter(drafts)))
    paths = list(drafts) if len(drafts) == 2 and path == reference else [path]
    for one_path in paths:
        source = changed.source if one_path == path else drafts[one_path].source
        for one in results[one_path]:
            if (one.code, one.paragraph, one.message) in before[one_path]:
                continue
            if one.code not in change.codes:
                continue
            line = source.position(one.start)[0]
            if one_path != path or abs(line - change.line) <= change.reach:
                return True
    return False


def _sums(counts: Counter[tuple[str, str]]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for (kind, _), count in counts.items():
        sums[kind] += count
    return sums


def _print_recall(
    found: Counter[tuple[str, str]], made: Counter[tuple[str, str]], seconds: float
) -> None:
    rows: defaultdict[str, list[str]] = defaultdict(list)
    languages = sorted({language for _, language in made})
    for kind in KINDS:
        for language in languages:
            count = made[kind, language]
            rows[kind].append(f"{found[kind, language]}/{count}" if count else "–")
    print(f"{'':24}", *(f"{one:>7}" for one in languages), "  share")
    sums, hits = _sums(made), _sums(found)
    for kind, cells in rows.items():
        share = f"{hits[kind] / sums[kind]:.1%}" if sums[kind] else "–"
        print(f"{kind:24}", *(f"{cell:>7}" for cell in cells), f"{share:>7}")
    total = sum(made.values())
    print(
        f"total {sum(found.values())}/{total} ({sum(found.values()) / max(total, 1):.1%})", end=""
    )
    print(f", {seconds:.0f} s")


def main(arguments: list[str]) -> int:
    """Run the measurement that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=("precision", "recall"))
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=6, help="changes of a kind and language")
    parser.add_argument("--versions", type=int, default=6, help="versions of a group at most")
    parser.add_argument("--kind", action="append", choices=KINDS, help="only changes of this kind")
    parser.add_argument("--show", action="store_true", help="print what is open or missed")
    options = parser.parse_args(arguments)
    if options.what == "precision":
        return precision(options.folder, show=options.show)
    return recall(
        options.folder,
        options.seed,
        options.each,
        options.versions,
        options.kind or [],
        show=options.show,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
