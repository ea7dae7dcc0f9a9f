"""Baselines: the findings that a collection of drafts has already, so that only new ones show.

An entry knows a finding by its content and not by its line: the code, a fingerprint of the text
of its paragraph (without mark-up, label and spacing), and which of several such findings it is.
Whoever mends a paragraph is told all that is left in it; whoever inserts one above it is not.
"""

from __future__ import annotations

from _blake2 import blake2b

from reslint import tool_codes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.batch import Settings
    from reslint.diagnostics import Diagnostic
    from reslint.linter import LintResult

    Key = tuple[str, str, int]
    Accepted = frozenset[Key]

_EXCERPT = 60  # characters of a paragraph shown in an entry, for readers of the file only


class Entry:
    """One finding of a file: its key (code, fingerprint, occurrence) and its paragraph's start."""

    __slots__ = ("excerpt", "key")

    def __init__(self, key: Key, excerpt: str) -> None:
        self.key = key
        self.excerpt = excerpt


def entries_of(result: LintResult) -> list[Entry]:
    """The entries for the findings of a lint, in the order of its diagnostics."""
    return [Entry(key, text[:_EXCERPT]) for _, key, text in _keyed(result)]


def without_accepted(
    result: LintResult, accepted: Accepted, settings: Settings
) -> list[Diagnostic]:
    """The diagnostics that no entry names, and TOOL009 for entries that name none any longer.

    Only entries of rules that ran can be unused, and only where everything is reported.
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
    said = [
        tool_codes.diagnostic(
            tool_codes.UNUSED_BASELINE,
            "unused-baseline",
            settings.options.message_language,
            0,
            0,
            {"code": code, "count": str(count)},
        )
        for code, count in sorted(unused.items())
    ]
    return said + kept


def _keyed(result: LintResult) -> Iterator[tuple[Diagnostic, Key, str]]:
    """Each diagnostic with its key and the normalized text of its paragraph."""
    texts = _Texts(result)
    seen: dict[tuple[str, str], int] = {}
    for diagnostic in result.diagnostics:
        text = texts.at(diagnostic.start)
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        pair = (diagnostic.code, digest)
        seen[pair] = seen.get(pair, 0) + 1
        yield diagnostic, (*pair, seen[pair]), text


class _Texts:
    """The text of the paragraph at a place; of the source line where there is no paragraph."""

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
    """The text with single spaces, whatever kind they were."""
    return " ".join(text.split())
