"""Cache results in the user's cache folder, so that a text is checked once.

The key of a result is all that it depends on: the bytes of the file, its format, the settings,
the rules and reslint itself. Its file is written whole or not at all, has a checksum, and is plain
data (marshal, never pickle). If it is damaged or cannot be read or written, the text is checked
again; two runs at once do not disturb each other. The folder keeps the newest results, up to
MAX_SIZE bytes.
"""

from __future__ import annotations

import os
import sys
from _blake2 import blake2b

from reslint.data import cache, paths
from reslint.files import check
from reslint.linting.results import FileResult
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Problem, Related
from reslint.text.source import UnreadableText, read_bytes, text_format_of
from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from reslint.files.job import Job


FORMAT = 8
MAX_SIZE = 200_000_000
"""Bytes of all results; checked about once in _TRIM_EVERY writes."""
MAX_RESULT = 5_000_000
"""Bytes of one result: reading a larger one is hardly faster than checking."""
_TRIM_EVERY = 500
_DECISIVE = (".py", ".yaml", ".yml", ".tsv", ".bin")
_CLASSES: tuple[type[Any], ...] = (FileResult, Diagnostic, Fix, Edit, Related, Problem)
_NUMBERS = {made: number for number, made in enumerate(_CLASSES)}
_FAILURES = (ValueError, TypeError, LookupError, AttributeError)


def look_up(job: Job) -> FileResult | None:
    """Return the cached result of a job, or None."""
    folder = cache.folder("results")
    if not folder:
        return None
    try:
        data = read_bytes(job.path)
    except UnreadableText as error:
        return check.unreadable(job.path, error)
    return _read(_path(folder, job, data), job.path)


def check_cached(job: Job) -> FileResult:
    """Check a file and cache the result, unless it has errors, which may pass."""
    try:
        data = read_bytes(job.path)
    except UnreadableText as error:
        return check.unreadable(job.path, error)
    result = check.check_bytes(data, job.path, job.named, job.settings, job.accepted)
    folder = cache.folder("results")
    if folder and not result.errors and not result.setup_errors:
        _write(_path(folder, job, data), result)
    return result


def path_of_group(jobs: Sequence[Job], reference: str) -> str:
    """Return the path of the results of files that are compared, "" without a cache.

    `reference` is what else they depend on.
    """
    folder = cache.folder("results")
    if not folder:
        return ""
    digest = blake2b(f"group {reference}".encode("utf-8", "surrogatepass"), digest_size=20)
    try:
        for job in jobs:
            data = read_bytes(job.path)
            digest.update(job.path.encode("utf-8", "surrogatepass") + b"\0" + _settings_key(job))
            digest.update(len(data).to_bytes(8, "big") + data)
    except UnreadableText:
        return ""
    name = digest.hexdigest()
    return os.path.join(folder, name[:2], name[2:])


def read_group(path: str) -> tuple[str, list[str], list[FileResult]] | None:
    """Return what `write_group` wrote: reference, paths compared, results; None without it."""
    found, values = cache.read(path, most=MAX_RESULT)
    try:
        reference, compared, results = _object(values, {}) if found else ("", [], [])
    except _FAILURES:
        return None
    if not results or not all(isinstance(one, FileResult) for one in results):
        return None
    return reference, compared, results


def write_group(path: str, reference: str, compared: list[str], results: list[FileResult]) -> None:
    """Write the results of files that were compared; if that fails, do nothing."""
    try:
        values = _values((reference, compared, results), {})
    except LookupError:
        return
    cache.write(path, values, most=MAX_RESULT)


def _path(folder: str, job: Job, data: bytes) -> str:
    """Return the path of the result of a job on these bytes."""
    digest = blake2b(_settings_key(job), digest_size=20)
    digest.update(data)
    name = digest.hexdigest()
    return os.path.join(folder, name[:2], name[2:])


def _settings_key(job: Job) -> bytes:
    """Return everything that a result depends on besides the bytes of the file."""
    settings = job.settings
    lines = [f"{slot}={_plain(getattr(settings, slot))!r}" for slot in sorted(settings.__slots__)]
    lines.append(settings.text_format or text_format_of(job.path))
    accepted = None if job.accepted is None else sorted(job.accepted)
    lines.append(f"{job.named} {accepted}")
    text = "\n".join(lines).encode("utf-8", "surrogatepass")
    return text + b"\0" + _code_key((*settings.rule_folders, *settings.registries)) + b"\0"


def _plain(value: object) -> object:
    """Return the value in an order that does not change from run to run."""
    if isinstance(value, frozenset):
        return sorted(value)
    return sorted(value.items()) if isinstance(value, dict) else value


_CODE_KEYS: dict[tuple[str, ...], bytes] = {}


def _code_key(others: tuple[str, ...]) -> bytes:
    """Return a digest of reslint, its rules and other files and folders: names, sizes, times."""
    key = _CODE_KEYS.get(others)
    if key is None:
        entries = [f"reslint {__version__} results {FORMAT} {sys.hexversion:x}"]
        for folder in dict.fromkeys((paths.PACKAGE, paths.rules_folder(), *others)):
            entries.append(os.path.abspath(folder))
            _stamp(folder, entries)
        text = "\n".join(entries).encode("utf-8", "surrogatepass")
        key = _CODE_KEYS[others] = blake2b(text, digest_size=20).digest()
    return key


def _stamp(path: str, entries: list[str]) -> None:
    """Add name, size and time of every file at or under a path, in fixed order."""
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(one for one in folders if one[0] not in "._" or one == "_prebuilt")
        for name in sorted(names):
            if name.endswith(_DECISIVE):
                full = os.path.join(folder, name)
                try:
                    status = os.stat(full)
                    entries.append(
                        f"{full} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
                    )
                except OSError:
                    entries.append(f"{full} unreadable")
    if os.path.isfile(path):
        status = os.stat(path)
        entries.append(f"{path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}")


def _read(path: str, name: str) -> FileResult | None:
    """Read the result in a file, for a draft at `name`; None if it is missing or damaged."""
    found, values = cache.read(path, _head(path), most=MAX_RESULT)
    try:
        result = _object(values, {}) if found else None
    except _FAILURES:
        return None
    if not isinstance(result, FileResult):
        return None
    result.path = name
    return result


def _write(path: str, result: FileResult) -> None:
    """Write a result; if that fails, do nothing."""
    try:
        values = _values(result, {})
    except LookupError:
        return
    if not cache.write(path, values, _head(path), most=MAX_RESULT):
        return
    # The digits of a name are random: about one write in _TRIM_EVERY trims.
    if int(os.path.basename(path)[:8], 16) % _TRIM_EVERY == 0:
        trim(os.path.dirname(os.path.dirname(path)))


def _head(path: str) -> bytes:
    """Return what a result begins with: its key, so that a file under another name is not read."""
    shelf, name = os.path.split(path)
    return f"{os.path.basename(shelf)}{name}\n".encode()


def trim(folder: str, limit: int = MAX_SIZE) -> None:
    """Remove the oldest results of a folder if all are above `limit`, down to three quarters."""
    found = []
    for shelf in _entries(folder):
        for entry in _entries(shelf.path):
            try:
                status = entry.stat()
            except OSError:
                continue
            found.append((status.st_mtime_ns, status.st_size, entry.path))
    total = sum(size for _, size, _ in found)
    if total <= limit:
        return
    for _, size, path in sorted(found):
        try:
            os.unlink(path)
        except OSError:
            continue  # removed by another run
        total -= size
        if total < limit * 3 // 4:
            return


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _values(value: Any, made_plain: dict[int, Any]) -> Any:
    """Return a result as plain data. Raises LookupError for an object of another class.

    A shared tuple stays shared, so that marshal writes it once (all diagnostics of a renumbering
    have the same edits). `made_plain` holds the tuples met so far, by identity.
    """
    if value is None or isinstance(value, str | int | bool | float):
        return value
    if isinstance(value, list):
        return [_values(one, made_plain) for one in value]
    if isinstance(value, tuple):
        plain = made_plain.get(id(value))
        if plain is None:
            plain = ("tuple", *[_values(one, made_plain) for one in value])
            if value:
                made_plain[id(value)] = plain
        return plain
    if isinstance(value, dict):
        return {key: _values(one, made_plain) for key, one in value.items()}
    made = type(value)
    return (_NUMBERS[made], *[_values(getattr(value, slot), made_plain) for slot in made.__slots__])


def _object(value: Any, made: dict[int, Any]) -> Any:
    """Return the objects from the data that `_values` made."""
    if isinstance(value, list):
        return [_object(one, made) for one in value]
    if isinstance(value, dict):
        return {key: _object(one, made) for key, one in value.items()}
    if not isinstance(value, tuple):
        return value
    if value[0] == "tuple":
        known = made.get(id(value))
        if known is None:
            known = made[id(value)] = tuple([_object(one, made) for one in value[1:]])
        return known
    kind = _CLASSES[value[0]]
    thing = object.__new__(kind)
    for slot, one in zip(kind.__slots__, value[1:], strict=True):
        setattr(thing, slot, _object(one, made))
    return thing
