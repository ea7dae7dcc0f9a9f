"""What the reports for people share: headlines, problems, counts, the last line, colours."""

from __future__ import annotations

import os
import sys

from reslint.text import Wordings
from reslint.text.diagnostics import place_in_file
from reslint.text.display import escaped, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TextIO

    from reslint.linting.results import Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Diagnostic, Fix, Problem

    Paint = Callable[[str, str], str]


STYLES = {
    "path": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "hint": "cyan",
    "code": "bold",
    "gutter": "dim",
    "fix": "green",
    "good": "bold green",
}
"""How each kind of text is painted, as a style of rich."""

_WORDS = Wordings(
    {
        "fix": {"en": "fix: {title}", "fr": "correction : {title}"},
        "unsafe": {"en": "possible fix: {title}", "fr": "correction possible : {title}"},
        "nothing": {"en": "{files} checked.", "fr": "{files}."},
        "passed-over": {
            "en": (
                "{n} file was not read as a draft: ",
                "{n} files were not read as drafts: ",
            ),
            "fr": (
                "{n} fichier n’a pas été lu comme un projet : ",
                "{n} fichiers n’ont pas été lus comme des projets : ",
            ),
        },
        "unchecked": {
            "en": "Nothing was checked: {problems} with settings or rules.",
            "fr": "Rien n’a été vérifié : {problems} de paramètres ou de règles.",
        },
        "clean": {"en": "{files} checked: nothing to report.", "fr": "{files} : rien à signaler."},
        "found": {
            "en": "{files} checked: {findings} ({severities}){fixable}.",
            "fr": "{files} : {findings} ({severities}){fixable}.",
        },
        "fixable": {"en": ", {count} with a fix", "fr": ", dont {count} avec correction"},
        "errors": {
            "en": " Not everything could be checked: {errors}.",
            "fr": " Tout n’a pu être vérifié : {errors}.",
        },
        "draft": {
            "en": ("{n} draft", "{n} drafts"),
            "fr": ("{n} projet vérifié", "{n} projets vérifiés"),
        },
        "finding": {"en": ("{n} finding", "{n} findings"), "fr": ("{n} constat", "{n} constats")},
        "problem": {"en": ("{n} problem", "{n} problems"), "fr": ("{n} problème", "{n} problèmes")},
        "error": {"en": ("{n} error", "{n} errors"), "fr": ("{n} erreur", "{n} erreurs")},
        "warning": {
            "en": ("{n} warning", "{n} warnings"),
            "fr": ("{n} avertissement", "{n} avertissements"),
        },
        "info": {"en": ("{n} info", "{n} info"), "fr": ("{n} information", "{n} informations")},
        "hint": {"en": ("{n} hint", "{n} hints"), "fr": ("{n} suggestion", "{n} suggestions")},
    }
)


def headline(path: str, diagnostic: Diagnostic, paint: Paint) -> str:
    """`path:line:column severity CODE message`."""
    line, column = place_in_file(diagnostic)[:2]
    place = paint(f"{escaped(path)}:{line}:{column}", "path")
    severity = paint(diagnostic.severity, diagnostic.severity)
    code = paint(diagnostic.code, "code")
    return f"{place} {severity} {code} {one_line(diagnostic.message)}"


def problem(found: Problem, path: str, paint: Paint) -> str:
    """A problem in the form of a headline, at its own path, or at `path` if it has none."""
    place = escaped(found.path or path) or "reslint"
    place += f":{found.line}:{found.column}" if found.line else ":"
    severity = paint("error", "error")
    code = f" {paint(found.code, 'code')}" if found.code else ""
    return f"{paint(place, 'path')} {severity}{code} {one_line(found.message)}"


def fix_hint(fix: Fix, language: str) -> str:
    """The line that offers a fix."""
    key = "fix" if fix.safety == "safe" else "unsafe"
    return _WORDS.text(key, language, title=one_line(fix.title))


def statistics(summary: Summary, paint: Paint) -> str:
    """Counts by code, most frequent first, a line each."""
    width = len(str(max(summary.by_code.values())))
    lines = [
        f"{count:{width}}  {paint(code, 'code')}  {summary.names[code]}\n"
        for code, count in sorted(summary.by_code.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "".join(lines)


def ending(
    counts: Summary,
    setup_errors: Sequence[Problem],
    options: ReportOptions,
    paint: Paint,
    *,
    gap: str,
) -> str:
    """The end of a report: the counts by code if asked for, then `gap`, then the last line."""
    by_code = options.statistics and counts.diagnostics
    text = statistics(counts, paint) + gap if by_code else ""
    text += summary(counts, setup_errors, options.language, paint)
    return text + passed_over(counts, options.language, verbose=options.verbose)


def passed_over(counts: Summary, language: str, *, verbose: bool) -> str:
    """How many files were not read as drafts, and why; if `verbose`, each with its reason."""
    if not counts.passed_over:
        return ""
    reasons: dict[str, int] = {}
    for _, reason in counts.passed_over:
        reasons[reason] = reasons.get(reason, 0) + 1
    if len(reasons) == 1:
        listed = next(iter(reasons))
    else:
        listed = "; ".join(f"{reason} ({number})" for reason, number in reasons.items())
    text = _WORDS.count("passed-over", len(counts.passed_over), language) + listed + ".\n"
    return text + "".join(each_passed_over(counts)) if verbose else text


def each_passed_over(counts: Summary) -> Iterator[str]:
    """A line for each file that was not read as a draft."""
    for path, reason in counts.passed_over:
        yield f"  {escaped(path)}: {one_line(reason)}\n"


def summary(counts: Summary, setup_errors: Sequence[Problem], language: str, paint: Paint) -> str:
    """The last line of a report; `setup_errors` are those of rules and settings."""
    if not counts.files:
        # With wrong settings nothing is checked, which is not the same as no draft.
        key = "unchecked" if setup_errors else "nothing"
        number = _WORDS.count("problem", len(setup_errors), language)
        files = _WORDS.count("draft", 0, language)
        return _WORDS.text(key, language, problems=number, files=files) + "\n"
    files = _WORDS.count("draft", counts.drafts, language)
    if counts.diagnostics:
        severities = ", ".join(
            paint(_WORDS.count(severity, number, language), severity)
            for severity, number in counts.by_severity.items()
            if number
        )
        fixable = ""
        if counts.fixable:
            fixable = _WORDS.text("fixable", language, count=counts.fixable)
        text = _WORDS.text(
            "found",
            language,
            files=files,
            findings=_WORDS.count("finding", counts.diagnostics, language),
            severities=severities,
            fixable=fixable,
        )
    elif counts.errors:
        text = f"{files}."
    elif not counts.drafts:
        text = _WORDS.text("nothing", language, files=files)
    else:
        text = paint(_WORDS.text("clean", language, files=files), "good")
    if counts.errors:
        problems = paint(_WORDS.count("problem", counts.errors, language), "error")
        text += _WORDS.text("errors", language, errors=problems)
    return text + "\n"


def wants_colour(stream: TextIO, *, for_programs: bool = False) -> bool:
    """Whether to write colours to `stream`: a terminal without NO_COLOR, or FORCE_COLOR.

    A file gets none: whoever reads it later sees the codes. FORCE_COLOR, which is set for whole CI
    jobs, does not hold for a format that programs read.
    """
    if stream is not sys.stdout:
        return False
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") and not for_programs:
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def plain(text: str, style: str) -> str:
    """The text unchanged: a Paint without colours."""
    return text


def painter(colour: bool) -> Paint:
    """A function that paints a text in a style (a name in STYLES)."""
    if not colour:
        return plain
    # Not rich.console: it takes four times as long to import, and nothing here needs it.
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {name: Style.parse(words) for name, words in STYLES.items()}

    def paint(text: str, style: str) -> str:
        return styles[style].render(text, color_system=ColorSystem.STANDARD) if text else text

    return paint
