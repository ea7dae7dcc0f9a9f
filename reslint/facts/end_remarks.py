"""Remarks behind the end of a paragraph: editorial tags, words on the negotiation.

All offsets are plain offsets of the paragraph.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts import fact
from reslint.text.editorial_tags import TAG_ENDS, end_before_tags
from reslint.text.folding import BRACKETS, CLAUSE_ENDS, COLONS, END_MARKS, INVISIBLE, LIST_COMMAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph


_TAGGED = (PREAMBLE, OPERATIVE)
_LONGEST_TAG = 40  # characters of one without brackets
_AROUND_STATUS = INVISIBLE + "*_"
_LAST_WORDS = expression(r"(?<!\w)(?:(?:(?![а-я])[^\W\d_a-z])+\s?){1,3}\Z")
_BRACKETS = {closing: opening for opening, closing in BRACKETS.items()}


@fact
def before_tags(paragraph: Paragraph) -> int:
    """The end of a paragraph's text before its editorial tags, after them if there are none.

    After a comma in the operative part, brackets with small letters hold text under negotiation.
    """
    text = paragraph.text.rstrip(INVISIBLE)
    if paragraph.part not in _TAGGED:
        return len(text)
    if not text.endswith(TAG_ENDS):
        return _before_emphasized_tag(paragraph, text)
    end = end_before_tags(text)
    if paragraph.part == OPERATIVE and text[end - 1] in LIST_COMMAS:
        inside = text[end:].strip(INVISIBLE)[1:2]
        return end if inside.isupper() else len(text)
    return end


def _before_emphasized_tag(paragraph: Paragraph, text: str) -> int:
    """The end before emphasized words after the last mark: `…; **AGREED**`, `…, **CONVENU**`.

    After a comma of the preamble, where the title of a publication may stand, too, the first word
    must be in capitals or in a script without.
    """
    last = paragraph.emphases[-1] if paragraph.emphases else None
    if last is None or last.end < len(text) or not 0 < len(text) - last.start <= _LONGEST_TAG:
        return len(text)
    before = len(text[: last.start].rstrip(INVISIBLE))
    first = text[last.start :].split(maxsplit=1)[0]
    if not before or before == last.start or not first[0].isalpha() or first[0].islower():
        return len(text)
    mark = text[before - 1]
    capitals = len(first) > 1 and (first.isupper() or first.lower() == first.upper())
    if mark in CLAUSE_ENDS or (mark in LIST_COMMAS and capitals and paragraph.part == PREAMBLE):
        return before
    return len(text)


@fact
def before_status(paragraph: Paragraph, draft: Draft) -> int | None:
    """The end before words on the negotiation: `…; agreed ad ref.`, `…, AGREED`; None for none."""
    pattern = draft.vocabulary.pattern("negotiated")
    if pattern is None:
        return None
    text = paragraph.text.rstrip(_AROUND_STATUS)
    # The last character may be the full stop of the words themselves.
    for at in range(len(text) - 2, max(len(text) - _LONGEST_TAG, 0), -1):
        if text[at] in END_MARKS:
            start = len(text) - len(text[at + 1 :].lstrip(_AROUND_STATUS))
            return at + 1 if pattern.fullmatch(text, start) else None
    return None


@fact
def unmarked_status(paragraph: Paragraph, draft: Draft) -> int | None:
    """The end before words on the negotiation without a mark: `… maps [ad ref]`, `… **AGREED**`.

    They stand in brackets, emphasized or in capitals. None for none, and after a mark.
    """
    text = paragraph.text.rstrip(INVISIBLE)
    pattern = draft.vocabulary.pattern("negotiated")
    if pattern is None or text[-1:] in END_MARKS:
        return None
    opening = _BRACKETS.get(text[-1:])
    last = paragraph.emphases[-1] if paragraph.emphases else None
    if opening is not None:
        start = text.rfind(opening)
        found = start > 0 and pattern.fullmatch(text[start + 1 : -1].strip(_AROUND_STATUS))
    elif last is not None and last.end >= len(text):
        start = last.start
        found = pattern.fullmatch(text[start:].strip(_AROUND_STATUS))
    elif text[-1:].islower():
        return None  # the end of most: no words in capitals
    else:
        words = _LAST_WORDS.search(text, max(len(text) - _LONGEST_TAG, 0))
        start = words.start() if words else 0
        found = words and words[0].isupper() and pattern.fullmatch(words[0])
    before = len(text[:start].rstrip(INVISIBLE))
    return before if found and before and text[before - 1] not in END_MARKS else None


def may_end_with_tag(paragraph: Paragraph) -> bool:
    """Whether brackets at the end may hold a remark: words in square ones, `(EU: delete)`."""
    text = paragraph.text.rstrip(INVISIBLE + "*_")
    opening = _BRACKETS.get(text[-1:])
    if opening is None:
        return False
    inside = text[text.rfind(opening) + 1 : -1]
    if opening in "(（":
        return any(mark in inside for mark in COLONS)
    return any(map(str.isalpha, inside))
