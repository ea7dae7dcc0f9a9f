"""Read some versions in a second process while this one reads the others, and share the checks.

Reading is two thirds of a comparison, and each language has patterns of its own to compile. The
second process is a fork: it has all modules and rules already and starts in a millisecond. It
sends back what it read, pickled, without what nobody asks a version for once it is read. Another
one then checks the numbers while this one checks all else. If anything goes wrong there, its work
is done in this process.
"""

from __future__ import annotations

import os
import sys

from reslint.concordance.model import Difference, Version
from reslint.data.registry import SHIPPED, Registry
from reslint.files.runs import processors
from reslint.language.language import Language, language
from reslint.language.phrases import PhraseCache, PhraseGrammar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import IO, Any

    from reslint.concordance.comparison import Comparison
    from reslint.linting.results import FileResult

    Read = Version | FileResult
    Reader = Callable[[str], Read]
    Check = Callable[[Comparison], None]


ENOUGH_BYTES = 20_000
"""From this size of the smaller half on, the second process saves time."""
ENOUGH_CHARACTERS = 100_000
"""From this length of all versions on, sharing the checks saves time."""


def read_versions(sizes: dict[str, int], read: Reader) -> dict[str, Read]:
    """Read the versions at some paths, given with their sizes in bytes, in two processes.

    A single process reads them where they are short, or where another cannot be forked safely:
    beside other threads, and on systems other than Linux.
    """
    there, here = _halves(sizes)
    if sum(sizes[path] for path in here) < ENOUGH_BYTES or not _may_fork():
        return {path: read(path) for path in sizes}
    # All of it is read before any is sent: a full pipe would stop the process while it works.
    answer, child = _begin(lambda: _packed({path: read(path) for path in there}))
    with answer:
        found = {path: read(path) for path in here}
        data = answer.read()
    if os.waitpid(child, 0)[1] == 0:
        found.update(_unpacked(data))
    else:
        found.update((path, read(path)) for path in there)
    return found


def share_checks(comparison: Comparison, there: Check, here: Check) -> None:
    """Find differences in two processes; both checks keep what they find in the comparison.

    A single process does all where there is little to check, or where none can be forked safely.
    """
    versions = (*comparison.versions, *comparison.unlike)
    if sum(len(one.draft.source.text) for one in versions) < ENOUGH_CHARACTERS or not _may_fork():
        return
    number_of = {version: number for number, version in enumerate(versions)}

    def work() -> bytes:
        from pickle import HIGHEST_PROTOCOL, dumps

        there(comparison)
        plain = {
            code: [_plain(one, number_of) for one in found]
            for code, found in comparison.differences.items()
        }
        return dumps(plain, HIGHEST_PROTOCOL)

    answer, child = _begin(work)
    with answer:
        here(comparison)
        data = answer.read()
    if os.waitpid(child, 0)[1] == 0:
        from pickle import loads

        for code, found in loads(data).items():
            comparison.differences[code] = [_whole(one, versions) for one in found]


def _plain(one: Difference, number_of: dict[Version, int]) -> Any:
    """A difference with the numbers of versions for these."""
    others = [(number_of[version], span) for version, span in one.others]
    span = one.start, one.end
    return number_of[one.version], span, one.place, one.values, others, one.variant, one.severity


def _whole(plain: Any, versions: Sequence[Version]) -> Difference:
    number, span, place, values, others, variant, severity = plain
    there = [(versions[other], each) for other, each in others]
    version = versions[number]
    return Difference(version, span, place, values, there, variant=variant, severity=severity)


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


def _begin(work: Callable[[], bytes]) -> tuple[IO[bytes], int]:
    """Start the second process; return the stream of its answer, and its number."""
    readable, writable = os.pipe()
    child = os.fork()
    if child:
        os.close(writable)
        return open(readable, "rb"), child
    code = 1
    try:
        data = work()
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
