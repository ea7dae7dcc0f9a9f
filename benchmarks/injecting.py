"""Putting slips into texts, one at a time, and judging what reslint then says."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.slips import kinds
from benchmarks.slips.note_texts import ibid_wordings
from benchmarks.slips.numbering_references import wordings
from benchmarks.slips.view import Store, View
from benchmarks.texts import check
from reslint.fixes import choosing
from reslint.rules.book import codes, rulebook_of
from reslint.settings.settings import Settings
from reslint.text.source import Source

if TYPE_CHECKING:
    from benchmarks.slips.kinds import Kind, Slip
    from reslint.text.diagnostics import Diagnostic

_EACH = 6
"""Slips of one kind that one text may offer."""


class Outcome(NamedTuple):
    """What became of one slip; picklable, and without words of the text but `shown`."""

    language: str
    organ: str
    notation: str
    path: str
    code: str
    kind: str
    line: int
    place: str
    found: bool
    safety: str  # of the fix offered: safe, unsafe, or "" for none
    restores: bool  # whether the fix could know what the text was
    restored: bool  # the text, exactly
    mended: bool  # nothing new is found after the fix
    strays: tuple[str, ...]  # other codes that appeared
    shown: str  # the faulty place, for the terminal


_STANDARD, _STRICT = Settings(), Settings(profile="strict")


class Text:
    """A text with its findings as they are before any slip."""

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
        """The findings without any slip, those of the strict profile where they are asked for."""
        if not strict:
            return self.diagnostics
        if self.strict is None:
            self.strict = check(self.source, _STRICT).diagnostics
        return self.strict

    @property
    def notation(self) -> str:
        """The notation of its notes."""
        return self.draft.notes[0].notation if self.draft.notes else ""


def lend(texts: list[Text]) -> dict[str, Store]:
    """The wordings that texts of one language lend each other."""
    stores: dict[str, Store] = {}
    for text in texts:
        store = stores.setdefault(text.draft.language, Store())
        view = View(text.draft, store)
        store.references.extend(wordings(view))
        store.ibid.extend(ibid_wordings(view))
    for store in stores.values():
        store.references = sorted(set(store.references))
        store.ibid = sorted(set(store.ibid))
    return stores


def offered(text: Text, store: Store, select: tuple[str, ...], seed: int) -> dict[str, list[Slip]]:
    """The slips that a text offers a place for, some of each kind, by kind.

    Only kinds for whose code the text is clean, and only paragraphs without any finding.
    """
    view = View(text.draft, store)
    found: dict[str, list[Slip]] = {}
    for kind in kinds(select):
        if kind.code in text.codes or _is_of_others(kind.code, text.draft.language):
            continue
        if _is_strict(kind.code, text.draft.language):
            if any(each.code == kind.code for each in text.before(strict=True)):
                continue
        # Seeded by kind and text, so that a new kind or text does not change the others' slips.
        random = Random(f"{seed} {kind!r} {text.path}")
        slips = [s for s in kind.make(view, random) if s.paragraph not in text.unclean]
        if slips:
            found[repr(kind)] = random.sample(slips, min(_EACH, len(slips)))
    return found


def _is_of_others(code: str, language: str) -> bool:
    """Whether the convention is one of other languages (a code without any rule is a miss)."""
    return code in codes() and all(rule.code != code for rule in rulebook_of(language, ()))


def _is_strict(code: str, language: str) -> bool:
    """Whether a rule runs on request only."""
    return any(rule.code == code and rule.profile == "strict" for rule in rulebook_of(language, ()))


def judge(text: Text, kind: Kind, slip: Slip) -> Outcome:
    """Puts one slip into a text and looks for it."""
    original = text.source.text
    faulty = choosing.apply(original, slip.edits)
    source = Source(faulty, text.source.path)
    strict = _is_strict(kind.code, text.draft.language)
    options = _STRICT if strict else _STANDARD
    result = check(source, options)
    known = text.before(strict=strict)
    news = _new(known, slip, result.diagnostics)
    hits = [d for d in news if d.code == kind.code and _is_at(d, slip)]
    own = [d for d in news if d.code == kind.code]
    safety, restored, mended = "", False, False
    if hits and hits[0].fix is not None:
        safety = hits[0].fix.safety
        fixed = _fixed(faulty, hits[0], own if kind.whole else [])
        goal = original if slip.goal is None else choosing.apply(original, slip.goal)
        restored = fixed == goal
        if not restored:
            again = check(Source(fixed, text.source.path), options).diagnostics
            before = Counter(d.code for d in known)
            mended = not (Counter(d.code for d in again) - before)
    strays = {d.code: d for d in news if d not in own} if hits else {}
    place = slip.places[0]
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
        slip.paragraph,
        bool(hits),
        safety,
        slip.restores,
        restored,
        restored or mended,
        tuple(sorted(strays if hits else {d.code for d in news})),
        shown[:200],
    )


def _new(known: list[Diagnostic], slip: Slip, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """The findings that were not there before, their places moved as the edits moved them."""
    before: Counter[tuple[str, int]] = Counter()
    loose: Counter[str] = Counter()
    for diagnostic in known:
        before[diagnostic.code, slip.moved(diagnostic.start, after=True)] += 1
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
            loose[diagnostic.code] -= 1  # an old finding in a paragraph that was moved
        else:
            kept.append(diagnostic)
    return kept


def _is_at(diagnostic: Diagnostic, slip: Slip) -> bool:
    """Whether a finding overlaps the place of a slip; an empty span counts where it touches."""
    for start, end in slip.places:
        if start == end or diagnostic.start == diagnostic.end:
            if diagnostic.start <= end and start <= diagnostic.end:
                return True
        elif diagnostic.start < end and start < diagnostic.end:
            return True
    return False


def _fixed(text: str, hit: Diagnostic, others: list[Diagnostic]) -> str:
    """The text with the fix of a finding made, and of those that belong to it."""
    assert hit.fix is not None
    wanted = [hit, *(d for d in others if d is not hit)]
    edits = choosing.edits_of(choosing.choose(wanted, unsafe=True)) or list(hit.fix.edits)
    try:
        return choosing.apply(text, edits)
    except ValueError:
        return text
