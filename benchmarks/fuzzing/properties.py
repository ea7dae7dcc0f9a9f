"""What must hold of any text whatever, each property a function that yields what does not hold.

A fault is one line that begins with its kind and a colon: the kind says which promise is broken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from benchmarks.fuzzing.inputs import Input, edits, group
from reslint.concordance.comparing import align, findings_of
from reslint.concordance.live import LiveGroup
from reslint.concordance.running import original_language
from reslint.draft.model import OPERATIVE, PREAMBLE, Draft
from reslint.draft.reader import read_draft
from reslint.facts.endings import ending_of
from reslint.files.check import file_result
from reslint.fixes.judging import counted_as
from reslint.fixes.rounds import FixedText, fix_in_rounds
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter, LintResult
from reslint.linting.results import Summary
from reslint.reports import FORMATS, ReportOptions, new_report
from reslint.text.diagnostics import Diagnostic, Edit
from reslint.text.source import Source

_EDITS = 3
_BY_LINE = ("concise", "github", "text", "jsonl")
"""Formats read line by line: a file name may not begin one."""
_ALLOWED = {"html": "\n\t\u2028\u2029", "junit": "\n\t"}
"""Control characters of a format besides the line break: in a browser they do no harm."""


class Checked:
    """An input with its lint and, once asked for, its safe fixes."""

    def __init__(self, given: Input, random: Random) -> None:
        self.input = given
        self.random = random
        self.text = given.text
        self.linter = Linter(given.settings)
        self.result = self.linter.lint(Source(given.text, given.name))
        self._fixed: FixedText | None = None

    @property
    def fixed(self) -> FixedText:
        """The text after safe fixes."""
        if self._fixed is None:
            self._fixed = fix_in_rounds(self.result, self.linter)
        return self._fixed


def sound(checked: Checked) -> Iterator[str]:
    """No rule fails; findings and edits lie in the text; the edits of a fix do not overlap."""
    yield from (f"error: {one}" for one in checked.result.errors)
    yield from _places(checked.result.diagnostics, checked.text)


def _places(diagnostics: list[Diagnostic], text: str) -> Iterator[str]:
    keys = [one.key() for one in diagnostics]
    if keys != sorted(keys):
        yield "order: the findings are not in order"
    for one in diagnostics:
        spans = [(one.start, one.end), *((other.start, other.end) for other in one.related)]
        if any(not 0 <= start <= end <= len(text) for start, end in spans):
            yield f"place: {one.code} at {spans} of {len(text)}"
        if one.fix is None:
            continue
        made = sorted(one.fix.edits, key=Edit.key)
        if not made:
            yield f"edits: {one.code} has a fix without edits"
        if any(not 0 <= each.start <= each.end <= len(text) for each in made):
            yield f"edits: {one.code} has one outside the text"
        elif any(text[each.start : each.end] == each.text for each in made):
            yield f"edits: {one.code} has one that changes nothing"
        if any(first.end > second.start for first, second in pairwise(made)):
            yield f"edits: those of {one.code} overlap"


def safe_fixes(checked: Checked) -> Iterator[str]:
    """Safe fixes come to rest, no code has more findings; no note, comment or end mark is lost."""
    fixed = checked.fixed
    again = fix_in_rounds(fixed.result, checked.linter)
    if again.text != fixed.text:
        yield f"rest: a second run of the safe fixes makes {dict(again.fixed)}"
    more = _counts(fixed.result) - _counts(checked.result)
    if more:
        yield f"more: safe fixes add {dict(more)}"
    yield from (f"error: {one} after safe fixes" for one in fixed.result.errors)
    before, after = checked.result.draft, fixed.result.draft
    if (before.is_resolution, before.language) != (after.is_resolution, after.language):
        yield "reading: the fixed text is read as something else"
    if _markers(fixed.result) < _markers(checked.result):
        yield "notes: a marker is lost"
    if fixed.text.count("<!--") < checked.text.count("<!--"):
        yield "comments: one is lost"
    if _parts(before) == _parts(after) and _without_end(fixed.result) > _without_end(
        checked.result
    ):
        yield "ends: a paragraph has lost the mark at its end"


def _counts(result: LintResult) -> Counter[str]:
    """Return the findings by code, reslint's own left out: they speak of the run."""
    codes = (one.code for one in result.diagnostics)
    return Counter(counted_as(code) for code in codes if not code.startswith("TOOL"))


def _markers(result: LintResult) -> int:
    return sum(len(paragraph.markers) for paragraph in result.draft.paragraphs)


def _parts(draft: Draft) -> list[str]:
    return [paragraph.part for paragraph in draft.paragraphs]


def _without_end(result: LintResult) -> int:
    return sum(not ending_of(one).kind for one in result.draft.part(PREAMBLE, OPERATIVE))


def unsafe_fixes(checked: Checked) -> Iterator[str]:
    """Unsafe fixes come to rest as well."""
    fixed = fix_in_rounds(checked.result, checked.linter, unsafe=True)
    again = fix_in_rounds(fixed.result, checked.linter, unsafe=True)
    if again.text != fixed.text:
        yield f"rest: a second run of the unsafe fixes makes {dict(again.fixed)}"
    yield from (f"error: {one} after unsafe fixes" for one in fixed.result.errors)


def editor(checked: Checked) -> Iterator[str]:
    """An editor that comes to a text by edits shows what the command line shows."""
    name, settings = checked.input.name, checked.input.settings
    live = IncrementalLinter(settings)
    live.lint(Source(checked.text, name))
    for text in edits(checked.random, checked.text, _EDITS):
        shown = live.lint(Source(text, name)).diagnostics
        found = Linter(settings).lint(Source(text, name)).diagnostics
        if [_all_of(one) for one in shown] != [_all_of(one) for one in found]:
            codes = {one.code for one in found} ^ {one.code for one in shown}
            yield f"editor: it shows something else ({codes or 'other places'}) for {text!r}"
            return


def _all_of(one: Diagnostic) -> tuple[object, ...]:
    fix = one.fix
    made = (fix.safety, [each.key() for each in fix.edits]) if fix else ()
    return (*one.key(), one.severity, one.message, made)


def reports(checked: Checked) -> Iterator[str]:
    """Every format can be written and, but for line breaks, holds no control characters."""
    settings = checked.input.settings
    path = checked.input.name + checked.random.choice(("", "\n::error::a", "\x1b[31m", "\u0085"))
    result = file_result(checked.result, True, settings, None)
    result.path = path
    for name in FORMATS:
        report = new_report(name, ReportOptions(language=settings.message_language))
        written = report.file(result)
        summary = Summary()
        summary.add(result)
        written += report.end(summary, [])
        allowed = _ALLOWED.get(name, "\n")
        if any(_commands(character) and character not in allowed for character in written):
            yield f"output: {name} holds a control character"
        if name in _BY_LINE and any(line.startswith("::error::a") for line in written.split("\n")):
            yield f"output: {name} lets a file name begin a line"
        written.encode("utf-8")


def _commands(character: str) -> bool:
    return character < " " or "\x7f" <= character <= "\x9f" or character in "\u2028\u2029"


def versions(checked: Checked) -> Iterator[str]:
    """Hostile versions are compared without a fault; what is found lies in their texts."""
    texts = {f"{at}.md": one for at, one in enumerate(group(checked.random, checked.text))}
    drafts = [(path, read_draft(Source(text, path))) for path, text in texts.items()]
    drafts = [(path, draft) for path, draft in drafts if draft.is_resolution]
    if len(drafts) < 2:
        return
    settings = {path: checked.input.settings.replace(language=None) for path in texts}
    for order in (drafts, drafts[::-1]):
        found = findings_of(align(order), settings)
        for path, result in found.items():
            yield from (f"versions: {one} in {texts!r}" for one in result.errors)
            for one in result.diagnostics:
                if not 0 <= one.start <= one.end <= len(texts[path]):
                    yield f"versions: {one.code} at {one.start}-{one.end} in {texts!r}"


def live_versions(checked: Checked) -> Iterator[str]:
    """Versions compared while one is edited: the findings are those of a fresh comparison."""
    texts = {f"{at}.md": one for at, one in enumerate(group(checked.random, checked.text))}
    settings = {path: checked.input.settings.replace(language=None) for path in texts}
    drafts = {path: read_draft(Source(text, path)) for path, text in texts.items()}
    drafts = {path: draft for path, draft in drafts.items() if draft.is_resolution}
    if len(drafts) < 2:
        return
    live = LiveGroup()
    edited = checked.random.choice(list(drafts))
    for text in (texts[edited], *edits(checked.random, texts[edited], _EDITS)):
        drafts[edited] = read_draft(Source(text, edited))
        for path, draft in drafts.items():
            live.put(path, draft)
        shown = live.compare(settings)
        ordered = [(path, drafts[path]) for path in sorted(drafts)]
        reference = original_language(draft for _, draft in ordered)
        found = findings_of(align(ordered, reference), settings)
        for path in drafts:
            if _said(shown[path]) != _said(found[path]):
                yield f"live: {path} differs when {edited} is {text!r}, of {texts!r}"
                return


def _said(result: LintResult) -> list[object]:
    return [str(one) for one in result.errors] + [_all_of(one) for one in result.diagnostics]


class Level:
    """A property, and of how many inputs one is checked: the dear ones on a share."""

    def __init__(self, check: Callable[[Checked], Iterator[str]], every: int) -> None:
        self.check = check
        self.every = every
        self.name = check.__name__


LEVELS = (
    Level(sound, 1),
    Level(safe_fixes, 4),
    Level(unsafe_fixes, 20),
    Level(editor, 20),
    Level(reports, 200),
    Level(versions, 25),
    Level(live_versions, 100),
)


def faults(given: Input, random: Random, levels: tuple[Level, ...]) -> Iterator[str]:
    """Yield what does not hold of an input, each in a line that begins with its kind."""
    try:
        checked = Checked(given, random)
        for level in levels:
            yield from level.check(checked)
    except Exception as error:
        yield f"exception: {type(error).__name__}: {error}"
