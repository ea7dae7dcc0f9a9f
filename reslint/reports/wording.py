"""What the reports for people share: head lines, problems, counts, the last line."""

from __future__ import annotations

import os

from reslint.text.diagnostics import shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from reslint.linting.results import Reported, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Fix, Problem

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
"""What is painted, and how (in the words of rich)."""

_WORDS = {
    "en": {
        "fix": "fix: {title}",
        "unsafe": "possible fix: {title}",
        "nothing": "No resolution to check.",
        "unchecked": "Nothing was checked: {troubles} with settings or rules.",
        "clean": "{files} checked: nothing to report.",
        "found": "{files} checked: {findings} ({severities}){fixable}.",
        "fixable": ", {count} with a fix",
        "errors": " Not everything could be checked: {errors}.",
        "draft": ("1 draft", "{n} drafts"),
        "finding": ("1 finding", "{n} findings"),
        "problem": ("1 problem", "{n} problems"),
        "error": ("1 error", "{n} errors"),
        "warning": ("1 warning", "{n} warnings"),
        "info": ("1 info", "{n} info"),
        "hint": ("1 hint", "{n} hints"),
    },
    "fr": {
        "fix": "correction : {title}",
        "unsafe": "correction possible : {title}",
        "nothing": "Aucune résolution à vérifier.",
        "unchecked": "Rien n’a été vérifié : {troubles} de paramètres ou de règles.",
        "clean": "{files} : rien à signaler.",
        "found": "{files} : {findings} ({severities}){fixable}.",
        "fixable": ", dont {count} avec correction",
        "errors": " Tout n’a pu être vérifié : {errors}.",
        "draft": ("1 projet vérifié", "{n} projets vérifiés"),
        "finding": ("1 constat", "{n} constats"),
        "problem": ("1 problème", "{n} problèmes"),
        "error": ("1 erreur", "{n} erreurs"),
        "warning": ("1 avertissement", "{n} avertissements"),
        "info": ("1 information", "{n} informations"),
        "hint": ("1 suggestion", "{n} suggestions"),
    },
}


def _word(key: str, language: str) -> str:
    text = _WORDS.get(language, _WORDS["en"])[key]
    assert isinstance(text, str)
    return text


def counted(forms: tuple[str, str], number: int, language: str) -> str:
    """A number with its noun: `forms` are that of one ("1 draft") and of many ("{n} drafts")."""
    one = number == 1 or (number == 0 and language == "fr")
    return forms[0].replace("1", str(number)) if one else forms[1].format(n=number)


def _count(key: str, number: int, language: str) -> str:
    forms = _WORDS.get(language, _WORDS["en"])[key]
    assert isinstance(forms, tuple)
    return counted(forms, number, language)


def one_line(text: str) -> str:
    """A message on one line and without control characters, whatever the draft put into it."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character == "\u00a0" else " "
        for character in text.replace("\r\n", " ")
    )


def headline(path: str, reported: Reported, paint: Paint) -> str:
    """`path:line:column severity CODE message`."""
    diagnostic = reported.diagnostic
    place = paint(f"{shown_path(path)}:{reported.line}:{reported.column}", "path")
    severity = paint(diagnostic.severity, diagnostic.severity)
    code = paint(diagnostic.code, "code")
    return f"{place} {severity} {code} {one_line(diagnostic.message)}"


def problem(found: Problem, path: str, paint: Paint) -> str:
    """A problem in the shape of a headline; its own path if it has one, else `path`."""
    place = shown_path(found.path or path) or "reslint"
    place += f":{found.line}:{found.column}" if found.line else ":"
    severity = paint("error", "error")
    code = f" {paint(found.code, 'code')}" if found.code else ""
    return f"{paint(place, 'path')} {severity}{code} {one_line(found.message)}"


def fix_hint(fix: Fix, language: str) -> str:
    """The line that offers a fix."""
    key = "fix" if fix.safety == "safe" else "unsafe"
    return _word(key, language).format(title=one_line(fix.title))


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
    troubles: Sequence[Problem],
    options: ReportOptions,
    paint: Paint,
    *,
    gap: str,
) -> str:
    """What closes a report: the counts by code where asked for, then `gap`, and the summary."""
    by_code = options.statistics and counts.diagnostics
    text = statistics(counts, paint) + gap if by_code else ""
    return text + summary(counts, troubles, options.language, paint)


def summary(counts: Summary, troubles: Sequence[Problem], language: str, paint: Paint) -> str:
    """The last line of a report; `troubles` are those of rules and settings."""
    if not counts.files:
        # Settings that are wrong let nothing be checked: that is not the same as no draft.
        key = "unchecked" if troubles else "nothing"
        number = _count("problem", len(troubles), language)
        return _word(key, language).format(troubles=number) + "\n"
    files = _count("draft", counts.files, language)
    if counts.diagnostics:
        severities = ", ".join(
            paint(_count(severity, number, language), severity)
            for severity, number in counts.by_severity.items()
            if number
        )
        fixable = ""
        if counts.fixable:
            fixable = _word("fixable", language).format(count=counts.fixable)
        text = _word("found", language).format(
            files=files,
            findings=_count("finding", counts.diagnostics, language),
            severities=severities,
            fixable=fixable,
        )
    elif counts.errors:
        text = f"{files}."
    else:
        text = paint(_word("clean", language).format(files=files), "good")
    if counts.errors:
        text += _word("errors", language).format(
            errors=paint(_count("problem", counts.errors, language), "error")
        )
    return text + "\n"


def wants_colour(stream: TextIO) -> bool:
    """Whether to write colours to `stream`: a terminal without NO_COLOR, or FORCE_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def plain(text: str, style: str) -> str:
    """The text as it is: how nothing is painted."""
    return text


def painter(colour: bool) -> Paint:
    """A function of text and name of a style (see STYLES) that gives the text to write."""
    if not colour:
        return plain
    # Not rich.console: it takes four times as long to import, and nothing here needs it.
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {name: Style.parse(words) for name, words in STYLES.items()}

    def paint(text: str, style: str) -> str:
        return styles[style].render(text, color_system=ColorSystem.STANDARD) if text else text

    return paint
