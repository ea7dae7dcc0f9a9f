"""The edits that end a paragraph with another mark, and whether they are beyond doubt.

All offsets are plain offsets of the paragraph unless said otherwise.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import PREAMBLE
from reslint.facts import fact
from reslint.facts.end_remarks import may_end_with_tag, unmarked_status
from reslint.facts.endings import (
    conjoined_end,
    ending_of,
    ends_before_bracket,
    ends_with_abbreviation,
    has_open_bracket,
)
from reslint.facts.openings import opening_of
from reslint.text.diagnostics import Edit
from reslint.text.folding import CLOSERS, INVISIBLE, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph


_LAST_WORD = expression(r"[\s'’]")
_NEXT_WORD = 12  # characters that hold the start of the word behind a paragraph
_MOST_STRAY = 3  # words of a page that stand beside a text
_ENDS_SENTENCE = frozenset(".;؛")
_BEFORE_WORD = " *_"
_ENDS_WORDS = "%‰°²³*"


def end_with(draft: Draft, paragraph: Paragraph, kind: str) -> tuple[Edit, ...]:
    """The edits that end a paragraph with the mark of a kind (comma, semicolon, colon, stop)."""
    ending = ending_of(paragraph)
    mark = draft.vocabulary.marks[kind]
    written = conjoined_end(draft, paragraph)
    if ending.kind and not _is_of_the_words(draft, paragraph):
        written = ending.start, ending.end
    if written is not None:
        start, mark = with_space(draft, paragraph, written[0], mark)
        return (Edit(*paragraph.source_span(start, written[1]), mark),)
    # `… maps [ad ref]`: words on the negotiation stay behind the mark.
    end = unmarked_status(paragraph, draft) or len(paragraph.text.rstrip(INVISIBLE))
    place = _place_after(draft, paragraph, end)
    return (Edit(place, place, _space_before(draft, mark) + mark),)


def may_end_with(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether nothing at the end of a paragraph makes the edits of `end_with` doubtful.

    They are where another mark stays beside the new one, where dots show that words are missing,
    where the text breaks off, where no operative part was found, where the next block may go on
    with the paragraph, and where a capital alone shows that it ends, in the midst of a line.
    """
    ending = ending_of(paragraph)
    if not paragraph.certain_end or len(ending.mark) > 1:
        return False
    if ending.kind:
        if _may_be_operative(paragraph):
            return False
        bare = paragraph.text.rstrip(INVISIBLE)
        return ending.end == len(bare) and not _is_of_the_words(draft, paragraph)
    if unmarked_status(paragraph, draft) is not None:
        return True
    if may_end_with_tag(paragraph):
        return False
    if _breaks_off(draft, paragraph) or _may_be_operative(paragraph):
        return False
    if paragraph.part == PREAMBLE and (
        _goes_on_in_line(draft, paragraph) or _is_stray_word(draft, paragraph)
    ):
        return False
    if _follows_full_stop(draft, paragraph):
        return False
    last = paragraph.text.rstrip(CLOSERS)[-1:]
    return (last.isalnum() or last in _ENDS_WORDS) and not ends_before_bracket(paragraph)


def _breaks_off(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a bracket is open, or no paragraph ends with the last word: the text goes on."""
    if conjoined_end(draft, paragraph) is not None:
        return False
    if has_open_bracket(paragraph):
        return True
    text = paragraph.text.rstrip(CLOSERS).casefold()
    words: list[str] = draft.vocabulary.forms.get("never_last", [])
    if draft.vocabulary.phrases.by_character:
        return text.endswith(tuple(words))
    return _LAST_WORD.split(text)[-1] in words


def _goes_on_in_line(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a word with a capital stands behind the paragraph on its last line."""
    end = paragraph.source_span(0, len(paragraph.text.rstrip(INVISIBLE)))[1]
    behind = draft.source.text[end : end + _NEXT_WORD]
    first = behind.lstrip(_BEFORE_WORD)[:1]
    return " " in behind[: behind.find(first)] and first.isupper()


def _is_stray_word(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a few words on a line may be those of another column or of the head of a page."""
    text = paragraph.text.strip(INVISIBLE)
    if paragraph.label is not None or paragraph.emphases or len(text.split()) > _MOST_STRAY:
        return False
    return not draft.vocabulary.phrases.by_character and opening_of(paragraph, draft).phrase is None


def _follows_full_stop(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether the last words stand behind a full stop or a semicolon, as words of a page do."""
    if draft.vocabulary.phrases.by_character or conjoined_end(draft, paragraph) is not None:
        return False
    words = paragraph.text.split()
    return any(
        word[-1] in _ENDS_SENTENCE and not ends_with_abbreviation(draft, word, len(word))
        for word in words[-_MOST_STRAY - 1 : -1]
        if len(word) > 2
    )


def _may_be_operative(paragraph: Paragraph) -> bool:
    """Whether a preambular paragraph is the last of a resolution without an operative part.

    Then its operative part may be one that was read as part of this paragraph.
    """
    resolution = paragraph.resolution
    if paragraph.part != PREAMBLE or resolution is None or resolution.operative:
        return False
    return resolution.preamble[-1:] == [paragraph]


def _is_of_the_words(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether the last mark is that of an abbreviation, a quotation or a bracket, and stays."""
    ending = ending_of(paragraph)
    enclosed = bool(paragraph.text[ending.end :].strip(INVISIBLE))
    return enclosed or ends_with_abbreviation(draft, paragraph.text, ending.end)


def with_space(draft: Draft, paragraph: Paragraph, start: int, mark: str) -> tuple[int, str]:
    """Where a mark written at `start` begins with its space, and what to write there."""
    spaced = draft.vocabulary.forms.get("spaced_marks")
    if not spaced:
        return start, mark
    before = len(paragraph.text[:start].rstrip(SPACES))
    if before == start:
        return start, _space_before(draft, mark) + mark
    return (start, mark) if mark in spaced else (before, mark)


def _place_after(draft: Draft, paragraph: Paragraph, end: int) -> int:
    """The source offset right after the word that ends at `end`; markers as the language has them.

    Marks of emphasis and of links that end there stay closed before it.
    """
    last = end == len(paragraph.text.rstrip(INVISIBLE))
    place = paragraph.plain.source_end(end)
    for emphasis in paragraph.emphases:
        if emphasis.end == end or (last and emphasis.end > end):
            place = max(place, emphasis.closing[1])
    for link in paragraph.links:
        if link.end == end or (last and link.end > end):
            place = max(place, link.source[1])
    markers = [each for each in paragraph.markers if each.at == end or (last and each.at > end)]
    if markers and draft.vocabulary.forms["notes"]["side"] == "before":
        place = max(place, max(marker.end for marker in markers))
    return place


def _space_before(draft: Draft, mark: str) -> str:
    """The space that this draft writes before a mark (French: no-break, plain or none)."""
    spaced = draft.vocabulary.forms.get("spaced_marks", "")
    return _space_before_semicolons(draft) if mark in spaced else ""


@fact
def _space_before_semicolons(draft: Draft) -> str:
    """The space that the draft mostly writes before semicolons, "" for none.

    Only semicolons tell: colons stand in web addresses and in note labels, too.
    """
    text = draft.source.text
    counts = {space: text.count(f"{space};") for space in ("\u00a0", *SPACES)}
    counts[""] = text.count(";") - sum(counts.values()) - text.count("&")
    found = max(counts, key=lambda space: counts[space])
    return found if counts[found] else "\u00a0"
