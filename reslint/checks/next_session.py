"""Reports and agenda items asked for: at a later session, under the title of the masthead."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import MASTHEAD, OPERATIVE
from reslint.facts.capitals import folded_text
from reslint.facts.exempt_zones import in_zone
from reslint.text.diagnostics import Finding
from reslint.text.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft


_LONG = 4  # letters from which a word of a title is compared
_FEWEST_WORDS = 2
_NAME = 120  # characters before a session in which the name of its body stands
_AROUND = 40  # characters beside a session in which the provisional agenda is named
_BY_SESSION = ("GA", "HRC")  # organs whose numbers begin with that of the session
_MOST_SESSIONS_BACK = 5
_LEAST_LIKENESS = 0.6  # share of words that a title and that of the masthead have in common


def _forms(draft: Draft) -> dict[str, Any]:
    forms: dict[str, Any] = draft.vocabulary.forms.get("next_session", {})
    return forms


def session(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A report or item asked for at a session that is not later than the draft's own."""
    forms, own = _forms(draft), _own_session(draft)
    if not forms or not own:
        return
    asked, named = expression(forms["asked"]), expression(forms["session"])
    past, keeps = expression(forms["past"]), expression(forms["keeps"])
    agenda, another = forms["agenda"], forms.get("another", "")
    for paragraph in draft.part(OPERATIVE):
        text = folded_text(paragraph)
        opening = asked.match(text)
        if opening is None:
            continue
        for match in named.finditer(text):
            number = draft.vocabulary.ordinal(_nominative(match["ordinal"], forms))
            # A number far below that of this session is a session of another body.
            if not own - _MOST_SESSIONS_BACK <= number <= own or past.search(
                text, 0, match.start()
            ):
                continue
            if another and expression(another).search(
                text, max(match.start() - _NAME, 0), match.start()
            ):
                continue
            if _is_of_body_asked(text, opening.end(), match.start(), forms):
                continue
            if number == own and keeps.match(text):
                around = text[max(match.start() - _AROUND, 0) : match.end() + _AROUND]
                if agenda not in around:
                    continue  # the organ may go on with an item at this session
            start, end = match.span("ordinal")
            if not in_zone(paragraph, draft, start, end):
                yield paragraph.finding(start, end, {"session": paragraph.text[start:end]})


def _is_of_body_asked(text: str, start: int, end: int, forms: dict[str, Any]) -> bool:
    """Whether the session named at `end` is that of the body that is asked at `start`.

    "Requests the Committee to report at its tenth session", but not "to report to the Assembly".
    """
    if "addressed" not in forms or expression(forms["addressed"]).match(text, start, end) is None:
        return False
    return expression(forms["organ"]).search(text, start, end) is None


def _own_session(draft: Draft) -> int:
    """The session of a draft, from its masthead or from its number (80/17); 0 if it has none."""
    session, _, number = draft.masthead.number.partition("/")
    if draft.masthead.session or draft.organ not in _BY_SESSION or not number:
        return draft.masthead.session
    return int(session) if session.isdecimal() else 0


def _nominative(ordinal: str, forms: dict[str, Any]) -> str:
    """An ordinal in the form in which the vocabulary has it."""
    for ending, right in forms.get("endings", {}).items():
        if ordinal.endswith(ending):
            return f"{ordinal.removesuffix(ending)}{right}"
    return ordinal


def agenda_title(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """The title of an agenda item that differs in a few words from the one in the masthead."""
    forms = _forms(draft)
    if not forms:
        return
    pattern, keeps = expression(forms["item"]), expression(forms["keeps"])
    titles: list[str] | None = None
    for paragraph in draft.part(OPERATIVE):
        if forms["item_gate"] not in paragraph.text or not keeps.match(paragraph.text):
            continue
        for match in pattern.finditer(paragraph.text):
            whole = draft.look_beyond(paragraph)
            if titles is None:
                titles = _titles(whole)
            near = _nearest(match["title"], titles, forms)
            if near:
                values = {"written": match["title"], "title": near}
                yield paragraph.finding(*match.span("title"), values)


def _titles(draft: Draft) -> list[str]:
    """The titles of agenda items in the masthead, whole and after each colon."""
    found: list[str] = []
    for paragraph in draft.part(MASTHEAD):
        text = paragraph.text.strip()
        if text.startswith("[") or len(text) > 300:
            continue
        found.append(text)
        while ":" in text:
            first, _, text = text.partition(":")
            found += [first.strip(), text.strip()]
    return found


def _nearest(title: str, titles: list[str], forms: dict[str, Any]) -> str:
    """The title that shares most words, "" where none shares enough or one is the same.

    Where a language inflects its words, those are the same that begin with the same `stem` letters,
    and those that differ only in what the `prefix` takes off.
    """
    if _plain(title) in map(_plain, titles):
        return ""
    words = _long_words(title, forms)
    best, share = "", 0.0
    for each in titles:
        others = _long_words(each, forms)
        if min(len(words), len(others)) < _FEWEST_WORDS:
            continue
        likeness = len(words & others) / len(words | others)
        if likeness > share:
            best, share = each, likeness
    return best if share >= _LEAST_LIKENESS else ""


def _long_words(title: str, forms: dict[str, Any]) -> frozenset[str]:
    stem = forms.get("stem") or None
    prefix = forms.get("prefix")
    words = _plain(title).split()
    if prefix:
        words = [expression(prefix).sub("", word) for word in words]
    return frozenset(word[:stem] for word in words if len(word) >= _LONG)


def _plain(title: str) -> str:
    return fold(title.casefold().strip(" .,*"))
