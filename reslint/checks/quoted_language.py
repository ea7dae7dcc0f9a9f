"""Words quoted in another language than the draft's: they keep that language's quotation marks."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.language_detection import language_of_words, languages_of_script
from reslint.draft.model import NOTE
from reslint.text.folding import BEFORE_QUOTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Paragraph


OWN, UNKNOWN, ANOTHER = "own", "unknown", "another"
_WORD = expression(r"[^\W\d_]{2,}")
_CLOSING = {"«": "»", "„": "“”»"}
_STRAIGHT = '"'
_OPENING = {"»": "«„"}


def quoted_language(draft: Draft, paragraph: Paragraph, at: int) -> str:
    """Return in which language the words are that the mark at a plain offset quotes.

    OWN stands for the draft's, also where nothing speaks against it, and for a single Latin word
    in any script (a name); UNKNOWN for a title in a note with no word that tells the language.
    """
    words = _WORD.findall(_quoted(paragraph.text, at))
    if not words:
        return OWN
    quoted = " ".join(words)
    own = draft.vocabulary.code
    candidates = languages_of_script(quoted)
    alone = len(words) == 1 and len(candidates) > 1
    if own not in candidates:
        return OWN if alone else ANOTHER
    spoken = language_of_words(quoted)
    if spoken:
        return OWN if spoken == own else ANOTHER
    return UNKNOWN if not alone and len(candidates) > 1 and paragraph.part == NOTE else OWN


def _quoted(text: str, at: int) -> str:
    """Return the text between a mark and its counterpart, "" if it has none."""
    if text[at] == _STRAIGHT:
        if not at or text[at - 1].isspace() or text[at - 1] in BEFORE_QUOTES:
            quoted, mark, _ = text[at + 1 :].partition(_STRAIGHT)
            return quoted if mark else ""
        _, mark, quoted = text[:at].rpartition(_STRAIGHT)
        return quoted if mark else ""
    for closing in _CLOSING.get(text[at], ""):
        end = text.find(closing, at + 1)
        if end >= 0:
            opens = closing == "“" and text[end - 1].isspace()  # no counterpart for sure
            return "" if opens else text[at + 1 : end]
    start = max((text.rfind(mark, 0, at) for mark in _OPENING.get(text[at], "")), default=-1)
    return text[start + 1 : at] if start >= 0 else ""
