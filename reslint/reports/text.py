"""Formats `text` (each finding with its source line and its fix) and `concise` (one line each)."""

from __future__ import annotations

import re

from reslint.reports import wording
from reslint.reports.colour import painter, plain
from reslint.reports.excerpts import TURNED, columns, excerpt, reads_right_to_left
from reslint.reports.places import place_name
from reslint.text.diagnostics import place_in_file
from reslint.text.display import escaped, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.reports.replacements import Piece, Replacement
    from reslint.text.diagnostics import Diagnostic, Problem


_NUMBER = 5  # columns of a line number
_BAR = " | "
_INDENT = " " * (_NUMBER + len(_BAR))
_COLOUR = re.compile("\x1b\\[[0-9;]*m")
_FEW = 3
"""Findings of one kind in one draft that are all shown; of more, the first stands for all."""
_NOT_FIRST = ("»", ";", ":", "!", "?", "→")  # marks with which no line begins
_NAMED = 5  # places of other findings that are named


class Report:
    """Format `text`.

    Findings of one rule and severity in one draft are gathered: the first is shown, the places of
    others are named.
    """

    def __init__(self, options: ReportOptions) -> None:
        self._paint = painter(options.colour)
        self._options = options

    def file(self, result: FileResult) -> str:
        """Return the errors and findings of a file, with an empty line after each."""
        if self._options.statistics == "only":
            errors = result.errors
            return "".join(
                wording.problem(one, result.path, self._paint, self._options.language) + "\n"
                for one in errors
            )
        parts = [
            wording.problem(error, result.path, self._paint, self._options.language) + "\n"
            for error in result.errors
        ]
        parts.extend(
            self._finding(result.path, *found) for found in self._gathered(result.diagnostics)
        )
        return "".join(part + "\n" for part in parts)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        """Return the counts, and what to do next."""
        text = wording.ending(summary, setup_errors, self._options, self._paint, gap="\n")
        text += wording.next_step(summary, self._options, self._paint)
        return broken(text, self._options.width) if self._options.wrap else text

    def _gathered(
        self, diagnostics: Sequence[Diagnostic]
    ) -> Iterable[tuple[Diagnostic, Sequence[Diagnostic]]]:
        """Return the findings to show, each with all of its kind if it stands for them."""
        if not self._options.gather:
            return [(one, ()) for one in diagnostics]
        kinds: dict[tuple[str, str], list[Diagnostic]] = {}
        for one in diagnostics:
            kinds.setdefault((one.code, one.severity), []).append(one)
        shown: list[tuple[Diagnostic, Sequence[Diagnostic]]] = []
        for one in diagnostics:
            same = kinds[one.code, one.severity]
            if len(same) <= _FEW:
                shown.append((one, ()))
            elif same[0] is one:
                shown.append((one, same))
        return shown

    def _finding(self, path: str, diagnostic: Diagnostic, same: Sequence[Diagnostic]) -> str:
        """Return the lines about a finding, each with its line end; `same` are all of its kind."""
        paint, options = self._paint, self._options
        start = diagnostic.column - 1
        on_one_line = diagnostic.end_line == diagnostic.line
        end = diagnostic.end_column - 1 if on_one_line else len(diagnostic.line_text)
        shown, marks = excerpt(diagnostic.line_text, start, end, options.width - len(_INDENT))
        number = f"{place_in_file(diagnostic)[0]:{_NUMBER}}"
        lines = [self._headline(path, diagnostic)]
        if shown:
            bar = paint(_BAR, "gutter")
            lines.append(paint(number, "gutter") + bar + shown)
            lines.append(" " * _NUMBER + bar + paint(marks, diagnostic.severity))
        for related in diagnostic.related:
            line, column = place_in_file(related)[:2]
            where = f"{escaped(related.path or path)}:{line}:{column}"
            head = _INDENT + paint(where, "path")
            lines.append(self._text(head, columns(_INDENT + where), one_line(related.message)))
        lines += self._fix(diagnostic)
        if same:
            lines.append(self._text(_INDENT[1:], len(_INDENT) - 1, self._others(same), "count"))
        return "".join(line + "\n" for line in lines)

    def _headline(self, path: str, diagnostic: Diagnostic) -> str:
        """Return the headline with the name of the paragraph, in lines of a terminal."""
        language = self._options.language
        head, message = wording.headline_parts(path, diagnostic, self._paint, language)
        place = place_name(diagnostic.paragraph, language)
        if not self._options.wrap:
            return f"{head} {message}" + (
                f" {self._paint(f'[{place}]', 'gutter')}" if place else ""
            )
        plain_head, _ = wording.headline_parts(path, diagnostic, plain, language)
        words = [(word, "") for word in _unbroken(message)]
        if place:
            words.append((f"[{place}]", "gutter"))
        return self._wrapped(head, columns(plain_head), words)

    def _wrapped(self, head: str, used: int, words: Iterable[tuple[str, str]]) -> str:
        """Return words with their styles behind a head of `used` columns, in indented lines."""
        lines = [head]
        for word, style in words:
            width = columns(word)
            if used + 1 + width > self._options.width and used > len(_INDENT):
                lines.append(" " * (len(_INDENT) - 1))
                used = len(_INDENT) - 1
            lines[-1] += " " + (self._paint(word, style) if style else word)
            used += 1 + width
        return "\n".join(lines)

    def _text(self, head: str, used: int, text: str, style: str = "") -> str:
        """Return a text behind a head of `used` columns, broken into lines on a terminal."""
        if self._options.wrap:
            return self._wrapped(head, used, ((word, style) for word in _unbroken(text)))
        return f"{head} {self._paint(text, style) if style else text}"

    def _fix(self, diagnostic: Diagnostic) -> list[str]:
        """Return the lines on a fix: its title, and the phrase before and after it."""
        if diagnostic.fix is None:
            return []
        from reslint.reports.replacements import replacement_of

        hint = wording.fix_hint(diagnostic.fix, self._options.language)
        replacement = replacement_of(diagnostic)
        if replacement is None:
            return [self._text(_INDENT[1:], len(_INDENT) - 1, hint, "fix")]
        return self._changed(hint, replacement, diagnostic.line_text)

    def _changed(self, hint: str, replacement: Replacement, line_text: str) -> list[str]:
        """Return the hint with `old → new` behind it, below it, or as a line for each."""
        title = self._text(_INDENT[1:], len(_INDENT) - 1, hint, "fix")
        old, new = replacement.old, replacement.new
        nothing = wording.nothing(self._options.language)
        width = _columns(old) + 3 + (_columns(new) if new else columns(nothing))
        before = self._painted(old, "removed")
        after = self._painted(new, "added") if new else self._paint(nothing, "gutter")
        room = self._options.width
        # An arrow would point the wrong way between words that read from right to left.
        turned = reads_right_to_left(line_text)
        if turned or width + len(_INDENT) > room or not old:
            begin, end = TURNED if turned else ("", "")
            return [
                title,
                *([f"{_INDENT}{self._paint('-', 'removed')} {begin}{before}{end}"] if old else []),
                *([f"{_INDENT}{self._paint('+', 'added')} {begin}{after}{end}"] if new else []),
            ]
        leading = wording.before_change(hint, self._options.language)
        if columns(_INDENT + leading) + width <= room:
            return [f"{_INDENT}{self._paint(leading, 'fix')}{before} → {after}"]
        return [title, f"{_INDENT}{before} → {after}"]

    def _painted(self, pieces: Iterable[Piece], style: str) -> str:
        return "".join(self._paint(text, style) if changes else text for text, changes in pieces)

    def _others(self, same: Sequence[Diagnostic]) -> str:
        """Return the line on the findings of a kind: their number, the first and some more."""
        places = [":".join(map(str, place_in_file(one)[:2])) for one in same]
        named = places[1 : _NAMED + 1]
        more = ", …" if len(places) > len(named) + 1 else ""
        return wording.gathered(
            same[0], len(same), places[0], ", ".join(named) + more, self._options.language
        )


def _unbroken(text: str) -> list[str]:
    """Return the words of a text; marks that stand apart in French stay with their words."""
    words: list[str] = []
    for word in text.split(" "):
        if words and (word[:1] in _NOT_FIRST or words[-1][-1:] == "«"):
            words[-1] += " " + word
        else:
            words.append(word)
    return words


def broken(text: str, width: int) -> str:
    """Return a text whose lines are broken between words where they are longer than the width."""
    lines = []
    for line in text.split("\n"):
        used = 0
        for word in _unbroken(line):
            needed = columns(_COLOUR.sub("", word))
            if used and used + 1 + needed > width:
                lines.append(word)
                used = needed
            elif used:
                lines[-1] += f" {word}"
                used += 1 + needed
            else:
                lines.append(word)
                used = needed or 1
    return "\n".join(lines)


def _columns(pieces: Iterable[Piece]) -> int:
    return sum(columns(text) for text, _ in pieces)


class ConciseReport:
    """Format `concise`: it is for programs, so severities are in English whatever the language."""

    def __init__(self, options: ReportOptions) -> None:
        self._paint = painter(options.colour)
        self._options = options

    def file(self, result: FileResult) -> str:
        """Return a line for each error and finding."""
        lines = [wording.problem(error, result.path, self._paint) for error in result.errors]
        if self._options.statistics != "only":
            lines.extend(
                wording.headline(result.path, diagnostic, self._paint)
                for diagnostic in result.diagnostics
            )
        return "".join(line + "\n" for line in lines)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        """Return the counts."""
        return wording.ending(summary, setup_errors, self._options, self._paint, gap="")
