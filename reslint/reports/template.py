"""Format `template:FILE`: a report as a Jinja2 template of the user writes it.

The template gets what `--format json` writes: `files`, `errors`, `summary`, `reslint`, `version`.
It runs in a sandbox: it reads no files and calls no Python of its own. Texts are escaped in
templates for HTML and XML (by the ending of the name, without `.j2`).
"""

from __future__ import annotations

import os

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reslint.reports import ReportError
from reslint.reports.json_report import VERSION, error_object, file_object, summary_object
from reslint.text.display import held_by_xml
from reslint.text.source import read_regular_file
from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Problem


_MOST = 1_000_000  # bytes of a template
_MARKUP = (".html", ".htm", ".xml", ".svg")


class Report:
    """A report of a template; it is written when all files are known.

    Raises ReportError for a template that cannot be read or is wrong.
    """

    def __init__(self, options: ReportOptions, path: str) -> None:
        self._path = path
        self._files: list[dict[str, Any]] = []
        self._markup = path.lower().removesuffix(".j2").endswith(_MARKUP)
        environment = ImmutableSandboxedEnvironment(
            autoescape=self._markup,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        try:
            text = read_regular_file(path, _MOST).decode("utf-8")
            self._template = environment.from_string(text)
        except OSError as error:
            raise ReportError(f"{path} cannot be read: {error.strerror}") from None
        except UnicodeDecodeError:
            raise ReportError(f"{path} is not UTF-8") from None
        except TemplateError as error:
            line = getattr(error, "lineno", 0)
            raise ReportError(f"{path}{f':{line}' if line else ''}: {error}") from None
        except Exception as error:  # constants are computed here, and may be without measure
            raise ReportError(f"{path}: {str(error) or type(error).__name__}") from None

    def file(self, result: FileResult) -> str:
        """Keep the result of a file for the end."""
        self._files.append(file_object(result))
        return ""

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        """Return the whole report. Raises ReportError where the template fails."""
        values = {
            "version": VERSION,
            "reslint": __version__,
            "files": self._files,
            "errors": [error_object(error, with_path=True) for error in setup_errors],
            "summary": summary_object(summary, statistics=True),
        }
        try:
            text = self._template.render(values)
        except Exception as error:  # a template may fail in any way
            reason = str(error) or type(error).__name__
            raise ReportError(f"{os.path.basename(self._path)}: {reason}") from None
        return held_by_xml(text) if self._markup else text
