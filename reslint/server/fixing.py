"""All safe fixes of a draft, as an editor makes them: the least edits from the old text to the new.

The same rounds as `reslint check --fix`: what a fix brings is judged, and a fix that would bring
another slip is taken back.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reslint.fixes.rounds import mend
from reslint.linting.linter import lint
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reslint.linting.linter import LintResult
    from reslint.server.documents import Snapshot
    from reslint.server.rules import Rulebooks
    from reslint.text.diagnostics import Diagnostic


def mending_edits(
    snapshot: Snapshot,
    rulebooks: Rulebooks,
    wanted: Callable[[Diagnostic], bool] = lambda _: True,
    *,
    unsafe: bool = False,
) -> list[Edit]:
    """The edits that mend the `wanted` findings of a snapshot (all of them, if not said).

    Empty where the document is not checked. `unsafe` takes unsafe fixes, too.
    """
    settings = snapshot.settings
    if not settings.enabled or not snapshot.result.draft.is_resolution:
        return []
    options = settings.lint
    # What a fix brings is judged by all rules of the profile, as on the command line.
    wide = options if options.select is None else options.replace(select=None)

    def judge(text: str) -> LintResult:
        return _lint(text, snapshot, rulebooks, wide is not options)

    def propose(text: str, judged: LintResult) -> Iterable[Diagnostic]:
        chosen = judged if wide is options else _lint(text, snapshot, rulebooks, False)
        return [one for one in chosen.diagnostics if wanted(one)]

    mended = mend(snapshot.text, judge, propose, unsafe=unsafe)
    return list(edits_between(snapshot.text, mended.text))


def _lint(text: str, snapshot: Snapshot, rulebooks: Rulebooks, wide: bool) -> LintResult:
    settings = snapshot.settings
    options = settings.lint.replace(select=None) if wide else settings.lint
    return lint(
        type(snapshot.source)(text, snapshot.source.path),
        lambda language: rulebooks.book(language, options.rule_folders),
        options,
    )


def edits_between(old: str, new: str) -> Iterator[Edit]:
    """Edits that make `new` of `old`, line by line and no longer than they have to be."""
    if old == new:
        return
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    old_at, new_at = _starts(old_lines), _starts(new_lines)
    matcher = SequenceMatcher(None, old_lines, new_lines, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield from _trimmed(
                old_at[a], old[old_at[a] : old_at[b]], new[new_at[c] : new_at[d]], b - a == d - c
            )


def _trimmed(start: int, old: str, new: str, paired: bool) -> Iterator[Edit]:
    """The edits of one stretch; where lines pair off, one edit a line."""
    if paired:
        olds, news = old.splitlines(keepends=True), new.splitlines(keepends=True)
        if len(olds) == len(news) > 1:
            for was, is_now in zip(olds, news, strict=True):
                yield from _trimmed(start, was, is_now, False)
                start += len(was)
            return
    if old == new:
        return
    head = _common(old, new)
    tail = _common(old[: head - 1 if head else None : -1], new[: head - 1 if head else None : -1])
    yield Edit(start + head, start + len(old) - tail, new[head : len(new) - tail])


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts
