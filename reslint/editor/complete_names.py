"""Names of bodies, instruments and programmes, once two of their letters are typed."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from reslint.data.patterns import expression
from reslint.editor.candidate import NAME, Completion
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


def name_completions(draft: Draft, offset: int, language: str) -> list[Completion]:
    """The names that begin with what is typed before the cursor, those of this draft first."""
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
    # A name is written with the apostrophes of the draft.
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
    """The entities one of whose names begins so: entity, that name, what to write."""
    keys, entries = _sorted_names(language)
    first = bisect_left(keys, prefix)
    last = bisect_left(keys, prefix + _LAST, first)
    # What is typed in full already needs no completion.
    return [
        entry
        for key, entry in zip(keys[first:last], entries[first:last], strict=True)
        if key != prefix
    ]


@cache
def _sorted_names(language: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Every name and acronym in small letters, in order, with entity, form and what to write.

    An acronym stands for itself and for the full name.
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
