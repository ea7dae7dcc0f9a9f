"""Inject one error at a time into a text and check what reslint reports."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.errors import kinds
from benchmarks.errors.note_texts import ibid_wordings
from benchmarks.errors.numbering_references import wordings
from benchmarks.errors.view import SharedWording, View
from benchmarks.texts import check
from reslint.fixes import choosing
from reslint.rulebook.book import codes, rulebook_of
from reslint.settings.settings import Settings
from reslint.text.source import Source

if TYPE_CHECKING:
    from benchmarks.errors.kinds import InjectedError, Kind
    from reslint.text.diagnostics import Diagnostic

_EACH = 6
"""The most errors of one kind taken from one text."""


class Outcome(NamedTuple):
    """The result for one injected error. Picklable; only `shown` quotes the text."""

    language: str
    organ: str
    notation: str
    path: str
    code: str
    kind: str
    line: int
    place: str
    found: bool
    safety: str  # of the fix offered: safe, unsafe, or "" if there is none
    restores: bool  # whether a fix can know the original text
    restored: bool  # whether the fix gave the original text exactly
    resolved: bool  # whether the fixed text has no new finding
    extra: tuple[str, ...]  # other codes reported as well
    shown: str  # the text around the error, for the terminal


_STANDARD, _STRICT = Settings(), Settings(profile="strict")


class Text:
    """A text and its findings before an error is injected."""

    def __init__(self, path: str, source: Source) -> None:
        self.path = path
        self.source = source
        result = check(source, _STANDARD)
        self.draft = result.draft
        self.diagnostics = result.diagnostics
        self.strict: list[Diagnostic] | None = None
        self.codes = {diagnostic.code for diagnostic in self.diagnostics}
        self.unclean = {diagnostic.paragraph for diagnostic in self.diagnostics} - {""}

    def before(self, *, strict: bool) -> list[Diagnostic]:
        """The findings before an error is injected, of the standard or the strict profile."""
        if not strict:
            return self.diagnostics
        if self.strict is None:
            self.strict = check(self.source, _STRICT).diagnostics
        return self.strict

    @property
    def notation(self) -> str:
        """The notation of its notes, "" without notes."""
        return self.draft.notes[0].notation if self.draft.notes else ""


def collect_wording(texts: list[Text]) -> dict[str, SharedWording]:
    """Collect, by language, wordings that an error in one text may borrow from another."""
    wording: dict[str, SharedWording] = {}
    for text in texts:
        shared = wording.setdefault(text.draft.language, SharedWording())
        view = View(text.draft, shared)
        shared.references.extend(wordings(view))
        shared.ibid.extend(ibid_wordings(view))
    for shared in wording.values():
        shared.references = sorted(set(shared.references))
        shared.ibid = sorted(set(shared.ibid))
    return wording


def possible_errors(
    text: Text, shared: SharedWording, select: tuple[str, ...], seed: int
) -> dict[str, list[InjectedError]]:
    """Choose some errors of each kind that can be injected into a text, by kind.

    Only kinds whose code the text does not already report, and only paragraphs without findings.
    """
    view = View(text.draft, shared)
    found: dict[str, list[InjectedError]] = {}
    for kind in kinds(select):
        if kind.code in text.codes or _is_for_other_languages(kind.code, text.draft.language):
            continue
        if _is_strict(kind.code, text.draft.language):
            if any(each.code == kind.code for each in text.before(strict=True)):
                continue
        # Seeded by kind and text: a new kind or text does not change the errors of the others.
        random = Random(f"{seed} {kind!r} {text.path}")
        errors = [s for s in kind.make(view, random) if s.paragraph not in text.unclean]
        if errors:
            found[repr(kind)] = random.sample(errors, min(_EACH, len(errors)))
    return found


def _is_for_other_languages(code: str, language: str) -> bool:
    """Whether the rule exists, but not for this language. (An unknown code counts as missed.)"""
    return code in codes() and all(rule.code != code for rule in rulebook_of(language, ()))


def _is_strict(code: str, language: str) -> bool:
    """Whether a rule runs in the strict profile only."""
    return any(rule.code == code and rule.profile == "strict" for rule in rulebook_of(language, ()))


def judge(text: Text, kind: Kind, error: InjectedError) -> Outcome:
    """Inject one error into a text and check that it is found and fixed."""
    original = text.source.text
    faulty = choosing.apply(original, error.edits)
    source = Source(faulty, text.source.path)
    strict = _is_strict(kind.code, text.draft.language)
    options = _STRICT if strict else _STANDARD
    result = check(source, options)
    known = text.before(strict=strict)
    news = _new(known, error, result.diagnostics)
    hits = [d for d in news if d.code == kind.code and _is_at(d, error)]
    own = [d for d in news if d.code == kind.code]
    safety, restored, resolved = "", False, False
    if hits and hits[0].fix is not None:
        safety = hits[0].fix.safety
        fixed = _fixed(faulty, hits[0], own if kind.whole else [])
        goal = original if error.goal is None else choosing.apply(original, error.goal)
        restored = fixed == goal
        if not restored:
            again = check(Source(fixed, text.source.path), options).diagnostics
            before = Counter(d.code for d in known)
            resolved = not (Counter(d.code for d in again) - before)
    extra = {d.code: d for d in news if d not in own} if hits else {}
    place = error.places[0]
    line = source.position(min(place[0], len(faulty)))[0]
    shown = " ".join(faulty[max(place[0] - 50, 0) : place[1] + 50].split())
    return Outcome(
        text.draft.language,
        text.draft.organ,
        text.notation,
        text.path,
        kind.code,
        kind.name,
        line,
        error.paragraph,
        bool(hits),
        safety,
        error.restores,
        restored,
        restored or resolved,
        tuple(sorted(extra if hits else {d.code for d in news})),
        shown[:200],
    )


def _new(
    known: list[Diagnostic], error: InjectedError, diagnostics: list[Diagnostic]
) -> list[Diagnostic]:
    """The findings that were not there before; old places are moved by the edits."""
    before: Counter[tuple[str, int]] = Counter()
    loose: Counter[str] = Counter()
    for diagnostic in known:
        before[diagnostic.code, error.moved(diagnostic.start, after=True)] += 1
    news = []
    for diagnostic in diagnostics:
        key = (diagnostic.code, diagnostic.start)
        if before[key]:
            before[key] -= 1
        else:
            news.append(diagnostic)
    for (code, _start), count in before.items():
        loose[code] += count
    kept = []
    for diagnostic in news:
        if loose[diagnostic.code]:
            loose[diagnostic.code] -= 1  # an old finding in a moved paragraph
        else:
            kept.append(diagnostic)
    return kept


def _is_at(diagnostic: Diagnostic, error: InjectedError) -> bool:
    """Whether a finding overlaps a place of the error. An empty span counts if it touches."""
    for start, end in error.places:
        if start == end or diagnostic.start == diagnostic.end:
            if diagnostic.start <= end and start <= diagnostic.end:
                return True
        elif diagnostic.start < end and start < diagnostic.end:
            return True
    return False


def _fixed(text: str, hit: Diagnostic, others: list[Diagnostic]) -> str:
    """Apply the fix of a finding, and of the other findings that belong to the same error."""
    assert hit.fix is not None
    wanted = [hit, *(d for d in others if d is not hit)]
    edits = choosing.edits_of(choosing.choose(wanted, unsafe=True)) or list(hit.fix.edits)
    try:
        return choosing.apply(text, edits)
    except ValueError:
        return text
