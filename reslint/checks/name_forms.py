"""Names that a draft writes in two ways, without a table: other small words, another order.

A name is a run of words with capitals and the small words between them; where only the first word
of a name has a capital, one of the nouns that open names (`heads`), with the words that follow.
"""

from __future__ import annotations

from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE, TITLE
from reslint.facts.capitals import capital_words, folded_text
from reslint.facts.exempt_zones import in_zone
from reslint.names.mentions import table_of
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph

    Place = tuple[Paragraph, int, int]
    _Form = tuple[tuple[str, ...], list[Place]]


_PARTS = (TITLE, PREAMBLE, OPERATIVE, HEADING)
_MOST_WORDS = 9
_FEWEST = 3  # words of a name, small ones not counted
_MARKS = ',.;:()[]»”“«"!?'


def two_forms(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A name with the words of another name in another order, or with another small word."""
    settings: dict[str, Any] = table_of(draft).usage.get("two_forms", {})
    if not settings:
        return
    forms: dict[tuple[str, ...], dict[str, _Form]] = {}
    small = frozenset(settings["small"])
    conjunctions = frozenset(settings["conjunctions"])
    prepositions = frozenset(settings.get("prepositions", ()))
    merged: dict[str, str] = settings.get("merged", {})
    left_out = frozenset(settings["left_out"])
    heads = frozenset(settings.get("heads", ()))
    find = _after_heads if heads else _in_capitals
    for paragraph in draft.part(*_PARTS):
        for start, end, key in find(paragraph, heads or small, small):
            if key[0] not in left_out:
                name = folded_text(paragraph)[start:end].lower().rstrip()
                places = forms.setdefault(tuple(sorted(key)), {})
                places.setdefault(name, (key, []))[1].append((paragraph, start, end))
    reported: list[Place] = []
    # Long names first: the beginning of a name is compared only where it stands alone.
    for words in sorted(forms, key=len, reverse=True):
        written = forms[words]
        if len(written) == 2 and _are_one(
            written, conjunctions, prepositions, merged, by_order=bool(heads)
        ):
            yield from _odd_one(draft, written, reported)


def _are_one(
    written: dict[str, _Form],
    conjunctions: frozenset[str],
    prepositions: frozenset[str],
    merged: dict[str, str],
    *,
    by_order: bool,
) -> bool:
    """Whether two forms are of one name: they differ in their order, or in one small word."""
    (one, (words, _)), (other, (others, _)) = written.items()
    if words != others:
        return not any(conjunctions.intersection(each.split()) for each in (one, other))
    if by_order and not prepositions:
        return False
    first, second = _without_articles(one, merged), _without_articles(other, merged)
    if len(first) != len(second):
        return False
    differing = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1 or conjunctions.intersection(differing[0]):
        return False
    # Where names are found by their nouns, only these prepositions tell.
    return not by_order or prepositions.issuperset(differing[0])


def _without_articles(name: str, merged: dict[str, str]) -> list[str]:
    """The words of a name without the articles, and without those merged with a preposition."""
    if not merged:
        return name.split()
    words = name.replace("'", "' ").split()
    return [merged.get(word, word) for word in words if merged.get(word, word)]


def _odd_one(draft: Draft, written: dict[str, _Form], reported: list[Place]) -> Iterator[Finding]:
    """The findings on the form that stands less often, or later if both stand equally often."""
    first, second = (places for _, places in written.values())
    places, right = (second, first) if len(first) >= len(second) else (first, second)
    if len(places) > 1 and len(places) == len(right):
        return  # both equally often: likely two things
    paragraph, begin, end = right[0]
    name = paragraph.text[begin:end]
    related = ((*paragraph.source_span(begin, end), "other"),)
    for odd, start, last in places:
        if any(odd is each and start < upto and since < last for each, since, upto in reported):
            continue
        if not in_zone(odd, draft, start, last) and not in_zone(paragraph, draft, begin, end):
            reported.append((odd, start, last))
            values = {"written": odd.text[start:last], "right": name}
            yield odd.finding(start, last, values, related=related)


def _in_capitals(
    paragraph: Paragraph, _: frozenset[str], small: frozenset[str]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Runs of words with capitals and the small words between them: span and large words."""
    text = folded_text(paragraph)
    run: list[str] = []
    start = end = -1
    joined = False
    for at, word in capital_words(paragraph):
        if at and text[at - 1] not in " (":
            continue
        gap = text[end:at] if run else ""
        if run and (gap == " " or (gap[:1] == " " and _all_small(gap, small))):
            joined = joined or gap != " "
        else:
            if joined and len(run) >= _FEWEST:
                yield start, end, tuple(run)
            run, start, joined = [], at, False
        run.append(word.lower())
        end = at + len(word)
    if joined and len(run) >= _FEWEST:
        yield start, end, tuple(run)


def _all_small(gap: str, small: frozenset[str]) -> bool:
    words = gap.split()
    # An article alone joins nothing: `Requests the Commission`.
    return gap[-1:] == " " and words != ["the"] and all(word in small for word in gap.split())


def _after_heads(
    paragraph: Paragraph, heads: frozenset[str], small: frozenset[str]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The words from a noun that opens names on, in each length that may be the name's."""
    text = folded_text(paragraph)
    for at, word in capital_words(paragraph):
        if word not in heads or (at and text[at - 1].isalnum()):
            continue
        end = at
        large: list[str] = []
        for count, token in enumerate(text[at : at + 120].split(" ")[:_MOST_WORDS]):
            bare = token.rstrip(_MARKS)
            _, _, core = bare.rpartition("'")
            end = end + len(bare) if count == 0 else end + 1 + len(bare)
            if core.lower() not in small and core:
                large.append(core.lower())
                if len(large) >= _FEWEST and len(bare) > 1:
                    yield at, end, tuple(large)
            if bare != token:
                if len(large) == _FEWEST:
                    yield at, end, tuple(large)
                break
