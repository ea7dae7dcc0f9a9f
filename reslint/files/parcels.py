"""What travels to the workers of a cluster: the work on a file, and the house rules it needs.

A worker runs on another machine, in another folder. So a parcel has the absolute path of its file,
with the size and time it has here, or the bytes of the file where the workers do not share the
storage; and the files of house rules and registries travel as bytes, for a worker to unpack.
"""

from __future__ import annotations

import os
from hashlib import blake2b

from reslint.data.paths import yaml_files
from reslint.files import check
from reslint.text.source import UnreadableText, read_bytes, read_regular_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.files.job import Job, Outcome

    Stamp = tuple[int, int]


MOST = 50_000_000
"""Bytes of one file of house rules or of a registry."""


class Parcel:
    """The work on one file, for a worker; picklable.

    `stamp` is the file's size and time here if it is to be read by its absolute `path`; else `data`
    has its bytes, or `outcome` what is wrong with it. `bundle` is the place of its house rules
    among those that travel with it, -1 for none.
    """

    __slots__ = ("bundle", "data", "job", "outcome", "path", "stamp")

    def __init__(self, job: Job, bundle: int) -> None:
        self.job = job
        self.bundle = bundle
        self.path = ""
        self.stamp: Stamp | None = None
        self.data = b""
        self.outcome: Outcome | None = None


class Bundle:
    """Files of house rules and registries: for each path of the settings, its files.

    A file is a relative name with its bytes; None stands for a link to a folder, which rules do not
    follow and report. `name` tells bundles apart.
    """

    __slots__ = ("files", "name")

    def __init__(self, files: dict[str, list[tuple[str, bytes | None]]]) -> None:
        self.files = files
        self.name = blake2b(repr(sorted(files.items())).encode(), digest_size=16).hexdigest()


def parcel(job: Job, bundle: int, *, shared: bool) -> Parcel:
    """Return the parcel of a job: by its path on shared storage, else with its bytes."""
    made = Parcel(job, bundle)
    if shared:
        made.path = os.path.abspath(job.path)
        made.stamp = stamp_of(made.path)
    if made.stamp is None:
        try:
            made.data = read_bytes(job.path)
        except UnreadableText as error:
            made.outcome = check.unreadable(job.path, error)
            if job.fix is not None:
                from reslint.files.fix import FixOutcome

                made.outcome = FixOutcome(made.outcome)
    return made


def stamp_of(path: str) -> Stamp | None:
    """Return size and time of a file; None if it cannot be seen or is no regular file."""
    from stat import S_ISREG

    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if S_ISREG(status.st_mode) else None


def bundle_of(rule_folders: tuple[str, ...], registries: tuple[str, ...]) -> Bundle:
    """Return the files under these paths. Raises OSError for one that cannot be read."""
    files: dict[str, list[tuple[str, bytes | None]]] = {}
    for path in rule_folders:
        found, links = yaml_files(path)
        # A path may be a file itself: it has no name below its path.
        names = [(os.path.relpath(one, path) if one != path else "", one) for one in found]
        files[path] = [(name, read_regular_file(one, MOST)) for name, one in names]
        files[path] += [(os.path.relpath(one, path), None) for one in links]
    for path in registries:
        files[path] = [("", read_regular_file(path, MOST))]
    return Bundle(files)
