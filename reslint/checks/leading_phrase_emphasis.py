"""Emphasis of leading phrases: put on, of the right kind, neither too long nor too short."""

from __future__ import annotations

from reslint.checks.throughout import FindingGroup, has_unknown_style, reported
from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts.emphasis import (
    add_emphasis,
    emphasized_text,
    move_emphasis,
    naming_kind,
    preferred_kind,
    remove_emphasis,
    right_kinds,
)
from reslint.facts.numbered_headings import is_numbered_heading
from reslint.facts.openings import GRAMMAR_PART, openings
from reslint.language.habits import NONE
from reslint.text.diagnostics import Finding
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Emphasis
    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.openings import Opening
    from reslint.language.phrases import PhraseMatch


_CITATION = expression(r"[0-9]+[/(]\s?[0-9IVXL]+")
_NAMING_KIND = (None, "kind", "throughout", "throughout-kind")
"""The messages that exist for each kind of emphasis."""
_WORD = expression(r"\w+")


def emphasized(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A leading phrase without emphasis, or with emphasis of the wrong kind.

    If all phrases of a part have the same wrong emphasis, or none, that is one finding.
    """
    if not draft.emphasis_known:
        return
    by_part: dict[str, list[tuple[str, Finding | None]]] = {PREAMBLE: [], OPERATIVE: []}
    kinds_of = {part: right_kinds(draft, part) for part in (PREAMBLE, OPERATIVE)}
    for opening in openings(draft):
        paragraph = opening.paragraph
        if opening.phrase is None or _is_broken(paragraph):
            continue
        judged = _usual(opening, kinds_of[paragraph.part]) or _judged(opening, draft, rule)
        by_part[paragraph.part].append(judged)
    single: list[Finding] = []
    found: dict[str, list[Finding]] = {}
    for some in by_part.values():
        findings = [finding for _, finding in some if finding is not None]
        all_written = {written for written, _ in some}
        if len(all_written) == 1 and len(findings) == len(some):
            found.setdefault(all_written.pop(), []).extend(findings)
        else:
            single.extend(findings)
    if has_unknown_style(draft):
        if not any(opening.run for opening in openings(draft)):
            return  # a body that emphasizes nothing
        single = [finding for finding in single if finding.variant != "kind"]
    groups = [
        FindingGroup(findings, "throughout-kind" if written else "throughout", throughout=True)
        for written, findings in found.items()
    ]
    for finding in reported(draft, [*groups, FindingGroup(single, "", throughout=False)]):
        if finding.variant in _NAMING_KIND:
            finding.variant = naming_kind(finding.variant, finding.values["kind"])
        yield finding


def _usual(opening: Opening, kinds: list[str]) -> tuple[str, None] | None:
    """What `_judged` says of a phrase with the only emphasis of its paragraph, the usual case."""
    if len(opening.run) != 1 or len(opening.paragraph.emphases) != 1:
        return None
    kind = opening.run[0].kind
    phrase = opening.phrase
    right = phrase is not None and opening.run_start <= phrase.start and kind in kinds
    return (kind, None) if right else None


def _judged(opening: Opening, draft: Draft, rule: Rule) -> tuple[str, Finding | None]:
    """The kinds of emphasis on a leading phrase, and the finding on it, None if it is right."""
    phrase, paragraph = opening.phrase, opening.paragraph
    assert phrase is not None
    kinds = right_kinds(draft, paragraph.part)
    written = " ".join([emphasis.kind for emphasis in opening.run])
    if NONE in kinds and (not opening.run or len(kinds) == 1):
        return written, _not_plain(opening) if opening.run else None
    if _leads_to_emphasized_verb(opening, draft):
        return written, None
    if not opening.run:
        start, end = phrase.start, phrase.end
        kind = preferred_kind(draft, paragraph.part)
        edits = add_emphasis(paragraph, start, end, kind)
        variant = None
    elif any(emphasis.kind not in kinds for emphasis in opening.run):
        if _overruns(opening, draft, rule):
            return written, None
        start, end = min(opening.run_start, phrase.start), opening.run_end
        kind = preferred_kind(draft, paragraph.part)
        edits = move_emphasis(paragraph, opening.run, start, end, kind)
        variant = "kind"
    elif opening.run_start > phrase.start and not _may_start_late(opening, draft):
        start, end = phrase.start, max(opening.run_end, phrase.end)
        kind = preferred_kind(draft, paragraph.part)
        edits = move_emphasis(paragraph, opening.run, start, end, kind)
        variant = "late"
        written = "late"
    elif "underline" not in kinds and (under := _underlines(opening)):
        if any(mark.end < opening.run_end for mark in under):
            return written, None
        start, end = opening.run_start, opening.run_end
        kind = preferred_kind(draft, paragraph.part)
        edits = remove_emphasis(under)
        variant = "kind"
        written += " underline"
    else:
        return written, None
    marked = emphasized_text(paragraph.text[start:end], kind)
    values = {"marked": marked, "kind": kind}
    return written, paragraph.finding(start, end, values, edits, variant=variant)


def _leads_to_emphasized_verb(opening: Opening, draft: Draft) -> bool:
    """Whether a participle stands before the emphasized verb of its operative paragraph.

    "Recalling the floods, *requests* …": the paragraph has its emphasis.
    """
    phrase, paragraph = opening.phrase, opening.paragraph
    if paragraph.part != OPERATIVE or phrase is None or "operative" in phrase.parts:
        return False
    verbs = (
        draft.phrases.match(paragraph.text[emphasis.start : emphasis.end])
        for emphasis in paragraph.emphases
        if emphasis.start >= phrase.end
    )
    return any(verb is not None and "operative" in verb.parts for verb in verbs)


def _not_plain(opening: Opening) -> Finding:
    """The finding on emphasis of a phrase in a house whose phrases are plain."""
    start, end = opening.run_start, opening.run_end
    paragraph = opening.paragraph
    values = {"marked": paragraph.text[start:end]}
    return paragraph.finding(
        start, end, values, remove_emphasis(opening.run), variant="house-plain"
    )


def _underlines(opening: Opening) -> list[Emphasis]:
    """The underlines over the emphasized words that come on top of their right emphasis."""
    return [
        emphasis
        for emphasis in opening.paragraph.emphases
        if emphasis.kind == "underline"
        and emphasis not in opening.run
        and emphasis.start <= opening.run_start < emphasis.end
    ]


def _may_start_late(opening: Opening, draft: Draft) -> bool:
    """Whether plain words may stand before the emphasis: an adverbial; in Chinese, any adverb.

    An adverb of repetition is always part of the phrase.
    """
    phrase = opening.phrase
    if opening.adverbial or phrase is None:
        return True
    if not draft.vocabulary.phrases.by_character or opening.run_start > phrase.head_start:
        return False
    return all(start >= opening.run_start for start, *_ in phrase.repetition)


def overrun(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Emphasis that runs on beyond the leading phrase."""
    if not draft.emphasis_known:
        return
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or not opening.run or not _overruns(opening, draft, rule):
            continue
        if right_kinds(draft, paragraph.part) == [NONE]:
            continue
        end = _kept_end(phrase, opening)
        yield paragraph.finding(
            end,
            opening.run_end,
            {
                "phrase": paragraph.text[phrase.start : end],
                "excess": _shortened(paragraph.text[end : opening.run_end].strip()),
            },
            move_emphasis(
                paragraph,
                opening.run,
                min(phrase.start, opening.run_start),
                end,
                _own_kind(draft, opening),
            ),
        )


def _own_kind(draft: Draft, opening: Opening) -> str:
    """The kind of emphasis that the phrase has already, where the language allows it."""
    kind, part = opening.run[0].kind, opening.paragraph.part
    return kind if kind in right_kinds(draft, part) else preferred_kind(draft, part)


def _kept_end(phrase: PhraseMatch, opening: Opening) -> int:
    """Where the emphasis should end: after the preferred phrase."""
    return min(phrase.end, opening.run_end)


def _overruns(opening: Opening, draft: Draft, rule: Rule) -> bool:
    """Whether the emphasis goes too far. A preposition or a free complement more is right."""
    phrase = opening.phrase
    if phrase is None or opening.run_end <= phrase.longest:
        return False
    text = opening.paragraph.text
    forms = draft.vocabulary.forms.get("overrun", {})
    excess = text[phrase.longest : opening.run_end]
    if draft.vocabulary.phrases.by_character:
        if opening.run_end - opening.run_start > 16:
            return True
        return any(mark in excess for mark in "，；,") or any(
            word in excess for word in forms.get("addressees", ())
        )
    if len(text[opening.run_start : opening.run_end].split()) > 12:
        return True
    if any(mark in excess for mark in ",;،؛") or _CITATION.search(excess):
        return True
    if any(phrase.longest < marker.at < opening.run_end for marker in opening.paragraph.markers):
        return True
    run = set(opening.run)
    if any(
        phrase.longest < emphasis.start and emphasis.end < opening.run_end
        for emphasis in opening.paragraph.emphases
        if emphasis not in run
    ):
        return True
    words = _WORD.findall(excess.casefold())
    if len(words) > 6 or (words and words[0] in forms.get("clauses", ())):
        return True
    stripped = [word for word in words if word not in forms.get("prepositions", ())]
    return bool(stripped) and not set(stripped[:2]).isdisjoint(forms.get("addressees", ()))


def short(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Emphasis that stops inside a fixed expression or before the adverb of repetition."""
    if not draft.emphasis_known:
        return
    grammar = draft.vocabulary.phrases
    for opening in openings(draft):
        phrase, paragraph = opening.phrase, opening.paragraph
        if phrase is None or not opening.run or opening.run_end >= phrase.end:
            continue
        kinds = right_kinds(draft, paragraph.part)
        if opening.run_start > phrase.start and not _may_start_late(opening, draft):
            continue
        if any(emphasis.kind not in kinds for emphasis in opening.run):
            continue
        organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
        # The Security Council leaves the adverb out of the emphasis as often as not.
        if organ == "SC" or not _leaves_adverb(phrase, opening.run_end):
            covered = paragraph.text[opening.run_start : opening.run_end]
            if opening.run_end in phrase.ends:
                continue
            # `*принимает* к сведению`: a verb that is a phrase by itself is not one within a longer
            # one, in languages that emphasize their verbs whole.
            inside = opening.run_end < phrase.head_end and draft.vocabulary.forms.get("whole_verbs")
            if not inside and grammar.is_phrase(
                covered, part=GRAMMAR_PART[paragraph.part], organ=organ
            ):
                continue
        end = phrase.end
        yield paragraph.finding(
            opening.run_end,
            end,
            {
                "phrase": paragraph.text[phrase.start : end],
                "missing": paragraph.text[opening.run_end : end].strip(INVISIBLE),
            },
            move_emphasis(
                paragraph, opening.run, opening.run_start, end, _own_kind(draft, opening)
            ),
        )


def _leaves_adverb(phrase: PhraseMatch, end: int) -> bool:
    """Whether emphasis that ends at `end` leaves an adverb of repetition out."""
    return any(
        start >= end and stop <= phrase.end
        for start, stop, _, before in phrase.repetition
        if not before
    )


def sub_paragraph(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An emphasized verb at the start of a sub-paragraph."""
    if not draft.emphasis_known:
        return
    for paragraph in draft.part(OPERATIVE, PREAMBLE):
        if paragraph.parent is None or paragraph.label is None or not paragraph.emphases:
            continue
        organ = paragraph.resolution.organ if paragraph.resolution else draft.organ
        if organ == "SC":
            continue
        first = paragraph.emphases[0]
        lead = len(paragraph.text) - len(paragraph.text.lstrip(INVISIBLE))
        if first.start > lead:
            continue
        phrase = draft.phrases.match(paragraph.text, lead)
        covered = paragraph.text[first.start : first.end].rstrip(INVISIBLE + ",")
        if phrase is None:
            continue
        if first.start + len(covered) not in phrase.ends:
            continue
        draft.look_beyond(paragraph)
        if is_numbered_heading(paragraph.parent, draft):
            continue  # the letters are those of operative paragraphs
        yield paragraph.finding(
            first.start, first.start + len(covered), {"phrase": covered}, remove_emphasis([first])
        )


def _is_broken(paragraph: Paragraph) -> bool:
    """Whether a mark of emphasis at the opening closes nothing: another rule reports that."""
    return (
        bool(paragraph.stray)
        and not paragraph.emphases
        and any(stray.start < paragraph.start + 80 for stray in paragraph.stray)
    )


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
