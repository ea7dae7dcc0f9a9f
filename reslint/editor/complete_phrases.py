"""Complete leading phrases at the start of a paragraph, with the emphasis of the language."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from reslint.blocks.labels import find_label
from reslint.data import paths
from reslint.data.patterns import expression
from reslint.draft.model import HEADING, NOTE, OPERATIVE, ORGAN_LINE, PREAMBLE, QUOTATION, TABLE
from reslint.editor import PHRASE, Completion
from reslint.editor.wording import wording
from reslint.facts.emphasis import mark_of, preferred_kind
from reslint.facts.openings import GRAMMAR_PART, opening_of
from reslint.language.language import language as find_language
from reslint.language.phrase_rewriting import agreeing, with_degree
from reslint.language.phrases import PARTS, without_places
from reslint.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph, Part
    from reslint.facts.openings import Opening


_FILE = "usual-phrases.yaml"
_MOST_TYPED = 60
_ENDS = expression(r"[,;:.!?()«»“”\"،؛，；：。、]")
_MARKS = expression(r"[*_]{0,3}")
_PASSED_OVER = (NOTE, HEADING, TABLE, QUOTATION)
_LAST_DEGREE = 2


@cache
def usual_phrases(language: str, organ: str, part: str) -> dict[str, str]:
    """Return the phrases of a part (`preambular`, `operative`) in the gender of the organ.

    Counted phrases come first, by how often this organ uses them (any organ, if this one was not
    counted); then every other head of the vocabulary, in its order. The value of each phrase is
    its folded text, to be compared with what is typed.
    """
    vocabulary = find_language(language)
    grammar = vocabulary.phrases
    gender = vocabulary.gender(organ)
    found: dict[str, str] = {}
    for phrase in (*_counted(language, organ, part), *_heads(language, organ, part)):
        agreed = agreeing(grammar, phrase, gender) if gender else phrase
        if phrase[:1].isupper():
            agreed = agreed[:1].upper() + agreed[1:]
        if agreed not in found:
            found[agreed] = fold(agreed).casefold()
    return found


def first_form(language: str, phrase: str) -> str:
    """Return the form of a phrase that opens the first paragraph of a preamble."""
    for usual, first in _file(language).get("first", {}).items():
        if phrase.startswith(usual):
            return str(first) + phrase.removeprefix(usual)
    return phrase


def _counted(language: str, organ: str, part: str) -> list[str]:
    data = _file(language)
    organs: list[str] = data.get("organs", [])
    counts: dict[str, list[int]] = data.get(part, {})
    if organ not in organs:
        return list(counts)
    place = organs.index(organ)
    used = [phrase for phrase in counts if counts[phrase][place]]
    used.sort(key=lambda phrase: -counts[phrase][place])
    # Phrases of other organs are acceptable unless the vocabulary restricts them.
    return used + [phrase for phrase in counts if not counts[phrase][place]]


def _heads(language: str, organ: str, part: str) -> Iterator[str]:
    wanted = PARTS.index(part)
    for _, its_part, organs, text in find_language(language).phrases.forms:
        if its_part == wanted and (organs is None or organ in organs):
            yield without_places(text)


@cache
def _file(language: str) -> dict[str, Any]:
    """Read the counted phrases of a language; empty if it has no such file."""
    path = os.path.join(paths.rules_folder(), "vocabulary", language, _FILE)
    # Only where phrases are completed: importing YAML takes an eighth of the start of a server.
    from reslint.data.yaml_reader import YamlFileError, read_strictly

    try:
        value: dict[str, Any] = read_strictly(path).value
    except YamlFileError:
        return {}
    return value


@dataclass(frozen=True, slots=True)
class _Start:
    """The start of a paragraph as typed so far; it is on one line."""

    start: int  # source offset of what is typed, marks of emphasis included
    marks: str
    typed: str
    part: Part
    before: Paragraph | None  # the paragraph of the same part before it


def phrase_completions(draft: Draft, offset: int, language: str) -> list[Completion]:
    """Return the leading phrases for a paragraph that starts at the cursor, the best first."""
    start = _start_at(draft, offset)
    if start is None:
        return []
    source = draft.source.text
    mark = mark_of(preferred_kind(draft)) if draft.emphasis_known else ""
    end = offset
    if start.marks and source.startswith(start.marks, offset):
        end += len(start.marks)  # the editor inserted the closing mark
    grammar = draft.vocabulary.phrases
    rest = source[end : draft.source.line_span(draft.source.position(offset)[0])[1]]
    space = "" if grammar.by_character or rest.strip() or not mark else " "
    part = wording("preambular" if start.part == PREAMBLE else "operative-phrase", language)
    return [
        Completion(
            PHRASE,
            label=phrase,
            text=f"{mark}{phrase}{mark}{space}",
            span=(start.start, end),
            filter=start.marks + phrase,
            detail=f"{part}, {wording('used-here', language)}" if used else part,
        )
        for phrase, used in _fitting(draft, start)
    ]


def _start_at(draft: Draft, offset: int) -> _Start | None:
    source = draft.source
    line = source.position(offset)[0]
    line_start = source.line_span(line)[0]
    written = source.text[line_start:offset]
    label = find_label(written) if written.strip() else None
    body = label.body if label is not None else len(written) - len(written.lstrip())
    marks = _MARKS.match(written, body)
    assert marks is not None
    if label is not None and label.kind == "bullet" and not written[body:]:
        label = None  # `*` with nothing after it begins emphasis rather than a bullet
    typed = written[marks.end() :]
    if len(typed) > _MOST_TYPED or _ENDS.search(typed) or "*" in typed or "_" in typed:
        return None
    if label is not None and label.kind != "number":
        return None  # sub-paragraphs have no leading phrase
    if label is None and _goes_on(draft, line_start):
        return None
    before = _before(draft, line_start)
    if before is None:
        return None
    part = PREAMBLE if before.part == ORGAN_LINE else before.part
    if label is not None and part == PREAMBLE:
        part = OPERATIVE
    if part not in GRAMMAR_PART:
        return None
    same = before if before.part == part else None
    return _Start(line_start + marks.start(), marks[0], typed, part, same)


def _goes_on(draft: Draft, line_start: int) -> bool:
    """Tell whether the line continues a block that begins above it."""
    return any(block.start < line_start < block.end for block in draft.blocks)


def _before(draft: Draft, line_start: int) -> Paragraph | None:
    """Return the last paragraph before a line that is no sub-paragraph, note or heading."""
    found = None
    for paragraph in draft.paragraphs:
        if paragraph.start >= line_start:
            break
        if paragraph.part not in _PASSED_OVER and paragraph.parent is None:
            found = paragraph
    return found


def _fitting(draft: Draft, start: _Start) -> Iterator[tuple[str, bool]]:
    """Yield the phrases that continue what is typed, and whether the draft uses each."""
    typed = _folded(start.typed)
    resolution = start.before.resolution if start.before is not None else None
    organ = resolution.organ if resolution is not None else draft.organ
    part = GRAMMAR_PART[start.part]
    again = _repeated(draft, start)
    used = dict.fromkeys(_used(draft, start.part))
    first = start.part == PREAMBLE and start.before is None
    seen: set[str] = set()
    own = ((phrase, _folded(phrase)) for phrase in (*again, *used))
    for phrase, folded in (*own, *usual_phrases(draft.language, organ, part).items()):
        shown = first_form(draft.language, phrase) if first else phrase
        if shown != phrase:
            folded = _folded(shown)
        if folded.startswith(typed) and shown not in seen:
            seen.add(shown)
            yield shown, phrase in used
    if seen or not typed:
        return
    for phrase in _with_adverbs(draft, part, typed, organ):
        if phrase not in seen and _folded(phrase).startswith(typed):
            seen.add(phrase)
            yield phrase, False


def _repeated(draft: Draft, start: _Start) -> Iterator[str]:
    """Yield the phrase of the previous paragraph with the next adverb: also, then further."""
    if start.before is None:
        return
    opening = opening_of(start.before, draft)
    phrase = opening.phrase
    if phrase is None or phrase.degree >= _LAST_DEGREE:
        return
    grammar = draft.vocabulary.phrases
    yield with_degree(grammar, phrase, start.before.text, phrase.degree + 1)


def _used(draft: Draft, part: str) -> Iterator[str]:
    """Yield the phrases that open paragraphs of a part in this draft, without adverbs."""
    grammar = draft.vocabulary.phrases
    seen: set[str] = set()
    for resolution in draft.resolutions:
        for paragraph in resolution.preamble if part == PREAMBLE else resolution.operative:
            opening = opening_of(paragraph, draft) if paragraph.part in GRAMMAR_PART else None
            if opening is not None and _is_right(opening):
                assert opening.phrase is not None
                if opening.phrase.key in seen:
                    continue
                seen.add(opening.phrase.key)
                yield with_degree(grammar, opening.phrase, paragraph.text, 0)


def _is_right(opening: Opening) -> bool:
    """Tell whether a phrase is complete: at the start, emphasized, in its own part."""
    phrase = opening.phrase
    return (
        phrase is not None
        and not opening.adverbial
        and opening.run_end in phrase.ends
        and GRAMMAR_PART[opening.paragraph.part] in phrase.parts
    )


def _with_adverbs(draft: Draft, part: str, typed: str, organ: str) -> Iterator[str]:
    """Yield phrases with an adverb of repetition if one is typed: `Recalling f`, `Also req`."""
    grammar = draft.vocabulary.phrases
    for degree in range(1, _LAST_DEGREE + 1):
        adverb = _folded(grammar.degrees[degree])
        rest = typed.removeprefix(adverb).lstrip() if typed.startswith(adverb) else None
        for phrase, folded in usual_phrases(draft.language, organ, part).items():
            if not (folded.startswith(rest) if rest is not None else typed.startswith(folded)):
                continue
            match = grammar.match(phrase, part=part, organ=organ)
            if match is not None and match.end == len(phrase):
                yield with_degree(grammar, match, phrase, degree)


def _folded(text: str) -> str:
    """Fold a text for comparison with what is typed."""
    return fold(text).casefold()
