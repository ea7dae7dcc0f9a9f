"""Measure reading and writing of Word files: python benchmarks/word.py FOLDER.

Reads every Word file of a folder, counts errors and warnings a file, and writes injected errors
into the files as tracked changes, one at a time: the new file must read as the text with the error,
its original must read as the file did, and only the parts of text may differ. The targets are the
counts of `--max`, and every change written or refused, none wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from benchmarks.injecting import Text, collect_wording, possible_errors
from reslint.documents import read_source
from reslint.documents.package import Package
from reslint.files.discovery import find_files
from reslint.fixes.choosing import apply
from reslint.revisions.alignment import Refused, show_the_same
from reslint.revisions.word_changes import write_changes
from reslint.text.source import UnreadableText, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.errors.kinds import InjectedError

    Chosen = tuple[Text, bytes, str, InjectedError]

SERIOUS = ("error", "warning")
TEXT_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/settings.xml")


class Drafts:
    """The Word files of a folder with their bytes and findings; those not read, by reason."""

    def __init__(self, folder: str) -> None:
        self.texts: list[tuple[Text, bytes]] = []
        self.unread: list[tuple[str, str]] = []
        self.seconds = 0.0
        found, _ = find_files([folder])
        for one in found:
            data = read_bytes(one.path)
            if not data.startswith(b"PK"):
                continue
            start = time.process_time()
            try:
                source = read_source(data, one.path)
            except UnreadableText as error:
                self.unread.append((one.path, str(error)))
                continue
            self.seconds += time.process_time() - start
            self.texts.append((Text(one.path, source), data))

    def findings(self) -> Counter[str]:
        """The errors and warnings by code."""
        return Counter(
            diagnostic.code
            for text, _ in self.texts
            for diagnostic in text.diagnostics
            if diagnostic.severity in SERIOUS
        )


def outcome_of(text: Text, data: bytes, error: InjectedError) -> str:
    """Write one error into a file as tracked changes; return "right", or what happened."""
    origin = text.source.origin
    assert origin is not None
    if not origin.allows(text.source.text, error.edits):
        return "not allowed"
    edits = sorted(error.edits, key=lambda edit: (edit.start, edit.end))
    try:
        written = write_changes(data, text.path, edits)
    except Refused as reason:
        return f"refused: {reason}"
    if written.refused:
        return f"refused: {written.refused[0][1]}"
    if not _show_the_same(written.source.text, apply(text.source.text, edits)):
        return "WRONG: reads otherwise"
    before = read_source(data, text.path, changes="original").text
    if read_source(written.data, text.path, changes="original").text != before:
        return "WRONG: the original is lost"
    old, new = Package(data), Package(written.data)
    for name in old.infos:
        if old.zip.read(old.infos[name]) != new.zip.read(new.infos[name]):
            if name not in TEXT_PARTS:
                return f"WRONG: {name} differs"
    return "right"


def _show_the_same(first: str, second: str) -> bool:
    """Return whether two texts show the same, the look of white space and line ends aside."""
    lines, others = first.split("\n"), second.split("\n")
    return len(lines) == len(others) and all(
        show_the_same(line, other) for line, other in zip(lines, others, strict=True)
    )


def chosen(drafts: Drafts, seed: int, most: int) -> Iterator[Chosen]:
    """Yield errors of all kinds from all files, in an order that a seed fixes."""
    wording = collect_wording([text for text, _ in drafts.texts])
    work = []
    for text, data in drafts.texts:
        errors = possible_errors(text, wording[text.draft.language], (), seed)
        work += [(text, data, kind, one) for kind, some in errors.items() for one in some]
    Random(seed).shuffle(work)
    return islice(iter(work), most)


def main(arguments: list[str] | None = None) -> int:
    """Measure a folder and print the figures; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--max", type=float, default=0.3, help="errors and warnings a file")
    parser.add_argument("--errors", type=int, default=300, help="errors to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="name the errors that were not written")
    parsed = parser.parse_args(arguments)
    drafts = Drafts(parsed.folder)
    count = len(drafts.texts)
    found = drafts.findings()
    rate = sum(found.values()) / max(count, 1)
    print(f"{count} Word files, {drafts.seconds / max(count, 1) * 1000:.0f} ms each to read")
    print(f"{rate:.2f} errors and warnings a file: {dict(found.most_common())}")
    for path, reason in drafts.unread:
        print(f"not read: {path}: {reason}")
    outcomes: Counter[str] = Counter()
    for text, data, kind, error in chosen(drafts, parsed.seed, parsed.errors):
        outcome = outcome_of(text, data, error)
        outcomes[outcome] += 1
        if parsed.show and outcome != "right":
            edits = [(e.start, text.source.text[e.start : e.end], e.text) for e in error.edits]
            print(f"{outcome}: {kind} {os.path.basename(text.path)} {edits}")
    for outcome, number in outcomes.most_common():
        print(f"{number:6} {outcome}")
    wrong = any(outcome.startswith("WRONG") for outcome in outcomes)
    return 1 if wrong or drafts.unread or rate > parsed.max else 0


if __name__ == "__main__":
    sys.exit(main())
