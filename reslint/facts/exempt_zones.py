"""Exempt zones of a paragraph: quoted and italic titles, tables, links, document symbols.

What stands there is another author's wording, or no wording at all: rules on names, words and
typography leave it alone. Zones are found once a paragraph and kept in its facts.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from reslint.data.patterns import expression
from reslint.draft.model import ANNEX, NOTE, OPERATIVE, PREAMBLE, QUOTATION, TABLE
from reslint.facts import fact
from reslint.facts.end_remarks import before_tags
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reslint.draft.model import Draft, Paragraph

    Zone = tuple[int, int, str]


QUOTED = "quoted"
ITALIC = "italic"
IN_TABLE = "table"
LINK = "link"
SYMBOL = "symbol"
TAG = "tag"
_MANY = 16
# Marks that quote in any script; the language's own pairs are looked for first.
_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ("《", "》"))
_SYMBOL = expression(r"(?<![\w/])[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9.()\-]*)+")
_ADDRESS = expression(r"(?:https?://|www\.)[^\s<>«»“”]*[^\s<>«»“”.,;:)]|[\w.+-]+@[\w.-]+\w")
# What a delegation remarks within a paragraph: `[UK: 90 days]`.
_REMARK = expression(r"[\[［]\s?[^\W\d_][^\[\]［］:：]{0,60}[:：][^\[\]［］]*[\]］]")
# Emphasis longer than this is a paragraph set in italics by mistake, not a title.
_LONGEST_TITLE = 400
_RUNNING = (PREAMBLE, OPERATIVE, ANNEX, NOTE)


@fact
def zones(paragraph: Paragraph, draft: Draft) -> list[tuple[int, int, str]]:
    """The exempt zones of a paragraph: plain start, plain end, kind, in order of place.

    Kinds: `quoted` (between quotation marks, the marks themselves left out; a whole quotation),
    `italic` (an emphasized title or foreign word; never the leading phrase, a heading, or a
    paragraph wrongly set in italics), `table` (a whole table), `link` (the text of a link, a web
    or mail address), `symbol` (a document symbol such as A/75/100/Add.1), `tag` (what negotiators
    write after a paragraph, or with a colon in it: `[US: delete]`). Zones of different kinds may
    overlap.
    """
    text = paragraph.text
    if paragraph.part == TABLE:
        return [(0, len(text), IN_TABLE)]
    if paragraph.part == QUOTATION:
        return [(0, len(text), QUOTED)]
    found: list[Zone] = []
    for opening, closing in _pairs(draft):
        if opening in text:
            _add_quoted(found, text, opening, closing)
    if '"' in text:
        places = [place for place, character in enumerate(text) if character == '"']
        found += [
            (first + 1, last, QUOTED)
            for first, last in zip(places[::2], places[1::2], strict=False)
        ]
    if paragraph.emphases and paragraph.part in _RUNNING:
        found += _italic(paragraph)
    found += [(link.start, link.end, LINK) for link in paragraph.links]
    if "://" in text or "www." in text or "@" in text:
        found += [(*match.span(), LINK) for match in _ADDRESS.finditer(text)]
    if "/" in text:
        found += [
            (*match.span(), SYMBOL)
            for match in _SYMBOL.finditer(text)
            if any(character.isdigit() for character in match[0])
        ]
    if "[" in text or "［" in text:
        found += [(*match.span(), TAG) for match in _REMARK.finditer(text)]
    end = before_tags(paragraph)
    if end < len(text.rstrip(INVISIBLE)):
        found.append((end, len(text), TAG))
    found.sort()
    return found


def is_code(paragraph: Paragraph, draft: Draft, at: int) -> bool:
    """Whether a place lies in a table, an address or a symbol, where marks are no typography."""
    return any(
        start <= at < end and kind in (IN_TABLE, LINK, SYMBOL)
        for start, end, kind in zones(paragraph, draft)
    )


def in_zone(paragraph: Paragraph, draft: Draft, start: int, end: int) -> bool:
    """Whether the plain span lies within one exempt zone."""
    found = zones(paragraph, draft)
    if len(found) < _MANY:
        return any(first <= start and end <= last for first, last, _ in found)
    # A paragraph of megabytes may hold thousands.
    starts, furthest = _reach(paragraph, draft)
    before = bisect_right(starts, start)
    return before > 0 and furthest[before - 1] >= end


@fact
def _reach(paragraph: Paragraph, draft: Draft) -> tuple[list[int], list[int]]:
    """The starts of all zones, and how far those reach that start there or before."""
    found = zones(paragraph, draft)
    ends = accumulate((last for _, last, _ in found), max)
    return [first for first, _, _ in found], [*ends]


@fact
def _pairs(draft: Draft) -> list[tuple[str, str]]:
    """The quotation marks of the draft's language, then those of others."""
    pairs = [(pair[0], pair[1]) for pair in draft.vocabulary.forms.get("quotation", ())]
    known = {mark for pair in pairs for mark in pair}
    # A mark that closes in this language does not open there (Arabic ”…“).
    return pairs + [pair for pair in _PAIRS if pair[0] not in known]


def _add_quoted(found: list[Zone], text: str, opening: str, closing: str) -> None:
    """Add what stands between these marks, outermost pairs only."""
    at = text.find(opening)
    while at >= 0:
        end = _closing(text, at + 1, opening, closing)
        if end < 0:
            # A quotation over several paragraphs opens each of them and closes the last.
            if not text[:at].strip(INVISIBLE):
                found.append((at + 1, len(text), QUOTED))
            return
        found.append((at + 1, end, QUOTED))
        at = text.find(opening, end + 1)


def _closing(text: str, at: int, opening: str, closing: str) -> int:
    """The offset of the mark that closes the quotation open at `at`, -1 if none does."""
    depth = 1
    while True:
        end = text.find(closing, at)
        if end < 0 or opening == closing:
            return end
        depth += text.count(opening, at, end) - 1
        if not depth:
            return end
        at = end + 1


def _italic(paragraph: Paragraph) -> list[Zone]:
    """Emphasized titles and foreign words: what is emphasized beyond the opening words."""
    text = paragraph.text
    body = len(text) - len(text.lstrip(INVISIBLE))
    opening = paragraph.part in (PREAMBLE, OPERATIVE)
    opened = 0
    found: list[Zone] = []
    for emphasis in paragraph.emphases:
        if "italic" not in emphasis.kind and emphasis.kind != "underline":
            continue
        # Within a paragraph set in italics from end to end, a title is emphasized once more.
        if opening and opened <= emphasis.start <= body:
            opened = emphasis.end
            body = _after(text, emphasis.end)  # pieces of one opening that mark-up has parted
            continue
        # A page break may have parted a paragraph set in italics from end to end.
        if emphasis.start in paragraph.joints or emphasis.end in paragraph.joints:
            continue
        length = emphasis.end - emphasis.start
        if length > _LONGEST_TITLE or (opening and length * 2 > len(text)):
            continue
        found.append((emphasis.start, emphasis.end, ITALIC))
    return found


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at] in INVISIBLE:
        at += 1
    return at


_STRAIGHT = '"'


@fact
def _quoted_pieces(paragraph: Paragraph, draft: Draft) -> list[tuple[int, int]]:
    pairs = (*draft.vocabulary.forms.get("quotation", ()), (_STRAIGHT, _STRAIGHT))
    return spans_between(paragraph.text, pairs)


def spans_between(
    text: str, pairs: Iterable[Sequence[str]], *, unclosed: bool = False
) -> list[tuple[int, int]]:
    """The spans from an opening mark to the next closing one of its pair, pair by pair.

    A mark that is not closed opens nothing, or with `unclosed` all to the end of the text.
    Exempt zones are stricter: there the marks of a pair nest, and a quotation within another of
    its kind ends nothing.
    """
    spans = []
    for opening, closing in pairs:
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start + 1)
            if end < 0:
                if unclosed:
                    spans.append((start, len(text)))
                break
            spans.append((start, end))
            start = text.find(opening, end + 1)
    return spans


def is_quoted(paragraph: Paragraph, draft: Draft, place: int) -> bool:
    """Whether a place of the plain text stands between quotation marks."""
    return any(start < place < end for start, end in _quoted_pieces(paragraph, draft))
