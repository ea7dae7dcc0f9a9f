"""The side of a worker: check what a cluster's client sends, with the client's house rules.

A result has the paths of the client, whatever the paths on this machine. Work in several threads of
one worker is done one by one: a check is Python from end to end.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from threading import Lock

from reslint.data import paths
from reslint.files.check import check_bytes
from reslint.files.parcels import stamp_of
from reslint.linting.results import FileResult
from reslint.text.source import UnreadableText, read_bytes
from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.files.job import Outcome
    from reslint.files.parcels import Bundle, Parcel, Stamp
    from reslint.text.diagnostics import Problem


STATE = "state of the code"
"""The version that tells apart two states of reslint with the same number."""
_DECIDING = ("regex", "pyromark", "PyYAML", "distributed")
"""Packages on whose version a result, or its way back, may depend."""
_LOCK = Lock()
_unpacked: dict[str, dict[str, str]] = {}


class NotShared(Exception):
    """This machine does not see the files of the client."""


class DoesNotFit(Exception):
    """This machine has other versions than the client; the text says which."""


@cache
def versions() -> dict[str, str]:
    """Return the versions on which results depend, by name."""
    from importlib import metadata

    found = {
        "reslint": __version__,
        STATE: _state(),
        "Python": ".".join(map(str, sys.version_info[:2])),
    }
    return found | {name: metadata.version(name) for name in _DECIDING}


def differences(theirs: dict[str, str]) -> str:
    """Return how the versions here differ from those of the client; "" if they do not."""
    ours = versions()
    different = [
        f"{name} {ours[name]} there, {version} here"
        for name, version in theirs.items()
        if ours.get(name) != version and name != STATE
    ]
    if not different and ours[STATE] != theirs.get(STATE):
        different = [f"another state of reslint {__version__} there"]
    return "; ".join(different)


def greet(theirs: dict[str, str], path: str, stamp: Stamp | None) -> tuple[str, bool]:
    """Return how the versions differ, and whether a file of the client is seen here."""
    return differences(theirs), stamp is not None and stamp_of(path) == stamp


def keep(bundle: Bundle) -> Bundle:
    """Return a bundle: a task whose result the cluster copies to whichever worker needs it."""
    return bundle


def carry_out(
    theirs: dict[str, str], parcels: list[Parcel], bundles: list[Bundle]
) -> list[Outcome]:
    """Do the work of parcels. Raises DoesNotFit, NotShared."""
    different = differences(theirs)
    if different:
        raise DoesNotFit(different)
    with _LOCK:
        return [_outcome(one, bundles) for one in parcels]


def _outcome(parcel: Parcel, bundles: list[Bundle]) -> Outcome:
    if parcel.outcome is not None:
        return parcel.outcome
    data = parcel.data
    if parcel.stamp is not None:
        if stamp_of(parcel.path) != parcel.stamp:
            raise NotShared(parcel.path)
        try:
            data = read_bytes(parcel.path)
        except UnreadableText:
            raise NotShared(parcel.path) from None
    job = parcel.job
    settings = job.settings
    here: dict[str, str] = {}
    if parcel.bundle >= 0:
        here = _unpack(bundles[parcel.bundle])
        settings = settings.replace(
            rule_folders=tuple(here[one] for one in settings.rule_folders),
            registries=tuple(here[one] for one in settings.registries),
        )
    if job.fix is None:
        result = check_bytes(data, job.path, job.named, settings, job.accepted)
        return _with_paths_of_the_client(result, here)
    from reslint.files.fix import fix_bytes

    outcome = fix_bytes(data, job.path, job.named, settings, job.fix, job.accepted)
    outcome.without_data()
    _with_paths_of_the_client(outcome.result, here)
    return outcome


def _with_paths_of_the_client(result: FileResult, here: dict[str, str]) -> FileResult:
    """Put the client's paths of house rules in the place of ours."""
    for problem in (*result.errors, *result.setup_errors):
        _rename(problem, here)
    return result


def _rename(problem: Problem, here: dict[str, str]) -> None:
    for theirs, ours in here.items():
        problem.path = problem.path.replace(ours, theirs)
        problem.message = problem.message.replace(ours, theirs)


def _unpack(bundle: Bundle) -> dict[str, str]:
    """Write the files of a bundle, once a process; return where each path of the client is."""
    known = _unpacked.get(bundle.name)
    if known is not None:
        return known
    folder = _folder()
    made: dict[str, str] = {}
    for number, (path, files) in enumerate(bundle.files.items()):
        base = os.path.join(folder, f"{bundle.name}-{number}", os.path.basename(path) or "rules")
        os.makedirs(os.path.dirname(base))
        if not any(name == "" for name, _ in files):
            os.mkdir(base)
        for name, data in files:
            full = os.path.join(base, name) if name else base
            os.makedirs(os.path.dirname(full), exist_ok=True)
            if data is None:
                os.symlink(folder, full)
            else:
                with open(full, "wb") as stream:
                    stream.write(data)
        made[path] = base
    _unpacked[bundle.name] = made
    return made


@cache
def _folder() -> str:
    """Return a temporary folder of this process, removed at its end."""
    import atexit
    import shutil
    import tempfile

    folder = tempfile.mkdtemp(prefix="reslint-rules-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _state() -> str:
    """Return a digest of the code and of the rules that every installation has as YAML."""
    from hashlib import blake2b

    digest = blake2b(digest_size=8)
    for folder in (paths.PACKAGE, os.path.join(paths.rules_folder(), "standard")):
        for base, folders, names in os.walk(folder):
            folders[:] = sorted(one for one in folders if one[0] not in "._")
            for name in sorted(names):
                if name.endswith((".py", ".yaml")):
                    full = os.path.join(base, name)
                    digest.update(os.path.relpath(full, folder).encode() + b"\0")
                    with open(full, "rb") as stream:
                        digest.update(stream.read() + b"\0")
    return digest.hexdigest()
