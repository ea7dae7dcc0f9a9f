"""Read from adopted texts what a registry has about them: organ, number, date and title."""

from __future__ import annotations

from reslint.data.own_registry import entry_of, write_date
from reslint.data.registry import PUBLISHED, SHIPPED
from reslint.documents import read_file
from reslint.draft.masthead import split_title
from reslint.draft.reader import read_draft
from reslint.text import Wordings
from reslint.text.folding import FULL_STOPS, fold
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.data.own_registry import Key
    from reslint.data.registry import Entry
    from reslint.draft.model import Draft


_OTHER = "other"
WORDS = Wordings(
    {
        "no-draft": {
            "en": "this is not read as a resolution",
            "fr": "ce texte n’est pas lu comme une résolution",
        },
        "no-number": {
            "en": "no number was found: an adopted text has it with its title (80/118. …)",
            "fr": "aucun numéro trouvé : un texte adopté le porte avec son titre (80/118. …)",
        },
        "no-organ": {
            "en": "the organ is not known: name it with --organ",
            "fr": "l’organe n’est pas connu : l’indiquer avec --organ",
        },
        "no-date": {
            "en": "no date of adoption was found, neither above the text nor in the closing",
            "fr": "aucune date d’adoption trouvée, ni en tête du texte ni à la fin",
        },
        "two-dates": {
            "en": "two dates of adoption: {one} above the text, {other} in the closing",
            "fr": "deux dates d’adoption : {one} en tête du texte, {other} à la fin",
        },
        "other-date": {
            "en": "{number} is dated {new} here, but {old} in {where} "
            "(--replace takes the new date)",
            "fr": "{number} porte ici la date {new}, mais la date {old} dans {where} "
            "(--replace retient la nouvelle)",
        },
        "other-title": {
            "en": "{number} is entitled “{new}” here, but “{old}” in {where} "
            "(--replace takes the new title)",
            "fr": "{number} est intitulée ici « {new} », mais « {old} » dans {where} "
            "(--replace retient le nouveau titre)",
        },
        "shipped": {"en": "the registry of reslint", "fr": "le registre de reslint"},
    }
)


class NoEntry(Exception):
    """A text of which no entry can be made. The message says what is missing."""


class Found:
    """What a text says of itself: organ and number, date, its language and its title in it."""

    __slots__ = ("date", "key", "language", "title")

    def __init__(self, key: Key, date: tuple[int, int, int], language: str, title: str) -> None:
        self.key = key
        self.date = date
        self.language = language
        self.title = title


def found_in(path: str, words: str, *, language: str | None, organ: str | None) -> Found:
    """What the text at a path says of itself; `words` is the language of messages.

    `language` and `organ` are those of the text, None to recognize them. Raises NoEntry.
    """
    try:
        source = read_file(path)
    except UnreadableText as error:
        raise NoEntry(str(error)) from None
    draft = read_draft(source, language=language, organ=organ)
    if not draft.is_resolution:
        raise NoEntry(WORDS.text("no-draft", words))
    masthead = draft.masthead
    number, title = _number_and_title(draft)
    if not number:
        raise NoEntry(WORDS.text("no-number", words))
    if draft.organ == _OTHER:
        raise NoEntry(WORDS.text("no-organ", words))
    dates = [place.date for place in (masthead.adoption, masthead.closing) if place is not None]
    dates = [date for date in dates if date[1]]
    if not dates:
        raise NoEntry(WORDS.text("no-date", words))
    if dates[0] != dates[-1]:
        one, other = map(write_date, (dates[0], dates[-1]))
        raise NoEntry(WORDS.text("two-dates", words, one=one, other=other))
    return Found((draft.organ, number), dates[0], draft.language, title)


def _number_and_title(draft: Draft) -> tuple[str, str]:
    """The number as the registry has it (80/118, 254 C, 2644 (2022)) and the title."""
    masthead = draft.masthead
    number = masthead.number.replace("(", " (").replace("  (", " (")
    if masthead.title is None:
        return number, ""
    match = split_title(masthead.title.text)
    if match is None:
        return number, ""
    if match["letter"]:
        number = f"{number} {match['letter']}"
    return number, " ".join(match["title"].split()).rstrip(FULL_STOPS)


def add(
    entries: dict[Key, Entry],
    found: Iterable[tuple[str, Found]],
    where: str,
    words: str,
    *,
    replace: bool,
) -> list[tuple[str, str]]:
    """Add what texts say, each with its path, to the entries of a registry file at `where`.

    Returns what disagrees, with the path of the text: nothing of it is added unless `replace`.
    """
    problems = []
    for path, one in found:
        known = entries.get(one.key)
        shipped = SHIPPED.find(*one.key)
        problem = None if replace else _disagreement(one, known, shipped, where, words)
        if problem is not None:
            problems.append((path, problem))
            continue
        titles = dict(known.titles) if known is not None else {}
        if one.title:
            titles[one.language] = one.title
        entries[one.key] = entry_of(*one.key, one.date, PUBLISHED, titles)
    return problems


def _disagreement(
    found: Found, known: Entry | None, shipped: Entry | None, where: str, words: str
) -> str | None:
    """What a text says otherwise than its entry, or than a firm entry of reslint's registry."""
    own = WORDS.text("shipped", words) if known is None else where
    entry = known or (shipped if shipped is not None and shipped.firm else None)
    if entry is None:
        return None
    number = f"{found.key[0]} {found.key[1]}"
    if entry.date != found.date:
        new, old = write_date(found.date), write_date(entry.date)
        return WORDS.text("other-date", words, number=number, new=new, old=old, where=own)
    old = known.titles.get(found.language, "") if known is not None else ""
    if old and found.title and fold(old) != fold(found.title):
        return WORDS.text("other-title", words, number=number, new=found.title, old=old, where=own)
    return None
