"""Whose resolution a citation means: who is named beside it, who speaks, what the number says."""

from __future__ import annotations

from reslint.citations.model import AFTER, BEFORE, FORM, NONE, OWN, ROMAN, SESSION, YEAR, Mention
from reslint.data.patterns import expression
from reslint.facts import fact
from reslint.facts.draft_text import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.citations.grammar import Grammar
    from reslint.citations.model import Citation
    from reslint.draft.model import Draft, Paragraph


_FORM = expression(r"[0-9]+(?:\s[A-Z])?\s\((?:(?P<year>[0-9]{4})|(?P<roman>[IVXLC]+))\)")
_LONGEST_SESSION = 4  # figures of a session, or of a year
_LAST_SESSION = 1900  # beyond it, the number before the stroke is a year
_LAST_ROMAN_SESSION = 30  # of the General Assembly: 1975
_LAST_COUNCIL_SESSION = 60  # of the Human Rights Council, where a draft does not say its own
_FIRST_COUNCIL_YEAR = 2007  # before it, a year can be the Commission on Human Rights'
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
OTHER = "other"
ASSEMBLY = "assembly"
COUNCIL = "council"
_COUNCILS = ("SC", "ECOSOC", "HRC")
_OWN_REACH = 70  # characters in which a possessive and its adjectives may stand before the word
_NAME_REACH = 60  # characters of a name before the word that tells a body


def owner(number: str, organ: str, session: int) -> str | None:
    """The organ whose resolution `number` is, seen from a draft of `organ` in its `session`.

    None where it can be the organ's own, "" where it is not, but may be that of several others.
    """
    if organ == OTHER:
        return None
    first, _, second = number.partition("/")
    if first and second and len(first) <= _LONGEST_SESSION and _is_figures(first + second[:1]):
        return _owner_by_session(int(first), organ, session)
    match = _FORM.match(number)
    if match is None:
        return None
    if match["year"]:
        return None if organ == "SC" else "SC"
    if _roman(match["roman"]) <= _LAST_ROMAN_SESSION:
        return None if organ == "GA" else "GA"
    return None if organ == "ECOSOC" else "ECOSOC"


def may_be_of_another(text: str, organ: str) -> bool:
    """Tell quickly whether a text may hold a number that `owner` gives to another organ.

    A number of the General Assembly's sessions is its own; all others have a year or parentheses.
    """
    if organ != "GA":
        return organ != OTHER
    return (
        "(" in text
        or "（" in text
        or any(_is_figures(text[max(at - _LONGEST_SESSION, 0) : at]) for at in places(text, "/"))
    )


def _is_figures(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _owner_by_session(first: int, organ: str, session: int) -> str | None:
    if first > _LAST_SESSION:
        if organ == "ECOSOC":
            return None
        return "ECOSOC" if organ != "HRC" or first >= _FIRST_COUNCIL_YEAR else ""
    if organ == "GA":
        return None
    if organ == "HRC":
        return "GA" if first > (session or _LAST_COUNCIL_SESSION) else None
    return "GA" if first > _LAST_COUNCIL_SESSION else ""


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    return sum(
        -one if one < following else one
        for one, following in zip(values, [*values[1:], 0], strict=True)
    )


@fact
def mentions(paragraph: Paragraph, grammar: Grammar) -> list[Mention]:
    """The bodies that a paragraph names, in order."""
    return list(_mentions(grammar, paragraph.text))


def _mentions(grammar: Grammar, text: str) -> Iterator[Mention]:
    if not grammar.may_name_body(text):
        return
    bodies = grammar.pattern("bodies")
    place = 0
    # One character is searched for much faster than thirty alternatives at every place.
    for initial in grammar.pattern("bodies_start").finditer(text):
        start = initial.start()
        if start < place or (start and grammar.joined(text[start - 1])):
            continue
        match = bodies.match(text, start)
        if match is not None:
            place = match.end()
            yield Mention(start, place, match.lastgroup or OTHER)


class Organs:
    """Finds the organs of one draft's citations."""

    __slots__ = ("_after", "_before_gap", "_bodies", "_draft", "_grammar", "_own", "_within")

    def __init__(self, draft: Draft, grammar: Grammar) -> None:
        self._draft = draft
        self._grammar = grammar
        self._own = grammar.pattern("own")
        self._after = grammar.pattern("after")
        # Where the organ stands between word and number it is joined otherwise than after both.
        self._within = grammar.pattern("within") if "within" in grammar.forms else self._after
        self._before_gap = grammar.pattern("before_gap")
        self._bodies = grammar.pattern("bodies")

    def named_after(
        self, paragraph: Paragraph, place: int, *, within: bool = False
    ) -> tuple[str, int] | None:
        """The organ named right after a place (`of the General Assembly`) and where it ends.

        `within` is whether the place is right after the word, before the number.
        """
        text = paragraph.text
        joint = (self._within if within else self._after).match(text, place)
        if joint is None:
            return None
        place = joint.end()
        if not text[place : place + 1].isalpha():
            return None  # `resolution 70/1 of 25 September`: a name begins with a letter
        body = self._bodies.match(text, place)
        if body is not None:
            mention = Mention(body.start(), body.end(), body.lastgroup or OTHER)
            return self._full(paragraph, mention), body.end()
        if not text[place : place + 1].isupper():
            return None
        # `of the Economic and Social Commission for Asia`: the telling word comes later.
        for mention in mentions(paragraph, self._grammar):
            if place < mention.start < place + _NAME_REACH:
                if any(mark in text[place : mention.start] for mark in ",;()"):
                    break
                return self._full(paragraph, mention), mention.end
        return None

    def settle(self, citation: Citation, head: int) -> None:
        """Give the first citation of a list its organ, if none was named after it."""
        if citation.how != AFTER:
            self._from_before(citation, head)
        self.by_form(citation)

    def _from_before(self, citation: Citation, head: int) -> None:
        paragraph = citation.paragraph
        text = paragraph.text
        before: Mention | None = None
        for mention in mentions(paragraph, self._grammar):
            if mention.start >= citation.start:
                break
            # Between word and number (Arabic) it is named as plainly as before the word.
            if mention.start >= head or self._before_gap.fullmatch(text, mention.end, head):
                citation.organ, citation.how = self._full(paragraph, mention), BEFORE
                citation.certain = True
                return
            before = mention
        own = self._own.search(text, max(head - _OWN_REACH, 0), head)
        if own is None and citation.word:
            own = self._grammar.pattern("own_word").fullmatch(citation.word)
        speaker = self.speaker(paragraph)
        if own is None:
            citation.organ = "" if before is not None else speaker
            return
        citation.how = OWN
        if before is None:
            citation.organ, citation.certain = speaker, True
            return
        named = self._full(paragraph, before)
        # `Requests the Commission … its resolution`: whose, the words do not say.
        citation.organ = speaker if named == speaker else "" if named == OTHER else named
        citation.certain = named == speaker

    def speaker(self, paragraph: Paragraph) -> str:
        """The organ in whose resolution a paragraph stands."""
        resolution = paragraph.resolution
        return resolution.organ if resolution is not None else self._draft.organ

    def _full(self, paragraph: Paragraph, mention: Mention) -> str:
        """The organ that a name means; a short one by the full name before it."""
        if mention.organ not in (ASSEMBLY, COUNCIL):
            return mention.organ
        text = paragraph.text
        last = ""
        for other in mentions(paragraph, self._grammar):
            if other.start >= mention.start:
                break
            if (
                other.organ == OTHER
                and text[mention.start : mention.end] in (text[other.start : other.end])
            ):
                last = OTHER
            elif mention.organ == ASSEMBLY and other.organ == "GA":
                last = "GA"
            elif mention.organ == COUNCIL and other.organ in _COUNCILS:
                last = other.organ
        if last:
            return last
        if mention.organ == ASSEMBLY:
            return "GA"
        speaker = self.speaker(paragraph)
        return speaker if speaker in _COUNCILS else ""

    def by_form(self, citation: Citation) -> None:
        """Correct the organ by what the form of the number allows."""
        number, organ = citation.number, citation.organ
        if organ == OTHER:
            return
        if number.form == YEAR:
            citation.how = citation.how if organ == "SC" else FORM
            citation.organ, citation.certain = "SC", True
        elif number.form == ROMAN:
            if organ not in ("GA", "ECOSOC"):
                citation.organ, citation.how = "GA" if number.second <= 30 else "ECOSOC", FORM
            citation.certain = False
        elif number.form == SESSION:
            if number.first >= 1946:
                if organ != "ECOSOC":
                    citation.organ, citation.certain, citation.how = "", False, NONE
            elif organ in ("SC", "ECOSOC") or (
                organ == "GA" and number.first < 31 and not number.prefix
            ):
                citation.organ, citation.certain, citation.how = "", False, NONE
            elif organ == "HRC" and citation.how not in (BEFORE, AFTER):
                session = self._draft.masthead.session
                if owner(number.key, "HRC", session) is not None:
                    citation.organ, citation.certain, citation.how = "", False, NONE
