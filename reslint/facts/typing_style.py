"""How a draft is typed: which apostrophe, space and quotation marks it uses.

A fix writes what the draft writes elsewhere; a rule on such marks asks for one kind throughout.
The style is that of the whole draft, also where a view holds some of its paragraphs only.
"""

from __future__ import annotations

from collections import Counter

from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.facts import fact, key_of
from reslint.facts.draft_text import draft_text, places
from reslint.facts.emphasis import preferred_kind, right_kinds
from reslint.text.folding import SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft


CURLY = "’"
STRAIGHT = "'"
NO_BREAK = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
_FIXED = (NO_BREAK, "\u202f", "\u2009")  # spaces typed so that a mark stays with its word
_TOO_FEW = 2
"""Marks that are too few to show a style."""


def own_apostrophe(draft: Draft) -> str:
    """The apostrophe that the draft mostly uses."""
    return _apostrophe(draft.whole)


def gap_after_numbers(draft: Draft) -> str:
    """What the draft mostly has between the number of a paragraph and its text: blank or tab."""
    return _gap_after_numbers(draft.whole)


def own_space(draft: Draft) -> str:
    """The space that the draft mostly puts before a mark that takes one."""
    return _space(draft.whole)


def has_straight_quotes(draft: Draft) -> bool:
    """Whether the draft mostly quotes with straight marks."""
    return _straight_quotes(draft.whole)


def types_no_break(draft: Draft) -> bool:
    """Whether the draft has a no-break space anywhere."""
    return _no_break_spaces(draft.whole)


def as_typed(draft: Draft, text: str, written: str) -> str:
    """A replacement text with the draft's own apostrophe and the spaces of what it replaces."""
    if STRAIGHT in text or CURLY in text:
        text = text.replace(CURLY, STRAIGHT).replace(STRAIGHT, own_apostrophe(draft))
    spaces = [character for character in written if character in SPACES]
    if spaces and " " not in spaces:
        text = text.replace(" ", spaces[0])
    return text


def style_of(draft: Draft) -> tuple[object, ...]:
    """What findings in one paragraph may depend on besides it: equal for drafts of one style.

    The apostrophe, hyphen, kind of emphasis, the gap after numbers, the marks around titles, and
    what the masthead says of session and date.
    """
    source, masthead = draft.source.text, draft.masthead
    titles = draft.vocabulary.forms.get("citations", {}).get("titles", {})
    dated = (masthead.adoption, masthead.closing, masthead.distribution)
    return (
        own_apostrophe(draft),
        own_space(draft),
        types_no_break(draft),
        gap_after_numbers(draft),
        tuple(
            (preferred_kind(draft, part), *right_kinds(draft, part))
            for part in (PREAMBLE, OPERATIVE)
        ),
        CURLY in source,
        source.count(NO_BREAK_HYPHEN) > source.count("-"),
        bool(titles) and titles["marks"][0] in source,
        masthead.session,
        tuple(place.date if place is not None else None for place in dated),
    )


@fact
def _gap_after_numbers(draft: Draft) -> str:
    text = draft.source.text
    if "\t" not in text:
        return " "
    after = [
        text[paragraph.label.end : paragraph.label.end + 1]
        for paragraph in draft.paragraphs
        if paragraph.label is not None and paragraph.part == OPERATIVE and not paragraph.level
    ]
    return "\t" if after.count("\t") * 2 > len(after) else " "


@fact
def _apostrophe(draft: Draft) -> str:
    text = draft_text(draft).text
    curly, straight = text.count(CURLY), text.count(STRAIGHT)
    if curly + straight <= _TOO_FEW and "“" in text:
        return CURLY  # the quotation marks tell more
    return CURLY if curly >= max(straight, 1) else STRAIGHT


@fact
def _space(draft: Draft) -> str:
    text = draft_text(draft).text
    counts = Counter(
        text[at - 1 : at]
        for mark in draft.vocabulary.forms.get("spaced_marks", "")
        for at in places(text, mark)
    )
    plain = counts[" "]
    kind = max(_FIXED, key=counts.__getitem__)
    if not plain and not counts[kind]:
        return NO_BREAK if NO_BREAK in text else " "
    return kind if counts[kind] >= plain else " "


@fact
def _no_break_spaces(draft: Draft) -> bool:
    return NO_BREAK in draft_text(draft).text


@fact
def _straight_quotes(draft: Draft) -> bool:
    text = draft_text(draft).text
    pairs = draft.vocabulary.forms.get("quotation", ())
    curly = sum(text.count(mark) for pair in pairs[:1] for mark in set(pair))
    return text.count('"') > curly


_FACTS = tuple(map(key_of, (_apostrophe, _space, _no_break_spaces, _straight_quotes)))


def keep_style(draft: Draft, former: Draft) -> None:
    """Give a draft the style of its former version: nothing changed on which that rests."""
    for key in _FACTS:
        if key in former.facts:
            draft.facts[key] = former.facts[key]
