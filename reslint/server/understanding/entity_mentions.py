"""The mentions of bodies and instruments in a paragraph, in scripts without capitals, too.

The rules look for names at capitals, where a wrong one can be told. In Arabic and Chinese there
are none; here the official names are looked for in the whole text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reslint.draft.model import Paragraph
from reslint.facts.names import OFFICIAL, READ, Mention, mentions_in, table_of
from reslint.names.folding import fold_in_place
from reslint.names.loading import names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft

_FACT = "mentions without capitals"


def mentions_of(paragraph: Paragraph, draft: Draft) -> list[Mention]:
    """The mentions in a paragraph, in order of place."""
    if paragraph.part not in READ:
        return []
    if table_of(draft).usage.get("found_by") != "text":
        return mentions_in(paragraph, draft)
    found = paragraph.facts.get(_FACT)
    if not isinstance(found, list):
        found = paragraph.facts[_FACT] = sorted(_find(paragraph, draft), key=_start)
    return found


def all_mentions(draft: Draft) -> Iterator[Mention]:
    """The mentions in a draft, in order of place."""
    for paragraph in draft.part(*READ):
        yield from mentions_of(paragraph, draft)


def _find(paragraph: Paragraph, draft: Draft) -> Iterator[Mention]:
    text = fold_in_place(paragraph.text)
    spaced = not draft.vocabulary.phrases.by_character
    prefixes: str = table_of(draft).usage.get("prefixes", "")
    covered: list[tuple[int, int]] = []
    for form, entity, name in _forms(draft.language):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            alone = not spaced or (_stands_alone(text, at, prefixes) and not _joined(text, end))
            if alone and not any(first < end and at < last for first, last in covered):
                covered.append((at, end))
                yield Mention(OFFICIAL, paragraph, at, end, entity, name)
            at = text.find(form, end)


def _stands_alone(text: str, start: int, prefixes: str) -> bool:
    """Whether a word begins at a place, or after small words written together with it."""
    at = start
    while at and start - at < len(prefixes) and text[at - 1] in prefixes:
        at -= 1
    return any(not _joined(text, place - 1) or not place for place in range(at, start + 1))


def _joined(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isalpha()


@cache
def _forms(language: str) -> list[tuple[str, str, str]]:
    """Every form of the names: form, entity, official name; long ones first."""
    table = names_of(language)
    found = {name: (entity, name) for entity, name in table.full_names.items()}
    for article, after in table.usage.get("assimilated", {}).items():
        for entity, name in table.full_names.items():
            if name.startswith(article):
                found.setdefault(after + name.removeprefix(article), (entity, name))
    return sorted(((form, *rest) for form, rest in found.items()), key=lambda one: -len(one[0]))


def _start(mention: Mention) -> int:
    return mention.start
