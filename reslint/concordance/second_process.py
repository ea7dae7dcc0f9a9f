"""Read some versions in a second process while this one reads the others.

Reading is two thirds of a comparison, and each language has patterns of its own to compile. The
second process is a fork: it has all modules and rules already and starts in a millisecond. It
sends back what it read, pickled, without what nobody asks a version for once it is read. If
anything goes wrong there, the versions are read in this process.
"""

from __future__ import annotations

import os
import sys

from reslint.concordance.model import Version
from reslint.data.registry import SHIPPED, Registry
from reslint.files.runs import processors
from reslint.language.language import Language, language
from reslint.language.phrases import PhraseCache, PhraseGrammar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import IO, Any

    from reslint.linting.results import FileResult

    Read = Version | FileResult
    Reader = Callable[[str], Read]


ENOUGH_BYTES = 20_000
"""From this size of the smaller half on, the second process saves time."""


def read_versions(sizes: dict[str, int], read: Reader) -> dict[str, Read]:
    """Read the versions at some paths, given with their sizes in bytes, in two processes.

    A single process reads them where they are short, or where another cannot be forked safely:
    beside other threads, and on systems other than Linux.
    """
    there, here = _halves(sizes)
    if sum(sizes[path] for path in here) < ENOUGH_BYTES or not _may_fork():
        return {path: read(path) for path in sizes}
    answer, child = _begin(there, read)
    with answer:
        found = {path: read(path) for path in here}
        data = answer.read()
    if os.waitpid(child, 0)[1] == 0:
        found.update(_unpacked(data))
    else:
        found.update((path, read(path)) for path in there)
    return found


def _halves(sizes: dict[str, int]) -> tuple[list[str], list[str]]:
    """Divide the paths into two lists of about the same size, the larger one first."""
    halves: list[list[str]] = [[], []]
    totals = [0, 0]
    for path in sorted(sizes, key=sizes.__getitem__, reverse=True):
        smaller = totals.index(min(totals))
        halves[smaller].append(path)
        totals[smaller] += sizes[path]
    if totals[0] < totals[1]:
        halves.reverse()
    return halves[0], halves[1]


def _may_fork() -> bool:
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    return alone and sys.platform.startswith("linux") and processors() > 1


def _begin(paths: Iterable[str], read: Reader) -> tuple[IO[bytes], int]:
    """Start the second process; return the stream of its answer, and its number."""
    readable, writable = os.pipe()
    child = os.fork()
    if child:
        os.close(writable)
        return open(readable, "rb"), child
    code = 1
    try:
        # All of it first: a full pipe would stop it while it works.
        data = _packed({path: read(path) for path in paths})
        with open(writable, "wb") as answer:
            answer.write(data)
        code = 0
    finally:
        # Neither what waits to be printed nor what is done at the end of a program is its task.
        os._exit(code)


def _packed(found: dict[str, Read]) -> bytes:
    """What was read, as bytes: the vocabulary and the registry stay where they are."""
    from io import BytesIO
    from pickle import HIGHEST_PROTOCOL, Pickler

    for one in found.values():
        if isinstance(one, Version):
            _forget(one)
    stream = BytesIO()
    pickler = Pickler(stream, HIGHEST_PROTOCOL)
    table: Any = {
        Language: lambda one: (language, (one.code,)),
        PhraseGrammar: lambda one: (_grammar, (one.language,)),
        Registry: lambda _: (_registry, ()),
    }
    pickler.dispatch_table = table
    pickler.dump(found)
    return stream.getvalue()


def _unpacked(data: bytes) -> dict[str, Read]:
    from pickle import loads

    found: dict[str, Read] = loads(data)
    return found


def _grammar(code: str) -> PhraseGrammar:
    return language(code).phrases


def _registry() -> Registry:
    return SHIPPED


def _forget(version: Version) -> None:
    """Drop the facts from which the units were made: a comparison asks the units alone."""
    draft = version.draft
    draft.facts.clear()
    draft.phrases = PhraseCache(draft.vocabulary.phrases)
    for paragraph in draft.paragraphs:
        paragraph.facts.clear()
    for unit in version.units.values():
        unit.known = ()
