"""What a fix changes in a paragraph: the two readings of its Markdown, character by character.

No edit is translated into the language of a file. The fixed Markdown is parsed again, characters
are matched by the known edits, and what differs is the change: characters deleted, characters
inserted, emphasis that is another. Note markers are anchors: they stay where they are, and a comma
moves across them. Some 350 lines: finding a change and giving it the form that a drafter reads.
"""

from __future__ import annotations

from bisect import bisect_right

from reslint.blocks.inline import parse_markdown
from reslint.blocks.model import PlainText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reslint.blocks.model import Emphasis
    from reslint.documents.pieces import Look
    from reslint.text.diagnostics import Edit


class Refused(Exception):
    """Raised where a change cannot be written; the message says why."""


class Token:
    """A character of a paragraph, or a note marker.

    text        the character; of a marker its number
    at          its offset in the Markdown
    look        italic, bold, underline
    is_marker   whether it is a marker
    """

    __slots__ = ("at", "is_marker", "look", "text")

    def __init__(self, text: str, at: int, look: Look, *, is_marker: bool) -> None:
        self.text = text
        self.at = at
        self.look = look
        self.is_marker = is_marker


class Change:
    """What becomes of one old token: deleted or kept, its new look, what is inserted before it.

    `look` is None where it stays. `before` are the new characters with their looks.
    """

    __slots__ = ("before", "deleted", "look")

    def __init__(self) -> None:
        self.deleted = False
        self.look: Look | None = None
        self.before: list[tuple[str, Look]] = []


def looks_of(emphases: Iterable[Emphasis], length: int) -> list[Look]:
    """Return the look of each character of a plain text of that length."""
    looks = [[False, False, False] for _ in range(length)]
    for emphasis in emphases:
        for at in range(emphasis.start, emphasis.end):
            looks[at][0] |= "italic" in emphasis.kind
            looks[at][1] |= "bold" in emphasis.kind
            looks[at][2] |= emphasis.kind == "underline"
    return [(italic, bold, underline) for italic, bold, underline in looks]


def tokens_of(markdown: str) -> list[Token]:
    """Return the tokens of a paragraph's Markdown, in order."""
    inline = parse_markdown(markdown)
    plain = PlainText(inline.plain, inline.runs)
    looks = looks_of(inline.emphases, len(inline.plain))
    tokens: list[Token] = []
    markers = sorted(inline.markers, key=lambda marker: marker.start)
    waiting = 0
    for index, character in enumerate(inline.plain):
        while waiting < len(markers) and markers[waiting].at <= index:
            tokens.append(_marker(markers[waiting].number, markers[waiting].start))
            waiting += 1
        at = plain.source_start(index)
        tokens.append(Token(character, at, looks[index], is_marker=False))
    tokens += [_marker(marker.number, marker.start) for marker in markers[waiting:]]
    return tokens


def show_the_same(first: str, second: str) -> bool:
    """Return whether two Markdown paragraphs show the same: text, markers, emphasis of words.

    They may differ in escapes, in the look of white space, and in white space at their end.
    """
    if first == second:
        return True
    return _shown(first) == _shown(second)


def _shown(markdown: str) -> list[tuple[str, bool, Look | None]]:
    return [
        (token.text, token.is_marker, None if token.text.isspace() else token.look)
        for token in tokens_of(markdown.rstrip())
    ]


def _marker(number: str, at: int) -> Token:
    return Token(number, at, (False, False, False), is_marker=True)


def changes_between(
    old: Sequence[Token],
    new: Sequence[Token],
    edits: Sequence[Edit],
    borders: frozenset[int] = frozenset(),
) -> list[Change]:
    """Return the change of each old token, and a last one for what is added at the end.

    `edits` are those that make the new Markdown of the old, in order. `borders` are the tokens
    before which a link, field or content control begins or ends: no change grows over them. Raises
    Refused where the markers are not the same.
    """
    if [one.text for one in old if one.is_marker] != [one.text for one in new if one.is_marker]:
        raise Refused("the note markers would not be the same")
    back = _Back(edits)
    places = {token.at: index for index, token in enumerate(old) if not token.is_marker}
    segments = _segments(old)
    changes = [Change() for _ in range(len(old) + 1)]
    kept = [token.is_marker for token in old]
    pairs: list[tuple[Token, int | None]] = []  # new characters with the old ones they were
    segment = 0
    last = -1
    for token in new:
        if token.is_marker:
            segment += 1
            last = next(index for index in range(last + 1, len(old)) if old[index].is_marker)
            pairs.append((token, last))
            continue
        at = back.old(token.at)
        index = None if at is None else places.get(at)
        if index is not None and (
            segments[index] != segment or index <= last or old[index].text != token.text
        ):
            index = None
        if index is not None:
            kept[index] = True
            last = index
        pairs.append((token, index))
    for index, keep in enumerate(kept):
        changes[index].deleted = not keep
    waiting: list[tuple[str, Look]] = []
    for token, index in pairs:
        if index is None:
            waiting.append((token.text, token.look))
            continue
        changes[index].before = waiting
        waiting = []
        if not token.is_marker and token.look != old[index].look:
            changes[index].look = token.look
    changes[-1].before = waiting
    _pull_forward(old, changes, borders)
    _widen(old, changes, borders)
    return changes


def _segments(tokens: Sequence[Token]) -> list[int]:
    """Return for each token how many markers stand before it."""
    counts, count = [], 0
    for token in tokens:
        counts.append(count)
        count += token.is_marker
    return counts


class _Back:
    """Where characters of the new text were in the old."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts: list[int] = []
        self._shifts: list[int] = []
        self._news: list[int] = []
        shift = 0
        for edit in edits:
            self._starts.append(edit.start + shift)
            self._news.append(edit.start + shift + len(edit.text))
            shift += len(edit.text) - (edit.end - edit.start)
            self._shifts.append(shift)

    def old(self, new: int) -> int | None:
        """Return the old offset of a character; None for one that an edit wrote."""
        index = bisect_right(self._starts, new) - 1
        if index < 0:
            return new
        return None if new < self._news[index] else new - self._shifts[index]


def _pull_forward(old: Sequence[Token], changes: list[Change], borders: frozenset[int]) -> None:
    """Keep characters that an edit writes again: common ends of what is deleted and inserted."""
    index = 0
    while index < len(old):
        if not changes[index].deleted:
            index += 1
            continue
        end = index
        while end < len(old) and changes[end].deleted:
            end += 1
        # What replaces the deleted characters stands before them or before the next kept one.
        new = [*changes[index].before, *changes[end].before]
        if changes[index].before:
            changes[index].before = []
        low, high = index, end
        first, last = 0, len(new)
        while low < high and first < last and old[low].text == new[first][0]:
            _keep(old[low], changes[low], new[first][1])
            low, first = low + 1, first + 1
        while high > low and last > first and old[high - 1].text == new[last - 1][0]:
            high, last = high - 1, last - 1
            _keep(old[high], changes[high], new[last][1])
        changes[end].before = []
        if high - low <= _LONGEST_OVER_BORDER and any(low < one < high for one in borders):
            _keep_common(old, changes, (low, high), new[first:last])
        else:
            changes[high].before = new[first:last]
        index = end + 1


def _keep_common(
    old: Sequence[Token],
    changes: list[Change],
    span: tuple[int, int],
    new: list[tuple[str, Look]],
) -> None:
    """Keep all characters that new text has in common with a span over a border."""
    from difflib import SequenceMatcher

    low, high = span
    before = [token.text for token in old[low:high]]
    after = [character for character, _ in new]
    written = 0
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        changes[low + block.a].before = new[written : block.b]
        for at in range(block.size):
            place = low + block.a + at
            _keep(old[place], changes[place], new[block.b + at][1])
        written = block.b + block.size


def _keep(token: Token, change: Change, look: Look) -> None:
    change.deleted = False
    change.look = look if look != token.look else None


def _widen(old: Sequence[Token], changes: list[Change], borders: frozenset[int]) -> None:
    """Widen changes to whole words: a drafter reads words, not letters."""
    for region in _merged([_widened(old, changes, one, borders) for one in _regions(changes)]):
        for at in range(region.start, region.end):
            changes[at].deleted = True
            changes[at].look = None
            changes[at].before = []
        changes[region.end].before = region.text


class _Region:
    """Old tokens from `start` to `end` that are deleted, and the text inserted after them."""

    __slots__ = ("end", "start", "text")

    def __init__(self, start: int, end: int, text: list[tuple[str, Look]]) -> None:
        self.start = start
        self.end = end
        self.text = text


def _regions(changes: list[Change]) -> list[_Region]:
    regions = []
    start = 0
    for index, change in enumerate(changes):
        if change.deleted and not change.before:
            continue
        if start < index or change.before:
            regions.append(_Region(start, index, change.before))
        start = index if change.deleted else index + 1
    return regions


def _widened(
    old: Sequence[Token], changes: list[Change], region: _Region, borders: frozenset[int]
) -> _Region:
    """Return a region that begins and ends with words, if it cuts them and no border is near."""
    start, end = region.start, region.end
    deleted = [token.text for token in old[start:end]]
    new = [character for character, _ in region.text]
    if any(_is_of_word(edge[0]) for edge in (deleted, new) if edge):
        while start and _is_word(old[start - 1], changes[start - 1]):
            start -= 1
    if any(_is_of_word(edge[-1]) for edge in (deleted, new) if edge):
        # The text that the region itself inserts stands before the first token after it.
        while end < len(old) and _is_word(old[end], changes[end], inserts=end == region.end):
            end += 1
    around = [*old[start : region.start], *old[region.end : end]]
    if any(start < border < end for border in borders):
        return region
    # So long a word is one of a script without spaces: letters are clearer there.
    if len(around) > _LONGEST_WORD or any(token.text >= "\u2e80" for token in around):
        return region
    return _Region(
        start,
        end,
        _kept_characters(old, changes, start, region.start)
        + region.text
        + _kept_characters(old, changes, region.end, end),
    )


def _merged(regions: list[_Region]) -> list[_Region]:
    """Return the regions with those joined that have grown into one another."""
    merged: list[_Region] = []
    for region in regions:
        last = merged[-1] if merged else None
        if (
            last is None
            or region.start > last.end
            or (region.start == last.end and not (region.text and last.text))
        ):
            merged.append(region)
            continue
        overlap = last.end - region.start
        last.text = last.text[: len(last.text) - overlap] + region.text
        last.end = region.end
    return merged


def _kept_characters(
    old: Sequence[Token], changes: list[Change], start: int, end: int
) -> list[tuple[str, Look]]:
    return [(old[at].text, changes[at].look or old[at].look) for at in range(start, end)]


def _is_word(token: Token, change: Change, *, inserts: bool = False) -> bool:
    """Return whether a kept token belongs to a word; with `inserts`, text may stand before it."""
    if token.is_marker or change.deleted or (change.before and not inserts):
        return False
    return _is_of_word(token.text)


def _is_of_word(character: str) -> bool:
    """Return whether a character stands in words: also a hyphen, which joins two."""
    return character.isalnum() or character in _IN_WORDS


_IN_WORDS = "’'\u2011-"
_LONGEST_WORD = 40
_LONGEST_OVER_BORDER = 200  # characters of a change over a border that may keep common ones
