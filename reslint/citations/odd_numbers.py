"""Odd numbers: bare or badly written ones after the word, and among the items of a list.

`resolutions 1325, 1820/2008 and 1888 (2009)` has two of them.
"""

from __future__ import annotations

from reslint.citations.model import (
    AFTER,
    BARE,
    BEFORE,
    WRONG,
    YEAR,
    Citation,
    Head,
    Number,
    OddNumber,
)
from reslint.citations.numbers import wrong_number
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.citations.grammar import Grammar
    from reslint.citations.organs import Organs
    from reslint.draft.model import Paragraph


# A word goes on; an ideograph may follow a number or letter without a space. (Written as what it is
# not: `re` takes milliseconds to compile the set of all ideographs, on each start.)
_GOES_ON = r"(?=[\0-\u2e7f])\w"
_BEFORE_IDEOGRAPHS = "\u2e7f"
_BARE = expression(rf"[0-9]{{3,4}}(?!{_GOES_ON}|[-/.,’'][0-9A-Za-z]|\s?[(（])")
_ODD_REACH = 60  # characters of odd numbers before the first right one of a list


class OddNumbers:
    """Finds the odd numbers of one draft."""

    __slots__ = ("_grammar", "_organs")

    def __init__(self, grammar: Grammar, organs: Organs) -> None:
        self._grammar = grammar
        self._organs = organs

    def head_of(self, text: str, heads: dict[int, Head], place: int) -> Head | None:
        """The word whose list begins with odd numbers: `resolutions 1325, 1820 and 1888 (2009)`."""
        near = max((start for start in heads if start < place), default=place)
        if not 0 < place - near <= _ODD_REACH or not text[near].isdigit():
            return None
        return heads[near] if self._up_to(text[:place], near) else None

    def bridges(self, gap: str) -> bool:
        """Whether nothing but odd numbers stand in a gap: `1325 (2000), 1820, 1888 (2009)`."""
        joint = self._grammar.joint.match(gap)
        return joint is not None and self._up_to(gap, joint.end())

    def _up_to(self, text: str, place: int) -> bool:
        """Whether odd numbers with their joints, at least one, reach from a place to the end."""
        while text[place : place + 1].isdigit():
            if self._grammar.number.match(text, place):
                return False  # closed up, 1325(2000) is right in some languages
            wrong = wrong_number(text, place)
            bare = _BARE.match(text, place)
            end = wrong[0] if wrong else bare.end() if bare else len(text)
            joint = self._grammar.joint.match(text, end)
            if joint is None:
                return False
            place = joint.end()
        return place == len(text)

    def read(
        self, paragraph: Paragraph, heads: dict[int, Head], read: list[Citation]
    ) -> list[OddNumber]:
        """Bare and badly written numbers after the word, and after the items of a list, in order.

        `heads` are the words before numbers by the place where a number would start, `read` the
        citations of the paragraph that are well formed.
        """
        text = paragraph.text
        places = {place: head.start for place, head in heads.items() if text[place : place + 1]}
        known = {citation.start: citation.number.end for citation in read}
        for citation in read:
            joint = self._grammar.joint.match(text, citation.end)
            if joint is not None and joint.end() not in known:
                places.setdefault(joint.end(), -1)
        waiting = sorted(places)
        found: list[OddNumber] = []
        for place in waiting:
            if place >= len(text) or not text[place].isdigit():
                continue
            if place in known and not _letter_follows(text, known[place]):
                continue
            wrong = wrong_number(text, place)
            bare = _BARE.match(text, place) if wrong is None and place not in known else None
            if wrong is not None:
                end, right = wrong
                found.append(self._one(paragraph, place, end, WRONG, right, places[place]))
            elif bare is not None and (
                places[place] >= 0 or self._in_list(paragraph, bare.end(), known)
            ):
                end = bare.end()
                found.append(self._one(paragraph, place, end, BARE, "", places[place]))
            else:
                continue
            # `resolutions 1325, 1820/2008 and 1888 (2009)`: the next one may be odd as well.
            joint = self._grammar.joint.match(text, end)
            if joint is not None and joint.end() not in places and joint.end() not in known:
                places[joint.end()] = -1
                waiting.append(joint.end())
        found.sort(key=lambda odd: odd.start)
        self._share(found, read)
        return found

    def _share(self, odd: list[OddNumber], read: list[Citation]) -> None:
        """Give odd numbers in a list the organ that the list tells further on.

        `resolutions 1325 and 1820 of the Security Council`: the last item names it for all. Only
        the Security Council's numbers have a year in parentheses, so one such item tells as well.
        """
        items: dict[int, OddNumber | Citation] = {each.start: each for each in odd}
        items.update((citation.start, citation) for citation in read)
        for start in sorted(items, reverse=True):
            item = items[start]
            if isinstance(item, Citation) or item.named:
                continue
            joint = self._grammar.joint.match(item.paragraph.text, item.end)
            after = items.get(joint.end()) if joint is not None else None
            if isinstance(after, OddNumber) and after.named:
                item.organ, item.named = after.organ, True
            elif isinstance(after, Citation) and (after.number.form == YEAR or after.how == AFTER):
                item.organ = "SC" if after.number.form == YEAR else after.organ
                item.named = True

    def _in_list(self, paragraph: Paragraph, end: int, known: dict[int, int]) -> bool:
        """Whether a list goes on or ends after a bare number, so that it is an item itself."""
        text = paragraph.text
        joint = self._grammar.joint.match(text, end)
        while joint is not None:
            if joint.end() in known:
                return True
            bare = _BARE.match(text, joint.end())
            if bare is None:
                break
            end = bare.end()
            joint = self._grammar.joint.match(text, end)
        if text[end : end + 1] in ("", ",", ";", "."):
            return True
        if self._grammar.pattern("numbered").match(text, end):
            return True
        return self._organs.named_after(paragraph, end) is not None

    def _one(
        self, paragraph: Paragraph, start: int, end: int, form: str, right: str, head: int
    ) -> OddNumber:
        """An odd number with the organ beside it."""
        probe = Citation(paragraph, Number(start, end, form, "", 0, 0), "")
        after = self._organs.named_after(paragraph, end)
        if after is not None:
            probe.organ, probe.how = after[0], AFTER
        elif head >= 0:
            self._organs.settle(probe, head)
        odd = OddNumber(paragraph, start, end, form, right, probe.organ)
        odd.named = probe.how in (AFTER, BEFORE)
        return odd


def _letter_follows(text: str, place: int) -> bool:
    """Whether a single letter follows, after a space or none: it should belong to the number."""
    if text[place : place + 1].isspace():
        place += 1
    letter, following = text[place : place + 1], text[place + 1 : place + 2]
    goes_on = following <= _BEFORE_IDEOGRAPHS and (following.isalnum() or following == "_")
    return letter.isascii() and letter.isalpha() and not goes_on
