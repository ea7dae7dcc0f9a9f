"""Reading the citations of a paragraph: words and numbers, lists, dates, organs."""

from __future__ import annotations

import re
from bisect import bisect_right

from reslint.facts.citations.dates import find_dates
from reslint.facts.citations.model import (
    AFTER,
    BARE,
    BEFORE,
    LIST,
    SESSION,
    WRONG,
    YEAR,
    Citation,
    CitationList,
    Head,
    Number,
    OddNumber,
)
from reslint.facts.citations.numbers import numbers, wrong_number
from reslint.facts.citations.organs import Organs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.citations.grammar import Grammar
    from reslint.facts.citations.model import DateMention

    _Read = tuple[
        Sequence[DateMention], Sequence[Citation], Sequence[CitationList], Sequence[OddNumber]
    ]

_FACT = "citations"
_LETTER = re.compile(r"\s?[A-Za-z](?![^\W\u4e00-\u9fff])")  # should belong to the number before
# An ideograph may follow a number without a space.
_BARE = re.compile(r"[0-9]{3,4}(?!(?![\u4e00-\u9fff])\w|[-/.,’'][0-9A-Za-z]|\s?[(（])")
_DATE_REACH = 70  # characters that may stand between a number and its date
_JOINT_REACH = 12  # characters of what may stand between two dates that follow several numbers
_ODD_REACH = 60  # characters of odd numbers before the first right one of a list
_LIST_REACH = 400  # characters that may stand between two items of a list, titles included
_BLANKS = " \u00a0\u202f\u200e\u200f"


class Reader:
    """Reads the paragraphs of one draft."""

    __slots__ = (
        "_dates",
        "_draft",
        "_grammar",
        "_organs",
        "_whole_words",
        "citations",
        "dates",
        "lists",
        "odd",
    )

    def __init__(self, draft: Draft, grammar: Grammar) -> None:
        self._draft = draft
        self._grammar = grammar
        self._organs = Organs(draft, grammar)
        # Where words are not spaced, the letters before one are another word's.
        self._whole_words = bool(grammar.forms.get("unspaced"))
        self._dates: list[DateMention] = []
        self.citations: list[Citation] = []
        self.dates: list[DateMention] = []
        self.lists: list[CitationList] = []
        self.odd: list[OddNumber] = []

    def read(self, paragraph: Paragraph) -> None:
        """Read one paragraph; what it holds is kept with it, as long as the same organ speaks."""
        speaks = (self._organs.speaker(paragraph), self._draft.masthead.session)
        kept: tuple[object, _Read] | None = paragraph.facts.get(_FACT)  # type: ignore[assignment]
        if kept is None or kept[0] != speaks:
            kept = paragraph.facts[_FACT] = (speaks, self._read(paragraph))
        dates, citations, lists, odd = kept[1]
        self.dates += dates
        self.citations += citations
        self.lists += lists
        self.odd += odd

    def _read(self, paragraph: Paragraph) -> _Read:
        text = paragraph.text
        dates = find_dates(self._grammar, paragraph)
        heads = self._heads(paragraph)
        if not heads:
            return dates, (), (), ()
        self._dates = [date for date in dates if date.date[0]]
        lists, odd = len(self.lists), len(self.odd)
        read: list[Citation] = []
        if "/" in text or "(" in text:
            head: Head | None = None
            # A number before the first word is none of a resolution.
            first = min(heads)
            for number in numbers(self._grammar.number, text, self._grammar.script, first):
                found = heads.get(number.start)
                if found is None:
                    found = self._head_of_odd(text, heads, number.start)
                elif read and self._goes_on_anew(text, read[-1], found):
                    found = None
                if found is not None:
                    head = found
                citation = self._citation(paragraph, number, found, head, read)
                if citation is not None:
                    read.append(citation)
        self._odd(paragraph, heads, read)
        self._finish(read)
        its_lists, its_odd = tuple(self.lists[lists:]), tuple(self.odd[odd:])
        del self.lists[lists:], self.odd[odd:]
        return dates, tuple(read), its_lists, its_odd

    def _heads(self, paragraph: Paragraph) -> dict[int, Head]:
        """The words before numbers, by the place where a number would start."""
        text = paragraph.text
        heads = {}
        plural = self._grammar.pattern("plural")
        for kind, literal, pattern in self._grammar.words:
            if literal not in text:
                continue
            for match in pattern.finditer(text):
                place = match.end()
                # « les résolutions du Conseil des droits de l'homme S-16/1 »
                named = self._organs.named_after(paragraph, place, within=True)
                if named is not None:
                    place = named[1]
                while text[place : place + 1] in _BLANKS and place < len(text):
                    place += 1
                start = match.start()
                while start and text[start - 1].isalpha() and not self._whole_words:
                    start -= 1
                heads[place] = Head(
                    kind, start, match.end(), plural.search(match[0].strip()) is not None
                )
        return heads

    def _citation(
        self,
        paragraph: Paragraph,
        number: Number,
        own: Head | None,
        head: Head | None,
        read: list[Citation],
    ) -> Citation | None:
        """The citation of a number: after the word, or further on in its list."""
        if number.form == WRONG and own is not None:
            return None  # what is wrong with it is said elsewhere
        last = read[-1] if read else None
        if own is not None:
            citation = Citation(paragraph, number, own.kind)
            citation.head = own.start
            citation.word = paragraph.text[own.start : own.end].strip()
            citation.plural = own.plural
            citation.list = CitationList(citation)
            self.lists.append(citation.list)
        else:
            if head is None or last is None or number.form == WRONG:
                return None
            citation = Citation(paragraph, number, last.kind)
            gap = paragraph.text[last.end : number.start]
            close = self._grammar.joint.fullmatch(gap) is not None
            if not close and not self._bridged(gap):
                if len(gap) > _LIST_REACH or not self._goes_on(gap):
                    return None
                if number.form != SESSION or self._date_after(citation, number.end) is None:
                    return None
            citation.joint = gap
            citation.list = last.list
            assert citation.list is not None
            citation.list.items.append(citation)
            citation.list.close = citation.list.close and close
        self._tail(citation)
        return citation

    def _head_of_odd(self, text: str, heads: dict[int, Head], place: int) -> Head | None:
        """The word whose list begins with odd numbers: `resolutions 1325, 1820 and 1888 (2009)`."""
        near = max((start for start in heads if start < place), default=place)
        if not 0 < place - near <= _ODD_REACH or not text[near].isdigit():
            return None
        return heads[near] if self._odd_up_to(text[:place], near) else None

    def _goes_on_anew(self, text: str, last: Citation, head: Head) -> bool:
        """Whether a list goes on although the word (`第`) stands before each of its numbers."""
        if not self._grammar.forms.get("repeated_word"):
            return False
        return self._grammar.joint.fullmatch(text, last.end, head.end) is not None

    def _bridged(self, gap: str) -> bool:
        """Whether nothing but odd numbers stand in a gap: `1325 (2000), 1820, 1888 (2009)`."""
        joint = self._grammar.joint.match(gap)
        return joint is not None and self._odd_up_to(gap, joint.end())

    def _odd_up_to(self, text: str, place: int) -> bool:
        """Whether odd numbers with their joints, at least one, reach from a place to the end."""
        while text[place : place + 1].isdigit():
            wrong = wrong_number(text, place)
            bare = _BARE.match(text, place)
            end = wrong[0] if wrong else bare.end() if bare else len(text)
            joint = self._grammar.joint.match(text, end)
            if joint is None:
                return False
            place = joint.end()
        return place == len(text)

    def _goes_on(self, gap: str) -> bool:
        """Whether a gap ends as if a list went on (a title may stand before)."""
        for start in range(max(len(gap) - 14, 0), len(gap)):
            if gap[start] in ", \u00a0;" and self._grammar.joint.fullmatch(gap, start):
                return True
        return False

    def _tail(self, citation: Citation) -> None:
        """Organ and date after the number."""
        paragraph = citation.paragraph
        place = citation.number.end
        named = self._organs.named_after(paragraph, place)
        if named is not None:
            citation.organ, place = named
            citation.how, citation.certain, citation.after_organ = AFTER, True, True
            citation.end = place
        date = self._date_after(citation, place)
        if "date_before" in self._grammar.forms and (date is None or not citation.dated):
            before = self._date_before(citation)
            if before is not None:
                citation.date, citation.dated = before, True
                return
        if date is None:
            return
        citation.date = date
        citation.gap = (place, date.start)
        citation.end = date.end
        if named is None:
            named = self._organs.named_after(paragraph, date.end)
            if named is not None:
                citation.organ, citation.end = named
                citation.how, citation.certain = AFTER, True

    def _date_before(self, citation: Citation) -> DateMention | None:
        """The date that stands before word and number, where that is its place."""
        text = citation.paragraph.text
        index = bisect_right(self._dates, citation.start, key=lambda date: date.start) - 1
        if index < 0:
            return None
        date = self._dates[index]
        gap = self._grammar.pattern("date_before")
        return date if gap.fullmatch(text, date.end, citation.start) else None

    def _date_after(self, citation: Citation, place: int) -> DateMention | None:
        """The date that belongs to a number ending at `place`; says whether it is worded right."""
        dates = self._dates
        index = bisect_right(dates, place, key=lambda date: date.start)
        if index >= len(dates):
            return None
        date = dates[index]
        if date.start - place > _DATE_REACH:
            return None
        text = citation.paragraph.text
        gap = text[place : date.start]
        right = "date_right"
        if citation.after_organ and self._grammar.forms.get("date_right_after"):
            right = "date_right_after"
        if self._grammar.pattern(right).fullmatch(gap):
            citation.dated = True
        elif self._grammar.pattern("date_wrong").fullmatch(gap):
            citation.dated = False
        else:
            return None
        if index + 1 < len(dates) and self._several(text[date.end : dates[index + 1].start]):
            return None  # `73/248, 74/238 and 76/220 of 20 December 2018, 19 December 2019 and …`
        return date

    def _several(self, gap: str) -> bool:
        """Whether nothing but joints stands between two dates."""
        if len(gap) > _JOINT_REACH:
            return False
        joint = self._grammar.joint.match(f"{gap} ")
        return joint is not None and not any(letter.isdigit() for letter in gap)

    def _odd(self, paragraph: Paragraph, heads: dict[int, Head], read: list[Citation]) -> None:
        """Bare and badly written numbers after the word, and after the items of a list."""
        text = paragraph.text
        places = {place: head.start for place, head in heads.items() if text[place : place + 1]}
        known = {citation.start: citation.number.end for citation in read}
        for citation in read:
            joint = self._grammar.joint.match(text, citation.end)
            if joint is not None and joint.end() not in known:
                places.setdefault(joint.end(), -1)
        waiting = sorted(places)
        first = len(self.odd)
        for place in waiting:
            if place >= len(text) or not text[place].isdigit():
                continue
            if place in known and not _LETTER.match(text, known[place]):
                continue
            wrong = wrong_number(text, place)
            bare = _BARE.match(text, place) if wrong is None and place not in known else None
            if wrong is not None:
                end, right = wrong
                self._add_odd(paragraph, place, end, WRONG, right, places[place])
            elif bare is not None and (
                places[place] >= 0 or self._in_list(paragraph, bare.end(), known)
            ):
                end = bare.end()
                self._add_odd(paragraph, place, end, BARE, "", places[place])
            else:
                continue
            # `resolutions 1325, 1820/2008 and 1888 (2009)`: the next one may be odd as well.
            joint = self._grammar.joint.match(text, end)
            if joint is not None and joint.end() not in places and joint.end() not in known:
                places[joint.end()] = -1
                waiting.append(joint.end())
        self.odd[first:] = sorted(self.odd[first:], key=lambda odd: odd.start)
        self._share(self.odd[first:], read)

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
        return self._organs.named_after(paragraph, end) is not None

    def _add_odd(
        self, paragraph: Paragraph, start: int, end: int, form: str, right: str, head: int
    ) -> None:
        """Note an odd number with the organ beside it."""
        probe = Citation(paragraph, Number(start, end, form, "", 0, 0), "")
        after = self._organs.named_after(paragraph, end)
        if after is not None:
            probe.organ, probe.how = after[0], AFTER
        elif head >= 0:
            self._organs.settle(probe, head)
        odd = OddNumber(paragraph, start, end, form, right, probe.organ)
        odd.named = probe.how in (AFTER, BEFORE)
        self.odd.append(odd)

    def _finish(self, read: list[Citation]) -> None:
        """Give every citation of a paragraph its organ."""
        for citation in read:
            assert citation.list is not None
            if citation.list.items[0] is not citation:
                continue
            items = citation.list.items
            # « les résolutions 70/1, 70/2 et 70/3 de l'Assemblée »: the last names it for all.
            named = items[-1] if items[-1].how == AFTER else None
            if named is not None and named is not citation and citation.how != AFTER:
                citation.organ, citation.how, citation.certain = named.organ, AFTER, named.certain
                self._organs.by_form(citation)
            else:
                self._organs.settle(citation, citation.head)
            organ, certain = citation.organ, citation.certain
            for item in items[1:]:
                if item.how != AFTER:
                    item.organ, item.certain, item.how = organ, certain, LIST
                self._organs.by_form(item)
                if item.how in (AFTER, BEFORE, LIST):
                    organ, certain = item.organ or organ, item.certain
