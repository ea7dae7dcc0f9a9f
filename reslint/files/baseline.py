"""Baselines: findings that are accepted, in a JSON file that people can read and compare.

    {"version": 1, "files": {"drafts/a.md": [
      {"code": "LEAD002", "paragraph": "5f2c…", "occurrence": 1, "text": "Recalling its …"}]}}

Paths are relative to the folder of the file, with slashes.
"""

from __future__ import annotations

import json
import os
from _blake2 import blake2b

from reslint.linting.results import FileResult, locate
from reslint.rulebook import own_codes
from reslint.settings.config import ConfigError
from reslint.text.diagnostics import Problem
from reslint.text.source import Source, read_regular_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.linting.linter import LintResult
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic

    Key = tuple[str, str, int]

    Accepted = frozenset[Key]


_EXCERPT = 60  # characters of a paragraph shown in an entry, for readers of the file only
VERSION = 1
_MAX_SIZE = 100_000_000  # bytes
_NOTHING: Accepted = frozenset()


class Entry:
    """One finding of a file: its key (code, fingerprint, occurrence) and its paragraph's start."""

    __slots__ = ("excerpt", "key")

    def __init__(self, key: Key, excerpt: str) -> None:
        self.key = key
        self.excerpt = excerpt


def entries_of(result: LintResult) -> list[Entry]:
    """Return the entries for the findings of a lint, in the order of its diagnostics."""
    return [Entry(key, text[:_EXCERPT]) for _, key, text in _keyed(result)]


def without_accepted(
    result: LintResult, accepted: Accepted, settings: Settings
) -> list[Diagnostic]:
    """Return the diagnostics without an entry, and TOOL009 for entries without a diagnostic.

    Only entries of rules that ran can be unused, and only if all severities are reported.
    """
    kept = []
    used = set()
    for diagnostic, key, _ in _keyed(result):
        if key in accepted:
            used.add(key)
        else:
            kept.append(diagnostic)
    unused: dict[str, int] = {}
    for code, _, _ in accepted - used:
        if code in result.ran and settings.report_from == "hint":
            unused[code] = unused.get(code, 0) + 1
    on_unused = [
        own_codes.diagnostic(
            own_codes.UNUSED_BASELINE,
            "unused-baseline",
            settings.message_language,
            0,
            0,
            {"code": code, "count": str(count)},
        )
        for code, count in sorted(unused.items())
    ]
    return on_unused + kept


def _keyed(result: LintResult) -> Iterator[tuple[Diagnostic, Key, str]]:
    """Yield each diagnostic with its key and the normalized text of its paragraph."""
    texts = _Texts(result)
    seen: dict[tuple[str, str], int] = {}
    for diagnostic in result.diagnostics:
        text = texts.at(diagnostic.start)
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        pair = (diagnostic.code, digest)
        seen[pair] = seen.get(pair, 0) + 1
        yield diagnostic, (*pair, seen[pair]), text


class _Texts:
    """Finds the text of the paragraph at a place; of the source line if there is no paragraph."""

    def __init__(self, result: LintResult) -> None:
        self._source = result.draft.source
        self._spans = [
            (block.start, block.end, paragraph.text)
            for paragraph in result.draft.paragraphs
            for block in paragraph.blocks
        ]

    def at(self, offset: int) -> str:
        # The narrowest block: paragraphs may stand inside others.
        inside = [(e - s, text) for s, e, text in self._spans if s <= offset <= e]
        if inside:
            return _normalized(min(inside)[1])
        line, _ = self._source.position(offset)
        return _normalized(self._source.line_text(line))


def _normalized(text: str) -> str:
    """Return the text with every run of spaces as one plain space."""
    return " ".join(text.split())


class Baseline:
    """The entries of a baseline by file (real path); `path` is that of the baseline itself."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.files: dict[str, list[Entry]] = {}

    def accepted(self, path: str) -> Accepted:
        """Return the accepted findings of the file at `path`."""
        entries = self.files.get(os.path.realpath(path))
        return frozenset(entry.key for entry in entries) if entries else _NOTHING

    def results_of_missing_files(self, language: str) -> Iterator[FileResult]:
        """Yield a result with TOOL009 for each file of the baseline that no longer exists."""
        for real, entries in sorted(self.files.items()):
            if os.path.exists(real):
                continue
            source = Source("", self._relative(real))
            values = {"code": "", "count": str(len(entries))}
            diagnostic = own_codes.diagnostic(
                own_codes.UNUSED_BASELINE, "baseline-without-file", language, 0, 0, values
            )
            yield FileResult(source.path, diagnostics=locate(source, [diagnostic]))

    def written(self) -> str:
        """Return the text of its file."""
        files = {
            self._relative(real): [
                {"code": code, "paragraph": digest, "occurrence": number, "text": entry.excerpt}
                for entry in entries
                for code, digest, number in (entry.key,)
            ]
            for real, entries in self.files.items()
            if entries
        }
        ordered = dict(sorted(files.items()))
        return (
            json.dumps({"version": VERSION, "files": ordered}, ensure_ascii=False, indent=1) + "\n"
        )

    def _relative(self, real: str) -> str:
        folder = os.path.dirname(os.path.realpath(self.path))
        return os.path.relpath(real, folder).replace(os.sep, "/")


def read_baseline(path: str) -> Baseline:
    """Read a baseline. Raises ConfigError for a file that cannot be read or is no baseline."""
    try:
        data = read_regular_file(path, _MAX_SIZE)
    except OSError as error:
        raise _wrong(path, f"cannot be read ({error.strerror})") from None
    baseline = Baseline(path)
    folder = os.path.dirname(os.path.realpath(path))
    try:
        document = json.loads(data)
        if not isinstance(document, dict) or "version" not in document:
            raise _wrong(path, "is not a baseline of reslint")
        if document["version"] != VERSION:
            raise _wrong(path, f"is of version {document['version']}, not {VERSION}")
        for name, entries in document["files"].items():
            real = os.path.realpath(os.path.join(folder, *name.split("/")))
            baseline.files[real] = [_entry(one) for one in entries]
    except ValueError as error:
        raise _wrong(path, f"is not valid JSON ({error})") from None
    except RecursionError:
        raise _wrong(path, "is not a baseline of reslint") from None
    except (TypeError, KeyError, AttributeError):
        message = "is broken: an entry needs a code, a paragraph and an occurrence"
        raise _wrong(path, message) from None
    return baseline


def _entry(values: dict[str, object]) -> Entry:
    """Return an entry from its JSON object. Raises TypeError or KeyError."""
    code, digest, number = values["code"], values["paragraph"], values["occurrence"]
    if not (isinstance(code, str) and isinstance(digest, str) and isinstance(number, int)):
        raise TypeError(values)
    return Entry((code, digest, number), str(values.get("text", "")))


def _wrong(path: str, message: str) -> ConfigError:
    return ConfigError([Problem(own_codes.INVALID_SETTING, f"the baseline {message}", path)])
