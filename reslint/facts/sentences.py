"""Full stops within a paragraph that end a sentence: a resolution's paragraph is one sentence."""

from __future__ import annotations

from reslint.data.expressions import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.signs import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph

_STOP = expression(r"[.。](?=[\s\u00a0]+[^\W\d_]|(?<=。)[^\W\d_])")
_WORD_BEFORE = expression(r"[^\s\u00a0(«“\"]*\Z")
_LONG_WORD = expression(r"(?<![^\W_])[^\W\d_]{5,}\Z")
_SINGLE_LETTERS = expression(r"(?:\w\.)*\w\Z")


def inner_stops(draft: Draft) -> Iterator[tuple[Paragraph, int, int]]:
    """Paragraphs with the plain span of each full stop that another sentence follows.

    Not after an abbreviation, a single letter or a number, not inside quotation marks, italics or
    parentheses.
    """
    abbreviations = frozenset(
        each.casefold().rstrip(".") for each in draft.vocabulary.forms.get("abbreviations", ())
    )
    capitals_tell = draft.language != "zh"
    for paragraph in draft.paragraphs:
        if paragraph.part not in (PREAMBLE, OPERATIVE):
            continue
        text = paragraph.text
        if "." not in text[:-2] and "。" not in text[:-2]:
            continue
        for match in _STOP.finditer(text):
            start = match.start()
            if not text[start + 1 :].strip(INVISIBLE):
                continue
            following = text[start + 1 :].lstrip(INVISIBLE)[:1]
            if text[start] == "." and capitals_tell and not following.isupper():
                # Before a small letter: after a whole word only, which no abbreviation is.
                if not following.islower() or not _LONG_WORD.search(text, 0, start):
                    continue
            if paragraph.parent is not None and paragraph.label is None:
                continue  # a line of a time-table, a cell, a quotation
            if text[start] == "." and _is_abbreviation(text[:start], abbreviations):
                continue
            if _is_shielded(draft, paragraph, start):
                continue
            yield paragraph, start, start + 1


def _is_abbreviation(before: str, abbreviations: frozenset[str]) -> bool:
    match = _WORD_BEFORE.search(before[-30:])
    word = match[0] if match else ""
    if not word or word[-1].isdigit() or word[-1] == ".":
        return True
    if _SINGLE_LETTERS.fullmatch(word):
        return True
    return word.casefold() in abbreviations


def _is_shielded(draft: Draft, paragraph: Paragraph, place: int) -> bool:
    """Whether a place lies inside quotation marks, italics beyond the opening, or brackets."""
    text = paragraph.text
    if any(e.start <= place < e.end for e in paragraph.emphases):
        return True
    before, after = text[:place], text[place:]
    pairs = [("(", ")"), ("[", "]"), ("（", "）"), *map(tuple, draft.vocabulary.forms["quotation"])]
    for opening, closing in pairs:
        if before.count(opening) > before.count(closing) and (
            closing in after or opening not in "([（"
        ):
            return True
    return before.count('"') % 2 == 1 and '"' in after
