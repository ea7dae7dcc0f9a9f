"""Fix one file: a path or bytes in, a plain result out, in any process."""

from __future__ import annotations

from reslint.documents import read_source
from reslint.files import check, replace
from reslint.files.owner_files import owner_file
from reslint.fixes.judging import MARKER, READING
from reslint.fixes.rounds import ENDLESS, PROTECTED, UNDONE, fix_in_rounds
from reslint.linting.linter import Linter
from reslint.linting.results import FileResult
from reslint.rulebook import own_codes
from reslint.text.diagnostics import Problem
from reslint.text.display import escaped
from reslint.text.source import MAX_SIZE, UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.files.baseline import Accepted
    from reslint.fixes.rounds import FixedText, RevertedFix
    from reslint.linting.linter import LintResult
    from reslint.revisions.written import Written
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source


class FixRequest:
    """What to do: `unsafe` fixes too, `write` the fixed file, make a `diff`."""

    __slots__ = ("diff", "unsafe", "write")

    def __init__(self, *, unsafe: bool = False, write: bool = False, diff: bool = False) -> None:
        self.unsafe = unsafe
        self.write = write
        self.diff = diff


class FixOutcome:
    """The outcome for one file; picklable.

    result      that of the fixed text; that of the file as it is, where writing failed (TOOL010)
    data        the fixed bytes of standard input; empty for a file
    fixed       the number of findings fixed, by code
    reverted    a line for each fix that was reverted
    left        a line for each place that fixes leave to the drafter
    diff        the changes as a unified diff, if it was asked for
    fixed_at    for a diff: lines of the old text, each with the code of a finding fixed there
    shows_changes   whether a Word file hid tracked changes, and shows them now
    source      what `data` holds, where it was read; None in an outcome that travels
    """

    __slots__ = (
        "data",
        "diff",
        "fixed",
        "fixed_at",
        "left",
        "result",
        "reverted",
        "shows_changes",
        "source",
    )

    def __init__(self, result: FileResult, data: bytes = b"") -> None:
        self.result = result
        self.data = data
        self.fixed: dict[str, int] = {}
        self.reverted: list[str] = []
        self.left: list[str] = []
        self.diff = ""
        self.fixed_at: list[tuple[int, str]] = []
        self.shows_changes = False
        self.source: Source | None = None

    def without_data(self) -> FixOutcome:
        """Drop the bytes and what was read of them: they need not travel between processes."""
        self.data = b""
        self.source = None
        return self


def fix_path(
    path: str,
    named: bool,
    settings: Settings,
    request: FixRequest,
    accepted: Accepted | None,
) -> FixOutcome:
    """Fix the file at `path`. `named` and `accepted`: see `reslint.files.check`."""
    try:
        snapshot = replace.take_snapshot(path, MAX_SIZE)
    except OSError as error:
        reason = UnreadableText(f"the file cannot be read ({error.strerror})")
        return FixOutcome(check.unreadable(path, reason))
    except replace.NotWritten as error:
        return FixOutcome(_not_written(FileResult(path), error))
    outcome = fix_bytes(snapshot.data, path, named, settings, request, accepted)
    if request.write and outcome.data != snapshot.data:
        try:
            _refuse_open(path)
            replace.replace(snapshot, outcome.data)
        except replace.NotWritten as error:
            # Check again: somebody may have changed the file, and the report is on the file.
            result = check.check_path(path, named, settings, accepted)
            outcome = FixOutcome(_not_written(result, error))
    return outcome.without_data()


def _refuse_open(path: str) -> None:
    """Raise NotWritten for a file that is open in a word processor."""
    owner = owner_file(path)
    if owner:
        raise replace.NotWritten(f"it is open in a word processor, as {owner} says; close it first")


def fix_bytes(
    data: bytes,
    path: str,
    named: bool,
    settings: Settings,
    request: FixRequest,
    accepted: Accepted | None = None,
) -> FixOutcome:
    """Fix the bytes of a draft; `data` of the outcome holds them as they are to be written.

    An error inside reslint is an error in the result (TOOL004); the bytes then stay as they are.
    """
    try:
        source = read_source(data, path, changes=settings.changes)
    except UnreadableText as error:
        return FixOutcome(check.unreadable(path, error), data)
    first = check.lint_source(source, settings)
    if isinstance(first, FileResult):
        return FixOutcome(first, data)

    if source.origin is not None and not source.origin.writable:
        result = check.file_result(first, named, settings, accepted)
        if any(one.fix is not None and one.fix.safety == "safe" for one in result.diagnostics):
            _not_written(result, replace.NotWritten("save the file as .docx first"))
        return FixOutcome(result, data)

    def wanted(result: LintResult) -> list[Diagnostic]:
        return check.reportable(result, named, settings, accepted)

    try:
        fixed = fix_in_rounds(first, Linter(settings), wanted, unsafe=request.unsafe)
    except Exception as error:  # an error of ours leaves this file alone and stops no other
        result = check.file_result(first, named, settings, accepted)
        result.errors.append(check.internal_error(error, "internal-fixing", path, settings))
        return FixOutcome(result, data)
    before = source.as_written()
    if source.origin is not None and fixed.text != before:
        return _into_document(data, source, fixed, first, named, settings, request, accepted)
    outcome = FixOutcome(check.file_result(fixed.result, named, settings, accepted), data)
    outcome.source = source if source.origin is not None else None
    if fixed.text != before:
        try:
            outcome.data = source.with_text(fixed.text).encoded()
        except UnicodeEncodeError as error:
            result = check.file_result(first, named, settings, accepted)
            return FixOutcome(_not_written(result, _not_encodable(error, source)), data)
        outcome.fixed = fixed.fixed
        if request.diff:
            # With the mark, or a change of the first line could not be applied.
            mark = "\ufeff" if source.mark else ""
            outcome.diff = _diff(path, mark + before, mark + fixed.text)
            outcome.fixed_at = _fixed_at(wanted(first), fixed.fixed, source)
    _add_lines(outcome, fixed, path, settings.message_language)
    return outcome


def _into_document(
    data: bytes,
    source: Source,
    fixed: FixedText,
    first: LintResult,
    named: bool,
    settings: Settings,
    request: FixRequest,
    accepted: Accepted | None,
) -> FixOutcome:
    """Write the fixes into a Word or AKN4UN file; the result is that of the new file."""
    from reslint.revisions.alignment import Refused
    from reslint.revisions.writing import write_changes

    try:
        if settings.changes != "accepted":
            raise Refused("its tracked changes must be read as accepted")
        written = write_changes(data, source, fixed.edits)
    except (Refused, UnreadableText) as error:
        result = check.file_result(first, named, settings, accepted)
        return FixOutcome(_not_written(result, replace.NotWritten(str(error))), data)
    except Exception as error:  # an error of ours leaves this file alone and stops no other
        result = check.file_result(first, named, settings, accepted)
        result.errors.append(check.internal_error(error, "internal-fixing", source.path, settings))
        return FixOutcome(result, data)
    left = check.lint_source(written.source, settings)
    if isinstance(left, FileResult):
        return FixOutcome(left, data)
    outcome = FixOutcome(check.file_result(left, named, settings, accepted), written.data)
    outcome.fixed = dict(fixed.fixed)
    if written.refused:
        _take_off(outcome, written, first, left, source, settings.message_language)
    if request.diff:
        outcome.diff = _diff(source.path, source.text, written.source.text)
        proposed = check.reportable(first, named, settings, accepted)
        outcome.fixed_at = _fixed_at(proposed, outcome.fixed, source)
    outcome.shows_changes = written.shown
    outcome.source = written.source
    _add_lines(outcome, fixed, source.path, settings.message_language)
    return outcome


def _take_off(
    outcome: FixOutcome,
    written: Written,
    first: LintResult,
    left: LintResult,
    source: Source,
    language: str,
) -> None:
    """Count no fixes that were not written, and name them."""
    origin = source.origin
    assert origin is not None
    before: dict[str, int] = {}
    for diagnostic in first.diagnostics:
        before[diagnostic.code] = before.get(diagnostic.code, 0) + 1
    after: dict[str, int] = {}
    for diagnostic in left.diagnostics:
        after[diagnostic.code] = after.get(diagnostic.code, 0) + 1
    for code, count in list(outcome.fixed.items()):
        really = min(count, max(before.get(code, count) - after.get(code, 0), 0))
        outcome.fixed[code] = really
        if not really:
            del outcome.fixed[code]
    said: set[tuple[str, int]] = set()
    for start, reason in written.refused:
        codes = ", ".join(_codes_with_edit_at(first, start))
        line = source.position(start)[0]
        if (codes, line) in said:
            continue
        said.add((codes, line))
        words = own_codes.wording("taken-back-unwritten", language, {"code": codes})
        outcome.reverted.append(f"{_place(source, source.path, start)}: {words} ({reason})")


def _codes_with_edit_at(result: LintResult, start: int) -> list[str]:
    """Return the codes whose fixes edit a place, else those that only a later round can fix."""
    edits = [(one.code, one.fix.edits) for one in result.diagnostics if one.fix is not None]
    here = {code for code, some in edits if any(edit.start <= start <= edit.end for edit in some)}
    return sorted(here or {code for code, _ in edits})


def _add_lines(outcome: FixOutcome, fixed: FixedText, path: str, language: str) -> None:
    """Add the lines on reverted fixes and on places left to the drafter."""
    source = fixed.result.draft.source
    for reverted in fixed.reverted:
        place = _place(source, path, reverted.start)
        outcome.reverted.append(f"{place}: {_reason(reverted, language)}")
    for left in fixed.left:
        outcome.left.append(f"{_place(source, path, left.start)}: {left.code} {left.message}")


def _place(source: Source, path: str, start: int) -> str:
    """Return path, line and column of an offset."""
    line, column = source.position(start)
    place = source.origin.place(start, start) if source.origin is not None else None
    if place is not None and "line" in place:
        line, column = place["line"], place["column"]
    return f"{escaped(path)}:{line}:{column}"


def _reason(reverted: RevertedFix, language: str) -> str:
    """Return why a fix was reverted."""
    key = "taken-back"
    if reverted.brings in (READING, MARKER, UNDONE, ENDLESS, PROTECTED):
        key += "-" + reverted.brings
    values = {"code": reverted.code, "brings": reverted.brings, "message": reverted.message}
    return own_codes.wording(key, language, values)


def _not_encodable(error: UnicodeEncodeError, source: Source) -> replace.NotWritten:
    """Return the error that a fix needs a character which the encoding of the file lacks."""
    from reslint.text.encodings import name_of

    character = error.object[error.start]
    return replace.NotWritten(
        f"{name_of(source.codec)} has no “{character}” (U+{ord(character):04X}); save it as UTF-8"
    )


def _not_written(result: FileResult, error: replace.NotWritten) -> FileResult:
    """Return the result with the error that the fixes were not written (TOOL010)."""
    message = f"the fixes were not written: {error}"
    result.errors.append(Problem(own_codes.NOT_WRITTEN, message, result.path))
    return result


def _fixed_at(
    proposed: Iterable[Diagnostic], fixed: dict[str, int], source: Source
) -> list[tuple[int, str]]:
    """Return the lines that fixes of the codes in `fixed` change, each with its code, in order."""
    return sorted(
        {
            (source.position(edit.start)[0], one.code)
            for one in proposed
            if one.fix is not None and one.code in fixed
            for edit in one.fix.edits
        }
    )


def _diff(path: str, old: str, new: str) -> str:
    """Return the changes as a unified diff that `patch` and git take."""
    from difflib import unified_diff

    # A name on one line, whatever characters it holds.
    name = escaped(path).lstrip("/")
    if " " in name:
        # As git has it: without the tab, `patch` takes the name to end at the space.
        name += "\t"
    lines = unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Return the lines as diffs know them: they end with a line feed and nothing else."""
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])
