"""One page for all drafts: each as a reader would see it, the findings marked in place.

The page needs nothing but itself: no network, no other file. It is written draft by draft, so
that a batch of any size stays small; the summary comes last, and the page's own script (or its
style, where no script may run) puts it first. Nothing that a draft holds can run in it: every text
is escaped, and the page forbids its browser any script but its own.
"""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256

from reslint import __version__
from reslint.reports.html_cards import Findings
from reslint.reports.html_draft import draft_again, draft_rows, line_rows, source_again
from reslint.reports.html_summary import (
    Counts,
    counted,
    problem_list,
    rules_section,
    summary_section,
    toolbar,
)
from reslint.reports.html_words import LANGUAGES, isolated, safe, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.diagnostics import Problem
    from reslint.reports import ReportOptions
    from reslint.reports.result import FileResult, Summary


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
