"""The draft's own habits of typing: which apostrophe, space and quotation marks it uses.

A fix writes what the draft writes elsewhere; a rule on such marks asks for one kind throughout.
"""

from __future__ import annotations

from reslint.facts.draft_text import draft_text, places
from reslint.facts.emphasis import preferred_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.draft.model import Draft


CURLY = "’"
STRAIGHT = "'"
NO_BREAK = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
_OWN = (
    "own apostrophe",
    "own space",
    "no-break spaces",
    "straight quotes",
    "space before marks",
    "emphasis kind",
)
"""The facts of a draft that are habits."""
_TOO_FEW = 2
"""Marks that are too few to show a habit."""


def own_apostrophe(draft: Draft) -> str:
    """The apostrophe that the draft mostly uses."""
    return _habit(draft, "own apostrophe", _apostrophe)


def own_space(draft: Draft) -> str:
    """The space that the draft mostly puts before a mark that takes one."""
    return _habit(draft, "own space", _space)


def has_straight_quotes(draft: Draft) -> bool:
    """Whether the draft mostly quotes with straight marks."""
    return bool(_habit(draft, "straight quotes", _straight_quotes))


def types_no_break(draft: Draft) -> bool:
    """Whether the draft has a no-break space anywhere."""
    return bool(_habit(draft, "no-break spaces", _no_break_spaces))


def as_typed(draft: Draft, text: str, written: str = "") -> str:
    """A replacement text with the draft's own apostrophe and the spaces of what it replaces."""
    if STRAIGHT in text or CURLY in text:
        text = text.replace(CURLY, STRAIGHT).replace(STRAIGHT, own_apostrophe(draft))
    if NO_BREAK in written and " " not in written:
        text = text.replace(" ", NO_BREAK)
    return text


def habits_of(draft: Draft) -> tuple[object, ...]:
    """What the whole draft lends to its single paragraphs: equal for drafts of equal habits.

    Its apostrophe, hyphen, kind of emphasis, the marks around titles, and what its masthead says
    of session and date. Kinds of check with `habits` depend on it besides their paragraph.
    """
    source, masthead = draft.source.text, draft.masthead
    titles = draft.vocabulary.forms.get("citations", {}).get("titles", {})
    dated = (masthead.adoption, masthead.closing, masthead.distribution)
    return (
        own_apostrophe(draft),
        own_space(draft),
        types_no_break(draft),
        preferred_kind(draft),
        CURLY in source,
        source.count(NO_BREAK_HYPHEN) > source.count("-"),
        bool(titles) and titles["marks"][0] in source,
        masthead.session,
        tuple(place.date if place is not None else None for place in dated),
    )


def lend_habits(draft: Draft, view: Draft) -> None:
    """Give a draft that holds some paragraphs of another (`view`) that one's habits."""
    habits_of(draft)
    for name in _OWN:
        if name in draft.facts:
            view.facts[name] = draft.facts[name]


def _habit(draft: Draft, name: str, find: Callable[[Draft], str]) -> str:
    """A habit, found once a draft."""
    found = draft.facts.get(name)
    if found is None:
        found = draft.facts[name] = find(draft)
    assert isinstance(found, str)
    return found


def _apostrophe(draft: Draft) -> str:
    text = draft_text(draft).text
    curly, straight = text.count(CURLY), text.count(STRAIGHT)
    if curly + straight <= _TOO_FEW and "“" in text:
        return CURLY  # the quotation marks tell more
    return CURLY if curly >= max(straight, 1) else STRAIGHT


def _space(draft: Draft) -> str:
    text = draft_text(draft).text
    before = [
        text[at - 1 : at]
        for mark in draft.vocabulary.forms.get("spaced_marks", "")
        for at in places(text, mark)
    ]
    plain, fixed = before.count(" "), before.count(NO_BREAK)
    if not plain and not fixed:
        return NO_BREAK if NO_BREAK in text else " "
    return NO_BREAK if fixed >= plain else " "


def _no_break_spaces(draft: Draft) -> str:
    return "yes" if NO_BREAK in draft_text(draft).text else ""


def _straight_quotes(draft: Draft) -> str:
    text = draft_text(draft).text
    pairs = draft.vocabulary.forms.get("quotation", ())
    curly = sum(text.count(mark) for pair in pairs[:1] for mark in set(pair))
    return "yes" if text.count('"') > curly else ""
