"""Whether the mark that a paragraph ends with is the one its place asks for.

The operative part, where the place among the others decides, has `operative_endings`.
"""

from __future__ import annotations

from reslint.draft.model import HEADING, NOTE, OPERATIVE, PREAMBLE
from reslint.draft.signs import INVISIBLE
from reslint.facts.endings import ending_of
from reslint.facts.operative_endings import ends_wrong
from reslint.facts.script_marks import own_mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph

_QUOTES = "”’\"'»'」』"
_MARKS = ".,;:،؛。，；："
_ROMAN = "IVXLC"
_FIRST_IDEOGRAPH = "\u2e80"


def ending_is_off(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a paragraph should end otherwise, its operative neighbours looked at."""
    if paragraph.part == PREAMBLE:
        return paragraph.parent is None and preambular_ending_is_off(paragraph)
    if paragraph.part == OPERATIVE:
        return ends_wrong(draft.look_beyond(paragraph), paragraph)
    if paragraph.part == HEADING:
        return heading_ending_is_off(draft, paragraph)
    if paragraph.part == NOTE:
        return note_ending_is_off(draft, paragraph)
    return paragraph is draft.masthead.title and title_ending_is_off(draft, paragraph)


def preambular_ending_is_off(paragraph: Paragraph) -> bool:
    """Whether a preambular paragraph should end with a comma and does not."""
    ending = ending_of(paragraph)
    if ending.kind in ("comma", "colon") or paragraph.children:
        return False
    if not paragraph.text.strip(INVISIBLE):
        return False
    return bool(ending.kind) or paragraph.certain_end  # else a fragment: FORM012 says so


def heading_ending_is_off(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a heading ends with a mark."""
    ending = ending_of(paragraph)
    text = paragraph.text.strip(INVISIBLE)
    if ending.kind in ("", "question") or ending.inside_quotes or _is_one_word(text):
        return False
    if paragraph.heading_label and text.rstrip(".") == paragraph.heading_label:
        return False
    # A whole last word: «эмбарго.» is not the abbreviation «о.».
    return text.split()[-1] not in draft.vocabulary.forms.get("abbreviations", ())


def _is_one_word(text: str) -> bool:
    """Whether a heading is one sign, such as a number; a word of letters is a heading like others.

    Chinese writes no spaces between words, and a number may open a heading there.
    """
    if len(text.split()) > 1:
        return False
    word = text.rstrip(_MARKS)  # "Reports:" and "VIII." without their marks
    if len(word) < 3 or not word.strip(_ROMAN):
        return True
    return max(word) < _FIRST_IDEOGRAPH and not word.isalpha()


def title_ending_is_off(draft: Draft, title: Paragraph) -> bool:
    """Whether a title line ends with a full stop that is no abbreviation's."""
    text = title.text.rstrip(INVISIBLE)
    if not text.endswith((".", "。")) or text.endswith(("...", "…")):
        return False
    abbreviations = draft.vocabulary.forms.get("abbreviations", ())
    return not text.endswith(tuple(f" {each}" for each in abbreviations))


def note_ending_is_off(draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a note that says something ends without a full stop, be it one of another script."""
    forms = draft.vocabulary.forms.get("notes", {})
    stops: str = forms.get("stops", "")
    text = paragraph.text.rstrip(INVISIBLE)
    if not stops or not text:
        return False
    bare = text.rstrip(_QUOTES + INVISIBLE) or text
    last = own_mark(draft, paragraph, len(bare) - 1) or bare[-1]
    # After a colon a list goes on, in blocks of its own.
    if last in stops or last in ":：":
        return False
    return not (last == forms.get("latin_stop") and _after_latin(text))


def _after_latin(text: str) -> bool:
    """Whether the stop at the end stands right after a Latin letter, a digit or a bracket."""
    before = text[:-1].rstrip(INVISIBLE)[-1:]
    return before.isascii() and (before.isalnum() or before in ")]")
