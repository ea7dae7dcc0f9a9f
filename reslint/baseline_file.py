"""The file of a baseline, JSON for people to read and to compare from one version to the next.

    {"version": 1, "files": {"drafts/a.md": [
      {"code": "LEAD002", "paragraph": "5f2c…", "occurrence": 1, "text": "Recalling its …"}]}}

Paths are relative to the folder of the file, with slashes.
"""

from __future__ import annotations

import json
import os

from reslint import tool_codes
from reslint.baseline import Entry
from reslint.config import ConfigError
from reslint.diagnostics import Problem
from reslint.reports.result import FileResult, locate
from reslint.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.baseline import Accepted

VERSION = 1
_MAX_SIZE = 100_000_000  # bytes
_NOTHING: Accepted = frozenset()


class Baseline:
    """The entries of a baseline by file (real path); `path` is that of the baseline itself."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.files: dict[str, list[Entry]] = {}

    def accepted(self, path: str) -> Accepted:
        """What the baseline holds for the file at `path`."""
        entries = self.files.get(os.path.realpath(path))
        return frozenset(entry.key for entry in entries) if entries else _NOTHING

    def results_of_missing_files(self, language: str) -> Iterator[FileResult]:
        """A result with TOOL009 for each file of the baseline that is there no longer."""
        for real, entries in sorted(self.files.items()):
            if os.path.exists(real):
                continue
            source = Source("", self._relative(real))
            values = {"code": "", "count": str(len(entries))}
            said = tool_codes.diagnostic(
                tool_codes.UNUSED_BASELINE, "baseline-without-file", language, 0, 0, values
            )
            yield FileResult(source.path, reported=locate(source, [said]))

    def written(self) -> str:
        """The text of its file."""
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
    """The baseline in a file. Raises ConfigError for one that cannot be read or understood."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(_MAX_SIZE)
    except OSError as error:
        raise _wrong(path, f"cannot be read ({error.strerror})") from None
    baseline = Baseline(path)
    folder = os.path.dirname(os.path.realpath(path))
    try:
        document = json.loads(data)
        if not isinstance(document, dict) or "version" not in document:
            raise _wrong(path, "is no baseline of reslint")
        if document["version"] != VERSION:
            raise _wrong(path, f"is of version {document['version']}, not {VERSION}")
        for name, entries in document["files"].items():
            real = os.path.realpath(os.path.join(folder, *name.split("/")))
            baseline.files[real] = [_entry(one) for one in entries]
    except ValueError as error:
        raise _wrong(path, f"is no JSON ({error})") from None
    except RecursionError:
        raise _wrong(path, "is no baseline of reslint") from None
    except (TypeError, KeyError, AttributeError):
        message = "is broken: an entry holds a code, a paragraph and an occurrence"
        raise _wrong(path, message) from None
    return baseline


def _entry(values: dict[str, object]) -> Entry:
    """One entry. Raises TypeError or KeyError for what is none."""
    code, digest, number = values["code"], values["paragraph"], values["occurrence"]
    if not (isinstance(code, str) and isinstance(digest, str) and isinstance(number, int)):
        raise TypeError(values)
    return Entry((code, digest, number), str(values.get("text", "")))


def _wrong(path: str, message: str) -> ConfigError:
    return ConfigError([Problem(tool_codes.INVALID_SETTING, f"the baseline {message}", path)])
