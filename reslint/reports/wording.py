"""What the reports for people share: headlines, problems, counts, the last lines."""

from __future__ import annotations

from reslint.text import Wordings
from reslint.text.diagnostics import place_in_file
from reslint.text.display import escaped, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reslint.linting.results import Summary
    from reslint.reports import ReportOptions
    from reslint.reports.colour import Paint
    from reslint.text.diagnostics import Diagnostic, Fix, Problem

_WORDS = Wordings(
    {
        "fix": {"en": "fix: {title}", "fr": "correction : {title}"},
        "unsafe": {"en": "possible fix: {title}", "fr": "correction possible : {title}"},
        "nothing": {"en": "{files} checked.", "fr": "{files}."},
        "no-files": {
            "en": "{files} checked: no file was found whose name ends like that of a draft"
            " (.md, .txt, .docx …).",
            "fr": "{files} : aucun fichier trouvé dont le nom finit comme celui d’un projet"
            " (.md, .txt, .docx…).",
        },
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
        "folders": {
            "en": ("{n} folder was left out: ", "{n} folders were left out: "),
            "fr": ("{n} dossier a été laissé de côté : ", "{n} dossiers laissés de côté : "),
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
        "severity-error": {"en": "error", "fr": "erreur"},
        "severity-warning": {"en": "warning", "fr": "avertissement"},
        "severity-info": {"en": "info", "fr": "information"},
        "severity-hint": {"en": "hint", "fr": "suggestion"},
        "gathered": {
            "en": "{n} × {code}: {name}, first at {first}, then {others} (--no-group shows all)",
            "fr": "{n} × {code} : {name}, d’abord en {first}, puis {others}"
            " (--no-group les montre tous)",
        },
        "more-error": {"en": "{n} more errors", "fr": "{n} autres erreurs"},
        "more-warning": {"en": "{n} more warnings", "fr": "{n} autres avertissements"},
        "more-notice": {"en": "{n} more findings", "fr": "{n} autres constats"},
        "with-change": {"en": "{hint}: ", "fr": "{hint} : "},
        "no-text": {"en": "(nothing)", "fr": "(rien)"},
        "next-both": {
            "en": "{safe} can be fixed with --fix, {unsafe} more with --fix --unsafe-fixes"
            " (review these).",
            "fr": "--fix en corrige {safe} ; --fix --unsafe-fixes, {unsafe} de plus (à relire).",
        },
        "next-safe": {
            "en": ("{n} can be fixed with --fix.", "{n} can be fixed with --fix."),
            "fr": ("--fix en corrige {n}.", "--fix en corrige {n}."),
        },
        "next-unsafe": {
            "en": (
                "{n} can be fixed with --fix --unsafe-fixes (review it).",
                "{n} can be fixed with --fix --unsafe-fixes (review these).",
            ),
            "fr": (
                "--fix --unsafe-fixes en corrige {n} (à relire).",
                "--fix --unsafe-fixes en corrige {n} (à relire).",
            ),
        },
        "next-explain": {
            "en": "reslint explain {code} says why, with the source of the convention.",
            "fr": "reslint explain {code} dit pourquoi, avec la source de l’usage.",
        },
    }
)


def headline(path: str, diagnostic: Diagnostic, paint: Paint) -> str:
    """`path:line:column severity CODE message`, the severity in English: for programs."""
    return " ".join(headline_parts(path, diagnostic, paint, "en"))


def headline_parts(
    path: str, diagnostic: Diagnostic, paint: Paint, language: str
) -> tuple[str, str]:
    """`path:line:column severity CODE` and the message."""
    line, column = place_in_file(diagnostic)[:2]
    place = paint(f"{escaped(path)}:{line}:{column}", "path")
    severity = paint(severity_name(diagnostic.severity, language), diagnostic.severity)
    code = paint(diagnostic.code, "code")
    return f"{place} {severity} {code}", one_line(diagnostic.message)


def severity_name(severity: str, language: str) -> str:
    """The word for a severity."""
    return _WORDS.text(f"severity-{severity}", language)


def gathered(one: Diagnostic, number: int, first: str, others: str, language: str) -> str:
    """The line on findings of one kind in one draft, of which only the first is shown."""
    return _WORDS.text(
        "gathered",
        language,
        n=number,
        code=one.code,
        name=one.name,
        first=first,
        others=others,
    )


def more_annotations(command: str, number: int, language: str) -> str:
    """The title of an annotation that stands for several."""
    return _WORDS.text(f"more-{command}", language, n=number)


def before_change(hint: str, language: str) -> str:
    """A hint with the colon that leads to what changes."""
    return _WORDS.text("with-change", language, hint=hint)


def nothing(language: str) -> str:
    """What stands for an empty replacement."""
    return _WORDS.text("no-text", language)


def next_step(summary: Summary, options: ReportOptions, paint: Paint) -> str:
    """The line on what to do next, "" where there is nothing to do or it is being done."""
    if options.fixing or not summary.diagnostics:
        return ""
    language = options.language
    safe, unsafe = summary.safe, summary.fixable - summary.safe
    if safe and unsafe:
        text = _WORDS.text("next-both", language, safe=safe, unsafe=unsafe)
    elif safe or unsafe:
        text = _WORDS.count("next-safe" if safe else "next-unsafe", safe or unsafe, language)
    else:
        codes = [one for one in summary.by_code if not one.startswith("TOOL")]
        if not codes:
            return ""
        code = min(codes, key=lambda one: (-summary.by_code[one], one))
        text = _WORDS.text("next-explain", language, code=code)
    return paint(text, "next") + "\n"


def problem(found: Problem, path: str, paint: Paint, language: str = "en") -> str:
    """A problem in the form of a headline, at its own path, or at `path` if it has none."""
    place = escaped(found.path or path) or "reslint"
    place += f":{found.line}:{found.column}" if found.line else ":"
    severity = paint(severity_name(found.severity, language), found.severity)
    code = f" {paint(found.code, 'code')}" if found.code else ""
    message = found.message
    if language != "en":
        from reslint.reports.problems import in_language

        message = in_language(message, language)
    return f"{paint(place, 'path')} {severity}{code} {one_line(message)}"


def places_elsewhere(diagnostic: Diagnostic) -> Iterator[str]:
    """The related places in other files, as `path:line:column message`."""
    for one in diagnostic.related:
        if one.path:
            line, column = place_in_file(one)[:2]
            yield f"{escaped(one.path)}:{line}:{column} {one_line(one.message)}"


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
    """How many files and folders were left out, and why; if `verbose`, each with its reason.

    Folders that rarely hold drafts are named where none was found.
    """
    folders = [*counts.folders, *(counts.usual if verbose or not counts.drafts else ())]
    text = "".join(
        _WORDS.count(key, len(left_out), language) + _reasons(left_out) + ".\n"
        for key, left_out in (("passed-over", counts.passed_over), ("folders", folders))
        if left_out
    )
    return text + "".join(each_passed_over(counts)) if verbose else text


def _reasons(left_out: Sequence[tuple[str, str]]) -> str:
    """The reasons, each with the number of files unless there is only one."""
    reasons: dict[str, int] = {}
    for _, reason in left_out:
        reasons[reason] = reasons.get(reason, 0) + 1
    if len(reasons) == 1:
        return next(iter(reasons))
    return "; ".join(f"{reason} ({number})" for reason, number in reasons.items())


def each_passed_over(counts: Summary) -> Iterator[str]:
    """A line for each file that was not read as a draft, then for each folder left out."""
    for path, reason in (*counts.passed_over, *counts.folders, *counts.usual):
        yield f"  {escaped(path)}: {one_line(reason)}\n"


def summary(counts: Summary, setup_errors: Sequence[Problem], language: str, paint: Paint) -> str:
    """The last line of a report; `setup_errors` are those of rules and settings."""
    if not counts.files:
        # With wrong settings nothing is checked, which is not the same as no draft.
        left_out = counts.passed_over or counts.folders or counts.usual
        key = "unchecked" if setup_errors else "nothing" if left_out else "no-files"
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
