"""Complete at the cursor: leading phrases, references, resolutions with dates, names of bodies.

Names of bodies, instruments and programmes are offered once two of their letters are typed.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reslint.data.patterns import expression
from reslint.editor import NAME, Completion
from reslint.editor.complete_phrases import phrase_completions
from reslint.editor.complete_references import note_completions, paragraph_completions
from reslint.editor.complete_resolutions import resolution_completions
from reslint.editor.complete_snippets import snippet_completions
from reslint.editor.wording import wording
from reslint.names.loading import names_of
from reslint.names.mentions import all_mentions
from reslint.text.folding import fold_letters

if TYPE_CHECKING:
    from reslint.draft.model import Draft


_REACH = 80
_LEAST = 2
_WORD_START = expression(r"(?<![^\W_])[^\W_]")
_IDEOGRAPH = expression(r"[\u3400-\u9fff]")
_LAST = "\U0010ffff"
MOST = 100
"""Completions offered at once; if there are more, the client is told so."""


@dataclass(frozen=True, slots=True)
class Completions:
    """Completions, the best first; `complete` is False if typing on may bring others."""

    items: list[Completion]
    complete: bool


def completions_at(
    draft: Draft, offset: int, language: str = "en", *, only_numbers: bool = False
) -> Completions:
    """Return the completions at an offset of the source.

    There are none if the text is not a resolution and does not begin as one. `language` is that
    of the messages, not of the draft. With `only_numbers` there are those of paragraphs alone: the
    editor asks by itself, after each space.
    """
    begun = any(resolution.organ_line is not None for resolution in draft.resolutions)
    if not (begun or draft.is_resolution):
        return Completions([], True)
    offset = min(max(offset, 0), len(draft.source.text))
    if only_numbers:
        return Completions(paragraph_completions(draft, offset, language), True)
    begun_by = snippet_completions(draft, offset, language)
    for offer in _OFFERS:
        found = offer(draft, offset, language)
        if found:
            return Completions([*begun_by, *found[:MOST]], len(found) <= MOST)
    return Completions(begun_by, False)


def name_completions(draft: Draft, offset: int, language: str) -> list[Completion]:
    """Return the names that begin with what is typed, those used in this draft first."""
    source = draft.source
    line_start = source.line_span(source.position(offset)[0])[0]
    first = max(line_start, offset - _REACH)
    window = fold_letters(source.text[first:offset])
    if not window or not (window[-1].isalnum() or window[-1] in " -'."):
        return []
    starts = {match.start() for match in _WORD_START.finditer(window)}
    starts |= {match.start() for match in _IDEOGRAPH.finditer(window)}
    for start in sorted(starts):
        prefix = window[start:].lower()
        if len(prefix) < _LEAST or not prefix[:_LEAST].replace("-", "").isalnum():
            continue
        found = _beginning(draft.language, prefix)
        if found:
            return _items(draft, found, (first + start, offset), language)
    return []


def _items(
    draft: Draft, found: list[tuple[str, str, str]], span: tuple[int, int], language: str
) -> list[Completion]:
    source = draft.source.text
    used = _mentioned(draft)
    # Names take the kind of apostrophe that the draft uses.
    curly = source.count("\u2019") > source.count("'")
    items = []
    mark = "\u2019" if "\u2019" in source[span[0] : span[1]] else "'"
    for entity, written, name in sorted(found, key=lambda one: (one[0] not in used, one[1])):
        text = name.replace("'", "\u2019") if curly else name
        detail = wording("used-here", language) if entity in used else ""
        if written != name:
            detail = wording("full-name", language, acronym=written)
        compared = written.replace("'", mark)
        items.append(Completion(NAME, text, text, span, compared, detail))
    return items


def _beginning(language: str, prefix: str) -> list[tuple[str, str, str]]:
    """Return (entity, its name that begins so, what to write) for each name with a prefix."""
    keys, entries = _sorted_names(language)
    first = bisect_left(keys, prefix)
    last = bisect_left(keys, prefix + _LAST, first)
    # A name typed in full needs no completion.
    return [
        entry
        for key, entry in zip(keys[first:last], entries[first:last], strict=True)
        if key != prefix
    ]


@cache
def _sorted_names(language: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Return all names and acronyms in small letters, sorted, and (entity, form, text) of each.

    An acronym is there twice: once to write the acronym, once to write the full name.
    """
    table = names_of(language)
    found = {(name.lower(), entity, name, name) for entity, name in table.full_names.items()}
    for acronym, entity in table.acronyms.items():
        full = table.full_names.get(entity)
        if full:
            found.add((acronym.lower(), entity, acronym, acronym))
            found.add((acronym.lower() + "\0", entity, acronym, full))
    ordered = sorted(found)
    return [one[0] for one in ordered], [one[1:] for one in ordered]


def _mentioned(draft: Draft) -> set[str]:
    return {mention.entity for mention in all_mentions(draft) if mention.entity}


_OFFERS = (
    note_completions,
    phrase_completions,
    paragraph_completions,
    resolution_completions,
    name_completions,
)
"""What is offered, the first that finds something; a name may stand anywhere, so it comes last."""
