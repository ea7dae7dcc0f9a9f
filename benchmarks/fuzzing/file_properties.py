"""What must hold of any Word or AKN4UN file whatever; a fault is a line that begins with its kind.

A file is read, or refused with one message. What is read has sound places. Findings, fixes and
comments are written so that the file still reads as it should, and its text before all changes is
that of the file before; no part changes but those of text, comments and settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from benchmarks.fuzzing.files import File
from reslint.documents import read_source
from reslint.documents.package import Package
from reslint.draft.reader import read_draft
from reslint.files.fix import FixRequest, fix_bytes
from reslint.fixes.choosing import apply
from reslint.linting.linter import Linter, LintResult
from reslint.revisions.alignment import Refused, show_the_same
from reslint.revisions.new_word_file import new_word_file
from reslint.revisions.word_comments import write_comments
from reslint.revisions.writing import write_changes
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic, Edit
from reslint.text.source import Source, UnreadableText

_TEXT_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|settings)\.xml")
_COMMENT_PARTS = re.compile(
    r"word/(?:document|comments\d*)\.xml|word/_rels/document\.xml\.rels|\[Content_Types\]\.xml"
)
_PLAIN = re.compile(r"[^\n*<>\[\]\\^|#`_&]{3,}")
_NEW = ("", "x", " ", ",", "word", "mot ", "، ", "é\u00a0", "\u2011", "\t", "70/1", "a <b> & c")


def faults(given: File, random: Random) -> Iterator[str]:
    """Yield what does not hold of a file; "refused" alone for one that is not read."""
    try:
        source = read_source(given.data, given.name)
    except UnreadableText as error:
        if given.sound:
            yield f"unread: {error}"
        elif "\n" in str(error):
            yield f"message: {error!r}"
        return
    except Exception as error:
        yield f"exception: in reading, {type(error).__name__}: {error}"
        return
    try:
        yield from _of_source(source)
        result = Linter(Settings()).lint(source)
        yield from _of_findings(result, source)
        yield from _of_fixes(given)
        yield from _of_edits(given, source, random)
        if given.name.endswith(".docx"):
            yield from _of_comments(given, source, result, random)
        yield from _of_converting(source)
    except Exception as error:
        yield f"exception: {type(error).__name__}: {error}"


def is_read(given: File) -> bool:
    """Return whether a file is read."""
    try:
        read_source(given.data, given.name)
    except UnreadableText:
        return False
    return True


def _of_source(source: Source) -> Iterator[str]:
    origin, text = source.origin, source.text
    if origin is None:
        yield "origin: there is none"
        return
    for spans in ([(run[0], run[0] + run[1]) for run in origin.runs], origin.blocks):
        if any(end > start for (_, end), (start, _) in pairwise(spans)):
            yield "origin: runs or blocks overlap"
    spans = [*origin.blocks, *origin.protected, *((run[0], run[0] + run[1]) for run in origin.runs)]
    if any(not 0 <= start <= end <= len(text) for start, end in spans):
        yield "origin: a span is not in the text"
    places = sorted((block, at, at + length) for _, length, block, at in origin.runs)
    if any(one[0] == other[0] and other[1] < one[2] for one, other in pairwise(places)):
        yield "origin: a character of the file is read twice"
    if origin.protected != sorted(origin.protected):
        yield "origin: what is protected is not in order"


def _of_findings(result: LintResult, source: Source) -> Iterator[str]:
    yield from (f"error: {one}" for one in result.errors)
    assert source.origin is not None
    for one in result.diagnostics:
        if not 0 <= one.start <= one.end <= len(source.text):
            yield f"place: {one.code} at {one.start}-{one.end}"
        source.origin.place(one.start, one.end)


def _of_fixes(given: File) -> Iterator[str]:
    """Safe fixes are written; what they leave is at rest."""
    once = fix_bytes(given.data, given.name, True, Settings(), FixRequest())
    for problem in once.result.errors:
        if problem.code == "TOOL004":
            yield f"error: {problem}"
    if once.data != given.data:
        yield from _before_and_after(given, once.data, "fixes")
        again = fix_bytes(once.data, given.name, True, Settings(), FixRequest())
        # What could not be written, or was taken back, may be proposed with other edits.
        if sum(again.fixed.values()) and not once.reverted:
            yield f"rest: a second run fixes {again.fixed}"


def _of_edits(given: File, source: Source, random: Random) -> Iterator[str]:
    """Any edits are written and read back, or refused."""
    assert source.origin is not None
    places = [match.span() for match in _PLAIN.finditer(source.text)]
    chosen = sorted(random.sample(places, min(len(places), 4)))
    edits: list[Edit] = []
    for low, high in chosen:
        start = random.randint(low, high)
        end = random.randint(start, min(high, start + 9))
        new = random.choice(_NEW)
        if end > start and random.random() < 0.2 and given.name.endswith(".docx"):
            some = [Edit(start, start, "*"), Edit(end, end, "*")]
        else:
            some = [Edit(start, end, new.replace("<", "\\<").replace("&", "\\&"))]
        if source.origin.allows(source.text, some):
            edits += some
    if not edits:
        return
    try:
        written = write_changes(given.data, source, edits)
    except Refused:
        return
    if not written.refused:
        meant, now = apply(source.text, edits).split("\n"), written.source.text.split("\n")
        if len(meant) != len(now) or not all(map(show_the_same, now, meant)):
            yield f"written: {edits} read otherwise"
    yield from _before_and_after(given, written.data, "edits")


def _before_and_after(given: File, data: bytes, what: str) -> Iterator[str]:
    """The text before all changes is the same, and so is every part that holds none."""
    if not given.name.endswith(".docx"):
        return
    old = read_source(given.data, given.name, changes="original").text
    new = read_source(data, given.name, changes="original").text
    if old != new:
        yield f"original: {what} change the text before the changes"
    for name in _changed(given.data, data):
        if not _TEXT_PARTS.fullmatch(name):
            yield f"part: {what} change {name}"


def _changed(old: bytes, new: bytes) -> list[str]:
    before, after = Package(old), Package(new)
    return [
        info.filename
        for key, info in after.infos.items()
        if key not in before.infos or before.zip.read(before.infos[key]) != after.zip.read(info)
    ]


def _of_comments(given: File, source: Source, result: LintResult, random: Random) -> Iterator[str]:
    """Comments on findings and on any places leave the text as it is."""
    length = len(source.text)
    found = list(result.diagnostics)
    for _ in range(4):
        start = random.randint(0, length)
        end = random.randint(start, min(start + 20, length))
        found.append(Diagnostic("AAA001", "a", "error", "Write *a*.", start, end))
    try:
        made = write_comments(given.data, given.name, found, lambda one: [one.message], "Note")
    except UnreadableText:
        return  # the part of comments is damaged
    except Refused as error:
        if "would change the text" in str(error) or "could not be read" in str(error):
            yield f"comments: {error}"
        return
    if made.count + made.left_out != len(found):
        yield f"comments: {made.count} and {made.left_out} of {len(found)}"
    if made.count:
        for changes in ("accepted", "original"):
            before = read_source(given.data, given.name, changes=changes).text
            if read_source(made.data, given.name, changes=changes).text != before:
                yield f"comments: the text ({changes}) is another"
        for name in _changed(given.data, made.data):
            if not _COMMENT_PARTS.fullmatch(name):
                yield f"part: comments change {name}"


def _of_converting(source: Source) -> Iterator[str]:
    """A new Word file can be made of what is read, and is read."""
    made = read_source(new_word_file(read_draft(source)), "draft.docx")
    yield from _of_source(made)
