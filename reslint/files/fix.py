"""One file mended: read, fixed in memory, written, and what there is to say of it.

Like `reslint.files.check` for the work of a pool of processes: a path in, a plain result out.
"""

from __future__ import annotations

from reslint.files import check, replace
from reslint.fixes.rounds import ENDLESS, READING, UNDONE, mend
from reslint.linting.linter import lint
from reslint.linting.results import FileResult
from reslint.rules import own_codes
from reslint.rules.book import rulebook_of
from reslint.text.diagnostics import Problem, shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.files.baseline import Accepted
    from reslint.fixes.rounds import Mended, TakenBack
    from reslint.linting.linter import LintResult
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source


_BOM = b"\xef\xbb\xbf"


class Wish:
    """What is asked for: `unsafe` fixes too, to `write` the outcome, to show the `diff`."""

    __slots__ = ("diff", "unsafe", "write")

    def __init__(self, *, unsafe: bool = False, write: bool = False, diff: bool = False) -> None:
        self.unsafe = unsafe
        self.write = write
        self.diff = diff


class Repair:
    """The outcome for one file; picklable.

    `result` is that of the text as it now stands (of the mended text where nothing was to be
    written), `fixed` counts the findings mended by code, `taken_back` holds a line on each fix
    taken back, `left` one on each place that fixes leave to the drafter, `diff` the changes, `data`
    the mended bytes of standard input.
    """

    __slots__ = ("data", "diff", "fixed", "left", "result", "taken_back")

    def __init__(self, result: FileResult) -> None:
        self.result = result
        self.fixed: dict[str, int] = {}
        self.taken_back: list[str] = []
        self.left: list[str] = []
        self.diff = ""
        self.data = b""


def repair_path(
    path: str, named: bool, settings: Settings, wish: Wish, accepted: Accepted | None = None
) -> Repair:
    """Mend the file at `path` as far as `wish` goes.

    Where the outcome cannot be written, the result is that of the file as it is, with the error
    TOOL010.
    """
    try:
        snapshot = replace.take_snapshot(path, check.MAX_SIZE)
    except OSError as error:
        return Repair(check.unreadable(path, f"the file cannot be read ({error.strerror})"))
    except replace.NotWritten as error:
        return Repair(_not_written(FileResult(path), error))
    repair = repair_bytes(snapshot.data, path, named, settings, wish, accepted)
    if wish.write and repair.data != snapshot.data:
        try:
            replace.replace(snapshot, repair.data)
        except replace.NotWritten as error:
            # Read again: somebody may have changed it, and what is said is said of the file.
            result = check.check_path(path, named, settings, accepted)
            repair = Repair(_not_written(result, error))
    # The bytes have done their work: they need not travel between processes.
    repair.data = b""
    return repair


def repair_bytes(
    data: bytes,
    path: str,
    named: bool,
    settings: Settings,
    wish: Wish,
    accepted: Accepted | None = None,
) -> Repair:
    """Mend the bytes of a draft; `data` of the outcome holds them as they are to be written."""
    source = check.read_source(data, path)
    if isinstance(source, FileResult):
        repair = Repair(source)
        repair.data = data
        return repair
    try:
        mended = _mend(source, settings, wish, accepted)
    except Exception:  # whatever breaks the reader is said by the check, as without fixes
        mended = None
    if mended is None or mended.text == source.text:
        repair = Repair(check.check_source(source, named, settings, accepted))
        repair.data = data
    else:
        new = type(source)(mended.text, path, bom=source.bom)
        repair = Repair(check.check_source(new, named, settings, accepted))
        repair.data = (_BOM if source.bom else b"") + mended.text.encode("utf-8")
        repair.fixed = mended.fixed
        if wish.diff:
            # With the mark, or a change of the first line could not be applied.
            mark = _BOM.decode() if source.bom else ""
            repair.diff = _diff(path, mark + source.text, mark + mended.text)
    if mended is not None:
        new = type(source)(mended.text, path)
        language = settings.message_language
        for back in mended.taken_back:
            said = _said_of(back, language)
            repair.taken_back.append(f"{_place(new, path, back.start)}: {said}")
        for left in mended.left:
            said = f"{left.code} {left.message}"
            repair.left.append(f"{_place(new, path, left.start)}: {said}")
    return repair


def _place(source: Source, path: str, start: int) -> str:
    """Path, line and column of an offset."""
    line, column = source.position(start)
    return f"{shown_path(path)}:{line}:{column}"


def _said_of(back: TakenBack, language: str) -> str:
    """What there is to say of a fix taken back."""
    key = "taken-back"
    if back.brings in (READING, UNDONE, ENDLESS):
        key += "-" + back.brings
    values = {"code": back.code, "brings": back.brings, "message": back.message}
    return own_codes.wording(key, language, values)


def _mend(
    source: Source, settings: Settings, wish: Wish, accepted: Accepted | None
) -> Mended | None:
    """The source mended; None where the settings do not let it be checked."""
    options = settings
    if not check.knows_language(options):
        return None
    # What a fix brings is judged by all rules of the profile: `--select LEAD --fix` is no leave
    # to break the numbering.
    wide = options if options.select is None else options.replace(select=None)

    def lint_text(text: str, narrow: bool) -> LintResult:
        return lint(
            type(source)(text, source.path),
            lambda language: rulebook_of(language, settings.rule_folders),
            options if narrow else wide,
        )

    def propose(text: str, judged: LintResult) -> Iterable[Diagnostic]:
        chosen = judged if wide is options else lint_text(text, True)
        diagnostics = chosen.diagnostics
        if accepted is not None and chosen.draft.is_resolution:
            from reslint.files.baseline import without_accepted

            diagnostics = without_accepted(chosen, accepted, settings)
        return check.grave_enough(diagnostics, settings.report_from)

    return mend(source.text, lambda text: lint_text(text, False), propose, unsafe=wish.unsafe)


def _not_written(result: FileResult, error: replace.NotWritten) -> FileResult:
    """The result with the error that its file was not mended."""
    message = f"the fixes were not written: {error}"
    result.errors.append(Problem(own_codes.NOT_WRITTEN, message, result.path))
    return result


def _diff(path: str, old: str, new: str) -> str:
    """The changes as a unified diff that `patch` and git take."""
    from difflib import unified_diff

    # A name on one line, whatever characters it holds.
    name = shown_path(path).lstrip("/")
    if " " in name:
        # As git has it: without the tab, `patch` takes the name to end at the space.
        name += "\t"
    lines = unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """The lines as diffs know them: they end with a line feed and nothing else."""
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])
