"""What the reports for people share: head lines, problems, counts, the last line."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.diagnostics import Fix, Problem
    from reslint.reports.colour import Paint
    from reslint.reports.result import Reported, Summary

_WORDS = {
    "en": {
        "fix": "fix: {title}",
        "unsafe": "possible fix: {title}",
        "nothing": "No resolution to check.",
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
    place = paint(f"{one_line(path)}:{reported.line}:{reported.column}", "path")
    severity = paint(diagnostic.severity, diagnostic.severity)
    code = paint(diagnostic.code, "code")
    return f"{place} {severity} {code} {one_line(diagnostic.message)}"


def problem(found: Problem, path: str, paint: Paint) -> str:
    """A problem in the shape of a headline; its own path if it has one, else `path`."""
    place = one_line(found.path or path)
    if found.line:
        place += f":{found.line}:{found.column}"
    severity = paint("error", "error")
    code = f" {paint(found.code, 'code')}" if found.code else ""
    where = paint(f"{place or 'reslint'}:", "path")
    return f"{where} {severity}{code} {one_line(found.message)}"


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


def ending(counts: Summary, language: str, paint: Paint, *, by_code: bool, gap: str) -> str:
    """What closes a report: the counts by code where asked for, then `gap`, and the summary."""
    text = statistics(counts, paint) + gap if by_code and counts.diagnostics else ""
    return text + summary(counts, language, paint)


def summary(counts: Summary, language: str, paint: Paint) -> str:
    """The last line of a report."""
    if not counts.files:
        return _word("nothing", language) + "\n"
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
