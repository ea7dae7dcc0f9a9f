"""The HTML page: each draft as a reader sees it, and a summary with a chart and filters.

Pages are written draft by draft, from the templates in `templates/`: `begin`, a `file` for each
draft, `end`. Jinja2 escapes every text; nothing in a page is loaded from elsewhere.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from reslint.language.language import language as find_language
from reslint.language.loading import languages
from reslint.reports import wording
from reslint.reports.colour import plain
from reslint.reports.html_draft import Findings, ShownDraft, lines_of
from reslint.reports.html_pieces import SYMBOLS, WORDS
from reslint.rulebook.page import why
from reslint.settings.table import MESSAGE_LANGUAGES
from reslint.text.diagnostics import SEVERITIES
from reslint.text.display import escaped
from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from reslint.draft.model import Draft
    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Diagnostic, Problem
    from reslint.text.source import Source

    BySeverity = list[tuple[str, int]]
    """Severities with their counts, those that are 0 left out."""


_FOLDER = os.path.join(os.path.dirname(__file__), "templates")
_BEFORE_MARKUP = re.compile(r"\n +(?=[<{])")
_INDENTATION = re.compile(r"\n +")


class Report:
    """Format `html`; `title` is the key of the words at its head."""

    title = "title"

    def __init__(self, options: ReportOptions) -> None:
        self.language = options.language if options.language in MESSAGE_LANGUAGES else "en"
        self._files: list[CountedFile] = []
        self._by_code: dict[str, dict[str, int]] = {}
        self.templates = environment(self.language)
        self._script = own_file("page.js")
        self._begun = False

    def file(self, result: FileResult) -> str:
        """One draft, or the lines with findings where the draft cannot be shown."""
        number = self.count(result)
        by_severity = counts(result.diagnostics)
        problems = [wording.problem(problem, result.path, plain) for problem in result.errors]
        text, draft = checked_draft(result)
        findings = Findings(number, result.diagnostics, self.language, text)
        language = result.language
        if language in languages():
            language = find_language(language).name
        shown = {
            "number": number,
            "path": escaped(result.path),
            "facts": [fact for fact in (language, result.organ) if fact],
            "by_severity": by_severity,
            "problems": problems,
            "findings": findings,
            "draft": None if draft is None else ShownDraft(draft, findings),
            "lines": lines_of(result.diagnostics, findings) if draft is None else [],
        }
        return self.begun() + self.templates.get_template("file.html.j2").render(file=shown)

    @property
    def number(self) -> int:
        """The number of files that were counted."""
        return len(self._files)

    def count(self, result: FileResult) -> int:
        """Count a file for the summary; return its number, from 1."""
        by_severity = counts(result.diagnostics)
        self._files.append(CountedFile(escaped(result.path), by_severity, len(result.errors)))
        for one in result.diagnostics:
            of_code = self._by_code.setdefault(one.code, dict.fromkeys(SEVERITIES, 0))
            of_code[one.severity] += 1
        return len(self._files)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        """The rules met, the summary and the script."""
        last_line = wording.summary(summary, setup_errors, self.language, plain).strip()
        return self.begun() + self.templates.get_template("end.html.j2").render(
            rules=_rules(summary.names, self.language),
            last_line=last_line,
            problems=[wording.problem(error, "", plain) for error in setup_errors],
            by_severity=_found(summary.by_severity),
            chart=_chart(self._by_code, summary.names),
            files=self._files,
            version=__version__,
            script=Markup(self._script),
        )

    def begun(self) -> str:
        """The page up to its first draft; "" when it has been written."""
        if self._begun:
            return ""
        self._begun = True
        style = own_file("page.css")
        policy = (
            f"default-src 'none'; script-src 'sha256-{digest(self._script)}';"
            f" style-src '{style_hash()}'; base-uri 'none'; form-action 'none'"
        )
        template = self.templates.get_template("begin.html.j2")
        return template.render(title=self.title, policy=Markup(policy), style=Markup(style))


def style_hash() -> str:
    """Return the hash of a page's style, as a policy of a page around it must name it."""
    return f"sha256-{digest(own_file('page.css'))}"


class CountedFile:
    """A row of the list of drafts; `problems` is their number."""

    __slots__ = ("by_severity", "path", "problems")

    def __init__(self, path: str, by_severity: BySeverity, problems: int) -> None:
        self.path = path
        self.by_severity = by_severity
        self.problems = problems


# Templates ----------------------------------------------------------------------------------------


class _JoinedLines(Extension):
    """Joins the indented lines of a template, so that its layout adds no white space to the page.

    Before a tag or braces line break and indentation vanish, before other text a space stays.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return _INDENTATION.sub(" ", _BEFORE_MARKUP.sub("", source))


def environment(language: str) -> Environment:
    """The templates with the words of a language."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        extensions=[_JoinedLines],
        finalize=_harmless,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )

    def words(name: str, **values: object) -> str:
        return WORDS.text(name, language, **values)

    environment.globals.update(words=words, language=language, symbols=SYMBOLS)
    return environment


def _pictures() -> dict[int, str]:
    """Control characters as their pictures, what no file can hold as U+FFFD."""
    table = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    table.update({ord("\r"): "\n", 0x0C: " ", 0x7F: "\u2421"})
    table.update(dict.fromkeys(range(0x80, 0xA0), "\ufffd"))
    table.update({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})
    return table


_PICTURES = _pictures()


def _harmless(value: Any) -> Any:
    """A value as a page can hold it: no control characters, no half of a surrogate pair.

    Jinja2 calls this on every value that a template writes, and escapes what it returns.
    """
    if not isinstance(value, str) or isinstance(value, Markup) or value.isprintable():
        return value
    return value.translate(_PICTURES).encode("utf-8", "replace").decode("utf-8")


def own_file(name: str) -> str:
    """A file beside the templates."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as stream:
        return stream.read()


def digest(text: str) -> str:
    """Return the hash of a style or script, as a policy of a page names it."""
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


# The summary --------------------------------------------------------------------------------------


def counts(diagnostics: Sequence[Diagnostic]) -> BySeverity:
    """The numbers of findings by severity."""
    by_severity = dict.fromkeys(SEVERITIES, 0)
    for one in diagnostics:
        by_severity[one.severity] += 1
    return _found(by_severity)


def _found(by_severity: Mapping[str, int]) -> BySeverity:
    return [(severity, number) for severity, number in by_severity.items() if number]


def _chart(by_code: Mapping[str, Mapping[str, int]], names: Mapping[str, str]) -> list[Any]:
    """The bars by rule, most frequent first; start and width of each piece in per cent."""
    totals = {code: sum(counts.values()) for code, counts in by_code.items()}
    largest = max(totals.values(), default=0)
    chart = []
    for code, total in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        bars, start = [], 0.0
        by_severity = _found(by_code[code])
        for severity, number in by_severity:
            width = 100 * number / largest
            bars.append({"severity": severity, "start": start, "width": width})
            start += width
        chart.append(
            {
                "code": code,
                "name": names[code],
                "total": total,
                "by_severity": by_severity,
                "bars": bars,
            }
        )
    return chart


def _rules(names: Mapping[str, str], language: str) -> list[dict[str, Any]]:
    """The rules met: why they exist and their sources; house rules and own codes by name alone."""
    if not names:
        return []
    from reslint.rulebook.book import standard_in_full

    book = standard_in_full()
    rules = []
    for code, name in sorted(names.items()):
        shown = {"code": code, "name": name, "is_standard": False, "source": "", "address": ""}
        rule = book.get(code)
        if rule is not None:
            parts = (rule.source.get(key) for key in ("title", "section"))
            address = rule.source.get("url", "")
            shown.update(
                is_standard=True,
                why=why(rule, language),
                source=", ".join(filter(None, parts)),
                address=address if address.startswith(("https://", "http://")) else "",
            )
        rules.append(shown)
    return rules


# The draft that was checked -----------------------------------------------------------------------


def checked_draft(result: FileResult) -> tuple[str | None, Draft | None]:
    """The text and the draft that were checked; None for what cannot be had or is no draft.

    A result is small and may come from another process or machine: it does not carry the draft,
    which is read a second time.
    """
    source = _source_again(result)
    return (None, None) if source is None else (source.text, _draft_again(source, result))


def _source_again(result: FileResult) -> Source | None:
    """The source that was checked, read again; None where it is not there or has changed."""
    from reslint.documents import read_file
    from reslint.text.source import Source, UnreadableText

    # A FIFO would wait for ever; only a plain file can be read twice.
    if result.errors and not result.language:
        return None
    if result.text:
        return Source(result.text, result.path)
    try:
        if not os.path.isfile(result.path):
            return None
        source = read_file(result.path, changes=result.read_as[3])
    except (ValueError, UnreadableText):
        return None
    return source if all(_is_of(source, diagnostic) for diagnostic in result.diagnostics) else None


def _is_of(source: Source, diagnostic: Diagnostic) -> bool:
    """Whether the line of a finding is in the source as it was when it was checked."""
    line = diagnostic.line
    return (
        diagnostic.end <= len(source.text)
        and line <= len(source.line_starts)
        and source.line_starts[line - 1] + diagnostic.column - 1 == diagnostic.start
        and source.line_text(line) == diagnostic.line_text
    )


def _draft_again(source: Source, result: FileResult) -> Draft | None:
    """The draft in a source, read as it was for the check; None for what is no resolution."""
    from reslint.draft.reader import read_draft

    language, organ, text_format, _ = result.read_as
    try:
        draft = read_draft(source, path_format=text_format, language=language, organ=organ)
    except Exception:  # what broke the reader is an error of the file already
        return None
    return draft if draft.paragraphs else None
