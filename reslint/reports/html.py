"""The summary of the HTML page: counts, the chart by rule, the filters, the rules met."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256

from reslint import __version__
from reslint.reports import wording
from reslint.reports.html_draft import Findings, draft_again, draft_rows, line_rows, source_again
from reslint.reports.html_words import LANGUAGES, SYMBOLS, isolated, safe, words
from reslint.reports.wording import plain
from reslint.rules.page import why
from reslint.text.diagnostics import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reslint.checks.kinds import Rule
    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Problem


class Counts:
    """What the summary needs of each file: a few numbers, however many drafts there are."""

    __slots__ = ("by_code", "files", "problems")

    def __init__(self) -> None:
        self.files: list[tuple[str, dict[str, int], int]] = []  # path, by severity, errors
        self.by_code: dict[str, dict[str, int]] = {}  # code: severity: count
        self.problems: list[str] = []

    def add(self, result: FileResult) -> None:
        """Count one file."""
        by_severity = dict.fromkeys(SEVERITIES, 0)
        for reported in result.reported:
            one = reported.diagnostic
            by_severity[one.severity] += 1
            of_code = self.by_code.setdefault(one.code, dict.fromkeys(SEVERITIES, 0))
            of_code[one.severity] += 1
        self.files.append((result.path, by_severity, len(result.errors)))


def counted(by_severity: Mapping[str, int], words: Mapping[str, str]) -> str:
    """Counts by severity, each in its shape; those that are 0 are left out."""
    return " ".join(
        f'<span class="chip {severity}" title="{safe(words[severity])}">'
        f"{SYMBOLS[severity]} {number}</span>"
        for severity, number in by_severity.items()
        if number
    )


def problem_list(problems: Sequence[Problem], path: str) -> str:
    """Problems of a file, or of rules and settings."""
    items = "".join(
        f"<li>{isolated(wording.problem(problem, path, plain))}</li>" for problem in problems
    )
    return f'<ul class="problems">{items}</ul>' if items else ""


def summary_section(
    counts: Counts,
    summary: Summary,
    troubles: Sequence[Problem],
    words: Mapping[str, str],
    language: str,
) -> str:
    """The summary: it is written last and shown first."""
    said = wording.summary(summary, troubles, language, plain).strip()
    parts = [f'<h2>{safe(words["summary"])}</h2><p class="said">{safe(said)}</p>']
    if troubles:
        parts.append(f"<p>{safe(words['problems'])}</p>{problem_list(troubles, '')}")
    if summary.diagnostics:
        parts += [_severities(summary, words), _chart(counts, summary, words)]
    if len(counts.files) > 1:
        parts.append(_files(counts, words))
    return f'<section class="summary" id="summary">{"".join(parts)}</section>'


def toolbar(summary: Summary, words: Mapping[str, str]) -> str:
    """The bar that stays in sight: from finding to finding, and how many are shown."""
    if not summary.diagnostics:
        return ""
    shown = safe(words["shown"])
    return (
        f'<nav class="toolbar needs-script" aria-label="{safe(words["navigation"])}">'
        f'<button type="button" id="previous">↑ {safe(words["previous"])}</button>'
        f'<button type="button" id="next">↓ {safe(words["next"])}</button>'
        f'<label><input type="checkbox" id="only"> {safe(words["only"])}</label>'
        f'<output id="status" role="status" data-text="{shown}"></output></nav>'
    )


def _severities(summary: Summary, words: Mapping[str, str]) -> str:
    """The filter by severity."""
    boxes = "".join(
        f'<label class="chip {severity}"><input class="needs-script" type="checkbox" checked'
        f' data-filter-severity="{severity}"> {SYMBOLS[severity]} {safe(words[severity])}'
        f" <b>{number}</b></label>"
        for severity, number in summary.by_severity.items()
        if number
    )
    return f'<fieldset class="filter"><legend>{safe(words["severity"])}</legend>{boxes}</fieldset>'


def _chart(counts: Counts, summary: Summary, words: Mapping[str, str]) -> str:
    """The bars by rule, most frequent first; the box before each is the filter by rule."""
    totals = {code: sum(one.values()) for code, one in counts.by_code.items()}
    largest = max(totals.values())
    rows = []
    for code, total in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        by_severity = counts.by_code[code]
        rows.append(
            f'<tr data-rule="{safe(code)}"><th scope="row"><label>'
            f'<input class="needs-script" type="checkbox" checked data-filter-code="{safe(code)}">'
            f' {safe(code)}</label></th><td class="name"><a href="#rule-{safe(code)}">'
            f"{safe(summary.names[code].replace('-', ' '))}</a></td>"
            f'<td class="bar">{_bar(by_severity, largest)}</td>'
            f'<td class="number" data-count="{total}">{counted(by_severity, words)}</td></tr>'
        )
    head = "".join(
        f'<th scope="col">{safe(words[key])}</th>' for key in ("rule", "says", "share", "count")
    )
    return (
        f'<div class="chart"><h3>{safe(words["by-rule"])}</h3>'
        f'<p class="needs-script"><button type="button" id="all">{safe(words["show-all"])}</button>'
        f' <button type="button" id="none">{safe(words["show-none"])}</button></p>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _bar(by_severity: Mapping[str, int], largest: int) -> str:
    """A bar, a piece of it for each severity; the numbers beside it say the same."""
    pieces = []
    at = 0.0
    for severity, number in by_severity.items():
        if number:
            width = 100 * number / largest
            pieces.append(
                f'<rect class="{severity}" x="{at:.2f}%" y="0" width="{width:.2f}%" height="12"/>'
            )
            at += width
    return f'<svg aria-hidden="true" width="100%" height="12">{"".join(pieces)}</svg>'


def _files(counts: Counts, words: Mapping[str, str]) -> str:
    rows = ""
    for number, (path, by_severity, errors) in enumerate(counts.files, 1):
        said = counted(by_severity, words)
        if errors:
            said += f' <span class="problems">✗ {errors}</span>'
        rows += (
            f'<tr><td><a href="#d{number}">{isolated(path)}</a></td>'
            f"<td>{said or safe(words['clean'])}</td></tr>"
        )
    head = "".join(f'<th scope="col">{safe(words[key])}</th>' for key in ("draft", "count"))
    return (
        f'<details class="files" open><summary>{safe(words["drafts"])}</summary>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def rules_section(names: Mapping[str, str], words: Mapping[str, str], language: str) -> str:
    """What the rules met ask for, and why: the page goes with no other."""
    if not names:
        return ""
    from reslint.rules.book import standard_in_full

    book = standard_in_full()
    entries = "".join(
        f'<div class="rule" id="rule-{safe(code)}"><dt>{safe(code)} {safe(name)}</dt>'
        f"{_rule(book.get(code), words, language)}</div>"
        for code, name in sorted(names.items())
    )
    return f'<section class="rules"><h2>{safe(words["rules"])}</h2><dl>{entries}</dl></section>'


def _rule(rule: Rule | None, words: Mapping[str, str], language: str) -> str:
    if rule is None:  # a house rule, or reslint's own code
        return ""
    said = ", ".join(filter(None, (rule.source.get(key) for key in ("title", "section"))))
    source = safe(said)
    address = rule.source.get("url", "")
    if address.startswith(("https://", "http://")):
        source = f'<a href="{safe(address)}" rel="noreferrer">{source or safe(address)}</a>'
    if source:
        source = f'<dd class="source">{safe(words["source"])} {source}</dd>'
    return f"<dd>{safe(why(rule, language))}</dd>{source}"


class Report:
    """Format `html`."""

    def __init__(self, options: ReportOptions) -> None:
        self._language = options.language if options.language in ("en", "fr") else "en"
        self._words = words(self._language)
        self._counts = Counts()
        self._script = _own_file("html_page.js")
        self._opening = self._head()

    def file(self, result: FileResult) -> str:
        self._counts.add(result)
        number = len(self._counts.files)
        path, by_severity, _ = self._counts.files[-1]
        source = source_again(result)
        draft = None if source is None else draft_again(source, result)
        text = None if source is None else source.text
        findings = Findings(number, result.reported, self._words, self._language, text)
        body = problem_list(result.errors, path)
        if draft is None:
            body += line_rows(result, findings, self._words)
        else:
            body += draft_rows(draft, findings, self._words)
        facts = [LANGUAGES.get(result.language, result.language), result.organ]
        chips = counted(by_severity, self._words)
        if not chips and not result.errors:
            chips = safe(self._words["clean"])
        opened = " open" if result.reported or result.errors else ""
        return self._begun() + (
            f'<details class="file" id="d{number}" data-findings="{len(result.reported)}"{opened}>'
            f'<summary><h2>{isolated(path)}</h2> <span class="facts">'
            f"{safe(' · '.join(filter(None, facts)))}</span> {chips}</summary>"
            f"{body}</details>\n"
        )

    def end(self, summary: Summary, troubles: Sequence[Problem]) -> str:
        made = safe(self._words["made"].format(version=__version__))
        return (
            self._begun()
            + rules_section(summary.names, self._words, self._language)
            + summary_section(self._counts, summary, troubles, self._words, self._language)
            + toolbar(summary, self._words)
            + f"</main>\n<footer><p>{made}</p></footer>\n"
            + f"<script>{self._script}</script>\n</body>\n</html>\n"
        )

    def _begun(self) -> str:
        opening, self._opening = self._opening, ""
        return opening

    def _head(self) -> str:
        """The page up to its first draft."""
        style = _own_file("html_page.css")
        policy = (
            f"default-src 'none'; script-src 'sha256-{_digest(self._script)}';"
            f" style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'"
        )
        title = safe(self._words["title"])
        return (
            f'<!DOCTYPE html>\n<html lang="{self._language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            f"<title>{title} – reslint</title>\n<style>{style}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#d1">{safe(self._words["skip"])}</a>\n'
            f"<header><h1>{title}</h1></header>\n"
            '<main id="report" class="streamed">\n'
        )


def _own_file(name: str) -> str:
    """A file that lies beside this module."""
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as stream:
        return stream.read()


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
