"""reslint: a drafting-style linter for United Nations resolutions.

The public library: the names in `__all__`, described in docs/python.md. All other modules are
private and may change. Everything is imported when it is first used, so that `import reslint` and
the start of the command stay cheap.
"""

from __future__ import annotations

from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Note, Paragraph, Resolution
    from reslint.fixes.rounds import FixedText
    from reslint.linting.results import FileResult
    from reslint.settings.settings import Settings, SettingsError
    from reslint.text.diagnostics import Diagnostic, Edit, Fix, Problem, Related

__all__ = [
    "Diagnostic",
    "Draft",
    "Edit",
    "FileResult",
    "Fix",
    "FixedText",
    "Note",
    "Paragraph",
    "Problem",
    "Related",
    "Resolution",
    "Rule",
    "Settings",
    "SettingsError",
    "__version__",
    "check",
    "check_file",
    "explain",
    "fix",
    "outline",
    "read",
    "rules",
]

_TYPES = {
    "Diagnostic": "reslint.text.diagnostics",
    "Draft": "reslint.draft.model",
    "Edit": "reslint.text.diagnostics",
    "FileResult": "reslint.linting.results",
    "Fix": "reslint.text.diagnostics",
    "FixedText": "reslint.fixes.rounds",
    "Note": "reslint.draft.model",
    "Paragraph": "reslint.draft.model",
    "Problem": "reslint.text.diagnostics",
    "Related": "reslint.text.diagnostics",
    "Resolution": "reslint.draft.model",
    "Rule": "reslint.checks.kinds",
    "Settings": "reslint.settings.settings",
    "SettingsError": "reslint.settings.settings",
}
"""The module of each public type."""


def __getattr__(name: str) -> Any:
    """Import a public type (PEP 562)."""
    if name not in _TYPES:
        raise AttributeError(f"module 'reslint' has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(_TYPES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def check(
    text: str, settings: Settings | None = None, *, path: str = "-", **options: Any
) -> FileResult:
    """Check a text as a draft.

    `settings` are those of the lint; `options` make them or change them by name (docs/python.md).
    `path` is the name under which the text is reported. A text that does not read as a resolution
    gives one diagnostic, TOOL006. What goes wrong inside reslint is in `errors` of the result.
    Raises SettingsError for an option that does not exist or a value that is not allowed, and
    ValueError for a text with a lone surrogate, which no file can hold.
    """
    from reslint.files.check import check_source
    from reslint.settings.merging import checked_settings
    from reslint.text.source import as_read, checked_text

    return check_source(
        as_read(checked_text(text), path), True, checked_settings(settings, options)
    )


def check_file(path: str, settings: Settings | None = None, **options: Any) -> FileResult:
    """Check a file.

    Without `settings`, those that hold for the file are found as by the command: `reslint.yaml`
    beside it or above it. `options` change them. A file that cannot be read or a wrong settings
    file is an error in the result. Raises SettingsError for wrong options.
    """
    import os

    from reslint.files.check import check_path
    from reslint.linting.results import FileResult
    from reslint.settings.config import ConfigError
    from reslint.settings.merging import checked_settings, settings_of_file

    path = os.fspath(path)
    try:
        found = settings_of_file(path) if settings is None else settings
    except ConfigError as error:
        return FileResult(path, setup_errors=error.problems)
    return check_path(path, True, checked_settings(found, options))


def fix(
    text: str, settings: Settings | None = None, *, unsafe: bool = False, **options: Any
) -> FixedText:
    """Fix a text: apply its fixes and check again, until nothing is left to fix.

    Safe fixes only, unless `unsafe`. A fix that would bring another finding is taken back. The
    result has the fixed text and the findings that are left, with their places in that text.
    Raises SettingsError and ValueError as `check` does.
    """
    from reslint.fixes.rounds import fix_in_rounds
    from reslint.linting.linter import Linter
    from reslint.linting.results import locate
    from reslint.settings.merging import checked_settings
    from reslint.text.source import as_read, checked_text

    linter = Linter(checked_settings(settings, options))
    fixed = fix_in_rounds(linter.lint(as_read(checked_text(text))), linter, unsafe=unsafe)
    locate(fixed.result.draft.source, fixed.result.diagnostics)
    return fixed


def read(text: str, settings: Settings | None = None, **options: Any) -> Draft:
    """Read a text as a draft: language, organ, paragraphs, notes. No rule runs.

    Of the settings and options, `language`, `organ` and `text_format` count. Raises SettingsError
    and ValueError as `check` does.
    """
    from reslint.draft.reader import read_draft
    from reslint.settings.merging import checked_settings
    from reslint.text.source import as_read, checked_text

    found = checked_settings(settings, options)
    return read_draft(
        as_read(checked_text(text)),
        path_format=found.text_format,
        language=found.language,
        organ=found.organ,
        habits=found.house,
    )


def outline(draft: Draft) -> dict[str, Any]:
    """Return the structure of a draft as `reslint outline --format json` prints it."""
    from reslint.draft.outline import as_data

    return as_data(draft)


def rules(language: str | None = None, *, folders: Iterable[str] = ()) -> list[Rule]:
    """Return the rules in order of code, with `why` and `examples`.

    Those that apply to a language, without one all. `folders` are files and folders of house rules.
    """
    from reslint.rulebook.book import full_rules

    return [
        rule
        for rule in full_rules(tuple(folders))
        if language is None or rule.languages is None or language in rule.languages
    ]


def explain(code: str, message_language: str = "en", *, folders: Iterable[str] = ()) -> str:
    """Return the page of a rule in Markdown: what it asks, why, its source, examples.

    Raises LookupError for a code that no rule has.
    """
    from reslint.rulebook.book import full_rule
    from reslint.rulebook.page import rule_page

    rule = full_rule(code, tuple(folders))
    if rule is None:
        raise LookupError(f"no rule has the code {code}")
    return rule_page(rule, message_language, None)
